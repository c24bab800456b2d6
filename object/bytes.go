package object

// bytes (library reference, "Binary Sequence Types"), and the buffer protocol
// between the types of this package: a Go slice that shares the object's
// memory.

import (
	"strings"
	"unsafe"
)

// BytesType is bytes.
var BytesType Type

// Bytes is a bytes object. The content is a Go string, so that the algorithms
// of str serve both.
type Bytes struct {
	Header
	hash int64 // 0: not computed
	s    string
}

var emptyBytes = Bytes{Header: Header{&BytesType}}

// NewBytes returns the bytes b; it takes ownership of b.
func NewBytes(b []byte) Value {
	if len(b) == 0 {
		return Wrap(&emptyBytes)
	}
	return Wrap(&Bytes{Header: Header{&BytesType}, s: unsafe.String(unsafe.SliceData(b), len(b))})
}

// NewBytesString returns the bytes whose content is s.
func NewBytesString(s string) Value {
	if s == "" {
		return Wrap(&emptyBytes)
	}
	return Wrap(&Bytes{Header: Header{&BytesType}, s: s})
}

// String returns the content.
func (b *Bytes) String() string { return b.s }

// viewOf returns the memory of a string, which must not be written to.
func viewOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// stringView returns b as a string that shares its memory.
func stringView(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// BytesOf returns the memory of an object with a contiguous buffer: bytes,
// bytearray, memoryview and others. It must not be kept across calls that may
// run Python code, nor written to.
func BytesOf(v Value) ([]byte, bool) {
	switch v.O.Type.Solid {
	case &BytesType:
		return viewOf(As[Bytes](v).s), true
	case &ByteArrayType:
		return As[ByteArray](v).B, true
	}
	if f := v.O.Type.Slots.Buffer; f != nil {
		b, _, err := f(v)
		return b, err == nil
	}
	return nil, false
}

func bytesOf(v Value) ([]byte, bool) {
	if v.O == nil {
		return nil, false
	}
	return BytesOf(v)
}

// GetBuffer is BytesOf with CPython's error for other objects.
func GetBuffer(v Value) ([]byte, error) {
	if v.O.Type.Slots.Buffer == nil {
		return nil, TypeErrorf("a bytes-like object is required, not '%s'", v.O.Type.MsgName())
	}
	b, _, err := v.O.Type.Slots.Buffer(v)
	return b, err
}

// pin counts a user of v's memory, if there is memory that could change its
// size.
func pin(v Value, delta int) {
	if f := v.O.Type.Slots.Pin; f != nil {
		f(v, delta)
	}
}

// AskBuffer is GetBuffer for any object: __buffer__ of Python classes too.
func AskBuffer(t *Thread, v Value) ([]byte, error) {
	if v.O.Type.Slots.Buffer == nil && v.O.Type.IsHeap() {
		if f, err := LookupSpecial(t, v, nameBuffer); err != nil || f.O != nil {
			m, err := bufferFromPython(t, v)
			if err != nil {
				return nil, err
			}
			return GetBuffer(m)
		}
	}
	return GetBuffer(v)
}

// offersBuffer reports whether v has memory to give, natively or by
// __buffer__.
func offersBuffer(t *Thread, v Value) bool {
	if v.O.Type.Slots.Buffer != nil || !v.O.Type.IsHeap() {
		return v.O.Type.Slots.Buffer != nil
	}
	f, err := LookupSpecial(t, v, nameBuffer)
	return err == nil && f.O != nil
}

// GetWritableBuffer returns the memory of v for writing.
func GetWritableBuffer(v Value) ([]byte, error) {
	if f := v.O.Type.Slots.Buffer; f != nil {
		b, writable, err := f(v)
		if err != nil {
			return nil, err
		}
		if writable {
			return b, nil
		}
	}
	return nil, TypeErrorf("a read-write bytes-like object is required, not '%s'", v.O.Type.MsgName())
}

// bytesFromObject is bytes(v) for an object that is no int and no str, as a
// slice that may share v's memory.
func bytesFromObject(t *Thread, v Value) ([]byte, error) {
	if v.O.Type == &BytesType {
		return viewOf(As[Bytes](v).s), nil
	}
	f, err := LookupSpecial(t, v, nameBytes)
	if err != nil {
		return nil, err
	}
	if f.O != nil && v.O.Type != &ByteArrayType {
		return bytesOfHook(t, f)
	}
	return byteItems(t, v, "bytes")
}

// bytesOfHook calls the __bytes__ of an object.
func bytesOfHook(t *Thread, f Value) ([]byte, error) {
	r, err := CallArgs(t, f)
	if err != nil {
		return nil, err
	}
	if !r.solid(&BytesType) {
		return nil, TypeErrorf("__bytes__ returned non-bytes (type %s)", r.O.Type.MsgName())
	}
	return viewOf(As[Bytes](r).s), nil
}

// byteItems collects the bytes of a buffer or an iterable of ints.
func byteItems(t *Thread, v Value, kind string) ([]byte, error) {
	if v.O.Type.Slots.Buffer != nil {
		return GetBuffer(v)
	}
	if v.solid(&StrType) || v.O.Type.Slots.Iter == nil && !IsSequence(v) {
		return nil, TypeErrorf("cannot convert '%s' object to %s", v.O.Type.MsgName(), kind)
	}
	var out []byte
	what := kind
	if kind == "bytearray" {
		what = "byte"
	}
	err := Iterate(t, v, func(x Value) error {
		c, err := byteValue(t, x, what)
		out = append(out, c)
		return err
	})
	return out, err
}

// byteValue converts an item to a byte.
func byteValue(t *Thread, v Value, what string) (byte, error) {
	if v.O == &IntHeader && v.N < 256 {
		return byte(v.N), nil
	}
	i, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if n, ok := AsInt64(i); ok && n >= 0 && n < 256 {
		return byte(n), nil
	}
	return 0, ValueErrorf("%s must be in range(0, 256)", what)
}

// newByteArgs are the arguments of bytes() and bytearray().
func newByteArgs(kind string, args, kw []Value) (a [3]Value, err error) {
	if len(args) > 3 {
		return a, TypeErrorf("%s() takes at most 3 arguments (%d given)", kind, len(args))
	}
	npos := copy(a[:], args[:len(args)-len(kw)])
	names := [3]string{"source", "encoding", "errors"}
next:
	for i, k := range kw {
		for j, n := range names {
			if As[Str](k).s != n {
				continue
			}
			if a[j].O != nil {
				return a, TypeErrorf("argument for %s() given by name ('%s') and position (%d)", kind, n, j+1)
			}
			a[j] = args[npos+i]
			continue next
		}
		return a, TypeErrorf("%s() got an unexpected keyword argument '%s'", kind, As[Str](k).s)
	}
	for j := 1; j < 3; j++ {
		if a[j].O != nil && !a[j].solid(&StrType) {
			return a, TypeErrorf("%s() argument '%s' must be str, not %s", kind, names[j], argTypeName(a[j]))
		}
	}
	return a, nil
}

// newByteContent is the content of a new bytes or bytearray; it may share
// memory with the argument.
func newByteContent(t *Thread, kind string, a [3]Value) ([]byte, error) {
	src := a[0]
	if src.O == nil || !src.solid(&StrType) {
		switch {
		case a[1].O != nil:
			return nil, TypeErrorf("encoding without a string argument")
		case a[2].O != nil:
			return nil, TypeErrorf("errors without a string argument")
		case src.O == nil:
			return nil, nil
		}
	} else {
		if a[1].O == nil && a[2].O == nil && kind == "bytes" && src.O.Type != &StrType {
			if f, err := LookupSpecial(t, src, nameBytes); err != nil || f.O != nil {
				return bytesFromObject(t, src)
			}
		}
		if a[1].O == nil {
			return nil, TypeErrorf("string argument without an encoding")
		}
		return EncodeStr(t, As[Str](src), As[Str](a[1]).s, strOr(a[2], ""))
	}
	if kind == "bytes" {
		if f, err := LookupSpecial(t, src, nameBytes); err != nil || f.O != nil {
			if err != nil {
				return nil, err
			}
			if src.O.Type == &BytesType {
				return bytesFromObject(t, src)
			}
			return bytesOfHook(t, f)
		}
	}
	if src.O.Type.Slots.Index != nil {
		n, err := IndexInt(t, src, &OverflowErrorType)
		if err == nil {
			if n < 0 {
				return nil, ValueErrorf("negative count")
			}
			if n > maxInt-64 {
				return nil, OverflowErrorf("byte string is too large")
			}
			if err := t.Charge(n); err != nil {
				return nil, err
			}
			return make([]byte, n), nil
		}
		if !IsExc(err, &TypeErrorType) {
			return nil, err
		}
	}
	return byteItems(t, src, kind)
}

// strOr is the text of an optional str argument.
func strOr(v Value, def string) string {
	if v.O == nil {
		return def
	}
	return As[Str](v).s
}

func bytesNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	a, err := newByteArgs("bytes", args, kw)
	if err != nil {
		return Value{}, err
	}
	if tp == &BytesType && a[1].O == nil && a[2].O == nil && a[0].O != nil && a[0].O.Type == &BytesType {
		return a[0], nil
	}
	if tp == &BytesType && a[1].O == nil && a[2].O == nil && a[0].O != nil && a[0].O.Type.IsHeap() {
		f, err := LookupSpecial(t, a[0], nameBytes)
		if err != nil {
			return Value{}, err
		}
		if f.O != nil {
			r, err := CallArgs(t, f)
			if err == nil && !r.solid(&BytesType) {
				err = TypeErrorf("__bytes__ returned non-bytes (type %s)", r.O.Type.MsgName())
			}
			return r, err
		}
	}
	b, err := newByteContent(t, "bytes", a)
	if err != nil {
		return Value{}, err
	}
	if err := t.Charge(len(b)); err != nil {
		return Value{}, err
	}
	if tp == &BytesType {
		return NewBytes(append([]byte(nil), b...)), nil
	}
	o := Alloc[Bytes](tp, &BytesType)
	o.s = string(b)
	return Wrap(o), nil
}

