package marshal

import (
	"encoding/binary"
	"errors"
	"math"
	"math/big"
	"strconv"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/object"
)

// reader reads the binary form of a value from bytes or from a file.
type reader struct {
	t    *thread
	b    []byte
	file value
	code bool
	refs []value
}

func eof(text string) error { return object.Errorf(&object.EOFErrorType, "%s", text) }

func bad(text string) error { return object.ValueErrorf("bad marshal data (%s)", text) }

// top reads a whole value.
func (r *reader) top() (value, error) {
	v, err := r.value(0)
	if err == nil && v.O == nil {
		err = object.TypeErrorf("NULL object in marshal data for object")
	}
	return v, err
}

// take returns the next n bytes.
func (r *reader) take(n int) ([]byte, error) {
	if n < 0 {
		return nil, bad("bytes object size out of range")
	}
	if r.file.O == nil {
		if n > len(r.b) {
			return nil, eof("marshal data too short")
		}
		b := r.b[:n]
		r.b = r.b[n:]
		return b, nil
	}
	if n == 0 {
		return nil, nil
	}
	return r.fromFile(n)
}

// chunk bounds what is allocated before a file has shown that it is that long.
const chunk = 1 << 20

func (r *reader) fromFile(n int) ([]byte, error) {
	var out []byte
	for len(out) < n {
		want := min(n-len(out), chunk)
		buf := object.NewByteArray(make([]byte, want))
		got, err := object.CallMethod(r.t, r.file, "readinto", buf)
		if err != nil {
			return nil, err
		}
		k, err := object.SsizeArg(r.t, got)
		if err != nil {
			return nil, err
		}
		if k > want {
			return nil, object.ValueErrorf("read() returned too much data: %d bytes requested, %d returned", want, k)
		}
		if k < want {
			return nil, eof("EOF read where not expected")
		}
		out = append(out, object.As[object.ByteArray](buf).B[:k]...)
	}
	return out, nil
}

func (r *reader) u8() (byte, error) {
	if r.file.O == nil && len(r.b) == 0 {
		return 0, eof("EOF read where not expected")
	}
	b, err := r.take(1)
	if err != nil {
		return 0, err
	}
	return b[0], nil
}

func (r *reader) i32() (int, error) {
	b, err := r.take(4)
	if err != nil {
		return 0, err
	}
	return int(int32(binary.LittleEndian.Uint32(b))), nil
}

// count reads a number of items.
func (r *reader) count(what string) (int, error) {
	n, err := r.i32()
	if err == nil && n < 0 {
		err = bad(what + " size out of range")
	}
	return n, err
}

// keep makes v the value of reference i, if it has one.
func (r *reader) keep(i int, v value) value {
	if i >= 0 {
		r.refs[i] = v
	}
	return v
}

func (r *reader) value(depth int) (value, error) {
	if depth >= maxDepth {
		return value{}, object.ValueErrorf("recursion limit exceeded")
	}
	tag, err := r.u8()
	if err != nil {
		var e *object.Exception
		if errors.As(err, &e) && e.Type == &object.EOFErrorType {
			err = eof("EOF read where object expected")
		}
		return value{}, err
	}
	slot := -1
	if tag&flagRef != 0 {
		tag &^= flagRef
		switch tag {
		case tNone, tFalse, tTrue, tNull, tStopIteration, tEllipsis, tRef:
		default:
			slot = len(r.refs)
			r.refs = append(r.refs, value{})
		}
	}
	return r.body(tag, slot, depth)
}

// body reads what follows tag.
func (r *reader) body(tag byte, slot, depth int) (value, error) {
	switch tag {
	case tNull:
		return value{}, nil
	case tNone:
		return object.None, nil
	case tFalse:
		return object.False, nil
	case tTrue:
		return object.True, nil
	case tStopIteration:
		return object.Wrap(&object.StopIterationType), nil
	case tEllipsis:
		return object.Ellipsis, nil
	case tRef:
		return r.reference()
	case tInt, tInt64, tLong, tFloat, tBinaryFloat, tComplex, tBinaryComplex:
		v, err := r.number(tag)
		return r.keep(slot, v), err
	case tBytes, tInterned, tUnicode, tASCII, tASCIIInterned, tShortASCII, tShortASCIIInterned:
		v, err := r.text(tag)
		return r.keep(slot, v), err
	case tTuple, tSmallTuple, tList, tSet, tFrozenSet, tDict, tSlice:
		return r.container(tag, slot, depth)
	case tCode:
		v, err := r.codeObject()
		return r.keep(slot, v), err
	}
	return value{}, bad("unknown type code")
}

