package numfmt

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

func TestSurrogates(t *testing.T) {
	const surrogate = "\xed\xa0\x80" // U+D800
	for _, c := range []struct{ text, spec, want string }{
		{"1.5", surrogate + ">5", surrogate + surrogate + "1.5"},
		{surrogate + "a", "x^5", "x" + surrogate + "axx"},
		{surrogate + "ab", ".2", surrogate + "a"},
	} {
		s, err := ParseSpec(c.spec, "str", 's', '<')
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.Str(c.text); got != c.want || err != nil {
			t.Errorf("format(%q, %q) = %q, %v", c.text, c.spec, got, err)
		}
	}
	s, _ := ParseSpec("c", "int", 'd', '>')
	if got, _ := s.Int(0xD800); got != surrogate {
		t.Errorf("%q", got)
	}
	if _, err := ParseSpec(surrogate, "int", 'd', '>'); err != nil {
		t.Error(err)
	}
}

func TestTooLarge(t *testing.T) {
	for _, spec := range []string{"9223372036854775807", "=9223372036854775807", "09223372036854775807", "09223372036854775807,"} {
		s, err := ParseSpec(spec, "int", 'd', '>')
		if err != nil {
			t.Fatal(err)
		}
		if s.Width != math.MaxInt {
			t.Errorf("%s: width %d", spec, s.Width)
		}
		_, err = s.Int(5)
		if e := new(Error); !errors.As(err, &e) || e.Kind != MemoryError {
			t.Errorf("%s: %v", spec, err)
		}
	}
	if _, err := Percent("%9223372036854775807d", &percentArgs{all: value{kind: "int", text: "5"}}, PercentOptions{}); err == nil {
		t.Error("a result of 8 EB")
	}
}

// TestBigRoundTrip compares divide and conquer with math/big.
func TestBigRoundTrip(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, bits := range []int{1, 64, 3985, 3990, 8000, 40_000, 100_003, 400_000} {
		for _, base := range []int{2, 3, 7, 8, 10, 16, 32, 36} {
			v := new(big.Int)
			for range bits/64 + 1 {
				v.Lsh(v, 64).Or(v, new(big.Int).SetUint64(rnd.Uint64()))
			}
			v.Rsh(v, uint(rnd.IntN(64)))
			if rnd.IntN(2) == 0 {
				v.Neg(v)
			}
			if bits > 100_000 {
				v.Lsh(v, 1000).Mul(v, new(big.Int).Exp(big.NewInt(10), big.NewInt(5000), nil)) // zeros in the middle
			}
			small, large, err := ParseInt(v.Text(base), base, 0, nil)
			if large == nil {
				large = big.NewInt(small)
			}
			if err != nil || large.Cmp(v) != 0 {
				t.Errorf("%d bits, base %d: parsed wrongly (%v)", bits, base, err)
			}
			if s, err := Decimal(v, 0, nil); err != nil || s != v.String() {
				t.Errorf("%d bits: formatted wrongly (%v)", bits, err)
			}
		}
	}
}

func TestBigPolls(t *testing.T) {
	stop := errors.New("stop")
	polls := 0
	poll := func() error {
		if polls++; polls == 20 {
			return stop
		}
		return nil
	}
	digits := strings.Repeat("123456789", 10_000)
	if _, _, err := ParseInt(digits, 10, 0, poll); err != stop {
		t.Error(err)
	}
	v, _ := new(big.Int).SetString(digits, 10)
	polls = 0
	if _, err := Decimal(v, 0, poll); err != stop {
		t.Error(err)
	}
}

func TestDecimalDigits(t *testing.T) {
	p := big.NewInt(1)
	for n := 1; n < 6000; n++ {
		for _, d := range []int64{-1, 0} {
			v := new(big.Int).Add(p, big.NewInt(d))
			want := len(v.String())
			if got := decimalDigits(v); got != want && got != want+1 {
				t.Fatalf("10**%d%+d: %d digits", n-1, d, got)
			}
		}
		p.Mul(p, big.NewInt(10))
	}
}

// TestReprReadsBack checks repr against its definition.
func TestReprReadsBack(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		f := math.Float64frombits(rnd.Uint64())
		if math.IsNaN(f) {
			continue
		}
		s := Repr(f)
		if back, err := ParseFloat(s); err != nil || back != f {
			t.Fatalf("%s read back as %v", s, back)
		}
		if back, err := FromHex(Hex(f)); err != nil || back != f {
			t.Fatalf("%s read back as %v", Hex(f), back)
		}
	}
}

func FuzzSpec(f *testing.F) {
	for _, seed := range []string{"", "*^+#020,.3_f", "0=z10.2%", "x<5s", "_x", ".,_f", "\xed\xa0\x80>4", "é^8"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // no str
		}
		for _, v := range []struct {
			name  string
			kind  rune
			align byte
		}{{"int", 'd', '>'}, {"float", 0, '>'}, {"complex", 0, '>'}, {"str", 's', '<'}} {
			s, err := ParseSpec(text, v.name, v.kind, v.align)
			if err != nil || s.Width > 1000 || s.Precision > 1000 {
				continue
			}
			var got string
			switch v.name {
			case "int":
				got, err = s.Int(-1234567)
			case "float":
				got, err = s.Float(-1234567.125)
			case "complex":
				got, err = s.Complex(complex(1.5, -2))
			case "str":
				got, err = s.Str("héllo")
			}
			if err == nil && wtf8.Count(got) < s.Width {
				t.Errorf("%q: %q is too short", text, got)
			}
		}
	})
}

func FuzzParseFloat(f *testing.F) {
	for _, seed := range []string{"1_0.5e-3", " inf", "nan", ".5", "1e400", "0x1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := ParseFloat(text)
		_, _ = FromHex(text)
		_, _, _ = ParseInt(text, 0, 100, nil)
		if err == nil && !math.IsNaN(v) && !math.IsInf(v, 0) {
			if w, err := strconv.ParseFloat(strings.ReplaceAll(strings.Trim(text, cSpace), "_", ""), 64); err != nil || w != v {
				t.Errorf("%q: %v, %v", text, v, w)
			}
		}
	})
}

func BenchmarkRepr(b *testing.B) {
	buf := make([]byte, 0, 32)
	for b.Loop() {
		buf = AppendRepr(buf[:0], 1234.5678)
	}
}

func BenchmarkFormatFloat(b *testing.B) {
	for b.Loop() {
		s, _ := ParseSpec("10.2f", "float", 0, '>')
		_, _ = s.Float(1234.5678)
	}
}

func BenchmarkParseBig(b *testing.B) {
	digits := strings.Repeat("7", 100_000)
	for b.Loop() {
		_, _, _ = ParseInt(digits, 10, 0, nil)
	}
}

func BenchmarkDecimalBig(b *testing.B) {
	v, _ := new(big.Int).SetString(strings.Repeat("7", 100_000), 10)
	for b.Loop() {
		_, _ = Decimal(v, 0, nil)
	}
}

func BenchmarkDecimalStdlib(b *testing.B) {
	v, _ := new(big.Int).SetString(strings.Repeat("7", 100_000), 10)
	for b.Loop() {
		_ = v.String()
	}
}
