// Package structmod implements the struct and _struct modules (library
// reference, "struct").
package structmod

import (
	"math/big"
	"runtime"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
)

// StructType is struct.Struct.
var (
	StructType object.Type
	iterType   object.Type
)

// longSize is the size of a C long.
var longSize = func() int {
	if runtime.GOOS == "windows" {
		return 4
	}
	return 8
}()

// Struct is a compiled format.
type Struct struct {
	object.Header
	format string
	l      *layout
}

type (
	stateKey struct{}
	state    struct {
		err   *object.Type
		cache map[string]*layout
		last  string
		lastL *layout
	}
)

func stateOf(t *thread) *state {
	if v, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return v.(*state)
	}
	s := &state{cache: map[string]*layout{}}
	if tp, err := object.NewExceptionType(t, "struct", "error", &object.ExceptionType, ""); err == nil {
		s.err = tp
	}
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, s)
	return v.(*state)
}

func fail(t *thread, format string, args ...any) error {
	return object.Errorf(stateOf(t).err, format, args...)
}

func uintValue(u uint64) value {
	if u>>63 == 0 {
		return object.Int(int64(u))
	}
	return object.BigInt(new(big.Int).SetUint64(u))
}

// formatOf reads the format v.
func formatOf(t *thread, v value) (string, *layout, error) {
	var f string
	if s, ok := object.AsStr(v); ok {
		f = s.String()
		if !s.IsASCII() {
			if _, err := object.EncodeStr(t, s, "ascii", "strict"); err != nil {
				return "", nil, err
			}
		}
	} else if b, ok := object.BytesOf(v); ok && v.O.Type.Solid == &object.BytesType {
		f = string(b)
	} else {
		return "", nil, object.TypeErrorf("Struct() argument 1 must be a str or bytes object, not %s", v.O.Type.MsgName())
	}
	s := stateOf(t)
	if s.lastL != nil && s.last == f {
		return f, s.lastL, nil
	}
	l := s.cache[f]
	if l == nil {
		for i := range len(f) {
			if f[i] == 0 {
				return "", nil, fail(t, "embedded null character")
			}
		}
		var err error
		if l, err = parse(f); err != nil {
			return "", nil, fail(t, "%s", err)
		}
		if len(s.cache) >= 100 {
			clear(s.cache)
		}
		s.cache[f] = l
	}
	s.last, s.lastL = f, l
	return f, l, nil
}

func (l *layout) packed(t *thread, values []value) (value, error) {
	if len(values) != l.values {
		return value{}, fail(t, "pack expected %d items for packing (got %d)", l.values, len(values))
	}
	if err := t.Charge(l.size); err != nil {
		return value{}, err
	}
	b := make([]byte, l.size)
	if err := l.pack(t, b, values); err != nil {
		return value{}, err
	}
	return object.NewBytes(b), nil
}

func (l *layout) packInto(t *thread, args []value) (value, error) {
	switch {
	case len(args) == 0:
		return value{}, fail(t, "pack_into expected buffer argument")
	case len(args) == 1:
		return value{}, fail(t, "pack_into expected offset argument")
	case len(args)-2 != l.values:
		return value{}, fail(t, "pack_into expected %d items for packing (got %d)", l.values, len(args)-2)
	}
	b, err := object.GetWritableBuffer(args[0])
	if err != nil {
		return value{}, object.TypeErrorf("argument must be read-write bytes-like object, not %s", args[0].O.Type.MsgName())
	}
	off, err := object.IndexInt(t, args[1], &object.IndexErrorType)
	if err != nil {
		return value{}, err
	}
	if off < 0 {
		if off+l.size > 0 {
			return value{}, fail(t, "no space to pack %d bytes at offset %d", l.size, off)
		}
		if off+len(b) < 0 {
			return value{}, fail(t, "offset %d out of range for %d-byte buffer", off, len(b))
		}
		off += len(b)
	}
	if len(b)-off < l.size {
		return value{}, fail(t, "pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)", uint(l.size)+uint(off), l.size, off, len(b))
	}
	tmp := make([]byte, l.size)
	if err := l.pack(t, tmp, args[2:]); err != nil {
		return value{}, err
	}
	copy(b[off:], tmp)
	return object.None, nil
}

