package object

// int arithmetic (library reference, "Numeric Types"); methods are in
// intmethods.go. Values that fit 64 bits take the short way.

import (
	"math"
	"math/big"
	"math/bits"
)

// The numeric types.
var (
	IntType  Type
	BoolType Type
)

// addInt returns a+b and whether it fits.
func addInt(a, b int64) (int64, bool) {
	c := a + b
	return c, (a^c)&(b^c) >= 0
}

func subInt(a, b int64) (int64, bool) {
	c := a - b
	return c, (a^b)&(a^c) >= 0
}

// MulInt returns a*b and whether it fits.
func MulInt(a, b int64) (int64, bool) {
	if int64(int32(a)) == a && int64(int32(b)) == b {
		return a * b, true
	}
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	h := int64(hi)
	if a < 0 {
		h -= b
	}
	if b < 0 {
		h -= a
	}
	return int64(lo), h == int64(lo)>>63
}

// FloorDivInt is a // b for b != 0, except the overflowing pair.
func FloorDivInt(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// ModInt is a % b for b != 0.
func ModInt(a, b int64) int64 {
	if b == -1 {
		return 0
	}
	r := a % b
	if r != 0 && (r < 0) != (b < 0) {
		r += b
	}
	return r
}

type smallOp func(t *Thread, a, b int64) (Value, bool, error)

// intBinary builds the slot of an int operator from its 64-bit form (which
// reports false to ask for big arithmetic) and its big form.
func intBinary(small smallOp, bigOp func(t *Thread, a, b *big.Int) (Value, error)) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		x, ok1 := AsInt64(a)
		y, ok2 := AsInt64(b)
		if ok1 && ok2 {
			if v, ok, err := small(t, x, y); ok || err != nil {
				return v, err
			}
		}
		p, ok1 := AsBig(a)
		q, ok2 := AsBig(b)
		if !ok1 || !ok2 {
			return NotImplemented, nil
		}
		if err := t.Poll(1); err != nil {
			return Value{}, err
		}
		return bigOp(t, p, q)
	}
}

func plainBig(f func(z, a, b *big.Int) *big.Int) func(t *Thread, a, b *big.Int) (Value, error) {
	return func(t *Thread, a, b *big.Int) (Value, error) {
		if err := t.Charge((a.BitLen() + b.BitLen()) / 8); err != nil {
			return Value{}, err
		}
		return BigInt(f(new(big.Int), a, b)), nil
	}
}

func floorDivmod(a, b *big.Int) (q, m *big.Int) {
	q, m = new(big.Int).QuoRem(a, b, new(big.Int))
	if m.Sign() != 0 && (m.Sign() < 0) != (b.Sign() < 0) {
		q.Sub(q, big.NewInt(1))
		m.Add(m, b)
	}
	return q, m
}

func divZero() error { return ZeroDivisionErrorf("division by zero") }

func intTrueDiv(t *Thread, a, b Value) (Value, error) {
	x, ok1 := AsInt64(a)
	y, ok2 := AsInt64(b)
	const exact = 1 << 53
	if ok1 && ok2 {
		if y == 0 {
			return Value{}, divZero()
		}
		if x <= exact && x >= -exact && y <= exact && y >= -exact {
			return Float(float64(x) / float64(y)), nil
		}
	}
	p, ok1 := AsBig(a)
	q, ok2 := AsBig(b)
	if !ok1 || !ok2 {
		return NotImplemented, nil
	}
	if q.Sign() == 0 {
		return Value{}, divZero()
	}
	if p.Sign() == 0 {
		return Float(math.Copysign(0, float64(q.Sign()))), nil
	}
	f, _ := new(big.Rat).SetFrac(p, q).Float64()
	if math.IsInf(f, 0) {
		return Value{}, OverflowErrorf("integer division result too large for a float")
	}
	return Float(f), nil
}

// bigPow computes a**e for e >= 0 in pieces, so that it can be interrupted.
func bigPow(t *Thread, a *big.Int, e uint64) (Value, error) {
	if a.BitLen() > 1 && float64(a.BitLen()-1)*float64(e) > 1<<36 {
		return Value{}, MemoryError()
	}
	if err := t.Charge(int(float64(a.BitLen()) * float64(e) / 8)); err != nil {
		return Value{}, err
	}
	r := big.NewInt(1)
	for i := bits.Len64(e) - 1; i >= 0; i-- {
		var err error
		if r, err = MulBig(t, r, r); err != nil {
			return Value{}, err
		}
		if e>>i&1 != 0 {
			if r, err = MulBig(t, r, a); err != nil {
				return Value{}, err
			}
		}
	}
	return BigInt(r), nil
}

