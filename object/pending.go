package object

// What Go's collector finds dead: finalizers and weak reference callbacks are
// queued by its goroutines and run by a Python thread between two bytecodes.

import (
	"runtime"
	"sync"
	"weak"

	"github.com/gopy-lang/gopy/gil"
)

// memState is what an interpreter knows about the lifetime of objects.
type memState struct {
	mu      sync.Mutex
	queue   []func(t *Thread)
	refs    map[uintptr]*refList // weakly referenced objects by address
	finals  []final              // what is left to be finalized at the end
	pruneAt int
}

// final is an object that is finalized when the program ends, if it lives.
type final struct {
	obj weak.Pointer[Header]
	f   func(t *Thread, v Value)
}

// AddPending queues f for the next breaker of the main thread; any goroutine
// may call it.
func (in *Interp) AddPending(f func(t *Thread)) {
	in.mem.mu.Lock()
	in.mem.queue = append(in.mem.queue, f)
	in.mem.mu.Unlock()
	if m := in.Main; m != nil {
		m.G.Interrupt(gil.BrFinalizers)
	}
}

// RunPending runs what AddPending queued.
func (in *Interp) RunPending(t *Thread) {
	for {
		in.mem.mu.Lock()
		var f func(t *Thread)
		if len(in.mem.queue) > 0 {
			f = in.mem.queue[0]
			in.mem.queue = in.mem.queue[1:]
		}
		in.mem.mu.Unlock()
		if f == nil {
			return
		}
		f(t)
	}
}

// OnCollect arranges for f to be called once with v, which lives again, after
// v became unreachable. v must be an object of its own allocation. An object
// has one such function; a nil f takes it away.
func (in *Interp) OnCollect(v Value, f func(t *Thread, v Value)) {
	if f == nil {
		runtime.SetFinalizer(v.O, nil)
		return
	}
	runtime.SetFinalizer(v.O, func(h *Header) {
		in.AddPending(func(t *Thread) { f(t, Obj(h)) })
	})
}

// watchFinalizer arranges for v.__del__() when v is collected or the
// interpreter ends.
func (in *Interp) watchFinalizer(v Value) {
	in.AtEnd(v, func(t *Thread, v Value) {
		runtime.SetFinalizer(v.O, nil)
		finalize(t, v)
	})
	in.OnCollect(v, finalize)
}

// AtEnd arranges for f to be called with v when the program ends, if v is
// still reachable then.
func (in *Interp) AtEnd(v Value, f func(t *Thread, v Value)) {
	m := &in.mem
	if len(m.finals) >= m.pruneAt {
		live := m.finals[:0]
		for _, w := range m.finals {
			if w.obj.Value() != nil {
				live = append(live, w)
			}
		}
		clear(m.finals[len(live):])
		m.finals = live
		m.pruneAt = max(2*len(live), 256)
	}
	m.finals = append(m.finals, final{weak.Make(v.O), f})
}

// finalize calls v.__del__().
func finalize(t *Thread, v Value) {
	d := v.O.Type.Lookup(t, nameDel)
	if d.O == nil {
		return
	}
	saved := t.Exc
	_, err := callDescr(t, d, v, nil)
	t.Exc = saved
	if e, ok := err.(*Exception); ok {
		WriteUnraisable(t, e, "Exception ignored while calling deallocator "+MustReprT(t, d), Value{})
	}
}

// RunFinalizers finalizes the objects that are left when the program ends.
func (in *Interp) RunFinalizers(t *Thread) {
	in.Runtime.SettleGenerators()
	in.RunPending(t)
	for len(in.mem.finals) > 0 {
		list := in.mem.finals
		in.mem.finals = nil
		for _, w := range list {
			if h := w.obj.Value(); h != nil {
				w.f(t, Obj(h))
			}
		}
	}
	in.RunPending(t)
}
