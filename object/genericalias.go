package object

// types.GenericAlias: parametrized classes such as list[int] (PEP 585).

import (
	"strings"
	"unsafe"
)

// GenericAliasType is types.GenericAlias.
var GenericAliasType Type

// GenericAlias is origin[args].
type GenericAlias struct {
	Header
	Origin  Value
	Args    Value // tuple
	params  Value // computed at the first use
	Starred bool
}

// NewGenericAlias returns origin[args]; args that is not a tuple is the only one.
func NewGenericAlias(origin, args Value) Value {
	if !args.solid(&TupleType) {
		args = NewTuple(args)
	}
	return Wrap(&GenericAlias{Header: Header{&GenericAliasType}, Origin: origin, Args: args})
}

var classGetItemRow = Func{"__class_getitem__", "($type, object, /)", "See PEP 585", func(t *Thread, a []Value) (Value, error) {
	return NewGenericAlias(a[0], a[1]), nil
}}

// Names looked up by the generic machinery.
var (
	nameOrigin       = name("__origin__")
	nameArgs         = name("__args__")
	nameParameters   = name("__parameters__")
	nameUnpacked     = name("__unpacked__")
	nameUnpackedArgs = name("__typing_unpacked_tuple_args__")
	nameIsUnpacked   = name("__typing_is_unpacked_typevartuple__")
	nameSubst        = name("__typing_subst__")
	namePrepareSubst = name("__typing_prepare_subst__")
	nameOrigClass    = name("__orig_class__")
	nameOrigBases    = name("__orig_bases__")
)

// aliasNames are the attributes of the alias itself; all others are origin's.
var aliasNames = map[*Str]bool{
	nameClass: true, nameOrigin: true, nameArgs: true, nameUnpacked: true, nameParameters: true, nameUnpackedArgs: true,
	nameMroEntries: true, nameReduceEx: true, nameReduce: true,
	nameBases: true, name("__copy__"): true, name("__deepcopy__"): true,
}

func init() {
	GenericAliasType.Define(TypeSpec{
		Name: "GenericAlias", Module: "types", Flags: FlagBase | FlagWeakref, Size: unsafe.Sizeof(GenericAlias{}),
		Doc: "Represent a PEP 585 generic type.\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
		Slots: Slots{
			New: aliasNew, Repr: aliasRepr, Call: aliasCall, RichCmp: aliasCompare, Iter: aliasIter, GetItem: aliasGetItem,
			Hash: func(t *Thread, v Value) (int64, error) {
				a := As[GenericAlias](v)
				x, err := Hash(t, a.Origin)
				if err != nil {
					return 0, err
				}
				y, err := Hash(t, a.Args)
				return fixHash(x ^ y), err
			},
			GetAttr: func(t *Thread, v Value, n *Str) (Value, error) {
				if aliasNames[n] {
					return GenericGetAttr(t, v, n)
				}
				return GetAttr(t, As[GenericAlias](v).Origin, n)
			},
			Binary: [NBinOp]BinaryFunc{OpOr: UnionOr},
			Traverse: func(v Value, visit func(Value)) {
				visit(As[GenericAlias](v).Origin)
				visit(As[GenericAlias](v).Args)
			},
		},
		Methods: aliasMethods, GetSets: aliasGetSets,
	})
}

var aliasMethods = []Func{
	{"__mro_entries__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		return NewTuple(As[GenericAlias](a[0]).Origin), nil
	}},
	{"__instancecheck__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		return Value{}, TypeErrorf("isinstance() argument 2 cannot be a parameterized generic")
	}},
	{"__subclasscheck__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		return Value{}, TypeErrorf("issubclass() argument 2 cannot be a parameterized generic")
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		g := As[GenericAlias](a[0])
		if !g.Starred {
			return NewTuple(Wrap(&GenericAliasType), NewTuple(g.Origin, g.Args)), nil
		}
		next, _ := t.Interp.Builtins.GetStr(t.Intern("next"))
		it, err := Iter(t, NewGenericAlias(g.Origin, g.Args))
		return NewTuple(next, NewTuple(it)), err
	}},
	{"__dir__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		l, err := Dir(t, As[GenericAlias](a[0]).Origin)
		if err != nil {
			return Value{}, err
		}
		for _, n := range []*Str{nameOrigin, nameArgs, nameUnpacked, nameParameters, nameMroEntries, nameReduceEx, nameReduce} {
			if has, err := listContains(t, l, Wrap(n)); err != nil {
				return Value{}, err
			} else if !has {
				As[List](l).Append(Wrap(n))
			}
		}
		return l, nil
	}},
}