// pollWords is the size of big-int operands above which multiplication is cut
// into pieces between which signals are seen.
const pollWords = 1 << 12

// MulBig multiplies, polling between pieces when the operands are long.
func MulBig(t *Thread, a, b *big.Int) (*big.Int, error) {
	aw, bw := len(a.Bits()), len(b.Bits())
	if aw < bw {
		a, b, aw, bw = b, a, bw, aw
	}
	if bw < pollWords*4 {
		if err := t.Poll(1); err != nil {
			return nil, err
		}
		return new(big.Int).Mul(a, b), nil
	}
	if err := t.Poll(1); err != nil {
		return nil, err
	}
	return karatsuba(t, a, b)
}

// karatsuba splits long products; math/big does the same inside, but cannot be
// interrupted there.
func karatsuba(t *Thread, a, b *big.Int) (*big.Int, error) {
	h := (len(a.Bits()) + 1) / 2
	if len(b.Bits()) <= h {
		a0, a1 := splitBig(a, h)
		lo, err := MulBig(t, a0, b)
		if err != nil {
			return nil, err
		}
		hi, err := MulBig(t, a1, b)
		if err != nil {
			return nil, err
		}
		hi.Lsh(hi, uint(h*bits.UintSize))
		return signed(hi.Add(hi, lo), a, b), nil
	}
	a0, a1 := splitBig(a, h)
	b0, b1 := splitBig(b, h)
	z0, err := MulBig(t, a0, b0)
	if err != nil {
		return nil, err
	}
	z2, err := MulBig(t, a1, b1)
	if err != nil {
		return nil, err
	}
	z1, err := MulBig(t, a0.Add(a0, a1), b0.Add(b0, b1))
	if err != nil {
		return nil, err
	}
	z1.Sub(z1, z0).Sub(z1, z2)
	r := z2.Lsh(z2, uint(2*h*bits.UintSize))
	r.Add(r, z1.Lsh(z1, uint(h*bits.UintSize)))
	return signed(r.Add(r, z0), a, b), nil
}

// splitBig returns |a| mod 2**(64h) and |a| >> 64h as new values.
func splitBig(a *big.Int, h int) (lo, hi *big.Int) {
	w := a.Bits()
	if len(w) <= h {
		return new(big.Int).Abs(a), new(big.Int)
	}
	lo = new(big.Int).Set(new(big.Int).SetBits(w[:h:h]))
	hi = new(big.Int).Set(new(big.Int).SetBits(w[h:len(w):len(w)]))
	return lo, hi
}

func signed(r, a, b *big.Int) *big.Int {
	if a.Sign()*b.Sign() < 0 && r.Sign() > 0 {
		return r.Neg(r)
	}
	return r
}

func intPow(t *Thread, a, b Value) (Value, error) {
	if !IsIntLike(a) || !IsIntLike(b) {
		return NotImplemented, nil
	}
	y, ok := AsInt64(b)
	if ok && y < 0 || !ok && As[IntObj](b).Big.Sign() < 0 {
		f, err := ToFloat(t, a)
		if err != nil {
			return Value{}, err
		}
		g, err := ToFloat(t, b)
		if err != nil {
			return Value{}, err
		}
		return floatPow(f, g)
	}
	x, okx := AsInt64(a)
	if okx && (x == 0 || x == 1 || x == -1) {
		switch {
		case x == 1 || ok && y == 0:
			return Int(1), nil
		case x == 0:
			if !ok || y != 0 {
				return Int(0), nil
			}
			return Int(1), nil
		}
		odd := ok && y&1 == 1 || !ok && As[IntObj](b).Big.Bit(0) == 1
		if odd {
			return Int(-1), nil
		}
		return Int(1), nil
	}
	if !ok {
		return Value{}, MemoryError()
	}
	if okx {
		r, base, e := int64(1), x, y
		fits := true
		for e > 0 {
			if e&1 != 0 {
				if r, fits = MulInt(r, base); !fits {
					break
				}
			}
			if e >>= 1; e > 0 {
				if base, fits = MulInt(base, base); !fits {
					break
				}
			}
		}
		if fits {
			return Int(r), nil
		}
	}
	p, _ := AsBig(a)
	return bigPow(t, p, uint64(y))
}

