package object

// Slots of str and the functions of text shared with other types.

import (
	"fmt"
	"strings"
)

var strSlots = Slots{
	Repr: func(t *Thread, v Value) (Value, error) { return NewStr(ReprString(As[Str](v).s)), nil },
	Str: func(t *Thread, v Value) (Value, error) {
		if v.O.Type == &StrType {
			return v, nil
		}
		return NewStr(As[Str](v).s), nil
	},
	Hash: func(t *Thread, v Value) (int64, error) { return As[Str](v).Hash(), nil },
	New:  strNew, Iter: strIter,
	Binary: [NBinOp]BinaryFunc{OpMod: strMod},
	RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
		if !b.solid(&StrType) || !a.solid(&StrType) {
			return NotImplemented, nil
		}
		x, y := As[Str](a).s, As[Str](b).s
		switch op {
		case CmpEQ:
			return Bool(x == y), nil
		case CmpNE:
			return Bool(x != y), nil
		}
		return compareInts(int64(strings.Compare(x, y)), 0, op), nil
	},
	Len:  func(t *Thread, v Value) (int, error) { return As[Str](v).CharLen(), nil },
	Bool: func(t *Thread, v Value) (bool, error) { return As[Str](v).s != "", nil },
	GetItem: func(t *Thread, v, k Value) (Value, error) {
		s := As[Str](v)
		if k.O.Type == &SliceType {
			start, step, n, err := As[Slice](k).Indices(t, s.CharLen())
			if err != nil {
				return Value{}, err
			}
			if step == 1 {
				if n == s.CharLen() && v.O.Type == &StrType {
					return v, nil
				}
				return NewStr(s.Substr(start, start+n)), nil
			}
			var b []byte
			for i := 0; i < n; i++ {
				b = append(b, As[Str](s.CharAt(start+i*step)).s...)
			}
			return NewStr(string(b)), nil
		}
		if k.O.Type.Slots.Index == nil {
			return Value{}, TypeErrorf("string indices must be integers, not '%s'", k.O.Type.MsgName())
		}
		i, err := SeqIndex(t, k, s.CharLen(), "string")
		if err != nil {
			return Value{}, err
		}
		return s.CharAt(i), nil
	},
	Contains: func(t *Thread, v, x Value) (bool, error) {
		y, ok := AsStr(x)
		if !ok {
			return false, TypeErrorf("'in <string>' requires string as left operand, not %s", x.O.Type.MsgName())
		}
		return strings.Contains(As[Str](v).s, y.s), nil
	},
	Concat: func(t *Thread, a, b Value) (Value, error) {
		y, ok := AsStr(b)
		if !ok {
			return Value{}, TypeErrorf("can only concatenate str (not \"%s\") to str", b.O.Type.MsgName())
		}
		x := As[Str](a)
		if err := t.Charge(len(x.s) + len(y.s)); err != nil {
			return Value{}, err
		}
		return x.Concat(y), nil
	},
	Repeat: func(t *Thread, v Value, n int) (Value, error) {
		s := As[Str](v).s
		if n <= 0 || s == "" {
			return NewStr(""), nil
		}
		if n == 1 && v.O.Type == &StrType {
			return v, nil
		}
		if len(s) > maxInt/n {
			if As[Str](v).CharLen() <= maxInt/n {
				return Value{}, MemoryError()
			}
			return Value{}, OverflowErrorf("repeated string is too long")
		}
		if err := t.Charge(len(s) * n); err != nil {
			return Value{}, err
		}
		return NewStr(strings.Repeat(s, n)), nil
	},
}

func strNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	var r Value
	var err error
	switch {
	case len(args) == 0:
		r = NewStr("")
	case len(args) == 1 && len(kw) == 0:
		r, err = StrValue(t, args[0])
	default:
		r, err = strDecode(t, args, kw)
	}
	if err != nil || tp == &StrType {
		return r, err
	}
	s := Alloc[Str](tp, &StrType)
	s.s, s.n = As[Str](r).s, -1
	return Wrap(s), nil
}

func writeStrRepr(b *strings.Builder, s string) {
	q := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		q = '"'
	}
	b.WriteByte(q)
	for i := 0; i < len(s); {
		c := s[i]
		if c < 0x80 {
			i++
			switch {
			case c == q || c == '\\':
				b.WriteByte('\\')
				b.WriteByte(c)
			case c == '\n':
				b.WriteString("\\n")
			case c == '\r':
				b.WriteString("\\r")
			case c == '\t':
				b.WriteString("\\t")
			case c < ' ' || c == 0x7f:
				fmt.Fprintf(b, "\\x%02x", c)
			default:
				b.WriteByte(c)
			}
			continue
		}
		r, n := DecodeRune(s[i:])
		if isPrintable(r) {
			b.WriteString(s[i : i+n])
		} else {
			b.WriteString(charEscape(r))
		}
		i += n
	}
	b.WriteByte(q)
}
