package expr

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// call parses the arguments of a call (section 6.3.4); start is the index of
// the token that begins f.
func (p *Parser) call(start int, f ast.Expr) ast.Expr {
	open := p.Cur()
	p.I++
	p.enterBracket()
	defer p.exitBracket()
	c := &ast.Call{Func: f}
	if p.Tok() != token.RPar {
		c.Args, c.Keywords = p.arguments(true)
	}
	p.close(token.RPar)
	c.Pos = p.from(start)
	if len(c.Args) == 1 {
		if g, ok := c.Args[0].(*ast.GeneratorExp); ok && g.EndLine == 0 {
			g.Pos = p.Since(open)
		}
	}
	return c
}

// Arguments parses the parenthesized arguments of a class definition, from
// behind the "(" to the ")", which it skips.
func (p *Parser) Arguments() ([]ast.Expr, []*ast.Keyword) {
	p.enterBracket()
	defer p.exitBracket()
	var args []ast.Expr
	var keywords []*ast.Keyword
	if p.Tok() != token.RPar {
		args, keywords = p.arguments(false)
	}
	p.close(token.RPar)
	return args, keywords
}

// arguments parses up to the ")". Only those of a call may be a generator
// expression without parentheses of its own. A generator expression that uses the call's
// parentheses has no position yet.
func (p *Parser) arguments(call bool) ([]ast.Expr, []*ast.Keyword) {
	mark := len(p.scratch)
	var keywords []*ast.Keyword
	unpacked := false // a "**" came before
	for p.Tok() != token.RPar {
		t := p.Cur()
		switch {
		case t.Type == token.Star:
			comma := p.I - 1
			p.I++
			value := p.unpacked(t, "iterable")
			s := &ast.Starred{Pos: p.Since(t), Value: value}
			if unpacked {
				p.Fail(p.from(comma), "iterable argument unpacking follows keyword argument unpacking")
			}
			if p.Strict && p.Tok() == token.For {
				p.comprehensions(s)
			}
			p.scratch = append(p.scratch, s)
		case t.Type == token.DoubleStar:
			p.I++
			value := p.unpacked(t, "keyword")
			keywords = append(keywords, &ast.Keyword{Pos: p.Since(t), Value: value})
			unpacked = true
		case t.Type == token.Name && p.Toks[p.I+1].Type == token.Equal:
			keywords = append(keywords, p.keyword())
		default:
			if keywords != nil && p.Second && !p.Strict {
				p.Syntax() // the grammar has no positional argument here
			}
			arg := p.positional(call, len(p.scratch) == mark && keywords == nil)
			if keywords != nil {
				p.positionalAfterKeyword(unpacked)
			}
			p.scratch = append(p.scratch, arg)
		}
		if !p.Accept(token.Comma) {
			break
		}
	}
	if len(p.scratch) == mark {
		return nil, keywords
	}
	return p.take(mark), keywords
}

// unpacked parses the operand of the stars t.
func (p *Parser) unpacked(t *token.Token, kind string) ast.Expr {
	var value ast.Expr
	if kind == "iterable" {
		value = p.starOperand()
	} else {
		value = p.Expression()
	}
	if p.Strict && p.Tok() == token.Equal && p.Try(func() bool { p.I++; p.Expression(); return true }) {
		p.Fail(p.Since(t), "cannot assign to "+kind+" argument unpacking")
	}
	return value
}

// starOperand parses the expression behind a star, or explains its lack.
func (p *Parser) starOperand() (value ast.Expr) {
	if !p.Strict {
		return p.Expression()
	}
	if problem := p.Catch(func() { value = p.Expression() }); problem != nil {
		if problem.Generic {
			p.Fail(problem.Pos, "Invalid star expression")
		}
		p.Rethrow(problem)
	}
	return value
}

func (p *Parser) keyword() *ast.Keyword {
	t, start := p.Cur(), p.I
	p.I += 2
	if tok := p.Tok(); tok == token.Comma || tok == token.RPar {
		p.Fail(token.Span(t, p.Prev()), "expected argument value expression")
	}
	value := p.Expression()
	if p.Tok() == token.For {
		p.Fail(token.Span(t, &p.Toks[start+1]), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
	return &ast.Keyword{Pos: p.Since(t), Arg: lexer.Normalize(t.Value), Value: value}
}

// positional parses a positional argument; alone means that none came before.
func (p *Parser) positional(call, alone bool) ast.Expr {
	start := p.Cur()
	arg := p.named(true)
	switch p.Tok() {
	case token.For, token.Async:
		at := p.I
		g := &ast.GeneratorExp{Elt: arg, Generators: p.comprehensions(arg)}
		if alone && p.Tok() == token.RPar {
			if !call {
				p.I = at
				p.Syntax()
			}
			return g
		}
		if t := p.Tok(); t == token.Comma || t == token.RPar {
			p.Fail(p.Since(start), "Generator expression must be parenthesized")
		}
		p.Syntax()
	case token.Equal:
		p.keywordTarget(start, arg)
	}
	return arg
}

// keywordTarget fails at "=" behind an argument that is no name.
func (p *Parser) keywordTarget(start *token.Token, arg ast.Expr) {
	eq := p.Cur()
	pos := *arg.Position()
	pos.EndLine, pos.EndCol = token.End(eq)
	if c, ok := arg.(*ast.Constant); ok && token.IsKeyword(start.Type) {
		p.Fail(token.Span(start, p.Cur()), "cannot assign to "+ast.ReprConstant(c.Value))
	}
	p.Fail(pos, `expression cannot contain assignment, perhaps you meant "=="?`)
}

// positionalAfterKeyword fails behind the positional arguments that follow a
// keyword, as CPython does.
func (p *Parser) positionalAfterKeyword(unpacked bool) {
	msg := "positional argument follows keyword argument"
	if unpacked {
		msg += " unpacking"
	}
	for p.Tok() == token.Comma && p.startsExpr(p.Peek(1)) && p.Peek(2) != token.Equal {
		p.I++
		p.Named()
	}
	p.FailTok(p.Cur(), msg)
}
