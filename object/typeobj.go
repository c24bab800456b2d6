package object

// The types `type` and `object`: class creation, attribute access on classes,
// and the methods every object has (data model, sections 3.3.3 and 3.3.1).

import (
	"slices"
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

// typeNew is type.__new__(meta, name, bases, namespace, **kw).
func typeNew(t *Thread, meta *Type, args, kw []Value) (Value, error) {
	npos := len(args) - len(kw)
	if npos != 3 {
		if npos == 1 && len(kw) == 0 && meta == &TypeType {
			return Wrap(args[0].O.Type), nil
		}
		return Value{}, TypeErrorf("type.__new__() takes exactly 3 arguments (%d given)", npos)
	}
	nm, ok := AsStr(args[0])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 1 must be str, not %s", args[0].O.Type.MsgName())
	}
	if !args[1].solid(&TupleType) {
		return Value{}, TypeErrorf("type.__new__() argument 2 must be tuple, not %s", args[1].O.Type.MsgName())
	}
	if !args[2].solid(&DictType) {
		return Value{}, TypeErrorf("type.__new__() argument 3 must be dict, not %s", args[2].O.Type.MsgName())
	}
	if strings.IndexByte(nm.s, 0) >= 0 {
		return Value{}, ValueErrorf("type name must not contain null characters")
	}
	if _, err := EncodeStr(t, nm, "utf-8", "strict"); err != nil {
		return Value{}, err
	}
	bases := As[Tuple](args[1]).Items
	for _, b := range bases {
		if b.solid(&TypeType) {
			continue
		}
		if f, err := GetAttrOpt(t, b, nameMroEntries); err != nil {
			return Value{}, err
		} else if f.O != nil {
			return Value{}, TypeErrorf("type() doesn't support MRO entry resolution; use types.new_class()")
		}
		return Value{}, TypeErrorf("bases must be types")
	}
	win, err := CalcMetaclass(meta, bases)
	if err != nil {
		return Value{}, err
	}
	if win != meta && win.Slots.New != nil {
		d := win.Lookup(t, nameNew)
		if d.O.Type != &BuiltinType {
			return win.Slots.New(t, win, args, kw)
		}
		meta = win
	}
	return newHeapType(t, meta, nm.s, bases, As[Dict](args[2]), args[3:], kw)
}

// CalcMetaclass returns the most derived metaclass.
func CalcMetaclass(meta *Type, bases []Value) (*Type, error) {
	win := meta
	for _, b := range bases {
		m := b.O.Type
		if win.IsSubtype(m) {
			continue
		}
		if m.IsSubtype(win) {
			win = m
			continue
		}
		return nil, TypeErrorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
	}
	return win, nil
}

// bestBase chooses the base whose storage instances will use.
func bestBase(t *Thread, bases []Value) (*Type, error) {
	var win, base *Type
	for _, b := range bases {
		tp := As[Type](b)
		if tp.Flags&(FlagBase|FlagHeap) == 0 {
			return nil, TypeErrorf("type '%s' is not an acceptable base type", tp.FullName(t))
		}
		tp.Dict()
		cand := tp.solidBase()
		switch {
		case win == nil:
			win, base = cand, tp
		case win.IsSubtype(cand):
		case cand.IsSubtype(win):
			win, base = cand, tp
		default:
			return nil, TypeErrorf("multiple bases have instance lay-out conflict")
		}
	}
	return base, nil
}

// solidBase is the type that last added storage.
func (tp *Type) solidBase() *Type {
	for tp.Base != nil {
		if !tp.IsHeap() {
			if tp.Flags&FlagException != 0 {
				return &BaseExceptionType
			}
			if tp.Solid == &DictType && tp.size != DictType.size {
				return tp
			}
			return tp.Solid
		}
		if tp.NSlots > tp.Base.NSlots {
			return tp
		}
		tp = tp.Base
	}
	return &ObjectType
}

func newHeapType(t *Thread, meta *Type, nm string, bases []Value, ns *Dict, kwargs, kw []Value) (Value, error) {
	v, err := makeHeapType(t, meta, nm, bases, ns)
	if err != nil {
		return Value{}, err
	}
	tp := As[Type](v)
	if err := tp.setNames(t); err != nil {
		return Value{}, err
	}
	return v, tp.initSubclass(t, kwargs, kw)
}

