package csv

import (
	"github.com/gopy-lang/gopy/object"
)

// ReaderType is _csv.Reader.
var ReaderType object.Type

// where the reader is in a record
const (
	startRecord = iota
	startField
	escaped
	afterEscapedNewline
	inField
	inQuoted
	escapedInQuoted
	quoteInQuoted
	eatNewline
)

const endOfLine = -2

// Reader makes records of lines.
type Reader struct {
	object.Header
	in       value
	dialect  value
	d        *Dialect
	state    int
	field    []byte
	chars    int
	unquoted bool
	fields   []value
	lines    int
	limit    int
}

func newReader(t *thread, a []value) (value, error) {
	args := object.As[object.Tuple](a[0]).Items
	if len(args) < 1 {
		return value{}, object.TypeErrorf("reader expected at least 1 argument, got 0")
	}
	if len(args) > 2 {
		return value{}, object.TypeErrorf("reader expected at most 2 arguments, got %d", len(args))
	}
	it, err := object.Iter(t, args[0])
	if err != nil {
		return value{}, err
	}
	d, err := withDialect(t, args[1:], a[1])
	if err != nil {
		return value{}, err
	}
	return object.Wrap(&Reader{Header: object.Header{Type: &ReaderType}, in: it, dialect: d, d: asDialect(d)}), nil
}

// withDialect finds the dialect in the arguments behind the first.
func withDialect(t *thread, args []value, kwv value) (value, error) {
	kw := object.As[object.Dict](kwv).Copy()
	from := value{}
	if len(args) > 0 {
		from = args[0]
	}
	if v, ok := kw.GetGo(t, "dialect"); ok {
		from = v
		kw.DelStr(t.Intern("dialect"))
	}
	return withOptions(t, from, object.Wrap(kw))
}

// save ends a field.
func (r *Reader) save(t *thread) error {
	v := object.NewStr(string(r.field))
	if r.unquoted {
		switch q := r.d.quoting; {
		case len(r.field) == 0 && (q == quoteNotNull || q == quoteStrings):
			v = object.None
		case len(r.field) > 0 && (q == quoteNonNumeric || q == quoteStrings):
			f, err := object.NumberToFloat(t, v)
			if err != nil {
				return err
			}
			v = object.Float(f)
		}
	}
	r.field, r.chars, r.unquoted = r.field[:0], 0, true
	r.fields = append(r.fields, v)
	return t.Charge(32)
}

func (r *Reader) add(t *thread, c rune) error {
	if r.chars >= r.limit {
		return fail(t, "field larger than field limit (%d)", r.limit)
	}
	r.chars++
	if c < 0x80 {
		r.field = append(r.field, byte(c))
	} else {
		r.field = object.AppendRune(r.field, c)
	}
	return nil
}

func newline(c rune) bool { return c == '\n' || c == '\r' }

// finish ends a field at a newline or the end of the line.
func (r *Reader) finish(t *thread, c rune) error {
	r.state = eatNewline
	if c == endOfLine {
		r.state = startRecord
	}
	return r.save(t)
}

// step takes a character, or endOfLine.
func (r *Reader) step(t *thread, c rune) error {
	d := r.d
	switch r.state {
	case startRecord:
		if c == endOfLine {
			return nil
		}
		if newline(c) {
			r.state = eatNewline
			return nil
		}
		return r.start(t, c)
	case startField:
		return r.start(t, c)
	case escaped:
		if newline(c) {
			r.state = afterEscapedNewline
			return r.add(t, c)
		}
		if c == endOfLine {
			c = '\n'
		}
		r.state = inField
		return r.add(t, c)
	case afterEscapedNewline:
		if c == endOfLine {
			return nil
		}
		return r.inField(t, c)
	case inField:
		return r.inField(t, c)
	case inQuoted:
		switch {
		case c == endOfLine:
		case c == d.escape:
			r.state = escapedInQuoted
		case c == d.quote && d.quoting != quoteNone:
			r.state = inField
			if d.double {
				r.state = quoteInQuoted
			}
		default:
			return r.add(t, c)
		}
	case escapedInQuoted:
		if c == endOfLine {
			c = '\n'
		}
		r.state = inQuoted
		return r.add(t, c)
	case quoteInQuoted:
		switch {
		case d.quoting != quoteNone && c == d.quote:
			r.state = inQuoted
			return r.add(t, c)
		case c == d.delimiter:
			r.state = startField
			return r.save(t)
		case newline(c) || c == endOfLine:
			return r.finish(t, c)
		case d.strict:
			return fail(t, "'%c' expected after '%c'", d.delimiter, d.quote)
		}
		r.state = inField
		return r.add(t, c)
	case eatNewline:
		switch {
		case newline(c):
		case c == endOfLine:
			r.state = startRecord
		default:
			return fail(t, "new-line character seen in unquoted field - do you need to open the file with newline=''?")
		}
	}
	return nil
}

