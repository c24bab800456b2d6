package csv

import (
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

// DialectType is _csv.Dialect.
var DialectType object.Type

const (
	quoteMinimal = iota
	quoteAll
	quoteNonNumeric
	quoteNone
	quoteStrings
	quoteNotNull
)

// Dialect is how fields are delimited and quoted. A character is -1 if it is
// not set.
type Dialect struct {
	object.Header
	delimiter, quote, escape rune
	double, skip, strict     bool
	quoting                  int
	end                      string
}

func asDialect(v value) *Dialect { return object.As[Dialect](v) }

var options = [...]string{"delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"}

// newDialect makes a dialect of another one, or of what has attributes like
// one, and options.
func newDialect(t *thread, from value, kw *object.Dict) (value, error) {
	if !from.IsNil() && from.O.Type == &DialectType && kw.Len() == 0 {
		return from, nil
	}
	var opt [len(options)]value
	known := 0
	for i, n := range options {
		if v, ok := kw.GetGo(t, n); ok {
			opt[i] = v
			known++
		} else if !from.IsNil() {
			v, err := object.GetAttrStr(t, from, n)
			if err == nil {
				opt[i] = v
			} else if !object.IsExc(err, &object.AttributeErrorType) {
				return value{}, err
			}
		}
	}
	if known < kw.Len() {
		for _, k := range kw.Keys() {
			if !strings.Contains(" "+strings.Join(options[:], " ")+" ", " "+object.As[object.Str](k).String()+" ") {
				return value{}, object.TypeErrorf("this function got an unexpected keyword argument '%s'", object.As[object.Str](k).String())
			}
		}
	}
	d := &Dialect{Header: object.Header{Type: &DialectType}, delimiter: ',', quote: '"', escape: -1, double: true, end: "\r\n"}
	return object.Wrap(d), d.read(t, &opt)
}

func (d *Dialect) read(t *thread, opt *[len(options)]value) (err error) {
	for _, c := range []struct {
		v    value
		to   *rune
		name string
		none bool
	}{{opt[0], &d.delimiter, "delimiter", false}, {opt[2], &d.escape, "escapechar", true}, {opt[4], &d.quote, "quotechar", true}} {
		if err := readChar(c.v, c.to, c.name, c.none); err != nil {
			return err
		}
	}
	for _, b := range []struct {
		v  value
		to *bool
	}{{opt[1], &d.double}, {opt[6], &d.skip}, {opt[7], &d.strict}} {
		if !b.v.IsNil() {
			if *b.to, err = object.Truth(t, b.v); err != nil {
				return err
			}
		}
	}
	if v := opt[3]; !v.IsNil() {
		s, ok := object.AsStr(v)
		if !ok {
			return object.TypeErrorf("\"lineterminator\" must be a string, not %s", v.O.Type.MsgName())
		}
		d.end = s.String()
	}
	if v := opt[5]; !v.IsNil() {
		if v.O.Type.Solid != &object.IntType {
			return object.TypeErrorf("\"quoting\" must be an integer, not %s", v.O.Type.MsgName())
		}
		n, _ := object.AsInt64(v)
		if n < quoteMinimal || n > quoteNotNull {
			return object.TypeErrorf("bad \"quoting\" value")
		}
		d.quoting = int(n)
	} else if !opt[4].IsNil() && opt[4].IsNone() {
		d.quoting = quoteNone
	}
	return d.check()
}

func readChar(v value, to *rune, name string, none bool) error {
	or := ""
	if none {
		or = " or None"
	}
	switch {
	case v.IsNil():
		return nil
	case v.IsNone() && none:
		*to = -1
		return nil
	}
	s, ok := object.AsStr(v)
	if !ok {
		return object.TypeErrorf("\"%s\" must be a unicode character%s, not %s", name, or, v.O.Type.MsgName())
	}
	if s.CharLen() != 1 {
		return object.TypeErrorf("\"%s\" must be a unicode character%s, not a string of length %d", name, or, s.CharLen())
	}
	*to, _ = object.DecodeRune(s.String())
	return nil
}

func (d *Dialect) check() error {
	if d.quoting != quoteNone && d.quote < 0 {
		return object.TypeErrorf("quotechar must be set if quoting enabled")
	}
	chars := []struct {
		c    rune
		name string
	}{{d.delimiter, "delimiter"}, {d.escape, "escapechar"}, {d.quote, "quotechar"}}
	for i, x := range chars {
		if x.c < 0 {
			continue
		}
		if x.c == '\r' || x.c == '\n' || x.c == ' ' && i > 0 && d.skip {
			return object.ValueErrorf("bad %s value", x.name)
		}
		if strings.ContainsRune(d.end, x.c) {
			return object.ValueErrorf("bad %s or lineterminator value", x.name)
		}
	}
	for i, x := range chars {
		for _, y := range chars[i+1:] {
			if x.c == y.c && x.c >= 0 {
				return object.ValueErrorf("bad %s or %s value", x.name, y.name)
			}
		}
	}
	return nil
}

func charValue(c rune) value {
	if c < 0 {
		return object.None
	}
	return object.NewStr(string(object.AppendRune(nil, c)))
}

func init() {
	get := func(f func(d *Dialect) value) func(t *thread, v value) (value, error) {
		return func(t *thread, v value) (value, error) { return f(asDialect(v)), nil }
	}
	DialectType.Define(object.TypeSpec{
		Name: "Dialect", Module: "_csv", Flags: object.FlagBase, Size: unsafe.Sizeof(Dialect{}), Doc: "CSV dialect",
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			pos := len(args) - len(kw)
			from := value{}
			if pos > 0 {
				from = args[0]
			}
			d := object.NewDict()
			for i, k := range kw {
				if object.As[object.Str](k).String() == "dialect" {
					from = args[pos+i]
				} else if err := d.Set(t, k, args[pos+i]); err != nil {
					return value{}, err
				}
			}
			return withOptions(t, from, object.Wrap(d))
		}},
		GetSets: []object.GetSet{
			{Name: "delimiter", Get: get(func(d *Dialect) value { return charValue(d.delimiter) })},
			{Name: "quotechar", Get: get(func(d *Dialect) value { return charValue(d.quote) })},
			{Name: "escapechar", Get: get(func(d *Dialect) value { return charValue(d.escape) })},
			{Name: "doublequote", Get: get(func(d *Dialect) value { return object.Bool(d.double) })},
			{Name: "skipinitialspace", Get: get(func(d *Dialect) value { return object.Bool(d.skip) })},
			{Name: "strict", Get: get(func(d *Dialect) value { return object.Bool(d.strict) })},
			{Name: "quoting", Get: get(func(d *Dialect) value { return object.IntOf(d.quoting) })},
			{Name: "lineterminator", Get: get(func(d *Dialect) value { return object.NewStr(d.end) })},
		},
	})
}
