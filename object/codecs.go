package object

// Text encodings by name: the doors str.encode, bytes.decode, str() and the
// codecs module use.

import (
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/charmaps"
)

// EncodeStr encodes s. Empty errors means strict.
func EncodeStr(t *Thread, s *Str, encoding, errors string) ([]byte, error) {
	if err := checkHandler(t, errors); err != nil {
		return nil, err
	}
	if isUTF8Name(encoding) && utf8.ValidString(s.s) {
		return []byte(s.s), t.Charge(len(s.s))
	}
	name := canonicalEncoding(encoding)
	if err := t.Charge(len(s.s) * 2); err != nil {
		return nil, err
	}
	b, ok, err := EncodeKnown(t, s, name, errors)
	if ok || err != nil {
		return b, err
	}
	return encodePython(t, s, encoding, errors)
}

func isUTF8Name(s string) bool { return s == "utf-8" || s == "utf8" || s == "UTF-8" }

func canonicalEncoding(name string) string {
	return charmaps.Canonical(strings.ReplaceAll(normalizeEncoding(name), ".", "_"))
}

// checkHandler looks an unusual error handler up before it is needed, in the
// development mode only.
func checkHandler(t *Thread, errors string) error {
	switch errors {
	case "", "strict", "ignore", "replace", "surrogateescape", "surrogatepass", "backslashreplace":
		return nil
	}
	flags, ok := t.Interp.Sys.D.GetGo(t, "flags")
	if !ok {
		return nil
	}
	if v, err := GetAttrStr(t, flags, "dev_mode"); err != nil || v != True {
		return nil
	}
	_, err := LookupErrorHandler(t, errors)
	return err
}

// DecodeBytes decodes b, the memory of obj if that is not missing.
func DecodeBytes(t *Thread, b []byte, obj Value, encoding, errors string) (string, error) {
	if err := checkHandler(t, errors); err != nil {
		return "", err
	}
	if isUTF8Name(encoding) {
		s, _, err := DecodeUTF8(t, b, errors, obj, true)
		return s, err
	}
	if err := t.Charge(len(b)); err != nil {
		return "", err
	}
	name := canonicalEncoding(encoding)
	s, _, ok, err := DecodeKnown(t, b, obj, name, errors, true)
	if ok || err != nil {
		return s, err
	}
	return decodePython(t, b, obj, encoding, errors)
}

// EncodeKnown encodes with gopy's own codec of the canonical name; ok is false
// if there is none.
func EncodeKnown(t *Thread, s *Str, name, errors string) (b []byte, ok bool, err error) {
	c := newCoder(t, errorName(name), errors, Wrap(s))
	switch name {
	case "utf_8":
		if utf8.ValidString(s.s) {
			return []byte(s.s), true, nil
		}
		err = c.encodeUTF8(s)
	case "utf_8_sig":
		c.out = append(c.out, "\uFEFF"...)
		err = c.encodeUTF8(s)
	case "latin_1":
		err = c.encodeLimit(s, 256)
	case "ascii":
		err = c.encodeLimit(s, 128)
	case "utf_16":
		c.out = append(c.out, 0xFF, 0xFE)
		err = c.encodeUTF16(s, false)
	case "utf_16_le", "utf_16_be":
		err = c.encodeUTF16(s, name == "utf_16_be")
	case "utf_32":
		c.out = append(c.out, 0xFF, 0xFE, 0, 0)
		err = c.encodeUTF32(s, false)
	case "utf_32_le", "utf_32_be":
		err = c.encodeUTF32(s, name == "utf_32_be")
	case "unicode_escape":
		return escapeUnicode(s.s, false), true, nil
	case "raw_unicode_escape":
		return escapeUnicode(s.s, true), true, nil
	case "utf_7":
		return encodeUTF7(s.s), true, nil
	default:
		m := charmaps.Find(name)
		if m == nil {
			return encodeMultibyte(c, s, name)
		}
		c.enc = "charmap"
		err = c.encodeRunes(s, "character maps to <undefined>", true, func(b []byte, r rune) ([]byte, bool) {
			x, ok := m.Encode(r)
			return append(b, x), ok
		})
	}
	return c.out, true, err
}

// errorName is how a codec calls itself in exceptions.
func errorName(name string) string {
	if name == "latin_1" || strings.HasPrefix(name, "utf_") {
		return strings.ReplaceAll(strings.TrimSuffix(name, "_sig"), "_", "-")
	}
	switch name {
	case "unicode_escape":
		return "unicodeescape"
	case "raw_unicode_escape":
		return "rawunicodeescape"
	}
	return name
}

