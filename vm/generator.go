package vm

// Generators, coroutines and asynchronous generators (language reference,
// sections 6.2.9 and 8.9). A suspended generator owns a copy of its register
// window; resuming copies it onto the thread's stack, so that calls made by its
// body are like any other.

import (
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// Types of this file.
var (
	GeneratorType object.Type
	CoroutineType object.Type
	AsyncGenType  object.Type
)

// Generator is a generator, coroutine or asynchronous generator.
type Generator struct {
	object.Header
	fn       *Function
	unit     *Unit
	window   []object.Value
	pc       uintptr
	running  bool
	started  bool
	finished bool
	sendTo   uint16            // register of the pending YIELD that takes the sent value
	exc      *object.Exception // exception being handled inside while suspended
	handling bool              // an exception is being handled inside
	frame    *FrameObject
	Name     object.Value
	Qualname object.Value
	watched  bool  // its end will be noticed
	maker    *Unit // where a coroutine was made
	madeAt   uintptr
	origin   object.Value // cr_origin
	// Asynchronous generators only.
	hooksDone   bool
	closed      bool
	runningAsyn bool
	finalizer   object.Value
}

// IsGenerator reports whether v is a generator, coroutine or async generator.
func IsGenerator(v object.Value) bool {
	return v.O.Type == &GeneratorType || v.O.Type == &CoroutineType || v.O.Type == &AsyncGenType
}

func (g *Generator) word() int {
	return g.unit.wordBefore(g.pc)
}

// opRetGen makes the generator of frame f and returns it to the caller.
func (t *Thread) opRetGen(f *Frame) *Frame {
	c := f.unit.Code
	g := &Generator{fn: f.fn, unit: f.unit, pc: f.pc, Name: f.fn.Name, Qualname: f.fn.Qualname}
	switch {
	case c.Flags&code.FlagCoroutine != 0:
		g.Type = &CoroutineType
		t.noteMaker(g, f.prev)
	case c.Flags&code.FlagAsyncGenerator != 0:
		g.Type = &AsyncGenType
	default:
		g.Type = &GeneratorType
	}
	g.window = make([]object.Value, c.NRegs)
	copy(g.window, f.regs(0, f.unit.nargs))
	return t.opRet(f, object.Wrap(g))
}

// resume pushes the body of g above f. how is flagFor, flagSend or flagEntry.
func (t *Thread) resume(f *Frame, g *Generator, sent object.Value, how int) (*Frame, error) {
	if t.DepthLeft <= 0 {
		return nil, object.RecursionErrorf("maximum recursion depth exceeded")
	}
	base := f.top() + 16
	nf := f.nextFrame()
	flags := flagGen | how
	if base+g.unit.size > t.limit {
		base, flags = t.grow(base, g.unit, 0), flags|flagChunk
	}
	t.DepthLeft--
	copy(unsafe.Slice((*object.Value)(ptr(base)), len(g.window)), g.window)
	nf.base, nf.flags, nf.pc = base, flags, g.pc
	nf.fn, nf.unit, nf.consts = g.fn, g.unit, g.unit.constBase
	nf.gen, nf.obj = g, nil
	if g.frame != nil {
		nf.obj = g.frame
		nf.obj.live, nf.obj.thread = nf, t
		nf.flags |= flagObject
	}
	nf.caller = t.Exc
	if g.exc != nil {
		t.Exc, g.exc = g.exc, nil
	}
	if g.started {
		*nf.reg(g.sendTo) = sent
	}
	g.running, g.started = true, true
	return nf, nil
}

// suspend copies the registers of running generator frame f back to its
// generator and leaves the frame.
func (t *Thread) suspend(f *Frame) *Frame {
	g := f.gen
	copy(g.window, f.regs(0, len(g.window)))
	g.pc, g.running = f.pc, false
	if g.handling {
		g.exc = t.Exc
	}
	t.Exc, f.caller = f.caller, nil
	if f.flags&flagObject != 0 {
		f.obj.live = nil
		f.obj, f.flags = nil, f.flags&^flagObject
	}
	return t.pop(f)
}

// opYield is YIELD.
func (t *Thread) opYield(f *Frame, in *code.Ins) *Frame {
	v := *f.reg(in.B)
	f.gen.sendTo = in.A
	if f.unit.cleans && !f.gen.watched {
		t.rt.watch(f.gen)
	}
	fl := f.flags
	return t.deliver(t.suspend(f), fl, v)
}

// deliver hands a yielded value to consumer p.
func (t *Thread) deliver(p *Frame, fl int, v object.Value) *Frame {
	switch {
	case fl&flagFor != 0:
		in := (*code.Ins)(ptr(p.pc - 2*word))
		*p.reg(in.B) = v
		return t.loopBack(p, in)
	case fl&flagSend != 0:
		in := (*code.Ins)(ptr(p.pc - word))
		*p.reg(in.A) = v
		return p
	}
	t.ret, t.done = v, false
	return nil
}

// loopBack takes the jump of FORITER in, whose fall-through is p.pc.
func (t *Thread) loopBack(p *Frame, in *code.Ins) *Frame {
	off := int(int16(in.C))
	p.pc = uintptr(int(p.pc) + off*word)
	if off < 0 {
		t.G.Left += off
		if t.G.Left <= 0 {
			if err := t.tick(); err != nil {
				return t.unwind(p, err)
			}
		}
	}
	return p
}

// finish marks g as done and frees its registers.
func (t *Thread) finishGen(f *Frame) *Generator {
	g := f.gen
	g.finished, g.running, g.closed = true, false, true
	g.window = nil
	t.Exc, f.caller = f.caller, nil
	return g
}

// genReturn ends generator frame f with result v.
func (t *Thread) genReturn(f *Frame, v object.Value) *Frame {
	fl := f.flags
	t.finishGen(f)
	p := t.pop(f)
	switch {
	case fl&flagFor != 0:
		return p // exhausted: fall through
	case fl&flagSend != 0:
		in := (*code.Ins)(ptr(p.pc - word))
		*p.reg(in.A) = v
		p.pc = uintptr(int(p.pc) + int(int16(in.C))*word)
		return p
	}
	t.ret, t.done = v, true
	return nil
}

// genFail ends the generator of frame f, which is being unwound.
func (t *Thread) genFail(f *Frame) { t.finishGen(f) }

// Send resumes g from Go. done tells that it has returned v.
func (t *Thread) Send(g *Generator, sent object.Value) (v object.Value, done bool, err error) {
	if err := g.ready(); err != nil {
		return object.Value{}, false, err
	}
	if g.finished {
		if g.Type == &CoroutineType {
			return object.Value{}, false, object.RuntimeErrorf("cannot reuse already awaited coroutine")
		}
		return object.None, true, nil
	}
	if !g.started && !sent.IsNone() {
		return object.Value{}, false, object.TypeErrorf("can't send non-None value to a just-started %s", g.kind())
	}
	f := t.frame
	nf, err := t.resume(f, g, sent, flagEntry)
	if err != nil {
		return object.Value{}, false, err
	}
	v, err = t.enterRun(nf)
	t.frame = f
	return v, t.done, err
}

func (g *Generator) kind() string {
	switch g.Type {
	case &CoroutineType:
		return "coroutine"
	case &AsyncGenType:
		return "async generator"
	}
	return "generator"
}

func (g *Generator) ready() error {
	if g.running {
		return object.ValueErrorf("%s already executing", g.kind())
	}
	return nil
}

// delegate returns the iterator that g is waiting for in yield from or await.
func (g *Generator) delegate() object.Value {
	if !g.started || g.finished || g.running {
		return object.Value{}
	}
	in := (*code.Ins)(ptr(g.pc - word))
	if in.Op != code.OpYIELD || in.C == 0 {
		return object.Value{}
	}
	return g.window[in.C-1]
}

// Throw raises e inside g at its yield. done tells that it has returned v.
func (t *Thread) Throw(g *Generator, e *object.Exception) (v object.Value, done bool, err error) {
	if err := g.ready(); err != nil {
		return object.Value{}, false, err
	}
	if d := g.delegate(); d.O != nil {
		return t.throwDelegate(g, d, e)
	}
	if g.finished {
		if g.Type == &CoroutineType {
			return object.Value{}, false, object.RuntimeErrorf("cannot reuse already awaited coroutine")
		}
		return object.Value{}, false, e
	}
	return t.throwHere(g, e)
}

// throwHere raises e at g's own position.
func (t *Thread) throwHere(g *Generator, e *object.Exception) (v object.Value, done bool, err error) {
	if !g.started {
		// A generator that never ran has no handler: it ends at its first line.
		g.started = true
		g.sendTo = 0
		g.window[0] = object.Value{}
		f := t.frame
		nf, err := t.resumeRaw(f, g)
		if err != nil {
			return object.Value{}, false, err
		}
		return t.raiseIn(f, nf, e)
	}
	f := t.frame
	nf, err := t.resumeRaw(f, g)
	if err != nil {
		return object.Value{}, false, err
	}
	return t.raiseIn(f, nf, e)
}

func (t *Thread) resumeRaw(f *Frame, g *Generator) (*Frame, error) {
	keep := g.window[g.sendTo/16]
	return t.resume(f, g, keep, flagEntry)
}

// raiseIn unwinds e from frame nf, which was entered from Go above f.
func (t *Thread) raiseIn(f, nf *Frame, e *object.Exception) (v object.Value, done bool, err error) {
	if nf = t.unwind(nf, e); nf == nil {
		err := t.err
		t.err = nil
		t.frame = f
		return object.Value{}, false, err
	}
	v, err = t.enterRun(nf)
	t.frame = f
	return v, t.done, err
}

// throwDelegate passes e to the iterator d that g waits for. Meanwhile g's frame
// stands below d's on the stack, except when d is only closed.
func (t *Thread) throwDelegate(g *Generator, d object.Value, e *object.Exception) (v object.Value, done bool, err error) {
	if e.Type.IsSubtype(&object.GeneratorExitType) {
		g.running = true
		err := t.closeIter(d)
		g.running = false
		if ex, ok := err.(*object.Exception); ok {
			return t.throwHere(g, ex)
		} else if err != nil {
			return object.Value{}, false, err
		}
		return t.throwHere(g, e)
	}
	f := t.frame
	nf, err := t.resumeRaw(f, g)
	if err != nil {
		return object.Value{}, false, err
	}
	t.frame = nf
	ended := false
	if v, ended, err = t.throwInto(d, e); err == errNoThrow {
		err = e
	}
	t.frame = nf
	if err != nil {
		ex, ok := err.(*object.Exception)
		if !ok {
			t.abandon(nf, err)
			t.frame = f
			return object.Value{}, false, err
		}
		return t.raiseIn(f, nf, ex)
	}
	if ended {
		if err := nf.skipDelegate(v); err != nil {
			return t.raiseIn(f, nf, err.(*object.Exception))
		}
		v, err = t.enterRun(nf)
		t.frame = f
		return v, t.done, err
	}
	t.suspend(nf)
	t.frame = f
	return v, false, nil
}

var errNoThrow = object.NewException(&object.SystemErrorType, object.NewStr("no throw method"))

// throwInto throws e into iterator d; done with v when d has ended.
func (t *Thread) throwInto(d object.Value, e *object.Exception) (v object.Value, done bool, err error) {
	if IsGenerator(d) && d.O.Type != &AsyncGenType {
		return t.Throw(object.As[Generator](d), e)
	}
	m, err := object.GetAttrOpt(&t.Thread, d, nameThrow)
	if err != nil {
		return object.Value{}, false, err
	}
	if m.O == nil {
		return object.Value{}, false, errNoThrow
	}
	v, err = object.CallArgs(&t.Thread, m, object.Wrap(e))
	if err != nil {
		if object.IsExc(err, &object.StopIterationType) {
			return object.StopValue(err.(*object.Exception)), true, nil
		}
		return object.Value{}, false, err
	}
	return v, false, nil
}

// skipDelegate makes f go on as if the SEND of its delegate had returned v.
func (f *Frame) skipDelegate(v object.Value) error {
	// The YIELD is followed by a JMP back to the SEND, which jumps when done.
	pc := f.pc
	in := (*code.Ins)(ptr(pc))
	for in.Op != code.OpSEND {
		switch in.Op {
		case code.OpJMP:
			pc = uintptr(int(pc) + word + int(int16(in.C))*word)
		case code.OpJMPW:
			pc = uintptr(int(pc) + word + int(int32(uint32(in.B)|uint32(in.C)<<16))*word)
		default:
			return object.SystemErrorf("yield from without SEND")
		}
		in = (*code.Ins)(ptr(pc))
	}
	f.pc = uintptr(int(pc) + word + int(int16(in.C))*word)
	*f.reg(in.A) = v
	return nil
}

var (
	nameThrow = object.StaticName("throw")
	nameClose = object.StaticName("close")
)

// closeIter closes an iterator that a generator delegates to.
func (t *Thread) closeIter(d object.Value) error {
	if IsGenerator(d) && d.O.Type != &AsyncGenType {
		_, err := t.Close(object.As[Generator](d))
		return err
	}
	m, err := object.GetAttrOpt(&t.Thread, d, nameClose)
	if err != nil || m.O == nil {
		return err
	}
	_, err = object.CallArgs(&t.Thread, m)
	return err
}

// Close is generator.close(): it returns the value the body returned.
func (t *Thread) Close(g *Generator) (object.Value, error) {
	if err := g.ready(); err != nil {
		return object.Value{}, err
	}
	if g.finished {
		return object.None, nil
	}
	if !g.started {
		g.finished, g.closed, g.window = true, true, nil
		return object.None, nil
	}
	_ = g
	exit := object.NewException(&object.GeneratorExitType)
	v, done, err := t.Throw(g, exit)
	if err != nil {
		if object.IsExc(err, &object.GeneratorExitType) || object.IsExc(err, &object.StopIterationType) {
			return object.None, nil
		}
		return object.Value{}, err
	}
	if done {
		return v, nil
	}
	return object.Value{}, object.RuntimeErrorf("%s ignored GeneratorExit", g.kind())
}

// opSend is SEND.
func (t *Thread) opSend(f *Frame, in *code.Ins) *Frame {
	it, v := *f.reg(in.B), *f.reg(in.A)
	switch it.O.Type {
	case &GeneratorType, &CoroutineType:
		g := object.As[Generator](it)
		if g.running || g.finished || !g.started && !v.IsNone() {
			r, done, err := t.Send(g, v)
			return t.sent(f, in, r, done, err)
		}
		nf, err := t.resume(f, g, v, flagSend)
		if err != nil {
			return t.unwind(f, err)
		}
		return nf
	}
	r, done, err := t.sendTo(it, v)
	return t.sent(f, in, r, done, err)
}

// sendTo sends v to any iterator.
func (t *Thread) sendTo(it, v object.Value) (r object.Value, done bool, err error) {
	if v.IsNone() && it.O.Type.Slots.Next != nil {
		if s := object.SendSlot(it); s != nil {
			return s(&t.Thread, it, v)
		}
		r, err = it.O.Type.Slots.Next(&t.Thread, it)
		if err == nil && r.O == nil {
			return object.None, true, nil
		}
	} else if s := object.SendSlot(it); s != nil {
		return s(&t.Thread, it, v)
	} else {
		r, err = object.CallMethod(&t.Thread, it, "send", v)
	}
	if err != nil && object.IsExc(err, &object.StopIterationType) {
		return object.StopValue(err.(*object.Exception)), true, nil
	}
	return r, false, err
}

func (t *Thread) sent(f *Frame, in *code.Ins, r object.Value, done bool, err error) *Frame {
	if err != nil {
		return t.unwind(f, err)
	}
	*f.reg(in.A) = r
	if done {
		f.pc = uintptr(int(f.pc) + int(int16(in.C))*word)
	}
	return f
}

// genNext is the Next slot of generators.
func genNext(t *object.Thread, v object.Value) (object.Value, error) {
	th := threadOf(t)
	g := object.As[Generator](v)
	r, done, err := th.Send(g, object.None)
	if err != nil {
		return object.Value{}, err
	}
	if done {
		if !r.IsNone() {
			return object.Value{}, object.NewStopIteration(r)
		}
		return object.Value{}, nil
	}
	return r, nil
}

// frameOf returns the frame on t's stack in which g runs, or nil.
func (t *Thread) frameOf(g *Generator) *Frame {
	if !g.running {
		return nil
	}
	for f := t.frame; f != nil; f = f.prev {
		if f.gen == g && f.flags&flagGen != 0 {
			return f
		}
	}
	return nil
}
