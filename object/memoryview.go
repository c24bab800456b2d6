package object

// memoryview (library reference, "Memory Views"): creation, release, cast and
// the conversion of items. Indexing is in memindex.go.

import (
	"strings"
	"unsafe"
)

// MemoryViewType is memoryview.
var MemoryViewType Type

// MemoryView is a window on the memory of another object. Item i0, i1, ... is
// at buf[off + i0*strides[0] + i1*strides[1] + ...].
//
// Deviation: CPython refuses to resize a bytearray as long as any view of it
// exists. Without reference counts a forgotten view cannot be told from a used
// one, so only views inside their with statement forbid it; the others keep
// the old memory.
type MemoryView struct {
	Header
	obj            Value
	buf            []byte
	off            int
	format         string
	itemsize       int
	shape, strides []int
	readonly       bool
	released       bool
	entered        int // how often a with statement holds it
	busy           int // users of the memory that forbid a release
	hash           int64
}

// NewMemoryView is memoryview(v).
func NewMemoryView(t *Thread, v Value) (Value, error) {
	if v.solid(&MemoryViewType) {
		m := As[MemoryView](v)
		if err := m.check(); err != nil {
			return Value{}, err
		}
		return Wrap(m.clone()), nil
	}
	f := v.O.Type.Slots.Buffer
	if f == nil {
		return bufferFromPython(t, v)
	}
	b, writable, err := f(v)
	if err != nil {
		return Value{}, err
	}
	m := &MemoryView{Header: Header{&MemoryViewType}, obj: v, buf: b, format: "B", itemsize: 1, readonly: !writable}
	if ff := v.O.Type.Slots.BufferFormat; ff != nil {
		m.format, m.itemsize = ff(v)
	}
	m.shape, m.strides = []int{len(b) / m.itemsize}, []int{m.itemsize}
	return Wrap(m), nil
}

var (
	nameBuffer        = name("__buffer__")
	nameReleaseBuffer = name("__release_buffer__")
)

// bufferFromPython asks __buffer__ of a Python class.
func bufferFromPython(t *Thread, v Value) (Value, error) {
	f, err := LookupSpecial(t, v, nameBuffer)
	if err != nil {
		return Value{}, err
	}
	if f.O == nil {
		return Value{}, TypeErrorf("memoryview: a bytes-like object is required, not '%s'", v.O.Type.MsgName())
	}
	const fullRO = 0x11c
	r, err := CallArgs(t, f, Int(fullRO))
	if err != nil {
		return Value{}, err
	}
	if !r.solid(&MemoryViewType) {
		return Value{}, TypeErrorf("__buffer__ returned non-memoryview object")
	}
	return NewMemoryView(t, r)
}

// bufferMethod is v.__buffer__(flags) for a built-in type.
func bufferMethod(t *Thread, v Value, flags int) (Value, error) {
	r, err := NewMemoryView(t, v)
	if err != nil {
		return Value{}, err
	}
	m := As[MemoryView](r)
	if m.readonly && flags&1 != 0 {
		return Value{}, Errorf(&BufferErrorType, "Object is not writable.")
	}
	m.obj = v
	return r, nil
}

func (m *MemoryView) clone() *MemoryView {
	c := *m
	c.entered, c.busy, c.hash = 0, 0, 0
	return &c
}

func (m *MemoryView) check() error {
	if m.released {
		return ValueErrorf("operation forbidden on released memoryview object")
	}
	return nil
}

func (m *MemoryView) len() int {
	n := 1
	for _, d := range m.shape {
		n *= d
	}
	return n
}

// contiguous reports whether the items lie next to each other in C order.
func (m *MemoryView) contiguous() bool {
	size := m.itemsize
	for i := len(m.shape) - 1; i >= 0; i-- {
		if m.shape[i] == 0 {
			return true
		}
		if m.shape[i] > 1 && m.strides[i] != size {
			return false
		}
		size *= m.shape[i]
	}
	return true
}

func (m *MemoryView) fortran() bool {
	size := m.itemsize
	for i, d := range m.shape {
		if d == 0 {
			return true
		}
		if d > 1 && m.strides[i] != size {
			return false
		}
		size *= d
	}
	return true
}

// bytes returns the content in C order; shared tells that it is the memory
// itself and no copy.
func (m *MemoryView) bytes() (b []byte, shared bool) {
	n := m.len() * m.itemsize
	if m.contiguous() {
		return m.buf[m.off : m.off+n : m.off+n], true
	}
	out := make([]byte, 0, n)
	m.each(func(at int) { out = append(out, m.buf[at:at+m.itemsize]...) })
	return out, false
}

