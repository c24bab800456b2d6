package asyncio

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/contextvars"
)

// Types of this file.
var (
	FutureType     object.Type
	futureIterType object.Type
)

type futureState uint8

const (
	pending futureState = iota
	cancelled
	finished
)

var stateNames = [...]string{"PENDING", "CANCELLED", "FINISHED"}

// callback is a done callback: a Python callable, or the wake-up of a task.
type callback struct {
	fn   value
	ctx  *contextvars.Context
	task *Task
}

// Future is an asyncio.Future, and the beginning of a Task.
type Future struct {
	object.Header
	object.Attrs
	loop      value
	state     futureState
	blocking  bool
	logTB     bool
	result    value
	exc       *object.Exception
	excTB     *object.Traceback
	callbacks []callback
	cancelMsg value
	cancelExc *object.Exception
}

func newFuture(tp *object.Type) *Future {
	return &Future{Header: object.Header{Type: tp}}
}

// asFuture returns the Future part of v, if v is gopy's Future or Task.
func asFuture(v value) *Future {
	if s := v.O.Type.Solid; s == &FutureType || s == &TaskType {
		return object.As[Future](v)
	}
	return nil
}

func (f *Future) value() value { return object.Wrap(f) }

// schedule arranges for the callbacks of a future that is done.
func (f *Future) schedule(t *thread) error {
	cbs := f.callbacks
	f.callbacks = nil
	for i := range cbs {
		if err := f.callSoon(t, &cbs[i]); err != nil {
			return err
		}
	}
	return nil
}

func (f *Future) callSoon(t *thread, c *callback) error {
	if f.loop.O.Type.Solid == &LoopType {
		l := object.As[Loop](f.loop)
		if err := l.check(t); err != nil {
			return err
		}
		h := &Handle{Header: object.Header{Type: &HandleType}, loop: l, ctx: c.ctx}
		if c.task != nil {
			h.task, h.fut = c.task, f.value()
		} else {
			h.fn, h.args = c.fn, []value{f.value()}
		}
		l.soon(h)
		return nil
	}
	fn := c.fn
	if c.task != nil {
		fn = c.task.wakeupCallable()
	}
	m, err := object.GetAttrStr(t, f.loop, "call_soon")
	if err != nil {
		return err
	}
	_, err = object.Call(t, m, []value{fn, f.value(), object.Wrap(c.ctx)}, []value{object.Wrap(t.Intern("context"))})
	return err
}

func (f *Future) setResult(t *thread, v value) error {
	if f.state != pending {
		return object.Errorf(stateOf(t).invalid, "invalid state")
	}
	f.result, f.state = v, finished
	return f.schedule(t)
}

func (f *Future) setException(t *thread, e *object.Exception) error {
	if f.state != pending {
		return object.Errorf(stateOf(t).invalid, "invalid state")
	}
	f.exc, f.excTB, f.state = e, e.TB, finished
	f.watch(t)
	return f.schedule(t)
}

// exceptionOf turns the argument of set_exception into an exception.
func exceptionOf(t *thread, v value) (*object.Exception, error) {
	if v.O.Type.Solid == &object.TypeType && object.As[object.Type](v).IsSubtype(&object.BaseExceptionType) {
		r, err := object.CallArgs(t, v)
		if err != nil {
			return nil, err
		}
		v = r
	}
	if !v.Is(&object.BaseExceptionType) {
		return nil, object.TypeErrorf("invalid exception object")
	}
	e := object.As[object.Exception](v)
	if e.Type.IsSubtype(&object.StopIterationType) {
		n := object.Errorf(&object.RuntimeErrorType, "StopIteration interacts badly with generators and cannot be raised into a Future")
		n.Cause, n.Context, n.Suppress = v, e, true
		return n, nil
	}
	return e, nil
}

func (f *Future) cancel(t *thread, msg value) (bool, error) {
	f.heard(t)
	if f.state != pending {
		return false, nil
	}
	f.state, f.cancelMsg = cancelled, msg
	return true, f.schedule(t)
}

