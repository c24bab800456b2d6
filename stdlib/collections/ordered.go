package collections

import (
	"github.com/gopy-lang/gopy/object"
)

// overrides reports whether v's class replaces method n of dict.
func overrides(t *thread, v value, n string) bool {
	if v.O.Type == &OrderedDictType {
		return false
	}
	s := t.Intern(n)
	return v.O.Type.Lookup(t, s) != OrderedDictType.Lookup(t, s)
}

// orderedUpdate stores the items of args[0] and of the keywords, as
// MutableMapping.update does: a subclass's __setitem__ sees them.
func orderedUpdate(t *thread, self value, fn string, args, kw []value) error {
	d := object.As[dict](self)
	npos := len(args) - len(kw)
	if npos > 1 {
		return object.TypeErrorf("%sexpected at most 1 argument, got %d", fn, npos)
	}
	set := func(k, v value) error { return d.Set(t, k, v) }
	plain := !overrides(t, self, "__setitem__")
	if !plain {
		set = func(k, v value) error { return object.SetItem(t, self, k, v) }
	}
	if npos == 1 {
		src := args[0]
		if plain && src.O.Type == &object.DictType {
			if err := d.Update(t, object.As[dict](src)); err != nil {
				return err
			}
		} else if err := eachPair(t, src, set); err != nil {
			return err
		}
	}
	for i, k := range kw {
		if err := set(k, args[npos+i]); err != nil {
			return err
		}
	}
	return nil
}

// eachPair calls set for the items of a mapping or an iterable of pairs.
func eachPair(t *thread, src value, set func(k, v value) error) error {
	if src.Is(&object.DictType) {
		items, err := object.CallMethod(t, src, "items")
		if err != nil {
			return err
		}
		src = items
	} else if keys, err := object.GetAttrOpt(t, src, t.Intern("keys")); err != nil {
		return err
	} else if keys.O != nil {
		ks, err := object.CallArgs(t, keys)
		if err != nil {
			return err
		}
		return object.Iterate(t, ks, func(k value) error {
			v, err := object.GetItem(t, src, k)
			if err != nil {
				return err
			}
			return set(k, v)
		})
	}
	return object.Iterate(t, src, func(x value) error {
		p, err := object.Items(t, x)
		switch {
		case err != nil:
			return err
		case len(p) == 0:
			return object.ValueErrorf("need more than 0 values to unpack")
		case len(p) == 1:
			return object.ValueErrorf("need more than 1 value to unpack")
		case len(p) > 2:
			return object.ValueErrorf("too many values to unpack (expected 2)")
		}
		return set(p[0], p[1])
	})
}

func orderedRepr(t *thread, v value) (value, error) {
	d := object.As[dict](v)
	name := v.O.Type.Name
	if d.Len() == 0 {
		return object.NewStr(name + "()"), nil
	}
	if overrides(t, v, "items") || overrides(t, v, "__getitem__") {
		items, err := object.CallMethod(t, v, "items")
		if err != nil {
			return value{}, err
		}
		d = object.NewDict()
		if err := object.DictUpdate(t, d, items); err != nil {
			return value{}, err
		}
		v = object.Wrap(d)
	}
	r, err := object.DictType.Slots.Repr(t, v)
	if err != nil {
		return value{}, err
	}
	s, _ := object.AsStr(r)
	if s.String() == "{...}" {
		return object.NewStr("..."), nil
	}
	return object.NewStr(name + "(" + s.String() + ")"), nil
}

func orderedCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	r, err := object.DictType.Slots.RichCmp(t, a, b, op)
	if err != nil || r == object.NotImplemented || !b.Is(&OrderedDictType) || !a.Is(&OrderedDictType) {
		return r, err
	}
	same := r == object.True
	if op == object.CmpNE {
		same = !same
	}
	if same {
		x, y := object.As[dict](a).Keys(), object.As[dict](b).Keys()
		for i := range x {
			if i >= len(y) {
				same = false
				break
			}
			if same, err = object.Equal(t, x[i], y[i]); err != nil || !same {
				break
			}
		}
	}
	return object.Bool(same == (op == object.CmpEQ)), err
}

func orderedOr(t *thread, a, b value) (value, error) {
	if !a.Is(&object.DictType) || !b.Is(&object.DictType) {
		return object.NotImplemented, nil
	}
	tp := a.O.Type
	if !a.Is(&OrderedDictType) {
		tp = b.O.Type
	}
	r, err := object.CallArgs(t, object.Wrap(tp), a)
	if err != nil {
		return value{}, err
	}
	return r, orderedUpdate(t, r, "update() ", []value{b}, nil)
}

