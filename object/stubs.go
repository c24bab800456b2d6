package object

// Declarations waiting for their files; each helper file removes its lines.

import (
	"math"
)

var (
	tupleMethods               []Func
	rangeMethods, sliceMethods []Func
	reversedMethods            []Func
	rangeGetSets, sliceGetSets []GetSet
	iterMethods                = map[string][]Func{}
	iterTraverse               = map[string]func(Value, func(Value)){}
	sliceSlots                 = Slots{Repr: objectRepr}
)

var classGetItemRow = Func{"__class_getitem__", "($cls, item, /)", "See PEP 585", func(t *Thread, a []Value) (Value, error) { return Value{}, notYet("generic aliases") }}

var listMethods = []Func{
	{"append", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) { As[List](a[0]).Append(a[1]); return None, nil }},
}

func UnionOr(t *Thread, a, b Value) (Value, error) { return NotImplemented, nil }

func init() {
	TracebackType.Define(TypeSpec{Name: "traceback"})
}

func SortList(t *Thread, l *List, key Value, reverse bool) error { return notYet("sorting") }

var rangeSlots = Slots{Iter: func(t *Thread, v Value) (Value, error) {
	r := As[RangeObj](v)
	return Wrap(&RangeIter{Header{&RangeIterType}, r.Start, r.Step, r.N}), nil
}, New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	var x [3]int64
	x[2] = 1
	for i, a := range args {
		x[i], _ = AsInt64(a)
	}
	if len(args) == 1 {
		x[0], x[1] = 0, x[0]
	}
	return Wrap(NewRange(x[0], x[1], x[2])), nil
}, Len: func(t *Thread, v Value) (int, error) { return int(As[RangeObj](v).N), nil }}

func rangeIterNext(t *Thread, v Value) (Value, error) {
	it := As[RangeIter](v)
	if it.left <= 0 {
		return Value{}, nil
	}
	r := it.cur
	it.cur += it.step
	it.left--
	return Int(r), nil
}

func isNaN(f float64) bool { return math.IsNaN(f) }

func (in *Interp) watchFinalizer(v Value) {}

func NewFrozenSet(t *Thread, items []Value) Value { return NewTuple(items...) }

func notYet(what string) error {
	return Errorf(&NotImplementedErrorType, "gopy does not provide %s yet", what)
}

func NewSet(t *Thread, items []Value) (Value, error) { return Value{}, notYet("set") }

func SetAdd(t *Thread, s, v Value) error { return notYet("set") }

func SetUpdate(t *Thread, s, v Value) error { return notYet("set") }