// DecodeKnown decodes with gopy's own codec of the canonical name. n is the
// number of bytes used, which may be fewer than there are unless final is set.
func DecodeKnown(t *Thread, b []byte, obj Value, name, errors string, final bool) (s string, n int, ok bool, err error) {
	c := newCoder(t, errorName(name), errors, obj)
	n = len(b)
	switch name {
	case "utf_8":
		s, n, err = DecodeUTF8(t, b, errors, obj, final)
		return s, n, true, err
	case "utf_8_sig":
		skip := 0
		if strings.HasPrefix(stringView(b), "\uFEFF") {
			skip = 3
		}
		s, n, err = DecodeUTF8(t, b[skip:], errors, Value{}, final)
		return s, n + skip, true, err
	case "latin_1":
		return decodeLatin1(b), n, true, nil
	case "ascii":
		n, err = c.ascii(b)
	case "utf_16":
		big, skip := byteOrderMark(b, 2)
		c.enc += endian(big)
		n, err = c.utf16(b, skip, big, final)
	case "utf_16_le", "utf_16_be":
		n, err = c.utf16(b, 0, name == "utf_16_be", final)
	case "utf_32":
		big, skip := byteOrderMark(b, 4)
		c.enc += endian(big)
		n, err = c.utf32(b, skip, big, final)
	case "utf_32_le", "utf_32_be":
		n, err = c.utf32(b, 0, name == "utf_32_be", final)
	case "unicode_escape":
		n, err = c.unescapeUnicode(b, final)
	case "raw_unicode_escape":
		n, err = c.unescapeRaw(b, final)
	case "utf_7":
		c.enc = "utf7"
		n, err = c.utf7(b)
	default:
		m := charmaps.Find(name)
		if m == nil {
			return decodeMultibyte(c, b, name, final)
		}
		c.enc = "charmap"
		n, err = c.charmap(b, m)
	}
	return string(c.out), n, true, err
}

func endian(big bool) string {
	if big {
		return "-be"
	}
	return "-le"
}

func (c *coder) charmap(b []byte, m *charmaps.Map) (int, error) {
	for i := 0; i < len(b); {
		if r := m.Decode[b[i]]; r != charmaps.Undefined {
			c.out = utf8.AppendRune(c.out, r)
			i++
			continue
		}
		var err error
		if i, b, err = c.decodeError(b, i, i+1, "character maps to <undefined>"); err != nil {
			return 0, err
		}
	}
	return len(b), nil
}

// RegisterCodec is codecs.register.
func RegisterCodec(t *Thread, search Value) error {
	if !Callable(search) {
		return TypeErrorf("argument must be callable")
	}
	s := t.Interp.codecs()
	s.search = append(s.search, search)
	return nil
}

// UnregisterCodec is codecs.unregister.
func UnregisterCodec(t *Thread, search Value) {
	s := t.Interp.codecs()
	for i, f := range s.search {
		if f == search {
			s.search = append(s.search[:i:i], s.search[i+1:]...)
			clear(s.cache)
			return
		}
	}
}

// LookupCodec finds the codec info of an encoding through the search functions.
func LookupCodec(t *Thread, encoding string) (Value, error) {
	name := strings.ToLower(strings.ReplaceAll(encoding, " ", "_"))
	s := t.Interp.codecs()
	if v, ok := s.cache[name]; ok {
		return v, nil
	}
	if len(s.search) == 0 {
		if _, err := t.Interp.Runtime.Import(t, "encodings", Value{}, Value{}, Value{}, 0); err != nil && !IsExc(err, &ImportErrorType) {
			return Value{}, err
		}
	}
	for _, f := range s.search {
		v, err := CallArgs(t, f, NewStr(name))
		if err != nil {
			return Value{}, err
		}
		if v.IsNone() {
			continue
		}
		if !v.solid(&TupleType) || len(As[Tuple](v).Items) != 4 {
			return Value{}, TypeErrorf("codec search functions must return 4-tuples")
		}
		s.cache[name] = v
		return v, nil
	}
	return Value{}, Errorf(&LookupErrorType, "unknown encoding: %s", encoding)
}

// pythonCodec calls part i (0 encode, 1 decode) of a registered text codec.
func pythonCodec(t *Thread, encoding, errors, alternative string, i int, arg Value) (Value, error) {
	info, err := LookupCodec(t, encoding)
	if err != nil {
		return Value{}, err
	}
	if text, err := GetAttrOpt(t, info, t.Intern("_is_text_encoding")); err != nil {
		return Value{}, err
	} else if text == False {
		return Value{}, Errorf(&LookupErrorType, "'%s' is not a text encoding; use %s to handle arbitrary codecs", encoding, alternative)
	}
	args := []Value{arg}
	if errors != "" {
		args = append(args, NewStr(errors))
	}
	r, err := Call(t, As[Tuple](info).Items[i], args, nil)
	if err != nil {
		return Value{}, err
	}
	if !r.solid(&TupleType) || len(As[Tuple](r).Items) != 2 {
		what := [...]string{"encoder", "decoder"}[i]
		return Value{}, TypeErrorf("%s must return a tuple (object, integer)", what)
	}
	return As[Tuple](r).Items[0], nil
}