func (r *reader) reference() (value, error) {
	i, err := r.i32()
	if err != nil {
		return value{}, err
	}
	if i < 0 || i >= len(r.refs) || r.refs[i].O == nil {
		return value{}, bad("invalid reference")
	}
	return r.refs[i], nil
}

func (r *reader) number(tag byte) (value, error) {
	switch tag {
	case tInt:
		n, err := r.i32()
		return object.IntOf(n), err
	case tInt64:
		b, err := r.take(8)
		if err != nil {
			return value{}, err
		}
		return object.Int(int64(binary.LittleEndian.Uint64(b))), nil
	case tLong:
		return r.long()
	}
	a, err := r.float(tag)
	if err != nil || tag == tFloat || tag == tBinaryFloat {
		return object.Float(a), err
	}
	b, err := r.float(tag)
	return object.NewComplex(complex(a, b)), err
}

func (r *reader) float(tag byte) (float64, error) {
	if tag == tBinaryFloat || tag == tBinaryComplex {
		b, err := r.take(8)
		if err != nil {
			return 0, err
		}
		return math.Float64frombits(binary.LittleEndian.Uint64(b)), nil
	}
	n, err := r.u8()
	if err != nil {
		return 0, err
	}
	b, err := r.take(int(n))
	if err != nil {
		return 0, err
	}
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return 0, object.ValueErrorf("could not convert string to float: %s", object.ReprString(string(b)))
	}
	return f, nil
}

func (r *reader) long() (value, error) {
	n, err := r.i32()
	if err != nil {
		return value{}, err
	}
	neg := n < 0
	if neg {
		n = -n
	}
	if n > math.MaxInt32/2 {
		return value{}, bad("long size out of range")
	}
	b, err := r.take(2 * n)
	if err != nil {
		return value{}, err
	}
	out := make([]byte, 0, 2*n) // the lowest byte first
	acc, bits := uint32(0), 0
	for i := range n {
		d := binary.LittleEndian.Uint16(b[2*i:])
		if d > 0x7fff {
			return value{}, bad("digit out of range in long")
		}
		if i == n-1 && d == 0 {
			return value{}, bad("unnormalized long data")
		}
		acc |= uint32(d) << bits
		for bits += 15; bits >= 8; bits -= 8 {
			out = append(out, byte(acc))
			acc >>= 8
		}
	}
	out = append(out, byte(acc))
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	x := new(big.Int).SetBytes(out)
	if neg {
		x.Neg(x)
	}
	return object.BigInt(x), nil
}

func (r *reader) text(tag byte) (value, error) {
	n := 0
	var err error
	if tag == tShortASCII || tag == tShortASCIIInterned {
		var c byte
		c, err = r.u8()
		n = int(c)
	} else {
		what := "string"
		if tag == tBytes {
			what = "bytes object"
		}
		n, err = r.count(what)
	}
	if err != nil {
		return value{}, err
	}
	b, err := r.take(n)
	if err != nil {
		return value{}, err
	}
	var s string
	switch tag {
	case tBytes:
		return object.NewBytes(append([]byte(nil), b...)), nil
	case tInterned, tUnicode:
		s = string(b)
		if !utf8.ValidString(s) {
			return object.CallMethod(r.t, object.NewBytes(b), "decode", object.NewStr("utf-8"), object.NewStr("surrogatepass"))
		}
	default:
		runes := make([]rune, len(b)) // each byte is a character
		for i, c := range b {
			runes[i] = rune(c)
		}
		s = string(runes)
	}
	if tag == tInterned || tag == tASCIIInterned || tag == tShortASCIIInterned {
		return object.Wrap(r.t.Intern(s)), nil
	}
	return object.NewStr(s), nil
}

