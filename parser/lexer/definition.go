package lexer

import (
	"io"
	"sync"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/gopy-lang/gopy/parser/token"
)

// Definition is the participle lexer definition.
type Definition struct{}

var symbols = sync.OnceValue(token.Symbols)

// Symbols returns the shared table of symbols; participle asks for it often.
func (Definition) Symbols() map[string]lexer.TokenType { return symbols() }

// Lex reads all of r.
func (d Definition) Lex(filename string, r io.Reader) (lexer.Lexer, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return d.LexString(filename, string(src))
}

// LexString returns a lexer for input in one chunk.
func (Definition) LexString(_ string, input string) (lexer.Lexer, error) {
	return New(input, input, 0), nil
}
