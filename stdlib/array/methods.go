package array

import (
	"math"
	"slices"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

var methods = []object.Func{
	{Name: "append", Sig: "($self, v, /)", Doc: "Append new value v to the end of the array.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, as(a[0]).append(t, a[1])
	}},
	{Name: "buffer_info", Sig: "($self, /)", Doc: "Return the address of the memory and the number of items.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewTuple(object.Int(t.Interp.ID(a[0])), object.IntOf(as(a[0]).len())), nil
	}},
	{Name: "byteswap", Sig: "($self, /)", Doc: "Reverse the bytes of every item.", Fn: func(t *thread, a []value) (value, error) {
		x := as(a[0])
		for i := 0; i < len(x.b); i += x.kind.size {
			slices.Reverse(x.b[i : i+x.kind.size])
		}
		return object.None, nil
	}},
	{Name: "clear", Sig: "($self, /)", Doc: "Remove all items from the array.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, as(a[0]).splice(t, 0, as(a[0]).len(), nil)
	}},
	{Name: "count", Sig: "($self, v, /)", Doc: "Return number of occurrences of v in the array.", Fn: count},
	{Name: "extend", Sig: "($self, bb, /)", Doc: "Append the items of an array or an iterable.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, as(a[0]).extend(t, a[1])
	}},
	{Name: "frombytes", Sig: "($self, buffer, /)", Doc: "Append items from bytes.", Fn: func(t *thread, a []value) (value, error) {
		b, err := object.GetBuffer(a[1])
		if err != nil {
			return value{}, err
		}
		return object.None, as(a[0]).frombytes(t, b)
	}},
	{Name: "fromfile", Sig: "($self, f, n, /)", Doc: "Read n items from a binary file and append them.", Fn: fromfile},
	{Name: "fromlist", Sig: "($self, list, /)", Doc: "Append the items of a list.", Fn: fromlist},
	{Name: "fromunicode", Sig: "($self, ustr, /)", Doc: "Append the characters of a str.", Fn: func(t *thread, a []value) (value, error) {
		s, ok := object.AsStr(a[1])
		if !ok {
			return value{}, object.TypeErrorf("fromunicode() argument must be str, not %s", a[1].O.Type.MsgName())
		}
		if !as(a[0]).kind.text() {
			return value{}, object.ValueErrorf("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
		}
		return object.None, as(a[0]).fromText(t, s.String())
	}},
	{Name: "index", Sig: "($self, v, start=0, stop=sys.maxsize, /)", Doc: "Return index of first occurrence of v in the array.", Fn: index},
	{Name: "insert", Sig: "($self, i, v, /)", Doc: "Insert a new item v into the array before position i.", Fn: insert},
	{Name: "pop", Sig: "($self, i=-1, /)", Doc: "Return the i-th element and delete it from the array.", Fn: pop},
	{Name: "remove", Sig: "($self, v, /)", Doc: "Remove the first occurrence of v in the array.", Fn: func(t *thread, a []value) (value, error) {
		x := as(a[0])
		i, err := x.find(t, a[1], 0, math.MaxInt)
		if err == nil && i < 0 {
			err = object.ValueErrorf("array.remove(x): x not in array")
		}
		if err != nil {
			return value{}, err
		}
		return object.None, x.splice(t, i, min(i+1, x.len()), nil)
	}},
	{Name: "reverse", Sig: "($self, /)", Doc: "Reverse the order of the items in the array.", Fn: func(t *thread, a []value) (value, error) {
		x := as(a[0])
		size := x.kind.size
		for i := 0; i < len(x.b); i += size {
			slices.Reverse(x.b[i : i+size])
		}
		slices.Reverse(x.b)
		return object.None, nil
	}},
	{Name: "tobytes", Sig: "($self, /)", Doc: "Return the items as bytes.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewBytes(slices.Clone(as(a[0]).b)), nil
	}},
	{Name: "tofile", Sig: "($self, f, /)", Doc: "Write all items to a binary file.", Fn: tofile},
	{Name: "tolist", Sig: "($self, /)", Doc: "Return a list of the items.", Fn: func(t *thread, a []value) (value, error) { return as(a[0]).list() }},
	{Name: "tounicode", Sig: "($self, /)", Doc: "Return the characters as a str.", Fn: func(t *thread, a []value) (value, error) {
		if !as(a[0]).kind.text() {
			return value{}, object.ValueErrorf("tounicode() may only be called on unicode type arrays ('u' or 'w')")
		}
		return as(a[0]).text()
	}},
	{Name: "__copy__", Sig: "($self, /)", Doc: "Return a copy of the array.", Fn: clone},
	{Name: "__deepcopy__", Sig: "($self, unused, /)", Doc: "Return a copy of the array.", Fn: clone},
	{Name: "__sizeof__", Sig: "($self, /)", Doc: "Size of the array in memory, in bytes.", Fn: func(t *thread, a []value) (value, error) {
		return object.IntOf(64 + len(as(a[0]).b)), nil
	}},
	{Name: "__reduce_ex__", Sig: "($self, value, /)", Doc: "Return state information for pickling.", Fn: reduce},
}

