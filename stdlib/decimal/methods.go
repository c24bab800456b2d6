package decimal

import (
	"math/big"

	"github.com/gopy-lang/gopy/internal/dec"
	"github.com/gopy-lang/gopy/object"
)

// The operations that Decimal and Context share, in tables.

type unaryRow struct {
	name string
	f    func(c *dec.Context, x *num) *num
}

type binaryRow struct {
	name string
	f    binaryOp
}

var unary = []unaryRow{
	{"exp", (*dec.Context).Exp}, {"ln", (*dec.Context).Ln}, {"log10", (*dec.Context).Log10}, {"logb", (*dec.Context).Logb},
	{"logical_invert", (*dec.Context).Invert}, {"normalize", (*dec.Context).Normalize}, {"sqrt", (*dec.Context).Sqrt},
	{"next_minus", func(c *dec.Context, x *num) *num { return c.Next(x, true) }},
	{"next_plus", func(c *dec.Context, x *num) *num { return c.Next(x, false) }},
}

// unaryOnly are methods of contexts only.
var unaryOnly = []unaryRow{
	{"abs", absolute},
	{"minus", func(c *dec.Context, x *num) *num { return c.Plus(x, true) }},
	{"plus", func(c *dec.Context, x *num) *num { return c.Plus(x, false) }},
	{"to_integral_value", func(c *dec.Context, x *num) *num { return c.ToIntegral(x, c.Round, false) }},
	{"to_integral", func(c *dec.Context, x *num) *num { return c.ToIntegral(x, c.Round, false) }},
	{"to_integral_exact", func(c *dec.Context, x *num) *num { return c.ToIntegral(x, c.Round, true) }},
	{"_apply", (*dec.Context).Fix},
}

func total(mag bool) binaryOp {
	return func(c *dec.Context, x, y *num) *num {
		if mag {
			x, y = x.WithSign(false), y.WithSign(false)
		}
		return dec.FromInt(big.NewInt(int64(dec.CmpTotal(x, y))))
	}
}

func maxMin(want int, mag bool) binaryOp {
	return func(c *dec.Context, x, y *num) *num { return c.MaxMin(x, y, want, mag) }
}

func logical(op byte) binaryOp {
	return func(c *dec.Context, x, y *num) *num { return c.Logical(x, y, op) }
}

var binaries = []binaryRow{
	{"compare", func(c *dec.Context, x, y *num) *num { return c.Compare(x, y, false) }},
	{"compare_signal", func(c *dec.Context, x, y *num) *num { return c.Compare(x, y, true) }},
	{"compare_total", total(false)}, {"compare_total_mag", total(true)},
	{"copy_sign", func(c *dec.Context, x, y *num) *num { return x.WithSign(y.Neg) }},
	{"logical_and", logical('&')}, {"logical_or", logical('|')}, {"logical_xor", logical('^')},
	{"max", maxMin(1, false)}, {"max_mag", maxMin(1, true)}, {"min", maxMin(-1, false)}, {"min_mag", maxMin(-1, true)},
	{"next_toward", (*dec.Context).NextToward}, {"remainder_near", (*dec.Context).RemNear}, {"scaleb", (*dec.Context).Scaleb},
	{"shift", func(c *dec.Context, x, y *num) *num { return c.Shift(x, y, false) }},
	{"rotate", func(c *dec.Context, x, y *num) *num { return c.Shift(x, y, true) }},
}

var binariesOnly = []binaryRow{
	{"add", (*dec.Context).Add}, {"subtract", (*dec.Context).Sub}, {"multiply", (*dec.Context).Mul}, {"divide", (*dec.Context).Div},
	{"divide_int", (*dec.Context).DivInt}, {"remainder", (*dec.Context).Rem}, {"quantize", (*dec.Context).Quantize},
}

