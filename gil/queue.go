package gil

// WaitQueue is a queue of parked threads, the primitive that locks, conditions
// and queues are built on. It is guarded by the GIL: all methods need it, and
// nothing happens to the queue while a thread keeps it. So a waker may test its
// condition, take a waiter and give it ownership in one step:
//
//	if w := l.queue.WakeOne(t); w != nil {
//		l.owner = w // w returns Woken and owns l
//	}
//
// A thread that is taken out by a waker is told Woken even if its deadline passed
// or it was interrupted before it got the GIL back; a thread that gives up takes
// itself out when it has the GIL. So every wake reaches exactly one waiter. The
// zero value is an empty queue; it must not be copied after use.
type WaitQueue struct {
	head, tail *Thread
	n          int
}

// Len returns the number of waiters.
func (q *WaitQueue) Len() int { return q.n }

// First returns the waiter that WakeOne would wake, or nil.
func (q *WaitQueue) First() *Thread { return q.head }

// Each calls f for the waiters in order until it returns false.
func (q *WaitQueue) Each(f func(*Thread) bool) {
	for t := q.head; t != nil && f(t); t = t.qnext {
	}
}

// WakeOne takes the first waiter from the queue, wakes it and returns it, or nil
// if there is none. The caller by holds the GIL.
func (q *WaitQueue) WakeOne(by *Thread) *Thread {
	t := q.head
	if t != nil {
		q.Wake(by, t)
	}
	return t
}

// WakeAll wakes all waiters and returns their number.
func (q *WaitQueue) WakeAll(by *Thread) int {
	n := q.n
	for q.head != nil {
		q.Wake(by, q.head)
	}
	return n
}

// Wake wakes the waiter t, and reports false if it is not in the queue.
func (q *WaitQueue) Wake(by, t *Thread) bool {
	if !by.holds || by.g != t.g {
		panic("gil: waking without the GIL")
	}
	if t.queue != q {
		return false
	}
	q.remove(t)
	g := t.g
	g.reg.unstick(t)
	// Otherwise t is about to take the GIL by itself and will see that it left
	// the queue.
	if t.state.CompareAndSwap(parked, granted) {
		g.counters.grants.Add(1)
		g.grant(t)
	}
	return true
}

func (q *WaitQueue) push(t *Thread, front bool) {
	t.queue = q
	q.n++
	switch {
	case q.head == nil:
		q.head, q.tail = t, t
	case front:
		t.qnext, q.head.qprev = q.head, t
		q.head = t
	default:
		t.qprev, q.tail.qnext = q.tail, t
		q.tail = t
	}
}

func (q *WaitQueue) remove(t *Thread) {
	if t.qprev == nil {
		q.head = t.qnext
	} else {
		t.qprev.qnext = t.qnext
	}
	if t.qnext == nil {
		q.tail = t.qprev
	} else {
		t.qnext.qprev = t.qprev
	}
	t.queue, t.qnext, t.qprev = nil, nil, nil
	q.n--
}
