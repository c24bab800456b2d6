package object

// float: construction and methods (library reference, "Additional Methods on
// Float").

import (
	"encoding/binary"
	"math"
	"math/big"
	"strconv"

	"github.com/gopy-lang/gopy/internal/numfmt"
	"github.com/gopy-lang/gopy/internal/unidata"
)

// ReprFloat is CPython's repr of a float.
func ReprFloat(f float64) string { return numfmt.Repr(f) }

func floatRepr(t *Thread, v Value) (Value, error) {
	f, _ := AsFloat(v)
	var store [32]byte
	return newStrBytes(numfmt.AppendRepr(store[:0], f)), nil
}

func floatNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(kw) > 0 && !tp.OwnInit(t) {
		return Value{}, TypeErrorf("float() takes no keyword arguments")
	}
	if n := len(args) - len(kw); n > 1 {
		return Value{}, TypeErrorf("float expected at most 1 argument, got %d", n)
	} else if n == 0 {
		return newFloat(tp, 0), nil
	}
	f, err := NumberToFloat(t, args[0])
	if err != nil {
		return Value{}, err
	}
	return newFloat(tp, f), nil
}

func newFloat(tp *Type, f float64) Value {
	if tp == &FloatType {
		return Float(f)
	}
	o := Alloc[FloatObj](tp, &FloatType)
	o.F = f
	return Wrap(o)
}

// NumberToFloat is float(v): numbers and text.
func NumberToFloat(t *Thread, v Value) (float64, error) {
	if v.O == &FloatHeader {
		return v.Float64(), nil
	}
	if x, ok := AsStr(v); ok && (v.O.Type == &StrType || v.O.Type.Slots.ToFloat == nil) {
		return parseFloat(t, unidata.ASCIINumber(x.s), v)
	}
	if v.O.Type.Slots.ToFloat == nil && v.O.Type.Slots.Index == nil {
		if b, ok := BytesOf(v); ok {
			return parseFloat(t, string(b), v)
		}
		return 0, TypeErrorf("float() argument must be a string or a real number, not '%s'", v.O.Type.MsgName())
	}
	return RealToFloat(t, v)
}

// RealToFloat converts a float or what has __float__ or __index__.
func RealToFloat(t *Thread, v Value) (float64, error) {
	if v.O == &FloatHeader {
		return v.Float64(), nil
	}
	if v.O.Type == &FloatType || IsIntLike(v) && !v.O.Type.IsHeap() {
		return ToFloat(t, v)
	}
	if conv := v.O.Type.Slots.ToFloat; conv != nil {
		r, err := conv(t, v)
		if err != nil {
			return 0, err
		}
		f, ok := AsFloat(r)
		if !ok {
			return 0, TypeErrorf("%s.__float__ returned non-float (type %s)", v.O.Type.MsgName(), r.O.Type.MsgName())
		}
		if r.O.Type != &FloatType {
			err = Warn(t, &DeprecationWarningType, v.O.Type.Name+".__float__ returned non-float (type "+r.O.Type.Name+").  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.")
		}
		return f, err
	}
	if v.O.Type.Slots.Index != nil {
		i, err := Index(t, v)
		if err != nil {
			return 0, err
		}
		return ToFloat(t, i)
	}
	return 0, TypeErrorf("must be real number, not %s", v.O.Type.MsgName())
}

func parseFloat(t *Thread, s string, src Value) (float64, error) {
	f, err := numfmt.ParseFloat(s)
	if err == nil {
		return f, nil
	}
	r, err := Repr(t, src)
	if err != nil {
		return 0, err
	}
	return 0, ValueErrorf("could not convert string to float: %s", r)
}

var floatMethods = []Func{
	{"conjugate", "($self, /)", "Return self, the complex conjugate of any float.", func(t *Thread, a []Value) (Value, error) {
		f, _ := AsFloat(a[0])
		return Float(f), nil
	}},
	{"__trunc__", "($self, /)", "Return the Integral closest to x between 0 and x.", floatToIntBy(math.Trunc)},
	{"__floor__", "($self, /)", "Return the floor as an Integral.", floatToIntBy(math.Floor)},
	{"__ceil__", "($self, /)", "Return the ceiling as an Integral.", floatToIntBy(math.Ceil)},
	{"__round__", "($self, ndigits=None, /)", "Return the Integral closest to x, rounding half toward even.", floatRound},
	{"as_integer_ratio", "($self, /)", "Return a pair of integers whose ratio is exactly equal to the original float.", floatRatio},
	{"hex", "($self, /)", "Return a hexadecimal representation of a floating-point number.", func(t *Thread, a []Value) (Value, error) {
		f, _ := AsFloat(a[0])
		return NewStr(numfmt.Hex(f)), nil
	}},
	{"is_integer", "($self, /)", "Return True if the float is an integer.", func(t *Thread, a []Value) (Value, error) {
		f, _ := AsFloat(a[0])
		return Bool(!math.IsInf(f, 0) && math.Floor(f) == f), nil
	}},
	{"__getnewargs__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		f, _ := AsFloat(a[0])
		return NewTuple(Float(f)), nil
	}},
	{"__format__", "($self, format_spec, /)", "Formats the float according to format_spec.", floatFormat},
}