// each calls f with the offset of every item, in C order.
func (m *MemoryView) each(f func(at int)) { m.eachFrom(0, m.off, f) }

func (m *MemoryView) eachFrom(dim, at int, f func(at int)) {
	if dim == len(m.shape) {
		f(at)
		return
	}
	for range m.shape[dim] {
		m.eachFrom(dim+1, at, f)
		at += m.strides[dim]
	}
}

func memoryViewNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(args) > 1 {
		return Value{}, TypeErrorf("memoryview() takes at most 1 argument (%d given)", len(args))
	}
	if len(args) == 0 {
		return Value{}, TypeErrorf("memoryview() missing required argument 'object' (pos 1)")
	}
	if len(kw) == 1 && As[Str](kw[0]).s != "object" {
		return Value{}, TypeErrorf("memoryview() got an unexpected keyword argument '%s'", As[Str](kw[0]).s)
	}
	return NewMemoryView(t, args[0])
}

func (m *MemoryView) pin(delta int) {
	if m.obj.O != nil {
		if f := m.obj.O.Type.Slots.Pin; f != nil {
			f(m.obj, delta)
		}
	}
}

func (m *MemoryView) release() error {
	if m.released {
		return nil
	}
	if m.busy > 0 {
		s := "s"
		if m.busy == 1 {
			s = ""
		}
		return Errorf(&BufferErrorType, "memoryview has %d exported buffer%s", m.busy, s)
	}
	m.pin(-m.entered)
	m.released, m.obj, m.buf, m.entered = true, Value{}, nil, 0
	return nil
}

var memoryViewMethods = []Func{
	{"release", "($self, /)", "Release the underlying buffer exposed by the memoryview object.", func(t *Thread, a []Value) (Value, error) {
		return None, As[MemoryView](a[0]).release()
	}},
	{"tobytes", "($self, /, order='C')", "Return the data in the buffer as a byte string.", memoryTobytes},
	{"hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", "Return the data in the buffer as a str of hexadecimal numbers.", memoryHex},
	{"tolist", "($self, /)", "Return the data in the buffer as a list of elements.", func(t *Thread, a []Value) (Value, error) {
		m := As[MemoryView](a[0])
		if err := m.check(); err != nil {
			return Value{}, err
		}
		return m.tolist(0, m.off)
	}},
	{"cast", "($self, /, format, shape=<unrepresentable>)", "Cast a memoryview to a new format or shape.", memoryCast},
	{"toreadonly", "($self, /)", "Return a readonly version of the memoryview.", func(t *Thread, a []Value) (Value, error) {
		m := As[MemoryView](a[0])
		if err := m.check(); err != nil {
			return Value{}, err
		}
		c := m.clone()
		c.readonly = true
		return Wrap(c), nil
	}},
	{"count", "($self, value, /)", "Count the number of occurrences of a value.", memoryCount},
	{"index", "($self, value, start=0, stop=sys.maxsize, /)", "Return the index of the first occurrence of a value.", memoryIndex},
	{"__enter__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		m := As[MemoryView](a[0])
		if err := m.check(); err != nil {
			return Value{}, err
		}
		m.entered++
		m.pin(1)
		return a[0], nil
	}},
	{"__exit__", "($self, /, *exc_info)", "Release the underlying buffer exposed by the memoryview object.", func(t *Thread, a []Value) (Value, error) {
		return None, As[MemoryView](a[0]).release()
	}},
}

func memoryTobytes(t *Thread, a []Value) (Value, error) {
	m := As[MemoryView](a[0])
	if err := m.check(); err != nil {
		return Value{}, err
	}
	order := "C"
	if a[1].O != nil && !a[1].IsNone() {
		s, err := strArg("tobytes", 0, a[1])
		if err != nil {
			return Value{}, TypeErrorf("tobytes() argument 'order' must be str or None, not %s", argTypeName(a[1]))
		}
		order = s.s
	}
	if order != "C" && order != "F" && order != "A" {
		return Value{}, ValueErrorf("order must be 'C', 'F' or 'A'")
	}
	if err := t.Charge(m.len() * m.itemsize); err != nil {
		return Value{}, err
	}
	if order == "F" || order == "A" && m.fortran() && !m.contiguous() {
		return NewBytes(m.columnMajor()), nil
	}
	b, shared := m.bytes()
	if shared {
		b = append([]byte(nil), b...)
	}
	return NewBytes(b), nil
}

