package codecs

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed codecs.py
var publicSource string

//go:embed encodings.py
var encodingsSource string

// Public declares codecs.
func Public() object.ModuleSpec { return object.ModuleSpec{Name: "codecs", Source: publicSource} }

// Encodings declares encodings.
func Encodings() object.ModuleSpec {
	return object.ModuleSpec{Name: "encodings", Source: encodingsSource}
}

// known are the functions that encodings is made of.
var known = []object.Func{
	{Name: "_known", Sig: "(encoding, /)", Doc: "The name of gopy's own codec of an encoding, or None.", Fn: func(t *thread, a []value) (value, error) {
		s, err := strArg("_known", "", a[0])
		if err != nil {
			return value{}, err
		}
		name := object.CanonicalEncoding(s)
		if _, _, ok, _ := object.DecodeKnown(t, nil, value{}, name, "strict", true); !ok {
			return object.None, nil
		}
		return object.NewStr(name), nil
	}},
	{Name: "_encode_known", Sig: "(name, str, errors, /)", Fn: func(t *thread, a []value) (value, error) {
		name, err := strArg("_encode_known", "1", a[0])
		if err != nil {
			return value{}, err
		}
		s, ok := object.AsStr(a[1])
		if !ok {
			return value{}, object.TypeErrorf("encode() argument 1 must be str, not %s", a[1].O.Type.MsgName())
		}
		errors, err := optional("encode", "2", a[2], "strict")
		if err != nil {
			return value{}, err
		}
		b, _, err := object.EncodeKnown(t, s, name, errors)
		return object.NewBytes(b), err
	}},
	{Name: "_decode_known", Sig: "(name, data, errors, final, /)", Fn: func(t *thread, a []value) (value, error) {
		name, err := strArg("_decode_known", "1", a[0])
		if err != nil {
			return value{}, err
		}
		b, ok := object.BytesOf(a[1])
		if !ok {
			return value{}, object.TypeErrorf("a bytes-like object is required, not '%s'", a[1].O.Type.MsgName())
		}
		errors, err := optional("decode", "2", a[2], "strict")
		if err != nil {
			return value{}, err
		}
		final, err := object.Truth(t, a[3])
		if err != nil {
			return value{}, err
		}
		s, n, _, err := object.DecodeKnown(t, b, a[1], name, errors, final)
		if err != nil {
			return value{}, err
		}
		return object.NewTuple(object.NewStr(s), object.IntOf(n)), nil
	}},
}
