package vm

// Class statements and structural pattern matching support (language
// reference, sections 8.7 and 8.6; data model 3.3.3).

import (
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// BuildClass is builtins.__build_class__(func, name, *bases, metaclass=..., **kw).
func BuildClass(ot *object.Thread, args, kw []object.Value) (object.Value, error) {
	t := threadOf(ot)
	npos := len(args) - len(kw)
	if npos < 2 {
		return object.Value{}, object.TypeErrorf("__build_class__: not enough arguments")
	}
	if args[0].O.Type != &FunctionType {
		return object.Value{}, object.TypeErrorf("__build_class__: func must be a function")
	}
	fn, name := object.As[Function](args[0]), args[1]
	if name.O.Type.Solid != &object.StrType {
		return object.Value{}, object.TypeErrorf("__build_class__: name is not a string")
	}
	orig := object.NewTuple(args[2:npos]...)
	bases, err := t.resolveBases(args[2:npos])
	if err != nil {
		return object.Value{}, err
	}
	var meta object.Value
	var names, vals []object.Value
	for i, k := range kw {
		if object.As[object.Str](k).String() == "metaclass" {
			meta = args[npos+i]
			continue
		}
		names, vals = append(names, k), append(vals, args[npos+i])
	}
	if meta.O == nil {
		meta = object.Wrap(&object.TypeType)
		if len(bases) > 0 {
			meta = object.Wrap(bases[0].O.Type)
		}
	}
	if meta.O.Type.Solid == &object.TypeType {
		m, err := object.CalcMetaclass(object.As[object.Type](meta), bases)
		if err != nil {
			return object.Value{}, err
		}
		meta = object.Wrap(m)
	}
	baseTuple := object.NewTuple(bases...)
	ns, err := t.prepareNamespace(meta, name, baseTuple, names, vals)
	if err != nil {
		return object.Value{}, err
	}
	cell, err := t.runClassBody(fn, ns)
	if err != nil {
		return object.Value{}, err
	}
	if len(bases) != npos-2 || baseTuple != orig && !sameItems(bases, args[2:npos]) {
		if err := object.SetItem(ot, ns, object.NewStr("__orig_bases__"), orig); err != nil {
			return object.Value{}, err
		}
	}
	cls, err := object.Call(ot, meta, append([]object.Value{name, baseTuple, ns}, vals...), names)
	if err != nil {
		return object.Value{}, err
	}
	if cls.O.Type.Solid == &object.TypeType && cell.O != nil && cell.O.Type == &object.CellType {
		c := object.As[object.Cell](cell)
		if c.V.O == nil {
			return object.Value{}, object.RuntimeErrorf("__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?", typeRepr(ot, name), typeRepr(ot, cls))
		}
		if c.V != cls {
			return object.Value{}, object.TypeErrorf("__class__ set to %s defining %s as %s", typeRepr(ot, c.V), typeRepr(ot, name), typeRepr(ot, cls))
		}
	}
	return cls, nil
}

func sameItems(a, b []object.Value) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// resolveBases replaces bases that are not classes by their __mro_entries__.
func (t *Thread) resolveBases(bases []object.Value) ([]object.Value, error) {
	out := make([]object.Value, 0, len(bases))
	orig := object.Value{}
	for _, b := range bases {
		if b.O.Type.Solid == &object.TypeType {
			out = append(out, b)
			continue
		}
		f, err := object.GetAttrOpt(&t.Thread, b, t.Intern("__mro_entries__"))
		if err != nil {
			return nil, err
		}
		if f.O == nil {
			out = append(out, b)
			continue
		}
		if orig.O == nil {
			orig = object.NewTuple(bases...)
		}
		r, err := object.CallArgs(&t.Thread, f, orig)
		if err != nil {
			return nil, err
		}
		if r.O.Type.Solid != &object.TupleType {
			return nil, object.TypeErrorf("__mro_entries__ must return a tuple")
		}
		out = append(out, object.As[object.Tuple](r).Items...)
	}
	return out, nil
}

func (t *Thread) prepareNamespace(meta, name, bases object.Value, names, vals []object.Value) (object.Value, error) {
	if meta == object.Wrap(&object.TypeType) {
		return object.Wrap(object.NewDict()), nil
	}
	p, err := object.GetAttrOpt(&t.Thread, meta, t.Intern("__prepare__"))
	if err != nil {
		return object.Value{}, err
	}
	if p.O == nil {
		return object.Wrap(object.NewDict()), nil
	}
	ns, err := object.Call(&t.Thread, p, append([]object.Value{name, bases}, vals...), names)
	if err != nil {
		return object.Value{}, err
	}
	if ns.O.Type.Slots.GetItem == nil || ns.O.Type.Solid == &object.ListType || ns.O.Type.Solid == &object.TupleType {
		mn := "<metaclass>"
		if meta.O.Type.Solid == &object.TypeType {
			mn = object.As[object.Type](meta).Name
		}
		return object.Value{}, object.TypeErrorf("%s.__prepare__() must return a mapping, not %s", mn, ns.O.Type.MsgName())
	}
	return ns, nil
}

// runClassBody executes the body with namespace ns and returns what it
// returns: the __class__ cell or None.
func (t *Thread) runClassBody(fn *Function, ns object.Value) (object.Value, error) {
	return t.runIn(fn, ns)
}

// runIn runs fn, which takes no arguments, with locals mapping ns.
func (t *Thread) runIn(fn *Function, ns object.Value) (object.Value, error) {
	f := t.frame
	nf, err := t.pushArgs(f, fn, nil, nil, flagEntry)
	if err != nil {
		return object.Value{}, err
	}
	nf.locals = ns
	r, err := t.enterRun(nf)
	t.frame = f
	return r, err
}

// opMatchKeys is MATCHKEYS.
func (t *Thread) opMatchKeys(f *Frame, in *code.Ins) error {
	subj, keys := *f.reg(in.B), object.As[object.Tuple](*f.reg(in.C)).Items
	if len(keys) == 0 {
		*f.reg(in.A) = object.EmptyTuple
		return nil
	}
	seen := object.NewDict()
	get, err := object.GetAttr(&t.Thread, subj, t.Intern("get"))
	if err != nil {
		return err
	}
	dummy := object.Wrap(&object.Instance{Header: object.Header{Type: &object.ObjectType}})
	vals := make([]object.Value, 0, len(keys))
	for _, k := range keys {
		if _, dup, err := seen.Get(&t.Thread, k); err != nil {
			return err
		} else if dup {
			return object.ValueErrorf("mapping pattern checks duplicate key (%s)", typeRepr(&t.Thread, k))
		}
		if err := seen.Set(&t.Thread, k, object.None); err != nil {
			return err
		}
		v, err := object.CallArgs(&t.Thread, get, k, dummy)
		if err != nil {
			return err
		}
		if v == dummy {
			*f.reg(in.A) = object.None
			return nil
		}
		vals = append(vals, v)
	}
	*f.reg(in.A) = object.NewTupleOwned(vals)
	return nil
}

// opMatchClass is MATCHCLASS.
func (t *Thread) opMatchClass(f *Frame, in *code.Ins) error {
	r := f.regs(in.B, 3)
	subj, cls, n := r[0], r[1], int(in.C)
	if cls.O.Type.Solid != &object.TypeType {
		return object.TypeErrorf("called match pattern must be a class")
	}
	ok, err := object.IsInstance(&t.Thread, subj, cls)
	if err != nil {
		return err
	}
	if !ok {
		*f.reg(in.A) = object.None
		return nil
	}
	attrs, err := t.matchAttrs(subj, object.As[object.Type](cls), n, object.As[object.Tuple](r[2]).Items)
	if err != nil {
		return err
	}
	if attrs == nil {
		*f.reg(in.A) = object.None
	} else {
		*f.reg(in.A) = object.NewTupleOwned(attrs)
	}
	return nil
}

// matchAttrs collects the attributes a class pattern looks at; nil: no match.
func (t *Thread) matchAttrs(subj object.Value, cls *object.Type, n int, names []object.Value) ([]object.Value, error) {
	attrs := make([]object.Value, 0, n+len(names))
	seen := map[string]bool{}
	get := func(name object.Value) (bool, error) {
		s := object.As[object.Str](name)
		if seen[s.String()] {
			return false, object.TypeErrorf("%s() got multiple sub-patterns for attribute %s", cls.Name, typeRepr(&t.Thread, name))
		}
		seen[s.String()] = true
		v, err := object.GetAttrOpt(&t.Thread, subj, t.Interp.InternStr(s))
		if err != nil || v.O == nil {
			return false, err
		}
		attrs = append(attrs, v)
		return true, nil
	}
	if n > 0 {
		ma, err := object.GetAttrOpt(&t.Thread, object.Wrap(cls), t.Intern("__match_args__"))
		if err != nil {
			return nil, err
		}
		var items []object.Value
		self := false
		if ma.O != nil {
			if ma.O.Type.Solid != &object.TupleType {
				return nil, object.TypeErrorf("%s.__match_args__ must be a tuple (got %s)", cls.Name, ma.O.Type.MsgName())
			}
			items = object.As[object.Tuple](ma).Items
		} else {
			self = cls.Flags&object.FlagMatchSelf != 0
		}
		allowed := len(items)
		if self {
			allowed = 1
		}
		if n > allowed {
			s := "s"
			if allowed == 1 {
				s = ""
			}
			return nil, object.TypeErrorf("%s() accepts %d positional sub-pattern%s (%d given)", cls.Name, allowed, s, n)
		}
		if self {
			attrs = append(attrs, subj)
		}
		for _, name := range items[:min(n, len(items))] {
			if name.O.Type.Solid != &object.StrType {
				return nil, object.TypeErrorf("__match_args__ elements must be strings (got %s)", name.O.Type.MsgName())
			}
			if ok, err := get(name); err != nil || !ok {
				return nil, err
			}
		}
	}
	for _, name := range names {
		if ok, err := get(name); err != nil || !ok {
			return nil, err
		}
	}
	return attrs, nil
}