// tests are the predicates.
var tests = []struct {
	name    string
	f       func(c *dec.Context, x *num) bool
	context bool
}{
	{"is_canonical", func(c *dec.Context, x *num) bool { return true }, false},
	{"is_finite", func(c *dec.Context, x *num) bool { return x.Kind == dec.Finite }, false},
	{"is_infinite", func(c *dec.Context, x *num) bool { return x.Kind == dec.Inf }, false},
	{"is_nan", func(c *dec.Context, x *num) bool { return x.Kind >= dec.NaN }, false},
	{"is_qnan", func(c *dec.Context, x *num) bool { return x.Kind == dec.NaN }, false},
	{"is_snan", func(c *dec.Context, x *num) bool { return x.Kind == dec.SNaN }, false},
	{"is_signed", func(c *dec.Context, x *num) bool { return x.Neg }, false},
	{"is_zero", func(c *dec.Context, x *num) bool { return x.IsZero() }, false},
	{"is_normal", func(c *dec.Context, x *num) bool { return x.Kind == dec.Finite && !x.IsZero() && !c.Subnormal(x) }, true},
	{"is_subnormal", func(c *dec.Context, x *num) bool { return c.Subnormal(x) }, true},
}

func sameQuantum(x, y *num) bool {
	if x.Kind != dec.Finite || y.Kind != dec.Finite {
		nan := func(n *num) bool { return n.Kind >= dec.NaN }
		return nan(x) && nan(y) || x.Kind == dec.Inf && y.Kind == dec.Inf
	}
	return x.Exp == y.Exp
}

// contextMethods are the methods that compute in a context.
func contextMethods() []object.Func {
	var out []object.Func
	add := func(name, sig string, f func(t *thread, x *Context, n []*num) (value, error)) {
		out = append(out, object.Func{Name: name, Sig: sig, Fn: func(t *thread, a []value) (value, error) {
			n := make([]*num, len(a)-1)
			for i, v := range a[1:] {
				var err error
				if n[i], err = must(v); err != nil {
					return value{}, err
				}
			}
			return f(t, asContext(a[0]), n)
		}})
	}
	for _, r := range append(unary[:len(unary):len(unary)], unaryOnly...) {
		add(r.name, "($self, x, /)", func(t *thread, x *Context, n []*num) (value, error) {
			return compute(t, x, func(c *dec.Context) *num { return r.f(c, n[0]) })
		})
	}
	for _, r := range append(binaries[:len(binaries):len(binaries)], binariesOnly...) {
		add(r.name, "($self, x, y, /)", func(t *thread, x *Context, n []*num) (value, error) {
			return compute(t, x, func(c *dec.Context) *num { return r.f(c, n[0], n[1]) })
		})
	}
	for _, r := range tests {
		add(r.name, "($self, x, /)", func(t *thread, x *Context, n []*num) (value, error) { return object.Bool(r.f(&x.c, n[0])), nil })
	}
	add("divmod", "($self, x, y, /)", func(t *thread, x *Context, n []*num) (value, error) { return divmodOf(t, x, n[0], n[1]) })
	add("fma", "($self, x, y, z, /)", func(t *thread, x *Context, n []*num) (value, error) {
		return compute(t, x, func(c *dec.Context) *num { return c.FMA(n[0], n[1], n[2]) })
	})
	add("same_quantum", "($self, x, y, /)", func(t *thread, x *Context, n []*num) (value, error) { return object.Bool(sameQuantum(n[0], n[1])), nil })
	add("number_class", "($self, x, /)", func(t *thread, x *Context, n []*num) (value, error) { return object.NewStr(x.c.Class(n[0])), nil })
	add("to_sci_string", "($self, x, /)", func(t *thread, x *Context, n []*num) (value, error) {
		return object.NewStr(n[0].String(false, x.c.Capitals)), nil
	})
	add("to_eng_string", "($self, x, /)", func(t *thread, x *Context, n []*num) (value, error) {
		return object.NewStr(n[0].String(true, x.c.Capitals)), nil
	})
	add("radix", "($self, /)", func(t *thread, x *Context, n []*num) (value, error) { return wrap(dec.FromInt(big.NewInt(10))), nil })
	for _, name := range [...]string{"canonical", "copy_decimal"} {
		add(name, "($self, x, /)", func(t *thread, x *Context, n []*num) (value, error) { return wrap(n[0]), nil })
	}
	add("copy_abs", "($self, x, /)", func(t *thread, x *Context, n []*num) (value, error) { return wrap(n[0].WithSign(false)), nil })
	add("copy_negate", "($self, x, /)", func(t *thread, x *Context, n []*num) (value, error) { return wrap(dec.Neg(n[0])), nil })
	return append(out, contextMakers...)
}

