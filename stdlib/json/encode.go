package json

import (
	"fmt"
	"math"
	"strconv"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/numfmt"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var (
	encoderType object.Type

	scanPlan    = arg.Plan{Name: "scan_once", Sig: "(string, idx)"}
	encoderPlan = arg.Plan{Name: "make_encoder", Sig: "(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)"}
	encodePlan  = arg.Plan{Name: "_iterencode", Sig: "(obj, _current_indent_level)"}
)

// encoder is what json.encoder.c_make_encoder returns: a callable that writes
// one value.
type encoder struct {
	object.Header
	markers, dflt, enc, indent value
	keySep, itemSep            string
	keySepV, itemSepV          value
	sortKeys, skipKeys, nan    bool
	fast                       int8 // 1: enc is encode_basestring_ascii, 2: encode_basestring
}

// out is one writing.
type out struct {
	*encoder
	t      *thread
	b      []byte
	indent string
	pretty bool
	level  int
}

const hexDigits = "0123456789abcdef"

// appendQuoted appends s as a JSON string.
func appendQuoted(b []byte, s string, ascii bool) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' && (c < 0x7F || !ascii && c != 0x7F) || c == 0x7F && !ascii {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		n := 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case '\f':
			b = append(b, '\\', 'f')
		case '\b':
			b = append(b, '\\', 'b')
		default:
			var r rune
			r, n = object.DecodeRune(s[i:])
			if r >= 0x10000 {
				b = appendU(b, 0xD800+(r-0x10000)>>10)
				r = 0xDC00 + (r-0x10000)&0x3FF
			}
			b = appendU(b, r)
		}
		i += n
		start = i
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}

func appendU(b []byte, r rune) []byte {
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

func encodeString(v value, ascii bool) (value, error) {
	s, ok := object.AsStr(v)
	if !ok {
		return value{}, object.TypeErrorf("first argument must be a string, not %s", v.O.Type.Name)
	}
	return object.NewStr(string(appendQuoted(make([]byte, 0, s.Size()+2), s.String(), ascii))), nil
}

func encoderNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	a, err := encoderPlan.Bind(t, args, kw)
	if err != nil {
		return value{}, err
	}
	e := object.Alloc[encoder](tp, &encoderType)
	e.markers, e.dflt, e.enc, e.indent = a[0], a[1], a[2], a[3]
	if !a[0].IsNone() && a[0].O.Type.Solid != &object.DictType {
		return value{}, object.TypeErrorf("make_encoder() argument 1 must be dict or None, not %s", a[0].O.Type.Name)
	}
	for i, p := range []*string{&e.keySep, &e.itemSep} {
		s, ok := object.AsStr(a[4+i])
		if !ok {
			return value{}, object.TypeErrorf("make_encoder() argument %d must be str, not %s", 5+i, arg.TypeName(a[4+i]))
		}
		*p = s.String()
	}
	e.keySepV, e.itemSepV = a[4], a[5]
	for i, p := range []*bool{&e.sortKeys, &e.skipKeys, &e.nan} {
		if *p, err = object.Truth(t, a[6+i]); err != nil {
			return value{}, err
		}
	}
	if a[2].O.Type == &object.BuiltinType {
		switch object.As[object.Builtin](a[2]).Row() {
		case &rows[0]:
			e.fast = 1
		case &rows[1]:
			e.fast = 2
		}
	}
	return object.Wrap(e), nil
}

func encoderCall(t *thread, v value, args, kw []value) (value, error) {
	a, err := encodePlan.Bind(t, args, kw)
	if err != nil {
		return value{}, err
	}
	e := object.As[encoder](v)
	o := &out{encoder: e, t: t}
	if o.level, err = object.IndexInt(t, a[1], &object.OverflowErrorType); err != nil {
		return value{}, err
	}
	if s, ok := object.AsStr(e.indent); ok {
		o.indent, o.pretty = s.String(), true
	}
	if err := o.value(a[0]); err != nil {
		return value{}, err
	}
	return object.NewTuple(object.NewStr(string(o.b))), nil
}

func (o *out) str(v value) error {
	if o.fast != 0 {
		o.b = appendQuoted(o.b, object.As[object.Str](v).String(), o.fast == 1)
		return nil
	}
	r, err := object.CallArgs(o.t, o.enc, v)
	if err != nil {
		return err
	}
	s, ok := object.AsStr(r)
	if !ok {
		return object.TypeErrorf("encoder() must return a string, not %s", r.O.Type.Name)
	}
	o.b = append(o.b, s.String()...)
	return nil
}

