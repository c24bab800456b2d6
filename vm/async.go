package vm

// await, async for, async generators (language reference, sections 6.4, 8.9.2
// and 6.2.9.3).

import (
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// Types of this file.
var (
	asyncWrappedType object.Type
	AsyncGenSendType object.Type
	AsyncThrowType   object.Type
	CoroWrapperType  object.Type
)

// asyncWrapped marks a value yielded by an async generator, to tell it from
// what its awaits yield.
type asyncWrapped struct {
	object.Header
	v object.Value
}

func wrapYield(v object.Value) object.Value {
	return object.Wrap(&asyncWrapped{object.Header{Type: &asyncWrappedType}, v})
}

// coroWrapper is what coroutine.__await__() returns.
type coroWrapper struct {
	object.Header
	g *Generator
}

// asyncSend is the awaitable of agen.asend(v) and agen.__anext__().
type asyncSend struct {
	object.Header
	g     *Generator
	v     object.Value
	state uint8 // 0 new, 1 iterating, 2 closed
}

// asyncThrow is the awaitable of agen.athrow(...) and agen.aclose().
type asyncThrow struct {
	object.Header
	g     *Generator
	args  []object.Value // of athrow; nil: aclose
	state uint8
}

func (t *Thread) opGetYFIter(f *Frame, in *code.Ins) error {
	v := *f.reg(in.B)
	switch v.O.Type {
	case &GeneratorType:
		*f.reg(in.A) = v
		return nil
	case &CoroutineType:
		if f.unit.Code.Flags&(code.FlagCoroutine|code.FlagIterableCoroutine) == 0 {
			return object.TypeErrorf("cannot 'yield from' a coroutine object in a non-coroutine generator")
		}
		*f.reg(in.A) = v
		return nil
	}
	it, err := object.Iter(&t.Thread, v)
	if err == nil {
		*f.reg(in.A) = it
	}
	return err
}

// awaitable returns the iterator that `await v` runs.
func (t *Thread) awaitable(v object.Value) (object.Value, error) {
	switch v.O.Type {
	case &CoroutineType:
		return v, nil
	case &GeneratorType:
		if object.As[Generator](v).unit.Code.Flags&code.FlagIterableCoroutine != 0 {
			return v, nil
		}
	}
	aw := v.O.Type.Slots.Await
	if aw == nil {
		return object.Value{}, object.TypeErrorf("'%s' object can't be awaited", v.O.Type.MsgName())
	}
	it, err := aw(&t.Thread, v)
	if err != nil {
		return object.Value{}, err
	}
	if it.O.Type == &CoroutineType {
		return object.Value{}, object.TypeErrorf("__await__() returned a coroutine")
	}
	if it.O.Type.Slots.Next == nil {
		return object.Value{}, object.TypeErrorf("__await__() returned non-iterator of type '%s'", it.O.Type.MsgName())
	}
	return it, nil
}

func (t *Thread) opGetAwait(f *Frame, in *code.Ins) error {
	v := *f.reg(in.B)
	it, err := t.awaitable(v)
	if err != nil {
		if v.O.Type.Slots.Await == nil && in.C != 0 && object.IsExc(err, &object.TypeErrorType) {
			what := "__aenter__"
			if in.C == 2 {
				what = "__aexit__"
			}
			return object.TypeErrorf("'async with' received an object from %s that does not implement __await__: %s", what, v.O.Type.MsgName())
		}
		return err
	}
	if it.O.Type == &CoroutineType {
		if g := object.As[Generator](it); g.delegate().O != nil {
			return object.RuntimeErrorf("coroutine is being awaited already")
		}
	}
	*f.reg(in.A) = it
	return nil
}

func (t *Thread) opGetAIter(f *Frame, in *code.Ins) error {
	v := *f.reg(in.B)
	ai := v.O.Type.Slots.AIter
	if ai == nil {
		return object.TypeErrorf("'async for' requires an object with __aiter__ method, got %s", v.O.Type.MsgName())
	}
	it, err := ai(&t.Thread, v)
	if err != nil {
		return err
	}
	if it.O.Type.Slots.ANext == nil {
		return object.TypeErrorf("'async for' received an object from __aiter__ that does not implement __anext__: %s", it.O.Type.MsgName())
	}
	*f.reg(in.A) = it
	return nil
}

func (t *Thread) opGetANext(f *Frame, in *code.Ins) error {
	v := *f.reg(in.B)
	an := v.O.Type.Slots.ANext
	if an == nil {
		return object.TypeErrorf("'async for' requires an iterator with __anext__ method, got %s", v.O.Type.MsgName())
	}
	aw, err := an(&t.Thread, v)
	if err != nil {
		return err
	}
	it, err := t.awaitable(aw)
	if err != nil {
		if e, ok := err.(*object.Exception); ok {
			n := object.Errorf(&object.TypeErrorType, "'async for' received an invalid object from __anext__: %s", aw.O.Type.MsgName())
			n.Cause, n.Suppress, n.Context = object.Wrap(e), true, e
			return n
		}
		return err
	}
	*f.reg(in.A) = it
	return nil
}

// opStopIter is STOPITER.
func (t *Thread) opStopIter(f *Frame, in *code.Ins) error {
	e := object.As[object.Exception](*f.reg(in.A))
	flags := f.unit.Code.Flags
	kind, bad := "generator", ""
	switch {
	case flags&code.FlagAsyncGenerator != 0:
		kind = "async generator"
		if e.Type.IsSubtype(&object.StopAsyncIterationType) {
			bad = "StopAsyncIteration"
		}
	case flags&code.FlagCoroutine != 0:
		kind = "coroutine"
	}
	if e.Type.IsSubtype(&object.StopIterationType) {
		bad = "StopIteration"
	}
	if bad == "" {
		return nil
	}
	n := object.Errorf(&object.RuntimeErrorType, "%s raised %s", kind, bad)
	n.Cause, n.Suppress, n.Context = object.Wrap(e), true, e
	*f.reg(in.A) = object.Wrap(n)
	return nil
}

// asyncHooks calls the first-iteration hook of an async generator.
func (t *Thread) asyncHooks(g *Generator) error {
	if g.hooksDone {
		return nil
	}
	g.hooksDone = true
	if g.finalizer = t.AsyncGenFinal; g.finalizer.O != nil {
		t.rt.watch(g)
	}
	if h := t.AsyncGenFirst; h.O != nil && !h.IsNone() {
		_, err := object.CallArgs(&t.Thread, h, object.Wrap(g))
		return err
	}
	return nil
}

// unwrapAsync turns the outcome of resuming an async generator into what its
// awaitable does: yield further, return a value (done), or raise.
func (t *Thread) unwrapAsync(g *Generator, v object.Value, done bool, err error) (object.Value, bool, error) {
	if err != nil {
		if object.IsExc(err, &object.StopAsyncIterationType) || object.IsExc(err, &object.GeneratorExitType) {
			g.closed = true
		}
		g.runningAsyn = false
		return object.Value{}, false, err
	}
	if done {
		g.closed = true
		g.runningAsyn = false
		return object.Value{}, false, object.NewException(&object.StopAsyncIterationType)
	}
	if v.O.Type == &asyncWrappedType {
		g.runningAsyn = false
		return object.As[asyncWrapped](v).v, true, nil
	}
	return v, false, nil
}

func (t *Thread) asyncSendStep(a *asyncSend, v object.Value) (object.Value, bool, error) {
	if a.state == 2 {
		return object.Value{}, false, object.RuntimeErrorf("cannot reuse already awaited __anext__()/asend()")
	}
	if a.state == 0 {
		if a.g.runningAsyn {
			a.state = 2
			return object.Value{}, false, object.RuntimeErrorf("anext(): asynchronous generator is already running")
		}
		if v.IsNone() {
			v = a.v
		}
		a.state = 1
	}
	a.g.runningAsyn = true
	r, done, err := t.resumeAsync(a.g, v)
	r, fin, err := t.unwrapAsync(a.g, r, done, err)
	if err != nil || fin {
		a.state = 2
	}
	return r, fin, err
}

// resumeAsync sends v into async generator g.
func (t *Thread) resumeAsync(g *Generator, v object.Value) (object.Value, bool, error) {
	if g.finished {
		return object.Value{}, true, nil
	}
	return t.Send(g, v)
}

func (t *Thread) asyncThrowStep(a *asyncThrow, v object.Value) (object.Value, bool, error) {
	if a.state == 2 {
		return object.Value{}, false, object.RuntimeErrorf("cannot reuse already awaited aclose()/athrow()")
	}
	g := a.g
	if a.state == 0 {
		if g.runningAsyn {
			return object.Value{}, false, a.busy()
		}
		if g.closed || g.finished {
			a.state = 2
			if a.args == nil {
				return object.None, true, nil
			}
			return object.Value{}, false, object.NewException(&object.StopAsyncIterationType)
		}
		a.state = 1
		g.runningAsyn = true
		var e *object.Exception
		if a.args == nil {
			g.closed = true
			if !g.started {
				g.finished, g.window, g.runningAsyn = true, nil, false
				a.state = 2
				return object.None, true, nil
			}
			e = object.NewException(&object.GeneratorExitType)
		} else {
			var err error
			if e, err = thrown(&t.Thread, a.args[0], a.args[1], a.args[2]); err != nil {
				return t.asyncThrowResult(a, object.Value{}, false, err)
			}
		}
		r, done, err := t.Throw(g, e)
		return t.asyncThrowResult(a, r, done, err)
	}
	r, done, err := t.resumeAsync(g, v)
	return t.asyncThrowResult(a, r, done, err)
}

func (t *Thread) asyncThrowResult(a *asyncThrow, r object.Value, done bool, err error) (object.Value, bool, error) {
	if a.args != nil {
		r, fin, err := t.unwrapAsync(a.g, r, done, err)
		if err != nil || fin {
			a.state = 2
		}
		return r, fin, err
	}
	if err == nil && !done && r.O.Type != &asyncWrappedType {
		return r, false, nil
	}
	a.state = 2
	a.g.runningAsyn = false
	switch {
	case err == nil && !done:
		return object.Value{}, false, object.RuntimeErrorf("async generator ignored GeneratorExit")
	case err == nil, object.IsExc(err, &object.StopAsyncIterationType), object.IsExc(err, &object.GeneratorExitType):
		return object.None, true, nil
	}
	return object.Value{}, false, err
}

// busy is the error of a throw while the generator runs otherwise.
func (a *asyncThrow) busy() error {
	a.state = 2
	if a.args == nil {
		return object.RuntimeErrorf("aclose(): asynchronous generator is already running")
	}
	return object.RuntimeErrorf("athrow(): asynchronous generator is already running")
}

// closeStep is close() of what asend, athrow and aclose return: it throws
// GeneratorExit into the generator.
func (t *Thread) closeStep(v object.Value) (object.Value, error) {
	_, err := object.CallMethod(&t.Thread, v, "throw", object.Wrap(&object.GeneratorExitType))
	if err == nil {
		return object.Value{}, object.RuntimeErrorf("coroutine ignored GeneratorExit")
	}
	for _, tp := range []*object.Type{&object.StopIterationType, &object.StopAsyncIterationType, &object.GeneratorExitType} {
		if object.IsExc(err, tp) {
			return object.None, nil
		}
	}
	return object.Value{}, err
}
