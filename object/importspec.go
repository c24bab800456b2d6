package object

// importlib.machinery.ModuleSpec (library reference, "importlib.machinery").
// It is a built-in type so that the interpreter can give each module its spec
// without running the importlib written in Python.

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/stdnames"
	"github.com/gopy-lang/gopy/signature"
)

var (
	nameSpec         = name("__spec__")
	nameLoader       = name("__loader__")
	namePackage      = name("__package__")
	namePath         = name("__path__")
	nameSpecName     = name("name")
	nameSpecLoader   = name("loader")
	nameBuiltinNames = name("builtin_module_names")
	nameMetaPath     = name("meta_path")
	namePathHooks    = name("path_hooks")
	namePathCache    = name("path_importer_cache")
	nameHasLocation  = name("has_location")
	nameMain         = name("__main__")
	nameSpecOrigin   = name("origin")
	nameInitializing = name("_initializing")
	specPlan         = signature.MustParse("(name, loader, *, origin=None, loader_state=None, is_package=None)")
)

// SpecType is importlib.machinery.ModuleSpec.
var SpecType Type

// Spec is a ModuleSpec. Missing values read as None.
type Spec struct {
	Header
	Attrs                      // what a program adds
	Name, Origin, Cached, Path Value
	State                      Value // loader_state
	Uninit                     Value // the list _uninitialized_submodules
	HasLocation                bool
	Initializing               bool   // _initializing: the module's code runs
	Lazy                       string // the kind of the loader that is made when asked for, or ""
	loader                     Value
}

// CacheTag is sys.implementation.cache_tag.
const CacheTag = "gopy-314"

// CachedName is where the compiled form of a source file would be.
func CachedName(file string) string {
	dir, base := filepath.Split(file)
	return dir + "__pycache__" + string(filepath.Separator) + strings.TrimSuffix(base, ".py") + "." + CacheTag + ".pyc"
}

// ImportRuntime is implemented by a Runtime that imports by itself while the
// finders of the import system are the usual ones.
type ImportRuntime interface {
	// SetFinders tells what sys.meta_path and sys.path_hooks usually hold, and
	// the module that imports when they hold something else.
	SetFinders(meta, hooks []Value, bootstrap Value)
}

// The kinds of loaders in Spec.Lazy.
const (
	LoaderBuiltin = "built-in"
	LoaderFrozen  = "frozen"
	LoaderFile    = "file"
)

// NewSpec returns the spec of a module that the interpreter loads by itself
// with a loader of a kind.
func NewSpec(kind string, modname Value) *Spec {
	s := &Spec{Header: Header{&SpecType}, Name: modname, Lazy: kind}
	if kind != LoaderFile {
		s.Origin = Wrap(NewStatic(kind))
	}
	return s
}

// SpecOf returns the spec in namespace d of a module if it is a Spec, or nil.
func SpecOf(d *Dict) *Spec {
	if v, ok := d.GetStr(nameSpec); ok && v.solid(&SpecType) {
		return As[Spec](v)
	}
	return nil
}

// Loader returns the spec's loader.
func (s *Spec) Loader(t *Thread) (Value, error) {
	if s.Lazy == "" {
		return orNone(s.loader), nil
	}
	if err := t.Interp.ReadyImport(t); err != nil {
		return Value{}, err
	}
	x, err := ImportModule(t, "_frozen_importlib_external")
	if err != nil {
		return Value{}, err
	}
	v, err := CallMethod(t, x, "_lazy_loader", NewStr(s.Lazy), s.Name, orNone(s.Origin))
	if err == nil && s.Lazy != "" {
		s.loader, s.Lazy = v, ""
	}
	return orNone(s.loader), err
}

// SpecLocation returns the file that a module's spec tells, or "".
func SpecLocation(t *Thread, spec Value) string {
	if spec.O == nil || spec.IsNone() {
		return ""
	}
	has, err := GetAttrOpt(t, spec, nameHasLocation)
	if err != nil || has.O == nil {
		return ""
	}
	if ok, err := Truth(t, has); err != nil || !ok {
		return ""
	}
	v, err := GetAttrOpt(t, spec, nameSpecOrigin)
	if s, ok := AsStr(orNone(v)); err == nil && ok {
		return s.s
	}
	return ""
}

// SpecInitializing reports whether the code of the module with a spec runs.
func SpecInitializing(t *Thread, spec Value) bool { return specInitializing(t, spec) }

