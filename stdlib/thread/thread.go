package thread

import (
	"errors"
	"sync"
	"sync/atomic"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/contextvars"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// state is the module's state of one interpreter.
type state struct {
	mu        sync.Mutex
	threads   map[int64]*thread // by ident
	count     atomic.Int64
	stackSize int // what stack_size() was set to
}

// minStack is the least size that stack_size accepts.
const minStack = 53248

type stateKey struct{}

func stateOf(in *object.Interp) *state {
	v, _ := in.Extra.LoadOrStore(stateKey{}, &state{threads: map[int64]*thread{}})
	return v.(*state)
}

// handle is what start_joinable_thread returns: a thread that can be joined.
type handle struct {
	object.Header
	id    int64
	done  bool
	queue gil.WaitQueue
	by    *thread
	start bool
}

var handleType object.Type

// Ident is threading.get_ident() of t.
func Ident(t *thread) int64 { return t.G.ID() }

func init() {
	handleType.Define(object.TypeSpec{
		Name: "_ThreadHandle", Module: "_thread",
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			return object.Wrap(&handle{Header: object.Header{Type: &handleType}}), nil
		}},
		GetSets: []object.GetSet{{Name: "ident", Get: func(t *thread, v value) (value, error) { return object.Int(object.As[handle](v).id), nil }}},
		Methods: []object.Func{
			{Name: "join", Sig: "($self, timeout=None, /)", Fn: joinHandle},
			{Name: "is_done", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				return object.Bool(object.As[handle](a[0]).done), nil
			}},
			{Name: "_set_done", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				h := object.As[handle](a[0])
				if !h.start {
					return value{}, object.RuntimeErrorf("thread not started")
				}
				h.finish(t)
				return object.None, nil
			}},
		},
	})
}

// WaitName describes the thread in wait reports.
func (h *handle) WaitName() string {
	if h.by != nil {
		return "thread " + h.by.G.Name()
	}
	return "thread"
}

// WaitHolders is the thread itself.
func (h *handle) WaitHolders(into []*gil.Thread) []*gil.Thread {
	if h.by != nil && !h.done {
		into = append(into, &h.by.G)
	}
	return into
}

func (h *handle) finish(t *thread) {
	h.done = true
	h.queue.WakeAll(&t.G)
}

func joinHandle(t *thread, a []value) (value, error) {
	h := object.As[handle](a[0])
	w := &gil.WaitInfo{Kind: "join", Target: h}
	if a[1].O != nil && !a[1].IsNone() {
		_, d, err := acquireArgs(t, []value{object.True, a[1]})
		if err != nil {
			return value{}, err
		}
		w.Deadline = d
	}
	if !h.start {
		return value{}, object.RuntimeErrorf("thread not started")
	}
	if h.by == t && !h.done {
		return value{}, object.RuntimeErrorf("Cannot join current thread")
	}
	for !h.done {
		r, err := t.Wait(&h.queue, w)
		if err != nil {
			return value{}, err
		}
		if r == gil.TimedOut {
			break
		}
	}
	if bits := t.G.Pending(); bits != 0 { // the thread may have interrupted the one that waits for it
		return object.None, t.HandleBreaker(bits)
	}
	return object.None, nil
}

// spawn starts a goroutine that runs fn(*args, **kw) as a Python thread. done is
// called by the thread, with the GIL, when it ends.
func spawn(t *thread, name string, fn value, args, kw []value, ready, done func(nt *thread)) error {
	in := t.Interp
	if in.Finalizing {
		return object.Errorf(&object.PythonFinalizationErrorType, "can't create new thread at interpreter shutdown")
	}
	nt := in.Runtime.NewThread(in)
	nt.G.SetName(name)
	st := stateOf(in)
	st.mu.Lock()
	st.threads[Ident(nt)] = nt
	st.mu.Unlock()
	st.count.Add(1)
	ready(nt)
	go func() {
		defer nt.G.End()
		if err := nt.G.Acquire(); err != nil {
			return
		}
		_, err := object.Call(nt, fn, args, kw)
		st.count.Add(-1)
		st.mu.Lock()
		delete(st.threads, Ident(nt))
		st.mu.Unlock()
		var intr *object.Interrupt
		if errors.As(err, &intr) && !nt.G.Holds() {
			return
		}
		report(nt, fn, err)
		done(nt)
	}()
	return nil
}

// report prints an exception that ended a thread started by start_new_thread.
func report(t *thread, fn value, err error) {
	var e *object.Exception
	if !errors.As(err, &e) || e.Type.IsSubtype(&object.SystemExitType) {
		return
	}
	text, err := object.Repr(t, fn)
	if err != nil {
		text = "<object repr() failed>"
	}
	object.WriteUnraisable(t, e, "Exception ignored in thread started by "+text, value{})
}

func startNewThread(t *thread, a []value) (value, error) {
	if !object.Callable(a[0]) {
		return value{}, object.TypeErrorf("first arg must be callable")
	}
	if a[1].O.Type.Solid != &object.TupleType {
		return value{}, object.TypeErrorf("2nd arg must be a tuple")
	}
	args := append([]value(nil), object.As[object.Tuple](a[1]).Items...)
	var kw []value
	if a[2].O != nil {
		if a[2].O.Type.Solid != &object.DictType {
			return value{}, object.TypeErrorf("optional 3rd arg must be a dictionary")
		}
		object.As[object.Dict](a[2]).Each(func(k, v value) bool {
			kw, args = append(kw, k), append(args, v)
			return true
		})
	}
	id := int64(0)
	err := spawn(t, "", a[0], args, kw, func(nt *thread) { id = Ident(nt) }, func(*thread) {})
	return object.Int(id), err
}

