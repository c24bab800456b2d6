// Package atexit implements the atexit module (library reference, "atexit").
package atexit

import (
	"errors"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// state holds the functions to call at exit, last first.
type state struct{ calls []call }

type call struct {
	fn       value
	args, kw []value
}

type stateKey struct{}

func stateOf(t *thread) *state {
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, &state{})
	return v.(*state)
}

func register(t *thread, a []value) (value, error) {
	if !object.Callable(a[0]) {
		return value{}, object.TypeErrorf("the first argument must be callable")
	}
	c := call{fn: a[0], args: append([]value(nil), object.As[object.Tuple](a[1]).Items...)}
	object.As[object.Dict](a[2]).Each(func(k, v value) bool {
		c.kw, c.args = append(c.kw, k), append(c.args, v)
		return true
	})
	s := stateOf(t)
	s.calls = append(s.calls, c)
	return a[0], nil
}

func unregister(t *thread, a []value) (value, error) {
	s := stateOf(t)
	kept := s.calls[:0:0]
	for _, c := range s.calls {
		eq, err := object.Equal(t, c.fn, a[0])
		if err != nil {
			return value{}, err
		}
		if !eq {
			kept = append(kept, c)
		}
	}
	s.calls = kept
	return object.None, nil
}

// run calls the functions; an exception is reported and the rest still runs.
func run(t *thread, a []value) (value, error) {
	s := stateOf(t)
	for len(s.calls) > 0 {
		c := s.calls[len(s.calls)-1]
		s.calls = s.calls[:len(s.calls)-1]
		_, err := object.Call(t, c.fn, c.args, c.kw)
		var e *object.Exception
		if errors.As(err, &e) {
			r, rerr := object.Repr(t, c.fn)
			if rerr != nil {
				r = "<unprintable>"
			}
			object.WriteUnraisable(t, e, "Exception ignored in atexit callback "+r, value{})
		} else if err != nil {
			return value{}, err
		}
	}
	return object.None, nil
}

// Module declares atexit.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "atexit", Doc: "Functions to be called when the program ends.",
		Funcs: []object.Func{
			{Name: "register", Sig: "(func, /, *args, **kwargs)", Doc: "Register a function to be executed upon normal program termination.", Fn: register},
			{Name: "unregister", Sig: "(func, /)", Fn: unregister},
			{Name: "_run_exitfuncs", Sig: "()", Fn: run},
			{Name: "_clear", Sig: "()", Fn: func(t *thread, a []value) (value, error) { stateOf(t).calls = nil; return object.None, nil }},
			{Name: "_ncallbacks", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.IntOf(len(stateOf(t).calls)), nil }},
		},
	}
}
