package object

// Module objects.

import (
	"slices"
	"unsafe"
)

// ModuleType is the type of modules.
var ModuleType Type

// Module is a module object; its attributes are the namespace D. (Attrs is
// kept in dictionary mode on D.)
type Module struct {
	Header
	Attrs
	D   *Dict
	Own bool // one of gopy's own modules: missing names say so
}

const moduleAttrsOff = unsafe.Offsetof(Module{}.Attrs)

// NewModule returns an empty module.
func NewModule(t *Thread, n, doc string) *Module {
	m := &Module{Header: Header{&ModuleType}, D: NewDict()}
	m.Attrs.setDict(m.D)
	m.D.SetStr(nameName, NewStr(n))
	m.D.SetStr(nameDoc, docValue(doc))
	m.D.SetStr(namePackage, None)
	m.D.SetStr(nameLoader, None)
	m.D.SetStr(nameSpec, None)
	return m
}

// NewCoreModule returns an empty module that the interpreter has from the start.
func NewCoreModule(t *Thread, n, doc string) *Module {
	m := NewModule(t, n, doc)
	m.Own = true
	m.D.DelStr(nameLoader) // made when asked for
	m.D.SetStr(namePackage, NewStr(""))
	m.D.SetStr(nameSpec, Wrap(NewSpec(LoaderBuiltin, NewStr(n))))
	return m
}

// Set stores attribute n.
func (m *Module) Set(t *Thread, n string, v Value) { m.D.SetStr(t.Intern(n), v) }

// AddFuncs adds built-in functions from their rows.
func (m *Module) AddFuncs(t *Thread, module string, rows []Func) {
	for i := range rows {
		m.D.SetStr(t.Intern(rows[i].Name), Wrap(NewFunc(&rows[i], module)))
	}
}

func moduleGetAttr(t *Thread, v Value, n *Str) (Value, error) {
	r, err := genericGet(t, v, n)
	if err != nil || r.O != nil {
		return r, err
	}
	m := As[Module](v)
	if r, err = m.late(t, n); err != nil || r.O != nil {
		return r, err
	}
	if g, ok := m.Attrs.dict().GetStr(nameGetattr); ok {
		return CallArgs(t, g, Wrap(n))
	}
	return Value{}, m.noAttribute(t, n)
}

// late finds attributes of modules that are made when asked for: the loader,
// and of sys the state of the import system.
func (m *Module) late(t *Thread, n *Str) (Value, error) {
	d := m.Attrs.dict()
	if n == nameLoader {
		return LateGlobal(t, d, n)
	}
	if m == t.Interp.Sys && n == nameBuiltinNames && t.Interp.Loader != nil {
		v := t.Interp.builtinNames(t)
		d.SetStr(n, v)
		return v, nil
	}
	if m == t.Interp.Sys && (n == nameMetaPath || n == namePathHooks || n == namePathCache) && !t.Interp.ImportReady {
		if err := t.Interp.ReadyImport(t); err != nil {
			return Value{}, err
		}
		if v, ok := d.GetStr(n); ok {
			return v, nil
		}
	}
	return Value{}, nil
}