// create makes a Decimal rounded to a context.
func create(t *thread, a []value) (value, error) {
	x := asContext(a[0])
	n := dec.New(false, new(big.Int), 0)
	if a[1].IsNil() {
	} else if s, ok := object.AsStr(a[1]); ok {
		// Spaces and underscores are not allowed here.
		var ok bool
		if n, ok = dec.Parse(s.String()); !ok {
			return wrap(dec.NewNaN()), x.note(t, dec.ConversionSyntax)
		}
	} else {
		var err error
		if n, err = read(t, x, a[1]); err != nil {
			return value{}, err
		}
	}
	room := x.c.Prec - bit(x.c.Clamp)
	if n.Kind >= dec.NaN && n.Coef != nil && n.Digits() > room {
		return wrap(dec.NewNaN()), x.note(t, dec.ConversionSyntax)
	}
	return compute(t, x, func(c *dec.Context) *num { return c.Fix(n) })
}

var contextMakers = []object.Func{
	{Name: "create_decimal", Sig: "($self, num='0', /)", Doc: "Create a new Decimal instance from num, using self as the context.", Fn: create},
	{Name: "create_decimal_from_float", Sig: "($self, f, /)", Doc: "Create a new Decimal instance from float f.", Fn: func(t *thread, a []value) (value, error) {
		n, err := floatOrInt(a[1])
		if err != nil {
			return value{}, err
		}
		return compute(t, asContext(a[0]), func(c *dec.Context) *num { return c.Fix(n) })
	}},
	{Name: "power", Sig: "($self, /, a, b, modulo=None)", Doc: "Compute a**b.", Fn: func(t *thread, a []value) (value, error) {
		x, err := must(a[1])
		if err != nil {
			return value{}, err
		}
		y, err := must(a[2])
		if err != nil {
			return value{}, err
		}
		if a[3].IsNil() || a[3].IsNone() {
			return compute(t, asContext(a[0]), func(c *dec.Context) *num { return c.Pow(x, y) })
		}
		z, err := must(a[3])
		if err != nil {
			return value{}, err
		}
		return compute(t, asContext(a[0]), func(c *dec.Context) *num { return c.PowMod(x, y, z) })
	}},
}

func floatOrInt(v value) (*num, error) {
	if object.IsIntLike(v) {
		return dec.FromInt(bigOf(v)), nil
	}
	f, ok := object.AsFloat(v)
	if !ok {
		return nil, object.TypeErrorf("argument must be int or float")
	}
	return fromFloat(f), nil
}

var classMethods = []object.Func{
	{Name: "from_float", Sig: "($type, f, /)", Doc: "Class method that converts a float to a decimal number, exactly.", Fn: func(t *thread, a []value) (value, error) {
		n, err := floatOrInt(a[1])
		if err != nil {
			return value{}, err
		}
		return ofClass(t, a[0], n)
	}},
	{Name: "from_number", Sig: "($type, number, /)", Doc: "Class method that converts a real number to a decimal number, exactly.", Fn: func(t *thread, a []value) (value, error) {
		n := operand(a[1])
		if f, ok := object.AsFloat(a[1]); n == nil && ok {
			n = fromFloat(f)
		}
		if n == nil {
			return value{}, object.TypeErrorf("conversion from %s to Decimal is not supported", a[1].O.Type.MsgName())
		}
		return ofClass(t, a[0], n)
	}},
}

func ofClass(t *thread, cls value, n *num) (value, error) {
	if cls == object.Wrap(&DecimalType) {
		return wrap(n), nil
	}
	return object.CallArgs(t, cls, wrap(n))
}

// integral makes to_integral_value and its like.
func integral(exact bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		x, err := contextArg(t, a[2])
		if err != nil {
			return value{}, err
		}
		mode := x.c.Round
		if !a[1].IsNil() && !a[1].IsNone() {
			if mode, err = roundingOf(a[1]); err != nil {
				return value{}, err
			}
		}
		return compute(t, x, func(c *dec.Context) *num { return c.ToIntegral(numOf(a[0]), mode, exact) })
	}
}

