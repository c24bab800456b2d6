package object

// The one table that pairs slots with special methods: which names fill a
// slot, how a Python definition is dispatched to, and how the slot of a
// built-in type appears as a method.

// slotGroup is a slot (or the two directions of one) and its special methods.
type slotGroup struct {
	names []*Str
	has   func(s *Slots) bool
	copy  func(dst, src *Slots)
	py    func(tp *Type) // install the dispatcher to Python methods
	none  func(tp *Type) // install what `name = None` in a class means; nil: as py
	// wrap calls slot i of the group for its method form.
	wrap func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error)
	sigs []string
	bin  int // BinOp+1 when the group is a binary operator
}

// WrapperDescr is the method form of a built-in type's slot.
type WrapperDescr struct {
	Header
	Owner *Type
	Name  *Str
	group *slotGroup
	i     int
}

// MethodWrapper is a WrapperDescr bound to an object.
type MethodWrapper struct {
	Header
	D    *WrapperDescr
	Self Value
}

var slotGroups []*slotGroup

// slotByName finds the group that a special method belongs to.
var slotByName map[*Str]*slotGroup

func nargs(t *Thread, n int, args, kw []Value) error {
	if len(kw) > 0 {
		return TypeErrorf("wrapper takes no keyword arguments")
	}
	if len(args) != n {
		s := "s"
		if n == 1 {
			s = ""
		}
		return TypeErrorf("expected %d argument%s, got %d", n, s, len(args))
	}
	return nil
}

func group(g slotGroup, names ...string) {
	for _, n := range names {
		g.names = append(g.names, name(n))
	}
	p := new(slotGroup)
	*p = g
	slotGroups = append(slotGroups, p)
	for _, n := range p.names {
		slotByName[n] = p
	}
}

// unaryGroup declares a slot of one operand.
func unaryGroup(dunder string, field func(s *Slots) *UnaryFunc) {
	n := name(dunder)
	group(slotGroup{
		has:  func(s *Slots) bool { return *field(s) != nil },
		copy: func(dst, src *Slots) { *field(dst) = *field(src) },
		py: func(tp *Type) {
			*field(&tp.Slots) = func(t *Thread, v Value) (Value, error) { return CallSpecial(t, v, n) }
		},
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 0, args, kw); err != nil {
				return Value{}, err
			}
			return (*field(&owner.Slots))(t, self)
		},
		sigs: []string{"($self, /)"},
	}, dunder)
}

func binaryGroup(op BinOp, base string) {
	sig := "($self, value, /)"
	if op == OpPow {
		sig = "($self, value, mod=None, /)"
	}
	f, r := name("__"+base+"__"), name("__r"+base+"__")
	group(slotGroup{
		bin:  int(op) + 1,
		has:  func(s *Slots) bool { return s.Binary[op] != nil },
		copy: func(dst, src *Slots) { dst.Binary[op] = src.Binary[op] },
		py: func(tp *Type) {
			tp.pyBinary |= 1 << op
			tp.Slots.Binary[op] = func(t *Thread, a, b Value) (Value, error) { return pyBinary(t, a, b, op, f, r) }
		},
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if op == OpPow && i == 0 && len(args) == 2 && owner.Slots.Pow3 != nil {
				return owner.Slots.Pow3(t, self, args[0], args[1])
			}
			if op == OpPow && len(kw) == 0 && len(args) != 1 {
				return Value{}, TypeErrorf("expected 1 or 2 arguments, got %d", len(args))
			}
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			if i == 0 {
				return owner.Slots.Binary[op](t, self, args[0])
			}
			return owner.Slots.Binary[op](t, args[0], self)
		},
		sigs: []string{sig, sig},
	}, "__"+base+"__", "__r"+base+"__")
}

func pyBinary(t *Thread, a, b Value, op BinOp, f, r *Str) (Value, error) {
	ta, tb := a.O.Type, b.O.Type
	aPy, bPy := ta.pyBinary&(1<<op) != 0, tb.pyBinary&(1<<op) != 0
	other := ta != tb && bPy
	if aPy {
		if other && tb.IsSubtype(ta) {
			rd := tb.Lookup(t, r)
			if rd.O != nil && rd != ta.Lookup(t, r) {
				if v, err := callDescr(t, rd, b, []Value{a}); err != nil || v != NotImplemented {
					return v, err
				}
				other = false
			}
		}
		if d := ta.Lookup(t, f); d.O != nil {
			if v, err := callOptional(t, d, a, b); err != nil || v != NotImplemented {
				return v, err
			}
		}
	}
	if other {
		if d := tb.Lookup(t, r); d.O != nil {
			return callOptional(t, d, b, a)
		}
	}
	return NotImplemented, nil
}