func truth(t *thread, v value, def bool) (bool, error) {
	if v.O == nil {
		return def, nil
	}
	return object.Truth(t, v)
}

func orderedPop(t *thread, a []value) (value, error) {
	if overrides(t, a[0], "__delitem__") || overrides(t, a[0], "__getitem__") {
		ok, err := object.Contains(t, a[0], a[1])
		if err != nil {
			return value{}, err
		}
		if ok {
			v, err := object.GetItem(t, a[0], a[1])
			if err != nil {
				return value{}, err
			}
			return v, object.SetItem(t, a[0], a[1], value{})
		}
	} else if v, ok, err := object.As[dict](a[0]).Delete(t, a[1]); err != nil || ok {
		return v, err
	}
	if a[2].O != nil {
		return a[2], nil
	}
	if m := a[0].O.Type.Lookup(t, t.Intern("__missing__")); m.O != nil {
		return object.CallDescr(t, m, a[0], a[1])
	}
	return value{}, object.KeyError(a[1])
}

func orderedPopItem(t *thread, a []value) (value, error) {
	last, err := truth(t, a[1], true)
	if err != nil {
		return value{}, err
	}
	k, v, ok := object.As[dict](a[0]).PopEnd(last)
	if !ok {
		return value{}, object.NewException(&object.KeyErrorType, object.NewStr("dictionary is empty"))
	}
	return object.NewTuple2(k, v), nil
}

func orderedCopy(t *thread, a []value) (value, error) {
	if a[0].O.Type == &OrderedDictType && object.InstanceDict(t, a[0]).Len() == 0 {
		c := &orderedDict{Dict: object.Dict{Header: object.Header{Type: &OrderedDictType}}}
		return object.Wrap(c), c.Dict.Update(t, object.As[dict](a[0]))
	}
	r, err := object.CallArgs(t, object.Wrap(a[0].O.Type))
	if err != nil {
		return value{}, err
	}
	if d := object.InstanceDict(t, r); d != nil {
		if err := d.Update(t, object.InstanceDict(t, a[0])); err != nil {
			return value{}, err
		}
	}
	for _, k := range object.As[dict](a[0]).Keys() {
		v, err := object.GetItem(t, a[0], k)
		if err != nil {
			return value{}, err
		}
		if err := object.SetItem(t, r, k, v); err != nil {
			return value{}, err
		}
	}
	return r, nil
}

func orderedReduce(t *thread, a []value) (value, error) {
	state, err := object.CallMethod(t, a[0], "__getstate__")
	if err != nil {
		return value{}, err
	}
	it, err := itemsIter(t, a[0])
	return object.NewTuple(object.Wrap(a[0].O.Type), object.NewTuple(), state, object.None, it), err
}

var orderedMethods = []object.Func{
	{Name: "move_to_end", Sig: "($self, /, key, last=True)", Doc: "Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.", Fn: func(t *thread, a []value) (value, error) {
		last, err := truth(t, a[2], true)
		if err != nil {
			return value{}, err
		}
		ok, err := object.As[dict](a[0]).MoveToEnd(t, a[1], last)
		if err == nil && !ok {
			err = object.KeyError(a[1])
		}
		return object.None, err
	}},
	{Name: "popitem", Sig: "($self, /, last=True)", Doc: "Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.", Fn: orderedPopItem},
	{Name: "pop", Sig: "($self, /, key, default=<unrepresentable>)", Doc: "Remove key and return its value, or default if there is none.", Fn: orderedPop},
	{Name: "setdefault", Sig: "($self, /, key, default=None)", Doc: "Insert key with a value of default if key is not in the dictionary.", Fn: func(t *thread, a []value) (value, error) {
		v, ok, err := object.As[dict](a[0]).Get(t, a[1])
		if err != nil || ok {
			return v, err
		}
		return orNone(a[2]), object.SetItem(t, a[0], a[1], orNone(a[2]))
	}},
	{Name: "update() ", Sig: "($self, /, *args, **kwargs)", Doc: "Update the dictionary from a mapping or an iterable of pairs and keywords.", Fn: func(t *thread, a []value) (value, error) {
		if err := orderedUpdate(t, a[0], "update() ", object.As[tuple](a[1]).Items, nil); err != nil {
			return value{}, err
		}
		return object.None, orderedUpdate(t, a[0], "update() ", []value{a[2]}, nil)
	}},
	{Name: "copy", Sig: "($self, /)", Doc: "A shallow copy of ordered dict.", Fn: orderedCopy},
	{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling", Fn: orderedReduce},
}