// toInt makes __floor__ and its like.
func toInt(mode dec.Rounding) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		n := numOf(a[0])
		if n.Kind == dec.Finite {
			n = dec.Exact().ToIntegral(n, mode, false)
		}
		i, err := integer(t, n)
		if err != nil {
			return value{}, err
		}
		return object.BigInt(i), nil
	}
}

func roundMethod(t *thread, a []value) (value, error) {
	if a[1].IsNil() || a[1].IsNone() {
		return toInt(dec.HalfEven)(t, a)
	}
	if !object.IsIntLike(a[1]) {
		return value{}, object.TypeErrorf("optional arg must be an integer")
	}
	n, err := object.SsizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	return compute(t, current(t), func(c *dec.Context) *num { return c.Quantize(numOf(a[0]), dec.New(false, big.NewInt(1), -n)) })
}

func asTuple(t *thread, a []value) (value, error) {
	n := numOf(a[0])
	exp := object.IntOf(n.Exp)
	text := ""
	switch n.Kind {
	case dec.Inf:
		exp, text = object.NewStr("F"), "0"
	case dec.NaN:
		exp = object.NewStr("n")
	case dec.SNaN:
		exp = object.NewStr("N")
	}
	if n.Coef != nil {
		text = n.Coef.String()
	}
	digits := make([]value, len(text))
	for i := range digits {
		digits[i] = object.IntOf(int(text[i] - '0'))
	}
	return object.CallArgs(t, stateOf(t).tuple, object.IntOf(bit(n.Neg)), object.NewTupleOwned(digits), exp)
}

func asRatio(t *thread, a []value) (value, error) {
	n := numOf(a[0])
	switch n.Kind {
	case dec.NaN, dec.SNaN:
		return value{}, object.ValueErrorf("cannot convert NaN to integer ratio")
	case dec.Inf:
		return value{}, object.OverflowErrorf("cannot convert Infinity to integer ratio")
	}
	if err := t.Charge(max(n.Exp, -n.Exp) / 2); err != nil {
		return value{}, err
	}
	if n.Exp >= 0 {
		return object.NewTuple(object.BigInt(n.Int()), object.Int(1)), nil
	}
	r := new(big.Rat).SetFrac(n.Coef, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n.Exp)), nil))
	p := new(big.Int).Set(r.Num())
	if n.Neg {
		p.Neg(p)
	}
	return object.NewTuple(object.BigInt(p), object.BigInt(new(big.Int).Set(r.Denom()))), nil
}

func quantize(t *thread, a []value) (value, error) {
	x, err := contextArg(t, a[3])
	if err != nil {
		return value{}, err
	}
	y, err := must(a[1])
	if err != nil {
		return value{}, err
	}
	mode := x.c.Round
	if !a[2].IsNil() && !a[2].IsNone() {
		if mode, err = roundingOf(a[2]); err != nil {
			return value{}, err
		}
	}
	return compute(t, x, func(c *dec.Context) *num {
		c.Round = mode
		return c.Quantize(numOf(a[0]), y)
	})
}

// decimalMethods are the methods of Decimal.
func decimalMethods() []object.Func {
	var out []object.Func
	for _, r := range unary {
		out = append(out, object.Func{Name: r.name, Sig: "($self, /, context=None)", Fn: func(t *thread, a []value) (value, error) {
			x, err := contextArg(t, a[1])
			if err != nil {
				return value{}, err
			}
			return compute(t, x, func(c *dec.Context) *num { return r.f(c, numOf(a[0])) })
		}})
	}
	for _, r := range binaries {
		out = append(out, object.Func{Name: r.name, Sig: "($self, /, other, context=None)", Fn: func(t *thread, a []value) (value, error) {
			x, err := contextArg(t, a[2])
			if err != nil {
				return value{}, err
			}
			y, err := must(a[1])
			if err != nil {
				return value{}, err
			}
			return compute(t, x, func(c *dec.Context) *num { return r.f(c, numOf(a[0]), y) })
		}})
	}
	for _, r := range tests {
		sig := "($self, /)"
		if r.context {
			sig = "($self, /, context=None)"
		}
		out = append(out, object.Func{Name: r.name, Sig: sig, Fn: func(t *thread, a []value) (value, error) {
			v := value{}
			if len(a) > 1 {
				v = a[1]
			}
			x, err := contextArg(t, v)
			if err != nil {
				return value{}, err
			}
			return object.Bool(r.f(&x.c, numOf(a[0]))), nil
		}})
	}
	return append(out, otherMethods...)
}

