package vm

// sys.settrace and sys.setprofile. A thread that traces runs its frames here,
// one instruction at a time, with the events between them; the others never
// notice. slow switches over when tracing begins below it.

import (
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// traceState is what sys.settrace and sys.setprofile set.
type traceState struct {
	trace, profile object.Value
	on             bool // there is something to call, and it is not running
	raised         int  // exceptions raised so far
}

// SetTrace implements object.Runtime.
func (rt *Runtime) SetTrace(ot *object.Thread, profile bool, f object.Value) {
	t := threadOf(ot)
	if profile {
		t.tracer.profile = f
	} else {
		t.tracer.trace = f
	}
	t.tracer.on = t.tracer.trace.O != nil || t.tracer.profile.O != nil
}

// TraceFunc implements object.Runtime.
func (rt *Runtime) TraceFunc(ot *object.Thread, profile bool) object.Value {
	if profile {
		return threadOf(ot).tracer.profile
	}
	return threadOf(ot).tracer.trace
}

// runTraced executes f and what it calls until the entry frame is left (nil) or
// tracing ends.
func (t *Thread) runTraced(f *Frame, entered bool) *Frame {
	if entered {
		f = t.enterEvent(f)
	}
	for f != nil && t.tracer.on {
		in := (*code.Ins)(ptr(f.pc))
		t.frame = f
		if err := t.before(f, in); err != nil {
			f = t.unwind(f, err)
			continue
		}
		callee := t.profiled(f, in)
		raised := t.tracer.raised
		nf := t.step(f, in)
		if callee.O != nil && t.tracer.on {
			event := "c_return"
			if t.tracer.raised != raised {
				event = "c_exception"
			}
			if err := t.profileEvent(f, event, callee); err != nil {
				nf = t.unwind(f, err)
			}
		}
		if nf != nil && nf.prev == f && nf != f {
			nf = t.enterEvent(nf)
		}
		f = nf
	}
	return f
}

// enterEvent tells that f was called or resumed. A generator's function that
// is only about to make the generator has not been called yet.
func (t *Thread) enterEvent(f *Frame) *Frame {
	if f.unit.gen && f.flags&flagGen == 0 {
		return f
	}
	t.frame = f
	o := t.frameObject(f)
	if f.pc == uintptr(f.unit.entry) {
		o.lastLine, o.lastWord = 0, -1
	}
	if tr := t.tracer.trace; tr.O != nil {
		r, err := t.callTracer(tr, o, "call", object.None)
		if err != nil {
			return t.unwind(f, err)
		}
		o.Trace = missing(r)
	}
	if t.tracer.on {
		if err := t.profileEvent(f, "call", object.None); err != nil {
			return t.unwind(f, err)
		}
	}
	return f
}

// before sends the events that precede instruction in of f.
func (t *Thread) before(f *Frame, in *code.Ins) error {
	w := int((uintptr(unsafe.Pointer(in)) - uintptr(f.unit.entry)) / word)
	at := f.pc
	f.pc = at + word // where the frame is, for whoever looks
	defer func() { f.pc = at }()
	if o := f.obj; o != nil && o.Trace.O != nil && t.tracer.trace.O != nil {
		if err := t.lineEvent(f, o, w); err != nil {
			return err
		}
		if o.opcodes && t.tracer.on && o.Trace.O != nil {
			if err := t.localEvent(o, "opcode", object.None); err != nil {
				return err
			}
		}
	}
	switch {
	case in.Op == code.OpRET:
		return t.leaveEvent(f, *f.reg(in.A))
	case in.Op == code.OpRETNONE:
		return t.leaveEvent(f, object.None)
	case in.Op == code.OpYIELD:
		return t.leaveEvent(f, *f.reg(in.B))
	}
	return nil
}

// lineEvent tells that a line begins: another one, or the same one anew.
func (t *Thread) lineEvent(f *Frame, o *FrameObject, w int) error {
	line, _, col, _ := f.unit.Code.Position(w)
	back := w <= o.lastWord
	o.lastWord = w
	if line <= 0 || line == o.lastLine && !back || col < 0 { // the prologue has no columns
		return nil
	}
	o.lastLine = line
	if !o.lines {
		return nil
	}
	return t.localEvent(o, "line", object.None)
}

// leaveEvent tells that f is about to return or yield v.
func (t *Thread) leaveEvent(f *Frame, v object.Value) error {
	if o := f.obj; o != nil && o.Trace.O != nil && t.tracer.trace.O != nil {
		if err := t.localEvent(o, "return", v); err != nil {
			return err
		}
	}
	if !t.tracer.on {
		return nil
	}
	return t.profileEvent(f, "return", v)
}

// exceptionEvent tells f's trace function about e, which passes through it, and
// returns the exception to go on with.
func (t *Thread) exceptionEvent(f *Frame, e *object.Exception) *object.Exception {
	t.tracer.raised++
	o := f.obj
	if o == nil || o.Trace.O == nil || t.tracer.trace.O == nil {
		return e
	}
	tb := object.None
	if e.TB != nil {
		tb = object.Wrap(e.TB)
	}
	info := object.NewTuple(object.Wrap(e.Type), e.Value(), tb)
	return replaced(e, t.localEvent(o, "exception", info))
}

// unwoundEvent tells that e leaves f.
func (t *Thread) unwoundEvent(f *Frame, e *object.Exception) *object.Exception {
	return replaced(e, t.leaveEvent(f, object.None))
}

// replaced is the exception that a trace function raised instead of e.
func replaced(e *object.Exception, err error) *object.Exception {
	if x, ok := err.(*object.Exception); ok {
		return x
	}
	return e
}

// localEvent calls the trace function of frame o.
func (t *Thread) localEvent(o *FrameObject, event string, arg object.Value) error {
	r, err := t.callTracer(o.Trace, o, event, arg)
	if err == nil && !r.IsNone() {
		o.Trace = r
	}
	return err
}

func (t *Thread) profileEvent(f *Frame, event string, arg object.Value) error {
	p := t.tracer.profile
	if p.O == nil {
		return nil
	}
	_, err := t.callTracer(p, t.frameObject(f), event, arg)
	return err
}

// callTracer calls a trace or profile function, which is not traced itself. An
// exception in it ends tracing.
func (t *Thread) callTracer(fn object.Value, o *FrameObject, event string, arg object.Value) (object.Value, error) {
	t.tracer.on = false
	exc, passing := t.Exc, t.passing
	r, err := object.CallArgs(&t.Thread, fn, object.Wrap(o), object.Wrap(t.Intern(event)), arg)
	if err != nil {
		t.tracer.trace, t.tracer.profile, o.Trace = object.Value{}, object.Value{}, object.Value{}
	}
	t.Exc, t.passing = exc, passing
	t.tracer.on = t.tracer.trace.O != nil || t.tracer.profile.O != nil
	return r, err
}

// profiled sends c_call for a call of a built-in function and returns it.
func (t *Thread) profiled(f *Frame, in *code.Ins) (callee object.Value) {
	if t.tracer.profile.O == nil || in.Op.Info().Flags&code.Calls == 0 {
		return object.Value{}
	}
	switch in.Op {
	case code.OpCALL, code.OpCALLKW, code.OpCALLEX:
		callee = *f.reg(in.A)
	case code.OpCALLM:
		self := f.regs(in.A, 2)[1]
		if self.O.Type == &object.ModuleType {
			callee, _ = object.As[object.Module](self).D.GetStr(f.unit.names[in.C])
		} else if d := self.O.Type.Lookup(&t.Thread, f.unit.names[in.C]); d.O != nil && d.O.Type == &object.MethodDescrType {
			callee, _ = d.O.Type.Slots.DescrGet(&t.Thread, d, self, object.Wrap(self.O.Type))
		}
	}
	if callee.O == nil || callee.O.Type != &object.BuiltinType {
		return object.Value{}
	}
	if err := t.profileEvent(f, "c_call", callee); err != nil {
		return object.Value{}
	}
	return callee
}

// step executes one instruction and returns the frame to go on with. The cases
// are what run alone knows; exec does the rest.
func (t *Thread) step(f *Frame, in *code.Ins) *Frame {
	next := uintptr(unsafe.Pointer(in)) + word
	jump := func(yes bool) {
		if yes {
			next += uintptr(int(int16(in.C)) * word)
		}
	}
	switch in.Op {
	case code.OpNOP:
	case code.OpMOVE:
		*f.reg(in.A) = *f.reg(in.B)
	case code.OpLOADI:
		setInt(f.reg(in.A), int64(int16(in.B)))
	case code.OpJNONE:
		jump(f.reg(in.A).IsNone())
	case code.OpJNOTNONE:
		jump(!f.reg(in.A).IsNone())
	case code.OpJIS:
		jump(*f.reg(in.A) == *f.reg(in.B))
	case code.OpJISNOT:
		jump(*f.reg(in.A) != *f.reg(in.B))
	case code.OpJNULL:
		jump(f.reg(in.A).O == nil)
	case code.OpIS:
		setBool(f.reg(in.A), *f.reg(in.B) == *f.reg(in.C))
	case code.OpISNOT:
		setBool(f.reg(in.A), *f.reg(in.B) != *f.reg(in.C))
	case code.OpNULL:
		*f.reg(in.A) = object.Value{}
	case code.OpCLEAR:
		clear(f.regs(in.A, int(in.B)))
	case code.OpSTOREDEREF:
		object.As[object.Cell](*f.reg(in.A)).V = *f.reg(in.B)
	case code.OpCHECK:
		if f.reg(in.A).O == nil {
			return t.exec(f, in)
		}
	case code.OpLOADDEREF:
		v := object.As[object.Cell](*f.reg(in.B)).V
		if v.O == nil {
			return t.exec(f, in)
		}
		*f.reg(in.A) = v
	case code.OpFORITER:
		v, live := nextInternal(f.regs(in.A, 3))
		if !live {
			return t.exec(f, in)
		}
		*f.reg(in.B) = v
		f.pc = next + word // behind the cache word
		return t.loopBack(f, in)
	default:
		return t.exec(f, in)
	}
	f.pc = next
	return f
}

// nextInternal gives the next item of the iterators that live in registers.
func nextInternal(r []object.Value) (v object.Value, ok bool) {
	i := r[0].N
	switch r[0].O {
	case &object.RangeIterHeader:
		if r[1].N == 0 {
			return v, false
		}
		r[1].N--
		r[0].N += r[2].N
		return object.Int(int64(i)), true
	case &object.ListIterHeader:
		l := object.As[object.List](r[1])
		if i >= uint64(l.Len()) {
			return v, false
		}
		v = l.At(int(i))
	case &object.TupleIterHeader:
		l := object.As[object.Tuple](r[1])
		if i >= uint64(len(l.Items)) {
			return v, false
		}
		v = l.Items[i]
	default:
		return v, false
	}
	r[0].N++
	return v, true
}

// frameSwitch is an attribute of frames that turns a kind of events on or off.
func frameSwitch(name string, field func(o *FrameObject) *bool) object.GetSet {
	return object.GetSet{Name: name, Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.Bool(*field(object.As[FrameObject](v))), nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		if val.O == nil {
			if name == "f_trace_lines" {
				return object.TypeErrorf("can't delete numeric/char attribute")
			}
			return object.AttributeErrorf("attribute '%s' of 'frame' objects cannot be deleted", name)
		}
		if !val.IsBool() {
			return object.TypeErrorf("attribute value type must be bool")
		}
		*field(object.As[FrameObject](v)) = val.N != 0
		return nil
	}}
}
