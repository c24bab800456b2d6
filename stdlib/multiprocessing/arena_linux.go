package multiprocessing

import (
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

func memFile(name string) (int, error) { return unix.MemfdCreate(name, unix.MFD_CLOEXEC) }

const (
	futexWaitOp = 0
	futexWakeOp = 1
)

// waitWord sleeps while the word has value v, at most d.
func waitWord(w *uint32, v uint32, d time.Duration) {
	ts := unix.NsecToTimespec(int64(d))
	_, _, _ = unix.Syscall6(unix.SYS_FUTEX, uintptr(unsafe.Pointer(w)), futexWaitOp, uintptr(v), uintptr(unsafe.Pointer(&ts)), 0, 0)
}

// wakeWord wakes n sleepers.
func wakeWord(w *uint32, n int) {
	_, _, _ = unix.Syscall6(unix.SYS_FUTEX, uintptr(unsafe.Pointer(w)), futexWakeOp, uintptr(n), 0, 0, 0)
}
