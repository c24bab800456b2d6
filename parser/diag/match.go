package diag

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/grammar"
	"github.com/gopy-lang/gopy/parser/token"
)

// match reads a match statement, or returns false where match is a name.
func (p *stmts) match() bool {
	t := p.Cur()
	if !grammar.IsMatch(p.Parser) {
		if p.Strict && (p.Starts(p.Peek(1)) || p.Peek(1) == token.Star) {
			p.almostMatch(t)
		}
		return false
	}
	p.I++
	p.Subject()
	p.I += 3 // ":", NEWLINE, INDENT
	for p.IsSoft("case") {
		p.caseBlock()
	}
	p.Expect(token.Dedent)
	p.ended(t)
	return true
}

// almostMatch explains a match statement without its colon or its block.
func (p *stmts) almostMatch(t *token.Token) {
	from := p.I
	if p.Try(func() bool { p.I++; p.Subject(); return true }) {
		if p.Tok() == token.Newline {
			p.FailTok(p.Cur(), "expected ':'")
		}
		if p.Accept(token.Colon) && p.Tok() == token.Newline && p.Peek(1) != token.Indent {
			p.body("'match' statement", t)
		}
	}
	p.I = from
}

func (p *stmts) caseBlock() {
	t := p.Cur()
	p.I++
	p.openPattern(token.Colon)
	if p.Accept(token.If) {
		p.Named()
	}
	p.colon()
	p.body("'case' statement", t)
}

// openPattern reads patterns up to the token end, or an if.
func (p *stmts) openPattern(end token.Type) {
	for {
		if p.Accept(token.Star) {
			p.Expect(token.Name)
		} else {
			p.asPattern()
		}
		if !p.Accept(token.Comma) || p.Tok() == end || p.Tok() == token.If {
			return
		}
	}
}

func (p *stmts) asPattern() {
	p.closedPattern()
	for p.Accept(token.Vbar) {
		p.closedPattern()
	}
	if !p.Accept(token.As) {
		return
	}
	t := p.Cur()
	if t.Type == token.Name && p.Peek(1) != token.Dot && p.Peek(1) != token.LPar && p.Peek(1) != token.LSqb {
		if t.Value == "_" && p.Strict {
			p.FailTok(t, "cannot use '_' as a target")
		}
		p.I++
		return
	}
	var target ast.Expr
	if p.Strict && p.Try(func() bool { target = p.Expression(); return true }) {
		p.Fail(*target.Position(), "cannot use "+expr.Describe(target)+" as pattern target")
	}
	p.Expect(token.Name)
}

func (p *stmts) closedPattern() {
	p.Enter()
	defer p.Exit()
	switch p.Tok() {
	case token.Number, token.Minus:
		p.SignedNumber()
	case token.String, token.FStart, token.TStart:
		p.PatternString()
	case token.None, token.True, token.False:
		p.I++
	case token.Name:
		p.dotted()
		if p.Accept(token.LPar) {
			p.classArguments()
		}
	case token.LPar:
		p.I++
		p.patternsTo(token.RPar)
	case token.LSqb:
		p.I++
		p.patternsTo(token.RSqb)
	case token.LBrace:
		p.I++
		p.mapping()
	default:
		p.Syntax()
	}
}

func (p *stmts) patternsTo(end token.Type) {
	if p.Tok() != end {
		p.openPattern(end)
	}
	p.Expect(end)
}

func (p *stmts) mapping() {
	for p.Tok() != token.RBrace {
		if p.Accept(token.DoubleStar) {
			if p.IsSoft("_") {
				p.Syntax()
			}
			p.Expect(token.Name)
			p.Accept(token.Comma)
			break
		}
		if p.Tok() == token.Name {
			p.dotted()
			if p.Toks[p.I-2].Type != token.Dot {
				p.Syntax()
			}
		} else if p.PatternKey() == nil {
			p.Syntax()
		}
		p.Expect(token.Colon)
		p.asPattern()
		if !p.Accept(token.Comma) {
			break
		}
	}
	p.Expect(token.RBrace)
}

func (p *stmts) classArguments() {
	keyword := false
	for p.Tok() != token.RPar {
		if p.Tok() == token.Name && p.Peek(1) == token.Equal {
			keyword = true
			p.I += 2
			p.asPattern()
		} else if start := p.Cur(); keyword {
			p.positionalAfterKeyword(start)
		} else {
			p.asPattern()
		}
		if !p.Accept(token.Comma) {
			break
		}
	}
	p.Expect(token.RPar)
}

// positionalAfterKeyword fails about the positional patterns from start on.
func (p *stmts) positionalAfterKeyword(start *token.Token) {
	if !p.Strict {
		p.Syntax()
	}
	p.asPattern()
	end := p.Prev()
	for p.Accept(token.Comma) && p.Tok() != token.RPar && (p.Tok() != token.Name || p.Peek(1) != token.Equal) {
		p.asPattern()
		end = p.Prev()
	}
	p.Fail(token.Span(start, end), "positional patterns follow keyword patterns")
}
