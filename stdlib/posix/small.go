//go:build unix

package posix

// Small calls that need nothing but their arguments.

import (
	"runtime"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var smallFuncs = []object.Func{
	{Name: "nice", Sig: "(increment, /)", Doc: "Add increment to the priority of process and return the new priority.", Fn: func(t *thread, a []value) (value, error) {
		inc := 0
		if err := ints(t, a, &inc); err != nil {
			return value{}, err
		}
		n, err := unix.Getpriority(unix.PRIO_PROCESS, 0)
		if err != nil {
			return value{}, goErr(err)
		}
		if runtime.GOOS == "linux" {
			n = 20 - n // the system call's result is never negative
		}
		n = min(max(n+inc, -20), 19)
		return object.IntOf(n), goErr(unix.Setpriority(unix.PRIO_PROCESS, 0, n))
	}},
	{Name: "sched_yield", Sig: "()", Doc: "Voluntarily relinquish the CPU.", Fn: func(t *thread, a []value) (value, error) {
		runtime.Gosched()
		if bits := t.G.Yield(); bits != 0 {
			return object.None, t.HandleBreaker(bits)
		}
		return object.None, nil
	}},
	{Name: "ctermid", Sig: "()", Doc: "Return the name of the controlling terminal for this process.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewStr("/dev/tty"), nil
	}},
	{Name: "major", Sig: "(device, /)", Doc: "Extracts a device major number from a raw device number.", Fn: device(func(d uint64) uint32 { return unix.Major(d) })},
	{Name: "minor", Sig: "(device, /)", Doc: "Extracts a device minor number from a raw device number.", Fn: device(func(d uint64) uint32 { return unix.Minor(d) })},
	{Name: "makedev", Sig: "(major, minor, /)", Doc: "Composes a raw device number from the major and minor device numbers.", Fn: func(t *thread, a []value) (value, error) {
		hi, lo := 0, 0
		if err := ints(t, a, &hi, &lo); err != nil {
			return value{}, err
		}
		return object.Int(int64(unix.Mkdev(uint32(hi), uint32(lo)))), nil
	}},
	{Name: "readv", Sig: "(fd, buffers, /)", Doc: "Read from a file descriptor fd into an iterable of buffers.", Fn: vector(false)},
	{Name: "writev", Sig: "(fd, buffers, /)", Doc: "Iterate over buffers, and write the contents of each to a file descriptor.", Fn: vector(true)},
}

func device(f func(d uint64) uint32) fn {
	return func(t *thread, a []value) (value, error) {
		d, err := arg.Int64(t, a[0])
		return object.Int(int64(f(uint64(d)))), err
	}
}

// vector is readv or writev: one call for all buffers.
func vector(write bool) fn {
	return func(t *thread, a []value) (value, error) {
		fd, err := fdOf(t, a[0])
		if err != nil {
			return value{}, err
		}
		items, err := object.Items(t, a[1])
		if err != nil {
			return value{}, err
		}
		size := 0
		bufs := make([][]byte, len(items))
		for i, x := range items {
			if write {
				bufs[i], err = arg.Bytes(t, x)
			} else {
				bufs[i], err = arg.Writable(t, x, "readv")
			}
			if err != nil {
				return value{}, err
			}
			size += len(bufs[i])
		}
		all := make([]byte, 0, size)
		n := 0
		if write {
			for _, b := range bufs {
				all = append(all, b...)
			}
			err = block(t, func() (err error) { n, err = unix.Write(fd, all); return })
			return object.IntOf(n), goErr(err)
		}
		all = all[:size]
		if err := block(t, func() (err error) { n, err = unix.Read(fd, all); return }); err != nil {
			return value{}, goErr(err)
		}
		rest := all[:n]
		for _, b := range bufs {
			rest = rest[copy(b, rest):]
		}
		return object.IntOf(n), nil
	}
}
