package vm

// What becomes of generators and coroutines that nobody finishes: a coroutine
// that was never awaited is warned about, a generator suspended inside try or
// with is closed, an asynchronous one goes to its event loop's hook.

import (
	"runtime"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// maxFresh bounds the generators that are kept without a finalizer. Most end
// soon after they began; a finalizer for each would cost more than the calls.
const maxFresh = 64

// watch makes sure that g's end is noticed even if it is abandoned.
func (rt *Runtime) watch(g *Generator) {
	if g.watched {
		return
	}
	g.watched = true
	if len(rt.fresh) == maxFresh {
		rt.sweep()
	}
	rt.fresh = append(rt.fresh, g)
}

// sweep lets go of all fresh generators; those not finished get finalizers.
func (rt *Runtime) sweep() {
	in := rt.Interp
	for _, g := range rt.fresh {
		if g.finished {
			continue
		}
		runtime.SetFinalizer(g, func(g *Generator) {
			if !g.finished {
				in.AddPending(func(t *object.Thread) { threadOf(t).abandoned(g) })
			}
		})
		in.AtEnd(object.Wrap(g), func(t *object.Thread, v object.Value) {
			g := object.As[Generator](v)
			runtime.SetFinalizer(g, nil)
			threadOf(t).abandoned(g)
		})
	}
	clear(rt.fresh)
	rt.fresh = rt.fresh[:0]
}

// SettleGenerators implements object.Runtime.
func (rt *Runtime) SettleGenerators() { rt.sweep() }

// abandoned ends a generator that can no longer be reached.
func (t *Thread) abandoned(g *Generator) {
	if g.finished || g.running {
		return
	}
	saved := t.Exc
	defer func() { t.Exc = saved }()
	if g.Type == &CoroutineType && !g.started {
		t.warnUnawaited(g)
		g.finished, g.closed, g.window = true, true, nil
		return
	}
	if g.Type == &AsyncGenType && g.finalizer.O != nil && !g.finalizer.IsNone() && !g.closed {
		t.ignore(g, "closing", func() error {
			_, err := object.CallArgs(&t.Thread, g.finalizer, object.Wrap(g))
			return err
		})
		return
	}
	t.ignore(g, "closing", func() error {
		_, err := t.Close(g)
		return err
	})
}

// ignore runs f and reports its exception as one that cannot be raised; doing
// is what f does to g.
func (t *Thread) ignore(g *Generator, doing string, f func() error) {
	if e, ok := f().(*object.Exception); ok {
		object.WriteUnraisable(&t.Thread, e, "Exception ignored while "+doing+" "+g.kind()+" "+object.MustReprT(&t.Thread, object.Wrap(g)), object.Value{})
	}
}

// warnUnawaited warns about a coroutine that never ran, at the line that made
// it.
func (t *Thread) warnUnawaited(g *Generator) {
	t.ignore(g, "finalizing", func() error {
		m, err := object.ImportModule(&t.Thread, "warnings")
		if err != nil {
			return err
		}
		file, line := object.NewStr("<sys>"), 0
		if g.maker != nil {
			file = object.NewStr(g.maker.Code.Filename)
			line, _, _, _ = g.maker.Code.Position(g.maker.wordBefore(g.madeAt))
		}
		_, err = object.CallMethod(&t.Thread, m, "_warn_unawaited_coroutine", object.Wrap(g), file, object.IntOf(line))
		return err
	})
}

// noteMaker remembers where coroutine g was made: p is the calling frame.
func (t *Thread) noteMaker(g *Generator, p *Frame) {
	if p != nil && p.flags&flagRoot == 0 && p.unit != nil {
		g.maker, g.madeAt = p.unit, p.pc
	}
	if t.OriginDepth > 0 {
		g.origin = t.originOf(p)
	}
	t.rt.watch(g)
}

// originOf describes up to OriginDepth frames from p outwards, as cr_origin
// does: (filename, line number, function name).
func (t *Thread) originOf(p *Frame) object.Value {
	var out []object.Value
	for f := p; f != nil && f.flags&flagRoot == 0 && len(out) < t.OriginDepth; f = f.prev {
		c := f.unit.Code
		line, _, _, _ := c.Position(f.word())
		out = append(out, object.NewTuple(object.NewStr(c.Filename), object.IntOf(line), object.NewStr(c.Name)))
	}
	return object.NewTuple(out...)
}

// cleansUp reports whether a generator with code c has handlers of its own
// besides the one that converts StopIteration.
func cleansUp(c *code.Code) bool { return len(c.Exc) > 1 }
