package sys

// Hooks of asynchronous generators and the origin of coroutines.

import "github.com/gopy-lang/gopy/object"

var asyncGenHooksType object.Type

func init() {
	object.DefineStructSeq(&asyncGenHooksType, object.StructSeq{Module: "builtins", Name: "asyncgen_hooks", Fields: []string{"firstiter", "finalizer"}})
}

var asyncFuncs = []object.Func{
	{Name: "get_asyncgen_hooks", Sig: "()", Doc: "Return the hooks of this thread's asynchronous generators.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewStructSeq(&asyncGenHooksType, 2, orNone(t.AsyncGenFirst), orNone(t.AsyncGenFinal)), nil
	}},
	{Name: "set_asyncgen_hooks", Sig: "(firstiter=<unrepresentable>, finalizer=<unrepresentable>)", Doc: "Set the hooks of this thread's asynchronous generators.", Fn: setAsyncGenHooks},
	{Name: "get_coroutine_origin_tracking_depth", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		return object.IntOf(t.OriginDepth), nil
	}},
	{Name: "set_coroutine_origin_tracking_depth", Sig: "(depth)", Doc: "Set how many frames a new coroutine's cr_origin tells.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.IndexInt(t, a[0], &object.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		if n < 0 {
			return value{}, object.ValueErrorf("depth must be >= 0")
		}
		t.OriginDepth = n
		return object.None, nil
	}},
}

func orNone(v value) value {
	if v.O == nil {
		return object.None
	}
	return v
}

func setAsyncGenHooks(t *thread, a []value) (value, error) {
	for i, n := range []string{"firstiter", "finalizer"} {
		if a[i].O != nil && !a[i].IsNone() && !object.Callable(a[i]) {
			return value{}, object.TypeErrorf("callable %s expected, got %s", n, a[i].O.Type.MsgName())
		}
	}
	for i, p := range []*value{&t.AsyncGenFirst, &t.AsyncGenFinal} {
		switch {
		case a[i].O == nil:
		case a[i].IsNone():
			*p = value{}
		default:
			*p = a[i]
		}
	}
	return object.None, nil
}
