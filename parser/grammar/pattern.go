package grammar

import (
	"github.com/gopy-lang/gopy/parser/token"
)

// The productions of the match statement (section 8.6).

type matchStmt struct {
	Tokens  []token.Token
	Subject subjectNode  `parser:"'match':NAME @@ COLON NEWLINE INDENT"`
	Cases   []*caseBlock `parser:"@@+ DEDENT"`
}

type caseBlock struct {
	Patterns *openPattern `parser:"'case':NAME @@"`
	Guard    namedNode    `parser:"( IF @@ )?"`
	Body     blockNode    `parser:"@@"`
}

// openPattern is a pattern or a sequence of them without brackets.
type openPattern struct {
	Tokens []token.Token
	Items  []*starPattern `parser:"@@ ( COMMA @@ )*"`
	Comma  bool           `parser:"@COMMA?"`
}

type starPattern struct {
	Tokens []token.Token
	Star   token.Token `parser:"STAR @NAME"`
	As     *asPattern  `parser:"| @@"`
}

type asPattern struct {
	Tokens []token.Token
	Or     []*closedPattern `parser:"@@ ( VBAR @@ )*"`
	As     token.Token      `parser:"( AS @NAME )?"`
}

type closedPattern struct {
	Tokens   []token.Token
	Number   numberNode    `parser:"(?= ( MINUS | NUMBER ) ) @@"`
	String   stringsNode   `parser:"| (?= ( STRING | FSTART | TSTART ) ) @@"`
	Constant token.Token   `parser:"| @( NONE | TRUE | FALSE )"`
	Class    *classPattern `parser:"| (?= NAME ( DOT NAME )* LPAR ) @@"`
	Value    []token.Token `parser:"| (?= NAME DOT ) @( NAME ( DOT NAME )+ )"`
	Capture  token.Token   `parser:"| @NAME"`
	Paren    *parenPattern `parser:"| @@"`
	List     *listPattern  `parser:"| @@"`
	Mapping  *mapPattern   `parser:"| @@"`
}

type parenPattern struct {
	Inner *openPattern `parser:"LPAR @@? RPAR"`
}

type listPattern struct {
	Open  token.Token  `parser:"@LSQB"`
	Inner *openPattern `parser:"@@? RSQB"`
}

type mapPattern struct {
	Open  token.Token `parser:"@LBRACE"`
	Items []*mapItem  `parser:"( @@ ( COMMA @@ )* COMMA? )? RBRACE"`
}

type mapItem struct {
	Rest  token.Token   `parser:"DOUBLESTAR @NAME"`
	Value []token.Token `parser:"| ( (?= NAME DOT ) @( NAME ( DOT NAME )+ )"`
	Key   keyNode       `parser:"| @@ )"`
	As    *asPattern    `parser:"COLON @@"`
}

type classPattern struct {
	Name []token.Token `parser:"@( NAME ( DOT NAME )* ) LPAR"`
	Args []*classArg   `parser:"( @@ ( COMMA @@ )* COMMA? )? RPAR"`
}

type classArg struct {
	Tokens []token.Token
	Name   token.Token `parser:"( (?= NAME EQUAL ) @NAME EQUAL )?"`
	As     *asPattern  `parser:"@@"`
}
