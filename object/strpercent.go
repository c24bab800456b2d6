package object

// The % operator of str and bytes (library reference, "printf-style String
// Formatting").

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/numfmt"
	"github.com/gopy-lang/gopy/internal/wtf8"
)

// percentArgs supplies the values of a % operator to numfmt.
type percentArgs struct {
	t       *Thread
	items   []Value
	i       int
	mapping Value // missing: the right operand is none
	bytes   bool
}

func newPercentArgs(t *Thread, v Value, bytes bool) *percentArgs {
	p := &percentArgs{t: t, bytes: bytes}
	if v.solid(&TupleType) {
		p.items = As[Tuple](v).Items
		return p
	}
	p.items = []Value{v}
	isText := v.solid(&StrType) || bytes && (v.solid(&BytesType) || v.solid(&ByteArrayType))
	if v.O.Type.Slots.GetItem != nil && !isText {
		p.mapping = v
	}
	return p
}

func (p *percentArgs) Next() (Value, bool) {
	if p.i >= len(p.items) {
		return Value{}, false
	}
	p.i++
	return p.items[p.i-1], true
}

func (p *percentArgs) Done() bool { return p.i >= len(p.items) || p.mapping.O != nil }

func (p *percentArgs) Lookup(key string) (Value, error) {
	if p.mapping.O == nil {
		return Value{}, TypeErrorf("format requires a mapping")
	}
	if p.bytes {
		return GetItem(p.t, p.mapping, NewBytes([]byte(key)))
	}
	return GetItem(p.t, p.mapping, NewStr(key))
}

func (p *percentArgs) Star(v Value) (n int, large, isInt bool) {
	if !IsIntLike(v) {
		return 0, false, false
	}
	i, ok := AsInt64(v)
	return int(i), !ok, true
}

func (p *percentArgs) Text(v Value, conversion byte) (string, error) {
	var r Value
	var err error
	switch conversion {
	case 's':
		if p.bytes {
			return p.bytesText(v)
		}
		return ToStr(p.t, v)
	case 'b':
		return p.bytesText(v)
	case 'r':
		if p.bytes {
			r, err = ASCII(p.t, v)
			break
		}
		return Repr(p.t, v)
	case 'a':
		r, err = ASCII(p.t, v)
	}
	if err != nil {
		return "", err
	}
	return As[Str](r).s, nil
}

func (p *percentArgs) bytesText(v Value) (string, error) {
	if b, ok := BytesOf(v); ok {
		return string(b), nil
	}
	f, err := LookupSpecial(p.t, v, nameBytes)
	if err != nil {
		return "", err
	}
	if f.O == nil {
		return "", TypeErrorf("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", v.O.Type.MsgName())
	}
	r, err := CallArgs(p.t, f)
	if err != nil {
		return "", err
	}
	if !r.solid(&BytesType) {
		return "", TypeErrorf("__bytes__ returned non-bytes (type %s)", r.O.Type.MsgName())
	}
	return As[Bytes](r).s, nil
}

func (p *percentArgs) Char(v Value) (string, error) {
	if p.bytes {
		return p.byteChar(v)
	}
	if s, ok := AsStr(v); ok {
		if s.CharLen() != 1 {
			return "", TypeErrorf("%%c requires an int or a unicode character, not a string of length %d", s.CharLen())
		}
		return s.s, nil
	}
	if v.O.Type.Slots.Index == nil {
		return "", TypeErrorf("%%c requires an int or a unicode character, not %s", v.O.Type.MsgFullName(p.t))
	}
	i, err := Index(p.t, v)
	if err != nil {
		return "", err
	}
	if c, ok := AsInt64(i); ok && c >= 0 && c <= utf8.MaxRune {
		return wtf8.Encode(rune(c)), nil
	}
	return "", OverflowErrorf("%c arg not in range(0x110000)")
}

