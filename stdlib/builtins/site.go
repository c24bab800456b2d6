package builtins

// exit and quit, which CPython's site module adds for interactive use and
// which scripts use all the same (library reference, "Built-in Constants").

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

var quitterType object.Type

// quitter is exit or quit.
type quitter struct {
	object.Header
	name, eof string
}

const endOfFile = "Ctrl-D (i.e. EOF)"

func init() {
	quitterType.Define(object.TypeSpec{Name: "Quitter", Module: "_sitebuiltins", Sig: "(name, eof)", Size: unsafe.Sizeof(quitter{}),
		Slots: object.Slots{
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				a, err := object.BindArgs(t, quitterPlan, "Quitter", args, kw)
				if err != nil {
					return value{}, err
				}
				name, ok := object.AsStr(a[0])
				eof, ok2 := object.AsStr(a[1])
				if !ok || !ok2 {
					return value{}, object.TypeErrorf("Quitter() arguments must be str")
				}
				return object.Wrap(&quitter{object.Header{Type: &quitterType}, name.String(), eof.String()}), nil
			},
			Repr: func(t *thread, v value) (value, error) {
				return object.NewStr("Use " + object.As[quitter](v).name + "() or " + object.As[quitter](v).eof + " to exit"), nil
			},
			Call: func(t *thread, v value, args, kw []value) (value, error) { return quit(t, args, kw) },
		},
		GetSets: []object.GetSet{
			{Name: "name", Get: func(t *thread, v value) (value, error) { return object.NewStr(object.As[quitter](v).name), nil }},
			{Name: "eof", Get: func(t *thread, v value) (value, error) { return object.NewStr(object.As[quitter](v).eof), nil }},
		},
		Methods: []object.Func{{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
			q := object.As[quitter](a[0])
			return object.NewTuple(object.Wrap(&quitterType), object.NewTuple(object.NewStr(q.name), object.NewStr(q.eof))), nil
		}}}})
}

var quitterPlan = object.ParsePlan("(name, eof)")

// Site declares _sitebuiltins.
func Site() object.ModuleSpec {
	return object.ModuleSpec{Name: "_sitebuiltins", Types: []*object.Type{&quitterType}}
}

var quitPlan = object.ParsePlan("(code=None)")

// quit closes standard input, which ends an interactive program, and raises
// SystemExit.
func quit(t *thread, args, kw []value) (value, error) {
	a, err := object.BindArgs(t, quitPlan, "__call__", args, kw)
	if err != nil {
		return value{}, err
	}
	code := a[0]
	if code.O == nil {
		code = object.None
	}
	if in, ok := t.Interp.Sys.D.GetGo(t, "stdin"); ok && !in.IsNone() {
		_, _ = object.CallMethod(t, in, "close") // as CPython: a failure changes nothing
	}
	e, err := object.CallArgs(t, object.Wrap(&object.SystemExitType), code)
	if err != nil {
		return value{}, err
	}
	return value{}, object.As[object.Exception](e)
}

func addSite(t *thread, m *object.Module) {
	for _, n := range []string{"exit", "quit"} {
		m.Set(t, n, object.Wrap(&quitter{object.Header{Type: &quitterType}, n, endOfFile}))
	}
}
