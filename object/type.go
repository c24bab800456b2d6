package object

// Types: built-in and heap types, method resolution order, attribute lookup
// with version-tagged caches (data model, sections 3.3.3 and 3.2.11).

import (
	"strings"
	"sync"
	"unsafe"
	"weak"
)

// TypeFlags describe a type.
type TypeFlags uint32

// The flags of a type.
const (
	FlagHeap        TypeFlags = 1 << iota // made by a class statement or type()
	FlagBase                              // may be subclassed
	FlagDict                              // instances have attributes
	FlagWeakref                           // instances can be weakly referenced
	FlagException                         // subclass of BaseException
	FlagAbstract                          // has abstract methods
	FlagImmutable                         // attributes cannot be set
	FlagSequence                          // matches sequence patterns
	FlagMapping                           // matches mapping patterns
	FlagNoNew                             // cannot be instantiated from Python
	FlagMethodDescr                       // calls as obj.method(...) may pass self directly
	FlagMatchSelf                         // class pattern C(x) binds the subject itself
)

// NoVersion is the version of types that must not be cached. It never stands in
// a cache, nor does 0, the content of an empty one.
const NoVersion = ^uint32(0)

// Type is a Python type (class) object.
type Type struct {
	Header
	Version  uint32 // changes with every visible mutation; NoVersion = do not cache
	Flags    TypeFlags
	AttrsOff uintptr // offset of Attrs in instances; 0 = instances have no attributes
	Solid    *Type   // the built-in type whose struct instances use
	NSlots   int     // number of leading attribute cells taken by __slots__
	inline   uint16  // attribute cells allocated inline in the next instance
	bumps    uint16
	pyBinary uint32 // bit op: Binary[op] dispatches to Python special methods
	Slots    Slots
	Name     string // __name__
	Qualname string
	Module   string // module of a built-in type; heap types keep __module__ in the dict
	Doc      string
	Sig      string // text signature of the constructor, for built-in types
	Base     *Type
	Bases    []*Type
	MRO      []*Type
	root     *Shape // heap types only
	// otherRoots are the empty shapes of instances with another number of inline
	// cells than inline.
	otherRoots map[uint16]*Shape
	dict       *Dict
	once       sync.Once
	spec       *TypeSpec
	size       uintptr
	owner      *Interp
	subs       []weak.Pointer[Type]
	Ctor       Value // cached __init__ function for the fast class call, by Version
	CtorVer    uint32
	Finalizer  bool
	plain      uint8 // plainGet, plainSet: attribute access is object's
}

// TypeSpec declares a built-in type. It is read once, from Define.
type TypeSpec struct {
	Name, Module, Doc, Sig string
	Base                   *Type // default object
	Meta                   *Type // default type
	Flags                  TypeFlags
	Size                   uintptr // size of the Go struct; subclasses append Attrs
	AttrsOff               uintptr // when the struct itself holds Attrs
	Slots                  Slots
	Methods                []Func
	StaticMethods          []Func
	ClassMethods           []Func
	GetSets                []GetSet
	Consts                 func() map[string]Value
}

// Define makes tp the built-in type of spec. It is called from init functions
// only; the attribute dictionary is built at the first lookup.
func (tp *Type) Define(spec TypeSpec) {
	tp.Header.Type = spec.Meta
	if spec.Meta == nil {
		tp.Header.Type = &TypeType
	}
	tp.Name, tp.Qualname, tp.Module, tp.Doc, tp.Sig = spec.Name, spec.Name, spec.Module, spec.Doc, spec.Sig
	if tp.Module == "" {
		tp.Module = "builtins"
	}
	tp.Base = spec.Base
	if tp.Base == nil && tp != &ObjectType {
		tp.Base = &ObjectType
	}
	tp.Flags = spec.Flags | FlagImmutable
	tp.Slots = spec.Slots
	tp.size = spec.Size
	tp.AttrsOff = spec.AttrsOff
	if tp.AttrsOff != 0 {
		tp.Flags |= FlagDict
	}
	tp.Solid = tp
	staticVersions++
	tp.Version = staticVersions
	tp.spec = &spec
	allBuiltins = append(allBuiltins, tp)
	if tp.Base != nil {
		tp.Bases = []*Type{tp.Base}
		definePending = append(definePending, tp)
	} else {
		tp.MRO = []*Type{tp}
		tp.plain = plainGet | plainSet
	}
}

// Written by init functions only, before any interpreter exists.
var (
	staticVersions uint32
	definePending  []*Type
	allBuiltins    []*Type // every built-in type, for __subclasses__
)

// maxStaticVersion separates built-in versions from those of an interpreter.
const maxStaticVersion = 1 << 14

