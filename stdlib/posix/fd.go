//go:build unix

package posix

import (
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/internal/lowfds"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

func openFunc(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "open", "path", false, false)
	if err != nil {
		return value{}, err
	}
	flags, mode := 0, 0o777
	if err := ints(t, a[1:3], &flags, &mode); err != nil {
		return value{}, err
	}
	dir, err := dirFD(t, a[3])
	if err != nil {
		return value{}, err
	}
	if err := flush(t); err != nil {
		return value{}, err
	}
	fd := -1
	err = block(t, func() (err error) {
		fd, err = unix.Openat(dir, p.Name, flags|unix.O_CLOEXEC, uint32(mode))
		return
	})
	if err != nil {
		return value{}, p.Err(err)
	}
	return object.IntOf(fd), nil
}

func readFunc(t *thread, a []value) (value, error) {
	fd, n := 0, 0
	if err := ints(t, a, &fd, &n); err != nil {
		return value{}, err
	}
	if n < 0 {
		return value{}, goErr(syscall.EINVAL)
	}
	if err := t.Charge(n); err != nil {
		return value{}, err
	}
	b := make([]byte, n)
	got, err := fdio.Read(t, fd, b, false)
	if err != nil {
		return value{}, goErr(err)
	}
	return object.NewBytes(b[:got:got]), nil
}

func readintoFunc(t *thread, a []value) (value, error) {
	fd := 0
	if err := ints(t, a[:1], &fd); err != nil {
		return value{}, err
	}
	b, err := arg.Writable(t, a[1], "readinto")
	if err != nil {
		return value{}, err
	}
	n, err := fdio.Read(t, fd, b, false)
	if err != nil {
		return value{}, goErr(err)
	}
	return object.IntOf(n), nil
}

func writeFunc(t *thread, a []value) (value, error) {
	fd := 0
	if err := ints(t, a[:1], &fd); err != nil {
		return value{}, err
	}
	b, err := arg.Bytes(t, a[1])
	if err != nil {
		return value{}, err
	}
	n, err := fdio.Write(t, fd, b)
	if err != nil {
		return value{}, goErr(err)
	}
	return object.IntOf(n), nil
}

func preadFunc(t *thread, a []value) (value, error) {
	fd, n := 0, 0
	if err := ints(t, a[:2], &fd, &n); err != nil {
		return value{}, err
	}
	off, err := arg.Int64(t, a[2])
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return value{}, goErr(syscall.EINVAL)
	}
	if err := t.Charge(n); err != nil {
		return value{}, err
	}
	b := make([]byte, n)
	got := 0
	if err := block(t, func() (err error) { got, err = unix.Pread(fd, b, off); return }); err != nil {
		return value{}, goErr(err)
	}
	return object.NewBytes(b[:got]), nil
}

func pwriteFunc(t *thread, a []value) (value, error) {
	fd := 0
	if err := ints(t, a[:1], &fd); err != nil {
		return value{}, err
	}
	b, err := arg.Bytes(t, a[1])
	if err != nil {
		return value{}, err
	}
	off, err := arg.Int64(t, a[2])
	if err != nil {
		return value{}, err
	}
	n := 0
	if err := block(t, func() (err error) { n, err = unix.Pwrite(fd, b, off); return }); err != nil {
		return value{}, goErr(err)
	}
	return object.IntOf(n), nil
}

func lseekFunc(t *thread, a []value) (value, error) {
	fd, whence := 0, 0
	if err := ints(t, a[:1], &fd); err != nil {
		return value{}, err
	}
	off, err := arg.Int64(t, a[1])
	if err != nil {
		return value{}, err
	}
	if err := ints(t, a[2:], &whence); err != nil {
		return value{}, err
	}
	n, err := unix.Seek(fd, off, whence)
	if err != nil {
		return value{}, goErr(err)
	}
	return object.Int(n), nil
}

func pipeFunc(t *thread, a []value) (value, error) {
	p := make([]int, 2)
	if err := pipe2(p, unix.O_CLOEXEC); err != nil {
		return value{}, goErr(err)
	}
	return object.NewTuple(object.IntOf(p[0]), object.IntOf(p[1])), nil
}

func dupFunc(t *thread, a []value) (value, error) {
	fd := 0
	if err := ints(t, a, &fd); err != nil {
		return value{}, err
	}
	n, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return value{}, goErr(err)
	}
	return object.IntOf(n), nil
}

func dup2Func(t *thread, a []value) (value, error) {
	fd, fd2 := 0, 0
	if err := ints(t, a[:2], &fd, &fd2); err != nil {
		return value{}, err
	}
	inherit, err := arg.Bool(t, a[2], true)
	if err != nil {
		return value{}, err
	}
	if lowfds.Reserved(fd2) {
		return none(unix.EBADF)
	}
	if err := block(t, func() error { return dup3(fd, fd2, inherit) }); err != nil {
		return value{}, goErr(err)
	}
	return object.IntOf(fd2), nil
}

