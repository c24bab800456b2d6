package posix

import (
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
)

func syncAll() error { return unix.Sync() }

func mkfifoAt(dir int, p string, mode uint32) error { return unix.Mkfifo(p, mode) }

func futimens(fd int, ts []unix.Timespec) error {
	tv := []unix.Timeval{unix.NsecToTimeval(ts[0].Nano()), unix.NsecToTimeval(ts[1].Nano())}
	return unix.Futimes(fd, tv)
}

func dup3(old, fd int, inheritable bool) error {
	if old == fd {
		return nil
	}
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if err := unix.Dup2(old, fd); err != nil {
		return err
	}
	if !inheritable {
		unix.CloseOnExec(fd)
	}
	return nil
}

func pipe2(p []int, flags int) error {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if err := unix.Pipe(p); err != nil {
		return err
	}
	if flags&unix.O_CLOEXEC != 0 {
		unix.CloseOnExec(p[0])
		unix.CloseOnExec(p[1])
	}
	return nil
}

func affinity() int { return 0 }

var systemFuncs []object.Func

var systemConsts = map[string]int{}

func awaitExit(t *thread, pid int) bool { return false }
