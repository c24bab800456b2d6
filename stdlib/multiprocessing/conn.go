//go:build unix

package multiprocessing

import (
	"encoding/binary"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

// Messages on a descriptor: a length of four bytes, big-endian, then the data;
// a length of -1 says that one of eight bytes follows.

func goErr(err error) error {
	if err == nil {
		return nil
	}
	return object.FromGoError(err)
}

func writeAll(t *thread, fd int, b []byte) error {
	for len(b) > 0 {
		n, err := fdio.Write(t, fd, b)
		if err != nil {
			return goErr(err)
		}
		b = b[n:]
	}
	return nil
}

func readAll(t *thread, fd int, b []byte) error {
	for got := 0; got < len(b); {
		n, err := fdio.Read(t, fd, b[got:], false)
		if err != nil {
			return goErr(err)
		}
		if n == 0 {
			if got == 0 {
				return object.NewException(&object.EOFErrorType)
			}
			return object.Errorf(&object.OSErrorType, "got end of file during message")
		}
		got += n
	}
	return nil
}

func sendRow(t *thread, a []value) (value, error) {
	fd, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	data, err := object.GetBuffer(a[1])
	if err != nil {
		return value{}, err
	}
	var head []byte
	if len(data) > 0x7fffffff {
		head = binary.BigEndian.AppendUint64([]byte{0xff, 0xff, 0xff, 0xff}, uint64(len(data)))
	} else {
		head = binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	}
	if len(data) <= 16<<10 {
		return object.None, writeAll(t, fd, append(head, data...))
	}
	if err := writeAll(t, fd, head); err != nil {
		return value{}, err
	}
	if a[1].O.Type != &object.BytesType {
		data = append([]byte(nil), data...)
	}
	return object.None, writeAll(t, fd, data)
}

// recvRow reads a message; one longer than the limit gives None.
func recvRow(t *thread, a []value) (value, error) {
	fd, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	limit, err := arg.Size(t, a[1])
	if err != nil {
		return value{}, err
	}
	var head [8]byte
	if err := readAll(t, fd, head[:4]); err != nil {
		return value{}, err
	}
	n := int64(int32(binary.BigEndian.Uint32(head[:4])))
	if n == -1 {
		if err := readAll(t, fd, head[:]); err != nil {
			return value{}, err
		}
		n = int64(binary.BigEndian.Uint64(head[:]))
	}
	if n < 0 {
		return value{}, object.Errorf(&object.OSErrorType, "bad message length")
	}
	if limit >= 0 && n > int64(limit) {
		return object.None, nil
	}
	if err := t.Charge(int(n)); err != nil {
		return value{}, err
	}
	b := make([]byte, n)
	if n > 0 {
		if err := readAll(t, fd, b); err != nil {
			return value{}, err
		}
	}
	return object.NewBytes(b), nil
}

// pollRow waits until one of the descriptors can be read; it returns the list
// of those.
func pollRow(t *thread, a []value) (value, error) {
	items, err := object.Items(t, a[0])
	if err != nil {
		return value{}, err
	}
	fds := make([]unix.PollFd, len(items))
	for i, x := range items {
		n, err := arg.CInt(t, x)
		if err != nil {
			return value{}, err
		}
		fds[i] = unix.PollFd{Fd: int32(n), Events: unix.POLLIN}
	}
	var deadline time.Time
	if arg.Given(a[1]) {
		sec, err := object.ToFloat(t, a[1])
		if err != nil {
			return value{}, err
		}
		deadline = time.Now().Add(time.Duration(max(min(sec, 1e9), 0) * 1e9))
	}
	if _, err := fdio.Poll(t, "process", fds, deadline); err != nil {
		return value{}, err
	}
	var out []value
	for i, f := range fds {
		if f.Revents != 0 {
			out = append(out, items[i])
		}
	}
	return object.NewListOwned(out), nil
}

func pairRow(t *thread, a []value) (value, error) {
	duplex, err := arg.Bool(t, a[0], true)
	if err != nil {
		return value{}, err
	}
	var p [2]int
	if duplex {
		if p, err = socketPair(); err != nil {
			return value{}, goErr(err)
		}
	} else if p, err = pipePair(); err != nil {
		return value{}, goErr(err)
	}
	return object.NewTuple(object.IntOf(p[0]), object.IntOf(p[1])), nil
}

func socketPair() ([2]int, error) {
	p, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err == nil {
		unix.CloseOnExec(p[0])
		unix.CloseOnExec(p[1])
	}
	return p, err
}

func pipePair() ([2]int, error) {
	var p [2]int
	err := unix.Pipe(p[:])
	if err == nil {
		unix.CloseOnExec(p[0])
		unix.CloseOnExec(p[1])
	}
	return p, err
}

// Sockets of the file system, for managers and listeners.

func unixListen(t *thread, a []value) (value, error) {
	path := str(a[0])
	n, err := arg.Int(t, a[1], 1)
	if err != nil {
		return value{}, err
	}
	fd, err := unixSocket()
	if err == nil {
		if err = unix.Bind(fd, &unix.SockaddrUnix{Name: path}); err == nil {
			err = unix.Listen(fd, n)
		}
		if err != nil {
			unix.Close(fd)
		}
	}
	return object.IntOf(fd), goErr(err)
}

func unixSocket() (int, error) {
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err == nil {
		unix.CloseOnExec(fd)
	}
	return fd, err
}

func unixConnect(t *thread, a []value) (value, error) {
	fd, err := unixSocket()
	if err != nil {
		return value{}, goErr(err)
	}
	path := str(a[0])
	if berr := fdio.Block(t, "connect", func() { err = unix.Connect(fd, &unix.SockaddrUnix{Name: path}) }); berr != nil {
		err = berr
	}
	if err != nil {
		unix.Close(fd)
		return value{}, goErr(err)
	}
	return object.IntOf(fd), nil
}

func unixAccept(t *thread, a []value) (value, error) {
	fd, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	for {
		if _, err := fdio.Poll(t, "accept", []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, time.Time{}); err != nil {
			return value{}, err
		}
		n, _, err := unix.Accept(fd)
		if err == unix.EAGAIN || err == unix.EINTR {
			continue
		}
		if err != nil {
			return value{}, goErr(err)
		}
		unix.CloseOnExec(n)
		return object.IntOf(n), nil
	}
}