func (l *layout) unpackAll(t *thread, v value) (value, error) {
	b, err := object.GetBuffer(v)
	if err != nil {
		return value{}, err
	}
	if len(b) != l.size {
		return value{}, fail(t, "unpack requires a buffer of %d bytes", l.size)
	}
	return l.unpack(b), nil
}

func (l *layout) unpackFrom(t *thread, v, offset value) (value, error) {
	b, err := object.GetBuffer(v)
	if err != nil {
		return value{}, err
	}
	off := 0
	if !offset.IsNil() {
		if off, err = object.SsizeArg(t, offset); err != nil {
			return value{}, err
		}
	}
	if off < 0 {
		if off+l.size > 0 {
			return value{}, fail(t, "not enough data to unpack %d bytes at offset %d", l.size, off)
		}
		if off+len(b) < 0 {
			return value{}, fail(t, "offset %d out of range for %d-byte buffer", off, len(b))
		}
		off += len(b)
	}
	if len(b)-off < l.size {
		return value{}, fail(t, "unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)", uint(l.size)+uint(off), l.size, off, len(b))
	}
	return l.unpack(b[off : off+l.size]), nil
}

// iter is what iter_unpack returns.
type iter struct {
	object.Header
	l   *layout
	buf value
	at  int
}

func (l *layout) iterUnpack(t *thread, v value) (value, error) {
	b, err := object.GetBuffer(v)
	if err != nil {
		return value{}, err
	}
	if l.size == 0 {
		return value{}, fail(t, "cannot iteratively unpack with a struct of length 0")
	}
	if len(b)%l.size != 0 {
		return value{}, fail(t, "iterative unpacking requires a buffer of a multiple of %d bytes", l.size)
	}
	return object.Wrap(&iter{Header: object.Header{Type: &iterType}, l: l, buf: v}), nil
}

func iterNext(t *thread, v value) (value, error) {
	it := object.As[iter](v)
	b, err := object.GetBuffer(it.buf)
	if err != nil || it.at+it.l.size > len(b) {
		return value{}, err
	}
	r := it.l.unpack(b[it.at : it.at+it.l.size])
	it.at += it.l.size
	return r, nil
}

// with makes a function of the module of one of a format and arguments.
func with(f func(t *thread, l *layout, a []value) (value, error)) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		_, l, err := formatOf(t, a[0])
		if err != nil {
			return value{}, err
		}
		return f(t, l, a[1:])
	}
}

// method makes a method of Struct.
func method(f func(t *thread, l *layout, a []value) (value, error)) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return f(t, object.As[Struct](a[0]).l, a[1:]) }
}

func variadic(f func(t *thread, a []value) (value, error)) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		args := object.As[object.Tuple](a[0]).Items
		if len(args) == 0 {
			return value{}, object.TypeErrorf("missing format argument")
		}
		return f(t, args)
	}
}

func items(v value) []value { return object.As[object.Tuple](v).Items }

var (
	packInto   = func(t *thread, l *layout, a []value) (value, error) { return l.packInto(t, a) }
	unpackAll  = func(t *thread, l *layout, a []value) (value, error) { return l.unpackAll(t, a[0]) }
	unpackFrom = func(t *thread, l *layout, a []value) (value, error) { return l.unpackFrom(t, a[0], a[1]) }
	iterUnpack = func(t *thread, l *layout, a []value) (value, error) { return l.iterUnpack(t, a[0]) }
	spread     = func(f func(t *thread, l *layout, a []value) (value, error)) func(t *thread, l *layout, a []value) (value, error) {
		return func(t *thread, l *layout, a []value) (value, error) { return f(t, l, items(a[0])) }
	}
	pack = func(t *thread, l *layout, a []value) (value, error) { return l.packed(t, a) }
)

