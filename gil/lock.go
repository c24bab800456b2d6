package gil

import "time"

// Lock is a mutual exclusion lock for threads of one GIL, the core of Python's
// locks. It is guarded by the GIL, so that trying and releasing are plain stores
// and the owner is exact. Any thread may release it.
//
// Released with waiters, it is free for whoever comes first, while the first
// waiter is on its way; this keeps a thread that takes it in a loop from changing
// threads at each turn. A waiter that found it taken again keeps its place and is
// handed the lock by the next release, so nobody waits for more than two
// releases when first in the queue. The zero value is a free lock.
type Lock struct {
	queue   WaitQueue
	owner   *Thread
	locked  bool
	coming  bool // a woken waiter has not had its turn yet
	handoff bool // the next release passes ownership
}

// Locked reports whether the lock is taken.
func (l *Lock) Locked() bool { return l.locked }

// Owner returns the thread that has the lock, or nil.
func (l *Lock) Owner() *Thread { return l.owner }

// Waiters returns the number of threads that wait for the lock.
func (l *Lock) Waiters() int { return l.queue.n }

// TryAcquire takes the lock for t if it is free.
func (l *Lock) TryAcquire(t *Thread) bool {
	if l.locked {
		return false
	}
	l.locked, l.owner = true, t
	return true
}

// Acquire takes the lock for t, waiting as w says: Kind, Target (the lock itself
// if nil), Deadline and the rest. The result Woken means that t owns the lock.
func (l *Lock) Acquire(t *Thread, w WaitInfo) (Result, error) {
	if l.TryAcquire(t) {
		return Woken, nil
	}
	if w.Kind == "" {
		w.Kind = "lock"
	}
	if w.Target == nil {
		w.Target = l
	}
	for {
		r, err := t.Wait(&l.queue, &w)
		if err != nil || r != Woken {
			return r, err
		}
		if t.handed {
			t.handed = false
			return Woken, nil
		}
		l.coming = false
		if l.TryAcquire(t) {
			return Woken, nil
		}
		if !w.Deadline.IsZero() && time.Until(w.Deadline) <= 0 {
			return TimedOut, nil
		}
		l.handoff, w.Front = true, true
	}
}

// Release frees the lock, on behalf of the thread by, which holds the GIL.
func (l *Lock) Release(by *Thread) {
	if !l.locked {
		panic("gil: releasing a free lock")
	}
	if l.queue.n > 0 && l.handoff {
		l.handoff = false
		l.owner = l.queue.WakeOne(by)
		l.owner.handed = true
		return
	}
	l.locked, l.owner = false, nil
	if l.queue.n > 0 && !l.coming {
		l.coming = true
		l.queue.WakeOne(by)
	}
}

// WaitName describes the lock in reports when no other target was given.
func (l *Lock) WaitName() string { return "lock" }

// WaitHolders appends the owner.
func (l *Lock) WaitHolders(into []*Thread) []*Thread {
	if l.owner != nil {
		into = append(into, l.owner)
	}
	return into
}