// FinishDefines completes the types defined so far: base types may be defined
// in later files' init functions, so inheritance waits until all have run. It
// must be called from package initialisation or under the first New.
func FinishDefines() { finishOnce.Do(finishDefines) }

var finishOnce sync.Once

func finishDefines() {
	for _, tp := range definePending {
		tp.inheritStatic()
	}
	definePending = nil
	groupFinish()
}

func (tp *Type) inheritStatic() {
	if tp.MRO != nil {
		return
	}
	if tp.Base.MRO == nil {
		tp.Base.inheritStatic()
	}
	tp.MRO = append([]*Type{tp}, tp.Base.MRO...)
	tp.inherit(tp.Base)
	if tp.spec.Slots.New != nil && tp.spec.Slots.Init == nil && tp.Base == &ObjectType {
		tp.Slots.Init = nil // __new__ does it all; object.__init__ would accept the arguments
	}
}

// inherit takes from base what a subclass keeps: storage, slots and flags.
func (tp *Type) inherit(base *Type) {
	if tp.size == 0 {
		tp.size = base.size
		if base != &ObjectType {
			tp.Solid = base.Solid
		}
	}
	if tp.AttrsOff == 0 {
		tp.AttrsOff = base.AttrsOff
	}
	tp.Flags |= base.Flags & (FlagException | FlagDict | FlagSequence | FlagMapping | FlagMatchSelf)
	tp.Slots.inheritFrom(&base.Slots)
	tp.plain = base.plain
	if tp.spec != nil && tp.spec.Slots.GetAttr != nil {
		tp.plain &^= plainGet
	}
	if tp.spec != nil && tp.spec.Slots.SetAttr != nil {
		tp.plain &^= plainSet
	}
}

// IsSubtype reports whether b is in tp's MRO.
func (tp *Type) IsSubtype(b *Type) bool {
	if tp == b {
		return true
	}
	for _, m := range tp.MRO {
		if m == b {
			return true
		}
	}
	return false
}

// Dict returns the type's own attributes, building them at the first use.
func (tp *Type) Dict() *Dict {
	if tp.spec != nil {
		tp.once.Do(tp.buildDict)
	}
	return tp.dict
}

// buildDict fills a built-in type's dictionary from its declaration rows.
func (tp *Type) buildDict() {
	FinishDefines()
	d := NewDict()
	s := tp.spec
	addSlotWrappers(tp, d)
	for i := range s.Methods {
		d.setStatic(s.Methods[i].Name, Wrap(newMethodDescr(tp, &s.Methods[i])))
	}
	for i := range s.StaticMethods {
		d.setStatic(s.StaticMethods[i].Name, NewStaticMethod(Wrap(newBuiltin(&s.StaticMethods[i], Value{}, tp.Name))))
	}
	for i := range s.ClassMethods {
		d.setStatic(s.ClassMethods[i].Name, Wrap(newClassMethodDescr(tp, &s.ClassMethods[i])))
	}
	for i := range s.GetSets {
		row := &s.GetSets[i]
		if isMember(tp, row.Name) {
			d.setStatic(row.Name, Wrap(&MemberDescr{Header: Header{&MemberDescrType}, Name: row.Name, Owner: tp, row: row}))
			continue
		}
		d.setStatic(row.Name, Wrap(newGetSetDescr(tp, row)))
	}
	if s.Consts != nil {
		for k, v := range s.Consts() {
			d.setStatic(k, v)
		}
	}
	if _, ok := d.getStatic("__doc__"); !ok {
		if s.Doc != "" {
			d.setStatic("__doc__", Wrap(NewStatic(s.Doc)))
		} else {
			d.setStatic("__doc__", None)
		}
	}
	if tp.Slots.Hash == nil || tp.hashDisabled() {
		d.setStatic("__hash__", None)
	}
	if _, ok := d.getStatic("__module__"); !ok && tp.Module != "builtins" {
		d.setStatic("__module__", Wrap(NewStatic(tp.Module)))
	}
	tp.dict = d
}

func (tp *Type) hashDisabled() bool { return false }

// Lookup finds name in the MRO. The result is not bound. It returns the zero
// Value if there is none; a type lookup runs no Python code.
func (tp *Type) Lookup(t *Thread, name *Str) Value {
	if tp.Version == NoVersion {
		return tp.lookupSlow(name)
	}
	e := &t.Interp.typeCache[(tp.Version*0x9E3779B1^uint32(name.hash))%typeCacheSize]
	if e.version == tp.Version && e.name == name {
		return e.value
	}
	v := tp.lookupSlow(name)
	e.version, e.name, e.value = tp.Version, name, v
	return v
}

const typeCacheSize = 1 << 11

type typeCacheEntry struct {
	version uint32
	name    *Str
	value   Value
}

