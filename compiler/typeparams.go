package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Type parameters and type aliases (PEP 695, 696): language reference 8.10.

// typeParams makes the type parameters, binds their names and puts the tuple
// of them into dst.
func (u *unit) typeParams(list []ast.TypeParam, dst reg) {
	top := u.top
	base := u.top
	for _, p := range list {
		t := u.newTemp()
		u.at(p.Position())
		var name string
		var def ast.Expr
		switch p := p.(type) {
		case *ast.TypeVar:
			name, def = p.Name, p.DefaultValue
			if p.Bound != nil {
				u.boundedTypeVar(p, t)
			} else {
				u.loadConst(t, name)
				u.op(code.OpINTRIN1, t, t, code.IntrinTypeVar)
			}
		case *ast.ParamSpec:
			name, def = p.Name, p.DefaultValue
			u.loadConst(t, name)
			u.op(code.OpINTRIN1, t, t, code.IntrinParamSpec)
		case *ast.TypeVarTuple:
			name, def = p.Name, p.DefaultValue
			u.loadConst(t, name)
			u.op(code.OpINTRIN1, t, t, code.IntrinTypeVarTuple)
		}
		if def != nil {
			u.evaluator(scopeKey{p, keyDefault}, name, def, u.newTemp())
			u.at(p.Position())
			u.op(code.OpINTRIN2, t, t, code.IntrinSetTypeParamDefault)
			u.top = t + 1
		}
		u.storeName(name, t)
		if len(list) > chunkSize {
			u.top = t
			u.typeParamList(dst, t, p == list[0], p == list[len(list)-1])
		}
	}
	if len(list) <= chunkSize {
		u.op(code.OpTUPLE, dst, base, int32(len(list)))
	}
	u.top = top
}

// typeParamList collects very many parameters in a list.
func (u *unit) typeParamList(dst, t reg, first, last bool) {
	if first {
		u.op(code.OpLIST, dst, t, 1)
	} else {
		u.op(code.OpLISTAPPEND, dst, t, 0)
	}
	if last {
		u.op(code.OpLISTTOTUPLE, dst, dst, 0)
	}
}

func (u *unit) boundedTypeVar(p *ast.TypeVar, t reg) {
	kind := int32(code.IntrinTypeVarBound)
	if _, ok := p.Bound.(*ast.Tuple); ok {
		kind = code.IntrinTypeVarConstraints
	}
	u.loadConst(t, p.Name)
	u.evaluator(scopeKey{p, keyBound}, p.Name, p.Bound, u.newTemp())
	u.at(p.Position())
	u.op(code.OpINTRIN2, t, t, kind)
	u.top = t + 1
}

// evaluator makes the function that evaluates a bound, a default or the value
// of an alias; its argument, the format, defaults to 1.
func (u *unit) evaluator(key scopeKey, name string, e ast.Expr, dst reg) {
	s := u.c.st.scopes[key]
	in := u.c.newUnit(u, s, name, int(e.Position().Line))
	in.flags = in.scopeFlags()
	in.argCount, in.posOnly = 1, 1
	in.at(e.Position())
	in.checkFormat()
	var r reg
	if star, ok := e.(*ast.Starred); ok {
		v := in.expr(star.Value)
		r = in.newTemp()
		in.at(&star.Pos)
		in.op(code.OpUNPACK, v, r, 1)
	} else {
		r = in.expr(e)
	}
	in.at(e.Position())
	in.op(code.OpRET, r, 0, 0)
	u.at(e.Position())
	top := u.top
	b := u.temps(4)
	u.op(code.OpCLEAR, b, 4, 0)
	u.op(code.OpLOADK, b, u.constant(code.Tuple{int64(1)}), 0)
	u.closureTo(in, b+3)
	u.op(code.OpMAKEFUNC, dst, b, u.constant(in.finish()))
	u.top = top
}

func (u *unit) typeAlias(s *ast.TypeAlias) {
	name := s.Name.(*ast.Name)
	t := u.newTemp()
	if len(s.TypeParams) == 0 {
		u.makeAlias(s, t, noReg)
	} else {
		sc := u.c.st.scopes[scopeKey{s, keyTypeParams}]
		in := u.c.newUnit(u, sc, sc.name, int(s.Line))
		in.flags = in.scopeFlags()
		in.at(&s.Pos)
		params, v := in.newTemp(), in.newTemp()
		in.typeParams(s.TypeParams, params)
		in.at(&s.Pos)
		in.makeAlias(s, v, params)
		in.op(code.OpRET, v, 0, 0)
		u.at(&s.Pos)
		u.makeFunction(in, t)
		u.op(code.OpCALL, t, 0, 0)
	}
	u.at(&name.Pos)
	u.storeName(name.Id, t)
}

// makeAlias makes the TypeAliasType.
func (u *unit) makeAlias(s *ast.TypeAlias, dst, params reg) {
	top := u.top
	base := u.temps(3)
	u.at(&s.Pos)
	u.loadConst(base, s.Name.(*ast.Name).Id)
	if params == noReg {
		u.loadConst(base+1, nil)
	} else {
		u.move(base+1, params)
	}
	u.evaluator(scopeKey{s, keyBody}, s.Name.(*ast.Name).Id, s.Value, base+2)
	u.at(&s.Pos)
	u.op(code.OpTUPLE, base, base, 3)
	u.op(code.OpINTRIN1, dst, base, code.IntrinTypeAlias)
	u.top = top
}
