package unidata

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

const maxRune = 0x10FFFF

func load[T any](t *testing.T, name string) (v T) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestDigests compares every code point, by digests that testdata/generate.py
// recorded.
func TestDigests(t *testing.T) {
	want := load[map[string]string](t, "digests.json")
	check := func(name string, write func(dst []byte, r rune) []byte) {
		t.Helper()
		all := make([]byte, 0, 1<<24)
		for r := rune(0); r <= maxRune; r++ {
			all = write(all, r)
		}
		if sum := sha256.Sum256(all); hex.EncodeToString(sum[:]) != want[name] {
			t.Errorf("%s differs", name)
		}
		delete(want, name)
	}
	for name, f := range map[string]func(rune) bool{
		"alpha": IsAlpha, "decimal": IsDecimal, "digit": IsDigit, "numeric": IsNumeric, "space": IsSpace,
		"printable": IsPrintable, "lower": IsLower, "upper": IsUpper, "title": IsTitle, "cased": IsCased,
		"ignorable": IsCaseIgnorable, "XIDStart": IsXIDStart, "XIDContinue": IsXIDContinue, "lineBreak": IsLineBreak,
	} {
		check(name, func(dst []byte, r rune) []byte {
			if f(r) {
				return append(dst, '1')
			}
			return append(dst, '0')
		})
	}
	var buf []byte
	for name, f := range map[string]func([]byte, rune) []byte{
		"uppercase": AppendUpper, "lowercase": AppendLower, "titlecase": AppendTitle, "casefold": AppendFolded,
	} {
		check(name, func(dst []byte, r rune) []byte {
			buf = f(buf[:0], r)
			for i, s := 0, string(buf); s != ""; i++ {
				c, n := wtf8.Decode(s)
				if i > 0 {
					dst = append(dst, ' ')
				}
				dst = strconv.AppendInt(dst, int64(c), 16)
				s = s[n:]
			}
			return append(dst, '\n')
		})
	}
	line := func(dst []byte, s string) []byte { return append(append(dst, s...), '\n') }
	check("category", func(dst []byte, r rune) []byte { return line(dst, Category(r)) })
	check("width", func(dst []byte, r rune) []byte { return line(dst, Width(r)) })
	check("decimalValue", func(dst []byte, r rune) []byte { return line(dst, strconv.Itoa(Decimal(r))) })
	check("digitValue", func(dst []byte, r rune) []byte { return line(dst, strconv.Itoa(Digit(r))) })
	check("numericValue", func(dst []byte, r rune) []byte {
		v, ok := Numeric(r)
		if !ok {
			v = -1
		}
		return line(dst, pythonHex(v))
	})
	for name := range want {
		t.Errorf("%s is not tested", name)
	}
}

// pythonHex writes v as float.hex does.
func pythonHex(v float64) string {
	if v == 0 {
		return "0x0.0p+0"
	}
	s := strconv.FormatFloat(v, 'x', 13, 64)
	i := len(s) - 3 // Go writes the exponent with two digits
	if s[i] == 'p' && s[i+2] == '0' {
		return s
	}
	for i = range s {
		if s[i] == 'p' && s[i+2] == '0' {
			return s[:i+2] + s[i+3:]
		}
	}
	return s
}

func TestStrings(t *testing.T) {
	for _, row := range load[[][]any](t, "strings.json") {
		text := func(i int) string {
			b, err := hex.DecodeString(row[i].(string))
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
		s := text(0)
		for i, f := range []func(string) string{Upper, Lower, Title, Casefold, SwapCase, Capitalize} {
			if got := f(s); got != text(i+1) {
				t.Errorf("function %d of %q is %q, want %q", i, s, got, text(i+1))
			}
		}
		if IsIdentifier(s) != row[7].(bool) {
			t.Errorf("IsIdentifier(%q)", s)
		}
	}
}

func TestASCIINumber(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "\x1c1": "\x1c1", "\u0661\u0662.\u0665\u2003": "12.5 ", "\x1c\u00e9": " \u00e9", "\U0001D7D8\u00b2": "0\u00b2", "1\xed\xa0\x80": "1\xed\xa0\x80",
	} {
		if got := ASCIINumber(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestOutOfRange(t *testing.T) {
	for _, r := range []rune{-1, 0x110000, 1<<31 - 1} {
		if IsAlpha(r) || IsPrintable(r) || Category(r) != "Cn" || Decimal(r) != -1 {
			t.Errorf("%x", r)
		}
		if r > 0 && SimpleUpper(r) != r {
			t.Errorf("%x", r)
		}
	}
	if SimpleUpper('ß') != 'ß' || SimpleUpper('é') != 'É' || SimpleLower('Σ') != 'σ' || SimpleLower('İ') != 'İ' {
		t.Error("simple mappings")
	}
	if Columns('a') != 1 || Columns('日') != 2 || Columns('\u0301') != 0 || Columns('é') != 1 || Columns('\u200d') != 0 {
		t.Error("columns")
	}
	if !IsAlnum('a') || !IsAlnum('5') || IsAlnum('_') || !IsAlnum('é') || !IsAlnum('²') {
		t.Error("IsAlnum")
	}
	if Version != "16.0.0" {
		t.Error(Version)
	}
}

func BenchmarkIsAlpha(b *testing.B) {
	for _, r := range []rune{'a', 'é', '日', 0x1F600} {
		b.Run(string(r), func(b *testing.B) {
			for b.Loop() {
				_ = IsAlpha(r)
			}
		})
	}
}

func BenchmarkUpper(b *testing.B) {
	for b.Loop() {
		_ = Upper("straße und grüße")
	}
}
