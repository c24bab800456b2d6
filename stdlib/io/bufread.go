package io

import (
	"bytes"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// fill reads once into the empty buffer. n is 0 at the end of the file.
func (b *buffered) fill(t *thread) (n int, none bool, err error) {
	if len(b.buf) == 0 {
		size := b.size
		if b.file != nil && b.file.regular && b.file.size < int64(size) {
			size = max(int(b.file.size)+1, min(size, 8192)) // small files need no large buffer
		}
		b.buf = make([]byte, size)
	}
	b.pos, b.end = 0, 0
	n, none, err = b.rawRead(t, b.buf)
	if err == nil && !none {
		b.end = n
	}
	return n, none, err
}

// startRead checks that b can be read, takes the lock and writes out what is
// pending.
func (b *buffered) startRead(t *thread, what string) error {
	if err := b.checkOpen(t, what); err != nil {
		return err
	}
	if err := b.enter(t); err != nil {
		return err
	}
	if len(b.wbuf) > 0 {
		if err := b.flushWrites(t); err != nil {
			b.leave(t)
			return err
		}
	}
	return nil
}

// handle lets signal handlers run between two raw reads.
func handlePending(t *thread) error {
	if bits := t.G.Pending(); bits != 0 {
		return t.HandleBreaker(bits)
	}
	return nil
}

// readN reads n bytes, fewer at the end of the file or when the raw stream
// would block; none says that it would and there was nothing.
func (b *buffered) readN(t *thread, n int) (out []byte, none bool, err error) {
	if avail := b.end - b.pos; n <= avail {
		out = append([]byte(nil), b.buf[b.pos:b.pos+n]...)
		b.pos += n
		return out, false, nil
	}
	if err := t.Charge(n); err != nil {
		return nil, false, err
	}
	if n < 1<<16 {
		out = make([]byte, 0, n)
	}
	out = append(out, b.buf[b.pos:b.end]...)
	b.pos, b.end = 0, 0
	for len(out) < n {
		left := n - len(out)
		if left >= b.size {
			chunk := left - left%b.size
			if free := cap(out) - len(out); free < chunk {
				out = append(make([]byte, 0, len(out)+max(min(chunk, 1<<24), len(out))), out...)
				chunk = min(chunk, cap(out)-len(out))
			}
			got, none, err := b.rawRead(t, out[len(out):len(out)+chunk])
			if err != nil {
				return nil, false, err
			}
			if none || got == 0 {
				return out, none && len(out) == 0, nil
			}
			out = out[:len(out)+got]
		} else {
			got, none, err := b.fill(t)
			if err != nil {
				return nil, false, err
			}
			if none || got == 0 {
				return out, none && len(out) == 0, nil
			}
			k := min(left, got)
			out = append(out, b.buf[:k]...)
			b.pos = k
		}
		if err := handlePending(t); err != nil {
			return nil, false, err
		}
	}
	return out, false, nil
}

func bufferedRead(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.check(t); err != nil {
		return value{}, err
	}
	n, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	if n < -1 {
		return value{}, object.ValueErrorf("read length must be non-negative or -1")
	}
	if err := b.startRead(t, "read of closed file"); err != nil {
		return value{}, err
	}
	defer b.leave(t)
	if n == -1 {
		return b.readAll(t)
	}
	out, none, err := b.readN(t, n)
	if err != nil {
		return value{}, err
	}
	if none {
		return object.None, nil
	}
	return object.NewBytes(out), nil
}

func (b *buffered) readAll(t *thread) (value, error) {
	ahead := append([]byte(nil), b.buf[b.pos:b.end]...)
	b.pos, b.end = 0, 0
	if b.file != nil {
		if err := b.file.check(true, false, t); err != nil {
			return value{}, err
		}
		out, none, err := b.file.readAll(t, ahead)
		if err != nil {
			return value{}, err
		}
		if none && len(out) == 0 {
			return object.None, nil
		}
		return object.NewBytes(out), nil
	}
	f, err := object.GetAttrOpt(t, b.raw, t.Intern("readall"))
	if err != nil {
		return value{}, err
	}
	if f.O != nil {
		r, err := object.CallArgs(t, f)
		if err != nil {
			return value{}, err
		}
		if r.IsNone() {
			if len(ahead) == 0 {
				return r, nil
			}
			return object.NewBytes(ahead), nil
		}
		p, ok := object.BytesOf(r)
		if !ok {
			return value{}, object.TypeErrorf("readall() should return bytes")
		}
		return object.NewBytes(append(ahead, p...)), nil
	}
	for {
		r, err := object.CallMethod(t, b.raw, "read")
		if err != nil {
			return value{}, err
		}
		p, ok := object.BytesOf(r)
		if !ok && !r.IsNone() {
			return value{}, object.TypeErrorf("read() should return bytes")
		}
		if len(p) == 0 {
			if len(ahead) == 0 {
				return r, nil
			}
			return object.NewBytes(ahead), nil
		}
		ahead = append(ahead, p...)
	}
}

// read1 returns what is there, or what one raw read gives.
func (b *buffered) read1(t *thread, n int) ([]byte, error) {
	if n < 0 {
		n = b.size
	}
	if b.end > b.pos {
		n = min(n, b.end-b.pos)
		out := append([]byte(nil), b.buf[b.pos:b.pos+n]...)
		b.pos += n
		return out, nil
	}
	if n == 0 {
		return nil, nil
	}
	if n < b.size {
		if _, _, err := b.fill(t); err != nil {
			return nil, err
		}
		n = min(n, b.end)
		b.pos = n
		return append([]byte(nil), b.buf[:n]...), nil
	}
	if b.file != nil && b.file.regular && int64(n) > b.file.size {
		n = max(int(b.file.size)+1, 8192)
	}
	out := make([]byte, n)
	got, _, err := b.rawRead(t, out)
	return out[:got:got], err
}

func bufferedRead1(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.check(t); err != nil {
		return value{}, err
	}
	n, err := arg.Int(t, a[1], -1)
	if err != nil {
		return value{}, err
	}
	if err := b.startRead(t, "read of closed file"); err != nil {
		return value{}, err
	}
	defer b.leave(t)
	out, err := b.read1(t, n)
	if err != nil {
		return value{}, err
	}
	return object.NewBytes(out), nil
}

func bufferedPeek(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.startRead(t, "peek of closed file"); err != nil {
		return value{}, err
	}
	defer b.leave(t)
	if b.end == b.pos {
		if _, _, err := b.fill(t); err != nil {
			return value{}, err
		}
	}
	return object.NewBytes(append([]byte(nil), b.buf[b.pos:b.end]...)), nil
}

func bufferedReadinto(once bool) func(t *thread, a []value) (value, error) {
	what := "readinto"
	if once {
		what = "readinto1"
	}
	return func(t *thread, a []value) (value, error) {
		b := object.As[buffered](a[0])
		if err := b.check(t); err != nil {
			return value{}, err
		}
		dst, err := arg.Writable(t, a[1], what)
		if err != nil {
			return value{}, err
		}
		if err := b.startRead(t, "readinto of closed file"); err != nil {
			return value{}, err
		}
		defer b.leave(t)
		total := 0
		for total < len(dst) {
			if b.end > b.pos {
				n := copy(dst[total:], b.buf[b.pos:b.end])
				b.pos += n
				total += n
				if once {
					break
				}
				continue
			}
			var n int
			var none bool
			direct := len(dst)-total >= b.size
			if direct {
				n, none, err = b.rawRead(t, dst[total:])
				if err == nil && !none {
					total += n
				}
			} else {
				n, none, err = b.fill(t)
			}
			if err != nil {
				return value{}, err
			}
			if none && total == 0 {
				return object.None, nil
			}
			if none || n == 0 || once && direct {
				break
			}
		}
		return object.IntOf(total), nil
	}
}

// line returns the next line, at most limit bytes of it if limit is not
// negative.
func (b *buffered) line(t *thread, limit int) ([]byte, error) {
	var out []byte
	for {
		chunk := b.buf[b.pos:b.end]
		cut := false
		if limit >= 0 && len(chunk) >= limit-len(out) {
			chunk, cut = chunk[:limit-len(out)], true
		}
		if i := bytes.IndexByte(chunk, '\n'); i >= 0 {
			chunk, cut = chunk[:i+1], true
		}
		b.pos += len(chunk)
		if cut {
			return append(out, chunk...), nil
		}
		out = append(out, chunk...)
		n, _, err := b.fill(t)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return out, nil
		}
	}
}

func bufferedReadline(t *thread, a []value) (value, error) {
	b := object.As[buffered](a[0])
	if err := b.check(t); err != nil {
		return value{}, err
	}
	limit, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	if err := b.startRead(t, "readline of closed file"); err != nil {
		return value{}, err
	}
	defer b.leave(t)
	out, err := b.line(t, limit)
	if err != nil {
		return value{}, err
	}
	return object.NewBytes(out), nil
}

func bufferedNext(t *thread, v value) (value, error) {
	if v.O.Type.IsHeap() {
		return baseNext(t, v)
	}
	b := object.As[buffered](v)
	if err := b.startRead(t, "readline of closed file"); err != nil {
		return value{}, err
	}
	defer b.leave(t)
	out, err := b.line(t, -1)
	if err != nil || len(out) == 0 {
		return value{}, err
	}
	return object.NewBytes(out), nil
}
