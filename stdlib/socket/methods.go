//go:build unix

package socket

import (
	"time"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

var methods = []object.Func{
	{Name: "close", Sig: "($self, /)", Fn: closeSock},
	{Name: "detach", Sig: "($self, /)", Fn: detach},
	{Name: "fileno", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return object.IntOf(self(a).fd()), nil }},
	{Name: "_accept", Sig: "($self, /)", Fn: accept},
	{Name: "bind", Sig: "($self, address, /)", Fn: bind},
	{Name: "connect", Sig: "($self, address, /)", Fn: func(t *thread, a []value) (value, error) { return object.None, connect(t, a, "connect") }},
	{Name: "connect_ex", Sig: "($self, address, /)", Fn: connectEx},
	{Name: "listen", Sig: "($self, backlog=128, /)", Fn: listen},
	{Name: "getpeername", Sig: "($self, /)", Fn: name(unix.Getpeername)},
	{Name: "getsockname", Sig: "($self, /)", Fn: name(unix.Getsockname)},
	{Name: "getsockopt", Sig: "($self, level, option, buflen=0, /)", Fn: getOption},
	{Name: "setsockopt", Sig: "($self, level, option, value, optlen=0, /)", Fn: setOption},
	{Name: "shutdown", Sig: "($self, how, /)", Fn: func(t *thread, a []value) (value, error) {
		how, err := arg.CInt(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.None, fail(unix.Shutdown(self(a).fd(), how))
	}},
	{Name: "setblocking", Sig: "($self, flag, /)", Fn: func(t *thread, a []value) (value, error) {
		on, err := object.Truth(t, a[1])
		if err != nil {
			return value{}, err
		}
		d := time.Duration(0)
		if on {
			d = -1
		}
		return object.None, setTimeout(self(a), d)
	}},
	{Name: "getblocking", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return object.Bool(self(a).timeout != 0), nil }},
	{Name: "settimeout", Sig: "($self, timeout, /)", Fn: func(t *thread, a []value) (value, error) {
		d, err := seconds(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.None, setTimeout(self(a), d)
	}},
	{Name: "gettimeout", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return timeoutValue(self(a).timeout), nil }},
	{Name: "recv", Sig: "($self, bufsize, flags=0, /)", Fn: recv},
	{Name: "recv_into", Sig: "($self, buffer, nbytes=0, flags=0)", Fn: func(t *thread, a []value) (value, error) {
		n, _, err := recvInto(t, a, "recv_into")
		return object.IntOf(n), err
	}},
	{Name: "recvfrom", Sig: "($self, bufsize, flags=0, /)", Fn: recvFrom},
	{Name: "recvfrom_into", Sig: "($self, buffer, nbytes=0, flags=0)", Fn: func(t *thread, a []value) (value, error) {
		n, from, err := recvInto(t, a, "recvfrom_into")
		return object.NewTuple(object.IntOf(n), address(from)), err
	}},
	{Name: "recvmsg", Sig: "($self, bufsize, ancbufsize=0, flags=0, /)", Fn: recvMsg},
	{Name: "send", Sig: "($self, data, flags=0, /)", Fn: send},
	{Name: "sendall", Sig: "($self, data, flags=0, /)", Fn: sendAll},
	{Name: "sendto", Sig: "($self, data, flags_or_address, address=<unrepresentable>, /)", Fn: sendTo},
	{Name: "sendmsg", Sig: "($self, buffers, ancdata=(), flags=0, address=None, /)", Fn: sendMsg},
}

func accept(t *thread, a []value) (value, error) {
	s := self(a)
	fd := -1
	var from unix.Sockaddr
	// A blocking descriptor must be ready before it is asked.
	if s.timeout < 0 {
		if err := s.wait(t, "accept", unix.POLLIN, time.Time{}); err != nil {
			return value{}, err
		}
	}
	err := s.try(t, "accept", unix.POLLIN, func() (err error) {
		if s.timeout >= 0 {
			fd, from, err = acceptCloexec(s.fd())
			return err
		}
		if berr := fdio.Block(t, "accept", func() { fd, from, err = acceptCloexec(s.fd()) }); berr != nil {
			return berr
		}
		return err
	})
	if err != nil {
		return value{}, err
	}
	return object.NewTuple(object.IntOf(fd), address(from)), nil
}