func specInitializing(t *Thread, spec Value) bool {
	if spec.O == nil || spec.IsNone() {
		return false
	}
	if spec.O.Type == &SpecType {
		return As[Spec](spec).Initializing
	}
	v, err := GetAttrOpt(t, spec, nameInitializing)
	if err != nil || v.O == nil {
		return false
	}
	ok, err := Truth(t, v)
	return err == nil && ok
}

// ShadowHint is what messages about a missing name of a module say if the
// module's file, in the program's folder, may hide the one that was meant.
func (in *Interp) ShadowHint(origin, module string, initializing bool) string {
	if !in.MayShadow(origin) {
		return ""
	}
	if stdnames.Has(module) {
		return fmt.Sprintf("(consider renaming %s since it has the same name as the standard library module named '%s' and prevents importing that standard library module)", ReprString(origin), module)
	}
	if initializing {
		return fmt.Sprintf("(consider renaming %s if it has the same name as a library you intended to import)", ReprString(origin))
	}
	return ""
}

// MayShadow reports whether a module's file is in the program's folder.
func (in *Interp) MayShadow(origin string) bool {
	return origin != "" && !in.SafePath && in.inProgramFolder(origin)
}

func (in *Interp) inProgramFolder(origin string) bool {
	dir, file := filepath.Split(origin)
	dir = filepath.Clean(dir)
	if file == "__init__.py" {
		dir = filepath.Dir(dir)
	}
	root := in.ProgramFolder
	if root == "" {
		root, _ = os.Getwd()
	}
	return dir == root
}

// ReadyImport runs the part of the import system that is written in Python and
// with it fills sys.meta_path and its company.
func (in *Interp) ReadyImport(t *Thread) error {
	if in.ImportReady {
		return nil
	}
	in.ImportReady = true
	m, err := ImportModule(t, "_frozen_importlib")
	if err == nil {
		_, err = CallMethod(t, m, "_start")
	}
	if err != nil {
		in.ImportReady = false
	}
	return err
}

// Begin notes that submodule n is being imported, until End.
func (s *Spec) Begin(n string) {
	if l := s.list(); l.O.Type == &ListType {
		As[List](l).Append(NewStr(n))
	}
}

// End undoes Begin.
func (s *Spec) End() {
	if l := s.list(); l.O.Type == &ListType {
		if list := As[List](l); list.Len() > 0 {
			list.Remove(list.Len()-1, list.Len())
		}
	}
}

func (s *Spec) list() Value {
	if s.Uninit.O == nil {
		s.Uninit = NewList()
	}
	return s.Uninit
}

// Uninitialized reports whether submodule n is being imported.
func (s *Spec) Uninitialized(n string) bool {
	if s.Uninit.O == nil || s.Uninit.O.Type != &ListType {
		return false
	}
	for _, x := range As[List](s.Uninit).Values() {
		if c, ok := AsStr(x); ok && c.s == n {
			return true
		}
	}
	return false
}

func specInit(t *Thread, self Value, args, kw []Value) error {
	a, err := bind(t, specPlan, "ModuleSpec", Value{}, args, kw)
	if err != nil {
		return err
	}
	s := As[Spec](self)
	s.Name, s.loader, s.Origin, s.State, s.Lazy = a[0], a[1], a[2], a[3], ""
	s.Path, s.Cached, s.HasLocation = None, None, false
	if a[4].O != nil {
		pkg, err := Truth(t, a[4])
		if err != nil {
			return err
		}
		if pkg {
			s.Path = NewList()
		}
	}
	return nil
}

func specRepr(t *Thread, v Value) (Value, error) {
	s := As[Spec](v)
	loader, err := s.Loader(t)
	if err != nil {
		return Value{}, err
	}
	out := v.O.Type.Name + "("
	for _, x := range []struct {
		n    string
		v    Value
		must bool
	}{{"name=", orNone(s.Name), true}, {", loader=", loader, true}, {", origin=", orNone(s.Origin), false}, {", submodule_search_locations=", orNone(s.Path), false}} {
		if !x.must && x.v.IsNone() {
			continue
		}
		r, err := Repr(t, x.v)
		if err != nil {
			return Value{}, err
		}
		out += x.n + r
	}
	return NewStr(out + ")"), nil
}

// specEqual compares what both specs' attributes say.
func specEqual(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	same := true
	for _, n := range []string{"name", "loader", "origin", "submodule_search_locations", "cached", "has_location"} {
		x, err := GetAttrStr(t, a, n)
		if err != nil {
			return Value{}, err
		}
		y, err := GetAttrOpt(t, b, t.Intern(n))
		if err != nil {
			return Value{}, err
		}
		if y.O == nil {
			return NotImplemented, nil
		}
		if same, err = Equal(t, x, y); err != nil {
			return Value{}, err
		}
		if !same {
			break
		}
	}
	return Bool(same == (op == CmpEQ)), nil
}

