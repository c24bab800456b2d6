package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// The try statement (language reference 8.4). Every instruction knows its
// handler; the exception table is made from that. Finally clauses are compiled
// once for every way out.

func (u *unit) try(s *ast.Try) {
	if len(s.Finalbody) > 0 {
		u.tryFinally(&s.Pos, s.Finalbody, func() {
			if len(s.Handlers) > 0 {
				u.tryExcept(&s.Pos, s.Body, s.Handlers, s.Orelse)
			} else {
				u.stmts(s.Body)
				u.stmts(s.Orelse)
			}
		})
		return
	}
	u.tryExcept(&s.Pos, s.Body, s.Handlers, s.Orelse)
}

func (u *unit) tryStar(s *ast.TryStar) {
	if len(s.Finalbody) > 0 {
		u.tryFinally(&s.Pos, s.Finalbody, func() { u.exceptStar(&s.Pos, s.Body, s.Handlers, s.Orelse) })
		return
	}
	u.exceptStar(&s.Pos, s.Body, s.Handlers, s.Orelse)
}

func (u *unit) tryFinally(pos *ast.Pos, final []ast.Stmt, body func()) {
	outer := u.handler
	exc := u.temps(3)
	save, again := exc+1, exc+2
	end := u.newLabel()
	h, label := u.addHandler(exc)
	u.push(pos, &block{kind: finallyTry, handler: outer, body: final})
	u.handler = h
	body()
	u.pop()
	u.handler = outer
	if !u.dead() {
		u.stmts(final)
		u.jmp(end)
	}
	// For an exception.
	u.mark(label)
	u.pos = code.NoPos
	u.op(code.OpEXCENTER, save, exc, 0)
	clean, cleanLabel := u.addHandler(again)
	u.handler = clean
	u.push(pos, &block{kind: finallyEnd, handler: outer, save: save})
	u.stmts(final)
	u.pop()
	u.handler = outer
	u.pos = code.NoPos
	u.op(code.OpEXCLEAVE, save, 0, 0)
	u.op(code.OpRERAISE, exc, 0, 0)
	u.cleanup(cleanLabel, save, again)
	u.mark(end)
}

// cleanup is the handler around handlers: it restores the handled exception.
func (u *unit) cleanup(label int32, save, exc reg) {
	u.mark(label)
	u.pos = code.NoPos
	u.op(code.OpEXCLEAVE, save, 0, 0)
	u.op(code.OpRERAISE, exc, 0, 0)
}

func (u *unit) tryExcept(pos *ast.Pos, body []ast.Stmt, handlers []*ast.ExceptHandler, orelse []ast.Stmt) {
	outer := u.handler
	exc := u.temps(2)
	save := exc + 1
	end := u.newLabel()
	h, label := u.addHandler(exc)
	u.push(pos, &block{kind: tryBlock, handler: outer})
	u.handler = h
	u.stmts(body)
	u.pop()
	u.handler = outer
	u.stmts(orelse)
	if !u.dead() {
		u.jmp(end)
	}
	u.mark(label)
	u.pos = code.NoPos
	u.op(code.OpEXCENTER, save, exc, 0)
	clean, cleanLabel := u.addHandler(exc)
	for i, x := range handlers {
		u.handler = clean
		next := u.newLabel()
		u.at(&x.Pos)
		if x.Type != nil {
			top := u.top
			r := u.expr(x.Type)
			u.at(&x.Pos)
			u.jump(code.OpJNEXC, exc, r, next)
			u.top = top
		} else if i < len(handlers)-1 {
			u.c.fail(&x.Pos, "default 'except:' must be last")
		}
		u.handlerBody(x, exc, save, clean, outer)
		u.handler = outer
		if !u.dead() {
			u.jmp(end)
		}
		u.mark(next)
	}
	u.handler = outer
	u.at(&handlers[len(handlers)-1].Pos) // none matched
	u.op(code.OpEXCLEAVE, save, 0, 0)
	u.op(code.OpRERAISE, exc, 0, 0)
	u.cleanup(cleanLabel, save, exc)
	u.mark(end)
}

// handlerBody compiles an except clause for the exception in exc. On return
// the handled exception is restored.
func (u *unit) handlerBody(x *ast.ExceptHandler, exc, save reg, clean, outer int32) {
	b := u.push(&x.Pos, &block{kind: handlerBlock, handler: outer, save: save, name: x.Name})
	if x.Name == "" {
		u.stmts(x.Body)
		u.pop()
		u.handler = outer
		if !u.dead() {
			u.pos = code.NoPos
			u.op(code.OpEXCLEAVE, save, 0, 0)
		}
		return
	}
	u.at(&x.Pos)
	u.storeName(x.Name, exc)
	named, namedLabel := u.addHandler(exc)
	u.handler = named
	u.stmts(x.Body)
	u.pop()
	u.handler = outer
	after := u.newLabel()
	if !u.dead() {
		u.pos = code.NoPos
		u.op(code.OpEXCLEAVE, save, 0, 0)
		u.clearName(b.name)
		u.jmp(after)
	}
	u.mark(namedLabel)
	u.handler = clean
	u.pos = code.NoPos
	u.clearName(b.name)
	u.handler = outer
	u.op(code.OpEXCLEAVE, save, 0, 0)
	u.op(code.OpRERAISE, exc, 0, 0)
	u.mark(after)
}

