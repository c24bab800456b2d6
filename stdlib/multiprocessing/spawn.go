//go:build unix

package multiprocessing

import (
	"encoding/binary"
	"encoding/json"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	stdio "github.com/gopy-lang/gopy/stdlib/io"
)

// A child is this executable started again with one argument, the number of
// its end of a socket. Over it come a header, in JSON, and the snapshot. It
// stays open afterwards: each side sees by it that the other one is gone.

const childArg = "--gopy-child="

// ConfigKey is where an interpreter keeps what its children are configured
// with, in JSON.
type ConfigKey struct{}

// Header is what a child needs before it has an interpreter.
type Header struct {
	Config         json.RawMessage
	Sources        map[string]string // of code that is in no file
	Arena, Library int               // descriptors, or -1
	Fds            []int             // inherited descriptors
}

// hooked says that this program's main function would recognize a child.
var hooked atomic.Bool

// ChildDescriptor reports whether the process was started as a child, and the
// descriptor that it is told. It is called first in main.
func ChildDescriptor(args []string) (fd int, ok bool) {
	hooked.Store(true)
	if len(args) != 2 || !strings.HasPrefix(args[1], childArg) {
		return 0, false
	}
	fd, err := strconv.Atoi(args[1][len(childArg):])
	return fd, err == nil
}

// library is a file with the library code compiled so far, made when there is
// more than before.
var library struct {
	mu sync.Mutex
	fd int
	n  int
}

func libraryFile(m map[string][]byte) int {
	library.mu.Lock()
	defer library.mu.Unlock()
	if len(m) == library.n {
		return library.fd
	}
	fd, err := sharedFile()
	if err != nil {
		return -1
	}
	var b []byte
	for n, code := range m {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(n)))
		b = append(b, n...)
		b = binary.LittleEndian.AppendUint32(b, uint32(len(code)))
		b = append(b, code...)
	}
	for at := 0; at < len(b); {
		k, err := unix.Pwrite(fd, b[at:], int64(at))
		if err != nil {
			unix.Close(fd)
			return -1
		}
		at += k
	}
	if library.n > 0 {
		unix.Close(library.fd)
	}
	library.fd, library.n = fd, len(m)
	return fd
}

// readLibrary maps such a file.
func readLibrary(fd int) map[string][]byte {
	var st unix.Stat_t
	if fd < 0 || unix.Fstat(fd, &st) != nil || st.Size == 0 {
		return nil
	}
	b, err := unix.Mmap(fd, 0, int(st.Size), unix.PROT_READ, unix.MAP_SHARED)
	unix.Close(fd)
	if err != nil {
		return nil
	}
	m := map[string][]byte{}
	for len(b) > 0 {
		var part [2][]byte
		for i := range part {
			n := binary.LittleEndian.Uint32(b)
			part[i], b = b[4:4+n], b[4+n:]
		}
		m[string(part[0])] = part[1]
	}
	return m
}

// spawn starts a child with a snapshot and descriptors; it returns the
// process's number and the socket by which its end is seen.
func spawn(t *thread, a []value) (value, error) {
	data, ok := object.BytesOf(a[0])
	if !ok {
		return value{}, object.TypeErrorf("a snapshot must be bytes")
	}
	if !hooked.Load() {
		return value{}, object.RuntimeErrorf("this program cannot start gopy processes: its main function has to call gopy.Child first")
	}
	if err := stdio.FlushDirty(t); err != nil {
		return value{}, err
	}
	items, err := object.Items(t, a[1])
	if err != nil {
		return value{}, err
	}
	h := Header{Sources: copier(t).Sources(), Arena: -1, Library: libraryFile(copier(t).Library())}
	for _, x := range items {
		n, err := arg.CInt(t, x)
		if err != nil {
			return value{}, err
		}
		if n > 2 {
			h.Fds = append(h.Fds, n)
		}
	}
	if cfg, ok := t.Interp.Extra.Load(ConfigKey{}); ok {
		if h.Config, err = json.Marshal(cfg); err != nil {
			return value{}, object.RuntimeErrorf("%s", err)
		}
	}
	if err := openArena(-1); err == nil {
		h.Arena = arena.fd
	}
	pid, fd, err := start(&h, data)
	if err != nil {
		return value{}, goErr(err)
	}
	return object.NewTuple(object.IntOf(pid), object.IntOf(fd)), nil
}

