package diag

import (
	"strings"

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
	if found.Kind == token.MemoryError || found.Final || mode == FuncType {
		return found
	}
	problem, p := read(src, mode, false)
	if problem == nil {
		return found // this parser is laxer than the first pass
	}
	early := problem != p.Lex.Err && p.Toks[max(p.I, p.Far)].Type != token.EOF
	if problem != p.Lex.Err {
		if strict, sp := read(src, mode, true); strict != nil && !strict.Generic {
			problem, p = strict, sp
		}
	}
	problem = p.choose(problem)
	if early && problem.Unclosed {
		wrong := *problem // no more source mends what is before the end
		wrong.AtEOF = false
		problem = &wrong
	}
	if p.done != nil {
		problem.StmtLine, problem.StmtCol = p.done.Pos.Line, p.done.Pos.Column-1
	}
	return problem
}

// choose decides between a problem and the lexer's error: the lexer has read
// the source to its end.
func (p *stmts) choose(problem *token.Problem) *token.Problem {
	lexed := p.Lex.Err
	if lexed == nil || problem.Generic && problem.Kind == token.IndentationError {
		return problem
	}
	last := &p.Toks[max(p.I, p.Far)]
	if lexed.Late {
		return problem
	}
	if !lexed.Unclosed || lexed.Cut && strings.HasPrefix(problem.Msg, "Generator expression must") || last.Pos.Line > int(lexed.Pos.Line) {
		return lexed
	}
	return problem
}

// read parses src once.
func read(src string, mode Mode, strict bool) (*token.Problem, *stmts) {
	p := &stmts{Parser: &expr.Parser{Src: src, Second: true, Strict: strict}}
	p.Lex = lexer.New(src, p.Handle(), 0)
	p.Lex.Bare = mode != Exec
	_, toks := new(lexer.Array).Fill(p.Lex)
	p.Load(toks)
	return p.Catch(func() { p.module(mode) }), p
}

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
		p.EndInteractive()
		return
	}
	for p.Tok() != token.EOF {
		p.statement()
	}
}
