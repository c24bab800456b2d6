//go:build unix

package multiprocessing

import (
	"math"
	"os"
	"sync/atomic"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
)

var semLockType object.Type

// Kinds of a semLock.
const (
	recursiveMutex = iota
	semaphoreKind
)

// semLock is a semaphore in the arena: a count, the number of those who wait,
// and the process that took the last unit.
type semLock struct {
	object.Header
	kind, off, max int
	count          int // how often this process has it
	owner          *thread
}

func (s *semLock) value() *uint32   { return word32(s.off) }
func (s *semLock) waiters() *uint32 { return word32(s.off + 4) }
func (s *semLock) holder() *uint32  { return word32(s.off + 8) }

func newSemLock(t *thread, kind, initial, max int) (value, error) {
	off, err := allocate(16)
	if err != nil {
		return value{}, err
	}
	s := &semLock{Header: object.Header{Type: &semLockType}, kind: kind, off: off, max: max}
	atomic.StoreUint32(s.value(), uint32(initial))
	return object.Wrap(s), nil
}

// try takes a unit if there is one.
func (s *semLock) try() bool {
	for {
		v := atomic.LoadUint32(s.value())
		if v == 0 {
			return false
		}
		if atomic.CompareAndSwapUint32(s.value(), v, v-1) {
			atomic.StoreUint32(s.holder(), uint32(os.Getpid()))
			return true
		}
	}
}

// rescue takes a mutex whose holder died.
func (s *semLock) rescue() bool {
	if s.max != 1 {
		return false
	}
	pid := atomic.LoadUint32(s.holder())
	if pid == 0 || int(pid) == os.Getpid() || atomic.LoadUint32(s.value()) != 0 || alive(int(pid)) {
		return false
	}
	return atomic.CompareAndSwapUint32(s.holder(), pid, uint32(os.Getpid()))
}

// alive reports whether a process runs.
func alive(pid int) bool {
	if unix.Kill(pid, 0) == unix.ESRCH {
		return false
	}
	b, err := os.ReadFile("/proc/" + itoa(pid) + "/stat")
	if err != nil {
		return !os.IsNotExist(err)
	}
	for i := len(b) - 1; i > 0; i-- {
		if b[i] == ')' && i+2 < len(b) {
			return b[i+2] != 'Z'
		}
	}
	return true
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// acquire waits for a unit until the deadline, forever if that is zero.
func (s *semLock) acquire(t *thread, block bool, deadline time.Time) (bool, error) {
	if s.kind == recursiveMutex && s.owner == t && s.count > 0 {
		s.count++
		return true, nil
	}
	got := s.try()
	for wait := 500 * time.Millisecond; !got && block; {
		d := wait
		if !deadline.IsZero() {
			if d = min(wait, time.Until(deadline)); d <= 0 {
				return false, nil
			}
		}
		atomic.AddUint32(s.waiters(), 1)
		err := t.Blocking(&gil.WaitInfo{Kind: "process lock", Deadline: deadline}, func() {
			end := time.Now().Add(d)
			for !s.stop(t) {
				if got = s.try(); got {
					return
				}
				left := time.Until(end)
				if left <= 0 {
					return
				}
				waitWord(s.value(), 0, left)
			}
		}, func() { wakeWord(s.value(), math.MaxInt32) })
		atomic.AddUint32(s.waiters(), ^uint32(0))
		if err != nil {
			if got {
				s.give()
			}
			return false, err
		}
		if !got {
			got = s.rescue()
		}
	}
	if got {
		s.count, s.owner = s.count+1, t
	}
	return got, nil
}

// stop reports whether the thread has something else to do.
func (s *semLock) stop(t *thread) bool { return t.G.Pending() != 0 }

// give returns a unit and wakes one who waits.
func (s *semLock) give() {
	atomic.AddUint32(s.value(), 1)
	if atomic.LoadUint32(s.waiters()) > 0 {
		wakeWord(s.value(), 1)
	}
}

func (s *semLock) release(t *thread) error {
	if s.kind == recursiveMutex {
		if s.owner != t || s.count == 0 {
			return object.Errorf(&object.AssertionErrorType, "attempt to release recursive lock not owned by thread")
		}
		if s.count--; s.count > 0 {
			return nil
		}
		s.owner = nil
		s.give()
		return nil
	}
	if v := atomic.LoadUint32(s.value()); int(v) >= s.max {
		return object.ValueErrorf("semaphore or lock released too many times")
	}
	s.count--
	s.give()
	return nil
}

func acquireRow(t *thread, a []value) (value, error) {
	block := true
	var err error
	if a[1].O != nil {
		if block, err = object.Truth(t, a[1]); err != nil {
			return value{}, err
		}
	}
	var deadline time.Time
	if a[2].O != nil && !a[2].IsNone() {
		sec, err := object.ToFloat(t, a[2])
		if err != nil {
			return value{}, err
		}
		deadline = time.Now().Add(time.Duration(max(min(sec, 1e9), 0) * 1e9))
	}
	ok, err := object.As[semLock](a[0]).acquire(t, block, deadline)
	return object.Bool(ok), err
}

func semMethod(name, sig string, f func(t *thread, s *semLock) (value, error)) object.Func {
	return object.Func{Name: name, Sig: sig, Fn: func(t *thread, a []value) (value, error) { return f(t, object.As[semLock](a[0])) }}
}

func init() {
	semLockType.Define(object.TypeSpec{Name: "SemLock", Module: "_multiprocessing", Flags: object.FlagNoNew, Size: unsafe.Sizeof(semLock{}),
		Methods: []object.Func{
			{Name: "acquire", Sig: "($self, block=True, timeout=None)", Fn: acquireRow},
			semMethod("release", "($self, /)", func(t *thread, s *semLock) (value, error) { return object.None, s.release(t) }),
			semMethod("_count", "($self, /)", func(t *thread, s *semLock) (value, error) { return object.IntOf(s.count), nil }),
			semMethod("_is_mine", "($self, /)", func(t *thread, s *semLock) (value, error) { return object.Bool(s.count > 0 && s.owner == t), nil }),
			semMethod("_get_value", "($self, /)", func(t *thread, s *semLock) (value, error) {
				return object.Int(int64(atomic.LoadUint32(s.value()))), nil
			}),
			semMethod("_is_zero", "($self, /)", func(t *thread, s *semLock) (value, error) { return object.Bool(atomic.LoadUint32(s.value()) == 0), nil }),
		}})
}
