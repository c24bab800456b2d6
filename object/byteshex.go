package object

// Hexadecimal text of bytes, and back.

import "strings"

var byteClassMethods = []Func{
	{"fromhex", "($type, string, /)", "Create bytes from a string of hexadecimal numbers.", func(t *Thread, a []Value) (Value, error) {
		b, err := fromHex(a[1])
		if err != nil {
			return Value{}, err
		}
		switch As[Type](a[0]) {
		case &BytesType:
			return NewBytes(b), nil
		case &ByteArrayType:
			return NewByteArray(b), nil
		}
		return CallArgs(t, a[0], NewBytes(b))
	}},
}

func fromHex(v Value) ([]byte, error) {
	var s string
	if x, ok := AsStr(v); ok {
		s = x.s
	} else if b, ok := BytesOf(v); ok {
		s = stringView(b)
	} else {
		return nil, TypeErrorf("fromhex() argument must be str or bytes-like, not %s", v.O.Type.MsgName())
	}
	bad := func(i int) error {
		if v.solid(&StrType) {
			i = runeCount(s[:i])
		}
		return ValueErrorf("non-hexadecimal number found in fromhex() arg at position %d", i)
	}
	out := make([]byte, 0, len(s)/2)
	for i := 0; i < len(s); {
		if byteSpace[s[i]] {
			i++
			continue
		}
		hi := hexDigit(s[i])
		if hi < 0 {
			return nil, bad(i)
		}
		if i+1 >= len(s) {
			return nil, ValueErrorf("fromhex() arg must contain an even number of hexadecimal digits")
		}
		lo := hexDigit(s[i+1])
		if lo < 0 {
			return nil, bad(i + 1)
		}
		out = append(out, byte(hi<<4|lo))
		i += 2
	}
	return out, nil
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func bytesHex(t *Thread, a []Value) (Value, error) {
	pin(a[0], 1)
	sep, group, err := hexArgs(t, a[1], a[2])
	pin(a[0], -1)
	if err != nil {
		return Value{}, err
	}
	b, err := GetBuffer(a[0])
	if err != nil {
		return Value{}, err
	}
	if err := t.Charge(len(b) * 3); err != nil {
		return Value{}, err
	}
	return NewStr(HexText(b, sep, group)), nil
}

func hexArgs(t *Thread, sepArg, groupArg Value) (sep string, group int, err error) {
	group = 1
	if groupArg.O != nil {
		if group, err = IndexInt(t, groupArg, &OverflowErrorType); err != nil {
			return "", 0, err
		}
		if int(int32(group)) != group {
			return "", 0, OverflowErrorf("Python int too large to convert to C int")
		}
	}
	if sepArg.O == nil {
		return "", 0, nil
	}
	n, err := Len(t, sepArg)
	if err != nil {
		return "", 0, err
	}
	if n != 1 {
		return "", 0, ValueErrorf("sep must be length 1.")
	}
	if s, ok := AsStr(sepArg); ok {
		sep = s.s
	} else if sepArg.solid(&BytesType) {
		sep = As[Bytes](sepArg).s
	} else {
		return "", 0, TypeErrorf("sep must be str or bytes.")
	}
	if sep[0] >= 0x80 {
		return "", 0, ValueErrorf("sep must be ASCII.")
	}
	return sep, group, nil
}

// HexText is b in hexadecimal, with sep after every group bytes, counted from
// the right, or from the left if group is negative.
func HexText(b []byte, sep string, group int) string {
	const digits = "0123456789abcdef"
	var w strings.Builder
	w.Grow(len(b) * 2)
	for i, c := range b {
		if sep != "" && i > 0 {
			if group > 0 && (len(b)-i)%group == 0 || group < 0 && i%-group == 0 {
				w.WriteString(sep)
			}
		}
		w.WriteByte(digits[c>>4])
		w.WriteByte(digits[c&15])
	}
	return w.String()
}
