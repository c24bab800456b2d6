// Package tracemalloc implements _tracemalloc, the core of the tracemalloc
// module: the size of the memory in use since start().
package tracemalloc

import (
	"runtime"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// state is what start() remembers.
type state struct {
	on         bool
	limit      int
	base, peak uint64
}

type stateKey struct{}

func stateOf(t *thread) *state {
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, &state{limit: 1})
	return v.(*state)
}

// inUse is the memory that is in use, or was until the next collection.
func inUse() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// Core declares _tracemalloc.
func Core() object.ModuleSpec { return object.ModuleSpec{Name: "_tracemalloc", Funcs: rows} }

const maxFrames = 65535

var rows = []object.Func{
	{Name: "is_tracing", Sig: "()", Doc: "Whether start() was called.", Fn: func(t *thread, a []value) (value, error) {
		return object.Bool(stateOf(t).on), nil
	}},
	{Name: "start", Sig: "(nframe=1, /)", Doc: "Begin to count memory.", Fn: func(t *thread, a []value) (value, error) {
		n := 1
		if a[0].O != nil {
			var err error
			if n, err = object.SsizeArg(t, a[0]); err != nil {
				return value{}, err
			}
		}
		if n < 1 || n > maxFrames {
			return value{}, object.ValueErrorf("the number of frames must be in range [1; %d]", maxFrames)
		}
		s := stateOf(t)
		if !s.on {
			s.on, s.limit, s.base, s.peak = true, n, inUse(), 0
		}
		return object.None, nil
	}},
	{Name: "stop", Sig: "()", Doc: "Stop counting.", Fn: func(t *thread, a []value) (value, error) {
		*stateOf(t) = state{limit: 1}
		return object.None, nil
	}},
	{Name: "get_traceback_limit", Sig: "()", Doc: "The number of frames that start() was told.", Fn: func(t *thread, a []value) (value, error) {
		return object.IntOf(stateOf(t).limit), nil
	}},
	{Name: "clear_traces", Sig: "()", Doc: "Begin to count anew.", Fn: func(t *thread, a []value) (value, error) {
		if s := stateOf(t); s.on {
			s.base, s.peak = inUse(), 0
		}
		return object.None, nil
	}},
	{Name: "reset_peak", Sig: "()", Doc: "Forget the peak.", Fn: func(t *thread, a []value) (value, error) {
		stateOf(t).peak = 0
		return object.None, nil
	}},
	{Name: "get_traced_memory", Sig: "()", Doc: "The memory in use since start(), and the most that this function saw.", Fn: func(t *thread, a []value) (value, error) {
		s := stateOf(t)
		if !s.on {
			return object.NewTuple(object.Int(0), object.Int(0)), nil
		}
		runtime.GC()
		n := uint64(0)
		if now := inUse(); now > s.base {
			n = now - s.base
		}
		s.peak = max(s.peak, n)
		return object.NewTuple(object.Int(int64(n)), object.Int(int64(s.peak))), nil
	}},
	{Name: "get_tracemalloc_memory", Sig: "()", Doc: "The memory that counting takes.", Fn: func(t *thread, a []value) (value, error) { return object.Int(0), nil }},
}
