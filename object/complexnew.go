package object

// The constructor of complex.

import (
	"strings"

	"github.com/gopy-lang/gopy/internal/numfmt"
	"github.com/gopy-lang/gopy/internal/unidata"
)

func complexNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	re, im, err := complexArgs(args, kw)
	if err != nil {
		return Value{}, err
	}
	if im.O == nil && re.O != nil && len(kw) == 0 {
		if s, ok := AsStr(re); ok {
			c, err := parseComplex(unidata.ASCIINumber(s.s))
			if err != nil {
				return Value{}, err
			}
			return complexOf(tp, c), nil
		}
		if re.O.Type == &ComplexType && tp == &ComplexType {
			return re, nil
		}
		c, err := oneComplex(t, re)
		if err != nil {
			return Value{}, err
		}
		return complexOf(tp, c), nil
	}
	return twoComplex(t, tp, re, im)
}

func complexArgs(args, kw []Value) (re, im Value, err error) {
	npos := len(args) - len(kw)
	if len(args) > 2 {
		return re, im, TypeErrorf("complex() takes at most 2 arguments (%d given)", len(args))
	}
	if npos > 0 {
		re = args[0]
	}
	if npos > 1 {
		im = args[1]
	}
	for i, k := range kw {
		p, pos := &re, 1
		switch As[Str](k).s {
		case "real":
		case "imag":
			p, pos = &im, 2
		default:
			return re, im, TypeErrorf("complex() got an unexpected keyword argument '%s'", As[Str](k).s)
		}
		if p.O != nil {
			return re, im, TypeErrorf("argument for complex() given by name ('%s') and position (%d)", As[Str](k).s, pos)
		}
		*p = args[npos+i]
	}
	return re, im, nil
}

func isReal(v Value) bool {
	s := &v.O.Type.Slots
	return s.ToFloat != nil || s.Index != nil
}

func oneComplex(t *Thread, v Value) (complex128, error) {
	c, ok, err := trySpecialComplex(t, v)
	if err != nil || ok {
		return c, err
	}
	if c, ok := AsComplex(v); ok {
		return c, nil
	}
	if !isReal(v) {
		return 0, TypeErrorf("complex() argument must be a string or a number, not %s", v.O.Type.MsgName())
	}
	f, err := RealToFloat(t, v)
	return complex(f, 0), err
}

// complexPart converts one of two arguments. A complex is still allowed there.
func complexPart(t *Thread, v Value, name string) (c complex128, isComplex bool, err error) {
	if v.O == nil {
		return 0, false, nil
	}
	kind := v.O.Type
	if name == "real" {
		special, ok, err := trySpecialComplex(t, v)
		if err != nil {
			return 0, false, err
		}
		if ok {
			v = NewComplex(special)
		}
	}
	if c, ok := AsComplex(v); ok {
		return c, true, Warn(t, &DeprecationWarningType, "complex() argument '"+name+"' must be a real number, not "+kind.MsgFullName(t))
	}
	if !isReal(v) {
		return 0, false, TypeErrorf("complex() argument '%s' must be a real number, not %s", name, v.O.Type.MsgName())
	}
	f, err := RealToFloat(t, v)
	return complex(f, 0), false, err
}

func twoComplex(t *Thread, tp *Type, re, im Value) (Value, error) {
	a, aComplex, err := complexPart(t, re, "real")
	if err != nil {
		return Value{}, err
	}
	b, bComplex, err := complexPart(t, im, "imag")
	if err != nil {
		return Value{}, err
	}
	r, i := real(a), real(b)
	if bComplex {
		r -= imag(b)
	}
	if aComplex {
		i += imag(a)
	}
	return complexOf(tp, complex(r, i)), nil
}

// parseComplex reads a complex number: at most two floats, of which the last
// is followed by j, in parentheses if so wished.
func parseComplex(s string) (complex128, error) {
	bad := ValueErrorf("complex() arg is a malformed string")
	const space = " \t\n\v\f\r"
	s = strings.Trim(s, space)
	if strings.HasPrefix(s, "(") {
		if !strings.HasSuffix(s, ")") {
			return 0, bad
		}
		s = strings.Trim(s[1:len(s)-1], space)
	}
	if s == "" || strings.ContainsAny(s, space) {
		return 0, bad
	}
	c, ok := splitComplex(s)
	if !ok {
		return 0, bad
	}
	return c, nil
}

func splitComplex(s string) (complex128, bool) {
	last := s[len(s)-1]
	if last != 'j' && last != 'J' {
		f, err := numfmt.ParseFloat(s)
		return complex(f, 0), err == nil
	}
	s = s[:len(s)-1]
	cut := 0
	for i := len(s) - 1; i > 0; i-- {
		if (s[i] == '+' || s[i] == '-') && s[i-1] != 'e' && s[i-1] != 'E' {
			cut = i
			break
		}
	}
	im := s[cut:]
	var re float64
	var err error
	if cut > 0 {
		if re, err = numfmt.ParseFloat(s[:cut]); err != nil {
			return 0, false
		}
	}
	switch im {
	case "", "+":
		return complex(re, 1), true
	case "-":
		return complex(re, -1), true
	}
	f, err := numfmt.ParseFloat(im)
	if err != nil {
		return 0, false
	}
	return complex(re, f), true
}
