package object

// Exception groups (PEP 654).

import "fmt"

func groupNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(kw) > 0 || len(args) != 2 {
		return Value{}, TypeErrorf("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args))
	}
	if !args[0].solid(&StrType) {
		return Value{}, TypeErrorf("BaseExceptionGroup.__new__() argument 1 must be str, not %s", args[0].O.Type.MsgName())
	}
	if !args[1].O.Type.isSeq() {
		return Value{}, TypeErrorf("second argument (exceptions) must be a sequence")
	}
	items, err := Items(t, args[1])
	if err != nil {
		return Value{}, err
	}
	if len(items) == 0 {
		return Value{}, ValueErrorf("second argument (exceptions) must be a non-empty sequence")
	}
	base := false
	for i, x := range items {
		if !x.Is(&BaseExceptionType) {
			return Value{}, ValueErrorf("Item %d of second argument (exceptions) is not an exception", i)
		}
		base = base || !x.Is(&ExceptionType)
	}
	switch {
	case tp == &BaseExceptionGroupType && !base:
		tp = &ExceptionGroupType
	case tp == &ExceptionGroupType && base:
		return Value{}, TypeErrorf("Cannot nest BaseExceptions in an ExceptionGroup")
	case base && tp.IsSubtype(&ExceptionType):
		return Value{}, TypeErrorf("Cannot nest BaseExceptions in '%s'", tp.Name)
	}
	e := allocException(tp)
	e.Args = NewTuple(args...)
	e.F[0], e.F[1] = args[0], NewTuple(items...)
	if !args[1].solid(&ListType) && args[1].O.Type != &TupleType {
		// The sequence may change until repr() is asked for.
		s, err := Repr(t, args[1])
		if err != nil {
			return Value{}, err
		}
		e.F = append(e.F[:2:2], NewStr(s))
	}
	return Wrap(e), nil
}

func (tp *Type) isSeq() bool {
	return tp.Slots.GetItem != nil && tp.Slots.Len != nil && tp.Solid != &DictType
}

// IsGroup reports whether v is an exception group.
func IsGroup(v Value) bool { return v.Is(&BaseExceptionGroupType) }

// GroupItems returns the exceptions of a group.
func GroupItems(v Value) []Value { return As[Tuple](As[Exception](v).F[1]).Items }

func groupStr(t *Thread, v Value) (Value, error) {
	msg, err := ToStr(t, As[Exception](v).F[0])
	n := len(GroupItems(v))
	s := "s"
	if n == 1 {
		s = ""
	}
	return NewStr(fmt.Sprintf("%s (%d sub-exception%s)", msg, n, s)), err
}

func groupRepr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	m, err := Repr(t, e.F[0])
	if err != nil {
		return Value{}, err
	}
	if len(e.F) > 2 && e.F[2].O != nil {
		return NewStr(e.Type.Name + "(" + m + ", " + As[Str](e.F[2]).String() + ")"), nil
	}
	items := e.F[1]
	if a := As[Tuple](e.Args).Items; len(a) == 2 && a[1].solid(&ListType) {
		items = NewList(GroupItems(v)...)
	}
	x, err := Repr(t, items)
	return NewStr(e.Type.Name + "(" + m + ", " + x + ")"), err
}

// condition decides whether an exception belongs to the matching part.
type condition func(t *Thread, e Value) (bool, error)

func groupCondition(t *Thread, v Value) (condition, error) {
	if v.solid(&TypeType) && As[Type](v).IsSubtype(&BaseExceptionType) {
		return func(t *Thread, e Value) (bool, error) { return e.Is(As[Type](v)), nil }, nil
	}
	if v.solid(&TupleType) {
		ok := true
		for _, x := range As[Tuple](v).Items {
			ok = ok && x.solid(&TypeType) && As[Type](x).IsSubtype(&BaseExceptionType)
		}
		if ok {
			return func(t *Thread, e Value) (bool, error) {
				for _, x := range As[Tuple](v).Items {
					if e.Is(As[Type](x)) {
						return true, nil
					}
				}
				return false, nil
			}, nil
		}
	}
	if Callable(v) && !v.solid(&TypeType) {
		return func(t *Thread, e Value) (bool, error) {
			r, err := CallArgs(t, v, e)
			if err != nil {
				return false, err
			}
			return Truth(t, r)
		}, nil
	}
	return nil, TypeErrorf("expected an exception type, a tuple of exception types, or a callable (other than a class)")
}

// SplitGroup divides an exception or group by types (a class or tuple of
// classes) into the matching part and the rest; either may be missing.
func SplitGroup(t *Thread, v, types Value) (match, rest Value, err error) {
	c, err := groupCondition(t, types)
	if err != nil {
		return Value{}, Value{}, err
	}
	return splitGroup(t, v, c)
}

func splitGroup(t *Thread, v Value, c condition) (match, rest Value, err error) {
	if err := t.EnterNative(" in exceptiongroup_split_recursive"); err != nil {
		return Value{}, Value{}, err
	}
	defer t.LeaveNative()
	ok, err := c(t, v)
	if err != nil {
		return Value{}, Value{}, err
	}
	if ok {
		return v, Value{}, nil
	}
	if !IsGroup(v) {
		return Value{}, v, nil
	}
	var ms, rs []Value
	for _, x := range GroupItems(v) {
		m, r, err := splitGroup(t, x, c)
		if err != nil {
			return Value{}, Value{}, err
		}
		if m.O != nil {
			ms = append(ms, m)
		}
		if r.O != nil {
			rs = append(rs, r)
		}
	}
	if len(ms) > 0 {
		if match, err = DeriveGroup(t, v, ms); err != nil {
			return Value{}, Value{}, err
		}
	}
	if len(rs) > 0 {
		rest, err = DeriveGroup(t, v, rs)
	}
	return match, rest, err
}

// DeriveGroup makes a group like v of other exceptions.
func DeriveGroup(t *Thread, v Value, items []Value) (Value, error) {
	g, err := CallMethod(t, v, "derive", NewList(items...))
	if err != nil {
		return Value{}, err
	}
	if !IsGroup(g) {
		return Value{}, TypeErrorf("derive must return an instance of BaseExceptionGroup")
	}
	e, n := As[Exception](v), As[Exception](g)
	n.TB, n.Context, n.Cause, n.Suppress = e.TB, e.Context, e.Cause, e.Suppress
	if notes := e.Attrs.get(nameNotes); notes.O != nil && notes.O.Type.isSeq() {
		l, err := Items(t, notes)
		if err != nil {
			return Value{}, err
		}
		n.Attrs.set(t, n.Type, nameNotes, NewList(l...))
	}
	return g, nil
}

var groupMethods = []Func{
	{"derive", "($self, excs, /)", "", func(t *Thread, a []Value) (Value, error) {
		return CallArgs(t, Wrap(&BaseExceptionGroupType), As[Exception](a[0]).F[0], a[1])
	}},
	{"split", "($self, matcher_value, /)", "", func(t *Thread, a []Value) (Value, error) {
		m, r, err := SplitGroup(t, a[0], a[1])
		if err != nil {
			return Value{}, err
		}
		return NewTuple2(orNone(m), orNone(r)), nil
	}},
	{"subgroup", "($self, matcher_value, /)", "", func(t *Thread, a []Value) (Value, error) {
		m, _, err := SplitGroup(t, a[0], a[1])
		return orNone(m), err
	}},
}

func orNone(v Value) Value {
	if v.O == nil {
		return None
	}
	return v
}