// cancelledError makes the CancelledError of a cancelled future.
func (f *Future) cancelledError(t *thread) *object.Exception {
	if e := f.cancelExc; e != nil {
		f.cancelExc = nil
		return e
	}
	if f.cancelMsg.O == nil || f.cancelMsg.IsNone() {
		return object.NewException(stateOf(t).cancelled)
	}
	return object.NewException(stateOf(t).cancelled, f.cancelMsg)
}

// get is result().
func (f *Future) get(t *thread) (value, error) {
	switch f.state {
	case cancelled:
		return value{}, f.cancelledError(t)
	case pending:
		return value{}, object.Errorf(stateOf(t).invalid, "Result is not set.")
	}
	f.heard(t)
	if f.exc != nil {
		f.exc.TB = f.excTB
		return value{}, f.exc
	}
	return f.result, nil
}

func (f *Future) addCallback(t *thread, c callback) error {
	if f.state != pending {
		return f.callSoon(t, &c)
	}
	f.callbacks = append(f.callbacks, c)
	return nil
}

func futureInit(t *thread, self value, args, kw []value) error {
	a, err := object.BindArgs(t, futurePlan, "Future", args, kw)
	if err != nil {
		return err
	}
	return object.As[Future](self).init(t, a[0])
}

var futurePlan = object.ParsePlan("(*, loop=None)")

func (f *Future) init(t *thread, loop value) error {
	if loop.O == nil || loop.IsNone() {
		l, err := getEventLoop(t)
		if err != nil {
			return err
		}
		loop = l
	}
	f.loop = loop
	return nil
}

func (f *Future) ready() error {
	if f.loop.O == nil {
		return object.RuntimeErrorf("Future object is not initialized.")
	}
	return nil
}

var futureMethods = []object.Func{
	{Name: "result", Sig: "($self, /)", Doc: "Return the result this future represents.", Fn: func(t *thread, a []value) (value, error) {
		return object.As[Future](a[0]).get(t)
	}},
	{Name: "exception", Sig: "($self, /)", Doc: "Return the exception that was set on this future.", Fn: func(t *thread, a []value) (value, error) {
		f := object.As[Future](a[0])
		switch f.state {
		case cancelled:
			return value{}, f.cancelledError(t)
		case pending:
			return value{}, object.Errorf(stateOf(t).invalid, "Exception is not set.")
		}
		f.heard(t)
		return f.exc.Value(), nil
	}},
	{Name: "set_result", Sig: "($self, result, /)", Doc: "Mark the future done and set its result.", Fn: func(t *thread, a []value) (value, error) {
		f := object.As[Future](a[0])
		if err := f.ready(); err != nil {
			return value{}, err
		}
		return object.None, f.setResult(t, a[1])
	}},
	{Name: "set_exception", Sig: "($self, exception, /)", Doc: "Mark the future done and set an exception.", Fn: func(t *thread, a []value) (value, error) {
		f := object.As[Future](a[0])
		if err := f.ready(); err != nil {
			return value{}, err
		}
		if f.state != pending {
			return value{}, object.Errorf(stateOf(t).invalid, "invalid state")
		}
		e, err := exceptionOf(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.None, f.setException(t, e)
	}},
	{Name: "cancel", Sig: "($self, /, msg=None)", Doc: "Cancel the future and schedule callbacks.", Fn: func(t *thread, a []value) (value, error) {
		f := object.As[Future](a[0])
		if err := f.ready(); err != nil {
			return value{}, err
		}
		ok, err := f.cancel(t, a[1])
		return object.Bool(ok), err
	}},
	{Name: "cancelled", Sig: "($self, /)", Doc: "Return True if the future was cancelled.", Fn: func(t *thread, a []value) (value, error) {
		return object.Bool(object.As[Future](a[0]).state == cancelled), nil
	}},
	{Name: "done", Sig: "($self, /)", Doc: "Return True if the future is done.", Fn: func(t *thread, a []value) (value, error) {
		return object.Bool(object.As[Future](a[0]).state != pending), nil
	}},
	{Name: "add_done_callback", Sig: "($self, fn, /, *, context=<unrepresentable>)", Doc: "Add a callback to be run when the future becomes done.", Fn: func(t *thread, a []value) (value, error) {
		f := object.As[Future](a[0])
		if err := f.ready(); err != nil {
			return value{}, err
		}
		return object.None, f.addCallback(t, callback{fn: a[1], ctx: contextOf(t, a[2])})
	}},
	{Name: "remove_done_callback", Sig: "($self, fn, /)", Doc: "Remove all instances of a callback; returns their number.", Fn: futureRemoveCallback},
	{Name: "get_loop", Sig: "($self, /)", Doc: "Return the event loop the Future is bound to.", Fn: func(t *thread, a []value) (value, error) {
		f := object.As[Future](a[0])
		return f.loop, f.ready()
	}},
	{Name: "_make_cancelled_error", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		return object.Wrap(object.As[Future](a[0]).cancelledError(t)), nil
	}},
}

