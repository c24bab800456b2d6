package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Comprehensions and generator expressions (language reference 6.2.4). List,
// set and dict comprehensions run in the frame around them (PEP 709): their
// variables get registers of their own.

// compCtx is a comprehension being compiled.
type compCtx struct {
	kind       compKind
	gens       []*ast.Comprehension
	elt, value ast.Expr
	acc        reg
	pos        *ast.Pos
}

func (u *unit) comprehension(e ast.Expr, kind compKind, gens []*ast.Comprehension, elt, value ast.Expr, dst reg) {
	s := u.c.st.scopes[scopeKey{e, keyBody}]
	x := &compCtx{kind: kind, gens: gens, elt: elt, value: value, pos: e.Position()}
	if s.inlined {
		u.inlineComp(s, x, dst)
		return
	}
	fn := u.callBase(dst)
	in := u.c.newUnit(u, s, s.name, int(x.pos.Line))
	in.flags = in.scopeFlags()
	in.argCount = 1
	in.at(x.pos)
	in.wrapGenerator(func() { in.compBody(x) })
	u.at(x.pos)
	u.makeFunction(in, fn)
	it := u.newTemp()
	r := u.expr(gens[0].Iter)
	u.at(gens[0].Iter.Position())
	if gens[0].IsAsync != 0 {
		u.op(code.OpGETAITER, it, r, 0)
	} else {
		u.op(code.OpINTRIN1, it, r, code.IntrinIter)
	}
	u.at(x.pos)
	u.op(code.OpCALL, fn, 1, 0)
	u.top = fn + 1
	if s.coroutine && kind != genExpr {
		u.await(fn, fn, 0)
	}
	u.move(dst, fn)
}

// compBody is the body of a comprehension's own function.
func (u *unit) compBody(x *compCtx) {
	if x.kind != genExpr {
		x.acc = u.newTemp()
		u.startAcc(x)
	}
	state := u.temps(3)
	if x.gens[0].IsAsync != 0 {
		u.move(state, 0)
	} else {
		u.at(x.gens[0].Iter.Position())
		u.op(code.OpGETITER, state, 0, 1)
	}
	end := u.newLabel()
	u.compLoop(x, 0, state, end)
	u.mark(end)
	u.at(x.pos)
	if x.kind == genExpr {
		u.op(code.OpRETNONE, 0, 0, 0)
	} else {
		u.op(code.OpRET, x.acc, 0, 0)
	}
}

func (u *unit) startAcc(x *compCtx) {
	ops := [...]code.Op{listComp: code.OpLIST, setComp: code.OpSET, dictComp: code.OpDICT}
	u.op(ops[x.kind], x.acc, u.top, 0)
}

func (u *unit) inlineComp(s *scope, x *compCtx, dst reg) {
	x.acc = u.scratch(dst)
	state := u.temps(3)
	g := x.gens[0]
	if g.IsAsync != 0 {
		r := u.expr(g.Iter)
		u.at(g.Iter.Position())
		u.op(code.OpGETAITER, state, r, 0)
		u.top = state + 3
	} else {
		u.iterate(g.Iter, state)
	}
	u.at(x.pos)
	f := u.enterComp(s)
	u.startAcc(x)
	end := u.newLabel()
	u.loops++
	u.push(x.pos, &block{kind: compBlock})
	u.compLoop(x, 0, state, end)
	u.pop()
	u.loops--
	u.mark(end)
	u.leaveComp(f)
	u.at(x.pos)
	u.unscratch(dst, x.acc)
}

// enterComp gives the variables of an inlined comprehension their registers.
func (u *unit) enterComp(s *scope) *compFrame {
	f := &compFrame{scope: s, regs: map[string]reg{}}
	for _, y := range s.order {
		if y.flags&defParam != 0 || y.res != isLocal && y.res != isCell {
			continue
		}
		r := u.takeHidden(y.name, y.res == isCell)
		f.regs[y.name] = r
		u.op(code.OpNULL, r, 0, 0)
		if y.res == isCell {
			u.op(code.OpMAKECELL, r, 0, 0)
		}
	}
	u.comps = append(u.comps, f)
	return f
}

func (u *unit) leaveComp(f *compFrame) {
	u.comps = u.comps[:len(u.comps)-1]
	for _, y := range f.scope.order {
		if r, ok := f.regs[y.name]; ok {
			u.hidden[r-hiddenBase].used = false
			u.op(code.OpNULL, r, 0, 0) // the variable is gone, also for locals()
			u.ins[len(u.ins)-1].stays = true
		}
	}
}

// takeHidden reuses the register of an earlier comprehension's variable of the
// same name, or of any name when there are very many.
func (u *unit) takeHidden(name string, cell bool) reg {
	for i := range u.hidden {
		h := &u.hidden[i]
		if !h.used && h.cell == cell && (h.name == name || len(u.hidden) > 300) {
			h.used = true
			return hiddenBase + reg(i)
		}
	}
	return u.newHidden(name, cell)
}

// compLoop compiles generator i and those within. skip is where a failing
// condition goes when the generator makes no loop of its own.
func (u *unit) compLoop(x *compCtx, i int, state reg, skip int32) {
	if i == len(x.gens) {
		u.compElement(x)
		return
	}
	g := x.gens[i]
	if g.IsAsync != 0 {
		u.asyncCompLoop(x, i, state)
		return
	}
	top := u.top
	if i > 0 {
		if elts := elements(g.Iter); len(elts) == 1 && !hasStar(elts) {
			u.store(g.Target, u.value(elts[0], []ast.Expr{g.Target}))
			u.compInner(x, i, skip)
			u.top = top
			return
		}
		state = u.temps(3)
		u.iterate(g.Iter, state)
	}
	body, next := u.newLabel(), u.newLabel()
	u.jmp(next)
	u.loops++
	u.mark(body)
	item := u.localOf(g.Target)
	if item == noReg {
		item = u.newTemp()
		u.store(g.Target, item)
	}
	u.compInner(x, i, next)
	u.mark(next)
	u.at(g.Iter.Position())
	u.jump(code.OpFORITER, state, item, body)
	u.loops--
	u.top = top
}

// compInner compiles the conditions of generator i and what is within it.
func (u *unit) compInner(x *compCtx, i int, skip int32) {
	for _, cond := range x.gens[i].Ifs {
		u.jumpIf(cond, false, skip)
	}
	u.compLoop(x, i+1, noReg, skip)
}

func (u *unit) compElement(x *compCtx) {
	top := u.top
	switch x.kind {
	case dictComp:
		k := u.operand(x.elt, noReg, x.value)
		v := u.expr(x.value)
		p := *x.elt.Position()
		p.EndLine, p.EndCol = x.value.Position().EndLine, x.value.Position().EndCol
		u.at(&p)
		u.op(code.OpDICTSET, x.acc, k, v)
	case genExpr:
		r := u.expr(x.elt)
		u.at(x.elt.Position())
		u.yield(u.newTemp(), r)
	default:
		r := u.expr(x.elt)
		u.at(x.elt.Position())
		op := code.OpLISTAPPEND
		if x.kind == setComp {
			op = code.OpSETADD
		}
		u.op(op, x.acc, r, 0)
	}
	u.top = top
}
