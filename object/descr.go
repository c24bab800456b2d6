package object

// property, classmethod, staticmethod, super and mappingproxy (library
// reference, "Built-in Functions"; data model, 3.3.2).

import "unsafe"

// Descriptor types usable from Python.
var (
	PropertyType     Type
	ClassMethodType  Type
	StaticMethodType Type
	SuperType        Type
	MappingProxyType Type
)

// Property is a property object.
type Property struct {
	Header
	Get, Set, Del, Doc, Name Value
	docFromGetter            bool
}

// WrappedFunc is a classmethod or staticmethod object.
type WrappedFunc struct {
	Header
	Attrs
	Func Value
}

const wrappedAttrsOff = unsafe.Offsetof(WrappedFunc{}.Attrs)

// NewStaticMethod wraps f.
func NewStaticMethod(f Value) Value {
	return Wrap(&WrappedFunc{Header: Header{&StaticMethodType}, Func: f})
}

// NewClassMethod wraps f.
func NewClassMethod(f Value) Value {
	return Wrap(&WrappedFunc{Header: Header{&ClassMethodType}, Func: f})
}

func wrappedNew(exact *Type) func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	return func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
		w := Alloc[WrappedFunc](tp, exact)
		w.Func = None
		return Wrap(w), nil
	}
}

func wrappedInit(t *Thread, self Value, args, kw []Value) error {
	if len(kw) != 0 {
		return TypeErrorf("%s() takes no keyword arguments", self.O.Type.Solid.Name)
	}
	if len(args) != 1 {
		return TypeErrorf("%s expected 1 argument, got %d", self.O.Type.MsgName(), len(args))
	}
	w := As[WrappedFunc](self)
	w.Func = args[0]
	for _, n := range []*Str{nameModule, nameName, nameQualname, nameDoc} {
		v, err := GetAttrOpt(t, args[0], n)
		if err != nil {
			return err
		}
		if v.O != nil {
			w.Attrs.set(t, self.O.Type, n, v)
		}
	}
	return nil
}

var wrappedGetSets = []GetSet{
	{"__func__", "", func(t *Thread, v Value) (Value, error) { return As[WrappedFunc](v).Func, nil }, nil},
	{"__wrapped__", "", func(t *Thread, v Value) (Value, error) { return As[WrappedFunc](v).Func, nil }, nil},
	{"__isabstractmethod__", "", func(t *Thread, v Value) (Value, error) { return isAbstract(t, As[WrappedFunc](v).Func) }, nil},
	{"__dict__", "", func(t *Thread, v Value) (Value, error) { return Wrap(InstanceDict(t, v)), nil }, setInstanceDict},
	wrappedAttr(nameAnnotations),
	wrappedAttr(nameAnnotate),
}

// wrappedAttr is an attribute that is the function's until it is set; the first
// look at it keeps it.
func wrappedAttr(n *Str) GetSet {
	return GetSet{n.s, "", func(t *Thread, v Value) (Value, error) {
		w := As[WrappedFunc](v)
		if x := w.Attrs.get(n); x.O != nil {
			return x, nil
		}
		x, err := GetAttr(t, w.Func, n)
		if err == nil {
			w.Attrs.set(t, v.O.Type, n, x)
		}
		return x, err
	}, func(t *Thread, v, val Value) error {
		w := As[WrappedFunc](v)
		if val.O == nil && w.Attrs.get(n).O == nil {
			return AttributeErrorf("'%s' object has no attribute '%s'", v.O.Type.MsgName(), n.s)
		}
		w.Attrs.set(t, v.O.Type, n, val)
		return nil
	}}
}

func isAbstract(t *Thread, f Value) (Value, error) {
	v, err := GetAttrOpt(t, f, nameIsAbstract)
	if err != nil || v.O == nil {
		return False, err
	}
	b, err := Truth(t, v)
	return Bool(b), err
}

func wrappedTraverse(v Value, visit func(Value)) {
	w := As[WrappedFunc](v)
	visit(w.Func)
	w.Attrs.traverse(visit)
}

func propertyGet(t *Thread, d, obj, owner Value) (Value, error) {
	p := As[Property](d)
	if obj.O == nil {
		return d, nil
	}
	if p.Get.O == nil {
		return Value{}, propertyError(t, p, obj, "getter")
	}
	return CallArgs(t, p.Get, obj)
}

