package object

// Weak references (library reference, "weakref") on Go's weak pointers. An
// object counts as dead when Go's collector has found it so.

import (
	"runtime"
	"unsafe"
	"weak"
)

// WeakRefType is weakref.ReferenceType.
var WeakRefType Type

// WeakRef is a weak reference or proxy.
type WeakRef struct {
	Header
	list     *refList
	strong   Value // built-in types never die
	callback Value
	hash     int64
	hashed   bool
}

// refList is what all weak references to one object share.
type refList struct {
	target weak.Pointer[Header]
	refs   []weak.Pointer[WeakRef] // in the order of their creation
}

// Get returns the object, or the zero Value after its death.
func (r *WeakRef) Get() Value {
	if r.strong.O != nil {
		return r.strong
	}
	if h := r.list.target.Value(); h != nil {
		return Obj(h)
	}
	return Value{}
}

// Weakrefable reports whether v can be weakly referenced.
func Weakrefable(v Value) bool {
	return v.N == 0 && (v.O.Type.Flags&FlagWeakref != 0 || v.solid(&TypeType))
}

// refsOf returns the list of v, making it if asked to.
func (in *Interp) refsOf(v Value, create bool) *refList {
	addr := uintptr(unsafe.Pointer(v.O))
	l := in.mem.refs[addr]
	if l != nil && l.target.Value() != v.O {
		l = nil // of an object that was here before
	}
	if l == nil && create {
		l = &refList{}
		if in.mem.refs == nil {
			in.mem.refs = map[uintptr]*refList{}
		}
		in.mem.refs[addr] = l
		if !immortal(v) {
			l.target = weak.Make(v.O)
			runtime.AddCleanup(v.O, func(l *refList) {
				in.AddPending(func(t *Thread) { in.dropRefs(t, addr, l) })
			}, l)
		}
	}
	return l
}

// immortal reports whether v is not on Go's heap.
func immortal(v Value) bool { return v.solid(&TypeType) && !As[Type](v).IsHeap() }

// dropRefs calls the callbacks for a dead object, latest first.
func (in *Interp) dropRefs(t *Thread, addr uintptr, l *refList) {
	if in.mem.refs[addr] == l {
		delete(in.mem.refs, addr)
	}
	for i := len(l.refs) - 1; i >= 0; i-- {
		r := l.refs[i].Value()
		if r == nil || r.callback.O == nil {
			continue
		}
		f := r.callback
		r.callback = Value{}
		saved := t.Exc
		_, err := CallArgs(t, f, Wrap(r))
		t.Exc = saved
		if e, ok := err.(*Exception); ok {
			WriteUnraisable(t, e, "Exception ignored while calling weakref callback "+MustReprT(t, f), Value{})
		}
	}
}

// NewWeakRef returns a weak reference of type tp (a subclass of exact) to v;
// callback may be missing. Without callback an existing one is reused.
func NewWeakRef(t *Thread, tp, exact *Type, v, callback Value) (Value, error) {
	if !Weakrefable(v) {
		return Value{}, TypeErrorf("cannot create weak reference to '%s' object", v.O.Type.MsgName())
	}
	if callback.O != nil && callback.IsNone() {
		callback = Value{}
	}
	l := t.Interp.refsOf(v, true)
	live := l.refs[:0]
	var reuse *WeakRef
	for _, w := range l.refs {
		if r := w.Value(); r != nil {
			live = append(live, w)
			if r.Type == exact && r.callback.O == nil {
				reuse = r
			}
		}
	}
	clear(l.refs[len(live):])
	l.refs = live
	if reuse != nil && callback.O == nil && tp == exact {
		return Wrap(reuse), nil
	}
	r := Alloc[WeakRef](tp, exact)
	r.list, r.callback = l, callback
	if immortal(v) {
		r.strong = v
	}
	l.refs = append(l.refs, weak.Make(r))
	return Wrap(r), nil
}

