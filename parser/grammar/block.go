package grammar

import (
	plexer "github.com/alecthomas/participle/v2/lexer"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/token"
)

// Statements parses statements up to the end of the tokens and appends them to
// list.
func Statements(p *expr.Parser, lex *plexer.PeekingLexer, list []ast.Stmt) []ast.Stmt {
	mark := len(p.Stmts)
	for p.Tok() != token.EOF {
		statement(p, lex)
	}
	list = append(list, p.Stmts[mark:]...)
	p.Stmts = p.Stmts[:mark]
	return list
}

// Statement parses one statement, or one line of simple statements.
func Statement(p *expr.Parser, lex *plexer.PeekingLexer) []ast.Stmt {
	mark := len(p.Stmts)
	statement(p, lex)
	return take(p, mark)
}

// take returns a copy of the statements from mark on, and drops them there.
func take(p *expr.Parser, mark int) []ast.Stmt {
	list := make([]ast.Stmt, len(p.Stmts)-mark)
	copy(list, p.Stmts[mark:])
	clear(p.Stmts[mark:])
	p.Stmts = p.Stmts[:mark]
	return list
}

// parseBlock parses ":" and an indented block or a line of simple statements.
func parseBlock(p *expr.Parser, lex *plexer.PeekingLexer) []ast.Stmt {
	p.Colon()
	mark := len(p.Stmts)
	if !p.Accept(token.Newline) {
		simpleStatements(p, lex)
		return take(p, mark)
	}
	p.Expect(token.Indent)
	for p.Tok() != token.Dedent {
		statement(p, lex)
	}
	p.I++
	return take(p, mark)
}

// statement parses a statement and pushes it on p.Stmts.
func statement(p *expr.Parser, lex *plexer.PeekingLexer) {
	if s := compound(p, lex); s != nil {
		p.Stmts = append(p.Stmts, s)
		return
	}
	simpleStatements(p, lex)
}

// compound parses a compound statement, or returns nil.
func compound(p *expr.Parser, lex *plexer.PeekingLexer) ast.Stmt {
	switch p.Tok() {
	case token.If:
		return ifStatement(p, lex)
	case token.Def:
		return produce[defStmt](p, lex).convert(p, nil)
	case token.For:
		return produce[forStmt](p, lex).convert()
	case token.While:
		return produce[whileStmt](p, lex).convert()
	case token.Try:
		return produce[tryStmt](p, lex).convert(p)
	case token.With:
		return produce[withStmt](p, lex).convert()
	case token.Class:
		return produce[classStmt](p, lex).convert(p, nil)
	case token.At:
		return produce[decorated](p, lex).convert(p)
	case token.Async:
		return produce[asyncStmt](p, lex).convert(p)
	case token.Name:
		if p.Cur().Value == "match" && IsMatch(p) {
			return produce[matchStmt](p, lex).convert(p)
		}
	}
	return nil
}

// simpleStatements parses a line of simple statements.
func simpleStatements(p *expr.Parser, lex *plexer.PeekingLexer) {
	for {
		s := simple(p, lex)
		p.Stmts = append(p.Stmts, s)
		if p.Accept(token.Newline) {
			return
		}
		p.Expect(token.Semi)
		if p.Accept(token.Newline) {
			return
		}
	}
}

func simple(p *expr.Parser, lex *plexer.PeekingLexer) ast.Stmt {
	t := p.Cur()
	switch t.Type {
	case token.Return:
		return Return(p)
	case token.Pass:
		p.I++
		return &ast.Pass{Pos: p.Since(t)}
	case token.Break:
		p.I++
		return &ast.Break{Pos: p.Since(t)}
	case token.Continue:
		p.I++
		return &ast.Continue{Pos: p.Since(t)}
	case token.Import:
		return produce[importStmt](p, lex).convert()
	case token.From:
		return produce[fromStmt](p, lex).convert(p)
	case token.Raise:
		return produce[raiseStmt](p, lex).convert(p)
	case token.Assert:
		return produce[assertStmt](p, lex).convert()
	case token.Del:
		return produce[delStmt](p, lex).convert()
	case token.Global:
		return produce[globalStmt](p, lex).convert()
	case token.Nonlocal:
		return produce[nonlocalStmt](p, lex).convert()
	case token.Name:
		if t.Value == "type" && p.Peek(1) == token.Name {
			return produce[typeStmt](p, lex).convert(p)
		}
	}
	return Assignment(p)
}

// ifStatement parses an if statement. Its chain of elif is a loop here, since
// it may be long, and nested statements in the tree.
func ifStatement(p *expr.Parser, lex *plexer.PeekingLexer) ast.Stmt {
	var top, last *ast.If
	var chain []*ast.If
	for {
		t := p.Cur()
		p.I++
		s := &ast.If{Test: p.Named()}
		s.Line, s.Col = token.Start(t)
		s.Body = parseBlock(p, lex)
		if top == nil {
			top = s
		} else {
			last.Orelse = []ast.Stmt{s}
			chain = append(chain, s)
		}
		last = s
		if p.Tok() != token.Elif {
			break
		}
		p.Enter()
	}
	for range chain {
		p.Exit()
	}
	if p.Accept(token.Else) {
		last.Orelse = parseBlock(p, lex)
	}
	top.EndLine, top.EndCol = token.End(lastWord(p.Toks[:p.I]))
	for _, s := range chain {
		s.EndLine, s.EndCol = top.EndLine, top.EndCol
	}
	return top
}

// IsMatch reports whether the name match begins a match statement: a subject,
// a colon and an indented case follow. Otherwise it is a name.
func IsMatch(p *expr.Parser) bool {
	switch t := p.Peek(1); t {
	case token.Star, token.LPar, token.LSqb, token.Minus, token.Plus:
	default:
		if !p.Starts(t) {
			return false
		}
	}
	start := p.I
	found := p.Try(func() bool {
		p.I++
		p.Subject()
		return p.Accept(token.Colon) && p.Accept(token.Newline) && p.Accept(token.Indent) && p.IsSoft("case")
	})
	p.I = start
	return found
}