var aliasGetSets = []GetSet{
	{"__origin__", "", func(t *Thread, v Value) (Value, error) { return As[GenericAlias](v).Origin, nil }, readOnly},
	{"__args__", "", func(t *Thread, v Value) (Value, error) { return As[GenericAlias](v).Args, nil }, readOnly},
	{"__unpacked__", "", func(t *Thread, v Value) (Value, error) { return Bool(As[GenericAlias](v).Starred), nil }, readOnly},
	{"__parameters__", "Type variables in the GenericAlias.", func(t *Thread, v Value) (Value, error) { return As[GenericAlias](v).parameters(t) }, nil},
	{"__typing_unpacked_tuple_args__", "", func(t *Thread, v Value) (Value, error) {
		if g := As[GenericAlias](v); g.Starred && g.Origin == Wrap(&TupleType) {
			return g.Args, nil
		}
		return None, nil
	}, nil},
}

func aliasNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(kw) > 0 {
		return Value{}, TypeErrorf("GenericAlias() takes no keyword arguments")
	}
	if len(args) != 2 {
		return Value{}, TypeErrorf("GenericAlias expected 2 arguments, got %d", len(args))
	}
	g := Alloc[GenericAlias](tp, &GenericAliasType)
	g.Origin, g.Args = args[0], args[1]
	if !g.Args.solid(&TupleType) {
		g.Args = NewTuple(g.Args)
	}
	return Wrap(g), nil
}

func aliasRepr(t *Thread, v Value) (Value, error) {
	g := As[GenericAlias](v)
	s, err := TypeText(t, g.Origin)
	if err != nil {
		return Value{}, err
	}
	if g.Starred {
		s = "*" + s
	}
	args := As[Tuple](g.Args).Items
	if len(args) == 0 {
		return NewStr(s + "[()]"), nil
	}
	parts := make([]string, len(args))
	for i, x := range args {
		if x.O.Type == &ListType {
			parts[i], err = typeTexts(t, As[List](x).Values())
			parts[i] = "[" + parts[i] + "]"
		} else {
			parts[i], err = TypeText(t, x)
		}
		if err != nil {
			return Value{}, err
		}
	}
	return NewStr(s + "[" + strings.Join(parts, ", ") + "]"), nil
}

func typeTexts(t *Thread, items []Value) (string, error) {
	parts := make([]string, len(items))
	var err error
	for i, x := range items {
		if parts[i], err = TypeText(t, x); err != nil {
			return "", err
		}
	}
	return strings.Join(parts, ", "), nil
}

// TypeText is how v looks inside the repr of a generic type.
func TypeText(t *Thread, v Value) (string, error) {
	switch v {
	case Ellipsis:
		return "...", nil
	case Wrap(&NoneTypeType):
		return "None", nil
	}
	attr := func(n *Str) (Value, error) { return GetAttrOpt(t, v, n) }
	if o, err := attr(nameOrigin); err != nil {
		return "", err
	} else if o.O != nil {
		if a, err := attr(nameArgs); err != nil {
			return "", err
		} else if a.O != nil {
			return Repr(t, v)
		}
	}
	q, err := attr(nameQualname)
	if err != nil {
		return "", err
	}
	if q.O == nil {
		return Repr(t, v)
	}
	m, err := attr(nameModule)
	if err != nil {
		return "", err
	}
	if m.O == nil || m.IsNone() {
		return Repr(t, v)
	}
	qs, err := ToStr(t, q)
	if err != nil {
		return "", err
	}
	ms, err := ToStr(t, m)
	if err != nil || ms == "builtins" {
		return qs, err
	}
	return ms + "." + qs, nil
}

