package object

// The methods of object, and the singletons' types.

import (
	"slices"
	"sort"
	"strings"
	"unsafe"
)

// Types of the singletons.
var (
	NoneTypeType       Type
	NotImplementedType Type
	EllipsisType       Type
)

func objectRepr(t *Thread, v Value) (Value, error) {
	return NewStrf("<%s object at 0x%x>", v.O.Type.FullName(t), t.Interp.ID(v)), nil
}

func objectCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	switch op {
	case CmpEQ:
		if a == b {
			return True, nil
		}
	case CmpNE:
		if f := a.O.Type.Slots.RichCmp; f != nil {
			r, err := f(t, a, b, CmpEQ)
			if err != nil || r == NotImplemented {
				return r, err
			}
			eq, err := Truth(t, r)
			return Bool(!eq), err
		}
	}
	return NotImplemented, nil
}

func setInstanceDict(t *Thread, v, val Value) error {
	if val.O == nil {
		return TypeErrorf("cannot delete __dict__")
	}
	if !val.solid(&DictType) {
		return TypeErrorf("__dict__ must be set to a dictionary, not a '%s'", val.O.Type.MsgName())
	}
	a := attrsOf(v)
	if a == nil || v.O.Type.Flags&FlagDict == 0 {
		return NoAttribute(t, v, nameDict)
	}
	a.toDict(t)
	a.setDict(As[Dict](val))
	return nil
}

func setClass(t *Thread, v, val Value) error {
	if val.O == nil {
		return TypeErrorf("can't delete __class__ attribute")
	}
	if !val.solid(&TypeType) {
		return TypeErrorf("__class__ must be set to a class, not '%s' object", val.O.Type.MsgName())
	}
	tp, old := As[Type](val), v.O.Type
	if old.Solid == &ModuleType && tp.Solid == &ModuleType {
		v.O.Type = tp
		return nil
	}
	if !tp.IsHeap() || !old.IsHeap() {
		return TypeErrorf("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if tp.Solid != old.Solid || tp.builtinBase() != old.builtinBase() || tp.NSlots != old.NSlots || tp.Flags&FlagDict != old.Flags&FlagDict {
		return TypeErrorf("__class__ assignment: '%s' object layout differs from '%s'", tp.Name, old.Name)
	}
	if a, b := tp.lastLayout(), old.lastLayout(); a != b && (a.Base != b.Base || (a.Flags^b.Flags)&FlagWeakref != 0 || !slices.Equal(a.slotNames(), b.slotNames())) {
		return TypeErrorf("__class__ assignment: '%s' object layout differs from '%s'", tp.Name, old.Name)
	}
	if a := attrsOf(v); a != nil && a.shape != nil {
		// Move to the new class's shapes; cells keep their order.
		names := a.shape.names
		s := t.Interp.rootShape(tp, a.inline)
		for _, n := range names {
			s = s.with(t.Interp, n)
		}
		a.setShape(s)
	}
	v.O.Type = tp
	return nil
}

// lastLayout is the last class in tp's line of bases that gave instances
// something to keep.
func (tp *Type) lastLayout() *Type {
	const own = FlagDict | FlagWeakref
	for tp.IsHeap() && tp.NSlots == tp.Base.NSlots && tp.Flags&own == tp.Base.Flags&own && tp.Solid == tp.Base.Solid {
		tp = tp.Base
	}
	return tp
}

// slotNames are the names in tp's own __slots__, sorted.
func (tp *Type) slotNames() []string {
	var names []string
	tp.dictOrNil().Each(func(_, v Value) bool {
		if v.O.Type == &MemberDescrType && As[MemberDescr](v).Owner == tp {
			names = append(names, As[MemberDescr](v).Name)
		}
		return true
	})
	slices.Sort(names)
	return names
}

// Dir is dir(v): the sorted names.
func Dir(t *Thread, v Value) (Value, error) {
	r, err := CallSpecial(t, v, nameDir)
	if err != nil {
		return Value{}, err
	}
	items, err := Items(t, r)
	if err != nil {
		return Value{}, err
	}
	l := &List{Header: Header{&ListType}}
	l.SetValues(items)
	return Wrap(l), SortList(t, l, Value{}, false)
}

func objectDir(t *Thread, v Value) (Value, error) {
	d := NewDict()
	if c, err := GetAttrOpt(t, v, nameClass); err != nil {
		return Value{}, err
	} else if c.O != nil && c.solid(&TypeType) {
		dirType(As[Type](c), d)
	} else if c.O != nil {
		dirType(v.O.Type, d)
	}
	if dd, err := GetAttrOpt(t, v, nameDict); err != nil {
		return Value{}, err
	} else if dd.O != nil && dd.solid(&DictType) {
		As[Dict](dd).Each(func(k, _ Value) bool {
			if s, ok := AsStr(k); ok {
				d.SetStr(s, None)
			}
			return true
		})
	}
	return keysList(d), nil
}

var objectMethods = []Func{
	{"__reduce__", "($self, /)", "Helper for pickle.", func(t *Thread, a []Value) (Value, error) { return reduceHook(t, a[0], 0) }},
	{"__reduce_ex__", "($self, protocol, /)", "Helper for pickle.", func(t *Thread, a []Value) (Value, error) {
		n, err := IndexInt(t, a[1], &OverflowErrorType)
		if err != nil {
			return Value{}, err
		}
		d := a[0].O.Type.Lookup(t, nameReduce)
		if d.O != nil && (d.O.Type != &MethodDescrType || As[MethodDescr](d).Owner != &ObjectType) {
			return callDescr(t, d, a[0], nil)
		}
		return reduceHook(t, a[0], n)
	}},
	{"__getstate__", "($self, /)", "Helper for pickle.", func(t *Thread, a []Value) (Value, error) { return getState(t, a[0]) }},
	{"__format__", "($self, format_spec, /)", "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.", func(t *Thread, a []Value) (Value, error) {
		s, ok := AsStr(a[1])
		if !ok {
			return Value{}, TypeErrorf("__format__() argument must be str, not %s", a[1].O.Type.MsgName())
		}
		if s.s != "" {
			return Value{}, TypeErrorf("unsupported format string passed to %s.__format__", a[0].O.Type.MsgName())
		}
		return StrValue(t, a[0])
	}},
	{"__dir__", "($self, /)", "Default dir() implementation.", func(t *Thread, a []Value) (Value, error) { return objectDir(t, a[0]) }},
	{"__sizeof__", "($self, /)", "Size of object in memory, in bytes.", func(t *Thread, a []Value) (Value, error) {
		return IntOf(int(max(a[0].O.Type.size, 16))), nil
	}},
}

// getState is object.__getstate__: the attributes to pickle.
func getState(t *Thread, v Value) (Value, error) {
	tp := v.O.Type
	state := None
	if tp.Flags&FlagDict != 0 {
		d := NewDict()
		if a := attrsOf(v); a != nil && a.dict() != nil {
			d = a.dict().Copy()
		} else {
			EachOwnAttr(v, func(n, x Value) { d.SetStr(As[Str](n), x) })
		}
		if d.Len() > 0 {
			state = Wrap(d)
		}
	}
	if tp.NSlots == 0 {
		return state, nil
	}
	slots := NewDict()
	for _, m := range tp.MRO {
		if !m.IsHeap() {
			continue
		}
		m.dict.Each(func(k, d Value) bool {
			if d.O.Type == &MemberDescrType && As[MemberDescr](d).Owner == m {
				if x := attrsOf(v).slot(As[MemberDescr](d).cell); x.O != nil {
					slots.SetStr(As[Str](k), x)
				}
			}
			return true
		})
	}
	if slots.Len() == 0 {
		return state, nil
	}
	return NewTuple2(state, Wrap(slots)), nil
}

// reduceHook is object.__reduce_ex__: copyreg's protocol in Go.
func reduceHook(t *Thread, v Value, proto int) (Value, error) {
	copyreg, ok := t.Interp.Modules.GetGo(t, "copyreg")
	if !ok {
		var err error
		if copyreg, err = ImportModule(t, "copyreg"); err != nil {
			return Value{}, err
		}
	}
	if proto < 2 {
		return CallMethod(t, copyreg, "_reduce_ex", v, IntOf(proto))
	}
	return reduceNewObj(t, v, copyreg)
}

func singleton(text string) UnaryFunc {
	return func(t *Thread, v Value) (Value, error) { return NewStr(text), nil }
}

func singletonNew(v Value) func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	return func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
		if len(args) > 0 {
			return Value{}, TypeErrorf("%s takes no arguments", tp.Name)
		}
		return v, nil
	}
}

