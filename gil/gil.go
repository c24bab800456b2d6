package gil

import (
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// Defaults of Config, in bytecodes.
const (
	DefaultQuantum = 100_000
	DefaultLook    = 128
	DefaultFee     = 128
)

// The parts of GIL.word.
const (
	held       = 1 // somebody owns the GIL
	urgentBit  = 2 // the urgent queue is not empty
	waiterUnit = 4 // times the number of queued threads
)

// ErrFinalizing is returned instead of the GIL once another thread has called
// Finalize. The caller does not hold the GIL and must end without touching
// Python objects.
var ErrFinalizing = errors.New("gil: the interpreter is finalizing")

// Config sets up a GIL. The zero value takes all defaults.
type Config struct {
	Quantum int // bytecodes a thread may run while others wait
	Look    int // bytecodes between two calls of Tick
	Fee     int // bytecodes charged for coming back from a blocking call

	// Where tells where thread t stands, for reports about waits. It is called
	// with the GIL held, while t is parked.
	Where func(t *Thread) string

	// OnDeadlock is called when every thread waits for something that only
	// another of them could bring about (see Deadlocked). It runs on the
	// goroutine that completed the deadlock: the thread t, which holds the GIL
	// and is about to park or to end; or t is nil and the GIL is not held by the
	// caller, when External withdrew the last hope. It may call Interrupt.
	OnDeadlock func(t *Thread, waits []WaitState)
}

// GIL is the lock of one interpreter. Create it with New.
type GIL struct {
	word    atomic.Int64
	quantum atomic.Int64
	target  atomic.Int64 // nanoseconds; 0: the quantum is an exact count
	fin     atomic.Int32 // a FinalizeMode once Finalize was called
	look    int
	fee     int

	mu     sync.Mutex // guards the queues; no other lock is taken under it
	urgent fifo
	normal fifo

	finalizer atomic.Pointer[Thread] // the thread that called Finalize

	reg      registry
	counters counters
	where    func(*Thread) string
	onDead   func(*Thread, []WaitState)

	testHook func() // runs between load and compare-and-swap of enqueue
}

// New returns a GIL that nobody holds.
func New(c Config) *GIL {
	g := &GIL{look: DefaultLook, fee: DefaultFee, where: c.Where, onDead: c.OnDeadlock}
	if c.Look > 0 {
		g.look = c.Look
	}
	if c.Fee > 0 {
		g.fee = c.Fee
	}
	g.SetQuantum(DefaultQuantum)
	if c.Quantum > 0 {
		g.SetQuantum(c.Quantum)
	}
	return g
}

// fifo is an intrusive queue of threads, linked by Thread.next.
type fifo struct{ head, tail *Thread }

func (f *fifo) empty() bool { return f.head == nil }

func (f *fifo) pushBack(t *Thread) {
	t.next = nil
	if f.head == nil {
		f.head = t
	} else {
		f.tail.next = t
	}
	f.tail = t
}

func (f *fifo) pushFront(t *Thread) {
	t.next = f.head
	if f.head == nil {
		f.tail = t
	}
	f.head = t
}

func (f *fifo) pop() *Thread {
	t := f.head
	f.head, t.next = t.next, nil
	if f.head == nil {
		f.tail = nil // a thread that has ended must not be kept
	}
	return t
}

// Acquire takes the GIL, waiting for it if need be. It panics if t has it
// already. After Finalize it returns ErrFinalizing, or parks forever.
func (t *Thread) Acquire() error {
	if t.holds {
		panic("gil: acquired twice by one thread")
	}
	g := t.g
	if !g.word.CompareAndSwap(0, held) && g.enqueue(t) {
		<-t.wake
	}
	return t.entered()
}

// entered completes the taking of the GIL by t, which has just become its owner.
func (t *Thread) entered() error {
	t.holds = true
	if t.g.fin.Load() != 0 {
		if err := t.expel(); err != nil {
			return err
		}
	}
	t.startChunk()
	return nil
}

// Release gives the GIL up. It panics if t does not have it.
func (t *Thread) Release() {
	if !t.holds {
		panic("gil: released by a thread that does not hold it")
	}
	t.charge()
	t.quantumStart = 0
	t.holds = false
	g := t.g
	if g.word.CompareAndSwap(held, 0) {
		return
	}
	g.mu.Lock()
	other := g.nextLocked()
	g.word.Store(g.wordLocked(g.word.Load() - waiterUnit))
	g.mu.Unlock()
	other.wake <- struct{}{}
}

// Holds reports whether t has the GIL. Only t's goroutine may ask.
func (t *Thread) Holds() bool { return t.holds }

// Tick is called by the eval loop when Left has run out. It may hand the GIL to
// another thread and wait for its return. It refills Left and returns the breaker
// bits that are set. BrExit among them means that the interpreter is finalizing
// and that t no longer holds the GIL.
func (t *Thread) Tick() uint32 {
	g := t.g
	t.charge()
	if t.credit <= 0 {
		t.credit = int(g.quantum.Load())
		if g.word.Load() != held {
			return t.expired()
		}
		t.quantumStart = 0
	} else if g.word.Load()&urgentBit != 0 {
		return t.makeWay()
	}
	t.startChunk()
	return t.br.Load()
}

// Poll is called by native loops after k bytecodes' worth of work. It never
// switches threads. It returns the breaker bits that are set.
func (t *Thread) Poll(k int) uint32 {
	t.Left -= k
	return t.br.Load()
}

// Yield lets every thread that waits for the GIL run first, as time.sleep(0)
// does. Its result is that of Tick.
func (t *Thread) Yield() uint32 {
	if t.g.word.Load() == held {
		return t.br.Load()
	}
	t.charge()
	t.credit = int(t.g.quantum.Load())
	t.quantumStart = 0
	t.g.counters.yields.Add(1)
	return t.swapped(false)
}

// expired hands over at the end of a quantum.
func (t *Thread) expired() uint32 {
	g := t.g
	g.counters.expiries.Add(1)
	if g.target.Load() != 0 {
		g.adapt(t, time.Now())
	}
	return t.swapped(false)
}

// makeWay hands over to a thread from the urgent queue before t's quantum is used
// up.
func (t *Thread) makeWay() uint32 {
	t.quantumStart = 0
	t.g.counters.urgent.Add(1)
	return t.swapped(true)
}

func (t *Thread) swapped(front bool) uint32 {
	if !t.holds {
		panic("gil: Tick or Yield without the GIL")
	}
	t.holds = false
	t.g.swap(t, front)
	<-t.wake
	if t.entered() != nil {
		return t.br.Load() | BrExit
	}
	return t.br.Load()
}

// charge takes the bytecodes of the current chunk from the credit.
func (t *Thread) charge() {
	used := t.chunk - t.Left
	t.credit -= used
	t.steps += uint64(used)
	t.chunk, t.Left = 0, 0
}

func (t *Thread) startChunk() {
	t.chunk = max(0, min(t.g.look, t.credit))
	t.Left = t.chunk
}

// enqueue makes t wait for the GIL and reports true, or takes the GIL for it and
// reports false.
func (g *GIL) enqueue(t *Thread) bool {
	urgent := t.enterCredit()
	g.mu.Lock()
	defer g.mu.Unlock()
	for {
		s := g.word.Load()
		if g.testHook != nil {
			g.testHook()
		}
		if s == 0 {
			if g.word.CompareAndSwap(0, held) {
				return false
			}
			continue
		}
		n := s + waiterUnit
		if urgent {
			n |= urgentBit
		}
		if g.word.CompareAndSwap(s, n) {
			break
		}
	}
	g.pushLocked(t, urgent)
	return true
}

// enterCredit settles the credit of a thread that comes back and reports whether
// it may be urgent.
func (t *Thread) enterCredit() (urgent bool) {
	if t.credit > t.g.fee {
		t.credit -= t.g.fee
		return true
	}
	t.credit = int(t.g.quantum.Load())
	return false
}

func (g *GIL) pushLocked(t *Thread, urgent bool) {
	if urgent {
		g.urgent.pushBack(t)
	} else {
		g.normal.pushBack(t)
	}
}

// nextLocked removes the thread that gets the GIL next. A deterministic scheduler
// would choose here.
func (g *GIL) nextLocked() *Thread {
	if !g.urgent.empty() {
		return g.urgent.pop()
	}
	return g.normal.pop()
}

// wordLocked returns s with the urgent bit that belongs to the queues.
func (g *GIL) wordLocked(s int64) int64 {
	if g.urgent.empty() {
		return s &^ urgentBit
	}
	return s | urgentBit
}

// swap queues the holder t, at the front or the tail of the normal queue, and
// passes the GIL to the thread that is next. The number of waiters stays.
func (g *GIL) swap(t *Thread, front bool) {
	g.mu.Lock()
	other := g.nextLocked()
	if front {
		g.normal.pushFront(t)
	} else {
		g.normal.pushBack(t)
	}
	g.word.Store(g.wordLocked(g.word.Load()))
	other.quantumStart, t.handover = t.handover, 0
	g.mu.Unlock()
	other.wake <- struct{}{}
}

// grant queues a parked thread for the GIL on behalf of the holder. The thread's
// goroutine wakes once, as the owner.
func (g *GIL) grant(t *Thread) {
	urgent := t.enterCredit()
	g.mu.Lock()
	g.pushLocked(t, urgent)
	g.word.Store(g.wordLocked(g.word.Load() + waiterUnit))
	g.mu.Unlock()
}

// Waiters returns the number of threads that wait for the GIL.
func (g *GIL) Waiters() int { return int(g.word.Load() / waiterUnit) }
