package gil

import (
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// named is a Target for tests.
type named struct {
	name    string
	holders []*Thread
}

func (n named) WaitName() string                     { return n.name }
func (n named) WaitHolders(into []*Thread) []*Thread { return append(into, n.holders...) }

func TestQueueOrder(t *testing.T) {
	gr := newGroup(t, Config{})
	var q WaitQueue
	var order []string
	main := gr.g.NewThread("main")
	acquire(t, main)
	add := func(name string, front bool) {
		n := q.Len()
		gr.start(name, func(th *Thread) {
			r, err := th.Wait(&q, &WaitInfo{Kind: "test", Front: front})
			if r != Woken || err != nil {
				t.Error(r, err)
			}
			order = append(order, name)
		})
		until(t, "waiter", func() bool { main.Yield(); return q.Len() == n+1 })
	}
	add("b", false)
	add("c", false)
	add("a", true)
	add("d", false)
	add("e", false)
	var inQueue []string
	q.Each(func(th *Thread) bool { inQueue = append(inQueue, th.Name()); return true })
	if !slices.Equal(inQueue, []string{"a", "b", "c", "d", "e"}) {
		t.Errorf("queue: %v", inQueue)
	}
	c := q.First().qnext.qnext
	if !q.Wake(main, c) || q.Wake(main, c) {
		t.Error("Wake")
	}
	if w := q.WakeOne(main); w.Name() != "a" {
		t.Errorf("woke %s", w.Name())
	}
	if n := q.WakeAll(main); n != 3 || q.Len() != 0 || q.WakeOne(main) != nil {
		t.Errorf("woke %d", n)
	}
	main.End()
	gr.wait()
	if !slices.Equal(order, []string{"c", "a", "b", "d", "e"}) {
		t.Errorf("order: %v", order)
	}
}

// TestWakeReachesOne: timeouts and interrupts race with wakes. Every wake must
// reach exactly one waiter that reports it, and no other.
func TestWakeReachesOne(t *testing.T) {
	gr := newGroup(t, Config{Quantum: 300, Look: 20, Fee: 20})
	var q WaitQueue
	var woken, sent, running int
	const waiters = 20
	running = waiters
	for i := range waiters {
		rnd := rand.New(rand.NewPCG(uint64(i), 1))
		gr.start("", func(th *Thread) {
			defer func() { running-- }()
			for range 500 {
				w := WaitInfo{Kind: "test", Deadline: time.Now().Add(time.Duration(rnd.IntN(100)) * time.Microsecond)}
				r, err := th.Wait(&q, &w)
				if err != nil {
					t.Error(err)
				}
				switch r {
				case Woken:
					woken++
				case Interrupted:
					th.Clear(BrSignal)
				}
				if th.queue != nil {
					t.Error("still queued")
				}
				work(th, 30, 10)
			}
		})
	}
	gr.start("waker", func(th *Thread) {
		rnd := rand.New(rand.NewPCG(99, 1))
		for running > 0 {
			switch rnd.IntN(3) {
			case 0:
				if q.WakeOne(th) != nil {
					sent++
				}
			case 1:
				if w := q.First(); w != nil {
					w.Interrupt(BrSignal)
				}
			}
			work(th, 20, 10)
			th.Yield()
			if gr.g.Waiters() == 0 {
				_, _ = th.Sleep(time.Now().Add(10 * time.Microsecond))
			}
		}
	})
	gr.wait()
	if woken != sent || sent == 0 {
		t.Errorf("%d wakes, %d woken", sent, woken)
	}
}

// TestTimedWaits uses the fake clock: exact deadlines, remaining time after an
// interrupt, sleeping.
func TestTimedWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := New(Config{})
		th := g.NewThread("main")
		defer th.End()
		acquire(t, th)
		start := time.Now()
		var q WaitQueue
		if r, _ := th.Wait(&q, &WaitInfo{Deadline: start.Add(3 * time.Second)}); r != TimedOut || time.Since(start) != 3*time.Second {
			t.Error(r, time.Since(start))
		}
		if r, _ := th.Wait(&q, &WaitInfo{Deadline: start}); r != TimedOut || q.Len() != 0 {
			t.Error("deadline in the past", r)
		}
		time.AfterFunc(time.Second, func() { th.Interrupt(BrSignal) })
		deadline := time.Now().Add(5 * time.Second)
		if r, _ := th.Sleep(deadline); r != Interrupted || time.Until(deadline) != 4*time.Second {
			t.Error(r, time.Until(deadline))
		}
		if r, _ := th.Sleep(deadline); r != Interrupted {
			t.Error("bits are still set", r)
		}
		if th.Clear(BrSignal|BrCancel) != BrSignal || th.Pending() != 0 {
			t.Error("Clear")
		}
		th.Interrupt(BrFinalizers) // quiet
		if r, _ := th.Sleep(deadline); r != TimedOut || time.Until(deadline) != 0 {
			t.Error(r, time.Until(deadline))
		}
		time.AfterFunc(time.Second, func() { th.Interrupt(BrSignal) })
		time.AfterFunc(2*time.Second, func() { th.Interrupt(BrCancel) })
		now := time.Now()
		r, _ := th.Wait(&q, &WaitInfo{Uninterruptible: true, Deadline: now.Add(time.Hour)})
		if r != Interrupted || time.Since(now) != 2*time.Second {
			t.Error("uninterruptible", r, time.Since(now))
		}
	})
}

