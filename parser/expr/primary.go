package expr

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// primary parses an atom and the attributes, subscripts and calls behind it
// (section 6.3).
func (p *Parser) primary() ast.Expr {
	start := p.I
	e := p.atom()
	for {
		switch p.Toks[p.I].Type {
		case token.Dot:
			p.I++
			t := p.Expect(token.Name)
			attr := t.Value
			if !plainName(attr) {
				attr = lexer.Normalize(attr)
			}
			e = &ast.Attribute{Pos: p.from(start), Value: e, Attr: attr}
		case token.LPar:
			e = p.call(start, e)
		case token.LSqb:
			p.I++
			slice := p.slices()
			p.close(token.RSqb)
			e = &ast.Subscript{Pos: p.from(start), Value: e, Slice: slice}
		default:
			return e
		}
	}
}

func plainName(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// name parses an identifier.
func (p *Parser) name() *ast.Name {
	t := &p.Toks[p.I]
	p.I++
	id := t.Value
	if !plainName(id) {
		id = lexer.Normalize(id)
	}
	n := &ast.Name{Id: id}
	n.Line, n.Col = int32(t.Pos.Line), int32(t.Pos.Column-1)
	n.EndLine, n.EndCol = n.Line, n.Col+int32(len(t.Value))
	return n
}

// close skips a closing bracket.
func (p *Parser) close(t token.Type) {
	if p.Toks[p.I].Type != t {
		p.Syntax()
	}
	p.I++
}

func (p *Parser) atom() ast.Expr {
	t := &p.Toks[p.I]
	switch t.Type {
	case token.Name:
		return p.name()
	case token.Number:
		return p.number()
	case token.String, token.FStart, token.TStart:
		return p.strings()
	case token.LPar:
		return p.paren()
	case token.LSqb:
		return p.list()
	case token.LBrace:
		return p.brace()
	case token.None:
		return p.constant(nil)
	case token.True:
		return p.constant(true)
	case token.False:
		return p.constant(false)
	case token.Ellipsis:
		return p.constant(ast.Ellipsis{})
	}
	p.Syntax()
	return nil
}

func (p *Parser) constant(v any) ast.Expr {
	p.I++
	return &ast.Constant{Pos: p.Since(p.Prev()), Value: v}
}

// paren parses what "(" begins: a group, a tuple or a generator expression.
func (p *Parser) paren() ast.Expr {
	open := p.Cur()
	p.I++
	p.enterBracket()
	defer p.exitBracket()
	switch p.Tok() {
	case token.RPar:
		p.I++
		return &ast.Tuple{Pos: p.Since(open)}
	case token.Yield:
		e := p.yield()
		p.close(token.RPar)
		return e
	}
	first := p.starOr((*Parser).Named)
	switch p.Tok() {
	case token.Comma:
		elts := p.elements(first, token.RPar)
		p.close(token.RPar)
		return &ast.Tuple{Pos: p.Since(open), Elts: elts}
	case token.For, token.Async:
		gens := p.comprehensions(first)
		p.close(token.RPar)
		return &ast.GeneratorExp{Pos: p.Since(open), Elt: first, Generators: gens}
	}
	if p.Tok() != token.RPar {
		p.Syntax()
	}
	if s, ok := first.(*ast.Starred); ok {
		p.Fail(s.Pos, "cannot use starred expression here")
	}
	p.I++
	return first
}

// elements parses the elements behind the first up to the closing bracket,
// which it leaves.
func (p *Parser) elements(first ast.Expr, end token.Type) []ast.Expr {
	mark := len(p.scratch)
	p.scratch = append(p.scratch, first)
	for p.Accept(token.Comma) {
		if p.Tok() == end {
			break
		}
		p.scratch = append(p.scratch, p.starOr((*Parser).Named))
	}
	return p.take(mark)
}

func (p *Parser) list() ast.Expr {
	open := p.Cur()
	p.I++
	p.enterBracket()
	defer p.exitBracket()
	if p.Accept(token.RSqb) {
		return &ast.List{Pos: p.Since(open)}
	}
	first := p.starOr((*Parser).Named)
	if t := p.Tok(); t == token.For || t == token.Async {
		gens := p.comprehensions(first)
		p.close(token.RSqb)
		return &ast.ListComp{Pos: p.Since(open), Elt: first, Generators: gens}
	}
	elts := p.elements(first, token.RSqb)
	if p.Strict && p.Tok() == token.For {
		p.bareTarget(open)
	}
	p.close(token.RSqb)
	return &ast.List{Pos: p.Since(open), Elts: elts}
}

// brace parses dict and set displays and comprehensions.
func (p *Parser) brace() ast.Expr {
	open := p.Cur()
	p.I++
	p.enterBracket()
	defer p.exitBracket()
	if p.Accept(token.RBrace) {
		return &ast.Dict{Pos: p.Since(open)}
	}
	if p.Tok() == token.DoubleStar {
		return p.dict(open, nil)
	}
	first := p.starOr((*Parser).Named)
	switch p.Tok() {
	case token.Colon:
		switch first.(type) {
		case *ast.Starred, *ast.NamedExpr:
			if p.Toks[p.I-1].Type != token.RPar {
				p.Syntax()
			}
		}
		return p.dict(open, first)
	case token.For, token.Async:
		gens := p.comprehensions(first)
		p.close(token.RBrace)
		return &ast.SetComp{Pos: p.Since(open), Elt: first, Generators: gens}
	}
	elts := p.elements(first, token.RBrace)
	if p.Strict && p.Tok() == token.For {
		p.bareTarget(open)
	}
	p.close(token.RBrace)
	return &ast.Set{Pos: p.Since(open), Elts: elts}
}

// dict parses a dict from its first key on; a nil key stands before "**".
func (p *Parser) dict(open *token.Token, first ast.Expr) ast.Expr {
	var d ast.Dict
	for {
		switch {
		case first != nil:
		case p.Tok() == token.DoubleStar:
			stars := p.Cur()
			p.I++
			d.Keys = append(d.Keys, nil)
			d.Values = append(d.Values, p.binary(precBitOr))
			if t := p.Tok(); len(d.Keys) == 1 && (t == token.For || t == token.Async) {
				p.FailTok(stars, "dict unpacking cannot be used in dict comprehension")
			}
		default:
			first = p.laterKey()
		}
		if first != nil {
			value := p.dictValue(first)
			if t := p.Tok(); len(d.Keys) == 0 && (t == token.For || t == token.Async) {
				gens := p.comprehensions(first)
				p.close(token.RBrace)
				return &ast.DictComp{Pos: p.Since(open), Key: first, Value: value, Generators: gens}
			}
			d.Keys, d.Values = append(d.Keys, first), append(d.Values, value)
			first = nil
		}
		if !p.Accept(token.Comma) || p.Tok() == token.RBrace {
			break
		}
	}
	p.close(token.RBrace)
	d.Pos = p.Since(open)
	return &d
}

// laterKey parses a key behind the first. CPython does not guess at a missing
// comma there.
func (p *Parser) laterKey() ast.Expr {
	strict := p.Strict
	p.Strict = false
	key := p.Expression()
	p.Strict = strict
	return key
}

// dictValue parses ": value".
func (p *Parser) dictValue(key ast.Expr) ast.Expr {
	if p.Tok() != token.Colon {
		if p.Strict {
			p.missingDictColon(key)
		}
		p.Syntax()
	}
	colon := p.Cur()
	p.I++
	switch p.Tok() {
	case token.Star:
		star := p.Cur()
		p.I++
		p.bitOr()
		p.Fail(p.Since(star), "cannot use a starred expression in a dictionary value")
	case token.RBrace, token.Comma:
		p.FailTok(colon, "expression expected after dictionary key and ':'")
	}
	return p.Expression()
}

// slices parses the inside of a subscript.
func (p *Parser) slices() ast.Expr {
	start := p.Cur()
	p.enterBracket()
	defer p.exitBracket()
	first := p.slice()
	if p.Tok() != token.Comma {
		if _, ok := first.(*ast.Starred); !ok {
			return first
		}
	}
	mark := len(p.scratch)
	p.scratch = append(p.scratch, first)
	for p.Accept(token.Comma) {
		if p.Tok() == token.RSqb {
			break
		}
		p.scratch = append(p.scratch, p.slice())
	}
	return &ast.Tuple{Pos: p.Since(start), Elts: p.take(mark)}
}

func (p *Parser) slice() ast.Expr {
	start := p.Cur()
	var s ast.Slice
	if start.Type == token.Star {
		p.I++
		value := p.starOperand()
		return &ast.Starred{Pos: p.Since(start), Value: value}
	}
	if start.Type != token.Colon {
		e := p.Named()
		if p.Tok() != token.Colon {
			return e
		}
		if _, ok := e.(*ast.NamedExpr); ok && p.Prev().Type != token.RPar {
			p.Syntax()
		}
		s.Lower = e
	}
	p.I++
	if p.startsExpr(p.Tok()) {
		s.Upper = p.Expression()
	}
	if p.Accept(token.Colon) && p.startsExpr(p.Tok()) {
		s.Step = p.Expression()
	}
	s.Pos = p.Since(start)
	return &s
}

// comprehensions parses the clauses behind elt.
func (p *Parser) comprehensions(elt ast.Expr) []*ast.Comprehension {
	if s, ok := elt.(*ast.Starred); ok {
		p.Fail(s.Pos, "iterable unpacking cannot be used in comprehension")
	}
	var list []*ast.Comprehension
	for {
		c := &ast.Comprehension{}
		if p.Tok() == token.Async {
			p.I++
			c.IsAsync = 1
			if p.Tok() != token.For {
				p.Syntax()
			}
		}
		if !p.Accept(token.For) {
			return list
		}
		c.Target = p.Targets()
		if !p.Accept(token.In) {
			if p.Strict {
				if p.Tok() == token.In {
					p.badForTarget(c.Target)
				}
				p.FailTok(p.Cur(), "'in' expected after for-loop variables")
			}
			p.Syntax()
		}
		p.Store(c.Target)
		c.Iter = p.Disjunction()
		for p.Accept(token.If) {
			c.Ifs = append(c.Ifs, p.Disjunction())
		}
		list = append(list, c)
	}
}
