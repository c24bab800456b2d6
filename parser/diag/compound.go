package diag

import (
	"fmt"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/grammar"
	"github.com/gopy-lang/gopy/parser/token"
)

func (p *stmts) statement() {
	switch p.Tok() {
	case token.If:
		p.ifStatement()
	case token.Def:
		p.def()
	case token.For:
		p.forStatement()
	case token.While:
		t := p.Cur()
		p.I++
		p.Named()
		p.colon()
		p.body("'while' statement", t)
		p.ended(t)
		p.elseBlock()
	case token.Try:
		p.try()
	case token.With:
		t := p.Cur()
		p.I++
		p.withItems()
		p.colon()
		p.body("'with' statement", t)
		p.ended(t)
	case token.Class:
		p.class()
	case token.At:
		p.decorated()
	case token.Async:
		p.async()
	default:
		if p.IsSoft("match") && p.match() {
			return
		}
		p.simpleStatements()
	}
}

// ended notes that the compound statement beginning at t is complete.
func (p *stmts) ended(t *token.Token) {
	if p.done == nil || t.Pos.Line > p.done.Pos.Line {
		p.done = t
	}
}

// colon reads the colon behind a statement's head. Where the line ends instead,
// the colon is what is missing.
func (p *stmts) colon() {
	if p.Strict && p.Tok() == token.Newline {
		p.FailTok(p.Cur(), "expected ':'")
	}
	p.Expect(token.Colon)
}

// body reads what follows a colon; what and the token t name the statement in
// the error about a block that is not indented.
func (p *stmts) body(what string, t *token.Token) {
	if !p.Accept(token.Newline) {
		p.simpleStatements()
		return
	}
	if p.Tok() != token.Indent {
		if p.Strict {
			p.FailHere(token.IndentationError, fmt.Sprintf("expected an indented block after %s on line %d", what, t.Pos.Line))
		}
		p.Syntax()
	}
	p.I++
	for p.Tok() != token.Dedent {
		p.statement()
	}
	p.I++
}

func (p *stmts) elseBlock() bool {
	t := p.Cur()
	if !p.Accept(token.Else) {
		return false
	}
	p.Force(token.Colon, ":")
	p.body("'else' statement", t)
	return true
}

func (p *stmts) ifStatement() {
	what, first := "'if' statement", p.Cur()
	for {
		t := p.Cur()
		p.I++
		p.Named()
		p.colon()
		p.body(what, t)
		p.ended(first)
		if p.Tok() != token.Elif {
			break
		}
		what = "'elif' statement"
	}
	if p.elseBlock() && p.Strict && p.Tok() == token.Elif {
		p.FailTok(p.Cur(), "'elif' block follows an 'else' block")
	}
}

func (p *stmts) forStatement() {
	t := p.Cur()
	p.I++
	targets := p.Targets()
	if p.Strict || p.Tok() == token.In {
		if bad := expr.Invalid(targets); bad != nil {
			p.Fail(*bad.Position(), "cannot assign to "+expr.Describe(bad))
		}
	}
	p.Expect(token.In)
	p.Star()
	p.colon()
	p.body("'for' statement", t)
	p.ended(t)
	p.elseBlock()
}

func (p *stmts) withItems() {
	if !p.Strict {
		grammar.WithItems(p.Parser)
		return
	}
	start := p.I
	problem := p.Catch(func() {
		grammar.WithItems(p.Parser)
		if t := p.Tok(); t != token.Colon && t != token.Newline {
			p.Syntax()
		}
	})
	if problem == nil {
		return
	}
	if !problem.Generic {
		p.Rethrow(problem)
	}
	p.I = start
	paren := p.Accept(token.LPar)
	for more := true; more; more = p.Accept(token.Comma) {
		if paren && p.Tok() == token.RPar && p.Prev().Type == token.Comma {
			break
		}
		p.Expression()
		if p.Accept(token.As) {
			p.Store(p.Target())
		}
	}
	if paren {
		p.Expect(token.RPar)
	}
}

func (p *stmts) decorated() {
	for p.Accept(token.At) {
		p.Named()
		p.Expect(token.Newline)
	}
	switch p.Tok() {
	case token.Def:
		p.def()
	case token.Class:
		p.class()
	case token.Async:
		p.I++
		if p.Tok() != token.Def {
			p.Syntax()
		}
		p.def()
	default:
		p.Syntax()
	}
}

func (p *stmts) async() {
	t := p.Cur()
	p.I++
	switch p.Tok() {
	case token.Def, token.For, token.With:
		inner := p.Cur()
		p.statement()
		if p.done == inner {
			p.done = t
		}
	default:
		p.Syntax()
	}
}

