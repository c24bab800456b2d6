// Package tokenize implements the modules token, tokenize and _tokenize
// (library reference, "tokenize") on the parser's lexer.
package tokenize

import (
	_ "embed"
	"sync"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/parser/token"
)

type (
	value  = object.Value
	thread = object.Thread
)

var (
	//go:embed token.py
	tokenSource string
	//go:embed tokenize.py
	tokenizeSource string
)

// Modules declares the modules of the package.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"_tokenize": func() object.ModuleSpec {
			names := make([]value, len(typeNames))
			for i, n := range typeNames {
				names[i] = object.NewStr(n)
			}
			return object.ModuleSpec{Name: "_tokenize", Funcs: rows, Consts: map[string]value{"type_names": object.NewTuple(names...)}}
		},
		"token":    func() object.ModuleSpec { return object.ModuleSpec{Name: "token", Source: tokenSource} },
		"tokenize": func() object.ModuleSpec { return object.ModuleSpec{Name: "tokenize", Source: tokenizeSource} },
	}
}

// typeNames are the token types in the order of CPython's numbers.
var typeNames = []string{"ENDMARKER", "NAME", "NUMBER", "STRING", "NEWLINE", "INDENT", "DEDENT", "LPAR", "RPAR", "LSQB", "RSQB", "COLON", "COMMA",
	"SEMI", "PLUS", "MINUS", "STAR", "SLASH", "VBAR", "AMPER", "LESS", "GREATER", "EQUAL", "DOT", "PERCENT", "LBRACE", "RBRACE", "EQEQUAL", "NOTEQUAL",
	"LESSEQUAL", "GREATEREQUAL", "TILDE", "CIRCUMFLEX", "LEFTSHIFT", "RIGHTSHIFT", "DOUBLESTAR", "PLUSEQUAL", "MINEQUAL", "STAREQUAL", "SLASHEQUAL",
	"PERCENTEQUAL", "AMPEREQUAL", "VBAREQUAL", "CIRCUMFLEXEQUAL", "LEFTSHIFTEQUAL", "RIGHTSHIFTEQUAL", "DOUBLESTAREQUAL", "DOUBLESLASH",
	"DOUBLESLASHEQUAL", "AT", "ATEQUAL", "RARROW", "ELLIPSIS", "COLONEQUAL", "EXCLAMATION", "OP", "TYPE_IGNORE", "TYPE_COMMENT", "SOFT_KEYWORD",
	"FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END", "TSTRING_START", "TSTRING_MIDDLE", "TSTRING_END", "COMMENT", "NL", "ERRORTOKEN", "ENCODING"}

// Types that the scanner makes itself.
const (
	typeEnd     = 0
	typeName    = 1
	typeNewline = 4
	firstOp     = 7
	typeOp      = 55
	typeFStart  = 59
	typeFMiddle = 60
	typeFEnd    = 61
	typeComment = 65
	typeNL      = 66
	templates   = 3 // from an f-string's type to a t-string's
)

// numbers maps the lexer's types to CPython's.
var numbers = sync.OnceValue(func() map[token.Type]int {
	byName := map[string]int{}
	for i, n := range typeNames {
		byName[n] = i
	}
	m := map[token.Type]int{token.EOF: typeEnd, token.FStart: typeFStart, token.FMiddle: typeFMiddle, token.FEnd: typeFEnd,
		token.TStart: typeFStart + templates, token.Other: typeOp}
	for n, t := range token.Symbols() {
		if i, ok := byName[n]; ok {
			m[t] = i
		} else if token.IsKeyword(t) {
			m[t] = typeName
		}
	}
	return m
})

var rows = []object.Func{
	{Name: "TokenizerIter", Sig: "(readline, /, *, encoding=None, extra_tokens=False)", Doc: "Iterate over the tokens of the lines that readline returns.", Fn: tokenizerIter},
}

func tokenizerIter(t *thread, a []value) (value, error) {
	readline, encoding, extra := a[0], "", false
	if a[1].O != nil && !a[1].IsNone() {
		s, ok := object.AsStr(a[1])
		if !ok {
			return value{}, object.TypeErrorf("tokenizeriter() argument 'encoding' must be str, not %s", a[1].O.Type.MsgName())
		}
		encoding = s.String()
	}
	if a[2].O != nil {
		var err error
		if extra, err = object.Truth(t, a[2]); err != nil {
			return value{}, err
		}
	}
	var s *scanner
	return object.NewGoIter("_tokenize.TokenizerIter", func(t *thread) (value, error) {
		if s == nil {
			text, err := readAll(t, readline, encoding)
			if err != nil {
				return value{}, err
			}
			s = newScanner(text, extra)
		}
		return s.next()
	}), nil
}

// readAll reads all lines of a readline function. With an encoding the lines
// are bytes.
func readAll(t *thread, readline value, encoding string) (string, error) {
	var text []byte
	for {
		line, err := object.CallArgs(t, readline)
		if object.IsExc(err, &object.StopIterationType) {
			return string(text), nil
		}
		if err != nil {
			return "", err
		}
		if encoding != "" {
			if !line.Is(&object.BytesType) {
				return "", object.TypeErrorf("readline() returned a non-bytes object")
			}
			if line, err = decodeLine(t, line, encoding); err != nil {
				return "", err
			}
		}
		s, ok := object.AsStr(line)
		if !ok {
			return "", object.TypeErrorf("readline() returned a non-string object")
		}
		if s.String() == "" {
			return string(text), nil
		}
		text = append(text, s.String()...)
	}
}

func decodeLine(t *thread, line value, encoding string) (value, error) {
	f, err := object.GetAttr(t, line, t.Intern("decode"))
	if err != nil {
		return value{}, err
	}
	return object.CallArgs(t, f, object.NewStr(encoding))
}