var floatClassMethods = []Func{
	{"from_number", "($type, number, /)", "Convert real number to a floating-point number.", func(t *Thread, a []Value) (Value, error) {
		tp := As[Type](a[0])
		if a[1].O.Type == &FloatType && tp == &FloatType {
			return a[1], nil
		}
		f, err := RealToFloat(t, a[1])
		if err != nil {
			return Value{}, err
		}
		return floatOfClass(t, a[0], f)
	}},
	{"fromhex", "($type, string, /)", "Create a floating-point number from a hexadecimal string.", func(t *Thread, a []Value) (Value, error) {
		s, ok := AsStr(a[1])
		if !ok {
			return Value{}, TypeErrorf("bad argument type for built-in operation")
		}
		f, err := numfmt.FromHex(s.s)
		if err != nil {
			return Value{}, numError(err)
		}
		return floatOfClass(t, a[0], f)
	}},
	{"__getformat__", "($type, typestr, /)", "You probably don't want to use this function.", func(t *Thread, a []Value) (Value, error) {
		s, ok := AsStr(a[1])
		if !ok {
			return Value{}, TypeErrorf("__getformat__() argument must be str, not %s", a[1].O.Type.MsgName())
		}
		if s.s != "double" && s.s != "float" {
			return Value{}, ValueErrorf("__getformat__() argument 1 must be 'double' or 'float'")
		}
		if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 {
			return NewStr("IEEE, little-endian"), nil
		}
		return NewStr("IEEE, big-endian"), nil
	}},
}

var floatGetSets = []GetSet{
	{"real", "the real part of a complex number", func(t *Thread, v Value) (Value, error) { f, _ := AsFloat(v); return Float(f), nil }, nil},
	{"imag", "the imaginary part of a complex number", func(t *Thread, v Value) (Value, error) { return Float(0), nil }, nil},
}

func floatOfClass(t *Thread, cls Value, f float64) (Value, error) {
	if As[Type](cls) == &FloatType {
		return Float(f), nil
	}
	return CallArgs(t, cls, Float(f))
}

func floatToIntBy(round func(float64) float64) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		f, _ := AsFloat(a[0])
		return FloatToInt(round(f))
	}
}

func floatRound(t *Thread, a []Value) (Value, error) {
	f, _ := AsFloat(a[0])
	if a[1].O == nil || a[1].IsNone() {
		return FloatToInt(math.RoundToEven(f))
	}
	n, err := IndexInt(t, a[1], nil)
	if err != nil {
		return Value{}, err
	}
	r, ok := RoundFloat(f, n)
	if !ok {
		return Value{}, OverflowErrorf("rounded value too large to represent")
	}
	return Float(r), nil
}

// RoundFloat rounds f to n decimals, correctly, as round(f, n) does. It
// reports false if the result is too large.
func RoundFloat(f float64, n int) (float64, bool) {
	switch {
	case math.IsNaN(f) || math.IsInf(f, 0) || n > 323:
		return f, true
	case n < -308:
		return math.Copysign(0, f), true
	case n >= 0:
		r, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'f', n, 64), 64)
		return r, !math.IsInf(r, 0)
	}
	b, _ := new(big.Float).SetFloat64(math.Abs(f)).Rat(nil)
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n)), nil)
	den := new(big.Int).Mul(b.Denom(), p)
	q, m := floorDivmod(b.Num(), den)
	if c := m.Lsh(m, 1).Cmp(den); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	r, _ := new(big.Float).SetInt(q.Mul(q, p)).Float64()
	return math.Copysign(r, f), !math.IsInf(r, 0)
}

func floatRatio(t *Thread, a []Value) (Value, error) {
	f, _ := AsFloat(a[0])
	if math.IsInf(f, 0) {
		return Value{}, OverflowErrorf("cannot convert Infinity to integer ratio")
	}
	if math.IsNaN(f) {
		return Value{}, ValueErrorf("cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return NewTuple2(BigInt(new(big.Int).Set(r.Num())), BigInt(new(big.Int).Set(r.Denom()))), nil
}
