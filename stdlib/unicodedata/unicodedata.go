// Package unicodedata implements the unicodedata module (library reference,
// "unicodedata"). The database is unpacked at its first use.
package unicodedata

import (
	"fmt"
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/wtf8"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module declares unicodedata.
func Module() object.ModuleSpec {
	rows := make([]object.Func, len(table))
	for i, x := range table {
		rows[i] = object.Func{Name: x.name, Sig: "(" + x.params + ")", Doc: x.doc, Fn: func(t *thread, a []value) (value, error) {
			return x.fn(current(), a)
		}}
	}
	return object.ModuleSpec{Name: "unicodedata", Doc: "The Unicode Character Database.", Funcs: rows, Types: []*object.Type{&ucdType},
		Consts: map[string]value{"unidata_version": object.NewStr("16.0.0")},
		Init: func(t *thread, m *object.Module) error {
			m.Set(t, "ucd_3_2_0", object.Wrap(&ucd{object.Header{Type: &ucdType}, ancient()}))
			return nil
		}}
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

type fn = func(d *database, a []value) (value, error)

// text makes a function of one character whose result is a str.
func text(name string, f func(d *database, r rune) string) fn {
	return func(d *database, a []value) (value, error) {
		r, err := char(name, a[0], false)
		if err != nil {
			return value{}, err
		}
		return object.NewStr(f(d, r)), nil
	}
}

// number makes a function of one character that may have no result.
func number(name, missing string, f func(d *record) (value, bool)) fn {
	return func(d *database, a []value) (value, error) {
		r, err := char(name, a[0], true)
		if err != nil {
			return value{}, err
		}
		if v, ok := f(d.of(r)); ok {
			return v, nil
		}
		if a[1].O != nil {
			return a[1], nil
		}
		return value{}, object.ValueErrorf("%s", missing)
	}
}

// count makes a function of one character whose result is an int.
func count(name string, f func(r *record) int) fn {
	return func(d *database, a []value) (value, error) {
		r, err := char(name, a[0], false)
		if err != nil {
			return value{}, err
		}
		return object.IntOf(f(d.of(r))), nil
	}
}

// table has the functions: those of the module, and methods of UCD.
var table = []struct {
	name, params, doc string
	fn                fn
}{
	{"decimal", "chr, default=<unrepresentable>, /", "The decimal value of a character.", number("decimal", "not a decimal", func(d *record) (value, bool) {
		return object.IntOf(d.decimal), d.decimal >= 0
	})},
	{"digit", "chr, default=<unrepresentable>, /", "The digit value of a character.", number("digit", "not a digit", func(d *record) (value, bool) {
		return object.IntOf(d.digit), d.digit >= 0
	})},
	{"numeric", "chr, default=<unrepresentable>, /", "The numeric value of a character, a float.", number("numeric", "not a numeric character", func(d *record) (value, bool) {
		return object.Float(d.numeric), d.hasNumeric
	})},
	{"category", "chr, /", "The general category of a character.", text("category", func(d *database, r rune) string { return d.of(r).category })},
	{"bidirectional", "chr, /", "The bidirectional class of a character.", text("bidirectional", func(d *database, r rune) string { return d.of(r).bidi })},
	{"east_asian_width", "chr, /", "The East Asian width of a character.", text("east_asian_width", func(d *database, r rune) string { return d.of(r).width })},
	{"decomposition", "chr, /", "The decomposition of a character as the database has it.", text("decomposition", (*database).decomposition)},
	{"combining", "chr, /", "The canonical combining class of a character.", count("combining", func(r *record) int { return int(r.combining) })},
	{"mirrored", "chr, /", "1 if a character is mirrored in right-to-left text.", count("mirrored", func(r *record) int {
		if r.mirrored {
			return 1
		}
		return 0
	})},
	{"name", "chr, default=<unrepresentable>, /", "The name of a character.", func(d *database, a []value) (value, error) {
		r, err := char("name", a[0], true)
		if err != nil {
			return value{}, err
		}
		if n := d.nameOf(r); n != "" {
			return object.NewStr(n), nil
		}
		if a[1].O != nil {
			return a[1], nil
		}
		return value{}, object.ValueErrorf("no such name")
	}},
	{"lookup", "name, /", "The character with a name.", lookup},
	{"normalize", "form, unistr, /", "Bring text into normal form NFC, NFKC, NFD or NFKD.", func(d *database, a []value) (value, error) {
		s, out, err := d.normalized("normalize", a)
		if err != nil {
			return value{}, err
		}
		if s.String() == out && a[1].O.Type == &object.StrType {
			return a[1], nil
		}
		return object.NewStr(out), nil
	}},
	{"is_normalized", "form, unistr, /", "Whether text is in normal form NFC, NFKC, NFD or NFKD.", func(d *database, a []value) (value, error) {
		s, out, err := d.normalized("is_normalized", a)
		if err != nil {
			return value{}, err
		}
		return object.Bool(s.String() == out), nil
	}},
}

// ucd is a version of the database as an object.
type ucd struct {
	object.Header
	d *database
}

var ucdType object.Type

func init() {
	rows := make([]object.Func, len(table))
	for i, x := range table {
		rows[i] = object.Func{Name: x.name, Sig: "($self, " + x.params + ")", Doc: x.doc, Fn: func(t *thread, a []value) (value, error) {
			return x.fn(object.As[ucd](a[0]).d, a[1:])
		}}
	}
	ucdType.Define(object.TypeSpec{Name: "UCD", Module: "unicodedata", Flags: object.FlagNoNew, Size: unsafe.Sizeof(ucd{}), Methods: rows,
		GetSets: []object.GetSet{{Name: "unidata_version", Get: func(t *thread, v value) (value, error) {
			return object.NewStr(object.As[ucd](v).d.sections()[secVersion]), nil
		}}}})
}

func (d *database) decomposition(r rune) string {
	if r < sBase || r >= sBase+sCount {
		return d.decompositions().of[r].text
	}
	var parts []string
	for _, x := range d.appendDecomposed(nil, r, false) {
		parts = append(parts, fmt.Sprintf("%04X", x))
	}
	return strings.Join(parts, " ")
}

func lookup(d *database, a []value) (value, error) {
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
	if r, ok := d.runeOf(s.String()); ok {
		return object.NewStr(wtf8.Encode(r)), nil
	}
	return value{}, object.NewException(&object.KeyErrorType, object.NewStr(fmt.Sprintf("undefined character name '%s'", s.String())))
}

// normalized reads the arguments of normalize and does its work.
func (d *database) normalized(fn string, a []value) (*object.Str, string, error) {
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
	return s, d.normalize(s.String(), strings.HasSuffix(f, "C"), strings.HasPrefix(f, "NFK")), nil
}