func encodePython(t *Thread, s *Str, encoding, errors string) ([]byte, error) {
	r, err := pythonCodec(t, encoding, errors, "codecs.encode()", 0, Wrap(s))
	if err != nil {
		return nil, err
	}
	if !r.solid(&BytesType) && !r.solid(&ByteArrayType) {
		return nil, TypeErrorf("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types", encoding, r.O.Type.MsgName())
	}
	b, _ := BytesOf(r)
	return b, nil
}

func decodePython(t *Thread, b []byte, obj Value, encoding, errors string) (string, error) {
	if obj.O == nil {
		obj = NewBytes(append([]byte(nil), b...))
	}
	r, err := pythonCodec(t, encoding, errors, "codecs.decode()", 1, obj)
	if err != nil {
		return "", err
	}
	s, ok := AsStr(r)
	if !ok {
		return "", TypeErrorf("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types", encoding, r.O.Type.MsgName())
	}
	return s.s, nil
}

// codecArgs reads the arguments encoding and errors of encode and decode.
func codecArgs(fn string, enc, errs Value) (encoding, errors string, err error) {
	encoding = "utf-8"
	if enc.O != nil {
		s, ok := AsStr(enc)
		if !ok {
			return "", "", TypeErrorf("%s() argument 'encoding' must be str, not %s", fn, argTypeName(enc))
		}
		encoding = s.s
	}
	if errs.O != nil {
		s, ok := AsStr(errs)
		if !ok {
			return "", "", TypeErrorf("%s() argument 'errors' must be str, not %s", fn, argTypeName(errs))
		}
		errors = s.s
	}
	if strings.IndexByte(encoding, 0) >= 0 || strings.IndexByte(errors, 0) >= 0 {
		err = ValueErrorf("embedded null character")
	}
	return encoding, errors, err
}

func strEncode(t *Thread, a []Value) (Value, error) {
	enc, errs, err := codecArgs("encode", a[1], a[2])
	if err != nil {
		return Value{}, err
	}
	b, err := EncodeStr(t, As[Str](a[0]), enc, errs)
	if err != nil {
		return Value{}, err
	}
	return NewBytes(b), nil
}

func bytesDecode(t *Thread, a []Value) (Value, error) {
	enc, errs, err := codecArgs("decode", a[1], a[2])
	if err != nil {
		return Value{}, err
	}
	b, err := GetBuffer(a[0])
	if err != nil {
		return Value{}, err
	}
	s, err := DecodeBytes(t, b, a[0], enc, errs)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

// strDecode is str(object, encoding, errors).
func strDecode(t *Thread, args, kw []Value) (Value, error) {
	var a [3]Value
	if len(args)-len(kw) > 3 {
		return Value{}, TypeErrorf("str expected at most 3 arguments, got %d", len(args))
	}
	if len(args) > 3 {
		return Value{}, TypeErrorf("str() takes at most 3 arguments (%d given)", len(args))
	}
	npos := copy(a[:], args[:len(args)-len(kw)])
	names := [3]string{"object", "encoding", "errors"}
next:
	for i, k := range kw {
		for j, n := range names {
			if As[Str](k).s != n {
				continue
			}
			if a[j].O != nil {
				return Value{}, TypeErrorf("argument for str() given by name ('%s') and position (%d)", n, j+1)
			}
			a[j] = args[npos+i]
			continue next
		}
		return Value{}, TypeErrorf("str() got an unexpected keyword argument '%s'", As[Str](k).s)
	}
	enc, errs, err := codecArgs("str", a[1], a[2])
	if err != nil {
		return Value{}, err
	}
	switch {
	case a[0].O == nil:
		return Wrap(&emptyStr), nil
	case a[1].O == nil && a[2].O == nil:
		return StrValue(t, a[0])
	case a[0].solid(&StrType):
		return Value{}, TypeErrorf("decoding str is not supported")
	}
	b, ok := BytesOf(a[0])
	if !ok {
		return Value{}, TypeErrorf("decoding to str: need a bytes-like object, %s found", a[0].O.Type.MsgName())
	}
	s, err := DecodeBytes(t, b, a[0], enc, errs)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}
