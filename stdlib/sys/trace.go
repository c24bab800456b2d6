package sys

import "github.com/gopy-lang/gopy/object"

var traceFuncs = []object.Func{
	{Name: "settrace", Sig: "(function, /)", Doc: "Set the function that is told about every line, call and exception of this thread.", Fn: setter(false)},
	{Name: "gettrace", Sig: "()", Doc: "Return the function set with sys.settrace, or None.", Fn: getter(false)},
	{Name: "setprofile", Sig: "(function, /)", Doc: "Set the function that is told about every call and return of this thread.", Fn: setter(true)},
	{Name: "getprofile", Sig: "()", Doc: "Return the function set with sys.setprofile, or None.", Fn: getter(true)},
	{Name: "call_tracing", Sig: "(func, args, /)", Doc: "Call func(*args) with tracing on, from within a trace function.", Fn: func(t *thread, a []value) (value, error) {
		if a[1].O.Type.Solid != &object.TupleType {
			return value{}, object.TypeErrorf("call_tracing() argument 2 must be tuple, not %s", a[1].O.Type.MsgName())
		}
		rt := t.Interp.Runtime
		rt.SetTrace(t, false, rt.TraceFunc(t, false))
		return object.CallArgs(t, a[0], object.As[object.Tuple](a[1]).Items...)
	}},
}

func setter(profile bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		f := a[0]
		if f.IsNone() {
			f = value{}
		}
		t.Interp.Runtime.SetTrace(t, profile, f)
		return object.None, nil
	}
}

func getter(profile bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, _ []value) (value, error) {
		if f := t.Interp.Runtime.TraceFunc(t, profile); f.O != nil {
			return f, nil
		}
		return object.None, nil
	}
}
