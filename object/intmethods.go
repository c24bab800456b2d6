package object

// int: construction and methods (library reference, "Numeric Types", and the
// built-in function int).

import (
	"errors"
	"math/big"
	"math/bits"

	"github.com/gopy-lang/gopy/internal/numfmt"
	"github.com/gopy-lang/gopy/internal/unidata"
)

func intNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	x, base, err := intArgs(args, kw)
	if err != nil {
		return Value{}, err
	}
	v := Int(0)
	switch {
	case x.O == nil:
	case base.O == nil:
		v, err = ToInt(t, x)
	default:
		v, err = intFromBase(t, x, base)
	}
	if err != nil || tp == &IntType {
		return v, err
	}
	o := Alloc[IntObj](tp, &IntType)
	if i, ok := AsInt64(v); ok {
		o.Small = i
	} else {
		o.Big = As[IntObj](v).Big
	}
	return Wrap(o), nil
}

func intArgs(args, kw []Value) (x, base Value, err error) {
	npos := len(args) - len(kw)
	if npos > 2 {
		return x, base, TypeErrorf("int expected at most 2 arguments, got %d", len(args))
	}
	if npos > 0 {
		x = args[0]
	}
	if npos > 1 {
		base = args[1]
	}
	for i, k := range kw {
		if As[Str](k).s != "base" {
			return x, base, TypeErrorf("int() got an unexpected keyword argument '%s'", As[Str](k).s)
		}
		if base.O != nil {
			return x, base, TypeErrorf("argument for int() given by name ('base') and position (2)")
		}
		base = args[npos+i]
	}
	if x.O == nil && base.O != nil {
		err = TypeErrorf("int() missing string argument")
	}
	return x, base, err
}

func intFromBase(t *Thread, x, base Value) (Value, error) {
	b, err := IndexInt(t, base, nil)
	if err != nil {
		return Value{}, err
	}
	if b != 0 && (b < 2 || b > 36) {
		return Value{}, ValueErrorf("int() base must be >= 2 and <= 36, or 0")
	}
	if s, ok := AsStr(x); ok {
		return parseInt(t, unidata.ASCIINumber(s.s), b, x)
	}
	if x.O.Type.Solid == &BytesType || x.O.Type.Solid == &ByteArrayType {
		d, _ := BytesOf(x)
		return parseInt(t, string(d), b, x)
	}
	return Value{}, TypeErrorf("int() can't convert non-string with explicit base")
}

func parseInt(t *Thread, s string, base int, src Value) (Value, error) {
	small, large, err := numfmt.ParseInt(s, base, t.maxDigits(), t.poller())
	if err == nil {
		return newInt(small, large), nil
	}
	if !errors.Is(err, numfmt.ErrSyntax) {
		return Value{}, numError(err)
	}
	if !src.solid(&StrType) {
		src = NewBytes([]byte(s))
	}
	r, err := Repr(t, src)
	if err != nil {
		return Value{}, err
	}
	return Value{}, ValueErrorf("invalid literal for int() with base %d: %s", base, clip(r, 200))
}

// plainInt reads what most numerals are: up to 18 ASCII digits.
func plainInt(s string) (n int64, ok bool) {
	if len(s) > 18 || s == "" {
		return 0, false
	}
	for i := range len(s) {
		d := s[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = n*10 + int64(d)
	}
	return n, true
}

// clip returns at most n characters of s.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if i := skipChars(s, 0, n); i < len(s) {
		return s[:i]
	}
	return s
}

// ToInt is int(v).
func ToInt(t *Thread, v Value) (Value, error) {
	if v.O == &IntHeader {
		return v, nil
	}
	s := &v.O.Type.Slots
	if s.ToInt != nil {
		r, err := s.ToInt(t, v)
		if err != nil {
			return Value{}, err
		}
		if !IsIntLike(r) {
			return Value{}, TypeErrorf("__int__ returned non-int (type %s)", r.O.Type.MsgName())
		}
		if r.O != &IntHeader && r.O.Type != &IntType && r != v {
			if err := warnNonInt(t, "__int__", r); err != nil {
				return Value{}, err
			}
		}
		return exactInt(r), nil
	}
	if s.Index != nil {
		r, err := Index(t, v)
		if err != nil {
			return Value{}, err
		}
		return exactInt(r), nil
	}
	if x, ok := AsStr(v); ok {
		if i, ok := plainInt(x.s); ok {
			return Int(i), nil
		}
		return parseInt(t, unidata.ASCIINumber(x.s), 10, v)
	}
	if b, ok := BytesOf(v); ok {
		return parseInt(t, string(b), 10, v)
	}
	return Value{}, TypeErrorf("int() argument must be a string, a bytes-like object or a real number, not '%s'", v.O.Type.MsgName())
}

