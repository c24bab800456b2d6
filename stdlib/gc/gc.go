// Package gc implements the gc module (library reference, "gc") on Go's
// collector: there are no generations, and no counts to speak of.
package gc

import (
	"runtime"
	"time"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
)

type state struct {
	disabled   bool
	thresholds [3]int
	debug      int
	runs       [3]int64
	frozen     int
}

type stateKey struct{}

func stateOf(t *thread) *state {
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, &state{thresholds: [3]int{2000, 10, 0}})
	return v.(*state)
}

// collect runs the collector, gives finalizers time to be queued and runs them.
func collect(t *thread, a []value) (value, error) {
	gen := 2
	if a[0].O != nil {
		var err error
		if gen, err = arg.CInt(t, a[0]); err != nil {
			return value{}, err
		}
		if gen < 0 || gen > 2 {
			return value{}, object.ValueErrorf("invalid generation")
		}
	}
	tell(t, "start", gen)
	stateOf(t).runs[gen]++
	if rt, ok := t.Interp.Runtime.(interface{ ClearDead(t *thread) }); ok {
		rt.ClearDead(t)
	}
	for range 2 {
		if err := t.Blocking(&gil.WaitInfo{Kind: "gc"}, func() {
			runtime.GC()
			time.Sleep(200 * time.Microsecond) // finalizers and cleanups run on goroutines of their own
		}, nil); err != nil {
			return value{}, err
		}
	}
	if bits := t.G.Pending(); bits != 0 {
		if err := t.HandleBreaker(bits); err != nil {
			return value{}, err
		}
	}
	t.Interp.RunPending(t)
	tell(t, "stop", gen)
	return object.Int(0), nil
}

// tell calls gc.callbacks. Go's collector does not count what it collects.
func tell(t *thread, phase string, gen int) {
	m, ok := t.Interp.Modules.GetGo(t, "gc")
	if !ok {
		return
	}
	list, err := object.GetAttrStr(t, m, "callbacks")
	if err != nil || list.O.Type.Solid != &object.ListType {
		return
	}
	for _, f := range object.As[object.List](list).Values() {
		d := object.NewDict()
		d.SetGo(t, "generation", object.IntOf(gen))
		d.SetGo(t, "collected", object.Int(0))
		d.SetGo(t, "uncollectable", object.Int(0))
		if _, err := object.CallArgs(t, f, object.NewStr(phase), object.Wrap(d)); err != nil {
			if e, ok := err.(*object.Exception); ok {
				object.WriteUnraisable(t, e, "Exception ignored while calling GC callback", f)
			}
		}
	}
}

func referents(v value, visit func(value)) {
	switch v.O.Type.Solid {
	case &object.ListType: // Traverse leaves out numbers
		for _, x := range object.As[object.List](v).Values() {
			visit(x)
		}
		if v.O.Type == &object.ListType {
			return
		}
	case &object.DictType:
		if v.O.Type == &object.DictType {
			object.As[object.Dict](v).Each(func(k, x value) bool {
				visit(k)
				visit(x)
				return true
			})
			return
		}
	}
	if f := v.O.Type.Slots.Traverse; f != nil {
		f(v, func(x value) {
			if x.O != nil {
				visit(x)
			}
		})
	}
	if v.O.Type.IsHeap() {
		object.TraverseAttrs(v, func(x value) {
			if x.O != nil {
				visit(x)
			}
		})
		visit(object.Wrap(v.O.Type))
	}
}

// reach visits everything that can be found from the modules.
func reach(t *thread, visit func(v value)) error {
	seen := map[*object.Header]bool{}
	todo := []value{object.Wrap(t.Interp.Modules), object.Wrap(t.Interp.Builtins)}
	for i := 0; ; i++ { // what the running functions hold
		f := t.Interp.Runtime.Frame(t, i)
		if f.O == nil {
			break
		}
		todo = append(todo, f)
	}
	for n := 0; len(todo) > 0; n++ {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[v.O] {
			continue
		}
		seen[v.O] = true
		visit(v)
		referents(v, func(x value) {
			if x.N == 0 && !seen[x.O] && x.O.Type.Slots.Traverse != nil || x.O.Type.IsHeap() {
				todo = append(todo, x)
			}
		})
		if n&1023 == 1023 {
			if err := t.Poll(1024); err != nil {
				return err
			}
		}
	}
	return nil
}

func getReferrers(t *thread, a []value) (value, error) {
	want := map[value]bool{}
	for _, v := range object.As[object.Tuple](a[0]).Items {
		want[v] = true
	}
	var out []value
	err := reach(t, func(v value) {
		hit := false
		referents(v, func(x value) { hit = hit || want[x] })
		if hit {
			out = append(out, v)
		}
	})
	return object.NewListOwned(out), err
}

func getReferents(t *thread, a []value) (value, error) {
	var out []value
	for _, v := range object.As[object.Tuple](a[0]).Items {
		referents(v, func(x value) { out = append(out, x) })
	}
	return object.NewListOwned(out), nil
}

