//go:build unix

// Package fdio reads and writes raw descriptors for a Python thread: without
// the GIL and interruptibly.
package fdio

import (
	"sync"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
)

// Waker is a descriptor that becomes readable when its wait is to end early.
type Waker struct{ r, w int }

var (
	wakersMu sync.Mutex
	wakers   []*Waker
)

// GetWaker takes a waker from the pool.
func GetWaker() (*Waker, error) {
	wakersMu.Lock()
	if n := len(wakers); n > 0 {
		k := wakers[n-1]
		wakers = wakers[:n-1]
		wakersMu.Unlock()
		return k, nil
	}
	wakersMu.Unlock()
	var p [2]int
	if err := pipe2(&p); err != nil {
		return nil, err
	}
	return &Waker{p[0], p[1]}, nil
}

// Put returns a waker to the pool. A late Wake costs its next user one more
// look.
func (k *Waker) Put() {
	wakersMu.Lock()
	wakers = append(wakers, k)
	wakersMu.Unlock()
}

// FD is the descriptor to poll.
func (k *Waker) FD() int { return k.r }

// Wake ends the wait.
func (k *Waker) Wake() { _, _ = unix.Write(k.w, []byte{0}) }

// Drain takes back what Wake wrote.
func (k *Waker) Drain() {
	var b [16]byte
	for {
		n, err := unix.Read(k.r, b[:])
		if n < len(b) || err != nil {
			return
		}
	}
}

// Poll waits until one of fds is ready, the deadline passes (zero: none) or
// the thread is interrupted by a handler that raises. It returns the number of
// ready descriptors. The array must not be used by others meanwhile.
func Poll(t *object.Thread, kind string, fds []unix.PollFd, deadline time.Time) (int, error) {
	if n, err := pollNow(fds, 0); n != 0 || err != nil {
		return n, goErr(err)
	}
	k, err := GetWaker()
	if err != nil {
		return 0, goErr(err)
	}
	defer k.Put()
	all := append(append(make([]unix.PollFd, 0, len(fds)+1), fds...), unix.PollFd{Fd: int32(k.r), Events: unix.POLLIN})
	for {
		ms := -1
		if !deadline.IsZero() {
			d := time.Until(deadline)
			if d <= 0 {
				return 0, nil
			}
			ms = int((d + time.Millisecond - 1) / time.Millisecond)
			if ms < 0 || ms > 1<<30 {
				ms = 1 << 30
			}
		}
		var n int
		var perr error
		if err := t.Blocking(&gil.WaitInfo{Kind: kind, Deadline: deadline}, func() { n, perr = unix.Poll(all, ms) }, k.Wake); err != nil {
			return 0, err
		}
		if perr != nil && perr != unix.EINTR {
			return 0, goErr(perr)
		}
		if perr == nil && n > 0 && all[len(fds)].Revents != 0 {
			k.Drain()
			n--
		}
		if perr == nil && n > 0 {
			copy(fds, all)
			return n, nil
		}
	}
}

func pollNow(fds []unix.PollFd, ms int) (int, error) {
	for {
		n, err := unix.Poll(fds, ms)
		if err != unix.EINTR {
			return n, err
		}
	}
}

func goErr(err error) error {
	if err == nil {
		return nil
	}
	return object.FromGoError(err)
}

// Read reads from fd, waiting interruptibly unless the descriptor is a regular
// file. The error is a syscall.Errno (EAGAIN included) or a Python error.
func Read(t *object.Thread, fd int, b []byte, regular bool) (int, error) {
	if !regular {
		fds := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}
		if fl, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0); err != nil {
			return 0, err
		} else if fl&unix.O_NONBLOCK == 0 {
			if _, err := Poll(t, "read", fds, time.Time{}); err != nil {
				return 0, err
			}
		}
	}
	var n int
	var rerr error
	if err := Block(t, "read", func() {
		for {
			if n, rerr = unix.Read(fd, b); rerr != unix.EINTR {
				return
			}
		}
	}); err != nil {
		return 0, err
	}
	return max(n, 0), rerr
}

// Write writes b once and returns how much of it was taken.
func Write(t *object.Thread, fd int, b []byte) (int, error) {
	var n int
	var werr error
	if err := Block(t, "write", func() {
		for {
			if n, werr = unix.Write(fd, b); werr != unix.EINTR {
				return
			}
		}
	}); err != nil {
		return 0, err
	}
	return max(n, 0), werr
}

// Open opens a file; the descriptor is not inherited.
func Open(t *object.Thread, name string, flags int, mode uint32) (int, error) {
	var fd int
	var oerr error
	if err := Block(t, "open", func() {
		for {
			if fd, oerr = unix.Open(name, flags|unix.O_CLOEXEC, mode); oerr != unix.EINTR {
				return
			}
		}
	}); err != nil {
		return -1, err
	}
	return fd, oerr
}

// Close closes fd. An interrupted close has closed it.
func Close(fd int) error {
	if err := unix.Close(fd); err != unix.EINTR {
		return err
	}
	return nil
}

// Seek moves the position of fd.
func Seek(fd int, off int64, whence int) (int64, error) { return unix.Seek(fd, off, whence) }

// Truncate sets the size of fd's file.
func Truncate(fd int, n int64) error { return unix.Ftruncate(fd, n) }

// Kind describes an open file.
type Kind struct {
	Regular, Dir, Char bool
	Size, Block        int64
}

// Stat returns what fd is.
func Stat(fd int) (Kind, error) {
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		return Kind{}, err
	}
	m := st.Mode & unix.S_IFMT
	return Kind{m == unix.S_IFREG, m == unix.S_IFDIR, m == unix.S_IFCHR, st.Size, int64(st.Blksize)}, nil
}

// The flags of Open.
const (
	RDONLY = unix.O_RDONLY
	WRONLY = unix.O_WRONLY
	RDWR   = unix.O_RDWR
	CREAT  = unix.O_CREAT
	EXCL   = unix.O_EXCL
	TRUNC  = unix.O_TRUNC
	APPEND = unix.O_APPEND
)
