// Package array implements the array module (library reference, "array").
package array

import (
	"unsafe"

	"github.com/gopy-lang/gopy/internal/wtf8"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Type is array.array.
var Type object.Type

// array is an array: items of one kind, next to each other.
type array struct {
	object.Header
	kind    *kind
	b       []byte
	exports int // views that are in use
}

func as(v value) *array { return object.As[array](v) }

func is(v value) bool { return v.O.Type.Solid == &Type }

func (a *array) len() int { return len(a.b) / a.kind.size }

// at returns item i.
func (a *array) at(i int) (value, error) { return a.kind.get(a.b[i*a.kind.size:]) }

// put stores item i. Converting v may run Python code that changes the array.
func (a *array) put(t *thread, i int, v value) error {
	var buf [8]byte
	b := buf[:a.kind.size]
	if err := a.kind.put(t, b, v); err != nil {
		return err
	}
	if i >= a.len() {
		return object.IndexErrorf("array assignment index out of range")
	}
	copy(a.b[i*a.kind.size:], b)
	return nil
}

func (a *array) make(b []byte) value {
	return object.Wrap(&array{Header: object.Header{Type: &Type}, kind: a.kind, b: b})
}

// resizable is the error of changing the size while a view is in use.
func (a *array) resizable() error {
	if a.exports > 0 {
		return object.Errorf(&object.BufferErrorType, "cannot resize an array that is exporting buffers")
	}
	return nil
}

// splice replaces items i to j by those in x.
func (a *array) splice(t *thread, i, j int, x []byte) error {
	i, j = i*a.kind.size, j*a.kind.size
	if len(x) == j-i {
		copy(a.b[i:j], x)
		return nil
	}
	if err := a.resizable(); err != nil {
		return err
	}
	if i == len(a.b) {
		if cap(a.b)-len(a.b) < len(x) {
			if err := t.Charge(len(a.b)/8 + len(x)); err != nil {
				return err
			}
		}
		a.b = append(a.b, x...)
		return nil
	}
	if err := t.Charge(len(a.b) + len(x)); err != nil {
		return err
	}
	out := make([]byte, 0, len(a.b)-(j-i)+len(x))
	a.b = append(append(append(out, a.b[:i]...), x...), a.b[j:]...)
	return nil
}

func (a *array) append(t *thread, v value) error {
	var buf [8]byte
	b := buf[:a.kind.size]
	if err := a.kind.put(t, b, v); err != nil {
		return err
	}
	return a.splice(t, a.len(), a.len(), b)
}

// extend appends the items of an array or an iterable.
func (a *array) extend(t *thread, v value) error {
	if is(v) {
		o := as(v)
		if o.kind != a.kind {
			return object.TypeErrorf("can only extend with array of same kind")
		}
		return a.splice(t, a.len(), a.len(), o.b)
	}
	return object.Iterate(t, v, func(x value) error { return a.append(t, x) })
}

func (a *array) frombytes(t *thread, b []byte) error {
	if len(b)%a.kind.size != 0 {
		return object.ValueErrorf("bytes length not a multiple of item size")
	}
	return a.splice(t, a.len(), a.len(), b)
}

func (a *array) fromText(t *thread, s string) error {
	b := make([]byte, 0, 4*len(s))
	for len(s) > 0 {
		r, n := wtf8.Decode(s)
		b = append(b, byte(r), byte(r>>8), byte(r>>16), 0)
		s = s[n:]
	}
	return a.splice(t, a.len(), a.len(), b)
}

// text returns the content of an array of characters.
func (a *array) text() (value, error) {
	out := make([]byte, 0, len(a.b)/4)
	for i := range a.len() {
		v, err := a.at(i)
		if err != nil {
			return value{}, err
		}
		out = append(out, object.As[object.Str](v).String()...)
	}
	return object.NewStr(string(out)), nil
}

func (a *array) list() (value, error) {
	items := make([]value, a.len())
	for i := range items {
		v, err := a.at(i)
		if err != nil {
			return value{}, err
		}
		items[i] = v
	}
	return object.NewList(items...), nil
}

// arrayNew is array(typecode, initializer).
func arrayNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(kw) > 0 && tp == &Type {
		return value{}, object.TypeErrorf("array.array() takes no keyword arguments")
	}
	args = args[:len(args)-len(kw)]
	if len(args) == 0 {
		return value{}, object.TypeErrorf("array() takes at least 1 argument (0 given)")
	}
	if len(args) > 2 {
		return value{}, object.TypeErrorf("array() takes at most 2 arguments (%d given)", len(args))
	}
	s, ok := object.AsStr(args[0])
	if !ok {
		return value{}, object.TypeErrorf("array() argument 1 must be a unicode character, not %s", args[0].O.Type.MsgName())
	}
	if s.CharLen() != 1 {
		return value{}, object.TypeErrorf("array() argument 1 must be a unicode character, not a string of length %d", s.CharLen())
	}
	r, _ := wtf8.Decode(s.String())
	if r == 'u' {
		if err := object.Warn(t, &object.DeprecationWarningType, "The 'u' type code is deprecated and will be removed in Python 3.16"); err != nil {
			return value{}, err
		}
	}
	k := kindOf(r)
	if len(args) == 2 && (k == nil || !k.text()) {
		if err := notText(args[1], r); err != nil {
			return value{}, err
		}
	}
	if k == nil {
		return value{}, object.ValueErrorf("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
	}
	a := object.Alloc[array](tp, &Type)
	a.kind = k
	if len(args) == 2 {
		if err := a.fill(t, args[1]); err != nil {
			return value{}, err
		}
	}
	return object.Wrap(a), nil
}

// notText refuses text as the content of an array of numbers.
func notText(v value, code rune) error {
	if _, ok := object.AsStr(v); ok {
		return object.TypeErrorf("cannot use a str to initialize an array with typecode '%c'", code)
	}
	if is(v) && as(v).kind.text() {
		return object.TypeErrorf("cannot use a unicode array to initialize an array with typecode '%c'", code)
	}
	return nil
}

func (a *array) fill(t *thread, v value) error {
	if s, ok := object.AsStr(v); ok {
		return a.fromText(t, s.String())
	}
	switch {
	case v.O.Type.Solid == &object.BytesType || v.O.Type.Solid == &object.ByteArrayType:
		b, _ := object.BytesOf(v)
		return a.frombytes(t, b)
	case is(v) && (as(v).kind == a.kind || as(v).kind.text() && a.kind.text()):
		return a.splice(t, 0, 0, as(v).b)
	}
	return object.Iterate(t, v, func(x value) error { return a.append(t, x) })
}

func arrayRepr(t *thread, v value) (value, error) {
	a := as(v)
	name := v.O.Type.Name
	if len(a.b) == 0 {
		return object.NewStrf("%s('%c')", name, a.kind.code), nil
	}
	var x value
	var err error
	if a.kind.text() {
		x, err = a.text()
	} else {
		x, err = a.list()
	}
	if err != nil {
		return value{}, err
	}
	r, err := object.Repr(t, x)
	return object.NewStrf("%s('%c', %s)", name, a.kind.code, r), err
}

func arrayCompare(t *thread, x, y value, op object.CmpOp) (value, error) {
	if !is(x) || !is(y) {
		return object.NotImplemented, nil
	}
	a, b := as(x), as(y)
	if a.len() != b.len() && (op == object.CmpEQ || op == object.CmpNE) {
		return object.Bool(op == object.CmpNE), nil
	}
	for i := 0; i < a.len() && i < b.len(); i++ {
		u, err := a.at(i)
		if err != nil {
			return value{}, err
		}
		v, err := b.at(i)
		if err != nil {
			return value{}, err
		}
		eq, err := object.RichCompare(t, u, v, object.CmpEQ)
		if err != nil {
			return value{}, err
		}
		if eq == object.True {
			continue
		}
		if op == object.CmpEQ || op == object.CmpNE {
			return object.Bool(op == object.CmpNE), nil
		}
		return object.RichCompare(t, u, v, op)
	}
	r, err := object.Compare(t, object.IntOf(a.len()), object.IntOf(b.len()), op)
	return object.Bool(r), err
}

func (a *array) index(t *thread, k value, what string) (int, error) {
	i, err := object.IndexInt(t, k, &object.IndexErrorType)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += a.len()
	}
	if i < 0 || i >= a.len() {
		return 0, object.IndexErrorf("%s", what)
	}
	return i, nil
}

