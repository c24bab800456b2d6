package codecs

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// textCodecs are the codecs with functions NAME_encode and NAME_decode; final
// tells that the decoder has the argument of that name.
var textCodecs = []struct {
	name  string
	final bool
}{
	{"utf_8", true}, {"utf_7", true}, {"utf_16", true}, {"utf_16_le", true}, {"utf_16_be", true},
	{"utf_32", true}, {"utf_32_le", true}, {"utf_32_be", true}, {"unicode_escape", true}, {"raw_unicode_escape", true},
	{"latin_1", false}, {"ascii", false},
}

func textFuncs() []object.Func {
	var out []object.Func
	for _, c := range textCodecs {
		encSig, decSig := "(str, errors=None, /)", "(data, errors=None, /)"
		switch {
		case c.name == "utf_16" || c.name == "utf_32":
			encSig = "(str, errors=None, byteorder=0, /)"
			out = append(out, object.Func{Name: c.name + "_ex_decode", Sig: "(data, errors=None, byteorder=0, final=False, /)", Fn: exDecoder(c.name)})
			decSig = "(data, errors=None, final=False, /)"
		case strings.HasSuffix(c.name, "escape"):
			decSig = "(data, errors=None, final=True, /)"
		case c.final:
			decSig = "(data, errors=None, final=False, /)"
		}
		out = append(out, object.Func{Name: c.name + "_encode", Sig: encSig, Fn: encoder(c.name)},
			object.Func{Name: c.name + "_decode", Sig: decSig, Fn: decoder(c.name, strings.HasSuffix(c.name, "escape") || !c.final)})
	}
	return append(out, mapFuncs...)
}

func encoder(name string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		s, ok := object.AsStr(a[0])
		if !ok {
			return value{}, object.TypeErrorf("%s_encode() argument 1 must be str, not %s", name, a[0].O.Type.MsgName())
		}
		errors, err := optional(name+"_encode", "2", a[1], "strict")
		if err != nil {
			return value{}, err
		}
		codec := name
		if len(a) > 2 && a[2].O != nil {
			order, err := object.IndexInt(t, a[2], &object.OverflowErrorType)
			if err != nil {
				return value{}, err
			}
			codec += endian(order)
		}
		b, _, err := object.EncodeKnown(t, s, codec, errors)
		if err != nil {
			return value{}, err
		}
		return object.NewTuple(object.NewBytes(b), object.IntOf(s.CharLen())), nil
	}
}

func endian(order int) string {
	switch {
	case order < 0:
		return "_le"
	case order > 0:
		return "_be"
	}
	return ""
}

func decoder(name string, final bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		f := final
		if len(a) > 2 && a[2].O != nil {
			var err error
			if f, err = object.Truth(t, a[2]); err != nil {
				return value{}, err
			}
		}
		s, n, err := decode(t, name, a[0], a[1], f)
		if err != nil {
			return value{}, err
		}
		return object.NewTuple(object.NewStr(s), object.IntOf(n)), nil
	}
}

func decode(t *thread, name string, data, errs value, final bool) (string, int, error) {
	errors, err := optional(name+"_decode", "2", errs, "strict")
	if err != nil {
		return "", 0, err
	}
	var b []byte
	if s, ok := object.AsStr(data); ok && strings.HasSuffix(name, "escape") {
		b = []byte(s.String())
	} else if b, err = object.GetBuffer(data); err != nil {
		return "", 0, err
	}
	s, n, _, err := object.DecodeKnown(t, b, data, name, errors, final)
	return s, n, err
}

// exDecoder is utf_16_ex_decode and utf_32_ex_decode: they tell the byte order
// they found.
func exDecoder(name string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		order, final := 0, false
		var err error
		if a[2].O != nil {
			if order, err = object.IndexInt(t, a[2], &object.OverflowErrorType); err != nil {
				return value{}, err
			}
		}
		if a[3].O != nil {
			if final, err = object.Truth(t, a[3]); err != nil {
				return value{}, err
			}
		}
		if b, ok := object.BytesOf(a[0]); ok && order == 0 {
			order = markOrder(b, name)
		}
		codec := name
		if order != 0 && !startsWithMark(a[0], name) {
			codec += endian(order)
		}
		s, n, err := decode(t, codec, a[0], a[1], final)
		if err != nil {
			return value{}, err
		}
		return object.NewTuple(object.NewStr(s), object.IntOf(n), object.IntOf(order)), nil
	}
}

