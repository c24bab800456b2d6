// Package fdio reads and writes raw descriptors for a Python thread: without
// the GIL and interruptibly. Windows is not supported beyond building.
package fdio

import (
	"os"
	"syscall"

	"github.com/gopy-lang/gopy/object"
)

func handle(fd int) syscall.Handle {
	switch fd {
	case 0:
		return syscall.Handle(os.Stdin.Fd())
	case 1:
		return syscall.Handle(os.Stdout.Fd())
	case 2:
		return syscall.Handle(os.Stderr.Fd())
	}
	return syscall.Handle(fd)
}

// Read reads from fd.
func Read(t *object.Thread, fd int, b []byte, regular bool) (n int, rerr error) {
	err := Block(t, "read", func() { n, rerr = syscall.Read(handle(fd), b) })
	if err != nil {
		return 0, err
	}
	return max(n, 0), rerr
}

// Write writes b once and returns how much of it was taken.
func Write(t *object.Thread, fd int, b []byte) (n int, werr error) {
	err := Block(t, "write", func() { n, werr = syscall.Write(handle(fd), b) })
	if err != nil {
		return 0, err
	}
	return max(n, 0), werr
}

// Open opens a file; the descriptor is not inherited.
func Open(t *object.Thread, name string, flags int, mode uint32) (int, error) {
	h, err := syscall.Open(name, flags|syscall.O_CLOEXEC, mode)
	return int(h), err
}

// Close closes fd.
func Close(fd int) error { return syscall.Close(handle(fd)) }

// Seek moves the position of fd.
func Seek(fd int, off int64, whence int) (int64, error) {
	return syscall.Seek(handle(fd), off, whence)
}

// Truncate sets the size of fd's file.
func Truncate(fd int, n int64) error { return syscall.Ftruncate(handle(fd), n) }

// Kind describes an open file.
type Kind struct {
	Regular, Dir, Char bool
	Size, Block        int64
}

// Stat returns what fd is.
func Stat(fd int) (Kind, error) {
	ft, err := syscall.GetFileType(handle(fd))
	return Kind{Regular: ft == syscall.FILE_TYPE_DISK, Char: ft == syscall.FILE_TYPE_CHAR, Block: 8192}, err
}

// IsTTY reports whether fd is a terminal.
func IsTTY(fd int) bool {
	var m uint32
	return syscall.GetConsoleMode(handle(fd), &m) == nil
}

// The flags of Open.
const (
	RDONLY = syscall.O_RDONLY
	WRONLY = syscall.O_WRONLY
	RDWR   = syscall.O_RDWR
	CREAT  = syscall.O_CREAT
	EXCL   = syscall.O_EXCL
	TRUNC  = syscall.O_TRUNC
	APPEND = syscall.O_APPEND
)
