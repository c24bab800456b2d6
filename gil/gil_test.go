package gil

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// TestStress mixes everything that takes and gives the GIL, with a plain counter
// that only exclusion keeps right.
func TestStress(t *testing.T) {
	for _, c := range []struct{ threads, procs int }{{2, 1}, {8, 2}, {64, 8}, {500, 2}} {
		t.Run(fmt.Sprintf("threads=%d/procs=%d", c.threads, c.procs), func(t *testing.T) {
			withProcs(t, c.procs)
			gr := newGroup(t, Config{Quantum: 500, Look: 50, Fee: 50})
			rounds := 40_000 / c.threads
			if testing.Short() {
				rounds /= 8
			}
			counter := 0
			var lock Lock
			for i := range c.threads {
				rnd := rand.New(rand.NewPCG(uint64(i), 7))
				gr.start("", func(th *Thread) {
					for range rounds {
						counter++
						stressStep(t, th, rnd, &lock)
					}
				})
			}
			gr.wait()
			if counter != c.threads*rounds {
				t.Errorf("counter %d, want %d", counter, c.threads*rounds)
			}
		})
	}
}

func stressStep(t *testing.T, th *Thread, rnd *rand.Rand, lock *Lock) {
	switch rnd.IntN(8) {
	case 0:
		th.Yield()
	case 1:
		th.Release()
		acquire(t, th)
	case 2:
		if err := th.BlockingCall(&WaitInfo{Kind: "test"}, func() {}, nil); err != nil {
			t.Error(err)
		}
	case 3:
		if r, err := lock.Acquire(th, WaitInfo{}); r != Woken || err != nil {
			t.Error(r, err)
		}
		work(th, rnd.IntN(200), 10)
		lock.Release(th)
	case 4:
		deadline := time.Now().Add(time.Duration(rnd.IntN(20)) * time.Microsecond)
		if r, err := lock.Acquire(th, WaitInfo{Deadline: deadline}); r == Woken && err == nil {
			lock.Release(th)
		}
	default:
		work(th, rnd.IntN(300), 10)
	}
}

// TestTransitions drives the word through its states with one goroutine that
// plays two threads.
func TestTransitions(t *testing.T) {
	g := New(Config{})
	a, b := g.NewThread("a"), g.NewThread("b")
	expect := func(word int64) {
		t.Helper()
		if w := g.word.Load(); w != word {
			t.Fatalf("word %d, want %d", w, word)
		}
	}
	expect(0)
	acquire(t, a)
	expect(held)
	a.Release()
	expect(0)
	acquire(t, a)
	done := make(chan struct{})
	go func() {
		acquire(t, b)
		b.Release()
		close(done)
	}()
	until(t, "waiter", func() bool { return g.Waiters() == 1 })
	expect(held + waiterUnit)
	a.Release()
	<-done
	expect(0)

	b.credit = 1000 // b comes back from a blocking call
	acquire(t, a)
	done = make(chan struct{})
	go func() {
		acquire(t, b)
		if b.credit != 1000-g.fee {
			t.Errorf("credit %d after the fee", b.credit)
		}
		b.Release()
		close(done)
	}()
	until(t, "waiter", func() bool { return g.Waiters() == 1 })
	expect(held + waiterUnit + urgentBit)
	a.credit = 5000
	a.startChunk()
	a.Left = 0
	a.Tick() // b runs and ends, then a returns from the front of the queue
	<-done
	expect(held)
	if a.credit != 5000-DefaultLook {
		t.Errorf("a's credit is %d", a.credit)
	}
	a.End()
	b.End()
	expect(0)
}

// TestReleaseBetweenLoadAndCAS lets the holder release exactly between a waiter's
// load of the word and its compare-and-swap.
func TestReleaseBetweenLoadAndCAS(t *testing.T) {
	g := New(Config{})
	a, b := g.NewThread("a"), g.NewThread("b")
	acquire(t, a)
	calls := 0
	g.testHook = func() {
		if calls++; calls == 1 {
			a.Release()
		}
	}
	acquire(t, b) // would hang if the release were missed
	if calls != 2 {
		t.Errorf("the hook ran %d times", calls)
	}
	b.End()
	a.End()
	if g.word.Load() != 0 {
		t.Error("not free")
	}
}

