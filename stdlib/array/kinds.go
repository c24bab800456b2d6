package array

import (
	"encoding/binary"
	"math"
	"math/big"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/wtf8"
	"github.com/gopy-lang/gopy/object"
)

// kind is what a type code means.
type kind struct {
	code   byte
	format string // of memoryview and struct
	size   int
	get    func(b []byte) (value, error)
	put    func(t *thread, b []byte, v value) error
	// mformat is the number of the machine format in pickles.
	mformat int
}

// kinds are the type codes in the order of array.typecodes, which leaves out w.
var kinds = []kind{
	{'b', "b", 1, func(b []byte) (value, error) { return object.Int(int64(int8(b[0]))), nil }, putSigned(1, "signed char"), 1},
	{'B', "B", 1, func(b []byte) (value, error) { return object.Int(int64(b[0])), nil }, putSmall(1, "unsigned byte integer", "signed short integer"), 0},
	{'u', "w", 4, getChar, putChar, 20},
	{'w', "w", 4, getChar, putChar, 20},
	{'h', "h", 2, func(b []byte) (value, error) { return object.Int(int64(int16(binary.LittleEndian.Uint16(b)))), nil }, putSigned(2, "signed short integer"), 4},
	{'H', "H", 2, func(b []byte) (value, error) { return object.Int(int64(binary.LittleEndian.Uint16(b))), nil }, putSmall(2, "unsigned short", "signed integer"), 2},
	{'i', "i", 4, func(b []byte) (value, error) { return object.Int(int64(int32(binary.LittleEndian.Uint32(b)))), nil }, putSigned(4, "signed integer"), 8},
	{'I', "I", 4, func(b []byte) (value, error) { return object.Int(int64(binary.LittleEndian.Uint32(b))), nil }, putUnsigned(4), 6},
	{'l', "l", 8, getInt64, putSigned(8, ""), 12},
	{'L', "L", 8, getUint64, putUnsigned(8), 10},
	{'q', "q", 8, getInt64, putLongLong, 12},
	{'Q', "Q", 8, getUint64, putUnsignedLongLong, 10},
	{'f', "f", 4, func(b []byte) (value, error) {
		return object.Float(float64(math.Float32frombits(binary.LittleEndian.Uint32(b)))), nil
	}, putFloat(4), 14},
	{'d', "d", 8, func(b []byte) (value, error) {
		return object.Float(math.Float64frombits(binary.LittleEndian.Uint64(b))), nil
	}, putFloat(8), 16},
}

func kindOf(c rune) *kind {
	for i := range kinds {
		if rune(kinds[i].code) == c {
			return &kinds[i]
		}
	}
	return nil
}

func (k *kind) text() bool { return k.code == 'u' || k.code == 'w' }

func getInt64(b []byte) (value, error) {
	return object.Int(int64(binary.LittleEndian.Uint64(b))), nil
}

func getUint64(b []byte) (value, error) { return unsigned(binary.LittleEndian.Uint64(b)), nil }

func unsigned(u uint64) value {
	if u>>63 == 0 {
		return object.Int(int64(u))
	}
	return object.BigInt(new(big.Int).SetUint64(u))
}

func getChar(b []byte) (value, error) {
	c := binary.LittleEndian.Uint32(b)
	if c > utf8.MaxRune {
		return value{}, object.ValueErrorf("character U+%x is not in range [U+0000; U+10ffff]", c)
	}
	return object.NewStr(wtf8.Encode(rune(c))), nil
}

func store(b []byte, u uint64) {
	for i := range b {
		b[i] = byte(u >> (8 * i))
	}
}

// cLong converts v to a C long.
func cLong(t *thread, v value) (int64, error) {
	if !object.IsIntLike(v) {
		x, err := object.Index(t, v)
		if err != nil {
			return 0, err
		}
		v = x
	}
	n, ok := object.AsInt64(v)
	if !ok {
		return 0, object.OverflowErrorf("Python int too large to convert to C long")
	}
	return n, nil
}

