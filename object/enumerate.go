package object

// enumerate (library reference, "Built-in Functions").

import (
	"math/big"
	"unsafe"
)

// EnumerateType is enumerate.
var EnumerateType Type

// Enumerate is an enumerate object.
type Enumerate struct {
	Header
	it  Value
	n   int64
	big *big.Int // once the count leaves 64 bits
}

var enumeratePlan = ParsePlan("(iterable, start=0)")

func init() {
	EnumerateType.Define(TypeSpec{
		Name: "enumerate", Sig: "(iterable, start=0)", Flags: FlagBase, Size: unsafe.Sizeof(Enumerate{}),
		Doc: "Return an enumerate object: pairs of a count and a value from iterable.",
		Slots: Slots{Iter: SelfIter, New: enumerateNew, Next: enumerateNext, Traverse: func(v Value, visit func(Value)) {
			if e := As[Enumerate](v); e.it.O != nil {
				visit(e.it)
			}
		}},
		ClassMethods: []Func{classGetItemRow}, Methods: enumerateMethods,
	})
}

func enumerateNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	a, err := BindArgs(t, enumeratePlan, "enumerate", args, kw)
	if err != nil {
		return Value{}, err
	}
	e := Alloc[Enumerate](tp, &EnumerateType)
	if a[1].O != nil {
		i, err := Index(t, a[1])
		if err != nil {
			return Value{}, err
		}
		if n, ok := AsInt64(i); ok {
			e.n = n
		} else {
			e.big = new(big.Int).Set(As[IntObj](i).Big)
		}
	}
	e.it, err = Iter(t, a[0])
	return Wrap(e), err
}

func enumerateNext(t *Thread, v Value) (Value, error) {
	e := As[Enumerate](v)
	x, err := Next(t, e.it)
	if err != nil || x.O == nil {
		return Value{}, err
	}
	if e.big != nil {
		n := BigInt(new(big.Int).Set(e.big))
		e.big.Add(e.big, big.NewInt(1))
		return NewTuple2(n, x), nil
	}
	n := Int(e.n)
	if next, ok := addInt(e.n, 1); ok {
		e.n = next
	} else {
		e.big = new(big.Int).Add(big.NewInt(e.n), big.NewInt(1))
	}
	return NewTuple2(n, x), nil
}

var enumerateMethods = []Func{
	{"__reduce__", "($self, /)", "Return state information for pickling.", func(t *Thread, a []Value) (Value, error) {
		e := As[Enumerate](a[0])
		n := Int(e.n)
		if e.big != nil {
			n = BigInt(new(big.Int).Set(e.big))
		}
		return NewTuple(Wrap(e.Type), NewTuple(e.it, n)), nil
	}},
}