// TestShare: threads that only compute get equal numbers of bytecodes.
func TestShare(t *testing.T) {
	const threads, rounds, quantum = 8, 50, 1000
	gr := newGroup(t, Config{Quantum: quantum, Look: 100})
	var order []int64
	gr.startTogether(threads, func(th *Thread) {
		for range rounds {
			work(th, quantum, 10)
			order = append(order, th.ID())
		}
	})
	gr.wait()
	// After the start-up each thread ends a round once in about `threads` turns.
	seen := map[int64]int{}
	for i, id := range order[len(order)/4 : len(order)/2] {
		if last, ok := seen[id]; ok && i-last > 3*threads {
			t.Errorf("thread %d waited for %d rounds of others", id, i-last)
		}
		seen[id] = i
	}
	if len(seen) != threads {
		t.Errorf("%d of %d threads ran in the second quarter", len(seen), threads)
	}
}

// TestConvoyInBytecodes: a thread that comes back from a blocking call waits for
// about one look of the computing thread, not for its quantum. The wait is counted
// in the holder's bytecodes, so that the load of the machine does not matter.
func TestConvoyInBytecodes(t *testing.T) {
	const look, rounds = 100, 300
	gr := newGroup(t, Config{Quantum: 5_000_000, Look: look})
	var stop bool
	var executed atomic.Int64
	var asked int64
	gr.g.testHook = func() { asked = executed.Load() } // only the io thread enqueues itself
	barrier := make(chan struct{})
	gr.start("cpu", func(th *Thread) {
		close(barrier)
		for !stop {
			work(th, 10, 10)
			executed.Add(10)
		}
	})
	<-barrier
	var waits []int64
	gr.start("io", func(th *Thread) {
		for range rounds {
			th.Release()
			acquire(t, th)
			waits = append(waits, executed.Load()-asked)
			work(th, 10, 10)
		}
		stop = true
	})
	gr.wait()
	slices.Sort(waits)
	if p90 := waits[rounds*9/10]; p90 > 3*look {
		t.Errorf("waited for %d bytecodes (90%%), %d (most)", p90, waits[rounds-1])
	}
	if gr.g.Stats().Urgent < rounds/2 {
		t.Errorf("%+v", gr.g.Stats())
	}
}

// TestFee: threads that only block must not keep the computing one from its share.
func TestFee(t *testing.T) {
	const quantum, rounds = 10_000, 400
	gr := newGroup(t, Config{Quantum: quantum, Look: 100, Fee: 100})
	var stop bool
	for range 4 {
		gr.start("blocker", func(th *Thread) {
			for !stop {
				th.Release()
				acquire(t, th)
			}
		})
	}
	before := int64(0)
	gr.start("cpu", func(th *Thread) {
		work(th, quantum, 10)
		before = gr.g.Stats().Urgent
		work(th, rounds*quantum, 10)
		stop = true
	})
	gr.wait()
	// In each quantum of the computing thread each blocker has credit for
	// quantum/fee urgent returns, and no more.
	if most := int64(4 * (quantum / 100) * (rounds + 2)); gr.g.Stats().Urgent-before > most {
		t.Errorf("%d urgent returns, at most %d were paid for", gr.g.Stats().Urgent-before, most)
	}
}

// TestNoStarvation: a thread at the tail of the normal queue runs although others
// keep coming back from blocking calls.
func TestNoStarvation(t *testing.T) {
	gr := newGroup(t, Config{Quantum: 2000, Look: 100, Fee: 100})
	var done atomic.Bool
	for range 16 {
		gr.start("blocker", func(th *Thread) {
			for !done.Load() {
				work(th, 50, 10)
				th.Release()
				acquire(t, th)
			}
		})
	}
	for range 2 {
		gr.start("cpu", func(th *Thread) { work(th, 200_000, 10) })
	}
	gr.start("late", func(th *Thread) {
		work(th, 100_000, 10)
		done.Store(true)
	})
	gr.wait()
}

func TestDoubleRelease(t *testing.T) {
	g := New(Config{})
	a, b := g.NewThread("a"), g.NewThread("b")
	mustPanic(t, "release without acquire", a.Release)
	acquire(t, a)
	mustPanic(t, "second acquire", func() { _ = a.Acquire() })
	mustPanic(t, "release by another thread", b.Release)
	mustPanic(t, "waking by another thread", func() { new(WaitQueue).Wake(b, a) })
	queued := make(chan struct{})
	go func() {
		acquire(t, b)
		b.Release()
		close(queued)
	}()
	until(t, "waiter", func() bool { return g.Waiters() == 1 })
	for _, f := range []func(*Thread) uint32{(*Thread).Yield, (*Thread).Tick} {
		c := g.NewThread("c")
		mustPanic(t, "Yield or Tick by another thread", func() { f(c) })
		c.End()
	}
	a.Release()
	<-queued
	mustPanic(t, "second release", a.Release)
	mustPanic(t, "Wait without the GIL", func() { _, _ = a.Wait(nil, &WaitInfo{}) })
	mustPanic(t, "BlockingCall without the GIL", func() { _ = a.BlockingCall(&WaitInfo{}, func() {}, nil) })
	mustPanic(t, "Init of a live thread", func() { g.Init(a, "again") })
	a.End()
	a.End()
	g.Init(a, "again")
	acquire(t, a)
	a.End()
	b.End()
}

