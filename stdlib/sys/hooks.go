package sys

import "github.com/gopy-lang/gopy/object"

var hookFuncs = []object.Func{
	{Name: "displayhook", Sig: "(object, /)", Doc: "Print an object to sys.stdout and also save it in builtins._.", Fn: func(t *thread, a []value) (value, error) {
		if a[0].IsNone() {
			return object.None, nil
		}
		u := t.Intern("_")
		t.Interp.Builtins.SetStr(u, object.None)
		out, ok := t.Interp.Sys.D.GetGo(t, "stdout")
		if !ok || out.IsNone() {
			return value{}, object.RuntimeErrorf("lost sys.stdout")
		}
		r, err := object.ReprValue(t, a[0])
		if err != nil {
			return value{}, err
		}
		if _, err := object.CallMethod(t, out, "write", r); err != nil {
			return value{}, err
		}
		if _, err := object.CallMethod(t, out, "write", object.NewStr("\n")); err != nil {
			return value{}, err
		}
		t.Interp.Builtins.SetStr(u, a[0])
		return object.None, nil
	}},
	{Name: "excepthook", Sig: "(exctype, value, traceback, /)", Doc: "Handle an exception by displaying it with a traceback on sys.stderr.", Fn: func(t *thread, a []value) (value, error) {
		if !a[1].Is(&object.BaseExceptionType) {
			return value{}, object.TypeErrorf("print_exception(): Exception expected for value, %s found", a[1].O.Type.MsgName())
		}
		return object.None, Stderr(t, t.Interp.Runtime.FormatException(t, object.As[object.Exception](a[1])))
	}},
	{Name: "unraisablehook", Sig: "(unraisable, /)", Doc: "Handle an unraisable exception.", Fn: func(t *thread, a []value) (value, error) {
		if a[0].O.Type != &object.UnraisableHookArgsType {
			return value{}, object.TypeErrorf("sys.unraisablehook argument type must be UnraisableHookArgs")
		}
		msg, err := object.GetAttrStr(t, a[0], "err_msg")
		if err != nil {
			return value{}, err
		}
		obj, err := object.GetAttrStr(t, a[0], "object")
		if err != nil {
			return value{}, err
		}
		exc, err := object.GetAttrStr(t, a[0], "exc_value")
		if err != nil {
			return value{}, err
		}
		head := "Exception ignored in"
		if !msg.IsNone() {
			if head, err = object.ToStr(t, msg); err != nil {
				return value{}, err
			}
		}
		if !obj.IsNone() {
			r, err := object.Repr(t, obj)
			if err != nil {
				r = "<object repr() failed>"
			}
			head += ": " + r
		} else if !msg.IsNone() {
			head += ":"
		}
		text := head + "\n"
		if exc.Is(&object.BaseExceptionType) {
			text += t.Interp.Runtime.FormatUnraisable(t, object.As[object.Exception](exc))
		}
		return object.None, Stderr(t, text)
	}},
}

// Stderr writes text to sys.stderr; without one it is dropped, as CPython does.
func Stderr(t *thread, text string) error {
	out, ok := t.Interp.Sys.D.GetGo(t, "stderr")
	if !ok || out.IsNone() {
		return nil
	}
	if _, err := object.CallMethod(t, out, "write", object.NewStr(text)); err != nil {
		return err
	}
	_, err := object.CallMethod(t, out, "flush")
	return err
}