// reprBytes is the repr of bytes. That of a bytearray escapes ' even between
// double quotes.
func reprBytes(s string, array bool) string {
	const hex = "0123456789abcdef"
	q := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		q = '"'
	}
	b := make([]byte, 0, len(s)+3)
	b = append(b, 'b', q)
	for i := range len(s) {
		switch c := s[i]; {
		case c == q || c == '\\' || array && c == '\'':
			b = append(b, '\\', c)
		case c == '\t':
			b = append(b, '\\', 't')
		case c == '\n':
			b = append(b, '\\', 'n')
		case c == '\r':
			b = append(b, '\\', 'r')
		case c < ' ' || c >= 0x7f:
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, q))
}

// bytesCompare compares bytes with bytes; other buffers do it themselves.
func bytesCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if !a.solid(&BytesType) || !b.solid(&BytesType) {
		return NotImplemented, nil
	}
	return compareBytes(t, a, b, op)
}

// compareBytes compares two buffers.
func compareBytes(t *Thread, a, b Value, op CmpOp) (Value, error) {
	x, ok := BytesOf(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := BytesOf(b)
	if !ok {
		return NotImplemented, nil
	}
	p, q := stringView(x), stringView(y)
	switch op {
	case CmpEQ:
		return Bool(p == q), nil
	case CmpNE:
		return Bool(p != q), nil
	}
	return compareInts(int64(strings.Compare(p, q)), 0, op), nil
}

func bytesHash(t *Thread, v Value) (int64, error) {
	b := As[Bytes](v)
	if b.hash == 0 && b.s != "" { // empty bytes are shared by interpreters
		b.hash = hashKey.Bytes(viewOf(b.s))
	}
	return b.hash, nil
}

func bytesGetItem(t *Thread, v, k Value) (Value, error) {
	s := As[Bytes](v).s
	if k.O.Type == &SliceType {
		start, step, n, err := As[Slice](k).Indices(t, len(s))
		if err != nil {
			return Value{}, err
		}
		if step == 1 {
			if n == len(s) && v.O.Type == &BytesType {
				return v, nil
			}
			return NewBytesString(s[start : start+n]), nil
		}
		return NewBytes(pick(viewOf(s), start, step, n)), nil
	}
	i, err := byteIndex(t, k, len(s), "byte indices", "index out of range")
	if err != nil {
		return Value{}, err
	}
	return Int(int64(s[i])), nil
}

// pick copies n bytes, step apart.
func pick(b []byte, start, step, n int) []byte {
	out := make([]byte, n)
	for i := range out {
		out[i] = b[start+i*step]
	}
	return out
}

func byteIndex(t *Thread, k Value, n int, what, out string) (int, error) {
	if k.O.Type.Slots.Index == nil {
		return 0, TypeErrorf("%s must be integers or slices, not %s", what, k.O.Type.MsgName())
	}
	i, err := IndexInt(t, k, &IndexErrorType)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return 0, IndexErrorf("%s", out)
	}
	return i, nil
}

