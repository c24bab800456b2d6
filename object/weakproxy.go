package object

// Weak proxies: objects that pass every operation on to what they refer to.

import "unsafe"

// The types of weak proxies.
var (
	ProxyType         Type
	CallableProxyType Type
)

// NewProxy is weakref.proxy(v, callback).
func NewProxy(t *Thread, v, callback Value) (Value, error) {
	tp := &ProxyType
	if Callable(v) {
		tp = &CallableProxyType
	}
	return NewWeakRef(t, tp, tp, v, callback)
}

// unproxy returns what proxy v refers to, and v itself if it is no proxy.
func unproxy(v Value) (Value, error) {
	if v.O.Type != &ProxyType && v.O.Type != &CallableProxyType {
		return v, nil
	}
	x := As[WeakRef](v).Get()
	if x.O == nil {
		return Value{}, Errorf(&ReferenceErrorType, "weakly-referenced object no longer exists")
	}
	return x, nil
}

func proxyUnary(f UnaryFunc) UnaryFunc {
	return func(t *Thread, v Value) (Value, error) {
		x, err := unproxy(v)
		if err != nil {
			return Value{}, err
		}
		return f(t, x)
	}
}

func proxyBinary(f BinaryFunc) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		x, err := unproxy(a)
		if err != nil {
			return Value{}, err
		}
		y, err := unproxy(b)
		if err != nil {
			return Value{}, err
		}
		return f(t, x, y)
	}
}

func proxyNumber(dunder string, slot func(s *Slots) UnaryFunc) UnaryFunc {
	return proxyUnary(func(t *Thread, v Value) (Value, error) {
		f := slot(&v.O.Type.Slots)
		if f != nil {
			return f(t, v)
		}
		switch dunder {
		case "__int__":
			return CallArgs(t, Wrap(&IntType), v)
		case "__float__":
			return CallArgs(t, Wrap(&FloatType), v)
		case "__index__":
			return Index(t, v)
		}
		op := map[string]string{"__neg__": "unary -", "__pos__": "unary +", "__abs__": "abs()", "__invert__": "unary ~"}[dunder]
		return Value{}, TypeErrorf("bad operand type for %s: '%s'", op, v.O.Type.MsgName())
	})
}

func init() {
	s := proxySlots()
	spec := TypeSpec{Name: "ProxyType", Module: "weakref", Flags: FlagNoNew, Size: unsafe.Sizeof(WeakRef{}), Slots: s,
		Methods: []Func{
			{"__bytes__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
				x, err := unproxy(a[0])
				if err != nil {
					return Value{}, err
				}
				return CallMethod(t, x, "__bytes__")
			}},
			{"__reversed__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
				x, err := unproxy(a[0])
				if err != nil {
					return Value{}, err
				}
				return CallMethod(t, x, "__reversed__")
			}},
		}}
	ProxyType.Define(spec)
	spec.Name, spec.Methods = "CallableProxyType", nil
	spec.Slots.Call = func(t *Thread, v Value, args, kw []Value) (Value, error) {
		x, err := unproxy(v)
		if err != nil {
			return Value{}, err
		}
		return Call(t, x, args, kw)
	}
	CallableProxyType.Define(spec)
}

func proxySlots() Slots {
	s := Slots{
		Repr: func(t *Thread, v Value) (Value, error) {
			x := As[WeakRef](v).Get()
			if x.O == nil {
				return NewStrf("<weakproxy at 0x%x; dead>", t.Interp.ID(v)), nil
			}
			return NewStrf("<weakproxy at 0x%x; to '%s' at 0x%x>", t.Interp.ID(v), x.O.Type.MsgName(), t.Interp.ID(x)), nil
		},
		Str:  proxyUnary(StrValue),
		Iter: proxyUnary(Iter),
		Next: proxyUnary(func(t *Thread, v Value) (Value, error) {
			if v.O.Type.Slots.Next == nil {
				return Value{}, TypeErrorf("Weakref proxy referenced a non-iterator '%s' object", v.O.Type.MsgName())
			}
			return Next(t, v)
		}),
		GetItem: proxyBinary(GetItem),
		GetAttr: func(t *Thread, v Value, n *Str) (Value, error) {
			x, err := unproxy(v)
			if err != nil {
				return Value{}, err
			}
			return GetAttr(t, x, n)
		},
		SetAttr: func(t *Thread, v Value, n *Str, val Value) error {
			x, err := unproxy(v)
			if err != nil {
				return err
			}
			return SetAttr(t, x, n, val)
		},
		SetItem: func(t *Thread, v, k, val Value) error {
			x, err := unproxy(v)
			if err != nil {
				return err
			}
			return SetItem(t, x, k, val)
		},
		RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
			return proxyBinary(func(t *Thread, x, y Value) (Value, error) { return RichCompare(t, x, y, op) })(t, a, b)
		},
		Bool: func(t *Thread, v Value) (bool, error) {
			x, err := unproxy(v)
			if err != nil {
				return false, err
			}
			return Truth(t, x)
		},
		Len: func(t *Thread, v Value) (int, error) {
			x, err := unproxy(v)
			if err != nil {
				return 0, err
			}
			return Len(t, x)
		},
		Contains: func(t *Thread, v, item Value) (bool, error) {
			x, err := unproxy(v)
			if err != nil {
				return false, err
			}
			return Contains(t, x, item)
		},
		Neg:     proxyNumber("__neg__", func(s *Slots) UnaryFunc { return s.Neg }),
		Pos:     proxyNumber("__pos__", func(s *Slots) UnaryFunc { return s.Pos }),
		Abs:     proxyNumber("__abs__", func(s *Slots) UnaryFunc { return s.Abs }),
		Invert:  proxyNumber("__invert__", func(s *Slots) UnaryFunc { return s.Invert }),
		ToInt:   proxyNumber("__int__", func(s *Slots) UnaryFunc { return s.ToInt }),
		ToFloat: proxyNumber("__float__", func(s *Slots) UnaryFunc { return s.ToFloat }),
		Index:   proxyNumber("__index__", func(s *Slots) UnaryFunc { return s.Index }),
	}
	s.Pow3 = func(t *Thread, a, b, m Value) (Value, error) {
		v := [3]Value{a, b, m}
		for i := range v {
			x, err := unproxy(v[i])
			if err != nil {
				return Value{}, err
			}
			v[i] = x
		}
		return Pow3(t, v[0], v[1], v[2])
	}
	for op := range s.Binary {
		s.Binary[op] = proxyBinary(func(t *Thread, a, b Value) (Value, error) { return BinaryOp(t, a, b, BinOp(op)) })
		if BinOp(op) != OpDivmod {
			s.Inplace[op] = proxyBinary(func(t *Thread, a, b Value) (Value, error) { return InplaceOp(t, a, b, BinOp(op)) })
		}
	}
	return s
}
