package io

import (
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/wtf8"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// readable reports, and startRead requires, that x can be read; what is pending
// is written first.
func (x *text) startRead(t *thread) error {
	if err := x.checkOpen(t); err != nil {
		return err
	}
	if x.buf != nil && !x.buf.readable {
		return unsupported(t, "not readable")
	}
	return x.writePending(t)
}

// readBytes gets the next chunk of the buffer; n < 0 reads all.
func (x *text) readBytes(t *thread, n int) ([]byte, error) {
	if x.buf != nil && n >= 0 {
		if err := x.buf.startRead(t, "read of closed file"); err != nil {
			return nil, err
		}
		defer x.buf.leave(t)
		return x.buf.read1(t, n)
	}
	var r value
	var err error
	switch {
	case n < 0:
		r, err = object.CallMethod(t, x.buffer, "read")
	case x.hasRead1:
		r, err = object.CallMethod(t, x.buffer, "read1", object.IntOf(n))
	default:
		r, err = object.CallMethod(t, x.buffer, "read", object.IntOf(n))
	}
	if err != nil {
		return nil, err
	}
	b, ok := object.BytesOf(r)
	if !ok {
		name := "read1"
		if n < 0 || !x.hasRead1 {
			name = "read"
		}
		return nil, object.TypeErrorf("underlying %s() should have returned a bytes-like object, not '%s'", name, r.O.Type.MsgName())
	}
	return b, nil
}

func (x *text) convert(t *thread, in []byte, final bool) (string, error) {
	s, err := x.dec.decode(t, in, final)
	if err == nil && x.nl != nil {
		s = x.nl.convert(s, final)
	}
	return s, err
}

// flags is the decoder's state as one number, the newline layer's lowest.
func (x *text) flags(inner int64) int64 {
	if x.nl == nil {
		return inner
	}
	inner <<= 1
	if x.nl.pendingCR {
		inner |= 1
	}
	return inner
}

func (x *text) restore(t *thread, rest []byte, flags int64) error {
	if x.nl != nil {
		x.nl.pendingCR = flags&1 != 0
		flags >>= 1
	}
	if len(rest) == 0 && flags == 0 {
		return x.dec.reset(t)
	}
	return x.dec.setState(t, rest, flags)
}

// next decodes the next chunk into decoded; more is false at the end.
func (x *text) readChunk(t *thread) (more bool, err error) {
	var s *snapshot
	if x.telling {
		rest, flags, err := x.dec.state(t)
		if err != nil {
			return false, err
		}
		s = &snapshot{flags: x.flags(flags), input: append([]byte(nil), rest...)}
	}
	in, err := x.readBytes(t, x.chunk)
	if err != nil {
		return false, err
	}
	eof := len(in) == 0
	x.decoded, x.pos = "", 0
	out, err := x.convert(t, in, eof)
	if err != nil {
		return false, err
	}
	x.decoded = out
	if s != nil {
		s.input = append(s.input, in...)
		x.snap = s
	}
	return !eof || out != "", nil
}

// take returns up to n characters of decoded.
func (x *text) take(n int) (string, int) {
	rest := x.decoded[x.pos:]
	if n >= len(rest) {
		c := wtf8.Count(rest)
		if c <= n {
			x.pos = len(x.decoded)
			return rest, c
		}
	}
	i := charOffset(rest, n)
	x.pos += i
	return rest[:i], n
}

// charOffset is the byte offset of character n.
func charOffset(s string, n int) int {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		i++
		for i < len(s) && s[i]&0xC0 == 0x80 {
			i++
		}
	}
	return i
}

func textRead(t *thread, a []value) (value, error) {
	x := object.As[text](a[0])
	n, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	if err := x.startRead(t); err != nil {
		return value{}, err
	}
	if n < 0 {
		in, err := x.readBytes(t, -1)
		if err != nil {
			return value{}, err
		}
		out, err := x.convert(t, in, true)
		if err != nil {
			return value{}, err
		}
		if x.pos < len(x.decoded) {
			out = x.decoded[x.pos:] + out
		}
		if x.snap != nil || x.decoded != "" {
			x.decoded, x.pos, x.snap = "", 0, nil
		}
		return object.NewStr(out), nil
	}
	out, c := x.take(n)
	for c < n {
		more, err := x.readChunk(t)
		if err != nil {
			return value{}, err
		}
		if !more {
			break
		}
		s, k := x.take(n - c)
		out += s
		c += k
	}
	return object.NewStr(out), nil
}