func bytesContains(t *Thread, v, x Value) (bool, error) {
	if x.O.Type.Slots.Index != nil {
		pin(v, 1)
		c, err := byteValue(t, x, "byte")
		pin(v, -1)
		if err == nil || !IsExc(err, &TypeErrorType) {
			b, _ := BytesOf(v)
			return err == nil && strings.IndexByte(stringView(b), c) >= 0, err
		}
	}
	pin(v, 1)
	sub, err := AskBuffer(t, x)
	pin(v, -1)
	if err != nil {
		return false, err
	}
	b, _ := BytesOf(v)
	return strings.Contains(stringView(b), stringView(sub)), nil
}

func bytesConcat(t *Thread, a, b Value) (Value, error) {
	y, ok := BytesOf(b)
	if !ok {
		return Value{}, TypeErrorf("can't concat %s to %s", b.O.Type.MsgName(), a.O.Type.MsgName())
	}
	x := As[Bytes](a).s
	if a.O.Type == &BytesType && len(y) == 0 {
		return a, nil
	}
	if x == "" && b.O.Type == &BytesType {
		return b, nil
	}
	if err := t.Charge(len(x) + len(y)); err != nil {
		return Value{}, err
	}
	return NewBytesString(x + stringView(y)), nil
}

func bytesRepeat(t *Thread, v Value, n int) (Value, error) {
	s := As[Bytes](v).s
	if n <= 0 || s == "" {
		return Wrap(&emptyBytes), nil
	}
	if n == 1 && v.O.Type == &BytesType {
		return v, nil
	}
	if len(s) > maxInt/n {
		return Value{}, OverflowErrorf("repeated bytes are too long")
	}
	if err := t.Charge(len(s) * n); err != nil {
		return Value{}, err
	}
	return NewBytesString(strings.Repeat(s, n)), nil
}

