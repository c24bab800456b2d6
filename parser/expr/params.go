package expr

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// Parameters parses the parameters of a function definition (section 8.7) up to
// the ")", which it leaves.
func (p *Parser) Parameters() *ast.Arguments { return p.parameters(token.RPar) }

// params is the state of one parameter list.
type params struct {
	*Parser
	args      *ast.Arguments
	end       token.Type // ")" of a definition, ":" of a lambda
	star      *token.Token
	slash     bool
	defaulted bool
	plain     []*ast.Arg
}

func (p *Parser) parameters(end token.Type) *ast.Arguments {
	ps := params{Parser: p, args: &ast.Arguments{}, end: end}
	if end == token.RPar {
		p.level++
		defer func() { p.level-- }()
	}
	for p.Tok() != end {
		if ps.args.Kwarg != nil {
			ps.afterKwarg()
		}
		switch p.Tok() {
		case token.Slash:
			ps.slashParam()
		case token.Star:
			ps.starParam()
		case token.DoubleStar:
			ps.kwParam()
		case token.Name:
			ps.param()
		default:
			ps.invalidParam()
		}
		if !p.Accept(token.Comma) {
			break
		}
	}
	if ps.star != nil && ps.args.Vararg == nil && ps.args.Kwonlyargs == nil {
		t := ps.star
		if end == token.Colon {
			t = p.Cur()
		}
		p.FailTok(t, "named arguments must follow bare *")
	}
	ps.args.Args = ps.plain
	if p.Tok() != end && end == token.RPar {
		p.Syntax()
	}
	return ps.args
}

// arg parses a parameter's name and annotation.
func (ps *params) arg(starred bool) *ast.Arg {
	t := ps.Expect(token.Name)
	a := &ast.Arg{Arg: lexer.Normalize(t.Value)}
	if ps.end == token.RPar && ps.Accept(token.Colon) {
		if starred && ps.Tok() == token.Star {
			star := ps.Cur()
			ps.I++
			value := ps.binary(precBitOr)
			a.Annotation = &ast.Starred{Pos: ps.Since(star), Value: value}
		} else {
			a.Annotation = ps.Expression()
		}
	}
	a.Pos = ps.Since(t)
	return a
}

// value parses an optional default value.
func (ps *params) value() ast.Expr {
	eq := ps.Cur()
	if !ps.Accept(token.Equal) {
		return nil
	}
	if t := ps.Tok(); t == token.RPar || t == token.Comma {
		ps.FailTok(eq, "expected default value expression")
	}
	return ps.Expression()
}

func (ps *params) param() {
	t := ps.Cur()
	a := ps.arg(false)
	v := ps.value()
	switch {
	case ps.star != nil:
		ps.args.Kwonlyargs = append(ps.args.Kwonlyargs, a)
		ps.args.KwDefaults = append(ps.args.KwDefaults, v)
		return
	case v != nil:
		ps.defaulted = true
		ps.args.Defaults = append(ps.args.Defaults, v)
	case ps.defaulted:
		ps.FailTok(t, "parameter without a default follows parameter with a default")
	}
	ps.plain = append(ps.plain, a)
}

func (ps *params) slashParam() {
	t := ps.Cur()
	ps.I++
	switch {
	case ps.slash:
		ps.FailTok(t, "/ may appear only once")
	case ps.star != nil:
		ps.FailTok(t, "/ must be ahead of *")
	case len(ps.plain) == 0:
		if ps.Tok() == token.Comma {
			ps.FailTok(t, "at least one argument must precede /")
		}
		ps.I--
		ps.Syntax()
	}
	if ps.Tok() == token.Star {
		ps.FailTok(ps.Cur(), "expected comma between / and *")
	}
	ps.slash = true
	ps.args.Posonlyargs, ps.plain = ps.plain, nil
}

func (ps *params) starParam() {
	t := ps.Cur()
	if ps.star != nil {
		ps.FailTok(t, "* argument may appear only once")
	}
	ps.I++
	ps.star = t
	if ps.Tok() != token.Name {
		if tok := ps.Tok(); tok != token.Comma && tok != ps.end {
			ps.Syntax()
		}
		return
	}
	ps.args.Vararg = ps.arg(true)
	if ps.Tok() == token.Equal {
		ps.FailTok(ps.Cur(), "var-positional argument cannot have default value")
	}
}

func (ps *params) kwParam() {
	if ps.star != nil && ps.args.Vararg == nil && ps.args.Kwonlyargs == nil {
		t := ps.star
		if ps.end == token.Colon {
			t = ps.Cur()
		}
		ps.FailTok(t, "named arguments must follow bare *")
	}
	ps.I++
	ps.args.Kwarg = ps.arg(false)
	if ps.Tok() == token.Equal {
		ps.FailTok(ps.Cur(), "var-keyword argument cannot have default value")
	}
}

func (ps *params) afterKwarg() {
	switch ps.Tok() {
	case token.Name, token.Star, token.DoubleStar, token.Slash:
		ps.FailTok(ps.Cur(), "arguments cannot follow var-keyword argument")
	}
	ps.Syntax()
}

// invalidParam explains a parameter in parentheses.
func (ps *params) invalidParam() {
	if ps.Tok() == token.LPar && ps.Strict && !ps.defaulted && ps.star == nil {
		open, start := ps.Cur(), ps.I
		what := "Function"
		if ps.end == token.Colon {
			what = "Lambda expression"
		}
		for ps.I++; ps.Tok() == token.Name || ps.Tok() == token.Comma; ps.I++ {
		}
		if ps.Tok() == token.RPar && ps.I > start+1 {
			ps.Fail(token.Span(open, ps.Cur()), what+" parameters cannot be parenthesized")
		}
		ps.I = start
	}
	ps.Syntax()
}
