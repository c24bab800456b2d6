package sys

import "github.com/gopy-lang/gopy/object"

// forward makes the variant of a function that is for all threads; gopy sets it
// for the calling one and, through threading, for those to come.
func forward(name, to string) object.Func {
	return object.Func{Name: name, Sig: "(function, /)", Fn: func(t *thread, a []value) (value, error) {
		return object.CallMethod(t, object.Wrap(t.Interp.Sys), to, a[0])
	}}
}

var moreFuncs = []object.Func{
	forward("_setprofileallthreads", "setprofile"),
	forward("_settraceallthreads", "settrace"),
	{Name: "_current_exceptions", Sig: "()", Doc: "The exception that the calling thread handles, by the thread's id.", Fn: func(t *thread, a []value) (value, error) {
		d := object.NewDict()
		return object.Wrap(d), d.Set(t, object.Int(t.G.ID()), t.Exc.Value())
	}},
}
