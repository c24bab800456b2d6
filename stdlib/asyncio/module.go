package asyncio

import (
	"embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed *.py
var sources embed.FS

// parts are the Python modules of the package.
var parts = []string{"base_events", "base_futures", "base_tasks", "coroutines", "events", "exceptions", "futures", "locks",
	"mixins", "queues", "runners", "taskgroups", "tasks", "threads", "timeouts"}

// Modules declares the package and its modules.
func Modules() map[string]func() object.ModuleSpec {
	m := map[string]func() object.ModuleSpec{
		"_asyncio": native,
		"asyncio": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "asyncio", Package: true, Doc: "The asyncio package.", Source: source("__init__")}
		},
	}
	for _, p := range parts {
		m["asyncio."+p] = func() object.ModuleSpec {
			return object.ModuleSpec{Name: "asyncio." + p, Source: source(p)}
		}
	}
	return m
}

func source(n string) string {
	b, err := sources.ReadFile(n + ".py")
	if err != nil {
		panic(err) // parts names a file that is not embedded
	}
	return string(b)
}

// getEventLoop returns the running loop, or the one the policy has.
func getEventLoop(t *thread) (value, error) {
	if l := stateOf(t).running(t); l.O != nil {
		return l, nil
	}
	m, err := object.ImportModule(t, "asyncio.events")
	if err != nil {
		return value{}, err
	}
	return object.CallMethod(t, m, "_get_policy_loop")
}

func native() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "_asyncio", Doc: "The parts of asyncio written in Go.",
		Types: []*object.Type{&FutureType, &TaskType, &HandleType, &TimerHandleType, &LoopType},
		Init: func(t *thread, m *object.Module) error {
			st := stateOf(t)
			if err := st.exceptions(t); err != nil {
				return err
			}
			m.Set(t, "CancelledError", object.Wrap(st.cancelled))
			m.Set(t, "InvalidStateError", object.Wrap(st.invalid))
			return nil
		},
		Funcs: []object.Func{
			{Name: "_get_running_loop", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return orNone(stateOf(t).running(t)), nil }},
			{Name: "_set_running_loop", Sig: "(loop, /)", Fn: func(t *thread, a []value) (value, error) {
				stateOf(t).setRunning(t, a[0])
				return object.None, nil
			}},
			{Name: "get_running_loop", Sig: "()", Doc: "Return the running event loop.", Fn: func(t *thread, a []value) (value, error) {
				if l := stateOf(t).running(t); l.O != nil {
					return l, nil
				}
				return value{}, object.RuntimeErrorf("no running event loop")
			}},
			{Name: "get_event_loop", Sig: "()", Doc: "Return the running event loop or the policy's.", Fn: func(t *thread, a []value) (value, error) { return getEventLoop(t) }},
			{Name: "current_task", Sig: "(loop=None)", Doc: "Return the currently running task or None.", Fn: func(t *thread, a []value) (value, error) {
				l := a[0]
				if l.O == nil || l.IsNone() {
					if l = stateOf(t).running(t); l.O == nil {
						return value{}, object.RuntimeErrorf("no running event loop")
					}
				}
				return orNone(stateOf(t).currentTask(l)), nil
			}},
			{Name: "_tasks_of", Sig: "(loop, /)", Fn: func(t *thread, a []value) (value, error) {
				var items []value
				if a[0].O.Type.Solid == &LoopType {
					for k := range object.As[Loop](a[0]).tasks {
						items = append(items, k.value())
					}
				}
				return object.NewList(items...), nil
			}},
			{Name: "_enter_task", Sig: "(loop, task)", Fn: func(t *thread, a []value) (value, error) {
				st := stateOf(t)
				if cur := st.currentTask(a[0]); cur.O != nil {
					return value{}, object.RuntimeErrorf("Cannot enter into task %s while another task %s is being executed.", object.MustReprT(t, a[1]), object.MustReprT(t, cur))
				}
				st.setCurrent(a[0], a[1])
				return object.None, nil
			}},
			{Name: "_leave_task", Sig: "(loop, task)", Fn: func(t *thread, a []value) (value, error) {
				st := stateOf(t)
				if cur := st.currentTask(a[0]); cur != a[1] {
					return value{}, object.RuntimeErrorf("Leaving task %s does not match the current task %s.", object.MustReprT(t, a[1]), object.MustReprT(t, orNone(cur)))
				}
				st.setCurrent(a[0], value{})
				return object.None, nil
			}},
		},
	}
}
