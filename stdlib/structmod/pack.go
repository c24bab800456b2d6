package structmod

import (
	"encoding/binary"
	"math"

	"github.com/gopy-lang/gopy/object"
)

// put writes the low size bytes of u.
func put(b []byte, u uint64, size int, big bool) {
	switch size {
	case 1:
		b[0] = byte(u)
	case 2:
		if big {
			binary.BigEndian.PutUint16(b, uint16(u))
		} else {
			binary.LittleEndian.PutUint16(b, uint16(u))
		}
	case 4:
		if big {
			binary.BigEndian.PutUint32(b, uint32(u))
		} else {
			binary.LittleEndian.PutUint32(b, uint32(u))
		}
	default:
		if big {
			binary.BigEndian.PutUint64(b, u)
		} else {
			binary.LittleEndian.PutUint64(b, u)
		}
	}
}

func get(b []byte, size int, big bool) uint64 {
	switch size {
	case 1:
		return uint64(b[0])
	case 2:
		if big {
			return uint64(binary.BigEndian.Uint16(b))
		}
		return uint64(binary.LittleEndian.Uint16(b))
	case 4:
		if big {
			return uint64(binary.BigEndian.Uint32(b))
		}
		return uint64(binary.LittleEndian.Uint32(b))
	}
	if big {
		return binary.BigEndian.Uint64(b)
	}
	return binary.LittleEndian.Uint64(b)
}

// pack writes values into b, which has the layout's size and is zero.
func (l *layout) pack(t *thread, b []byte, values []value) error {
	k := 0
	for i := range l.items {
		it := &l.items[i]
		off := it.off
		for j := 0; j < it.n; j++ {
			if err := l.packOne(t, it, b[off:off+it.size], values[k]); err != nil {
				return err
			}
			off += it.size
			k++
		}
	}
	return nil
}

func (l *layout) packOne(t *thread, it *item, b []byte, v value) error {
	switch it.code {
	case '?':
		ok, err := object.Truth(t, v)
		if ok {
			b[0] = 1
		}
		return err
	case 'c':
		s, ok := object.BytesOf(v)
		if !ok || len(s) != 1 || v.O.Type.Solid != &object.BytesType {
			return fail(t, "char format requires a bytes object of length 1")
		}
		b[0] = s[0]
		return nil
	case 's', 'p':
		s, ok := object.BytesOf(v)
		if !ok || v.O.Type.Solid != &object.BytesType && v.O.Type.Solid != &object.ByteArrayType {
			return fail(t, "argument for '%c' must be a bytes object", it.code)
		}
		if it.code == 's' {
			copy(b, s)
		} else if len(b) > 0 {
			n := copy(b[1:], s)
			b[0] = byte(min(n, 255))
		}
		return nil
	case 'e', 'f', 'd':
		f, err := object.RealToFloat(t, v)
		if err != nil {
			return fail(t, "required argument is not a float")
		}
		return l.packFloat(it.code, b, f)
	case 'F', 'D':
		c, err := object.ToComplex(t, v)
		if err != nil {
			return fail(t, "required argument is not a complex")
		}
		code, half := byte('f'), 4
		if it.code == 'D' {
			code, half = 'd', 8
		}
		if err := l.packFloat(code, b[:half], real(c)); err != nil {
			return err
		}
		return l.packFloat(code, b[half:], imag(c))
	}
	return l.packInt(t, it, b, v)
}

func (l *layout) packFloat(code byte, b []byte, f float64) error {
	switch code {
	case 'd':
		put(b, math.Float64bits(f), 8, l.big)
	case 'f':
		g := float32(f)
		if math.IsInf(float64(g), 0) && !math.IsInf(f, 0) {
			return object.OverflowErrorf("float too large to pack with f format")
		}
		put(b, uint64(math.Float32bits(g)), 4, l.big)
	default:
		h, ok := object.FloatToHalf(f)
		if !ok {
			return object.OverflowErrorf("float too large to pack with e format")
		}
		put(b, uint64(h), 2, l.big)
	}
	return nil
}

// integer returns the int that v stands for.
func integer(t *thread, v value) (value, error) {
	if object.IsIntLike(v) {
		return v, nil
	}
	if v.O.Type.Slots.Index == nil {
		return v, fail(t, "required argument is not an integer")
	}
	r, err := object.Index(t, v)
	if err != nil {
		if object.IsExc(err, &object.TypeErrorType) {
			return v, fail(t, "required argument is not an integer")
		}
		return v, err
	}
	return r, nil
}

func signed(c byte) bool { return c == 'b' || c == 'h' || c == 'i' || c == 'l' || c == 'q' || c == 'n' }

func (l *layout) packInt(t *thread, it *item, b []byte, v value) error {
	v, err := integer(t, v)
	if err != nil {
		return err
	}
	bits := uint(it.size * 8)
	n, ok := object.AsInt64(v)
	if ok {
		switch {
		case it.code == 'P':
		case signed(it.code):
			ok = bits == 64 || n >= -1<<(bits-1) && n < 1<<(bits-1)
		default:
			ok = n >= 0 && (bits == 64 || n < 1<<bits)
		}
	} else if !signed(it.code) {
		if x, isBig := object.AsBig(v); isBig && x.IsUint64() {
			n, ok = int64(x.Uint64()), bits == 64
		}
	}
	if !ok {
		switch {
		case it.code == 'P':
			return fail(t, "int too large to convert")
		case signed(it.code):
			return fail(t, "'%c' format requires %d <= number <= %d", it.code, -1<<(bits-1), uint64(1)<<(bits-1)-1)
		}
		return fail(t, "'%c' format requires 0 <= number <= %d", it.code, ^uint64(0)>>(64-bits))
	}
	put(b, uint64(n), it.size, l.big)
	return nil
}

// unpack reads the values in b.
func (l *layout) unpack(b []byte) value {
	out := make([]value, 0, l.values)
	for i := range l.items {
		it := &l.items[i]
		off := it.off
		for j := 0; j < it.n; j++ {
			out = append(out, l.unpackOne(it, b[off:off+it.size]))
			off += it.size
		}
	}
	return object.NewTupleOwned(out)
}

func (l *layout) unpackOne(it *item, b []byte) value {
	switch it.code {
	case '?':
		return object.Bool(b[0] != 0)
	case 'c', 's':
		return object.NewBytesString(string(b))
	case 'p':
		if len(b) == 0 {
			return object.NewBytesString("")
		}
		return object.NewBytesString(string(b[1 : 1+min(int(b[0]), len(b)-1)]))
	case 'e', 'f', 'd':
		return object.Float(l.float(it.code, b))
	case 'F':
		return object.NewComplex(complex(l.float('f', b[:4]), l.float('f', b[4:])))
	case 'D':
		return object.NewComplex(complex(l.float('d', b[:8]), l.float('d', b[8:])))
	}
	u := get(b, it.size, l.big)
	if signed(it.code) {
		shift := uint(64 - 8*it.size)
		return object.Int(int64(u<<shift) >> shift)
	}
	return uintValue(u)
}

func (l *layout) float(code byte, b []byte) float64 {
	switch code {
	case 'd':
		return math.Float64frombits(get(b, 8, l.big))
	case 'f':
		return float64(math.Float32frombits(uint32(get(b, 4, l.big))))
	}
	return object.HalfToFloat(uint16(get(b, 2, l.big)))
}
