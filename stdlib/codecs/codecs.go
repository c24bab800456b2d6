package codecs

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

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

//go:embed extra.py
var extraSource string

//go:embed aliases.py
var aliasesSource string

// submodules are the modules of encodings with a codec each.
const submodules = "ascii base64_codec big5 big5hkscs bz2_codec charmap cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 " +
	"cp1257 cp1258 cp273 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 " +
	"cp874 cp875 cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk hex_codec hp_roman8 hz idna iso2022_jp iso2022_jp_1 " +
	"iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr iso8859_1 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 " +
	"iso8859_16 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 johab koi8_r koi8_t koi8_u kz1048 latin_1 " +
	"mac_arabic mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154 punycode " +
	"quopri_codec raw_unicode_escape rot_13 shift_jis shift_jis_2004 shift_jisx0213 tis_620 undefined unicode_escape utf_16 utf_16_be utf_16_le " +
	"utf_32 utf_32_be utf_32_le utf_7 utf_8 utf_8_sig uu_codec zlib_codec"

// Modules declares the modules below encodings.
func Modules() map[string]func() object.ModuleSpec { return allModules() }

var allModules = sync.OnceValue(func() map[string]func() object.ModuleSpec {
	m := map[string]func() object.ModuleSpec{
		"_encodings_extra":  func() object.ModuleSpec { return object.ModuleSpec{Name: "_encodings_extra", Source: extraSource} },
		"encodings.aliases": func() object.ModuleSpec { return object.ModuleSpec{Name: "encodings.aliases", Source: aliasesSource} },
	}
	for _, n := range strings.Fields(submodules) {
		m["encodings."+n] = func() object.ModuleSpec {
			source := fmt.Sprintf("from _encodings_extra import submodule\nsubmodule(%q, globals())\ndel submodule\n", n)
			if n == "idna" || n == "punycode" {
				source += fmt.Sprintf("from _encodings_extra import %s\n", map[string]string{"idna": "ACE, ToASCII, ToUnicode, nameprep",
					"punycode": "punycode_decode, punycode_encode"}[n])
			}
			return object.ModuleSpec{Name: "encodings." + n, Source: source}
		}
	}
	return m
})

// known are the functions that encodings is made of.
var known = []object.Func{
	{Name: "_nfkc", Sig: "(str, /)", Doc: "Normalization form KC of a string.", Fn: func(t *thread, a []value) (value, error) {
		s, err := strArg("_nfkc", "", a[0])
		return object.NewStr(norm.NFKC.String(s)), err
	}},
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