// callOptional calls a binary special method.
func callOptional(t *Thread, d, a, b Value) (Value, error) {
	var buf [1]Value
	buf[0] = b
	return callDescr(t, d, a, buf[:])
}

func inplaceGroup(op BinOp, dunder string) {
	n := name(dunder)
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Inplace[op] != nil },
		copy: func(dst, src *Slots) { dst.Inplace[op] = src.Inplace[op] },
		py: func(tp *Type) {
			tp.Slots.Inplace[op] = func(t *Thread, a, b Value) (Value, error) { return CallSpecial(t, a, n, b) }
		},
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			return owner.Slots.Inplace[op](t, self, args[0])
		},
		sigs: []string{"($self, value, /)"},
	}, dunder)
}

func sequenceGroups() {
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Concat != nil },
		copy: func(dst, src *Slots) { dst.Concat = src.Concat },
		py:   func(tp *Type) { tp.Slots.Concat = nil },
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			return owner.Slots.Concat(t, self, args[0])
		},
		sigs: []string{"($self, value, /)"},
	}, "__add__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Repeat != nil },
		copy: func(dst, src *Slots) { dst.Repeat = src.Repeat },
		py:   func(tp *Type) { tp.Slots.Repeat = nil },
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			if args[0].O.Type.Slots.Index == nil {
				return Value{}, TypeErrorf("'%s' object cannot be interpreted as an integer", args[0].O.Type.MsgName())
			}
			n, err := IndexInt(t, args[0], &OverflowErrorType)
			if err != nil {
				return Value{}, err
			}
			return owner.Slots.Repeat(t, self, n)
		},
		sigs: []string{"($self, value, /)", "($self, value, /)"},
	}, "__mul__", "__rmul__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.InplaceConcat != nil },
		copy: func(dst, src *Slots) { dst.InplaceConcat = src.InplaceConcat },
		py:   func(tp *Type) { tp.Slots.InplaceConcat = nil },
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			return owner.Slots.InplaceConcat(t, self, args[0])
		},
		sigs: []string{"($self, value, /)"},
	}, "__iadd__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.InplaceRepeat != nil },
		copy: func(dst, src *Slots) { dst.InplaceRepeat = src.InplaceRepeat },
		py:   func(tp *Type) { tp.Slots.InplaceRepeat = nil },
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			n, err := IndexInt(t, args[0], &OverflowErrorType)
			if err != nil {
				return Value{}, err
			}
			return owner.Slots.InplaceRepeat(t, self, n)
		},
		sigs: []string{"($self, value, /)"},
	}, "__imul__")
}

var cmpNames = [...]string{"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"}

func init() {
	slotByName = make(map[*Str]*slotGroup, 128)
	bufferGroup()
	sequenceGroups() // before the numeric groups, which take over the names
	for op, n := range [NBinOp]string{"add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor", "divmod"} {
		binaryGroup(BinOp(op), n)
		if BinOp(op) != OpDivmod {
			inplaceGroup(BinOp(op), "__i"+n+"__")
		}
	}
	unaryGroup("__repr__", func(s *Slots) *UnaryFunc { return &s.Repr })
	unaryGroup("__str__", func(s *Slots) *UnaryFunc { return &s.Str })
	unaryGroup("__iter__", func(s *Slots) *UnaryFunc { return &s.Iter })
	unaryGroup("__neg__", func(s *Slots) *UnaryFunc { return &s.Neg })
	unaryGroup("__pos__", func(s *Slots) *UnaryFunc { return &s.Pos })
	unaryGroup("__abs__", func(s *Slots) *UnaryFunc { return &s.Abs })
	unaryGroup("__invert__", func(s *Slots) *UnaryFunc { return &s.Invert })
	unaryGroup("__int__", func(s *Slots) *UnaryFunc { return &s.ToInt })
	unaryGroup("__float__", func(s *Slots) *UnaryFunc { return &s.ToFloat })
	unaryGroup("__index__", func(s *Slots) *UnaryFunc { return &s.Index })
	unaryGroup("__await__", func(s *Slots) *UnaryFunc { return &s.Await })
	unaryGroup("__aiter__", func(s *Slots) *UnaryFunc { return &s.AIter })
	unaryGroup("__anext__", func(s *Slots) *UnaryFunc { return &s.ANext })
	slotByName[name("__iter__")].none = noneIter
	initObjectSlots()
	initContainerSlots()
	initDescrSlots()
	initWrapperTypes()
}

