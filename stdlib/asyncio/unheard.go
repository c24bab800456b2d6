package asyncio

// What would be lost in silence: exceptions of futures that nobody asks for,
// and tasks that are still pending when the program ends.

import (
	"sort"

	"github.com/gopy-lang/gopy/object"
)

// watch reports f's exception when f is collected, or the program ends, before
// anybody has asked for it.
func (f *Future) watch(t *thread) {
	f.logTB = true
	t.Interp.OnCollect(f.value(), unheard)
	t.Interp.AtEnd(f.value(), func(t *thread, v value) {
		if object.As[Future](v).logTB {
			t.Interp.OnCollect(v, nil)
			unheard(t, v)
		}
	})
}

// heard notes that f's exception has been asked for. The finalizer goes: it
// would keep cycles through the traceback alive.
func (f *Future) heard(t *thread) {
	if f.logTB {
		f.logTB = false
		t.Interp.OnCollect(f.value(), nil)
	}
}

func unheard(t *thread, v value) {
	f := object.As[Future](v)
	if !f.logTB {
		return
	}
	f.logTB = false
	tell(t, f.loop, v.O.Type.Name+" exception was never retrieved", map[string]value{"exception": f.exc.Value(), "future": v})
}

// tell calls loop's exception handler; when that fails nobody is left to hear.
func tell(t *thread, loop value, message string, details map[string]value) {
	d := object.NewDict()
	d.SetGo(t, "message", object.NewStr(message))
	for k, v := range details {
		d.SetGo(t, k, v)
	}
	saved := t.Exc
	t.Exc = nil
	_, err := object.CallMethod(t, loop, "call_exception_handler", object.Wrap(d))
	t.Exc = saved
	if e, ok := err.(*object.Exception); ok {
		object.WriteUnraisable(t, e, "Exception ignored in the loop's exception handler", value{})
	}
}

// atEnd tells about the tasks of a loop that will never go on.
func (l *Loop) atEnd(t *thread) {
	var left []*Task
	for k := range l.tasks {
		if k.state == pending && k.logPending {
			left = append(left, k)
		}
	}
	name := func(k *Task) string { s, _ := object.ToStr(t, orNone(k.name)); return s }
	sort.Slice(left, func(i, j int) bool {
		a, b := name(left[i]), name(left[j])
		return len(a) < len(b) || len(a) == len(b) && a < b
	})
	for _, k := range left {
		tell(t, l.me, "Task was destroyed but it is pending!", map[string]value{"task": k.value()})
	}
}