func getObjects(t *thread, a []value) (value, error) {
	if g := a[0]; g.O != nil && !g.IsNone() {
		if g.O.Type.Slots.Index == nil {
			return value{}, object.TypeErrorf("argument should be integer or None, not '%s'", g.O.Type.MsgName())
		}
		n, err := arg.CInt(t, g)
		switch {
		case err != nil:
			return value{}, err
		case n < -1:
			return value{}, object.ValueErrorf("generation parameter cannot be negative")
		case n > 2:
			return value{}, object.ValueErrorf("generation parameter must be less than the number of available generations (3)")
		}
	}
	var out []value
	err := reach(t, func(v value) { out = append(out, v) })
	return object.NewListOwned(out), err
}

// isTracked tells what can be part of a cycle.
func isTracked(t *thread, a []value) (value, error) {
	v := a[0]
	switch v.O.Type {
	case &object.TypeType:
		return object.Bool(object.As[object.Type](v).IsHeap()), nil
	case &object.ByteArrayType, &object.ObjectType:
		return object.False, nil
	}
	return object.Bool(v.O.Type.Slots.Traverse != nil || v.O.Type.IsHeap()), nil
}

func getStats(t *thread, a []value) (value, error) {
	var out []value
	for i := range 3 {
		d := object.NewDict()
		d.SetGo(t, "collections", object.Int(stateOf(t).runs[i]))
		d.SetGo(t, "collected", object.Int(0))
		d.SetGo(t, "uncollectable", object.Int(0))
		out = append(out, object.Wrap(d))
	}
	return object.NewListOwned(out), nil
}

func setThreshold(t *thread, a []value) (value, error) {
	s := stateOf(t)
	for i, v := range a {
		if v.O == nil {
			continue
		}
		n, err := arg.CInt(t, v)
		if err != nil {
			return value{}, err
		}
		s.thresholds[i] = n
	}
	return object.None, nil
}

// Module declares gc.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "gc", Doc: "Interface to the garbage collector.",
		Consts: map[string]value{"DEBUG_STATS": object.Int(1), "DEBUG_COLLECTABLE": object.Int(2), "DEBUG_UNCOLLECTABLE": object.Int(4),
			"DEBUG_SAVEALL": object.Int(32), "DEBUG_LEAK": object.Int(38)},
		Funcs: []object.Func{
			{Name: "collect", Sig: "(generation=2)", Doc: "Run the garbage collector.", Fn: collect},
			{Name: "enable", Sig: "()", Fn: func(t *thread, a []value) (value, error) { stateOf(t).disabled = false; return object.None, nil }},
			{Name: "disable", Sig: "()", Fn: func(t *thread, a []value) (value, error) { stateOf(t).disabled = true; return object.None, nil }},
			{Name: "isenabled", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Bool(!stateOf(t).disabled), nil }},
			{Name: "get_count", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
				return object.NewTuple(object.Int(0), object.Int(0), object.Int(0)), nil
			}},
			{Name: "get_threshold", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
				s := stateOf(t)
				return object.NewTuple(object.IntOf(s.thresholds[0]), object.IntOf(s.thresholds[1]), object.IntOf(s.thresholds[2])), nil
			}},
			{Name: "set_threshold", Sig: "(threshold0, threshold1=10, threshold2=0, /)", Fn: setThreshold},
			{Name: "get_debug", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.IntOf(stateOf(t).debug), nil }},
			{Name: "set_debug", Sig: "(flags, /)", Fn: func(t *thread, a []value) (value, error) {
				n, err := arg.CInt(t, a[0])
				stateOf(t).debug = n
				return object.None, err
			}},
			{Name: "get_stats", Sig: "()", Fn: getStats},
			{Name: "get_objects", Sig: "(generation=None)", Fn: getObjects},
			{Name: "get_referrers", Sig: "(*objs)", Fn: getReferrers},
			{Name: "get_referents", Sig: "(*objs)", Fn: getReferents},
			{Name: "is_tracked", Sig: "(obj, /)", Fn: isTracked},
			{Name: "is_finalized", Sig: "(obj, /)", Fn: func(t *thread, a []value) (value, error) { return object.False, nil }},
			{Name: "freeze", Sig: "()", Doc: "Count the objects there are; Go's collector cannot leave them out.", Fn: func(t *thread, a []value) (value, error) {
				n := 0
				err := reach(t, func(value) { n++ })
				stateOf(t).frozen = n
				return object.None, err
			}},
			{Name: "unfreeze", Sig: "()", Fn: func(t *thread, a []value) (value, error) { stateOf(t).frozen = 0; return object.None, nil }},
			{Name: "get_freeze_count", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.IntOf(stateOf(t).frozen), nil }},
		},
		Init: func(t *thread, m *object.Module) error {
			m.Set(t, "callbacks", object.NewList())
			m.Set(t, "garbage", object.NewList())
			return nil
		},
	}
}