// noneIter is `__iter__ = None`: the class says it is not iterable.
func noneIter(tp *Type) {
	tp.Slots.Iter = func(t *Thread, v Value) (Value, error) {
		return Value{}, TypeErrorf("'%s' object is not iterable", v.O.Type.MsgName())
	}
}

func initObjectSlots() {
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Hash != nil },
		copy: func(dst, src *Slots) { dst.Hash = src.Hash },
		py:   func(tp *Type) { tp.Slots.Hash = pyHash },
		none: func(tp *Type) { tp.Slots.Hash = nil },
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 0, args, kw); err != nil {
				return Value{}, err
			}
			h, err := owner.Slots.Hash(t, self)
			return Int(h), err
		},
		sigs: []string{"($self, /)"},
	}, "__hash__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Call != nil },
		copy: func(dst, src *Slots) { dst.Call = src.Call },
		py:   func(tp *Type) { tp.Slots.Call = pyCall },
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			return owner.Slots.Call(t, self, args, kw)
		},
		sigs: []string{"($self, /, *args, **kwargs)"},
	}, "__call__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.GetAttr != nil },
		copy: func(dst, src *Slots) { dst.GetAttr = src.GetAttr },
		py: func(tp *Type) {
			tp.Slots.GetAttr = pyGetAttr
			tp.plain &^= plainGet
		},
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			n, err := attrName(t, args[0])
			if err != nil {
				return Value{}, err
			}
			return owner.Slots.GetAttr(t, self, n)
		},
		sigs: []string{"($self, name, /)"},
	}, "__getattribute__", "__getattr__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.SetAttr != nil },
		copy: func(dst, src *Slots) { dst.SetAttr = src.SetAttr },
		py: func(tp *Type) {
			tp.Slots.SetAttr = pySetAttr
			tp.plain &^= plainSet
		},
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 2-i, args, kw); err != nil {
				return Value{}, err
			}
			if owner == &ObjectType && self.solid(&TypeType) { // a class has rules of its own
				return Value{}, TypeErrorf("can't apply this %s to %s object", [...]string{"__setattr__", "__delattr__"}[i], self.O.Type.MsgName())
			}
			n, err := attrName(t, args[0])
			if err != nil {
				return Value{}, err
			}
			var v Value
			if i == 0 {
				v = args[1]
			}
			return None, owner.Slots.SetAttr(t, self, n, v)
		},
		sigs: []string{"($self, name, value, /)", "($self, name, /)"},
	}, "__setattr__", "__delattr__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.RichCmp != nil },
		copy: func(dst, src *Slots) { dst.RichCmp = src.RichCmp },
		py:   func(tp *Type) { tp.Slots.RichCmp = pyRichCmp },
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			return owner.Slots.RichCmp(t, self, args[0], CmpOp(i))
		},
		sigs: []string{"($self, value, /)", "($self, value, /)", "($self, value, /)", "($self, value, /)", "($self, value, /)", "($self, value, /)"},
	}, cmpNames[:]...)
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Next != nil },
		copy: func(dst, src *Slots) { dst.Next = src.Next },
		py:   func(tp *Type) { tp.Slots.Next = pyNext },
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 0, args, kw); err != nil {
				return Value{}, err
			}
			v, err := owner.Slots.Next(t, self)
			if err == nil && v.O == nil {
				return Value{}, NewStopIteration(Value{})
			}
			return v, err
		},
		sigs: []string{"($self, /)"},
	}, "__next__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Init != nil },
		copy: func(dst, src *Slots) { dst.Init = src.Init },
		py:   func(tp *Type) { tp.Slots.Init = pyInit },
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			return None, owner.Slots.Init(t, self, args, kw)
		},
		sigs: []string{"($self, /, *args, **kwargs)"},
	}, "__init__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Bool != nil },
		copy: func(dst, src *Slots) { dst.Bool = src.Bool },
		py:   func(tp *Type) { tp.Slots.Bool = pyBool },
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 0, args, kw); err != nil {
				return Value{}, err
			}
			b, err := owner.Slots.Bool(t, self)
			return Bool(b), err
		},
		sigs: []string{"($self, /)"},
	}, "__bool__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Finalize != nil },
		copy: func(dst, src *Slots) { dst.Finalize = src.Finalize },
		py: func(tp *Type) {
			tp.Finalizer = true
			tp.Slots.Finalize = func(t *Thread, v Value) error { _, err := CallSpecial(t, v, nameDel); return err }
		},
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			return None, owner.Slots.Finalize(t, self)
		},
		sigs: []string{"($self, /)"},
	}, "__del__")
}