func aliasCall(t *Thread, v Value, args, kw []Value) (Value, error) {
	r, err := Call(t, As[GenericAlias](v).Origin, args, kw)
	if err != nil {
		return Value{}, err
	}
	if err := SetAttr(t, r, nameOrigClass, v); err != nil && !IsExc(err, &AttributeErrorType) && !IsExc(err, &TypeErrorType) {
		return Value{}, err
	}
	return r, nil
}

func aliasCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if !a.solid(&GenericAliasType) || !b.solid(&GenericAliasType) || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	x, y := As[GenericAlias](a), As[GenericAlias](b)
	eq := x.Starred == y.Starred
	var err error
	if eq {
		eq, err = Equal(t, x.Origin, y.Origin)
	}
	if eq && err == nil {
		eq, err = Equal(t, x.Args, y.Args)
	}
	return Bool(eq == (op == CmpEQ)), err
}

// aliasIterator yields one starred alias.
type aliasIterator struct {
	Header
	alias Value
}

var aliasIterType Type

func init() {
	aliasIterType.Define(TypeSpec{Name: "generic_alias_iterator", Flags: FlagNoNew, Slots: Slots{Iter: SelfIter,
		Next: func(t *Thread, v Value) (Value, error) {
			it := As[aliasIterator](v)
			r := it.alias
			it.alias = Value{}
			return r, nil
		},
		Traverse: func(v Value, visit func(Value)) {
			if a := As[aliasIterator](v).alias; a.O != nil {
				visit(a)
			}
		}}})
}

func aliasIter(t *Thread, v Value) (Value, error) {
	g := *As[GenericAlias](v)
	g.Type = &GenericAliasType
	g.Starred = true
	return Wrap(&aliasIterator{Header{&aliasIterType}, Wrap(&g)}), nil
}

func (g *GenericAlias) parameters(t *Thread) (Value, error) {
	if g.params.O == nil {
		list, err := typeParameters(t, nil, As[Tuple](g.Args).Items)
		if err != nil {
			return Value{}, err
		}
		g.params = NewTuple(list...)
	}
	return g.params, nil
}

func aliasGetItem(t *Thread, v, k Value) (Value, error) {
	g := As[GenericAlias](v)
	params, err := g.parameters(t)
	if err != nil {
		return Value{}, err
	}
	args, err := substitute(t, v, As[Tuple](g.Args).Items, As[Tuple](params).Items, k)
	if err != nil {
		return Value{}, err
	}
	r := NewGenericAlias(g.Origin, NewTuple(args...))
	As[GenericAlias](r).Starred = g.Starred
	return r, nil
}

// typeParameters appends to list the type variables in args, each once.
func typeParameters(t *Thread, list, args []Value) ([]Value, error) {
	add := func(x Value) {
		for _, y := range list {
			if x == y {
				return
			}
		}
		list = append(list, x)
	}
	for _, x := range args {
		if x.solid(&TypeType) {
			continue
		}
		s, err := GetAttrOpt(t, x, nameSubst)
		if err != nil {
			return nil, err
		}
		var sub []Value
		switch {
		case s.O != nil:
			add(x)
		case x.solid(&TupleType) || x.solid(&ListType):
			if sub, err = Items(t, x); err == nil {
				sub, err = typeParameters(t, nil, sub)
			}
		default:
			var p Value
			if p, err = GetAttrOpt(t, x, nameParameters); err == nil && p.O != nil && p.solid(&TupleType) {
				sub = As[Tuple](p).Items
			}
		}
		if err != nil {
			return nil, err
		}
		for _, y := range sub {
			add(y)
		}
	}
	return list, nil
}

