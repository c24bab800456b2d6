package expr

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// SignedNumber parses the number of a pattern: signed, or a sum of a real and
// an imaginary number (section 8.6.4.1).
func (p *Parser) SignedNumber() ast.Expr {
	start := p.Cur()
	left, real := p.signed()
	var op ast.Operator
	switch p.Tok() {
	case token.Plus:
		op = ast.Add
	case token.Minus:
		op = ast.Sub
	default:
		return left
	}
	if !real {
		p.Fail(*left.Position(), "real number required in complex literal")
	}
	p.I++
	if p.Tok() != token.Number {
		p.Syntax()
	}
	right := p.number()
	if _, ok := right.(*ast.Constant).Value.(complex128); !ok {
		p.Fail(*right.Position(), "imaginary number required in complex literal")
	}
	return &ast.BinOp{Pos: p.Since(start), Left: left, Op: op, Right: right}
}

func (p *Parser) signed() (e ast.Expr, real bool) {
	start := p.Cur()
	minus := p.Accept(token.Minus)
	if p.Tok() != token.Number {
		p.Syntax()
	}
	n := p.number()
	_, imaginary := n.(*ast.Constant).Value.(complex128)
	if minus {
		return &ast.UnaryOp{Pos: p.Since(start), Op: ast.USub, Operand: n}, !imaginary
	}
	return n, !imaginary
}

// PatternString parses the strings of a pattern. That they are constant is for
// the compiler to check.
func (p *Parser) PatternString() ast.Expr { return p.strings() }

// PatternKey parses a literal key of a mapping pattern; it returns nil where
// none begins.
func (p *Parser) PatternKey() ast.Expr {
	switch p.Tok() {
	case token.Number, token.Minus:
		return p.SignedNumber()
	case token.String, token.FStart, token.TStart:
		return p.PatternString()
	case token.None, token.True, token.False:
		return p.atom()
	}
	return nil
}

// Dotted makes an expression of the tokens NAME (DOT NAME)*.
func (p *Parser) Dotted(toks []token.Token) ast.Expr {
	save := p.Toks
	at := p.I
	p.Toks, p.I = toks, 0
	var e ast.Expr = p.name()
	for i := 2; i < len(toks); i += 2 {
		p.I = i
		n := p.name()
		e = &ast.Attribute{Pos: token.Span(&toks[0], &toks[i]), Value: e, Attr: n.Id}
	}
	p.Toks, p.I = save, at
	return e
}

// Constant makes an expression of the token None, True or False.
func Constant(t *token.Token) *ast.Constant {
	c := &ast.Constant{Pos: token.Span(t, t)}
	switch t.Type {
	case token.True:
		c.Value = true
	case token.False:
		c.Value = false
	}
	return c
}
