package object

// What the numeric types share with internal/numfmt: errors, limits and the
// format specification.

import (
	"errors"
	"math/big"
	"strconv"

	"github.com/gopy-lang/gopy/internal/numfmt"
)

// DefaultMaxStrDigits is the limit on decimal digits in conversions between
// int and text that an interpreter starts with; MinMaxStrDigits is the least
// limit that may be set.
const (
	DefaultMaxStrDigits = 4300
	MinMaxStrDigits     = 640
)

// numError turns an error of numfmt into an exception.
func numError(err error) error {
	var e *numfmt.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Kind {
	case numfmt.TypeError:
		return TypeErrorf("%s", e.Text)
	case numfmt.OverflowError:
		return OverflowErrorf("%s", e.Text)
	case numfmt.MemoryError:
		return MemoryError()
	}
	return ValueErrorf("%s", e.Text)
}

// poller returns the poll function of long conversions.
func (t *Thread) poller() func() error {
	if t == nil {
		return nil
	}
	return func() error { return t.Poll(1) }
}

// maxDigits is the interpreter's limit on decimal digits.
func (t *Thread) maxDigits() int {
	if t == nil || t.Interp == nil {
		return DefaultMaxStrDigits
	}
	return t.Interp.IntMaxStrDigits
}

// decimal returns the decimal digits of any int.
func decimal(t *Thread, v Value) (string, error) {
	if i, ok := AsInt64(v); ok {
		return strconv.FormatInt(i, 10), nil
	}
	s, err := numfmt.Decimal(As[IntObj](v).Big, t.maxDigits(), t.poller())
	if err != nil {
		return "", numError(err)
	}
	return s, nil
}

func intRepr(t *Thread, v Value) (Value, error) {
	if v.O == &IntHeader {
		var store [20]byte
		return newStrBytes(strconv.AppendInt(store[:0], int64(v.N), 10)), nil
	}
	s, err := decimal(t, v)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

// formatArg checks the argument of __format__.
func formatArg(v Value) (*Str, error) {
	s, ok := AsStr(v)
	if !ok {
		return nil, TypeErrorf("__format__() argument must be str, not %s", v.O.Type.MsgName())
	}
	return s, nil
}

// parseSpec parses a format specification for v and charges for its width.
func parseSpec(t *Thread, text string, v Value, typ rune, align byte) (numfmt.Spec, error) {
	s, err := numfmt.ParseSpec(text, v.O.Type.Name, typ, align)
	if err != nil {
		return s, numError(err)
	}
	return s, t.Charge(max(s.Width, 0) + max(s.Precision, 0))
}

func formatted(s string, err error) (Value, error) {
	if err != nil {
		return Value{}, numError(err)
	}
	return NewStr(s), nil
}

func intFormat(t *Thread, a []Value) (Value, error) {
	f, err := formatArg(a[1])
	if err != nil {
		return Value{}, err
	}
	if f.s == "" {
		return StrValue(t, a[0])
	}
	s, err := parseSpec(t, f.s, a[0], 'd', '>')
	if err != nil {
		return Value{}, err
	}
	if i, ok := AsInt64(a[0]); ok {
		return formatted(s.Int(i))
	}
	return formatted(s.Big(As[IntObj](a[0]).Big, t.maxDigits(), t.poller()))
}

func floatFormat(t *Thread, a []Value) (Value, error) {
	f, err := formatArg(a[1])
	if err != nil {
		return Value{}, err
	}
	if f.s == "" {
		return StrValue(t, a[0])
	}
	s, err := parseSpec(t, f.s, a[0], 0, '>')
	if err != nil {
		return Value{}, err
	}
	x, _ := AsFloat(a[0])
	return formatted(s.Float(x))
}

func complexFormat(t *Thread, a []Value) (Value, error) {
	f, err := formatArg(a[1])
	if err != nil {
		return Value{}, err
	}
	if f.s == "" {
		return StrValue(t, a[0])
	}
	s, err := parseSpec(t, f.s, a[0], 0, '>')
	if err != nil {
		return Value{}, err
	}
	return formatted(s.Complex(As[Complex](a[0]).C))
}

func strFormatSpec(t *Thread, a []Value) (Value, error) {
	f, err := formatArg(a[1])
	if err != nil {
		return Value{}, err
	}
	if f.s == "" {
		return StrValue(t, a[0])
	}
	s, err := parseSpec(t, f.s, a[0], 's', '<')
	if err != nil {
		return Value{}, err
	}
	return formatted(s.Str(As[Str](a[0]).s))
}

// newInt returns the int of numfmt's two-part result.
func newInt(small int64, large *big.Int) Value {
	if large != nil {
		return BigInt(large)
	}
	return Int(small)
}
