package object

// The methods of bytes about letters: ASCII only.

func isLowerByte(c byte) bool { return c >= 'a' && c <= 'z' }
func isUpperByte(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLetter(c byte) bool    { return isLowerByte(c | 0x20) }
func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

// byteMap makes a method of a function that changes a copy of the content.
func byteMap(f func(b []byte)) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		s := byteText(a[0])
		if err := t.Charge(len(s)); err != nil {
			return Value{}, err
		}
		b := []byte(s)
		f(b)
		if a[0].O.Type.Solid == &ByteArrayType {
			return NewByteArray(b), nil
		}
		return NewBytes(b), nil
	}
}

func byteLower(b []byte) {
	for i, c := range b {
		if isUpperByte(c) {
			b[i] = c + 32
		}
	}
}

func byteUpper(b []byte) {
	for i, c := range b {
		if isLowerByte(c) {
			b[i] = c - 32
		}
	}
}

func byteSwapcase(b []byte) {
	for i, c := range b {
		if isLetter(c) {
			b[i] = c ^ 32
		}
	}
}

func byteCapitalize(b []byte) {
	byteLower(b)
	if len(b) > 0 {
		byteUpper(b[:1])
	}
}

func byteTitle(b []byte) {
	byteLower(b)
	cased := false
	for i, c := range b {
		if isLetter(c) {
			if !cased {
				b[i] = c - 32
			}
			cased = true
		} else {
			cased = false
		}
	}
}

func byteAll(f func(c byte) bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		s := byteText(a[0])
		for i := range len(s) {
			if !f(s[i]) {
				return False, nil
			}
		}
		return Bool(s != ""), nil
	}
}

func byteIsascii(t *Thread, a []Value) (Value, error) {
	s := byteText(a[0])
	for i := range len(s) {
		if s[i] >= 0x80 {
			return False, nil
		}
	}
	return True, nil
}

func byteIsCase(want, other func(c byte) bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		s, found := byteText(a[0]), false
		for i := range len(s) {
			if other(s[i]) {
				return False, nil
			}
			found = found || want(s[i])
		}
		return Bool(found), nil
	}
}

func byteIstitle(t *Thread, a []Value) (Value, error) {
	s, found, cased := byteText(a[0]), false, false
	for i := range len(s) {
		switch c := s[i]; {
		case isUpperByte(c):
			if cased {
				return False, nil
			}
			found, cased = true, true
		case isLowerByte(c):
			if !cased {
				return False, nil
			}
		default:
			cased = false
		}
	}
	return Bool(found), nil
}
