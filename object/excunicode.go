package object

// UnicodeDecodeError and its siblings.

import "fmt"

func initUnicodeError(n int) func(t *Thread, e *Exception, args, kw []Value) error {
	return func(t *Thread, e *Exception, args, kw []Value) error {
		if err := excInit(t, Wrap(e), args, kw); err != nil {
			return err
		}
		if len(args) != n {
			return TypeErrorf("function takes exactly %d arguments (%d given)", n, len(args))
		}
		off := 5 - n
		for i, v := range args {
			if !unicodeArgOK(e, i+off, v) {
				want := []string{"str", "str", "int", "int", "str"}[i+off]
				if want == "int" {
					return TypeErrorf("'%s' object cannot be interpreted as an integer", v.O.Type.MsgName())
				}
				if i+off == 1 && e.Type.IsSubtype(&UnicodeDecodeErrorType) {
					return TypeErrorf("a bytes-like object is required, not '%s'", v.O.Type.MsgName())
				}
				return TypeErrorf("argument %d must be %s, not %s", i+1, want, v.O.Type.MsgName())
			}
			if b, ok := bytesOf(v); ok && i+off == 1 && v.O.Type.Solid != &BytesType {
				v = NewBytes(append([]byte(nil), b...))
			}
			e.F[i+off] = v
		}
		return nil
	}
}

func unicodeArgOK(e *Exception, i int, v Value) bool {
	switch i {
	case 2, 3:
		return IsIntLike(v)
	case 1:
		if e.Type.IsSubtype(&UnicodeDecodeErrorType) {
			return v.O.Type.Name != "str" && !IsIntLike(v)
		}
	}
	return v.solid(&StrType)
}

func (e *Exception) span() (start, end int) {
	s, _ := AsInt64(e.F[2])
	n, _ := AsInt64(e.F[3])
	return int(s), int(n)
}

// unicodeParts are the texts of a UnicodeError's message. done means that there
// is nothing to tell.
func unicodeParts(t *Thread, e *Exception) (enc, reason string, done bool, err error) {
	if e.F[1].O == nil {
		return "", "", true, nil
	}
	if enc, err = partText(t, e.F[0]); err != nil {
		return "", "", false, err
	}
	if reason, err = partText(t, e.F[4]); err != nil {
		return "", "", false, err
	}
	if e.F[1].O == nil { // deleted by a __str__
		return "", "", false, TypeErrorf("UnicodeError 'object' attribute is not set")
	}
	if e.Type.IsSubtype(&UnicodeDecodeErrorType) {
		if !e.F[1].solid(&BytesType) {
			return "", "", false, TypeErrorf("UnicodeError 'object' attribute must be a bytes")
		}
	} else if !e.F[1].solid(&StrType) {
		return "", "", false, TypeErrorf("UnicodeError 'object' attribute must be a string")
	}
	return enc, reason, false, nil
}

func partText(t *Thread, v Value) (string, error) {
	if v.O == nil {
		return "<NULL>", nil
	}
	return ToStr(t, v)
}

func unicodeDecodeStr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	enc, reason, done, err := unicodeParts(t, e)
	if err != nil || done {
		return NewStr(""), err
	}
	start, end := e.span()
	if b, ok := bytesOf(e.F[1]); ok && end == start+1 && start >= 0 && start < len(b) {
		return NewStr(fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", enc, b[start], start, reason)), nil
	}
	return NewStr(fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", enc, start, end-1, reason)), nil
}

func charEscape(c rune) string {
	switch {
	case c <= 0xff:
		return fmt.Sprintf("\\x%02x", c)
	case c <= 0xffff:
		return fmt.Sprintf("\\u%04x", c)
	}
	return fmt.Sprintf("\\U%08x", c)
}

func unicodeEncodeStr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	enc, reason, done, err := unicodeParts(t, e)
	if err != nil || done {
		return NewStr(""), err
	}
	start, end := e.span()
	if s, ok := AsStr(e.F[1]); ok && end == start+1 && start >= 0 && start < s.CharLen() {
		c, _ := DecodeRune(s.s[s.offset(start):])
		return NewStr(fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s", enc, charEscape(c), start, reason)), nil
	}
	return NewStr(fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", enc, start, end-1, reason)), nil
}

func unicodeTranslateStr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	_, reason, done, err := unicodeParts(t, e)
	if err != nil || done {
		return NewStr(""), err
	}
	start, end := e.span()
	if s, ok := AsStr(e.F[1]); ok && end == start+1 && start >= 0 && start < s.CharLen() {
		c, _ := DecodeRune(s.s[s.offset(start):])
		return NewStr(fmt.Sprintf("can't translate character '%s' in position %d: %s", charEscape(c), start, reason)), nil
	}
	return NewStr(fmt.Sprintf("can't translate characters in position %d-%d: %s", start, end-1, reason)), nil
}
