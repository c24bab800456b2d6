package expr

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// Targets parses the targets of a for statement or comprehension, up to its
// "in". Store turns them into targets.
func (p *Parser) Targets() ast.Expr {
	start := p.I
	first := p.starOr((*Parser).bitOr)
	if p.Tok() != token.Comma {
		return first
	}
	return p.tuple(start, first, (*Parser).bitOr)
}

func (p *Parser) bitOr() ast.Expr { return p.binary(precBitOr) }

// Target parses one target, without a tuple at its top.
func (p *Parser) Target() ast.Expr { return p.starOr((*Parser).bitOr) }

// Store makes e an assignment target or fails.
func (p *Parser) Store(e ast.Expr) { p.setContext(e, ast.Store, "cannot assign to ") }

// Delete makes e a target of del or fails.
func (p *Parser) Delete(e ast.Expr) { p.setContext(e, ast.Del, "cannot delete ") }

func (p *Parser) setContext(e ast.Expr, ctx ast.ExprContext, msg string) {
	if bad := setContext(e, ctx); bad != nil {
		p.Fail(*bad.Position(), msg+Describe(bad))
	}
}

// setContext sets e's context and returns the first part that is no target.
func setContext(e ast.Expr, ctx ast.ExprContext) ast.Expr {
	switch e := e.(type) {
	case *ast.Name:
		e.Ctx = ctx
	case *ast.Attribute:
		e.Ctx = ctx
	case *ast.Subscript:
		e.Ctx = ctx
	case *ast.Starred:
		if ctx == ast.Del {
			return e
		}
		e.Ctx = ctx
		return setContext(e.Value, ctx)
	case *ast.List:
		e.Ctx = ctx
		return setContexts(e.Elts, ctx)
	case *ast.Tuple:
		e.Ctx = ctx
		return setContexts(e.Elts, ctx)
	default:
		return e
	}
	return nil
}

func setContexts(list []ast.Expr, ctx ast.ExprContext) ast.Expr {
	for _, e := range list {
		if bad := setContext(e, ctx); bad != nil {
			return bad
		}
	}
	return nil
}

// Invalid returns the first part of e that cannot be assigned to, or nil.
func Invalid(e ast.Expr) ast.Expr {
	switch e := e.(type) {
	case *ast.Name, *ast.Attribute, *ast.Subscript:
		return nil
	case *ast.Starred:
		return Invalid(e.Value)
	case *ast.List:
		return invalidOf(e.Elts)
	case *ast.Tuple:
		return invalidOf(e.Elts)
	}
	return e
}

func invalidOf(list []ast.Expr) ast.Expr {
	for _, e := range list {
		if bad := Invalid(e); bad != nil {
			return bad
		}
	}
	return nil
}

// Describe names an expression in messages, as CPython does.
func Describe(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Attribute:
		return "attribute"
	case *ast.Subscript:
		return "subscript"
	case *ast.Starred:
		return "starred"
	case *ast.Name:
		return "name"
	case *ast.List:
		return "list"
	case *ast.Tuple:
		return "tuple"
	case *ast.Lambda:
		return "lambda"
	case *ast.Call:
		return "function call"
	case *ast.BoolOp, *ast.BinOp, *ast.UnaryOp:
		return "expression"
	case *ast.GeneratorExp:
		return "generator expression"
	case *ast.Yield, *ast.YieldFrom:
		return "yield expression"
	case *ast.Await:
		return "await expression"
	case *ast.ListComp:
		return "list comprehension"
	case *ast.SetComp:
		return "set comprehension"
	case *ast.DictComp:
		return "dict comprehension"
	case *ast.Dict:
		return "dict literal"
	case *ast.Set:
		return "set display"
	case *ast.JoinedStr, *ast.FormattedValue:
		return "f-string expression"
	case *ast.TemplateStr, *ast.Interpolation:
		return "t-string expression"
	case *ast.Compare:
		return "comparison"
	case *ast.IfExp:
		return "conditional expression"
	case *ast.NamedExpr:
		return "named expression"
	case *ast.Constant:
		switch v := e.Value.(type) {
		case nil, bool:
			return ast.ReprConstant(v)
		case ast.Ellipsis:
			return "ellipsis"
		}
		return "literal"
	}
	return "expression"
}
