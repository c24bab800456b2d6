package vm

// Threads, their value stacks and frames.

import (
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// Thread is the evaluator's part of a Python thread. object.Thread comes first,
// so that a *object.Thread made by newThread can be turned back.
type Thread struct {
	object.Thread
	limit uintptr // end of the usable part of the current stack chunk
	frame *Frame  // innermost frame while built-in code runs
	ret   object.Value
	err   error
	// passing is the exception that left an entry frame and goes on through
	// native code: where it arrives it is not raised anew.
	passing *object.Exception
	done    bool // the generator resumed from Go has returned
	rt      *Runtime
	root    Frame
	chunk   *chunk
	tracer  traceState
}

// chunk is a piece of a value stack. The last slot is never used: a pointer to
// the end of an allocation would keep its neighbour alive or crash.
type chunk struct {
	slots []object.Value
	prev  *chunk
	next  *chunk // kept for the next overflow
}

const (
	firstChunk = 256
	maxChunk   = 64 << 10
)

func (c *chunk) base() uintptr { return uintptr(unsafe.Pointer(&c.slots[0])) }

func (c *chunk) limit() uintptr { return uintptr(unsafe.Pointer(&c.slots[len(c.slots)-1])) }

func newChunk(n int, prev *chunk) *chunk {
	return &chunk{slots: make([]object.Value, n), prev: prev}
}

var rootUnit = &Unit{Code: &code.Code{Name: "<root>"}}

// newThread returns a thread of in with an empty stack.
func (rt *Runtime) newThread(in *object.Interp) *Thread {
	t := &Thread{rt: rt}
	t.Interp = in
	t.DepthLeft = in.RecursionLimit
	in.GIL.Init(&t.G, "")
	t.chunk = newChunk(firstChunk, nil)
	t.limit = t.chunk.limit()
	t.root.unit = rootUnit
	t.root.base = t.chunk.base() + 16
	t.root.flags = flagRoot
	t.frame = &t.root
	return t
}

// threadOf gives the evaluator's part of t.
func threadOf(t *object.Thread) *Thread { return (*Thread)(unsafe.Pointer(t)) }

// Frame flags: any flag sends RET to the slow path.
const (
	flagEntry  = 1 << iota // entered from Go: returning leaves run
	flagCtor               // __init__ of a class call: the result is self
	flagGen                // body of a generator
	flagFor                // resumed by FORITER
	flagSend               // resumed by SEND
	flagDst                // the result goes to dst
	flagChunk              // the frame is the first of a stack chunk
	flagObject             // has a FrameObject: locals are kept on exit
	flagRoot               // sentinel below everything
	flagBool               // the result decides a jump or is stored as a bool
)

// Frame is one activation. Frames form a doubly linked list per thread that is
// reused: next is the frame a call pushes. pc and base are addresses kept as
// uintptr to avoid write barriers; unit keeps the code alive, the thread or gen
// the registers.
type Frame struct {
	pc     uintptr // next instruction, while the frame is not running
	base   uintptr // register 0
	flags  int
	fn     *Function
	unit   *Unit
	consts unsafe.Pointer
	prev   *Frame
	next   *Frame

	dst    uintptr      // flagDst: address of the result register
	self   object.Value // flagCtor: the new object
	gen    *Generator   // flagGen
	caller *object.Exception
	obj    *FrameObject // flagObject
	locals object.Value // namespace of class and module bodies
}

func (f *Frame) reg(off uint16) *object.Value { return (*object.Value)(ptr(f.base + uintptr(off))) }

// at returns register number i.
func (f *Frame) at(i int) *object.Value { return (*object.Value)(ptr(f.base + uintptr(i)*16)) }

// regs returns n registers from scaled offset off.
func (f *Frame) regs(off uint16, n int) []object.Value {
	return unsafe.Slice(f.reg(off), n)
}

// top is the first address above the frame's window.
func (f *Frame) top() uintptr { return f.base + f.unit.size }

// word is the index of the instruction the frame is at, or of one of its cache
// words.
func (f *Frame) word() int { return f.unit.wordBefore(f.pc) }

// wordBefore gives the word that stands for the instruction before pc in the
// position table: for CALLM, whose cache words stand for the attribute access,
// the instruction itself.
func (u *Unit) wordBefore(pc uintptr) int {
	w := int((pc-uintptr(u.entry))/word) - 1
	if n := int(code.OpCaches[code.OpCALLM]); w >= n && u.Code.Ins[w-n].Op == code.OpCALLM {
		return w - n
	}
	return w
}

// nextFrame returns the frame record above f.
func (f *Frame) nextFrame() *Frame {
	if f.next == nil {
		f.next = &Frame{prev: f}
	}
	return f.next
}

// push enters fn with its arguments already laid out from base, which lies in
// the current chunk. flags say what happens on return.
func (t *Thread) push(f *Frame, fn *Function, base uintptr, args int, flags int) (*Frame, error) {
	if t.DepthLeft <= 0 {
		return nil, object.RecursionErrorf("maximum recursion depth exceeded")
	}
	nf := f.nextFrame()
	u := fn.unit
	if base+u.size > t.limit {
		base, flags = t.grow(base, u, args), flags|flagChunk
		if flags&(flagDst|flagEntry|flagGen|flagCtor) == 0 {
			panic("vm: frame at a chunk border without destination")
		}
	}
	t.DepthLeft--
	nf.base, nf.flags = base, flags
	nf.fn, nf.unit, nf.consts = fn, u, u.constBase
	nf.pc = uintptr(u.entry)
	return nf, nil
}

// grow switches to a new chunk and copies args values of the window at base.
func (t *Thread) grow(base uintptr, u *Unit, args int) uintptr {
	n := min(max(2*len(t.chunk.slots), int(u.size/16)+args+64), max(maxChunk, int(u.size/16)+args+64))
	c := t.chunk.next
	if c == nil || len(c.slots) < int(u.size/16)+args+8 {
		c = newChunk(n, t.chunk)
		t.chunk.next = c
	}
	nb := c.base() + 16
	for i := 0; i < args; i++ {
		*(*object.Value)(ptr(nb + uintptr(i)*16)) = *(*object.Value)(ptr(base + uintptr(i)*16))
	}
	t.chunk = c
	t.limit = c.limit()
	return nb
}

// pop leaves f, whose result has been taken care of, and returns its caller.
func (t *Thread) pop(f *Frame) *Frame {
	t.DepthLeft++
	if f.flags&flagObject != 0 {
		f.obj.detach(f)
		f.obj = nil
	}
	if f.flags&flagChunk != 0 {
		clear(t.chunk.slots)
		t.chunk = t.chunk.prev
		t.limit = t.chunk.limit()
	}
	if f.flags&(flagCtor|flagGen) != 0 {
		f.self, f.gen = object.Value{}, nil
	}
	if f.locals.O != nil {
		f.locals = object.Value{}
	}
	f.flags = 0 // calls in run reuse the record without looking at its flags
	p := f.prev
	t.frame = p
	return p
}

// room ensures that n values fit above frame f in the current chunk and
// returns their address; otherwise it returns 0.
func (t *Thread) room(f *Frame, n int) uintptr {
	b := f.top() + 16
	if b+uintptr(n)*16 > t.limit {
		return 0
	}
	return b
}