func bind(t *thread, a []value) (value, error) {
	s := self(a)
	sa, err := s.address(t, a[1], "bind")
	if err != nil {
		return value{}, err
	}
	return object.None, fail(unix.Bind(s.fd(), sa))
}

func listen(t *thread, a []value) (value, error) {
	n := 128
	if a[1].O != nil {
		var err error
		if n, err = arg.CInt(t, a[1]); err != nil {
			return value{}, err
		}
	}
	return object.None, fail(unix.Listen(self(a).fd(), max(n, 0)))
}

// connect connects; a blocking descriptor is switched meanwhile.
func connect(t *thread, a []value, fn string) error {
	s := self(a)
	sa, err := s.address(t, a[1], fn)
	if err != nil {
		return err
	}
	fd := s.fd()
	if s.timeout < 0 {
		if err := unix.SetNonblock(fd, true); err != nil {
			return fail(err)
		}
		defer func() { _ = unix.SetNonblock(fd, false) }()
	}
	for {
		err = unix.Connect(fd, sa)
		if err != unix.EINTR {
			break
		}
	}
	if (err != unix.EINPROGRESS && err != unix.EAGAIN) || s.timeout == 0 {
		return fail(err)
	}
	var deadline time.Time
	if s.timeout > 0 {
		deadline = time.Now().Add(s.timeout)
	}
	if err := s.wait(t, "connect", unix.POLLOUT, deadline); err != nil {
		return err
	}
	n, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_ERROR)
	if err == nil && n != 0 && unix.Errno(n) != unix.EISCONN {
		err = unix.Errno(n)
	}
	return fail(err)
}

func connectEx(t *thread, a []value) (value, error) {
	err := connect(t, a, "connect_ex")
	if err == nil {
		return object.Int(0), nil
	}
	if object.IsExc(err, &object.OSErrorType) {
		if e, ok := err.(*object.Exception); ok {
			if n := e.Field("errno"); n.O != nil && object.IsIntLike(n) {
				return n, nil
			}
			if object.IsExc(err, &object.TimeoutErrorType) {
				return object.IntOf(int(unix.EAGAIN)), nil
			}
		}
	}
	return value{}, err
}

func name(f func(fd int) (unix.Sockaddr, error)) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		sa, err := f(self(a).fd())
		if err != nil {
			return value{}, fail(err)
		}
		return address(sa), nil
	}
}

func twoInts(t *thread, a []value) (x, y int, err error) {
	if x, err = arg.CInt(t, a[0]); err == nil {
		y, err = arg.CInt(t, a[1])
	}
	return x, y, err
}

func getOption(t *thread, a []value) (value, error) {
	level, opt, err := twoInts(t, a[1:])
	if err != nil {
		return value{}, err
	}
	n := 0
	if a[3].O != nil {
		if n, err = arg.CInt(t, a[3]); err != nil {
			return value{}, err
		}
	}
	fd := self(a).fd()
	if n == 0 {
		x, err := unix.GetsockoptInt(fd, level, opt)
		return object.IntOf(x), fail(err)
	}
	if n < 0 || n > 1024 {
		return value{}, object.Errorf(&object.OSErrorType, "getsockopt buflen out of range")
	}
	b, err := optionBytes(fd, level, opt, n)
	if err != nil {
		return value{}, fail(err)
	}
	return object.NewBytes(b), nil
}

func setOption(t *thread, a []value) (value, error) {
	level, opt, err := twoInts(t, a[1:])
	if err != nil {
		return value{}, err
	}
	fd := self(a).fd()
	if object.IsIntLike(a[3]) {
		n, err := arg.CInt(t, a[3])
		if err != nil {
			return value{}, err
		}
		return object.None, fail(unix.SetsockoptInt(fd, level, opt, n))
	}
	if a[3].IsNone() {
		return object.None, fail(unix.SetsockoptString(fd, level, opt, ""))
	}
	b, err := arg.Bytes(t, a[3])
	if err != nil {
		return value{}, err
	}
	return object.None, fail(unix.SetsockoptString(fd, level, opt, string(b)))
}

