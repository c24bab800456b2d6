package siphash

import (
	"encoding/hex"
	"encoding/json"
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"
)

// recorded is written by testdata/record.py.
type recorded struct {
	Strings, Blobs []string
	Seeds          map[string]struct{ Strings, Blobs []string }
	Ints, Floats   [][2]string
	Complexes      [][3]string
	Tuples, Sets   [][2]json.RawMessage
	Fractions      [][3]string
}

func load(t *testing.T) recorded {
	t.Helper()
	data, err := os.ReadFile("testdata/hashes.json")
	if err != nil {
		t.Fatal(err)
	}
	var r recorded
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func unhex(t *testing.T, s string) string {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func check(t *testing.T, what any, got int64, want string) {
	t.Helper()
	if strconv.FormatInt(got, 10) != want {
		t.Errorf("hash of %.60q is %d, want %s", what, got, want)
	}
}

func TestStrings(t *testing.T) {
	r := load(t)
	for seed, want := range r.Seeds {
		k, err := NewKey(seed)
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range r.Strings {
			s = unhex(t, s)
			check(t, s, k.String(s), want.Strings[i])
		}
		for i, b := range r.Blobs {
			b = unhex(t, b)
			check(t, b, k.Bytes([]byte(b)), want.Blobs[i])
		}
	}
}

func TestSeeds(t *testing.T) {
	for _, seed := range []string{"-1", "4294967296", "x", "1x", "0x1", " 1"} {
		if _, err := NewKey(seed); err != ErrSeed {
			t.Errorf("seed %q: %v", seed, err)
		}
	}
	a, _ := NewKey("")
	b, _ := NewKey("random")
	if a == b || a == (Key{}) {
		t.Error("random keys are not random")
	}
	if k, _ := NewKey("0"); k != (Key{}) {
		t.Error("seed 0")
	}
}

func float(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestNumbers(t *testing.T) {
	r := load(t)
	for _, row := range r.Ints {
		v, _ := new(big.Int).SetString(row[0], 10)
		check(t, row[0], Big(v), row[1])
		if v.IsInt64() {
			check(t, row[0], Int(v.Int64()), row[1])
		}
	}
	for _, row := range r.Floats {
		check(t, row[0], Float(float(t, row[0]), 0), row[1])
	}
	for _, row := range r.Complexes {
		check(t, row[0]+row[1], Complex(complex(float(t, row[0]), float(t, row[1])), 0), row[2])
	}
	for _, row := range r.Fractions {
		n, _ := new(big.Int).SetString(row[0], 10)
		d, _ := new(big.Int).SetString(row[1], 10)
		check(t, row[0]+"/"+row[1], Rational(n, d), row[2])
	}
	if Float(math.NaN(), 77) != 77 || Float(math.NaN(), -5) != -5 {
		t.Error("NaN")
	}
}

func TestContainers(t *testing.T) {
	r := load(t)
	ints := func(raw json.RawMessage) (elements []int64) {
		var texts []string
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(err)
		}
		for _, s := range texts {
			v, _ := new(big.Int).SetString(s, 10)
			elements = append(elements, Big(v))
		}
		return elements
	}
	for _, row := range r.Tuples {
		h := NewTuple()
		for _, e := range ints(row[0]) {
			h.Add(e)
		}
		check(t, row[0], h.Sum(), strings.Trim(string(row[1]), `"`))
	}
	for _, row := range r.Sets {
		var h Set
		for _, e := range ints(row[0]) {
			h.Add(e)
		}
		check(t, row[0], h.Sum(), strings.Trim(string(row[1]), `"`))
	}
}

// TestNumbersMeet: equal numbers of different types have equal hashes.
func TestNumbersMeet(t *testing.T) {
	for e := range 1023 {
		f := math.Ldexp(1.5, e)
		v, _ := new(big.Float).SetFloat64(f).Int(nil)
		if f == math.Trunc(f) && Float(-f, 0) != Big(v.Neg(v)) {
			t.Errorf("1.5 * 2**%d", e)
		}
	}
	for _, f := range []float64{1 << 61, 1 << 62, -1 << 63, 1<<53 + 2} {
		if Float(f, 0) != Int(int64(f)) {
			t.Errorf("%v", f)
		}
	}
}

func FuzzString(f *testing.F) {
	f.Add("abc")
	f.Add("é日\xed\xa0\x80😀")
	f.Fuzz(func(t *testing.T, s string) {
		k := Key{1, 2}
		ascii := strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
		if ascii && k.String(s) != k.Bytes([]byte(s)) {
			t.Errorf("%q", s)
		}
		k.String(s)
	})
}

func BenchmarkString(b *testing.B) {
	k, _ := NewKey("1")
	for _, s := range []string{"name", "a_longer_identifier", strings.Repeat("x", 1000), "naïve café", "日本語"} {
		name := s
		if len(s) > 30 {
			name = "1000"
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_ = k.String(s)
			}
		})
	}
}

func BenchmarkNumbers(b *testing.B) {
	b.Run("int", func(b *testing.B) {
		for b.Loop() {
			_ = Int(123456789)
		}
	})
	b.Run("float", func(b *testing.B) {
		for b.Loop() {
			_ = Float(1234.5678, 0)
		}
	})
}
