package thread

import (
	"math"
	"time"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Types of the module.
var (
	LockType  object.Type
	RLockType object.Type
)

// TimeoutMax is the longest timeout in seconds, as CPython's on 64-bit systems.
const TimeoutMax = 9223372036.0

// Lock is a _thread.lock.
type Lock struct {
	object.Header
	l gil.Lock
}

// RLock is a reentrant lock.
type RLock struct {
	object.Header
	l     gil.Lock
	count int
}

// acquireArgs reads the arguments of acquire: whether to wait and until when.
func acquireArgs(t *thread, a []value) (blocking bool, deadline time.Time, err error) {
	blocking = true
	if a[0].O != nil {
		if blocking, err = object.Truth(t, a[0]); err != nil {
			return
		}
	}
	if a[1].O == nil {
		return
	}
	sec, err := object.ToFloat(t, a[1])
	if err != nil {
		return
	}
	switch {
	case math.IsNaN(sec):
		err = object.ValueErrorf("Invalid value NaN (not a number)")
	case !blocking && sec != -1:
		err = object.ValueErrorf("can't specify a timeout for a non-blocking call")
	case sec < 0 && sec != -1:
		err = object.ValueErrorf("timeout value must be a non-negative number")
	case sec >= 1<<63/1e9:
		err = object.OverflowErrorf("timestamp out of range for C PyTime_t")
	case sec > TimeoutMax:
		err = object.OverflowErrorf("timeout value is too large")
	case sec >= 0:
		deadline = time.Now().Add(time.Duration(sec * 1e9))
	}
	return
}

// acquire takes l for t, handling interruptions of the wait.
func acquire(t *thread, l *gil.Lock, blocking bool, deadline time.Time) (bool, error) {
	if l.TryAcquire(&t.G) {
		return true, nil
	}
	if !blocking || !deadline.IsZero() && !time.Now().Before(deadline) {
		return false, nil
	}
	for {
		r, err := l.Acquire(&t.G, gil.WaitInfo{Kind: "lock", Deadline: deadline})
		if err != nil {
			return false, &object.Interrupt{Err: err}
		}
		switch r {
		case gil.Woken:
			return true, nil
		case gil.TimedOut:
			return false, nil
		}
		if err := t.HandleBreaker(t.G.Pending()); err != nil {
			return false, err
		}
	}
}

func lockAcquire(t *thread, a []value) (value, error) {
	blocking, deadline, err := acquireArgs(t, a[1:])
	if err != nil {
		return value{}, err
	}
	ok, err := acquire(t, &object.As[Lock](a[0]).l, blocking, deadline)
	return object.Bool(ok), err
}

func lockRelease(t *thread, a []value) (value, error) {
	l := object.As[Lock](a[0])
	if !l.l.Locked() {
		return value{}, object.RuntimeErrorf("release unlocked lock")
	}
	l.l.Release(&t.G)
	return object.None, nil
}

func lockRepr(t *thread, v value) (value, error) {
	state := "unlocked"
	if object.As[Lock](v).l.Locked() {
		state = "locked"
	}
	return object.NewStrf("<%s _thread.lock object at 0x%x>", state, t.Interp.ID(v)), nil
}

func rlockAcquire(t *thread, a []value) (value, error) {
	blocking, deadline, err := acquireArgs(t, a[1:])
	if err != nil {
		return value{}, err
	}
	r := object.As[RLock](a[0])
	if r.count > 0 && r.l.Owner() == &t.G {
		r.count++
		return object.True, nil
	}
	ok, err := acquire(t, &r.l, blocking, deadline)
	if ok {
		r.count = 1
	}
	return object.Bool(ok), err
}

func rlockRelease(t *thread, a []value) (value, error) {
	r := object.As[RLock](a[0])
	if r.count == 0 || r.l.Owner() != &t.G {
		return value{}, object.RuntimeErrorf("cannot release un-acquired lock")
	}
	if r.count--; r.count == 0 {
		r.l.Release(&t.G)
	}
	return object.None, nil
}

var noArgsNew = func(tp *object.Type, fresh func() value) func(t *thread, sub *object.Type, args, kw []value) (value, error) {
	return func(t *thread, sub *object.Type, args, kw []value) (value, error) {
		if len(args) > 0 {
			return value{}, object.TypeErrorf("%s() takes no arguments (%d given)", tp.Name, len(args))
		}
		return fresh(), nil
	}
}

func enter(acq func(t *thread, a []value) (value, error)) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return acq(t, []value{a[0], {}, {}}) }
}

func exit(rel func(t *thread, a []value) (value, error)) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return rel(t, a[:1]) }
}