func futureRemoveCallback(t *thread, a []value) (value, error) {
	f := object.As[Future](a[0])
	var keep []callback
	n := 0
	for _, c := range f.callbacks {
		eq := false
		if c.task == nil {
			var err error
			if eq, err = object.Equal(t, c.fn, a[1]); err != nil {
				return value{}, err
			}
		}
		if eq {
			n++
		} else {
			keep = append(keep, c)
		}
	}
	f.callbacks = keep
	return object.IntOf(n), nil
}

var futureGetSets = []object.GetSet{
	{Name: "_state", Get: func(t *thread, v value) (value, error) {
		return object.NewStr(stateNames[object.As[Future](v).state]), nil
	}},
	{Name: "_result", Get: func(t *thread, v value) (value, error) { return orNone(object.As[Future](v).result), nil }},
	{Name: "_exception", Get: func(t *thread, v value) (value, error) { return object.As[Future](v).exc.Value(), nil }},
	{Name: "_loop", Get: func(t *thread, v value) (value, error) { return orNone(object.As[Future](v).loop), nil }},
	{Name: "_cancel_message", Get: func(t *thread, v value) (value, error) { return orNone(object.As[Future](v).cancelMsg), nil }, Set: func(t *thread, v, x value) error {
		object.As[Future](v).cancelMsg = x
		return nil
	}},
	{Name: "_asyncio_future_blocking", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[Future](v).blocking), nil }, Set: func(t *thread, v, x value) error {
		b, err := object.FlagValue(t, x)
		object.As[Future](v).blocking = b
		return err
	}},
	{Name: "_log_traceback", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[Future](v).logTB), nil }, Set: func(t *thread, v, x value) error {
		b, err := object.FlagValue(t, x)
		if err == nil && b {
			return object.ValueErrorf("_log_traceback can only be set to False")
		}
		object.As[Future](v).heard(t)
		return err
	}},
	{Name: "_callbacks", Get: func(t *thread, v value) (value, error) {
		f := object.As[Future](v)
		if len(f.callbacks) == 0 {
			return object.None, nil
		}
		var items []value
		for _, c := range f.callbacks {
			fn := c.fn
			if c.task != nil {
				fn = c.task.wakeupCallable()
			}
			items = append(items, object.NewTuple2(fn, object.Wrap(c.ctx)))
		}
		return object.NewList(items...), nil
	}},
	{Name: "__dict__", Get: func(t *thread, v value) (value, error) { return object.Wrap(object.InstanceDict(t, v)), nil }, Set: object.SetInstanceDict},
}

// futureIter is what `await future` runs: it yields the future once.
type futureIter struct {
	object.Header
	f     *Future
	state uint8 // 0 new, 1 yielded, 2 done
}

func (it *futureIter) step(t *thread) (value, bool, error) {
	f := it.f
	if it.state == 2 {
		return object.None, true, nil
	}
	if f.state == pending {
		if it.state == 1 {
			return value{}, false, object.RuntimeErrorf("await wasn't used with future")
		}
		f.blocking = true
		it.state = 1
		return f.value(), false, nil
	}
	it.state = 2
	v, err := f.get(t)
	return v, err == nil, err
}

