package io

import (
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

// file is a FileIO: a raw file on a descriptor.
type file struct {
	base
	fd       *atomic.Int64 // -1: closed; shared with the cleanup
	created  bool
	readable bool
	writable bool
	appends  bool
	closefd  bool
	regular  bool
	seekable int8 // 0 unknown, 1 yes, -1 no
	size     int64
	cleanup  runtime.Cleanup
}

func (f *file) num() int { return int(f.fd.Load()) }

// modeText is the mode attribute.
func (f *file) modeText() string {
	plus := ""
	if f.readable && f.writable {
		plus = "+"
	}
	switch {
	case f.created:
		return "xb" + plus
	case f.appends:
		return "ab" + plus
	case f.writable && !f.readable:
		return "wb"
	}
	return "rb" + plus
}

// parseMode sets what mode asks for and returns the flags of open(2).
func (f *file) parseMode(mode string) (flags int, err error) {
	kinds, plus := 0, false
	for _, c := range mode {
		switch c {
		case 'x', 'r', 'w', 'a':
			kinds++
			switch c {
			case 'x':
				f.created, f.writable = true, true
				flags |= fdio.EXCL | fdio.CREAT
			case 'r':
				f.readable = true
			case 'w':
				f.writable = true
				flags |= fdio.CREAT | fdio.TRUNC
			case 'a':
				f.writable, f.appends = true, true
				flags |= fdio.APPEND | fdio.CREAT
			}
		case 'b':
		case '+':
			if plus {
				kinds = 2
			}
			plus = true
		default:
			return 0, object.ValueErrorf("invalid mode: %s", mode)
		}
	}
	if kinds != 1 {
		return 0, object.ValueErrorf("Must have exactly one of create/read/write/append mode and at most one plus")
	}
	if plus {
		f.readable, f.writable = true, true
	}
	switch {
	case f.readable && f.writable:
		flags |= fdio.RDWR
	case f.writable:
		flags |= fdio.WRONLY
	}
	return flags, nil
}

func newFile(tp *object.Type) *file {
	f := object.Alloc[file](tp, &FileIOType)
	f.fd = &atomic.Int64{}
	f.fd.Store(-1)
	f.closefd = true
	return f
}

var filePlan = arg.Plan{Name: "FileIO", Sig: "(file, mode='r', closefd=True, opener=None)"}

func fileInit(t *thread, self value, args, kw []value) error {
	a, err := filePlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	mode, err := arg.Str(a[1], "FileIO", "'mode'", false)
	if err != nil {
		return err
	}
	if a[1].O == nil {
		mode = "r"
	}
	closefd, err := arg.Bool(t, a[2], true)
	if err != nil {
		return err
	}
	return object.As[file](self).open(t, self, a[0], mode, closefd, a[3])
}

// open opens name, a path or descriptor, and makes f the file.
func (f *file) open(t *thread, self, name value, mode string, closefd bool, opener value) error {
	if old := f.num(); old >= 0 && f.closefd {
		f.fd.Store(-1)
		f.cleanup.Stop()
		liveFiles.Add(-1)
		_ = fdio.Close(old)
	}
	f.created, f.readable, f.writable, f.appends, f.seekable, f.closed = false, false, false, false, 0, false
	fd := -1
	if object.IsIntLike(name) {
		n, err := arg.CInt(t, name)
		if err != nil {
			return err
		}
		if n < 0 {
			return object.ValueErrorf("negative file descriptor")
		}
		fd = n
	}
	flags, err := f.parseMode(mode)
	if err != nil {
		return err
	}
	f.closefd = closefd
	var p *arg.Path
	switch {
	case fd >= 0:
	case !closefd:
		return object.ValueErrorf("Cannot use closefd=False with file name")
	case arg.Given(opener):
		r, err := object.CallArgs(t, opener, name, object.IntOf(flags|syscall.O_CLOEXEC))
		if err != nil {
			return err
		}
		if !object.IsIntLike(r) {
			return object.TypeErrorf("expected integer from opener")
		}
		if fd, err = arg.CInt(t, r); err != nil {
			return err
		}
		if fd < 0 {
			return object.ValueErrorf("opener returned %d", fd)
		}
	default:
		if p, err = arg.PathOf(t, name, "open", "path", false, false); err != nil {
			return err
		}
		if fd, err = openFD(t, p.Name, flags); err != nil {
			return p.Err(err)
		}
	}
	return f.adopt(t, self, name, fd, p)
}

// liveFiles counts the open descriptors of file objects in the process, and
// lastSweep is what that was after lost files were last looked for, -1 until it
// is known.
var liveFiles, lastSweep atomic.Int64

// openFD opens a file; when descriptors run out, files that the program lost
// are closed first.
func openFD(t *thread, name string, flags int) (int, error) {
	if err := FlushDirty(t); err != nil {
		return -1, err
	}
	switch n, last := liveFiles.Load(), lastSweep.Load(); {
	case last < 0:
		lastSweep.Store(n)
	case n > 2*last+512:
		runtime.GC() // files that the program lost are closed by it
		lastSweep.Store(-1)
	}
	fd, err := fdio.Open(t, name, flags, 0o666)
	for try := 0; try < 2 && (err == syscall.EMFILE || err == syscall.ENFILE); try++ {
		runtime.GC()
		runtime.Gosched()
		fd, err = fdio.Open(t, name, flags, 0o666)
	}
	return fd, err
}

func (f *file) adopt(t *thread, self, name value, fd int, p *arg.Path) error {
	k, err := fdio.Stat(fd)
	if err == nil && k.Dir {
		err = syscall.EISDIR
	}
	if err != nil {
		if p != nil {
			_ = fdio.Close(fd)
			return p.Err(err)
		}
		q := arg.Path{V: name}
		return q.Err(err)
	}
	f.fd.Store(int64(fd))
	f.regular, f.size = k.Regular, k.Size
	if f.regular {
		f.seekable = 1
	}
	if f.closefd {
		liveFiles.Add(1)
		f.cleanup = runtime.AddCleanup(f, closeLost, f.fd)
	}
	if err := object.SetAttr(t, self, t.Intern("name"), name); err != nil {
		return err
	}
	if f.appends {
		if _, err := fdio.Seek(fd, 0, 2); err != nil && err != syscall.ESPIPE {
			return object.FromGoError(err)
		}
	}
	return nil
}

// closeLost closes the descriptor of a file that nobody refers to.
func closeLost(fd *atomic.Int64) {
	if n := fd.Swap(-1); n >= 0 {
		liveFiles.Add(-1)
		_ = fdio.Close(int(n))
	}
}

func (f *file) check(readable, writable bool, t *thread) error {
	switch {
	case f.num() < 0:
		return closedErrorNoDot()
	case readable && !f.readable:
		return unsupported(t, "File not open for reading")
	case writable && !f.writable:
		return unsupported(t, "File not open for writing")
	}
	return nil
}

func closedErrorNoDot() error { return object.ValueErrorf("I/O operation on closed file") }

// read fills b once. none means that the descriptor would block.
func (f *file) read(t *thread, b []byte) (n int, none bool, err error) {
	n, err = fdio.Read(t, f.num(), b, f.regular)
	if err == syscall.EAGAIN {
		return 0, true, nil
	}
	if err != nil {
		err = object.FromGoError(err)
	}
	return n, false, err
}

// write writes b once.
func (f *file) write(t *thread, b []byte) (n int, none bool, err error) {
	n, err = fdio.Write(t, f.num(), b)
	if err == syscall.EAGAIN {
		return 0, true, nil
	}
	if err != nil {
		err = object.FromGoError(err)
	}
	return n, false, err
}

func (f *file) seek(off int64, whence int) (int64, error) {
	n, err := fdio.Seek(f.num(), off, whence)
	if err != nil {
		return 0, object.FromGoError(err)
	}
	return n, nil
}

func (f *file) isSeekable() bool {
	if f.seekable == 0 {
		f.seekable = 1
		if _, err := fdio.Seek(f.num(), 0, 1); err != nil {
			f.seekable = -1
		}
	}
	return f.seekable > 0
}

// readAll reads until the end of the file.
func (f *file) readAll(t *thread, out []byte) (b []byte, none bool, err error) {
	if f.regular && len(out) == 0 {
		if k, err := fdio.Stat(f.num()); err == nil {
			if pos, err := fdio.Seek(f.num(), 0, 1); err == nil && k.Size > pos {
				if err := t.Charge(int(k.Size - pos)); err != nil {
					return nil, false, err
				}
				out = make([]byte, 0, k.Size-pos+1)
			}
		}
	}
	for {
		if cap(out)-len(out) < 512 && (len(out) == 0 || len(out) == cap(out)) {
			n := max(2*cap(out), 8192)
			if err := t.Charge(n); err != nil {
				return nil, false, err
			}
			out = append(make([]byte, 0, n), out...)
		}
		n, none, err := f.read(t, out[len(out):cap(out)])
		if err != nil {
			return nil, false, err
		}
		if none {
			return out, len(out) == 0, nil
		}
		if n == 0 {
			return out, false, nil
		}
		out = out[:len(out)+n]
	}
}

func fileRead(t *thread, a []value) (value, error) {
	f := object.As[file](a[0])
	if err := f.check(true, false, t); err != nil {
		return value{}, err
	}
	n, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return fileReadall(t, a)
	}
	if err := t.Charge(n); err != nil {
		return value{}, err
	}
	b := make([]byte, n)
	got, none, err := f.read(t, b)
	if err != nil {
		return value{}, err
	}
	if none {
		return object.None, nil
	}
	return object.NewBytes(b[:got]), nil
}

