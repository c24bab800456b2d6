package vm

// The mapping that frame.f_locals is for functions (PEP 667): it reads and
// writes the variables themselves.

import (
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// LocalsProxyType is the type of f_locals of functions.
var LocalsProxyType object.Type

// localsProxy shows the variables of a frame.
type localsProxy struct {
	object.Header
	frame *FrameObject
}

// variable finds key among the variables, bound or not; -1 if it names none.
func (o *FrameObject) variable(t *object.Thread, key object.Value) (int, error) {
	h, err := object.Hash(t, key)
	if err != nil {
		return -1, err
	}
	s, text := object.AsStr(key)
	exact := text && key.O.Type == &object.StrType
	regs := o.registers()
	for i, l := range o.unit.Code.LocalsPlus {
		if i >= len(regs) || l.Kind&code.Hidden != 0 && localValue(l.Kind, regs[i]).O == nil {
			continue
		}
		if exact {
			if l.Name == s.String() {
				return i, nil
			}
			continue
		}
		name := object.Wrap(t.Intern(l.Name))
		if nh, _ := object.Hash(t, name); nh != h {
			continue
		}
		eq, err := object.Equal(t, name, key)
		if err != nil {
			return -1, err
		}
		if eq {
			return i, nil
		}
	}
	return -1, nil
}

// lookup returns the value of key, the missing Value if there is none.
func (o *FrameObject) lookup(t *object.Thread, key object.Value) (object.Value, error) {
	i, err := o.variable(t, key)
	if err != nil {
		return object.Value{}, err
	}
	if i >= 0 {
		if v := localValue(o.unit.Code.LocalsPlus[i].Kind, o.registers()[i]); v.O != nil {
			return v, nil
		}
	}
	if o.extra == nil {
		return object.Value{}, nil
	}
	v, _, err := o.extra.Get(t, key)
	return v, err
}

// assign sets a variable, or an extra name that is no variable.
func (o *FrameObject) assign(t *object.Thread, key, v object.Value) error {
	i, err := o.variable(t, key)
	if err != nil {
		return err
	}
	if i < 0 {
		if o.extra == nil {
			o.extra = object.NewDict()
		}
		return o.extra.Set(t, key, v)
	}
	r := &o.registers()[i]
	if k := o.unit.Code.LocalsPlus[i].Kind; k&(code.CellVar|code.FreeVar) != 0 && r.O != nil && r.O.Type == &object.CellType {
		object.As[object.Cell](*r).V = v
	} else {
		*r = v
	}
	return nil
}

// remove deletes an extra name and returns its value.
func (o *FrameObject) remove(t *object.Thread, key object.Value) (object.Value, bool, error) {
	i, err := o.variable(t, key)
	if err != nil {
		return object.Value{}, false, err
	}
	if i >= 0 {
		return object.Value{}, false, object.ValueErrorf("cannot remove local variables from FrameLocalsProxy")
	}
	if o.extra == nil {
		return object.Value{}, false, nil
	}
	return o.extra.Delete(t, key)
}

func frameBehind(v object.Value) *FrameObject { return object.As[localsProxy](v).frame }

// snapshot is the dict that v shows, if v is a proxy or a dict.
func snapshot(t *object.Thread, v object.Value) (*object.Dict, bool) {
	switch {
	case v.O.Type == &LocalsProxyType:
		return object.As[object.Dict](frameBehind(v).Locals(t)), true
	case v.O.Type.Solid == &object.DictType:
		return object.As[object.Dict](v), true
	}
	return nil, false
}

func init() {
	LocalsProxyType.Define(object.TypeSpec{
		Name: "FrameLocalsProxy", Flags: object.FlagMapping,
		Slots: object.Slots{
			New: newLocalsProxy,
			Repr: func(t *object.Thread, v object.Value) (object.Value, error) {
				if !t.EnterRepr(v) {
					return object.NewStr("{...}"), nil
				}
				defer t.LeaveRepr(v)
				return object.ReprValue(t, frameBehind(v).Locals(t))
			},
			Len: func(t *object.Thread, v object.Value) (int, error) {
				return object.As[object.Dict](frameBehind(v).Locals(t)).Len(), nil
			},
			GetItem: func(t *object.Thread, v, key object.Value) (object.Value, error) {
				r, err := frameBehind(v).lookup(t, key)
				if err == nil && r.O == nil {
					s, err := object.ToStr(t, key)
					if err != nil {
						return object.Value{}, err
					}
					return object.Value{}, object.KeyError(object.NewStr("local variable '" + s + "' is not defined"))
				}
				return r, err
			},
			SetItem: func(t *object.Thread, v, key, val object.Value) error {
				if val.O != nil {
					return frameBehind(v).assign(t, key, val)
				}
				_, ok, err := frameBehind(v).remove(t, key)
				if err == nil && !ok {
					return object.KeyError(key)
				}
				return err
			},
			Contains: func(t *object.Thread, v, key object.Value) (bool, error) {
				r, err := frameBehind(v).lookup(t, key)
				return r.O != nil, err
			},
			Iter: func(t *object.Thread, v object.Value) (object.Value, error) {
				return object.Iter(t, proxyList(t, v, "keys"))
			},
			RichCmp: compareProxies,
			Binary:  [object.NBinOp]object.BinaryFunc{object.OpOr: mergeProxies},
			Inplace: [object.NBinOp]object.BinaryFunc{object.OpOr: func(t *object.Thread, a, b object.Value) (object.Value, error) {
				if _, ok := snapshot(t, b); !ok {
					return object.NotImplemented, nil
				}
				return a, updateProxy(t, a, b)
			}},
			Traverse: func(v object.Value, visit func(object.Value)) { visit(object.Wrap(frameBehind(v))) },
		},
		Methods: localsProxyMethods,
	})
}

func newLocalsProxy(_ *object.Thread, tp *object.Type, args, kw []object.Value) (object.Value, error) {
	if len(kw) > 0 {
		return object.Value{}, object.TypeErrorf("FrameLocalsProxy takes no keyword arguments")
	}
	if len(args) != 1 {
		return object.Value{}, object.TypeErrorf("FrameLocalsProxy expected 1 argument, got %d", len(args))
	}
	if args[0].O.Type != &FrameType {
		return object.Value{}, object.TypeErrorf("expect frame, not %s", args[0].O.Type.MsgName())
	}
	return object.As[FrameObject](args[0]).proxy(), nil
}

func (o *FrameObject) proxy() object.Value {
	return object.Wrap(&localsProxy{object.Header{Type: &LocalsProxyType}, o})
}

// proxyList is the list of the keys, values or items.
func proxyList(t *object.Thread, v object.Value, part string) object.Value {
	var list []object.Value
	object.As[object.Dict](frameBehind(v).Locals(t)).Each(func(k, x object.Value) bool {
		switch part {
		case "keys":
			list = append(list, k)
		case "values":
			list = append(list, x)
		default:
			list = append(list, object.NewTuple2(k, x))
		}
		return true
	})
	return object.NewList(list...)
}

func compareProxies(t *object.Thread, a, b object.Value, op object.CmpOp) (object.Value, error) {
	if op != object.CmpEQ && op != object.CmpNE {
		return object.NotImplemented, nil
	}
	if b.O.Type == &LocalsProxyType {
		return object.Bool((frameBehind(a) == frameBehind(b)) == (op == object.CmpEQ)), nil
	}
	if b.O.Type.Solid != &object.DictType {
		return object.NotImplemented, nil
	}
	return object.RichCompare(t, frameBehind(a).Locals(t), b, op)
}

// mergeProxies is a | b.
func mergeProxies(t *object.Thread, a, b object.Value) (object.Value, error) {
	x, ok1 := snapshot(t, a)
	y, ok2 := snapshot(t, b)
	if !ok1 || !ok2 {
		return object.NotImplemented, nil
	}
	d := x.Copy()
	return object.Wrap(d), d.Update(t, y)
}

func updateProxy(t *object.Thread, v, other object.Value) error {
	d, ok := snapshot(t, other)
	if !ok {
		return object.TypeErrorf("update() argument must be dict or another FrameLocalsProxy")
	}
	var err error
	d.Copy().Each(func(k, x object.Value) bool {
		err = frameBehind(v).assign(t, k, x)
		return err == nil
	})
	return err
}

var localsProxyMethods = []object.Func{
	{Name: "keys", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return proxyList(t, a[0], "keys"), nil
	}},
	{Name: "values", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return proxyList(t, a[0], "values"), nil
	}},
	{Name: "items", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return proxyList(t, a[0], "items"), nil
	}},
	{Name: "copy", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return frameBehind(a[0]).Locals(t), nil
	}},
	{Name: "__reversed__", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		l := proxyList(t, a[0], "keys")
		_, err := object.CallMethod(t, l, "reverse")
		return l, err
	}},
	{Name: "update", Sig: "($self, object, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return object.None, updateProxy(t, a[0], a[1])
	}},
	{Name: "get", Sig: "($self, /, *args)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		args := object.As[object.Tuple](a[1]).Items
		if len(args) < 1 || len(args) > 2 {
			return object.Value{}, object.TypeErrorf("get expected 1 or 2 arguments")
		}
		return proxyDefault(t, a[0], args)
	}},
	{Name: "setdefault", Sig: "($self, /, *args)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		args := object.As[object.Tuple](a[1]).Items
		if len(args) < 1 || len(args) > 2 {
			return object.Value{}, object.TypeErrorf("setdefault expected 1 or 2 arguments")
		}
		o := frameBehind(a[0])
		if r, err := o.lookup(t, args[0]); err != nil || r.O != nil {
			return r, err
		}
		v := object.None
		if len(args) == 2 {
			v = args[1]
		}
		return v, o.assign(t, args[0], v)
	}},
	{Name: "pop", Sig: "($self, /, *args)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		args := object.As[object.Tuple](a[1]).Items
		if len(args) < 1 {
			return object.Value{}, object.TypeErrorf("pop expected at least 1 argument, got 0")
		}
		if len(args) > 2 {
			return object.Value{}, object.TypeErrorf("pop expected at most 2 arguments, got %d", len(args))
		}
		v, ok, err := frameBehind(a[0]).remove(t, args[0])
		switch {
		case err != nil || ok:
			return v, err
		case len(args) == 2:
			return args[1], nil
		}
		return object.Value{}, object.KeyError(args[0])
	}},
}

// proxyDefault is get(key, default).
func proxyDefault(t *object.Thread, v object.Value, args []object.Value) (object.Value, error) {
	r, err := frameBehind(v).lookup(t, args[0])
	if err != nil || r.O != nil {
		return r, err
	}
	if len(args) == 2 {
		return args[1], nil
	}
	return object.None, nil
}