// start runs the executable and sends what the child is to know.
func start(h *Header, data []byte) (pid, fd int, err error) {
	head, err := json.Marshal(h)
	if err != nil {
		return 0, 0, err
	}
	syscall.ForkLock.RLock()
	p, err := socketPair()
	syscall.ForkLock.RUnlock()
	if err != nil {
		return 0, 0, err
	}
	defer unix.Close(p[1])
	null, err := os.Open(os.DevNull)
	if err != nil {
		unix.Close(p[0])
		return 0, 0, err
	}
	defer null.Close()
	files := []uintptr{null.Fd(), 1, 2}
	for _, n := range append([]int{p[1], h.Arena, h.Library}, h.Fds...) {
		if n < 3 {
			continue
		}
		for len(files) <= n {
			files = append(files, ^uintptr(0))
		}
		files[n] = uintptr(n)
	}
	exe := "/proc/self/exe"
	if runtime.GOOS != "linux" {
		if exe, err = os.Executable(); err != nil {
			unix.Close(p[0])
			return 0, 0, err
		}
	}
	pid, err = syscall.ForkExec(exe, []string{os.Args[0], childArg + strconv.Itoa(p[1])}, &syscall.ProcAttr{Env: os.Environ(), Files: files})
	if err != nil {
		unix.Close(p[0])
		return 0, 0, err
	}
	msg := binary.LittleEndian.AppendUint32(nil, uint32(len(head)))
	msg = append(msg, head...)
	msg = binary.LittleEndian.AppendUint64(msg, uint64(len(data)))
	msg = append(msg, data...)
	send(p[0], msg)
	return pid, p[0], nil
}

// send writes what fits at once; a goroutine writes the rest, to a descriptor
// of its own. A child that dies before it has read everything shows that by its
// end.
func send(fd int, msg []byte) {
	for len(msg) > 0 {
		n, err := unix.SendmsgN(fd, msg, nil, nil, unix.MSG_DONTWAIT|noSignal)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			if err != unix.EAGAIN {
				return
			}
			break
		}
		msg = msg[n:]
	}
	if len(msg) == 0 {
		return
	}
	own, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return
	}
	go func() {
		defer unix.Close(own)
		for len(msg) > 0 {
			n, err := unix.SendmsgN(own, msg, nil, nil, noSignal)
			if err == unix.EINTR {
				continue
			}
			if err != nil {
				return
			}
			msg = msg[n:]
		}
	}()
}

// Receive reads what start sent.
func Receive(fd int) (*Header, []byte, error) {
	unix.CloseOnExec(fd)
	f := fdReader(fd)
	var size [8]byte
	if _, err := io.ReadFull(f, size[:4]); err != nil {
		return nil, nil, err
	}
	head := make([]byte, binary.LittleEndian.Uint32(size[:4]))
	if _, err := io.ReadFull(f, head); err != nil {
		return nil, nil, err
	}
	h := &Header{}
	if err := json.Unmarshal(head, h); err != nil {
		return nil, nil, err
	}
	if _, err := io.ReadFull(f, size[:]); err != nil {
		return nil, nil, err
	}
	data := make([]byte, binary.LittleEndian.Uint64(size[:]))
	if _, err := io.ReadFull(f, data); err != nil {
		return nil, nil, err
	}
	for _, n := range h.Fds {
		unix.CloseOnExec(n)
	}
	if h.Arena >= 0 {
		unix.CloseOnExec(h.Arena)
		if err := openArena(h.Arena); err != nil {
			return nil, nil, err
		}
	}
	go func() { // the parent's death is this process's
		var b [1]byte
		for {
			n, err := unix.Read(fd, b[:])
			if err == unix.EINTR || n > 0 {
				continue
			}
			os.Exit(1)
		}
	}()
	return h, data, nil
}

type fdReader int

func (f fdReader) Read(b []byte) (int, error) {
	for {
		n, err := unix.Read(int(f), b)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return 0, err
		}
		if n == 0 {
			return 0, io.EOF
		}
		return n, nil
	}
}

// Prepare gives a child's interpreter what it needs to read the snapshot.
func (h *Header) Prepare(t *object.Thread) {
	c := copier(t)
	c.UseLibrary(readLibrary(h.Library))
	for n, s := range h.Sources {
		c.AddSource(n, s)
	}
}

// Run runs the snapshot's process and returns its exit status.
func Run(t *object.Thread, data []byte) (int, error) {
	if _, err := importNamed(t, "_multiprocessing"); err != nil {
		return 1, err
	}
	root, err := load(t, data, true)
	if err != nil {
		return 1, err
	}
	m, err := importNamed(t, "multiprocessing.process")
	if err != nil {
		return 1, err
	}
	r, err := object.CallMethod(t, m, "_run_child", root)
	if err != nil {
		return 1, err
	}
	n, _ := object.AsInt64(r)
	return int(n), nil
}
