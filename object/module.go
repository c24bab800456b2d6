package object

// Module objects.

import "unsafe"

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
		if s := SpecOf(d); s != nil && s.Lazy != "" {
			v, err := s.Loader(t)
			if err == nil {
				d.SetStr(n, v)
			}
			return v, err
		}
	}
	if n == nameLoader && t.Interp.isMain(m) {
		return m.mainLoader(t)
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

func (in *Interp) isMain(m *Module) bool {
	v, ok := in.Modules.GetStr(nameMain)
	return ok && v == Wrap(m)
}

// mainLoader is the loader of __main__: of a script a file's, else that of
// built-in modules.
func (m *Module) mainLoader(t *Thread) (Value, error) {
	d := m.Attrs.dict()
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
	v, err := CallMethod(t, x, "_lazy_loader", NewStr(kind), Wrap(nameMain), orNone(f))
	if err == nil {
		d.SetStr(nameLoader, v)
	}
	return v, err
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
		}, Repr: func(t *Thread, v Value) (Value, error) {
			d := As[Module](v).Attrs.dict()
			nm, r := "?", ""
			if x, ok := d.GetStr(nameName); ok {
				if s, err := Repr(t, x); err == nil {
					nm = s
				}
			}
			if f, ok := d.GetStr(nameFile); ok && f.solid(&StrType) {
				s, err := Repr(t, f)
				if err != nil {
					return Value{}, err
				}
				r = " from " + s
			} else if As[Module](v).Own || nm == "'builtins'" {
				r = " (built-in)"
			}
			return NewStr("<module " + nm + r + ">"), nil
		}, Traverse: func(v Value, visit func(Value)) { visit(Wrap(As[Module](v).Attrs.dict())) }},
		GetSets: []GetSet{
			{"__dict__", "", func(t *Thread, v Value) (Value, error) { return Wrap(As[Module](v).Attrs.dict()), nil }, nil},
			{"__annotations__", "", moduleAnnotations, func(t *Thread, v, val Value) error {
				d := As[Module](v).Attrs.dict()
				if val.O == nil {
					if !d.DelStr(nameAnnotations) {
						return AttributeErrorf("__annotations__")
					}
					return nil
				}
				d.SetStr(nameAnnotations, val)
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
				d.SetStr(nameAnnotate, val)
				if !val.IsNone() {
					d.DelStr(nameAnnotations)
				}
				return nil
			}},
		},
		Methods: []Func{{"__dir__", "($self, /)", "__dir__() -> list\nspecialized dir() implementation", func(t *Thread, a []Value) (Value, error) {
			d := As[Module](a[0]).Attrs.dict()
			if f, ok := d.GetStr(nameDir); ok {
				return CallArgs(t, f)
			}
			return keysList(d), nil
		}}},
	})
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
	d.SetStr(nameAnnotations, r)
	return r, nil
}

// UseDict makes d the module's namespace.
func (m *Module) UseDict(d *Dict) {
	m.D = d
	m.Attrs.setDict(d)
}
