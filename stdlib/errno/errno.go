// Package errno implements the errno module (library reference, "errno").
package errno

import "github.com/gopy-lang/gopy/object"

// Module declares errno.
func Module() object.ModuleSpec {
	consts := make(map[string]object.Value, len(numbers))
	for n, v := range numbers {
		consts[n] = object.IntOf(int(v))
	}
	return object.ModuleSpec{
		Name: "errno", Doc: "Standard error numbers of the system.", Consts: consts,
		Init: func(t *object.Thread, m *object.Module) error {
			d := object.NewDict()
			for n, v := range numbers {
				if preferred[n] {
					continue
				}
				if err := d.Set(t, object.IntOf(int(v)), object.NewStr(n)); err != nil {
					return err
				}
			}
			m.Set(t, "errorcode", object.Wrap(d))
			return nil
		},
	}
}

// preferred are second names of numbers, which errorcode does not give.
var preferred = map[string]bool{"EWOULDBLOCK": true, "EDEADLOCK": true, "ENOTSUP": true}
