package gil

import (
	"sync"
	"time"
)

// registry knows the live threads of a GIL and their waits. Its mutex is a leaf:
// nothing is called and no other lock is taken under it.
type registry struct {
	mu         sync.Mutex
	head, tail *Thread
	lastID     int64
	live       int // threads between Init and End
	stuck      int // those in a wait that only another thread can end
	external   int // sources outside the threads that may wake one
}

type waitRecord struct {
	info  WaitInfo
	since time.Time
}

func (r *registry) add(t *Thread, name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lastID++
	t.id, t.name, t.live = r.lastID, name, true
	t.rprev, t.rnext = r.tail, nil
	if r.tail == nil {
		r.head = t
	} else {
		r.tail.rnext = t
	}
	r.tail = t
	r.live++
}

// remove takes t out and reports whether the others are deadlocked now.
func (r *registry) remove(t *Thread) (verdict bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !t.live {
		return false
	}
	if t.rprev == nil {
		r.head = t.rnext
	} else {
		t.rprev.rnext = t.rnext
	}
	if t.rnext == nil {
		r.tail = t.rprev
	} else {
		t.rnext.rprev = t.rprev
	}
	t.live, t.rnext, t.rprev = false, nil, nil
	t.waiting, t.wait = false, waitRecord{}
	r.live--
	r.unstickLocked(t)
	return r.verdictLocked()
}

func (r *registry) ended(t *Thread) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return !t.live
}

func (r *registry) all() []*Thread {
	r.mu.Lock()
	defer r.mu.Unlock()
	threads := make([]*Thread, 0, r.live)
	for t := r.head; t != nil; t = t.rnext {
		threads = append(threads, t)
	}
	return threads
}

// enterWait registers the wait w of t. It returns what leaveWait restores: the
// wait around this one, if a blocking call entered the interpreter again.
func (t *Thread) enterWait(w *WaitInfo) (outer *waitRecord) {
	r, now := &t.g.reg, time.Now()
	r.mu.Lock()
	if t.waiting {
		outer = new(waitRecord)
		*outer = t.wait
	}
	t.waiting, t.wait = true, waitRecord{*w, now}
	r.mu.Unlock()
	t.stick(w)
	return outer
}

func (t *Thread) leaveWait(outer *waitRecord) {
	r := &t.g.reg
	r.mu.Lock()
	r.unstickLocked(t)
	if outer != nil {
		t.wait = *outer
	} else {
		t.waiting, t.wait = false, waitRecord{}
	}
	r.mu.Unlock()
}

// stick counts t among the threads that cannot go on by themselves, if its wait w
// is of that sort, and reports a deadlock if it was the last that could.
func (t *Thread) stick(w *WaitInfo) {
	if !w.hopeless() {
		return
	}
	r := &t.g.reg
	r.mu.Lock()
	verdict := false
	if !t.stuck && t.live {
		t.stuck = true
		r.stuck++
		verdict = r.verdictLocked()
	}
	r.mu.Unlock()
	if verdict {
		t.g.reportDeadlock(t)
	}
}

func (r *registry) unstick(t *Thread) {
	r.mu.Lock()
	r.unstickLocked(t)
	r.mu.Unlock()
}

func (r *registry) unstickLocked(t *Thread) {
	if t.stuck {
		t.stuck = false
		r.stuck--
	}
}

// verdictLocked reports whether no live thread can go on. It compares two numbers
// unless it is likely to say yes; only then it looks at each thread, for one that
// was interrupted or signalled a moment ago.
func (r *registry) verdictLocked() bool {
	if r.live == 0 || r.stuck != r.live || r.external != 0 {
		return false
	}
	for t := r.head; t != nil; t = t.rnext {
		w := &t.wait.info
		if t.br.Load()&w.breaks() != 0 || w.Signal != nil && w.Signal.set.Load() {
			return false
		}
	}
	return true
}

// External counts sources outside the interpreter's threads that may still wake
// one of them: a signal handler of the program, a host that may call in, a child,
// a peer. While the count is not zero there is no verdict. It is called with +1
// and -1; withdrawing the last one may find a deadlock.
func (g *GIL) External(delta int) {
	r := &g.reg
	r.mu.Lock()
	r.external += delta
	if r.external < 0 {
		r.mu.Unlock()
		panic("gil: External below zero")
	}
	verdict := delta < 0 && r.verdictLocked()
	r.mu.Unlock()
	if verdict {
		g.reportDeadlock(nil)
	}
}

func (g *GIL) reportDeadlock(t *Thread) {
	if g.onDead != nil && !g.Finalizing() {
		g.onDead(t, g.Waits())
	}
}

// WaitState is the state of one thread in a report.
type WaitState struct {
	Thread  *Thread
	ID      int64
	Name    string
	Waiting bool
	Stuck   bool // only another thread can end the wait
	Info    WaitInfo
	Since   time.Time

	// Filled by Waits and Deadlocked.
	What    string // Target.WaitName
	Place   string // where the thread stands in the program
	Holders []*Thread
}

// States returns the live threads in the order of their start. Any goroutine may
// call it; the state is that of a moment ago.
func (g *GIL) States() []WaitState {
	r := &g.reg
	r.mu.Lock()
	defer r.mu.Unlock()
	states := make([]WaitState, 0, r.live)
	for t := r.head; t != nil; t = t.rnext {
		states = append(states, WaitState{
			Thread: t, ID: t.id, Name: t.name,
			Waiting: t.waiting, Stuck: t.stuck, Info: t.wait.info, Since: t.wait.since,
		})
	}
	return states
}

// Waits returns the waiting threads, with their targets, places and holders. It
// needs the GIL, or the certainty that no thread runs.
func (g *GIL) Waits() []WaitState {
	var waits []WaitState
	for _, s := range g.States() {
		if s.Waiting {
			g.resolve(&s)
			waits = append(waits, s)
		}
	}
	return waits
}

func (g *GIL) resolve(s *WaitState) {
	if s.Info.Target != nil {
		s.What = s.Info.Target.WaitName()
		s.Holders = s.Info.Target.WaitHolders(nil)
	}
	switch {
	case s.Info.Where != nil:
		s.Place = s.Info.Where()
	case g.where != nil:
		s.Place = g.where(s.Thread)
	}
}

// Deadlocked returns the waits of all threads if none can ever go on: each waits
// without a deadline for something that only another one could bring about, and
// External counts nothing. Otherwise it returns nil. A running caller is alive, so
// the answer is interesting in OnDeadlock and for goroutines that are no threads.
func (g *GIL) Deadlocked() []WaitState {
	g.reg.mu.Lock()
	verdict := g.reg.verdictLocked()
	g.reg.mu.Unlock()
	if !verdict {
		return nil
	}
	return g.Waits()
}

// WaitCycle follows the wait of t to its holder and on. If the way comes back to
// t, it returns the threads on it, t first: a deadlock of these threads, unless
// another one ends a wait without being its holder. Waits with several holders,
// with deadlines or with hope from outside end the way. It needs the GIL.
func (g *GIL) WaitCycle(t *Thread) []*Thread {
	var way []*Thread
	for o := t; ; {
		way = append(way, o)
		g.reg.mu.Lock()
		target, stuck, live := o.wait.info.Target, o.stuck, g.reg.live
		g.reg.mu.Unlock()
		if !stuck || target == nil || len(way) > live {
			return nil
		}
		holders := target.WaitHolders(nil)
		if len(holders) != 1 {
			return nil
		}
		if o = holders[0]; o == t {
			return way
		}
	}
}
