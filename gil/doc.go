// Package gil implements the lock that lets one Python thread of an interpreter
// run at a time, and the waits of those threads.
//
// A Thread is used by one goroutine. It must hold its GIL to run bytecode or to
// touch Python objects:
//
//	g := gil.New(gil.Config{})
//	t := g.NewThread("main")
//	defer t.End()
//	if err := t.Acquire(); err != nil { ... } // finalizing
//
// The eval loop counts bytecodes in t.Left at back-edges, function entries and
// calls, and calls Tick when none are left. Tick gives the GIL to another thread
// when this one has used up its quantum, or earlier to a thread that came back
// from a blocking call and has quantum left; it also returns the breaker bits
// (signals, cancellation, ...). Native loops call Poll, which never switches.
//
// Whatever blocks does it through Wait, Sleep, BlockingCall, TryThenBlock or
// AllowThreads: they enter the wait into the registry, release the GIL and take
// it back. A wait is described by a WaitInfo, shown by States and Waits, and
// counted, so that the thread that parks last finds out that nobody can ever
// run again (Config.OnDeadlock).
//
// # Design
//
// The GIL is one atomic word and two FIFO queues under a mutex that is held for a
// few instructions only. The uncontended acquire and release are one
// compare-and-swap each. A contended release hands the GIL over: the word never
// becomes free while somebody waits. Goroutines park on channels of their own
// thread, which testing/synctest counts as durably blocked.
//
// Credit: a thread receives a quantum of bytecodes when it goes through the tail
// of the normal queue. A thread that blocks keeps the rest, and when it comes
// back with more than the fee left it enters the urgent queue: the holder hands
// over at its next look (128 bytecodes) and goes to the front of the normal
// queue with its own rest. As urgent credit is refilled at the tail of the
// normal queue only, a queued thread waits for at most about
// (threads x quantum) bytecodes.
//
// Invariants, whenever mu is free:
//
//	I1  waiters in word == len(urgent) + len(normal)
//	I2  waiters > 0 implies held
//	I3  the urgent bit is set if and only if the urgent queue is not empty
//	I4  exactly one of: the GIL is free; one Thread has holds; one token is on
//	    its way to a thread that has left the queues
//	I5  a wake channel holds at most one token
//	I6  credit, chunk, Left and holds belong to the thread's own goroutine, or to
//	    the thread that grants it the GIL while it is parked; next belongs to mu
//
// Ordering. Go's atomics are sequentially consistent. (1) No wake-up is lost: the
// waiter's CAS(s, s+waiter) and the holder's CAS(held, 0) hit one word. If the
// holder's comes first, the waiter's fails and it takes the GIL; if it comes
// second, it fails, the holder takes mu, and the waiter has kept mu from its CAS
// to its push. (2) The writes of the old owner happen before the reads of the new
// one: by CAS(held, 0) and CAS(0, held), or by the send and receive of the token.
// (3) Interrupting is Dekker's pattern: Interrupt sets the bits and then looks
// for a wait to break, a wait announces itself and then looks at the bits; one of
// them sees the other.
//
// # Deterministic mode
//
// A later scheduler that draws the next thread takes part in the slow paths only:
// next chooses who gets the GIL, and enqueue, swap and park are the points at
// which it would be asked. Pinning the word to held plus one phantom waiter sends
// every acquire, release and Tick there, at no cost for the normal mode.
//
// The package is exported for the other packages of this module and makes no
// promise of compatibility. A process should run with GOMAXPROCS of 2 or more:
// with 1 nobody polls the network while a thread computes.
package gil
