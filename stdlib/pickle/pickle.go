// Package pickle implements pickle (library reference, "pickle"): protocols 0
// to 5. Go callers may write and read
// the format with hooks of their own (Pickler, Unpickler).
package pickle

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

//go:embed pickle.py
var source string

type (
	value  = object.Value
	thread = object.Thread
)

// Modules declares pickle and its core.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"_pickle": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "_pickle", Doc: "Optimized C implementation for the Python pickle module.", Funcs: rows,
				Types: []*object.Type{&picklerType, &unpicklerType, &bufferType}, Init: initCore}
		},
		"pickle": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "pickle", Doc: "Create portable serialized representations of Python objects.", Source: source}
		},
	}
}

// state is what an interpreter's picklers share.
type state struct {
	base, pickling, unpickling               *object.Type
	dispatch, extensions, inverted, extCache *object.Dict // copyreg's tables
	names                                    map[string]value
}

type stateKey struct{}

// stateOf returns the interpreter's state, importing _pickle if need be.
func stateOf(t *thread) (*state, error) {
	if s, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return s.(*state), nil
	}
	if _, err := object.ImportModule(t, "_pickle"); err != nil {
		return nil, err
	}
	return mustState(t), nil
}

// mustState is stateOf where _pickle is imported.
func mustState(t *thread) *state {
	s, ok := t.Interp.Extra.Load(stateKey{})
	if !ok {
		panic("pickle: no state") // made by the module that holds the caller
	}
	return s.(*state)
}

func initCore(t *thread, m *object.Module) error {
	s := &state{names: map[string]value{}}
	base := &object.ExceptionType
	for _, e := range []struct {
		dst  **object.Type
		name string
	}{{&s.base, "PickleError"}, {&s.pickling, "PicklingError"}, {&s.unpickling, "UnpicklingError"}} {
		tp, err := object.NewExceptionType(t, "_pickle", e.name, base, "")
		if err != nil {
			return err
		}
		*e.dst = tp
		base = s.base
		m.Set(t, e.name, object.Wrap(tp))
	}
	reg, err := object.ImportModule(t, "copyreg")
	if err != nil {
		return err
	}
	for n, dst := range map[string]**object.Dict{"dispatch_table": &s.dispatch, "_extension_registry": &s.extensions,
		"_inverted_registry": &s.inverted, "_extension_cache": &s.extCache} {
		v, err := object.GetAttrStr(t, reg, n)
		if err != nil {
			return err
		}
		if v.O.Type != &object.DictType {
			return object.TypeErrorf("copyreg.%s should be a dict, not %s", n, v.O.Type.MsgName())
		}
		*dst = object.As[object.Dict](v)
	}
	t.Interp.Extra.Store(stateKey{}, s)
	return nil
}

// attr returns an attribute of a module of the library.
func (s *state) attr(t *thread, module, name string) (value, error) {
	m, err := importByName(t, module)
	if err != nil {
		return value{}, err
	}
	return object.GetAttrStr(t, m, name)
}

// newDump makes the pickler of dump and dumps.
func newDump(t *thread, proto, fix, buffers value) (*Pickler, error) {
	n, err := protocolArg(t, proto)
	if err != nil {
		return nil, err
	}
	f, err := arg.Bool(t, fix, true)
	if err != nil {
		return nil, err
	}
	cb, err := bufferCallback(buffers, n)
	if err != nil {
		return nil, err
	}
	p := &Pickler{Header: object.Header{Type: &picklerType}, t: t, st: mustState(t), callback: cb}
	p.init(n, f)
	return p, nil
}

func dumps(t *thread, a []value) (value, error) {
	p, err := newDump(t, a[1], a[2], a[3])
	if err != nil {
		return value{}, err
	}
	if err := p.dump(a[0]); err != nil {
		return value{}, err
	}
	return object.NewBytes(p.buf), nil
}

func dump(t *thread, a []value) (value, error) {
	p, err := newDump(t, a[2], a[3], a[4])
	if err != nil {
		return value{}, err
	}
	if p.write, err = object.GetAttrOpt(t, a[1], t.Intern("write")); err != nil {
		return value{}, err
	}
	if p.write.O == nil {
		return value{}, object.TypeErrorf("file must have a 'write' attribute")
	}
	return object.None, p.dump(a[0])
}

func loads(t *thread, a []value) (value, error) {
	b, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, err
	}
	u := &Unpickler{Header: object.Header{Type: &unpicklerType}, t: t, st: mustState(t), ready: true, data: b}
	if a[0].O.Type != &object.BytesType {
		u.data = append([]byte(nil), b...)
	}
	if err := u.options(a[1], a[2], a[3], a[4]); err != nil {
		return value{}, err
	}
	return u.load()
}

func load(t *thread, a []value) (value, error) {
	u := &Unpickler{Header: object.Header{Type: &unpicklerType}, t: t, st: mustState(t), ready: true}
	for i, n := range []string{"read", "readline"} {
		f, err := object.GetAttrOpt(t, a[0], t.Intern(n))
		if err != nil {
			return value{}, err
		}
		if f.O == nil {
			return value{}, object.TypeErrorf("file must have 'read' and 'readline' attributes")
		}
		*[]*value{&u.read, &u.readline}[i] = f
	}
	if err := u.options(a[1], a[2], a[3], a[4]); err != nil {
		return value{}, err
	}
	return u.load()
}

var rows = []object.Func{
	{Name: "dumps", Sig: "(obj, protocol=None, *, fix_imports=True, buffer_callback=None)", Doc: "Return the pickled representation of the object as a bytes object.", Fn: dumps},
	{Name: "dump", Sig: "(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)", Doc: "Write a pickled representation of obj to the open file object file.", Fn: dump},
	{Name: "loads", Sig: "(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", Doc: "Read and return an object from the given pickle data.", Fn: loads},
	{Name: "load", Sig: "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", Doc: "Read and return an object from the pickle data stored in a file.", Fn: load},
}