func fileReadall(t *thread, a []value) (value, error) {
	f := object.As[file](a[0])
	if err := f.check(true, false, t); err != nil {
		return value{}, err
	}
	b, none, err := f.readAll(t, nil)
	if err != nil {
		return value{}, err
	}
	if none {
		return object.None, nil
	}
	return object.NewBytes(b), nil
}

func fileReadinto(t *thread, a []value) (value, error) {
	f := object.As[file](a[0])
	if err := f.check(true, false, t); err != nil {
		return value{}, err
	}
	dst, err := arg.Writable(t, a[1], "readinto")
	if err != nil {
		return value{}, err
	}
	n, none, err := f.read(t, dst)
	if err != nil {
		return value{}, err
	}
	if none {
		return object.None, nil
	}
	return object.IntOf(n), nil
}

func fileWrite(t *thread, a []value) (value, error) {
	f := object.As[file](a[0])
	if err := f.check(false, true, t); err != nil {
		return value{}, err
	}
	b, err := arg.Bytes(t, a[1])
	if err != nil {
		return value{}, err
	}
	n, none, err := f.write(t, b)
	if err != nil {
		return value{}, err
	}
	if none {
		return object.None, nil
	}
	return object.IntOf(n), nil
}

func fileSeek(t *thread, a []value) (value, error) {
	f := object.As[file](a[0])
	if err := f.check(false, false, t); err != nil {
		return value{}, err
	}
	off, err := arg.Int64(t, a[1])
	if err != nil {
		return value{}, err
	}
	whence, err := arg.Int(t, a[2], 0)
	if err != nil {
		return value{}, err
	}
	n, err := f.seek(off, whence)
	return object.Int(n), err
}

