package object

// Declarations waiting for their files; each helper file removes its lines.

import (
	"math"
	"strconv"
)

var (
	intMethods, intClassMethods     []Func
	floatMethods, floatClassMethods []Func
	strStaticMethods                []Func
	intGetSets, floatGetSets        []GetSet
	boolSlots                       = Slots{Repr: func(t *Thread, v Value) (Value, error) {
		if v.N != 0 {
			return NewStr("True"), nil
		}
		return NewStr("False"), nil
	}, New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
		if len(args) == 0 {
			return False, nil
		}
		b, err := Truth(t, args[0])
		return Bool(b), err
	}}
)

var strMethods = []Func{
	{"join", "($self, iterable, /)", "", func(t *Thread, a []Value) (Value, error) {
		items, err := Items(t, a[1])
		if err != nil {
			return Value{}, err
		}
		n := 0
		for _, x := range items {
			s, ok := AsStr(x)
			if !ok {
				return Value{}, TypeErrorf("sequence item: expected str instance")
			}
			n += len(s.s)
		}
		b := make([]byte, 0, n)
		for i, x := range items {
			if i > 0 {
				b = append(b, As[Str](a[0]).s...)
			}
			b = append(b, As[Str](x).s...)
		}
		return NewStr(string(b)), nil
	}},
}

func intNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(args) == 0 {
		return Int(0), nil
	}
	if f, ok := AsFloat(args[0]); ok {
		return FloatToInt(f)
	}
	return exactInt(args[0]), nil
}

func floatNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	f, err := ToFloat(t, args[0])
	return Float(f), err
}

func complexPow(a, b complex128) (Value, error) { return Value{}, ValueErrorf("complex") }

func bytesOf(v Value) ([]byte, bool) { return nil, false }

var BytesType Type

func init() {
	BytesType.Define(TypeSpec{Name: "bytes"})
	TracebackType.Define(TypeSpec{Name: "traceback"})
}

func hashString(s string) int64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h ^= h >> 29
	if h == 0 {
		h = 1
	}
	return int64(h)
}

func isIdentifier(s string) bool { return s != "" }

func asciiEscape(s string) string { return s }

func intRepr(t *Thread, v Value) (Value, error) {
	if i, ok := AsInt64(v); ok {
		return NewStr(strconv.FormatInt(i, 10)), nil
	}
	b, _ := AsBig(v)
	return NewStr(b.String()), nil
}

func isNaN(f float64) bool { return math.IsNaN(f) }

func strDecode(t *Thread, args, kw []Value) (Value, error) { return Value{}, TypeErrorf("decode") }

func isPrintable(r rune) bool { return r < 0xD800 || r >= 0xE000 }

func (in *Interp) watchFinalizer(v Value) {}

func NewComplex(c complex128) Value { return None }

func NewBytes(b []byte) Value { return NewStr(string(b)) }

func notYet(what string) error {
	return Errorf(&NotImplementedErrorType, "gopy does not provide %s yet", what)
}

func BytesOf(v Value) ([]byte, bool) { return bytesOf(v) }

func Suggest(name string, cands []string) string { return "" }

func wideRune(c rune) bool {
	return c >= 0x1100 && c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff || c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60 || c >= 0x1f300 && c <= 0x1faff
}