func bytesMod(t *Thread, a, b Value) (Value, error) {
	x, ok := BytesOf(a)
	if !ok || !a.solid(&BytesType) && !a.solid(&ByteArrayType) {
		return NotImplemented, nil
	}
	pin(a, 1)
	s, err := percentFormat(t, string(x), b, true)
	pin(a, -1)
	if err != nil {
		return Value{}, err
	}
	return likeBytes(a, s), nil
}

// likeBytes returns a bytes or bytearray, whichever v is, of the content s.
func likeBytes(v Value, s string) Value {
	if v.O.Type.Solid == &ByteArrayType {
		return NewByteArray([]byte(s))
	}
	return NewBytesString(s)
}

// bytesIter iterates over a bytes or bytearray.
type bytesIter struct {
	Header
	v Value
	i int
}

var (
	bytesIterType     Type
	byteArrayIterType Type
)

func bytesIterNext(t *Thread, v Value) (Value, error) {
	it := As[bytesIter](v)
	if it.v.O != nil {
		if b, ok := BytesOf(it.v); ok && it.i < len(b) {
			it.i++
			return Int(int64(b[it.i-1])), nil
		}
		it.v = Value{}
	}
	return Value{}, nil
}

func newBytesIter(tp *Type) UnaryFunc {
	return func(t *Thread, v Value) (Value, error) { return Wrap(&bytesIter{Header{tp}, v, 0}), nil }
}