// sizeFlags reads a buffer size and flags.
func sizeFlags(t *thread, a []value, fn string) (n, flags int, err error) {
	if n, err = arg.Size(t, a[1]); err != nil {
		return 0, 0, err
	}
	if n < 0 {
		return 0, 0, object.ValueErrorf("negative buffersize in %s", fn)
	}
	if a[2].O != nil {
		flags, err = arg.CInt(t, a[2])
	}
	if err == nil {
		err = t.Charge(n)
	}
	return n, flags, err
}

func (s *sock) recv(t *thread, b []byte, flags int) (n int, from unix.Sockaddr, err error) {
	err = s.try(t, "recv", unix.POLLIN, func() (err error) {
		n, from, err = unix.Recvfrom(s.fd(), b, flags|unix.MSG_DONTWAIT)
		return err
	})
	return max(n, 0), from, err
}

func recv(t *thread, a []value) (value, error) {
	size, flags, err := sizeFlags(t, a, "recv")
	if err != nil {
		return value{}, err
	}
	b := make([]byte, size)
	n, _, err := self(a).recv(t, b, flags)
	if err != nil {
		return value{}, err
	}
	if n < size/2 {
		b = append([]byte(nil), b[:n]...)
	}
	return object.NewBytes(b[:n:n]), nil
}

func recvFrom(t *thread, a []value) (value, error) {
	size, flags, err := sizeFlags(t, a, "recvfrom")
	if err != nil {
		return value{}, err
	}
	b := make([]byte, size)
	n, from, err := self(a).recv(t, b, flags)
	if err != nil {
		return value{}, err
	}
	return object.NewTuple(object.NewBytes(append([]byte(nil), b[:n]...)), address(from)), nil
}

func recvInto(t *thread, a []value, fn string) (int, unix.Sockaddr, error) {
	b, err := arg.Writable(t, a[1], fn)
	if err != nil {
		if object.IsExc(err, &object.TypeErrorType) {
			err = object.TypeErrorf("%s() argument 1 must be read-write bytes-like object, not %s", fn, a[1].O.Type.MsgName())
		}
		return 0, nil, err
	}
	n, flags := 0, 0
	if a[2].O != nil {
		if n, err = arg.Size(t, a[2]); err != nil {
			return 0, nil, err
		}
	}
	if a[3].O != nil {
		if flags, err = arg.CInt(t, a[3]); err != nil {
			return 0, nil, err
		}
	}
	switch {
	case n < 0:
		return 0, nil, object.ValueErrorf("negative buffersize in %s", fn)
	case n > len(b) && fn == "recv_into":
		return 0, nil, object.ValueErrorf("buffer too small for requested bytes")
	case n > len(b):
		return 0, nil, object.ValueErrorf("nbytes is greater than the length of the buffer")
	case n == 0:
		n = len(b)
	}
	return self(a).recv(t, b[:n], flags)
}

func flagsOf(t *thread, v value) (int, error) {
	if v.O == nil {
		return 0, nil
	}
	return arg.CInt(t, v)
}

func (s *sock) send(t *thread, b []byte, flags int, to unix.Sockaddr, deadline time.Time) (n int, err error) {
	err = s.tryUntil(t, "send", unix.POLLOUT, deadline, func() (err error) {
		n, err = unix.SendmsgN(s.fd(), b, nil, to, flags|unix.MSG_DONTWAIT|noSignal)
		return err
	})
	return n, err
}

func (s *sock) deadline() time.Time {
	if s.timeout > 0 {
		return time.Now().Add(s.timeout)
	}
	return time.Time{}
}

func send(t *thread, a []value) (value, error) {
	b, err := arg.Bytes(t, a[1])
	if err != nil {
		return value{}, err
	}
	flags, err := flagsOf(t, a[2])
	if err != nil {
		return value{}, err
	}
	s := self(a)
	n, err := s.send(t, b, flags, nil, s.deadline())
	return object.IntOf(n), err
}

