package asyncio

import (
	"math"
	"sync"
	"time"
	"unsafe"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/contextvars"
)

// LoopType is the base of gopy's event loops; the Python part derives from it.
var LoopType object.Type

// Loop is an event loop: a queue of ready handles, a heap of timers, and an
// inbox for everybody who is not on the loop's thread.
type Loop struct {
	object.Header
	me        value // the loop as a Python object (set by New)
	ready     []*Handle
	spare     []*Handle
	timers    timerHeap
	cancelled int // cancelled timers still in the heap
	seq       uint64
	stopping  bool
	closed    bool
	running   *thread

	mu     sync.Mutex
	inbox  []*Handle
	wake   gil.Signal
	hope   int // operations outside Python that will post to the inbox
	debug  bool
	tasks  map[*Task]struct{}
	slowCB float64
}

func (l *Loop) self() value { return l.me }

func loopNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	l := object.Alloc[Loop](tp, &LoopType)
	l.me = object.Wrap(l)
	l.tasks = map[*Task]struct{}{}
	l.slowCB = 0.1
	t.Interp.AtEnd(l.me, func(t *thread, v value) { object.As[Loop](v).atEnd(t) })
	return l.me, nil
}

// Post queues f to run on the loop's thread. Any goroutine may call it.
func (l *Loop) Post(f func(t *thread) error) {
	l.post(&Handle{Header: object.Header{Type: &HandleType}, loop: l, native: f})
}

func (l *Loop) post(h *Handle) {
	l.mu.Lock()
	l.inbox = append(l.inbox, h)
	l.mu.Unlock()
	l.wake.Set()
}

// Begin notes an operation outside Python that will Post its end: while one is
// under way an idle loop is not stuck. It needs the GIL, as End does.
func (l *Loop) Begin() { l.hope++ }

// End undoes Begin.
func (l *Loop) End() { l.hope-- }

func (l *Loop) soon(h *Handle) { l.ready = append(l.ready, h) }

// newHandle makes a handle of a Python callback for the current context or ctx.
func (l *Loop) newHandle(t *thread, fn value, args []value, ctx value) *Handle {
	h := &Handle{Header: object.Header{Type: &HandleType}, fn: fn, args: args, loop: l}
	h.ctx = contextOf(t, ctx)
	return h
}

func contextOf(t *thread, ctx value) *contextvars.Context {
	if ctx.O != nil && ctx.O.Type == &contextvars.ContextType {
		return object.As[contextvars.Context](ctx)
	}
	return contextvars.Copy(t)
}

func (l *Loop) at(when float64, h *Handle) {
	h.Type = &TimerHandleType
	l.seq++
	h.when, h.seq, h.scheduled = when, l.seq, true
	l.timers.push(h)
}

// timerCancelled counts cancelled timers and drops them when they are many.
func (l *Loop) timerCancelled() {
	l.cancelled++
	if l.cancelled > 100 && l.cancelled*2 > len(l.timers) {
		live := l.timers[:0]
		for _, h := range l.timers {
			if h.cancelled {
				h.scheduled = false
			} else {
				live = append(live, h)
			}
		}
		clear(l.timers[len(live):])
		l.timers = live
		l.timers.init()
		l.cancelled = 0
	}
}

// drain moves the inbox to the ready queue.
func (l *Loop) drain() {
	l.mu.Lock()
	in := l.inbox
	l.inbox = nil
	l.mu.Unlock()
	l.ready = append(l.ready, in...)
}

// resolution is how far ahead of the clock a timer counts as due.
const resolution = 1e-9

