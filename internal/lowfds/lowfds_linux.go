// Package lowfds keeps programs and the file descriptors of Go's runtime apart:
// programs expect small numbers for what they open, and close ranges of numbers
// that they believe to be free.
package lowfds

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/sys/unix"
)

// Free closes the files in which the runtime looks for the number of processors
// to use: they take the numbers that a program's first files should have, and
// would be read again when another file has their number. It is for main.
func Free() {
	runtime.GOMAXPROCS(runtime.GOMAXPROCS(0)) // set by hand, it is not read from the cgroup's files again
	for fd := 3; fd < 8; fd++ {
		if fl, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil && fl&unix.FD_CLOEXEC != 0 && strings.HasPrefix(target(fd), "/sys/fs/cgroup/") {
			_ = unix.Close(fd)
		}
	}
}

// startPoller makes the runtime open what it polls the network with.
func startPoller() {
	if r, w, err := os.Pipe(); err == nil {
		r.Close()
		w.Close()
	}
}

func target(fd int) string {
	s, err := os.Readlink("/proc/self/fd/" + strconv.Itoa(fd))
	if err != nil {
		return ""
	}
	return s
}

var reserved = sync.OnceValue(func() map[int]bool {
	startPoller()
	m := map[int]bool{}
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return m
	}
	for _, e := range entries {
		fd, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		if s := target(fd); s == "anon_inode:[eventpoll]" || s == "anon_inode:[eventfd]" {
			m[fd] = true
		}
	}
	return m
})

// Reserved reports whether fd is one that the runtime polls with: closed by a
// program it would stop the process.
func Reserved(fd int) bool { return reserved()[fd] }
