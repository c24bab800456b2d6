package object

// The types `type` and `object`: class creation, attribute access on classes,
// and the methods every object has (data model, sections 3.3.3 and 3.3.1).

import (
	"strings"
	"unsafe"
)

// The two roots of the type system, and Cell, the box of a closure variable.
var (
	TypeType   Type
	ObjectType Type
	CellType   Type
)

// Cell holds a variable shared by functions; a missing V is unbound.
type Cell struct {
	Header
	V Value
}

// NewCell returns a cell holding v.
func NewCell(v Value) *Cell { return &Cell{Header{&CellType}, v} }

func typeCall(t *Thread, v Value, args, kw []Value) (Value, error) {
	tp := As[Type](v)
	if tp == &TypeType && len(args) == 1 && len(kw) == 0 {
		return Wrap(args[0].O.Type), nil
	}
	return NewObject(t, tp, args, kw)
}

// NewObject is tp(*args, **kw) without regard to the metaclass.
func NewObject(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if tp.Slots.New == nil || tp.Flags&FlagNoNew != 0 {
		return Value{}, TypeErrorf("cannot create '%s' instances", tp.FullName(t))
	}
	obj, err := tp.Slots.New(t, tp, args, kw)
	if err != nil {
		return Value{}, err
	}
	if tp.Finalizer && tp.Solid != &ObjectType && obj.O.Type == tp {
		t.Interp.watchFinalizer(obj)
	}
	if obj.O.Type != tp && !obj.O.Type.IsSubtype(tp) {
		return obj, nil
	}
	if init := obj.O.Type.Slots.Init; init != nil {
		if err := init(t, obj, args, kw); err != nil {
			return Value{}, err
		}
	}
	return obj, nil
}

func objectNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(args) > 0 {
		if !tp.initOverridden(t) {
			if tp.newOverridden(t) {
				return Value{}, TypeErrorf("object.__new__() takes exactly one argument (the type to instantiate)")
			}
			return Value{}, TypeErrorf("%s() takes no arguments", tp.Name)
		}
		if tp.newOverridden(t) {
			return Value{}, TypeErrorf("object.__new__() takes exactly one argument (the type to instantiate)")
		}
	}
	if tp.Flags&FlagAbstract != 0 {
		return Value{}, abstractError(t, tp)
	}
	if tp.Flags&FlagNoNew != 0 {
		return Value{}, TypeErrorf("cannot create '%s' instances", tp.FullName(t))
	}
	if tp.Solid != &ObjectType {
		return Value{}, TypeErrorf("object.__new__(%s) is not safe, use %s.__new__()", tp.Name, tp.Solid.Name)
	}
	if tp == &ObjectType || tp == &GenericType {
		return Wrap(&Instance{Header: Header{tp}}), nil
	}
	p := NewInstance(t, tp)
	if tp.Finalizer {
		t.Interp.watchFinalizer(Wrap(p))
	}
	return Wrap(p), nil
}

// OwnInit reports whether tp, a subclass of a type without __init__, defines
// one: then the type's __new__ leaves keyword arguments to it.
func (tp *Type) OwnInit(t *Thread) bool { return tp.IsHeap() && tp.initOverridden(t) }

func (tp *Type) initOverridden(t *Thread) bool {
	d := tp.Lookup(t, nameInit)
	return d.O == nil || d.O.Type != &WrapperDescrType || As[WrapperDescr](d).Owner != &ObjectType
}

func (tp *Type) newOverridden(t *Thread) bool {
	d := tp.Lookup(t, nameNew)
	return d.O == nil || d.O.Type != &BuiltinType || As[Builtin](d).Self != Wrap(&ObjectType)
}