// exceptStar compiles try-except* (PEP 654).
func (u *unit) exceptStar(pos *ast.Pos, body []ast.Stmt, handlers []*ast.ExceptHandler, orelse []ast.Stmt) {
	outer := u.handler
	exc := u.temps(7)
	save, orig, list, inner, rest := exc+1, exc+2, exc+3, exc+4, exc+5
	match := rest + 1
	end := u.newLabel()
	h, label := u.addHandler(exc)
	u.push(pos, &block{kind: tryBlock, handler: outer})
	u.handler = h
	u.stmts(body)
	u.pop()
	u.handler = outer
	u.stmts(orelse)
	if !u.dead() {
		u.jmp(end)
	}
	u.mark(label)
	u.pos = code.NoPos
	u.op(code.OpEXCENTER, save, exc, 0)
	clean, cleanLabel := u.addHandler(exc)
	u.handler = clean
	u.move(orig, exc)
	u.move(rest, exc)
	u.op(code.OpLIST, list, u.top, 0)
	for _, x := range handlers {
		next := u.newLabel()
		u.at(&x.Pos)
		top := u.top
		r := u.expr(x.Type)
		u.at(&x.Pos)
		u.op(code.OpEXCGROUP, rest, r, 0)
		u.top = top
		u.jump(code.OpJNONE, match, 0, next)
		u.at(&x.Pos)
		u.op(code.OpEXCENTER, inner, match, 0)
		failed, failedLabel := u.addHandler(exc)
		u.handler = failed
		if x.Name != "" {
			u.storeName(x.Name, match)
		}
		u.push(&x.Pos, &block{kind: starBlock, handler: clean, save: save})
		u.stmts(x.Body)
		u.pop()
		u.handler = clean
		u.pos = code.NoPos
		if !u.dead() {
			u.op(code.OpEXCLEAVE, inner, 0, 0)
			if x.Name != "" {
				u.clearName(x.Name)
			}
			u.jmp(next)
		}
		u.mark(failedLabel)
		u.op(code.OpEXCLEAVE, inner, 0, 0)
		if x.Name != "" {
			u.clearName(x.Name)
		}
		u.op(code.OpLISTAPPEND, list, exc, 0)
		u.mark(next)
	}
	u.pos = code.NoPos
	u.op(code.OpLISTAPPEND, list, rest, 0)
	u.op(code.OpEXCSTAR, orig, list, 0)
	u.handler = outer
	u.op(code.OpEXCLEAVE, save, 0, 0)
	u.jump(code.OpJNONE, orig, 0, end)
	u.op(code.OpRERAISE, orig, 0, 0)
	u.cleanup(cleanLabel, save, exc)
	u.mark(end)
}

// with compiles the items one within the other.
func (u *unit) with(pos *ast.Pos, items []*ast.Withitem, body []ast.Stmt) {
	if len(items) == 0 {
		u.stmts(body)
		return
	}
	u.withItem(items[0], false, func() { u.with(pos, items[1:], body) })
}

func (u *unit) asyncWith(s *ast.AsyncWith) {
	if !u.mayAwait() {
		u.c.fail(&s.Pos, "'async with' outside async function")
	}
	u.asyncItems(s.Items, s.Body)
}

func (u *unit) asyncItems(items []*ast.Withitem, body []ast.Stmt) {
	if len(items) == 0 {
		u.stmts(body)
		return
	}
	u.withItem(items[0], true, func() { u.asyncItems(items[1:], body) })
}

func (u *unit) withItem(it *ast.Withitem, async bool, body func()) {
	outer := u.handler
	pos := it.ContextExpr.Position()
	exit := u.newTemp()
	u.exprTo(it.ContextExpr, exit)
	value := u.newTemp()
	u.at(pos)
	kind := withBlock
	if async {
		kind = asyncWithBlock
		u.op(code.OpAWITHENTER, exit, 0, 0)
		u.await(value, value, 1)
	} else {
		u.op(code.OpWITHENTER, exit, 0, 0)
	}
	exc := u.temps(4)
	save, again, res := exc+1, exc+2, exc+3
	end := u.newLabel()
	h, label := u.addHandler(exc)
	u.push(pos, &block{kind: kind, handler: outer, exit: exit, pos: *pos})
	u.handler = h
	if it.OptionalVars != nil {
		u.store(it.OptionalVars, value)
	}
	body()
	b := u.blocks[len(u.blocks)-1]
	u.pop()
	if !u.dead() {
		u.unwind(b)
		u.at(pos)
		u.jmp(end)
	}
	u.mark(label)
	u.at(pos)
	u.handler = outer
	u.op(code.OpEXCENTER, save, exc, 0)
	clean, cleanLabel := u.addHandler(again)
	u.handler = clean
	u.move(res, exc)
	u.op(code.OpWITHEXIT, res, exit, 0)
	if async {
		u.await(res, res, 2)
	}
	suppress := u.newLabel()
	u.jump(code.OpJT, res, 0, suppress)
	u.handler = outer
	u.op(code.OpEXCLEAVE, save, 0, 0)
	u.op(code.OpRERAISE, exc, 1, 0)
	u.mark(suppress)
	u.op(code.OpEXCLEAVE, save, 0, 0)
	u.jmp(end)
	u.cleanup(cleanLabel, save, again)
	u.mark(end)
}
