package math

import (
	"math/big"
	"math/bits"

	"github.com/gopy-lang/gopy/object"
)

// integer reads an integer argument.
func integer(t *thread, v value) (*big.Int, error) {
	i, err := object.Index(t, v)
	if err != nil {
		return nil, err
	}
	b, _ := object.AsBig(i)
	return b, nil
}

// product multiplies lo, lo+step, ... up to hi by halves, in polled pieces.
func product(t *thread, lo, hi uint64) (*big.Int, error) {
	if hi-lo < 16 {
		r := new(big.Int).SetUint64(1)
		acc := uint64(1)
		for i := lo; i <= hi; i++ {
			h, l := bits.Mul64(acc, i)
			if h != 0 {
				r.Mul(r, new(big.Int).SetUint64(acc))
				l = i
			}
			acc = l
		}
		return r.Mul(r, new(big.Int).SetUint64(acc)), t.Poll(16)
	}
	mid := lo + (hi-lo)/2
	x, err := product(t, lo, mid)
	if err != nil {
		return nil, err
	}
	y, err := product(t, mid+1, hi)
	if err != nil {
		return nil, err
	}
	return object.MulBig(t, x, y)
}

func factorial(t *thread, a []value) (value, error) {
	n, err := integer(t, a[0])
	if err != nil {
		return value{}, err
	}
	if n.Sign() < 0 {
		return value{}, object.ValueErrorf("factorial() not defined for negative values")
	}
	if !n.IsInt64() {
		return value{}, object.OverflowErrorf("factorial() argument should not exceed 9223372036854775807")
	}
	if n.Int64() < 2 {
		return object.Int(1), nil
	}
	if n.Int64() > 1<<33 {
		return value{}, object.MemoryError()
	}
	r, err := product(t, 2, n.Uint64())
	if err != nil {
		return value{}, err
	}
	return object.BigInt(r), nil
}

// combArgs reads n and k; both are checked to be non-negative.
func combArgs(t *thread, a []value) (n, k *big.Int, err error) {
	if n, err = integer(t, a[0]); err != nil {
		return
	}
	if k, err = integer(t, a[1]); err != nil {
		return
	}
	if n.Sign() < 0 {
		return nil, nil, object.ValueErrorf("n must be a non-negative integer")
	}
	if k.Sign() < 0 {
		return nil, nil, object.ValueErrorf("k must be a non-negative integer")
	}
	return
}

// falling is n * (n-1) * ... of k factors.
func falling(t *thread, n *big.Int, k uint64) (*big.Int, error) {
	switch {
	case k == 0:
		return big.NewInt(1), nil
	case k == 1:
		return n, nil
	case n.IsInt64():
		return product(t, n.Uint64()-k+1, n.Uint64())
	}
	x, err := falling(t, n, k/2)
	if err != nil {
		return nil, err
	}
	y, err := falling(t, new(big.Int).Sub(n, new(big.Int).SetUint64(k/2)), k-k/2)
	if err != nil {
		return nil, err
	}
	return object.MulBig(t, x, y)
}

func perm(t *thread, a []value) (value, error) {
	if a[1].O == nil || a[1].IsNone() {
		return factorial(t, a[:1])
	}
	n, k, err := combArgs(t, a)
	if err != nil {
		return value{}, err
	}
	if k.Cmp(n) > 0 {
		return object.Int(0), nil
	}
	if !k.IsInt64() {
		return value{}, object.OverflowErrorf("k must not exceed 9223372036854775807")
	}
	r, err := falling(t, n, k.Uint64())
	if err != nil {
		return value{}, err
	}
	return object.BigInt(new(big.Int).Set(r)), nil
}

func comb(t *thread, a []value) (value, error) {
	n, k, err := combArgs(t, a)
	if err != nil {
		return value{}, err
	}
	if k.Cmp(n) > 0 {
		return object.Int(0), nil
	}
	if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
		k = rest
	}
	if !k.IsInt64() {
		return value{}, object.OverflowErrorf("min(n - k, k) must not exceed 9223372036854775807")
	}
	top, err := falling(t, n, k.Uint64())
	if err != nil {
		return value{}, err
	}
	bottom := big.NewInt(1)
	if k.Uint64() > 1 {
		if bottom, err = product(t, 2, k.Uint64()); err != nil {
			return value{}, err
		}
	}
	return object.BigInt(new(big.Int).Quo(top, bottom)), nil
}

func gcd(t *thread, a []value) (value, error) {
	r := new(big.Int)
	for _, v := range object.As[object.Tuple](a[0]).Items {
		n, err := integer(t, v)
		if err != nil {
			return value{}, err
		}
		r = new(big.Int).GCD(nil, nil, r, new(big.Int).Abs(n))
	}
	return object.BigInt(r), nil
}

func lcm(t *thread, a []value) (value, error) {
	r := big.NewInt(1)
	for _, v := range object.As[object.Tuple](a[0]).Items {
		n, err := integer(t, v)
		if err != nil {
			return value{}, err
		}
		if n.Sign() == 0 || r.Sign() == 0 {
			r = new(big.Int)
			continue
		}
		n = new(big.Int).Abs(n)
		g := new(big.Int).GCD(nil, nil, r, n)
		r = new(big.Int).Mul(r, n.Quo(n, g))
	}
	return object.BigInt(r), nil
}

func isqrt(t *thread, a []value) (value, error) {
	n, err := integer(t, a[0])
	if err != nil {
		return value{}, err
	}
	if n.Sign() < 0 {
		return value{}, object.ValueErrorf("isqrt() argument must be nonnegative")
	}
	return object.BigInt(new(big.Int).Sqrt(n)), nil
}

var intFuncs = []object.Func{
	{Name: "factorial", Sig: "(n, /)", Doc: "n!", Fn: factorial},
	{Name: "comb", Sig: "(n, k, /)", Doc: "Number of ways to choose k items from n items.", Fn: comb},
	{Name: "perm", Sig: "(n, k=None, /)", Doc: "Number of ways to choose k items from n items with order.", Fn: perm},
	{Name: "gcd", Sig: "(*integers)", Doc: "Greatest common divisor.", Fn: gcd},
	{Name: "lcm", Sig: "(*integers)", Doc: "Least common multiple.", Fn: lcm},
	{Name: "isqrt", Sig: "(n, /)", Doc: "Integer part of the square root of n.", Fn: isqrt},
}
