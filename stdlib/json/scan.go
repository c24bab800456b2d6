package json

import (
	"strconv"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/numfmt"
	"github.com/gopy-lang/gopy/object"
)

var scannerType object.Type

// scanner is what json.scanner.make_scanner returns: a callable that reads one
// JSON document.
type scanner struct {
	object.Header
	strict                                                     bool
	objectHook, pairsHook, parseFloat, parseInt, parseConstant value
}

// scan is one reading: text with a position in bytes.
type scan struct {
	*scanner
	t     *thread
	s     string
	doc   *object.Str
	i     int
	keys  map[string]*object.Str
	float bool // parse_float is float
	int   bool // parse_int is int
}

// stop is the StopIteration that says no value begins at byte i.
func (p *scan) stop(i int) error {
	return object.NewStopIteration(object.IntOf(p.char(i)))
}

// char converts a byte position to an index.
func (p *scan) char(i int) int {
	if p.doc.IsASCII() {
		return i
	}
	n := 0
	for j := 0; j < i && j < len(p.s); j++ {
		if p.s[j]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// fail returns a JSONDecodeError about byte i.
func (p *scan) fail(msg string, i int) error {
	m, err := object.ImportModule(p.t, "json.decoder")
	if err != nil {
		return err
	}
	cls, err := object.GetAttrStr(p.t, m, "JSONDecodeError")
	if err != nil {
		return err
	}
	e, err := object.CallArgs(p.t, cls, object.NewStr(msg), object.Wrap(p.doc), object.IntOf(p.char(i)))
	if err != nil {
		return err
	}
	if !e.Is(&object.BaseExceptionType) {
		return object.TypeErrorf("exceptions must derive from BaseException")
	}
	return object.As[object.Exception](e)
}

func (p *scan) space() {
	for p.i < len(p.s) {
		switch p.s[p.i] {
		case ' ', '\t', '\n', '\r':
			p.i++
		default:
			return
		}
	}
}

// peek returns the byte at the position, 0 at the end.
func (p *scan) peek() byte {
	if p.i < len(p.s) {
		return p.s[p.i]
	}
	return 0
}

func (p *scan) word(w string, v value) (value, bool) {
	if len(p.s)-p.i >= len(w) && p.s[p.i:p.i+len(w)] == w {
		p.i += len(w)
		return v, true
	}
	return value{}, false
}

// value reads the value at the position.
func (p *scan) value() (value, error) {
	if err := p.t.Poll(1); err != nil {
		return value{}, err
	}
	switch p.peek() {
	case '"':
		p.i++
		s, err := p.str()
		return object.NewStr(s), err
	case '{':
		if err := p.t.EnterNative(" while decoding a JSON object from a unicode string"); err != nil {
			return value{}, err
		}
		defer p.t.LeaveNative()
		return p.object()
	case '[':
		if err := p.t.EnterNative(" while decoding a JSON array from a unicode string"); err != nil {
			return value{}, err
		}
		defer p.t.LeaveNative()
		return p.array()
	case 'n':
		if v, ok := p.word("null", object.None); ok {
			return v, nil
		}
	case 't':
		if v, ok := p.word("true", object.True); ok {
			return v, nil
		}
	case 'f':
		if v, ok := p.word("false", object.False); ok {
			return v, nil
		}
	case 'N', 'I', '-':
		for _, w := range [...]string{"NaN", "Infinity", "-Infinity"} {
			if _, ok := p.word(w, object.None); ok {
				return object.CallArgs(p.t, p.parseConstant, object.NewStr(w))
			}
		}
	}
	return p.number()
}

func (p *scan) digits() bool {
	b := p.i
	for p.i < len(p.s) && p.s[p.i]-'0' <= 9 {
		p.i++
	}
	return p.i > b
}

func (p *scan) number() (value, error) {
	b := p.i
	if p.peek() == '-' {
		p.i++
	}
	switch c := p.peek(); {
	case c == '0':
		p.i++
	case c >= '1' && c <= '9':
		p.digits()
	default:
		p.i = b
		return value{}, p.stop(b)
	}
	isFloat := false
	if e := p.i; p.peek() == '.' {
		p.i++
		if p.digits() {
			isFloat = true
		} else {
			p.i = e
		}
	}
	if e := p.i; p.peek()|0x20 == 'e' {
		p.i++
		if c := p.peek(); c == '+' || c == '-' {
			p.i++
		}
		if p.digits() {
			isFloat = true
		} else {
			p.i = e
		}
	}
	text := p.s[b:p.i]
	switch {
	case isFloat && p.float:
		f, err := numfmt.ParseFloat(text)
		return object.Float(f), err
	case isFloat:
		return object.CallArgs(p.t, p.parseFloat, object.NewStr(text))
	case p.int && len(text) < 19:
		n, err := strconv.ParseInt(text, 10, 64)
		return object.Int(n), err
	}
	return object.CallArgs(p.t, p.parseInt, object.NewStr(text))
}

func (p *scan) array() (value, error) {
	p.i++
	p.space()
	l := object.NewListOwned(nil)
	items := object.As[object.List](l)
	if p.peek() == ']' {
		p.i++
		return l, nil
	}
	for {
		v, err := p.value()
		if err != nil {
			return value{}, err
		}
		items.Append(v)
		p.space()
		if p.peek() == ']' {
			p.i++
			return l, nil
		}
		if p.peek() != ',' {
			return value{}, p.fail("Expecting ',' delimiter", p.i)
		}
		comma := p.i
		p.i++
		p.space()
		if p.peek() == ']' {
			return value{}, p.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

// key reads a property name and the colon behind it.
func (p *scan) key() (*object.Str, error) {
	if p.peek() != '"' {
		return nil, p.fail("Expecting property name enclosed in double quotes", p.i)
	}
	p.i++
	s, err := p.str()
	if err != nil {
		return nil, err
	}
	k := p.keys[s]
	if k == nil {
		k = object.As[object.Str](object.NewStr(s))
		p.keys[s] = k
	}
	p.space()
	if p.peek() != ':' {
		return nil, p.fail("Expecting ':' delimiter", p.i)
	}
	p.i++
	p.space()
	return k, nil
}

func (p *scan) object() (value, error) {
	d := object.NewDict()
	var pairs []value
	p.i++
	p.space()
	if p.peek() == '}' {
		p.i++
		return p.finish(d, pairs)
	}
	for {
		k, err := p.key()
		if err != nil {
			return value{}, err
		}
		v, err := p.value()
		if err != nil {
			return value{}, err
		}
		if p.pairsHook.IsNone() {
			d.SetStr(k, v)
		} else {
			pairs = append(pairs, object.NewTuple2(object.Wrap(k), v))
		}
		p.space()
		if p.peek() == '}' {
			p.i++
			return p.finish(d, pairs)
		}
		if p.peek() != ',' {
			return value{}, p.fail("Expecting ',' delimiter", p.i)
		}
		comma := p.i
		p.i++
		p.space()
		if p.peek() == '}' {
			return value{}, p.fail("Illegal trailing comma before end of object", comma)
		}
	}
}

func (p *scan) finish(d *object.Dict, pairs []value) (value, error) {
	if !p.pairsHook.IsNone() {
		return object.CallArgs(p.t, p.pairsHook, object.NewListOwned(pairs))
	}
	if !p.objectHook.IsNone() {
		return object.CallArgs(p.t, p.objectHook, object.Wrap(d))
	}
	return object.Wrap(d), nil
}

// str reads a string whose opening quote is behind.
func (p *scan) str() (string, error) {
	begin := p.i - 1
	i := p.i
	for i < len(p.s) {
		switch c := p.s[i]; {
		case c == '"':
			p.i = i + 1
			return p.s[begin+1 : i], nil
		case c == '\\' || c < 0x20:
			return p.escaped(begin, i)
		}
		i++
	}
	return "", p.fail("Unterminated string starting at", begin)
}

// escaped goes on with str at the first escape or control character.
func (p *scan) escaped(begin, i int) (string, error) {
	buf := append(make([]byte, 0, i-begin+32), p.s[begin+1:i]...)
	for i < len(p.s) {
		c := p.s[i]
		switch {
		case c == '"':
			p.i = i + 1
			return string(buf), nil
		case c < 0x20 && p.strict:
			return "", p.fail("Invalid control character at", i)
		case c != '\\':
			buf = append(buf, c)
			i++
			continue
		}
		i++
		if i >= len(p.s) {
			break
		}
		if p.s[i] == 'u' {
			r, n := p.unicode(i)
			if n < 0 {
				return "", p.fail("Invalid \\uXXXX escape", -n)
			}
			buf = object.AppendRune(buf, r)
			i += n
			continue
		}
		e := unescape(p.s[i])
		if e == 0 {
			return "", p.fail("Invalid \\escape", i-1)
		}
		buf = append(buf, e)
		i++
	}
	return "", p.fail("Unterminated string starting at", begin)
}

func unescape(c byte) byte {
	switch c {
	case '"', '\\', '/':
		return c
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return 0
}

// unicode reads the digits behind the u at byte i, with a second escape if
// the two are a surrogate pair. It returns the bytes used, or minus the
// position of an invalid escape.
func (p *scan) unicode(i int) (rune, int) {
	r, ok := hex4(p.s, i+1)
	if !ok {
		return 0, -i
	}
	if r < 0xD800 || r > 0xDBFF || i+7 > len(p.s) || p.s[i+5] != '\\' || p.s[i+6] != 'u' {
		return r, 5
	}
	r2, ok := hex4(p.s, i+7)
	if !ok {
		return 0, -(i + 6)
	}
	if r2 < 0xDC00 || r2 > 0xDFFF {
		return r, 5
	}
	return 0x10000 + (r-0xD800)<<10 + r2 - 0xDC00, 11
}

func hex4(s string, i int) (rune, bool) {
	if i+4 >= len(s) { // a quote must follow
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[i : i+4]) {
		switch {
		case c-'0' <= 9:
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

// byteIndex converts an index into s to a byte position.
func byteIndex(s *object.Str, i int) int {
	if i > s.CharLen() {
		return s.Size() + 1
	}
	return len(s.Substr(0, i))
}

func scanStringRow(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[0])
	if !ok {
		return value{}, object.TypeErrorf("first argument must be a string, not %s", a[0].O.Type.Name)
	}
	i, err := object.IndexInt(t, a[1], &object.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	strict := true
	if a[2].O != nil {
		if strict, err = object.Truth(t, a[2]); err != nil {
			return value{}, err
		}
	}
	if i < 0 || i > s.CharLen() {
		return value{}, object.ValueErrorf("end is out of bounds")
	}
	p := &scan{scanner: &scanner{strict: strict}, t: t, s: s.String(), doc: s, i: byteIndex(s, i)}
	r, err := p.str()
	if err != nil {
		return value{}, err
	}
	return object.NewTuple(object.NewStr(r), object.IntOf(p.char(p.i))), nil
}

func scannerNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(kw) > 0 || len(args) != 1 {
		return value{}, object.TypeErrorf("make_scanner() takes exactly one argument (%d given)", len(args))
	}
	s := object.Alloc[scanner](tp, &scannerType)
	strict, err := object.GetAttrStr(t, args[0], "strict")
	if err != nil {
		return value{}, err
	}
	if s.strict, err = object.Truth(t, strict); err != nil {
		return value{}, err
	}
	for n, p := range map[string]*value{"object_hook": &s.objectHook, "object_pairs_hook": &s.pairsHook,
		"parse_float": &s.parseFloat, "parse_int": &s.parseInt, "parse_constant": &s.parseConstant} {
		if *p, err = object.GetAttrStr(t, args[0], n); err != nil {
			return value{}, err
		}
	}
	return object.Wrap(s), nil
}

func scannerCall(t *thread, v value, args, kw []value) (value, error) {
	a, err := scanPlan.Bind(t, args, kw)
	if err != nil {
		return value{}, err
	}
	s, ok := object.AsStr(a[0])
	if !ok {
		return value{}, object.TypeErrorf("first argument must be a string, not %s", a[0].O.Type.Name)
	}
	i, err := object.IndexInt(t, a[1], &object.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	if i < 0 {
		return value{}, object.ValueErrorf("idx cannot be negative")
	}
	if i >= s.CharLen() {
		return value{}, object.NewStopIteration(object.IntOf(i))
	}
	sc := object.As[scanner](v)
	p := &scan{scanner: sc, t: t, s: s.String(), doc: s, i: byteIndex(s, i), keys: map[string]*object.Str{},
		float: sc.parseFloat == object.Wrap(&object.FloatType), int: sc.parseInt == object.Wrap(&object.IntType)}
	r, err := p.value()
	if err != nil {
		return value{}, err
	}
	return object.NewTuple2(r, object.IntOf(p.char(p.i))), nil
}

func scannerAttr(n string, f func(s *scanner) value) object.GetSet {
	return object.GetSet{Name: n, Get: func(t *thread, v value) (value, error) { return f(object.As[scanner](v)), nil }}
}

func init() {
	scannerType.Define(object.TypeSpec{
		Name: "Scanner", Module: "_json", Doc: "JSON scanner object", Flags: object.FlagBase, Size: unsafe.Sizeof(scanner{}),
		Slots: object.Slots{New: scannerNew, Call: scannerCall, Traverse: func(v value, visit func(value)) {
			s := object.As[scanner](v)
			for _, x := range []value{s.objectHook, s.pairsHook, s.parseFloat, s.parseInt, s.parseConstant} {
				visit(x)
			}
		}},
		GetSets: []object.GetSet{
			scannerAttr("strict", func(s *scanner) value { return object.Bool(s.strict) }),
			scannerAttr("object_hook", func(s *scanner) value { return s.objectHook }),
			scannerAttr("object_pairs_hook", func(s *scanner) value { return s.pairsHook }),
			scannerAttr("parse_float", func(s *scanner) value { return s.parseFloat }),
			scannerAttr("parse_int", func(s *scanner) value { return s.parseInt }),
			scannerAttr("parse_constant", func(s *scanner) value { return s.parseConstant }),
		},
	})
}
