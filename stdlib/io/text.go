package io

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// text is a TextIOWrapper.
type text struct {
	base
	ok, detached  bool
	dirty         bool
	buffer        value
	buf           *buffered // buffer, if it is an exact buffered object
	encoding      string
	errors        string
	set           charset // foreign: through encoder
	encoder       value   // incremental encoder, for foreign encodings
	hasRead1      bool
	lineBuffering bool
	writeThrough  bool

	readNL    value  // newline argument
	universal bool   // \r, \n and \r\n end lines
	lineEnd   string // otherwise what ends a line
	writeNL   string // what \n is written as; "" or "\n": itself
	seekable  bool
	telling   bool
	pending   []byte // encoded text not yet given to buffer
	dec       decoder
	nl        *newliner // nil: line ends stay as they are
	decoded   string    // text read ahead
	pos       int       // byte offset in decoded
	snap      *snapshot
	chunk     int
}

// snapshot is the decoder's state before the chunk that gave decoded.
type snapshot struct {
	flags int64
	input []byte // what was decoded from there
}

func (x *text) check() error {
	if x.ok {
		return nil
	}
	if x.detached {
		return object.ValueErrorf("underlying buffer has been detached")
	}
	return object.ValueErrorf("I/O operation on uninitialized object")
}

func (x *text) isClosed(t *thread) (bool, error) {
	if x.buf != nil && x.buf.ok {
		return x.buf.isClosed(t)
	}
	return isClosed(t, x.buffer)
}

func (x *text) checkOpen(t *thread) error {
	if err := x.check(); err != nil {
		return err
	}
	c, err := x.isClosed(t)
	if err == nil && c {
		err = closedError()
	}
	return err
}

var textPlan = arg.Plan{Name: "TextIOWrapper", Sig: "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)"}

func textInit(t *thread, self value, args, kw []value) error {
	a, err := textPlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	x := object.As[text](self)
	x.ok = false
	encoding, err := arg.Str(a[1], "TextIOWrapper", "'encoding'", true)
	if err != nil {
		return err
	}
	if !arg.Given(a[1]) {
		encoding = "UTF-8"
	}
	errors, err := errorsArg(a[2])
	if err != nil {
		return err
	}
	lb, err := arg.Bool(t, a[4], false)
	if err != nil {
		return err
	}
	wt, err := arg.Bool(t, a[5], false)
	if err != nil {
		return err
	}
	return x.setup(t, a[0], encoding, errors, a[3], lb, wt)
}

func errorsArg(v value) (string, error) {
	if !arg.Given(v) {
		return "strict", nil
	}
	return arg.Str(v, "TextIOWrapper", "'errors'", true)
}

// setup makes x the text layer of buffer.
func (x *text) setup(t *thread, buffer value, encoding, errors string, newline value, lineBuffering, writeThrough bool) error {
	x.buffer, x.buf = buffer, nil
	switch buffer.O.Type {
	case &BufferedReaderType, &BufferedWriterType, &BufferedRandomType:
		x.buf = object.As[buffered](buffer)
	}
	if err := x.setNewline(newline); err != nil {
		return err
	}
	if err := x.setEncoding(t, encoding, errors); err != nil {
		return err
	}
	x.lineBuffering, x.writeThrough, x.chunk = lineBuffering, writeThrough, textChunk
	x.pending, x.decoded, x.pos, x.snap = nil, "", 0, nil
	if x.buf != nil {
		x.seekable, x.hasRead1 = x.buf.file != nil && x.buf.file.num() >= 0 && x.buf.file.isSeekable(), true
		if x.buf.file == nil {
			if err := x.askSeekable(t); err != nil {
				return err
			}
		}
	} else {
		if err := x.askSeekable(t); err != nil {
			return err
		}
		r1, err := object.GetAttrOpt(t, buffer, t.Intern("read1"))
		if err != nil {
			return err
		}
		x.hasRead1 = r1.O != nil
	}
	x.telling, x.ok, x.detached = x.seekable, true, false
	return x.startEncoder(t)
}

func (x *text) askSeekable(t *thread) error {
	s, err := object.CallMethod(t, x.buffer, "seekable")
	if err != nil {
		return err
	}
	x.seekable, err = object.Truth(t, s)
	return err
}

// startEncoder tells a stateful encoder when the file already has a beginning.
func (x *text) startEncoder(t *thread) error {
	if x.set != foreign || !x.seekable || x.encoder.O == nil {
		return nil
	}
	p, err := object.CallMethod(t, x.buffer, "tell")
	if err != nil {
		return err
	}
	if n, ok := object.AsInt64(p); ok && n != 0 {
		_, err = object.CallMethod(t, x.encoder, "setstate", object.Int(0))
	}
	return err
}

