package gil

import (
	"sync/atomic"
	"time"
)

// Result tells how a wait ended.
type Result uint8

// The results. Woken takes precedence: a thread that was woken and, at the same
// time, interrupted or too late is told Woken, for it may own what it waited for.
const (
	Woken       Result = iota // a waker took the thread from its queue
	Signalled                 // the Signal of the wait was set
	TimedOut                  // the deadline has passed
	Interrupted               // breaker bits are set; handle them, then wait again
)

var resultNames = [...]string{"woken", "signalled", "timed out", "interrupted"}

func (r Result) String() string { return resultNames[r] }

// WaitInfo describes a wait.
type WaitInfo struct {
	Kind     string    // "lock", "join", "queue", "sleep", ...
	Target   Target    // what is waited for; may be nil
	Deadline time.Time // zero: none

	// Where tells the place in the program; nil means Config.Where.
	Where func() string

	// Signal, if not nil, ends the wait when it is set.
	Signal *Signal

	// External: something outside the interpreter's threads (a peer, a child, a
	// timer of the host) may end the wait, so that it never counts as stuck.
	External bool

	// Uninterruptible: only BrCancel and finalization break the wait.
	Uninterruptible bool

	// Front: queue before the others. For a thread that was woken, found nothing
	// and keeps its place.
	Front bool
}

// breaks returns the breaker bits that end the wait.
func (w *WaitInfo) breaks() uint32 {
	if w.Uninterruptible {
		return BrCancel | BrExit
	}
	return ^BrQuiet
}

// hopeless reports whether only another thread of the interpreter can end the wait.
func (w *WaitInfo) hopeless() bool { return w.Deadline.IsZero() && !w.External }

// Target is what a thread waits for. Its methods are called with the GIL held,
// for reports only.
type Target interface {
	// WaitName describes the target, as in "lock 'accounts'".
	WaitName() string
	// WaitHolders appends the threads that can end the wait, if it knows them.
	WaitHolders(into []*Thread) []*Thread
}

// The states of Thread.state. A thread that is parked is moved on by exactly one
// compare-and-swap: by a granting thread, by a kick, or by its own timer.
const (
	running uint32 = iota
	parked
	granted // the GIL is on its way
	kicked  // a token without the GIL is on its way
)

// Wait parks t until a waker takes it from q, the Signal is set, the deadline
// passes or t is interrupted. It needs the GIL, gives it up meanwhile and has it
// again afterwards, except after ErrFinalizing. q may be nil.
//
// After Interrupted the caller handles the breaker bits and calls Wait again with
// the same deadline; as long as the bits are set, Wait does not park.
func (t *Thread) Wait(q *WaitQueue, w *WaitInfo) (Result, error) {
	if !t.holds {
		panic("gil: Wait without the GIL")
	}
	outer := t.enterWait(w)
	if w.Signal != nil {
		w.Signal.waiter.Store(t)
	}
	if q != nil {
		q.push(t, w.Front)
	}
	r, err := t.park(q, w)
	if err == nil && t.queue != nil {
		q.remove(t)
	}
	if w.Signal != nil {
		w.Signal.waiter.CompareAndSwap(t, nil)
	}
	t.leaveWait(outer)
	return r, err
}

// park gives the GIL up until one of the conditions of the wait holds.
func (t *Thread) park(q *WaitQueue, w *WaitInfo) (Result, error) {
	breaks := w.breaks()
	for {
		t.state.Store(parked)
		if r, over := t.over(w, breaks); over {
			if !t.state.CompareAndSwap(parked, running) {
				<-t.wake // a kick; a grant cannot be, for t holds the GIL
				t.state.Store(running)
			}
			return r, nil
		}
		t.g.counters.parks.Add(1)
		t.Release()
		var err error
		if t.block(w.Deadline) {
			err = t.entered()
		} else {
			err = t.Acquire()
		}
		if err != nil {
			return 0, err
		}
		if q != nil && t.queue == nil {
			return Woken, nil
		}
		if r, over := t.over(w, breaks); over {
			return r, nil
		}
		t.stick(w) // kicked for a reason that is gone, or by a late Signal
	}
}

// over reports whether the wait w has ended otherwise than by a waker.
func (t *Thread) over(w *WaitInfo, breaks uint32) (Result, bool) {
	switch {
	case w.Signal != nil && w.Signal.set.CompareAndSwap(true, false):
		return Signalled, true
	case t.br.Load()&breaks != 0:
		return Interrupted, true
	case !w.Deadline.IsZero() && time.Until(w.Deadline) <= 0:
		return TimedOut, true
	}
	return 0, false
}

// block waits for the end of the parked state and reports whether t owns the GIL.
func (t *Thread) block(deadline time.Time) bool {
	if deadline.IsZero() {
		<-t.wake
	} else {
		t.startTimer(time.Until(deadline))
		select {
		case <-t.wake:
			t.timer.Stop()
		case <-t.timer.C:
			if t.state.CompareAndSwap(parked, running) {
				return false
			}
			<-t.wake // somebody was faster
		}
	}
	return t.state.Swap(running) == granted
}

func (t *Thread) startTimer(d time.Duration) {
	if t.timer == nil {
		t.timer = time.NewTimer(d)
	} else {
		t.timer.Reset(d)
	}
}

// kick makes a parked thread look at its conditions.
func (t *Thread) kick() {
	if t.state.CompareAndSwap(parked, kicked) {
		t.g.reg.unstick(t)
		t.wake <- struct{}{}
	}
}

// Signal is a flag set by goroutines that do not hold the GIL: timers, pollers,
// completions. One thread at a time may wait for it, by WaitInfo.Signal. The flag
// stays set until a wait takes it; what it announces must be published before
// Set and looked for after the wait. The zero value is ready.
type Signal struct {
	set    atomic.Bool
	waiter atomic.Pointer[Thread]
}

// Set sets the flag and ends the wait for it.
func (s *Signal) Set() {
	s.set.Store(true)
	if t := s.waiter.Load(); t != nil {
		t.kick()
	}
}

// Take clears the flag and reports whether it was set.
func (s *Signal) Take() bool { return s.set.Swap(false) }
