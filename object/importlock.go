package object

// Locks of modules: one thread at a time runs a module's code (language
// reference, section 5.3.1; library reference, "importlib").

import (
	"unsafe"
	"weak"

	"github.com/gopy-lang/gopy/gil"
)

// ModuleLockType is importlib's _ModuleLock.
var ModuleLockType Type

// ModuleLock is the lock of a module's import. It is reentrant and finds
// deadlocks; the GIL guards it.
type ModuleLock struct {
	Header
	Attrs
	Name  Value
	owner *Thread
	count int
	queue gil.WaitQueue
}

// importLocks are an interpreter's module locks that are in use.
type importLocks struct {
	locks map[string]weak.Pointer[ModuleLock] // whoever uses one keeps it
	waits map[*Thread]*ModuleLock             // what a thread waits for
}

type importLocksKey struct{}

func (in *Interp) importLocks() *importLocks {
	if v, ok := in.Extra.Load(importLocksKey{}); ok {
		return v.(*importLocks)
	}
	v, _ := in.Extra.LoadOrStore(importLocksKey{}, &importLocks{map[string]weak.Pointer[ModuleLock]{}, map[*Thread]*ModuleLock{}})
	return v.(*importLocks)
}

// ModuleLock returns the lock of module n.
func (in *Interp) ModuleLock(n string) *ModuleLock {
	ls := in.importLocks()
	if l := ls.locks[n].Value(); l != nil {
		return l
	}
	l := &ModuleLock{Header: Header{&ModuleLockType}, Name: NewStr(n)}
	ls.locks[n] = weak.Make(l)
	return l
}

// ModuleLocks returns the names of the modules whose locks are in use.
func (in *Interp) ModuleLocks() []string {
	var out []string
	for n, w := range in.importLocks().locks {
		if w.Value() != nil {
			out = append(out, n)
		}
	}
	return out
}

// Acquire takes the lock. ok is false if that would be a deadlock.
func (l *ModuleLock) Acquire(t *Thread) (ok bool, err error) {
	ls := t.Interp.importLocks()
	for l.count > 0 && l.owner != t {
		ls.waits[t] = l
		if l.deadlocked(t, ls) {
			delete(ls.waits, t)
			return false, nil
		}
		_, err := t.Wait(&l.queue, &gil.WaitInfo{Kind: "import", Target: l})
		delete(ls.waits, t)
		if err != nil {
			return true, err
		}
	}
	l.owner = t
	l.count++
	return true, nil
}

// deadlocked reports whether the owner of l waits, perhaps through others, for
// a lock of t.
func (l *ModuleLock) deadlocked(t *Thread, ls *importLocks) bool {
	seen := map[*Thread]bool{}
	for o := l.owner; o != nil; {
		if o == t {
			return true
		}
		if seen[o] {
			return false
		}
		seen[o] = true
		next := ls.waits[o]
		if next == nil {
			return false
		}
		o = next.owner
	}
	return false
}

// Release undoes one Acquire.
func (l *ModuleLock) Release(t *Thread) error {
	if l.owner != t || l.count == 0 {
		return RuntimeErrorf("cannot release un-acquired lock")
	}
	if l.count--; l.count > 0 {
		return nil
	}
	l.owner = nil
	if l.queue.Len() > 0 {
		l.queue.WakeOne(&t.G)
	}
	return nil
}

// WaitName describes the lock in reports.
func (l *ModuleLock) WaitName() string {
	if n, ok := AsStr(l.Name); ok {
		return "import of " + n.s
	}
	return "import"
}

// WaitHolders appends the owner.
func (l *ModuleLock) WaitHolders(into []*gil.Thread) []*gil.Thread {
	if l.owner != nil {
		into = append(into, &l.owner.G)
	}
	return into
}

type deadlockKey struct{}

// DeadlockErrorType returns importlib's _DeadlockError.
func (in *Interp) DeadlockErrorType(t *Thread) (*Type, error) {
	if v, ok := in.Extra.Load(deadlockKey{}); ok {
		return v.(*Type), nil
	}
	tp, err := NewExceptionType(t, "_frozen_importlib", "_DeadlockError", &RuntimeErrorType, "")
	if err != nil {
		return nil, err
	}
	v, _ := in.Extra.LoadOrStore(deadlockKey{}, tp)
	return v.(*Type), nil
}

// Lock takes the lock; a deadlock is an exception.
func (l *ModuleLock) Lock(t *Thread) error {
	ok, err := l.Acquire(t)
	if ok || err != nil {
		return err
	}
	tp, err := t.Interp.DeadlockErrorType(t)
	if err != nil {
		return err
	}
	r, err := Repr(t, Wrap(l))
	if err != nil {
		return err
	}
	return Errorf(tp, "deadlock detected by %s", r)
}

func init() {
	ModuleLockType.Define(TypeSpec{
		Name: "_ModuleLock", Module: "_frozen_importlib", Sig: "(name)", Flags: FlagBase | FlagWeakref,
		Size: unsafe.Sizeof(ModuleLock{}), AttrsOff: unsafe.Offsetof(ModuleLock{}.Attrs),
		Slots: Slots{New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
			if len(args) != 1 {
				return Value{}, TypeErrorf("_ModuleLock() takes exactly one argument (%d given)", len(args))
			}
			l := Alloc[ModuleLock](tp, &ModuleLockType)
			l.Name = args[0]
			return Wrap(l), nil
		}, Repr: func(t *Thread, v Value) (Value, error) {
			n, err := Repr(t, As[ModuleLock](v).Name)
			return NewStrf("_ModuleLock(%s) at %d", n, t.Interp.ID(v)), err
		}, Traverse: func(v Value, visit func(Value)) {
			TraverseAttrs(v, visit)
			visit(As[ModuleLock](v).Name)
		}},
		GetSets: []GetSet{{"name", "", func(t *Thread, v Value) (Value, error) { return As[ModuleLock](v).Name, nil }, nil}},
		Methods: []Func{
			{"acquire", "($self, /)", "Take the lock.", func(t *Thread, a []Value) (Value, error) {
				return True, As[ModuleLock](a[0]).Lock(t)
			}},
			{"release", "($self, /)", "Give the lock back.", func(t *Thread, a []Value) (Value, error) {
				return None, As[ModuleLock](a[0]).Release(t)
			}},
			{"locked", "($self, /)", "Whether a thread has the lock.", func(t *Thread, a []Value) (Value, error) {
				return Bool(As[ModuleLock](a[0]).count > 0), nil
			}},
			{"has_deadlock", "($self, /)", "Whether the owner waits for the calling thread.", func(t *Thread, a []Value) (Value, error) {
				return Bool(As[ModuleLock](a[0]).deadlocked(t, t.Interp.importLocks())), nil
			}},
		},
	})
}
