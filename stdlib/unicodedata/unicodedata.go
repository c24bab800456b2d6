// Package unicodedata implements the unicodedata module (library reference,
// "unicodedata"). The database is unpacked at its first use.
package unicodedata

import (
	"fmt"
	"strings"

	"github.com/gopy-lang/gopy/internal/wtf8"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module declares unicodedata.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "unicodedata", Doc: "The Unicode Character Database.", Funcs: rows,
		Consts: map[string]value{"unidata_version": object.NewStr("16.0.0")}}
}

// char reads an argument that is one character.
func char(fn string, v value, many bool) (rune, error) {
	which := ""
	if many {
		which = " 1"
	}
	s, ok := object.AsStr(v)
	if !ok {
		return 0, object.TypeErrorf("%s() argument%s must be a unicode character, not %s", fn, which, v.O.Type.MsgName())
	}
	if s.CharLen() != 1 {
		return 0, object.TypeErrorf("%s(): argument%s must be a unicode character, not a string of length %d", fn, which, s.CharLen())
	}
	r, _ := wtf8.Decode(s.String())
	return r, nil
}

// text makes a function of one character whose result is a str.
func text(name, doc string, f func(r rune) string) object.Func {
	return object.Func{Name: name, Sig: "(chr, /)", Doc: doc, Fn: func(t *thread, a []value) (value, error) {
		r, err := char(name, a[0], false)
		if err != nil {
			return value{}, err
		}
		return object.NewStr(f(r)), nil
	}}
}

// number makes a function of one character that may have no result.
func number(name, doc, missing string, f func(d *record) (value, bool)) object.Func {
	return object.Func{Name: name, Sig: "(chr, default=<unrepresentable>, /)", Doc: doc, Fn: func(t *thread, a []value) (value, error) {
		r, err := char(name, a[0], true)
		if err != nil {
			return value{}, err
		}
		if v, ok := f(of(r)); ok {
			return v, nil
		}
		if a[1].O != nil {
			return a[1], nil
		}
		return value{}, object.ValueErrorf("%s", missing)
	}}
}

var rows = []object.Func{
	number("decimal", "The decimal value of a character.", "not a decimal", func(d *record) (value, bool) { return object.IntOf(d.decimal), d.decimal >= 0 }),
	number("digit", "The digit value of a character.", "not a digit", func(d *record) (value, bool) { return object.IntOf(d.digit), d.digit >= 0 }),
	number("numeric", "The numeric value of a character, a float.", "not a numeric character", func(d *record) (value, bool) {
		return object.Float(d.numeric), d.hasNumeric
	}),
	text("category", "The general category of a character.", func(r rune) string { return of(r).category }),
	text("bidirectional", "The bidirectional class of a character.", func(r rune) string { return of(r).bidi }),
	text("east_asian_width", "The East Asian width of a character.", func(r rune) string { return of(r).width }),
	text("decomposition", "The decomposition of a character as the database has it.", decomposition),
	{Name: "combining", Sig: "(chr, /)", Doc: "The canonical combining class of a character.", Fn: func(t *thread, a []value) (value, error) {
		r, err := char("combining", a[0], false)
		if err != nil {
			return value{}, err
		}
		return object.IntOf(int(of(r).combining)), nil
	}},
	{Name: "mirrored", Sig: "(chr, /)", Doc: "1 if a character is mirrored in right-to-left text.", Fn: func(t *thread, a []value) (value, error) {
		r, err := char("mirrored", a[0], false)
		if err != nil {
			return value{}, err
		}
		if of(r).mirrored {
			return object.Int(1), nil
		}
		return object.Int(0), nil
	}},
	{Name: "name", Sig: "(chr, default=<unrepresentable>, /)", Doc: "The name of a character.", Fn: func(t *thread, a []value) (value, error) {
		r, err := char("name", a[0], true)
		if err != nil {
			return value{}, err
		}
		if n := nameOf(r); n != "" {
			return object.NewStr(n), nil
		}
		if a[1].O != nil {
			return a[1], nil
		}
		return value{}, object.ValueErrorf("no such name")
	}},
	{Name: "lookup", Sig: "(name, /)", Doc: "The character with a name.", Fn: lookup},
	{Name: "normalize", Sig: "(form, unistr, /)", Doc: "Bring text into normal form NFC, NFKC, NFD or NFKD.", Fn: func(t *thread, a []value) (value, error) {
		s, out, err := normalized("normalize", a)
		if err != nil {
			return value{}, err
		}
		if s.String() == out {
			if a[1].O.Type != &object.StrType {
				return object.NewStr(out), nil
			}
			return a[1], nil
		}
		return object.NewStr(out), nil
	}},
	{Name: "is_normalized", Sig: "(form, unistr, /)", Doc: "Whether text is in normal form NFC, NFKC, NFD or NFKD.", Fn: func(t *thread, a []value) (value, error) {
		s, out, err := normalized("is_normalized", a)
		if err != nil {
			return value{}, err
		}
		return object.Bool(s.String() == out), nil
	}},
}

func decomposition(r rune) string {
	if r < sBase || r >= sBase+sCount {
		return decompositions().of[r].text
	}
	var parts []string
	for _, x := range appendDecomposed(nil, r, false) {
		parts = append(parts, fmt.Sprintf("%04X", x))
	}
	return strings.Join(parts, " ")
}

func lookup(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[0])
	if !ok {
		b, isBytes := object.BytesOf(a[0])
		if !isBytes {
			return value{}, object.TypeErrorf("a bytes-like object is required, not '%s'", a[0].O.Type.MsgName())
		}
		s = object.As[object.Str](object.NewStr(string(b)))
	}
	const longest = 256
	if len(s.String()) > longest {
		return value{}, object.NewException(&object.KeyErrorType, object.NewStr("name too long"))
	}
	if r, ok := runeOf(s.String()); ok {
		return object.NewStr(wtf8.Encode(r)), nil
	}
	return value{}, object.NewException(&object.KeyErrorType, object.NewStr(fmt.Sprintf("undefined character name '%s'", s.String())))
}

// normalized reads the arguments of normalize and does its work.
func normalized(fn string, a []value) (*object.Str, string, error) {
	form, ok := object.AsStr(a[0])
	if !ok {
		return nil, "", object.TypeErrorf("%s() argument 1 must be str, not %s", fn, a[0].O.Type.MsgName())
	}
	s, ok := object.AsStr(a[1])
	if !ok {
		return nil, "", object.TypeErrorf("%s() argument 2 must be str, not %s", fn, a[1].O.Type.MsgName())
	}
	f := form.String()
	switch {
	case s.String() == "":
		return s, "", nil
	case f != "NFC" && f != "NFD" && f != "NFKC" && f != "NFKD":
		return nil, "", object.ValueErrorf("invalid normalization form")
	}
	return s, normalize(s.String(), strings.HasSuffix(f, "C"), strings.HasPrefix(f, "NFK")), nil
}