// makeHeapType makes a class; nothing was told to its attributes and bases.
func makeHeapType(t *Thread, meta *Type, nm string, bases []Value, ns *Dict) (Value, error) {
	if len(bases) == 0 {
		bases = []Value{Wrap(&ObjectType)}
	}
	base, err := bestBase(t, bases)
	if err != nil {
		return Value{}, err
	}
	in := t.Interp
	tp := &Type{Name: nm, Qualname: nm, Base: base, owner: in}
	tp.Header.Type = meta
	tp.Flags = FlagHeap | FlagBase
	tp.dict = ns.copyExact()
	for _, b := range bases {
		tp.Bases = append(tp.Bases, As[Type](b))
	}
	if err := tp.takeNames(t); err != nil {
		return Value{}, err
	}
	if c, ok := ns.GetStr(nameClassCell); ok {
		tp.dict.DelStr(nameClassCell)
		if c.O.Type != &CellType {
			return Value{}, TypeErrorf("__classcell__ must be a nonlocal cell, not %s", describe(c))
		}
		As[Cell](c).V = Wrap(tp)
	}
	if c, ok := tp.dict.GetStr(nameClassDictCell); ok {
		tp.dict.DelStr(nameClassDictCell)
		if c.O.Type != &CellType {
			return Value{}, TypeErrorf("__classdictcell__ must be a nonlocal cell, not %s", describe(c))
		}
		As[Cell](c).V = Wrap(tp.dict)
	}
	tp.Version = in.NewVersion()
	if err := tp.computeMRO(t); err != nil {
		return Value{}, err
	}
	if err := tp.layout(t); err != nil {
		return Value{}, err
	}
	tp.fillSlots(t)
	for _, b := range tp.Bases {
		b.addSubclass(in, tp)
	}
	other := false
	tp.dict.Each(func(k, _ Value) bool {
		other = !k.solid(&StrType)
		return !other
	})
	if other {
		if err := Warn(t, &RuntimeWarningType, "non-string key in the __dict__ of class "+tp.Name); err != nil {
			return Value{}, err
		}
	}
	return Wrap(tp), nil
}

func describe(v Value) string { return Q(v.O.Type.Name) }

// Q quotes a name as messages do.
func Q(s string) string { return "'" + s + "'" }

func (tp *Type) takeNames(t *Thread) error {
	d := tp.dict
	if q, ok := d.GetStr(nameQualname); ok {
		s, ok := AsStr(q)
		if !ok {
			return TypeErrorf("type __qualname__ must be a str, not %s", q.O.Type.MsgName())
		}
		tp.Qualname = s.s
		d.DelStr(nameQualname)
	}
	if _, ok := d.GetStr(nameModule); !ok {
		if g := t.Interp.Runtime.CurrentGlobals(t); g != nil {
			if m, ok := g.GetStr(nameName); ok {
				d.SetStr(nameModule, m)
			}
		}
	}
	for _, n := range []*Str{nameInitSubclass, nameClassGetitem} {
		if f, ok := d.GetStr(n); ok && f.O.Type.Name == "function" {
			d.SetStr(n, NewClassMethod(f))
		}
	}
	if f, ok := d.GetStr(nameNew); ok && f.O.Type.Name == "function" {
		d.SetStr(nameNew, NewStaticMethod(f))
	}
	if v, ok := d.GetStr(nameDoc); ok {
		if s, ok := AsStr(v); ok {
			if _, err := EncodeStr(t, s, "utf-8", "strict"); err != nil {
				return err
			}
			tp.Doc = s.s
		}
	} else {
		d.SetStr(nameDoc, None)
	}
	return nil
}

func (tp *Type) computeMRO(t *Thread) error {
	if len(tp.Bases) == 1 {
		tp.MRO = append([]*Type{tp}, tp.Base.MRO...)
	} else {
		seen := map[*Type]bool{}
		for _, b := range tp.Bases {
			if seen[b] {
				return TypeErrorf("duplicate base class %s", b.Name)
			}
			seen[b] = true
		}
		mro, err := mergeMRO(tp, tp.Bases)
		if err != nil {
			return err
		}
		tp.MRO = mro
	}
	if tp.Header.Type == &TypeType {
		return nil
	}
	d := tp.Header.Type.Lookup(t, nameMro)
	if d.O.Type == &MethodDescrType {
		return nil
	}
	r, err := callDescr(t, d, Wrap(tp), nil)
	if err != nil {
		return err
	}
	items, err := Items(t, r)
	if err != nil {
		return err
	}
	mro := make([]*Type, len(items))
	for i, x := range items {
		if !x.solid(&TypeType) {
			return TypeErrorf("mro() returned a non-class ('%s')", x.O.Type.MsgName())
		}
		mro[i] = As[Type](x)
		if !mro[i].fits(tp.Base) {
			return TypeErrorf("mro() returned base with unsuitable layout ('%s')", mro[i].Name)
		}
	}
	if len(mro) == 0 {
		return TypeErrorf("type MRO must not be empty")
	}
	for _, b := range mro {
		if !slices.Contains(tp.MRO, b) {
			tp.Version = NoVersion // nobody tells of changes in classes that are no bases
		}
	}
	tp.MRO = mro
	return nil
}

