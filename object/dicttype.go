package object

// Slots of dict.

import "fmt"

var dictSlots = Slots{
	Repr: dictRepr, New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
		return Wrap(Alloc[Dict](tp, &DictType)), nil
	}, Init: func(t *Thread, self Value, args, kw []Value) error {
		return dictUpdateArgs(t, As[Dict](self), "dict", args, kw)
	},
	Len:  func(t *Thread, v Value) (int, error) { return As[Dict](v).n, nil },
	Iter: func(t *Thread, v Value) (Value, error) { return NewDictIter(As[Dict](v), 'k'), nil },
	GetItem: func(t *Thread, v, k Value) (Value, error) {
		d := As[Dict](v)
		x, ok, err := d.Get(t, k)
		if err != nil || ok {
			return x, err
		}
		if v.O.Type != &DictType {
			if m := v.O.Type.Lookup(t, nameMissing); m.O != nil {
				return callDescr(t, m, v, []Value{k})
			}
		}
		return Value{}, KeyError(k)
	},
	SetItem: func(t *Thread, v, k, val Value) error {
		if val.O == nil {
			_, ok, err := As[Dict](v).Delete(t, k)
			if err == nil && !ok {
				return KeyError(k)
			}
			return err
		}
		return As[Dict](v).Set(t, k, val)
	},
	Contains: func(t *Thread, v, k Value) (bool, error) {
		_, ok, err := As[Dict](v).Get(t, k)
		return ok, err
	},
	RichCmp: dictCompare,
	Binary: [NBinOp]BinaryFunc{OpOr: func(t *Thread, a, b Value) (Value, error) {
		if !a.solid(&DictType) || !b.solid(&DictType) {
			return NotImplemented, nil
		}
		c := As[Dict](a).Copy()
		return Wrap(c), c.Update(t, As[Dict](b))
	}},
	Inplace: [NBinOp]BinaryFunc{OpOr: func(t *Thread, a, b Value) (Value, error) {
		return a, DictUpdate(t, As[Dict](a), b)
	}},
	Traverse: func(v Value, visit func(Value)) {
		As[Dict](v).Each(func(k, x Value) bool {
			visit(k)
			if x.O != nil {
				visit(x)
			}
			return true
		})
	},
}

func dictRepr(t *Thread, v Value) (Value, error) {
	d := As[Dict](v)
	if d.n == 0 {
		return NewStr("{}"), nil
	}
	if !t.enterRepr(v) {
		return NewStr("{...}"), nil
	}
	defer t.leaveRepr(v)
	b := []byte{'{'}
	var err error
	d.Each(func(k, x Value) bool {
		if len(b) > 1 {
			b = append(b, ", "...)
		}
		var s string
		if s, err = Repr(t, k); err != nil {
			return false
		}
		b = append(append(b, s...), ": "...)
		if s, err = Repr(t, x); err != nil {
			return false
		}
		b = append(b, s...)
		return true
	})
	return NewStr(string(append(b, '}'))), err
}

func dictCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if !b.solid(&DictType) || !a.solid(&DictType) || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	eq, err := dictEqual(t, As[Dict](a), As[Dict](b))
	return Bool(eq == (op == CmpEQ)), err
}

func dictEqual(t *Thread, x, y *Dict) (bool, error) {
	if x.n != y.n {
		return false, nil
	}
	for i := 0; i < len(x.Entries); i++ {
		e := x.Entries[i]
		if e.Key.O == nil {
			continue
		}
		j, err := y.find(t, e.Key, e.Hash)
		if err != nil || j < 0 {
			return false, err
		}
		if eq, err := Equal(t, e.Val, y.Entries[j].Val); err != nil || !eq {
			return false, err
		}
	}
	return true, nil
}

// dictUpdateArgs is dict.update(*args, **kw).
func dictUpdateArgs(t *Thread, d *Dict, fn string, args, kw []Value) error {
	npos := len(args) - len(kw)
	if npos > 1 {
		return TypeErrorf("%s expected at most 1 argument, got %d", fn, npos)
	}
	if npos == 1 {
		if err := DictUpdate(t, d, args[0]); err != nil {
			return err
		}
	}
	for i, k := range kw {
		d.SetStr(As[Str](k), args[npos+i])
	}
	return nil
}

// DictUpdate merges a mapping or an iterable of pairs into d.
func DictUpdate(t *Thread, d *Dict, v Value) error {
	if v.O.Type == &DictType || v.solid(&DictType) && v.O.Type.Slots.Iter != nil && sameIter(v.O.Type) {
		return d.Update(t, As[Dict](v))
	}
	keys, err := GetAttrOpt(t, v, nameKeys)
	if err != nil {
		return err
	}
	if keys.O != nil {
		ks, err := CallArgs(t, keys)
		if err != nil {
			return err
		}
		return Iterate(t, ks, func(k Value) error {
			x, err := GetItem(t, v, k)
			if err != nil {
				return err
			}
			return d.Set(t, k, x)
		})
	}
	i := 0
	return Iterate(t, v, func(x Value) error {
		if x.O.Type.Slots.Iter == nil && !IsSequence(x) {
			e := Errorf(&TypeErrorType, "object is not iterable")
			AddNote(t, e, fmt.Sprintf("Cannot convert dictionary update sequence element #%d to a sequence", i))
			return e
		}
		p, err := Items(t, x)
		if e, ok := err.(*Exception); ok && IsExc(err, &TypeErrorType) {
			AddNote(t, e, fmt.Sprintf("Cannot convert dictionary update sequence element #%d to a sequence", i))
		}
		if err != nil {
			return err
		}
		if len(p) != 2 {
			return ValueErrorf("dictionary update sequence element #%d has length %d; 2 is required", i, len(p))
		}
		i++
		return d.Set(t, p[0], p[1])
	})
}

// sameIter reports whether a dict subclass iterates as dict does.
func sameIter(tp *Type) bool {
	for _, m := range tp.MRO {
		if m == &DictType {
			return true
		}
		if m.IsHeap() {
			if _, ok := m.dict.getStatic("__iter__"); ok {
				return false
			}
		}
	}
	return true
}