func initContainerSlots() {
	lenName, getName, containsName := name("__len__"), name("__getitem__"), name("__contains__")
	setName, delName := name("__setitem__"), name("__delitem__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Len != nil },
		copy: func(dst, src *Slots) { dst.Len = src.Len },
		py: func(tp *Type) {
			tp.Slots.Len = func(t *Thread, v Value) (int, error) {
				r, err := CallSpecial(t, v, lenName)
				if err != nil {
					return 0, err
				}
				return checkLen(t, r)
			}
		},
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 0, args, kw); err != nil {
				return Value{}, err
			}
			n, err := owner.Slots.Len(t, self)
			return IntOf(n), err
		},
		sigs: []string{"($self, /)"},
	}, "__len__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.GetItem != nil },
		copy: func(dst, src *Slots) { dst.GetItem = src.GetItem },
		py: func(tp *Type) {
			tp.Slots.GetItem = func(t *Thread, v, k Value) (Value, error) { return CallSpecial(t, v, getName, k) }
		},
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			return owner.Slots.GetItem(t, self, args[0])
		},
		sigs: []string{"($self, key, /)"},
	}, "__getitem__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.SetItem != nil },
		copy: func(dst, src *Slots) { dst.SetItem = src.SetItem },
		py: func(tp *Type) {
			tp.Slots.SetItem = func(t *Thread, v, k, val Value) error {
				n, args := setName, []Value{k, val}
				if val.O == nil {
					n, args = delName, args[:1]
				}
				if v.O.Type.Lookup(t, n).O == nil {
					if val.O == nil {
						return TypeErrorf("'%s' object doesn't support item deletion", v.O.Type.MsgName())
					}
					return TypeErrorf("'%s' object does not support item assignment", v.O.Type.MsgName())
				}
				_, err := CallSpecial(t, v, n, args...)
				return err
			}
		},
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 2-i, args, kw); err != nil {
				return Value{}, err
			}
			var v Value
			if i == 0 {
				v = args[1]
			}
			return None, owner.Slots.SetItem(t, self, args[0], v)
		},
		sigs: []string{"($self, key, value, /)", "($self, key, /)"},
	}, "__setitem__", "__delitem__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.Contains != nil },
		copy: func(dst, src *Slots) { dst.Contains = src.Contains },
		py: func(tp *Type) {
			tp.Slots.Contains = func(t *Thread, v, x Value) (bool, error) {
				r, err := CallSpecial(t, v, containsName, x)
				if err != nil {
					return false, err
				}
				return Truth(t, r)
			}
		},
		none: func(tp *Type) {
			tp.Slots.Contains = func(t *Thread, v, x Value) (bool, error) {
				return false, TypeErrorf("'%s' object is not a container", v.O.Type.MsgName())
			}
		},
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			b, err := owner.Slots.Contains(t, self, args[0])
			return Bool(b), err
		},
		sigs: []string{"($self, key, /)"},
	}, "__contains__")
}

func checkLen(t *Thread, r Value) (int, error) {
	i, err := Index(t, r)
	if err != nil {
		return 0, err
	}
	n, ok := AsInt64(i)
	if !ok {
		if As[IntObj](i).Big.Sign() < 0 {
			return 0, ValueErrorf("__len__() should return >= 0")
		}
		return 0, OverflowErrorf("cannot fit 'int' into an index-sized integer")
	}
	if n < 0 {
		return 0, ValueErrorf("__len__() should return >= 0")
	}
	return int(n), nil
}

