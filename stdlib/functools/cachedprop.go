package functools

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var cachedPropertyType class

// cachedProperty computes an attribute at its first use. It is no data
// descriptor: the stored value hides it.
type cachedProperty struct {
	header
	object.Attrs
	fn, name, doc, module value
}

var cachedPropertyPlan = arg.Plan{Name: "cached_property.__init__", Sig: "(func)"}

func asCached(v value) *cachedProperty { return object.As[cachedProperty](v) }

func cachedInit(t *thread, self value, args, kw []value) error {
	a, err := cachedPropertyPlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	c := asCached(self)
	c.fn, c.name = a[0], object.None
	for n, p := range map[string]*value{"__doc__": &c.doc, "__module__": &c.module} {
		if *p, err = object.GetAttrOpt(t, c.fn, t.Intern(n)); err != nil {
			return err
		}
		if p.O == nil {
			*p = object.None
		}
	}
	return nil
}

func cachedGet(t *thread, d, obj, owner value) (value, error) {
	if obj.O == nil || obj.IsNone() {
		return d, nil
	}
	c := asCached(d)
	name, ok := object.AsStr(c.name)
	if !ok {
		return value{}, object.TypeErrorf("Cannot use cached_property instance without calling __set_name__ on it.")
	}
	tp := obj.O.Type
	if tp.Solid == &object.TypeType {
		return value{}, object.TypeErrorf("The '__dict__' attribute on '%s' instance does not support item assignment for caching '%s' property.", tp.Name, name)
	}
	if tp.Flags&object.FlagDict == 0 {
		return value{}, object.TypeErrorf("No '__dict__' attribute on '%s' instance to cache '%s' property.", tp.Name, name)
	}
	v, err := object.CallArgs(t, c.fn, obj)
	if err != nil {
		return value{}, err
	}
	if object.TypeOf(tp.Lookup(t, name)).Slots.DescrSet != nil { // another descriptor has the name now
		return v, object.InstanceDict(t, obj).Set(t, c.name, v)
	}
	return v, object.GenericSetAttr(t, obj, t.Interp.InternStr(name), v)
}

func cachedSetName(t *thread, a []value) (value, error) {
	c := asCached(a[0])
	if c.name.IsNone() {
		c.name = a[2]
		return object.None, nil
	}
	if same, err := object.Equal(t, c.name, a[2]); err != nil || same {
		return object.None, err
	}
	return value{}, object.TypeErrorf("Cannot assign the same cached_property to two different names (%s and %s).", object.MustReprT(t, c.name), object.MustReprT(t, a[2]))
}

func init() {
	field := func(n string, f func(c *cachedProperty) *value) object.GetSet {
		return object.GetSet{Name: n, Get: func(t *thread, v value) (value, error) {
			if x := *f(asCached(v)); x.O != nil {
				return x, nil
			}
			return object.None, nil
		}, Set: func(t *thread, v, val value) error {
			*f(asCached(v)) = val
			return nil
		}}
	}
	cachedPropertyType.Define(object.TypeSpec{
		Name: "cached_property", Module: "functools", Sig: "(func)", Flags: object.FlagBase,
		Size: unsafe.Sizeof(cachedProperty{}), AttrsOff: unsafe.Offsetof(cachedProperty{}.Attrs),
		Slots: object.Slots{Init: cachedInit, DescrGet: cachedGet,
			New: func(t *thread, tp *class, args, kw []value) (value, error) {
				c := object.Alloc[cachedProperty](tp, &cachedPropertyType)
				c.name, c.doc, c.module, c.fn = object.None, object.None, object.None, object.None
				return object.Wrap(c), nil
			},
			Traverse: func(v value, visit func(value)) {
				visit(asCached(v).fn)
				object.TraverseAttrs(v, visit)
			}},
		GetSets: []object.GetSet{
			field("func", func(c *cachedProperty) *value { return &c.fn }),
			field("attrname", func(c *cachedProperty) *value { return &c.name }),
			field("__doc__", func(c *cachedProperty) *value { return &c.doc }),
			dictGetSet,
		},
		Methods:      []object.Func{{Name: "__set_name__", Sig: "($self, owner, name)", Fn: cachedSetName}},
		ClassMethods: []object.Func{object.ClassGetItem},
	})
}
