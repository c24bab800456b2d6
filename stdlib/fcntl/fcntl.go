//go:build unix

// Package fcntl implements the fcntl module (library reference, "fcntl").
package fcntl

import (
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

func fdOf(t *thread, v value) (int, error) {
	n := v
	if !object.IsIntLike(v) {
		var err error
		if n, err = object.CallMethod(t, v, "fileno"); err != nil {
			if object.IsExc(err, &object.AttributeErrorType) {
				return 0, object.TypeErrorf("argument must be an int, or have a fileno() method.")
			}
			return 0, err
		}
	}
	return arg.CInt(t, n)
}

// call makes a system call with an int or a buffer as last argument.
func call(nr uintptr) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		fd, err := fdOf(t, a[0])
		if err != nil {
			return value{}, err
		}
		cmd, err := arg.Int64(t, a[1])
		if err != nil {
			return value{}, err
		}
		if a[2].O == nil || object.IsIntLike(a[2]) {
			n := int64(0)
			if a[2].O != nil {
				if n, err = arg.Int64(t, a[2]); err != nil {
					return value{}, err
				}
			}
			r, err := system(t, nr, fd, cmd, uintptr(n))
			return object.IntOf(r), err
		}
		if dst, err := object.GetWritableBuffer(a[2]); err == nil && len(dst) > 0 && nr == unix.SYS_IOCTL {
			r, err := system(t, nr, fd, cmd, uintptr(unsafe.Pointer(&dst[0])))
			return object.IntOf(r), err
		}
		src, err := arg.Bytes(t, a[2])
		if err != nil {
			return value{}, err
		}
		buf := make([]byte, len(src)+64) // the system may write more than was asked
		copy(buf, src)
		if _, err := system(t, nr, fd, cmd, uintptr(unsafe.Pointer(&buf[0]))); err != nil {
			return value{}, err
		}
		return object.NewBytes(buf[:len(src)]), nil
	}
}

// system makes the call without the GIL; last may be the address of memory
// that the caller keeps alive.
//
//go:uintptrescapes
func system(t *thread, nr uintptr, fd int, cmd int64, last uintptr) (int, error) {
	var r uintptr
	var e unix.Errno
	if err := fdio.Block(t, "fcntl", func() {
		for {
			if r, _, e = unix.Syscall(nr, uintptr(fd), uintptr(cmd), last); e != unix.EINTR {
				return
			}
		}
	}); err != nil {
		return 0, err
	}
	if e != 0 {
		return 0, object.FromGoError(e)
	}
	return int(r), nil
}

func flock(t *thread, a []value) (value, error) {
	fd, err := fdOf(t, a[0])
	if err != nil {
		return value{}, err
	}
	op, err := arg.CInt(t, a[1])
	if err != nil {
		return value{}, err
	}
	var ferr error
	if err := fdio.Block(t, "flock", func() { ferr = unix.Flock(fd, op) }); err != nil {
		return value{}, err
	}
	if ferr != nil {
		return value{}, object.FromGoError(ferr)
	}
	return object.None, nil
}

func lockf(t *thread, a []value) (value, error) {
	fd, err := fdOf(t, a[0])
	if err != nil {
		return value{}, err
	}
	op, err := arg.CInt(t, a[1])
	if err != nil {
		return value{}, err
	}
	l := unix.Flock_t{}
	switch {
	case op&unix.LOCK_UN != 0:
		l.Type = unix.F_UNLCK
	case op&unix.LOCK_SH != 0:
		l.Type = unix.F_RDLCK
	case op&unix.LOCK_EX != 0:
		l.Type = unix.F_WRLCK
	default:
		return value{}, object.ValueErrorf("unrecognized lockf argument")
	}
	for i, p := range []*int64{&l.Len, &l.Start} {
		if a[i+2].O != nil {
			if *p, err = arg.Int64(t, a[i+2]); err != nil {
				return value{}, err
			}
		}
	}
	if a[4].O != nil {
		w, err := arg.CInt(t, a[4])
		if err != nil {
			return value{}, err
		}
		l.Whence = int16(w)
	}
	cmd := unix.F_SETLKW
	if op&unix.LOCK_NB != 0 {
		cmd = unix.F_SETLK
	}
	var ferr error
	if err := fdio.Block(t, "lockf", func() { ferr = unix.FcntlFlock(uintptr(fd), cmd, &l) }); err != nil {
		return value{}, err
	}
	if ferr != nil {
		return value{}, object.FromGoError(ferr)
	}
	return object.None, nil
}

var consts = map[string]int{"LOCK_SH": unix.LOCK_SH, "LOCK_EX": unix.LOCK_EX, "LOCK_NB": unix.LOCK_NB, "LOCK_UN": unix.LOCK_UN,
	"F_DUPFD": unix.F_DUPFD, "F_DUPFD_CLOEXEC": unix.F_DUPFD_CLOEXEC, "F_GETFD": unix.F_GETFD, "F_SETFD": unix.F_SETFD, "F_GETFL": unix.F_GETFL,
	"F_SETFL": unix.F_SETFL, "F_GETLK": unix.F_GETLK, "F_SETLK": unix.F_SETLK, "F_SETLKW": unix.F_SETLKW, "F_RDLCK": unix.F_RDLCK,
	"F_WRLCK": unix.F_WRLCK, "F_UNLCK": unix.F_UNLCK, "F_GETOWN": unix.F_GETOWN, "F_SETOWN": unix.F_SETOWN, "FD_CLOEXEC": unix.FD_CLOEXEC}

// Module declares fcntl.
func Module() object.ModuleSpec {
	c := make(map[string]value, len(consts)+2)
	for n, v := range consts {
		c[n] = object.IntOf(v)
	}
	for n, v := range systemConsts {
		c[n] = object.IntOf(v)
	}
	return object.ModuleSpec{
		Name: "fcntl", Doc: "Control of descriptors, and file locks.", Consts: c,
		Funcs: []object.Func{
			{Name: "fcntl", Sig: "(fd, cmd, arg=0, /)", Doc: "Perform the operation cmd on a file descriptor.", Fn: call(unix.SYS_FCNTL)},
			{Name: "ioctl", Sig: "(fd, request, arg=0, mutate_flag=True, /)", Fn: call(unix.SYS_IOCTL)},
			{Name: "flock", Sig: "(fd, operation, /)", Doc: "Perform a lock operation on a file.", Fn: flock},
			{Name: "lockf", Sig: "(fd, cmd, len=0, start=0, whence=0, /)", Doc: "Lock a part of a file.", Fn: lockf},
		},
	}
}
