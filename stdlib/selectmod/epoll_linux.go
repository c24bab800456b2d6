package selectmod

import (
	"time"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/internal/lowfds"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

var systemConsts = map[string]int{"EPOLLIN": unix.EPOLLIN, "EPOLLOUT": unix.EPOLLOUT, "EPOLLPRI": unix.EPOLLPRI, "EPOLLERR": unix.EPOLLERR,
	"EPOLLHUP": unix.EPOLLHUP, "EPOLLRDHUP": unix.EPOLLRDHUP, "EPOLLET": 1 << 31, "EPOLLONESHOT": 1 << 30, "EPOLLEXCLUSIVE": 1 << 28,
	"EPOLLRDNORM": unix.EPOLLRDNORM, "EPOLLRDBAND": unix.EPOLLRDBAND, "EPOLLWRNORM": unix.EPOLLWRNORM, "EPOLLWRBAND": unix.EPOLLWRBAND,
	"EPOLLMSG": unix.EPOLLMSG, "EPOLLWAKEUP": 1 << 29, "EPOLL_CLOEXEC": unix.EPOLL_CLOEXEC, "POLLRDHUP": unix.POLLRDHUP,
	"POLLRDNORM": 64, "POLLRDBAND": 128, "POLLWRNORM": 256, "POLLWRBAND": 512, "POLLMSG": 1024}

var epollType object.Type

var systemTypes = []*object.Type{&epollType}

type epoll struct {
	object.Header
	fd int
}

func (e *epoll) check() error {
	if e.fd < 0 {
		return object.ValueErrorf("I/O operation on closed epoll object")
	}
	return nil
}

func control(op int) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		e := object.As[epoll](a[0])
		if err := e.check(); err != nil {
			return value{}, err
		}
		fd, err := fdOf(t, a[1])
		if err != nil {
			return value{}, err
		}
		mask := int64(unix.EPOLLIN | unix.EPOLLOUT | unix.EPOLLPRI)
		if len(a) > 2 && a[2].O != nil {
			if mask, err = arg.Int64(t, a[2]); err != nil {
				return value{}, err
			}
		}
		if err := unix.EpollCtl(e.fd, op, fd, &unix.EpollEvent{Events: uint32(mask), Fd: int32(fd)}); err != nil {
			return value{}, object.FromGoError(err)
		}
		return object.None, nil
	}
}

func (e *epoll) wait(t *thread, a []value) (value, error) {
	if err := e.check(); err != nil {
		return value{}, err
	}
	d, err := deadline(t, a[1], time.Second)
	if err != nil {
		return value{}, err
	}
	if arg.Given(a[1]) {
		if f, err := object.ToFloat(t, a[1]); err == nil && f < 0 {
			d = time.Time{}
		}
	}
	n, err := arg.Int(t, a[2], -1)
	if err != nil {
		return value{}, err
	}
	if n == -1 {
		n = 1023
	} else if n < 1 {
		return value{}, object.ValueErrorf("maxevents must be greater than 0, got %d", n)
	}
	events := make([]unix.EpollEvent, n)
	for {
		got, err := unix.EpollWait(e.fd, events, 0)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return value{}, object.FromGoError(err)
		}
		if got > 0 {
			out := make([]value, got)
			for i, ev := range events[:got] {
				out[i] = object.NewTuple(object.IntOf(int(ev.Fd)), object.Int(int64(ev.Events)))
			}
			return object.NewListOwned(out), nil
		}
		ready, err := fdio.Poll(t, "epoll", []unix.PollFd{{Fd: int32(e.fd), Events: unix.POLLIN}}, d)
		if err != nil {
			return value{}, err
		}
		if ready == 0 {
			return object.NewList(), nil
		}
	}
}

func closeEpoll(t *thread, a []value) (value, error) {
	e := object.As[epoll](a[0])
	if e.fd >= 0 {
		fd := e.fd
		e.fd = -1
		if err := fdio.Close(fd); err != nil {
			return value{}, object.FromGoError(err)
		}
	}
	return object.None, nil
}

func init() {
	epollType.Define(object.TypeSpec{
		Name: "epoll", Module: "select", Sig: "(sizehint=-1, flags=0)", Doc: "An epoll object.", Size: unsafe.Sizeof(epoll{}),
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			lowfds.Reserved(0) // look before there are descriptors of our own
			fd, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
			if err != nil {
				return value{}, object.FromGoError(err)
			}
			return object.Wrap(&epoll{Header: object.Header{Type: &epollType}, fd: fd}), nil
		}},
		GetSets: []object.GetSet{{Name: "closed", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[epoll](v).fd < 0), nil }}},
		Methods: []object.Func{
			{Name: "register", Sig: "($self, fd, eventmask=<unrepresentable>)", Fn: control(unix.EPOLL_CTL_ADD)},
			{Name: "modify", Sig: "($self, fd, eventmask)", Fn: control(unix.EPOLL_CTL_MOD)},
			{Name: "unregister", Sig: "($self, fd)", Fn: control(unix.EPOLL_CTL_DEL)},
			{Name: "poll", Sig: "($self, timeout=None, maxevents=-1)", Fn: func(t *thread, a []value) (value, error) { return object.As[epoll](a[0]).wait(t, a) }},
			{Name: "close", Sig: "($self, /)", Fn: closeEpoll},
			{Name: "fileno", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				e := object.As[epoll](a[0])
				return object.IntOf(e.fd), e.check()
			}},
			{Name: "__enter__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return a[0], object.As[epoll](a[0]).check() }},
			{Name: "__exit__", Sig: "($self, /, *args)", Fn: closeEpoll},
		},
	})
}
