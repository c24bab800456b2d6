package pickle

import (
	"math"

	"github.com/gopy-lang/gopy/object"
)

// stepObject does the opcodes that make and fill objects.
func (u *Unpickler) stepObject(op byte) (bool, error) {
	switch op {
	case opPop:
		return true, u.popOne()
	case opPopMark:
		_, err := u.popMark()
		return true, err
	case opDup:
		v, err := u.top()
		if err != nil {
			return true, err
		}
		u.push(v)
	case opGlobal:
		v, err := u.globalLines()
		if err != nil {
			return true, err
		}
		u.push(v)
	case opStackGlobal:
		return true, u.stackGlobal()
	case opExt1, opExt2, opExt4:
		return true, u.extension(op)
	case opReduce:
		return true, u.reduce()
	case opNewObj, opNewObjEx:
		return true, u.newObj(op)
	case opBuild:
		return true, u.build()
	case opAppend, opAppends:
		return true, u.appends(op)
	case opSetItem, opSetItems:
		return true, u.setItems(op)
	case opEmptySet:
		v, err := object.NewSet(u.t, nil)
		if err != nil {
			return true, err
		}
		u.push(v)
	case opAddItems:
		return true, u.addItems()
	case opFrozenSet:
		items, err := u.popMark()
		if err != nil {
			return true, err
		}
		v, err := object.NewFrozenSetOf(u.t, object.NewListOwned(items))
		if err != nil {
			return true, err
		}
		u.push(v)
	case opByteArray8:
		b, err := u.counted(8, "BYTEARRAY8")
		if err != nil {
			return true, err
		}
		u.push(object.NewByteArray(append([]byte(nil), b...)))
	case opProto:
		return true, u.setProto()
	case opFrame:
		return true, u.frame()
	case opNextBuffer, opReadOnlyBuffer:
		return true, u.buffer(op)
	default:
		return false, nil
	}
	return true, nil
}

// popOne drops the top of the stack, which may be a mark.
func (u *Unpickler) popOne() error {
	if len(u.marks) > 0 && len(u.stack) == u.floor {
		_, err := u.popMark()
		return err
	}
	_, err := u.pop()
	return err
}

func (u *Unpickler) setProto() error {
	b, err := u.need(1)
	if err != nil {
		return err
	}
	if b[0] > highestProtocol {
		return object.ValueErrorf("unsupported pickle protocol: %d", b[0])
	}
	u.proto = int(b[0])
	return nil
}

// frame reads a whole frame at once.
func (u *Unpickler) frame() error {
	n, err := u.uint(8)
	if err != nil {
		return err
	}
	if n > math.MaxInt64 {
		return object.OverflowErrorf("FRAME length exceeds system's maximum of %d bytes", int64(math.MaxInt64))
	}
	if u.read.O != nil {
		if err := u.t.Charge(int(n)); err != nil {
			return err
		}
	}
	at := u.pos
	b, err := u.need(int(n))
	if err != nil {
		return err
	}
	if u.data == nil { // it came from the file
		u.data = b
	} else {
		u.pos = at
	}
	return nil
}

func (u *Unpickler) stackGlobal() error {
	mn, err := u.popN(2)
	if err != nil {
		return err
	}
	m, ok := object.AsStr(mn[0])
	n, ok2 := object.AsStr(mn[1])
	if !ok || !ok2 {
		return u.fail("STACK_GLOBAL requires str")
	}
	v, err := u.lookup(m.String(), n.String())
	if err == nil {
		u.push(v)
	}
	return err
}

func (u *Unpickler) extension(op byte) error {
	n, err := u.uint(map[byte]int{opExt1: 1, opExt2: 2, opExt4: 4}[op])
	if err != nil {
		return err
	}
	code := int64(n)
	if op == opExt4 {
		code = int64(int32(n))
	}
	if code <= 0 {
		return u.fail("EXT specifies code <= 0")
	}
	key := object.Int(code)
	if v, ok, err := u.st.extCache.Get(u.t, key); err != nil || ok {
		if ok {
			u.push(v)
		}
		return err
	}
	pair, ok, err := u.st.inverted.Get(u.t, key)
	if err != nil {
		return err
	}
	if !ok {
		return object.ValueErrorf("unregistered extension code %d", code)
	}
	var names []*object.Str
	if pair.O.Type == &object.TupleType {
		for _, x := range object.As[object.Tuple](pair).Items {
			if s, ok := object.AsStr(x); ok {
				names = append(names, s)
			}
		}
	}
	if len(names) != 2 {
		return object.ValueErrorf("_inverted_registry[%d] isn't a 2-tuple of strings", code)
	}
	v, err := u.lookup(names[0].String(), names[1].String())
	if err != nil {
		return err
	}
	u.push(v)
	return u.st.extCache.Set(u.t, key, v)
}

