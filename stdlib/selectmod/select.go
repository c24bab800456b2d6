//go:build unix

// Package selectmod implements the select module (library reference, "select").
package selectmod

import (
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

// fdOf reads a descriptor: a number or an object with fileno().
func fdOf(t *thread, v value) (int, error) {
	n := v
	if !object.IsIntLike(v) {
		f, err := object.GetAttrOpt(t, v, t.Intern("fileno"))
		if err != nil {
			return 0, err
		}
		if f.O == nil {
			return 0, object.TypeErrorf("argument must be an int, or have a fileno() method")
		}
		if n, err = object.CallArgs(t, f); err != nil {
			return 0, err
		}
		if !object.IsIntLike(n) {
			return 0, object.TypeErrorf("fileno() returned a non-integer")
		}
	}
	fd, err := arg.CInt(t, n)
	if err == nil && fd < 0 {
		err = object.ValueErrorf("file descriptor cannot be a negative integer (%d)", fd)
	}
	return fd, err
}

// deadline converts a timeout in units of scale; None and absence mean none.
func deadline(t *thread, v value, scale time.Duration) (time.Time, error) {
	if !arg.Given(v) {
		return time.Time{}, nil
	}
	if !object.IsIntLike(v) && v.O.Type.Slots.ToFloat == nil {
		return time.Time{}, object.TypeErrorf("timeout must be an integer or None")
	}
	f, err := object.ToFloat(t, v)
	if err != nil {
		return time.Time{}, err
	}
	return time.Now().Add(time.Duration(f * float64(scale))), nil
}

func selectFunc(t *thread, a []value) (value, error) {
	var lists [3][]value
	var fds []unix.PollFd
	index := map[int]int{}
	owner := [3][]int{}
	events := [3]int16{unix.POLLIN | unix.POLLHUP, unix.POLLOUT, unix.POLLPRI}
	for k := range lists {
		items, err := object.Items(t, a[k])
		if err != nil {
			if object.IsExc(err, &object.TypeErrorType) {
				err = object.TypeErrorf("arguments 1-3 must be sequences")
			}
			return value{}, err
		}
		lists[k] = items
		for _, v := range items {
			fd, err := fdOf(t, v)
			if err != nil {
				return value{}, err
			}
			i, ok := index[fd]
			if !ok {
				i = len(fds)
				index[fd] = i
				fds = append(fds, unix.PollFd{Fd: int32(fd)})
			}
			fds[i].Events |= events[k]
			owner[k] = append(owner[k], i)
		}
	}
	if arg.Given(a[3]) {
		if !object.IsIntLike(a[3]) && a[3].O.Type.Slots.ToFloat == nil {
			return value{}, object.TypeErrorf("timeout must be a float or None")
		}
		if f, err := object.ToFloat(t, a[3]); err == nil && f < 0 {
			return value{}, object.ValueErrorf("timeout must be non-negative")
		}
	}
	d, err := deadline(t, a[3], time.Second)
	if err != nil {
		return value{}, err
	}
	if _, err := fdio.Poll(t, "select", fds, d); err != nil {
		return value{}, err
	}
	for i := range fds {
		if fds[i].Revents&unix.POLLNVAL != 0 {
			return value{}, object.NewOSError(int(unix.EBADF))
		}
	}
	masks := [3]int16{unix.POLLIN | unix.POLLHUP | unix.POLLERR, unix.POLLOUT | unix.POLLERR, unix.POLLPRI}
	var out [3]value
	for k := range lists {
		var ready []value
		for j, v := range lists[k] {
			if fds[owner[k][j]].Revents&masks[k] != 0 {
				ready = append(ready, v)
			}
		}
		out[k] = object.NewListOwned(ready)
	}
	return object.NewTuple(out[:]...), nil
}

// pollObj is a select.poll object.
type pollObj struct {
	object.Header
	order []int
	mask  map[int]int16
	busy  bool
}

var pollType object.Type

func eventMask(t *thread, v value, def int) (int, error) {
	if v.O == nil {
		return def, nil
	}
	n, err := arg.CInt(t, v)
	if err == nil && (n < 0 || n > 0xffff) {
		err = object.OverflowErrorf("unsigned short is out of range")
	}
	return n, err
}

func pollRegister(t *thread, a []value) (value, error) {
	p := object.As[pollObj](a[0])
	fd, err := fdOf(t, a[1])
	if err != nil {
		return value{}, err
	}
	m, err := eventMask(t, a[2], unix.POLLIN|unix.POLLPRI|unix.POLLOUT)
	if err != nil {
		return value{}, err
	}
	if _, ok := p.mask[fd]; !ok {
		p.order = append(p.order, fd)
	}
	p.mask[fd] = int16(m)
	return object.None, nil
}

func pollModify(t *thread, a []value) (value, error) {
	p := object.As[pollObj](a[0])
	fd, err := fdOf(t, a[1])
	if err != nil {
		return value{}, err
	}
	if _, ok := p.mask[fd]; !ok {
		return value{}, object.NewOSError(int(unix.ENOENT))
	}
	m, err := eventMask(t, a[2], 0)
	p.mask[fd] = int16(m)
	return object.None, err
}

func pollUnregister(t *thread, a []value) (value, error) {
	p := object.As[pollObj](a[0])
	fd, err := fdOf(t, a[1])
	if err != nil {
		return value{}, err
	}
	if _, ok := p.mask[fd]; !ok {
		return value{}, object.KeyError(object.IntOf(fd))
	}
	delete(p.mask, fd)
	for i, x := range p.order {
		if x == fd {
			p.order = append(p.order[:i:i], p.order[i+1:]...)
			break
		}
	}
	return object.None, nil
}

func pollPoll(t *thread, a []value) (value, error) {
	p := object.As[pollObj](a[0])
	if p.busy {
		return value{}, object.RuntimeErrorf("concurrent poll() invocation")
	}
	v := a[1]
	if arg.Given(v) && (object.IsIntLike(v) || v.O.Type.Slots.ToFloat != nil) {
		if f, err := object.ToFloat(t, v); err == nil && f < 0 {
			v = object.None
		}
	}
	d, err := deadline(t, v, time.Millisecond)
	if err != nil {
		return value{}, err
	}
	fds := make([]unix.PollFd, len(p.order))
	for i, fd := range p.order {
		fds[i] = unix.PollFd{Fd: int32(fd), Events: p.mask[fd]}
	}
	p.busy = true
	_, err = fdio.Poll(t, "poll", fds, d)
	p.busy = false
	if err != nil {
		return value{}, err
	}
	var out []value
	for i := range fds {
		if fds[i].Revents != 0 {
			out = append(out, object.NewTuple(object.IntOf(int(fds[i].Fd)), object.IntOf(int(uint16(fds[i].Revents)))))
		}
	}
	return object.NewListOwned(out), nil
}

func init() {
	pollType.Define(object.TypeSpec{
		Name: "poll", Module: "select", Flags: object.FlagNoNew, Size: unsafe.Sizeof(pollObj{}),
		Methods: []object.Func{
			{Name: "register", Sig: "($self, fd, eventmask=<unrepresentable>, /)", Doc: "Register a file descriptor with the polling object.", Fn: pollRegister},
			{Name: "modify", Sig: "($self, fd, eventmask, /)", Fn: pollModify},
			{Name: "unregister", Sig: "($self, fd, /)", Fn: pollUnregister},
			{Name: "poll", Sig: "($self, timeout=None, /)", Doc: "Poll for I/O events; the timeout is in milliseconds.", Fn: pollPoll},
		},
	})
}

// Module declares select.
func Module() object.ModuleSpec {
	c := map[string]value{"POLLIN": object.Int(unix.POLLIN), "POLLPRI": object.Int(unix.POLLPRI), "POLLOUT": object.Int(unix.POLLOUT),
		"POLLERR": object.Int(unix.POLLERR), "POLLHUP": object.Int(unix.POLLHUP), "POLLNVAL": object.Int(unix.POLLNVAL),
		"PIPE_BUF": object.Int(4096), "error": object.Wrap(&object.OSErrorType)}
	for n, v := range systemConsts {
		c[n] = object.IntOf(v)
	}
	return object.ModuleSpec{
		Name: "select", Doc: "Waiting for descriptors.", Consts: c, Types: systemTypes,
		Funcs: []object.Func{
			{Name: "select", Sig: "(rlist, wlist, xlist, timeout=None, /)", Doc: "Wait until one or more file descriptors are ready for some kind of I/O.", Fn: selectFunc},
			{Name: "poll", Sig: "()", Doc: "Return a polling object.", Fn: func(t *thread, a []value) (value, error) {
				return object.Wrap(&pollObj{Header: object.Header{Type: &pollType}, mask: map[int]int16{}}), nil
			}},
		},
	}
}
