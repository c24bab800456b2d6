package compiler

import (
	"slices"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Class definitions (language reference 8.8).

func (u *unit) class(s *ast.ClassDef) {
	base := u.top
	for _, d := range s.DecoratorList {
		u.exprTo(d, u.newTemp())
	}
	dst := u.newTemp()
	u.at(&s.Pos)
	if len(s.TypeParams) == 0 {
		u.buildClass(s, dst, false)
	} else {
		u.genericClass(s, dst)
	}
	for i := len(s.DecoratorList) - 1; i >= 0; i-- {
		u.at(s.DecoratorList[i].Position())
		u.op(code.OpCALL, base+reg(i), 1, 0)
		dst = base + reg(i)
	}
	u.at(&s.Pos)
	u.storeName(s.Name, dst)
}

// genericClass builds the class in a scope for its type parameters.
func (u *unit) genericClass(s *ast.ClassDef, dst reg) {
	sc := u.c.st.scopes[scopeKey{s, keyTypeParams}]
	in := u.c.newUnit(u, sc, sc.name, defLine(&s.Pos, s.DecoratorList))
	in.flags = in.scopeFlags()
	in.at(&s.Pos)
	t := in.newTemp()
	in.typeParams(s.TypeParams, t)
	in.at(&s.Pos)
	in.storeName(".type_params", t)
	cls := in.newTemp()
	in.buildClass(s, cls, true)
	in.op(code.OpRET, cls, 0, 0)
	u.makeFunction(in, dst)
	u.op(code.OpCALL, dst, 0, 0)
}

// buildClass emits the call of __build_class__ into dst, which is the top of
// the temporaries.
func (u *unit) buildClass(s *ast.ClassDef, dst reg, generic bool) {
	u.checkKeywords(s.Keywords)
	in := u.classBody(s)
	u.at(&s.Pos)
	u.op(code.OpBUILDCLASS, dst, 0, 0)
	fn, name := u.newTemp(), u.newTemp()
	u.makeFunction(in, fn)
	u.op(code.OpLOADK, name, u.constant(s.Name), 0)
	bases := s.Bases
	if generic {
		t := u.newTemp()
		u.loadName(t, ".type_params")
		u.op(code.OpINTRIN1, t, t, code.IntrinSubscriptGeneric)
		u.storeName(".generic_base", t)
		u.top = t
		bases = append(slices.Clip(bases), &ast.Name{Pos: s.Pos, Id: ".generic_base"})
	}
	if len(bases)+len(s.Keywords) > maxCallArg || hasStar(bases) || hasUnpacked(s.Keywords) {
		u.callEx(dst, bases, s.Keywords, &s.Pos, 2)
	} else {
		u.elems(bases)
		u.finishCall(dst, 2+int32(len(bases)), s.Keywords, code.OpCALL, code.OpCALLKW, &s.Pos)
	}
	u.top = dst + 1
}

// classBody compiles the body of a class.
func (u *unit) classBody(s *ast.ClassDef) *unit {
	first := defLine(&s.Pos, s.DecoratorList)
	sc := u.c.st.scopes[scopeKey{s, keyBody}]
	in := u.c.newUnit(u, sc, s.Name, first)
	in.static = map[string]bool{}
	if u.c.future {
		in.flags |= code.FlagFutureAnnotations
	}
	line := code.Pos{Line: int32(first), EndLine: int32(first), Col: 0, EndCol: 0}
	in.pos = line
	t := in.newTemp()
	in.loadName(t, "__name__")
	in.storeName("__module__", t)
	in.loadConst(t, in.qualname)
	in.storeName("__qualname__", t)
	in.loadConst(t, int64(first))
	in.storeName("__firstlineno__", t)
	if len(s.TypeParams) > 0 {
		in.op(code.OpLOADDEREF, t, in.cellFor(".type_params"), in.nameIndex(".type_params"))
		in.storeName("__type_params__", t)
	}
	if sc.needsDict {
		in.op(code.OpLOADLOCALS, t, 0, 0)
		in.op(code.OpSTOREDEREF, in.cellFor("__classdict__"), t, 0)
	}
	if r, ok := in.cellReg["__conditional_annotations__"]; ok && sc.condAnn {
		in.op(code.OpSET, t, t, 0)
		in.op(code.OpSTOREDEREF, r, t, 0)
	}
	in.top = t
	in.body(s.Body, true)
	in.pos = code.NoPos
	t = in.newTemp()
	in.loadConst(t, in.staticAttributes())
	in.storeName("__static_attributes__", t)
	if sc.needsDict {
		in.storeName("__classdictcell__", in.cellFor("__classdict__"))
	}
	if sc.needsClass {
		r := in.cellFor("__class__")
		in.storeName("__classcell__", r)
		in.op(code.OpRET, r, 0, 0)
	} else {
		in.op(code.OpRETNONE, 0, 0, 0)
	}
	return in
}

func (u *unit) staticAttributes() code.Tuple {
	names := make([]string, 0, len(u.static))
	for n := range u.static {
		names = append(names, n)
	}
	slices.Sort(names)
	t := make(code.Tuple, len(names))
	for i, n := range names {
		t[i] = n
	}
	return t
}