// intPow3 is pow(a, b, m).
func intPow3(t *Thread, a, b, m Value) (Value, error) {
	if m.IsNone() {
		return BinaryOp(t, a, b, OpPow)
	}
	if !IsIntLike(a) || !IsIntLike(b) || !IsIntLike(m) {
		return NotImplemented, nil
	}
	x, _ := AsBig(a)
	e, _ := AsBig(b)
	n, _ := AsBig(m)
	if n.Sign() == 0 {
		return Value{}, ValueErrorf("pow() 3rd argument cannot be 0")
	}
	abs := new(big.Int).Abs(n)
	if e.Sign() < 0 {
		inv := new(big.Int).ModInverse(new(big.Int).Mod(x, abs), abs)
		if inv == nil && abs.Cmp(big.NewInt(1)) != 0 {
			return Value{}, ValueErrorf("base is not invertible for the given modulus")
		}
		if inv == nil {
			return Int(0), nil
		}
		x, e = inv, new(big.Int).Neg(e)
	}
	r := new(big.Int).Exp(new(big.Int).Mod(x, abs), e, abs)
	if n.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, n)
	}
	return BigInt(r), nil
}

func shiftCount(b Value) (n int64, tooBig bool, err error) {
	n, ok := AsInt64(b)
	if ok && n < 0 || !ok && As[IntObj](b).Big.Sign() < 0 {
		return 0, false, ValueErrorf("negative shift count")
	}
	return n, !ok, nil
}

func intLShift(t *Thread, a, b Value) (Value, error) {
	if !IsIntLike(a) || !IsIntLike(b) {
		return NotImplemented, nil
	}
	n, huge, err := shiftCount(b)
	if err != nil {
		return Value{}, err
	}
	x, ok := AsInt64(a)
	if ok && x == 0 {
		return Int(0), nil
	}
	if huge {
		return Value{}, OverflowErrorf("too many digits in integer")
	}
	if ok && n < 63 {
		if y := x << n; y>>n == x {
			return Int(y), nil
		}
	}
	if err := t.Charge(int(n / 8)); err != nil {
		return Value{}, err
	}
	p, _ := AsBig(a)
	return BigInt(new(big.Int).Lsh(p, uint(n))), nil
}

func intRShift(t *Thread, a, b Value) (Value, error) {
	if !IsIntLike(a) || !IsIntLike(b) {
		return NotImplemented, nil
	}
	n, huge, err := shiftCount(b)
	if err != nil {
		return Value{}, err
	}
	if x, ok := AsInt64(a); ok {
		if huge || n > 63 {
			n = 63
		}
		return Int(x >> n), nil
	}
	p := As[IntObj](a).Big
	if huge || n > int64(p.BitLen()) {
		if p.Sign() < 0 {
			return Int(-1), nil
		}
		return Int(0), nil
	}
	return BigInt(new(big.Int).Rsh(p, uint(n))), nil
}

func intCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if !IsIntLike(b) || !IsIntLike(a) {
		return NotImplemented, nil
	}
	x, ok1 := AsInt64(a)
	y, ok2 := AsInt64(b)
	if ok1 && ok2 {
		return compareInts(x, y, op), nil
	}
	p, _ := AsBig(a)
	q, _ := AsBig(b)
	return compareInts(int64(p.Cmp(q)), 0, op), nil
}

