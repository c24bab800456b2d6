// Package symtable implements the module symtable (library reference,
// "symtable") on the compiler's symbol tables.
package symtable

import (
	_ "embed"

	"github.com/gopy-lang/gopy/compiler"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/parser"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed symtable.py
var source string

// Modules declares the modules of the package.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"_symtable": func() object.ModuleSpec { return object.ModuleSpec{Name: "_symtable", Funcs: rows} },
		"symtable":  func() object.ModuleSpec { return object.ModuleSpec{Name: "symtable", Source: source} },
	}
}

var rows = []object.Func{
	{Name: "symtable", Sig: "(source, filename, startstr, /, *, module=None)", Doc: "Return the symbol tables of the source as nested tuples: kind, name, line, nested, parameters, symbols with their flags, children.", Fn: symtable},
}

type tableRuntime interface {
	SymbolTable(t *thread, src value, filename string, mode parser.Mode) (*compiler.Scope, error)
}

func symtable(t *thread, a []value) (value, error) {
	filename, ok := object.AsStr(a[1])
	if !ok {
		return value{}, object.TypeErrorf("symtable() argument 'filename' must be str, not %s", a[1].O.Type.MsgName())
	}
	start, ok := object.AsStr(a[2])
	if !ok {
		return value{}, object.TypeErrorf("symtable() argument 3 must be str, not %s", a[2].O.Type.MsgName())
	}
	var mode parser.Mode
	switch start.String() {
	case "exec":
		mode = parser.Exec
	case "eval":
		mode = parser.Eval
	case "single":
		mode = parser.Single
	default:
		return value{}, object.ValueErrorf("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
	}
	top, err := t.Interp.Runtime.(tableRuntime).SymbolTable(t, a[0], filename.String(), mode)
	if err != nil {
		return value{}, err
	}
	return export(t, top), nil
}

func export(t *thread, s *compiler.Scope) value {
	params := make([]value, len(s.Params))
	for i, p := range s.Params {
		params[i] = object.NewStr(p)
	}
	symbols := object.NewDict()
	for _, y := range s.Symbols {
		symbols.SetGo(t, y.Name, object.IntOf(y.Flags))
	}
	children := make([]value, len(s.Children))
	for i, c := range s.Children {
		children[i] = export(t, c)
	}
	return object.NewTuple(object.NewStr(s.Kind), object.NewStr(s.Name), object.IntOf(s.Line), object.Bool(s.Nested),
		object.NewTupleOwned(params), object.Wrap(symbols), object.NewListOwned(children))
}
