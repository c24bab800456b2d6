package io

import (
	"bytes"
	"math/big"

	"github.com/gopy-lang/gopy/internal/wtf8"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// cookie is a position in a text file: where in the buffer to start decoding,
// in which state, how many bytes to decode and how many characters of the
// result to skip. Usually only the position is not zero.
type cookie struct{ pos, flags, feed, skip, eof int64 }

func (c cookie) value() value {
	if c.flags|c.feed|c.skip|c.eof == 0 {
		return object.Int(c.pos)
	}
	n := big.NewInt(c.eof)
	for _, part := range []int64{c.skip, c.feed, c.flags, c.pos} {
		n.Or(n.Lsh(n, 64), big.NewInt(part))
	}
	return object.BigInt(n)
}

func cookieOf(v value) (cookie, error) {
	b, ok := object.AsBig(v)
	if !ok {
		return cookie{}, object.TypeErrorf("'%s' object cannot be interpreted as an integer", v.O.Type.MsgName())
	}
	if b.Sign() < 0 {
		return cookie{}, object.ValueErrorf("negative seek position %s", b)
	}
	var parts [5]int64
	n, mask := new(big.Int).Set(b), new(big.Int).SetUint64(^uint64(0))
	for i := range parts {
		parts[i] = int64(new(big.Int).And(n, mask).Uint64())
		n.Rsh(n, 64)
	}
	return cookie{parts[0], parts[1], parts[2], parts[3], parts[4]}, nil
}

func (x *text) checkSeekable(t *thread) error {
	if !x.seekable {
		return unsupported(t, "underlying stream is not seekable")
	}
	return nil
}

func textTell(t *thread, a []value) (value, error) {
	x := object.As[text](a[0])
	if err := x.checkOpen(t); err != nil {
		return value{}, err
	}
	if err := x.checkSeekable(t); err != nil {
		return value{}, err
	}
	if !x.telling {
		return value{}, osErrorf("telling position disabled by next() call")
	}
	if err := x.writePending(t); err != nil {
		return value{}, err
	}
	if _, err := object.CallMethod(t, a[0], "flush"); err != nil {
		return value{}, err
	}
	p, err := object.CallMethod(t, x.buffer, "tell")
	if err != nil || x.snap == nil {
		return p, err
	}
	pos, err := arg.Int64(t, p)
	if err != nil {
		return value{}, err
	}
	c := cookie{pos: pos - int64(len(x.snap.input)), flags: x.snap.flags}
	if x.pos == 0 {
		return c.value(), nil
	}
	if n, ok := x.plainOffset(); ok {
		c.pos += int64(n)
		return c.value(), nil
	}
	return x.searchCookie(t, c)
}

// plainOffset is the number of input bytes that gave decoded[:pos] when every
// character stands for its own bytes.
func (x *text) plainOffset() (int, bool) {
	d, ok := x.dec.(*setDecoder)
	if !ok || x.snap.flags != 0 || x.nl != nil && bytes.IndexByte(x.snap.input, '\r') >= 0 {
		return 0, false
	}
	used := x.decoded[:x.pos]
	if d.set == latin1Set {
		return wtf8.Count(used), true
	}
	return len(used), len(x.decoded)+len(d.rest) == len(x.snap.input)
}

// searchCookie decodes the chunk again, byte by byte, to find the position.
func (x *text) searchCookie(t *thread, c cookie) (value, error) {
	skip := int64(wtf8.Count(x.decoded[:x.pos]))
	rest, flags, err := x.dec.state(t)
	if err != nil {
		return value{}, err
	}
	flags = x.flags(flags)
	seen := uint8(0)
	if x.nl != nil {
		seen = x.nl.seen
	}
	defer func() {
		_ = x.restore(t, rest, flags)
		if x.nl != nil {
			x.nl.seen = seen
		}
	}()
	if err := x.restore(t, nil, c.flags); err != nil {
		return value{}, err
	}
	start, fed, chars := c, int64(0), int64(0)
	start.skip = skip
	for i := range x.snap.input {
		s, err := x.convert(t, x.snap.input[i:i+1], false)
		if err != nil {
			return value{}, err
		}
		fed++
		chars += int64(wtf8.Count(s))
		r, f, err := x.dec.state(t)
		if err != nil {
			return value{}, err
		}
		if len(r) == 0 && chars <= skip {
			start = cookie{pos: c.pos + fed, flags: x.flags(f), skip: skip - chars}
			if start.skip == 0 {
				return start.value(), nil
			}
		}
		if chars >= skip {
			break
		}
	}
	start.feed = c.pos + fed - start.pos
	if chars < skip {
		start.eof = 1
	}
	return start.value(), nil
}

func textSeek(t *thread, a []value) (value, error) {
	x := object.As[text](a[0])
	whence, err := arg.Int(t, a[2], 0)
	if err != nil {
		return value{}, err
	}
	if err := x.checkOpen(t); err != nil {
		return value{}, err
	}
	if err := x.checkSeekable(t); err != nil {
		return value{}, err
	}
	at := a[1]
	zero := object.IsIntLike(at)
	if zero {
		n, fits := object.AsInt64(at)
		zero = fits && n == 0
	}
	switch whence {
	case 0:
	case 1:
		if !zero {
			return value{}, unsupported(t, "can't do nonzero cur-relative seeks")
		}
		if at, err = object.CallMethod(t, a[0], "tell"); err != nil {
			return value{}, err
		}
	case 2:
		if !zero {
			return value{}, unsupported(t, "can't do nonzero end-relative seeks")
		}
		if _, err := object.CallMethod(t, a[0], "flush"); err != nil {
			return value{}, err
		}
		x.decoded, x.pos, x.snap = "", 0, nil
		if err := x.resetDecoder(t); err != nil {
			return value{}, err
		}
		r, err := object.CallMethod(t, x.buffer, "seek", object.Int(0), object.Int(2))
		if err != nil {
			return value{}, err
		}
		return r, x.resetEncoder(t, r)
	default:
		return value{}, object.ValueErrorf("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	c, err := cookieOf(at)
	if err != nil {
		return value{}, err
	}
	if _, err := object.CallMethod(t, a[0], "flush"); err != nil {
		return value{}, err
	}
	return at, x.seekTo(t, c)
}

func (x *text) resetEncoder(t *thread, pos value) error {
	if x.set != foreign || x.encoder.O == nil {
		return nil
	}
	if n, ok := object.AsInt64(pos); ok && n == 0 {
		_, err := object.CallMethod(t, x.encoder, "reset")
		return err
	}
	_, err := object.CallMethod(t, x.encoder, "setstate", object.Int(0))
	return err
}

func (x *text) seekTo(t *thread, c cookie) error {
	if _, err := object.CallMethod(t, x.buffer, "seek", object.Int(c.pos)); err != nil {
		return err
	}
	x.decoded, x.pos, x.snap = "", 0, nil
	if err := x.restore(t, nil, c.flags); err != nil {
		return err
	}
	if c.skip > 0 {
		r, err := object.CallMethod(t, x.buffer, "read", object.Int(c.feed))
		if err != nil {
			return err
		}
		in, err := arg.Bytes(t, r)
		if err != nil {
			return err
		}
		in = append([]byte(nil), in...)
		s, err := x.convert(t, in, c.eof != 0)
		if err != nil {
			return err
		}
		if int64(wtf8.Count(s)) < c.skip {
			return osErrorf("can't restore logical file position")
		}
		x.decoded, x.pos = s, charOffset(s, int(c.skip))
		x.snap = &snapshot{flags: c.flags, input: in}
	} else {
		x.snap = &snapshot{flags: c.flags}
	}
	return x.resetEncoder(t, object.Int(c.pos))
}
