package token

import "github.com/alecthomas/participle/v2/lexer"

// Type and Token are participle's. A token's Value is the source text itself,
// so that its end follows from its start; Pos.Line counts from 1, Pos.Column is
// 1 plus the byte offset in the line.
type (
	Type  = lexer.TokenType
	Token = lexer.Token
)

// EOF ends the tokens.
const EOF = lexer.EOF

// The token types. Soft keywords are names.
const (
	Source Type = iota + 1 // first token of a parse, elided: carries the parse's state
	Error                  // the lexer's error stands in Lexer.Err
	Newline
	Indent
	Dedent
	Name
	Number
	String
	FStart  // f" with its prefix
	TStart  // t" with its prefix
	FMiddle // literal text of an f- or t-string
	FEnd    // the closing quotes
	Other   // a character that starts no token

	LPar
	RPar
	LSqb
	RSqb
	LBrace
	RBrace
	Colon
	Comma
	Semi
	Dot
	Ellipsis
	Arrow
	Equal
	ColonEqual
	Exclam
	At
	Tilde

	Plus
	Minus
	Star
	Slash
	Percent
	Vbar
	Amper
	Circumflex
	DoubleStar
	DoubleSlash
	LeftShift
	RightShift

	Less
	Greater
	EqEqual
	NotEqual
	LessEqual
	GreaterEqual

	PlusEqual
	MinusEqual
	StarEqual
	SlashEqual
	PercentEqual
	VbarEqual
	AmperEqual
	CircumflexEqual
	DoubleStarEqual
	DoubleSlashEqual
	LeftShiftEqual
	RightShiftEqual
	AtEqual

	False
	None
	True
	And
	As
	Assert
	Async
	Await
	Break
	Class
	Continue
	Def
	Del
	Elif
	Else
	Except
	Finally
	For
	From
	Global
	If
	Import
	In
	Is
	Lambda
	Nonlocal
	Not
	Or
	Pass
	Raise
	Return
	Try
	While
	With
	Yield

	numTypes
)

// names are the symbols that the grammar's tags use; the keywords' symbols are
// their upper-case spelling.
var names = [numTypes]string{
	Source: "SOURCE", Error: "ERRTOK", Newline: "NEWLINE", Indent: "INDENT", Dedent: "DEDENT",
	Name: "NAME", Number: "NUMBER", String: "STRING", FStart: "FSTART", TStart: "TSTART",
	FMiddle: "FMIDDLE", FEnd: "FEND", Other: "OTHER",
	LPar: "LPAR", RPar: "RPAR", LSqb: "LSQB", RSqb: "RSQB", LBrace: "LBRACE", RBrace: "RBRACE",
	Colon: "COLON", Comma: "COMMA", Semi: "SEMI", Dot: "DOT", Ellipsis: "ELLIPSIS", Arrow: "RARROW",
	Equal: "EQUAL", ColonEqual: "COLONEQUAL", Exclam: "EXCLAMATION", At: "AT", Tilde: "TILDE",
	Plus: "PLUS", Minus: "MINUS", Star: "STAR", Slash: "SLASH", Percent: "PERCENT", Vbar: "VBAR",
	Amper: "AMPER", Circumflex: "CIRCUMFLEX", DoubleStar: "DOUBLESTAR", DoubleSlash: "DOUBLESLASH",
	LeftShift: "LEFTSHIFT", RightShift: "RIGHTSHIFT",
	Less: "LESS", Greater: "GREATER", EqEqual: "EQEQUAL", NotEqual: "NOTEQUAL", LessEqual: "LESSEQUAL", GreaterEqual: "GREATEREQUAL",
	PlusEqual: "PLUSEQUAL", MinusEqual: "MINEQUAL", StarEqual: "STAREQUAL", SlashEqual: "SLASHEQUAL",
	PercentEqual: "PERCENTEQUAL", VbarEqual: "VBAREQUAL", AmperEqual: "AMPEREQUAL", CircumflexEqual: "CIRCUMFLEXEQUAL",
	DoubleStarEqual: "DOUBLESTAREQUAL", DoubleSlashEqual: "DOUBLESLASHEQUAL", LeftShiftEqual: "LEFTSHIFTEQUAL",
	RightShiftEqual: "RIGHTSHIFTEQUAL", AtEqual: "ATEQUAL",
	False: "FALSE", None: "NONE", True: "TRUE", And: "AND", As: "AS", Assert: "ASSERT", Async: "ASYNC", Await: "AWAIT",
	Break: "BREAK", Class: "CLASS", Continue: "CONTINUE", Def: "DEF", Del: "DEL", Elif: "ELIF", Else: "ELSE", Except: "EXCEPT",
	Finally: "FINALLY", For: "FOR", From: "FROM", Global: "GLOBAL", If: "IF", Import: "IMPORT", In: "IN", Is: "IS",
	Lambda: "LAMBDA", Nonlocal: "NONLOCAL", Not: "NOT", Or: "OR", Pass: "PASS", Raise: "RAISE", Return: "RETURN",
	Try: "TRY", While: "WHILE", With: "WITH", Yield: "YIELD",
}

// Symbols returns the table of symbols for participle.
func Symbols() map[string]Type {
	m := make(map[string]Type, numTypes)
	m["EOF"] = EOF
	for t := Source; t < numTypes; t++ {
		m[names[t]] = t
	}
	return m
}

// IsKeyword reports whether t is a keyword's type.
func IsKeyword(t Type) bool { return t >= False && t <= Yield }

// Keyword returns the type of the identifier s: a keyword's, or Name.
func Keyword(s string) Type {
	if len(s) < 2 || len(s) > 8 {
		return Name
	}
	switch s {
	case "False":
		return False
	case "None":
		return None
	case "True":
		return True
	case "and":
		return And
	case "as":
		return As
	case "assert":
		return Assert
	case "async":
		return Async
	case "await":
		return Await
	case "break":
		return Break
	case "class":
		return Class
	case "continue":
		return Continue
	case "def":
		return Def
	case "del":
		return Del
	case "elif":
		return Elif
	case "else":
		return Else
	case "except":
		return Except
	case "finally":
		return Finally
	case "for":
		return For
	case "from":
		return From
	case "global":
		return Global
	case "if":
		return If
	case "import":
		return Import
	case "in":
		return In
	case "is":
		return Is
	case "lambda":
		return Lambda
	case "nonlocal":
		return Nonlocal
	case "not":
		return Not
	case "or":
		return Or
	case "pass":
		return Pass
	case "raise":
		return Raise
	case "return":
		return Return
	case "try":
		return Try
	case "while":
		return While
	case "with":
		return With
	case "yield":
		return Yield
	}
	return Name
}
