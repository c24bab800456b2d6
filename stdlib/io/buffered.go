package io

import (
	"strconv"
	"syscall"
	"unsafe"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// buffered is a BufferedReader, BufferedWriter or BufferedRandom. Bytes read
// ahead are buf[pos:end], bytes not yet written are wbuf; at most one of the
// two is not empty.
type buffered struct {
	base
	raw      value
	file     *file // raw, if it is an exact FileIO
	ok       bool
	detached bool
	readable bool
	writable bool
	dirty    bool // on the interpreter's list
	size     int
	buf      []byte
	pos, end int
	wbuf     []byte
	lock     gil.Lock
}

func itoa(n int) string { return strconv.Itoa(n) }

func (b *buffered) check(t *thread) error {
	if !b.ok {
		if b.detached {
			return object.ValueErrorf("raw stream has been detached")
		}
		return object.ValueErrorf("I/O operation on uninitialized object")
	}
	return nil
}

// checkOpen reports an error that says what was tried if the stream is closed.
func (b *buffered) checkOpen(t *thread, what string) error {
	if err := b.check(t); err != nil {
		return err
	}
	closed, err := b.isClosed(t)
	if err == nil && closed {
		err = object.ValueErrorf("%s", what)
	}
	return err
}

func (b *buffered) isClosed(t *thread) (bool, error) {
	if b.file != nil {
		return b.file.num() < 0, nil
	}
	return isClosed(t, b.raw)
}

// enter takes the buffer's lock; b.leave gives it back.
func (b *buffered) enter(t *thread) error {
	if b.lock.TryAcquire(&t.G) {
		return nil
	}
	return b.enterSlow(t)
}

func (b *buffered) enterSlow(t *thread) error {
	if b.lock.Owner() == &t.G {
		r, err := object.Repr(t, object.Wrap(b))
		if err != nil {
			return err
		}
		return object.RuntimeErrorf("reentrant call inside %s", r)
	}
	for {
		r, err := b.lock.Acquire(&t.G, gil.WaitInfo{Kind: "file"})
		if err != nil {
			return &object.Interrupt{Err: err}
		}
		if r == gil.Woken {
			return nil
		}
		if err := t.HandleBreaker(t.G.Pending()); err != nil {
			return err
		}
	}
}

func (b *buffered) leave(t *thread) {
	if b.lock.Owner() == &t.G && t.G.Holds() {
		b.lock.Release(&t.G)
	}
}

// rawRead reads once into p.
func (b *buffered) rawRead(t *thread, p []byte) (n int, none bool, err error) {
	if b.file != nil {
		if err := b.file.check(true, false, t); err != nil {
			return 0, false, err
		}
		return b.file.read(t, p)
	}
	src, n, none, err := callReadinto(t, b.raw, len(p), true)
	if err == nil && !none {
		copy(p, src[:n])
	}
	return n, none, err
}

// rawWrite writes p once.
func (b *buffered) rawWrite(t *thread, p []byte) (n int, none bool, err error) {
	if b.file != nil {
		if err := b.file.check(false, true, t); err != nil {
			return 0, false, err
		}
		return b.file.write(t, p)
	}
	r, err := object.CallMethod(t, b.raw, "write", object.NewBytes(append([]byte(nil), p...)))
	if err != nil {
		return 0, false, err
	}
	if r.IsNone() {
		return 0, true, nil
	}
	n, err = object.IndexInt(t, r, &object.ValueErrorType)
	if err == nil && (n < 0 || n > len(p)) {
		err = osErrorf("raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	return n, false, err
}

func (b *buffered) rawSeek(t *thread, off int64, whence int) (int64, error) {
	if b.file != nil {
		if err := b.file.check(false, false, t); err != nil {
			return 0, err
		}
		return b.file.seek(off, whence)
	}
	r, err := object.CallMethod(t, b.raw, "seek", object.Int(off), object.IntOf(whence))
	if err != nil {
		return 0, err
	}
	return b.position(t, r, "seek")
}

func (b *buffered) position(t *thread, r value, _ string) (int64, error) {
	n, err := arg.Int64(t, r)
	if err == nil && n < 0 {
		err = osErrorf("Raw stream returned invalid position %d", n)
	}
	return n, err
}

func (b *buffered) rawTell(t *thread) (int64, error) {
	if b.file != nil {
		return b.rawSeek(t, 0, 1)
	}
	r, err := object.CallMethod(t, b.raw, "tell")
	if err != nil {
		return 0, err
	}
	return b.position(t, r, "tell")
}

func (b *buffered) checkSeekable(t *thread) error {
	if b.file != nil {
		if b.file.num() < 0 || b.file.isSeekable() {
			return nil
		}
		return unsupported(t, "File or stream is not seekable.")
	}
	_, err := checkAble("seekable", "File or stream is not seekable.")(t, []value{b.raw})
	return err
}

func blockingError(t *thread, written int) error {
	v, err := object.CallArgs(t, object.Wrap(&object.BlockingIOErrorType), object.IntOf(int(syscall.EAGAIN)),
		object.NewStr("write could not complete without blocking"), object.IntOf(written))
	if err != nil {
		return err
	}
	return object.As[object.Exception](v)
}

// flushWrites writes out wbuf. The lock is held.
func (b *buffered) flushWrites(t *thread) error {
	for len(b.wbuf) > 0 {
		n, none, err := b.rawWrite(t, b.wbuf)
		if err != nil {
			return err
		}
		if none {
			return blockingError(t, 0)
		}
		if n == len(b.wbuf) {
			b.wbuf = b.wbuf[:0]
		} else {
			b.wbuf = append(b.wbuf[:0], b.wbuf[n:]...)
		}
		if bits := t.G.Pending(); bits != 0 {
			if err := t.HandleBreaker(bits); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropAhead forgets what was read ahead and moves the raw position back.
func (b *buffered) dropAhead(t *thread) error {
	n := b.end - b.pos
	b.pos, b.end = 0, 0
	if n == 0 {
		return nil
	}
	_, err := b.rawSeek(t, -int64(n), 1)
	return err
}

// write buffers or writes p. The lock is held.
func (b *buffered) write(t *thread, p []byte) error {
	if b.end > b.pos {
		if err := b.dropAhead(t); err != nil {
			return err
		}
	}
	if len(b.wbuf)+len(p) <= b.size {
		b.wbuf = append(b.wbuf, p...)
		if !b.dirty {
			b.markDirty(t)
		}
		return nil
	}
	if err := b.flushWrites(t); err != nil {
		if !object.IsExc(err, &object.BlockingIOErrorType) {
			return err
		}
		room := b.size - len(b.wbuf)
		if len(p) <= room {
			b.wbuf = append(b.wbuf, p...)
			return nil
		}
		b.wbuf = append(b.wbuf, p[:room]...)
		return blockingError(t, room)
	}
	total := len(p)
	for len(p) > b.size {
		n, none, err := b.rawWrite(t, p)
		if err != nil {
			return err
		}
		if none {
			b.wbuf = append(b.wbuf, p[:b.size]...)
			return blockingError(t, total-len(p)+b.size)
		}
		p = p[n:]
		if bits := t.G.Pending(); bits != 0 {
			if err := t.HandleBreaker(bits); err != nil {
				return err
			}
		}
	}
	b.wbuf = append(b.wbuf, p...)
	if !b.dirty {
		b.markDirty(t)
	}
	return nil
}

// Write writes p to an exact buffered object from Go.
func (b *buffered) writeLocked(t *thread, p []byte) error {
	if err := b.checkOpen(t, "write to closed file"); err != nil {
		return err
	}
	if err := b.enter(t); err != nil {
		return err
	}
	defer b.leave(t)
	return b.write(t, p)
}

func (b *buffered) flushLocked(t *thread) error {
	if err := b.checkOpen(t, "flush of closed file"); err != nil {
		return err
	}
	if err := b.enter(t); err != nil {
		return err
	}
	defer b.leave(t)
	return b.flushAll(t)
}

// flushAll writes everything out and gives up what was read ahead, where the
// stream can also be written.
func (b *buffered) flushAll(t *thread) error {
	if !b.writable {
		return nil
	}
	if err := b.flushWrites(t); err != nil {
		return err
	}
	if b.readable {
		return b.dropAhead(t)
	}
	return nil
}

func bufferedWrite(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.check(t); err != nil {
		return value{}, err
	}
	p, err := arg.Bytes(t, a[1])
	if err != nil {
		return value{}, err
	}
	if err := b.writeLocked(t, p); err != nil {
		return value{}, err
	}
	return object.IntOf(len(p)), nil
}

func bufferedFlush(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.check(t); err != nil {
		return value{}, err
	}
	if !b.writable {
		return object.CallMethod(t, b.raw, "flush")
	}
	return object.None, b.flushLocked(t)
}

func bufferedClose(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.check(t); err != nil {
		return value{}, err
	}
	closed, err := b.isClosed(t)
	if err != nil || closed {
		return object.None, err
	}
	var ferr error
	if a[0].O.Type.IsHeap() || b.writable {
		_, ferr = object.CallMethod(t, a[0], "flush")
	}
	b.buf, b.pos, b.end = nil, 0, 0
	if b.file != nil && b.raw.O.Type == &FileIOType {
		_, err = fileClose(t, []value{b.raw})
	} else {
		_, err = object.CallMethod(t, b.raw, "close")
	}
	b.wbuf = nil
	if err != nil {
		if e, ok := err.(*object.Exception); ok && ferr != nil {
			e.Context, _ = ferr.(*object.Exception)
		}
		return value{}, err
	}
	return object.None, ferr
}

func bufferedDetach(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.check(t); err != nil {
		return value{}, err
	}
	if _, err := object.CallMethod(t, a[0], "flush"); err != nil {
		return value{}, err
	}
	raw := b.raw
	b.raw, b.file, b.ok, b.detached = value{}, nil, false, true
	return raw, nil
}

func bufferedTell(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.check(t); err != nil {
		return value{}, err
	}
	n, err := b.rawTell(t)
	return object.Int(n - int64(b.end-b.pos) + int64(len(b.wbuf))), err
}

func bufferedSeek(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.check(t); err != nil {
		return value{}, err
	}
	whence, err := arg.Int(t, a[2], 0)
	if err != nil {
		return value{}, err
	}
	if whence < 0 || whence > 2 && whence != 3 && whence != 4 {
		return value{}, object.ValueErrorf("whence value %d unsupported", whence)
	}
	if err := b.checkOpen(t, "seek of closed file"); err != nil {
		return value{}, err
	}
	if err := b.checkSeekable(t); err != nil {
		return value{}, err
	}
	off, err := arg.Int64(t, a[1])
	if err != nil {
		return value{}, err
	}
	if err := b.enter(t); err != nil {
		return value{}, err
	}
	defer b.leave(t)
	n, err := b.seek(t, off, whence)
	return object.Int(n), err
}

func (b *buffered) seek(t *thread, off int64, whence int) (int64, error) {
	if ahead := b.end - b.pos; ahead > 0 && whence < 2 {
		cur, err := b.rawTell(t)
		if err != nil {
			return 0, err
		}
		here := cur - int64(ahead)
		target := off
		if whence == 1 {
			target += here
		}
		if p := int64(b.pos) + target - here; p >= 0 && p <= int64(b.end) {
			b.pos = int(p)
			return target, nil
		}
	}
	if err := b.flushWrites(t); err != nil {
		return 0, err
	}
	if whence == 1 {
		off -= int64(b.end - b.pos)
	}
	n, err := b.rawSeek(t, off, whence)
	if err == nil {
		b.pos, b.end = 0, 0
	}
	return n, err
}

func bufferedTruncate(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.checkOpen(t, "truncate of closed file"); err != nil {
		return value{}, err
	}
	if !b.writable {
		return value{}, unsupported(t, "truncate")
	}
	if err := b.enter(t); err != nil {
		return value{}, err
	}
	defer b.leave(t)
	if err := b.flushAll(t); err != nil {
		return value{}, err
	}
	size := object.None
	if a[1].O != nil {
		size = a[1]
	}
	return object.CallMethod(t, b.raw, "truncate", size)
}

// forward calls a method of the raw stream.
func forward(name string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		b := object.As[buffered](a[0])
		if err := b.check(t); err != nil {
			return value{}, err
		}
		return object.CallMethod(t, b.raw, name)
	}
}

func forwardAttr(name string) object.GetSet {
	return object.GetSet{Name: name, Get: func(t *thread, v value) (value, error) {
		b := object.As[buffered](v)
		if err := b.check(t); err != nil {
			return value{}, err
		}
		return object.GetAttrStr(t, b.raw, name)
	}}
}

func bufferedRepr(t *thread, v value) (value, error) {
	return reprNamed(t, v, func(name string) string {
		if name == "" {
			return ""
		}
		return "name=" + name
	})
}

// newBuffered makes an exact buffered object on a raw file from Go.
func newBuffered(tp *object.Type, f *file, size int) *buffered {
	b := object.Alloc[buffered](tp, tp)
	b.set(object.Wrap(f), size)
	b.readable = tp != &BufferedWriterType
	b.writable = tp != &BufferedReaderType
	return b
}

func (b *buffered) set(raw value, size int) {
	b.raw, b.size, b.ok, b.detached = raw, size, true, false
	b.file = nil
	if raw.O.Type == &FileIOType {
		b.file = object.As[file](raw)
	}
	b.buf, b.pos, b.end, b.wbuf = nil, 0, 0, nil
}

func bufferedInit(name string, checks ...func(t *thread, a []value) (value, error)) (*arg.Plan, func(t *thread, self value, args, kw []value) error) {
	plan := &arg.Plan{Name: name, Sig: "(raw, buffer_size=131072)"}
	return plan, func(t *thread, self value, args, kw []value) error {
		a, err := plan.Bind(t, args, kw)
		if err != nil {
			return err
		}
		b := object.As[buffered](self)
		b.ok = false
		for _, c := range checks {
			if _, err := c(t, a[:1]); err != nil {
				return err
			}
		}
		size, err := arg.Int(t, a[1], DefaultBufferSize)
		if err != nil {
			return err
		}
		if size <= 0 {
			return object.ValueErrorf("buffer size must be strictly positive")
		}
		b.set(a[0], size)
		return nil
	}
}

func defineBuffered(tp *object.Type, name, doc string, readable, writable bool, methods []object.Func, checks ...func(t *thread, a []value) (value, error)) {
	_, init := bufferedInit(name, checks...)
	slots := object.Slots{New: func(t *thread, sub *object.Type, args, kw []value) (value, error) {
		b := object.Alloc[buffered](sub, tp)
		b.readable, b.writable = readable, writable
		return object.Wrap(b), nil
	}, Init: init}
	if readable {
		slots.Next = bufferedNext
	}
	tp.Define(object.TypeSpec{Name: name, Module: "_io", Doc: doc, Sig: "(raw, buffer_size=131072)", Flags: object.FlagBase,
		Base: &bufferedType, Size: unsafe.Sizeof(buffered{}), AttrsOff: attrsOff, Slots: slots, Methods: methods})
}

func init() {
	bufferedType.Define(object.TypeSpec{
		Name: "_Buffered", Module: "_io", Base: &BufferedIOBaseType, Size: unsafe.Sizeof(buffered{}), AttrsOff: attrsOff, Flags: object.FlagNoNew,
		Slots: object.Slots{Repr: bufferedRepr, Traverse: func(v value, visit func(value)) {
			if b := object.As[buffered](v); b.raw.O != nil {
				visit(b.raw)
			}
			object.TraverseAttrs(v, visit)
		}},
		GetSets: []object.GetSet{
			{Name: "closed", Get: func(t *thread, v value) (value, error) {
				b := object.As[buffered](v)
				if err := b.check(t); err != nil {
					return value{}, err
				}
				c, err := b.isClosed(t)
				return object.Bool(c), err
			}},
			forwardAttr("name"), forwardAttr("mode"),
			{Name: "raw", Get: func(t *thread, v value) (value, error) {
				b := object.As[buffered](v)
				if b.raw.O == nil {
					return object.None, nil
				}
				return b.raw, nil
			}},
		},
		Methods: []object.Func{
			{Name: "detach", Sig: "($self, /)", Fn: bufferedDetach},
			{Name: "flush", Sig: "($self, /)", Fn: bufferedFlush},
			{Name: "close", Sig: "($self, /)", Fn: bufferedClose},
			{Name: "seekable", Sig: "($self, /)", Fn: forward("seekable")},
			{Name: "fileno", Sig: "($self, /)", Fn: forward("fileno")},
			{Name: "isatty", Sig: "($self, /)", Fn: forward("isatty")},
			{Name: "seek", Sig: "($self, target, whence=0, /)", Fn: bufferedSeek},
			{Name: "tell", Sig: "($self, /)", Fn: bufferedTell},
			{Name: "truncate", Sig: "($self, pos=None, /)", Fn: bufferedTruncate},
			{Name: "__reduce__", Sig: "($self, /)", Fn: noPickle},
			{Name: "__reduce_ex__", Sig: "($self, protocol, /)", Fn: noPickle},
		},
	})
	able := checkAble("readable", "File or stream is not readable.")
	wable := checkAble("writable", "File or stream is not writable.")
	seekable := checkAble("seekable", "File or stream is not seekable.")
	readers := []object.Func{
		{Name: "read", Sig: "($self, size=-1, /)", Fn: bufferedRead},
		{Name: "read1", Sig: "($self, size=-1, /)", Fn: bufferedRead1},
		{Name: "peek", Sig: "($self, size=0, /)", Fn: bufferedPeek},
		{Name: "readinto", Sig: "($self, buffer, /)", Fn: bufferedReadinto(false)},
		{Name: "readinto1", Sig: "($self, buffer, /)", Fn: bufferedReadinto(true)},
		{Name: "readline", Sig: "($self, size=-1, /)", Fn: bufferedReadline},
	}
	writers := []object.Func{{Name: "write", Sig: "($self, buffer, /)", Fn: bufferedWrite}}
	rd := []object.Func{{Name: "readable", Sig: "($self, /)", Fn: forward("readable")}}
	wr := []object.Func{{Name: "writable", Sig: "($self, /)", Fn: forward("writable")}}
	defineBuffered(&BufferedReaderType, "BufferedReader", "Create a new buffered reader using the given readable raw IO object.",
		true, false, append(readers[:6:6], rd...), able)
	defineBuffered(&BufferedWriterType, "BufferedWriter", "A buffer for a writable raw stream.",
		false, true, append(writers[:1:1], wr...), wable)
	all := append(append(append(readers[:6:6], writers...), rd...), wr...)
	defineBuffered(&BufferedRandomType, "BufferedRandom", "A buffered interface to a seekable raw stream.",
		true, true, all, seekable, able, wable)
}
