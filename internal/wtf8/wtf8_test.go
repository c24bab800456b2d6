package wtf8

import (
	"testing"
	"unicode/utf8"
)

func TestRoundTrip(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		s := Encode(r)
		if got, n := Decode(s + "x"); got != r || n != len(s) {
			t.Fatalf("Decode(%x) = %x, %d", r, got, n)
		}
		if got, n := DecodeLast("x" + s); got != r || n != len(s) {
			t.Fatalf("DecodeLast(%x) = %x, %d", r, got, n)
		}
		if Count(s) != 1 || Count(s+s) != 2 {
			t.Fatalf("Count(%x)", r)
		}
		if IsASCII(s) != (r < 128) || IsASCII("12345678"+s) != (r < 128) || IsASCII(s+"1234567890") != (r < 128) {
			t.Fatalf("IsASCII(%x)", r)
		}
	}
}

func TestInvalid(t *testing.T) {
	for _, s := range []string{"\xff", "\xed\xa0", "\xed\xa0x", "\xed\xa0\xff", "\x80"} {
		if r, n := Decode(s); r != utf8.RuneError || n != 1 {
			t.Errorf("Decode(%q) = %x, %d", s, r, n)
		}
	}
	for _, s := range []string{"\xff", "\xa0\x80", "\xed\x9f"} {
		if r, n := DecodeLast(s); r != utf8.RuneError || n != 1 {
			t.Errorf("DecodeLast(%q) = %x, %d", s, r, n)
		}
	}
	if r, n := Decode(""); r != utf8.RuneError || n != 0 {
		t.Error("empty")
	}
	if r, n := DecodeLast(""); r != utf8.RuneError || n != 0 {
		t.Error("empty")
	}
}