func (u *Unpickler) reduce() error {
	fa, err := u.popN(2)
	if err != nil {
		return err
	}
	fn, args := fa[0], fa[1]
	if args.O.Type.Solid != &object.TupleType {
		return object.TypeErrorf("argument list must be a tuple")
	}
	v, err := object.Call(u.t, fn, object.As[object.Tuple](args).Items, nil)
	if err == nil {
		u.push(v)
	}
	return err
}

func (u *Unpickler) newObj(op byte) error {
	what, kw := "NEWOBJ", value{}
	if op == opNewObjEx {
		what = "NEWOBJ_EX"
		var err error
		if kw, err = u.pop(); err != nil {
			return err
		}
	}
	ca, err := u.popN(2)
	if err != nil {
		return err
	}
	cls, args := ca[0], ca[1]
	if cls.O.Type.Solid != &object.TypeType {
		return u.fail("%s class argument must be a type, not %s", what, cls.O.Type.FullName(u.t))
	}
	tp := object.As[object.Type](cls)
	if tp.Slots.New == nil || tp.Flags&object.FlagNoNew != 0 {
		return u.fail("%s class argument '%s' doesn't have __new__", what, tp.FullName(u.t))
	}
	if args.O.Type.Solid != &object.TupleType {
		return u.fail("%s args argument must be a tuple, not %s", what, args.O.Type.FullName(u.t))
	}
	list := object.As[object.Tuple](args).Items
	var names []value
	if kw.O != nil {
		if kw.O.Type.Solid != &object.DictType {
			return u.fail("%s kwargs argument must be a dict, not %s", what, kw.O.Type.FullName(u.t))
		}
		list = append([]value(nil), list...)
		for _, k := range object.As[object.Dict](kw).Keys() {
			if _, ok := object.AsStr(k); !ok {
				return object.TypeErrorf("keywords must be strings")
			}
			x, _, err := object.As[object.Dict](kw).Get(u.t, k)
			if err != nil {
				return err
			}
			names, list = append(names, k), append(list, x)
		}
	}
	v, err := tp.Slots.New(u.t, tp, list, names)
	if err == nil {
		u.push(v)
	}
	return err
}

// build gives the object below the top its state.
func (u *Unpickler) build() error {
	state, err := u.pop()
	if err != nil {
		return err
	}
	v, err := u.top()
	if err != nil {
		return err
	}
	set, err := object.GetAttrOpt(u.t, v, u.t.Intern("__setstate__"))
	if err != nil {
		return err
	}
	if set.O != nil {
		_, err := object.CallArgs(u.t, set, state)
		return err
	}
	slots := value{}
	if state.O.Type.Solid == &object.TupleType {
		if items := object.As[object.Tuple](state).Items; len(items) == 2 {
			state, slots = items[0], items[1]
		}
	}
	if !state.IsNone() {
		if err := u.setDict(v, state); err != nil {
			return err
		}
	}
	if slots.O == nil || slots.IsNone() {
		return nil
	}
	if slots.O.Type.Solid != &object.DictType {
		return u.fail("slot state is not a dictionary")
	}
	return u.eachPair(slots, func(k, x value) error {
		n, err := object.AttrName(u.t, k)
		if err != nil {
			return err
		}
		return object.SetAttr(u.t, v, u.t.Interp.InternStr(n), x)
	})
}

func (u *Unpickler) eachPair(d value, f func(k, x value) error) error {
	for _, k := range object.As[object.Dict](d).Keys() {
		x, ok, err := object.As[object.Dict](d).Get(u.t, k)
		if err != nil {
			return err
		}
		if ok {
			if err := f(k, x); err != nil {
				return err
			}
		}
	}
	return nil
}

