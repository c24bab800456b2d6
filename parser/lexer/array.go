package lexer

import (
	"sync"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/gopy-lang/gopy/parser/token"
)

// Array is a token array with participle's lexer on top, used again and again:
// arrays that lexer.Upgrade grows anew for each chunk were two thirds of all
// memory that a parse allocated.
//
// Participle has no way to give it an array. But Range lends out the one it
// has, and it looks no further than EOF; so an Array lets participle make one
// of some size and writes each chunk into it.
type Array struct {
	lex   *lexer.PeekingLexer
	start lexer.Checkpoint
	toks  []token.Token
	used  int
}

var arrays = sync.Pool{New: func() any { return new(Array) }}

// NewArray returns an array from the pool; Free gives it back.
func NewArray() *Array { return arrays.Get().(*Array) }

// keep is the size up to which arrays go back to the pool.
const keep = 1 << 15

// Free gives a back. No token and no participle lexer of a may be in use.
func (a *Array) Free() {
	if len(a.toks) > keep {
		return
	}
	clear(a.toks[:a.used])
	a.used = 0
	arrays.Put(a)
}

// blank is a lexer of n tokens that mean nothing.
type blank int

func (b *blank) Next() (lexer.Token, error) {
	*b--
	if *b <= 0 {
		return lexer.Token{Type: token.EOF}, nil
	}
	return lexer.Token{Type: token.Other}, nil
}

// grow makes room for n tokens and keeps those there are.
func (a *Array) grow(n int) {
	b := blank(n)
	lex, err := lexer.Upgrade(&b, token.Source)
	if err != nil {
		panic(err) // blank returns none
	}
	toks := lex.Range(0, lexer.RawCursor(n))
	copy(toks, a.toks)
	a.lex, a.toks, a.start = lex, toks, lex.MakeCheckpoint()
}

// Fill reads the next chunk of lx. The tokens and the participle lexer are
// good until the next Fill. The tokens end with EOF.
func (a *Array) Fill(lx *Lexer) (*lexer.PeekingLexer, []token.Token) {
	if len(a.toks) == 0 {
		a.grow(min(max(len(lx.src)/4, 64), 2048))
	}
	n := 0
	for {
		if n == len(a.toks) {
			a.grow(2 * n)
		}
		t := &a.toks[n]
		*t, _ = lx.Next()
		n++
		if t.Type == token.EOF {
			break
		}
	}
	a.used = max(a.used, n)
	a.lex.LoadCheckpoint(a.start)
	return a.lex, a.toks[:n]
}
