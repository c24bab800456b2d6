package grammar

import (
	"fmt"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/token"
)

// augmented is indexed by token type: the operator of an augmented assignment,
// plus one.
var augmented = [...]ast.Operator{
	token.PlusEqual: ast.Add + 1, token.MinusEqual: ast.Sub + 1, token.StarEqual: ast.Mult + 1, token.AtEqual: ast.MatMult + 1,
	token.SlashEqual: ast.Div + 1, token.PercentEqual: ast.ModOp + 1, token.DoubleStarEqual: ast.Pow + 1,
	token.LeftShiftEqual: ast.LShift + 1, token.RightShiftEqual: ast.RShift + 1, token.VbarEqual: ast.BitOr + 1,
	token.CircumflexEqual: ast.BitXor + 1, token.AmperEqual: ast.BitAnd + 1, token.DoubleSlashEqual: ast.FloorDiv + 1,
}

// Assignment parses an expression statement or an assignment of any kind
// (sections 7.1 and 7.2). It parses an expression first and turns it into a
// target when an assignment operator follows.
func Assignment(p *expr.Parser) ast.Stmt {
	start := p.Cur()
	e := p.YieldOrStar()
	t := p.Tok()
	switch {
	case t == token.Equal:
		return assign(p, start, e)
	case t == token.Colon:
		return annotated(p, start, e)
	case t >= 0 && int(t) < len(augmented) && augmented[t] != 0:
		return augment(p, start, e, augmented[t]-1)
	}
	if _, ok := e.(*ast.Name); t == token.ColonEqual && p.Strict && !ok {
		p.Fail(*e.Position(), "cannot use assignment expressions with "+expr.Describe(e))
	}
	return &ast.ExprStmt{Pos: p.Since(start), Value: e}
}

func assign(p *expr.Parser, start *token.Token, e ast.Expr) ast.Stmt {
	if p.Strict && !bareYield(p, e) && expr.Invalid(e) == e {
		p.FailMaybeEqual(start, e)
	}
	s := &ast.Assign{Targets: make([]ast.Expr, 0, 1)}
	for p.Accept(token.Equal) {
		p.I--
		if bareYield(p, e) {
			p.Fail(*e.Position(), "assignment to yield expression not possible")
		}
		p.I++
		p.Store(e)
		s.Targets = append(s.Targets, e)
		e = p.YieldOrStar()
	}
	s.Value = e
	s.Pos = p.Since(start)
	return s
}

// bareYield reports whether e, which ends at p, is a yield without parentheses.
func bareYield(p *expr.Parser, e ast.Expr) bool {
	switch e.(type) {
	case *ast.Yield, *ast.YieldFrom:
		line, col := token.End(p.Prev())
		return e.Position().EndLine == line && e.Position().EndCol == col
	}
	return false
}

// annotated parses `target: annotation [= value]`.
func annotated(p *expr.Parser, start *token.Token, e ast.Expr) ast.Stmt {
	s := &ast.AnnAssign{Target: e}
	switch e.(type) {
	case *ast.Name:
		if start.Type != token.LPar {
			s.Simple = 1
		}
	case *ast.Attribute, *ast.Subscript:
	default:
		invalidAnnotation(p, e)
	}
	p.Store(e)
	p.I++
	s.Annotation = p.Expression()
	if p.Accept(token.Equal) {
		s.Value = p.YieldOrStar()
	}
	s.Pos = p.Since(start)
	return s
}

func invalidAnnotation(p *expr.Parser, e ast.Expr) {
	switch e := e.(type) {
	case *ast.List:
		p.Fail(e.Pos, "only single target (not list) can be annotated")
	case *ast.Tuple:
		at := e.Pos
		if len(e.Elts) > 0 && *e.Elts[0].Position() != at && e.Elts[0].Position().Col == at.Col {
			at = *e.Elts[0].Position() // no parentheses: CPython points at the first
		}
		p.Fail(at, "only single target (not tuple) can be annotated")
	case *ast.Yield, *ast.YieldFrom, *ast.Starred:
		p.Syntax()
	}
	p.Fail(*e.Position(), "illegal target for annotation")
}

func augment(p *expr.Parser, start *token.Token, e ast.Expr, op ast.Operator) ast.Stmt {
	switch e.(type) {
	case *ast.Name, *ast.Attribute, *ast.Subscript:
	default:
		p.Fail(*e.Position(), fmt.Sprintf("'%s' is an illegal expression for augmented assignment", expr.Describe(e)))
	}
	p.Store(e)
	p.I++
	value := p.YieldOrStar()
	return &ast.AugAssign{Pos: p.Since(start), Target: e, Op: op, Value: value}
}

// Return parses a return statement.
func Return(p *expr.Parser) ast.Stmt {
	t := p.Cur()
	p.I++
	s := &ast.Return{}
	if p.AtExpression() || p.Tok() == token.Star {
		s.Value = p.Star()
	}
	s.Pos = p.Since(t)
	return s
}

// DelTargets parses the targets of a del statement.
func DelTargets(p *expr.Parser) []ast.Expr {
	var list []ast.Expr
	for {
		e := p.Target()
		p.Delete(e)
		list = append(list, e)
		if !p.Accept(token.Comma) || !p.AtExpression() && p.Tok() != token.Star {
			return list
		}
	}
}

// WithItems parses the items of a with statement, up to its ":". Parentheses
// may enclose the items or belong to the first expression: the items are tried
// first, and stand if a colon follows them.
func WithItems(p *expr.Parser) []*ast.Withitem {
	var list []*ast.Withitem
	if p.Tok() == token.LPar && (p.Second || colonBehind(p)) {
		enclosed := p.Try(func() bool {
			p.I++
			list = withItems(p, token.RPar)
			return p.Accept(token.RPar) && p.Tok() == token.Colon
		})
		if enclosed {
			return list
		}
	}
	return withItems(p, token.Colon)
}

// colonBehind reports whether a colon follows the bracket that closes the one
// at p.
func colonBehind(p *expr.Parser) bool {
	depth := 0
	for i := p.I; ; i++ {
		switch p.Toks[i].Type {
		case token.LPar, token.LSqb, token.LBrace:
			depth++
		case token.RPar, token.RSqb, token.RBrace:
			if depth--; depth == 0 {
				return p.Toks[i+1].Type == token.Colon
			}
		case token.EOF, token.Error:
			return false
		}
	}
}

// withItems parses items up to the token end; only enclosed ones may end with a
// comma.
func withItems(p *expr.Parser, end token.Type) []*ast.Withitem {
	var list []*ast.Withitem
	for {
		item := &ast.Withitem{ContextExpr: p.Expression()}
		if p.Accept(token.As) {
			item.OptionalVars = p.Target()
			p.Store(item.OptionalVars)
		}
		list = append(list, item)
		if !p.Accept(token.Comma) || end == token.RPar && p.Tok() == end {
			return list
		}
	}
}