func (u *Unpickler) setDict(v, state value) error {
	if state.O.Type.Solid != &object.DictType {
		return u.fail("state is not a dictionary")
	}
	plain := v.O.Type.Flags&object.FlagDict != 0 && v.O.Type.IsHeap() && object.PlainGetAttr(v.O.Type) && v.O.Type.Solid != &object.TypeType
	var d value
	if !plain {
		var err error
		if d, err = object.GetAttrStr(u.t, v, "__dict__"); err != nil {
			return err
		}
	}
	return u.eachPair(state, func(k, x value) error {
		if s, ok := object.AsStr(k); ok && k.O.Type == &object.StrType {
			s = u.t.Interp.InternStr(s)
			if plain {
				return object.SetOwnAttr(u.t, v, s, x)
			}
			k = object.Wrap(s)
		} else if plain {
			return object.As[object.Dict](object.Wrap(object.InstanceDict(u.t, v))).Set(u.t, k, x)
		}
		return object.SetItem(u.t, d, k, x)
	})
}

func (u *Unpickler) appends(op byte) error {
	items, err := u.batch(op == opAppends, 1)
	if err != nil {
		return err
	}
	l, err := u.top()
	if err != nil {
		return err
	}
	if l.O.Type == &object.ListType {
		object.As[object.List](l).Extend(items)
		return nil
	}
	if len(items) == 0 {
		return nil
	}
	if op == opAppends {
		f, err := object.GetAttrOpt(u.t, l, u.t.Intern("extend"))
		if err != nil {
			return err
		}
		if f.O != nil {
			_, err := object.CallArgs(u.t, f, object.NewListOwned(items))
			return err
		}
	}
	f, err := object.GetAttrStr(u.t, l, "append")
	if err != nil {
		return err
	}
	for _, x := range items {
		if _, err := object.CallArgs(u.t, f, x); err != nil {
			return err
		}
	}
	return nil
}

// batch returns the items behind the mark, or the top n.
func (u *Unpickler) batch(marked bool, n int) ([]value, error) {
	if marked {
		return u.popMark()
	}
	s, err := u.popN(n)
	return append([]value(nil), s...), err
}

func (u *Unpickler) setItems(op byte) error {
	items, err := u.batch(op == opSetItems, 2)
	if err != nil {
		return err
	}
	d, err := u.top()
	if err != nil {
		return err
	}
	if len(items)%2 != 0 {
		return u.fail("odd number of items for SETITEMS")
	}
	exact := d.O.Type == &object.DictType
	for i := 0; i < len(items); i += 2 {
		if exact {
			err = object.As[object.Dict](d).Set(u.t, items[i], items[i+1])
		} else {
			err = object.SetItem(u.t, d, items[i], items[i+1])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (u *Unpickler) addItems() error {
	items, err := u.popMark()
	if err != nil {
		return err
	}
	s, err := u.top()
	if err != nil {
		return err
	}
	if s.O.Type == &object.SetType {
		for _, x := range items {
			if err := object.SetAdd(u.t, s, x); err != nil {
				return err
			}
		}
		return nil
	}
	if len(items) == 0 {
		return nil
	}
	f, err := object.GetAttrStr(u.t, s, "add")
	if err != nil {
		return err
	}
	for _, x := range items {
		if _, err := object.CallArgs(u.t, f, x); err != nil {
			return err
		}
	}
	return nil
}

func (u *Unpickler) buffer(op byte) error {
	if op == opReadOnlyBuffer {
		v, err := u.pop()
		if err != nil {
			return err
		}
		if f := v.O.Type.Slots.Buffer; f != nil {
			if _, writable, err := f(v); err == nil && !writable {
				u.push(v)
				return nil
			}
		}
		m, err := object.NewMemoryView(u.t, v)
		if err != nil {
			return err
		}
		if m, err = object.CallMethod(u.t, m, "toreadonly"); err == nil {
			u.push(m)
		}
		return err
	}
	if u.buffers.O == nil {
		return u.fail("pickle stream refers to out-of-band data but no *buffers* argument was given")
	}
	v, err := object.Next(u.t, u.buffers)
	if err != nil {
		return err
	}
	if v.O == nil {
		return u.fail("not enough out-of-band buffers")
	}
	u.push(v)
	return nil
}