func propertyError(t *Thread, p *Property, obj Value, what string) error {
	n, err := propertyName(t, p)
	if err != nil {
		return err
	}
	q := obj.O.Type.Qualname
	if n.O != nil {
		r, err := Repr(t, n)
		if err != nil {
			return err
		}
		return AttributeErrorf("property %s of '%s' object has no %s", r, q, what)
	}
	return AttributeErrorf("property of '%s' object has no %s", q, what)
}

func propertyName(t *Thread, p *Property) (Value, error) {
	if p.Name.O != nil {
		return p.Name, nil
	}
	if p.Get.O != nil {
		return GetAttrOpt(t, p.Get, nameName)
	}
	return Value{}, nil
}

func propertySet(t *Thread, d, obj, val Value) error {
	p := As[Property](d)
	f, what := p.Set, "setter"
	args := []Value{obj, val}
	if val.O == nil {
		f, what, args = p.Del, "deleter", args[:1]
	}
	if f.O == nil {
		return propertyError(t, p, obj, what)
	}
	_, err := Call(t, f, args, nil)
	return err
}

func propertyInit(t *Thread, self Value, args, kw []Value) error {
	a, err := bind(t, propertyPlan, "property", Value{}, args, kw)
	if err != nil {
		return err
	}
	p := As[Property](self)
	p.Get, p.Set, p.Del = missing(a[0]), missing(a[1]), missing(a[2])
	doc := missing(a[3])
	p.docFromGetter = false
	if doc.O == nil && p.Get.O != nil {
		d, err := GetAttrOpt(t, p.Get, nameDoc)
		if err != nil {
			return err
		}
		if d.O != nil && !d.IsNone() {
			doc, p.docFromGetter = d, true
		}
	}
	if self.O.Type != &PropertyType {
		// The docstring goes where the subclass keeps it, if it does.
		err := SetAttr(t, self, nameDoc, orNone(doc))
		if err != nil && IsExc(err, &AttributeErrorType) && !p.docFromGetter {
			return nil
		}
		return err
	}
	p.Doc = orNone(doc)
	return nil
}

// missing turns None into the missing value.
func missing(v Value) Value {
	if v.IsNone() {
		return Value{}
	}
	return v
}

func propertyCopy(t *Thread, self Value, get, set, del Value) (Value, error) {
	p := As[Property](self)
	if get.O == nil {
		get = p.Get
	}
	if set.O == nil {
		set = p.Set
	}
	if del.O == nil {
		del = p.Del
	}
	doc := p.Doc
	if p.docFromGetter {
		doc = Value{}
	}
	n, err := CallArgs(t, Wrap(self.O.Type), orNone(get), orNone(set), orNone(del), orNone(doc))
	if err != nil {
		return Value{}, err
	}
	if n.solid(&PropertyType) {
		As[Property](n).Name = p.Name
	}
	return n, nil
}

// Super is a super object.
type Super struct {
	Header
	This *Type
	Obj  Value // missing when unbound
	Of   *Type // type whose MRO is searched
}

// superLookup finds name after this in of's MRO and binds it to obj.
func superLookup(t *Thread, this *Type, obj Value, of *Type, n *Str) (Value, error) {
	i := 0
	for i < len(of.MRO) && of.MRO[i] != this {
		i++
	}
	for i++; i < len(of.MRO); i++ {
		d, ok := of.MRO[i].Dict().GetStr(n)
		if !ok {
			continue
		}
		if get := d.O.Type.Slots.DescrGet; get != nil {
			o := obj
			if obj == Wrap(of) {
				o = Value{}
			}
			return get(t, d, o, Wrap(of))
		}
		return d, nil
	}
	return Value{}, nil
}

// SuperMethod finds what super(this, obj).n refers to without binding: the
// class attribute and whether it is a plain method.
func SuperMethod(t *Thread, this *Type, obj Value, n *Str) (d Value, method bool) {
	of := obj.O.Type
	if !of.IsSubtype(this) {
		return Value{}, false
	}
	i := 0
	for i < len(of.MRO) && of.MRO[i] != this {
		i++
	}
	for i++; i < len(of.MRO); i++ {
		if d, ok := of.MRO[i].Dict().GetStr(n); ok {
			return d, d.O.Type.Flags&FlagMethodDescr != 0
		}
	}
	return Value{}, false
}

