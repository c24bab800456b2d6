package io

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

//go:embed io.py
var source string

var funcs = []object.Func{
	OpenFunc,
	{Name: "open_code", Sig: "(path)", Doc: "Open the file at path, which holds code, for reading bytes.", Fn: func(t *thread, a []value) (value, error) {
		if _, ok := object.AsStr(a[0]); !ok {
			return value{}, object.TypeErrorf("open_code() argument 'path' must be str, not %s", arg.TypeName(a[0]))
		}
		args := make([]value, 8)
		args[0], args[1] = a[0], object.NewStr("rb")
		return Open(t, args)
	}},
	{Name: "text_encoding", Sig: "(encoding, stacklevel=2, /)", Doc: "Choose the encoding of a text file: encoding, or the default for None.", Fn: func(t *thread, a []value) (value, error) {
		if a[0].IsNone() {
			return object.NewStr("locale"), nil
		}
		return a[0], nil
	}},
}

// Core declares _io.
func Core() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "_io", Funcs: funcs,
		Types: []*object.Type{&IOBaseType, &RawIOBaseType, &BufferedIOBaseType, &TextIOBaseType, &FileIOType, &BytesIOType, &StringIOType,
			&BufferedReaderType, &BufferedWriterType, &BufferedRandomType, &TextIOWrapperType, &NewlineDecoderType},
		Consts: map[string]value{"DEFAULT_BUFFER_SIZE": object.Int(DefaultBufferSize), "BlockingIOError": object.Wrap(&object.BlockingIOErrorType)},
		Init: func(t *thread, m *object.Module) error {
			tp, err := unsupportedType(t)
			if err == nil {
				m.Set(t, "UnsupportedOperation", object.Wrap(tp))
			}
			return err
		},
	}
}

// Module declares io.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "io", Doc: "Streams: raw files, buffers and text layers.", Source: source}
}
