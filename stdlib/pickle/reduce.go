package pickle

import "github.com/gopy-lang/gopy/object"

// saveObject writes an object that is neither an atom nor known.
func (p *Pickler) saveObject(v value) error {
	switch v.O.Type {
	case &object.DictType:
		return p.saveDict(v)
	case &object.ListType:
		return p.saveList(v)
	case &object.TupleType:
		return p.saveTuple(v)
	case &object.SetType, &object.FrozenSetType:
		return p.saveSet(v)
	case &object.ByteArrayType:
		return p.saveByteArray(v)
	case &bufferType:
		return p.saveBuffer(v)
	}
	if p.override.O != nil {
		rv, err := object.CallArgs(p.t, p.override, v)
		if err != nil {
			return err
		}
		if rv != object.NotImplemented {
			return p.saveReduced(v, rv)
		}
	}
	tp := v.O.Type
	switch {
	case tp == &object.TypeType:
		return p.saveType(v)
	case tp.Name == "function" && !tp.IsHeap():
		return p.SaveGlobal(v, "")
	}
	rv, global, err := p.reduceOf(v)
	if err != nil {
		return err
	}
	if global {
		return p.SaveGlobal(v, "")
	}
	return p.saveReduced(v, rv)
}

// reduceOf asks the dispatch table, then v itself, for its reduction.
func (p *Pickler) reduceOf(v value) (rv value, global bool, err error) {
	tp := object.Wrap(v.O.Type)
	var f value
	switch {
	case p.table.O == nil || p.table.IsNone():
		d := p.st.dispatch
		f, _, err = d.Get(p.t, tp)
	case p.table.O.Type == &object.DictType:
		f, _, err = object.As[object.Dict](p.table).Get(p.t, tp)
	default:
		f, err = object.GetItem(p.t, p.table, tp)
		if err != nil && object.IsExc(err, &object.KeyErrorType) {
			f, err = value{}, nil
		}
	}
	if err != nil {
		return value{}, false, err
	}
	if f.O != nil {
		rv, err = object.CallArgs(p.t, f, v)
		return rv, false, err
	}
	if v.O.Type.IsSubtype(&object.TypeType) {
		return value{}, true, nil
	}
	if f, err = object.GetAttrOpt(p.t, v, p.t.Intern("__reduce_ex__")); err != nil {
		return value{}, false, err
	}
	if f.O != nil {
		rv, err = object.CallArgs(p.t, f, object.IntOf(p.proto))
		return rv, false, err
	}
	if f, err = object.GetAttrOpt(p.t, v, p.t.Intern("__reduce__")); err != nil {
		return value{}, false, err
	}
	if f.O == nil {
		return value{}, false, object.Errorf(p.st.pickling, "can't pickle '%s' object: %s", v.O.Type.Name, object.MustReprT(p.t, v))
	}
	rv, err = object.CallArgs(p.t, f)
	return rv, false, err
}

// saveReduced writes what a reduction says.
func (p *Pickler) saveReduced(v, rv value) error {
	if s, ok := object.AsStr(rv); ok {
		return p.SaveGlobal(v, s.String())
	}
	r, err := p.parseReduction(rv)
	if err == nil && p.hook != nil {
		r.fn, r.args, err = p.hook.Reduction(r.fn, r.args)
	}
	if err == nil {
		err = p.saveReduce(r, v)
	}
	if err != nil {
		return p.note(err, "%s object", typeName(p.t, v))
	}
	return nil
}

// reduction is the parsed tuple of a __reduce__.
type reduction struct{ fn, args, state, list, dict, setter value }

func (p *Pickler) errorf(format string, args ...any) error {
	return object.Errorf(p.st.pickling, format, args...)
}

