package fmath

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Known results, correctly rounded.
func TestKnown(t *testing.T) {
	for _, c := range []struct {
		f    func(float64) float64
		x, y float64
	}{
		{Log, 3, 1.0986122886681098}, {Log, 2, 0.6931471805599453}, {Log, 10, 2.302585092994046}, {Log, 1, 0}, {Log, 0.1, -2.3025850929940455},
		{Log2, 10, 3.321928094887362}, {Log2, 8, 3}, {Log2, 1 << 30, 30}, {Log10, 1000, 3}, {Log10, 2, 0.3010299956639812}, {Log10, 1e15, 15},
		{Exp, 1, 2.718281828459045}, {Exp, 0.1, 1.1051709180756477}, {Exp, -1, 0.36787944117144233}, {Exp, 10, 22026.465794806718},
		{Exp2, 0.5, 1.4142135623730951}, {Exp2, 10, 1024}, {Exp, 0, 1},
	} {
		if y := c.f(c.x); y != c.y {
			t.Errorf("f(%v) = %v, want %v", c.x, y, c.y)
		}
	}
}

func TestClose(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100000 {
		x := math.Exp(r.Float64()*200 - 100)
		if d := math.Abs(Log(x)-math.Log(x)) / math.Abs(math.Log(x)); d > 1e-15 {
			t.Fatalf("log(%v): %v", x, d)
		}
		y := r.Float64()*1000 - 500
		if d := math.Abs(Exp(y)/math.Exp(y) - 1); d > 1e-15 {
			t.Fatalf("exp(%v): %v", y, d)
		}
	}
	for i := -1000; i < 1000; i++ {
		if x := math.Ldexp(1, i); Log2(x) != float64(i) {
			t.Fatal(i)
		}
	}
	for i := range 23 {
		if Log10(math.Pow(10, float64(i))) != float64(i) {
			t.Fatal(i)
		}
	}
}