// WeakRefs returns the live weak references and proxies of v: the plain ones
// without callback, which are shared, then the others, latest first.
func WeakRefs(t *Thread, v Value) []Value {
	l := t.Interp.refsOf(v, false)
	if l == nil {
		return nil
	}
	var refs, proxies, others []Value
	for i := len(l.refs) - 1; i >= 0; i-- {
		r := l.refs[i].Value()
		switch {
		case r == nil:
		case r.callback.O != nil || r.Type != &WeakRefType && r.Type != &ProxyType && r.Type != &CallableProxyType:
			others = append(others, Wrap(r))
		case r.Type == &WeakRefType:
			refs = append(refs, Wrap(r))
		default:
			proxies = append(proxies, Wrap(r))
		}
	}
	return append(append(refs, proxies...), others...)
}

func weakRefArgs(args, kw []Value) error {
	n := len(args) - len(kw)
	switch {
	case n < 1:
		return TypeErrorf("__new__ expected at least 1 argument, got %d", n)
	case n > 2:
		return TypeErrorf("__new__ expected at most 2 arguments, got %d", n)
	}
	return nil
}

func init() {
	WeakRefType.Define(TypeSpec{
		Name: "ReferenceType", Module: "weakref", Flags: FlagBase, Size: unsafe.Sizeof(WeakRef{}),
		Slots: Slots{
			New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
				if err := weakRefArgs(args, kw); err != nil {
					return Value{}, err
				}
				if len(kw) > 0 && tp == &WeakRefType {
					return Value{}, TypeErrorf("ref() takes no keyword arguments")
				}
				var f Value
				if len(args)-len(kw) == 2 {
					f = args[1]
				}
				return NewWeakRef(t, tp, &WeakRefType, args[0], f)
			},
			Init: func(t *Thread, self Value, args, kw []Value) error {
				if len(kw) > 0 {
					return TypeErrorf("ref() takes no keyword arguments")
				}
				return weakRefArgs(args, kw)
			},
			Repr: weakRefRepr,
			Hash: func(t *Thread, v Value) (int64, error) {
				r := As[WeakRef](v)
				if r.hashed {
					return r.hash, nil
				}
				x := r.Get()
				if x.O == nil {
					return 0, TypeErrorf("weak object has gone away")
				}
				h, err := Hash(t, x)
				r.hash, r.hashed = h, err == nil
				return h, err
			},
			RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
				if op != CmpEQ && op != CmpNE || !a.solid(&WeakRefType) || !b.solid(&WeakRefType) {
					return NotImplemented, nil
				}
				x, y := As[WeakRef](a).Get(), As[WeakRef](b).Get()
				if x.O == nil || y.O == nil {
					return Bool((a == b) == (op == CmpEQ)), nil
				}
				return RichCompare(t, x, y, op)
			},
			Call: func(t *Thread, v Value, args, kw []Value) (Value, error) {
				if len(kw) > 0 {
					return Value{}, TypeErrorf("weakref() takes no keyword arguments")
				}
				if len(args) > 0 {
					return Value{}, TypeErrorf("weakref expected 0 arguments, got %d", len(args))
				}
				return orNone(As[WeakRef](v).Get()), nil
			},
			Traverse: func(v Value, visit func(Value)) {
				if f := As[WeakRef](v).callback; f.O != nil {
					visit(f)
				}
			},
		},
		ClassMethods: []Func{classGetItemRow},
		GetSets: []GetSet{{"__callback__", "", func(t *Thread, v Value) (Value, error) {
			return orNone(As[WeakRef](v).callback), nil
		}, readOnly}},
	})
}

func weakRefRepr(t *Thread, v Value) (Value, error) {
	x := As[WeakRef](v).Get()
	id := t.Interp.ID(v)
	if x.O == nil {
		return NewStrf("<weakref at 0x%x; dead>", id), nil
	}
	n, err := LookupSpecial(t, x, nameName) // not by __getattr__
	if err != nil {
		return Value{}, err
	}
	name := ""
	if n.O != nil {
		if s, ok := AsStr(n); ok {
			name = " (" + s.s + ")"
		}
	}
	return NewStrf("<weakref at 0x%x; to '%s' at 0x%x%s>", id, x.O.Type.MsgName(), t.Interp.ID(x), name), nil
}
