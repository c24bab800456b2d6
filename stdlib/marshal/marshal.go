// Package marshal implements the marshal module (library reference,
// "marshal"). The format is CPython's, except for code objects, which are
// gopy's own and hold for one build of it.
package marshal

import (
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
)

// version is the newest version of the format.
const version = 5

// maxDepth bounds the nesting of what is written and read.
const maxDepth = 2000

// The types of items.
const (
	tNone, tFalse, tTrue, tNull      = 'N', 'F', 'T', '0'
	tStopIteration, tEllipsis        = 'S', '.'
	tInt, tLong, tInt64              = 'i', 'l', 'I'
	tFloat, tBinaryFloat             = 'f', 'g'
	tComplex, tBinaryComplex         = 'x', 'y'
	tBytes, tInterned, tUnicode      = 's', 't', 'u'
	tASCII, tASCIIInterned           = 'a', 'A'
	tShortASCII, tShortASCIIInterned = 'z', 'Z'
	tTuple, tSmallTuple, tList       = '(', ')', '['
	tDict, tSet, tFrozenSet          = '{', '<', '>'
	tCode, tSlice, tRef              = 'c', ':', 'r'

	flagRef = 0x80 // the item is referred to later
)

// Module declares marshal.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "marshal", Doc: "Write and read simple objects and code in a binary form.", Funcs: rows,
		Consts: map[string]value{"version": object.Int(version)}}
}

var rows = []object.Func{
	{Name: "dump", Sig: "(value, file, version=5, /, *, allow_code=True)", Doc: "Write the value to a binary file.", Fn: func(t *thread, a []value) (value, error) {
		b, err := dump(t, a[0], a[2], a[3])
		if err != nil {
			return value{}, err
		}
		return object.CallMethod(t, a[1], "write", object.NewBytes(b))
	}},
	{Name: "load", Sig: "(file, /, *, allow_code=True)", Doc: "Read one value from a binary file.", Fn: load},
	{Name: "dumps", Sig: "(value, version=5, /, *, allow_code=True)", Doc: "Return the bytes that dump() would write.", Fn: func(t *thread, a []value) (value, error) {
		b, err := dump(t, a[0], a[1], a[2])
		if err != nil {
			return value{}, err
		}
		return object.NewBytes(b), nil
	}},
	{Name: "loads", Sig: "(bytes, /, *, allow_code=True)", Doc: "Return the value in a bytes-like object.", Fn: func(t *thread, a []value) (value, error) {
		b, err := arg.Bytes(t, a[0])
		if err != nil {
			return value{}, err
		}
		code, err := arg.Bool(t, a[1], true)
		if err != nil {
			return value{}, err
		}
		r := &reader{t: t, b: b, code: code}
		return r.top()
	}},
}

func dump(t *thread, v, ver, allow value) ([]byte, error) {
	n, err := arg.Int(t, ver, version)
	if err != nil {
		return nil, err
	}
	code, err := arg.Bool(t, allow, true)
	if err != nil {
		return nil, err
	}
	w := &writer{t: t, version: n, code: code}
	if n >= 3 {
		w.refs = map[value]int{}
	}
	if err := w.value(v, 0); err != nil {
		return nil, err
	}
	return w.b, nil
}

func load(t *thread, a []value) (value, error) {
	code, err := arg.Bool(t, a[1], true)
	if err != nil {
		return value{}, err
	}
	// A file that gives text is refused before anything is taken from it.
	empty, err := object.CallMethod(t, a[0], "read", object.Int(0))
	if err != nil {
		return value{}, err
	}
	if _, ok := object.BytesOf(empty); !ok {
		return value{}, object.TypeErrorf("file.read() returned not bytes but %s", empty.O.Type.MsgName())
	}
	r := &reader{t: t, file: a[0], code: code}
	return r.top()
}