func (p *Pickler) parseReduction(rv value) (r reduction, err error) {
	if rv.O.Type.Solid != &object.TupleType {
		return r, p.errorf("__reduce__ must return a string or tuple, not %s", typeName(p.t, rv))
	}
	items := object.As[object.Tuple](rv).Items
	if len(items) < 2 || len(items) > 6 {
		return r, p.errorf("tuple returned by __reduce__ must contain 2 through 6 elements")
	}
	for i, f := range []*value{&r.fn, &r.args, &r.state, &r.list, &r.dict, &r.setter} {
		if i < len(items) && (i < 2 || !items[i].IsNone()) {
			*f = items[i]
		}
	}
	if !object.Callable(r.fn) {
		return r, p.errorf("first item of the tuple returned by __reduce__ must be callable, not %s", typeName(p.t, r.fn))
	}
	if r.args.O.Type.Solid != &object.TupleType {
		return r, p.errorf("second item of the tuple returned by __reduce__ must be a tuple, not %s", typeName(p.t, r.args))
	}
	for i, it := range []value{r.list, r.dict} {
		if it.O != nil && it.O.Type.Slots.Next == nil {
			return r, p.errorf("%s item of the tuple returned by __reduce__ must be an iterator, not %s", [...]string{"fourth", "fifth"}[i], typeName(p.t, it))
		}
	}
	if r.setter.O != nil && !object.Callable(r.setter) {
		return r, p.errorf("sixth item of the tuple returned by __reduce__ must be callable, not %s", typeName(p.t, r.setter))
	}
	return r, nil
}

// Reduce writes v as a call of fn with args; setter, if not missing, is called
// at loading with the object and the state. It is for hooks.
func (p *Pickler) Reduce(v, fn, args, state, setter object.Value) error {
	return p.saveReduce(reduction{fn: fn, args: args, state: state, setter: setter}, v)
}

// saveReduce writes v by its reduction.
func (p *Pickler) saveReduce(r reduction, v value) error {
	tn := ""
	if p.hook == nil {
		tn = typeName(p.t, v)
	}
	if err := p.saveCall(r, v, tn); err != nil {
		return err
	}
	if i, ok := p.memo[v.O]; ok { // the arguments contained it
		p.op(opPop)
		p.get(i)
	} else {
		p.memoize(v)
	}
	if r.list.O != nil {
		if err := p.iterItems(r.list, tn); err != nil {
			return err
		}
	}
	if r.dict.O != nil {
		if err := p.iterPairs(r.dict, tn); err != nil {
			return err
		}
	}
	if r.state.O == nil {
		return nil
	}
	if r.setter.O == nil {
		if err := p.save(r.state, true); err != nil {
			return p.note(err, "%s state", tn)
		}
		p.op(opBuild)
		return nil
	}
	if err := p.save(r.setter, true); err != nil {
		return p.note(err, "%s state setter", tn)
	}
	if err := p.save(v, true); err != nil {
		return err
	}
	if err := p.save(r.state, true); err != nil {
		return p.note(err, "%s state", tn)
	}
	p.op(opTuple2, opReduce, opPop)
	return nil
}

// saveCall writes the call that makes the object.
func (p *Pickler) saveCall(r reduction, v value, tn string) error {
	if p.proto >= 2 {
		n, err := object.GetAttrOpt(p.t, r.fn, p.t.Intern("__name__"))
		if err != nil {
			return err
		}
		if s, ok := object.AsStr(n); n.O != nil && ok {
			items := object.As[object.Tuple](r.args).Items
			switch s.String() {
			case "__newobj__":
				return p.saveNewObj(items, v, tn)
			case "__newobj_ex__":
				return p.saveNewObjEx(items, v, tn)
			}
		}
	}
	if err := p.save(r.fn, true); err != nil {
		return p.note(err, "%s reconstructor", tn)
	}
	if err := p.save(r.args, true); err != nil {
		return p.note(err, "%s reconstructor arguments", tn)
	}
	p.op(opReduce)
	return nil
}

// newClass checks the class of a __newobj__ reduction.
func (p *Pickler) newClass(fn string, cls, v value) error {
	if cls.O.Type.Solid != &object.TypeType {
		return p.errorf("first argument to %s() must be a class, not %s", fn, typeName(p.t, cls))
	}
	own, err := object.GetAttr(p.t, v, p.t.Intern("__class__"))
	if err != nil {
		return err
	}
	if own != cls {
		return p.errorf("first argument to %s() must be %s, not %s", fn, object.MustReprT(p.t, own), object.MustReprT(p.t, cls))
	}
	return nil
}

func (p *Pickler) saveNewObj(items []value, v value, tn string) error {
	if len(items) < 1 {
		return p.errorf("__newobj__ expected at least 1 argument, got 0")
	}
	if err := p.newClass("__newobj__", items[0], v); err != nil {
		return err
	}
	if err := p.save(items[0], true); err != nil {
		return p.note(err, "%s class", tn)
	}
	if err := p.save(object.NewTuple(items[1:]...), true); err != nil {
		return p.note(err, "%s __new__ arguments", tn)
	}
	p.op(opNewObj)
	return nil
}

