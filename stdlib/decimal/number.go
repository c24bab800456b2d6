package decimal

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/dec"
	"github.com/gopy-lang/gopy/internal/unidata"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// DecimalType is decimal.Decimal.
var DecimalType object.Type

// Decimal is a decimal number.
type Decimal struct {
	object.Header
	n *num
}

func isDecimal(v value) bool { return v.O.Type.Solid == &DecimalType }

func numOf(v value) *num { return object.As[Decimal](v).n }

func wrap(n *num) value { return object.Wrap(&Decimal{object.Header{Type: &DecimalType}, n}) }

// make1 makes an object of class tp.
func make1(tp *object.Type, n *num) value {
	d := object.Alloc[Decimal](tp, &DecimalType)
	d.n = n
	return object.Wrap(d)
}

func bigOf(v value) *big.Int {
	if n, ok := object.AsInt64(v); ok {
		return big.NewInt(n)
	}
	n, _ := object.AsBig(v)
	return n
}

// operand converts a Decimal or int; nil if v is neither.
func operand(v value) *num {
	if isDecimal(v) {
		return numOf(v)
	}
	if object.IsIntLike(v) {
		return dec.FromInt(bigOf(v))
	}
	return nil
}

// must is operand or an error.
func must(v value) (*num, error) {
	if n := operand(v); n != nil {
		return n, nil
	}
	return nil, object.TypeErrorf("conversion from %s to Decimal is not supported", v.O.Type.MsgName())
}

// fromFloat is the exact value of f.
func fromFloat(f float64) *num {
	switch {
	case math.IsNaN(f):
		return &num{Kind: dec.NaN, Neg: math.Signbit(f)}
	case math.IsInf(f, 0):
		return dec.NewInf(f < 0)
	case f == 0:
		return dec.New(math.Signbit(f), new(big.Int), 0)
	}
	r := new(big.Rat).SetFloat64(math.Abs(f))
	k := r.Denom().BitLen() - 1
	return dec.New(f < 0, new(big.Int).Mul(r.Num(), new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(k)), nil)), -k)
}

// clean strips spaces and underscores and makes digits ASCII.
func clean(s string) string {
	s = strings.TrimFunc(s, unidata.IsSpace)
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '_':
		case r < 0x80:
			b.WriteByte(byte(r))
		case unidata.IsDecimal(r):
			n := unidata.Decimal(r)
			b.WriteByte('0' + byte(n))
		default:
			b.WriteByte('?')
		}
	}
	return b.String()
}

// read converts any value the constructor takes.
func read(t *thread, x *Context, v value) (*num, error) {
	if n := operand(v); n != nil {
		return n, nil
	}
	if s, ok := object.AsStr(v); ok {
		if err := t.Charge(s.Size()); err != nil {
			return nil, err
		}
		n, ok := dec.Parse(clean(s.String()))
		if !ok {
			return dec.NewNaN(), x.note(t, dec.ConversionSyntax)
		}
		return n, nil
	}
	if f, ok := object.AsFloat(v); ok {
		return fromFloat(f), x.note(t, dec.FloatOperation)
	}
	if v.O.Type.Solid == &object.TupleType || v.O.Type.Solid == &object.ListType {
		return fromTuple(t, v)
	}
	return nil, object.TypeErrorf("conversion from %s to Decimal is not supported", v.O.Type.MsgName())
}

