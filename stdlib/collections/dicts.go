package collections

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// The dict subclasses.
var (
	DefaultDictType object.Type
	OrderedDictType object.Type
)

type defaultDict struct {
	object.Dict
	factory value // missing: none
}

type orderedDict struct {
	object.Dict
	object.Attrs
}

func asDefault(v value) *defaultDict { return object.As[defaultDict](v) }

// isDefault reports whether v has the storage of a defaultdict.
func isDefault(v value) bool { return v.Is(&DefaultDictType) }

func defaultInit(t *thread, self value, args, kw []value) error {
	d := asDefault(self)
	d.factory = value{}
	if len(args) > len(kw) {
		f := args[0]
		if !f.IsNone() {
			if !object.Callable(f) {
				return object.TypeErrorf("first argument must be callable or None")
			}
			d.factory = f
		}
		args = args[1:]
	}
	return object.DictUpdateArgs(t, &d.Dict, "defaultdict", args, kw)
}

// missing is __missing__: make, store and return the value of key k.
func missing(t *thread, v, k value) (value, error) {
	d := asDefault(v)
	if d.factory.O == nil {
		return value{}, object.KeyError(k)
	}
	x, err := object.CallArgs(t, d.factory)
	if err != nil {
		return value{}, err
	}
	if v.O.Type == &DefaultDictType {
		return x, d.Dict.Set(t, k, x)
	}
	return x, object.SetItem(t, v, k, x)
}

func defaultGetItem(t *thread, v, k value) (value, error) {
	d := asDefault(v)
	x, ok, err := d.Dict.Get(t, k)
	if err != nil || ok {
		return x, err
	}
	if v.O.Type != &DefaultDictType {
		return object.CallMethod(t, v, "__missing__", k)
	}
	return missing(t, v, k)
}

func orNone(v value) value {
	if v.O == nil {
		return object.None
	}
	return v
}

func defaultRepr(t *thread, v value) (value, error) {
	d := asDefault(v)
	base, err := object.DictType.Slots.Repr(t, v)
	if err != nil {
		return value{}, err
	}
	f := "..."
	if d.factory.O == nil {
		f = "None"
	} else if o := d.factory; t.EnterRepr(o) {
		f, err = object.Repr(t, o)
		t.LeaveRepr(o)
		if err != nil {
			return value{}, err
		}
	}
	s, _ := object.AsStr(base)
	return object.NewStrf("%s(%s, %s)", v.O.Type.Name, f, s), nil
}

func defaultCopy(t *thread, a []value) (value, error) {
	return object.CallArgs(t, object.Wrap(a[0].O.Type), orNone(asDefault(a[0]).factory), a[0])
}

func defaultOr(t *thread, a, b value) (value, error) {
	self := a
	if !isDefault(a) {
		self = b
	}
	if !a.Is(&object.DictType) || !b.Is(&object.DictType) {
		return object.NotImplemented, nil
	}
	r, err := object.CallArgs(t, object.Wrap(self.O.Type), orNone(asDefault(self).factory), a)
	if err != nil {
		return value{}, err
	}
	if !isDefault(r) {
		return object.NotImplemented, nil
	}
	return r, object.DictUpdate(t, object.As[dict](r), b)
}

// itemsIter is iter(v.items()).
func itemsIter(t *thread, v value) (value, error) {
	it, err := object.CallMethod(t, v, "items")
	if err != nil {
		return value{}, err
	}
	return object.Iter(t, it)
}

var defaultMethods = []object.Func{
	{Name: "__missing__", Sig: "($self, key, /)", Doc: "Called by __getitem__ for a key that is not there.", Fn: func(t *thread, a []value) (value, error) { return missing(t, a[0], a[1]) }},
	{Name: "copy", Sig: "($self, /)", Doc: "D.copy() -> a shallow copy of D.", Fn: defaultCopy},
	{Name: "__copy__", Sig: "($self, /)", Doc: "D.copy() -> a shallow copy of D.", Fn: defaultCopy},
	{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling.", Fn: func(t *thread, a []value) (value, error) {
		args := object.NewTuple()
		if f := asDefault(a[0]).factory; f.O != nil {
			args = object.NewTuple(f)
		}
		it, err := itemsIter(t, a[0])
		return object.NewTuple(object.Wrap(a[0].O.Type), args, object.None, object.None, it), err
	}},
}

func init() {
	DefaultDictType.Define(object.TypeSpec{
		Name: "defaultdict", Module: "collections", Base: &object.DictType, Flags: object.FlagBase, Size: unsafe.Sizeof(defaultDict{}),
		Doc: "A dict that makes the values of missing keys by calling default_factory.",
		Slots: object.Slots{
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				return object.Wrap(object.Alloc[defaultDict](tp, &DefaultDictType)), nil
			},
			Init: defaultInit, Repr: defaultRepr, GetItem: defaultGetItem,
			Binary: [object.NBinOp]object.BinaryFunc{object.OpOr: defaultOr},
			Traverse: func(v value, visit func(value)) {
				object.DictType.Slots.Traverse(v, visit)
				if f := asDefault(v).factory; f.O != nil {
					visit(f)
				}
			},
		},
		Methods: defaultMethods,
		GetSets: []object.GetSet{{Name: "default_factory", Doc: "Factory for default value called by __missing__().",
			Get: func(t *thread, v value) (value, error) { return orNone(asDefault(v).factory), nil },
			Set: func(t *thread, v, val value) error {
				if val.O != nil && val.IsNone() {
					val = value{}
				}
				asDefault(v).factory = val
				return nil
			}}},
	})
	DefaultDictType.Solid = &object.DictType
	OrderedDictType.Define(object.TypeSpec{
		Name: "OrderedDict", Module: "collections", Base: &object.DictType, Flags: object.FlagBase,
		Size: unsafe.Sizeof(orderedDict{}), AttrsOff: unsafe.Offsetof(orderedDict{}.Attrs),
		Doc: "Dictionary that remembers insertion order",
		Slots: object.Slots{
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				return object.Wrap(object.Alloc[orderedDict](tp, &OrderedDictType)), nil
			},
			Init: func(t *thread, self value, args, kw []value) error {
				return orderedUpdate(t, self, "", args, kw)
			},
			Repr: orderedRepr, RichCmp: orderedCompare,
			Binary:  [object.NBinOp]object.BinaryFunc{object.OpOr: orderedOr},
			Inplace: [object.NBinOp]object.BinaryFunc{object.OpOr: func(t *thread, a, b value) (value, error) { return a, orderedUpdate(t, a, "", []value{b}, nil) }},
			Traverse: func(v value, visit func(value)) {
				object.DictType.Slots.Traverse(v, visit)
				object.TraverseAttrs(v, visit)
			},
		},
		Methods: orderedMethods,
		ClassMethods: []object.Func{{Name: "fromkeys", Sig: "($type, /, iterable, value=None)", Doc: "Create a new ordered dictionary with keys from iterable and values set to value.", Fn: func(t *thread, a []value) (value, error) {
			d, err := object.CallArgs(t, a[0])
			if err != nil {
				return value{}, err
			}
			return d, object.Iterate(t, a[1], func(k value) error { return object.SetItem(t, d, k, orNone(a[2])) })
		}}},
		GetSets: []object.GetSet{{Name: "__dict__", Get: func(t *thread, v value) (value, error) {
			return object.Wrap(object.InstanceDict(t, v)), nil
		}, Set: object.SetInstanceDict}},
	})
	OrderedDictType.Solid = &object.DictType
}

var tupleGetterPlan = arg.Plan{Name: "_tuplegetter", Sig: "(index, doc, /)"}