func (p *Pickler) saveNewObjEx(items []value, v value, tn string) error {
	if len(items) != 3 {
		return p.errorf("__newobj_ex__ expected 3 arguments, got %d", len(items))
	}
	cls, args, kw := items[0], items[1], items[2]
	if cls.O.Type.Solid != &object.TypeType {
		return p.newClass("__newobj_ex__", cls, v)
	}
	if args.O.Type.Solid != &object.TupleType {
		return p.errorf("second argument to __newobj_ex__() must be a tuple, not %s", typeName(p.t, args))
	}
	if kw.O.Type.Solid != &object.DictType {
		return p.errorf("third argument to __newobj_ex__() must be a dict, not %s", typeName(p.t, kw))
	}
	if err := p.newClass("__newobj_ex__", cls, v); err != nil {
		return err
	}
	if p.proto < 4 {
		return p.saveNewPartial(cls, args, kw, tn)
	}
	if err := p.save(cls, true); err != nil {
		return p.note(err, "%s class", tn)
	}
	for _, x := range []value{args, kw} {
		if err := p.save(x, true); err != nil {
			return p.note(err, "%s __new__ arguments", tn)
		}
	}
	p.op(opNewObjEx)
	return nil
}

// saveNewPartial writes cls.__new__(cls, *args, **kw) for old protocols.
func (p *Pickler) saveNewPartial(cls, args, kw value, tn string) error {
	partial, err := p.st.attr(p.t, "functools", "partial")
	if err != nil {
		return err
	}
	newf, err := object.GetAttrStr(p.t, cls, "__new__")
	if err != nil {
		return err
	}
	list := append([]value{newf, cls}, object.As[object.Tuple](args).Items...)
	var names []value
	object.As[object.Dict](kw).Each(func(k, x value) bool {
		names, list = append(names, k), append(list, x)
		return true
	})
	f, err := object.Call(p.t, partial, list, names)
	if err != nil {
		return err
	}
	if err := p.save(f, true); err != nil {
		return p.note(err, "%s reconstructor", tn)
	}
	if err := p.save(object.EmptyTuple, true); err != nil {
		return err
	}
	p.op(opReduce)
	return nil
}

// batches writes what next yields in groups: a lone last one with op one, others
// between a mark and op many.
func (p *Pickler) batches(it value, one, many byte, write func(i int, x value) error) error {
	i := 0
	if !p.bin {
		return object.Iterate(p.t, it, func(x value) error {
			if err := write(i, x); err != nil {
				return err
			}
			i++
			p.op(one)
			return nil
		})
	}
	for n := batchSize; n == batchSize; {
		x, err := object.Next(p.t, it)
		if err != nil || x.O == nil {
			return err
		}
		y, err := object.Next(p.t, it)
		if err != nil {
			return err
		}
		if y.O == nil {
			if err := write(i, x); err != nil {
				return err
			}
			p.op(one)
			return nil
		}
		p.op(opMark)
		if err := write(i, x); err != nil {
			return err
		}
		i++
		for n = 1; y.O != nil; {
			if err := write(i, y); err != nil {
				return err
			}
			i++
			if n++; n == batchSize {
				break
			}
			if y, err = object.Next(p.t, it); err != nil {
				return err
			}
		}
		p.op(many)
	}
	return nil
}

func (p *Pickler) iterItems(it value, tn string) error {
	return p.batches(it, opAppend, opAppends, func(i int, x value) error {
		if err := p.save(x, true); err != nil {
			return p.note(err, "%s item %d", tn, i)
		}
		return nil
	})
}

func (p *Pickler) iterPairs(it value, tn string) error {
	return p.batches(it, opSetItem, opSetItems, func(i int, x value) error {
		if x.O.Type.Solid != &object.TupleType || len(object.As[object.Tuple](x).Items) != 2 {
			return object.TypeErrorf("dict items iterator must return 2-tuples")
		}
		kv := object.As[object.Tuple](x).Items
		if err := p.save(kv[0], true); err != nil {
			return err
		}
		if err := p.save(kv[1], true); err != nil {
			if p.hook == nil {
				if r, e := object.Repr(p.t, kv[0]); e == nil {
					return p.note(err, "%s item %s", tn, r)
				}
			}
			return err
		}
		return nil
	})
}