func fromTuple(t *thread, v value) (*num, error) {
	items, err := object.Items(t, v)
	if err != nil {
		return nil, err
	}
	if len(items) != 3 {
		return nil, object.ValueErrorf("argument must be a sequence of length 3")
	}
	sign, ok := object.AsInt64(items[0])
	if !object.IsIntLike(items[0]) || !ok || sign != 0 && sign != 1 {
		return nil, object.ValueErrorf("sign must be an integer with the value 0 or 1")
	}
	n := &num{Neg: sign == 1}
	if s, ok := object.AsStr(items[2]); ok {
		switch s.String() {
		case "F":
			n.Kind = dec.Inf
			return n, nil
		case "n":
			n.Kind = dec.NaN
		case "N":
			n.Kind = dec.SNaN
		default:
			return nil, object.ValueErrorf("string argument in the third position must be 'F', 'n' or 'N'")
		}
	} else if e, ok := object.AsInt64(items[2]); ok && object.IsIntLike(items[2]) {
		n.Exp = int(e)
	} else {
		return nil, object.ValueErrorf("exponent must be an integer")
	}
	var digits []value
	if items[1].O.Type.Solid == &object.TupleType || items[1].O.Type.Solid == &object.ListType {
		if digits, err = object.Items(t, items[1]); err != nil {
			return nil, err
		}
	} else {
		return nil, object.ValueErrorf("coefficient must be a tuple of digits")
	}
	b := []byte{'0'}
	for _, d := range digits {
		k, ok := object.AsInt64(d)
		if !ok || !object.IsIntLike(d) || k < 0 || k > 9 {
			return nil, object.ValueErrorf("coefficient must be a tuple of digits")
		}
		b = append(b, '0'+byte(k))
	}
	n.Coef, _ = new(big.Int).SetString(string(b), 10)
	if n.Kind != dec.Finite && n.Coef.Sign() == 0 {
		n.Coef = nil
	}
	return n, nil
}

// exact refuses numbers beyond all limits.
func exact(t *thread, x *Context, n *num) (*num, error) {
	if n.Kind != dec.Finite || n.Exp > -1<<59 && n.Exp < 1<<59 {
		return n, nil
	}
	c := dec.Exact()
	r := c.Fix(n)
	if c.Status&(dec.Inexact|dec.Rounded|dec.Overflow|dec.Clamped) != 0 {
		return dec.NewNaN(), x.note(t, dec.InvalidOperation)
	}
	return r, nil
}

var decimalPlan = arg.Plan{Name: "Decimal", Sig: "(value='0', context=None)"}

func decimalNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(args) == 1 && len(kw) == 0 && tp == &DecimalType && args[0].O.Type == tp {
		return args[0], nil
	}
	a, err := decimalPlan.Bind(t, args, kw)
	if err != nil {
		return value{}, err
	}
	x, err := contextArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	if a[0].IsNil() {
		return make1(tp, dec.New(false, new(big.Int), 0)), nil
	}
	n, err := read(t, x, a[0])
	if err != nil {
		return value{}, err
	}
	if n, err = exact(t, x, n); err != nil {
		return value{}, err
	}
	return make1(tp, n), nil
}

type binaryOp func(c *dec.Context, x, y *num) *num

// binary makes a slot.
func binary(f binaryOp) object.BinaryFunc {
	return func(t *thread, a, b value) (value, error) {
		x, y := operand(a), operand(b)
		if x == nil || y == nil {
			return object.NotImplemented, nil
		}
		return compute(t, current(t), func(c *dec.Context) *num { return f(c, x, y) })
	}
}

// compute makes a Decimal of what f computes.
func compute(t *thread, x *Context, f func(c *dec.Context) *num) (value, error) {
	if err := t.Poll(1); err != nil {
		return value{}, err
	}
	if x.c.Prec > 1000 {
		if err := t.Charge(min(x.c.Prec, 1<<20)); err != nil {
			return value{}, err
		}
	}
	var r *num
	if err := x.run(t, func(c *dec.Context) { r = f(c) }); err != nil {
		return value{}, err
	}
	return wrap(r), nil
}

func decimalDivmod(t *thread, a, b value) (value, error) {
	x, y := operand(a), operand(b)
	if x == nil || y == nil {
		return object.NotImplemented, nil
	}
	return divmodOf(t, current(t), x, y)
}

func divmodOf(t *thread, ctx *Context, x, y *num) (value, error) {
	var q, r *num
	if err := ctx.run(t, func(c *dec.Context) { q, r = c.DivMod(x, y) }); err != nil {
		return value{}, err
	}
	return object.NewTuple(wrap(q), wrap(r)), nil
}