// runOnce is one iteration: take what arrived, move due timers, wait if nothing
// is ready, run what was ready at the start.
func (l *Loop) runOnce(t *thread) error {
	l.drain()
	for len(l.timers) > 0 && l.timers[0].cancelled {
		l.timers.pop().scheduled = false
		l.cancelled--
	}
	if len(l.ready) == 0 && !l.stopping {
		if err := l.park(t); err != nil {
			return err
		}
	}
	if len(l.timers) > 0 {
		end := now() + resolution
		for len(l.timers) > 0 && (l.timers[0].when <= end || l.timers[0].cancelled) {
			h := l.timers.pop()
			h.scheduled = false
			if h.cancelled {
				l.cancelled--
				continue
			}
			l.ready = append(l.ready, h)
		}
	}
	batch := l.ready
	l.ready = l.spare[:0]
	for i, h := range batch {
		batch[i] = nil
		if h.cancelled {
			continue
		}
		if err := h.run(t); err != nil {
			rest := append([]*Handle(nil), batch[i+1:]...)
			l.ready = append(rest, l.ready...)
			return err
		}
	}
	l.spare = batch[:0]
	if t.G.Left <= 0 {
		if bits := t.G.Tick(); bits != 0 {
			return t.HandleBreaker(bits)
		}
	}
	return nil
}

// park waits until something is posted or the next timer is due.
func (l *Loop) park(t *thread) error {
	w := &gil.WaitInfo{Kind: "event loop", Signal: &l.wake, External: l.hope > 0}
	if len(l.timers) > 0 {
		d := l.timers[0].when - now()
		if d <= 0 {
			return nil
		}
		w.Deadline = time.Now().Add(time.Duration(math.Min(d, 1e9) * 1e9))
	}
	_, err := t.Wait(nil, w)
	l.drain()
	return err
}

func (l *Loop) check(t *thread) error {
	if l.closed {
		return object.RuntimeErrorf("Event loop is closed")
	}
	return nil
}

func loopRunForever(t *thread, a []value) (value, error) {
	l := object.As[Loop](a[0])
	if err := l.check(t); err != nil {
		return value{}, err
	}
	if l.running != nil {
		return value{}, object.RuntimeErrorf("This event loop is already running")
	}
	st := stateOf(t)
	if st.running(t).O != nil {
		return value{}, object.RuntimeErrorf("Cannot run the event loop while another loop is running")
	}
	if _, err := object.CallMethod(t, a[0], "_run_forever_setup"); err != nil {
		return value{}, err
	}
	l.running = t
	st.setRunning(t, a[0])
	var err error
	for err == nil {
		err = l.runOnce(t)
		if l.stopping {
			break
		}
	}
	l.stopping = false
	l.running = nil
	st.setRunning(t, value{})
	if _, e := object.CallMethod(t, a[0], "_run_forever_cleanup"); err == nil {
		err = e
	}
	return object.None, err
}

func varargs(a value) []value {
	return append([]value(nil), object.As[object.Tuple](a).Items...)
}

func checkCallback(fn value, method string) error {
	if !object.Callable(fn) {
		return object.TypeErrorf("a callable object was expected by %s(), got %s", method, fn.O.Type.MsgName())
	}
	if object.IsCoroutine(fn) {
		return object.TypeErrorf("coroutines cannot be used with %s()", method)
	}
	return nil
}

