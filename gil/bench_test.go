package gil

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"
)

func BenchmarkReleaseAcquire(b *testing.B) {
	t := New(Config{}).NewThread("")
	acquire(b, t)
	for b.Loop() {
		t.Release()
		_ = t.Acquire()
	}
	t.End()
}

// BenchmarkTick is one look with nobody waiting.
func BenchmarkTick(b *testing.B) {
	t := New(Config{}).NewThread("")
	acquire(b, t)
	for b.Loop() {
		t.Left = 0
		t.Tick()
	}
	t.End()
}

// BenchmarkSwitch forces a switch at each operation.
func BenchmarkSwitch(b *testing.B) {
	for _, n := range []int{2, 8, 64, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			gr := newGroup(b, Config{})
			var left atomic.Int64
			left.Store(int64(b.N))
			gr.startTogether(n, func(t *Thread) {
				for left.Add(-1) > 0 {
					t.Yield()
				}
			})
			gr.wait()
			b.ReportMetric(float64(gr.g.Stats().Yields)/float64(b.N), "switches/op")
		})
	}
}

// BenchmarkPingPong: two threads wake each other by WaitQueue.
func BenchmarkPingPong(b *testing.B) {
	gr := newGroup(b, Config{})
	var q [2]WaitQueue
	turn := 0
	for i := range 2 {
		gr.start("", func(t *Thread) {
			for range b.N {
				for turn != i {
					_, _ = t.Wait(&q[i], &WaitInfo{Kind: "turn"})
				}
				turn = 1 - i
				q[1-i].WakeOne(t)
			}
		})
	}
	gr.wait()
}

func BenchmarkLock(b *testing.B) {
	b.Run("free", func(b *testing.B) {
		t := New(Config{}).NewThread("")
		acquire(b, t)
		var l Lock
		for b.Loop() {
			l.TryAcquire(t)
			l.Release(t)
		}
		t.End()
	})
	b.Run("contended", func(b *testing.B) {
		gr := newGroup(b, Config{})
		var l Lock
		gr.startTogether(4, func(t *Thread) {
			for range b.N / 4 {
				_, _ = l.Acquire(t, WaitInfo{})
				work(t, 40, 10)
				l.Release(t)
				work(t, 40, 10)
			}
		})
		gr.wait()
		b.ReportMetric(float64(gr.g.Stats().Parks)/float64(b.N), "parks/op")
	})
}

func BenchmarkBlockingCall(b *testing.B) {
	t := New(Config{}).NewThread("")
	acquire(b, t)
	w := &WaitInfo{Kind: "test"}
	f := func() {}
	for b.Loop() {
		_ = t.BlockingCall(w, f, nil)
	}
	t.End()
}

func BenchmarkNewThread(b *testing.B) {
	g := New(Config{})
	for b.Loop() {
		t := g.NewThread("")
		_ = t.Acquire()
		t.End()
	}
}

// BenchmarkSleepers: 10,000 threads sleep for 100 ms at once.
func BenchmarkSleepers(b *testing.B) {
	for b.Loop() {
		gr := newGroup(b, Config{})
		until := time.Now().Add(100 * time.Millisecond)
		for range 10_000 {
			gr.start("", func(t *Thread) { _, _ = t.Sleep(until) })
		}
		gr.wait()
	}
}
