package csv

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// WriterType is _csv.Writer.
var WriterType object.Type

// Writer writes records.
type Writer struct {
	object.Header
	write   value
	dialect value
	d       *Dialect
}

func newWriter(t *thread, a []value) (value, error) {
	args := object.As[object.Tuple](a[0]).Items
	if len(args) < 1 {
		return value{}, object.TypeErrorf("writer expected at least 1 argument, got 0")
	}
	if len(args) > 2 {
		return value{}, object.TypeErrorf("writer expected at most 2 arguments, got %d", len(args))
	}
	f, err := object.GetAttrOpt(t, args[0], t.Intern("write"))
	if err != nil {
		return value{}, err
	}
	if f.IsNil() || !object.Callable(f) {
		return value{}, object.TypeErrorf("argument 1 must have a \"write\" method")
	}
	d, err := withDialect(t, args[1:], a[1])
	if err != nil {
		return value{}, err
	}
	return object.Wrap(&Writer{Header: object.Header{Type: &WriterType}, write: f, dialect: d, d: asDialect(d)}), nil
}

// field appends a field to a record.
func (w *Writer) field(t *thread, b []byte, v value, first bool) ([]byte, error) {
	d := w.d
	quoted := false
	switch d.quoting {
	case quoteNonNumeric:
		_, isFloat := object.AsFloat(v)
		quoted = !isFloat && !object.IsIntLike(v) && v.O.Type.Slots.ToFloat == nil
	case quoteAll:
		quoted = true
	case quoteStrings:
		_, quoted = object.AsStr(v)
	case quoteNotNull:
		quoted = !v.IsNone()
	}
	text := ""
	if s, ok := object.AsStr(v); ok {
		text = s.String()
	} else if !v.IsNone() {
		var err error
		if text, err = object.ToStr(t, v); err != nil {
			return b, err
		}
	}
	if text == "" && d.delimiter == ' ' && d.skip {
		if d.quoting == quoteNone || v.IsNone() && (d.quoting == quoteStrings || d.quoting == quoteNotNull) {
			return b, fail(t, "empty field must be quoted if delimiter is a space and skipinitialspace is true")
		}
		quoted = true
	}
	if !first {
		b = object.AppendRune(b, d.delimiter)
	}
	return w.text(t, b, text, quoted)
}

// text appends the text of a field, quoted and escaped as it must be.
func (w *Writer) text(t *thread, b []byte, text string, quoted bool) ([]byte, error) {
	d := w.d
	var out []byte
	for i := 0; i < len(text); {
		c, n := object.DecodeRune(text[i:])
		special := c == d.delimiter || c == d.escape || c == d.quote || newline(c) || strings.ContainsRune(d.end, c)
		if special {
			escape := false
			if d.quoting == quoteNone {
				escape = true
			} else {
				if c == d.quote {
					if d.double {
						out = object.AppendRune(out, d.quote)
					} else {
						escape = true
					}
				} else if c == d.escape {
					escape = true
				}
				if !escape {
					quoted = true
				}
			}
			if escape {
				if d.escape < 0 {
					return b, fail(t, "need to escape, but no escapechar set")
				}
				out = object.AppendRune(out, d.escape)
			}
		}
		out = append(out, text[i:i+n]...)
		i += n
	}
	if !quoted {
		return append(b, out...), nil
	}
	b = object.AppendRune(b, d.quote)
	b = append(b, out...)
	return object.AppendRune(b, d.quote), nil
}

func (w *Writer) row(t *thread, seq value) (value, error) {
	if seq.O.Type.Slots.Iter == nil {
		if _, err := object.Iter(t, seq); err != nil {
			return value{}, fail(t, "iterable expected, not %s", seq.O.Type.MsgName())
		}
	}
	var b []byte
	n := 0
	none := false
	err := object.Iterate(t, seq, func(v value) (err error) {
		none = v.IsNone()
		b, err = w.field(t, b, v, n == 0)
		n++
		return err
	})
	if err != nil {
		return value{}, err
	}
	if n > 0 && len(b) == 0 {
		q := w.d.quoting
		if q == quoteNone || none && (q == quoteStrings || q == quoteNotNull) {
			return value{}, fail(t, "single empty field record must be quoted")
		}
		b = object.AppendRune(object.AppendRune(b, w.d.quote), w.d.quote)
	}
	b = append(b, w.d.end...)
	if err := t.Charge(len(b)); err != nil {
		return value{}, err
	}
	return object.CallArgs(t, w.write, object.NewStr(string(b)))
}

func init() {
	WriterType.Define(object.TypeSpec{
		Name: "writer", Module: "_csv", Flags: object.FlagNoNew, Doc: "CSV writer",
		Slots: object.Slots{Traverse: func(v value, visit func(value)) {
			w := object.As[Writer](v)
			visit(w.write)
			visit(w.dialect)
		}},
		Methods: []object.Func{
			{Name: "writerow", Sig: "($self, row, /)", Doc: "Construct and write a CSV record from an iterable of fields.", Fn: func(t *thread, a []value) (value, error) {
				return object.As[Writer](a[0]).row(t, a[1])
			}},
			{Name: "writerows", Sig: "($self, rows, /)", Doc: "Construct and write a series of iterables to a csv file.", Fn: func(t *thread, a []value) (value, error) {
				return object.None, object.Iterate(t, a[1], func(v value) error {
					_, err := object.As[Writer](a[0]).row(t, v)
					return err
				})
			}},
		},
		GetSets: []object.GetSet{{Name: "dialect", Get: func(t *thread, v value) (value, error) { return object.As[Writer](v).dialect, nil }}},
	})
}
