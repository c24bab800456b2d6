package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Annotations: evaluated on demand by __annotate__ functions (PEP 649, 749),
// or kept as strings under `from __future__ import annotations`.

// deferredAnn is an annotation of a module or class variable.
type deferredAnn struct {
	node *ast.AnnAssign
	cond int // index in __conditional_annotations__, -1: unconditional
}

func (u *unit) annAssign(s *ast.AnnAssign) {
	name, isName := s.Target.(*ast.Name)
	if s.Value != nil {
		if r := u.localOf(s.Target); r != noReg {
			u.exprTo(s.Value, r)
		} else {
			u.store(s.Target, u.value(s.Value, []ast.Expr{s.Target}))
		}
	} else {
		u.annTarget(s.Target)
	}
	if !isName || s.Simple == 0 || u.scope.kind != moduleScope && u.scope.kind != classScope {
		return
	}
	u.at(&s.Pos)
	top := u.top
	if u.c.future {
		v, d := u.newTemp(), u.newTemp()
		u.loadConst(v, unparse(s.Annotation))
		u.loadName(d, "__annotations__")
		k := u.newTemp()
		u.loadConst(k, u.mangleName(name.Id))
		u.op(code.OpSETITEM, d, k, v)
		u.top = top
		return
	}
	d := &deferredAnn{s, -1}
	u.annots = append(u.annots, d)
	if u.scope.kind == moduleScope || u.conditionalHere() {
		d.cond = u.condIndex
		u.condIndex++
		set, i := u.newTemp(), u.newTemp()
		if r, ok := u.cellReg["__conditional_annotations__"]; ok {
			u.op(code.OpLOADDEREF, set, r, u.nameIndex("__conditional_annotations__"))
		} else {
			u.loadName(set, "__conditional_annotations__")
		}
		u.loadConst(i, int64(d.cond))
		u.op(code.OpSETADD, set, i, 0)
		u.top = top
	}
}

// conditionalHere says whether the current statement runs conditionally.
func (u *unit) conditionalHere() bool { return u.nestDepth > 0 }

// annTarget evaluates the parts of a target that is only annotated.
func (u *unit) annTarget(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Attribute:
		u.expr(e.Value)
	case *ast.Subscript:
		u.expr(e.Value)
		u.annIndex(e.Slice)
	}
}

func (u *unit) annIndex(e ast.Expr) {
	switch x := e.(type) {
	case *ast.Slice:
		for _, b := range []ast.Expr{x.Lower, x.Upper, x.Step} {
			if b != nil {
				u.expr(b)
			}
		}
	case *ast.Tuple:
		for _, y := range x.Elts {
			u.annIndex(y)
		}
	default:
		u.expr(e)
	}
}

// annotationsTo puts what carries the annotations of a function into dst.
func (u *unit) annotationsTo(f *funcDef, dst reg) {
	if !hasAnnotations(f.args, f.returns) {
		return
	}
	pos := f.node.Position()
	d := &ast.Dict{Pos: *pos}
	add := func(name string, e ast.Expr) {
		if e == nil {
			return
		}
		d.Keys = append(d.Keys, &ast.Constant{Pos: *pos, Value: name})
		if u.c.future {
			e = &ast.Constant{Pos: *pos, Value: unparse(e)}
		}
		d.Values = append(d.Values, e)
	}
	lists := [][]*ast.Arg{f.args.Args, f.args.Posonlyargs, {f.args.Vararg}, f.args.Kwonlyargs, {f.args.Kwarg}}
	for _, l := range lists {
		for _, a := range l {
			if a != nil {
				add(u.mangleName(a.Arg), a.Annotation)
			}
		}
	}
	add("return", f.returns)
	s := u.c.st.scopes[scopeKey{f.node, keyAnnotations}]
	in := u.annotateUnit(s, int(pos.Line), codePos(pos))
	of := &unit{c: u.c, parent: u, name: f.name, scope: u.c.st.scopes[scopeKey{f.node, keyBody}]}
	in.qualname = of.makeQualname() + ".__annotate__"
	in.at(pos)
	t := in.newTemp()
	in.op(code.OpDICT, t, in.top, 0)
	for i, v := range d.Values {
		in.annotationEntry(t, d.Keys[i].(*ast.Constant).Value.(string), v, pos)
	}
	in.at(pos)
	in.op(code.OpRET, t, 0, 0)
	u.at(pos)
	u.makeFunction(in, dst)
}

