package object

// Declarations of the core types whose methods are in files of their own.

import (
	"unsafe"

	"github.com/gopy-lang/gopy/signature"
)

// TracebackType is the type of traceback objects; vm fills its attributes.
var TracebackType Type

var (
	propertyPlan = signature.MustParse("(fget=None, fset=None, fdel=None, doc=None)")
	modulePlan   = signature.MustParse("(name, doc=None)")
)

func init() {
	IntType.Define(TypeSpec{
		Name: "int", Sig: "", Flags: FlagBase | FlagMatchSelf, Size: unsafe.Sizeof(IntObj{}), Slots: withNew(intSlots, intNew),
		Doc:     "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.  If x is a number, return x.__int__().  For floating-point\nnumbers, this truncates towards zero.",
		Methods: intMethods, ClassMethods: intClassMethods, GetSets: intGetSets,
	})
	BoolType.Define(TypeSpec{
		Name: "bool", Sig: "(object=False, /)", Base: &IntType, Flags: FlagMatchSelf, Slots: boolSlots,
		Doc: "Returns True when the argument is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
	})
	FloatType.Define(TypeSpec{
		Name: "float", Sig: "(x=0, /)", Flags: FlagBase | FlagMatchSelf, Size: unsafe.Sizeof(FloatObj{}), Slots: withNew(floatSlots, floatNew),
		Doc:     "Convert a string or number to a floating-point number, if possible.",
		Methods: floatMethods, ClassMethods: floatClassMethods, GetSets: floatGetSets,
	})
	StrType.Define(TypeSpec{
		Name: "str", Flags: FlagBase | FlagMatchSelf, Size: unsafe.Sizeof(Str{}), Slots: strSlots,
		Doc:     "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object.",
		Methods: strMethods, StaticMethods: strStaticMethods,
	})
	ListType.Define(TypeSpec{
		Name: "list", Sig: "(iterable=(), /)", Flags: FlagBase | FlagSequence | FlagMatchSelf, Size: unsafe.Sizeof(List{}), Slots: listSlots,
		Doc:     "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
		Methods: listMethods, ClassMethods: []Func{classGetItemRow},
	})
	TupleType.Define(TypeSpec{
		Name: "tuple", Sig: "(iterable=(), /)", Flags: FlagBase | FlagSequence | FlagMatchSelf, Size: unsafe.Sizeof(Tuple{}), Slots: tupleSlots,
		Doc:     "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
		Methods: tupleMethods, ClassMethods: []Func{classGetItemRow},
	})
	DictType.Define(TypeSpec{
		Name: "dict", Flags: FlagBase | FlagMapping | FlagMatchSelf, Size: unsafe.Sizeof(Dict{}), Slots: dictSlots,
		Doc:     "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
		Methods: dictMethods, ClassMethods: dictClassMethods,
	})
	iterType(&DictKeyIterType, "dict_keyiterator", dictIterNext)
	iterType(&DictValueIterType, "dict_valueiterator", dictIterNext)
	iterType(&DictItemIterType, "dict_itemiterator", dictIterNext)
	iterType(&DictKeyRevType, "dict_reversekeyiterator", dictIterNext)
	iterType(&DictValueRevType, "dict_reversevalueiterator", dictIterNext)
	iterType(&DictItemRevType, "dict_reverseitemiterator", dictIterNext)
	iterType(&LongRangeIterType, "longrange_iterator", longIterNext)
	iterType(&StrASCIIIterType, "str_ascii_iterator", strIterNext)
	iterType(&RangeIterType, "range_iterator", rangeIterNext)
	iterType(&SeqIterType, "iterator", seqIterNext)
	iterType(&ListIterType, "list_iterator", listIterNext)
	iterType(&ListRevType, "list_reverseiterator", listRevNext)
	iterType(&TupleIterType, "tuple_iterator", tupleIterNext)
	iterType(&StrIterType, "str_iterator", strIterNext)
	iterType(&CallIterType, "callable_iterator", callIterNext)
	RangeType.Define(TypeSpec{Name: "range", Flags: FlagSequence, Size: unsafe.Sizeof(RangeObj{}), Slots: rangeSlots,
		Doc:     "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.",
		Methods: rangeMethods, GetSets: rangeGetSets})
	SliceType.Define(TypeSpec{Name: "slice", Size: sliceSize, Slots: sliceSlots,
		Doc:     "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
		Methods: sliceMethods, GetSets: sliceGetSets})
	ReversedType.Define(TypeSpec{Name: "reversed", Sig: "(sequence, /)", Flags: FlagBase, Size: unsafe.Sizeof(Reversed{}),
		Doc:   "Return a reverse iterator over the values of the given sequence.",
		Slots: Slots{Iter: SelfIter, Next: reversedNext, New: reversedNew}, Methods: reversedMethods})
}

func withNew(s Slots, f func(t *Thread, tp *Type, args, kw []Value) (Value, error)) Slots {
	s.New = f
	return s
}

// iterType defines the type of a built-in iterator.
func iterType(tp *Type, n string, next UnaryFunc) {
	tp.Define(TypeSpec{Name: n, Flags: FlagNoNew, Slots: Slots{Iter: SelfIter, Next: next, Traverse: iterTraverse(n)}, Methods: iterRows(n)})
}

func reversedNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(kw) > 0 {
		if !tp.OwnInit(t) {
			return Value{}, TypeErrorf("reversed() takes no keyword arguments")
		}
		args = args[:len(args)-len(kw)]
	}
	if len(args) != 1 {
		return Value{}, TypeErrorf("reversed expected 1 argument, got %d", len(args))
	}
	v := args[0]
	d := v.O.Type.Lookup(t, nameReversed)
	if d.IsNone() {
		return Value{}, TypeErrorf("'%s' object is not reversible", v.O.Type.MsgName())
	}
	if d.O != nil {
		return callDescr(t, d, v, nil)
	}
	if !IsSequence(v) || v.O.Type.Slots.Len == nil {
		return Value{}, TypeErrorf("'%s' object is not reversible", v.O.Type.MsgName())
	}
	n, err := Len(t, v)
	if err != nil {
		return Value{}, err
	}
	r := Alloc[Reversed](tp, &ReversedType)
	r.seq, r.i = v, n-1
	return Wrap(r), nil
}

// Plan is a parsed signature.
type Plan = signature.Plan

// ParsePlan parses the signature of a built-in class or function once, for
// package-level variables.
func ParsePlan(sig string) *signature.Plan { return signature.MustParse(sig) }

// BindArgs lays out args and keyword arguments in the order of plan's
// parameters; fn names the callable in errors.
func BindArgs(t *Thread, plan *signature.Plan, fn string, args, kw []Value) ([]Value, error) {
	return bind(t, plan, fn, Value{}, args, kw)
}

// BindNew is BindArgs for the constructor of the class called name.
func BindNew(plan *Plan, name string, args, kw []Value) ([]Value, error) {
	out := make([]Value, len(plan.Params))
	if err := bindInto(out, plan, callName{name: name, class: true}, Value{}, args, kw); err != nil {
		return nil, err
	}
	return out, nil
}