var loopMethods = []object.Func{
	{Name: "run_forever", Sig: "($self, /)", Doc: "Run the event loop until stop() is called.", Fn: loopRunForever},
	{Name: "stop", Sig: "($self, /)", Doc: "Stop running the event loop.", Fn: func(t *thread, a []value) (value, error) {
		object.As[Loop](a[0]).stopping = true
		return object.None, nil
	}},
	{Name: "is_running", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		return object.Bool(object.As[Loop](a[0]).running != nil), nil
	}},
	{Name: "is_closed", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return object.Bool(object.As[Loop](a[0]).closed), nil }},
	{Name: "time", Sig: "($self, /)", Doc: "Return the time according to the event loop's clock.", Fn: func(t *thread, a []value) (value, error) {
		return object.Float(now()), nil
	}},
	{Name: "call_soon", Sig: "($self, callback, /, *args, context=None)", Doc: "Arrange for a callback to be called as soon as possible.", Fn: func(t *thread, a []value) (value, error) {
		l := object.As[Loop](a[0])
		if err := l.check(t); err != nil {
			return value{}, err
		}
		if l.debug {
			if err := checkCallback(a[1], "call_soon"); err != nil {
				return value{}, err
			}
		}
		h := l.newHandle(t, a[1], varargs(a[2]), a[3])
		l.soon(h)
		return object.Wrap(h), nil
	}},
	{Name: "call_soon_threadsafe", Sig: "($self, callback, /, *args, context=None)", Doc: "Like call_soon(), but safe to call from another thread.", Fn: func(t *thread, a []value) (value, error) {
		l := object.As[Loop](a[0])
		if err := l.check(t); err != nil {
			return value{}, err
		}
		h := l.newHandle(t, a[1], varargs(a[2]), a[3])
		l.post(h)
		return object.Wrap(h), nil
	}},
	{Name: "call_later", Sig: "($self, delay, callback, /, *args, context=None)", Doc: "Arrange for a callback to be called after delay seconds.", Fn: func(t *thread, a []value) (value, error) {
		if a[1].IsNone() {
			return value{}, object.TypeErrorf("delay must not be None")
		}
		d, err := object.ToFloat(t, a[1])
		if err != nil {
			return value{}, err
		}
		return callAt(t, a[0], now()+d, a[2], a[3], a[4])
	}},
	{Name: "call_at", Sig: "($self, when, callback, /, *args, context=None)", Doc: "Arrange for a callback to be called at the loop's time when.", Fn: func(t *thread, a []value) (value, error) {
		if a[1].IsNone() {
			return value{}, object.TypeErrorf("when cannot be None")
		}
		w, err := object.ToFloat(t, a[1])
		if err != nil {
			return value{}, err
		}
		return callAt(t, a[0], w, a[2], a[3], a[4])
	}},
	{Name: "create_future", Sig: "($self, /)", Doc: "Create a Future object attached to the loop.", Fn: func(t *thread, a []value) (value, error) {
		f := newFuture(&FutureType)
		f.loop = a[0]
		return object.Wrap(f), nil
	}},
	{Name: "get_debug", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return object.Bool(object.As[Loop](a[0]).debug), nil }},
	{Name: "set_debug", Sig: "($self, enabled, /)", Fn: func(t *thread, a []value) (value, error) {
		b, err := object.Truth(t, a[1])
		object.As[Loop](a[0]).debug = b
		return object.None, err
	}},
	{Name: "_close", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		l := object.As[Loop](a[0])
		if l.running != nil {
			return value{}, object.RuntimeErrorf("Cannot close a running event loop")
		}
		l.closed = true
		l.ready, l.spare, l.timers, l.cancelled = nil, nil, nil, 0
		return object.None, nil
	}},
	{Name: "_external", Sig: "($self, delta, /)", Fn: func(t *thread, a []value) (value, error) {
		n, _ := object.AsInt64(a[1])
		object.As[Loop](a[0]).hope += int(n)
		return object.None, nil
	}},
	{Name: "_timer_handle_cancelled", Sig: "($self, handle, /)", Fn: func(t *thread, a []value) (value, error) { return object.None, nil }},
}

func callAt(t *thread, self value, when float64, fn, args, ctx value) (value, error) {
	l := object.As[Loop](self)
	if err := l.check(t); err != nil {
		return value{}, err
	}
	if math.IsNaN(when) {
		return value{}, object.ValueErrorf("Invalid delay: nan")
	}
	h := l.newHandle(t, fn, varargs(args), ctx)
	l.at(when, h)
	return object.Wrap(h), nil
}

func init() {
	LoopType.Define(object.TypeSpec{
		Name: "_Loop", Module: "_asyncio", Flags: object.FlagBase, Size: unsafe.Sizeof(Loop{}),
		Slots: object.Slots{New: loopNew, Init: func(t *thread, self value, args, kw []value) error { return nil },
			Traverse: func(v value, visit func(value)) {
				l := object.As[Loop](v)
				for _, h := range l.ready {
					visit(object.Wrap(h))
				}
				for _, h := range l.timers {
					visit(object.Wrap(h))
				}
				for k := range l.tasks {
					visit(object.Wrap(k))
				}
			}},
		Methods: loopMethods,
		GetSets: []object.GetSet{{Name: "_stopping", Get: func(t *thread, v value) (value, error) {
			return object.Bool(object.As[Loop](v).stopping), nil
		}, Set: func(t *thread, v, x value) error {
			b, err := object.FlagValue(t, x)
			object.As[Loop](v).stopping = b
			return err
		}}},
	})
}
