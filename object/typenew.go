package object

// Making classes: type(name, bases, namespace), their MRO, layout and slots.

import (
	"slices"
	"strings"
)

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
