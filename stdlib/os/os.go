// Package os implements os (library reference, "os") on top of posix.
package os

import (
	_ "embed"
	"os/user"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed os.py
var source string

func fsencode(t *thread, a []value) (value, error) {
	r, err := arg.FSPath(t, a[0])
	if err != nil {
		return value{}, err
	}
	s, ok := object.AsStr(r)
	if !ok {
		return r, nil
	}
	return object.CallMethod(t, object.Wrap(s), "encode", object.NewStr("utf-8"), object.NewStr("surrogateescape"))
}

func fsdecode(t *thread, a []value) (value, error) {
	r, err := arg.FSPath(t, a[0])
	if err != nil {
		return value{}, err
	}
	if b, ok := object.BytesOf(r); ok && r.O.Type.Solid == &object.BytesType {
		return object.NewStr(arg.FSDecode(string(b))), nil
	}
	return r, nil
}

// home finds the home directory of a user, of the process's own for None.
func home(t *thread, a []value) (value, error) {
	u, err := user.Current()
	if !a[0].IsNone() {
		name, serr := object.ToStr(t, a[0])
		if serr != nil {
			return value{}, serr
		}
		u, err = user.Lookup(name)
	}
	if err != nil {
		return object.None, nil
	}
	return object.NewStr(arg.FSDecode(u.HomeDir)), nil
}

// Module declares os.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "os", Doc: "Miscellaneous operating system interfaces.", Source: source,
		Funcs: []object.Func{
			{Name: "fsencode", Sig: "(filename)", Doc: "Encode a path to bytes with the file system encoding.", Fn: fsencode},
			{Name: "fsdecode", Sig: "(filename)", Doc: "Decode a path to text with the file system encoding.", Fn: fsdecode},
			{Name: "_home", Sig: "(name)", Fn: home},
		},
	}
}
