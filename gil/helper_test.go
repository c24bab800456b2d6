package gil

import (
	"runtime"
	"sync"
	"testing"
	"time"
)

// work executes n bytecodes of a loop whose body weighs w.
func work(t *Thread, n, w int) {
	for ; n > 0; n -= w {
		t.Left -= w
		if t.Left <= 0 {
			t.Tick()
		}
	}
}

// acquire and the other helpers fail the test on an error.
func acquire(tb testing.TB, t *Thread) {
	tb.Helper()
	if err := t.Acquire(); err != nil {
		tb.Errorf("Acquire: %v", err)
	}
}

// group runs threads of one GIL and waits for them.
type group struct {
	tb testing.TB
	g  *GIL
	wg sync.WaitGroup
}

func newGroup(tb testing.TB, c Config) *group { return &group{tb: tb, g: New(c)} }

// start runs f as a thread that holds the GIL.
func (gr *group) start(name string, f func(t *Thread)) *Thread {
	t := gr.g.NewThread(name)
	gr.wg.Go(func() {
		defer t.End()
		if t.Acquire() == nil {
			f(t)
		}
	})
	return t
}

// startTogether runs f as n threads; none begins before the others are queued.
func (gr *group) startTogether(n int, f func(t *Thread)) {
	started := 0
	for range n {
		gr.start("", func(t *Thread) {
			if started++; started == 1 {
				until(gr.tb, "other threads", func() bool { return gr.g.Waiters() == n-1 })
			}
			f(t)
		})
	}
}

// wait joins all threads and checks that the GIL is free and consistent.
func (gr *group) wait() {
	gr.tb.Helper()
	done := make(chan struct{})
	go func() { gr.wg.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(time.Minute):
		buf := make([]byte, 1<<16)
		gr.tb.Fatalf("threads hang\n%s", buf[:runtime.Stack(buf, true)])
	}
	if w := gr.g.word.Load(); w != 0 {
		gr.tb.Errorf("word is %d at the end", w)
	}
	if !gr.g.urgent.empty() || !gr.g.normal.empty() {
		gr.tb.Error("threads left in the queues")
	}
	r := &gr.g.reg
	if r.live != 0 || r.stuck != 0 || r.head != nil {
		gr.tb.Errorf("registry at the end: live %d, stuck %d", r.live, r.stuck)
	}
}

// until polls a condition that another goroutine brings about.
func until(tb testing.TB, what string, cond func() bool) {
	tb.Helper()
	for end := time.Now().Add(30 * time.Second); !cond(); time.Sleep(100 * time.Microsecond) {
		if time.Now().After(end) {
			tb.Fatalf("no %s", what)
		}
	}
}

func withProcs(tb testing.TB, n int) {
	old := runtime.GOMAXPROCS(n)
	tb.Cleanup(func() { runtime.GOMAXPROCS(old) })
}

func mustPanic(tb testing.TB, what string, f func()) {
	tb.Helper()
	defer func() {
		if recover() == nil {
			tb.Errorf("%s: no panic", what)
		}
	}()
	f()
}
