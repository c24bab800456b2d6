package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Enclosing constructs that return, break and continue have to leave.

type blockKind uint8

const (
	loopBlock      blockKind = iota
	finallyTry               // try body with a finally clause: run it when leaving
	finallyEnd               // finally clause run for an exception
	withBlock                // body of a with statement
	handlerBlock             // body of an except clause
	starBlock                // body of an except* clause
	tryBlock                 // try body without finally
	asyncWithBlock           // body of an async with statement
	compBlock                // inlined comprehension
)

type block struct {
	kind    blockKind
	brk     int32 // loop: label after the loop, else clause included
	cont    int32
	handler int32 // handler outside the construct
	save    reg   // handlers: register of the handled exception outside
	name    string
	exit    reg // with: register of __exit__
	body    []ast.Stmt
	pos     ast.Pos
}

// maxBlocks is how deep CPython lets blocks nest.
const maxBlocks = 21

// push enters a block; pos is where to report that there are too many.
func (u *unit) push(pos *ast.Pos, b *block) *block {
	u.blocks = append(u.blocks, b)
	n := 0
	if u.scope.generator || u.scope.coroutine {
		n++ // the handler that keeps StopIteration inside
	}
	for _, b := range u.blocks {
		n++
		if b.kind == handlerBlock || b.kind == starBlock {
			n++
		}
	}
	if n > maxBlocks {
		u.c.fail(pos, "too many statically nested blocks")
	}
	return b
}

func (u *unit) pop() {
	u.blocks = u.blocks[:len(u.blocks)-1]
}

// unwind emits what leaving block b requires. A value in a temporary survives.
func (u *unit) unwind(b *block) {
	u.handler = b.handler
	switch b.kind {
	case handlerBlock:
		u.op(code.OpEXCLEAVE, b.save, 0, 0)
		if b.name != "" {
			u.clearName(b.name)
		}
	case finallyEnd:
		u.op(code.OpEXCLEAVE, b.save, 0, 0)
	case withBlock:
		pos := u.pos
		u.at(&b.pos)
		t := u.newTemp()
		u.op(code.OpWITHEXITOK, t, b.exit, 0)
		u.top = t
		u.pos = pos
	case asyncWithBlock:
		pos := u.pos
		u.at(&b.pos)
		t := u.newTemp()
		u.op(code.OpWITHEXITOK, t, b.exit, 0)
		u.await(t, t, 2)
		u.top = t
		u.pos = pos
	case finallyTry:
		u.stmts(b.body)
	}
}

// unwindTo leaves all blocks above index stop; afterwards the block stack and
// the handler are as before, for the code that follows the jump.
func (u *unit) unwindTo(stop int) {
	saved := u.blocks
	for i := len(saved) - 1; i > stop; i-- {
		u.blocks = saved[:i:i]
		u.unwind(saved[i])
	}
	u.blocks = saved
}

// clearName is the end of `except E as name`: name = None; del name.
func (u *unit) clearName(name string) {
	pos := u.pos
	if p := u.lookup(u.mangleName(name)); p.kind == inLocal {
		u.op(code.OpNULL, p.reg, 0, 0)
		return
	}
	t := u.newTemp()
	u.op(code.OpLOADK, t, u.constant(nil), 0)
	u.storeName(name, t)
	u.deleteName(name)
	u.top = t
	u.pos = pos
}

// loopIndex finds the innermost loop; pos is the statement that wants it.
func (u *unit) loopIndex(pos *ast.Pos) int {
	for i := len(u.blocks) - 1; i >= 0; i-- {
		switch u.blocks[i].kind {
		case loopBlock:
			return i
		case starBlock:
			u.c.fail(pos, "'break', 'continue' and 'return' cannot appear in an except* block")
		}
	}
	return -1
}

func (u *unit) breakStmt(pos *ast.Pos) {
	i := u.loopIndex(pos)
	if i < 0 {
		u.c.fail(pos, "'break' outside loop")
	}
	h := u.handler
	u.unwindTo(i)
	u.at(pos)
	u.jmp(u.blocks[i].brk)
	u.handler = h
}

func (u *unit) continueStmt(pos *ast.Pos) {
	i := u.loopIndex(pos)
	if i < 0 {
		u.c.fail(pos, "'continue' not properly in loop")
	}
	h := u.handler
	u.unwindTo(i)
	u.at(pos)
	u.jmp(u.blocks[i].cont)
	u.handler = h
}