// item reads a value inside a container.
func (r *reader) item(what string, depth int) (value, error) {
	v, err := r.value(depth + 1)
	if err == nil && v.O == nil {
		err = object.TypeErrorf("NULL object in marshal data for %s", what)
	}
	return v, err
}

func (r *reader) items(n int, what string, depth int) ([]value, error) {
	items := make([]value, 0, min(n, 1024))
	for range n {
		v, err := r.item(what, depth)
		if err != nil {
			return nil, err
		}
		items = append(items, v)
	}
	return items, r.t.Poll(n + 1)
}

func (r *reader) container(tag byte, slot, depth int) (value, error) {
	switch tag {
	case tDict:
		return r.dict(slot, depth)
	case tSlice:
		items, err := r.items(3, "slice", depth)
		if err != nil {
			return value{}, err
		}
		return r.keep(slot, object.NewSlice(items[0], items[1], items[2])), nil
	case tSmallTuple:
		n, err := r.u8()
		if err != nil {
			return value{}, err
		}
		return r.tuple(int(n), slot, depth)
	}
	n, err := r.count(map[byte]string{tTuple: "tuple", tList: "list", tSet: "set", tFrozenSet: "set"}[tag])
	if err != nil {
		return value{}, err
	}
	switch tag {
	case tTuple:
		return r.tuple(n, slot, depth)
	case tList:
		v := r.keep(slot, object.NewList())
		for range n {
			x, err := r.item("list", depth)
			if err != nil {
				return value{}, err
			}
			object.As[object.List](v).Append(x)
		}
		return v, nil
	}
	return r.set(tag, n, slot, depth)
}

// tuple reads the items of a tuple, which may refer to it.
func (r *reader) tuple(n, slot, depth int) (value, error) {
	if slot < 0 || n == 0 {
		items, err := r.items(n, "tuple", depth)
		if err != nil {
			return value{}, err
		}
		return r.keep(slot, object.NewTuple(items...)), nil
	}
	if r.file.O == nil && n > len(r.b) {
		return value{}, eof("EOF read where object expected")
	}
	if err := r.t.Charge(16 * n); err != nil {
		return value{}, err
	}
	v := r.keep(slot, object.NewTupleOwned(make([]value, n)))
	items := object.As[object.Tuple](v).Items
	for i := range items {
		items[i] = object.None
	}
	for i := range items {
		x, err := r.item("tuple", depth)
		if err != nil {
			return value{}, err
		}
		items[i] = x
	}
	return v, nil
}

func (r *reader) set(tag byte, n, slot, depth int) (value, error) {
	if tag == tFrozenSet {
		items, err := r.items(n, "set", depth)
		if err != nil {
			return value{}, err
		}
		v, err := object.NewFrozenSetOf(r.t, object.NewTuple(items...))
		return r.keep(slot, v), err
	}
	v, err := object.NewSet(r.t, nil)
	if err != nil {
		return value{}, err
	}
	r.keep(slot, v)
	for range n {
		x, err := r.item("set", depth)
		if err != nil {
			return value{}, err
		}
		if _, err := object.CallMethod(r.t, v, "add", x); err != nil {
			return value{}, err
		}
	}
	return v, nil
}

func (r *reader) dict(slot, depth int) (value, error) {
	d := object.NewDict()
	v := r.keep(slot, object.Wrap(d))
	for {
		k, err := r.value(depth + 1)
		if err != nil {
			return value{}, err
		}
		if k.O == nil {
			return v, nil
		}
		x, err := r.value(depth + 1)
		if err != nil {
			return value{}, err
		}
		if x.O == nil {
			return v, nil
		}
		if err := d.Set(r.t, k, x); err != nil {
			return value{}, err
		}
	}
}

func (r *reader) codeObject() (value, error) {
	if !r.code {
		return value{}, object.ValueErrorf("unmarshalling code objects is disallowed")
	}
	n, err := r.count("code object")
	if err != nil {
		return value{}, err
	}
	b, err := r.take(n)
	if err != nil {
		return value{}, err
	}
	c, ok := r.t.Interp.Runtime.(object.FunctionCopier)
	if !ok {
		return value{}, bad("unknown type code")
	}
	v, err := c.NewCode(r.t, append([]byte(nil), b...))
	if err != nil {
		return value{}, bad(err.Error())
	}
	return v, nil
}
