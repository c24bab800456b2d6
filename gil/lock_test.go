package gil

import (
	"testing"
	"time"
)

func TestLockExclusion(t *testing.T) {
	gr := newGroup(t, Config{Quantum: 100, Look: 10, Fee: 10})
	var l Lock
	inside, total := 0, 0
	for range 10 {
		gr.start("", func(th *Thread) {
			for range 1000 {
				if r, err := l.Acquire(th, WaitInfo{}); r != Woken || err != nil || l.Owner() != th {
					t.Error(r, err)
				}
				if inside++; inside != 1 {
					t.Error("two owners")
				}
				work(th, 30, 10)
				total++
				inside--
				l.Release(th)
				work(th, 10, 10)
			}
		})
	}
	gr.wait()
	if total != 10_000 || l.Locked() || l.Waiters() != 0 || l.coming {
		t.Errorf("total %d, lock %+v", total, &l)
	}
}

// TestLockHandoff: a thread that takes the lock in a loop cannot keep it from the
// first waiter for more than two releases, and does not change threads at each.
func TestLockHandoff(t *testing.T) {
	gr := newGroup(t, Config{Quantum: 200, Look: 100})
	var l Lock
	var got bool
	releases, after := 0, 0
	gr.start("greedy", func(th *Thread) {
		l.TryAcquire(th)
		gr.start("waiter", func(w *Thread) {
			if r, err := l.Acquire(w, WaitInfo{}); r != Woken || err != nil {
				t.Error(r, err)
			}
			got = true
			after = releases
			l.Release(w)
		})
		until(t, "waiter", func() bool { th.Yield(); return l.Waiters() == 1 })
		for !got {
			l.Release(th)
			releases++
			if r, err := l.Acquire(th, WaitInfo{}); r != Woken || err != nil {
				t.Error(r, err)
			}
			work(th, 60, 10)
		}
		l.Release(th)
	})
	gr.wait()
	if after < 2 || after > 20 {
		t.Errorf("the waiter got the lock after %d releases", after)
	}
}

// TestLockReleasedTwiceOnHandover: any thread may release, so the lock may be
// released again before the thread it was handed to has noticed.
func TestLockReleasedTwiceOnHandover(t *testing.T) {
	gr := newGroup(t, Config{})
	var l Lock
	got := 0
	gr.start("main", func(th *Thread) {
		l.TryAcquire(th)
		for range 2 {
			gr.start("", func(w *Thread) {
				if r, err := l.Acquire(w, WaitInfo{}); r != Woken || err != nil {
					t.Error(r, err)
				}
				got++
			})
		}
		until(t, "waiters", func() bool { th.Yield(); return l.Waiters() == 2 })
		l.handoff = true
		l.Release(th)
		l.handoff = true
		l.Release(th)
	})
	gr.wait()
	if got != 2 || !l.Locked() {
		t.Errorf("%d got the lock", got)
	}
	mustPanic(t, "release of a free lock", func() { new(Lock).Release(nil) })
}

func TestLockTimeout(t *testing.T) {
	g := New(Config{})
	a := g.NewThread("a")
	acquire(t, a)
	var l Lock
	l.TryAcquire(a)
	if l.TryAcquire(a) {
		t.Error("taken twice")
	}
	start := time.Now()
	if r, err := l.Acquire(a, WaitInfo{Deadline: start.Add(2 * time.Millisecond)}); r != TimedOut || err != nil {
		t.Error(r, err)
	}
	if time.Since(start) < 2*time.Millisecond || l.Waiters() != 0 {
		t.Error("too early")
	}
	a.End()
}
