// Package operator implements the operator module (library reference,
// "operator").
package operator

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Core declares _operator.
func Core() object.ModuleSpec { return spec("_operator") }

// Module declares operator.
func Module() object.ModuleSpec { return spec("operator") }

func spec(name string) object.ModuleSpec {
	return object.ModuleSpec{
		Name: name, Doc: "Operator interface.",
		Types: []*object.Type{&itemGetterType, &attrGetterType, &methodCallerType},
		Init: func(t *thread, m *object.Module) error {
			var public []value
			for i := range rows {
				f := object.Wrap(object.NewFunc(&rows[i], "_operator"))
				n := rows[i].Name
				m.Set(t, n, f)
				public = append(public, object.NewStr(n))
				if n != "length_hint" && n != "truth" && !strings.HasPrefix(n, "is_") && n != "countOf" && n != "indexOf" {
					m.Set(t, "__"+strings.TrimSuffix(n, "_")+"__", f)
				}
			}
			for _, n := range []string{"itemgetter", "attrgetter", "methodcaller"} {
				public = append(public, object.NewStr(n))
			}
			m.Set(t, "__all__", object.NewListOwned(public))
			return nil
		},
	}
}

func binary(op object.BinOp) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return object.BinaryOp(t, a[0], a[1], op) }
}

func inplace(op object.BinOp) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return object.InplaceOp(t, a[0], a[1], op) }
}

func compare(op object.CmpOp) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return object.RichCompare(t, a[0], a[1], op) }
}

// unary calls a unary slot.
func unary(what string, slot func(s *object.Slots) object.UnaryFunc) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		f := slot(&a[0].O.Type.Slots)
		if f == nil {
			return value{}, object.TypeErrorf("bad operand type for %s: '%s'", what, a[0].O.Type.Name)
		}
		return f(t, a[0])
	}
}

func concat(in bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		s := &a[0].O.Type.Slots
		if in && s.InplaceConcat != nil {
			return s.InplaceConcat(t, a[0], a[1])
		}
		if s.Concat != nil {
			return s.Concat(t, a[0], a[1])
		}
		if object.IsSequence(a[0]) && object.IsSequence(a[1]) {
			return object.BinaryOp(t, a[0], a[1], object.OpAdd)
		}
		return value{}, object.TypeErrorf("'%s' object can't be concatenated", a[0].O.Type.Name)
	}
}

func truth(want bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		b, err := object.Truth(t, a[0])
		return object.Bool(b == want), err
	}
}

func same(want bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return object.Bool((a[0] == a[1]) == want), nil }
}

func isNone(want bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return object.Bool(a[0].IsNone() == want), nil }
}