// columnMajor returns the content in Fortran order.
func (m *MemoryView) columnMajor() []byte {
	c := *m
	n := len(m.shape)
	c.shape, c.strides = make([]int, n), make([]int, n)
	for i := range n {
		c.shape[i], c.strides[i] = m.shape[n-1-i], m.strides[n-1-i]
	}
	b, _ := c.bytes()
	return append([]byte(nil), b...)
}

func memoryHex(t *Thread, a []Value) (Value, error) {
	m := As[MemoryView](a[0])
	if err := m.check(); err != nil {
		return Value{}, err
	}
	return bytesHex(t, a)
}

func (m *MemoryView) tolist(dim, at int) (Value, error) {
	if dim == len(m.shape) {
		return m.item(at)
	}
	out := make([]Value, m.shape[dim])
	for i := range out {
		v, err := m.tolist(dim+1, at)
		if err != nil {
			return Value{}, err
		}
		out[i] = v
		at += m.strides[dim]
	}
	return NewListOwned(out), nil
}

// nativeFormat checks a format string of cast and returns its code.
func nativeFormat(s string) (byte, int) {
	s = strings.TrimPrefix(s, "@")
	if len(s) != 1 {
		return 0, 0
	}
	switch s[0] {
	case 'c', 'b', 'B', '?':
		return s[0], 1
	case 'h', 'H', 'e':
		return s[0], 2
	case 'i', 'I', 'f':
		return s[0], 4
	case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P':
		return s[0], 8
	case 'F':
		return s[0], 8
	case 'D':
		return s[0], 16
	}
	return 0, 0
}

func isByteFormat(s string) bool {
	c, _ := nativeFormat(s)
	return c == 'b' || c == 'B' || c == 'c'
}

