//go:build unix

package multiprocessing

import (
	"encoding/binary"
	"math"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var memoryType object.Type

// memory is a piece of memory that processes share: of the arena (off is where)
// or of a mapped file (off is -1).
type memory struct {
	object.Header
	off    int
	b      []byte
	mapped []byte
}

func newMemory(off, n int) (value, error) {
	if off < 0 || n < 0 || off+n > len(arena.base) {
		return value{}, object.ValueErrorf("no such shared memory")
	}
	return object.Wrap(&memory{Header: object.Header{Type: &memoryType}, off: off, b: arena.base[off : off+n : off+n]}), nil
}

// mapFile maps n bytes of a file.
func mapFile(t *thread, a []value) (value, error) {
	fd, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	n, err := arg.Int(t, a[1], 0)
	if err != nil {
		return value{}, err
	}
	b, err := unix.Mmap(fd, 0, n, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return value{}, object.FromGoError(err)
	}
	return object.Wrap(&memory{Header: object.Header{Type: &memoryType}, off: -1, b: b, mapped: b}), nil
}

// itemSize is the size of a value with a type code, or 0.
func itemSize(code byte) int {
	switch code {
	case 'c', 'b', 'B', '?':
		return 1
	case 'h', 'H':
		return 2
	case 'i', 'I', 'f', 'u', 'w':
		return 4
	case 'l', 'L', 'q', 'Q', 'd':
		return 8
	}
	return 0
}

func place(t *thread, a []value) (b []byte, code byte, err error) {
	m := object.As[memory](a[0])
	s := str(a[1])
	if len(s) != 1 || itemSize(s[0]) == 0 {
		return nil, 0, object.ValueErrorf("bad typecode")
	}
	i, err := object.IndexInt(t, a[2], &object.IndexErrorType)
	if err != nil {
		return nil, 0, err
	}
	n := itemSize(s[0])
	if i < 0 || i*n+n > len(m.b) {
		return nil, 0, object.IndexErrorf("invalid index")
	}
	return m.b[i*n : i*n+n], s[0], nil
}

func memoryGet(t *thread, a []value) (value, error) {
	b, code, err := place(t, a)
	if err != nil {
		return value{}, err
	}
	le := binary.NativeEndian
	switch code {
	case 'c':
		return object.NewBytes([]byte{b[0]}), nil
	case '?':
		return object.Bool(b[0] != 0), nil
	case 'b':
		return object.Int(int64(int8(b[0]))), nil
	case 'B':
		return object.Int(int64(b[0])), nil
	case 'h':
		return object.Int(int64(int16(le.Uint16(b)))), nil
	case 'H':
		return object.Int(int64(le.Uint16(b))), nil
	case 'i':
		return object.Int(int64(int32(le.Uint32(b)))), nil
	case 'I':
		return object.Int(int64(le.Uint32(b))), nil
	case 'u', 'w':
		return object.NewStr(string(object.AppendRune(nil, rune(le.Uint32(b))))), nil
	case 'l', 'q':
		return object.Int(int64(le.Uint64(b))), nil
	case 'L', 'Q':
		u := le.Uint64(b)
		if u > math.MaxInt64 {
			return object.BinaryOp(t, object.Int(int64(u)), object.BigInt(twoTo64()), object.OpAdd)
		}
		return object.Int(int64(u)), nil
	case 'f':
		return object.Float(float64(math.Float32frombits(le.Uint32(b)))), nil
	}
	return object.Float(math.Float64frombits(le.Uint64(b))), nil
}

func memorySet(t *thread, a []value) (value, error) {
	b, code, err := place(t, a)
	if err != nil {
		return value{}, err
	}
	v := a[3]
	le := binary.NativeEndian
	switch code {
	case 'c':
		s, ok := object.BytesOf(v)
		if !ok || len(s) != 1 {
			return value{}, object.TypeErrorf("one character bytes, bytearray, or an integer in range(256) expected")
		}
		b[0] = s[0]
		return object.None, nil
	case 'u', 'w':
		s, ok := object.AsStr(v)
		if !ok || s.CharLen() != 1 {
			return value{}, object.TypeErrorf("unicode string expected instead of %s instance", v.O.Type.MsgName())
		}
		r, _ := object.DecodeRune(s.String())
		le.PutUint32(b, uint32(r))
		return object.None, nil
	case 'f', 'd':
		f, err := object.ToFloat(t, v)
		if err != nil {
			return value{}, err
		}
		if code == 'f' {
			le.PutUint32(b, math.Float32bits(float32(f)))
		} else {
			le.PutUint64(b, math.Float64bits(f))
		}
		return object.None, nil
	case '?':
		ok, err := object.Truth(t, v)
		b[0] = 0
		if ok {
			b[0] = 1
		}
		return object.None, err
	}
	if !object.IsIntLike(v) && v.O.Type.Slots.Index == nil {
		return value{}, object.TypeErrorf("an integer is required (got type %s)", v.O.Type.MsgName())
	}
	i, err := object.Index(t, v)
	if err != nil {
		return value{}, err
	}
	n := low64(i)
	switch len(b) {
	case 1:
		b[0] = byte(n)
	case 2:
		le.PutUint16(b, uint16(n))
	case 4:
		le.PutUint32(b, uint32(n))
	default:
		le.PutUint64(b, n)
	}
	return object.None, nil
}

func init() {
	memoryType.Define(object.TypeSpec{Name: "Memory", Module: "_multiprocessing", Flags: object.FlagNoNew, Size: unsafe.Sizeof(memory{}),
		Slots: object.Slots{
			Len: func(t *thread, v value) (int, error) { return len(object.As[memory](v).b), nil },
			Buffer: func(v value) ([]byte, bool, error) {
				m := object.As[memory](v)
				if m.b == nil {
					return nil, false, object.ValueErrorf("shared memory is closed")
				}
				return m.b, true, nil
			},
		},
		Methods: []object.Func{
			{Name: "get", Sig: "($self, code, index, /)", Fn: memoryGet},
			{Name: "set", Sig: "($self, code, index, value, /)", Fn: memorySet},
			{Name: "close", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				m := object.As[memory](a[0])
				b := m.mapped
				m.b, m.mapped = nil, nil
				if b != nil {
					if err := unix.Munmap(b); err != nil {
						return value{}, object.FromGoError(err)
					}
				}
				return object.None, nil
			}},
		}})
}