func countOf(t *thread, a []value) (value, error) {
	n := 0
	err := object.Iterate(t, a[0], func(x value) error {
		eq, err := object.Equal(t, x, a[1])
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
		x, err := object.Next(t, it)
		if err != nil {
			return value{}, err
		}
		if x.O == nil {
			return value{}, object.ValueErrorf("sequence.index(x): x not in sequence")
		}
		if eq, err := object.Equal(t, x, a[1]); err != nil || eq {
			return object.IntOf(i), err
		}
	}
}

func lengthHint(t *thread, a []value) (value, error) {
	def := 0
	if a[1].O != nil {
		if !object.IsIntLike(a[1]) {
			return value{}, object.TypeErrorf("'%s' object cannot be interpreted as an integer", a[1].O.Type.Name)
		}
		var err error
		if def, err = object.SsizeArg(t, a[1]); err != nil {
			return value{}, err
		}
	}
	n, err := object.LengthHint(t, a[0], def)
	return object.IntOf(n), err
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

const (
	sig1 = "(a, /)"
	sig2 = "(a, b, /)"
)

var rows = []object.Func{
	{Name: "abs", Sig: sig1, Doc: "Same as abs(a).", Fn: unary("abs()", func(s *object.Slots) object.UnaryFunc { return s.Abs })},
	{Name: "add", Sig: sig2, Doc: "Same as a + b.", Fn: binary(object.OpAdd)},
	{Name: "and_", Sig: sig2, Doc: "Same as a & b.", Fn: binary(object.OpAnd)},
	{Name: "call", Sig: "(obj, /, *args, **kwargs)", Doc: "Same as obj(*args, **kwargs).", Fn: call},
	{Name: "concat", Sig: sig2, Doc: "Same as a + b, for a and b sequences.", Fn: concat(false)},
	{Name: "contains", Sig: sig2, Doc: "Same as b in a (note reversed operands).", Fn: func(t *thread, a []value) (value, error) {
		ok, err := object.Contains(t, a[0], a[1])
		return object.Bool(ok), err
	}},
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
	{Name: "iconcat", Sig: sig2, Doc: "Same as a += b, for a and b sequences.", Fn: concat(true)},
	{Name: "ifloordiv", Sig: sig2, Doc: "Same as a //= b.", Fn: inplace(object.OpFloorDiv)},
	{Name: "ilshift", Sig: sig2, Doc: "Same as a <<= b.", Fn: inplace(object.OpLShift)},
	{Name: "imatmul", Sig: sig2, Doc: "Same as a @= b.", Fn: inplace(object.OpMatMul)},
	{Name: "imod", Sig: sig2, Doc: "Same as a %= b.", Fn: inplace(object.OpMod)},
	{Name: "imul", Sig: sig2, Doc: "Same as a *= b.", Fn: inplace(object.OpMul)},
	{Name: "index", Sig: sig1, Doc: "Same as a.__index__()", Fn: func(t *thread, a []value) (value, error) { return object.Index(t, a[0]) }},
	{Name: "indexOf", Sig: sig2, Doc: "Return the first index of b in a.", Fn: indexOf},
	{Name: "inv", Sig: sig1, Doc: "Same as ~a.", Fn: unary("unary ~", func(s *object.Slots) object.UnaryFunc { return s.Invert })},
	{Name: "invert", Sig: sig1, Doc: "Same as ~a.", Fn: unary("unary ~", func(s *object.Slots) object.UnaryFunc { return s.Invert })},
	{Name: "ior", Sig: sig2, Doc: "Same as a |= b.", Fn: inplace(object.OpOr)},
	{Name: "ipow", Sig: sig2, Doc: "Same as a **= b.", Fn: inplace(object.OpPow)},
	{Name: "irshift", Sig: sig2, Doc: "Same as a >>= b.", Fn: inplace(object.OpRShift)},
	{Name: "is_", Sig: sig2, Doc: "Same as a is b.", Fn: same(true)},
	{Name: "is_none", Sig: sig1, Doc: "Same as a is None.", Fn: isNone(true)},
	{Name: "is_not", Sig: sig2, Doc: "Same as a is not b.", Fn: same(false)},
	{Name: "is_not_none", Sig: sig1, Doc: "Same as a is not None.", Fn: isNone(false)},
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
	{Name: "neg", Sig: sig1, Doc: "Same as -a.", Fn: unary("unary -", func(s *object.Slots) object.UnaryFunc { return s.Neg })},
	{Name: "not_", Sig: sig1, Doc: "Same as not a.", Fn: truth(false)},
	{Name: "or_", Sig: sig2, Doc: "Same as a | b.", Fn: binary(object.OpOr)},
	{Name: "pos", Sig: sig1, Doc: "Same as +a.", Fn: unary("unary +", func(s *object.Slots) object.UnaryFunc { return s.Pos })},
	{Name: "pow", Sig: sig2, Doc: "Same as a ** b.", Fn: binary(object.OpPow)},
	{Name: "rshift", Sig: sig2, Doc: "Same as a >> b.", Fn: binary(object.OpRShift)},
	{Name: "setitem", Sig: "(a, b, c, /)", Doc: "Same as a[b] = c.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, object.SetItem(t, a[0], a[1], a[2])
	}},
	{Name: "sub", Sig: sig2, Doc: "Same as a - b.", Fn: binary(object.OpSub)},
	{Name: "truediv", Sig: sig2, Doc: "Same as a / b.", Fn: binary(object.OpTrueDiv)},
	{Name: "truth", Sig: sig1, Doc: "Return True if a is true, False otherwise.", Fn: truth(true)},
	{Name: "xor", Sig: sig2, Doc: "Same as a ^ b.", Fn: binary(object.OpXor)},
}
