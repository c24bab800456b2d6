package vm

import "github.com/gopy-lang/gopy/object"

// AddBuiltins puts the built-in functions that need the evaluator into m.
func AddBuiltins(t *object.Thread, m *object.Module) {
	m.Set(t, "__build_class__", object.Wrap(object.NewRawFunc(&buildClassRow, "builtins", BuildClass)))
}

var buildClassRow = object.Func{Name: "__build_class__", Sig: "(func, name, /, *bases, metaclass=None, **kwds)", Doc: "Internal helper function used by the class statement."}
