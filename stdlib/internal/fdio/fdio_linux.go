package fdio

import (
	"os"
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"
)

func pipe2(p *[2]int) error { return unix.Pipe2(p[:], unix.O_CLOEXEC|unix.O_NONBLOCK) }

// IsTTY reports whether fd is a terminal.
func IsTTY(fd int) bool {
	_, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	return err == nil
}

// Die ends the process by the default action of signal n.
func Die(n int) {
	var sa [4]uint64 // handler SIG_DFL, no flags, empty mask
	_, _, _ = unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(n), uintptr(unsafe.Pointer(&sa)), 0, 8, 0, 0)
	runtime.LockOSThread() // sent to this very thread the signal arrives at once
	_ = unix.Tgkill(unix.Getpid(), unix.Gettid(), unix.Signal(n))
	os.Exit(128 + n) // not reached unless the signal is blocked
}
