package vm

import "github.com/gopy-lang/gopy/object"

// AddBuiltins puts the built-in functions that need the evaluator into m.
func AddBuiltins(t *object.Thread, m *object.Module) {
	imp := object.Wrap(object.NewFunc(&importRow, "builtins"))
	m.Set(t, "__import__", imp)
	threadOf(t).rt.SetImportFunc(imp)
	m.Set(t, "anext", object.Wrap(object.NewFunc(&anextRow, "builtins")))
	m.Set(t, "__build_class__", object.Wrap(object.NewRawFunc(&buildClassRow, "builtins", BuildClass)))
}

var buildClassRow = object.Func{Name: "__build_class__", Sig: "(func, name, /, *bases, metaclass=None, **kwds)", Doc: "Internal helper function used by the class statement."}

var importRow = object.Func{Name: "__import__", Sig: "(name, globals=None, locals=None, fromlist=(), level=0)", Doc: "Import a module.",
	Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		s, ok := object.AsStr(a[0])
		if !ok {
			return object.Value{}, object.TypeErrorf("module name must be a string")
		}
		level := 0
		if a[4].O != nil {
			var err error
			if level, err = object.IndexInt(t, a[4], &object.OverflowErrorType); err != nil {
				return object.Value{}, err
			}
			if level < 0 {
				return object.Value{}, object.ValueErrorf("level must be >= 0")
			}
		}
		return t.Interp.Runtime.Import(t, s.String(), a[1], a[2], a[3], level)
	}}
