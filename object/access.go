package object

import "github.com/gopy-lang/gopy/signature"

// Small doors for the evaluator.

// PlainNew reports whether calling tp makes its instance by object.__new__.
func (tp *Type) PlainNew(t *Thread) bool {
	return tp.IsHeap() && tp.Solid == &ObjectType && !tp.newOverridden(t)
}

// PlainGetAttr reports whether attribute lookup on instances of tp is
// object.__getattribute__ without a __getattr__.
func PlainGetAttr(tp *Type) bool { return tp.plain&plainGet != 0 }

// PlainSetAttr reports whether attribute stores on instances of tp are
// object.__setattr__.
func PlainSetAttr(tp *Type) bool { return tp.plain&plainSet != 0 }

const (
	plainGet = 1 << iota
	plainSet
)

// SendSlot returns the slot that sends a value into v without raising
// StopIteration at its end, or nil.
func SendSlot(v Value) func(t *Thread, v, x Value) (Value, bool, error) { return v.O.Type.Slots.Send }

// StrEqual compares two exact strs.
func StrEqual(a, b Value) bool { return a == b || As[Str](a).s == As[Str](b).s }

// JoinStrs concatenates strs.
func JoinStrs(items []Value) Value {
	n := 0
	for _, v := range items {
		n += len(As[Str](v).s)
	}
	b := make([]byte, 0, n)
	for _, v := range items {
		b = append(b, As[Str](v).s...)
	}
	return NewStr(string(b))
}

// Format is format(v, spec); a missing spec is empty.
func Format(t *Thread, v, spec Value) (Value, error) {
	if spec.O == nil || spec.solid(&StrType) && As[Str](spec).s == "" {
		if v.O.Type == &StrType {
			return v, nil
		}
		if v.O == &IntHeader {
			return intRepr(t, v)
		}
		spec = Wrap(&emptyStr)
	} else if spec.O.Type == &StrType {
		switch v.O.Type { // these types' __format__ cannot be replaced
		case &IntType:
			return intFormat(t, []Value{v, spec})
		case &FloatType:
			return floatFormat(t, []Value{v, spec})
		case &StrType:
			return strFormatSpec(t, []Value{v, spec})
		}
	}
	if v.O.Type.Lookup(t, nameFormat).O == nil {
		return Value{}, TypeErrorf("Type %s doesn't define __format__", v.O.Type.MsgName())
	}
	r, err := CallSpecial(t, v, nameFormat, spec)
	if err != nil {
		return Value{}, err
	}
	if !r.solid(&StrType) {
		return Value{}, TypeErrorf("__format__ must return a str, not %s", r.O.Type.MsgName())
	}
	return r, nil
}

// TraverseAttrs visits the attributes of v.
func TraverseAttrs(v Value, visit func(Value)) {
	if a := attrsOf(v); a != nil {
		a.traverse(visit)
	}
}

// SetInstanceDict is the setter of __dict__.
func SetInstanceDict(t *Thread, v, val Value) error { return setInstanceDict(t, v, val) }

// RuneWidth is the number of terminal columns c takes.
func RuneWidth(c rune) int {
	if c >= 0x1100 && wideRune(c) {
		return 2
	}
	return 1
}

// ClassGetItem is the row of __class_getitem__ for types of other packages.
var ClassGetItem = Func{Name: "__class_getitem__", Sig: "($cls, item, /)", Doc: "See PEP 585", Fn: func(t *Thread, a []Value) (Value, error) {
	return classGetItemRow.Fn(t, a)
}}

// MustReprT is repr(v) for messages: a failing __repr__ leaves a mark.
func MustReprT(t *Thread, v Value) string {
	r, err := Repr(t, v)
	if err != nil {
		return "<" + v.O.Type.Name + " object>"
	}
	return r
}

// NewBoundFunc returns a built-in function made at run time.
func NewBoundFunc(row *Func) *Builtin { return newBuiltin(row, Value{}, "") }

// Flags that tell the kinds of generator types apart; vm defines the types.
const (
	FlagGenerator TypeFlags = 1 << (iota + 20)
	FlagCoroutine
)

// IsGenerator reports whether v is a generator.
func IsGenerator(v Value) bool { return v.O.Type.Flags&FlagGenerator != 0 }

// IsCoroutine reports whether v is a coroutine.
func IsCoroutine(v Value) bool { return v.O.Type.Flags&FlagCoroutine != 0 }

// IsCoroutineLike reports whether v can be run as a coroutine: one, or an
// object with send, throw and close.
func IsCoroutineLike(v Value) bool {
	if IsCoroutine(v) {
		return true
	}
	if IsGenerator(v) {
		return false
	}
	n := 0
	for _, m := range v.O.Type.MRO {
		for _, s := range []*Str{nameSend, nameThrow, nameClose} {
			if _, ok := m.Dict().GetStr(s); ok {
				n++
			}
		}
	}
	return n >= 3 && v.O.Type.Slots.Await != nil
}

// Suggest returns the candidate that a misspelt name probably meant, or "".
func Suggest(name string, candidates []string) string { return signature.Suggest(name, candidates) }

// SsizeArg converts an argument to an int as the C functions do that take a
// Py_ssize_t.
func SsizeArg(t *Thread, v Value) (int, error) {
	i, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if n, ok := AsInt64(i); ok {
		return int(n), nil
	}
	return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
}

// NewMethodDescr returns the method descriptor of row for tp and its
// subclasses, to be put into the namespace of a class written in Python.
func NewMethodDescr(tp *Type, row *Func) Value { return Wrap(newMethodDescr(tp, row)) }

// CallDescr calls class attribute d as a method of obj.
func CallDescr(t *Thread, d, obj Value, args ...Value) (Value, error) {
	return callDescr(t, d, obj, args)
}

// BindDescr binds class attribute d to obj, as attribute access does.
func BindDescr(t *Thread, d, obj, owner Value) (Value, error) { return bindDescr(t, d, obj, owner) }

// SetOwnAttr stores an attribute of v as v.__dict__[n] = val does; v's type has
// instance attributes.
func SetOwnAttr(t *Thread, v Value, n *Str, val Value) error {
	a := attrsOf(v)
	if a == nil {
		return NoAttribute(t, v, nameDict)
	}
	a.set(t, v.O.Type, n, val)
	return nil
}

// EachOwnAttr calls f for the attributes that v.__dict__ would show.
func EachOwnAttr(v Value, f func(name, val Value)) {
	if a := attrsOf(v); a != nil {
		a.each(f)
	}
}

// IsInterned reports whether the string is the one that stands for its text
// among names.
func (s *Str) IsInterned() bool { return s.interned }

// FlagValue is the truth of a value that an attribute is set to; deleting the
// attribute is an error.
func FlagValue(t *Thread, v Value) (bool, error) {
	if v.O == nil {
		return false, AttributeErrorf("attribute cannot be deleted")
	}
	return Truth(t, v)
}

// ClassGetItemRows declare the class method __class_getitem__ of generic types.
var ClassGetItemRows = [1]Func{classGetItemRow}