func isIndex(v value) bool { return object.IsIntLike(v) || v.O.Type.Slots.Index != nil }

func arrayGetItem(t *thread, v, k value) (value, error) {
	a := as(v)
	if k.O.Type == &object.SliceType {
		start, step, n, err := object.As[object.Slice](k).Indices(t, a.len())
		if err != nil {
			return value{}, err
		}
		if err := t.Charge(n * a.kind.size); err != nil {
			return value{}, err
		}
		return a.make(a.pick(start, step, n)), nil
	}
	if !isIndex(k) {
		return value{}, object.TypeErrorf("array indices must be integers")
	}
	i, err := a.index(t, k, "array index out of range")
	if err != nil {
		return value{}, err
	}
	return a.at(i)
}

// pick copies n items from start on, step apart.
func (a *array) pick(start, step, n int) []byte {
	size := a.kind.size
	out := make([]byte, 0, n*size)
	if step == 1 {
		return append(out, a.b[start*size:(start+n)*size]...)
	}
	for i := range n {
		at := (start + i*step) * size
		out = append(out, a.b[at:at+size]...)
	}
	return out
}

func arraySetItem(t *thread, v, k, val value) error {
	a := as(v)
	if k.O.Type == &object.SliceType {
		return a.setSlice(t, object.As[object.Slice](k), val)
	}
	if !isIndex(k) {
		return object.TypeErrorf("array indices must be integers")
	}
	i, err := a.index(t, k, "array assignment index out of range")
	if err != nil {
		return err
	}
	if val.O == nil {
		return a.splice(t, i, i+1, nil)
	}
	return a.put(t, i, val)
}

