package siphash

import (
	"math"
	"math/big"
	"math/bits"
)

const (
	mersenneBits = 61
	modulus      = 1<<mersenneBits - 1

	// HashInf is the hash of infinity.
	HashInf = 314159

	imagFactor = 1000003
)

// Int returns hash(v).
func Int(v int64) int64 {
	if v > -modulus && v < modulus {
		return settle(v)
	}
	if v < 0 {
		return settle(-int64(reduce(-uint64(v))))
	}
	return settle(int64(reduce(uint64(v))))
}

// reduce returns v modulo 2**61 - 1.
func reduce(v uint64) uint64 {
	v = v&modulus + v>>mersenneBits
	if v >= modulus {
		v -= modulus
	}
	return v
}

// rotate returns x * 2**n modulo 2**61 - 1, for x below the modulus.
func rotate(x uint64, n uint) uint64 {
	n %= mersenneBits
	return x<<n&modulus | x>>(mersenneBits-n)
}

// Big returns hash(v).
func Big(v *big.Int) int64 {
	words := v.Bits()
	var x uint64
	for i := len(words) - 1; i >= 0; i-- {
		// x = x * 2**wordSize + word
		sum := rotate(x, bits.UintSize) + reduce(uint64(words[i]))
		x = reduce(sum)
	}
	if v.Sign() < 0 {
		return settle(-int64(x))
	}
	return settle(int64(x))
}

// Float returns hash(f). NaN has the hash nan, which Python takes from the identity
// of the object.
func Float(f float64, nan int64) int64 {
	switch {
	case f == math.Trunc(f) && math.Abs(f) < 1<<62:
		return Int(int64(f))
	case math.IsInf(f, 1):
		return HashInf
	case math.IsInf(f, -1):
		return -HashInf
	case math.IsNaN(f):
		return nan
	}
	m, e := math.Frexp(math.Abs(f))
	mant := uint64(m * (1 << 53)) // exact
	e = (e - 53) % mersenneBits
	if e < 0 {
		e += mersenneBits
	}
	x := int64(rotate(reduce(mant), uint(e)))
	if f < 0 {
		x = -x
	}
	return settle(x)
}

// Complex returns hash(c). The parts that are NaN have the hash nan.
func Complex(c complex128, nan int64) int64 {
	return settle(int64(uint64(Float(real(c), nan)) + imagFactor*uint64(Float(imag(c), nan))))
}

// Rational returns the hash of numerator/denominator in lowest terms, as
// fractions.Fraction and decimal.Decimal compute it. The denominator is positive.
func Rational(numerator, denominator *big.Int) int64 {
	p := big.NewInt(modulus)
	x := new(big.Int)
	if x.ModInverse(denominator, p) == nil {
		x.SetInt64(HashInf)
	} else {
		x.Mul(x, new(big.Int).Abs(numerator)).Mod(x, p)
	}
	h := x.Int64()
	if numerator.Sign() < 0 {
		h = -h
	}
	return settle(h)
}

// The primes of xxHash that tuples use.
const (
	xxPrime1 = 11400714785074694791
	xxPrime2 = 14029467366897019727
	xxPrime5 = 2870177450012600261
)

// Tuple combines the hashes of the elements of a tuple, one after the other. The
// zero value has to be replaced by NewTuple.
type Tuple struct {
	acc uint64
	n   uint64
}

// NewTuple returns the hash of a tuple with no elements yet.
func NewTuple() Tuple { return Tuple{acc: xxPrime5} }

// Add adds the hash of the next element.
func (t *Tuple) Add(h int64) {
	t.acc = bits.RotateLeft64(t.acc+uint64(h)*xxPrime2, 31) * xxPrime1
	t.n++
}

// Sum returns the hash of the tuple.
func (t *Tuple) Sum() int64 {
	h := int64(t.acc + (t.n ^ xxPrime5 ^ 3527539))
	if h == -1 {
		return 1546275796
	}
	return h
}

// Set combines the hashes of the elements of a frozenset, in any order. The zero
// value is ready.
type Set struct {
	acc uint64
	n   uint64
}

// Add adds the hash of an element.
func (s *Set) Add(hash int64) {
	h := uint64(hash)
	s.acc ^= (h ^ 89869747 ^ h<<16) * 3644798167
	s.n++
}

// Sum returns the hash of the frozenset.
func (s *Set) Sum() int64 {
	h := s.acc ^ (s.n+1)*1927868237
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if int64(h) == -1 {
		return 590923713
	}
	return int64(h)
}
