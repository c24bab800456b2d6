package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Conditions: expressions that are only wanted for their truth, as jumps.

type cmpJump struct{ yes, no, yesImm, noImm code.Op }

var cmpJumps = map[ast.CmpOperator]cmpJump{
	ast.Lt:    {code.OpJLT, code.OpJNLT, code.OpJLTI, code.OpJNLTI},
	ast.LtE:   {code.OpJLE, code.OpJNLE, code.OpJLEI, code.OpJNLEI},
	ast.Gt:    {code.OpJGT, code.OpJNGT, code.OpJGTI, code.OpJNGTI},
	ast.GtE:   {code.OpJGE, code.OpJNGE, code.OpJGEI, code.OpJNGEI},
	ast.Eq:    {code.OpJEQ, code.OpJNEQ, code.OpJEQI, code.OpJNEQI},
	ast.NotEq: {code.OpJNE, code.OpJNNE, code.OpJNEI, code.OpJNNEI},
	ast.Is:    {code.OpJIS, code.OpJISNOT, 0, 0},
	ast.IsNot: {code.OpJISNOT, code.OpJIS, 0, 0},
}

// jumpIf jumps to label if the truth of e is want, else falls through.
func (u *unit) jumpIf(e ast.Expr, want bool, label int32) {
	u.c.enter(e.Position())
	defer u.c.leave()
	top := u.top
	if v, ok := u.c.fold(e); ok {
		if truth(v) == want {
			u.at(e.Position())
			u.jmp(label)
		}
		return
	}
	switch e := e.(type) {
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			u.jumpIf(e.Operand, !want, label)
			return
		}
	case *ast.BoolOp:
		u.jumpBool(e, want, label)
		return
	case *ast.IfExp:
		els, end := u.newLabel(), u.newLabel()
		u.jumpIf(e.Test, false, els)
		u.jumpIf(e.Body, want, label)
		u.jmp(end)
		u.mark(els)
		u.jumpIf(e.Orelse, want, label)
		u.mark(end)
		return
	case *ast.Compare:
		u.checkCompare(e)
		if len(e.Ops) > 1 {
			u.jumpChain(e, want, label)
			return
		}
		l := u.operand(e.Left, noReg, e.Comparators...)
		u.jumpCompare(e, e.Ops[0], l, e.Comparators[0], want, label)
		u.top = top
		return
	}
	r := u.expr(e)
	u.at(e.Position())
	u.jumpTruth(r, want, label)
	u.top = top
}

func (u *unit) jumpTruth(r reg, want bool, label int32) {
	if want {
		u.jump(code.OpJT, r, 0, label)
	} else {
		u.jump(code.OpJF, r, 0, label)
	}
}

func (u *unit) jumpBool(e *ast.BoolOp, want bool, label int32) {
	// The value that decides early: true for or, false for and.
	early := e.Op == ast.Or
	end := label
	if early != want {
		end = u.newLabel()
	}
	last := len(e.Values) - 1
	for i, v := range e.Values {
		if i == last {
			u.jumpIf(v, want, label)
		} else {
			u.jumpIf(v, early, end)
		}
	}
	if end != label {
		u.mark(end)
	}
}

// jumpCompare emits the fused test and jump of l op right.
func (u *unit) jumpCompare(e *ast.Compare, op ast.CmpOperator, l reg, right ast.Expr, want bool, label int32) {
	j, fused := cmpJumps[op]
	if !fused {
		r := u.comparator(op, right)
		t := u.newTemp()
		u.at(&e.Pos)
		u.op(cmpOps[op], t, l, r)
		u.jumpTruth(t, want, label)
		return
	}
	if v, ok := u.c.fold(right); ok {
		if v == nil && (op == ast.Is || op == ast.IsNot) {
			u.at(&e.Pos)
			if (op == ast.Is) == want {
				u.jump(code.OpJNONE, l, 0, label)
			} else {
				u.jump(code.OpJNOTNONE, l, 0, label)
			}
			return
		}
		if n, ok := smallInt(v); ok && j.yesImm != 0 {
			u.at(&e.Pos)
			if want {
				u.jump(j.yesImm, l, n, label)
			} else {
				u.jump(j.noImm, l, n, label)
			}
			return
		}
	}
	r := u.expr(right)
	u.at(&e.Pos)
	if want {
		u.jump(j.yes, l, r, label)
	} else {
		u.jump(j.no, l, r, label)
	}
}

// jumpChain handles a < b < c: each comparison but the last leaves when false.
func (u *unit) jumpChain(e *ast.Compare, want bool, label int32) {
	top := u.top
	no := label
	if want {
		no = u.newLabel()
	}
	l := u.operand(e.Left, noReg, e.Comparators...)
	last := len(e.Ops) - 1
	slot := u.chainSlots(len(e.Ops))
	for i, op := range e.Ops {
		if i == last {
			u.jumpCompare(e, op, l, e.Comparators[i], want, label)
			break
		}
		r := u.operand(e.Comparators[i], slot(i), e.Comparators[i+1:]...)
		u.at(&e.Pos)
		if j, ok := cmpJumps[op]; ok {
			u.jump(j.no, l, r, no)
		} else {
			t := u.newTemp()
			u.op(cmpOps[op], t, l, r)
			u.jump(code.OpJF, t, 0, no)
		}
		l = r
	}
	if want {
		u.mark(no)
	}
	u.top = top
}