func (p *percentArgs) byteChar(v Value) (string, error) {
	if v.solid(&BytesType) || v.solid(&ByteArrayType) {
		b, _ := BytesOf(v)
		if len(b) != 1 {
			kind := "a bytes object"
			if v.solid(&ByteArrayType) {
				kind = "a bytearray object"
			}
			return "", TypeErrorf("%%c requires an integer in range(256) or a single byte, not %s of length %d", kind, len(b))
		}
		return string(b), nil
	}
	if v.O.Type.Slots.Index == nil {
		return "", TypeErrorf("%%c requires an integer in range(256) or a single byte, not %s", v.O.Type.MsgFullName(p.t))
	}
	i, err := Index(p.t, v)
	if err != nil {
		return "", err
	}
	if c, ok := AsInt64(i); ok && c >= 0 && c < 256 {
		return string([]byte{byte(c)}), nil
	}
	return "", OverflowErrorf("%c arg not in range(256)")
}

func (p *percentArgs) Integer(v Value, conversion byte) (int64, *big.Int, error) {
	if !IsIntLike(v) {
		s := &v.O.Type.Slots
		r, err := Value{}, error(nil)
		switch conversion {
		case 'o', 'x', 'X':
			if s.Index == nil {
				return 0, nil, p.wrongType(v, conversion)
			}
			r, err = Index(p.t, v)
		default:
			if s.Index == nil && s.ToInt == nil {
				return 0, nil, p.wrongType(v, conversion)
			}
			r, err = ToInt(p.t, v)
		}
		if err != nil {
			if IsExc(err, &TypeErrorType) {
				err = p.wrongType(v, conversion)
			}
			return 0, nil, err
		}
		v = r
	}
	if i, ok := AsInt64(v); ok {
		return i, nil, nil
	}
	return 0, As[IntObj](v).Big, nil
}

func (p *percentArgs) wrongType(v Value, conversion byte) error {
	what := "a real number"
	if conversion == 'o' || conversion == 'x' || conversion == 'X' {
		what = "an integer"
	}
	return TypeErrorf("%%%c format: %s is required, not %s", conversion, what, v.O.Type.MsgName())
}

func (p *percentArgs) Float(v Value) (float64, error) {
	if p.bytes {
		f, err := RealToFloat(p.t, v)
		if err != nil && IsExc(err, &TypeErrorType) {
			err = TypeErrorf("float argument required, not %s", v.O.Type.MsgName())
		}
		return f, err
	}
	return RealToFloat(p.t, v)
}

// plainPercent formats what most programs ask for: %s, %d and %% without
// flags, with exact strs and small ints. It reports false, before any Python
// code has run, for everything else.
func plainPercent(format string, v Value) (Value, bool) {
	one := [1]Value{v}
	items := one[:]
	if v.O.Type == &TupleType {
		items = As[Tuple](v).Items
	}
	var store [64]byte
	out := store[:0]
	for {
		i := strings.IndexByte(format, '%')
		if i < 0 {
			break
		}
		if i+1 >= len(format) {
			return Value{}, false
		}
		out = append(out, format[:i]...)
		c := format[i+1]
		format = format[i+2:]
		if c == '%' {
			out = append(out, '%')
			continue
		}
		if len(items) == 0 {
			return Value{}, false
		}
		switch x := items[0]; {
		case x.O == &IntHeader && (c == 'd' || c == 's'):
			out = strconv.AppendInt(out, int64(x.N), 10)
		case x.O.Type == &StrType && c == 's':
			out = append(out, As[Str](x).s...)
		default:
			return Value{}, false
		}
		items = items[1:]
	}
	if len(items) > 0 {
		return Value{}, false
	}
	return newStrBytes(append(out, format...)), true
}

// percentFormat is format % v, in the encoding of the format.
func percentFormat(t *Thread, format string, v Value, bytes bool) (string, error) {
	s, err := numfmt.Percent(format, newPercentArgs(t, v, bytes), numfmt.PercentOptions{
		Bytes: bytes, MaxDigits: t.maxDigits(), Poll: t.poller(),
	})
	if err != nil {
		return "", numError(err)
	}
	return s, t.Charge(len(s))
}

func strMod(t *Thread, a, b Value) (Value, error) {
	if !a.solid(&StrType) {
		return NotImplemented, nil
	}
	if s, ok := plainPercent(As[Str](a).s, b); ok {
		return s, nil
	}
	s, err := percentFormat(t, As[Str](a).s, b, false)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}