// rlockNew ignores arguments, with a warning unless a subclass takes them.
func rlockNew(t *thread, sub *object.Type, args, kw []value) (value, error) {
	if len(args) > 0 && !sub.OwnInit(t) {
		if err := object.Warn(t, &object.DeprecationWarningType, "Passing arguments to RLock is deprecated and will be removed in 3.15"); err != nil {
			return value{}, err
		}
	}
	return object.Wrap(object.Alloc[RLock](sub, &RLockType)), nil
}

const exitSig = "($self, exc_type=None, exc_value=None, exc_traceback=None, /)"

func init() {
	LockType.Define(object.TypeSpec{
		Name: "lock", Module: "_thread", Doc: "A mutual exclusion lock.", Flags: object.FlagWeakref,
		Slots: object.Slots{Repr: lockRepr, New: noArgsNew(&LockType, func() value { return object.Wrap(&Lock{Header: object.Header{Type: &LockType}}) })},
		Methods: []object.Func{
			{Name: "acquire", Sig: "($self, /, blocking=True, timeout=-1)", Doc: "Lock the lock; return whether that succeeded.", Fn: lockAcquire},
			{Name: "release", Sig: "($self, /)", Doc: "Release the lock.", Fn: lockRelease},
			{Name: "locked", Sig: "($self, /)", Doc: "Return whether the lock is in the locked state.", Fn: func(t *thread, a []value) (value, error) {
				return object.Bool(object.As[Lock](a[0]).l.Locked()), nil
			}},
			{Name: "__enter__", Sig: "($self, /)", Fn: enter(lockAcquire)},
			{Name: "__exit__", Sig: exitSig, Fn: exit(lockRelease)},
			{Name: "acquire_lock", Sig: "($self, /, blocking=True, timeout=-1)", Fn: lockAcquire},
			{Name: "release_lock", Sig: "($self, /)", Fn: lockRelease},
			{Name: "_at_fork_reinit", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				object.As[Lock](a[0]).l = gil.Lock{}
				return object.None, nil
			}},
		},
	})
	RLockType.Define(object.TypeSpec{
		Name: "RLock", Module: "_thread", Doc: "A reentrant lock.", Flags: object.FlagBase | object.FlagWeakref,
		Slots: object.Slots{Repr: rlockRepr, New: rlockNew},
		Methods: []object.Func{
			{Name: "acquire", Sig: "($self, /, blocking=True, timeout=-1)", Doc: "Lock the lock; return whether that succeeded.", Fn: rlockAcquire},
			{Name: "release", Sig: "($self, /)", Doc: "Release the lock.", Fn: rlockRelease},
			{Name: "locked", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				return object.Bool(object.As[RLock](a[0]).count > 0), nil
			}},
			{Name: "__enter__", Sig: "($self, /)", Fn: enter(rlockAcquire)},
			{Name: "__exit__", Sig: exitSig, Fn: exit(rlockRelease)},
			{Name: "_is_owned", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				r := object.As[RLock](a[0])
				return object.Bool(r.count > 0 && r.l.Owner() == &t.G), nil
			}},
			{Name: "_recursion_count", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				r := object.As[RLock](a[0])
				if r.l.Owner() != &t.G {
					return object.Int(0), nil
				}
				return object.IntOf(r.count), nil
			}},
			{Name: "_release_save", Sig: "($self, /)", Fn: rlockReleaseSave},
			{Name: "_acquire_restore", Sig: "($self, state, /)", Fn: rlockRestore},
		},
	})
}

func rlockRepr(t *thread, v value) (value, error) {
	r := object.As[RLock](v)
	state, owner := "unlocked", int64(0)
	if o := r.l.Owner(); o != nil {
		state, owner = "locked", o.ID()
	}
	return object.NewStrf("<%s %s object owner=%d count=%d at 0x%x>", state, v.O.Type.FullName(t), owner, r.count, t.Interp.ID(v)), nil
}

// rlockReleaseSave releases all levels at once, for Condition.wait.
func rlockReleaseSave(t *thread, a []value) (value, error) {
	r := object.As[RLock](a[0])
	if r.count == 0 {
		return value{}, object.RuntimeErrorf("cannot release un-acquired lock")
	}
	n := r.count
	r.count = 0
	r.l.Release(&t.G)
	return object.NewTuple(object.IntOf(n), object.Int(t.G.ID())), nil
}

func rlockRestore(t *thread, a []value) (value, error) {
	r := object.As[RLock](a[0])
	var n int64
	ok := a[1].O.Type == &object.TupleType && len(object.As[object.Tuple](a[1]).Items) == 2
	if ok {
		n, ok = object.AsInt64(object.As[object.Tuple](a[1]).Items[0])
	}
	if !ok || n < 1 || n > 1<<31 {
		return value{}, object.TypeErrorf("bad lock state")
	}
	if _, err := acquire(t, &r.l, true, time.Time{}); err != nil {
		return value{}, err
	}
	r.count = int(n)
	return object.None, nil
}
