package thread

import "github.com/gopy-lang/gopy/object"

// SysFuncs are the functions of sys about all threads.
var SysFuncs = []object.Func{
	{Name: "_current_frames", Sig: "()", Doc: "Return a dict mapping each thread's id to its current stack frame.", Fn: func(t *thread, a []value) (value, error) {
		return perThread(t, func(x *thread) value { return t.Interp.Runtime.Frame(x, 0) })
	}},
	{Name: "_current_exceptions", Sig: "()", Doc: "Return a dict mapping each thread's id to the exception it handles, or None.", Fn: func(t *thread, a []value) (value, error) {
		return perThread(t, func(x *thread) value {
			switch {
			case x.Exc != nil:
				return x.Exc.Value()
			case t.Interp.Runtime.Frame(x, 0).O == nil:
				return value{}
			}
			return object.None
		})
	}},
	{Name: "_settraceallthreads", Sig: "(arg, /)", Doc: "Set the trace function of all threads.", Fn: setAll(false)},
	{Name: "_setprofileallthreads", Sig: "(arg, /)", Doc: "Set the profile function of all threads.", Fn: setAll(true)},
}

// everyThread calls f for the threads of t's interpreter. All others stand
// still: t holds the GIL.
func everyThread(t *thread, f func(x *thread) error) error {
	s := stateOf(t.Interp)
	s.mu.Lock()
	list := make([]*thread, 0, len(s.threads)+1)
	for _, x := range s.threads {
		if x != t.Interp.Main {
			list = append(list, x)
		}
	}
	s.mu.Unlock()
	for _, x := range append(list, t.Interp.Main) {
		if x == nil {
			continue
		}
		if err := f(x); err != nil {
			return err
		}
	}
	return nil
}

// perThread makes a dict of what f says of each thread, by its ident.
func perThread(t *thread, f func(x *thread) value) (value, error) {
	d := object.NewDict()
	err := everyThread(t, func(x *thread) error {
		v := f(x)
		if v.O == nil {
			return nil
		}
		return d.Set(t, object.Int(Ident(x)), v)
	})
	return object.Wrap(d), err
}

func setAll(profile bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		f := a[0]
		if f.IsNone() {
			f = value{}
		}
		return object.None, everyThread(t, func(x *thread) error {
			t.Interp.Runtime.SetTrace(x, profile, f)
			return nil
		})
	}
}
