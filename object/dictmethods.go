package object

// Methods and views of dict (library reference, "Mapping Types").

// Types of dict views.
var (
	DictKeysType   Type
	DictValuesType Type
	DictItemsType  Type
)

// dictView is a view of a dict's keys, values or items.
type dictView struct {
	Header
	d *Dict
}

func viewKind(v Value) uint8 {
	switch v.O.Type {
	case &DictValuesType:
		return 'v'
	case &DictItemsType:
		return 'i'
	}
	return 'k'
}

func newView(tp *Type) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		return Wrap(&dictView{Header{tp}, As[Dict](a[0])}), nil
	}
}

var dictMethods = []Func{
	{"get", "($self, key, default=None, /)", "Return the value for key if key is in the dictionary, else default.", func(t *Thread, a []Value) (Value, error) {
		v, ok, err := As[Dict](a[0]).Get(t, a[1])
		if err == nil && !ok {
			return orNone(a[2]), nil
		}
		return v, err
	}},
	{"setdefault", "($self, key, default=None, /)", "Insert key with a value of default if key is not in the dictionary.", func(t *Thread, a []Value) (Value, error) {
		d := As[Dict](a[0])
		h, err := hashDictKey(t, a[1])
		if err != nil {
			return Value{}, err
		}
		i, err := d.find(t, a[1], h)
		if err != nil {
			return Value{}, err
		}
		if i >= 0 {
			return d.Entries[i].Val, nil
		}
		v := orNone(a[2])
		d.insert(h, a[1], v)
		return v, nil
	}},
	{"pop", "($self, key, default=<unrepresentable>, /)", "Remove key and return its value, or default if there is none.", func(t *Thread, a []Value) (Value, error) {
		v, ok, err := As[Dict](a[0]).Delete(t, a[1])
		switch {
		case err != nil || ok:
			return v, err
		case a[2].O != nil:
			return a[2], nil
		}
		return Value{}, KeyError(a[1])
	}},
	{"popitem", "($self, /)", "Remove and return the last (key, value) pair.", func(t *Thread, a []Value) (Value, error) {
		d := As[Dict](a[0])
		for i := len(d.Entries) - 1; i >= 0; i-- {
			if e := d.Entries[i]; e.Key.O != nil {
				d.remove(i)
				return NewTuple2(e.Key, e.Val), nil
			}
		}
		return Value{}, NewException(&KeyErrorType, NewStr("popitem(): dictionary is empty"))
	}},
	{"keys", "($self, /)", "Return a set-like object providing a view on the dict's keys.", newView(&DictKeysType)},
	{"values", "($self, /)", "Return an object providing a view on the dict's values.", newView(&DictValuesType)},
	{"items", "($self, /)", "Return a set-like object providing a view on the dict's items.", newView(&DictItemsType)},
	{"update", "($self, /, *args, **kwargs)", "Update the dictionary from a mapping or an iterable of pairs and keywords.", func(t *Thread, a []Value) (Value, error) {
		d, args := As[Dict](a[0]), As[Tuple](a[1]).Items
		if err := dictUpdateArgs(t, d, "update", args, nil); err != nil {
			return Value{}, err
		}
		return None, d.Update(t, As[Dict](a[2]))
	}},
	{"clear", "($self, /)", "Remove all items from the dict.", func(t *Thread, a []Value) (Value, error) { As[Dict](a[0]).Clear(); return None, nil }},
	{"copy", "($self, /)", "Return a shallow copy of the dict.", func(t *Thread, a []Value) (Value, error) { return Wrap(As[Dict](a[0]).Copy()), nil }},
	{"__reversed__", "($self, /)", "Return a reverse iterator over the dict keys.", func(t *Thread, a []Value) (Value, error) {
		return reversedDict(As[Dict](a[0]), 'k'), nil
	}},
}

var dictClassMethods = []Func{
	{"fromkeys", "($type, iterable, value=None, /)", "Create a new dictionary with keys from iterable and values set to value.", func(t *Thread, a []Value) (Value, error) {
		d, err := CallArgs(t, a[0])
		if err != nil {
			return Value{}, err
		}
		v := orNone(a[2])
		if d.O.Type == &DictType && (a[1].O.Type == &DictType || a[1].O.Type == &SetType || a[1].O.Type == &FrozenSetType) {
			return d, As[Dict](d).fillFrom(t, a[1], v)
		}
		return d, Iterate(t, a[1], func(k Value) error { return SetItem(t, d, k, v) })
	}},
	classGetItemRow,
}

