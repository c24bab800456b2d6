package diag

import (
	plexer "github.com/alecthomas/participle/v2/lexer"

	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// Mode is the mode of the parse, as in package parser.
type Mode uint8

// The modes, in package parser's order.
const (
	Exec Mode = iota
	Eval
	Single
	FuncType
)

// Explain returns the error of src; found is what the first pass failed with.
//
// Like CPython it reads the source twice: first without the rules that explain
// errors, which tells the furthest token that the grammar allows, then with
// them. An error of the second reading wins unless it is a plain "invalid
// syntax". Errors of the lexer win over both, wherever they are, except that an
// open bracket yields to an error on its own line.
func Explain(src string, mode Mode, found *token.Problem) *token.Problem {
	if found.Kind == token.MemoryError || mode == FuncType {
		return found
	}
	plain, p := read(src, mode, false)
	if plain == nil {
		return found // this parser is laxer than the first pass
	}
	problem := plain
	if !plain.Forced && plain != p.Lex.Err {
		if strict, _ := read(src, mode, true); strict != nil && !strict.Generic {
			problem = strict
		}
	}
	return choose(problem, rest(p))
}

// choose decides between a problem and the lexer's error.
func choose(problem, lexed *token.Problem) *token.Problem {
	switch {
	case lexed == nil:
	case !lexed.Unclosed, problem.Pos.Line > lexed.Pos.Line, problem.AtEOF:
		return lexed
	}
	return problem
}

// read parses src once.
func read(src string, mode Mode, strict bool) (*token.Problem, *stmts) {
	p := &stmts{Parser: &expr.Parser{Src: src, Strict: strict}}
	p.Lex = lexer.New(src, p.Handle(), 0)
	lex, err := plexer.Upgrade(p.Lex, token.Source)
	if err != nil {
		panic(err) // the lexer returns none
	}
	p.Load(lex)
	return p.Catch(func() { p.module(mode) }), p
}

// rest is the lexer's error. The lexer has read all of the source.
func rest(p *stmts) *token.Problem { return p.Lex.Err }

func (p *stmts) module(mode Mode) {
	switch mode {
	case Eval:
		p.Expressions()
		for p.Accept(token.Newline) {
		}
		if p.Tok() != token.EOF {
			p.Syntax()
		}
		return
	case Single:
		if p.Tok() == token.EOF {
			p.Syntax()
		}
		p.statement()
		for p.Accept(token.Newline) {
		}
		if p.Tok() != token.EOF {
			p.statement()
			p.FailTok(p.Prev(), "multiple statements found while compiling a single statement")
		}
		return
	}
	for p.Tok() != token.EOF {
		p.statement()
	}
}