func sendAll(t *thread, a []value) (value, error) {
	b, err := arg.Bytes(t, a[1])
	if err != nil {
		return value{}, err
	}
	flags, err := flagsOf(t, a[2])
	if err != nil {
		return value{}, err
	}
	s := self(a)
	deadline := s.deadline()
	for first := true; first || len(b) > 0; first = false {
		n, err := s.send(t, b, flags, nil, deadline)
		if err != nil {
			return value{}, err
		}
		b = b[n:]
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
	return object.None, nil
}

func sendTo(t *thread, a []value) (value, error) {
	b, err := arg.Bytes(t, a[1])
	if err != nil {
		return value{}, err
	}
	flags, to := 0, a[2]
	if a[3].O != nil {
		if flags, err = arg.CInt(t, a[2]); err != nil {
			return value{}, err
		}
		to = a[3]
	}
	s := self(a)
	sa, err := s.address(t, to, "sendto")
	if err != nil {
		return value{}, err
	}
	n, err := s.send(t, b, flags, sa, s.deadline())
	return object.IntOf(n), err
}

func sendMsg(t *thread, a []value) (value, error) {
	parts, err := object.Items(t, a[1])
	if err != nil {
		return value{}, object.TypeErrorf("sendmsg() argument 1 must be an iterable")
	}
	var data, oob []byte
	for _, p := range parts {
		b, err := arg.Bytes(t, p)
		if err != nil {
			return value{}, err
		}
		data = append(data, b...)
	}
	if a[2].O != nil {
		if oob, err = ancillary(t, a[2]); err != nil {
			return value{}, err
		}
	}
	flags, err := flagsOf(t, a[3])
	if err != nil {
		return value{}, err
	}
	s := self(a)
	var to unix.Sockaddr
	if arg.Given(a[4]) {
		if to, err = s.address(t, a[4], "sendmsg"); err != nil {
			return value{}, err
		}
	}
	n := 0
	err = s.try(t, "sendmsg", unix.POLLOUT, func() (err error) {
		n, err = unix.SendmsgN(s.fd(), data, oob, to, flags|unix.MSG_DONTWAIT|noSignal)
		return err
	})
	return object.IntOf(n), err
}

// ancillary lays out control messages given as (level, type, data).
func ancillary(t *thread, v value) ([]byte, error) {
	items, err := object.Items(t, v)
	if err != nil {
		return nil, err
	}
	var oob []byte
	for _, it := range items {
		f, err := object.Items(t, it)
		if err != nil || len(f) != 3 {
			return nil, object.TypeErrorf("[sendmsg() ancillary data items] argument must be sequence of length 3")
		}
		level, typ, err := twoInts(t, f)
		if err != nil {
			return nil, err
		}
		data, err := arg.Bytes(t, f[2])
		if err != nil {
			return nil, err
		}
		oob = append(oob, controlMessage(level, typ, data)...)
	}
	return oob, nil
}

func recvMsg(t *thread, a []value) (value, error) {
	size, _, err := sizeFlags(t, []value{a[0], a[1], {}}, "recvmsg")
	if err != nil {
		return value{}, err
	}
	anc := 0
	if a[2].O != nil {
		if anc, err = arg.Size(t, a[2]); err != nil {
			return value{}, err
		}
	}
	flags, err := flagsOf(t, a[3])
	if err != nil {
		return value{}, err
	}
	s := self(a)
	b, oob := make([]byte, size), make([]byte, anc)
	var n, noob, got int
	var from unix.Sockaddr
	err = s.try(t, "recvmsg", unix.POLLIN, func() (err error) {
		n, noob, got, from, err = unix.Recvmsg(s.fd(), b, oob, flags|unix.MSG_DONTWAIT)
		return err
	})
	if err != nil {
		return value{}, err
	}
	msgs, err := unix.ParseSocketControlMessage(oob[:noob])
	if err != nil {
		return value{}, fail(err)
	}
	list := make([]value, len(msgs))
	for i, m := range msgs {
		list[i] = object.NewTuple(object.IntOf(int(m.Header.Level)), object.IntOf(int(m.Header.Type)), object.NewBytes(append([]byte(nil), m.Data...)))
	}
	return object.NewTuple(object.NewBytes(append([]byte(nil), b[:n]...)), object.NewListOwned(list), object.IntOf(got), address(from)), nil
}