func fileTruncate(t *thread, a []value) (value, error) {
	f := object.As[file](a[0])
	if err := f.check(false, true, t); err != nil {
		return value{}, err
	}
	if !arg.Given(a[1]) {
		n, err := f.seek(0, 1)
		if err != nil {
			return value{}, err
		}
		a[1] = object.Int(n)
	}
	n, err := arg.Int64(t, a[1])
	if err != nil {
		return value{}, err
	}
	if err := fdio.Truncate(f.num(), n); err != nil {
		return value{}, object.FromGoError(err)
	}
	return a[1], nil
}

func fileClose(t *thread, a []value) (value, error) {
	f := object.As[file](a[0])
	var ferr error
	if !f.closed {
		_, ferr = baseClose(t, a)
	}
	fd := f.fd.Swap(-1)
	if fd < 0 || !f.closefd {
		return object.None, ferr
	}
	f.cleanup.Stop()
	liveFiles.Add(-1)
	var cerr error
	if err := fdio.Block(t, "close", func() { cerr = fdio.Close(int(fd)) }); err != nil {
		return value{}, err
	}
	if cerr != nil && ferr == nil {
		ferr = object.FromGoError(cerr)
	}
	return object.None, ferr
}

func fileRepr(t *thread, v value) (value, error) {
	f := object.As[file](v)
	if f.num() < 0 {
		return object.NewStrf("<%s [closed]>", v.O.Type.FullName(t)), nil
	}
	cf := "True"
	if !f.closefd {
		cf = "False"
	}
	return reprNamed(t, v, func(name string) string {
		if name == "" {
			return "fd=" + itoa(f.num()) + " mode='" + f.modeText() + "' closefd=" + cf
		}
		return "name=" + name + " mode='" + f.modeText() + "' closefd=" + cf
	})
}