// annotateUnit starts the code of an __annotate__ function.
func (u *unit) annotateUnit(s *scope, line int, pos code.Pos) *unit {
	in := u.c.newUnit(u, s, "__annotate__", line)
	in.flags = in.scopeFlags()
	in.argCount, in.posOnly = 1, 1
	in.pos = pos
	in.checkFormat()
	return in
}

// checkFormat raises NotImplementedError if the argument, the wanted format, is
// above 2.
func (in *unit) checkFormat() {
	ok := in.newLabel()
	in.jump(code.OpJNGTI, 0, 2, ok)
	t := in.newTemp()
	in.op(code.OpLOADCOMMON, t, code.CommonNotImplementedError, 0)
	in.op(code.OpRAISE, 1, t, t)
	in.mark(ok)
	in.top = t
}

// annotationEntry emits d[name] = annotation.
func (u *unit) annotationEntry(d reg, name string, e ast.Expr, pos *ast.Pos) {
	top := u.top
	v := u.newTemp()
	if star, ok := e.(*ast.Starred); ok {
		r := u.expr(star.Value)
		u.at(&star.Pos)
		u.op(code.OpUNPACK, r, v, 1)
	} else {
		u.exprTo(e, v)
	}
	k := u.newTemp()
	u.at(pos)
	u.loadConst(k, name)
	u.op(code.OpSETITEM, d, k, v)
	u.top = top
}

// deferredAnnotations emits the __annotate__ function of a module or class. A
// module defines it before its first statement, at index start and position first.
func (u *unit) deferredAnnotations(start int, first code.Pos) {
	if u.c.future || u.scope.annotations == nil {
		return
	}
	rest := append([]instr(nil), u.ins[start:]...)
	module := u.scope.kind == moduleScope
	pos := u.pos
	if module {
		u.ins = u.ins[:start]
	}
	line := int32(u.firstLine)
	if module {
		line = first.Line
	}
	u.pos = code.Pos{Line: line, EndLine: line, Col: 0, EndCol: 0}
	top := u.top
	t := u.newTemp()
	if len(u.annots) > 0 {
		in := u.annotateUnit(u.scope.annotations, int(line), u.pos)
		in.annotationsBody(u.annots)
		u.makeFunction(in, t)
		if module {
			u.storeName("__annotate__", t)
		} else {
			u.storeName("__annotate_func__", t)
		}
	}
	if module {
		u.op(code.OpSET, t, t, 0)
		u.storeName("__conditional_annotations__", t)
		u.ins = append(u.ins, rest...)
	}
	u.top = top
	u.pos = pos
}

func (u *unit) annotationsBody(list []*deferredAnn) {
	pos := u.pos
	d := u.newTemp()
	u.op(code.OpDICT, d, u.top, 0)
	for _, a := range list {
		top := u.top
		next := u.newLabel()
		if a.cond >= 0 {
			u.at(&a.node.Pos)
			i := u.newTemp()
			u.loadConst(i, int64(a.cond))
			set := u.newTemp()
			u.loadPlace(set, "__conditional_annotations__", u.conditionalSet())
			u.op(code.OpIN, i, i, set)
			u.jump(code.OpJF, i, 0, next)
			u.top = top
		}
		p := ast.Pos{Line: pos.Line, Col: pos.Col, EndLine: pos.EndLine, EndCol: pos.EndCol}
		u.annotationEntry(d, u.mangleName(a.node.Target.(*ast.Name).Id), a.node.Annotation, &p)
		u.mark(next)
	}
	u.pos = pos
	u.op(code.OpRET, d, 0, 0)
}

// conditionalSet is where __conditional_annotations__ lives for __annotate__.
func (u *unit) conditionalSet() place {
	if r, ok := u.freeReg["__conditional_annotations__"]; ok {
		return place{inCell, r}
	}
	return place{inGlobal, noReg}
}