func objectInit(t *Thread, self Value, args, kw []Value) error {
	if len(args) == 0 {
		return nil
	}
	tp := self.O.Type
	if tp.initOverridden(t) {
		return TypeErrorf("object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if !tp.newOverridden(t) {
		return TypeErrorf("%s.__init__() takes exactly one argument (the instance to initialize)", tp.Name)
	}
	return nil
}

func abstractError(t *Thread, tp *Type) error {
	v, _ := tp.Dict().GetStr(nameAbstract)
	var names []string
	if v.O != nil {
		items, err := Items(t, v)
		if err != nil {
			return err
		}
		for _, x := range items {
			if s, ok := AsStr(x); ok {
				names = append(names, "'"+s.s+"'")
			}
		}
	}
	sortStrings(names)
	s := "s"
	if len(names) == 1 {
		s = ""
	}
	return TypeErrorf("Can't instantiate abstract class %s without an implementation for abstract method%s %s", tp.Name, s, strings.Join(names, ", "))
}

// typeGetAttr is type.__getattribute__.
func typeGetAttr(t *Thread, v Value, n *Str) (Value, error) {
	tp, meta := As[Type](v), v.O.Type
	md := meta.Lookup(t, n)
	var mget func(*Thread, Value, Value, Value) (Value, error)
	if md.O != nil {
		mget = md.O.Type.Slots.DescrGet
		if mget != nil && md.O.Type.Slots.DescrSet != nil {
			return mget(t, md, v, Wrap(meta))
		}
	}
	if a := tp.Lookup(t, n); a.O != nil {
		if get := a.O.Type.Slots.DescrGet; get != nil {
			return get(t, a, Value{}, v)
		}
		return a, nil
	}
	if mget != nil {
		return mget(t, md, v, Wrap(meta))
	}
	if md.O != nil {
		return md, nil
	}
	return Value{}, NoAttribute(t, v, n)
}

// plainAttr reports whether a class attribute needs no cache invalidation when
// another plain value replaces it: caches never copy such values.
func plainAttr(v Value) bool {
	s := &v.O.Type.Slots
	return s.DescrGet == nil && s.DescrSet == nil
}

// typeSetAttr is type.__setattr__.
func typeSetAttr(t *Thread, v Value, n *Str, val Value) error {
	tp := As[Type](v)
	if tp.Flags&FlagImmutable != 0 {
		return TypeErrorf("cannot set '%s' attribute of immutable type '%s'", n.s, tp.Name)
	}
	if md := v.O.Type.Lookup(t, n); md.O != nil && md.O.Type.Slots.DescrSet != nil {
		return md.O.Type.Slots.DescrSet(t, md, v, val)
	}
	n = t.Interp.InternStr(n)
	old, had := tp.dict.GetStr(n)
	if val.O == nil {
		if !had {
			return NoAttribute(t, v, n)
		}
		tp.dict.DelStr(n)
	} else {
		tp.dict.SetStr(n, val)
	}
	if had && val.O != nil && plainAttr(old) && plainAttr(val) && !isDunder(n.s) {
		tp.plainStore(t, n, val)
		return nil
	}
	tp.Modified(t.Interp)
	if isDunder(n.s) {
		tp.updateSlot(t, n)
		tp.Modified(t.Interp)
	}
	return nil
}

// plainStore refreshes cached lookups of a plain class attribute without
// invalidating everything else cached for the class.
func (tp *Type) plainStore(t *Thread, n *Str, val Value) {
	if tp.Version != NoVersion {
		e := &t.Interp.typeCache[(tp.Version*0x9E3779B1^uint32(n.hash))%typeCacheSize]
		if e.version == tp.Version && e.name == n {
			e.value = val
		}
	}
	for _, w := range tp.subs {
		s := w.Value()
		if s == nil {
			continue
		}
		if _, ok := s.dict.GetStr(n); !ok || len(s.Bases) > 1 {
			s.clearCached(t, n)
			s.plainStore(t, n, s.lookupSlow(n))
		}
	}
}

func (tp *Type) clearCached(t *Thread, n *Str) {
	if tp.Version == NoVersion {
		return
	}
	e := &t.Interp.typeCache[(tp.Version*0x9E3779B1^uint32(n.hash))%typeCacheSize]
	if e.version == tp.Version && e.name == n {
		*e = typeCacheEntry{}
	}
}

func isDunder(s string) bool {
	return len(s) > 4 && strings.HasPrefix(s, "__") && strings.HasSuffix(s, "__")
}

func typeRepr(t *Thread, v Value) (Value, error) {
	tp := As[Type](v)
	return NewStr("<class '" + tp.FullName(t) + "'>"), nil
}

func typesTuple(list []*Type) Value {
	items := make([]Value, len(list))
	for i, x := range list {
		items[i] = Wrap(x)
	}
	return NewTuple(items...)
}

// changeable reports whether attribute n of class tp may be set to val, or be
// deleted, which it may not for any class.
func changeable(tp *Type, n string, val Value) error {
	if !tp.IsHeap() {
		return TypeErrorf("cannot set '%s' attribute of immutable type '%s'", n, tp.Name)
	}
	if val.O == nil {
		return TypeErrorf("cannot delete '%s' attribute of immutable type '%s'", n, tp.Name)
	}
	return nil
}

var typeGetSets = []GetSet{
	{"__name__", "", func(t *Thread, v Value) (Value, error) { return NewStr(As[Type](v).Name), nil }, func(t *Thread, v, val Value) error {
		tp := As[Type](v)
		if err := changeable(tp, "__name__", val); err != nil {
			return err
		}
		s, ok := Value{}, false
		if val.O != nil {
			s, ok = val, val.solid(&StrType)
		}
		if !ok {
			return TypeErrorf("can only assign string to %s.__name__, not '%s'", tp.Name, typeName(val))
		}
		text := As[Str](s)
		if strings.IndexByte(text.s, 0) >= 0 {
			return ValueErrorf("type name must not contain null characters")
		}
		if _, err := EncodeStr(t, text, "utf-8", "strict"); err != nil {
			return err
		}
		tp.Name = text.s
		return nil
	}},
	{"__qualname__", "", func(t *Thread, v Value) (Value, error) { return NewStr(As[Type](v).Qualname), nil }, func(t *Thread, v, val Value) error {
		tp := As[Type](v)
		if err := changeable(tp, "__qualname__", val); err != nil {
			return err
		}
		if val.O == nil || !val.solid(&StrType) {
			return TypeErrorf("can only assign string to %s.__qualname__, not '%s'", tp.Name, typeName(val))
		}
		tp.Qualname = As[Str](val).s
		return nil
	}},
	{"__module__", "", func(t *Thread, v Value) (Value, error) {
		tp := As[Type](v)
		if m, ok := tp.Dict().GetStr(nameModule); ok && tp.IsHeap() {
			return m, nil
		}
		return NewStr(tp.Module), nil
	}, func(t *Thread, v, val Value) error {
		tp := As[Type](v)
		if err := changeable(tp, "__module__", val); err != nil {
			return err
		}
		tp.dict.SetStr(nameModule, val)
		tp.dict.DelStr(nameFirstlineno) // it is a line of the old module's
		tp.Modified(t.Interp)
		return nil
	}},
	{"__doc__", "", func(t *Thread, v Value) (Value, error) {
		tp := As[Type](v)
		if !tp.IsHeap() && tp.Doc != "" {
			return NewStr(tp.Doc), nil
		}
		d, ok := tp.Dict().GetStr(nameDoc)
		if !ok {
			return None, nil
		}
		if get := d.O.Type.Slots.DescrGet; get != nil {
			return get(t, d, Value{}, v)
		}
		return d, nil
	}, func(t *Thread, v, val Value) error {
		tp := As[Type](v)
		if err := changeable(tp, "__doc__", val); err != nil {
			return err
		}
		if val.O == nil {
			return TypeErrorf("cannot delete '__doc__' attribute of type '%s'", tp.Name)
		}
		tp.dict.SetStr(nameDoc, val)
		tp.Modified(t.Interp)
		return nil
	}},
	{"__dict__", "", func(t *Thread, v Value) (Value, error) { return NewMappingProxy(Wrap(As[Type](v).Dict())), nil }, nil},
	{"__bases__", "", func(t *Thread, v Value) (Value, error) { return typesTuple(As[Type](v).Bases), nil }, setBases},
	{"__base__", "", func(t *Thread, v Value) (Value, error) {
		if b := As[Type](v).Base; b != nil {
			return Wrap(b), nil
		}
		return None, nil
	}, nil},
	{"__mro__", "", func(t *Thread, v Value) (Value, error) { return typesTuple(As[Type](v).MRO), nil }, nil},
	{"__basicsize__", "", func(t *Thread, v Value) (Value, error) { return IntOf(max(int(As[Type](v).size), 16)), nil }, nil},
	{"__itemsize__", "", func(t *Thread, v Value) (Value, error) {
		switch As[Type](v).Solid {
		case &TupleType:
			return Int(8), nil
		case &IntType:
			return Int(4), nil
		case &BytesType:
			return Int(1), nil
		case &TypeType:
			return Int(40), nil
		}
		return Int(0), nil
	}, nil},
	{"__flags__", "", func(t *Thread, v Value) (Value, error) { return IntOf(cpythonFlags(As[Type](v))), nil }, nil},
	{"__dictoffset__", "", func(t *Thread, v Value) (Value, error) { return IntOf(int(As[Type](v).AttrsOff)), nil }, nil},
	{"__weakrefoffset__", "", func(t *Thread, v Value) (Value, error) { return Int(0), nil }, nil},
	{"__text_signature__", "", func(t *Thread, v Value) (Value, error) { return docValue(As[Type](v).Sig), nil }, nil},
	{"__abstractmethods__", "", func(t *Thread, v Value) (Value, error) {
		if a, ok := As[Type](v).Dict().GetStr(nameAbstract); ok && v != Wrap(&TypeType) {
			return a, nil
		}
		return Value{}, NoAttribute(t, v, nameAbstract)
	}, func(t *Thread, v, val Value) error {
		tp := As[Type](v)
		if err := changeable(tp, "__abstractmethods__", None); err != nil {
			return err
		}
		abstract := false
		if val.O == nil {
			if !tp.dict.DelStr(nameAbstract) {
				return NoAttribute(t, v, nameAbstract)
			}
		} else {
			var err error
			if abstract, err = Truth(t, val); err != nil {
				return err
			}
			tp.dict.SetStr(nameAbstract, val)
		}
		tp.Flags &^= FlagAbstract
		if abstract {
			tp.Flags |= FlagAbstract
		}
		tp.Modified(t.Interp)
		return nil
	}},
	{"__annotate__", "", func(t *Thread, v Value) (Value, error) {
		tp := As[Type](v)
		if !tp.IsHeap() {
			return Value{}, attrErr(v, nameAnnotate, "type object '%s' has no attribute '__annotate__'", tp.Name)
		}
		for _, n := range []*Str{nameAnnotate, nameAnnotateFunc} {
			if f, ok := tp.dict.GetStr(n); ok {
				if get := f.O.Type.Slots.DescrGet; get != nil {
					return get(t, f, Value{}, v)
				}
				return f, nil
			}
		}
		return None, nil
	}, func(t *Thread, v, val Value) error {
		tp := As[Type](v)
		if err := changeable(tp, "__annotate__", None); err != nil {
			return err
		}
		if val.O == nil {
			return TypeErrorf("cannot delete __annotate__ attribute")
		}
		if !val.IsNone() && !Callable(val) {
			return TypeErrorf("__annotate__ must be callable or None")
		}
		tp.dict.SetStr(nameAnnotateFunc, val)
		if !val.IsNone() {
			tp.dict.DelStr(nameAnnotCache)
		}
		tp.Modified(t.Interp)
		return nil
	}},
	{"__annotations__", "", typeAnnotations, func(t *Thread, v, val Value) error {
		tp := As[Type](v)
		if err := changeable(tp, "__annotations__", None); err != nil {
			return err
		}
		if val.O == nil {
			if !tp.dict.DelStr(nameAnnotCache) && !tp.dict.DelStr(nameAnnotations) {
				return AttributeErrorf("__annotations__")
			}
		} else if _, ok := tp.dict.GetStr(nameAnnotations); ok {
			tp.dict.SetStr(nameAnnotations, val)
		} else {
			tp.dict.SetStr(nameAnnotCache, val)
		}
		tp.dict.DelStr(nameAnnotateFunc)
		tp.dict.DelStr(nameAnnotate)
		tp.Modified(t.Interp)
		return nil
	}},
	{"__type_params__", "", func(t *Thread, v Value) (Value, error) {
		if p, ok := As[Type](v).Dict().GetStr(nameTypeParams); ok && As[Type](v).IsHeap() {
			return p, nil
		}
		return EmptyTuple, nil
	}, func(t *Thread, v, val Value) error {
		tp := As[Type](v)
		if err := changeable(tp, "__type_params__", val); err != nil {
			return err
		}
		tp.dict.SetStr(nameTypeParams, val)
		return nil
	}},
}

func typeName(v Value) string {
	if v.O == nil {
		return "NoneType"
	}
	return v.O.Type.Name
}

func typeAnnotations(t *Thread, v Value) (Value, error) {
	tp := As[Type](v)
	if !tp.IsHeap() {
		return Value{}, attrErr(v, nameAnnotations, "type object '%s' has no attribute '__annotations__'", tp.Name)
	}
	for _, n := range []*Str{nameAnnotations, nameAnnotCache} {
		if a, ok := tp.dict.GetStr(n); ok {
			if get := a.O.Type.Slots.DescrGet; get != nil {
				return get(t, a, Value{}, v)
			}
			return a, nil
		}
	}
	f, err := GetAttr(t, v, nameAnnotate)
	if err != nil {
		return Value{}, err
	}
	var r Value
	if Callable(f) {
		if r, err = CallArgs(t, f, Int(1)); err != nil {
			return Value{}, err
		}
		if !r.solid(&DictType) {
			return Value{}, TypeErrorf("__annotate__ returned non-dict of type '%s'", r.O.Type.MsgName())
		}
	} else {
		r = Wrap(NewDict())
	}
	tp.dict.SetStr(nameAnnotCache, r)
	return r, nil
}

func setBases(t *Thread, v, val Value) error {
	tp := As[Type](v)
	if err := changeable(tp, "__bases__", val); err != nil {
		return err
	}
	if val.O == nil || !val.solid(&TupleType) {
		return TypeErrorf("can only assign tuple to %s.__bases__, not %s", tp.Name, typeName(val))
	}
	items := As[Tuple](val).Items
	if len(items) == 0 {
		return TypeErrorf("can only assign non-empty tuple to %s.__bases__, not ()", tp.Name)
	}
	var bases []*Type
	for _, b := range items {
		if !b.solid(&TypeType) {
			return TypeErrorf("%s.__bases__ must be tuple of classes, not '%s'", tp.Name, b.O.Type.MsgName())
		}
		if As[Type](b).IsSubtype(tp) {
			return TypeErrorf("a __bases__ item causes an inheritance cycle")
		}
		bases = append(bases, As[Type](b))
	}
	base, err := bestBase(t, items)
	if err != nil {
		return err
	}
	if base.IsHeap() != tp.Base.IsHeap() {
		return TypeErrorf("__bases__ assignment: '%s' deallocator differs from '%s'", base.Name, tp.Base.Name)
	}
	if base.Solid != tp.Solid || base.NSlots != tp.Base.NSlots || base.Flags&FlagDict != tp.Base.Flags&FlagDict && tp.Flags&FlagDict == 0 {
		return TypeErrorf("__bases__ assignment: '%s' object layout differs from '%s'", base.Name, tp.Base.Name)
	}
	oldBases, oldBase := tp.Bases, tp.Base
	tp.Bases, tp.Base = bases, base
	var changed []changedMRO
	if err := tp.refreshMRO(t, &changed); err != nil {
		tp.Bases, tp.Base = oldBases, oldBase
		for _, c := range changed {
			c.tp.MRO = c.old
			c.tp.refreshSlots(t)
		}
		return err
	}
	for _, b := range oldBases {
		b.removeSubclass(t.Interp, tp)
	}
	for _, b := range bases {
		b.addSubclass(t.Interp, tp)
	}
	return nil
}

type changedMRO struct {
	tp  *Type
	old []*Type
}

// refreshMRO recomputes the MRO and slots of tp and its subclasses; changed
// receives what they had.
func (tp *Type) refreshMRO(t *Thread, changed *[]changedMRO) error {
	*changed = append(*changed, changedMRO{tp, tp.MRO})
	if err := tp.computeMRO(t); err != nil {
		return err
	}
	tp.refreshSlots(t)
	for _, s := range tp.Subclasses(t.Interp) {
		if err := s.refreshMRO(t, changed); err != nil {
			return err
		}
	}
	return nil
}

func (tp *Type) refreshSlots(t *Thread) {
	tp.Slots = tp.Base.Slots
	for _, g := range slotGroups {
		tp.updateGroup(g)
	}
	tp.updateNew(t)
	tp.Modified(t.Interp)
}

func (tp *Type) removeSubclass(in *Interp, sub *Type) {
	list := tp.subs
	if !tp.IsHeap() {
		list = in.builtinSubs[tp]
	}
	out := list[:0]
	for _, w := range list {
		if w.Value() != sub {
			out = append(out, w)
		}
	}
	if tp.IsHeap() {
		tp.subs = out
	} else {
		in.builtinSubs[tp] = out
	}
}

// cpythonFlags gives the bits of __flags__ that libraries look at.
func cpythonFlags(tp *Type) int {
	f := 1 << 12
	if tp.IsHeap() || tp == &GenericType {
		f |= 1 << 9
	}
	if !tp.IsHeap() {
		f |= 1 << 8
	}
	if tp.Flags&(FlagBase|FlagHeap) != 0 {
		f |= 1 << 10
	}
	if tp.Flags&FlagAbstract != 0 {
		f |= 1 << 20
	}
	for i, b := range []*Type{&IntType, &ListType, &TupleType, &BytesType, &StrType, &DictType, &BaseExceptionType, &TypeType} {
		if tp.IsSubtype(b) {
			f |= 1 << (24 + i)
		}
	}
	return f
}

// DirType lists the names of a type and its bases.
func dirType(tp *Type, into *Dict) {
	for i := len(tp.MRO) - 1; i >= 0; i-- {
		tp.MRO[i].Dict().Each(func(k, v Value) bool {
			if s, ok := AsStr(k); ok {
				into.SetStr(s, None)
			}
			return true
		})
	}
}

func init() {
	CellType.Define(TypeSpec{
		Name: "cell", Sig: "([contents])", Size: unsafe.Sizeof(Cell{}),
		Slots: Slots{New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
			if len(args) > 1 || len(kw) > 0 {
				return Value{}, TypeErrorf("cell expected at most 1 argument, got %d", len(args))
			}
			c := NewCell(Value{})
			if len(args) == 1 {
				c.V = args[0]
			}
			return Wrap(c), nil
		}, Traverse: func(v Value, visit func(Value)) {
			if c := As[Cell](v); c.V.O != nil {
				visit(c.V)
			}
		}, Repr: func(t *Thread, v Value) (Value, error) {
			c := As[Cell](v)
			if c.V.O == nil {
				return NewStrf("<cell at 0x%x: empty>", t.Interp.ID(v)), nil
			}
			return NewStrf("<cell at 0x%x: %s object at 0x%x>", t.Interp.ID(v), c.V.O.Type.Name, t.Interp.ID(c.V)), nil
		}, RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
			if b.O.Type != &CellType {
				return NotImplemented, nil
			}
			x, y := As[Cell](a).V, As[Cell](b).V
			if x.O != nil && y.O != nil {
				return RichCompare(t, x, y, op)
			}
			return compareInts(int64(boolInt(x.O != nil)), int64(boolInt(y.O != nil)), op), nil
		}},
		GetSets: []GetSet{{"cell_contents", "", func(t *Thread, v Value) (Value, error) {
			if c := As[Cell](v); c.V.O != nil {
				return c.V, nil
			}
			return Value{}, ValueErrorf("Cell is empty")
		}, func(t *Thread, v, val Value) error { As[Cell](v).V = val; return nil }}},
	})
	TypeType.Define(TypeSpec{
		Name: "type", Sig: "(object, /)", Doc: "type(object) -> the type of an object\ntype(name, bases, dict, **kwds) -> a new type", Flags: FlagBase, Size: unsafe.Sizeof(Type{}),
		Slots: Slots{
			Call: typeCall, New: typeNew, GetAttr: typeGetAttr, SetAttr: typeSetAttr, Repr: typeRepr,
			Init: func(t *Thread, self Value, args, kw []Value) error {
				n := len(args) - len(kw)
				if len(kw) > 0 && n == 1 {
					return TypeErrorf("type.__init__() takes no keyword arguments")
				}
				if n != 1 && n != 3 {
					return TypeErrorf("type.__init__() takes 1 or 3 arguments")
				}
				return nil
			},
			Binary: [NBinOp]BinaryFunc{OpOr: UnionOr},
			Traverse: func(v Value, visit func(Value)) {
				tp := As[Type](v)
				if !tp.IsHeap() {
					return
				}
				visit(Wrap(tp.dict))
				for _, b := range tp.MRO {
					visit(Wrap(b))
				}
			},
		},
		GetSets: typeGetSets,
		Methods: []Func{
			{"mro", "($self, /)", "Return a type's method resolution order.", func(t *Thread, a []Value) (Value, error) {
				tp := As[Type](a[0])
				if !tp.IsHeap() {
					return NewList(As[Tuple](typesTuple(tp.MRO)).Items...), nil
				}
				mro, err := mergeMRO(tp, tp.Bases)
				if err != nil {
					return Value{}, err
				}
				return NewList(As[Tuple](typesTuple(mro)).Items...), nil
			}},
			{"__subclasses__", "($self, /)", "Return a list of immediate subclasses.", func(t *Thread, a []Value) (Value, error) {
				l := NewList()
				tp := As[Type](a[0])
				for _, s := range builtinSubclasses(tp) {
					As[List](l).Append(Wrap(s))
				}
				for _, s := range tp.Subclasses(t.Interp) {
					As[List](l).Append(Wrap(s))
				}
				return l, nil
			}},
			{"__instancecheck__", "($self, instance, /)", "Check if an object is an instance.", func(t *Thread, a []Value) (Value, error) {
				b, err := RealIsInstance(t, a[1], a[0])
				return Bool(b), err
			}},
			{"__subclasscheck__", "($self, subclass, /)", "Check if a class is a subclass.", func(t *Thread, a []Value) (Value, error) {
				b, err := RealIsSubclass(t, a[1], a[0])
				return Bool(b), err
			}},
			{"__dir__", "($self, /)", "Specialized __dir__ implementation for types.", func(t *Thread, a []Value) (Value, error) {
				d := NewDict()
				dirType(As[Type](a[0]), d)
				return keysList(d), nil
			}},
			{"__sizeof__", "($self, /)", "Return memory consumption of the type object.", func(t *Thread, a []Value) (Value, error) {
				return IntOf(int(unsafe.Sizeof(Type{}))), nil
			}},
		},
		ClassMethods: []Func{{"__prepare__", "($cls, /, *args, **kwds)", "Create the namespace for the class statement", func(t *Thread, a []Value) (Value, error) {
			return Wrap(NewDict()), nil
		}}},
	})
}

func builtinSubclasses(tp *Type) []*Type {
	var out []*Type
	for _, x := range allBuiltins {
		if x.Base == tp && x != tp {
			out = append(out, x)
		}
	}
	return out
}

func keysList(d *Dict) Value {
	l := &List{Header: Header{&ListType}}
	d.Each(func(k, _ Value) bool { l.Append(k); return true })
	return Wrap(l)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