func clone(t *thread, a []value) (value, error) { return as(a[0]).make(slices.Clone(as(a[0]).b)), nil }

func count(t *thread, a []value) (value, error) {
	n, at := 0, 0
	for {
		i, err := as(a[0]).find(t, a[1], at, math.MaxInt)
		if err != nil {
			return value{}, err
		}
		if i < 0 {
			return object.IntOf(n), nil
		}
		n, at = n+1, i+1
	}
}

func index(t *thread, a []value) (value, error) {
	x := as(a[0])
	bound := func(v value, def int) (int, error) {
		if v.O == nil {
			return def, nil
		}
		i, err := object.IndexInt(t, v, nil)
		if i < 0 {
			i = max(i+x.len(), 0)
		}
		return i, err
	}
	from, err := bound(a[2], 0)
	if err != nil {
		return value{}, err
	}
	to, err := bound(a[3], math.MaxInt)
	if err != nil {
		return value{}, err
	}
	i, err := x.find(t, a[1], from, to)
	if err == nil && i < 0 {
		err = object.ValueErrorf("array.index(x): x not in array")
	}
	return object.IntOf(i), err
}

func insert(t *thread, a []value) (value, error) {
	x := as(a[0])
	i, err := object.SsizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	var buf [8]byte
	b := buf[:x.kind.size]
	if err := x.kind.put(t, b, a[2]); err != nil {
		return value{}, err
	}
	if i < 0 {
		i = max(i+x.len(), 0)
	}
	i = min(i, x.len())
	return object.None, x.splice(t, i, i, b)
}

func pop(t *thread, a []value) (value, error) {
	x := as(a[0])
	i := -1
	if a[1].O != nil {
		var err error
		if i, err = object.SsizeArg(t, a[1]); err != nil {
			return value{}, err
		}
	}
	if x.len() == 0 {
		return value{}, object.IndexErrorf("pop from empty array")
	}
	if i < 0 {
		i += x.len()
	}
	if i < 0 || i >= x.len() {
		return value{}, object.IndexErrorf("pop index out of range")
	}
	v, err := x.at(i)
	if err != nil {
		return value{}, err
	}
	return v, x.splice(t, i, i+1, nil)
}

func fromfile(t *thread, a []value) (value, error) {
	x := as(a[0])
	n, err := object.SsizeArg(t, a[2])
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return value{}, object.ValueErrorf("negative count")
	}
	if n > math.MaxInt/x.kind.size {
		return value{}, object.MemoryError()
	}
	r, err := object.CallMethod(t, a[1], "read", object.IntOf(n*x.kind.size))
	if err != nil {
		return value{}, err
	}
	if r.O.Type.Solid != &object.BytesType {
		return value{}, object.TypeErrorf("read() didn't return bytes")
	}
	b, _ := object.BytesOf(r)
	if err := x.frombytes(t, b); err != nil {
		return value{}, err
	}
	if len(b) != n*x.kind.size {
		return value{}, object.Errorf(&object.EOFErrorType, "read() didn't return enough bytes")
	}
	return object.None, nil
}