func compareInts(x, y int64, op CmpOp) Value {
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

func intHash(t *Thread, v Value) (int64, error) {
	if i, ok := AsInt64(v); ok {
		return hashInt64(i), nil
	}
	return hashBig(As[IntObj](v).Big), nil
}

var hashMod = big.NewInt(hashModulus)

func hashBig(b *big.Int) int64 {
	h := new(big.Int).Rem(b, hashMod).Int64()
	return fixHash(h)
}

func intUnary(small func(i int64) (int64, bool), bigOp func(z, a *big.Int) *big.Int) UnaryFunc {
	return func(t *Thread, v Value) (Value, error) {
		if i, ok := AsInt64(v); ok {
			if r, ok := small(i); ok {
				return Int(r), nil
			}
		}
		p, _ := AsBig(v)
		return BigInt(bigOp(new(big.Int), p)), nil
	}
}

func identityInt(t *Thread, v Value) (Value, error) { return exactInt(v), nil }

func intBitwise(small func(a, b int64) int64, bigOp func(z, a, b *big.Int) *big.Int) BinaryFunc {
	return intBinary(func(t *Thread, a, b int64) (Value, bool, error) { return Int(small(a, b)), true, nil }, plainBig(bigOp))
}

var intSlots = Slots{
	Repr: intRepr, Hash: intHash, RichCmp: intCompare,
	Bool: func(t *Thread, v Value) (bool, error) {
		i, ok := AsInt64(v)
		return !ok || i != 0, nil
	},
	Binary: [NBinOp]BinaryFunc{
		OpAdd: intBinary(func(t *Thread, a, b int64) (Value, bool, error) { c, ok := addInt(a, b); return Int(c), ok, nil }, plainBig((*big.Int).Add)),
		OpSub: intBinary(func(t *Thread, a, b int64) (Value, bool, error) { c, ok := subInt(a, b); return Int(c), ok, nil }, plainBig((*big.Int).Sub)),
		OpMul: intBinary(func(t *Thread, a, b int64) (Value, bool, error) { c, ok := MulInt(a, b); return Int(c), ok, nil }, func(t *Thread, a, b *big.Int) (Value, error) {
			if err := t.Charge((a.BitLen() + b.BitLen()) / 8); err != nil {
				return Value{}, err
			}
			r, err := MulBig(t, a, b)
			if err != nil {
				return Value{}, err
			}
			return BigInt(r), nil
		}),
		OpTrueDiv: intTrueDiv,
		OpFloorDiv: intBinary(func(t *Thread, a, b int64) (Value, bool, error) {
			if b == 0 {
				return Value{}, false, divZero()
			}
			if b == -1 && a == math.MinInt64 {
				return Value{}, false, nil
			}
			return Int(FloorDivInt(a, b)), true, nil
		}, func(t *Thread, a, b *big.Int) (Value, error) {
			if b.Sign() == 0 {
				return Value{}, divZero()
			}
			q, _ := floorDivmod(a, b)
			return BigInt(q), nil
		}),
		OpMod: intBinary(func(t *Thread, a, b int64) (Value, bool, error) {
			if b == 0 {
				return Value{}, false, divZero()
			}
			return Int(ModInt(a, b)), true, nil
		}, func(t *Thread, a, b *big.Int) (Value, error) {
			if b.Sign() == 0 {
				return Value{}, divZero()
			}
			_, m := floorDivmod(a, b)
			return BigInt(m), nil
		}),
		OpDivmod: intBinary(func(t *Thread, a, b int64) (Value, bool, error) { return Value{}, false, nil }, func(t *Thread, a, b *big.Int) (Value, error) {
			if b.Sign() == 0 {
				return Value{}, divZero()
			}
			q, m := floorDivmod(a, b)
			return NewTuple2(BigInt(q), BigInt(m)), nil
		}),
		OpPow: intPow, OpLShift: intLShift, OpRShift: intRShift,
		OpAnd: intBitwise(func(a, b int64) int64 { return a & b }, (*big.Int).And),
		OpOr:  intBitwise(func(a, b int64) int64 { return a | b }, (*big.Int).Or),
		OpXor: intBitwise(func(a, b int64) int64 { return a ^ b }, (*big.Int).Xor),
	},
	Pow3:   intPow3,
	Neg:    intUnary(func(i int64) (int64, bool) { return -i, i != math.MinInt64 }, (*big.Int).Neg),
	Abs:    intUnary(func(i int64) (int64, bool) { return max(i, -i), i != math.MinInt64 }, (*big.Int).Abs),
	Invert: intUnary(func(i int64) (int64, bool) { return ^i, true }, (*big.Int).Not),
	Pos:    identityInt, ToInt: identityInt, Index: identityInt,
	ToFloat: func(t *Thread, v Value) (Value, error) {
		f, err := ToFloat(t, v)
		return Float(f), err
	},
}

// ToFloat converts an int, float or bool (or subclass instance) to float64;
// OverflowError when an int is too large.
func ToFloat(t *Thread, v Value) (float64, error) {
	if f, ok := AsFloat(v); ok {
		return f, nil
	}
	if i, ok := AsInt64(v); ok {
		return float64(i), nil
	}
	if b, ok := AsBig(v); ok {
		f, _ := new(big.Float).SetInt(b).Float64()
		if math.IsInf(f, 0) {
			return 0, OverflowErrorf("int too large to convert to float")
		}
		return f, nil
	}
	return 0, TypeErrorf("must be real number, not %s", v.O.Type.MsgName())
}
