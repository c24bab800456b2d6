package object

// Declaration of gopy's own modules.

// ModuleSpec declares a module of the library. It is read at first import.
// A name is defined in Go (Funcs, Types, Exceptions, Consts, Init) or in the
// Python part (Source), which runs last in the same namespace under the file
// name <frozen NAME>; never in both.
type ModuleSpec struct {
	Name, Doc string
	Package   bool // has submodules
	Funcs     []Func
	Types     []*Type          // by their names
	Consts    map[string]Value // immutable values only
	Source    string
	// Init adds what belongs to the interpreter: state, exceptions, streams.
	Init func(t *Thread, m *Module) error
}

// Load makes the module of spec and puts it into sys.modules.
func (s *ModuleSpec) Load(t *Thread) (*Module, error) {
	m := NewModule(t, s.Name, s.Doc)
	m.Own = true
	pkg := s.Name
	if s.Package {
		m.Set(t, "__path__", NewList())
	} else {
		pkg = parentName(s.Name)
	}
	m.Set(t, "__package__", NewStr(pkg))
	t.Interp.Modules.SetStr(t.Intern(s.Name), Wrap(m))
	m.AddFuncs(t, s.Name, s.Funcs)
	for _, tp := range s.Types {
		m.Set(t, tp.Name, Wrap(tp))
	}
	for n, v := range s.Consts {
		m.Set(t, n, v)
	}
	err := error(nil)
	if s.Init != nil {
		err = s.Init(t, m)
	}
	if err == nil && s.Source != "" {
		err = t.Interp.Runtime.RunSource(t, s.Source, "<frozen "+s.Name+">", m.D)
	}
	if err != nil {
		t.Interp.Modules.DelStr(t.Intern(s.Name))
		return nil, err
	}
	return m, nil
}

func parentName(n string) string {
	for i := len(n) - 1; i >= 0; i-- {
		if n[i] == '.' {
			return n[:i]
		}
	}
	return ""
}

// NewExceptionType makes an exception class of a Go-written module, a heap type
// of the interpreter: module.name derived from base.
func NewExceptionType(t *Thread, module, n string, base *Type, doc string) (*Type, error) {
	d := NewDict()
	d.SetStr(nameModule, NewStr(module))
	if doc != "" {
		d.SetStr(nameDoc, NewStr(doc))
	}
	v, err := newHeapType(t, &TypeType, n, []Value{Wrap(base)}, d, nil, nil)
	if err != nil {
		return nil, err
	}
	return As[Type](v), nil
}

// ImportModule imports name and returns the module itself, as
// importlib.import_module does.
func ImportModule(t *Thread, n string) (Value, error) {
	return t.Interp.Runtime.Import(t, n, Value{}, Value{}, NewTuple(NewStr("__name__")), 0)
}
