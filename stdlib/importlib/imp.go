package importlib

import (
	"strings"

	"github.com/gopy-lang/gopy/internal/siphash"
	"github.com/gopy-lang/gopy/object"
)

// Magic is the number at the start of compiled files. It changes with the
// format of code objects.
const Magic = 0x0a0d0000 | 0x7901

// imp declares _imp.
func imp() object.ModuleSpec {
	return object.ModuleSpec{Name: "_imp", Doc: "What importlib needs of the interpreter.", Funcs: rows, Types: []*object.Type{&object.ModuleLockType},
		Init: func(t *thread, m *object.Module) error {
			m.Set(t, "_ModuleSpec", object.Wrap(&object.SpecType))
			m.Set(t, "check_hash_based_pycs", object.NewStr("default"))
			m.Set(t, "pyc_magic_number_token", object.Int(Magic))
			tp, err := t.Interp.DeadlockErrorType(t)
			if err == nil {
				m.Set(t, "_DeadlockError", object.Wrap(tp))
			}
			return err
		}}
}

// state is the import lock and what tests override.
type state struct {
	lock   *object.ModuleLock
	depth  int
	frozen int // _override_frozen_modules_for_tests
	multi  int
}

type stateKey struct{}

func stateOf(t *thread) *state {
	if v, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return v.(*state)
	}
	l := t.Interp.ModuleLock("")
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, &state{lock: l})
	return v.(*state)
}

// library returns the declaration of a library module, or nil.
func library(t *thread, name string) *object.ModuleSpec {
	if t.Interp.Loader == nil {
		return nil
	}
	f := t.Interp.Loader.FindModule(name)
	if f == nil {
		return nil
	}
	s := f()
	return &s
}

// always are modules that exist without a declaration.
func always(n string) bool { return n == "sys" || n == "builtins" }

func builtinModule(t *thread, n string) bool {
	if always(n) {
		return true
	}
	s := library(t, n)
	return s != nil && s.Kind() == object.LoaderBuiltin
}

func frozenModule(t *thread, n string) *object.ModuleSpec {
	if s := library(t, n); s != nil && s.Kind() == object.LoaderFrozen {
		return s
	}
	return nil
}

func nameArg(f string, v value) (string, error) {
	s, ok := object.AsStr(v)
	if !ok {
		return "", object.TypeErrorf("%s() argument must be str, not %s", f, v.O.Type.MsgName())
	}
	return s.String(), nil
}

func noFrozen(n string) error {
	e := object.Errorf(&object.ImportErrorType, "No such frozen object named %s", n)
	e.SetField("name", object.NewStr(n))
	return e
}

// ownParent reports whether the package of module n is the library's.
func ownParent(t *thread, n string) bool {
	i := strings.LastIndexByte(n, '.')
	if i < 0 {
		return true
	}
	p, ok := t.Interp.Modules.GetGo(t, n[:i])
	return ok && p.Is(&object.ModuleType) && object.As[object.Module](p).Own
}

// found is the result of find_frozen for module n.
func found(s *object.ModuleSpec) value {
	return object.NewTuple(object.None, object.Bool(s.Package), object.NewStr(s.Name))
}

// create makes the empty module of a spec.
func create(t *thread, a []value) (value, error) {
	v, err := object.GetAttrStr(t, a[0], "name")
	if err != nil {
		return value{}, err
	}
	n, err := nameArg("create_builtin", v)
	if err != nil {
		return value{}, err
	}
	if n == "" {
		return value{}, object.ValueErrorf("name must not be empty")
	}
	if always(n) {
		if m, ok := t.Interp.Modules.GetGo(t, n); ok {
			return m, nil
		}
		if n == "sys" {
			return object.Wrap(t.Interp.Sys), nil
		}
	}
	s := library(t, n)
	if s == nil {
		return object.None, nil
	}
	m := s.Make(t)
	m.D.DelStr(t.Intern("__spec__"))
	return object.Wrap(m), nil
}

// fill runs module m, whose library name is n.
func fill(t *thread, m value, n string) error {
	if !m.Is(&object.ModuleType) {
		return object.TypeErrorf("module expected, got %s", m.O.Type.MsgName())
	}
	s := library(t, n)
	if s == nil {
		return nil
	}
	return s.Fill(t, object.As[object.Module](m))
}