func (x *text) setNewline(v value) error {
	x.readNL, x.universal, x.lineEnd, x.writeNL = object.None, true, "", ""
	x.nl = &newliner{translate: true}
	if !arg.Given(v) {
		return nil
	}
	s, ok := object.AsStr(v)
	if !ok {
		return object.TypeErrorf("TextIOWrapper() argument 'newline' must be str or None, not %s", v.O.Type.MsgName())
	}
	switch s.String() {
	case "":
		x.nl = &newliner{}
	case "\n", "\r", "\r\n":
		x.universal, x.lineEnd, x.nl = false, s.String(), nil
		if s.String() != "\n" {
			x.writeNL = s.String()
		}
	default:
		return object.ValueErrorf("illegal newline value: %s", s.String())
	}
	x.readNL = v
	return nil
}

func (x *text) setEncoding(t *thread, encoding, errors string) error {
	if strings.IndexByte(encoding, 0) >= 0 {
		return object.ValueErrorf("embedded null character")
	}
	if encoding == "locale" {
		encoding = "UTF-8"
	}
	x.encoding, x.errors, x.encoder = encoding, errors, value{}
	x.set = charsetOf(encoding)
	if x.set != foreign && builtinErrors(errors) {
		x.dec = &setDecoder{set: x.set, errors: errors}
		return nil
	}
	x.set = foreign
	info, err := lookupCodec(t, encoding)
	if err != nil {
		return err
	}
	if x.dec, err = foreignDecoder(t, info, errors); err != nil {
		return err
	}
	x.encoder, err = object.CallMethod(t, info, "incrementalencoder", object.NewStr(errors))
	return err
}

func foreignDecoder(t *thread, info value, errors string) (decoder, error) {
	d, err := object.CallMethod(t, info, "incrementaldecoder", object.NewStr(errors))
	if err != nil {
		return nil, err
	}
	return &pyDecoder{d}, nil
}

// encodeText gives the bytes of s; v is s as an object if there is one.
func (x *text) encodeText(t *thread, s string, v value) ([]byte, error) {
	if v.O == nil {
		v = object.NewStr(s)
	}
	if x.set != foreign {
		return encode(t, x.set, x.errors, s, v)
	}
	r, err := object.CallMethod(t, x.encoder, "encode", v)
	if err != nil {
		return nil, err
	}
	b, ok := object.BytesOf(r)
	if !ok {
		return nil, object.TypeErrorf("encoder should return a bytes object, not '%s'", r.O.Type.MsgName())
	}
	return b, nil
}

// plainText reports whether s is written in x's encoding as it stands.
func (x *text) plainText(s string) bool {
	switch x.set {
	case utf8Set:
		return strings.IndexByte(s, 0xED) < 0
	case asciiSet, latin1Set:
		for i := 0; i < len(s); i++ {
			if s[i] >= 0x80 {
				return false
			}
		}
		return true
	}
	return false
}

// WriteText writes s to the TextIOWrapper v as its write method does.
func WriteText(t *thread, v value, s string) error {
	return object.As[text](v).write(t, s, value{})
}

func (x *text) write(t *thread, s string, v value) error {
	if err := x.checkOpen(t); err != nil {
		return err
	}
	if x.buf != nil && !x.buf.writable {
		return unsupported(t, "not writable")
	}
	flush := x.lineBuffering && (strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '\r') >= 0)
	if x.writeNL != "" && strings.IndexByte(s, '\n') >= 0 {
		s, v = strings.ReplaceAll(s, "\n", x.writeNL), value{}
	}
	if x.plainText(s) {
		if len(x.pending)+len(s) > x.chunk && len(x.pending) > 0 {
			if err := x.writePending(t); err != nil {
				return err
			}
		}
		x.pending = append(x.pending, s...)
	} else {
		b, err := x.encodeText(t, s, v)
		if err != nil {
			return err
		}
		if len(x.pending)+len(b) > x.chunk && len(x.pending) > 0 {
			if err := x.writePending(t); err != nil {
				return err
			}
		}
		x.pending = append(x.pending, b...)
	}
	if !x.dirty && x.buf != nil {
		x.markDirty(t)
	}
	if len(x.pending) >= x.chunk || flush || x.writeThrough {
		if err := x.writePending(t); err != nil {
			return err
		}
	}
	if flush {
		if err := x.flushBuffer(t); err != nil {
			return err
		}
	}
	if x.snap != nil || x.pos < len(x.decoded) || x.decoded != "" {
		x.decoded, x.pos, x.snap = "", 0, nil
		return x.resetDecoder(t)
	}
	return nil
}

func (x *text) resetDecoder(t *thread) error {
	if x.nl != nil {
		x.nl.pendingCR = false
	}
	return x.dec.reset(t)
}

func (x *text) flushBuffer(t *thread) error {
	if x.buf != nil {
		return x.buf.flushLocked(t)
	}
	_, err := object.CallMethod(t, x.buffer, "flush")
	return err
}

// writePending gives pending to the buffer.
func (x *text) writePending(t *thread) error {
	if len(x.pending) == 0 {
		return nil
	}
	p := x.pending
	x.pending = nil
	if x.buf != nil {
		if !x.buf.writable {
			return unsupported(t, "not writable")
		}
		err := x.buf.writeLocked(t, p)
		if x.pending == nil && cap(p) <= 4*textChunk {
			x.pending = p[:0]
		}
		return err
	}
	_, err := object.CallMethod(t, x.buffer, "write", object.NewBytes(p))
	return err
}