// builtinNames is sys.builtin_module_names: the modules without a Python part.
func (in *Interp) builtinNames(t *Thread) Value {
	names := []string{"builtins", "sys"}
	for _, n := range in.Loader.ModuleNames() {
		if s := in.Loader.FindModule(n)(); s.Kind() == LoaderBuiltin && parentName(n) == "" {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	items := make([]Value, len(names))
	for i, n := range names {
		items[i] = NewStr(n)
	}
	return NewTuple(items...)
}

// lateNames are the attributes of sys that late makes.
var lateNames = []*Str{nameMetaPath, namePathHooks, namePathCache, nameBuiltinNames}

func moduleDir(t *Thread, a []Value) (Value, error) {
	m := As[Module](a[0])
	d := m.Attrs.dict()
	if m.Type != &ModuleType {
		if x, err := GetAttrStr(t, a[0], "__dict__"); err != nil {
			return Value{}, err
		} else if !x.solid(&DictType) {
			return Value{}, TypeErrorf("<module>.__dict__ is not a dictionary")
		}
	}
	if f, ok := d.GetStr(nameDir); ok {
		return CallArgs(t, f)
	}
	list := keysList(d)
	if s := SpecOf(d); s != nil && s.Lazy != "" || t.Interp.isMain(m) {
		if _, ok := d.GetStr(nameLoader); !ok {
			As[List](list).Append(Wrap(nameLoader))
		}
	}
	if m == t.Interp.Sys {
		for _, n := range lateNames {
			if _, ok := d.GetStr(n); !ok {
				As[List](list).Append(Wrap(n))
			}
		}
	}
	return list, nil
}

func (in *Interp) isMain(m *Module) bool {
	v, ok := in.Modules.GetStr(nameMain)
	return ok && v == Wrap(m)
}

// LateGlobal finds a name of a module with namespace d that is made when asked
// for, the loader.
func LateGlobal(t *Thread, d *Dict, n *Str) (Value, error) {
	if n != nameLoader {
		return Value{}, nil
	}
	var v Value
	var err error
	if s := SpecOf(d); s != nil && s.Lazy != "" {
		v, err = s.Loader(t)
	} else if m, ok := t.Interp.Modules.GetStr(nameMain); ok && m.O.Type == &ModuleType && As[Module](m).D == d {
		v, err = mainLoader(t, d)
	} else {
		return Value{}, nil
	}
	if err == nil {
		d.SetStr(n, v)
	}
	return v, err
}

// mainLoader is the loader of __main__: of a script a file's, else that of
// built-in modules.
func mainLoader(t *Thread, d *Dict) (Value, error) {
	if err := t.Interp.ReadyImport(t); err != nil {
		return Value{}, err
	}
	x, err := ImportModule(t, "_frozen_importlib_external")
	if err != nil {
		return Value{}, err
	}
	kind := LoaderBuiltin
	f, ok := d.GetStr(nameFile)
	if ok {
		kind = LoaderFile
	}
	return CallMethod(t, x, "_lazy_loader", NewStr(kind), Wrap(nameMain), orNone(f))
}

// noAttribute is the error for an attribute that m does not have.
func (m *Module) noAttribute(t *Thread, n *Str) error {
	d, v := m.Attrs.dict(), Wrap(m)
	nm, ok := d.GetStr(nameName)
	mod, isStr := AsStr(nm)
	if !ok || !isStr {
		return attrErr(v, n, "module has no attribute '%s'", n.s)
	}
	spec, _ := d.GetStr(nameSpec)
	origin := SpecLocation(t, spec)
	if nm.O.Type != &StrType && t.Interp.MayShadow(origin) {
		if _, err := Hash(t, nm); err != nil {
			return err
		}
	}
	if hint := t.Interp.ShadowHint(origin, mod.s, specInitializing(t, spec)); hint != "" {
		return attrErr(v, n, "module '%s' has no attribute '%s' %s", mod.s, n.s, hint)
	}
	if specInitializing(t, spec) {
		if origin != "" {
			return attrErr(v, n, "partially initialized module '%s' from '%s' has no attribute '%s' (most likely due to a circular import)", mod.s, origin, n.s)
		}
		return attrErr(v, n, "partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)", mod.s, n.s)
	}
	if s := SpecOf(d); s != nil && s.Uninitialized(n.s) {
		return attrErr(v, n, "cannot access submodule '%s' of module '%s' (most likely due to a circular import)", n.s, mod.s)
	}
	if m.Own {
		return attrErr(v, n, "module '%s' has no attribute '%s' (gopy does not provide it)", mod.s, n.s)
	}
	return attrErr(v, n, "module '%s' has no attribute '%s'", mod.s, n.s)
}

func init() {
	ModuleType.Define(TypeSpec{
		Name: "module", Sig: "(name, doc=None)", Flags: FlagBase | FlagWeakref, Size: unsafe.Sizeof(Module{}), AttrsOff: moduleAttrsOff,
		Doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
		Slots: Slots{GetAttr: moduleGetAttr, New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
			m := Alloc[Module](tp, &ModuleType)
			m.D = NewDict()
			m.Attrs.shape, m.Attrs.ID = nil, 0
			m.Attrs.setDict(m.D)
			return Wrap(m), nil
		}, Init: func(t *Thread, self Value, args, kw []Value) error {
			a, err := bind(t, modulePlan, "module", Value{}, args, kw)
			if err != nil {
				return err
			}
			if !a[0].solid(&StrType) {
				return TypeErrorf("module() argument 'name' must be str, not %s", a[0].O.Type.MsgName())
			}
			d := As[Module](self).Attrs.dict()
			d.SetStr(nameName, a[0])
			d.SetStr(nameDoc, orNone(a[1]))
			for _, n := range []string{"__package__", "__loader__", "__spec__"} {
				d.SetStr(name2(t, n), None)
			}
			return nil
		}, Repr: moduleRepr,
			Traverse: func(v Value, visit func(Value)) { visit(Wrap(As[Module](v).Attrs.dict())) }},
		GetSets: []GetSet{
			{"__dict__", "", func(t *Thread, v Value) (Value, error) { return Wrap(As[Module](v).Attrs.dict()), nil }, nil},
			{"__annotations__", "", moduleAnnotations, func(t *Thread, v, val Value) error {
				d := As[Module](v).Attrs.dict()
				if val.O == nil {
					if !d.DelStr(nameAnnotations) {
						return AttributeErrorf("__annotations__")
					}
				} else {
					d.SetStr(nameAnnotations, val)
				}
				d.DelStr(nameAnnotate)
				return nil
			}},
			{"__annotate__", "", func(t *Thread, v Value) (Value, error) {
				if f, ok := As[Module](v).Attrs.dict().GetStr(nameAnnotate); ok {
					return f, nil
				}
				return None, nil
			}, func(t *Thread, v, val Value) error {
				d := As[Module](v).Attrs.dict()
				if val.O == nil {
					return TypeErrorf("cannot delete __annotate__ attribute")
				}
				if !val.IsNone() && !Callable(val) {
					return TypeErrorf("__annotate__ must be callable or None")
				}
				d.SetStr(nameAnnotate, val)
				if !val.IsNone() {
					d.DelStr(nameAnnotations)
				}
				return nil
			}},
		},
		Methods: []Func{{"__dir__", "($self, /)", "__dir__() -> list\nspecialized dir() implementation", moduleDir}},
	})
}

// moduleRepr describes a module by its spec or, if it has none, by what it has
// itself.
func moduleRepr(t *Thread, v Value) (Value, error) {
	d := As[Module](v).Attrs.dict()
	nm, loader, origin := NewStr("?"), None, None
	where := true // origin is a place
	if spec, ok := d.GetStr(nameSpec); ok && !spec.IsNone() {
		var err error
		attr := func(n *Str) Value {
			var x Value
			if err == nil {
				x, err = GetAttrOpt(t, spec, n)
			}
			return orNone(x)
		}
		if n := attr(nameSpecName); !n.IsNone() {
			nm = n
		}
		if origin = attr(nameSpecOrigin); origin.IsNone() {
			loader = attr(nameSpecLoader)
		} else if h := attr(nameHasLocation); err == nil {
			where, err = Truth(t, h)
		}
		if err != nil {
			return Value{}, err
		}
	} else {
		if n, ok := d.GetStr(nameName); ok {
			nm = n
		}
		if f, ok := d.GetStr(nameFile); ok {
			origin = f
		} else if l, ok := d.GetStr(nameLoader); ok {
			loader = l
		}
	}
	return moduleText(t, nm, origin, loader, where)
}

func moduleText(t *Thread, nm, origin, loader Value, where bool) (Value, error) {
	text, err := Repr(t, nm)
	if err != nil {
		return Value{}, err
	}
	text = "<module " + text
	var r string
	switch {
	case !origin.IsNone() && where:
		r, err = Repr(t, origin)
		text += " from " + r
	case !origin.IsNone():
		r, err = ToStr(t, origin)
		text += " (" + r + ")"
	case loader.IsNone():
	case loader.O.Type.Name == "NamespaceLoader":
		p, e2 := GetAttrStr(t, loader, "_path")
		if e2 != nil {
			return Value{}, e2
		}
		items, e2 := Items(t, p)
		if e2 != nil {
			return Value{}, e2
		}
		r, err = Repr(t, NewList(items...))
		text += " (namespace) from " + r
	default:
		r, err = Repr(t, loader)
		text += " (" + r + ")"
	}
	return NewStr(text + ">"), err
}

func name2(t *Thread, s string) *Str { return t.Intern(s) }

func moduleAnnotations(t *Thread, v Value) (Value, error) {
	d := As[Module](v).Attrs.dict()
	if a, ok := d.GetStr(nameAnnotations); ok {
		return a, nil
	}
	r := Wrap(NewDict())
	if f, ok := d.GetStr(nameAnnotate); ok && Callable(f) {
		x, err := CallArgs(t, f, Int(1))
		if err != nil {
			return Value{}, err
		}
		if !x.solid(&DictType) {
			return Value{}, TypeErrorf("__annotate__ returned non-dict of type '%s'", x.O.Type.MsgName())
		}
		r = x
	}
	if spec, ok := d.GetStr(nameSpec); ok && specInitializing(t, spec) {
		return r, nil // more may follow
	}
	d.SetStr(nameAnnotations, r)
	return r, nil
}

// UseDict makes d the module's namespace.
func (m *Module) UseDict(d *Dict) {
	m.D = d
	m.Attrs.setDict(d)
}
