package ast

// Checks of statements and patterns.

import (
	"math/big"

	syntax "github.com/gopy-lang/gopy/ast"
)

func (v *validator) stmt(s syntax.Stmt) {
	if !v.enter() {
		return
	}
	defer v.leave()
	v.positions(s.Position())
	switch s := s.(type) {
	case *syntax.FunctionDef:
		v.function(s.Name, "FunctionDef", s.Body, s.TypeParams, s.Args, s.DecoratorList, s.Returns)
	case *syntax.AsyncFunctionDef:
		v.function(s.Name, "AsyncFunctionDef", s.Body, s.TypeParams, s.Args, s.DecoratorList, s.Returns)
	case *syntax.ClassDef:
		v.name(s.Name)
		v.body(s.Body, "ClassDef")
		v.typeParams(s.TypeParams)
		v.exprs(s.Bases, syntax.Load)
		v.keywords(s.Keywords)
		v.exprs(s.DecoratorList, syntax.Load)
	case *syntax.For:
		v.loop("For", s.Target, s.Iter, s.Body, s.Orelse)
	case *syntax.AsyncFor:
		v.loop("AsyncFor", s.Target, s.Iter, s.Body, s.Orelse)
	case *syntax.While:
		v.load(s.Test)
		v.body(s.Body, "While")
		v.stmts(s.Orelse)
	case *syntax.If:
		v.load(s.Test)
		v.body(s.Body, "If")
		v.stmts(s.Orelse)
	case *syntax.With:
		v.with("With", s.Items, s.Body)
	case *syntax.AsyncWith:
		v.with("AsyncWith", s.Items, s.Body)
	case *syntax.Match:
		v.match(s)
	case *syntax.Try:
		v.try("Try", s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *syntax.TryStar:
		v.try("TryStar", s.Body, s.Handlers, s.Orelse, s.Finalbody)
	default:
		v.simpleStmt(s)
	}
}

func (v *validator) simpleStmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.Return:
		v.opt(s.Value)
	case *syntax.Delete:
		nonempty(v, s.Targets, "targets", "Delete")
		v.exprs(s.Targets, syntax.Del)
	case *syntax.Assign:
		nonempty(v, s.Targets, "targets", "Assign")
		v.exprs(s.Targets, syntax.Store)
		v.load(s.Value)
	case *syntax.AugAssign:
		v.target(s.Target, "augmented assignment")
		v.load(s.Value)
	case *syntax.AnnAssign:
		if _, ok := s.Target.(*syntax.Name); !ok && s.Simple != 0 {
			v.failType("AnnAssign with simple non-Name target")
		}
		v.target(s.Target, "annotated assignment")
		v.opt(s.Value)
		v.load(s.Annotation)
	case *syntax.TypeAlias:
		if _, ok := s.Name.(*syntax.Name); !ok {
			v.failType("TypeAlias with non-Name name")
		}
		v.expr(s.Name, syntax.Store)
		v.typeParams(s.TypeParams)
		v.load(s.Value)
	case *syntax.Raise:
		if s.Exc == nil && s.Cause != nil {
			v.fail("Raise with cause but no exception")
		}
		v.opt(s.Exc)
		v.opt(s.Cause)
	case *syntax.Assert:
		v.load(s.Test)
		v.opt(s.Msg)
	case *syntax.Import:
		v.aliases(s.Names, "Import")
	case *syntax.ImportFrom:
		if s.Level < 0 {
			v.fail("Negative ImportFrom level")
		}
		v.aliases(s.Names, "ImportFrom")
	case *syntax.Global:
		nonempty(v, s.Names, "names", "Global")
	case *syntax.Nonlocal:
		nonempty(v, s.Names, "names", "Nonlocal")
	case *syntax.ExprStmt:
		v.load(s.Value)
	}
}

func (v *validator) function(name, class string, body []syntax.Stmt, params []syntax.TypeParam, args *syntax.Arguments, decorators []syntax.Expr, returns syntax.Expr) {
	v.name(name)
	v.body(body, class)
	v.typeParams(params)
	v.arguments(args)
	v.exprs(decorators, syntax.Load)
	v.opt(returns)
}

func (v *validator) typeParams(list []syntax.TypeParam) {
	for _, p := range list {
		switch p := p.(type) {
		case *syntax.TypeVar:
			v.positions(&p.Pos)
			v.name(p.Name)
			v.opt(p.Bound)
			v.opt(p.DefaultValue)
		case *syntax.ParamSpec:
			v.positions(&p.Pos)
			v.name(p.Name)
			v.opt(p.DefaultValue)
		case *syntax.TypeVarTuple:
			v.positions(&p.Pos)
			v.name(p.Name)
			v.opt(p.DefaultValue)
		}
	}
}

func (v *validator) loop(class string, target, iter syntax.Expr, body, orelse []syntax.Stmt) {
	v.expr(target, syntax.Store)
	v.load(iter)
	v.body(body, class)
	v.stmts(orelse)
}

func (v *validator) with(class string, items []*syntax.Withitem, body []syntax.Stmt) {
	nonempty(v, items, "items", class)
	for _, w := range items {
		if w == nil {
			continue
		}
		v.load(w.ContextExpr)
		if w.OptionalVars != nil {
			v.expr(w.OptionalVars, syntax.Store)
		}
	}
	v.body(body, class)
}