// specField is an attribute that is a field.
func specField(n string, f func(s *Spec) *Value) GetSet {
	return GetSet{n, "", func(t *Thread, v Value) (Value, error) { return orNone(*f(As[Spec](v))), nil },
		func(t *Thread, v, val Value) error { *f(As[Spec](v)) = val; return nil }}
}

func specBool(n string, f func(s *Spec) *bool) GetSet {
	return GetSet{n, "", func(t *Thread, v Value) (Value, error) { return Bool(*f(As[Spec](v))), nil },
		func(t *Thread, v, val Value) error {
			if val.O == nil {
				*f(As[Spec](v)) = false
				return nil
			}
			b, err := FlagValue(t, val)
			*f(As[Spec](v)) = b
			return err
		}}
}

func specParent(t *Thread, v Value) (Value, error) {
	s := As[Spec](v)
	if s.Path.O != nil && !s.Path.IsNone() {
		return s.Name, nil
	}
	if n, ok := AsStr(orNone(s.Name)); ok {
		return NewStr(parentName(n.s)), nil
	}
	r, err := CallMethod(t, s.Name, "rpartition", NewStr("."))
	if err != nil {
		return Value{}, err
	}
	return GetItem(t, r, Int(0))
}

// specCached finds the path of the compiled file if nobody has set it.
func specCached(t *Thread, v Value) (Value, error) {
	s := As[Spec](v)
	if c := orNone(s.Cached); !c.IsNone() || !s.HasLocation || orNone(s.Origin).IsNone() {
		return c, nil
	}
	if err := t.Interp.ReadyImport(t); err != nil {
		return Value{}, err
	}
	x, err := ImportModule(t, "_frozen_importlib_external")
	if err != nil {
		return Value{}, err
	}
	c, err := CallMethod(t, x, "_get_cached", s.Origin)
	if err == nil {
		s.Cached = c
	}
	return c, err
}

func init() {
	SpecType.Define(TypeSpec{
		Name: "ModuleSpec", Module: "_frozen_importlib", Sig: "(name, loader, *, origin=None, loader_state=None, is_package=None)", Flags: FlagBase,
		Size: unsafe.Sizeof(Spec{}), AttrsOff: unsafe.Offsetof(Spec{}.Attrs),
		Doc: "What the import system knows about a module: where it is and who loads it.",
		Slots: Slots{Repr: specRepr, RichCmp: specEqual, Init: specInit,
			New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
				return Wrap(Alloc[Spec](tp, &SpecType)), nil
			},
			Traverse: func(v Value, visit func(Value)) {
				s := As[Spec](v)
				TraverseAttrs(v, visit)
				for _, x := range []Value{s.Name, s.Origin, s.Cached, s.Path, s.State, s.Uninit, s.loader} {
					if x.O != nil {
						visit(x)
					}
				}
			}},
		GetSets: []GetSet{
			specField("name", func(s *Spec) *Value { return &s.Name }),
			{"loader", "", func(t *Thread, v Value) (Value, error) { return As[Spec](v).Loader(t) },
				func(t *Thread, v, val Value) error {
					s := As[Spec](v)
					s.loader, s.Lazy = val, ""
					return nil
				}},
			specField("origin", func(s *Spec) *Value { return &s.Origin }),
			specField("loader_state", func(s *Spec) *Value { return &s.State }),
			specField("submodule_search_locations", func(s *Spec) *Value { return &s.Path }),
			{"_uninitialized_submodules", "", func(t *Thread, v Value) (Value, error) { return As[Spec](v).list(), nil },
				func(t *Thread, v, val Value) error { As[Spec](v).Uninit = val; return nil }},
			specBool("_set_fileattr", func(s *Spec) *bool { return &s.HasLocation }),
			specBool("has_location", func(s *Spec) *bool { return &s.HasLocation }),
			specBool("_initializing", func(s *Spec) *bool { return &s.Initializing }),
			specField("_cached", func(s *Spec) *Value { return &s.Cached }),
			{"cached", "The path of the module's compiled file.", specCached, func(t *Thread, v, val Value) error { As[Spec](v).Cached = val; return nil }},
			{"parent", "The name of the package that the module is in.", specParent, nil},
		},
	})
}
