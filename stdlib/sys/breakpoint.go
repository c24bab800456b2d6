package sys

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// breakpointHook is sys.breakpointhook (PEP 553): it calls what
// $PYTHONBREAKPOINT names, pdb.set_trace if that is empty, nothing if it is 0.
func breakpointHook(t *thread, a []value) (value, error) {
	name, err := environment(t, "PYTHONBREAKPOINT")
	switch {
	case err != nil:
		return value{}, err
	case name == "0":
		return object.None, nil
	case name == "":
		name = "pdb.set_trace"
	}
	module, attr := "builtins", name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		module, attr = name[:i], name[i+1:]
	}
	f, err := importAttr(t, module, attr)
	if err != nil {
		if name == "pdb.set_trace" {
			return value{}, err
		}
		return object.None, object.Warn(t, &object.RuntimeWarningType, "Ignoring unimportable $PYTHONBREAKPOINT: \""+name+"\"")
	}
	args := append([]value(nil), object.As[object.Tuple](a[0]).Items...)
	var kw []value
	object.As[object.Dict](a[1]).Each(func(k, v value) bool {
		kw, args = append(kw, k), append(args, v)
		return true
	})
	return object.Call(t, f, args, kw)
}

// environment reads os.environ, which the program may have changed.
func environment(t *thread, name string) (string, error) {
	os, err := t.Interp.Runtime.Import(t, "os", value{}, value{}, value{}, 0)
	if err != nil {
		return "", err
	}
	env, err := object.GetAttrStr(t, os, "environ")
	if err != nil {
		return "", err
	}
	v, err := object.CallMethod(t, env, "get", object.NewStr(name), object.NewStr(""))
	if err != nil {
		return "", err
	}
	return object.ToStr(t, v)
}

func importAttr(t *thread, module, attr string) (value, error) {
	if module == "" {
		return value{}, object.ValueErrorf("Empty module name")
	}
	m, err := t.Interp.Runtime.Import(t, module, value{}, value{}, object.NewTuple(object.NewStr(attr)), 0)
	if err != nil {
		return value{}, err
	}
	return object.GetAttrStr(t, m, attr)
}