// comparand converts the other side of a comparison; nil if that cannot be.
func comparand(t *thread, v value, equality bool) (*num, error) {
	if n := operand(v); n != nil {
		return n, nil
	}
	if f, ok := object.AsFloat(v); ok {
		x := current(t)
		if equality {
			x.flags |= dec.FloatOperation
			return fromFloat(f), nil
		}
		return fromFloat(f), x.note(t, dec.FloatOperation)
	}
	if c, ok := object.AsComplex(v); ok && equality && imag(c) == 0 {
		return fromFloat(real(c)), nil
	}
	return nil, nil
}

func decimalCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	if !isDecimal(a) {
		return object.NotImplemented, nil
	}
	equality := op == object.CmpEQ || op == object.CmpNE
	x := numOf(a)
	y, err := comparand(t, b, equality)
	if err != nil {
		return value{}, err
	}
	if y == nil {
		return compareRational(t, x, b, op)
	}
	if x.Kind >= dec.NaN || y.Kind >= dec.NaN {
		if !equality || x.Kind == dec.SNaN || y.Kind == dec.SNaN {
			if err := current(t).note(t, dec.InvalidOperation); err != nil {
				return value{}, err
			}
		}
		return object.Bool(op == object.CmpNE), nil
	}
	return result(dec.Cmp(x, y), op), nil
}

func result(c int, op object.CmpOp) value {
	switch op {
	case object.CmpLT:
		return object.Bool(c < 0)
	case object.CmpLE:
		return object.Bool(c <= 0)
	case object.CmpEQ:
		return object.Bool(c == 0)
	case object.CmpNE:
		return object.Bool(c != 0)
	case object.CmpGT:
		return object.Bool(c > 0)
	}
	return object.Bool(c >= 0)
}

// compareRational compares with what numbers.Rational knows.
func compareRational(t *thread, x *num, b value, op object.CmpOp) (value, error) {
	if _, ok := object.AsStr(b); ok {
		return object.NotImplemented, nil
	}
	m, ok := t.Interp.Modules.GetGo(t, "numbers")
	if !ok {
		return object.NotImplemented, nil
	}
	cls, err := object.GetAttrStr(t, m, "Rational")
	if err != nil {
		return value{}, err
	}
	if is, err := object.IsInstance(t, b, cls); err != nil || !is {
		return object.NotImplemented, err
	}
	p, err := object.GetAttrStr(t, b, "numerator")
	if err != nil {
		return value{}, err
	}
	q, err := object.GetAttrStr(t, b, "denominator")
	if err != nil {
		return value{}, err
	}
	if !object.IsIntLike(p) || !object.IsIntLike(q) {
		return object.NotImplemented, nil
	}
	if x.Kind >= dec.NaN {
		return object.Bool(op == object.CmpNE), nil
	}
	n := dec.FromInt(bigOf(p))
	if x.Kind == dec.Finite {
		d := dec.FromInt(bigOf(q))
		x = dec.New(x.Neg, new(big.Int).Mul(x.Coef, d.Coef), x.Exp)
	}
	return result(dec.Cmp(x, n), op), nil
}

var hashPrime = new(big.Int).SetUint64(1<<61 - 1)

func decimalHash(t *thread, v value) (int64, error) {
	n := numOf(v)
	switch n.Kind {
	case dec.SNaN:
		return 0, object.TypeErrorf("Cannot hash a signaling NaN value")
	case dec.NaN:
		return object.ObjectType.Slots.Hash(t, v)
	case dec.Inf:
		if n.Neg {
			return -314159, nil
		}
		return 314159, nil
	}
	e := big.NewInt(int64(n.Exp))
	base := big.NewInt(10)
	if n.Exp < 0 {
		base.ModInverse(base, hashPrime)
		e.Neg(e)
	}
	h := base.Exp(base, e, hashPrime)
	h.Mod(h.Mul(h, n.Coef), hashPrime)
	r := h.Int64()
	if n.Neg {
		r = -r
	}
	if r == -1 {
		r = -2
	}
	return r, nil
}

