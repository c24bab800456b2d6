package gil

// FinalizeMode says what becomes of the other threads after Finalize.
type FinalizeMode int32

const (
	// FinalizeUnwind lets them end: Acquire, Tick and the waits return
	// ErrFinalizing or BrExit. Parked threads are woken for it.
	FinalizeUnwind FinalizeMode = iota + 1
	// FinalizePark stops them for good: they never return from the call. It is
	// meant for a process that is about to exit.
	FinalizePark
)

// Finalize is called by t, holding the GIL, when the interpreter ends. From then
// on no other thread gets the GIL. To let threads end in an orderly way, with
// the GIL, interrupt them by BrCancel first and wait for their End.
func (t *Thread) Finalize(mode FinalizeMode) {
	if !t.holds {
		panic("gil: Finalize without the GIL")
	}
	g := t.g
	g.finalizer.Store(t)
	g.fin.Store(int32(mode))
	if mode == FinalizePark {
		return
	}
	for _, o := range g.reg.all() {
		if o != t {
			o.Interrupt(BrExit)
		}
	}
}

// Finalizing reports whether Finalize was called.
func (g *GIL) Finalizing() bool { return g.fin.Load() != 0 }

// expel passes the GIL on, unless t is the finalizing thread.
func (t *Thread) expel() error {
	g := t.g
	if g.finalizer.Load() == t {
		return nil
	}
	t.Release()
	if FinalizeMode(g.fin.Load()) == FinalizePark {
		select {}
	}
	return ErrFinalizing
}
