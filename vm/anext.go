package vm

// The built-in function anext (library reference, "Built-in Functions").

import "github.com/gopy-lang/gopy/object"

var anextAwaitableType object.Type

// anextAwaitable is what anext(it, default) returns: it awaits the next item
// and gives default instead of raising StopAsyncIteration.
type anextAwaitable struct {
	object.Header
	item, def object.Value
	it        object.Value // the iterator of item once awaiting has begun
}

var anextRow = object.Func{Name: "anext", Sig: "(async_iterator, default=<unrepresentable>, /)",
	Doc: "Return the next item from the async iterator.", Fn: anext}

func init() {
	anextAwaitableType.Define(object.TypeSpec{Name: "anext_awaitable", Flags: object.FlagNoNew,
		Slots: withTraverse(asyncStepSlots(func(t *Thread, v, x object.Value) (object.Value, bool, error) {
			return t.anextStep(object.As[anextAwaitable](v), func(it object.Value) (object.Value, bool, error) { return t.sendTo(it, x) })
		}), func(v object.Value, visit func(object.Value)) {
			a := object.As[anextAwaitable](v)
			for _, x := range []object.Value{a.item, a.def, a.it} {
				if x.O != nil {
					visit(x)
				}
			}
		}), Methods: anextMethods})
}

func withTraverse(s object.Slots, f func(v object.Value, visit func(object.Value))) object.Slots {
	s.Traverse = f
	return s
}

func anext(t *object.Thread, a []object.Value) (object.Value, error) {
	f := a[0].O.Type.Slots.ANext
	if f == nil {
		return object.Value{}, object.TypeErrorf("'%s' object is not an async iterator", a[0].O.Type.MsgName())
	}
	def := a[1]
	v, err := f(t, a[0])
	if err != nil || def.O == nil {
		return v, err
	}
	return object.Wrap(&anextAwaitable{Header: object.Header{Type: &anextAwaitableType}, item: v, def: def}), nil
}

// anextStep does one step of awaiting a's item.
func (t *Thread) anextStep(a *anextAwaitable, step func(it object.Value) (object.Value, bool, error)) (object.Value, bool, error) {
	if a.it.O == nil {
		it, err := t.awaitable(a.item)
		if err != nil {
			return object.Value{}, false, err
		}
		a.it = it
	}
	v, done, err := step(a.it)
	if err != nil && object.IsExc(err, &object.StopAsyncIterationType) {
		return a.def, true, nil
	}
	return v, done, err
}

var anextMethods = []object.Func{
	{Name: "send", Sig: "($self, value, /)", Fn: func(ot *object.Thread, a []object.Value) (object.Value, error) {
		t, v := threadOf(ot), a[1]
		return stopResult(t.anextStep(object.As[anextAwaitable](a[0]), func(it object.Value) (object.Value, bool, error) { return t.sendTo(it, v) }))
	}},
	{Name: "throw", Sig: "($self, type, value=None, traceback=None, /)", Fn: func(ot *object.Thread, a []object.Value) (object.Value, error) {
		t, self := threadOf(ot), object.As[anextAwaitable](a[0])
		e, err := throwArgs(ot, a[1], a[2], a[3])
		if err != nil {
			return object.Value{}, err
		}
		return stopResult(t.anextStep(self, func(it object.Value) (object.Value, bool, error) {
			v, done, err := t.throwInto(it, e)
			if err == errNoThrow {
				err = e
			}
			return v, done, err
		}))
	}},
	{Name: "close", Sig: "($self, /)", Fn: func(ot *object.Thread, a []object.Value) (object.Value, error) {
		self := object.As[anextAwaitable](a[0])
		if self.it.O == nil {
			return object.None, nil
		}
		return object.None, threadOf(ot).closeIter(self.it)
	}},
}
