package expr

import (
	"fmt"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// This file explains expressions that the grammar does not allow. Most of it
// runs in Strict mode only: the source is known to hold an error, and it is
// worth while to look ahead for what was meant.

// invalidExpression explains what follows the expression body, which begins at
// token start.
func (p *Parser) invalidExpression(start int, body ast.Expr) {
	t := &p.Toks[start]
	if !p.startsExpr(p.Tok()) || softKeyword(t) {
		return
	}
	if t.Type == token.Name && p.Toks[start+1].Type == token.String {
		return
	}
	from := p.I
	if p.Try(func() bool { p.Expression(); return true }) {
		pos := p.Since(t)
		p.I = from
		if p.level > 0 && !legacy(body) {
			p.Fail(pos, "invalid syntax. Perhaps you forgot a comma?")
		}
	}
}

// brokenString explains quotes inside a string: expressions between strings.
func (p *Parser) brokenString() {
	from := p.I
	var pos ast.Pos
	if t := p.Toks[p.I+1].Type; t != token.String && p.startsExpr(t) && p.Try(func() bool {
		p.I++
		first := p.I
		for p.Tok() != token.String {
			p.Expression()
			pos = p.from(first)
		}
		return true
	}) {
		p.I = from
		p.Fail(pos, "invalid syntax. Is this intended to be part of the string?")
	}
}

func softKeyword(t *token.Token) bool {
	if t.Type == token.Name {
		switch t.Value {
		case "match", "case", "type", "_":
			return true
		}
	}
	return false
}

func legacy(e ast.Expr) bool {
	n, ok := e.(*ast.Name)
	return ok && (n.Id == "print" || n.Id == "exec")
}

// legacyStatement explains `print x` and `exec x`.
func (p *Parser) legacyStatement() {
	t := p.Cur()
	if t.Value != "print" && t.Value != "exec" || p.Toks[p.I+1].Type == token.LPar {
		return
	}
	from := p.I
	if p.Try(func() bool { p.I++; p.Star(); return true }) {
		pos := p.Since(t)
		p.I = from
		p.Fail(pos, fmt.Sprintf("Missing parentheses in call to '%s'. Did you mean %s(...)?", t.Value, t.Value))
	}
}

// missingElse explains a conditional expression that stops behind its test.
func (p *Parser) missingElse(body, test ast.Expr) {
	if p.Tok() != token.Error {
		p.failRange(body, test, "expected 'else' after 'if' expression")
	}
}

// elseStatement explains a statement where an expression belongs.
func (p *Parser) elseStatement() {
	t := p.Cur()
	if t.Type == token.Error || p.startsExpr(t.Type) {
		return
	}
	p.FailTok(t, "expected expression after 'else', but statement is given")
}

// StatementInExpression explains `pass if x else y`.
func (p *Parser) StatementInExpression() {
	t := p.Cur()
	if p.Toks[p.I+1].Type == token.If && p.Try(func() bool {
		p.I += 2
		p.Disjunction()
		return p.Accept(token.Else) && p.startsStatement()
	}) {
		p.FailTok(t, "expected expression before 'if', but statement is given")
	}
}

// startsStatement says whether a simple statement may start here.
func (p *Parser) startsStatement() bool {
	switch p.Tok() {
	case token.Pass, token.Break, token.Continue, token.Return, token.Import, token.From, token.Raise, token.Del,
		token.Assert, token.Global, token.Nonlocal:
		return true
	}
	return p.startsExpr(p.Tok())
}

// invalidNamed explains ":=" and "=" behind the expression e.
func (p *Parser) invalidNamed(start *token.Token, e ast.Expr) {
	if p.Accept(token.ColonEqual) {
		p.Fail(*e.Position(), "cannot use assignment expressions with "+Describe(e))
	}
	from := p.I
	single := p.Try(func() bool {
		p.I++
		p.bitOr()
		return p.Tok() != token.Equal && p.Tok() != token.ColonEqual
	})
	if !single {
		return
	}
	pos := p.Since(start)
	p.I = from
	if n, ok := e.(*ast.Name); ok && n.EndCol == int32(p.Prev().Pos.Column-1+len(p.Prev().Value)) {
		p.Fail(pos, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
	if MaybeEqual(start, e) {
		p.Fail(*e.Position(), "cannot assign to "+Describe(e)+" here. Maybe you meant '==' instead of '='?")
	}
}

// MaybeEqual reports whether "=" behind e may have been meant as "==": e is a
// bitwise_or that does not look like a target. Token start begins it.
func MaybeEqual(start *token.Token, e ast.Expr) bool {
	group := start.Type == token.LPar && e.Position().Col != int32(start.Pos.Column-1)
	switch e := e.(type) {
	case *ast.List, *ast.Tuple, *ast.GeneratorExp:
		return false
	case *ast.Lambda, *ast.IfExp, *ast.BoolOp, *ast.Compare, *ast.Starred, *ast.Yield, *ast.YieldFrom:
		return group
	case *ast.UnaryOp:
		return e.Op != ast.Not || group
	case *ast.Constant:
		switch e.Value.(type) {
		case nil, bool:
			return false
		}
	}
	return true
}

// FailMaybeEqual fails about an assignment to e that may have been meant as a
// comparison: the current token is "=".
func (p *Parser) FailMaybeEqual(start *token.Token, e ast.Expr) {
	if !MaybeEqual(start, e) {
		return
	}
	from := p.I
	if p.Try(func() bool {
		p.I++
		p.bitOr()
		return p.Tok() != token.Equal && p.Tok() != token.ColonEqual
	}) {
		p.I = from
		p.Fail(*e.Position(), "cannot assign to "+Describe(e)+" here. Maybe you meant '==' instead of '='?")
	}
}

// notOperand explains `not` where an operand of a stronger operator belongs.
func (p *Parser) notOperand() {
	if p.Strict {
		t, from := p.Cur(), p.I
		if p.Try(func() bool { p.binary(precNot); return true }) {
			pos := p.Since(t)
			p.I = from
			p.Fail(pos, "'not' after an operator must be parenthesized")
		}
	}
	p.Syntax()
}

// bareTarget explains `[a, b for ...]`.
func (p *Parser) bareTarget(open *token.Token) {
	pos := p.Since(open)
	pos.Col++
	from := p.I
	if p.Try(func() bool { p.comprehensions(nil); return true }) {
		p.I = from
		p.Fail(pos, "did you forget parentheses around the comprehension target?")
	}
}

// missingDictColon explains a key without a value.
func (p *Parser) missingDictColon(key ast.Expr) {
	k := key.Position()
	panic(&bail{&token.Problem{
		Msg: "':' expected after dictionary key",
		Pos: ast.Pos{Line: k.Line, Col: k.EndCol - 1}, End: token.EndZero,
	}})
}

// badForTarget explains a target of `for` that is none.
func (p *Parser) badForTarget(target ast.Expr) {
	if bad := Invalid(target); bad != nil {
		p.Fail(*bad.Position(), "cannot assign to "+Describe(bad))
	}
}