func memoryCast(t *Thread, a []Value) (Value, error) {
	m := As[MemoryView](a[0])
	if err := m.check(); err != nil {
		return Value{}, err
	}
	f, ok := AsStr(a[1])
	if !ok {
		return Value{}, TypeErrorf("cast() argument 'format' must be str, not %s", argTypeName(a[1]))
	}
	if !m.contiguous() {
		return Value{}, TypeErrorf("memoryview: casts are restricted to C-contiguous views")
	}
	if a[2].O != nil || len(m.shape) != 1 {
		for _, d := range m.shape {
			if d == 0 {
				return Value{}, TypeErrorf("memoryview: cannot cast view with zeros in shape or strides")
			}
		}
	}
	var dims []Value
	if a[2].O != nil {
		if !a[2].solid(&ListType) && !a[2].solid(&TupleType) {
			return Value{}, TypeErrorf("shape must be a list or a tuple")
		}
		dims, _ = Items(t, a[2])
		if len(dims) > 64 {
			return Value{}, ValueErrorf("memoryview: number of dimensions must not exceed 64")
		}
		if len(m.shape) != 1 && len(dims) != 1 {
			return Value{}, TypeErrorf("memoryview: cast must be 1D -> ND or ND -> 1D")
		}
	}
	code, size := nativeFormat(f.s)
	if code == 0 {
		return Value{}, ValueErrorf("memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	if c, _ := nativeFormat(m.format); c == 0 {
		return Value{}, ValueErrorf("memoryview: source format must be a native single character format prefixed with an optional '@'")
	}
	if !isByteFormat(f.s) && !isByteFormat(m.format) {
		return Value{}, TypeErrorf("memoryview: cannot cast between two non-byte formats")
	}
	n := m.len() * m.itemsize
	if n%size != 0 {
		return Value{}, TypeErrorf("memoryview: length is not a multiple of itemsize")
	}
	c := m.clone()
	c.format, c.itemsize = f.s, size
	c.shape, c.strides = []int{n / size}, []int{size}
	if a[2].O != nil {
		if err := c.reshape(dims, n); err != nil {
			return Value{}, err
		}
	}
	return Wrap(c), nil
}

func (m *MemoryView) reshape(dims []Value, n int) error {
	shape, total := make([]int, len(dims)), m.itemsize
	for i, v := range dims {
		if !IsIntLike(v) {
			return TypeErrorf("memoryview.cast(): elements of shape must be integers")
		}
		d, ok := AsInt64(v)
		if !ok || d <= 0 {
			return ValueErrorf("memoryview.cast(): elements of shape must be integers > 0")
		}
		if int(d) > maxInt/max(total, 1) {
			return ValueErrorf("memoryview.cast(): product(shape) > SSIZE_MAX")
		}
		shape[i] = int(d)
		total *= int(d)
	}
	if total != n {
		return TypeErrorf("memoryview: product(shape) * itemsize != buffer size")
	}
	m.shape, m.strides = shape, make([]int, len(shape))
	size := m.itemsize
	for i := len(shape) - 1; i >= 0; i-- {
		m.strides[i] = size
		size *= shape[i]
	}
	return nil
}

func memoryViewBuffer(v Value) ([]byte, bool, error) {
	m := As[MemoryView](v)
	if err := m.check(); err != nil {
		return nil, false, err
	}
	b, shared := m.bytes()
	return b, shared && !m.readonly, nil
}

func memoryViewHash(t *Thread, v Value) (int64, error) {
	m := As[MemoryView](v)
	if m.hash == 0 {
		if err := m.check(); err != nil {
			return 0, err
		}
		if !m.readonly {
			return 0, ValueErrorf("cannot hash writable memoryview object")
		}
		if !isByteFormat(m.format) {
			return 0, ValueErrorf("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
		}
		m.busy++
		_, err := Hash(t, m.obj)
		m.busy--
		if err != nil {
			return 0, err
		}
		b, _ := m.bytes()
		m.hash = hashKey.Bytes(b)
	}
	return m.hash, nil
}

func intTuple(n []int) Value {
	out := make([]Value, len(n))
	for i, x := range n {
		out[i] = IntOf(x)
	}
	return NewTuple(out...)
}

func memoryGetter(f func(m *MemoryView) Value) func(t *Thread, v Value) (Value, error) {
	return func(t *Thread, v Value) (Value, error) {
		m := As[MemoryView](v)
		if err := m.check(); err != nil {
			return Value{}, err
		}
		return f(m), nil
	}
}

var memoryViewGetSets = []GetSet{
	{"obj", "The underlying object of the memoryview.", memoryGetter(func(m *MemoryView) Value { return m.obj }), nil},
	{"nbytes", "The amount of space in bytes that the array would use in a contiguous representation.", memoryGetter(func(m *MemoryView) Value { return IntOf(m.len() * m.itemsize) }), nil},
	{"readonly", "A bool indicating whether the memory is read only.", memoryGetter(func(m *MemoryView) Value { return Bool(m.readonly) }), nil},
	{"itemsize", "The size in bytes of each element of the memoryview.", memoryGetter(func(m *MemoryView) Value { return IntOf(m.itemsize) }), nil},
	{"format", "A string containing the format for each element in the view.", memoryGetter(func(m *MemoryView) Value { return NewStr(m.format) }), nil},
	{"ndim", "The number of dimensions of the memory.", memoryGetter(func(m *MemoryView) Value { return IntOf(len(m.shape)) }), nil},
	{"shape", "The length of each dimension.", memoryGetter(func(m *MemoryView) Value { return intTuple(m.shape) }), nil},
	{"strides", "The size in bytes to access each element of each dimension.", memoryGetter(func(m *MemoryView) Value { return intTuple(m.strides) }), nil},
	{"suboffsets", "Used internally for PIL-style arrays.", memoryGetter(func(m *MemoryView) Value { return NewTuple() }), nil},
	{"c_contiguous", "A bool indicating whether the memory is C contiguous.", memoryGetter(func(m *MemoryView) Value { return Bool(m.contiguous()) }), nil},
	{"f_contiguous", "A bool indicating whether the memory is Fortran contiguous.", memoryGetter(func(m *MemoryView) Value { return Bool(m.fortran()) }), nil},
	{"contiguous", "A bool indicating whether the memory is contiguous.", memoryGetter(func(m *MemoryView) Value { return Bool(m.contiguous() || m.fortran()) }), nil},
}

func init() {
	MemoryViewType.Define(TypeSpec{
		Name: "memoryview", Sig: "(object)", Flags: FlagSequence | FlagWeakref, Size: unsafe.Sizeof(MemoryView{}),
		Doc:     "Create a new memoryview object which references the given object.",
		Slots:   memoryViewSlots,
		Methods: memoryViewMethods, GetSets: memoryViewGetSets, ClassMethods: []Func{classGetItemRow},
	})
	memoryIterType.Define(TypeSpec{Name: "memory_iterator", Flags: FlagNoNew, Slots: Slots{Iter: SelfIter, Next: memoryIterNext, Traverse: func(v Value, visit func(Value)) {
		if m := As[memoryIter](v).m; m != nil {
			visit(Wrap(m))
		}
	}}})
}