// lineEndIn returns the offset behind the first line end in s, or -1.
func (x *text) lineEndIn(s string) int {
	switch {
	case x.nl != nil && x.nl.translate || x.lineEnd == "\n":
		return strings.IndexByte(s, '\n') + 1 - b2i(strings.IndexByte(s, '\n') < 0)
	case x.universal:
		i := strings.IndexAny(s, "\r\n")
		if i < 0 {
			return -1
		}
		if s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n' {
			return i + 2
		}
		return i + 1
	}
	i := strings.Index(s, x.lineEnd)
	if i < 0 {
		return -1
	}
	return i + len(x.lineEnd)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// line returns the next line, at most limit characters of it if limit is not
// negative.
func (x *text) line(t *thread, limit int) (string, error) {
	acc := ""
	var parts []byte
	for {
		rest := x.decoded[x.pos:]
		if rest != "" {
			end := x.lineEndIn(rest)
			if n := len(parts); x.lineEnd == "\r\n" && n > 0 && parts[n-1] == '\r' && rest[0] == '\n' {
				end = 1
			}
			done := end >= 0
			if !done {
				end = len(rest)
			}
			if limit >= 0 {
				if i := charOffset(rest[:end], limit); i < end || wtf8.Count(rest[:end]) == limit {
					end, done = i, true
				}
				limit -= wtf8.Count(rest[:end])
			}
			x.pos += end
			if done && parts == nil {
				return rest[:end], nil
			}
			parts = append(parts, rest[:end]...)
			if done {
				return string(parts), nil
			}
		} else if limit == 0 {
			return string(parts), nil
		}
		more, err := x.readChunk(t)
		if err != nil {
			return "", err
		}
		if !more {
			x.decoded, x.pos, x.snap = "", 0, nil
			return acc + string(parts), nil
		}
	}
}

func textReadline(t *thread, a []value) (value, error) {
	x := object.As[text](a[0])
	n, err := arg.Int(t, a[1], -1)
	if err != nil {
		return value{}, err
	}
	if err := x.startRead(t); err != nil {
		return value{}, err
	}
	s, err := x.line(t, n)
	if err != nil {
		return value{}, err
	}
	return object.NewStr(s), nil
}

func textNext(t *thread, v value) (value, error) {
	x := object.As[text](v)
	if err := x.check(); err != nil {
		return value{}, err
	}
	x.telling = false
	var r value
	if v.O.Type == &TextIOWrapperType {
		if err := x.startRead(t); err != nil {
			return value{}, err
		}
		s, err := x.line(t, -1)
		if err != nil {
			return value{}, err
		}
		if s != "" {
			return object.NewStr(s), nil
		}
	} else {
		var err error
		if r, err = object.CallMethod(t, v, "readline"); err != nil {
			return value{}, err
		}
		s, ok := object.AsStr(r)
		if !ok {
			return value{}, osErrorf("readline() should have returned a str object, not '%s'", r.O.Type.MsgName())
		}
		if s.String() != "" {
			return r, nil
		}
	}
	x.snap, x.telling = nil, x.seekable
	return value{}, nil
}

func textForward(name string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		x := object.As[text](a[0])
		if err := x.check(); err != nil {
			return value{}, err
		}
		return object.CallMethod(t, x.buffer, name)
	}
}

func textTruncate(t *thread, a []value) (value, error) {
	x := object.As[text](a[0])
	if err := x.check(); err != nil {
		return value{}, err
	}
	if _, err := object.CallMethod(t, a[0], "flush"); err != nil {
		return value{}, err
	}
	size := object.None
	if a[1].O != nil {
		size = a[1]
	}
	return object.CallMethod(t, x.buffer, "truncate", size)
}

