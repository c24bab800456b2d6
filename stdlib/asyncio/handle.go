package asyncio

import (
	"fmt"
	"strings"
	"time"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/contextvars"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Types of the callbacks a loop keeps.
var (
	HandleType      object.Type
	TimerHandleType object.Type
)

// Handle is a callback scheduled by call_soon and its relatives. Steps and
// wake-ups of tasks are handles without a Python callable.
type Handle struct {
	object.Header
	fn        value
	args      []value
	ctx       *contextvars.Context
	loop      *Loop
	task      *Task // step of this task, or wake-up when fut is set
	fut       value // future whose end wakes task
	exc       error // exception to throw at the step
	native    func(t *thread) error
	cancelled bool

	// TimerHandle only.
	when      float64
	seq       uint64
	scheduled bool
}

func (h *Handle) cancel() {
	if h.cancelled {
		return
	}
	h.cancelled = true
	h.fn, h.args = value{}, nil
	if h.Type == &TimerHandleType && h.scheduled {
		h.loop.timerCancelled()
	}
}

// run executes the handle; exceptions go to the loop's exception handler.
func (h *Handle) run(t *thread) error {
	var err error
	if h.ctx != nil {
		if err = h.ctx.Enter(t); err != nil {
			return h.failed(t, err)
		}
		defer h.ctx.Exit(t)
	}
	switch {
	case h.native != nil:
		err = h.native(t)
	case h.task != nil && h.fut.O != nil:
		err = h.task.wakeup(t, h.fut)
	case h.task != nil:
		err = h.task.step(t, h.exc)
	default:
		_, err = object.Call(t, h.fn, h.args, nil)
	}
	if err != nil {
		return h.failed(t, err)
	}
	return nil
}

// failed reports err, unless it must end the loop.
func (h *Handle) failed(t *thread, err error) error {
	e, ok := err.(*object.Exception)
	if !ok || e.Type.IsSubtype(&object.SystemExitType) || e.Type.IsSubtype(&object.KeyboardInterruptType) {
		return err
	}
	d := object.NewDict()
	what := "callback"
	if h.fn.O != nil {
		what = h.describe(t)
	}
	d.SetGo(t, "message", object.NewStr("Exception in callback "+what))
	d.SetGo(t, "exception", object.Wrap(e))
	d.SetGo(t, "handle", object.Wrap(h))
	_, err = object.CallMethod(t, h.loop.self(), "call_exception_handler", object.Wrap(d))
	return err
}

// describe is the callback as text: name(args).
func (h *Handle) describe(t *thread) string {
	n := ""
	if q, err := object.GetAttrOpt(t, h.fn, t.Intern("__qualname__")); err == nil && q.O != nil {
		n, _ = object.ToStr(t, q)
	} else {
		n, _ = object.Repr(t, h.fn)
	}
	parts := make([]string, len(h.args))
	for i, a := range h.args {
		parts[i], _ = object.Repr(t, a)
	}
	return n + "(" + strings.Join(parts, ", ") + ")" + placeOf(t, h.fn)
}

// placeOf is where a Python function begins: " at file:line", or "".
func placeOf(t *thread, fn value) string {
	if f, err := object.GetAttrOpt(t, fn, t.Intern("__func__")); err == nil && f.O != nil {
		fn = f
	}
	code, err := object.GetAttrOpt(t, fn, t.Intern("__code__"))
	if err != nil || code.O == nil {
		return ""
	}
	file, err := object.GetAttrStr(t, code, "co_filename")
	if err != nil {
		return ""
	}
	line, err := object.GetAttrStr(t, code, "co_firstlineno")
	if err != nil {
		return ""
	}
	name, _ := object.ToStr(t, file)
	n, _ := object.AsInt64(line)
	return fmt.Sprintf(" at %s:%d", name, n)
}

func handleRepr(t *thread, v value) (value, error) {
	h := object.As[Handle](v)
	s := v.O.Type.Name
	if h.cancelled {
		s += " cancelled"
	}
	if v.O.Type == &TimerHandleType {
		s += " when=" + object.ReprFloat(h.when)
	}
	if h.fn.O != nil {
		s += " " + h.describe(t)
	}
	return object.NewStr("<" + s + ">"), nil
}

func handleArgs(t *thread, tp *object.Type, args, kw []value, timer bool) (*Handle, error) {
	npos := len(args) - len(kw)
	min := 3
	if timer {
		min = 4
	}
	if npos < min {
		return nil, object.TypeErrorf("%s() missing required arguments", tp.Name)
	}
	h := &Handle{Header: object.Header{Type: tp}}
	i := 0
	if timer {
		f, err := object.ToFloat(t, args[0])
		if err != nil {
			return nil, err
		}
		h.when, i = f, 1
	}
	h.fn = args[i]
	items, err := object.Items(t, args[i+1])
	if err != nil {
		return nil, err
	}
	h.args = items
	if args[i+2].O.Type.Solid == &LoopType {
		h.loop = object.As[Loop](args[i+2])
	}
	h.ctx = contextvars.Current(t)
	if npos > i+3 && args[i+3].O.Type == &contextvars.ContextType {
		h.ctx = object.As[contextvars.Context](args[i+3])
	}
	return h, nil
}

var handleMethods = []object.Func{
	{Name: "cancel", Sig: "($self, /)", Doc: "Cancel the callback.", Fn: func(t *thread, a []value) (value, error) {
		object.As[Handle](a[0]).cancel()
		return object.None, nil
	}},
	{Name: "cancelled", Sig: "($self, /)", Doc: "Return whether the callback was cancelled.", Fn: func(t *thread, a []value) (value, error) {
		return object.Bool(object.As[Handle](a[0]).cancelled), nil
	}},
	{Name: "get_context", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		if c := object.As[Handle](a[0]).ctx; c != nil {
			return object.Wrap(c), nil
		}
		return object.None, nil
	}},
	{Name: "_run", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		return object.None, object.As[Handle](a[0]).run(t)
	}},
}