func initDescrSlots() {
	group(slotGroup{
		has:  func(s *Slots) bool { return s.DescrGet != nil },
		copy: func(dst, src *Slots) { dst.DescrGet = src.DescrGet },
		py: func(tp *Type) {
			tp.Slots.DescrGet = func(t *Thread, d, obj, owner Value) (Value, error) {
				if obj.O == nil {
					obj = None
				}
				if owner.O == nil {
					owner = None
				}
				return CallSpecial(t, d, nameGet, obj, owner)
			}
		},
		wrap: func(t *Thread, owner *Type, _ int, self Value, args, kw []Value) (Value, error) {
			if len(args) < 1 || len(args) > 2 {
				return Value{}, TypeErrorf("expected at least 1 argument, got %d", len(args))
			}
			obj, cls := args[0], Value{}
			if len(args) == 2 && !args[1].IsNone() {
				cls = args[1]
			}
			if obj.IsNone() {
				if cls.O == nil {
					return Value{}, TypeErrorf("__get__(None, None) is invalid")
				}
				if cls != Wrap(&NoneTypeType) {
					obj = Value{}
				}
			}
			return owner.Slots.DescrGet(t, self, obj, cls)
		},
		sigs: []string{"($self, instance, owner=None, /)"},
	}, "__get__")
	group(slotGroup{
		has:  func(s *Slots) bool { return s.DescrSet != nil },
		copy: func(dst, src *Slots) { dst.DescrSet = src.DescrSet },
		py: func(tp *Type) {
			tp.Slots.DescrSet = func(t *Thread, d, obj, val Value) error {
				if val.O == nil {
					if d.O.Type.Lookup(t, nameDelete).O == nil {
						return AttributeErrorf("__delete__")
					}
					_, err := CallSpecial(t, d, nameDelete, obj)
					return err
				}
				if d.O.Type.Lookup(t, nameSet).O == nil {
					return AttributeErrorf("__set__")
				}
				_, err := CallSpecial(t, d, nameSet, obj, val)
				return err
			}
		},
		wrap: func(t *Thread, owner *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 2-i, args, kw); err != nil {
				return Value{}, err
			}
			var v Value
			if i == 0 {
				v = args[1]
			}
			return None, owner.Slots.DescrSet(t, self, args[0], v)
		},
		sigs: []string{"($self, instance, value, /)", "($self, instance, /)"},
	}, "__set__", "__delete__")
}

func pyHash(t *Thread, v Value) (int64, error) {
	r, err := CallSpecial(t, v, nameHash)
	if err != nil {
		return 0, err
	}
	if !IsIntLike(r) {
		return 0, TypeErrorf("__hash__ method should return an integer")
	}
	if n, ok := AsInt64(r); ok {
		return fixHash(n), nil
	}
	return Hash(t, exactInt(r))
}

func pyCall(t *Thread, v Value, args, kw []Value) (Value, error) {
	if err := t.EnterNative(" while calling a Python object"); err != nil {
		return Value{}, err
	}
	defer t.LeaveNative()
	d := v.O.Type.Lookup(t, nameCall)
	if d.O == nil {
		return Value{}, TypeErrorf("'%s' object is not callable", v.O.Type.MsgName())
	}
	if d.O.Type.Flags&FlagMethodDescr != 0 {
		var buf [8]Value
		return Call(t, d, append(append(buf[:0], v), args...), kw)
	}
	f, err := bindDescr(t, d, v, Wrap(v.O.Type))
	if err != nil {
		return Value{}, err
	}
	return Call(t, f, args, kw)
}

var nameCall = name("__call__")