func superCheck(t *Thread, this *Type, obj Value) (*Type, error) {
	if obj.solid(&TypeType) && As[Type](obj).IsSubtype(this) {
		return As[Type](obj), nil
	}
	if obj.O.Type.IsSubtype(this) {
		return obj.O.Type, nil
	}
	c, err := GetAttrOpt(t, obj, nameClass)
	if err != nil {
		return nil, err
	}
	if c.O != nil && c.solid(&TypeType) && As[Type](c).IsSubtype(this) {
		return As[Type](c), nil
	}
	what := "instance"
	nm := obj.O.Type.Name
	if obj.solid(&TypeType) {
		what, nm = "type", As[Type](obj).Name
	}
	if what == "type" {
		return nil, TypeErrorf("super(type, obj): obj (type %s) is not an instance or subtype of type (%s).", nm, this.Name)
	}
	return nil, TypeErrorf("super(type, obj): obj (instance of %s) is not an instance or subtype of type (%s).", nm, this.Name)
}

func superGetAttr(t *Thread, v Value, n *Str) (Value, error) {
	s := As[Super](v)
	if s.Of != nil && n != nameClass {
		r, err := superLookup(t, s.This, s.Obj, s.Of, n)
		if err != nil || r.O != nil {
			return r, err
		}
	}
	r, err := genericGet(t, v, n)
	if err == nil && r.O == nil {
		return Value{}, attrErr(v, n, "'super' object has no attribute '%s'", n.s)
	}
	return r, err
}

func superInit(t *Thread, self Value, args, kw []Value) error {
	if len(kw) > 0 {
		return TypeErrorf("super() takes no keyword arguments")
	}
	if len(args) > 2 {
		return TypeErrorf("super() expected at most 2 arguments, got %d", len(args))
	}
	s := As[Super](self)
	var cls, obj Value
	if len(args) == 0 {
		var err error
		if cls, obj, err = t.Interp.Runtime.SuperArgs(t); err != nil {
			return err
		}
	} else {
		cls = args[0]
		if len(args) > 1 {
			obj = missing(args[1])
		}
	}
	if !cls.solid(&TypeType) {
		return TypeErrorf("super() argument 1 must be a type, not %s", cls.O.Type.MsgName())
	}
	s.This = As[Type](cls)
	if obj.O == nil {
		return nil
	}
	of, err := superCheck(t, s.This, obj)
	if err != nil {
		return err
	}
	s.Obj, s.Of = obj, of
	return nil
}

// MappingProxy is a read-only view of a mapping.
type MappingProxy struct {
	Header
	M Value
}

// NewMappingProxy returns a read-only view of mapping m.
func NewMappingProxy(m Value) Value { return Wrap(&MappingProxy{Header{&MappingProxyType}, m}) }