func same(t *thread, a []value) (value, error) { return a[0], nil }

var otherMethods = []object.Func{
	{Name: "adjusted", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		n := numOf(a[0])
		if n.Kind != dec.Finite || n.IsZero() && n.Kind != dec.Finite {
			return object.Int(0), nil
		}
		return object.IntOf(n.Adjusted()), nil
	}},
	{Name: "as_tuple", Sig: "($self, /)", Fn: asTuple},
	{Name: "as_integer_ratio", Sig: "($self, /)", Fn: asRatio},
	{Name: "canonical", Sig: "($self, /)", Fn: same}, {Name: "conjugate", Sig: "($self, /)", Fn: same},
	{Name: "__copy__", Sig: "($self, /)", Fn: same}, {Name: "__deepcopy__", Sig: "($self, memo, /)", Fn: same},
	{Name: "copy_abs", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return wrap(numOf(a[0]).WithSign(false)), nil }},
	{Name: "copy_negate", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return wrap(dec.Neg(numOf(a[0]))), nil }},
	{Name: "radix", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return wrap(dec.FromInt(big.NewInt(10))), nil }},
	{Name: "fma", Sig: "($self, /, other, third, context=None)", Fn: func(t *thread, a []value) (value, error) {
		x, err := contextArg(t, a[3])
		if err != nil {
			return value{}, err
		}
		y, err := must(a[1])
		if err != nil {
			return value{}, err
		}
		z, err := must(a[2])
		if err != nil {
			return value{}, err
		}
		return compute(t, x, func(c *dec.Context) *num { return c.FMA(numOf(a[0]), y, z) })
	}},
	{Name: "number_class", Sig: "($self, /, context=None)", Fn: func(t *thread, a []value) (value, error) {
		x, err := contextArg(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.NewStr(x.c.Class(numOf(a[0]))), nil
	}},
	{Name: "same_quantum", Sig: "($self, /, other, context=None)", Fn: func(t *thread, a []value) (value, error) {
		y, err := must(a[1])
		if err != nil {
			return value{}, err
		}
		return object.Bool(sameQuantum(numOf(a[0]), y)), nil
	}},
	{Name: "quantize", Sig: "($self, /, exp, rounding=None, context=None)", Fn: quantize},
	{Name: "to_integral", Sig: "($self, /, rounding=None, context=None)", Fn: integral(false)},
	{Name: "to_integral_value", Sig: "($self, /, rounding=None, context=None)", Fn: integral(false)},
	{Name: "to_integral_exact", Sig: "($self, /, rounding=None, context=None)", Fn: integral(true)},
	{Name: "to_eng_string", Sig: "($self, /, context=None)", Fn: func(t *thread, a []value) (value, error) {
		x, err := contextArg(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.NewStr(numOf(a[0]).String(true, x.c.Capitals)), nil
	}},
	{Name: "__floor__", Sig: "($self, /)", Fn: toInt(dec.Floor)}, {Name: "__ceil__", Sig: "($self, /)", Fn: toInt(dec.Ceiling)},
	{Name: "__trunc__", Sig: "($self, /)", Fn: toInt(dec.Down)},
	{Name: "__round__", Sig: "($self, ndigits=None, /)", Fn: roundMethod},
	{Name: "__complex__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		f, err := toFloat(t, a[0])
		return object.NewComplex(complex(f, 0)), err
	}},
	{Name: "__format__", Sig: "($self, format_spec, /)", Fn: format},
	{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		return object.NewTuple(object.Wrap(a[0].O.Type), object.NewTuple(object.NewStr(numOf(a[0]).String(false, true)))), nil
	}},
}