func (tp *Type) lookupSlow(name *Str) Value {
	for _, m := range tp.MRO {
		if v, ok := m.Dict().GetStr(name); ok {
			return v
		}
	}
	return Value{}
}

// Modified invalidates every cache that depends on tp or its subclasses.
func (tp *Type) Modified(in *Interp) {
	if tp.Version != NoVersion {
		tp.bumps++
		if tp.bumps > 1000 {
			tp.Version = NoVersion
		} else {
			tp.Version = in.NewVersion()
		}
	}
	for _, w := range tp.subs {
		if s := w.Value(); s != nil {
			s.Modified(in)
		}
	}
}

// Subclasses returns the live direct subclasses made in interpreter in.
func (tp *Type) Subclasses(in *Interp) []*Type {
	list := tp.subs
	if tp.Flags&FlagHeap == 0 {
		list = in.builtinSubs[tp]
	}
	var out []*Type
	for _, w := range list {
		if s := w.Value(); s != nil {
			out = append(out, s)
		}
	}
	return out
}

func (tp *Type) addSubclass(in *Interp, sub *Type) {
	if tp.Flags&FlagHeap == 0 {
		in.builtinSubs[tp] = append(in.builtinSubs[tp], weak.Make(sub))
		return
	}
	tp.subs = append(tp.subs, weak.Make(sub))
}

// NewVersion returns a type version never used before, or NoVersion when exhausted.
func (in *Interp) NewVersion() uint32 {
	if in.lastVersion >= NoVersion-1 {
		return NoVersion
	}
	in.lastVersion++
	return in.lastVersion
}

// mergeMRO computes the C3 linearisation of tp from its bases.
func mergeMRO(tp *Type, bases []*Type) ([]*Type, error) {
	seqs := make([][]*Type, 0, len(bases)+1)
	for _, b := range bases {
		seqs = append(seqs, append([]*Type(nil), b.MRO...))
	}
	seqs = append(seqs, append([]*Type(nil), bases...))
	mro := []*Type{tp}
	for {
		var cand *Type
		empty := true
	next:
		for _, s := range seqs {
			if len(s) == 0 {
				continue
			}
			empty = false
			for _, o := range seqs {
				for i := 1; i < len(o); i++ {
					if o[i] == s[0] {
						continue next
					}
				}
			}
			cand = s[0]
			break
		}
		if empty {
			return mro, nil
		}
		if cand == nil {
			names := ""
			seen := map[*Type]bool{}
			for _, s := range seqs {
				if len(s) > 0 && !seen[s[0]] {
					seen[s[0]] = true
					if names != "" {
						names += ", "
					}
					names += s[0].Name
				}
			}
			return nil, TypeErrorf("Cannot create a consistent method resolution order (MRO) for bases %s", names)
		}
		mro = append(mro, cand)
		for i, s := range seqs {
			if len(s) > 0 && s[0] == cand {
				seqs[i] = s[1:]
			}
		}
	}
}

// IsHeap reports whether tp was made by Python code.
func (tp *Type) IsHeap() bool { return tp.Flags&FlagHeap != 0 }

// MsgName is the name in messages about values: a built-in type outside
// builtins shows its module.
func (tp *Type) MsgName() string {
	if tp.IsHeap() || tp.Module == "builtins" || tp.Module == "" {
		return tp.Name
	}
	return tp.Module + "." + tp.Name
}

// FullName is the name used in messages: module.qualname, without builtins.
func (tp *Type) FullName(t *Thread) string {
	m := tp.Module
	if tp.IsHeap() {
		if v, ok := tp.dict.GetStr(nameModule); ok {
			if s, ok := AsStr(v); ok {
				m = s.s
			} else {
				return tp.Qualname
			}
		} else {
			return tp.Qualname
		}
	}
	if m == "builtins" || m == "" {
		return tp.Qualname
	}
	return m + "." + tp.Qualname
}

// MsgFullName is FullName as messages show it: without __main__.
func (tp *Type) MsgFullName(t *Thread) string { return strings.TrimPrefix(tp.FullName(t), "__main__.") }

// sub is the storage of an instance of a subclass of a built-in type.
type sub[T any] struct {
	v T
	_ Attrs
}

// Alloc returns a zeroed T for an instance of tp, a subclass of or equal to
// exact, whose struct is T. Attributes are appended for subclasses that have
// them.
func Alloc[T any](tp *Type, exact *Type) *T {
	var p *T
	if tp == exact || tp.AttrsOff == exact.AttrsOff {
		p = new(T)
	} else {
		s := new(sub[T])
		p = &s.v
	}
	(*Header)(unsafe.Pointer(p)).Type = tp
	if tp.IsHeap() {
		initAttrs(tp, unsafe.Pointer(p))
	}
	return p
}