func init() {
	PropertyType.Define(TypeSpec{
		Name: "property", Sig: "(fget=None, fset=None, fdel=None, doc=None)", Flags: FlagBase, Size: unsafe.Sizeof(Property{}),
		Doc: "Property attribute.",
		Slots: Slots{DescrGet: propertyGet, DescrSet: propertySet, Init: propertyInit,
			New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
				p := Alloc[Property](tp, &PropertyType)
				p.Doc = None
				return Wrap(p), nil
			}, Traverse: func(v Value, visit func(Value)) {
				p := As[Property](v)
				for _, x := range []Value{p.Get, p.Set, p.Del, p.Doc} {
					if x.O != nil {
						visit(x)
					}
				}
			}},
		GetSets: []GetSet{
			{"fget", "", func(t *Thread, v Value) (Value, error) { return orNone(As[Property](v).Get), nil }, nil},
			{"fset", "", func(t *Thread, v Value) (Value, error) { return orNone(As[Property](v).Set), nil }, nil},
			{"fdel", "", func(t *Thread, v Value) (Value, error) { return orNone(As[Property](v).Del), nil }, nil},
			{"__doc__", "", func(t *Thread, v Value) (Value, error) { return As[Property](v).Doc, nil }, func(t *Thread, v, val Value) error {
				As[Property](v).Doc = orNone(val)
				return nil
			}},
			{"__name__", "", func(t *Thread, v Value) (Value, error) {
				n, err := propertyName(t, As[Property](v))
				if err == nil && n.O == nil {
					return Value{}, AttributeErrorf("'property' object has no attribute '__name__'")
				}
				return n, err
			}, func(t *Thread, v, val Value) error { As[Property](v).Name = val; return nil }},
			{"__isabstractmethod__", "", func(t *Thread, v Value) (Value, error) {
				p := As[Property](v)
				for _, f := range []Value{p.Get, p.Set, p.Del} {
					if f.O != nil {
						if r, err := isAbstract(t, f); err != nil || r == True {
							return r, err
						}
					}
				}
				return False, nil
			}, nil},
		},
		Methods: []Func{
			{"getter", "($self, object, /)", "Descriptor to obtain a copy of the property with a different getter.", func(t *Thread, a []Value) (Value, error) {
				return propertyCopy(t, a[0], a[1], Value{}, Value{})
			}},
			{"setter", "($self, object, /)", "Descriptor to obtain a copy of the property with a different setter.", func(t *Thread, a []Value) (Value, error) {
				return propertyCopy(t, a[0], Value{}, a[1], Value{})
			}},
			{"deleter", "($self, object, /)", "Descriptor to obtain a copy of the property with a different deleter.", func(t *Thread, a []Value) (Value, error) {
				return propertyCopy(t, a[0], Value{}, Value{}, a[1])
			}},
			{"__set_name__", "($self, /, *args)", "", func(t *Thread, a []Value) (Value, error) {
				args := As[Tuple](a[1]).Items
				if len(args) != 2 {
					return Value{}, TypeErrorf("__set_name__() takes 2 positional arguments but %d were given", len(args))
				}
				As[Property](a[0]).Name = args[1]
				return None, nil
			}},
		},
	})
	StaticMethodType.Define(TypeSpec{
		Name: "staticmethod", Sig: "(function, /)", Flags: FlagBase, Size: unsafe.Sizeof(WrappedFunc{}), AttrsOff: wrappedAttrsOff,
		Slots: Slots{New: wrappedNew(&StaticMethodType), Init: wrappedInit, Traverse: wrappedTraverse,
			DescrGet: func(t *Thread, d, obj, owner Value) (Value, error) { return As[WrappedFunc](d).Func, nil },
			Call: func(t *Thread, v Value, args, kw []Value) (Value, error) {
				return Call(t, As[WrappedFunc](v).Func, args, kw)
			}, Repr: wrappedRepr},
		GetSets: wrappedGetSets,
	})
	ClassMethodType.Define(TypeSpec{
		Name: "classmethod", Sig: "(function, /)", Flags: FlagBase, Size: unsafe.Sizeof(WrappedFunc{}), AttrsOff: wrappedAttrsOff,
		Slots: Slots{New: wrappedNew(&ClassMethodType), Init: wrappedInit, Traverse: wrappedTraverse,
			DescrGet: func(t *Thread, d, obj, owner Value) (Value, error) {
				if owner.O == nil {
					owner = Wrap(obj.O.Type)
				}
				return NewMethod(As[WrappedFunc](d).Func, owner), nil
			}, Repr: wrappedRepr},
		GetSets: wrappedGetSets,
	})
	SuperType.Define(TypeSpec{
		Name: "super", Flags: FlagBase, Size: unsafe.Sizeof(Super{}),
		Slots: Slots{Init: superInit, GetAttr: superGetAttr,
			New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
				return Wrap(Alloc[Super](tp, &SuperType)), nil
			},
			DescrGet: func(t *Thread, d, obj, owner Value) (Value, error) {
				s := As[Super](d)
				if obj.O == nil || obj.IsNone() || s.Obj.O != nil || s.This == nil {
					return d, nil
				}
				if d.O.Type != &SuperType {
					return CallArgs(t, Wrap(d.O.Type), Wrap(s.This), obj)
				}
				of, err := superCheck(t, s.This, obj)
				if err != nil {
					return Value{}, err
				}
				return Wrap(&Super{Header{&SuperType}, s.This, obj, of}), nil
			}, Repr: func(t *Thread, v Value) (Value, error) {
				s := As[Super](v)
				this := "NULL"
				if s.This != nil {
					this = s.This.Name
				}
				if s.Of != nil {
					return NewStr("<super: <class '" + this + "'>, <" + s.Of.Name + " object>>"), nil
				}
				return NewStr("<super: <class '" + this + "'>, NULL>"), nil
			}, Traverse: func(v Value, visit func(Value)) {
				if s := As[Super](v); s.Obj.O != nil {
					visit(s.Obj)
				}
			}},
		GetSets: []GetSet{
			{"__thisclass__", "", func(t *Thread, v Value) (Value, error) { return typeOrNone(As[Super](v).This), nil }, nil},
			{"__self__", "", func(t *Thread, v Value) (Value, error) { return orNone(As[Super](v).Obj), nil }, nil},
			{"__self_class__", "", func(t *Thread, v Value) (Value, error) { return typeOrNone(As[Super](v).Of), nil }, nil},
		},
	})
	MappingProxyType.Define(TypeSpec{
		Name: "mappingproxy", Flags: FlagMapping, Sig: "(mapping)",
		Slots: Slots{
			New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
				if len(args) != 1 {
					return Value{}, TypeErrorf("mappingproxy() missing required argument 'mapping' (pos 1)")
				}
				if args[0].O.Type.Slots.GetItem == nil || args[0].solid(&ListType) || args[0].solid(&TupleType) {
					return Value{}, TypeErrorf("mappingproxy() argument must be a mapping, not %s", args[0].O.Type.MsgName())
				}
				return NewMappingProxy(args[0]), nil
			},
			Len:      func(t *Thread, v Value) (int, error) { return Len(t, As[MappingProxy](v).M) },
			GetItem:  func(t *Thread, v, k Value) (Value, error) { return GetItem(t, As[MappingProxy](v).M, k) },
			Contains: func(t *Thread, v, k Value) (bool, error) { return Contains(t, As[MappingProxy](v).M, k) },
			Iter:     func(t *Thread, v Value) (Value, error) { return Iter(t, As[MappingProxy](v).M) },
			Str:      func(t *Thread, v Value) (Value, error) { return StrValue(t, As[MappingProxy](v).M) },
			Hash:     func(t *Thread, v Value) (int64, error) { return Hash(t, As[MappingProxy](v).M) },
			Repr: func(t *Thread, v Value) (Value, error) {
				r, err := Repr(t, As[MappingProxy](v).M)
				return NewStr("mappingproxy(" + r + ")"), err
			},
			RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
				return RichCompare(t, As[MappingProxy](a).M, b, op)
			},
			Binary: [NBinOp]BinaryFunc{OpOr: func(t *Thread, a, b Value) (Value, error) {
				if a.O.Type == &MappingProxyType {
					a = As[MappingProxy](a).M
				}
				if b.O.Type == &MappingProxyType {
					b = As[MappingProxy](b).M
				}
				return BinaryOp(t, a, b, OpOr)
			}},
			Inplace: [NBinOp]BinaryFunc{OpOr: func(t *Thread, a, b Value) (Value, error) {
				return Value{}, TypeErrorf("'|=' is not supported by mappingproxy; use '|' instead")
			}},
			Traverse: func(v Value, visit func(Value)) { visit(As[MappingProxy](v).M) },
		},
		Methods: []Func{
			{"get", "($self, key, default=None, /)", "Return the value for key if key is in the mapping, else default.", func(t *Thread, a []Value) (Value, error) {
				return CallMethod(t, As[MappingProxy](a[0]).M, "get", a[1], orNone(a[2]))
			}},
			{"keys", "($self, /)", "", proxyMethod("keys")}, {"values", "($self, /)", "", proxyMethod("values")},
			{"items", "($self, /)", "", proxyMethod("items")}, {"copy", "($self, /)", "", proxyMethod("copy")},
			{"__reversed__", "($self, /)", "", proxyMethod("__reversed__")},
		},
		ClassMethods: []Func{classGetItemRow},
	})
}

func proxyMethod(n string) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) { return CallMethod(t, As[MappingProxy](a[0]).M, n) }
}

func typeOrNone(tp *Type) Value {
	if tp == nil {
		return None
	}
	return Wrap(tp)
}

func wrappedRepr(t *Thread, v Value) (Value, error) {
	r, err := Repr(t, As[WrappedFunc](v).Func)
	return NewStr("<" + v.O.Type.Solid.Name + "(" + r + ")>"), err
}