// TestManyThreadsSleep: 1000 threads sleep at once.
func TestManyThreadsSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gr := newGroup(t, Config{})
		start := time.Now()
		for range 1000 {
			gr.start("", func(th *Thread) {
				if r, err := th.Sleep(start.Add(time.Second)); r != TimedOut || err != nil {
					t.Error(r, err)
				}
			})
		}
		gr.wg.Wait()
		if time.Since(start) != time.Second {
			t.Error(time.Since(start))
		}
	})
}

// TestInterruptRace: an interrupt must never be lost on the way into a wait.
func TestInterruptRace(t *testing.T) {
	rounds := 3000
	if testing.Short() {
		rounds = 300
	}
	g := New(Config{})
	th := g.NewThread("main")
	acquire(t, th)
	var q WaitQueue
	for i := range rounds {
		var wg sync.WaitGroup
		wg.Go(func() {
			for range i % 50 {
				_ = th.Pending()
			}
			th.Interrupt(BrSignal)
		})
		switch i % 3 {
		case 0:
			if r, err := th.Wait(&q, &WaitInfo{}); r != Interrupted || err != nil {
				t.Fatal(r, err)
			}
		case 1:
			if r, err := th.Wait(&q, &WaitInfo{Deadline: time.Now().Add(time.Hour)}); r != Interrupted || err != nil {
				t.Fatal(r, err)
			}
		case 2:
			done := make(chan struct{})
			var once sync.Once
			err := th.BlockingCall(&WaitInfo{Kind: "test"}, func() { <-done }, func() { once.Do(func() { close(done) }) })
			if err != nil && err != ErrInterrupted {
				t.Fatal(err)
			}
		}
		wg.Wait()
		if th.Clear(BrSignal) == 0 {
			t.Fatal("bit lost")
		}
	}
	th.End()
}

// TestSignal: a goroutine without the GIL wakes a thread; no signal is lost.
func TestSignal(t *testing.T) {
	g := New(Config{})
	th := g.NewThread("loop")
	acquire(t, th)
	var s Signal
	const rounds = 20_000
	var posted, seen atomic.Int64
	go func() {
		for range rounds {
			posted.Add(1)
			s.Set()
		}
	}()
	for seen.Load() < rounds {
		if r, err := th.Wait(nil, &WaitInfo{Signal: &s, External: true}); r != Signalled || err != nil {
			t.Fatal(r, err)
		}
		seen.Store(posted.Load())
	}
	s.Take()
	s.Set()
	if !s.Take() || s.Take() {
		t.Error("Take")
	}
	// A wait for something else is not ended by a late Set.
	s.waiter.Store(th)
	go s.Set()
	if r, _ := th.Sleep(time.Now().Add(5 * time.Millisecond)); r != TimedOut {
		t.Error(r)
	}
	th.End()
}

func TestAsyncExc(t *testing.T) {
	g := New(Config{})
	th := g.NewThread("")
	acquire(t, th)
	go func() {
		until(t, "wait", func() bool { return g.States()[0].Waiting })
		if th.SetAsyncExc("boom") {
			t.Error("one was pending")
		}
	}()
	if r, _ := th.Sleep(time.Now().Add(time.Hour)); r != Interrupted || th.Pending() != BrAsyncExc {
		t.Error(r)
	}
	if th.TakeAsyncExc() != "boom" || th.TakeAsyncExc() != nil || th.Pending() != 0 {
		t.Error("TakeAsyncExc")
	}
	th.SetAsyncExc(1)
	if !th.SetAsyncExc(nil) || th.TakeAsyncExc() != nil {
		t.Error("taking back")
	}
	th.End()
}