func pyGetAttr(t *Thread, v Value, n *Str) (Value, error) {
	tp := v.O.Type
	ga := tp.Lookup(t, nameGetattribute)
	var r Value
	var err error
	if ga.O != nil && ga.O.Type == &WrapperDescrType {
		w := As[WrapperDescr](ga)
		if w.Owner == &ObjectType {
			r, err = genericGet(t, v, n)
		} else {
			r, err = w.Owner.Slots.GetAttr(t, v, n)
		}
	} else {
		r, err = callDescr(t, ga, v, []Value{Wrap(n)})
	}
	if err == nil && r.O != nil {
		return r, nil
	}
	if err != nil && !IsExc(err, &AttributeErrorType) {
		return Value{}, err
	}
	d := tp.Lookup(t, nameGetattr)
	if d.O == nil {
		if err == nil {
			err = NoAttribute(t, v, n)
		}
		attrContext(err, v, n)
		return Value{}, err
	}
	r, err = callDescr(t, d, v, []Value{Wrap(n)})
	if err != nil {
		attrContext(err, v, n)
	}
	return r, err
}

func pySetAttr(t *Thread, v Value, n *Str, val Value) error {
	if val.O == nil {
		_, err := CallSpecial(t, v, nameDelattr, Wrap(n))
		return err
	}
	_, err := CallSpecial(t, v, nameSetattr, Wrap(n), val)
	return err
}

var nameDelattr = name("__delattr__")

var cmpStrs = [6]*Str{name("__lt__"), name("__le__"), name("__eq__"), name("__ne__"), name("__gt__"), name("__ge__")}

func pyRichCmp(t *Thread, a, b Value, op CmpOp) (Value, error) {
	d := a.O.Type.Lookup(t, cmpStrs[op])
	if d.O == nil {
		return NotImplemented, nil
	}
	var buf [1]Value
	buf[0] = b
	return callDescr(t, d, a, buf[:])
}

var nameNext = name("__next__")

func pyNext(t *Thread, v Value) (Value, error) {
	r, err := CallSpecial(t, v, nameNext)
	if err != nil && IsExc(err, &StopIterationType) && StopValue(err.(*Exception)).IsNone() {
		return Value{}, nil
	}
	return r, err
}

func pyInit(t *Thread, self Value, args, kw []Value) error {
	d := self.O.Type.Lookup(t, nameInit)
	r, err := func() (Value, error) {
		if d.O.Type.Flags&FlagMethodDescr != 0 {
			var buf [8]Value
			return Call(t, d, append(append(buf[:0], self), args...), kw)
		}
		f, err := bindDescr(t, d, self, Wrap(self.O.Type))
		if err != nil {
			return Value{}, err
		}
		return Call(t, f, args, kw)
	}()
	if err == nil && !r.IsNone() {
		return TypeErrorf("__init__() should return None, not '%s'", r.O.Type.MsgName())
	}
	return err
}

var nameBool = name("__bool__")

func pyBool(t *Thread, v Value) (bool, error) {
	if v.O.Type.Lookup(t, nameBool).IsNone() {
		return false, TypeErrorf("'%s' cannot be interpreted as a boolean", v.O.Type.MsgName())
	}
	r, err := CallSpecial(t, v, nameBool)
	if err != nil {
		return false, err
	}
	if !r.IsBool() {
		return false, TypeErrorf("__bool__ should return bool, returned %s", r.O.Type.MsgName())
	}
	return r == True, nil
}

// inheritFrom copies the slots of a base type that dst does not define.
func (dst *Slots) inheritFrom(src *Slots) {
	hadEq, hadHash := dst.RichCmp != nil, dst.Hash != nil
	hash := dst.Hash
	for _, g := range slotGroups {
		if g.has(src) && !g.has(dst) {
			g.copy(dst, src)
		}
	}
	if hadEq && !hadHash {
		dst.Hash = hash
	}
	if dst.Pow3 == nil {
		dst.Pow3 = src.Pow3
	}
	if dst.New == nil {
		dst.New = src.New
	}
	if dst.Send == nil {
		dst.Send = src.Send
	}
	if dst.Traverse == nil {
		dst.Traverse = src.Traverse
	}
	if dst.Buffer == nil {
		dst.Buffer, dst.Pin, dst.BufferFormat = src.Buffer, src.Pin, src.BufferFormat
	}
}

