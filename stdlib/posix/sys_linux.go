package posix

import (
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

func syncAll() error { unix.Sync(); return nil }

func mkfifoAt(dir int, p string, mode uint32) error { return unix.Mkfifoat(dir, p, mode) }

func futimens(fd int, ts []unix.Timespec) error {
	_, _, e := unix.Syscall6(unix.SYS_UTIMENSAT, uintptr(fd), 0, uintptr(unsafe.Pointer(&ts[0])), 0, 0, 0)
	if e != 0 {
		return e
	}
	return nil
}

func dup3(old, fd int, inheritable bool) error {
	if old == fd {
		return nil
	}
	flags := unix.O_CLOEXEC
	if inheritable {
		flags = 0
	}
	return unix.Dup3(old, fd, flags)
}

func pipe2(p []int, flags int) error { return unix.Pipe2(p, flags) }

func affinity() int {
	var s unix.CPUSet
	if unix.SchedGetaffinity(0, &s) != nil {
		return 0
	}
	return s.Count()
}

func statvfs(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "statvfs", "path", true, false)
	if err != nil {
		return value{}, err
	}
	var st unix.Statfs_t
	err = block(t, func() error {
		if p.FD >= 0 {
			return unix.Fstatfs(p.FD, &st)
		}
		return unix.Statfs(p.Name, &st)
	})
	if err != nil {
		return value{}, p.Err(err)
	}
	i := func(n uint64) value { return object.Int(int64(n)) }
	return object.NewStructSeq(&statvfsResultType, 10, object.Int(st.Bsize), object.Int(st.Frsize), i(st.Blocks), i(st.Bfree), i(st.Bavail),
		i(st.Files), i(st.Ffree), i(st.Ffree), object.Int(st.Flags), object.Int(st.Namelen),
		object.Int(int64(uint32(st.Fsid.Val[0]))|int64(st.Fsid.Val[1])<<32)), nil
}

var systemFuncs = []object.Func{
	{Name: "statvfs", Sig: "(path)", Fn: statvfs},
	{Name: "fdatasync", Sig: "(fd)", Fn: onFD(unix.Fdatasync)},
	{Name: "pipe2", Sig: "(flags, /)", Fn: func(t *thread, a []value) (value, error) {
		flags := 0
		if err := ints(t, a, &flags); err != nil {
			return value{}, err
		}
		p := make([]int, 2)
		if err := unix.Pipe2(p, flags); err != nil {
			return value{}, goErr(err)
		}
		return object.NewTuple(object.IntOf(p[0]), object.IntOf(p[1])), nil
	}},
	{Name: "sched_getaffinity", Sig: "(pid, /)", Fn: func(t *thread, a []value) (value, error) {
		pid := 0
		if err := ints(t, a, &pid); err != nil {
			return value{}, err
		}
		var s unix.CPUSet
		if err := unix.SchedGetaffinity(pid, &s); err != nil {
			return value{}, goErr(err)
		}
		var cpus []value
		for i := 0; i < 1024; i++ {
			if s.IsSet(i) {
				cpus = append(cpus, object.IntOf(i))
			}
		}
		return object.NewSet(t, cpus)
	}},
	{Name: "getxattr", Sig: "(path, attribute, *, follow_symlinks=True)", Fn: func(t *thread, a []value) (value, error) {
		p, err := arg.PathOf(t, a[0], "getxattr", "path", false, false)
		if err != nil {
			return value{}, err
		}
		q, err := arg.PathOf(t, a[1], "getxattr", "attribute", false, false)
		if err != nil {
			return value{}, err
		}
		b := make([]byte, 65536)
		n, err := unix.Getxattr(p.Name, q.Name, b)
		if err != nil {
			return value{}, p.Err(err)
		}
		return object.NewBytes(b[:n]), nil
	}},
}

var systemConsts = map[string]int{"O_DIRECT": unix.O_DIRECT, "O_PATH": unix.O_PATH, "O_TMPFILE": unix.O_TMPFILE, "O_NOATIME": unix.O_NOATIME,
	"O_LARGEFILE": 0, "O_RSYNC": unix.O_RSYNC, "GRND_NONBLOCK": unix.GRND_NONBLOCK, "GRND_RANDOM": unix.GRND_RANDOM}

// awaitExit waits until child pid has ended; false means that it cannot tell,
// or that the wait was interrupted.
func awaitExit(t *thread, pid int) bool {
	fd, err := unix.PidfdOpen(pid, 0)
	if err != nil {
		return false
	}
	defer unix.Close(fd)
	k, err := fdio.GetWaker()
	if err != nil {
		return false
	}
	defer k.Put()
	fds := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}, {Fd: int32(k.FD()), Events: unix.POLLIN}}
	n := 0
	_ = t.G.BlockingCall(&gil.WaitInfo{Kind: "child"}, func() { n, err = unix.Poll(fds, -1) }, k.Wake)
	if fds[1].Revents != 0 {
		k.Drain()
	}
	return err == nil && n > 0 && fds[0].Revents != 0
}