func (a *array) setSlice(t *thread, s *object.Slice, val value) error {
	var x []byte
	if val.O != nil {
		if !is(val) {
			return object.TypeErrorf("can only assign array (not \"%s\") to array slice", val.O.Type.MsgName())
		}
		if as(val).kind != a.kind {
			return object.TypeErrorf("bad argument type for built-in operation")
		}
		x = as(val).b
		if as(val) == a {
			x = append([]byte(nil), x...)
		}
	}
	start, step, n, err := s.Indices(t, a.len())
	if err != nil {
		return err
	}
	if step == 1 {
		return a.splice(t, start, start+n, x)
	}
	size := a.kind.size
	if val.O != nil {
		if len(x)/size != n {
			return object.ValueErrorf("attempt to assign array of size %d to extended slice of size %d", len(x)/size, n)
		}
		for i := range n {
			copy(a.b[(start+i*step)*size:], x[i*size:(i+1)*size])
		}
		return nil
	}
	if n == 0 {
		return nil
	}
	if err := a.resizable(); err != nil {
		return err
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	out := make([]byte, 0, len(a.b)-n*size)
	for i := range a.len() {
		if i < start || (i-start)%step != 0 || (i-start)/step >= n {
			out = append(out, a.b[i*size:(i+1)*size]...)
		}
	}
	a.b = out
	return nil
}

func arrayContains(t *thread, v, x value) (bool, error) {
	i, err := as(v).find(t, x, 0, as(v).len())
	return i >= 0, err
}

// find returns the index of the first item equal to x, or -1.
func (a *array) find(t *thread, x value, from, to int) (int, error) {
	for i := from; i < to && i < a.len(); i++ {
		y, err := a.at(i)
		if err != nil {
			return -1, err
		}
		same, err := object.Equal(t, y, x)
		if err != nil {
			return -1, err
		}
		if same {
			return i, nil
		}
	}
	return -1, nil
}

func arrayConcat(t *thread, x, y value) (value, error) {
	a := as(x)
	if !is(y) {
		return value{}, object.TypeErrorf("can only append array (not \"%s\") to array", y.O.Type.MsgName())
	}
	if as(y).kind != a.kind {
		return value{}, object.TypeErrorf("bad argument type for built-in operation")
	}
	if err := t.Charge(len(a.b) + len(as(y).b)); err != nil {
		return value{}, err
	}
	return a.make(append(append(make([]byte, 0, len(a.b)+len(as(y).b)), a.b...), as(y).b...)), nil
}

func arrayInplaceConcat(t *thread, x, y value) (value, error) {
	if !is(y) {
		return value{}, object.TypeErrorf("can only extend array with array (not \"%s\")", y.O.Type.MsgName())
	}
	return x, as(x).extend(t, y)
}

// repeated returns the content n times.
func (a *array) repeated(t *thread, n int) ([]byte, error) {
	n = max(n, 0)
	if len(a.b) > 0 && n > (1<<62)/len(a.b) {
		return nil, object.MemoryError()
	}
	if err := t.Charge(len(a.b) * n); err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(a.b)*n)
	for range n {
		out = append(out, a.b...)
	}
	return out, nil
}