// reprNamed is the repr of a stream that shows its name.
func reprNamed(t *thread, v value, rest func(name string) string) (value, error) {
	if !t.EnterRepr(v) {
		return value{}, object.RuntimeErrorf("reentrant call inside %s.__repr__", v.O.Type.FullName(t))
	}
	defer t.LeaveRepr(v)
	name := ""
	n, err := object.GetAttrStr(t, v, "name")
	if err == nil {
		if name, err = object.Repr(t, n); err != nil {
			return value{}, err
		}
	} else if !object.IsExc(err, &object.AttributeErrorType) && !object.IsExc(err, &object.ValueErrorType) {
		return value{}, err
	}
	return object.NewStr(strings.TrimRight("<"+v.O.Type.FullName(t)+" "+rest(name), " ") + ">"), nil
}

func fileFlag(get func(f *file) bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		f := object.As[file](a[0])
		if err := f.check(false, false, t); err != nil {
			return value{}, err
		}
		return object.Bool(get(f)), nil
	}
}

func init() {
	FileIOType.Define(object.TypeSpec{
		Name: "FileIO", Module: "_io", Sig: "(file, mode='r', closefd=True, opener=None)", Doc: "Open a file.",
		Flags: object.FlagBase, Base: &RawIOBaseType, Size: unsafe.Sizeof(file{}), AttrsOff: attrsOff,
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			return object.Wrap(newFile(tp)), nil
		}, Init: fileInit, Repr: fileRepr},
		GetSets: []object.GetSet{
			{Name: "closed", Doc: "True if the file is closed", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[file](v).num() < 0), nil }},
			{Name: "closefd", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[file](v).closefd), nil }},
			{Name: "mode", Get: func(t *thread, v value) (value, error) { return object.NewStr(object.As[file](v).modeText()), nil }},
			{Name: "_blksize", Get: func(t *thread, v value) (value, error) { return object.Int(DefaultBufferSize), nil }},
		},
		Methods: []object.Func{
			{Name: "read", Sig: "($self, size=-1, /)", Doc: "Read at most size bytes.", Fn: fileRead},
			{Name: "readall", Sig: "($self, /)", Doc: "Read all data from the file.", Fn: fileReadall},
			{Name: "readinto", Sig: "($self, buffer, /)", Doc: "Read bytes into a buffer.", Fn: fileReadinto},
			{Name: "write", Sig: "($self, b, /)", Doc: "Write bytes to the file.", Fn: fileWrite},
			{Name: "seek", Sig: "($self, pos, whence=0, /)", Doc: "Move to a new file position.", Fn: fileSeek},
			{Name: "tell", Sig: "($self, /)", Doc: "Current file position.", Fn: func(t *thread, a []value) (value, error) {
				return fileSeek(t, []value{a[0], object.Int(0), object.Int(1)})
			}},
			{Name: "truncate", Sig: "($self, size=None, /)", Doc: "Truncate the file.", Fn: fileTruncate},
			{Name: "close", Sig: "($self, /)", Doc: "Close the file.", Fn: fileClose},
			{Name: "seekable", Sig: "($self, /)", Fn: fileFlag((*file).isSeekable)},
			{Name: "readable", Sig: "($self, /)", Fn: fileFlag(func(f *file) bool { return f.readable })},
			{Name: "writable", Sig: "($self, /)", Fn: fileFlag(func(f *file) bool { return f.writable })},
			{Name: "isatty", Sig: "($self, /)", Fn: fileFlag(func(f *file) bool { return !f.regular && fdio.IsTTY(f.num()) })},
			{Name: "fileno", Sig: "($self, /)", Doc: "Return the underlying file descriptor.", Fn: func(t *thread, a []value) (value, error) {
				f := object.As[file](a[0])
				return object.IntOf(f.num()), f.check(false, false, t)
			}},
			{Name: "__reduce__", Sig: "($self, /)", Fn: noPickle},
			{Name: "__reduce_ex__", Sig: "($self, protocol, /)", Fn: noPickle},
		},
	})
}

func noPickle(t *thread, a []value) (value, error) {
	return value{}, object.TypeErrorf("cannot pickle '%s' instances", a[0].O.Type.Name)
}
