package object

// typing.Union: the result of X | Y for types (PEP 604).

import (
	"strings"
	"unsafe"
)

// UnionType is typing.Union, also called types.UnionType.
var UnionType Type

// Union is a union of types.
type Union struct {
	Header
	Args       Value // tuple, without duplicates
	hashable   *Set  // the hashable ones
	unhashable []Value
	params     Value
}

func init() {
	UnionType.Define(TypeSpec{
		Name: "Union", Module: "typing", Flags: FlagNoNew | FlagWeakref, Size: unsafe.Sizeof(Union{}),
		Doc: "Represent a union type\n\nE.g. for int | str",
		Slots: Slots{
			Repr: unionRepr, RichCmp: unionCompare, Hash: unionHash, GetItem: unionGetItem,
			Binary: [NBinOp]BinaryFunc{OpOr: UnionOr},
			GetAttr: func(t *Thread, v Value, n *Str) (Value, error) {
				if n == nameModule {
					return NewStr("typing"), nil
				}
				return GenericGetAttr(t, v, n)
			},
			Traverse: func(v Value, visit func(Value)) { visit(As[Union](v).Args) },
		},
		Methods: []Func{{"__mro_entries__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
			return Value{}, reprError(t, a[0], "Cannot subclass %s")
		}}},
		ClassMethods: []Func{{"__class_getitem__", "($type, object, /)", "See PEP 585", func(t *Thread, a []Value) (Value, error) {
			items := []Value{a[1]}
			if a[1].solid(&TupleType) {
				items = As[Tuple](a[1]).Items
			}
			return NewUnion(t, items)
		}}},
		GetSets: []GetSet{
			{"__args__", "", func(t *Thread, v Value) (Value, error) { return As[Union](v).Args, nil }, readOnly},
			{"__name__", "Name of the type", func(t *Thread, v Value) (Value, error) { return NewStr("Union"), nil }, nil},
			{"__qualname__", "Qualified name of the type", func(t *Thread, v Value) (Value, error) { return NewStr("Union"), nil }, nil},
			{"__origin__", "Always returns the type", func(t *Thread, v Value) (Value, error) { return Wrap(&UnionType), nil }, nil},
			{"__parameters__", "Type variables in the types.UnionType.", func(t *Thread, v Value) (Value, error) { return As[Union](v).parameters(t) }, nil},
		},
	})
}

// NewUnion returns the union of items, or the only type among them.
func NewUnion(t *Thread, items []Value) (Value, error) {
	u := &Union{Header: Header{&UnionType}, hashable: &Set{Header: Header{&FrozenSetType}}}
	var args []Value
	for _, x := range items {
		if x.O.Type == &UnionType {
			for _, y := range As[Tuple](As[Union](x).Args).Items {
				if err := u.add(t, &args, y); err != nil {
					return Value{}, err
				}
			}
			continue
		}
		if err := u.add(t, &args, x); err != nil {
			return Value{}, err
		}
	}
	switch len(args) {
	case 0:
		return Value{}, TypeErrorf("Cannot take a Union of no types.")
	case 1:
		return args[0], nil
	}
	u.Args = NewTuple(args...)
	return Wrap(u), nil
}

func (u *Union) add(t *Thread, args *[]Value, x Value) error {
	switch {
	case x.IsNone():
		x = Wrap(&NoneTypeType)
	case !unionable(x):
		c, err := callTyping(t, "_type_check", x, NewStr("Union[arg, ...]: each arg must be a type."))
		if err != nil {
			return err
		}
		x = c
	}
	h, err := Hash(t, x)
	if err != nil {
		if !IsExc(err, &TypeErrorType) {
			return err
		}
		for _, y := range u.unhashable {
			if eq, err := Equal(t, x, y); err != nil || eq {
				return err
			}
		}
		u.unhashable = append(u.unhashable, x)
		*args = append(*args, x)
		return nil
	}
	if _, found, err := u.hashable.lookup(t, x, h); err != nil || found {
		return err
	}
	*args = append(*args, x)
	return u.hashable.add(t, x, h)
}

// unionable reports whether v can be an operand of |.
func unionable(v Value) bool {
	return v.IsNone() || v.solid(&TypeType) || v.solid(&GenericAliasType) || v.O.Type == &UnionType || v.O.Type == &TypeAliasTypeType
}

// UnionOr is a | b for types.
func UnionOr(t *Thread, a, b Value) (Value, error) {
	if a.O.Type == &UnionType || b.O.Type == &UnionType {
		return NewUnion(t, []Value{a, b}) // as typing.Union[a, b]
	}
	if a.IsNone() && b.IsNone() || !unionable(a) || !unionable(b) {
		return NotImplemented, nil
	}
	return NewUnion(t, []Value{a, b})
}

func unionRepr(t *Thread, v Value) (Value, error) {
	items := As[Tuple](As[Union](v).Args).Items
	parts := make([]string, len(items))
	var err error
	for i, x := range items {
		if parts[i], err = TypeText(t, x); err != nil {
			return Value{}, err
		}
	}
	return NewStr(strings.Join(parts, " | ")), nil
}

func unionCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if b.O.Type != &UnionType || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	x, y := As[Union](a), As[Union](b)
	eq, err := x.equal(t, y)
	return Bool(eq == (op == CmpEQ)), err
}

func (u *Union) equal(t *Thread, o *Union) (bool, error) {
	if u.hashable.used != o.hashable.used || len(u.unhashable) != len(o.unhashable) {
		return false, nil
	}
	if ok, err := u.hashable.subset(t, o.hashable); err != nil || !ok {
		return false, err
	}
next:
	for _, x := range u.unhashable {
		for _, y := range o.unhashable {
			if eq, err := Equal(t, x, y); err != nil {
				return false, err
			} else if eq {
				continue next
			}
		}
		return false, nil
	}
	return true, nil
}

func unionHash(t *Thread, v Value) (int64, error) {
	u := As[Union](v)
	if n := len(u.unhashable); n > 0 {
		s := "s"
		if n == 1 {
			s = ""
		}
		for _, x := range u.unhashable {
			if _, err := Hash(t, x); err != nil {
				return 0, err
			}
		}
		return 0, TypeErrorf("union contains %d unhashable element%s", n, s)
	}
	return frozenSetHash(t, Wrap(u.hashable))
}

func (u *Union) parameters(t *Thread) (Value, error) {
	if u.params.O == nil {
		list, err := typeParameters(t, nil, As[Tuple](u.Args).Items)
		if err != nil {
			return Value{}, err
		}
		u.params = NewTuple(list...)
	}
	return u.params, nil
}

func unionGetItem(t *Thread, v, k Value) (Value, error) {
	u := As[Union](v)
	params, err := u.parameters(t)
	if err != nil {
		return Value{}, err
	}
	args, err := substitute(t, v, As[Tuple](u.Args).Items, As[Tuple](params).Items, k)
	if err != nil {
		return Value{}, err
	}
	return NewUnion(t, args)
}