// bufferGroup declares the method forms of the buffer slot; a definition in
// Python is found by name where it is wanted.
func bufferGroup() {
	group(slotGroup{
		has: func(s *Slots) bool { return s.Buffer != nil },
		copy: func(dst, src *Slots) {
			dst.Buffer, dst.Pin, dst.BufferFormat = src.Buffer, src.Pin, src.BufferFormat
		},
		py: func(tp *Type) {},
		wrap: func(t *Thread, _ *Type, i int, self Value, args, kw []Value) (Value, error) {
			if err := nargs(t, 1, args, kw); err != nil {
				return Value{}, err
			}
			if i == 0 {
				flags, err := IndexInt(t, args[0], &OverflowErrorType)
				if err != nil {
					return Value{}, err
				}
				return bufferMethod(t, self, flags)
			}
			if !args[0].solid(&MemoryViewType) {
				return Value{}, TypeErrorf("expected a memoryview object")
			}
			m := As[MemoryView](args[0])
			if m.released {
				return Value{}, ValueErrorf("memoryview's buffer has already been released")
			}
			if m.obj != self {
				return Value{}, ValueErrorf("memoryview's buffer is not this object")
			}
			return None, m.release()
		},
		sigs: []string{"($self, flags, /)", "($self, buffer, /)"},
	}, "__buffer__", "__release_buffer__")
}

// addSlotWrappers puts the method forms of a built-in type's own slots into
// its dictionary: those its base does not have or that differ.
func addSlotWrappers(tp *Type, d *Dict) {
	for _, g := range slotGroups {
		if !g.has(&tp.spec.Slots) {
			continue
		}
		for i, n := range g.names {
			if n == nameGetattr || n == nameDel || n == nameReleaseBuffer && tp.spec.Slots.Pin == nil {
				continue
			}
			if _, ok := d.GetStr(n); ok {
				continue
			}
			d.SetStr(n, Wrap(&WrapperDescr{Header{&WrapperDescrType}, tp, n, g, i}))
		}
	}
	if tp.spec.Slots.New != nil {
		d.SetStr(nameNew, Wrap(newBuiltin(&newRow, Wrap(tp), tp.Name)))
	}
}

// newRow is T.__new__ of every built-in type; Self is the type it belongs to.
var newRow = Func{Name: "__new__", Sig: "(*args, **kwargs)", Doc: "Create and return a new object.  See help(type) for accurate signature."}

// callNew is T.__new__(cls, ...) with T the type the function belongs to.
func callNew(t *Thread, owner *Type, args, kw []Value) (Value, error) {
	if len(args)-len(kw) < 1 {
		return Value{}, TypeErrorf("%s.__new__(): not enough arguments", owner.Name)
	}
	if !args[0].solid(&TypeType) {
		return Value{}, TypeErrorf("%s.__new__(X): X is not a type object (%s)", owner.Name, args[0].O.Type.MsgName())
	}
	tp := As[Type](args[0])
	if !tp.IsSubtype(owner) {
		return Value{}, TypeErrorf("%s.__new__(%s): %s is not a subtype of %s", owner.Name, tp.Name, tp.Name, owner.Name)
	}
	if tp.size != owner.size && tp.Solid == owner.Solid && owner.Solid == &DictType {
		for owner = tp; owner.IsHeap(); owner = owner.Base { // the dict subclass that has the storage
		}
	}
	if tp.Flags&FlagNoNew != 0 {
		return Value{}, TypeErrorf("cannot create '%s' instances", tp.FullName(t))
	}
	if tp.Solid != owner.Solid && tp.Solid != owner {
		return Value{}, TypeErrorf("%s.__new__(%s) is not safe, use %s.__new__()", owner.Name, tp.Name, tp.Solid.Name)
	}
	return owner.Slots.New(t, tp, args[1:], kw)
}

// pySlotNew is the New slot of classes whose __new__ is written in Python.
func pySlotNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	d := tp.lookupNew(t)
	f, err := bindDescr(t, d, Value{}, Wrap(tp))
	if err != nil {
		return Value{}, err
	}
	return Call(t, f, append([]Value{Wrap(tp)}, args...), kw)
}

func (tp *Type) lookupNew(t *Thread) Value { return tp.Lookup(t, nameNew) }

func wrapperCall(t *Thread, v Value, args, kw []Value) (Value, error) {
	w := As[WrapperDescr](v)
	if len(args)-len(kw) < 1 {
		return Value{}, TypeErrorf("descriptor '%s' of '%s' object needs an argument", w.Name.s, w.Owner.Name)
	}
	if !args[0].O.Type.IsSubtype(w.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' requires a '%s' object but received a '%s'", w.Name.s, w.Owner.Name, args[0].O.Type.MsgName())
	}
	return w.group.wrap(t, w.Owner, w.i, args[0], args[1:], kw)
}