var handleGetSets = []object.GetSet{
	{Name: "_cancelled", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[Handle](v).cancelled), nil }},
	{Name: "_callback", Get: func(t *thread, v value) (value, error) { return orNone(object.As[Handle](v).fn), nil }},
	{Name: "_args", Get: func(t *thread, v value) (value, error) { return object.NewTuple(object.As[Handle](v).args...), nil }},
	{Name: "_loop", Get: func(t *thread, v value) (value, error) { return object.As[Handle](v).loop.self(), nil }},
}

func orNone(v value) value {
	if v.O == nil {
		return object.None
	}
	return v
}

func init() {
	traverse := func(v value, visit func(value)) {
		h := object.As[Handle](v)
		if h.fn.O != nil {
			visit(h.fn)
		}
		for _, x := range h.args {
			visit(x)
		}
		if h.ctx != nil {
			visit(object.Wrap(h.ctx))
		}
		if h.task != nil {
			visit(object.Wrap(h.task))
		}
	}
	HandleType.Define(object.TypeSpec{
		Name: "Handle", Module: "asyncio.events", Flags: object.FlagBase, Size: unsafe.Sizeof(Handle{}),
		Slots: object.Slots{Repr: handleRepr, Traverse: traverse, New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			h, err := handleArgs(t, &HandleType, args, kw, false)
			return object.Wrap(h), err
		}},
		Methods: handleMethods, GetSets: handleGetSets,
	})
	TimerHandleType.Define(object.TypeSpec{
		Name: "TimerHandle", Module: "asyncio.events", Base: &HandleType, Flags: object.FlagBase, Size: unsafe.Sizeof(Handle{}),
		Slots: object.Slots{Repr: handleRepr, Traverse: traverse, New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			h, err := handleArgs(t, &TimerHandleType, args, kw, true)
			return object.Wrap(h), err
		}, RichCmp: func(t *thread, a, b value, op object.CmpOp) (value, error) {
			if b.O.Type != &TimerHandleType {
				return object.NotImplemented, nil
			}
			return object.RichCompare(t, object.Float(object.As[Handle](a).when), object.Float(object.As[Handle](b).when), op)
		}, Hash: func(t *thread, v value) (int64, error) { return object.HashFloat(object.As[Handle](v).when), nil }},
		Methods: append([]object.Func{{Name: "when", Sig: "($self, /)", Doc: "Return the scheduled time of the callback.", Fn: func(t *thread, a []value) (value, error) {
			return object.Float(object.As[Handle](a[0]).when), nil
		}}}, handleMethods...),
		GetSets: []object.GetSet{{Name: "_when", Get: func(t *thread, v value) (value, error) { return object.Float(object.As[Handle](v).when), nil }}},
	})
}

// clock is the loop's time: seconds of a monotonic clock.
var clockStart = time.Now()

func now() float64 { return time.Since(clockStart).Seconds() }
