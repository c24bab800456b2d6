package gil

import (
	"math"
	"sync/atomic"
	"time"
)

// Limits of an adapted quantum, and the weight a measurement may have.
const (
	minQuantum   = 1_000
	maxQuantum   = 1_000_000_000
	minCorrect   = .25
	maxCorrect   = 2
	outlier      = 10 // times the target: the goroutine was not scheduled
	defaultShown = 5 * time.Millisecond
)

// SetQuantum fixes the number of bytecodes a thread may run while others wait. It
// ends clock mode.
func (g *GIL) SetQuantum(n int) {
	g.target.Store(0)
	g.quantum.Store(int64(max(1, n)))
}

// Quantum returns the current number of bytecodes.
func (g *GIL) Quantum() int { return int(g.quantum.Load()) }

// SetInterval selects clock mode: the quantum is adapted so that it lasts about
// d. An interval of zero or less returns to the count that is current.
func (g *GIL) SetInterval(d time.Duration) { g.target.Store(int64(max(0, d))) }

// Interval returns the time set by SetInterval, or what CPython has by default.
func (g *GIL) Interval() time.Duration {
	if d := g.target.Load(); d != 0 {
		return time.Duration(d)
	}
	return defaultShown
}

// adapt corrects the quantum by how long the one that t has just used lasted. It
// costs one reading of the clock, at the end of a quantum with waiters only.
func (g *GIL) adapt(t *Thread, now time.Time) {
	ns := now.UnixNano()
	start := t.quantumStart
	t.quantumStart, t.handover = 0, ns
	target := float64(g.target.Load())
	lasted := float64(ns - start)
	if start == 0 || lasted <= 0 || lasted > outlier*target {
		return
	}
	n := float64(g.quantum.Load()) * math.Sqrt(min(maxCorrect, max(minCorrect, target/lasted)))
	g.quantum.Store(int64(min(maxQuantum, max(minQuantum, n))))
}

type counters struct {
	expiries, urgent, yields, parks, grants, blocks atomic.Int64
}

// Stats counts what has happened to a GIL.
type Stats struct {
	Expiries int64 // hand-overs at the end of a quantum
	Urgent   int64 // hand-overs to a thread that came back from blocking
	Yields   int64 // hand-overs by Yield
	Parks    int64 // waits that gave the GIL up
	Grants   int64 // waits that another thread ended
	Blocks   int64 // blocking calls
}

// Stats returns the counters. Any goroutine may call it.
func (g *GIL) Stats() Stats {
	c := &g.counters
	return Stats{c.expiries.Load(), c.urgent.Load(), c.yields.Load(), c.parks.Load(), c.grants.Load(), c.blocks.Load()}
}