// substitute replaces params in args by item, the subscript of self.
func substitute(t *Thread, self Value, args, params []Value, item Value) ([]Value, error) {
	if len(params) == 0 {
		return nil, reprError(t, self, "%s is not a generic class")
	}
	items, err := unpackItems(t, item)
	if err != nil {
		return nil, err
	}
	for _, p := range params {
		f, err := GetAttrOpt(t, p, namePrepareSubst)
		if err != nil {
			return nil, err
		}
		if f.O == nil || f.IsNone() {
			continue
		}
		r, err := CallArgs(t, f, self, NewTuple(items...))
		if err != nil {
			return nil, err
		}
		if items = []Value{r}; r.solid(&TupleType) {
			items = As[Tuple](r).Items
		}
	}
	if len(items) != len(params) {
		word := "few"
		if len(items) > len(params) {
			word = "many"
		}
		r, err := Repr(t, self)
		if err != nil {
			return nil, err
		}
		return nil, TypeErrorf("Too %s arguments for %s; actual %d, expected %d", word, r, len(items), len(params))
	}
	return substituteAll(t, args, params, items)
}

func reprError(t *Thread, v Value, format string) error {
	r, err := Repr(t, v)
	if err != nil {
		return err
	}
	return TypeErrorf(format, r)
}

func substituteAll(t *Thread, args, params, items []Value) ([]Value, error) {
	out := make([]Value, 0, len(args))
	for _, x := range args {
		if x.solid(&TypeType) {
			out = append(out, x)
			continue
		}
		if x.solid(&TupleType) || x.solid(&ListType) {
			inner, err := Items(t, x)
			if err != nil {
				return nil, err
			}
			if inner, err = substituteAll(t, inner, params, items); err != nil {
				return nil, err
			}
			if x.solid(&ListType) {
				out = append(out, NewList(inner...))
			} else {
				out = append(out, NewTuple(inner...))
			}
			continue
		}
		y, unpack, err := substituteOne(t, x, params, items)
		if err != nil {
			return nil, err
		}
		if !unpack {
			out = append(out, y)
			continue
		}
		if !y.solid(&TupleType) {
			return nil, TypeErrorf("expected __typing_subst__ of %s objects to return a tuple, not %s", x.O.Type.MsgName(), y.O.Type.MsgName())
		}
		out = append(out, As[Tuple](y).Items...)
	}
	return out, nil
}

// substituteOne replaces params in one argument; unpack says that the result
// is a tuple of arguments.
func substituteOne(t *Thread, x Value, params, items []Value) (y Value, unpack bool, err error) {
	u, err := GetAttrOpt(t, x, nameIsUnpacked)
	if err != nil {
		return Value{}, false, err
	}
	if u.O != nil {
		if unpack, err = Truth(t, u); err != nil {
			return Value{}, false, err
		}
	}
	f, err := GetAttrOpt(t, x, nameSubst)
	if err != nil {
		return Value{}, false, err
	}
	if f.O != nil {
		for i, p := range params {
			if p == x {
				y, err = CallArgs(t, f, items[i])
				return y, unpack, err
			}
		}
		return x, unpack, nil
	}
	sub, err := GetAttrOpt(t, x, nameParameters)
	if err != nil || sub.O == nil || !sub.solid(&TupleType) || len(As[Tuple](sub).Items) == 0 {
		return x, unpack, err
	}
	var args []Value
	for _, p := range As[Tuple](sub).Items {
		arg := p
		for i, q := range params {
			if q == p {
				arg = items[i]
			}
		}
		if arg != p && p.O.Type.Slots.Iter != nil && arg.solid(&TupleType) {
			args = append(args, As[Tuple](arg).Items...)
		} else {
			args = append(args, arg)
		}
	}
	y, err = GetItem(t, x, NewTuple(args...))
	return y, unpack, err
}

// unpackItems lists the arguments of a subscript with *tuple[...] unpacked.
func unpackItems(t *Thread, item Value) ([]Value, error) {
	items := []Value{item}
	if item.solid(&TupleType) {
		items = As[Tuple](item).Items
	}
	var out []Value
	for _, x := range items {
		if x.solid(&TypeType) {
			out = append(out, x)
			continue
		}
		sub, err := GetAttrOpt(t, x, nameUnpackedArgs)
		if err != nil {
			return nil, err
		}
		if sub.O != nil && sub.solid(&TupleType) {
			if in := As[Tuple](sub).Items; len(in) == 0 || in[len(in)-1] != Ellipsis {
				out = append(out, in...)
				continue
			}
		}
		out = append(out, x)
	}
	return out, nil
}
