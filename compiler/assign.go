package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Assignment in all its forms (language reference 7.2).

func (u *unit) assign(s *ast.Assign) {
	if len(s.Targets) == 1 {
		if r := u.localOf(s.Targets[0]); r != noReg {
			u.exprTo(s.Value, r)
			return
		}
		if u.pairwise(s.Targets[0], s.Value) {
			return
		}
	}
	var r reg
	if len(s.Targets) == 1 {
		r = u.value(s.Value, s.Targets)
	} else {
		r = u.newTemp()
		u.exprTo(s.Value, r)
	}
	for _, t := range s.Targets {
		u.store(t, r)
	}
}

// value evaluates the right side of an assignment; a local is copied when a
// target may store it first.
func (u *unit) value(e ast.Expr, targets []ast.Expr) reg {
	r := u.expr(e)
	if isTemp(r) || r >= constBase {
		return r
	}
	if len(targets) == 1 {
		switch targets[0].(type) {
		case *ast.Name:
			return r
		case *ast.Attribute, *ast.Subscript:
			if !u.storedLater(e) {
				return r
			}
		}
	}
	t := u.newTemp()
	u.move(t, r)
	return t
}

func elements(e ast.Expr) []ast.Expr {
	switch e := e.(type) {
	case *ast.Tuple:
		return e.Elts
	case *ast.List:
		return e.Elts
	}
	return nil
}

// pairwise compiles `a, b = x, y` without making a tuple.
func (u *unit) pairwise(target, value ast.Expr) bool {
	ts, vs := elements(target), elements(value)
	if len(ts) == 0 || len(ts) != len(vs) || len(ts) > 16 || hasStar(ts) || hasStar(vs) {
		return false
	}
	regs := make([]reg, len(vs))
	for i, v := range vs {
		if _, ok := u.c.fold(v); ok {
			regs[i] = noReg
			continue
		}
		regs[i] = u.operand(v, noReg, vs[i+1:]...)
	}
	for j, r := range regs {
		if r == noReg || isTemp(r) {
			continue
		}
		for _, t := range ts[:j] {
			if l := u.localOf(t); l == r || l == noReg && u.mayStore(t) {
				c := u.newTemp()
				u.at(vs[j].Position())
				u.move(c, r)
				regs[j] = c
				break
			}
		}
	}
	for i, t := range ts {
		if regs[i] == noReg {
			if l := u.localOf(t); l != noReg {
				u.at(vs[i].Position())
				u.exprTo(vs[i], l)
				continue
			}
			regs[i] = u.expr(vs[i])
		}
		u.store(t, regs[i])
	}
	return true
}

// mayStore says whether storing to the target could change a local: nested
// targets, and assignment expressions within.
func (u *unit) mayStore(t ast.Expr) bool {
	switch t.(type) {
	case *ast.Name:
		return false
	case *ast.Attribute, *ast.Subscript:
		return len(u.scope.walrus) > 0
	}
	return true
}

// store assigns the value in src to a target.
func (u *unit) store(t ast.Expr, src reg) {
	u.c.enter(t.Position())
	defer u.c.leave()
	top := u.top
	switch t := t.(type) {
	case *ast.Name:
		u.at(&t.Pos)
		u.storeName(t.Id, src)
	case *ast.Attribute:
		r := u.expr(t.Value)
		u.at(attrPos(t))
		u.storeAttr(r, src, t)
	case *ast.Subscript:
		u.storeItem(t, src)
	case *ast.Tuple:
		u.unpack(t.Elts, src, &t.Pos)
	case *ast.List:
		u.unpack(t.Elts, src, &t.Pos)
	case *ast.Starred:
		u.c.fail(&t.Pos, "starred assignment target must be in a list or tuple")
	default:
		u.c.fail(t.Position(), "cannot assign to %s", t.NodeName())
	}
	u.top = top
}

func (u *unit) storeAttr(obj, src reg, t *ast.Attribute) {
	u.noteStatic(t)
	u.op(code.OpSETATTR, obj, src, u.nameIndex(u.mangleName(t.Attr)))
}

// noteStatic records self.attr for the class's __static_attributes__.
func (u *unit) noteStatic(t *ast.Attribute) {
	n, ok := t.Value.(*ast.Name)
	if !ok || n.Id != "self" {
		return
	}
	for p := u; p != nil; p = p.parent {
		if p.scope.kind == classScope {
			p.static[t.Attr] = true
			return
		}
	}
}

func (u *unit) storeItem(t *ast.Subscript, src reg) {
	if s, ok := t.Slice.(*ast.Slice); ok && s.Step == nil {
		if _, konst := u.c.fold(s); !konst {
			r := u.operand(t.Value, noReg, s.Lower, s.Upper)
			base := u.bounds(s)
			u.at(&t.Pos)
			u.op(code.OpSETSLICE, r, base, src)
			return
		}
	}
	r := u.operand(t.Value, noReg, t.Slice)
	i := u.expr(t.Slice)
	u.at(&t.Pos)
	u.op(code.OpSETITEM, r, i, src)
}

