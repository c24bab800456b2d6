package math

import (
	"math"
	"math/big"

	"github.com/gopy-lang/gopy/object"
)

// fsum adds floats exactly and rounds once. The partial sums do not overlap
// and grow.
func fsum(t *thread, a []value) (value, error) {
	var partials []float64
	special, infs := 0.0, 0.0
	err := object.Iterate(t, a[0], func(v value) error {
		x, err := number(t, v)
		if err != nil {
			return err
		}
		saved := x
		n := 0
		for _, y := range partials {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			if lo := y - (hi - x); lo != 0 {
				partials[n] = lo
				n++
			}
			x = hi
		}
		partials = partials[:n]
		if x == 0 {
			return nil
		}
		if math.IsInf(x, 0) || math.IsNaN(x) {
			if !math.IsInf(saved, 0) && !math.IsNaN(saved) {
				return object.OverflowErrorf("intermediate overflow in fsum")
			}
			if math.IsInf(saved, 0) {
				infs += saved
			}
			special += saved
			partials = partials[:0]
			return nil
		}
		partials = append(partials, x)
		return nil
	})
	if err != nil {
		return value{}, err
	}
	if special != 0 {
		if math.IsNaN(infs) {
			return value{}, object.ValueErrorf("-inf + inf in fsum")
		}
		return object.Float(special), nil
	}
	return object.Float(roundPartials(partials)), nil
}

func roundPartials(p []float64) float64 {
	n := len(p)
	if n == 0 {
		return 0
	}
	n--
	hi, lo := p[n], 0.0
	for n > 0 {
		x := hi
		n--
		y := p[n]
		hi = x + y
		lo = y - (hi - x)
		if lo != 0 {
			break
		}
	}
	if n > 0 && (lo < 0 && p[n-1] < 0 || lo > 0 && p[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return hi
}

// norm is the Euclidean norm, rounded once: the squares are summed exactly.
func norm(c []float64) float64 {
	m, nan := 0.0, false
	for _, x := range c {
		m = math.Max(m, math.Abs(x))
		nan = nan || math.IsNaN(x)
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
	}
	switch {
	case nan:
		return math.NaN()
	case m == 0 || len(c) == 1:
		return m
	}
	sum := new(big.Float).SetPrec(2200)
	if _, e := math.Frexp(m); e > -400 && e < 400 {
		sum.SetPrec(300)
	}
	for _, x := range c {
		f := new(big.Float).SetPrec(106).SetFloat64(x)
		sum.Add(sum, f.Mul(f, f))
	}
	r, _ := new(big.Float).SetPrec(140).Sqrt(sum).Float64()
	return r
}

func coordinates(t *thread, v value) ([]float64, error) {
	items, err := object.Items(t, v)
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(items))
	for i, x := range items {
		if out[i], err = number(t, x); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func hypot(t *thread, a []value) (value, error) {
	c, err := coordinates(t, a[0])
	return object.Float(norm(c)), err
}

func dist(t *thread, a []value) (value, error) {
	p, err := coordinates(t, a[0])
	if err != nil {
		return value{}, err
	}
	q, err := coordinates(t, a[1])
	if err != nil {
		return value{}, err
	}
	if len(p) != len(q) {
		return value{}, object.ValueErrorf("both points must have the same number of dimensions")
	}
	for i := range p {
		p[i] -= q[i]
	}
	return object.Float(norm(p)), nil
}

func prod(t *thread, a []value) (value, error) {
	r := a[1]
	if r.O == nil {
		r = object.Int(1)
	}
	err := object.Iterate(t, a[0], func(v value) (err error) {
		r, err = object.BinaryOp(t, r, v, object.OpMul)
		return err
	})
	return r, err
}

// sumprod is exact as far as all items are floats or ints.
func sumprod(t *thread, a []value) (value, error) {
	p, err := object.Items(t, a[0])
	if err != nil {
		return value{}, err
	}
	q, err := object.Items(t, a[1])
	if err != nil {
		return value{}, err
	}
	if len(p) != len(q) {
		return value{}, object.ValueErrorf("Inputs are not the same length")
	}
	plain, float := true, false
	for i := range p {
		for _, v := range []value{p[i], q[i]} {
			switch v.O.Type {
			case &object.FloatType:
				float = true
				f := v.Float64()
				plain = plain && !math.IsInf(f, 0) && !math.IsNaN(f)
			case &object.IntType, &object.BoolType:
			default:
				plain = false
			}
		}
	}
	if plain && float {
		return sumprodFloat(t, p, q)
	}
	r := object.Int(0)
	for i := range p {
		x, err := object.BinaryOp(t, p[i], q[i], object.OpMul)
		if err != nil {
			return value{}, err
		}
		if r, err = object.BinaryOp(t, r, x, object.OpAdd); err != nil {
			return value{}, err
		}
	}
	return r, nil
}

func sumprodFloat(t *thread, p, q []value) (value, error) {
	sum := new(big.Float).SetPrec(4300)
	for i := range p {
		x, err := number(t, p[i])
		if err != nil {
			return value{}, err
		}
		y, err := number(t, q[i])
		if err != nil {
			return value{}, err
		}
		f := new(big.Float).SetPrec(106).SetFloat64(x)
		sum.Add(sum, f.Mul(f, new(big.Float).SetFloat64(y)))
	}
	r, _ := sum.Float64()
	return object.Float(r), nil
}

var sumFuncs = []object.Func{
	{Name: "fsum", Sig: "(seq, /)", Doc: "Accurate sum of the values of an iterable.", Fn: fsum},
	{Name: "hypot", Sig: "(*coordinates)", Doc: "Euclidean distance of a point from the origin.", Fn: hypot},
	{Name: "dist", Sig: "(p, q, /)", Doc: "Euclidean distance between two points.", Fn: dist},
	{Name: "prod", Sig: "(iterable, /, *, start=1)", Doc: "Product of the elements of an iterable.", Fn: prod},
	{Name: "sumprod", Sig: "(p, q, /)", Doc: "Sum of products of values from two iterables.", Fn: sumprod},
}

// Module declares math.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "math", Doc: "Mathematical functions.",
		Consts: map[string]value{"pi": object.Float(math.Pi), "e": object.Float(math.E), "tau": object.Float(2 * math.Pi),
			"inf": object.Float(math.Inf(1)), "nan": object.Float(math.NaN())},
		Init: func(t *thread, m *object.Module) error {
			m.AddFuncs(t, "math", floatFuncs)
			m.AddFuncs(t, "math", intFuncs)
			m.AddFuncs(t, "math", sumFuncs)
			return nil
		},
	}
}
