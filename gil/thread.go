package gil

import (
	"sync/atomic"
	"time"
)

// Breaker bits. Interrupt sets them, Tick and Poll return them, Clear takes them
// back. All but the quiet ones also break the waits of the thread.
const (
	BrSignal     uint32 = 1 << iota // a signal handler is to be run
	BrCancel                        // the work of this thread was cancelled; breaks every wait
	BrAsyncExc                      // another thread raised an exception in this one
	BrBudget                        // a limit of steps, time or memory was reached
	BrDeadlock                      // a deadlock verdict concerns this thread
	BrPending                       // quiet: calls to be made between two bytecodes
	BrFinalizers                    // quiet: finalizers and weakref callbacks to be run
	BrTrace                         // quiet: tracing or profiling was switched
	BrReport                        // quiet: the thread is asked to print its stack
	BrExit                          // returned when the interpreter is finalizing; the GIL is not held
)

// BrQuiet are the bits that wait until the thread runs again.
const BrQuiet = BrPending | BrFinalizers | BrTrace | BrReport

// Thread is a thread of execution that takes part in one GIL. It is used by one
// goroutine at a time; Interrupt, SetAsyncExc and Pending may be called by any.
type Thread struct {
	// Left is the number of bytecodes until the next Tick. The eval loop
	// subtracts the weight of the code it runs and calls Tick at zero or below.
	Left int

	g            *GIL
	chunk        int   // what Left was set to
	credit       int   // rest of the quantum, without the current chunk's use
	quantumStart int64 // when the quantum began, in clock mode; 0: unknown
	handover     int64 // passed on as the quantumStart of the next thread
	holds        bool
	br           atomic.Uint32
	state        atomic.Uint32 // of the current wait: a park state
	next         *Thread       // in a fifo of the GIL
	wake         chan struct{} // one token: the GIL, or a kick of a parked thread
	timer        *time.Timer   // for waits with a deadline, kept for the next one
	steps        uint64

	unblock  atomic.Pointer[func()] // of the current BlockingCall
	asyncExc atomic.Pointer[any]

	queue        *WaitQueue // in which t waits; guarded by the GIL
	qnext, qprev *Thread    // neighbours there
	handed       bool       // a Lock was handed over and t has not noticed yet

	// The rest is guarded by the registry's mutex.
	id           int64
	name         string
	live         bool
	stuck        bool // in a wait that only another thread can end
	waiting      bool
	wait         waitRecord
	rnext, rprev *Thread
}

// NewThread returns a thread of g. It is live, and may wake others as far as
// deadlock verdicts are concerned, until End.
func (g *GIL) NewThread(name string) *Thread {
	t := new(Thread)
	g.Init(t, name)
	return t
}

// Init makes t a live thread of g, for threads that are part of another struct. A
// thread that has ended may be initialized again.
func (g *GIL) Init(t *Thread, name string) {
	if t.g != nil && !t.g.reg.ended(t) {
		panic("gil: thread initialized twice")
	}
	t.g = g
	if t.wake == nil {
		t.wake = make(chan struct{}, 1)
	}
	t.credit, t.chunk, t.Left, t.steps = 0, 0, 0, 0
	t.br.Store(0)
	t.asyncExc.Store(nil)
	g.reg.add(t, name)
}

// End takes t out of the interpreter and releases the GIL if t has it. Thread
// roots defer it, so that a panic releases the GIL too. It may be called twice.
func (t *Thread) End() {
	if t.g == nil {
		return
	}
	if verdict := t.g.reg.remove(t); verdict {
		t.g.reportDeadlock(t.ifHolds())
	}
	if t.holds {
		t.Release()
	}
}

func (t *Thread) ifHolds() *Thread {
	if t.holds {
		return t
	}
	return nil
}

// GIL returns the lock t takes part in.
func (t *Thread) GIL() *GIL { return t.g }

// ID returns the number of the thread, counted from 1 within its GIL.
func (t *Thread) ID() int64 { return t.id }

// Name returns the thread's name.
func (t *Thread) Name() string {
	t.g.reg.mu.Lock()
	defer t.g.reg.mu.Unlock()
	return t.name
}

// SetName renames the thread.
func (t *Thread) SetName(name string) {
	t.g.reg.mu.Lock()
	t.name = name
	t.g.reg.mu.Unlock()
}

// Steps returns the number of bytecodes t has counted since Init. Only t's
// goroutine may ask.
func (t *Thread) Steps() uint64 { return t.steps + uint64(t.chunk-t.Left) }

// Interrupt sets breaker bits of t and, unless all are quiet, breaks its wait or
// blocking call. Any goroutine may call it, with or without the GIL.
func (t *Thread) Interrupt(bits uint32) {
	t.br.Or(bits)
	if bits&^BrQuiet == 0 {
		return
	}
	t.kick()
	if f := t.unblock.Load(); f != nil {
		(*f)()
	}
}

// Pending returns the breaker bits that are set.
func (t *Thread) Pending() uint32 { return t.br.Load() }

// Clear takes breaker bits back and returns those of them that were set.
func (t *Thread) Clear(bits uint32) uint32 { return t.br.And(^bits) & bits }

// SetAsyncExc leaves an exception to be raised in t; nil takes it back. It
// reports whether one was pending before.
func (t *Thread) SetAsyncExc(exc any) bool {
	if exc == nil {
		return t.asyncExc.Swap(nil) != nil
	}
	old := t.asyncExc.Swap(&exc)
	t.Interrupt(BrAsyncExc)
	return old != nil
}

// TakeAsyncExc returns the exception left by SetAsyncExc, or nil, and clears
// BrAsyncExc.
func (t *Thread) TakeAsyncExc() any {
	t.Clear(BrAsyncExc)
	if p := t.asyncExc.Swap(nil); p != nil {
		return *p
	}
	return nil
}