func (x *text) markDirty(t *thread) {
	if x.buf.file == nil || !x.buf.file.closefd {
		return
	}
	x.dirty = true
	dirtyOf(t).add(x)
}

func (x *text) writeOut(t *thread) error {
	x.dirty = false
	if !x.ok || x.buf == nil || x.buf.lock.Locked() {
		return nil
	}
	if c, err := x.isClosed(t); err != nil || c {
		return err
	}
	if err := x.writePending(t); err != nil {
		return err
	}
	return x.buf.writeOut(t)
}

func textWrite(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[1])
	if !ok {
		return value{}, object.TypeErrorf("write() argument must be str, not %s", arg.TypeName(a[1]))
	}
	if err := object.As[text](a[0]).write(t, s.String(), a[1]); err != nil {
		return value{}, err
	}
	return object.IntOf(s.CharLen()), nil
}

func textFlush(t *thread, a []value) (value, error) {
	x := object.As[text](a[0])
	if err := x.checkOpen(t); err != nil {
		return value{}, err
	}
	x.telling = x.seekable
	if err := x.writePending(t); err != nil {
		return value{}, err
	}
	return object.None, x.flushBuffer(t)
}

// Flush flushes the TextIOWrapper v.
func Flush(t *thread, v value) error {
	_, err := textFlush(t, []value{v})
	return err
}

func textClose(t *thread, a []value) (value, error) {
	x := object.As[text](a[0])
	if err := x.check(); err != nil {
		return value{}, err
	}
	c, err := x.isClosed(t)
	if err != nil || c {
		return object.None, err
	}
	var ferr error
	if a[0].O.Type == &TextIOWrapperType {
		_, ferr = textFlush(t, a)
	} else {
		_, ferr = object.CallMethod(t, a[0], "flush")
	}
	if x.buf != nil {
		_, err = bufferedClose(t, []value{x.buffer})
	} else {
		_, err = object.CallMethod(t, x.buffer, "close")
	}
	if err != nil {
		if e, ok := err.(*object.Exception); ok && ferr != nil {
			e.Context, _ = ferr.(*object.Exception)
		}
		return value{}, err
	}
	return object.None, ferr
}

func textDetach(t *thread, a []value) (value, error) {
	x := object.As[text](a[0])
	if err := x.check(); err != nil {
		return value{}, err
	}
	if _, err := object.CallMethod(t, a[0], "flush"); err != nil {
		return value{}, err
	}
	b := x.buffer
	x.buffer, x.buf, x.ok, x.detached = value{}, nil, false, true
	return b, nil
}

func textReconfigure(t *thread, a []value) (value, error) {
	x := object.As[text](a[0])
	if err := x.check(); err != nil {
		return value{}, err
	}
	encoding, errors, newline := a[1], a[2], a[3]
	if x.decoded != "" && (arg.Given(encoding) || arg.Given(errors) || newline.O != nil) {
		return value{}, unsupported(t, "It is not possible to set the encoding or newline of stream after the first read")
	}
	lb, wt := x.lineBuffering, x.writeThrough
	var err error
	if arg.Given(a[4]) {
		if lb, err = object.Truth(t, a[4]); err != nil {
			return value{}, err
		}
	}
	if arg.Given(a[5]) {
		if wt, err = object.Truth(t, a[5]); err != nil {
			return value{}, err
		}
	}
	if _, err := object.CallMethod(t, a[0], "flush"); err != nil {
		return value{}, err
	}
	if newline.O != nil {
		if err := x.setNewline(newline); err != nil {
			return value{}, err
		}
	}
	if arg.Given(encoding) || arg.Given(errors) {
		enc, err := arg.Str(encoding, "reconfigure", "'encoding'", true)
		if err != nil {
			return value{}, err
		}
		errs, err := arg.Str(errors, "reconfigure", "'errors'", true)
		if err != nil {
			return value{}, err
		}
		if !arg.Given(errors) {
			errs = x.errors
			if arg.Given(encoding) {
				errs = "strict"
			}
		}
		if !arg.Given(encoding) {
			enc = x.encoding
		}
		if err := x.setEncoding(t, enc, errs); err != nil {
			return value{}, err
		}
		if err := x.startEncoder(t); err != nil {
			return value{}, err
		}
	}
	x.lineBuffering, x.writeThrough = lb, wt
	return object.None, nil
}

func textRepr(t *thread, v value) (value, error) {
	x := object.As[text](v)
	if err := x.check(); err != nil {
		return value{}, err
	}
	mode := ""
	if m, err := object.GetAttrOpt(t, v, t.Intern("mode")); err != nil {
		return value{}, err
	} else if m.O != nil {
		r, err := object.Repr(t, m)
		if err != nil {
			return value{}, err
		}
		mode = "mode=" + r + " "
	}
	return reprNamed(t, v, func(name string) string {
		if name != "" {
			name = "name=" + name + " "
		}
		return name + mode + "encoding='" + x.encoding + "'"
	})
}
