//go:build unix && !linux

package multiprocessing

import (
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"
)

func memFile(name string) (int, error) { return -1, unix.ENOSYS }

// waitWord sleeps while the word has value v, at most d.
func waitWord(w *uint32, v uint32, d time.Duration) {
	end := time.Now().Add(d)
	for atomic.LoadUint32(w) == v && time.Now().Before(end) {
		time.Sleep(500 * time.Microsecond)
	}
}

func wakeWord(w *uint32, n int) {}
