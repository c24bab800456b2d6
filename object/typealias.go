package object

// TypeAliasType and Generic: the remaining Go parts of the module typing.

import "unsafe"

// The types of this file.
var (
	TypeAliasTypeType Type
	GenericType       Type
)

// TypeAlias is a TypeAliasType object.
type TypeAlias struct {
	Header
	Name   string
	Params Value // tuple
	value  lazyType
	module Value
}

// NewTypeAlias returns the object of a type statement; params is a tuple or None.
func NewTypeAlias(name string, params, eval Value) Value {
	if params.IsNone() {
		params = EmptyTuple
	}
	return Wrap(&TypeAlias{Header: Header{&TypeAliasTypeType}, Name: name, Params: params, value: lazyType{eval: eval}})
}

// Eval is the function that gives the alias's value, or missing.
func (a *TypeAlias) Eval() Value { return a.value.eval }

const typeAliasSig = "(name, value, *, type_params=())"

var typeAliasPlan = ParsePlan(typeAliasSig)

func typeAliasNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if n := len(args) - len(kw); n > 2 {
		return Value{}, TypeErrorf("typealias() takes exactly 2 positional arguments (%d given)", n)
	}
	a, err := BindArgs(t, typeAliasPlan, "typealias", args, kw)
	if err != nil {
		return Value{}, err
	}
	n, err := paramName(a[0], "typealias")
	if err != nil {
		return Value{}, err
	}
	x := &TypeAlias{Header: Header{tp}, Name: n, Params: EmptyTuple, value: lazyType{value: a[1]}, module: None}
	if a[2].O != nil {
		if !a[2].solid(&TupleType) {
			return Value{}, TypeErrorf("type_params must be a tuple")
		}
		if err := checkTypeParams(t, As[Tuple](a[2]).Items); err != nil {
			return Value{}, err
		}
		x.Params = a[2]
	}
	if g := t.Interp.Runtime.CurrentGlobals(t); g != nil {
		if m, ok := g.GetStr(nameName); ok {
			x.module = m
		}
	}
	return Wrap(x), nil
}

// checkTypeParams checks that a type parameter with a default is not followed
// by one without.
func checkTypeParams(t *Thread, params []Value) error {
	seen := false
	for _, p := range params {
		if !IsTypeParam(p) {
			return reprError(t, p, "Expected a type param, got %s")
		}
		has := As[TypeParam](p).Default.given()
		if !has && seen {
			return reprError(t, p, "non-default type parameter '%s' follows default type parameter")
		}
		seen = seen || has
	}
	return nil
}

// unpackParams returns params with *Ts in place of each TypeVarTuple Ts.
func unpackParams(t *Thread, params Value) (Value, error) {
	var out []Value
	for _, p := range As[Tuple](params).Items {
		if p.O.Type == &TypeVarTupleType {
			it, err := unpackSelf(t, p)
			if err != nil {
				return Value{}, err
			}
			if p, err = Next(t, it); err != nil {
				return Value{}, err
			}
		}
		out = append(out, p)
	}
	return NewTuple(out...), nil
}