func futureAwait(t *thread, v value) (value, error) {
	return object.Wrap(&futureIter{Header: object.Header{Type: &futureIterType}, f: object.As[Future](v)}), nil
}

func stop(v value, done bool, err error) (value, error) {
	if err != nil || !done {
		return v, err
	}
	return value{}, object.NewStopIteration(v)
}

func traverseFuture(v value, visit func(value)) {
	f := object.As[Future](v)
	for _, x := range []value{f.loop, f.result, f.cancelMsg} {
		if x.O != nil {
			visit(x)
		}
	}
	if f.exc != nil {
		visit(object.Wrap(f.exc))
	}
	for _, c := range f.callbacks {
		if c.fn.O != nil {
			visit(c.fn)
		}
		if c.task != nil {
			visit(object.Wrap(c.task))
		}
	}
	object.TraverseAttrs(v, visit)
}

func futureRepr(t *thread, v value) (value, error) {
	m, err := object.ImportModule(t, "asyncio.base_futures")
	if err != nil {
		return value{}, err
	}
	return object.CallMethod(t, m, "_future_repr", v)
}

func init() {
	futureIterType.Define(object.TypeSpec{
		Name: "FutureIter", Module: "_asyncio", Flags: object.FlagNoNew,
		Slots: object.Slots{Iter: object.SelfIter, Next: func(t *thread, v value) (value, error) {
			return stop(object.As[futureIter](v).step(t))
		}, Send: func(t *thread, v, x value) (value, bool, error) { return object.As[futureIter](v).step(t) },
			Traverse: func(v value, visit func(value)) { visit(object.As[futureIter](v).f.value()) }},
		Methods: []object.Func{
			{Name: "send", Sig: "($self, value, /)", Fn: func(t *thread, a []value) (value, error) { return stop(object.As[futureIter](a[0]).step(t)) }},
			{Name: "throw", Sig: "($self, type, value=None, traceback=None, /)", Fn: func(t *thread, a []value) (value, error) {
				object.As[futureIter](a[0]).state = 2
				e, err := exceptionArg(t, a[1], a[2])
				if err != nil {
					return value{}, err
				}
				return value{}, e
			}},
			{Name: "close", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				object.As[futureIter](a[0]).state = 2
				return object.None, nil
			}},
		},
	})
	FutureType.Define(object.TypeSpec{
		Name: "Future", Module: "_asyncio", Sig: "(*, loop=None)", Flags: object.FlagBase, Size: unsafe.Sizeof(Future{}), AttrsOff: unsafe.Offsetof(Future{}.Attrs),
		Doc: "The result of an operation that is not finished yet.",
		Slots: object.Slots{Repr: futureRepr, Await: futureAwait, Iter: futureAwait, Init: futureInit, Traverse: traverseFuture,
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				return object.Wrap(object.Alloc[Future](tp, &FutureType)), nil
			}},
		Methods: futureMethods, GetSets: futureGetSets, ClassMethods: []object.Func{object.ClassGetItem},
	})
}

// exceptionArg is the exception of throw(type, value).
func exceptionArg(t *thread, tp, val value) (*object.Exception, error) {
	if tp.Is(&object.BaseExceptionType) {
		return object.As[object.Exception](tp), nil
	}
	if tp.O.Type.Solid == &object.TypeType && object.As[object.Type](tp).IsSubtype(&object.BaseExceptionType) {
		if val.O != nil && val.Is(&object.BaseExceptionType) {
			return object.As[object.Exception](val), nil
		}
		var args []value
		if val.O != nil && !val.IsNone() {
			args = []value{val}
		}
		r, err := object.Call(t, tp, args, nil)
		if err != nil {
			return nil, err
		}
		return object.As[object.Exception](r), nil
	}
	return nil, object.TypeErrorf("exceptions must be classes deriving BaseException or instances of such a class")
}