func (o *out) float(f float64) error {
	if !math.IsInf(f, 0) && !math.IsNaN(f) {
		o.b = numfmt.AppendRepr(o.b, f)
		return nil
	}
	if !o.nan {
		return object.ValueErrorf("Out of range float values are not JSON compliant: %s", numfmt.Repr(f))
	}
	switch {
	case f > 0:
		o.b = append(o.b, "Infinity"...)
	case f < 0:
		o.b = append(o.b, "-Infinity"...)
	default:
		o.b = append(o.b, "NaN"...)
	}
	return nil
}

func (o *out) int(v value) error {
	if n, ok := object.AsInt64(v); ok {
		o.b = strconv.AppendInt(o.b, n, 10)
		return nil
	}
	f := object.IntType.Slots.Repr
	r, err := f(o.t, v)
	if err != nil {
		return err
	}
	o.b = append(o.b, object.As[object.Str](r).String()...)
	return nil
}

// scalar writes v if it is no container; false if it is none of those.
func (o *out) scalar(v value) (bool, error) {
	switch {
	case v.IsNone():
		o.b = append(o.b, "null"...)
	case v == object.True:
		o.b = append(o.b, "true"...)
	case v == object.False:
		o.b = append(o.b, "false"...)
	case v.O.Type.Solid == &object.StrType:
		return true, o.str(v)
	case object.IsIntLike(v):
		return true, o.int(v)
	default:
		f, ok := object.AsFloat(v)
		if !ok {
			return false, nil
		}
		return true, o.float(f)
	}
	return true, nil
}

func (o *out) value(v value) error {
	if err := o.t.Poll(1); err != nil {
		return err
	}
	if ok, err := o.scalar(v); ok || err != nil {
		return err
	}
	if err := o.t.EnterNative(" while encoding a JSON object"); err != nil {
		return err
	}
	defer o.t.LeaveNative()
	switch v.O.Type.Solid {
	case &object.ListType, &object.TupleType:
		return o.list(v)
	case &object.DictType:
		return o.dict(v)
	}
	key, err := o.mark(v)
	if err != nil {
		return err
	}
	r, err := object.CallArgs(o.t, o.dflt, v)
	if err != nil {
		return err
	}
	if err := o.value(r); err != nil {
		return o.note(err, func() string { return "when serializing " + o.typeName(v) + " object" })
	}
	return o.unmark(key)
}

// mark records that v is being written; it is an error if it is already.
func (o *out) mark(v value) (value, error) {
	if o.markers.IsNone() {
		return value{}, nil
	}
	key := object.Int(o.t.Interp.ID(v))
	d := object.As[object.Dict](o.markers)
	_, found, err := d.Get(o.t, key)
	if err != nil {
		return value{}, err
	}
	if found {
		return value{}, object.ValueErrorf("Circular reference detected")
	}
	return key, d.Set(o.t, key, v)
}

func (o *out) unmark(key value) error {
	if key.O == nil {
		return nil
	}
	_, _, err := object.As[object.Dict](o.markers).Delete(o.t, key)
	return err
}

// note adds a note about where it happened to an exception.
func (o *out) note(err error, text func() string) error {
	if e, ok := err.(*object.Exception); ok && e.Type.IsSubtype(&object.ExceptionType) {
		object.AddNote(o.t, e, text())
	}
	return err
}

// typeName is the name of v's type in notes.
func (o *out) typeName(v value) string {
	return v.O.Type.MsgFullName(o.t)
}

func (o *out) newline() {
	if o.pretty {
		o.b = append(o.b, '\n')
		for i := 0; i < o.level; i++ {
			o.b = append(o.b, o.indent...)
		}
	}
}

func (o *out) list(v value) error {
	items, err := object.Items(o.t, v)
	if err != nil {
		return err
	}
	if len(items) == 0 {
		o.b = append(o.b, "[]"...)
		return nil
	}
	key, err := o.mark(v)
	if err != nil {
		return err
	}
	o.b = append(o.b, '[')
	o.level++
	for i, x := range items {
		if i > 0 {
			o.b = append(o.b, o.itemSep...)
		}
		o.newline()
		if err := o.value(x); err != nil {
			return o.note(err, func() string { return fmt.Sprintf("when serializing %s item %d", o.typeName(v), i) })
		}
	}
	o.level--
	o.newline()
	o.b = append(o.b, ']')
	return o.unmark(key)
}

