package gil

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// verdicts collects reports.
type verdicts struct {
	mu      sync.Mutex
	reports [][]WaitState
}

func (v *verdicts) report(_ *Thread, waits []WaitState) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.reports = append(v.reports, waits)
}

func (v *verdicts) count() int {
	v.mu.Lock()
	defer v.mu.Unlock()
	return len(v.reports)
}

func describe(waits []WaitState) string {
	var parts []string
	for _, w := range waits {
		s := w.Name + " waits for " + w.What
		for _, h := range w.Holders {
			s += " held by " + h.Name()
		}
		if w.Place != "" {
			s += " at " + w.Place
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

// namedLock is a lock with a name in reports.
type namedLock struct {
	Lock
	name string
}

func (l *namedLock) WaitName() string { return l.name }

// TestDeadlockVerdict: AB/BA by two threads, with the main thread joining one.
func TestDeadlockVerdict(t *testing.T) {
	var v verdicts
	gr := newGroup(t, Config{OnDeadlock: v.report, Where: func(t *Thread) string { return "line of " + t.Name() }})
	a, b := &namedLock{name: "A"}, &namedLock{name: "B"}
	var joined WaitQueue
	var steps int
	take := func(th *Thread, first, second *namedLock) {
		if r, err := first.Acquire(th, WaitInfo{Target: first}); r != Woken || err != nil {
			t.Error(r, err)
		}
		for steps++; steps < 3; { // the main thread counts, too
			th.Yield()
		}
		r, err := second.Acquire(th, WaitInfo{Target: second})
		if r == Woken { // the other one was interrupted first and has released it
			second.Release(th)
		} else if r != Interrupted || err != nil {
			t.Error(r, err)
		}
		first.Release(th)
	}
	t1 := gr.start("T1", func(th *Thread) { take(th, a, b); joined.WakeAll(th) })
	t2 := gr.start("T2", func(th *Thread) { take(th, b, a) })
	gr.start("main", func(th *Thread) {
		steps++
		r, err := th.Wait(&joined, &WaitInfo{Kind: "join", Target: named{"T1", []*Thread{t1}}, Where: func() string { return "here" }})
		if r != Woken || err != nil {
			t.Error(r, err)
		}
	})
	until(t, "verdict", func() bool { return v.count() > 0 })
	if gr.g.Deadlocked() == nil {
		t.Error("Deadlocked does not agree")
	}
	want := []string{"T1 waits for B held by T2 at line of T1", "T2 waits for A held by T1 at line of T2", "main waits for T1 held by T1 at here"}
	got := strings.Split(describe(v.reports[0]), "; ")
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("report %q", got)
	}
	if c := gr.g.WaitCycle(t1); len(c) != 2 || c[0] != t1 || c[1] != t2 {
		t.Errorf("cycle of T1: %v", c)
	}
	if c := gr.g.WaitCycle(gr.g.States()[2].Thread); c != nil && c[0].Name() == "main" {
		t.Errorf("main is in a cycle: %v", c)
	}
	for _, s := range gr.g.States() {
		if !s.Waiting || !s.Stuck || s.Since.IsZero() || s.Info.Kind == "" {
			t.Errorf("state %+v", s)
		}
	}
	t1.Interrupt(BrDeadlock)
	t2.Interrupt(BrDeadlock)
	gr.wait()
}

// TestVerdictInterruptsItself: the handler may throw the last thread out of its
// wait, or wake somebody else.
func TestVerdictInterruptsItself(t *testing.T) {
	g := New(Config{OnDeadlock: func(t *Thread, _ []WaitState) { t.Interrupt(BrDeadlock) }})
	th := g.NewThread("main")
	acquire(t, th)
	var l Lock
	l.TryAcquire(th)
	if r, err := l.Acquire(th, WaitInfo{}); r != Interrupted || err != nil {
		t.Error(r, err)
	}
	th.End()
}

// TestVerdictWithheld: deadlines, external waits, blocking calls, threads that
// have not started and external sources are hope.
func TestVerdictWithheld(t *testing.T) {
	var v verdicts
	g := New(Config{OnDeadlock: v.report})
	main, other := g.NewThread("main"), g.NewThread("other")
	var q WaitQueue
	stick := func(th *Thread) chan struct{} {
		done := make(chan struct{})
		go func() {
			defer close(done)
			acquire(t, th)
			if _, err := th.Wait(&q, &WaitInfo{Kind: "test"}); err != nil {
				t.Error(err)
			}
			th.End()
		}()
		until(t, "wait", func() bool { return g.reg.isStuck(th) })
		return done
	}
	mainDone := stick(main) // the other thread has not started, it could wake main
	acquire(t, other)
	none := func(what string) {
		t.Helper()
		if v.count() != 0 || g.Deadlocked() != nil {
			t.Errorf("%s: %d verdicts", what, len(v.reports))
		}
	}
	soon := time.Now().Add(time.Millisecond)
	if r, _ := other.Wait(&q, &WaitInfo{Deadline: soon}); r != TimedOut {
		t.Error(r)
	}
	none("deadline")
	var s Signal
	time.AfterFunc(time.Millisecond, s.Set)
	if r, _ := other.Wait(nil, &WaitInfo{Signal: &s, External: true}); r != Signalled {
		t.Error(r)
	}
	none("external wait")
	if err := other.BlockingCall(&WaitInfo{}, func() { time.Sleep(time.Millisecond) }, nil); err != nil {
		t.Error(err)
	}
	none("blocking call")
	s.Set()
	if r, _ := other.Wait(nil, &WaitInfo{Signal: &s}); r != Signalled {
		t.Error(r)
	}
	none("signal that is set already")
	g.External(1)
	other.End()
	none("external source")
	g.External(-1)
	if len(v.reports) != 1 || g.Deadlocked() == nil {
		t.Error("no verdict when the source is gone")
	}
	main.Interrupt(BrCancel)
	<-mainDone
	if g.Deadlocked() != nil {
		t.Error("verdict without threads")
	}
	mustPanic(t, "External below zero", func() { g.External(-1) })
}

func (r *registry) isStuck(t *Thread) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return t.stuck
}

// TestVerdictAtEnd: the last thread that could wake the others ends.
func TestVerdictAtEnd(t *testing.T) {
	var v verdicts
	gr := newGroup(t, Config{OnDeadlock: v.report})
	var q WaitQueue
	var waiter *Thread
	gr.start("last", func(th *Thread) {
		waiter = gr.start("waiter", func(th *Thread) { _, _ = th.Wait(&q, &WaitInfo{Kind: "test", Target: named{name: "godot"}}) })
		until(t, "wait", func() bool { th.Yield(); return q.Len() == 1 })
	})
	until(t, "verdict", func() bool { return v.count() > 0 })
	if len(v.reports) != 1 || describe(v.reports[0]) != "waiter waits for godot" {
		t.Errorf("%v", v.reports)
	}
	waiter.Interrupt(BrCancel)
	gr.wait()
}

// TestVerdictStress: threads hand a token round; somebody can always go on, so
// there must be no verdict although nearly all are stuck most of the time.
func TestVerdictStress(t *testing.T) {
	var v verdicts
	gr := newGroup(t, Config{OnDeadlock: v.report, Quantum: 50, Look: 10, Fee: 10})
	const n, rounds = 8, 2000
	var queues [n]WaitQueue
	var turn int
	ready := make(chan struct{})
	for i := range n {
		gr.start("", func(th *Thread) {
			if err := th.AllowThreads(func() { <-ready }); err != nil {
				t.Error(err)
			}
			for range rounds {
				for turn%n != i {
					if r, err := th.Wait(&queues[i], &WaitInfo{Kind: "turn"}); r != Woken || err != nil {
						t.Error(r, err)
						return
					}
				}
				turn++
				queues[turn%n].WakeOne(th)
				work(th, 7, 1)
			}
		})
	}
	close(ready)
	gr.wait()
	if v.count() != 0 {
		t.Errorf("%d false verdicts", len(v.reports))
	}
}

// TestNestedWait: a blocking call whose Go code enters the interpreter again.
func TestNestedWait(t *testing.T) {
	g := New(Config{})
	th := g.NewThread("main")
	acquire(t, th)
	err := th.BlockingCall(&WaitInfo{Kind: "outer"}, func() {
		acquire(t, th)
		if _, err := th.Sleep(time.Now()); err != nil {
			t.Error(err)
		}
		if s := g.States()[0]; !s.Waiting || s.Info.Kind != "outer" {
			t.Errorf("%+v", s)
		}
		th.Release()
	}, nil)
	if err != nil || g.States()[0].Waiting {
		t.Error(err, g.States())
	}
	th.SetName("renamed")
	if g.States()[0].Name != "renamed" || th.ID() != 1 || th.GIL() != g {
		t.Error("identity")
	}
	th.End()
}