func (r *Reader) start(t *thread, c rune) error {
	d := r.d
	switch {
	case newline(c) || c == endOfLine:
		return r.finish(t, c)
	case c == d.quote && d.quoting != quoteNone:
		r.unquoted = false
		r.state = inQuoted
	case c == d.escape:
		r.state = escaped
	case c == ' ' && d.skip:
		r.state = startField
	case c == d.delimiter:
		r.state = startField
		return r.save(t)
	default:
		r.state = inField
		return r.add(t, c)
	}
	return nil
}

func (r *Reader) inField(t *thread, c rune) error {
	d := r.d
	switch {
	case newline(c) || c == endOfLine:
		return r.finish(t, c)
	case c == d.escape:
		r.state = escaped
	case c == d.delimiter:
		r.state = startField
		return r.save(t)
	default:
		r.state = inField
		return r.add(t, c)
	}
	return nil
}

// line takes the characters of a line.
func (r *Reader) line(t *thread, s string) error {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x80 {
			x, n := object.DecodeRune(s[i:])
			i += n
			if err := r.step(t, x); err != nil {
				return err
			}
			continue
		}
		i++
		if err := r.step(t, rune(c)); err != nil {
			return err
		}
	}
	return r.step(t, endOfLine)
}

func readerNext(t *thread, v value) (value, error) {
	r := object.As[Reader](v)
	r.fields, r.field, r.chars, r.state, r.unquoted = nil, r.field[:0], 0, startRecord, true
	r.limit = stateOf(t).limit
	for {
		l, err := object.Next(t, r.in)
		if err != nil {
			return value{}, err
		}
		if l.IsNil() {
			if len(r.field) == 0 && r.state != inQuoted {
				return value{}, nil
			}
			if r.d.strict {
				return value{}, fail(t, "unexpected end of data")
			}
			if err := r.save(t); err != nil {
				return value{}, err
			}
			break
		}
		s, ok := object.AsStr(l)
		if !ok {
			return value{}, fail(t, "iterator should return strings, not %s (the file should be opened in text mode)", l.O.Type.MsgName())
		}
		r.lines++
		if err := r.line(t, s.String()); err != nil {
			return value{}, err
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
		if r.state == startRecord {
			break
		}
	}
	out := r.fields
	r.fields = nil
	return object.NewListOwned(out), nil
}

func init() {
	ReaderType.Define(object.TypeSpec{
		Name: "reader", Module: "_csv", Flags: object.FlagNoNew, Doc: "CSV reader",
		Slots: object.Slots{Iter: object.SelfIter, Next: readerNext, Traverse: func(v value, visit func(value)) {
			r := object.As[Reader](v)
			visit(r.in)
			visit(r.dialect)
			for _, x := range r.fields {
				visit(x)
			}
		}},
		GetSets: []object.GetSet{
			{Name: "dialect", Get: func(t *thread, v value) (value, error) { return object.As[Reader](v).dialect, nil }},
			{Name: "line_num", Get: func(t *thread, v value) (value, error) { return object.IntOf(object.As[Reader](v).lines), nil }},
		},
	})
}