var funcs = []object.Func{
	{Name: "calcsize", Sig: "(format, /)", Doc: "Return size in bytes of the struct described by the format string.", Fn: with(func(t *thread, l *layout, a []value) (value, error) {
		return object.IntOf(l.size), nil
	})},
	{Name: "pack", Sig: "(*args)", Doc: "Return a bytes object containing the values packed according to the format string.", Fn: variadic(with(pack))},
	{Name: "pack_into", Sig: "(*args)", Doc: "Pack values according to the format string into a writable buffer, starting at an offset.", Fn: variadic(with(packInto))},
	{Name: "unpack", Sig: "(format, buffer, /)", Doc: "Return a tuple containing values unpacked according to the format string.", Fn: with(unpackAll)},
	{Name: "unpack_from", Sig: "(format, /, buffer, offset=0)", Doc: "Return a tuple containing values unpacked according to the format string.", Fn: with(unpackFrom)},
	{Name: "iter_unpack", Sig: "(format, buffer, /)", Doc: "Return an iterator yielding tuples unpacked from the given bytes.", Fn: with(iterUnpack)},
	{Name: "_clearcache", Sig: "()", Doc: "Clear the internal cache.", Fn: func(t *thread, a []value) (value, error) {
		s := stateOf(t)
		clear(s.cache)
		s.lastL = nil
		return object.None, nil
	}},
}

// Core declares _struct.
func Core() object.ModuleSpec { return spec("_struct", "") }

// Module declares struct.
func Module() object.ModuleSpec {
	return spec("struct", `__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]`+"\n")
}

func spec(name, source string) object.ModuleSpec {
	return object.ModuleSpec{
		Name: name, Doc: "Functions to convert between Python values and C structs.", Types: []*object.Type{&StructType}, Funcs: funcs, Source: source,
		Init: func(t *thread, m *object.Module) error {
			m.Set(t, "error", object.Wrap(stateOf(t).err))
			return nil
		},
	}
}

var structPlan = arg.Plan{Name: "Struct", Sig: "(format)"}

func structNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	s := object.Alloc[Struct](tp, &StructType)
	s.l = &layout{}
	if len(args)+len(kw) == 0 {
		return object.Wrap(s), nil
	}
	var err error
	if v := args; len(v) > 0 {
		s.format, s.l, err = formatOf(t, v[0])
	}
	return object.Wrap(s), err
}

func structInit(t *thread, self value, args, kw []value) error {
	a, err := structPlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	s := object.As[Struct](self)
	s.format, s.l, err = formatOf(t, a[0])
	return err
}

func init() {
	StructType.Define(object.TypeSpec{
		Name: "Struct", Module: "_struct", Sig: "(format)", Flags: object.FlagBase, Size: unsafe.Sizeof(Struct{}), Doc: "A compiled format.",
		Slots: object.Slots{New: structNew, Init: structInit, Repr: func(t *thread, v value) (value, error) {
			return object.NewStr(v.O.Type.Name + "(" + object.ReprString(object.As[Struct](v).format) + ")"), nil
		}},
		Methods: []object.Func{
			{Name: "pack", Sig: "($self, /, *values)", Doc: "Pack values into bytes.", Fn: method(spread(pack))},
			{Name: "pack_into", Sig: "($self, /, *values)", Doc: "Pack values into a buffer.", Fn: method(spread(packInto))},
			{Name: "unpack", Sig: "($self, buffer, /)", Doc: "Return a tuple containing unpacked values.", Fn: method(unpackAll)},
			{Name: "unpack_from", Sig: "($self, /, buffer, offset=0)", Doc: "Return a tuple containing unpacked values.", Fn: method(unpackFrom)},
			{Name: "iter_unpack", Sig: "($self, buffer, /)", Doc: "Return an iterator yielding tuples.", Fn: method(iterUnpack)},
		},
		GetSets: []object.GetSet{
			{Name: "format", Doc: "struct format string", Get: func(t *thread, v value) (value, error) { return object.NewStr(object.As[Struct](v).format), nil }},
			{Name: "size", Doc: "struct size in bytes", Get: func(t *thread, v value) (value, error) { return object.IntOf(object.As[Struct](v).l.size), nil }},
		},
	})
	iterType.Define(object.TypeSpec{
		Name: "unpack_iterator", Module: "_struct", Flags: object.FlagNoNew,
		Slots: object.Slots{Iter: object.SelfIter, Next: iterNext, Traverse: func(v value, visit func(value)) { visit(object.As[iter](v).buf) }},
		Methods: []object.Func{{Name: "__length_hint__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
			it := object.As[iter](a[0])
			b, err := object.GetBuffer(it.buf)
			return object.IntOf((len(b) - it.at) / it.l.size), err
		}}},
	})
}