func textGet(name string, get func(x *text) value) object.GetSet {
	return object.GetSet{Name: name, Get: func(t *thread, v value) (value, error) {
		x := object.As[text](v)
		if err := x.check(); err != nil {
			return value{}, err
		}
		return get(x), nil
	}}
}

func init() {
	TextIOWrapperType.Define(object.TypeSpec{
		Name: "TextIOWrapper", Module: "_io", Doc: "Character and line based layer over a buffered stream.",
		Sig:   "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
		Flags: object.FlagBase, Base: &TextIOBaseType, Size: unsafe.Sizeof(text{}), AttrsOff: attrsOff,
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			return object.Wrap(object.Alloc[text](tp, &TextIOWrapperType)), nil
		}, Init: textInit, Repr: textRepr, Next: textNext, Traverse: func(v value, visit func(value)) {
			x := object.As[text](v)
			for _, r := range []value{x.buffer, x.encoder} {
				if r.O != nil {
					visit(r)
				}
			}
			if d, ok := x.dec.(*pyDecoder); ok {
				visit(d.obj)
			}
			object.TraverseAttrs(v, visit)
		}},
		GetSets: []object.GetSet{
			textGet("encoding", func(x *text) value { return object.NewStr(x.encoding) }),
			textGet("errors", func(x *text) value { return object.NewStr(x.errors) }),
			textGet("buffer", func(x *text) value { return x.buffer }),
			textGet("line_buffering", func(x *text) value { return object.Bool(x.lineBuffering) }),
			textGet("write_through", func(x *text) value { return object.Bool(x.writeThrough) }),
			textGet("newlines", func(x *text) value {
				if x.nl == nil {
					return object.None
				}
				return x.nl.newlines()
			}),
			{Name: "closed", Get: func(t *thread, v value) (value, error) {
				x := object.As[text](v)
				if err := x.check(); err != nil {
					return value{}, err
				}
				c, err := x.isClosed(t)
				return object.Bool(c), err
			}},
			{Name: "name", Get: func(t *thread, v value) (value, error) {
				x := object.As[text](v)
				if err := x.check(); err != nil {
					return value{}, err
				}
				return object.GetAttrStr(t, x.buffer, "name")
			}},
			{Name: "_CHUNK_SIZE", Get: func(t *thread, v value) (value, error) { return object.IntOf(object.As[text](v).chunk), nil },
				Set: func(t *thread, v, n value) error {
					k, err := arg.Int(t, n, textChunk)
					if err == nil && k <= 0 {
						err = object.ValueErrorf("a strictly positive integer is required")
					}
					if err == nil {
						object.As[text](v).chunk = k
					}
					return err
				}},
		},
		Methods: []object.Func{
			{Name: "write", Sig: "($self, text, /)", Doc: "Write string to stream.", Fn: textWrite},
			{Name: "read", Sig: "($self, size=-1, /)", Fn: textRead},
			{Name: "readline", Sig: "($self, size=-1, /)", Fn: textReadline},
			{Name: "flush", Sig: "($self, /)", Fn: textFlush},
			{Name: "close", Sig: "($self, /)", Fn: textClose},
			{Name: "detach", Sig: "($self, /)", Fn: textDetach},
			{Name: "reconfigure", Sig: "($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)", Fn: textReconfigure},
			{Name: "fileno", Sig: "($self, /)", Fn: textForward("fileno")},
			{Name: "seekable", Sig: "($self, /)", Fn: textForward("seekable")},
			{Name: "readable", Sig: "($self, /)", Fn: textForward("readable")},
			{Name: "writable", Sig: "($self, /)", Fn: textForward("writable")},
			{Name: "isatty", Sig: "($self, /)", Fn: textForward("isatty")},
			{Name: "seek", Sig: "($self, cookie, whence=0, /)", Fn: textSeek},
			{Name: "tell", Sig: "($self, /)", Fn: textTell},
			{Name: "truncate", Sig: "($self, pos=None, /)", Fn: textTruncate},
			{Name: "__reduce__", Sig: "($self, /)", Fn: noPickle},
			{Name: "__reduce_ex__", Sig: "($self, protocol, /)", Fn: noPickle},
		},
	})
}
