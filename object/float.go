package object

// float arithmetic (library reference, "Numeric Types"); methods are in
// floatmethods.go.

import (
	"math"
	"math/big"

	"github.com/gopy-lang/gopy/internal/libm"
)

// FloatType is float.
var FloatType Type

// floatOperand converts an operand of a float operator.
func floatOperand(t *Thread, v Value) (float64, bool, error) {
	if v.O == &FloatHeader {
		return v.Float64(), true, nil
	}
	if f, ok := AsFloat(v); ok {
		return f, true, nil
	}
	if IsIntLike(v) {
		f, err := ToFloat(t, v)
		return f, err == nil, err
	}
	return 0, false, nil
}

func floatBinary(f func(a, b float64) (Value, error)) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		x, ok, err := floatOperand(t, a)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return NotImplemented, nil
		}
		y, ok, err := floatOperand(t, b)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return NotImplemented, nil
		}
		return f(x, y)
	}
}

// FloatDivmod is divmod(a, b) for b != 0, as CPython computes it.
func FloatDivmod(a, b float64) (div, mod float64) {
	mod = math.Mod(a, b)
	div = (a - mod) / b
	if mod != 0 {
		if (b < 0) != (mod < 0) {
			mod += b
			div--
		}
	} else {
		mod = math.Copysign(0, b)
	}
	if div != 0 {
		fl := math.Floor(div)
		if div-fl > 0.5 {
			fl++
		}
		div = fl
	} else {
		div = math.Copysign(0, a/b)
	}
	return div, mod
}

func floatPow(a, b float64) (Value, error) {
	if b == 0 || a == 1 {
		return Float(1), nil
	}
	if math.IsNaN(a) || math.IsNaN(b) {
		return Float(math.NaN()), nil
	}
	if a == 0 && b < 0 && !math.IsInf(b, 0) {
		return Value{}, ZeroDivisionErrorf("zero to a negative power")
	}
	if a < 0 && !math.IsInf(a, 0) && !math.IsInf(b, 0) && b != math.Floor(b) {
		return complexPow(complex(a, 0), complex(b, 0))
	}
	if a == -1 && math.IsInf(b, 0) {
		return Float(1), nil
	}
	r := libm.Pow(a, b)
	if math.IsInf(r, 0) && !math.IsInf(a, 0) && !math.IsInf(b, 0) {
		e := Errorf(&OverflowErrorType, "x")
		e.Args = NewTuple(Int(34), NewStr("Numerical result out of range"))
		return Value{}, e
	}
	return Float(r), nil
}

func floatCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	x, _ := AsFloat(a)
	if y, ok := AsFloat(b); ok {
		return compareFloats(x, y, op), nil
	}
	if !IsIntLike(b) {
		return NotImplemented, nil
	}
	if y, ok := AsInt64(b); ok && y < 1<<53 && y > -(1<<53) {
		return compareFloats(x, float64(y), op), nil
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return compareFloats(x, 0, op), nil
	}
	p, _ := AsBig(b)
	c := new(big.Float).SetFloat64(x).Cmp(new(big.Float).SetInt(p))
	return compareInts(int64(c), 0, op), nil
}

func compareFloats(x, y float64, op CmpOp) Value {
	switch op {
	case CmpLT:
		return Bool(x < y)
	case CmpLE:
		return Bool(x <= y)
	case CmpEQ:
		return Bool(x == y)
	case CmpNE:
		return Bool(x != y)
	case CmpGT:
		return Bool(x > y)
	}
	return Bool(x >= y)
}

// HashFloat is the hash of a float that is a number; NaNs hash by identity,
// here by nothing.
func HashFloat(f float64) int64 {
	if math.IsInf(f, 0) {
		if f > 0 {
			return 314159
		}
		return -314159
	}
	if math.IsNaN(f) {
		return 0
	}
	m, e := math.Frexp(f)
	sign := int64(1)
	if m < 0 {
		sign, m = -1, -m
	}
	x := uint64(0)
	for m != 0 {
		x = (x<<28)&hashModulus | x>>(61-28)
		m *= 268435456
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= hashModulus {
			x -= hashModulus
		}
	}
	if e >= 0 {
		e %= 61
	} else {
		e = 60 - (-1-e)%61
	}
	x = (x<<e)&hashModulus | x>>(61-e)
	return fixHash(int64(x) * sign)
}

// FloatToInt is int(f).
func FloatToInt(f float64) (Value, error) {
	if math.IsNaN(f) {
		return Value{}, ValueErrorf("cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return Value{}, OverflowErrorf("cannot convert float infinity to integer")
	}
	f = math.Trunc(f)
	if f >= -9.2e18 && f <= 9.2e18 {
		return Int(int64(f)), nil
	}
	b, _ := new(big.Float).SetFloat64(f).Int(nil)
	return BigInt(b), nil
}

func floatUnary(f func(x float64) float64) UnaryFunc {
	return func(t *Thread, v Value) (Value, error) {
		x, _ := AsFloat(v)
		return Float(f(x)), nil
	}
}

var floatSlots = Slots{
	Repr: floatRepr, RichCmp: floatCompare,
	Hash: func(t *Thread, v Value) (int64, error) {
		f, _ := AsFloat(v)
		if math.IsNaN(f) {
			return identityHash(v), nil
		}
		return HashFloat(f), nil
	},
	Bool: func(t *Thread, v Value) (bool, error) { f, _ := AsFloat(v); return f != 0, nil },
	Binary: [NBinOp]BinaryFunc{
		OpAdd: floatBinary(func(a, b float64) (Value, error) { return Float(a + b), nil }),
		OpSub: floatBinary(func(a, b float64) (Value, error) { return Float(a - b), nil }),
		OpMul: floatBinary(func(a, b float64) (Value, error) { return Float(a * b), nil }),
		OpTrueDiv: floatBinary(func(a, b float64) (Value, error) {
			if b == 0 {
				return Value{}, ZeroDivisionErrorf("division by zero")
			}
			return Float(a / b), nil
		}),
		OpFloorDiv: floatBinary(func(a, b float64) (Value, error) {
			if b == 0 {
				return Value{}, ZeroDivisionErrorf("division by zero")
			}
			d, _ := FloatDivmod(a, b)
			return Float(d), nil
		}),
		OpMod: floatBinary(func(a, b float64) (Value, error) {
			if b == 0 {
				return Value{}, ZeroDivisionErrorf("division by zero")
			}
			_, m := FloatDivmod(a, b)
			return Float(m), nil
		}),
		OpDivmod: floatBinary(func(a, b float64) (Value, error) {
			if b == 0 {
				return Value{}, ZeroDivisionErrorf("division by zero")
			}
			d, m := FloatDivmod(a, b)
			return NewTuple2(Float(d), Float(m)), nil
		}),
		OpPow: floatBinary(floatPow),
	},
	Pow3: func(t *Thread, a, b, m Value) (Value, error) {
		if !m.IsNone() {
			return Value{}, TypeErrorf("pow() 3rd argument not allowed unless all arguments are integers")
		}
		return BinaryOp(t, a, b, OpPow)
	},
	Neg: floatUnary(func(x float64) float64 { return -x }), Abs: floatUnary(math.Abs), Pos: floatUnary(func(x float64) float64 { return x }),
	ToFloat: floatUnary(func(x float64) float64 { return x }),
	ToInt:   func(t *Thread, v Value) (Value, error) { f, _ := AsFloat(v); return FloatToInt(f) },
}