// setFD changes the close-on-exec flag.
func setFD(fd int, inheritable bool) error {
	fl, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	if err != nil {
		return err
	}
	n := fl | unix.FD_CLOEXEC
	if inheritable {
		n = fl &^ unix.FD_CLOEXEC
	}
	_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFD, n)
	return err
}

func terminalSize(t *thread, a []value) (value, error) {
	fd := 1
	if err := ints(t, a, &fd); err != nil {
		return value{}, err
	}
	ws, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil {
		return value{}, goErr(err)
	}
	return object.NewStructSeq(&terminalSizeType, 2, object.IntOf(int(ws.Col)), object.IntOf(int(ws.Row))), nil
}

var fdFuncs = []object.Func{
	{Name: "open", Sig: "(path, flags, mode=511, *, dir_fd=None)", Doc: "Open a file for low level I/O.  Return a descriptor.", Fn: openFunc},
	{Name: "close", Sig: "(fd)", Doc: "Close a file descriptor.", Fn: func(t *thread, a []value) (value, error) {
		fd := 0
		if err := ints(t, a, &fd); err != nil {
			return value{}, err
		}
		if lowfds.Reserved(fd) {
			return none(unix.EBADF)
		}
		return none(block(t, func() error { return fdio.Close(fd) }))
	}},
	{Name: "closerange", Sig: "(fd_low, fd_high, /)", Fn: func(t *thread, a []value) (value, error) {
		lo, hi := 0, 0
		if err := ints(t, a, &lo, &hi); err != nil {
			return value{}, err
		}
		for fd := max(lo, 0); fd < hi; fd++ {
			if !lowfds.Reserved(fd) {
				_ = fdio.Close(fd) // errors are ignored, as documented
			}
		}
		return object.None, nil
	}},
	{Name: "read", Sig: "(fd, length, /)", Doc: "Read from a file descriptor.", Fn: readFunc},
	{Name: "readinto", Sig: "(fd, buffer, /)", Fn: readintoFunc},
	{Name: "write", Sig: "(fd, data, /)", Doc: "Write bytes to a file descriptor.", Fn: writeFunc},
	{Name: "pread", Sig: "(fd, length, offset, /)", Fn: preadFunc},
	{Name: "pwrite", Sig: "(fd, buffer, offset, /)", Fn: pwriteFunc},
	{Name: "lseek", Sig: "(fd, position, whence, /)", Doc: "Set the position of a file descriptor.", Fn: lseekFunc},
	{Name: "pipe", Sig: "()", Doc: "Create a pipe.", Fn: pipeFunc},
	{Name: "dup", Sig: "(fd, /)", Doc: "Return a duplicate of a file descriptor.", Fn: dupFunc},
	{Name: "dup2", Sig: "(fd, fd2, inheritable=True)", Doc: "Duplicate file descriptor.", Fn: dup2Func},
	{Name: "fsync", Sig: "(fd)", Doc: "Force write of fd to disk.", Fn: onFD(unix.Fsync)},
	{Name: "ftruncate", Sig: "(fd, length, /)", Fn: func(t *thread, a []value) (value, error) {
		fd := 0
		if err := ints(t, a[:1], &fd); err != nil {
			return value{}, err
		}
		n, err := arg.Int64(t, a[1])
		if err != nil {
			return value{}, err
		}
		return none(block(t, func() error { return unix.Ftruncate(fd, n) }))
	}},
	{Name: "isatty", Sig: "(fd, /)", Doc: "Return True if the fd is connected to a terminal.", Fn: func(t *thread, a []value) (value, error) {
		fd := 0
		if err := ints(t, a, &fd); err != nil {
			return value{}, err
		}
		return object.Bool(fdio.IsTTY(fd)), nil
	}},
	{Name: "get_inheritable", Sig: "(fd, /)", Fn: func(t *thread, a []value) (value, error) {
		fd := 0
		if err := ints(t, a, &fd); err != nil {
			return value{}, err
		}
		fl, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
		return object.Bool(fl&unix.FD_CLOEXEC == 0), goErr(err)
	}},
	{Name: "set_inheritable", Sig: "(fd, inheritable, /)", Fn: func(t *thread, a []value) (value, error) {
		fd, in := 0, 0
		if err := ints(t, a, &fd, &in); err != nil {
			return value{}, err
		}
		return none(setFD(fd, in != 0))
	}},
	{Name: "get_blocking", Sig: "(fd, /)", Fn: func(t *thread, a []value) (value, error) {
		fd := 0
		if err := ints(t, a, &fd); err != nil {
			return value{}, err
		}
		fl, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
		return object.Bool(fl&unix.O_NONBLOCK == 0), goErr(err)
	}},
	{Name: "set_blocking", Sig: "(fd, blocking, /)", Fn: func(t *thread, a []value) (value, error) {
		fd, b := 0, 0
		if err := ints(t, a, &fd, &b); err != nil {
			return value{}, err
		}
		return none(unix.SetNonblock(fd, b == 0))
	}},
	{Name: "get_terminal_size", Sig: "(fd=1, /)", Doc: "Return the size of the terminal window as (columns, lines).", Fn: terminalSize},
}
