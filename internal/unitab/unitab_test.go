package unitab

import "testing"

func TestClasses(t *testing.T) {
	tests := []struct {
		r                      rune
		printable, start, cont bool
	}{
		{'a', true, true, true}, {'7', true, false, true}, {' ', true, false, false}, {0x7f, false, false, false},
		{0xa0, false, false, false}, {'é', true, true, true}, {'“', true, false, false}, {0x200b, false, false, false},
		{0x1c89, true, true, true}, {0x300, true, false, true}, {0x10ffff, false, false, false}, {0x110000 - 2, false, false, false},
	}
	for _, tt := range tests {
		if Printable(tt.r) != tt.printable || IdentifierStart(tt.r) != tt.start || IdentifierContinue(tt.r) != tt.cont {
			t.Errorf("U+%04X: %v %v %v", tt.r, Printable(tt.r), IdentifierStart(tt.r), IdentifierContinue(tt.r))
		}
	}
}

func TestLookup(t *testing.T) {
	for name, want := range map[string]rune{
		"BULLET": 0x2022, "latin small letter e with acute": 'é', "LINE FEED": '\n', "SPACE": ' ', "CJK UNIFIED IDEOGRAPH-4E00": 0x4e00,
		"HANGUL SYLLABLE GAG": 0xac01, "HANGUL SYLLABLE A": 0xc544, "SNAKE": 0x1f40d, "nope": -1, "<control>": -1,
	} {
		r, ok := Lookup(name)
		if ok != (want >= 0) || ok && r != want {
			t.Errorf("Lookup(%q) = U+%04X, %v", name, r, ok)
		}
	}
}
