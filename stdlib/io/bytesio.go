package io

import (
	"bytes"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// bytesIO is a BytesIO. shared: buf belongs to a bytes object and is copied
// before it is changed.
type bytesIO struct {
	base
	buf    []byte
	pos    int
	shared bool
}

var bytesIOPlan = arg.Plan{Name: "BytesIO", Sig: "(initial_bytes=b'')"}

func bytesIOInit(t *thread, self value, args, kw []value) error {
	a, err := bytesIOPlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	b := object.As[bytesIO](self)
	b.buf, b.pos, b.shared = nil, 0, false
	if arg.Given(a[0]) {
		p, err := arg.Bytes(t, a[0])
		if err != nil {
			return err
		}
		if a[0].O.Type.Solid == &object.BytesType {
			b.buf, b.shared = p, true
		} else {
			b.buf = append([]byte(nil), p...)
		}
	}
	return nil
}

func openBytesIO(v value) (*bytesIO, error) {
	b := object.As[bytesIO](v)
	if b.closed {
		return nil, object.ValueErrorf("I/O operation on closed file.")
	}
	return b, nil
}

// own makes buf changeable.
func (b *bytesIO) own() {
	if b.shared {
		b.buf, b.shared = append([]byte(nil), b.buf...), false
	}
}

// ahead returns up to n bytes from the position and moves behind them.
func (b *bytesIO) ahead(n int) []byte {
	if b.pos >= len(b.buf) {
		return nil
	}
	p := b.buf[b.pos:]
	if n >= 0 && n < len(p) {
		p = p[:n]
	}
	b.pos += len(p)
	return p
}

func copyBytes(p []byte) value { return object.NewBytes(append([]byte(nil), p...)) }

func bytesIORead(t *thread, a []value) (value, error) {
	b, err := openBytesIO(a[0])
	if err != nil {
		return value{}, err
	}
	n, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	return copyBytes(b.ahead(n)), nil
}

func (b *bytesIO) line(n int) []byte {
	if b.pos >= len(b.buf) {
		return nil
	}
	if i := bytes.IndexByte(b.buf[b.pos:], '\n'); i >= 0 && (n < 0 || i+1 < n) {
		n = i + 1
	}
	return b.ahead(n)
}

func bytesIOReadline(t *thread, a []value) (value, error) {
	b, err := openBytesIO(a[0])
	if err != nil {
		return value{}, err
	}
	n, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	return copyBytes(b.line(n)), nil
}

func bytesIONext(t *thread, v value) (value, error) {
	if v.O.Type.IsHeap() {
		return baseNext(t, v)
	}
	b, err := openBytesIO(v)
	if err != nil {
		return value{}, err
	}
	if p := b.line(-1); len(p) > 0 {
		return copyBytes(p), nil
	}
	return value{}, nil
}

func bytesIOReadinto(t *thread, a []value) (value, error) {
	b, err := openBytesIO(a[0])
	if err != nil {
		return value{}, err
	}
	dst, err := arg.Writable(t, a[1], "readinto")
	if err != nil {
		return value{}, err
	}
	return object.IntOf(copy(dst, b.ahead(len(dst)))), nil
}

func bytesIOWrite(t *thread, a []value) (value, error) {
	b, err := openBytesIO(a[0])
	if err != nil {
		return value{}, err
	}
	p, err := arg.Bytes(t, a[1])
	if err != nil || len(p) == 0 {
		return object.Int(0), err
	}
	b.own()
	end := b.pos + len(p)
	if end > cap(b.buf) {
		if err := t.Charge(end); err != nil {
			return value{}, err
		}
	}
	if b.pos > len(b.buf) {
		b.buf = append(b.buf, make([]byte, b.pos-len(b.buf))...)
	}
	n := copy(b.buf[b.pos:], p)
	b.buf = append(b.buf, p[n:]...)
	b.pos = end
	return object.IntOf(len(p)), nil
}

func bytesIOSeek(t *thread, a []value) (value, error) {
	b, err := openBytesIO(a[0])
	if err != nil {
		return value{}, err
	}
	off, err := arg.Int(t, a[1], 0)
	if err != nil {
		return value{}, err
	}
	whence, err := arg.Int(t, a[2], 0)
	if err != nil {
		return value{}, err
	}
	switch whence {
	case 0:
		if off < 0 {
			return value{}, object.ValueErrorf("negative seek value %d", off)
		}
	case 1:
		off += b.pos
	case 2:
		off += len(b.buf)
	default:
		return value{}, object.ValueErrorf("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	b.pos = max(off, 0)
	return object.IntOf(b.pos), nil
}

func bytesIOTruncate(t *thread, a []value) (value, error) {
	b, err := openBytesIO(a[0])
	if err != nil {
		return value{}, err
	}
	n := b.pos
	if arg.Given(a[1]) {
		if n, err = arg.Int(t, a[1], 0); err != nil {
			return value{}, err
		}
		if n < 0 {
			return value{}, object.ValueErrorf("negative size value %d", n)
		}
	}
	if n < len(b.buf) {
		b.own()
		b.buf = b.buf[:n]
	}
	return object.IntOf(n), nil
}

// viaOpen is a method that only asks whether the stream is open.
func viaOpen(f func(b *bytesIO) value) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		b, err := openBytesIO(a[0])
		if err != nil {
			return value{}, err
		}
		return f(b), nil
	}
}

func bytesIOSetstate(t *thread, a []value) (value, error) {
	items, err := object.Items(t, a[1])
	if err != nil {
		return value{}, err
	}
	if len(items) != 3 {
		return value{}, object.TypeErrorf("%s.__setstate__ argument should be 3-tuple, got %s", a[0].O.Type.FullName(t), a[1].O.Type.MsgName())
	}
	if err := bytesIOInit(t, a[0], items[:1], nil); err != nil {
		return value{}, err
	}
	b := object.As[bytesIO](a[0])
	if b.pos, err = arg.Int(t, items[1], 0); err != nil {
		return value{}, err
	}
	if items[2].IsNone() {
		return object.None, nil
	}
	return object.None, object.DictUpdate(t, object.InstanceDict(t, a[0]), items[2])
}

func yes(*bytesIO) value { return object.True }

func init() {
	BytesIOType.Define(object.TypeSpec{
		Name: "BytesIO", Module: "_io", Sig: "(initial_bytes=b'')", Doc: "Buffered I/O implementation using an in-memory bytes buffer.",
		Flags: object.FlagBase, Base: &BufferedIOBaseType, Size: unsafe.Sizeof(bytesIO{}), AttrsOff: attrsOff,
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			return object.Wrap(object.Alloc[bytesIO](tp, &BytesIOType)), nil
		}, Init: bytesIOInit, Next: bytesIONext},
		GetSets: []object.GetSet{{Name: "closed", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[bytesIO](v).closed), nil }}},
		Methods: []object.Func{
			{Name: "read", Sig: "($self, size=-1, /)", Fn: bytesIORead},
			{Name: "read1", Sig: "($self, size=-1, /)", Fn: bytesIORead},
			{Name: "readline", Sig: "($self, size=-1, /)", Fn: bytesIOReadline},
			{Name: "readinto", Sig: "($self, buffer, /)", Fn: bytesIOReadinto},
			{Name: "write", Sig: "($self, b, /)", Fn: bytesIOWrite},
			{Name: "seek", Sig: "($self, pos, whence=0, /)", Fn: bytesIOSeek},
			{Name: "truncate", Sig: "($self, size=None, /)", Fn: bytesIOTruncate},
			{Name: "tell", Sig: "($self, /)", Fn: viaOpen(func(b *bytesIO) value { return object.IntOf(b.pos) })},
			{Name: "getvalue", Sig: "($self, /)", Doc: "Retrieve the entire contents of the BytesIO object.", Fn: viaOpen(func(b *bytesIO) value { return copyBytes(b.buf) })},
			{Name: "getbuffer", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				b, err := openBytesIO(a[0])
				if err != nil {
					return value{}, err
				}
				f, ok := t.Interp.Builtins.GetGo(t, "memoryview")
				if !ok {
					return value{}, object.SystemErrorf("no memoryview")
				}
				return object.CallArgs(t, f, copyBytes(b.buf))
			}},
			{Name: "readable", Sig: "($self, /)", Fn: viaOpen(yes)},
			{Name: "writable", Sig: "($self, /)", Fn: viaOpen(yes)},
			{Name: "seekable", Sig: "($self, /)", Fn: viaOpen(yes)},
			{Name: "isatty", Sig: "($self, /)", Fn: viaOpen(func(*bytesIO) value { return object.False })},
			{Name: "flush", Sig: "($self, /)", Fn: viaOpen(func(*bytesIO) value { return object.None })},
			{Name: "close", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				b := object.As[bytesIO](a[0])
				b.closed, b.buf, b.pos = true, nil, 0
				return object.None, nil
			}},
			{Name: "__getstate__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				b, err := openBytesIO(a[0])
				if err != nil {
					return value{}, err
				}
				return object.NewTuple(copyBytes(b.buf), object.IntOf(b.pos), object.Wrap(object.InstanceDict(t, a[0]).Copy())), nil
			}},
			{Name: "__setstate__", Sig: "($self, state, /)", Fn: bytesIOSetstate},
		},
	})
}
