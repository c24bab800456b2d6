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
		c.Args, c.Keywords = p.arguments()
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
		args, keywords = p.arguments()
	}
	p.close(token.RPar)
	if len(args) == 1 {
		if g, ok := args[0].(*ast.GeneratorExp); ok && g.EndLine == 0 {
			p.Syntax()
		}
	}
	return args, keywords
}

// arguments parses up to the ")". A generator expression that uses the call's
// parentheses has no position yet.
func (p *Parser) arguments() ([]ast.Expr, []*ast.Keyword) {
	mark := len(p.scratch)
	var keywords []*ast.Keyword
	unpacked := false // a "**" came before
	for p.Tok() != token.RPar {
		t := p.Cur()
		switch {
		case t.Type == token.Star:
			p.I++
			value := p.Expression()
			s := &ast.Starred{Pos: p.Since(t), Value: value}
			if unpacked {
				p.Fail(p.Since(t), "iterable argument unpacking follows keyword argument unpacking")
			}
			p.scratch = append(p.scratch, s)
		case t.Type == token.DoubleStar:
			p.I++
			value := p.Expression()
			keywords = append(keywords, &ast.Keyword{Pos: p.Since(t), Value: value})
			unpacked = true
		case t.Type == token.Name && p.Toks[p.I+1].Type == token.Equal:
			keywords = append(keywords, p.keyword())
		default:
			arg := p.positional(len(p.scratch) == mark && keywords == nil)
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
func (p *Parser) positional(alone bool) ast.Expr {
	start := p.Cur()
	arg := p.named(true)
	switch p.Tok() {
	case token.For, token.Async:
		g := &ast.GeneratorExp{Elt: arg, Generators: p.comprehensions(arg)}
		if alone && p.Tok() == token.RPar {
			return g
		}
		if p.Tok() == token.Comma || p.Tok() == token.RPar {
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
	if c, ok := arg.(*ast.Constant); ok && token.IsKeyword(start.Type) {
		p.Fail(token.Span(start, p.Cur()), "cannot assign to "+ast.ReprConstant(c.Value))
	}
	p.Fail(token.Span(start, p.Cur()), `expression cannot contain assignment, perhaps you meant "=="?`)
}

// positionalAfterKeyword fails at the last of the positional arguments that
// follow a keyword, as CPython does.
func (p *Parser) positionalAfterKeyword(unpacked bool) {
	msg := "positional argument follows keyword argument"
	if unpacked {
		msg += " unpacking"
	}
	for p.Tok() == token.Comma && p.startsExpr(p.Peek(1)) && p.Peek(2) != token.Equal {
		p.I++
		p.Named()
	}
	p.FailTok(p.Prev(), msg)
}