// fits reports whether a class whose instances are like base's can inherit from
// tp: built-in types are laid out like none but their own bases.
func (tp *Type) fits(base *Type) bool {
	return tp.Solid == &ObjectType || tp.Solid == nil || base.Solid != nil && base.Solid.IsSubtype(tp.Solid)
}

// layout decides storage: attributes, __slots__ and what bases give.
func (tp *Type) layout(t *Thread) error {
	base := tp.Base
	tp.Solid, tp.size = base.Solid, base.size
	tp.NSlots = base.NSlots
	tp.AttrsOff = base.AttrsOff
	if tp.AttrsOff == 0 {
		if base.Solid == &ObjectType {
			tp.AttrsOff = InstanceAttrs
		} else if base.size != 0 && base.Solid != &TypeType {
			tp.AttrsOff = (base.size + 7) &^ 7
		}
	}
	hasDict := false
	for _, b := range tp.MRO[1:] {
		hasDict = hasDict || b.Flags&FlagDict != 0
		tp.Flags |= b.Flags & (FlagException | FlagSequence | FlagMapping | FlagMatchSelf | FlagWeakref)
		tp.Finalizer = tp.Finalizer || b.Finalizer
	}
	if base.Solid == &TypeType {
		tp.Flags |= FlagDict
		return nil
	}
	slots, ok := tp.dict.GetStr(nameSlots)
	if !ok {
		hasDict = true
		tp.Flags |= FlagWeakref
	} else if err := tp.addSlots(t, slots, &hasDict); err != nil {
		return err
	}
	if hasDict {
		tp.Flags |= FlagDict
	}
	tp.addInstanceGetSets()
	tp.inline = inlineCells(max(int(base.inline), tp.NSlots, tp.staticAttrs()+tp.NSlots))
	if tp.Solid != &ObjectType {
		tp.inline = 0
	}
	return nil
}

// instanceGetSets are the attributes that a class adds when its instances are
// the first of its line to have a __dict__ or weak references.
var instanceGetSets = [2]GetSet{
	{"__dict__", "dictionary for instance variables", func(t *Thread, v Value) (Value, error) {
		if d := builtinDict(v); d.O != nil {
			return d.O.Type.Slots.DescrGet(t, d, v, Value{})
		}
		return Wrap(InstanceDict(t, v)), nil
	}, func(t *Thread, v, val Value) error {
		if d := builtinDict(v); d.O != nil {
			return d.O.Type.Slots.DescrSet(t, d, v, val)
		}
		if val.O == nil {
			val = Wrap(NewDict()) // deleting it empties it
		}
		return setInstanceDict(t, v, val)
	}},
	{"__weakref__", "list of weak references to the object", func(t *Thread, v Value) (Value, error) { return None, nil }, nil},
}

// builtinDict is the __dict__ descriptor of the built-in type below v's class, if
// there is one: it knows more about v's attributes than the class.
func builtinDict(v Value) Value {
	tp := v.O.Type
	for tp.IsHeap() {
		tp = tp.Base
	}
	d, _ := tp.Dict().GetStr(nameDict)
	return d
}

func (tp *Type) addInstanceGetSets() {
	var had TypeFlags
	for _, b := range tp.MRO[1:] {
		had |= b.Flags
	}
	for i, flag := range [2]TypeFlags{FlagDict, FlagWeakref} {
		n := [2]*Str{nameDict, nameWeakref}[i]
		if _, ok := tp.dict.GetStr(n); !ok && tp.Flags&^had&flag != 0 {
			tp.dict.SetStr(n, Wrap(newGetSetDescr(tp, &instanceGetSets[i])))
		}
	}
}

func (tp *Type) staticAttrs() int {
	n := 0
	for _, m := range tp.MRO {
		if v, ok := m.dictOrNil().GetStr(nameStaticAttrs); ok && v.O.Type == &TupleType {
			n += len(As[Tuple](v).Items)
		}
	}
	return max(n, 1)
}

var emptyDict = NewDict()

func (tp *Type) dictOrNil() *Dict {
	if tp.dict == nil {
		return emptyDict
	}
	return tp.dict
}