func initWrapperTypes() {
	WrapperDescrType.Define(TypeSpec{
		Name: "wrapper_descriptor", Flags: FlagMethodDescr | FlagNoNew,
		Slots: Slots{Call: wrapperCall, Repr: func(t *Thread, v Value) (Value, error) {
			w := As[WrapperDescr](v)
			return NewStrf("<slot wrapper '%s' of '%s' objects>", w.Name.s, w.Owner.Name), nil
		}, DescrGet: func(t *Thread, d, obj, owner Value) (Value, error) {
			if obj.O == nil {
				return d, nil
			}
			w := As[WrapperDescr](d)
			if !obj.O.Type.IsSubtype(w.Owner) {
				return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", w.Name.s, w.Owner.Name, obj.O.Type.MsgName())
			}
			return Wrap(&MethodWrapper{Header{&MethodWrapperType}, w, obj}), nil
		}},
		GetSets: rowGetSets(func(v Value) (string, string, string, *Type) {
			w := As[WrapperDescr](v)
			return w.Name.s, slotDoc(w.Name.s), w.group.sigs[min(w.i, len(w.group.sigs)-1)], w.Owner
		}),
		Methods: descrMethods(func(v Value) (string, *Type) { w := As[WrapperDescr](v); return w.Name.s, w.Owner }),
	})
	MethodWrapperType.Define(TypeSpec{
		Name: "method-wrapper", Flags: FlagNoNew,
		Slots: Slots{Call: func(t *Thread, v Value, args, kw []Value) (Value, error) {
			m := As[MethodWrapper](v)
			return m.D.group.wrap(t, m.D.Owner, m.D.i, m.Self, args, kw)
		}, Repr: func(t *Thread, v Value) (Value, error) {
			m := As[MethodWrapper](v)
			return NewStrf("<method-wrapper '%s' of %s object at 0x%x>", m.D.Name.s, m.Self.O.Type.Name, t.Interp.ID(m.Self)), nil
		}, RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
			if b.O.Type != &MethodWrapperType || op != CmpEQ && op != CmpNE {
				return NotImplemented, nil
			}
			x, y := As[MethodWrapper](a), As[MethodWrapper](b)
			return Bool((x.D == y.D && x.Self == y.Self) == (op == CmpEQ)), nil
		}, Hash: func(t *Thread, v Value) (int64, error) {
			m := As[MethodWrapper](v)
			return fixHash(t.Interp.ID(m.Self) ^ int64(hashString(m.D.Name.s))), nil
		}},
		GetSets: []GetSet{
			{"__name__", "", func(t *Thread, v Value) (Value, error) { return Wrap(As[MethodWrapper](v).D.Name), nil }, nil},
			{"__qualname__", "", func(t *Thread, v Value) (Value, error) {
				m := As[MethodWrapper](v)
				return NewStr(m.D.Owner.Name + "." + m.D.Name.s), nil
			}, nil},
			{"__self__", "", func(t *Thread, v Value) (Value, error) { return As[MethodWrapper](v).Self, nil }, nil},
			{"__objclass__", "", func(t *Thread, v Value) (Value, error) { return Wrap(As[MethodWrapper](v).D.Owner), nil }, nil},
			{"__doc__", "", func(t *Thread, v Value) (Value, error) { return docValue(slotDoc(As[MethodWrapper](v).D.Name.s)), nil }, nil},
			{"__text_signature__", "", func(t *Thread, v Value) (Value, error) {
				w := As[MethodWrapper](v).D
				return docValue(w.group.sigs[min(w.i, len(w.group.sigs)-1)]), nil
			}, nil},
		},
	})
}

// attrName checks and interns an attribute name argument.
func attrName(t *Thread, v Value) (*Str, error) {
	s, ok := AsStr(v)
	if !ok {
		return nil, TypeErrorf("attribute name must be string, not '%s'", v.O.Type.MsgName())
	}
	return t.Interp.InternStr(s), nil
}

// AttrName is attrName for other packages.
func AttrName(t *Thread, v Value) (*Str, error) { return attrName(t, v) }
