package builtins

import (
	"math/big"

	"github.com/gopy-lang/gopy/internal/wtf8"
	"github.com/gopy-lang/gopy/object"
)

// Functions on numbers and characters.

var numberFuncs = []object.Func{
	{Name: "abs", Sig: "(x, /)", Doc: "Return the absolute value of the argument.", Fn: func(t *thread, a []value) (value, error) {
		f := a[0].O.Type.Slots.Abs
		if f == nil {
			return value{}, object.TypeErrorf("bad operand type for abs(): '%s'", a[0].O.Type.MsgName())
		}
		return f(t, a[0])
	}},
	{Name: "bin", Sig: "(number, /)", Doc: "Return the binary representation of an integer.", Fn: baseText(2, "0b")},
	{Name: "oct", Sig: "(number, /)", Doc: "Return the octal representation of an integer.", Fn: baseText(8, "0o")},
	{Name: "hex", Sig: "(number, /)", Doc: "Return the hexadecimal representation of an integer.", Fn: baseText(16, "0x")},
	{Name: "divmod", Sig: "(x, y, /)", Doc: "Return the tuple (x//y, x%y).", Fn: func(t *thread, a []value) (value, error) {
		return object.BinaryOp(t, a[0], a[1], object.OpDivmod)
	}},
	{Name: "pow", Sig: "(base, exp, mod=None)", Doc: "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.", Fn: powFunc},
	{Name: "round", Sig: "(number, ndigits=None)", Doc: "Round a number to a given precision in decimal digits.", Fn: func(t *thread, a []value) (value, error) {
		f, err := object.LookupSpecial(t, a[0], t.Intern("__round__"))
		if err != nil {
			return value{}, err
		}
		if f.O == nil {
			return value{}, object.TypeErrorf("type %s doesn't define __round__ method", a[0].O.Type.MsgName())
		}
		if a[1].O == nil || a[1].IsNone() {
			return object.CallArgs(t, f)
		}
		return object.CallArgs(t, f, a[1])
	}},
	{Name: "chr", Sig: "(i, /)", Doc: "Return a Unicode string of one character with ordinal i.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.IndexInt(t, a[0], nil)
		if err != nil {
			return value{}, err
		}
		if n < 0 || n > 0x10ffff {
			return value{}, object.ValueErrorf("chr() arg not in range(0x110000)")
		}
		return object.NewStr(string(object.AppendRune(nil, rune(n)))), nil
	}},
	{Name: "ord", Sig: "(character, /)", Doc: "Return the ordinal value of a character.", Fn: func(t *thread, a []value) (value, error) {
		if s, ok := object.AsStr(a[0]); ok {
			if n := s.CharLen(); n != 1 {
				return value{}, object.TypeErrorf("ord() expected a character, but string of length %d found", n)
			}
			r, _ := wtf8.Decode(s.String())
			return object.Int(int64(r)), nil
		}
		if b, ok := object.BytesOf(a[0]); ok {
			if len(b) != 1 {
				return value{}, object.TypeErrorf("ord() expected a character, but string of length %d found", len(b))
			}
			return object.Int(int64(b[0])), nil
		}
		return value{}, object.TypeErrorf("ord() expected string of length 1, but %s found", a[0].O.Type.MsgName())
	}},
}

func baseText(base int, prefix string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		v, err := object.Index(t, a[0])
		if err != nil {
			return value{}, err
		}
		b, _ := object.AsBig(v)
		if b.Sign() < 0 {
			return object.NewStr("-" + prefix + new(big.Int).Neg(b).Text(base)), nil
		}
		return object.NewStr(prefix + b.Text(base)), nil
	}
}

func powFunc(t *thread, a []value) (value, error) {
	if a[2].O == nil || a[2].IsNone() {
		return object.BinaryOp(t, a[0], a[1], object.OpPow)
	}
	return object.Pow3(t, a[0], a[1], a[2])
}