func (tp *Type) addSlots(t *Thread, slots Value, hasDict *bool) error {
	var items []Value
	if slots.solid(&StrType) {
		items = []Value{slots}
	} else {
		var err error
		if items, err = Items(t, slots); err != nil {
			return err
		}
	}
	var names []string
	for _, x := range items {
		s, ok := AsStr(x)
		if !ok {
			return TypeErrorf("__slots__ items must be strings, not '%s'", x.O.Type.MsgName())
		}
		if !isIdentifier(s.s) {
			return TypeErrorf("__slots__ must be identifiers")
		}
		switch s.s {
		case "__dict__":
			if *hasDict {
				return TypeErrorf("__dict__ slot disallowed: we already got one")
			}
			*hasDict = true
			continue
		case "__weakref__":
			if tp.Flags&FlagWeakref != 0 {
				return TypeErrorf("__weakref__ slot disallowed: we already got one")
			}
			tp.Flags |= FlagWeakref
			continue
		}
		n := mangle(tp.Name, s.s)
		if x, ok := tp.dict.GetStr(t.Intern(n)); ok && n != "__qualname__" && !(n == "__doc__" && x.IsNone()) {
			return ValueErrorf("%s in __slots__ conflicts with class variable", ReprString(s.s))
		}
		names = append(names, n)
	}
	sortStrings(names)
	if len(items) > 0 && (tp.AttrsOff == 0 || variableSize[tp.Solid]) {
		return TypeErrorf("nonempty __slots__ not supported for subtype of '%s'", tp.Base.Name)
	}
	for _, n := range names {
		tp.dict.SetStr(t.Intern(n), Wrap(&MemberDescr{Header{&MemberDescrType}, n, tp, tp.NSlots, nil}))
		tp.NSlots++
	}
	return nil
}

// variableSize are the types whose instances have no room after their items.
var variableSize = map[*Type]bool{&IntType: true, &TupleType: true, &BytesType: true}

// mangle applies private name mangling.
func mangle(cls, n string) string {
	if !strings.HasPrefix(n, "__") || strings.HasSuffix(n, "__") || strings.Contains(n, ".") {
		return n
	}
	cls = strings.TrimLeft(cls, "_")
	if cls == "" {
		return n
	}
	return "_" + cls + n
}

// fillSlots computes all slots of a new heap type.
func (tp *Type) fillSlots(t *Thread) {
	tp.Slots = tp.Base.Slots
	tp.pyBinary, tp.plain = tp.Base.pyBinary, tp.Base.plain
	if tp.Slots.New == nil {
		tp.Slots.New = pySlotNew
	}
	if len(tp.Bases) > 1 {
		for _, g := range slotGroups {
			tp.updateGroup(g)
		}
		tp.updateNew(t)
	} else {
		done := map[*slotGroup]bool{}
		tp.dict.Each(func(k, _ Value) bool {
			if s, ok := AsStr(k); ok && strings.HasPrefix(s.s, "__") {
				n := t.Interp.InternStr(s)
				for _, g := range slotGroups {
					for _, gn := range g.names {
						if gn == n && !done[g] {
							done[g] = true
							tp.updateGroup(g)
						}
					}
				}
				if n == nameNew {
					tp.updateNew(t)
				}
			}
			return true
		})
	}
	if _, ok := tp.dict.GetStr(nameEq); ok {
		if _, ok := tp.dict.GetStr(nameHash); !ok {
			tp.dict.SetStr(nameHash, None)
			tp.Slots.Hash = nil
		}
	}
	if tp.Solid == &ObjectType || tp.Slots.Traverse == nil {
		tp.Slots.Traverse = traverseInstance
	}
}

func traverseInstance(v Value, visit func(Value)) {
	visit(Wrap(v.O.Type))
	if a := attrsOf(v); a != nil {
		a.traverse(visit)
	}
}

// setNames calls __set_name__ of the namespace's values.
func (tp *Type) setNames(t *Thread) error {
	type item struct{ k, v Value }
	var items []item
	tp.dict.Each(func(k, v Value) bool {
		items = append(items, item{k, v})
		return true
	})
	for _, it := range items {
		d := it.v.O.Type.Lookup(t, nameSetName)
		if d.O == nil {
			continue
		}
		if _, err := callDescr(t, d, it.v, []Value{Wrap(tp), it.k}); err != nil {
			if e, ok := err.(*Exception); ok {
				k, _ := Repr(t, it.k)
				AddNote(t, e, "Error calling __set_name__ on '"+it.v.O.Type.Name+"' instance "+k+" in '"+tp.Name+"'")
			}
			return err
		}
	}
	return nil
}

func (tp *Type) initSubclass(t *Thread, args, kw []Value) error {
	if !slices.Contains(tp.MRO, tp) { // an mro() of its own left it out
		return TypeErrorf("super(type, obj): obj (type %s) is not an instance or subtype of type (%s).", tp.Name, tp.Name)
	}
	f, err := superLookup(t, tp, Wrap(tp), tp, nameInitSubclass)
	if err != nil {
		return err
	}
	if f.O == nil { // tp comes last in its MRO
		return nil
	}
	_, err = Call(t, f, args, kw)
	return err
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
