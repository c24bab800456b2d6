package libm

import (
	"math"
	"testing"
)

// Values of CPython 3.14 on glibc.
func TestPow(t *testing.T) {
	for _, c := range [...][3]float64{
		{1.1, 10.5, 2.7203400420274986}, {2, 0.5, 1.4142135623730951}, {10, -3, 0.001}, {0.3, 1.5, 0.1643167672515498},
		{2, -1074, 5e-324}, {2, -1075, 0}, {2, 1024, math.Inf(1)}, {-2, 3, -8}, {-3, 2, 9}, {5e-324, 0.5, 2.2227587494850775e-162},
		{1.0000000001, 1e10, 2.7182820532347876}, {1.05, 30, 4.321942375150668},
	} {
		if got := Pow(c[0], c[1]); got != c[2] {
			t.Errorf("Pow(%v, %v) = %v, want %v", c[0], c[1], got, c[2])
		}
	}
	if !math.IsNaN(Pow(-2, 0.5)) {
		t.Error("Pow(-2, 0.5) is a number")
	}
}

func TestExpLog(t *testing.T) {
	for x := -700.0; x < 700; x += 0.37 {
		if d := math.Abs(Exp(x)/math.Exp(x) - 1); d > 0x1p-51 {
			t.Errorf("Exp(%v) is off by %v", x, d)
		}
		y := math.Exp(x)
		if d := math.Abs(Log(y) - math.Log(y)); d > math.Abs(math.Log(y))*0x1p-51 {
			t.Errorf("Log(%v) is off by %v", y, d)
		}
	}
	for _, c := range [...]struct{ got, want float64 }{
		{Exp(0), 1}, {Exp(math.Inf(-1)), 0}, {Exp(1), math.E}, {Log(1), 0}, {Log(0), math.Inf(-1)}, {Exp(-745.2), 0}, {Exp(710), math.Inf(1)}, {Log(5e-324), -744.4400719213812},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
}

func BenchmarkPow(b *testing.B) {
	x := 1.5
	for i := 0; i < b.N; i++ {
		x = Pow(x, 1.0000001)
	}
	_ = x
}
