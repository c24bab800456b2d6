//go:build unix

// Package socket implements the socket module (library reference, "socket"):
// sockets are raw descriptors, and what they do waits outside the GIL.
package socket

import (
	_ "embed"
	"math"
	"runtime"
	"sync/atomic"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed socket.py
var source string

// Module declares socket.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "socket", Doc: "Access to the sockets of the system.", Source: source}
}

// sock is a socket. Its descriptor is in a part of its own, which the cleanup
// of a forgotten socket closes. A timeout below 0 means none.
type sock struct {
	object.Header
	object.Attrs
	h                   *handle
	family, typ, protoN int
	timeout             time.Duration
}

type handle struct{ fd atomic.Int64 }

func (s *sock) fd() int {
	if s.h == nil {
		return -1
	}
	return int(s.h.fd.Load())
}

func (s *sock) setFD(fd int) {
	s.h = &handle{}
	s.h.fd.Store(int64(fd))
	runtime.AddCleanup(s, func(h *handle) {
		if fd := h.fd.Swap(-1); fd >= 0 {
			_ = unix.Close(int(fd))
		}
	}, s.h)
}

func self(a []value) *sock { return object.As[sock](a[0]) }

func fail(err error) error {
	if e, ok := err.(unix.Errno); ok {
		return object.FromGoError(e)
	}
	return err
}

var errTimeout = object.Errorf

// try repeats f, which must not block, until it does not say that it would.
func (s *sock) try(t *thread, kind string, events int16, f func() error) error {
	var deadline time.Time
	if s.timeout > 0 {
		deadline = time.Now().Add(s.timeout)
	}
	return s.tryUntil(t, kind, events, deadline, f)
}

func (s *sock) tryUntil(t *thread, kind string, events int16, deadline time.Time, f func() error) error {
	for {
		err := f()
		switch {
		case err == unix.EINTR:
			continue
		case err != unix.EAGAIN || s.timeout == 0:
			return fail(err)
		}
		if err := s.wait(t, kind, events, deadline); err != nil {
			return err
		}
	}
}

func (s *sock) wait(t *thread, kind string, events int16, deadline time.Time) error {
	n, err := fdio.Poll(t, kind, []unix.PollFd{{Fd: int32(s.fd()), Events: events}}, deadline)
	if err == nil && n == 0 {
		err = errTimeout(&object.TimeoutErrorType, "timed out")
	}
	return err
}

// newState is what a thread's interpreter keeps: the default timeout.
type stateKey struct{}

type state struct{ timeout time.Duration }

func stateOf(t *thread) *state {
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, &state{-1})
	return v.(*state)
}

var newPlan = object.ParsePlan("(family=-1, type=-1, proto=-1, fileno=None)")

func initSock(t *thread, v value, args, kw []value) error {
	a, err := object.BindArgs(t, newPlan, "socket", args, kw)
	if err != nil {
		return err
	}
	n := [3]int{-1, -1, -1}
	for i := range n {
		if a[i].O != nil {
			if n[i], err = arg.CInt(t, a[i]); err != nil {
				return err
			}
		}
	}
	s := object.As[sock](v)
	fd := -1
	if arg.Given(a[3]) {
		if fd, err = arg.CInt(t, a[3]); err != nil {
			return err
		}
		if fd < 0 {
			return object.ValueErrorf("negative file descriptor")
		}
		if err := describe(fd, &n); err != nil {
			return fail(err)
		}
	} else {
		defaults := [3]int{unix.AF_INET, unix.SOCK_STREAM, 0}
		for i := range n {
			if n[i] == -1 {
				n[i] = defaults[i]
			}
		}
		if fd, err = newSocket(n[0], n[1], n[2]); err != nil {
			return fail(err)
		}
	}
	return s.setup(t, fd, n[0], n[1], n[2])
}

func (s *sock) setup(t *thread, fd, family, typ, proto int) error {
	s.setFD(fd)
	s.family, s.typ, s.protoN = family, typ, proto
	s.timeout = -1
	if nonblock := typ & typeNonblock; nonblock != 0 {
		s.typ &^= typeNonblock
		s.timeout = 0
	} else if d := stateOf(t).timeout; d >= 0 {
		s.timeout = d
		return fail(unix.SetNonblock(fd, true))
	}
	s.typ &^= typeCloexec
	return nil
}