var intMethods = []Func{
	{"conjugate", "($self, /)", "Return self, the complex conjugate of any int.", intSelf},
	{"bit_length", "($self, /)", "Number of bits needed to represent self in binary.", intBitLength},
	{"bit_count", "($self, /)", "Number of ones in the binary representation of the absolute value of self.", intBitCount},
	{"to_bytes", "($self, /, length=1, byteorder='big', *, signed=False)", "Return an array of bytes representing the integer.", intToBytes},
	{"as_integer_ratio", "($self, /)", "Return the pair (self, 1).", func(t *Thread, a []Value) (Value, error) {
		return NewTuple2(exactInt(a[0]), Int(1)), nil
	}},
	{"__trunc__", "($self, /)", "Truncating an Integral returns itself.", intSelf},
	{"__floor__", "($self, /)", "Flooring an Integral returns itself.", intSelf},
	{"__ceil__", "($self, /)", "Ceiling of an Integral returns itself.", intSelf},
	{"__round__", "($self, ndigits=None, /)", "Round to a multiple of a power of ten; self without ndigits.", intRound},
	{"__getnewargs__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) { return NewTuple(exactInt(a[0])), nil }},
	{"__format__", "($self, format_spec, /)", "Convert to a string according to format_spec.", intFormat},
	{"__sizeof__", "($self, /)", "Returns size in memory, in bytes.", func(t *Thread, a []Value) (Value, error) {
		b, _ := AsBig(a[0])
		return IntOf(24 + 4*max(1, (b.BitLen()+29)/30)), nil
	}},
	{"is_integer", "($self, /)", "Returns True; exists for compatibility with float.is_integer.", func(t *Thread, a []Value) (Value, error) { return True, nil }},
}

var intClassMethods = []Func{
	{"from_bytes", "($type, /, bytes, byteorder='big', *, signed=False)", "Return the integer represented by the given array of bytes.", intFromBytes},
}

var intGetSets = []GetSet{
	{"real", "the real part of a complex number", func(t *Thread, v Value) (Value, error) { return exactInt(v), nil }, nil},
	{"imag", "the imaginary part of a complex number", func(t *Thread, v Value) (Value, error) { return Int(0), nil }, nil},
	{"numerator", "the numerator of a rational number in lowest terms", func(t *Thread, v Value) (Value, error) { return exactInt(v), nil }, nil},
	{"denominator", "the denominator of a rational number in lowest terms", func(t *Thread, v Value) (Value, error) { return Int(1), nil }, nil},
}

func intSelf(t *Thread, a []Value) (Value, error) { return exactInt(a[0]), nil }

func intBitLength(t *Thread, a []Value) (Value, error) {
	if i, ok := AsInt64(a[0]); ok {
		return IntOf(bits.Len64(absInt64(i))), nil
	}
	return IntOf(As[IntObj](a[0]).Big.BitLen()), nil
}

func absInt64(i int64) uint64 {
	if i < 0 {
		return -uint64(i)
	}
	return uint64(i)
}

func intBitCount(t *Thread, a []Value) (Value, error) {
	if i, ok := AsInt64(a[0]); ok {
		return IntOf(bits.OnesCount64(absInt64(i))), nil
	}
	n := 0
	for _, w := range As[IntObj](a[0]).Big.Bits() {
		n += bits.OnesCount(uint(w))
	}
	return IntOf(n), nil
}

// byteOrder reads a byteorder argument; missing means big.
func byteOrder(fn string, v Value) (little bool, err error) {
	if v.O == nil {
		return false, nil
	}
	s, ok := AsStr(v)
	if !ok {
		return false, TypeErrorf("%s() argument 'byteorder' must be str, not %s", fn, v.O.Type.MsgName())
	}
	switch s.s {
	case "little":
		return true, nil
	case "big":
		return false, nil
	}
	return false, ValueErrorf("byteorder must be either 'little' or 'big'")
}

// truthArg is the truth of an optional argument.
func truthArg(t *Thread, v Value) (bool, error) {
	if v.O == nil {
		return false, nil
	}
	return Truth(t, v)
}

func intToBytes(t *Thread, a []Value) (Value, error) {
	n := 1
	if a[1].O != nil {
		var err error
		if n, err = SsizeArg(t, a[1]); err != nil {
			return Value{}, err
		}
	}
	little, err := byteOrder("to_bytes", a[2])
	if err != nil {
		return Value{}, err
	}
	signed, err := truthArg(t, a[3])
	if err != nil {
		return Value{}, err
	}
	if n < 0 {
		return Value{}, ValueErrorf("length argument must be non-negative")
	}
	if err := t.Charge(n); err != nil {
		return Value{}, err
	}
	v, _ := AsBig(a[0])
	if v.Sign() < 0 && !signed {
		return Value{}, OverflowErrorf("can't convert negative int to unsigned")
	}
	out := make([]byte, n)
	if !putBig(out, v, signed) {
		return Value{}, OverflowErrorf("int too big to convert")
	}
	if little {
		reverseBytes(out)
	}
	return NewBytes(out), nil
}

// putBig writes v big-endian in two's complement and reports whether it fits.
func putBig(out []byte, v *big.Int, signed bool) bool {
	width := len(out) * 8
	if v.Sign() >= 0 {
		if v.BitLen() > width || signed && v.BitLen() == width && width > 0 {
			return false
		}
		v.FillBytes(out)
		return true
	}
	m := new(big.Int).Not(v) // -v-1
	if m.BitLen() >= width {
		return false
	}
	m.FillBytes(out)
	for i := range out {
		out[i] = ^out[i]
	}
	return true
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

func intFromBytes(t *Thread, a []Value) (Value, error) {
	little, err := byteOrder("from_bytes", a[2])
	if err != nil {
		return Value{}, err
	}
	signed, err := truthArg(t, a[3])
	if err != nil {
		return Value{}, err
	}
	src, err := bytesFromObject(t, a[1])
	if err != nil {
		return Value{}, err
	}
	v := intOfBytes(src, little, signed)
	if tp := As[Type](a[0]); tp != &IntType {
		return CallArgs(t, a[0], v)
	}
	return v, nil
}

func intOfBytes(src []byte, little, signed bool) Value {
	n := len(src)
	if n <= 8 {
		var u uint64
		for i := range src {
			c := src[i]
			if little {
				c = src[n-1-i]
			}
			u = u<<8 | uint64(c)
		}
		if signed && n > 0 {
			return Int(int64(u<<(64-8*n)) >> (64 - 8*n))
		}
		if u < 1<<63 {
			return Int(int64(u))
		}
		return BigInt(new(big.Int).SetUint64(u))
	}
	b := src
	if little {
		b = append([]byte(nil), src...)
		reverseBytes(b)
	}
	v := new(big.Int).SetBytes(b)
	if signed && b[0]&0x80 != 0 {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), uint(n*8)))
	}
	return BigInt(v)
}

