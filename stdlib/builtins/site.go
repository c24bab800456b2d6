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
	name string
}

const endOfFile = "Ctrl-D (i.e. EOF)"

func init() {
	quitterType.Define(object.TypeSpec{Name: "Quitter", Module: "_sitebuiltins", Flags: object.FlagNoNew, Size: unsafe.Sizeof(quitter{}),
		Slots: object.Slots{
			Repr: func(t *thread, v value) (value, error) {
				return object.NewStr("Use " + object.As[quitter](v).name + "() or " + endOfFile + " to exit"), nil
			},
			Call: func(t *thread, v value, args, kw []value) (value, error) { return quit(t, args, kw) },
		},
		GetSets: []object.GetSet{
			{Name: "name", Get: func(t *thread, v value) (value, error) { return object.NewStr(object.As[quitter](v).name), nil }},
			{Name: "eof", Get: func(t *thread, v value) (value, error) { return object.NewStr(endOfFile), nil }},
		}})
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
		m.Set(t, n, object.Wrap(&quitter{object.Header{Type: &quitterType}, n}))
	}
}