// within is the error of n outside lo..hi.
func within(n, lo, hi int64, what string) error {
	switch {
	case n < lo:
		return object.OverflowErrorf("%s is less than minimum", what)
	case n > hi:
		return object.OverflowErrorf("%s is greater than maximum", what)
	}
	return nil
}

// putSigned stores a signed integer of size bytes.
func putSigned(size int, what string) func(t *thread, b []byte, v value) error {
	hi := int64(1)<<(8*size-1) - 1
	return func(t *thread, b []byte, v value) error {
		n, err := cLong(t, v)
		if err != nil {
			return err
		}
		if size == 1 {
			if err := within(n, math.MinInt16, math.MaxInt16, "signed short integer"); err != nil {
				return err
			}
		}
		if err := within(n, -hi-1, hi, what); err != nil {
			return err
		}
		store(b, uint64(n))
		return nil
	}
}

// putSmall stores an unsigned integer of one or two bytes, which C reads as a
// wider one first; of a byte only its own limits are told.
func putSmall(size int, what, wider string) func(t *thread, b []byte, v value) error {
	return func(t *thread, b []byte, v value) error {
		n, err := cLong(t, v)
		if err != nil {
			return err
		}
		if size == 2 {
			if err := within(n, math.MinInt32, math.MaxInt32, wider); err != nil {
				return err
			}
		}
		if err := within(n, 0, int64(1)<<(8*size)-1, what); err != nil {
			return err
		}
		store(b, uint64(n))
		return nil
	}
}

// bigOf converts v to an integer of any size.
func bigOf(t *thread, v value) (*big.Int, error) {
	if !object.IsIntLike(v) {
		x, err := object.Index(t, v)
		if err != nil {
			return nil, err
		}
		v = x
	}
	n, _ := object.AsBig(v)
	return n, nil
}

func putUnsigned(size int) func(t *thread, b []byte, v value) error {
	return func(t *thread, b []byte, v value) error {
		n, err := bigOf(t, v)
		switch {
		case err != nil:
			return err
		case n.Sign() < 0:
			return object.OverflowErrorf("can't convert negative value to unsigned int")
		case !n.IsUint64():
			return object.OverflowErrorf("Python int too large to convert to C unsigned long")
		case size == 4 && n.Uint64() > math.MaxUint32:
			return object.OverflowErrorf("unsigned int is greater than maximum")
		}
		store(b, n.Uint64())
		return nil
	}
}

func putLongLong(t *thread, b []byte, v value) error {
	n, err := bigOf(t, v)
	if err != nil {
		return err
	}
	if !n.IsInt64() {
		return object.OverflowErrorf("int too big to convert")
	}
	store(b, uint64(n.Int64()))
	return nil
}

func putUnsignedLongLong(t *thread, b []byte, v value) error {
	n, err := bigOf(t, v)
	switch {
	case err != nil:
		return err
	case n.Sign() < 0:
		return object.OverflowErrorf("can't convert negative int to unsigned")
	case !n.IsUint64():
		return object.OverflowErrorf("int too big to convert")
	}
	store(b, n.Uint64())
	return nil
}

func putFloat(size int) func(t *thread, b []byte, v value) error {
	return func(t *thread, b []byte, v value) error {
		if !object.IsIntLike(v) && v.O.Type.Slots.ToFloat == nil && v.O.Type.Slots.Index == nil {
			return object.TypeErrorf("must be real number, not %s", v.O.Type.MsgName())
		}
		f, err := object.RealToFloat(t, v)
		if err != nil {
			return err
		}
		if size == 4 {
			store(b, uint64(math.Float32bits(float32(f))))
		} else {
			store(b, math.Float64bits(f))
		}
		return nil
	}
}

func putChar(t *thread, b []byte, v value) error {
	s, ok := object.AsStr(v)
	if !ok {
		return object.TypeErrorf("array item must be a unicode character, not %s", v.O.Type.MsgName())
	}
	if s.CharLen() != 1 {
		return object.TypeErrorf("array item must be a unicode character, not a string of length %d", s.CharLen())
	}
	r, _ := wtf8.Decode(s.String())
	store(b, uint64(uint32(r)))
	return nil
}
