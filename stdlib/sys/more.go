package sys

import (
	"os"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// breakpoint is sys.breakpointhook: it calls what PYTHONBREAKPOINT names, or
// pdb.set_trace.
func breakpoint(t *thread, args, kw []value) (value, error) {
	name := os.Getenv("PYTHONBREAKPOINT")
	switch name {
	case "0":
		return object.None, nil
	case "":
		name = "pdb.set_trace"
	}
	i := strings.LastIndexByte(name, '.')
	module := "builtins"
	if i >= 0 {
		module = name[:i]
	}
	m, err := object.ImportModule(t, module)
	if err == nil {
		var f value
		if f, err = object.GetAttrStr(t, m, name[i+1:]); err == nil {
			return object.Call(t, f, args, kw)
		}
	}
	if !object.IsExc(err, &object.ImportErrorType) && !object.IsExc(err, &object.AttributeErrorType) {
		return value{}, err
	}
	return object.None, object.Warn(t, &object.RuntimeWarningType, "Ignoring unimportable $PYTHONBREAKPOINT: \""+name+"\"")
}

var breakpointRow = object.Func{Name: "breakpointhook", Sig: "(*args, **kws)", Doc: "Call what the variable PYTHONBREAKPOINT names."}

// auditKey is where the hooks of addaudithook are kept.
type auditKey struct{}

func auditHooks(t *thread) []value {
	v, ok := t.Interp.Extra.Load(auditKey{})
	if !ok {
		return nil
	}
	return v.([]value)
}

// audit is sys.audit: it tells the hooks about an event.
func audit(t *thread, a []value) (value, error) {
	if _, ok := object.AsStr(a[0]); !ok {
		return value{}, object.TypeErrorf("expected str for argument 'event', not %s", a[0].O.Type.MsgName())
	}
	event, args := a[0], a[1]
	for _, h := range auditHooks(t) {
		if _, err := object.CallArgs(t, h, event, args); err != nil {
			return value{}, err
		}
	}
	return object.None, nil
}

func addAuditHook(t *thread, a []value) (value, error) {
	hook := a[0]
	for _, h := range auditHooks(t) {
		if _, err := object.CallArgs(t, h, object.NewStr("sys.addaudithook"), object.NewTuple()); err != nil {
			if object.IsExc(err, &object.RuntimeErrorType) {
				return object.None, nil // that hook wants no others
			}
			return value{}, err
		}
	}
	t.Interp.Extra.Store(auditKey{}, append(append([]value(nil), auditHooks(t)...), hook))
	return object.None, nil
}

// none makes a function that does nothing.
func none(name, sig string) object.Func {
	return object.Func{Name: name, Sig: sig, Fn: func(t *thread, a []value) (value, error) { return object.None, nil }}
}

func never(name, doc string) object.Func {
	return object.Func{Name: name, Sig: "()", Doc: doc, Fn: func(t *thread, a []value) (value, error) { return object.False, nil }}
}

// forward makes the variant of a function that is for all threads; gopy sets it
// for the calling one and, through threading, for those to come.
func forward(name, to string) object.Func {
	return object.Func{Name: name, Sig: "(function, /)", Fn: func(t *thread, a []value) (value, error) {
		return object.CallMethod(t, object.Wrap(t.Interp.Sys), to, a[0])
	}}
}

var moreFuncs = []object.Func{
	{Name: "addaudithook", Sig: "(hook)", Doc: "Add a function that sys.audit calls.", Fn: addAuditHook},
	{Name: "audit", Sig: "(event, /, *args)", Doc: "Tell the audit hooks about an event.", Fn: audit},
	none("_clear_internal_caches", "()"),
	none("_clear_type_descriptors", "(type, /)"),
	none("deactivate_stack_trampoline", "()"),
	none("setdlopenflags", "(flags, /)"),
	never("is_stack_trampoline_active", "Whether a trampoline for profilers is active: never."),
	never("is_remote_debug_enabled", "Whether remote_exec works: never."),
	forward("_setprofileallthreads", "setprofile"),
	forward("_settraceallthreads", "settrace"),
	{Name: "activate_stack_trampoline", Sig: "(backend, /)", Fn: func(t *thread, a []value) (value, error) {
		return value{}, object.ValueErrorf("perf trampoline not available")
	}},
	{Name: "remote_exec", Sig: "(pid, script)", Fn: func(t *thread, a []value) (value, error) {
		return value{}, object.RuntimeErrorf("Remote debugging is not enabled")
	}},
	{Name: "_is_immortal", Sig: "(op, /)", Doc: "Whether an object is never freed.", Fn: func(t *thread, a []value) (value, error) {
		tp := a[0].O.Type
		return object.Bool(a[0].IsNone() || a[0].IsBool() || tp == &object.TypeType && !object.As[object.Type](a[0]).IsHeap()), nil
	}},
	{Name: "_get_cpu_count_config", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Int(-1), nil }},
	{Name: "getdlopenflags", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Int(2), nil }},
	{Name: "getunicodeinternedsize", Sig: "(*, _only_immortal=False)", Doc: "The number of interned strings.", Fn: func(t *thread, a []value) (value, error) {
		return object.IntOf(t.Interp.Interned()), nil
	}},
	{Name: "_current_exceptions", Sig: "()", Doc: "The exception that the calling thread handles, by the thread's id.", Fn: func(t *thread, a []value) (value, error) {
		d := object.NewDict()
		return object.Wrap(d), d.Set(t, object.Int(t.G.ID()), t.Exc.Value())
	}},
}

// addMore adds what programs rarely ask for.
func addMore(t *thread, m *object.Module) {
	m.AddFuncs(t, "sys", moreFuncs)
	m.Set(t, "breakpointhook", object.Wrap(object.NewRawFunc(&breakpointRow, "sys", breakpoint)))
	m.Set(t, "_git", object.NewTuple(object.NewStr("gopy"), object.NewStr(""), object.NewStr("")))
	m.Set(t, "_framework", object.NewStr(""))
	m.Set(t, "_home", object.None)
	m.Set(t, "_stdlib_dir", object.None)
}