func startJoinable(t *thread, a []value) (value, error) {
	if !object.Callable(a[0]) {
		return value{}, object.TypeErrorf("thread function must be callable")
	}
	var h *handle
	if a[1].O != nil && !a[1].IsNone() {
		if a[1].O.Type != &handleType {
			return value{}, object.TypeErrorf("'handle' must be a _ThreadHandle")
		}
		h = object.As[handle](a[1])
	} else {
		h = &handle{Header: object.Header{Type: &handleType}}
	}
	if h.start {
		return value{}, object.RuntimeErrorf("thread already started")
	}
	name := ""
	if a[3].O != nil && !a[3].IsNone() {
		name, _ = object.ToStr(t, a[3])
	}
	err := spawn(t, name, a[0], nil, nil, func(nt *thread) {
		h.by, h.id, h.start = nt, Ident(nt), true
	}, h.finish)
	return object.Wrap(h), err
}

// interruptMain leaves the work to _signal, which knows the handlers.
func interruptMain(t *thread, a []value) (value, error) {
	m, err := object.ImportModule(t, "_signal")
	if err != nil {
		return value{}, err
	}
	n := a[0]
	if n.O == nil {
		n = object.None
	}
	return object.CallMethod(t, m, "_interrupt_main", n)
}

// Module declares _thread.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "_thread", Doc: "Primitive threads and locks.",
		Consts: map[string]value{"TIMEOUT_MAX": object.Float(TimeoutMax), "error": object.Wrap(&object.RuntimeErrorType),
			"LockType": object.Wrap(&LockType), "lock": object.Wrap(&LockType), "RLock": object.Wrap(&RLockType),
			"_ThreadHandle": object.Wrap(&handleType), "_local": object.Wrap(&LocalType)},
		Funcs: []object.Func{
			{Name: "allocate_lock", Sig: "()", Doc: "Create a new lock object.", Fn: func(t *thread, a []value) (value, error) {
				return object.Wrap(&Lock{Header: object.Header{Type: &LockType}}), nil
			}},
			{Name: "start_new_thread", Sig: "(function, args, kwargs={}, /)", Doc: "Start a new thread and return its identifier.", Fn: startNewThread},
			{Name: "start_joinable_thread", Sig: "(function, handle=None, daemon=True, name=None)", Fn: startJoinable},
			{Name: "_make_thread_handle", Sig: "(ident, /)", Doc: "Make a handle of the current thread.", Fn: func(t *thread, a []value) (value, error) {
				return object.Wrap(&handle{Header: object.Header{Type: &handleType}, by: t, id: Ident(t), start: true}), nil
			}},
			{Name: "get_ident", Sig: "()", Doc: "Return the identifier of the current thread.", Fn: func(t *thread, a []value) (value, error) {
				return object.Int(Ident(t)), nil
			}},
			{Name: "get_native_id", Sig: "()", Doc: "Return a number of the current thread; gopy's threads have no number in the system.", Fn: func(t *thread, a []value) (value, error) {
				return object.Int(Ident(t)), nil
			}},
			{Name: "_count", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Int(stateOf(t.Interp).count.Load()), nil }},
			{Name: "stack_size", Sig: "(size=0, /)", Doc: "gopy's stacks grow; the size is accepted and ignored.", Fn: func(t *thread, a []value) (value, error) {
				n, err := arg.Int(t, a[0], 0)
				switch {
				case err != nil:
					return value{}, err
				case n != 0 && n < minStack:
					return value{}, object.ValueErrorf("size must be at least %d bytes", minStack)
				}
				old := stateOf(t.Interp).stackSize
				stateOf(t.Interp).stackSize = n
				return object.IntOf(old), nil
			}},
			{Name: "_is_main_interpreter", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.True, nil }},
			{Name: "_get_main_thread_ident", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Int(Ident(t.Interp.Main)), nil }},
			{Name: "set_name", Sig: "(name)", Fn: func(t *thread, a []value) (value, error) {
				s, err := object.ToStr(t, a[0])
				t.G.SetName(s)
				return object.None, err
			}},
			{Name: "_copy_context", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Wrap(contextvars.Copy(t)), nil }},
			{Name: "_print_exception", Sig: "(exc, /)", Fn: func(t *thread, a []value) (value, error) {
				if !a[0].Is(&object.BaseExceptionType) {
					return value{}, object.TypeErrorf("exception expected, got %s", a[0].O.Type.MsgName())
				}
				out, ok := t.Interp.Sys.D.GetGo(t, "stderr")
				if !ok || out.IsNone() {
					return object.None, nil
				}
				text := t.Interp.Runtime.FormatException(t, object.As[object.Exception](a[0]))
				return object.CallMethod(t, out, "write", object.NewStr(text))
			}},
			{Name: "interrupt_main", Sig: "(signum=2, /)", Doc: "Simulate the arrival of a signal, which is handled in the main thread.", Fn: interruptMain},
			{Name: "exit", Sig: "()", Doc: "End the current thread by raising SystemExit.", Fn: func(t *thread, a []value) (value, error) {
				return value{}, object.NewException(&object.SystemExitType)
			}},
		},
	}
}
