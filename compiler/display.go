package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Displays: tuples, lists, sets, dicts (language reference 6.2.5 to 6.2.7).

func hasStar(list []ast.Expr) bool {
	for _, e := range list {
		if _, ok := e.(*ast.Starred); ok {
			return true
		}
	}
	return false
}

// elems evaluates expressions into consecutive new temporaries.
func (u *unit) elems(list []ast.Expr) reg {
	base := u.top
	for _, e := range list {
		t := u.newTemp()
		u.exprTo(e, t)
	}
	return base
}

func (u *unit) tuple(e *ast.Tuple, dst reg) {
	if !hasStar(e.Elts) && len(e.Elts) <= chunkSize {
		base := u.elems(e.Elts)
		u.at(&e.Pos)
		u.op(code.OpTUPLE, dst, base, int32(len(e.Elts)))
		return
	}
	t := u.scratch(dst)
	u.buildList(e.Elts, t, &e.Pos)
	u.at(&e.Pos)
	u.op(code.OpLISTTOTUPLE, dst, t, 0)
}

func (u *unit) list(e *ast.List, dst reg) {
	if !hasStar(e.Elts) && len(e.Elts) <= chunkSize && !u.constElems(e.Elts) {
		base := u.elems(e.Elts)
		u.at(&e.Pos)
		u.op(code.OpLIST, dst, base, int32(len(e.Elts)))
		return
	}
	t := u.scratch(dst)
	u.buildList(e.Elts, t, &e.Pos)
	u.at(&e.Pos)
	u.unscratch(dst, t)
}

// constElems says whether the display is better made from a constant tuple.
func (u *unit) constElems(list []ast.Expr) bool {
	if len(list) < 6 {
		return false
	}
	for _, e := range list {
		if _, ok := u.c.fold(e); !ok {
			return false
		}
	}
	return true
}

func (u *unit) constTuple(list []ast.Expr) code.Tuple {
	t := make(code.Tuple, len(list))
	for i, e := range list {
		t[i], _ = u.c.fold(e)
	}
	return t
}

// buildList makes a list of any length, with starred items, in t.
func (u *unit) buildList(list []ast.Expr, t reg, pos *ast.Pos) {
	u.buildSeq(list, t, pos, code.OpLIST, code.OpLISTAPPEND, code.OpLISTEXTEND)
}

func (u *unit) buildSeq(list []ast.Expr, t reg, pos *ast.Pos, build, add, extend code.Op) {
	made := false
	start := func() {
		if !made {
			u.at(pos)
			u.op(build, t, u.top, 0)
			made = true
		}
	}
	for len(list) > 0 {
		top := u.top
		n := 0
		for n < len(list) && n < chunkSize {
			if _, star := list[n].(*ast.Starred); star {
				break
			}
			n++
		}
		if u.constElems(list[:n]) {
			for n < len(list) {
				if _, ok := u.c.fold(list[n]); !ok {
					break
				}
				n++
			}
			start()
			k := u.newTemp()
			u.at(pos)
			u.loadConst(k, u.constTuple(list[:n]))
			u.op(extend, t, k, 0)
			u.top = top
			list = list[n:]
			continue
		}
		switch {
		case n == 0:
			start()
			s := list[0].(*ast.Starred)
			r := u.expr(s.Value)
			u.at(pos)
			u.op(extend, t, r, 0)
			n = 1
		case !made:
			base := u.elems(list[:n])
			u.at(pos)
			u.op(build, t, base, int32(n))
			made = true
		case n == 1:
			r := u.expr(list[0])
			u.at(pos)
			u.op(add, t, r, 0)
		default:
			base := u.elems(list[:n])
			u.at(pos)
			u.op(code.OpLIST, base, base, int32(n))
			u.op(extend, t, base, 0)
		}
		u.top = top
		list = list[n:]
	}
	start()
}

func (u *unit) set(e *ast.Set, dst reg) {
	if !hasStar(e.Elts) && len(e.Elts) <= chunkSize {
		base := u.elems(e.Elts)
		u.at(&e.Pos)
		u.op(code.OpSET, dst, base, int32(len(e.Elts)))
		return
	}
	t := u.scratch(dst)
	u.buildSeq(e.Elts, t, &e.Pos, code.OpSET, code.OpSETADD, code.OpSETUPDATE)
	u.unscratch(dst, t)
}

func (u *unit) dict(e *ast.Dict, dst reg) {
	plain := len(e.Keys) <= chunkSize/2
	for _, k := range e.Keys {
		if k == nil {
			plain = false
		}
	}
	if plain {
		base := u.pairs(e, 0, len(e.Keys))
		u.at(&e.Pos)
		u.op(code.OpDICT, dst, base, int32(len(e.Keys)))
		return
	}
	t := u.scratch(dst)
	made := false
	for i := 0; i < len(e.Keys); {
		top := u.top
		n := i
		for n < len(e.Keys) && n-i < chunkSize/2 && e.Keys[n] != nil {
			n++
		}
		switch {
		case n == i:
			if !made {
				u.at(&e.Pos)
				u.op(code.OpDICT, t, u.top, 0)
			}
			r := u.expr(e.Values[i])
			u.at(&e.Pos)
			u.op(code.OpDICTUPDATE, t, r, 0)
			n++
		case !made:
			base := u.pairs(e, i, n)
			u.at(&e.Pos)
			u.op(code.OpDICT, t, base, int32(n-i))
		default:
			base := u.pairs(e, i, n)
			u.at(&e.Pos)
			u.op(code.OpDICT, base, base, int32(n-i))
			u.op(code.OpDICTUPDATE, t, base, 0)
		}
		made = true
		u.top = top
		i = n
	}
	u.unscratch(dst, t)
}

// pairs evaluates keys and values i..n-1 into consecutive temporaries.
func (u *unit) pairs(e *ast.Dict, i, n int) reg {
	base := u.top
	for ; i < n; i++ {
		k := u.newTemp()
		u.exprTo(e.Keys[i], k)
		v := u.newTemp()
		u.exprTo(e.Values[i], v)
	}
	return base
}
