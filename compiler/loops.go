package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Loops, rotated: the test stands at the end and jumps back to the body.

func (u *unit) while(s *ast.While) {
	body, cond, els, end := u.newLabel(), u.newLabel(), u.newLabel(), u.newLabel()
	u.loops++
	v, konst := u.c.fold(s.Test)
	switch {
	case konst && truth(v):
	case simpleTest(s.Test):
		u.jumpIf(s.Test, false, els)
	default:
		u.at(s.Test.Position())
		u.jmp(cond)
	}
	u.push(&s.Pos, &block{kind: loopBlock, brk: end, cont: cond, handler: u.handler})
	u.mark(body)
	u.stmts(s.Body)
	u.pop()
	u.mark(cond)
	if konst && truth(v) {
		u.at(&s.Pos)
		u.jmp(body)
	} else {
		u.jumpIf(s.Test, true, body)
	}
	u.loops--
	u.mark(els)
	u.stmts(s.Orelse)
	u.mark(end)
}

// simpleTest says whether a test is so small that it may stand twice.
func simpleTest(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Name, *ast.Constant:
		return true
	case *ast.UnaryOp:
		return simpleTest(e.Operand)
	case *ast.Compare:
		return len(e.Ops) == 1 && simpleTest(e.Left) && simpleTest(e.Comparators[0])
	}
	return false
}

func (u *unit) forStmt(s *ast.For) {
	state := u.temps(3)
	u.iterate(s.Iter, state)
	body, next, end := u.newLabel(), u.newLabel(), u.newLabel()
	u.loops++
	u.jmp(next)
	u.push(&s.Pos, &block{kind: loopBlock, brk: end, cont: next, handler: u.handler})
	u.mark(body)
	item := u.localOf(s.Target)
	if item == noReg {
		item = u.newTemp()
		u.store(s.Target, item)
		u.top--
	}
	u.stmts(s.Body)
	u.pop()
	u.mark(next)
	u.at(s.Iter.Position())
	u.jump(code.OpFORITER, state, item, body)
	u.loops--
	u.stmts(s.Orelse)
	u.mark(end)
}

// iterate evaluates an iterable and starts its iteration in three registers.
func (u *unit) iterate(e ast.Expr, state reg) {
	top := u.top
	r := u.iterable(e, state)
	u.at(e.Position())
	u.op(code.OpGETITER, state, r, 0)
	u.top = top
}

// iterable evaluates what a loop runs over: a list display needs no list.
func (u *unit) iterable(e ast.Expr, state reg) reg {
	if l, ok := e.(*ast.List); ok {
		if v, ok := u.c.foldContainer(e); ok {
			u.at(e.Position())
			return u.constReg(v)
		}
		if !hasStar(l.Elts) && len(l.Elts) <= chunkSize {
			t := u.newTemp()
			u.exprTo(&ast.Tuple{Pos: l.Pos, Elts: l.Elts}, t)
			return t
		}
	}
	if r := u.ready(e); r != noReg {
		return r
	}
	t := u.newTemp()
	u.exprTo(e, t)
	return t
}
