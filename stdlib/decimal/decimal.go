// Package decimal implements the decimal module (library reference,
// "decimal") on the arithmetic of internal/dec.
package decimal

import (
	_ "embed"

	"github.com/gopy-lang/gopy/internal/dec"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/contextvars"
)

type (
	value  = object.Value
	thread = object.Thread
	num    = dec.Num
)

//go:embed decimal.py
var source string

// Module declares decimal.
func Module() object.ModuleSpec {
	i := func(n int) value { return object.IntOf(n) }
	c := map[string]value{
		"MAX_PREC": i(dec.MaxPrec), "MAX_EMAX": i(dec.MaxEmax), "MIN_EMIN": i(dec.MinEmin), "MIN_ETINY": i(dec.MinTiny),
		"IEEE_CONTEXT_MAX_BITS": i(512), "HAVE_THREADS": object.True, "HAVE_CONTEXTVAR": object.True,
	}
	for _, n := range roundings {
		c[n] = object.NewStr(n)
	}
	return object.ModuleSpec{
		Name: "decimal", Doc: "Decimal fixed-point and floating-point arithmetic.", Source: source, Consts: c, Funcs: funcs,
		Types: []*object.Type{&DecimalType, &ContextType},
	}
}

var roundings = [...]string{"ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"}

// state is what an interpreter keeps.
type state struct {
	current *contextvars.Var
	classes []value // of the conditions, by bit
	dict    value   // the class SignalDict
	tuple   value   // the class DecimalTuple
	dflt    value   // DefaultContext
}

type stateKey struct{}

func stateOf(t *thread) *state {
	if v, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return v.(*state)
	}
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, &state{current: contextvars.NewVar("decimal_context")})
	return v.(*state)
}

const nSignals = 9

var funcs = []object.Func{
	{Name: "_setup", Sig: "(classes, dict, tuple, default, /)", Fn: func(t *thread, a []value) (value, error) {
		if a[0].O.Type != &object.TupleType || len(object.As[object.Tuple](a[0]).Items) <= nSignals {
			return value{}, object.TypeErrorf("_setup() is for the decimal module only")
		}
		s := stateOf(t)
		s.classes = append([]value(nil), object.As[object.Tuple](a[0]).Items...)
		s.dict, s.tuple, s.dflt = a[1], a[2], a[3]
		return object.None, nil
	}},
	{Name: "getcontext", Sig: "()", Doc: "Get the current default context.", Fn: func(t *thread, a []value) (value, error) {
		return object.Wrap(current(t)), nil
	}},
	{Name: "setcontext", Sig: "(context, /)", Doc: "Set a new default context.", Fn: func(t *thread, a []value) (value, error) {
		if a[0].O.Type.Solid != &ContextType {
			return value{}, object.TypeErrorf("argument must be a context")
		}
		s, c := stateOf(t), a[0]
		if asContext(c).template {
			c = object.Wrap(asContext(c).copy())
		}
		contextvars.Current(t).Store(s.current, c)
		return object.None, nil
	}},
}

// current is the context of the running code.
func current(t *thread) *Context {
	s := stateOf(t)
	c := contextvars.Current(t)
	if v, ok := c.Lookup(s.current); ok {
		return asContext(v)
	}
	var x *Context
	if s.dflt.IsNil() {
		x = newContext()
	} else {
		x = asContext(s.dflt).copy()
		x.flags = 0
	}
	c.Store(s.current, object.Wrap(x))
	return x
}

// contextArg is an optional context argument.
func contextArg(t *thread, v value) (*Context, error) {
	if v.IsNil() || v.IsNone() {
		return current(t), nil
	}
	if v.O.Type.Solid != &ContextType {
		return nil, object.TypeErrorf("optional argument must be a context")
	}
	return asContext(v), nil
}

// run computes with a context and raises what is trapped.
func (x *Context) run(t *thread, f func(c *dec.Context)) error {
	c := x.c
	c.Status = 0
	f(&c)
	return x.note(t, c.Status)
}

const invalid = dec.InvalidOperation | dec.ConversionSyntax | dec.DivisionImpossible | dec.DivisionUndefined | dec.InvalidContext

// signals maps conditions to signals.
func signals(c dec.Cond) dec.Cond {
	if c&invalid != 0 {
		c = c&^invalid | dec.InvalidOperation
	}
	return c
}

// note sets the flags of conditions and raises the first that is trapped.
func (x *Context) note(t *thread, status dec.Cond) error {
	if status == 0 {
		return nil
	}
	if status&dec.TooLarge != 0 {
		return object.MemoryError()
	}
	x.flags |= signals(status)
	trapped := signals(status) & x.traps
	if trapped == 0 {
		return nil
	}
	s := stateOf(t)
	shown := status & trapped
	if trapped&dec.InvalidOperation != 0 {
		shown |= status & invalid
	}
	var first value
	for i := range nSignals {
		if trapped&(1<<i) != 0 {
			first = s.classes[i]
			break
		}
	}
	var list []value
	for _, i := range [...]int{0, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8} {
		if shown&(1<<i) != 0 {
			list = append(list, s.classes[i])
		}
	}
	e, err := object.CallArgs(t, first, object.NewListOwned(list))
	if err != nil {
		return err
	}
	return object.As[object.Exception](e)
}
