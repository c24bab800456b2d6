package diag

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/grammar"
	"github.com/gopy-lang/gopy/parser/token"
)

// stmts reads statements to find what is wrong. It builds no statements.
type stmts struct {
	*expr.Parser
	done *token.Token // the last compound statement that ended, see Problem.StmtLine
}

// simpleStatements reads a line of simple statements.
func (p *stmts) simpleStatements() {
	for {
		p.simple()
		if p.Accept(token.Newline) {
			return
		}
		p.Expect(token.Semi)
		if p.Accept(token.Newline) {
			return
		}
	}
}

func (p *stmts) simple() {
	t := p.Cur()
	switch t.Type {
	case token.Return:
		grammar.Return(p.Parser)
	case token.Pass, token.Break, token.Continue:
		if p.Strict {
			p.StatementInExpression()
		}
		p.I++
	case token.Import:
		p.importStatement()
	case token.From:
		p.fromStatement()
	case token.Raise:
		p.I++
		if p.AtExpression() {
			p.Expression()
			if p.Accept(token.From) {
				p.Expression()
			}
		}
	case token.Assert:
		p.I++
		p.Expression()
		if p.Accept(token.Comma) {
			p.Expression()
		}
	case token.Del:
		p.del()
	case token.Global, token.Nonlocal:
		p.I++
		for more := true; more; more = p.Accept(token.Comma) {
			p.Expect(token.Name)
		}
	default:
		if t.Type == token.Name && t.Value == "type" && p.Peek(1) == token.Name {
			p.typeAlias()
			return
		}
		grammar.Assignment(p.Parser)
	}
}

func (p *stmts) del() {
	p.I++
	if !p.Strict {
		grammar.DelTargets(p.Parser)
		return
	}
	e := p.Star()
	if tuple, ok := e.(*ast.Tuple); ok {
		for _, elt := range tuple.Elts {
			p.Delete(elt)
		}
		return
	}
	p.Delete(e)
}

func (p *stmts) typeAlias() {
	p.I += 2
	p.typeParams()
	p.Expect(token.Equal)
	p.Expression()
}

// dotted reads NAME (DOT NAME)*.
func (p *stmts) dotted() {
	p.Expect(token.Name)
	for p.Accept(token.Dot) {
		p.Expect(token.Name)
	}
}

func (p *stmts) importStatement() {
	t := p.Cur()
	p.I++
	if p.Strict {
		p.noNames()
	}
	for more := true; more; more = p.Accept(token.Comma) {
		p.dotted()
		if p.Strict && p.Tok() == token.From {
			p.importFrom(t)
		}
		p.importAs()
	}
}

// noNames explains an import without names.
func (p *stmts) noNames() {
	if t := p.Cur(); t.Type == token.Newline {
		pos := token.Span(t, t)
		pos.EndCol = pos.Col
		p.Fail(pos, "Expected one or more names after 'import'")
	}
}

// importFrom explains `import a from b`.
func (p *stmts) importFrom(t *token.Token) {
	if p.Try(func() bool { p.I++; p.dotted(); return true }) {
		p.FailFrom(t, "Did you mean to use 'from ... import ...' instead?")
	}
}

// importAs reads `as NAME`.
func (p *stmts) importAs() {
	if !p.Accept(token.As) {
		return
	}
	if next := p.Peek(1); p.Tok() == token.Name && (!p.Strict || next == token.Comma || next == token.RPar || next == token.Newline || next == token.Semi) {
		p.I++
		return
	}
	if p.Strict {
		from := p.I
		var target ast.Expr
		if p.Try(func() bool { target = p.Expression(); return true }) {
			p.I = from
			p.Fail(*target.Position(), "cannot use "+expr.Describe(target)+" as import target")
		}
	}
	p.Expect(token.Name)
}

func (p *stmts) fromStatement() {
	p.I++
	dots := false
	for p.Accept(token.Dot) || p.Accept(token.Ellipsis) {
		dots = true
	}
	future := p.Tok() == token.Name && p.Cur().Value == "__future__" && !dots && p.Peek(1) == token.Import
	if !dots || p.Tok() == token.Name {
		p.dotted()
	}
	p.Expect(token.Import)
	if p.Accept(token.Star) {
		return
	}
	if p.Strict {
		p.noNames()
	}
	paren := p.Accept(token.LPar)
	for more := true; more; more = p.Accept(token.Comma) {
		if paren && p.Tok() == token.RPar && p.Prev().Type == token.Comma {
			break
		}
		if p.Prev().Type == token.Comma && p.Tok() == token.Newline && !paren {
			p.FailTok(p.Cur(), "trailing comma not allowed without surrounding parentheses")
		}
		if name := p.Expect(token.Name); future {
			if msg := grammar.BadFuture(name.Value); msg != "" {
				p.FailTok(name, msg)
			}
			p.Diamond = p.Diamond || name.Value == grammar.DiamondFuture
		}
		p.importAs()
	}
	if paren {
		p.Expect(token.RPar)
	}
}