// fillFrom stores v under the elements of a set or the keys of a dict, whose
// hashes are known.
func (d *Dict) fillFrom(t *Thread, keys, v Value) error {
	put := func(k Value, h int64) error {
		i, err := d.find(t, k, h)
		switch {
		case err != nil:
			return err
		case i >= 0:
			d.Entries[i].Val = v
			return nil
		}
		d.insert(h, k, v)
		return nil
	}
	if keys.O.Type != &DictType {
		s := As[Set](keys)
		if err := t.Charge(s.used * int(DictEntrySize)); err != nil {
			return err
		}
		return s.each(put)
	}
	o := As[Dict](keys)
	if err := t.Charge(o.n * int(DictEntrySize)); err != nil {
		return err
	}
	for i := 0; i < len(o.Entries); i++ {
		if e := o.Entries[i]; e.Key.O != nil {
			if err := put(e.Key, e.Hash); err != nil {
				return err
			}
		}
	}
	return nil
}

func reversedDict(d *Dict, kind uint8) Value {
	it := NewDictIter(d, kind)
	x := As[DictIter](it)
	x.reverse, x.i = true, 0
	switch kind {
	case 'k':
		x.Type = &DictKeyRevType
	case 'v':
		x.Type = &DictValueRevType
	default:
		x.Type = &DictItemRevType
	}
	return it
}

func viewRepr(t *Thread, v Value) (Value, error) {
	if !t.enterRepr(v) {
		return NewStr("..."), nil
	}
	defer t.leaveRepr(v)
	items, err := Items(t, v)
	if err != nil {
		return Value{}, err
	}
	r, err := Repr(t, NewList(items...))
	return NewStr(v.O.Type.Name + "(" + r + ")"), err
}

func init() {
	for _, v := range []struct {
		tp *Type
		n  string
	}{{&DictKeysType, "dict_keys"}, {&DictValuesType, "dict_values"}, {&DictItemsType, "dict_items"}} {
		slots := Slots{
			Repr:     viewRepr,
			Len:      func(t *Thread, v Value) (int, error) { return As[dictView](v).d.n, nil },
			Iter:     func(t *Thread, v Value) (Value, error) { return NewDictIter(As[dictView](v).d, viewKind(v)), nil },
			Contains: viewContains(v.tp),
			Traverse: func(v Value, visit func(Value)) { visit(Wrap(As[dictView](v).d)) },
		}
		methods := viewMethods
		if v.tp != &DictValuesType {
			slots.Binary, slots.RichCmp = viewBinary, viewCompare
			methods = setViewMethods
		}
		v.tp.Define(TypeSpec{
			Name: v.n, Flags: FlagNoNew, Slots: slots, Methods: methods,
			GetSets: []GetSet{{"mapping", "dictionary that this view refers to", func(t *Thread, v Value) (Value, error) {
				return NewMappingProxy(Wrap(As[dictView](v).d)), nil
			}, nil}},
		})
	}
}

var viewMethods = []Func{viewReversed}
var setViewMethods = []Func{viewDisjoint, viewReversed}

var viewReversed = Func{"__reversed__", "($self, /)", "Return a reverse iterator over the view.", func(t *Thread, a []Value) (Value, error) {
	return reversedDict(As[dictView](a[0]).d, viewKind(a[0])), nil
}}

// viewContains is the membership test of keys and items; values are searched
// by iteration.
func viewContains(tp *Type) func(t *Thread, v, x Value) (bool, error) {
	switch tp {
	case &DictKeysType:
		return func(t *Thread, v, x Value) (bool, error) {
			_, ok, err := As[dictView](v).d.Get(t, x)
			return ok, err
		}
	case &DictItemsType:
		return func(t *Thread, v, x Value) (bool, error) {
			if !x.solid(&TupleType) || len(As[Tuple](x).Items) != 2 {
				return false, nil
			}
			p := As[Tuple](x).Items
			y, ok, err := As[dictView](v).d.Get(t, p[0])
			if err != nil || !ok {
				return false, err
			}
			return Equal(t, y, p[1])
		}
	}
	return nil
}