// describe finds out what is not known about a descriptor.
func describe(fd int, n *[3]int) error {
	sa, err := unix.Getsockname(fd)
	if n[0] == -1 {
		if err != nil {
			return err
		}
		switch sa.(type) {
		case *unix.SockaddrInet6:
			n[0] = unix.AF_INET6
		case *unix.SockaddrUnix:
			n[0] = unix.AF_UNIX
		default:
			n[0] = unix.AF_INET
		}
	} else if err == unix.EBADF || err == unix.ENOTSOCK {
		return err
	}
	if n[1] == -1 {
		if n[1], err = unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_TYPE); err != nil {
			return err
		}
	}
	if n[2] == -1 {
		n[2] = protoOf(fd)
	}
	return nil
}

var sockType object.Type

func closeSock(t *thread, a []value) (value, error) {
	s := self(a)
	if s.h == nil {
		return object.None, nil
	}
	if fd := s.h.fd.Swap(-1); fd >= 0 {
		if err := fdio.Close(int(fd)); err != nil && err != unix.ECONNRESET {
			return value{}, fail(err)
		}
	}
	return object.None, nil
}

func detach(t *thread, a []value) (value, error) {
	s := self(a)
	if s.h == nil {
		return object.IntOf(-1), nil
	}
	return object.Int(s.h.fd.Swap(-1)), nil
}

func setTimeout(s *sock, d time.Duration) error {
	s.timeout = d
	return fail(unix.SetNonblock(s.fd(), d >= 0))
}

// seconds reads a timeout; None is -1.
func seconds(t *thread, v value) (time.Duration, error) {
	if v.IsNone() {
		return -1, nil
	}
	if !object.IsIntLike(v) && v.O.Type.Slots.ToFloat == nil {
		return 0, object.TypeErrorf("'%s' object cannot be interpreted as an integer or float", v.O.Type.MsgName())
	}
	f, err := object.ToFloat(t, v)
	if err != nil {
		return 0, err
	}
	switch {
	case math.IsNaN(f):
		return 0, object.ValueErrorf("Invalid value NaN (not a number)")
	case f < 0:
		return 0, object.ValueErrorf("Timeout value out of range")
	case f > 9e9:
		return 0, object.OverflowErrorf("timestamp too large to convert to C PyTime_t")
	}
	d := time.Duration(math.Ceil(f * 1e9))
	return d, nil
}

func timeoutValue(d time.Duration) value {
	if d < 0 {
		return object.None
	}
	return object.Float(d.Seconds())
}

func intGet(n string, f func(s *sock) int) object.GetSet {
	return object.GetSet{Name: n, Get: func(t *thread, v value) (value, error) { return object.IntOf(f(object.As[sock](v))), nil }}
}

func init() {
	sockType.Define(object.TypeSpec{
		Name: "socket", Module: "_socket", Sig: "(family=-1, type=-1, proto=-1, fileno=None)", Flags: object.FlagBase,
		Doc: "A socket of the system.", Size: unsafe.Sizeof(sock{}), AttrsOff: unsafe.Offsetof(sock{}.Attrs),
		Slots: object.Slots{
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				s := object.Alloc[sock](tp, &sockType)
				s.timeout = -1
				return object.Wrap(s), nil
			},
			Init: initSock,
			Repr: func(t *thread, v value) (value, error) {
				s := object.As[sock](v)
				return object.NewStrf("<socket object, fd=%d, family=%d, type=%d, proto=%d>", s.fd(), s.family, s.typ, s.protoN), nil
			},
		},
		GetSets: []object.GetSet{
			intGet("family", func(s *sock) int { return s.family }),
			intGet("type", func(s *sock) int { return s.typ }),
			intGet("proto", func(s *sock) int { return s.protoN }),
			{Name: "timeout", Get: func(t *thread, v value) (value, error) { return timeoutValue(object.As[sock](v).timeout), nil }},
		},
		Methods: methods,
	})
}