func tofile(t *thread, a []value) (value, error) {
	x := as(a[0])
	const block = 64 * 1024
	for i := 0; i < len(x.b); i += block {
		if _, err := object.CallMethod(t, a[1], "write", object.NewBytes(slices.Clone(x.b[i:min(i+block, len(x.b))]))); err != nil {
			return value{}, err
		}
	}
	return object.None, nil
}

func fromlist(t *thread, a []value) (value, error) {
	x := as(a[0])
	if a[1].O.Type.Solid != &object.ListType {
		return value{}, object.TypeErrorf("arg must be list")
	}
	list := object.As[object.List](a[1])
	n := list.Len()
	tmp := &array{kind: x.kind}
	for i := range n {
		if err := tmp.append(t, list.At(i)); err != nil {
			return value{}, err
		}
		if list.Len() != n {
			return value{}, object.RuntimeErrorf("list changed size during iteration")
		}
	}
	return object.None, x.splice(t, x.len(), x.len(), tmp.b)
}

func reduce(t *thread, a []value) (value, error) {
	x := as(a[0])
	protocol, err := object.SsizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	state, err := object.GetAttrOpt(t, a[0], t.Intern("__dict__"))
	if err != nil {
		return value{}, err
	}
	if state.O == nil {
		state = object.None
	}
	code := object.NewStr(string(rune(x.kind.code)))
	cls := object.Wrap(a[0].O.Type)
	if protocol < 3 {
		list, err := x.list()
		if err != nil {
			return value{}, err
		}
		return object.NewTuple(cls, object.NewTuple(code, list), state), nil
	}
	m, err := object.ImportModule(t, "array")
	if err != nil {
		return value{}, err
	}
	f, err := object.GetAttrStr(t, m, "_array_reconstructor")
	if err != nil {
		return value{}, err
	}
	return object.NewTuple(f, object.NewTuple(cls, code, object.IntOf(x.kind.mformat), object.NewBytes(slices.Clone(x.b))), state), nil
}

// iter is an iterator over an array.
type iter struct {
	object.Header
	v value
	i int
}

var iterType object.Type

func newIter(v value) value {
	return object.Wrap(&iter{Header: object.Header{Type: &iterType}, v: v})
}

func init() {
	iterType.Define(object.TypeSpec{Name: "arrayiterator", Module: "array", Flags: object.FlagNoNew, Size: unsafe.Sizeof(iter{}),
		Slots: object.Slots{Iter: object.SelfIter, Next: func(t *thread, v value) (value, error) {
			it := object.As[iter](v)
			if it.v.O == nil {
				return value{}, nil
			}
			if it.i < as(it.v).len() {
				it.i++
				return as(it.v).at(it.i - 1)
			}
			it.v = value{}
			return value{}, nil
		}, Traverse: func(v value, visit func(value)) {
			if x := object.As[iter](v).v; x.O != nil {
				visit(x)
			}
		}},
		Methods: []object.Func{
			{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling.", Fn: func(t *thread, a []value) (value, error) {
				it := object.As[iter](a[0])
				f, _ := t.Interp.Builtins.GetStr(t.Intern("iter"))
				if it.v.O == nil {
					return object.NewTuple(f, object.NewTuple(object.NewList())), nil
				}
				return object.NewTuple(f, object.NewTuple(it.v), object.IntOf(it.i)), nil
			}},
			{Name: "__setstate__", Sig: "($self, state, /)", Doc: "Set state information for unpickling.", Fn: func(t *thread, a []value) (value, error) {
				it := object.As[iter](a[0])
				n, err := object.SsizeArg(t, a[1])
				if err == nil && it.v.O != nil {
					it.i = min(max(n, 0), as(it.v).len())
				}
				return object.None, err
			}},
		}})
}
