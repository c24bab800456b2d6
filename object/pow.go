package object

// Pow3 is pow(a, b, m): as with two operands the right one goes first if its
// class is a subclass of the left one's and has a __rpow__ of its own.
func Pow3(t *Thread, a, b, m Value) (Value, error) {
	right := b.O.Type != a.O.Type && b.O.Type.pythonic(t, nameRpow)
	if right && b.O.Type.IsSubtype(a.O.Type) {
		if v, err := CallSpecial(t, b, nameRpow, a, m); err != nil || v != NotImplemented {
			return v, err
		}
		right = false
	}
	if a.O.Type.pythonic(t, namePow) {
		if v, err := CallSpecial(t, a, namePow, b, m); err != nil || v != NotImplemented {
			return v, err
		}
	} else if f := a.O.Type.Slots.Pow3; f != nil {
		if v, err := f(t, a, b, m); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if right {
		if v, err := CallSpecial(t, b, nameRpow, a, m); err != nil || v != NotImplemented {
			return v, err
		}
	} else if f := b.O.Type.Slots.Pow3; f != nil {
		if v, err := f(t, a, b, m); err != nil || v != NotImplemented {
			return v, err
		}
	}
	return Value{}, TypeErrorf("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", a.O.Type.MsgName(), b.O.Type.MsgName(), m.O.Type.MsgName())
}

var namePow, nameRpow = name("__pow__"), name("__rpow__")

// pythonic reports whether a class has special method n, and not from a
// built-in type.
func (tp *Type) pythonic(t *Thread, n *Str) bool {
	d := tp.Lookup(t, n)
	return d.O != nil && d.O.Type != &WrapperDescrType
}