func init() {
	ObjectType.Define(TypeSpec{
		Name: "object", Sig: "()", Flags: FlagBase, Size: unsafe.Sizeof(Instance{}) - unsafe.Sizeof(Attrs{}),
		Doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
		Slots: Slots{
			Repr: objectRepr, GetAttr: GenericGetAttr, SetAttr: GenericSetAttr, RichCmp: objectCompare,
			Hash: func(t *Thread, v Value) (int64, error) { return identityHash(v), nil },
			Str:  ReprValue,
			New:  objectNew, Init: objectInit,
		},
		GetSets: []GetSet{{"__class__", "the object's class", func(t *Thread, v Value) (Value, error) { return Wrap(v.O.Type), nil }, setClass}},
		Methods: objectMethods,
		ClassMethods: []Func{
			{"__init_subclass__", "($type, /)", "This method is called when a class is subclassed.", func(t *Thread, a []Value) (Value, error) { return None, nil }},
			{"__subclasshook__", "($type, object, /)", "Abstract classes can override this to customize issubclass().", func(t *Thread, a []Value) (Value, error) { return NotImplemented, nil }},
		},
	})
	NoneTypeType.Define(TypeSpec{
		Name: "NoneType", Doc: "The type of the None singleton.",
		Slots: Slots{Repr: singleton("None"), New: singletonNew(None), Bool: func(t *Thread, v Value) (bool, error) { return false, nil },
			Hash: func(t *Thread, v Value) (int64, error) { return 0xfca86420, nil }},
	})
	NotImplementedType.Define(TypeSpec{
		Name: "NotImplementedType", Doc: "The type of the NotImplemented singleton.",
		Slots: Slots{Repr: singleton("NotImplemented"), New: singletonNew(NotImplemented), Bool: func(t *Thread, v Value) (bool, error) {
			return false, TypeErrorf("NotImplemented should not be used in a boolean context")
		}},
		Methods: []Func{{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) { return NewStr("NotImplemented"), nil }}},
	})
	EllipsisType.Define(TypeSpec{
		Name: "ellipsis", Doc: "The type of the Ellipsis singleton.",
		Slots:   Slots{Repr: singleton("Ellipsis"), New: singletonNew(Ellipsis)},
		Methods: []Func{{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) { return NewStr("Ellipsis"), nil }}},
	})
	loopStateType.Define(TypeSpec{Name: "loop_state", Flags: FlagNoNew})
}

func sortStrings(s []string) { sort.Strings(s) }

// ReprString is repr() of a Go string.
func ReprString(s string) string {
	var b strings.Builder
	writeStrRepr(&b, s)
	return b.String()
}