// items returns the entries of a dict as two lists.
func (o *out) items(v value) (keys, vals []value, err error) {
	d := object.As[object.Dict](v)
	if v.O.Type == &object.DictType && !o.sortKeys {
		d.Each(func(k, x value) bool {
			keys, vals = append(keys, k), append(vals, x)
			return true
		})
		return keys, vals, nil
	}
	it, err := object.CallMethod(o.t, v, "items")
	if err != nil {
		return nil, nil, err
	}
	l := object.NewListOwned(nil)
	if err := object.As[object.List](l).ExtendFrom(o.t, it); err != nil {
		return nil, nil, err
	}
	if o.sortKeys {
		if err := object.SortList(o.t, object.As[object.List](l), value{}, false); err != nil {
			return nil, nil, err
		}
	}
	for _, p := range object.As[object.List](l).Values() {
		if p.O.Type.Solid != &object.TupleType || len(object.As[object.Tuple](p).Items) != 2 {
			return nil, nil, object.ValueErrorf("items must return 2-tuples")
		}
		e := object.As[object.Tuple](p).Items
		keys, vals = append(keys, e[0]), append(vals, e[1])
	}
	return keys, vals, nil
}

// key writes a key; false if it is to be skipped.
func (o *out) key(k value, sep func()) (bool, error) {
	if k.O.Type.Solid == &object.StrType {
		sep()
		return true, o.str(k)
	}
	_, isFloat := object.AsFloat(k)
	if !k.IsNone() && !isFloat && !object.IsIntLike(k) {
		if o.skipKeys {
			return false, nil
		}
		return false, object.TypeErrorf("keys must be str, int, float, bool or None, not %s", k.O.Type.Name)
	}
	sub := &out{encoder: o.encoder, t: o.t}
	if _, err := sub.scalar(k); err != nil {
		return false, err
	}
	sep()
	return true, o.str(object.NewStr(string(sub.b)))
}

func (o *out) dict(v value) error {
	if object.As[object.Dict](v).Len() == 0 {
		o.b = append(o.b, "{}"...)
		return nil
	}
	mark, err := o.mark(v)
	if err != nil {
		return err
	}
	keys, vals, err := o.items(v)
	if err != nil {
		return err
	}
	o.b = append(o.b, '{')
	o.level++
	first := true
	sep := func() {
		if !first {
			o.b = append(o.b, o.itemSep...)
		}
		first = false
		o.newline()
	}
	for i, k := range keys {
		ok, err := o.key(k, sep)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		o.b = append(o.b, o.keySep...)
		if err := o.value(vals[i]); err != nil {
			return o.note(err, func() string {
				return "when serializing " + o.typeName(v) + " item " + object.MustReprT(o.t, k)
			})
		}
	}
	o.level--
	if !first {
		o.newline()
	}
	o.b = append(o.b, '}')
	return o.unmark(mark)
}

func encoderAttr(n string, f func(e *encoder) value) object.GetSet {
	return object.GetSet{Name: n, Get: func(t *thread, v value) (value, error) { return f(object.As[encoder](v)), nil }}
}

func init() {
	encoderType.Define(object.TypeSpec{
		Name: "Encoder", Module: "_json", Doc: "JSON encoder object", Flags: object.FlagBase, Size: unsafe.Sizeof(encoder{}),
		Slots: object.Slots{New: encoderNew, Call: encoderCall, Traverse: func(v value, visit func(value)) {
			e := object.As[encoder](v)
			for _, x := range []value{e.markers, e.dflt, e.enc, e.indent, e.keySepV, e.itemSepV} {
				visit(x)
			}
		}},
		GetSets: []object.GetSet{
			encoderAttr("markers", func(e *encoder) value { return e.markers }),
			encoderAttr("default", func(e *encoder) value { return e.dflt }),
			encoderAttr("encoder", func(e *encoder) value { return e.enc }),
			encoderAttr("indent", func(e *encoder) value { return e.indent }),
			encoderAttr("key_separator", func(e *encoder) value { return e.keySepV }),
			encoderAttr("item_separator", func(e *encoder) value { return e.itemSepV }),
			encoderAttr("sort_keys", func(e *encoder) value { return object.Bool(e.sortKeys) }),
			encoderAttr("skipkeys", func(e *encoder) value { return object.Bool(e.skipKeys) }),
		},
	})
}
