package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Generators and coroutines: yield, await, async for.

// mayAwait says whether asynchronous statements may stand here.
func (u *unit) mayAwait() bool {
	return u.scope.isAsyncDef || u.c.opt.AllowTopLevelAwait && u.scope.kind == moduleScope
}

// await emits the awaiting of the object in src; the result goes to dst.
func (u *unit) await(dst, src reg, kind int32) {
	top := u.top
	it := u.newTemp()
	u.op(code.OpGETAWAIT, it, src, kind)
	u.delegate(dst, it)
	u.top = top
}

// delegate runs the iterator in it to its end, yielding what it yields.
func (u *unit) delegate(dst, it reg) {
	v := dst
	if !isTemp(dst) {
		v = u.newTemp()
	}
	loop, done := u.newLabel(), u.newLabel()
	u.op(code.OpLOADK, v, u.constant(nil), 0)
	u.mark(loop)
	u.jump(code.OpSEND, v, it, done)
	u.op(code.OpYIELD, v, v, it)
	u.jmp(loop)
	u.mark(done)
	u.move(dst, v)
}

func (u *unit) awaitExpr(e *ast.Await, dst reg) {
	r := u.expr(e.Value)
	u.at(&e.Pos)
	u.await(dst, r, 0)
}

func (u *unit) yieldExpr(e *ast.Yield, dst reg) {
	if u.scope.kind != functionScope {
		u.c.fail(&e.Pos, "'yield' outside function")
	}
	var r reg
	if e.Value != nil {
		r = u.expr(e.Value)
		u.at(&e.Pos)
	} else {
		u.at(&e.Pos)
		r = u.constReg(nil)
	}
	u.yield(dst, r)
}

// yield emits the yield of r; what is sent goes to dst.
func (u *unit) yield(dst, r reg) {
	if u.scope.coroutine {
		t := u.newTemp()
		u.op(code.OpASYNCGENWRAP, t, r, 0)
		r = t
	}
	u.op(code.OpYIELD, dst, r, 0)
}

func (u *unit) yieldFrom(e *ast.YieldFrom, dst reg) {
	if u.scope.kind != functionScope {
		u.c.fail(&e.Pos, "'yield from' outside function")
	}
	if u.scope.isAsyncDef {
		u.c.fail(&e.Pos, "'yield from' inside async function")
	}
	r := u.expr(e.Value)
	it := u.newTemp()
	u.at(&e.Pos)
	u.op(code.OpGETYFITER, it, r, 0)
	u.delegate(dst, it)
}

func (u *unit) asyncFor(s *ast.AsyncFor) {
	if !u.mayAwait() {
		u.c.fail(&s.Pos, "'async for' outside async function")
	}
	outer := u.handler
	it := u.newTemp()
	r := u.expr(s.Iter)
	u.at(s.Iter.Position())
	u.op(code.OpGETAITER, it, r, 0)
	u.top = it + 1
	next, end := u.newLabel(), u.newLabel()
	exc := u.newTemp()
	h, done := u.addHandler(exc)
	u.loops++
	u.mark(next)
	u.anext(it, h, outer, s.Target, s.Iter.Position())
	u.push(&s.Pos, &block{kind: loopBlock, brk: end, cont: next, handler: outer})
	u.stmts(s.Body)
	u.pop()
	u.loops--
	if !u.dead() {
		u.at(&s.Pos)
		u.jmp(next)
	}
	u.mark(done)
	u.at(s.Iter.Position())
	u.op(code.OpENDASYNCFOR, exc, 0, 0)
	u.stmts(s.Orelse)
	u.mark(end)
}

// anext awaits the next item of the asynchronous iterator in it, under handler
// h, and stores it.
func (u *unit) anext(it reg, h, outer int32, target ast.Expr, pos *ast.Pos) {
	top := u.top
	u.at(pos)
	u.handler = h
	a, v := u.newTemp(), u.newTemp()
	u.op(code.OpGETANEXT, a, it, 0)
	u.delegate(v, a)
	u.handler = outer
	u.store(target, v)
	u.top = top
}

func (u *unit) asyncCompLoop(x *compCtx, i int, state reg) {
	g := x.gens[i]
	if !u.mayAwait() && u.scope.comp == notComp {
		u.c.fail(x.pos, "asynchronous comprehension outside of an asynchronous function")
	}
	outer := u.handler
	top := u.top
	if i > 0 {
		state = u.newTemp()
		r := u.expr(g.Iter)
		u.at(g.Iter.Position())
		u.op(code.OpGETAITER, state, r, 0)
		u.top = state + 1
	}
	exc := u.newTemp()
	h, done := u.addHandler(exc)
	next := u.newLabel()
	u.loops++
	u.mark(next)
	u.anext(state, h, outer, g.Target, g.Iter.Position())
	u.compInner(x, i, next)
	u.loops--
	u.jmp(next)
	u.mark(done)
	u.at(g.Iter.Position())
	u.op(code.OpENDASYNCFOR, exc, 0, 0)
	u.top = top
}