// TestExactQuantum: with others waiting, a thread runs exactly its quantum.
func TestExactQuantum(t *testing.T) {
	for _, quantum := range []int{1, 7, 128, 1000} {
		gr := newGroup(t, Config{Quantum: quantum})
		var last *Thread
		run, runs := 0, map[int]int{}
		gr.startTogether(2, func(th *Thread) {
			for range 100 * quantum {
				if th != last {
					runs[run]++
					last, run = th, 0
				}
				run++
				work(th, 1, 1)
			}
		})
		gr.wait()
		if runs[quantum] < 90 {
			t.Errorf("quantum %d: lengths of runs %v", quantum, runs)
		}
	}
}

// TestPoll: native work is charged but never switches.
func TestPoll(t *testing.T) {
	gr := newGroup(t, Config{Quantum: 100})
	gr.start("main", func(th *Thread) {
		gr.start("other", func(*Thread) {})
		until(t, "waiter", func() bool { return gr.g.Waiters() == 1 })
		for range 1000 {
			if th.Poll(1000) != 0 {
				t.Error("bits")
			}
		}
		if gr.g.Waiters() != 1 {
			t.Error("Poll switched")
		}
		if th.Steps() != 1_000_000 {
			t.Errorf("%d steps", th.Steps())
		}
		th.Tick()
		if gr.g.Waiters() != 0 {
			t.Error("Tick did not switch after the poll")
		}
	})
	gr.wait()
}

func TestPanicReleases(t *testing.T) {
	g := New(Config{})
	a, b := g.NewThread("a"), g.NewThread("b")
	func() {
		defer func() { _ = recover() }()
		defer a.End()
		acquire(t, a)
		panic("bug")
	}()
	acquire(t, b)
	func() {
		defer func() { _ = recover() }()
		_ = b.AllowThreads(func() { panic("bug") })
	}()
	if !b.Holds() {
		t.Error("a panic in AllowThreads lost the GIL")
	}
	b.End()
	if g.word.Load() != 0 {
		t.Error("not free")
	}
}

// TestClockMode: the quantum is corrected towards the interval.
func TestClockMode(t *testing.T) {
	g := New(Config{Quantum: 100_000})
	if g.Interval() != 5*time.Millisecond || g.Quantum() != 100_000 {
		t.Error("defaults")
	}
	g.SetInterval(time.Millisecond)
	th := g.NewThread("")
	now := time.Now()
	step := func(lasted time.Duration) {
		th.quantumStart = now.Add(-lasted).UnixNano()
		g.adapt(th, now)
	}
	step(4 * time.Millisecond)
	if g.Quantum() != 50_000 {
		t.Errorf("too long: %d", g.Quantum())
	}
	step(50 * time.Microsecond)
	if g.Quantum() != 70710 {
		t.Errorf("too short: %d", g.Quantum())
	}
	step(time.Second) // the goroutine was not scheduled
	if g.Quantum() != 70710 {
		t.Errorf("outlier: %d", g.Quantum())
	}
	th.quantumStart = 0
	g.adapt(th, now)
	if g.Quantum() != 70710 || th.handover != now.UnixNano() {
		t.Error("unknown start")
	}
	if g.Interval() != time.Millisecond {
		t.Error("interval")
	}
	g.SetQuantum(42)
	if g.Quantum() != 42 || g.Interval() != 5*time.Millisecond {
		t.Error("back to counts")
	}
}

// TestClockModeRuns: two computing threads in clock mode end up with a quantum
// other than the first.
func TestClockModeRuns(t *testing.T) {
	gr := newGroup(t, Config{Quantum: 1000})
	gr.g.SetInterval(time.Millisecond)
	gr.startTogether(2, func(th *Thread) { work(th, 30_000_000, 20) })
	gr.wait()
	if q := gr.g.Quantum(); q < 5000 {
		t.Errorf("quantum %d", q)
	}
}
