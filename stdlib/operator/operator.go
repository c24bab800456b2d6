// Package operator implements the operator and _operator modules (library
// reference, "operator").
package operator

import (
	"crypto/subtle"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

type fn = func(t *thread, a []value) (value, error)

func binary(op object.BinOp) fn {
	return func(t *thread, a []value) (value, error) { return object.BinaryOp(t, a[0], a[1], op) }
}

func inplace(op object.BinOp) fn {
	return func(t *thread, a []value) (value, error) { return object.InplaceOp(t, a[0], a[1], op) }
}

func compare(op object.CmpOp) fn {
	return func(t *thread, a []value) (value, error) { return object.RichCompare(t, a[0], a[1], op) }
}

func unary(what string, slot func(s *object.Slots) object.UnaryFunc) fn {
	return func(t *thread, a []value) (value, error) {
		f := slot(&a[0].O.Type.Slots)
		if f == nil {
			return value{}, object.TypeErrorf("bad operand type for %s: '%s'", what, a[0].O.Type.MsgName())
		}
		return f(t, a[0])
	}
}

func truth(want bool) fn {
	return func(t *thread, a []value) (value, error) {
		b, err := object.Truth(t, a[0])
		return object.Bool(b == want), err
	}
}

func identical(want bool) fn {
	return func(t *thread, a []value) (value, error) { return object.Bool((a[0] == a[1]) == want), nil }
}

func concat(t *thread, a []value) (value, error) {
	if f := a[0].O.Type.Slots.Concat; f != nil {
		return f(t, a[0], a[1])
	}
	if a[0].O.Type.Slots.GetItem != nil && a[1].O.Type.Slots.GetItem != nil {
		return object.BinaryOp(t, a[0], a[1], object.OpAdd)
	}
	return value{}, object.TypeErrorf("'%s' object can't be concatenated", a[0].O.Type.MsgName())
}

func iconcat(t *thread, a []value) (value, error) {
	if a[0].O.Type.Slots.GetItem == nil {
		return value{}, object.TypeErrorf("'%s' object can't be concatenated", a[0].O.Type.MsgName())
	}
	return object.InplaceOp(t, a[0], a[1], object.OpAdd)
}

func contains(t *thread, a []value) (value, error) {
	ok, err := object.Contains(t, a[0], a[1])
	return object.Bool(ok), err
}

func countOf(t *thread, a []value) (value, error) {
	n, x := 0, a[1]
	err := object.Iterate(t, a[0], func(y value) error {
		eq, err := object.Equal(t, y, x)
		if eq {
			n++
		}
		return err
	})
	return object.IntOf(n), err
}

func indexOf(t *thread, a []value) (value, error) {
	it, err := object.Iter(t, a[0])
	if err != nil {
		return value{}, err
	}
	for i := 0; ; i++ {
		y, err := object.Next(t, it)
		if err != nil {
			return value{}, err
		}
		if y.O == nil {
			return value{}, object.ValueErrorf("sequence.index(x): x not in sequence")
		}
		if eq, err := object.Equal(t, y, a[1]); err != nil || eq {
			return object.IntOf(i), err
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

func call(t *thread, a []value) (value, error) {
	args := append([]value(nil), object.As[object.Tuple](a[1]).Items...)
	var kw []value
	object.As[object.Dict](a[2]).Each(func(k, v value) bool {
		kw, args = append(kw, k), append(args, v)
		return true
	})
	return object.Call(t, a[0], args, kw)
}

func compareDigest(t *thread, a []value) (value, error) {
	if a[0].O.Type.Solid == &object.StrType && a[1].O.Type.Solid == &object.StrType {
		x, y := object.As[object.Str](a[0]).String(), object.As[object.Str](a[1]).String()
		if !ascii(x) || !ascii(y) {
			return value{}, object.TypeErrorf("comparing strings with non-ASCII characters is not supported")
		}
		return object.Bool(subtle.ConstantTimeCompare([]byte(x), []byte(y)) == 1), nil
	}
	f, g := a[0].O.Type.Slots.Buffer, a[1].O.Type.Slots.Buffer
	if f == nil || g == nil {
		return value{}, object.TypeErrorf("unsupported operand types(s) or combination of types: '%s' and '%s'", a[0].O.Type.Name, a[1].O.Type.Name)
	}
	x, _, err := f(a[0])
	if err != nil {
		return value{}, err
	}
	y, _, err := g(a[1])
	return object.Bool(subtle.ConstantTimeCompare(x, y) == 1), err
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

type slots = object.Slots

const (
	sig1 = "(a, /)"
	sig2 = "(a, b, /)"
)

func rows() []object.Func {
	return []object.Func{
		{Name: "abs", Sig: sig1, Doc: "Same as abs(a).", Fn: unary("abs()", func(s *slots) object.UnaryFunc { return s.Abs })},
		{Name: "add", Sig: sig2, Doc: "Same as a + b.", Fn: binary(object.OpAdd)},
		{Name: "and_", Sig: sig2, Doc: "Same as a & b.", Fn: binary(object.OpAnd)},
		{Name: "call", Sig: "(obj, /, *args, **kwargs)", Doc: "Same as obj(*args, **kwargs).", Fn: call},
		{Name: "concat", Sig: sig2, Doc: "Same as a + b, for a and b sequences.", Fn: concat},
		{Name: "contains", Sig: sig2, Doc: "Same as b in a (note reversed operands).", Fn: contains},
		{Name: "countOf", Sig: sig2, Doc: "Return the number of items in a which are, or which equal, b.", Fn: countOf},
		{Name: "delitem", Sig: sig2, Doc: "Same as del a[b].", Fn: func(t *thread, a []value) (value, error) {
			return object.None, object.SetItem(t, a[0], a[1], value{})
		}},
		{Name: "eq", Sig: sig2, Doc: "Same as a == b.", Fn: compare(object.CmpEQ)},
		{Name: "floordiv", Sig: sig2, Doc: "Same as a // b.", Fn: binary(object.OpFloorDiv)},
		{Name: "ge", Sig: sig2, Doc: "Same as a >= b.", Fn: compare(object.CmpGE)},
		{Name: "getitem", Sig: sig2, Doc: "Same as a[b].", Fn: func(t *thread, a []value) (value, error) { return object.GetItem(t, a[0], a[1]) }},
		{Name: "gt", Sig: sig2, Doc: "Same as a > b.", Fn: compare(object.CmpGT)},
		{Name: "iadd", Sig: sig2, Doc: "Same as a += b.", Fn: inplace(object.OpAdd)},
		{Name: "iand", Sig: sig2, Doc: "Same as a &= b.", Fn: inplace(object.OpAnd)},
		{Name: "iconcat", Sig: sig2, Doc: "Same as a += b, for a and b sequences.", Fn: iconcat},
		{Name: "ifloordiv", Sig: sig2, Doc: "Same as a //= b.", Fn: inplace(object.OpFloorDiv)},
		{Name: "ilshift", Sig: sig2, Doc: "Same as a <<= b.", Fn: inplace(object.OpLShift)},
		{Name: "imatmul", Sig: sig2, Doc: "Same as a @= b.", Fn: inplace(object.OpMatMul)},
		{Name: "imod", Sig: sig2, Doc: "Same as a %= b.", Fn: inplace(object.OpMod)},
		{Name: "imul", Sig: sig2, Doc: "Same as a *= b.", Fn: inplace(object.OpMul)},
		{Name: "index", Sig: sig1, Doc: "Same as a.__index__()", Fn: func(t *thread, a []value) (value, error) {
			r, err := object.Index(t, a[0])
			if err == nil && r.O == &object.BoolHeader {
				r = object.Int(int64(r.N))
			}
			return r, err
		}},
		{Name: "indexOf", Sig: sig2, Doc: "Return the first index of b in a.", Fn: indexOf},
		{Name: "inv", Sig: sig1, Doc: "Same as ~a.", Fn: unary("unary ~", func(s *slots) object.UnaryFunc { return s.Invert })},
		{Name: "invert", Sig: sig1, Doc: "Same as ~a.", Fn: unary("unary ~", func(s *slots) object.UnaryFunc { return s.Invert })},
		{Name: "ior", Sig: sig2, Doc: "Same as a |= b.", Fn: inplace(object.OpOr)},
		{Name: "ipow", Sig: sig2, Doc: "Same as a **= b.", Fn: inplace(object.OpPow)},
		{Name: "irshift", Sig: sig2, Doc: "Same as a >>= b.", Fn: inplace(object.OpRShift)},
		{Name: "is_", Sig: sig2, Doc: "Same as a is b.", Fn: identical(true)},
		{Name: "is_none", Sig: sig1, Doc: "Same as a is None.", Fn: func(t *thread, a []value) (value, error) { return object.Bool(a[0].IsNone()), nil }},
		{Name: "is_not", Sig: sig2, Doc: "Same as a is not b.", Fn: identical(false)},
		{Name: "is_not_none", Sig: sig1, Doc: "Same as a is not None.", Fn: func(t *thread, a []value) (value, error) { return object.Bool(!a[0].IsNone()), nil }},
		{Name: "isub", Sig: sig2, Doc: "Same as a -= b.", Fn: inplace(object.OpSub)},
		{Name: "itruediv", Sig: sig2, Doc: "Same as a /= b.", Fn: inplace(object.OpTrueDiv)},
		{Name: "ixor", Sig: sig2, Doc: "Same as a ^= b.", Fn: inplace(object.OpXor)},
		{Name: "le", Sig: sig2, Doc: "Same as a <= b.", Fn: compare(object.CmpLE)},
		{Name: "length_hint", Sig: "(obj, default=0, /)", Doc: "Return an estimate of the number of items in obj.", Fn: lengthHint},
		{Name: "lshift", Sig: sig2, Doc: "Same as a << b.", Fn: binary(object.OpLShift)},
		{Name: "lt", Sig: sig2, Doc: "Same as a < b.", Fn: compare(object.CmpLT)},
		{Name: "matmul", Sig: sig2, Doc: "Same as a @ b.", Fn: binary(object.OpMatMul)},
		{Name: "mod", Sig: sig2, Doc: "Same as a % b.", Fn: binary(object.OpMod)},
		{Name: "mul", Sig: sig2, Doc: "Same as a * b.", Fn: binary(object.OpMul)},
		{Name: "ne", Sig: sig2, Doc: "Same as a != b.", Fn: compare(object.CmpNE)},
		{Name: "neg", Sig: sig1, Doc: "Same as -a.", Fn: unary("unary -", func(s *slots) object.UnaryFunc { return s.Neg })},
		{Name: "not_", Sig: sig1, Doc: "Same as not a.", Fn: truth(false)},
		{Name: "or_", Sig: sig2, Doc: "Same as a | b.", Fn: binary(object.OpOr)},
		{Name: "pos", Sig: sig1, Doc: "Same as +a.", Fn: unary("unary +", func(s *slots) object.UnaryFunc { return s.Pos })},
		{Name: "pow", Sig: sig2, Doc: "Same as a ** b.", Fn: binary(object.OpPow)},
		{Name: "rshift", Sig: sig2, Doc: "Same as a >> b.", Fn: binary(object.OpRShift)},
		{Name: "setitem", Sig: "(a, b, c, /)", Doc: "Same as a[b] = c.", Fn: func(t *thread, a []value) (value, error) {
			return object.None, object.SetItem(t, a[0], a[1], a[2])
		}},
		{Name: "sub", Sig: sig2, Doc: "Same as a - b.", Fn: binary(object.OpSub)},
		{Name: "truediv", Sig: sig2, Doc: "Same as a / b.", Fn: binary(object.OpTrueDiv)},
		{Name: "truth", Sig: sig1, Doc: "Return True if a is true, False otherwise.", Fn: truth(true)},
		{Name: "xor", Sig: sig2, Doc: "Same as a ^ b.", Fn: binary(object.OpXor)},
		{Name: "_compare_digest", Sig: sig2, Doc: "Compare without a timing that depends on the content.", Fn: compareDigest},
	}
}

func lengthHint(t *thread, a []value) (value, error) {
	def := 0
	if a[1].O != nil {
		n, err := object.IndexInt(t, a[1], &object.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		def = n
	}
	n, err := object.LengthHint(t, a[0], def)
	return object.IntOf(n), err
}

// Core declares _operator.
func Core() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "_operator", Doc: "Operator interface.", Funcs: rows(),
		Types: []*object.Type{&itemGetterType, &attrGetterType, &methodCallerType},
	}
}

// plain lists the functions that also go by the name of their method.
var plain = strings.Fields("abs add and_ call concat contains delitem eq floordiv ge getitem gt iadd iand iconcat ifloordiv ilshift imatmul imod imul index inv invert ior ipow irshift isub itruediv ixor le lshift lt matmul mod mul ne neg not_ or_ pos pow rshift setitem sub truediv xor")

// Module declares operator.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "operator", Doc: "Operator interface.", Init: func(t *thread, m *object.Module) error {
		v, err := object.ImportModule(t, "_operator")
		if err != nil {
			return err
		}
		core := object.As[object.Module](v).D
		var all []value
		core.Each(func(k, x value) bool {
			if n := object.As[object.Str](k).String(); n[0] != '_' {
				m.Set(t, n, x)
				all = append(all, k)
			} else if n == "_compare_digest" {
				m.Set(t, n, x)
			}
			return true
		})
		for _, n := range plain {
			x, _ := core.GetGo(t, n)
			m.Set(t, "__"+strings.TrimSuffix(n, "_")+"__", x)
		}
		m.Set(t, "__all__", object.NewListOwned(all))
		return nil
	}}
}