func init() {
	TypeAliasTypeType.Define(TypeSpec{
		Name: "TypeAliasType", Module: "typing", Doc: "Type alias.", Flags: FlagWeakref, Size: unsafe.Sizeof(TypeAlias{}),
		Slots: Slots{
			New: typeAliasNew, Iter: unpackSelf, Binary: [NBinOp]BinaryFunc{OpOr: typeParamOr},
			Repr: func(t *Thread, v Value) (Value, error) { return NewStr(As[TypeAlias](v).Name), nil },
			GetItem: func(t *Thread, v, k Value) (Value, error) {
				if As[TypeAlias](v).Params == EmptyTuple {
					return Value{}, TypeErrorf("Only generic type aliases are subscriptable")
				}
				return NewGenericAlias(v, k), nil
			},
			Traverse: func(v Value, visit func(Value)) {
				a := As[TypeAlias](v)
				for _, x := range []Value{a.Params, a.value.eval, a.value.value} {
					if x.O != nil {
						visit(x)
					}
				}
			},
		},
		Methods: []Func{{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) { return NewStr(As[TypeAlias](a[0]).Name), nil }}},
		GetSets: []GetSet{
			{"__name__", "", func(t *Thread, v Value) (Value, error) { return NewStr(As[TypeAlias](v).Name), nil }, readOnly},
			{"__parameters__", "", func(t *Thread, v Value) (Value, error) { return unpackParams(t, As[TypeAlias](v).Params) }, nil},
			{"__type_params__", "", func(t *Thread, v Value) (Value, error) { return As[TypeAlias](v).Params, nil }, nil},
			{"__value__", "", func(t *Thread, v Value) (Value, error) { return As[TypeAlias](v).value.get(t, None) }, nil},
			{"evaluate_value", "", func(t *Thread, v Value) (Value, error) { return As[TypeAlias](v).value.evaluator(), nil }, nil},
			{"__module__", "", func(t *Thread, v Value) (Value, error) {
				a := As[TypeAlias](v)
				if a.module.O != nil {
					return a.module, nil
				}
				m, err := GetAttrOpt(t, a.value.eval, nameModule)
				return orNone(m), err
			}, nil},
		},
	})
	GenericType.Define(TypeSpec{
		Name: "Generic", Module: "typing", Flags: FlagBase,
		Doc: "Abstract base class for generic types.",
		ClassMethods: []Func{
			{"__class_getitem__", "($cls, /, *args, **kwargs)", "Parameterizes a generic class.", func(t *Thread, a []Value) (Value, error) {
				return genericHook(t, "_generic_class_getitem", a, func() (Value, error) {
					args := As[Tuple](a[1]).Items
					if len(args) != 1 {
						return Value{}, TypeErrorf("__class_getitem__ expected 1 argument, got %d", len(args))
					}
					return NewGenericAlias(a[0], args[0]), nil
				})
			}},
			{"__init_subclass__", "($cls, /, *args, **kwargs)", "Function to initialize subclasses.", func(t *Thread, a []Value) (Value, error) {
				return genericHook(t, "_generic_init_subclass", a, func() (Value, error) { return None, bareParameters(t, a[0]) })
			}},
		},
	})
	GenericType.Solid = &ObjectType // it adds no storage
}

// genericHook calls a function of typing for class a[0] with arguments a[1] and
// keywords a[2]; bare stands in when there is no module typing.
func genericHook(t *Thread, fn string, a []Value, bare func() (Value, error)) (Value, error) {
	m, err := ImportModule(t, "typing")
	if err != nil {
		if IsExc(err, &ModuleNotFoundErrorType) {
			return bare()
		}
		return Value{}, err
	}
	f, err := GetAttrStr(t, m, fn)
	if err != nil {
		return Value{}, err
	}
	args := append([]Value{a[0]}, As[Tuple](a[1]).Items...)
	var kw []Value
	As[Dict](a[2]).Each(func(k, v Value) bool {
		kw = append(kw, k)
		args = append(args, v)
		return true
	})
	return Call(t, f, args, kw)
}

// bareParameters sets __parameters__ of a new generic class from its bases.
func bareParameters(t *Thread, cls Value) error {
	var list []Value
	b, ok := As[Type](cls).Dict().GetStr(nameOrigBases)
	if ok && b.solid(&TupleType) {
		var err error
		if list, err = typeParameters(t, nil, As[Tuple](b).Items); err != nil {
			return err
		}
	}
	return SetAttr(t, cls, nameParameters, NewTuple(list...))
}

// SubscriptGeneric returns Generic[*params], the implicit base of a class with
// type parameters.
func SubscriptGeneric(t *Thread, params Value) (Value, error) {
	m, err := ImportModule(t, "typing")
	if err != nil {
		if IsExc(err, &ModuleNotFoundErrorType) {
			return NewGenericAlias(Wrap(&GenericType), params), nil
		}
		return Value{}, err
	}
	args, err := unpackParams(t, params)
	if err != nil {
		return Value{}, err
	}
	return CallMethod(t, m, "_GenericAlias", Wrap(&GenericType), args)
}