// integer is the integer part of v.
func integer(t *thread, n *num) (*big.Int, error) {
	switch n.Kind {
	case dec.NaN, dec.SNaN:
		return nil, object.ValueErrorf("cannot convert NaN to integer")
	case dec.Inf:
		return nil, object.OverflowErrorf("cannot convert Infinity to integer")
	}
	if n.Exp > 1000 {
		if err := t.Charge(n.Exp); err != nil {
			return nil, err
		}
	}
	return n.Int(), nil
}

func toFloat(t *thread, v value) (float64, error) {
	n := numOf(v)
	if n.Kind == dec.SNaN {
		return 0, object.ValueErrorf("cannot convert signaling NaN to float")
	}
	if n.Kind == dec.NaN {
		f := math.NaN()
		if n.Neg {
			f = math.Copysign(f, -1)
		}
		return f, nil
	}
	f, _ := strconv.ParseFloat(n.String(false, true), 64)
	return f, nil
}

func decimalPow(t *thread, a, b, m value) (value, error) {
	x, y := operand(a), operand(b)
	if x == nil || y == nil {
		return object.NotImplemented, nil
	}
	if !m.IsNil() && !m.IsNone() {
		z := operand(m)
		if z == nil {
			return object.NotImplemented, nil
		}
		return compute(t, current(t), func(c *dec.Context) *num { return c.PowMod(x, y, z) })
	}
	return compute(t, current(t), func(c *dec.Context) *num { return c.Pow(x, y) })
}

func init() {
	s := object.Slots{
		New: decimalNew, Hash: decimalHash, RichCmp: decimalCompare, Pow3: decimalPow,
		Repr: func(t *thread, v value) (value, error) {
			return object.NewStr("Decimal('" + numOf(v).String(false, current(t).c.Capitals) + "')"), nil
		},
		Str: func(t *thread, v value) (value, error) {
			return object.NewStr(numOf(v).String(false, current(t).c.Capitals)), nil
		},
		Bool: func(t *thread, v value) (bool, error) { return !numOf(v).IsZero(), nil },
		Neg: func(t *thread, v value) (value, error) {
			return compute(t, current(t), func(c *dec.Context) *num { return c.Plus(numOf(v), true) })
		},
		Pos: func(t *thread, v value) (value, error) {
			return compute(t, current(t), func(c *dec.Context) *num { return c.Plus(numOf(v), false) })
		},
		Abs: func(t *thread, v value) (value, error) {
			return compute(t, current(t), func(c *dec.Context) *num { return absolute(c, numOf(v)) })
		},
		ToInt: func(t *thread, v value) (value, error) {
			n, err := integer(t, numOf(v))
			if err != nil {
				return value{}, err
			}
			return object.BigInt(n), nil
		},
		ToFloat: func(t *thread, v value) (value, error) {
			f, err := toFloat(t, v)
			return object.Float(f), err
		},
	}
	for op, f := range map[object.BinOp]binaryOp{
		object.OpAdd: (*dec.Context).Add, object.OpSub: (*dec.Context).Sub, object.OpMul: (*dec.Context).Mul,
		object.OpTrueDiv: (*dec.Context).Div, object.OpFloorDiv: (*dec.Context).DivInt, object.OpMod: (*dec.Context).Rem,
	} {
		s.Binary[op] = binary(f)
	}
	s.Binary[object.OpDivmod] = decimalDivmod
	s.Binary[object.OpPow] = func(t *thread, a, b value) (value, error) { return decimalPow(t, a, b, value{}) }
	DecimalType.Define(object.TypeSpec{
		Name: "Decimal", Module: "decimal", Sig: "(value='0', context=None)", Flags: object.FlagBase, Size: unsafe.Sizeof(Decimal{}), Slots: s,
		Doc: "A decimal floating-point number.", Methods: decimalMethods(), ClassMethods: classMethods,
		GetSets: []object.GetSet{
			{Name: "real", Get: func(t *thread, v value) (value, error) { return v, nil }},
			{Name: "imag", Get: func(t *thread, v value) (value, error) { return wrap(dec.New(false, new(big.Int), 0)), nil }},
		},
	})
}

func absolute(c *dec.Context, n *num) *num { return c.Plus(n, n.Neg && n.Kind < dec.NaN) }
