package collections

import "github.com/gopy-lang/gopy/object"

// tupleGetter is the descriptor of a named tuple's field.
type tupleGetter struct {
	object.Header
	index int
	doc   value
}

var tupleGetterType object.Type

func init() {
	tupleGetterType.Define(object.TypeSpec{
		Name: "_tuplegetter", Module: "collections",
		Slots: object.Slots{
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				a, err := tupleGetterPlan.Bind(t, args, kw)
				if err != nil {
					return value{}, err
				}
				i, err := object.SsizeArg(t, a[0])
				return object.Wrap(&tupleGetter{object.Header{Type: tp}, i, a[1]}), err
			},
			Repr: func(t *thread, v value) (value, error) {
				g := object.As[tupleGetter](v)
				s, err := object.Repr(t, g.doc)
				return object.NewStrf("_tuplegetter(%d, %s)", g.index, s), err
			},
			DescrGet: func(t *thread, d, obj, owner value) (value, error) {
				g := object.As[tupleGetter](d)
				if obj.O == nil {
					return d, nil
				}
				if obj.O.Type.Solid != &object.TupleType {
					if obj.IsNone() {
						return d, nil
					}
					return value{}, object.TypeErrorf("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.index, obj.O.Type.MsgName())
				}
				items := object.As[tuple](obj).Items
				if g.index < 0 || g.index >= len(items) {
					return value{}, object.IndexErrorf("tuple index out of range")
				}
				return items[g.index], nil
			},
			DescrSet: func(t *thread, d, obj, val value) error {
				if val.O == nil {
					return object.AttributeErrorf("can't delete attribute")
				}
				return object.AttributeErrorf("can't set attribute")
			},
			Traverse: func(v value, visit func(value)) { visit(object.As[tupleGetter](v).doc) },
		},
		GetSets: []object.GetSet{{Name: "__doc__", Get: func(t *thread, v value) (value, error) { return object.As[tupleGetter](v).doc, nil }, Set: func(t *thread, v, val value) error {
			object.As[tupleGetter](v).doc = orNone(val)
			return nil
		}}},
		Methods: []object.Func{{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
			g := object.As[tupleGetter](a[0])
			return object.NewTuple(object.Wrap(g.Type), object.NewTuple(object.IntOf(g.index), g.doc)), nil
		}}},
	})
}

// countElements is Counter's loop.
func countElements(t *thread, a []value) (value, error) {
	m, it := a[0], a[1]
	d := object.As[dict](m)
	fast := m.Is(&object.DictType)
	for _, n := range []string{"get", "__setitem__"} {
		s := t.Intern(n)
		fast = fast && m.O.Type.Lookup(t, s) == object.DictType.Lookup(t, s)
	}
	one := object.Int(1)
	return object.None, object.Iterate(t, it, func(k value) error {
		if fast {
			v, ok, err := d.Get(t, k)
			switch {
			case err != nil:
				return err
			case !ok:
				v = one
			case v.IsInt() && v.Int64() < 1<<62:
				v = object.Int(v.Int64() + 1)
			default:
				if v, err = object.BinaryOp(t, v, one, object.OpAdd); err != nil {
					return err
				}
			}
			return d.Set(t, k, v)
		}
		v, err := object.CallMethod(t, m, "get", k, object.Int(0))
		if err != nil {
			return err
		}
		if v, err = object.BinaryOp(t, v, one, object.OpAdd); err != nil {
			return err
		}
		return object.SetItem(t, m, k, v)
	})
}
