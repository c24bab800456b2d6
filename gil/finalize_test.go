package gil

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestFinalize: threads queued for the GIL, parked, sleeping and in blocking calls
// all get ErrFinalizing and none gets the GIL.
func TestFinalize(t *testing.T) {
	gr := newGroup(t, Config{})
	main := gr.g.NewThread("main")
	acquire(t, main)
	const n = 50
	var q WaitQueue
	var refused atomic.Int32
	late := make(chan struct{})
	check := func(err error) {
		if err == ErrFinalizing {
			refused.Add(1)
		} else {
			t.Errorf("got %v", err)
		}
	}
	for i := range n {
		th := gr.g.NewThread("")
		gr.wg.Go(func() {
			defer th.End()
			if i%5 == 0 { // queued during Finalize
				<-late
				check(th.Acquire())
				return
			}
			if err := th.Acquire(); err != nil { // case 4, started late
				check(err)
				return
			}
			switch i % 5 {
			case 1:
				_, err := th.Wait(&q, &WaitInfo{})
				check(err)
			case 2:
				_, err := th.Sleep(time.Now().Add(time.Hour))
				check(err)
			case 3:
				stop := make(chan struct{})
				check(th.BlockingCall(&WaitInfo{}, func() { <-stop }, sync.OnceFunc(func() { close(stop) })))
			case 4:
				for th.Yield()&BrExit == 0 {
				}
				refused.Add(1)
			}
			if th.Holds() {
				t.Error("holds the GIL after Finalize")
			}
		})
	}
	until(t, "threads", func() bool {
		main.Yield()
		waiting := 0
		for _, s := range gr.g.States() {
			if s.Waiting {
				waiting++
			}
		}
		return waiting == n*3/5
	})
	close(late)
	until(t, "waiters", func() bool { return gr.g.Waiters() == n*2/5 })
	main.Finalize(FinalizeUnwind)
	if !gr.g.Finalizing() {
		t.Error("not finalizing")
	}
	main.Release()
	acquire(t, main) // the finalizing thread goes on
	main.End()
	gr.wait()
	if refused.Load() != n {
		t.Errorf("%d of %d threads were refused", refused.Load(), n)
	}
}

// TestFinalizePark: other threads stop for good; the finalizing one is not
// disturbed.
func TestFinalizePark(t *testing.T) {
	g := New(Config{})
	main, other := g.NewThread("main"), g.NewThread("daemon")
	acquire(t, main)
	var returned atomic.Bool
	go func() {
		_ = other.Acquire()
		returned.Store(true)
	}()
	until(t, "waiter", func() bool { return g.Waiters() == 1 })
	mustPanic(t, "Finalize without the GIL", func() { other.Finalize(FinalizePark) })
	main.Finalize(FinalizePark)
	main.Yield()
	main.Release()
	acquire(t, main)
	time.Sleep(2 * time.Millisecond)
	if returned.Load() {
		t.Error("the daemon returned")
	}
	main.End()
}

func TestBlockingCall(t *testing.T) {
	g := New(Config{})
	th := g.NewThread("")
	acquire(t, th)
	ran := false
	if err := th.BlockingCall(&WaitInfo{Kind: "test"}, func() { ran = true }, nil); err != nil || !ran || !th.Holds() {
		t.Error(err, ran)
	}
	th.Interrupt(BrSignal)
	if err := th.BlockingCall(&WaitInfo{}, func() { t.Error("ran") }, func() {}); err != ErrInterrupted || !th.Holds() {
		t.Error(err)
	}
	if err := th.AllowThreads(func() { ran = false }); err != nil || ran {
		t.Error("AllowThreads is not interrupted")
	}
	th.Clear(BrSignal)
	tries := 0
	err := th.TryThenBlock(&WaitInfo{}, func() bool { tries++; return tries == 3 }, func() {}, nil)
	if err != nil || tries != 3 {
		t.Error(err, tries)
	}
	err = th.TryThenBlock(&WaitInfo{}, func() bool { return false }, func() { th.Interrupt(BrSignal) }, nil)
	if err != ErrInterrupted {
		t.Error(err)
	}
	th.End()
}

// TestRun: Do-like entry, the callback that comes back on the same chain, and
// cancellation by the context.
func TestRun(t *testing.T) {
	g := New(Config{})
	th := g.NewThread("")
	ctx := NewContext(context.Background(), th)
	if FromContext(ctx, g) != th || FromContext(ctx, New(Config{})) != nil {
		t.Error("FromContext")
	}
	calls := 0
	err := th.Run(ctx, func() error {
		return FromContext(ctx, g).Run(ctx, func() error { // callback with the GIL held
			return th.AllowThreads(func() { // Go code that calls back
				if err := th.Run(ctx, func() error { calls++; return nil }); err != nil {
					t.Error(err)
				}
			})
		})
	})
	if err != nil || calls != 1 || th.Holds() {
		t.Error(err, calls)
	}
	cause := errors.New("cause")
	ctx, cancel := context.WithCancelCause(ctx)
	time.AfterFunc(time.Millisecond, func() { cancel(cause) })
	err = th.Run(ctx, func() error {
		if r, _ := th.Sleep(time.Now().Add(time.Hour)); r != Interrupted || th.Pending() != BrCancel {
			t.Error(r)
		}
		th.Clear(BrCancel)
		return context.Cause(ctx)
	})
	if err != cause || th.Holds() {
		t.Error(err)
	}
	th.End()
}

// TestTwoInterpreters: goroutines go from A to B and from B to A at the same time.
// Each gives its own GIL up first, so there is no deadlock.
func TestTwoInterpreters(t *testing.T) {
	a, b := New(Config{Quantum: 50, Look: 10}), New(Config{Quantum: 50, Look: 10})
	var wg sync.WaitGroup
	countA, countB := 0, 0
	cross := func(from, to *GIL, here, there *int) {
		f, o := from.NewThread(""), to.NewThread("")
		defer f.End()
		defer o.End()
		acquire(t, f)
		for range 500 {
			*here++
			err := Cross(f, func() {
				acquire(t, o)
				*there++
				work(o, 20, 5)
				err := Cross(o, func() { // and back again, on the first thread
					acquire(t, f)
					*here++
					f.Release()
				})
				if err != nil {
					t.Error(err)
				}
				o.Release()
			})
			if err != nil {
				t.Error(err)
			}
			work(f, 20, 5)
		}
	}
	for range 3 {
		wg.Go(func() { cross(a, b, &countA, &countB) })
		wg.Go(func() { cross(b, a, &countB, &countA) })
	}
	wg.Wait()
	if countA != 3*500*3 || countB != countA {
		t.Errorf("counts %d, %d", countA, countB)
	}
	ran := false
	if err := Cross(nil, func() { ran = true }); err != nil || !ran {
		t.Error("Cross from nowhere")
	}
}