func execBuiltin(t *thread, a []value) (value, error) {
	if !a[0].Is(&object.ModuleType) {
		return object.Int(0), nil
	}
	m := object.As[object.Module](a[0])
	v, ok := m.D.GetGo(t, "__name__")
	n, isStr := object.AsStr(v)
	if !ok || !isStr || always(n.String()) {
		return object.Int(0), nil
	}
	if _, ran := m.D.GetGo(t, "__builtins__"); ran {
		return object.Int(0), nil
	}
	return object.Int(0), fill(t, a[0], n.String())
}

func override(t *thread, v value, f func(s *state) *int) (value, error) {
	n, err := object.SsizeArg(t, v)
	if err != nil {
		return value{}, err
	}
	p := f(stateOf(t))
	old := *p
	*p = n
	return object.IntOf(old), nil
}

var rows = []object.Func{
	{Name: "lock_held", Sig: "()", Doc: "Whether a thread has the import lock.", Fn: func(t *thread, a []value) (value, error) {
		return object.Bool(stateOf(t).depth > 0), nil
	}},
	{Name: "acquire_lock", Sig: "()", Doc: "Take the import lock.", Fn: func(t *thread, a []value) (value, error) {
		s := stateOf(t)
		if err := s.lock.Lock(t); err != nil {
			return value{}, err
		}
		s.depth++
		return object.None, nil
	}},
	{Name: "release_lock", Sig: "()", Doc: "Give the import lock back.", Fn: func(t *thread, a []value) (value, error) {
		s := stateOf(t)
		if s.depth == 0 || s.lock.Release(t) != nil {
			return value{}, object.RuntimeErrorf("not holding the import lock")
		}
		s.depth--
		return object.None, nil
	}},
	{Name: "_module_lock", Sig: "(name, /)", Doc: "The lock of a module that is being imported.", Fn: func(t *thread, a []value) (value, error) {
		n, err := nameArg("_module_lock", a[0])
		return object.Wrap(t.Interp.ModuleLock(n)), err
	}},
	{Name: "_locked_modules", Sig: "()", Doc: "The names of the modules whose locks are in use.", Fn: func(t *thread, a []value) (value, error) {
		var out []value
		for _, n := range t.Interp.ModuleLocks() {
			if n != "" {
				out = append(out, object.NewStr(n))
			}
		}
		return object.NewList(out...), nil
	}},
	{Name: "_set_finders", Sig: "(meta, hooks, module, /)", Fn: func(t *thread, a []value) (value, error) {
		meta, err := object.Items(t, a[0])
		if err != nil {
			return value{}, err
		}
		hooks, err := object.Items(t, a[1])
		if err != nil {
			return value{}, err
		}
		if rt, ok := t.Interp.Runtime.(object.ImportRuntime); ok {
			rt.SetFinders(append([]value(nil), meta...), append([]value(nil), hooks...), a[2])
		}
		return object.None, nil
	}},
	{Name: "extension_suffixes", Sig: "()", Doc: "Suffixes of extension modules.", Fn: func(t *thread, a []value) (value, error) { return object.NewList(), nil }},
	{Name: "is_builtin", Sig: "(name, /)", Doc: "1 if the module is built in, -1 if it cannot be made again.", Fn: func(t *thread, a []value) (value, error) {
		n, err := nameArg("is_builtin", a[0])
		switch {
		case err != nil:
			return value{}, err
		case always(n):
			return object.Int(-1), nil
		case builtinModule(t, n) && ownParent(t, n):
			return object.Int(1), nil
		}
		return object.Int(0), nil
	}},
	{Name: "is_frozen", Sig: "(name, /)", Doc: "Whether the module is a library module written in Python.", Fn: func(t *thread, a []value) (value, error) {
		n, err := nameArg("is_frozen", a[0])
		return object.Bool(err == nil && frozenModule(t, n) != nil), err
	}},
	{Name: "is_frozen_package", Sig: "(name, /)", Doc: "Whether the library module is a package.", Fn: func(t *thread, a []value) (value, error) {
		n, err := nameArg("is_frozen_package", a[0])
		if err != nil {
			return value{}, err
		}
		s := frozenModule(t, n)
		if s == nil {
			return value{}, noFrozen(n)
		}
		return object.Bool(s.Package), nil
	}},
	{Name: "find_frozen", Sig: "(name, /, *, withdata=False)", Doc: "Find a library module that no file hides.", Fn: func(t *thread, a []value) (value, error) {
		n, err := nameArg("find_frozen", a[0])
		if err != nil {
			return value{}, err
		}
		if s := frozenModule(t, n); s != nil && t.Interp.Loader.Core(n) && ownParent(t, n) {
			return found(s), nil
		}
		return object.None, nil
	}},
	{Name: "_find_library", Sig: "(name, /)", Doc: "Find a library module.", Fn: func(t *thread, a []value) (value, error) {
		n, err := nameArg("_find_library", a[0])
		if err != nil {
			return value{}, err
		}
		if s := library(t, n); s != nil && ownParent(t, n) {
			return found(s), nil
		}
		return object.None, nil
	}},
	{Name: "get_frozen_object", Sig: "(name, data=None, /)", Doc: "The code object of a library module.", Fn: func(t *thread, a []value) (value, error) {
		n, err := nameArg("get_frozen_object", a[0])
		if err != nil {
			return value{}, err
		}
		s := frozenModule(t, n)
		if s == nil {
			return value{}, noFrozen(n)
		}
		return t.Interp.Runtime.CompileSource(t, object.NewStr(s.Source), s.Filename(), "exec", 0, true, -1)
	}},
	{Name: "init_frozen", Sig: "(name, /)", Doc: "Import a library module.", Fn: func(t *thread, a []value) (value, error) {
		n, err := nameArg("init_frozen", a[0])
		if err != nil {
			return value{}, err
		}
		s := frozenModule(t, n)
		if s == nil {
			return object.None, nil
		}
		m, err := s.Load(t)
		if err != nil {
			return value{}, err
		}
		return object.Wrap(m), nil
	}},
	{Name: "_create_library", Sig: "(spec, /)", Doc: "Make the empty module of a library module.", Fn: create},
	{Name: "_exec_library", Sig: "(module, name, /)", Doc: "Run a library module.", Fn: func(t *thread, a []value) (value, error) {
		n, err := nameArg("_exec_library", a[1])
		if err != nil {
			return value{}, err
		}
		return object.None, fill(t, a[0], n)
	}},
	{Name: "create_builtin", Sig: "(spec, /)", Doc: "Make the empty module of a built-in module.", Fn: create},
	{Name: "exec_builtin", Sig: "(mod, /)", Doc: "Fill a built-in module.", Fn: execBuiltin},
	{Name: "_fix_co_filename", Sig: "(code, path, /)", Doc: "Change the file name of a code object and of those in it.", Fn: func(t *thread, a []value) (value, error) {
		if f, ok := t.Interp.Runtime.(interface{ SetFilename(code value, file string) }); ok {
			n, err := nameArg("_fix_co_filename", a[1])
			if err != nil {
				return value{}, err
			}
			f.SetFilename(a[0], n)
		}
		return object.None, nil
	}},
	{Name: "source_hash", Sig: "(key, source)", Doc: "The hash of a source file.", Fn: func(t *thread, a []value) (value, error) {
		k, err := object.SsizeArg(t, a[0])
		if err != nil {
			return value{}, err
		}
		b, ok := object.BytesOf(a[1])
		if !ok {
			return value{}, object.TypeErrorf("a bytes-like object is required, not '%s'", a[1].O.Type.MsgName())
		}
		h := siphash.Keyed(uint64(k), 0, b)
		out := make([]byte, 8)
		for i := range out {
			out[i] = byte(h >> (8 * i))
		}
		return object.NewBytes(out), nil
	}},
	{Name: "_override_frozen_modules_for_tests", Sig: "(override, /)", Fn: func(t *thread, a []value) (value, error) {
		_, err := override(t, a[0], func(s *state) *int { return &s.frozen })
		return object.None, err
	}},
	{Name: "_override_multi_interp_extensions_check", Sig: "(override, /)", Fn: func(t *thread, a []value) (value, error) {
		return override(t, a[0], func(s *state) *int { return &s.multi })
	}},
	{Name: "_frozen_module_names", Sig: "()", Doc: "The names of the library modules written in Python.", Fn: func(t *thread, a []value) (value, error) {
		var out []value
		for _, n := range t.Interp.Loader.ModuleNames() {
			if frozenModule(t, n) != nil {
				out = append(out, object.NewStr(n))
			}
		}
		return object.NewList(out...), nil
	}},
}
