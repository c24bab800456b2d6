package object

// types.SimpleNamespace.

import (
	"strings"
	"unsafe"
)

// NamespaceType is types.SimpleNamespace.
var NamespaceType Type

type namespace struct {
	Header
	Attrs
}

// NewNamespace returns an empty SimpleNamespace.
func NewNamespace(t *Thread) Value {
	return Wrap(&namespace{Header: Header{&NamespaceType}})
}

// NamespaceSet sets attribute n of a namespace.
func NamespaceSet(t *Thread, ns Value, n string, v Value) {
	As[namespace](ns).set(t, &NamespaceType, t.Intern(n), v)
}

func namespaceRepr(t *Thread, v Value) (Value, error) {
	n := "namespace"
	if v.O.Type != &NamespaceType {
		n = v.O.Type.Name
	}
	if !t.enterRepr(v) {
		return NewStr(n + "(...)"), nil
	}
	defer t.leaveRepr(v)
	b := []byte(n + "(")
	first := true
	var err error
	attrsOf(v).each(func(k, x Value) {
		if err != nil {
			return
		}
		var r string
		if r, err = Repr(t, x); err != nil {
			return
		}
		if !first {
			b = append(b, ", "...)
		}
		first = false
		b = append(append(append(b, As[Str](k).s...), '='), r...)
	})
	return NewStr(string(append(b, ')'))), err
}

func init() {
	NamespaceType.Define(TypeSpec{
		Name: "SimpleNamespace", Module: "types", Sig: "(mapping_or_iterable=(), /, **kwargs)", Flags: FlagBase,
		Size: unsafe.Sizeof(namespace{}), AttrsOff: unsafe.Offsetof(namespace{}.Attrs),
		Doc: "A simple attribute-based namespace.",
		Slots: Slots{Repr: namespaceRepr,
			New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
				return Wrap(Alloc[namespace](tp, &NamespaceType)), nil
			},
			Init: func(t *Thread, self Value, args, kw []Value) error {
				npos := len(args) - len(kw)
				if npos > 1 {
					return TypeErrorf("%s expected at most 1 argument, got %d", self.O.Type.Name, npos)
				}
				d := attrsOf(self).toDict(t)
				if npos == 1 {
					src := NewDict()
					if err := DictUpdate(t, src, args[0]); err != nil {
						return err
					}
					for _, k := range src.Keys() {
						if !k.solid(&StrType) {
							return TypeErrorf("keywords must be strings")
						}
					}
					if err := d.Update(t, src); err != nil {
						return err
					}
				}
				for i, k := range kw {
					d.SetStr(t.Interp.InternStr(As[Str](k)), args[npos+i])
				}
				return nil
			},
			RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
				if !a.solid(&NamespaceType) || !b.solid(&NamespaceType) {
					return NotImplemented, nil
				}
				return RichCompare(t, Wrap(attrsOf(a).toDict(t)), Wrap(attrsOf(b).toDict(t)), op)
			},
			Hash:     nil,
			Traverse: func(v Value, visit func(Value)) { attrsOf(v).traverse(visit) },
		},
		GetSets: []GetSet{{"__dict__", "", func(t *Thread, v Value) (Value, error) { return Wrap(InstanceDict(t, v)), nil }, nil}},
		Methods: []Func{
			{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
				return NewTuple(Wrap(a[0].O.Type), EmptyTuple, Wrap(attrsOf(a[0]).toDict(t))), nil
			}},
			{"__replace__", "($self, /, **changes)", "", func(t *Thread, a []Value) (Value, error) {
				r, err := CallArgs(t, Wrap(a[0].O.Type))
				if err != nil {
					return Value{}, err
				}
				if !r.solid(&NamespaceType) {
					return Value{}, TypeErrorf("expect types.SimpleNamespace type, but %s() returned '%s' object", strings.TrimPrefix(a[0].O.Type.FullName(t), "__main__."), TypeOf(r).FullName(t))
				}
				d := attrsOf(r).toDict(t)
				if err := d.Update(t, attrsOf(a[0]).toDict(t)); err != nil {
					return Value{}, err
				}
				return r, d.Update(t, As[Dict](a[1]))
			}},
		},
	})
}
