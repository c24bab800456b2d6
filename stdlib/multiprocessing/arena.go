//go:build unix

package multiprocessing

import (
	"os"
	"sync"
	"sync/atomic"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
)

// The arena is memory that all processes of a tree share: a file without a
// name, mapped by each. It holds the words of locks and the values of Value and
// Array. Its first word is the number of bytes given out.
const (
	arenaSize   = 4 << 30
	arenaHeader = 64
	pageSize    = 4096
)

var arena struct {
	mu   sync.Mutex
	fd   int
	base []byte
}

// openArena maps the arena; fd is that of the parent's, or -1 for a new one.
func openArena(fd int) error {
	arena.mu.Lock()
	defer arena.mu.Unlock()
	if arena.base != nil {
		return nil
	}
	if fd < 0 {
		var err error
		if fd, err = sharedFile(); err != nil {
			return err
		}
		if err := unix.Ftruncate(fd, arenaSize); err != nil {
			return err
		}
	}
	b, err := unix.Mmap(fd, 0, arenaSize, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED|unix.MAP_NORESERVE)
	if err != nil {
		return err
	}
	arena.fd, arena.base = fd, b
	atomic.CompareAndSwapUint64(word64(0), 0, arenaHeader)
	return nil
}

// sharedFile makes a file in memory that has no name.
func sharedFile() (int, error) {
	if fd, err := memFile("gopy-multiprocessing"); err == nil {
		return fd, nil
	}
	f, err := os.CreateTemp("", "gopy-mp-")
	if err != nil {
		return -1, err
	}
	defer f.Close()
	os.Remove(f.Name())
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 3)
	return fd, err
}

func word64(off int) *uint64 { return (*uint64)(unsafe.Pointer(&arena.base[off])) }
func word32(off int) *uint32 { return (*uint32)(unsafe.Pointer(&arena.base[off])) }

// allocate gives out n zeroed bytes of the arena, aligned to 64.
func allocate(n int) (int, error) {
	if err := openArena(-1); err != nil {
		return 0, object.FromGoError(err)
	}
	n = (n + 63) &^ 63
	if n < 0 || n > arenaSize {
		return 0, object.MemoryError()
	}
	end := atomic.AddUint64(word64(0), uint64(n))
	if end > arenaSize {
		atomic.AddUint64(word64(0), -uint64(n))
		return 0, object.MemoryError()
	}
	return int(end) - n, nil
}
