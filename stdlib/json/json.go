// Package json implements the json package (library reference, "json"): the
// scanner and the encoder in Go, the classes around them in Python.
package json

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var (
	//go:embed json.py
	packageSource string
	//go:embed decoder.py
	decoderSource string
	//go:embed encoder.py
	encoderSource string
	//go:embed tool.py
	toolSource string
)

// Modules declares the modules of the package.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"_json": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "_json", Doc: "json speedups", Funcs: rows,
				Consts: map[string]value{"make_scanner": object.Wrap(&scannerType), "make_encoder": object.Wrap(&encoderType)}}
		},
		"json": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "json", Package: true, Doc: "Reading and writing JSON.", Source: packageSource}
		},
		"json.decoder": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "json.decoder", Source: decoderSource}
		},
		"json.encoder": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "json.encoder", Source: encoderSource}
		},
		"json.scanner": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "json.scanner", Source: "from _json import make_scanner\nc_make_scanner = make_scanner\n__all__ = ['make_scanner']\n"}
		},
		"json.tool": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "json.tool", Source: toolSource}
		},
		"json.__main__": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "json.__main__", Source: "from json.tool import main\nmain()\n"}
		},
	}
}

var rows = []object.Func{
	{Name: "encode_basestring_ascii", Sig: "(string, /)", Doc: "Return an ASCII-only JSON representation of a Python string.", Fn: func(t *thread, a []value) (value, error) {
		return encodeString(a[0], true)
	}},
	{Name: "encode_basestring", Sig: "(string, /)", Doc: "Return a JSON representation of a Python string.", Fn: func(t *thread, a []value) (value, error) {
		return encodeString(a[0], false)
	}},
	{Name: "scanstring", Sig: "(string, end, strict=True, /)", Doc: "Scan a JSON string; end is the index behind its opening quote.", Fn: scanStringRow},
}
