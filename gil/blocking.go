package gil

import (
	"context"
	"errors"
	"time"
)

// ErrInterrupted is returned by a blocking call that was not made because breaker
// bits are set.
var ErrInterrupted = errors.New("gil: interrupted")

// BlockingCall runs f without the GIL, for system calls and other waits that Go
// itself carries out. It needs the GIL and has it again afterwards, except after
// ErrFinalizing. If breaker bits are set it returns ErrInterrupted and does not
// call f.
//
// Interrupt calls unblock, which must make f return soon; it may be nil. It may
// be called late, after f has returned, so it must act on something that belongs
// to this call. What f found out, the caller learns from f's own variables; the
// bits tell it whether f was interrupted.
//
// Such a wait never counts as stuck. What only another thread can bring about
// must use Wait.
func (t *Thread) BlockingCall(w *WaitInfo, f, unblock func()) error {
	if !t.holds {
		panic("gil: BlockingCall without the GIL")
	}
	info := *w
	info.External = true
	outer := t.enterWait(&info)
	err := t.outside(f, unblock, info.breaks())
	t.leaveWait(outer)
	return err
}

func (t *Thread) outside(f, unblock func(), breaks uint32) (err error) {
	if unblock != nil {
		before := t.unblock.Swap(&unblock)
		defer t.unblock.Store(before)
	}
	if t.br.Load()&breaks != 0 {
		return ErrInterrupted
	}
	t.g.counters.blocks.Add(1)
	t.Release()
	defer func() { err = t.Acquire() }() // also when f panics
	f()
	return nil
}

// AllowThreads runs f without the GIL, for work in Go during which other threads
// may run. Unlike BlockingCall it runs f in any case.
func (t *Thread) AllowThreads(f func()) error {
	if !t.holds {
		panic("gil: AllowThreads without the GIL")
	}
	outer := t.enterWait(&WaitInfo{Kind: "host", External: true})
	err := t.outside(f, nil, 0)
	t.leaveWait(outer)
	return err
}

// TryThenBlock is for descriptors: it calls try with the GIL held until it reports
// true, and whenever it would block, ready without the GIL. try is a bare
// non-blocking system call; it must not wait for a lock, in particular not for
// the one Go keeps for each descriptor.
func (t *Thread) TryThenBlock(w *WaitInfo, try func() bool, ready, unblock func()) error {
	for !try() {
		if err := t.BlockingCall(w, ready, unblock); err != nil {
			return err
		}
		if t.br.Load()&w.breaks() != 0 {
			return ErrInterrupted
		}
	}
	return nil
}

// Sleep parks t until the deadline. The result is TimedOut or Interrupted.
func (t *Thread) Sleep(deadline time.Time) (Result, error) {
	return t.Wait(nil, &WaitInfo{Kind: "sleep", Deadline: deadline})
}

type contextKey struct{ g *GIL }

// NewContext returns a context that carries t, so that Go code called by Python
// can call back on the same thread.
func NewContext(ctx context.Context, t *Thread) context.Context {
	return context.WithValue(ctx, contextKey{t.g}, t)
}

// FromContext returns the thread of g that ctx carries, or nil. It may be used on
// the goroutine that got the context only.
func FromContext(ctx context.Context, g *GIL) *Thread {
	t, _ := ctx.Value(contextKey{g}).(*Thread)
	return t
}

// Run calls f with the GIL held: at once if t has it already, because a callback
// came back on the same chain of calls, and otherwise between Acquire and
// Release. If ctx ends meanwhile, t is interrupted by BrCancel.
func (t *Thread) Run(ctx context.Context, f func() error) error {
	if t.holds {
		return f()
	}
	stop := context.AfterFunc(ctx, func() { t.Interrupt(BrCancel) })
	defer stop()
	if err := t.Acquire(); err != nil {
		return err
	}
	defer func() {
		if t.holds {
			t.Release()
		}
	}()
	return f()
}

// Cross calls f, which enters another interpreter, on behalf of from, which holds
// its own GIL or is nil. No goroutine ever has two GILs, so there is no order
// among them.
func Cross(from *Thread, f func()) error {
	if from == nil || !from.holds {
		f()
		return nil
	}
	return from.AllowThreads(f)
}