var bytesIterMethods = []Func{
	{"__length_hint__", "($self, /)", "Private method returning an estimate of len(list(it)).", func(t *Thread, a []Value) (Value, error) {
		it := As[bytesIter](a[0])
		if it.v.O == nil {
			return Int(0), nil
		}
		b, _ := BytesOf(it.v)
		return IntOf(max(len(b)-it.i, 0)), nil
	}},
	{"__reduce__", "($self, /)", "Return state information for pickling.", func(t *Thread, a []Value) (Value, error) {
		it := As[bytesIter](a[0])
		iter, _ := t.Interp.Builtins.GetStr(t.Intern("iter"))
		if it.v.O == nil {
			return NewTuple(iter, NewTuple(NewTuple())), nil
		}
		return NewTuple(iter, NewTuple(it.v), IntOf(it.i)), nil
	}},
	{"__setstate__", "($self, state, /)", "Set state information for unpickling.", func(t *Thread, a []Value) (Value, error) {
		it := As[bytesIter](a[0])
		n, err := IndexInt(t, a[1], nil)
		if err == nil && it.v.O != nil {
			b, _ := BytesOf(it.v)
			it.i = min(max(n, 0), len(b))
		}
		return None, err
	}},
}

func bytesIterSlots() Slots {
	return Slots{Iter: SelfIter, Next: bytesIterNext, Traverse: func(v Value, visit func(Value)) {
		if x := As[bytesIter](v).v; x.O != nil {
			visit(x)
		}
	}}
}

func init() {
	BytesType.Define(TypeSpec{
		Name: "bytes", Flags: FlagBase | FlagMatchSelf, Size: unsafe.Sizeof(Bytes{}),
		Doc: "bytes(source=b'', encoding='', errors='') -> an immutable array of bytes.",
		Slots: Slots{
			Repr: func(t *Thread, v Value) (Value, error) { return NewStr(reprBytes(As[Bytes](v).s, false)), nil },
			Str: func(t *Thread, v Value) (Value, error) {
				return NewStr(reprBytes(As[Bytes](v).s, false)), warnBytesStr(t, "bytes")
			},
			Hash: bytesHash, RichCmp: bytesCompare, New: bytesNew, Iter: newBytesIter(&bytesIterType),
			Len:     func(t *Thread, v Value) (int, error) { return len(As[Bytes](v).s), nil },
			GetItem: bytesGetItem, Contains: bytesContains, Concat: bytesConcat, Repeat: bytesRepeat,
			Binary: [NBinOp]BinaryFunc{OpMod: bytesMod},
			Buffer: func(v Value) ([]byte, bool, error) { return viewOf(As[Bytes](v).s), false, nil },
		},
		Methods: append(append([]Func(nil), byteMethods...), bytesOnlyMethods...), ClassMethods: byteClassMethods, StaticMethods: byteStaticMethods,
	})
	bytesIterType.Define(TypeSpec{Name: "bytes_iterator", Flags: FlagNoNew, Slots: bytesIterSlots(), Methods: bytesIterMethods})
	byteArrayIterType.Define(TypeSpec{Name: "bytearray_iterator", Flags: FlagNoNew, Slots: bytesIterSlots(), Methods: bytesIterMethods})
}

// warnBytesStr is the warning of -b about str(bytes).
func warnBytesStr(t *Thread, kind string) error {
	if t == nil || t.Interp == nil || t.Interp.BytesWarning == 0 {
		return nil
	}
	return Warn(t, &BytesWarningType, "str() on a "+kind+" instance")
}