func (v *validator) try(class string, body []syntax.Stmt, handlers []*syntax.ExceptHandler, orelse, final []syntax.Stmt) {
	v.body(body, class)
	if len(handlers) == 0 && len(final) == 0 {
		v.fail("%s has neither except handlers nor finalbody", class)
	}
	if len(handlers) == 0 && len(orelse) > 0 {
		v.fail("%s has orelse but no except handlers", class)
	}
	for _, h := range handlers {
		if h == nil {
			continue
		}
		v.positions(&h.Pos)
		v.name(h.Name)
		v.opt(h.Type)
		v.body(h.Body, "ExceptHandler")
	}
	v.stmts(final)
	v.stmts(orelse)
}

func (v *validator) match(s *syntax.Match) {
	v.load(s.Subject)
	nonempty(v, s.Cases, "cases", "Match")
	for _, c := range s.Cases {
		if c == nil {
			continue
		}
		v.pattern(c.Pattern, false)
		v.opt(c.Guard)
		v.body(c.Body, "match_case")
	}
}

func (v *validator) capture(name string) {
	if name == "_" {
		v.fail("can't capture name '_' in patterns")
	}
	v.name(name)
}

func (v *validator) patterns(list []syntax.Pattern, star bool) {
	for _, p := range list {
		v.pattern(p, star)
	}
}

// pattern checks p; star says whether it may be a MatchStar.
func (v *validator) pattern(p syntax.Pattern, star bool) {
	if p == nil || !v.enter() {
		return
	}
	defer v.leave()
	v.positions(p.Position())
	switch p := p.(type) {
	case *syntax.MatchValue:
		v.matchValue(p.Value)
	case *syntax.MatchSingleton:
		switch p.Value.(type) {
		case nil, bool:
		default:
			v.fail("MatchSingleton can only contain True, False and None")
		}
	case *syntax.MatchSequence:
		v.patterns(p.Patterns, true)
	case *syntax.MatchMapping:
		v.matchMapping(p)
	case *syntax.MatchClass:
		v.matchClass(p)
	case *syntax.MatchStar:
		if !star {
			v.fail("can't use MatchStar here")
		}
		v.capture(p.Name)
	case *syntax.MatchAs:
		v.capture(p.Name)
		if p.Pattern != nil && p.Name == "" {
			v.fail("MatchAs must specify a target name if a pattern is given")
		}
		v.pattern(p.Pattern, false)
	case *syntax.MatchOr:
		if len(p.Patterns) < 2 {
			v.fail("MatchOr requires at least 2 patterns")
		}
		v.patterns(p.Patterns, false)
	}
}

func (v *validator) matchMapping(p *syntax.MatchMapping) {
	if len(p.Keys) != len(p.Patterns) {
		v.fail("MatchMapping doesn't have the same number of keys as patterns")
	}
	v.capture(p.Rest)
	for _, k := range p.Keys {
		if c, ok := k.(*syntax.Constant); ok {
			switch c.Value.(type) {
			case nil, bool:
				continue
			}
		}
		v.matchValue(k)
	}
	v.patterns(p.Patterns, false)
}

func (v *validator) matchClass(p *syntax.MatchClass) {
	if len(p.KwdAttrs) != len(p.KwdPatterns) {
		v.fail("MatchClass doesn't have the same number of keyword attributes as patterns")
	}
	v.load(p.Cls)
	for e := p.Cls; ; {
		a, ok := e.(*syntax.Attribute)
		if ok {
			e = a.Value
			continue
		}
		if _, ok := e.(*syntax.Name); !ok {
			v.fail("MatchClass cls field can only contain Name or Attribute nodes.")
		}
		break
	}
	for _, a := range p.KwdAttrs {
		v.name(a)
	}
	v.patterns(p.Patterns, false)
	v.patterns(p.KwdPatterns, false)
}

// matchValue checks the expression of a literal pattern.
func (v *validator) matchValue(e syntax.Expr) {
	v.expr(e, syntax.Load)
	switch e := e.(type) {
	case nil, *syntax.Attribute, *syntax.JoinedStr, *syntax.TemplateStr:
		return
	case *syntax.Constant:
		switch e.Value.(type) {
		case string, syntax.Bytes, int64, *big.Int, float64, complex128:
		default:
			v.fail("unexpected constant inside of a literal pattern")
		}
		return
	case *syntax.UnaryOp:
		if real, imag := number(e.Operand); e.Op == syntax.USub && (real || imag) {
			return
		}
	case *syntax.BinOp:
		left, _ := signed(e.Left)
		_, right := number(e.Right)
		if (e.Op == syntax.Add || e.Op == syntax.Sub) && left && right {
			return
		}
	}
	v.fail("patterns may only match literals and attribute lookups")
}

func (v *validator) aliases(list []*syntax.Alias, class string) {
	nonempty(v, list, "names", class)
	for _, a := range list {
		if a != nil {
			v.name(a.Name)
			v.name(a.Asname)
		}
	}
}
