// Package hmac implements the hmac module (library reference, "hmac").
package hmac

import (
	"crypto/subtle"
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed hmac.py
var source string

// Module declares hmac.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "hmac", Doc: "Keyed hashing for message authentication (RFC 2104).", Source: source, Funcs: []object.Func{
		{Name: "compare_digest", Sig: "(a, b, /)", Doc: "Return 'a == b' in a time that does not depend on the contents.", Fn: compare},
	}}
}

func compare(t *thread, a []value) (value, error) {
	x, ok1 := object.AsStr(a[0])
	y, ok2 := object.AsStr(a[1])
	var b, c []byte
	if ok1 && ok2 {
		if !x.IsASCII() || !y.IsASCII() {
			return value{}, object.TypeErrorf("comparing strings with non-ASCII characters is not supported")
		}
		b, c = []byte(x.String()), []byte(y.String())
	} else {
		if a[0].O.Type.Slots.Buffer == nil && a[1].O.Type.Slots.Buffer == nil {
			return value{}, object.TypeErrorf("unsupported operand types(s) or combination of types: '%s' and '%s'", a[0].O.Type.MsgName(), a[1].O.Type.MsgName())
		}
		var err error
		if b, err = object.GetBuffer(a[0]); err != nil {
			return value{}, err
		}
		if c, err = object.GetBuffer(a[1]); err != nil {
			return value{}, err
		}
	}
	return object.Bool(subtle.ConstantTimeCompare(b, c) == 1), nil
}