// unpack assigns the items of the iterable in src to targets.
func (u *unit) unpack(ts []ast.Expr, src reg, pos *ast.Pos) {
	star := -1
	for i, t := range ts {
		if _, ok := t.(*ast.Starred); ok {
			if star >= 0 {
				u.c.fail(pos, "multiple starred expressions in assignment")
			}
			if i >= 256 {
				u.c.fail(pos, "too many expressions in star-unpacking assignment")
			}
			star = i
		}
	}
	u.at(pos)
	if len(ts) > 200 {
		u.unpackBig(ts, src, star, pos)
		return
	}
	if star < 0 {
		if base, ok := u.consecutive(ts, src); ok {
			u.op(code.OpUNPACK, src, base, int32(len(ts)))
			return
		}
	}
	base := u.temps(len(ts))
	if star < 0 {
		u.op(code.OpUNPACK, src, base, int32(len(ts)))
	} else {
		u.op(code.OpUNPACKEX, src, base, int32(star|(len(ts)-star-1)<<8))
	}
	for i, t := range ts {
		if s, ok := t.(*ast.Starred); ok {
			t = s.Value
		}
		u.store(t, base+reg(i))
	}
}

// consecutive says whether the targets are locals in consecutive registers.
func (u *unit) consecutive(ts []ast.Expr, src reg) (reg, bool) {
	base := noReg
	for i, t := range ts {
		r := u.localOf(t)
		if r == noReg || r == src {
			return 0, false
		}
		if i == 0 {
			base = r
		} else if r != base+reg(i) {
			return 0, false
		}
	}
	return base, base != noReg
}

// unpackBig unpacks to more targets than there are registers.
func (u *unit) unpackBig(ts []ast.Expr, src reg, star int, pos *ast.Pos) {
	all := u.newTemp()
	n, s := len(ts), 0
	if star >= 0 {
		n, s = len(ts)-star-1, star+1
	}
	u.op(code.OpWIDE, 0, int32(s), int32(n>>16))
	u.op(code.OpUNPACKBIG, all, src, int32(n&0xFFFF))
	for i, t := range ts {
		top := u.top
		if x, ok := t.(*ast.Starred); ok {
			t = x.Value
		}
		v := u.newTemp()
		u.at(pos)
		if i <= 32767 {
			u.op(code.OpGETITEMI, v, all, int32(i))
		} else {
			u.loadConst(v, int64(i))
			u.op(code.OpGETITEM, v, all, v)
		}
		u.store(t, v)
		u.top = top
	}
}

func (u *unit) augAssign(s *ast.AugAssign) {
	switch t := s.Target.(type) {
	case *ast.Name:
		u.augName(s, t)
	case *ast.Attribute:
		obj := u.operand(t.Value, noReg, s.Value)
		v := u.newTemp()
		name := u.nameIndex(u.mangleName(t.Attr))
		u.at(attrPos(t))
		u.op(code.OpGETATTR, v, obj, name)
		u.binary(s.Op, v, s.Value, v, true, &s.Pos)
		u.at(attrPos(t))
		u.storeAttr(obj, v, t)
	case *ast.Subscript:
		if sl, ok := t.Slice.(*ast.Slice); ok && sl.Step == nil {
			obj := u.operand(t.Value, noReg, sl.Lower, sl.Upper, s.Value)
			base := u.bounds(sl)
			v := u.newTemp()
			u.at(&t.Pos)
			u.op(code.OpGETSLICE, v, obj, base)
			u.binary(s.Op, v, s.Value, v, true, &s.Pos)
			u.at(&t.Pos)
			u.op(code.OpSETSLICE, obj, base, v)
			return
		}
		obj := u.operand(t.Value, noReg, t.Slice, s.Value)
		i := u.operand(t.Slice, noReg, s.Value)
		v := u.newTemp()
		u.at(&t.Pos)
		u.op(code.OpGETITEM, v, obj, i)
		u.binary(s.Op, v, s.Value, v, true, &s.Pos)
		u.at(&t.Pos)
		u.op(code.OpSETITEM, obj, i, v)
	default:
		u.c.fail(s.Target.Position(), "illegal expression for augmented assignment")
	}
}

func (u *unit) augName(s *ast.AugAssign, t *ast.Name) {
	if r := u.localOf(t); r != noReg {
		u.at(&t.Pos)
		u.check(r, u.nameIndex(u.mangleName(t.Id)))
		l := r
		if u.storedLater(t) {
			l = u.newTemp()
			u.move(l, r)
		}
		u.binary(s.Op, l, s.Value, r, true, &s.Pos)
		return
	}
	v := u.newTemp()
	u.at(&t.Pos)
	u.loadName(v, t.Id)
	u.binary(s.Op, v, s.Value, v, true, &s.Pos)
	u.at(&t.Pos)
	u.storeName(t.Id, v)
}
