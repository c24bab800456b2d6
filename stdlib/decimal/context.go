package decimal

import (
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/dec"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// ContextType is decimal.Context.
var ContextType object.Type

// Context is a context.
type Context struct {
	object.Header
	c            dec.Context
	flags, traps dec.Cond
	template     bool // one of the module's own, copied when set
}

func asContext(v value) *Context { return object.As[Context](v) }

func newContext() *Context {
	return &Context{
		Header: object.Header{Type: &ContextType},
		c:      dec.Context{Prec: 28, Emin: -999999, Emax: 999999, Round: dec.HalfEven, Capitals: true},
		traps:  dec.InvalidOperation | dec.DivisionByZero | dec.Overflow,
	}
}

func (x *Context) copy() *Context {
	y := *x
	y.Header = object.Header{Type: &ContextType}
	y.template = false
	return &y
}

// class gives the signals of list, which holds exception classes.
func signalBits(t *thread, list value) (dec.Cond, error) {
	s := stateOf(t)
	if list.O.Type.Solid == &object.ListType {
		bits := dec.Cond(0)
		err := object.Iterate(t, list, func(v value) error {
			for i, c := range s.classes {
				if c == v {
					bits |= signals(1 << i)
					return nil
				}
			}
			return object.TypeErrorf("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
		})
		return bits, err
	}
	if ok, err := object.IsInstance(t, list, s.dict); err != nil {
		return 0, err
	} else if ok {
		v, err := object.CallMethod(t, list, "_bits")
		if err != nil {
			return 0, err
		}
		n, _ := object.AsInt64(v)
		return dec.Cond(n), nil
	}
	if list.O.Type.Solid == &object.DictType {
		bits := dec.Cond(0)
		d := object.As[object.Dict](list)
		if d.Len() != nSignals {
			return 0, object.ValueErrorf("invalid signal dict")
		}
		for i, c := range s.classes[:nSignals] {
			v, ok, err := d.Get(t, c)
			if err != nil {
				return 0, err
			}
			if !ok {
				return 0, object.ValueErrorf("invalid signal dict")
			}
			on, err := object.Truth(t, v)
			if err != nil {
				return 0, err
			}
			if on {
				bits |= 1 << i
			}
		}
		return bits, nil
	}
	return 0, object.TypeErrorf("argument must be a signal dict")
}

func roundingOf(v value) (dec.Rounding, error) {
	if s, ok := object.AsStr(v); ok {
		for i, n := range roundings {
			if n == s.String() {
				return dec.Rounding(i), nil
			}
		}
	}
	return 0, object.TypeErrorf("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
}

// setting reads an int from lo to hi.
func setting(v value, to *int, lo, hi int, msg string) error {
	if v.IsNil() {
		return object.AttributeErrorf("context attributes cannot be deleted")
	}
	if !object.IsIntLike(v) {
		return object.TypeErrorf("an integer is required")
	}
	n, ok := object.AsInt64(v)
	if !ok || int(n) < lo || int(n) > hi {
		return object.ValueErrorf("%s", msg)
	}
	*to = int(n)
	return nil
}

// set sets an attribute.
func (x *Context) set(t *thread, name string, v value) (err error) {
	n := 0
	switch name {
	case "prec":
		return setting(v, &x.c.Prec, 1, dec.MaxPrec, "valid range for prec is [1, MAX_PREC]")
	case "Emin":
		return setting(v, &x.c.Emin, dec.MinEmin, 0, "valid range for Emin is [MIN_EMIN, 0]")
	case "Emax":
		return setting(v, &x.c.Emax, 0, dec.MaxEmax, "valid range for Emax is [0, MAX_EMAX]")
	case "capitals":
		err = setting(v, &n, 0, 1, "valid values for capitals are 0 or 1")
		if err == nil {
			x.c.Capitals = n == 1
		}
	case "clamp":
		err = setting(v, &n, 0, 1, "valid values for clamp are 0 or 1")
		if err == nil {
			x.c.Clamp = n == 1
		}
	case "rounding":
		var r dec.Rounding
		if r, err = roundingOf(v); err == nil {
			x.c.Round = r
		}
	case "flags", "traps":
		var b dec.Cond
		if b, err = signalBits(t, v); err != nil {
			return err
		}
		if name == "flags" {
			x.flags = b
		} else {
			x.traps = b
		}
	}
	return err
}

var (
	attributes  = [...]string{"prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"}
	contextPlan = arg.Plan{Name: "Context", Sig: "(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)"}
)

func contextNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	x := object.Alloc[Context](tp, &ContextType)
	h := x.Header
	*x = *newContext()
	x.Header = h
	if s := stateOf(t); !s.dflt.IsNil() {
		d := asContext(s.dflt)
		x.c, x.traps = d.c, d.traps
	}
	return object.Wrap(x), nil
}

func contextInit(t *thread, self value, args, kw []value) error {
	a, err := contextPlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	for i, n := range attributes {
		if arg.Given(a[i]) {
			if err := asContext(self).set(t, n, a[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// list is the classes of signals.
func list(t *thread, bits dec.Cond) value {
	var out []value
	for i := range nSignals {
		if bits&(1<<i) != 0 {
			out = append(out, stateOf(t).classes[i])
		}
	}
	return object.NewListOwned(out)
}

// names of the signals in the order in which a repr shows them.
var signalNames = [nSignals]string{"InvalidOperation", "FloatOperation", "DivisionByZero", "Overflow", "Underflow", "Subnormal", "Inexact", "Rounded", "Clamped"}

// shownOrder is libmpdec's order of the signals.
var shownOrder = [nSignals]int{8, 0, 2, 6, 1, 3, 7, 5, 4}

func names(bits dec.Cond) string {
	var out []string
	for _, i := range shownOrder {
		if bits&(1<<i) != 0 {
			out = append(out, signalNames[i])
		}
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func contextRepr(t *thread, v value) (value, error) {
	x := asContext(v)
	return object.NewStrf("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=%s, traps=%s)",
		x.c.Prec, roundings[x.c.Round], x.c.Emin, x.c.Emax, bit(x.c.Capitals), bit(x.c.Clamp), names(x.flags), names(x.traps)), nil
}

func (x *Context) get(t *thread, name string) (value, error) {
	switch name {
	case "prec":
		return object.IntOf(x.c.Prec), nil
	case "Emin":
		return object.IntOf(x.c.Emin), nil
	case "Emax":
		return object.IntOf(x.c.Emax), nil
	case "capitals":
		return object.IntOf(bit(x.c.Capitals)), nil
	case "clamp":
		return object.IntOf(bit(x.c.Clamp)), nil
	case "rounding":
		return object.NewStr(roundings[x.c.Round]), nil
	}
	return object.CallArgs(t, stateOf(t).dict, object.Wrap(x), object.Bool(name == "traps"))
}

// control are the methods of contexts that do not compute.
var control = []object.Func{
	{Name: "Etiny", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		c := &asContext(a[0]).c
		return object.IntOf(c.Emin - c.Prec + 1), nil
	}},
	{Name: "Etop", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		c := &asContext(a[0]).c
		return object.IntOf(c.Emax - c.Prec + 1), nil
	}},
	{Name: "clear_flags", Sig: "($self, /)", Doc: "Reset all flags to False.", Fn: func(t *thread, a []value) (value, error) {
		asContext(a[0]).flags = 0
		return object.None, nil
	}},
	{Name: "clear_traps", Sig: "($self, /)", Doc: "Set all traps to False.", Fn: func(t *thread, a []value) (value, error) {
		asContext(a[0]).traps = 0
		return object.None, nil
	}},
	{Name: "copy", Sig: "($self, /)", Doc: "Return a duplicate of the context.", Fn: copyContext},
	{Name: "__copy__", Sig: "($self, /)", Fn: copyContext},
	{Name: "_bits", Sig: "($self, traps, /)", Fn: func(t *thread, a []value) (value, error) {
		if a[1] == object.True {
			return object.IntOf(int(asContext(a[0]).traps)), nil
		}
		return object.IntOf(int(asContext(a[0]).flags)), nil
	}},
	{Name: "_set_bits", Sig: "($self, traps, bits, /)", Fn: func(t *thread, a []value) (value, error) {
		n, _ := object.AsInt64(a[2])
		if a[1] == object.True {
			asContext(a[0]).traps = dec.Cond(n)
		} else {
			asContext(a[0]).flags = dec.Cond(n)
		}
		return object.None, nil
	}},
	{Name: "_mark", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		asContext(a[0]).template = true
		return a[0], nil
	}},
	{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		x := asContext(a[0])
		i := object.IntOf
		return object.NewTuple(object.Wrap(x.Type), object.NewTuple(i(x.c.Prec), object.NewStr(roundings[x.c.Round]), i(x.c.Emin), i(x.c.Emax),
			i(bit(x.c.Capitals)), i(bit(x.c.Clamp)), list(t, x.flags), list(t, x.traps))), nil
	}},
}

func copyContext(t *thread, a []value) (value, error) {
	return object.Wrap(asContext(a[0]).copy()), nil
}

func init() {
	var gs []object.GetSet
	for _, n := range attributes {
		gs = append(gs, object.GetSet{
			Name: n,
			Get:  func(t *thread, v value) (value, error) { return asContext(v).get(t, n) },
			Set: func(t *thread, v, val value) error {
				if val.IsNil() {
					return object.AttributeErrorf("context attributes cannot be deleted")
				}
				if (n == "flags" || n == "traps") && val.O.Type.Solid == &object.ListType {
					return object.TypeErrorf("argument must be a signal dict")
				}
				return asContext(v).set(t, n, val)
			},
		})
	}
	ContextType.Define(object.TypeSpec{
		Name: "Context", Module: "decimal", Flags: object.FlagBase, Size: unsafe.Sizeof(Context{}), Doc: "The environment of computations: precision, rounding, limits, flags and traps.",
		Slots:   object.Slots{New: contextNew, Init: contextInit, Repr: contextRepr},
		Methods: append(control[:len(control):len(control)], contextMethods()...), GetSets: gs,
	})
}