func intRound(t *Thread, a []Value) (Value, error) {
	if a[1].O == nil || a[1].IsNone() {
		return exactInt(a[0]), nil
	}
	nd, err := Index(t, a[1])
	if err != nil {
		return Value{}, err
	}
	n, ok := AsInt64(nd)
	if ok && n >= 0 || !ok && As[IntObj](nd).Big.Sign() > 0 {
		return exactInt(a[0]), nil
	}
	x, _ := AsBig(a[0])
	if !ok || float64(-n) > float64(x.BitLen())*0.302+2 {
		return Int(0), nil
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(-n), nil)
	q, m := floorDivmod(x, p)
	switch c := new(big.Int).Lsh(m, 1).Cmp(p); {
	case c > 0, c == 0 && q.Bit(0) == 1:
		q.Add(q, big.NewInt(1))
	}
	return BigInt(q.Mul(q, p)), nil
}

var trueStr, falseStr = NewStatic("True"), NewStatic("False")

func boolRepr(t *Thread, v Value) (Value, error) {
	if v.N != 0 {
		return Wrap(trueStr), nil
	}
	return Wrap(falseStr), nil
}

func boolNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(kw) > 0 {
		return Value{}, TypeErrorf("bool() takes no keyword arguments")
	}
	if len(args) > 1 {
		return Value{}, TypeErrorf("bool expected at most 1 argument, got %d", len(args))
	}
	if len(args) == 0 {
		return False, nil
	}
	b, err := Truth(t, args[0])
	return Bool(b), err
}

func boolBinary(f func(a, b uint64) uint64, op BinOp) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		if a.O == &BoolHeader && b.O == &BoolHeader {
			return Value{&BoolHeader, f(a.N, b.N)}, nil
		}
		return intSlots.Binary[op](t, a, b)
	}
}

const invertWarning = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. " +
	"This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. " +
	"Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int."

var boolSlots = Slots{
	Repr: boolRepr, New: boolNew,
	Binary: [NBinOp]BinaryFunc{
		OpAnd: boolBinary(func(a, b uint64) uint64 { return a & b }, OpAnd),
		OpOr:  boolBinary(func(a, b uint64) uint64 { return a | b }, OpOr),
		OpXor: boolBinary(func(a, b uint64) uint64 { return a ^ b }, OpXor),
	},
	Invert: func(t *Thread, v Value) (Value, error) {
		if err := Warn(t, &DeprecationWarningType, invertWarning); err != nil {
			return Value{}, err
		}
		return Int(^int64(v.N)), nil
	},
}
