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
	File      string // name of Source in tracebacks, if not <frozen NAME>
	// Init adds what belongs to the interpreter: state, exceptions, streams.
	Init func(t *Thread, m *Module) error
}

// Kind is the kind of loader that modules like this one have.
func (s *ModuleSpec) Kind() string {
	if s.Source == "" && !s.Package {
		return LoaderBuiltin
	}
	return LoaderFrozen
}

// Make makes the module of spec, which is still empty.
func (s *ModuleSpec) Make(t *Thread) *Module {
	m := &Module{Header: Header{&ModuleType}, D: NewDict(), Own: true}
	m.Attrs.setDict(m.D)
	n := Wrap(t.Intern(s.Name))
	sp := NewSpec(s.Kind(), n)
	m.D.SetStr(nameName, n)
	m.D.SetStr(nameDoc, docValue(s.Doc))
	pkg := s.Name
	if s.Package {
		sp.Path = NewList()
		m.D.SetStr(namePath, sp.Path)
	} else {
		pkg = parentName(s.Name)
	}
	m.D.SetStr(namePackage, NewStr(pkg))
	m.D.SetStr(nameSpec, Wrap(sp))
	return m
}

// Fill gives module m what spec declares and runs its Python part.
func (s *ModuleSpec) Fill(t *Thread, m *Module) error {
	m.AddFuncs(t, s.Name, s.Funcs)
	for _, tp := range s.Types {
		m.Set(t, tp.Name, Wrap(tp))
	}
	for n, v := range s.Consts {
		m.Set(t, n, v)
	}
	if s.Init != nil {
		if err := s.Init(t, m); err != nil {
			return err
		}
	}
	if s.Source == "" {
		return nil
	}
	return t.Interp.Runtime.RunSource(t, s.Source, s.Filename(), m.D)
}

// Filename is the name of the Python part in tracebacks.
func (s *ModuleSpec) Filename() string {
	if s.File != "" {
		return s.File
	}
	return "<frozen " + s.Name + ">"
}

// Load makes the module of spec and puts it into sys.modules.
func (s *ModuleSpec) Load(t *Thread) (*Module, error) {
	m := s.Make(t)
	n := t.Intern(s.Name)
	t.Interp.Modules.SetStr(n, Wrap(m))
	sp := SpecOf(m.D)
	sp.Initializing = true
	err := s.Fill(t, m)
	sp.Initializing = false
	if err != nil {
		t.Interp.Modules.DelStr(n)
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