func arrayRepeat(t *thread, v value, n int) (value, error) {
	b, err := as(v).repeated(t, n)
	if err != nil {
		return value{}, err
	}
	return as(v).make(b), nil
}

func arrayInplaceRepeat(t *thread, v value, n int) (value, error) {
	a := as(v)
	if n == 1 || len(a.b) == 0 {
		return v, nil
	}
	if err := a.resizable(); err != nil {
		return value{}, err
	}
	b, err := a.repeated(t, n)
	if err == nil {
		a.b = b
	}
	return v, err
}

func init() {
	Type.Define(object.TypeSpec{
		Name: "array", Module: "array", Flags: object.FlagBase | object.FlagWeakref | object.FlagSequence, Size: unsafe.Sizeof(array{}),
		Doc: "Return a sequence of basic values of one type, which a type code names:\nb B h H i I l L q Q integers, f d floats, u w characters.",
		Slots: object.Slots{
			New: arrayNew, Repr: arrayRepr, RichCmp: arrayCompare, GetItem: arrayGetItem, SetItem: arraySetItem, Contains: arrayContains,
			Len:    func(t *thread, v value) (int, error) { return as(v).len(), nil },
			Iter:   func(t *thread, v value) (value, error) { return newIter(v), nil },
			Concat: arrayConcat, InplaceConcat: arrayInplaceConcat, Repeat: arrayRepeat, InplaceRepeat: arrayInplaceRepeat,
			Buffer:       func(v value) ([]byte, bool, error) { return as(v).b, true, nil },
			BufferFormat: func(v value) (string, int) { return as(v).kind.format, as(v).kind.size },
			Pin:          func(v value, delta int) { as(v).exports += delta },
		},
		Methods: methods,
		ClassMethods: []object.Func{{Name: "__class_getitem__", Sig: "($type, object, /)", Doc: "Arrays are generic over the type of their elements.",
			Fn: func(t *thread, a []value) (value, error) { return object.NewGenericAlias(a[0], a[1]), nil }}},
		GetSets: []object.GetSet{
			{Name: "typecode", Doc: "the typecode character used to create the array", Get: func(t *thread, v value) (value, error) {
				return object.NewStr(string(rune(as(v).kind.code))), nil
			}},
			{Name: "itemsize", Doc: "the size, in bytes, of one array item", Get: func(t *thread, v value) (value, error) {
				return object.IntOf(as(v).kind.size), nil
			}},
		},
	})
}