func markOrder(b []byte, name string) int {
	s := string(b[:min(len(b), 4)])
	switch {
	case name == "utf_16" && strings.HasPrefix(s, "\xff\xfe"), name == "utf_32" && s == "\xff\xfe\x00\x00":
		return -1
	case name == "utf_16" && strings.HasPrefix(s, "\xfe\xff"), name == "utf_32" && s == "\x00\x00\xfe\xff":
		return 1
	}
	return 0
}

func startsWithMark(v value, name string) bool {
	b, ok := object.BytesOf(v)
	return ok && markOrder(b, name) != 0
}

var mapFuncs = []object.Func{
	{Name: "charmap_encode", Sig: "(str, errors=None, mapping=None, /)", Fn: charmapEncode},
	{Name: "charmap_decode", Sig: "(data, errors=None, mapping=None, /)", Fn: charmapDecode},
	{Name: "charmap_build", Sig: "(map, /)", Fn: func(t *thread, a []value) (value, error) {
		s, ok := object.AsStr(a[0])
		if !ok {
			return value{}, object.TypeErrorf("charmap_build() argument must be str, not %s", a[0].O.Type.MsgName())
		}
		d := object.NewDict()
		i := 0
		for text := s.String(); text != "" && i < 256; i++ {
			r, n := object.DecodeRune(text)
			text = text[n:]
			if err := d.Set(t, object.Int(int64(r)), object.IntOf(i)); err != nil {
				return value{}, err
			}
		}
		return object.Wrap(d), nil
	}},
	{Name: "escape_encode", Sig: "(data, errors=None, /)", Fn: func(t *thread, a []value) (value, error) {
		if a[0].O.Type.Solid != &object.BytesType {
			return value{}, object.TypeErrorf("escape_encode() argument 1 must be bytes, not %s", a[0].O.Type.MsgName())
		}
		b, _ := object.BytesOf(a[0])
		return object.NewTuple(object.NewBytesString(object.EscapeBytes(string(b))), object.IntOf(len(b))), nil
	}},
	{Name: "escape_decode", Sig: "(data, errors=None, /)", Fn: escapeDecode},
	{Name: "readbuffer_encode", Sig: "(data, errors=None, /)", Fn: func(t *thread, a []value) (value, error) {
		var b []byte
		if s, ok := object.AsStr(a[0]); ok {
			b = []byte(s.String())
		} else {
			x, err := object.GetBuffer(a[0])
			if err != nil {
				return value{}, err
			}
			b = append(b, x...)
		}
		return object.NewTuple(object.NewBytes(b), object.IntOf(len(b))), nil
	}},
}

func charmapEncode(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[0])
	if !ok {
		return value{}, object.TypeErrorf("charmap_encode() argument 1 must be str, not %s", a[0].O.Type.MsgName())
	}
	errors, err := optional("charmap_encode", "2", a[1], "strict")
	if err != nil {
		return value{}, err
	}
	b, err := object.EncodeCharmap(t, s, errors, a[2])
	if err != nil {
		return value{}, err
	}
	return object.NewTuple(object.NewBytes(b), object.IntOf(s.CharLen())), nil
}

func charmapDecode(t *thread, a []value) (value, error) {
	errors, err := optional("charmap_decode", "2", a[1], "strict")
	if err != nil {
		return value{}, err
	}
	b, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, err
	}
	s, err := object.DecodeCharmap(t, b, a[0], errors, a[2])
	if err != nil {
		return value{}, err
	}
	return object.NewTuple(object.NewStr(s), object.IntOf(len(b))), nil
}

func escapeDecode(t *thread, a []value) (value, error) {
	errors, err := optional("escape_decode", "2", a[1], "strict")
	if err != nil {
		return value{}, err
	}
	var b []byte
	if s, ok := object.AsStr(a[0]); ok {
		b = []byte(s.String())
	} else if b, err = object.GetBuffer(a[0]); err != nil {
		return value{}, err
	}
	out, err := object.UnescapeBytes(b, errors)
	if err != nil {
		return value{}, err
	}
	return object.NewTuple(object.NewBytes(out), object.IntOf(len(b))), nil
}