func (p *stmts) def() {
	t := p.Cur()
	p.I++
	p.Expect(token.Name)
	from := p.I
	if problem := p.Catch(p.typeParams); problem != nil {
		if !problem.Generic {
			p.Rethrow(problem)
		}
		p.I = from
	}
	p.Force(token.LPar, "(")
	p.Parameters()
	p.Expect(token.RPar)
	if arrow := p.I; p.Accept(token.Arrow) {
		if !p.AtExpression() {
			p.I = arrow
		} else {
			p.Expression()
		}
	}
	p.Force(token.Colon, ":")
	p.body("function definition", t)
}

func (p *stmts) class() {
	t := p.Cur()
	p.I++
	p.Expect(token.Name)
	p.typeParams()
	if p.Accept(token.LPar) {
		p.Arguments()
	}
	p.colon()
	p.body("class definition", t)
	p.ended(t)
}

// typeParams reads an optional type parameter list.
func (p *stmts) typeParams() {
	if !p.Accept(token.LSqb) {
		return
	}
	if t := p.Cur(); p.Strict && t.Type == token.RSqb {
		if p.Peek(1) == token.Equal { // CPython has read on in a type statement
			p.I++
		}
		p.FailFrom(t, "Type parameter list cannot be empty")
	}
	for more := true; more; more = p.Accept(token.Comma) {
		if p.Tok() == token.RSqb && p.Prev().Type == token.Comma {
			break
		}
		p.typeParam()
	}
	p.Expect(token.RSqb)
}

func (p *stmts) typeParam() {
	kind := ""
	if p.Accept(token.Star) {
		kind = "TypeVarTuple"
	} else if p.Accept(token.DoubleStar) {
		kind = "ParamSpec"
	}
	p.Expect(token.Name)
	if colon := p.Cur(); colon.Type == token.Colon && (kind == "" || p.Strict) {
		p.I++
		bound := p.Expression()
		if kind != "" {
			what := "bound"
			if _, ok := bound.(*ast.Tuple); ok {
				what = "constraints"
			}
			p.Fail(p.Since(colon), fmt.Sprintf("cannot use %s with %s", what, kind))
		}
	}
	if p.Accept(token.Equal) {
		if kind == "TypeVarTuple" {
			p.StarOrExpression()
		} else {
			p.Expression()
		}
	}
}

func (p *stmts) try() {
	t := p.Cur()
	first := t
	p.I++
	p.Force(token.Colon, ":")
	p.body("'try' statement", t)
	if p.Tok() != token.Except && p.Tok() != token.Finally {
		if p.Strict {
			p.FailHere(token.SyntaxError, "expected 'except' or 'finally' block")
		}
		p.Syntax()
	}
	handlers, star := 0, false
	for ; p.Tok() == token.Except; handlers++ {
		hasStar := p.Peek(1) == token.Star
		if handlers > 0 && hasStar != star {
			p.mixedHandlers(hasStar)
		}
		star = hasStar
		p.handler()
	}
	if handlers > 0 {
		p.ended(first)
		p.elseBlock()
	}
	t = p.Cur()
	if p.Accept(token.Finally) {
		p.Force(token.Colon, ":")
		p.body("'finally' statement", t)
		p.ended(first)
	}
}

func (p *stmts) mixedHandlers(star bool) {
	if !p.Strict {
		p.Syntax()
	}
	last := p.Cur()
	if star {
		last = &p.Toks[p.I+1]
	}
	p.Fail(token.Span(p.Cur(), last), "cannot have both 'except' and 'except*' on the same 'try'")
}

func (p *stmts) handler() {
	t := p.Cur()
	p.I++
	what, star := "'except' statement", ""
	if p.Accept(token.Star) {
		what, star = "'except*' statement", "*"
		if tok := p.Tok(); tok == token.Colon || tok == token.Newline {
			if p.Strict {
				p.FailTok(p.Cur(), "expected one or more exception types")
			}
			p.Syntax()
		}
	}
	if p.AtExpression() {
		start := p.I
		p.Expression()
		single := p.Tok() != token.Comma
		p.I = start
		p.Expressions()
		if p.Tok() == token.As {
			p.handlerName(start, single, star)
		}
	}
	p.colon()
	p.body(what, t)
}

// handlerName reads `as NAME`; start begins the exception types.
func (p *stmts) handlerName(start int, single bool, star string) {
	if !single {
		if p.Strict && p.Peek(1) == token.Name && p.Peek(2) == token.Colon {
			p.I += 2
			p.Fail(p.Since(&p.Toks[start]), "multiple exception types must be parenthesized when using 'as'")
		}
		p.Syntax()
	}
	p.I++
	if p.Strict && (p.Tok() != token.Name || p.Peek(1) != token.Colon) {
		from := p.I
		var target ast.Expr
		if p.Try(func() bool { target = p.Expression(); p.Expect(token.Colon); p.body("", p.Cur()); return true }) {
			if _, ok := target.(*ast.Name); !ok {
				p.Fail(*target.Position(), "cannot use except"+star+" statement with "+expr.Describe(target))
			}
		}
		p.I = from
	}
	p.Expect(token.Name)
}
