package vm

// Frame objects: what sys._getframe, tracebacks and generators show of a frame,
// also after it has been left.

import (
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// FrameType is the type of frame objects.
var FrameType object.Type

// FrameObject describes a frame. While the frame runs, live points to it; when
// it is left its locals are copied out.
type FrameObject struct {
	object.Header
	live    *Frame
	thread  *Thread
	gen     *Generator // suspended generator that owns the registers
	fn      *Function
	unit    *Unit
	regs    []object.Value // locals of a finished frame
	ns      object.Value   // namespace of class and module bodies
	back    *FrameObject
	backSet bool
	word    int
	Trace   object.Value
	lines   bool // send line events
	opcodes bool // send opcode events
	// The place of the last line event.
	lastLine, lastWord int
	extra              *object.Dict // names set through f_locals that are no locals
}

// frameObject returns the frame object of running frame f.
func (t *Thread) frameObject(f *Frame) *FrameObject {
	if f.obj != nil {
		return f.obj
	}
	if f.gen != nil && f.gen.frame != nil && f.flags&flagGen != 0 {
		f.obj = f.gen.frame
		f.obj.live, f.obj.thread = f, t
		f.flags |= flagObject
		return f.obj
	}
	o := &FrameObject{Header: object.Header{Type: &FrameType}, live: f, thread: t, fn: f.fn, unit: f.unit, ns: f.locals, lines: true}
	if f.flags&flagGen != 0 {
		o.gen = f.gen
		f.gen.frame = o
	}
	f.obj = o
	f.flags |= flagObject
	return o
}

// detach keeps what remains visible of a frame that is being left.
func (o *FrameObject) detach(f *Frame) {
	o.word = f.word()
	if f.flags&flagGen == 0 || f.gen == nil || f.gen.finished {
		n := len(f.unit.Code.LocalsPlus)
		o.regs = append([]object.Value(nil), f.regs(0, n)...)
	}
	if p := f.prev; p != nil && p.flags&flagRoot == 0 && f.flags&flagGen == 0 {
		o.back, o.backSet = o.thread.frameObject(p), true
	}
	o.live = nil
}

// word returns the instruction the frame is at.
func (o *FrameObject) currentWord() int {
	if o.live != nil {
		return o.live.word()
	}
	if o.gen != nil && !o.gen.finished {
		return o.gen.word()
	}
	return o.word
}

// Line returns the current line number.
func (o *FrameObject) Line() int {
	w := o.currentWord()
	if w < 0 {
		return o.unit.Code.FirstLine
	}
	l, _, _, _ := o.unit.Code.Position(w)
	switch {
	case l > 0:
		return l
	case o.lastLine > 0:
		return o.lastLine
	}
	return o.unit.Code.FirstLine
}

// Code returns the template of the frame's code.
func (o *FrameObject) Code() *code.Code { return o.unit.Code }

// registers returns the values of the frame's locals, writable while it lives.
func (o *FrameObject) registers() []object.Value {
	n := len(o.unit.Code.LocalsPlus)
	switch {
	case o.live != nil:
		return o.live.regs(0, n)
	case o.gen != nil && !o.gen.finished:
		return o.gen.window[:n]
	}
	return o.regs
}

// Back returns the calling frame's object, or nil.
func (o *FrameObject) Back() *FrameObject {
	if o.live != nil {
		p := o.live.prev
		if p == nil || p.flags&flagRoot != 0 {
			return nil
		}
		return o.thread.frameObject(p)
	}
	return o.back
}

// local returns the value of register i of a frame, looking into cells.
func localValue(kind uint8, v object.Value) object.Value {
	if v.O != nil && v.O.Type == &object.CellType && kind&(code.CellVar|code.FreeVar) != 0 {
		return object.As[object.Cell](v).V
	}
	return v
}

// inComprehension reports whether the frame runs an inlined comprehension, whose
// variables are its hidden registers.
func (o *FrameObject) inComprehension() bool {
	regs := o.registers()
	for i, l := range o.unit.Code.LocalsPlus {
		if l.Kind&code.Hidden != 0 && i < len(regs) && localValue(l.Kind, regs[i]).O != nil {
			return true
		}
	}
	return false
}

// Locals returns the frame's local variables as a dict: the namespace itself
// for module and class bodies, a snapshot otherwise.
func (o *FrameObject) Locals(t *object.Thread) object.Value {
	if o.ns.O != nil && !o.inComprehension() {
		return o.ns
	}
	d := object.NewDict()
	if o.ns.O != nil && o.ns.O.Type.Solid == &object.DictType {
		d = object.As[object.Dict](o.ns).Copy()
	}
	regs := o.registers()
	for _, hidden := range [...]bool{false, true} { // a comprehension's variables hide others
		for i, l := range o.unit.Code.LocalsPlus {
			if l.Kind&code.Hidden != 0 != hidden || i >= len(regs) || len(l.Name) > 0 && l.Name[0] == '.' || o.ns.O != nil && !hidden {
				continue
			}
			if v := localValue(l.Kind, regs[i]); v.O != nil {
				d.SetGo(t, l.Name, v)
			}
		}
	}
	if o.extra != nil {
		o.extra.Each(func(k, v object.Value) bool {
			_ = d.Set(t, k, v) // hashed before
			return true
		})
	}
	return object.Wrap(d)
}

// Clear drops the locals of a frame that has been left (frame.clear).
func (o *FrameObject) Clear(t *object.Thread) error {
	switch {
	case o.live != nil:
		return object.RuntimeErrorf("cannot clear an executing frame")
	case o.gen != nil && !o.gen.finished && o.gen.started:
		return object.RuntimeErrorf("cannot clear a suspended frame")
	case o.gen != nil && !o.gen.finished:
		_, err := threadOf(t).Close(o.gen)
		return err
	}
	o.regs, o.extra = nil, nil
	return nil
}

var frameMethods = []object.Func{
	{Name: "clear", Sig: "($self, /)", Doc: "Clear all references held by the frame.", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return object.None, object.As[FrameObject](a[0]).Clear(t)
	}},
}

func traverseFrame(v object.Value, visit func(object.Value)) {
	o := object.As[FrameObject](v)
	visit(object.Wrap(o.fn))
	for _, x := range o.registers() {
		if x.O != nil {
			visit(x)
		}
	}
	for _, x := range [...]object.Value{o.ns, o.Trace} {
		if x.O != nil {
			visit(x)
		}
	}
	if o.gen != nil {
		visit(object.Wrap(o.gen))
	}
	if o.back != nil {
		visit(object.Wrap(o.back))
	}
	if o.extra != nil {
		visit(object.Wrap(o.extra))
	}
}
