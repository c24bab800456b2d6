package object

// object.__reduce_ex__ for protocols from 2 on (pickle, "The pickle protocol").

var nameNewArgs, nameNewArgsEx = name("__getnewargs__"), name("__getnewargs_ex__")

// newArguments asks v what its class's __new__ is to get. has says that v
// answered.
func newArguments(t *Thread, v Value) (args []Value, kw *Dict, has bool, err error) {
	f, err := LookupSpecial(t, v, nameNewArgsEx)
	if err != nil {
		return nil, nil, false, err
	}
	if f.O != nil {
		r, err := CallArgs(t, f)
		if err != nil {
			return nil, nil, false, err
		}
		args, kw, err := newArgsEx(r)
		return args, kw, true, err
	}
	if f, err = LookupSpecial(t, v, nameNewArgs); err != nil || f.O == nil {
		return nil, nil, false, err
	}
	r, err := CallArgs(t, f)
	if err != nil {
		return nil, nil, false, err
	}
	if !r.solid(&TupleType) {
		return nil, nil, false, TypeErrorf("__getnewargs__ should return a tuple, not '%s'", r.O.Type.MsgName())
	}
	return As[Tuple](r).Items, nil, true, nil
}

func newArgsEx(r Value) ([]Value, *Dict, error) {
	if !r.solid(&TupleType) {
		return nil, nil, TypeErrorf("__getnewargs_ex__ should return a tuple, not '%s'", r.O.Type.MsgName())
	}
	items := As[Tuple](r).Items
	if len(items) != 2 {
		return nil, nil, ValueErrorf("__getnewargs_ex__ should return a tuple of length 2, not %d", len(items))
	}
	if !items[0].solid(&TupleType) {
		return nil, nil, TypeErrorf("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", items[0].O.Type.MsgName())
	}
	if !items[1].solid(&DictType) {
		return nil, nil, TypeErrorf("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", items[1].O.Type.MsgName())
	}
	return As[Tuple](items[0]).Items, As[Dict](items[1]), nil
}

// builtinBase is the first built-in type in tp's MRO but for Generic, which
// adds nothing to instances.
func (tp *Type) builtinBase() *Type {
	for _, m := range tp.MRO {
		if !m.IsHeap() && m != &GenericType {
			return m
		}
	}
	return &ObjectType
}

// reduceNewObj is object.__reduce_ex__: the class, the arguments of its
// __new__, the state and the items.
func reduceNewObj(t *Thread, v, copyreg Value) (Value, error) {
	tp := v.O.Type
	args, kw, has, err := newArguments(t, v)
	if err != nil {
		return Value{}, err
	}
	list, dict := v.solid(&ListType), v.solid(&DictType)
	ownState := tp.Lookup(t, nameGetState) != ObjectType.Lookup(t, nameGetState)
	if b := tp.builtinBase(); !has && !ownState && !list && !dict && b != &ObjectType && b.Flags&FlagException == 0 {
		if b == &MemoryViewType {
			return Value{}, TypeErrorf("cannot pickle %s objects", tp.MsgName())
		}
		return Value{}, TypeErrorf("cannot pickle '%s' object", tp.MsgName())
	}
	state, err := CallMethod(t, v, "__getstate__")
	if err != nil {
		return Value{}, err
	}
	name, call := "__newobj__", append([]Value{Wrap(tp)}, args...)
	if kw != nil && kw.Len() > 0 {
		name, call = "__newobj_ex__", []Value{Wrap(tp), NewTuple(args...), Wrap(kw)}
	}
	fn, err := GetAttrStr(t, copyreg, name)
	if err != nil {
		return Value{}, err
	}
	items, pairs := None, None
	if list {
		if items, err = Iter(t, v); err != nil {
			return Value{}, err
		}
	}
	if dict {
		if pairs, err = CallMethod(t, v, "items"); err == nil {
			pairs, err = Iter(t, pairs)
		}
		if err != nil {
			return Value{}, err
		}
	}
	return NewTuple(fn, NewTupleOwned(call), state, items, pairs), nil
}
