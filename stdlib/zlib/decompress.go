package zlib

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"iter"
	"runtime"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// decompressor decompresses what it is fed. Go's inflater pulls its input; it
// runs as a coroutine that stops when the input is used up.
type decompressor struct {
	s    *stream
	next func() ([]byte, bool)
	stop func()
	left []byte // output that was not asked for yet
	done bool
}

// stream is what the coroutine works on.
type stream struct {
	format int
	dict   []byte
	in     []byte
	ok     bool // the end was reached
	err    error
	yield  func([]byte) bool
}

var errStopped = errors.New("stopped")

func newDecompressor(t *thread, wbits int, dict []byte) (*decompressor, error) {
	format, ok := formatOf(wbits)
	if !ok {
		return nil, object.ValueErrorf("Invalid initialization option")
	}
	d := &decompressor{s: &stream{format: format, dict: dict}}
	d.next, d.stop = iter.Pull(d.s.run)
	return d, nil
}

// ReadByte and Read implement the inflater's input.
func (s *stream) ReadByte() (byte, error) {
	for len(s.in) == 0 {
		if !s.yield(nil) {
			return 0, errStopped
		}
	}
	b := s.in[0]
	s.in = s.in[1:]
	return b, nil
}

func (s *stream) Read(p []byte) (int, error) {
	for len(s.in) == 0 && len(p) > 0 {
		if !s.yield(nil) {
			return 0, errStopped
		}
	}
	n := copy(p, s.in)
	s.in = s.in[n:]
	return n, nil
}

var _ io.ByteReader = (*stream)(nil)

func (s *stream) bytes(n int) ([]byte, error) {
	b := make([]byte, n)
	for i := range b {
		var err error
		if b[i], err = s.ReadByte(); err != nil {
			return nil, err
		}
	}
	return b, nil
}

type dataError string

func (e dataError) Error() string { return string(e) }

// run is the coroutine: it yields output, or nothing when it needs input.
func (s *stream) run(yield func([]byte) bool) {
	s.yield = yield
	err := s.inflate()
	if err != nil && !errors.Is(err, errStopped) {
		s.err = err
	}
	s.ok = err == nil
}

func (s *stream) inflate() error {
	format, err := s.header()
	if err != nil {
		return err
	}
	r := flate.NewReaderDict(s, s.dict)
	sum, crc, size := uint32(1), uint32(0), uint32(0)
	buf := make([]byte, 16384)
	for {
		n, err := r.Read(buf)
		if n > 0 {
			b := buf[:n]
			switch format {
			case zlibFormat:
				sum = adler(sum, b)
			case gzipFormat:
				crc = crc32.Update(crc, crc32.IEEETable, b)
				size += uint32(n)
			}
			if !s.yield(bytes.Clone(b)) {
				return errStopped
			}
		}
		if err == io.EOF {
			return s.trailer(format, sum, crc, size)
		}
		var bad flate.CorruptInputError
		switch {
		case errors.As(err, &bad):
			return dataError("invalid block type")
		case err != nil:
			return err
		}
	}
}

// header reads the header of the format, which the result names.
func (s *stream) header() (int, error) {
	if s.format == rawFormat {
		return rawFormat, nil
	}
	h, err := s.bytes(2)
	if err != nil {
		return 0, err
	}
	isGzip := h[0] == 0x1f && h[1] == 0x8b
	if isGzip && s.format != zlibFormat {
		return gzipFormat, s.gzipHeader()
	}
	if s.format == gzipFormat || binary.BigEndian.Uint16(h)%31 != 0 {
		return 0, dataError("incorrect header check")
	}
	switch {
	case h[0]&0xf != 8:
		return 0, dataError("unknown compression method")
	case h[0]>>4 > 7:
		return 0, dataError("invalid window size")
	}
	if h[1]&0x20 != 0 {
		id, err := s.bytes(4)
		if err != nil {
			return 0, err
		}
		if s.dict == nil {
			return 0, errNeedDict
		}
		if binary.BigEndian.Uint32(id) != adler(1, s.dict) {
			return 0, errBadDict
		}
	} else {
		s.dict = nil
	}
	return zlibFormat, nil
}

var errNeedDict, errBadDict = errors.New("need dictionary"), errors.New("bad dictionary")

func (s *stream) gzipHeader() error {
	h, err := s.bytes(8)
	if err != nil {
		return err
	}
	if h[0] != 8 {
		return dataError("unknown compression method")
	}
	if h[1]&0xe0 != 0 {
		return dataError("unknown header flags set")
	}
	if h[1]&4 != 0 {
		n, err := s.bytes(2)
		if err == nil {
			_, err = s.bytes(int(binary.LittleEndian.Uint16(n)))
		}
		if err != nil {
			return err
		}
	}
	for _, flag := range []byte{8, 16} { // name, comment
		if h[1]&flag == 0 {
			continue
		}
		for b := byte(1); b != 0; {
			if b, err = s.ReadByte(); err != nil {
				return err
			}
		}
	}
	if h[1]&2 != 0 {
		_, err = s.bytes(2)
	}
	return err
}

func (s *stream) trailer(format int, sum, crc, size uint32) error {
	switch format {
	case zlibFormat:
		b, err := s.bytes(4)
		if err == nil && binary.BigEndian.Uint32(b) != sum {
			err = dataError("incorrect data check")
		}
		return err
	case gzipFormat:
		b, err := s.bytes(8)
		switch {
		case err != nil:
			return err
		case binary.LittleEndian.Uint32(b) != crc:
			return dataError("incorrect data check")
		case binary.LittleEndian.Uint32(b[4:]) != size:
			return dataError("incorrect length check")
		}
	}
	return nil
}

// feed decompresses b to at most limit bytes (below 0: all).
func (d *decompressor) feed(t *thread, b []byte, limit int) ([]byte, error) {
	out := d.left
	d.left = nil
	d.s.in = append(bytes.Clone(d.s.in), b...)
	for !d.done && (limit < 0 || len(out) < limit) {
		chunk, ok := d.next()
		if !ok {
			d.done = true
			break
		}
		if chunk == nil {
			break // it needs input
		}
		if err := t.Charge(len(chunk)); err != nil {
			return nil, err
		}
		if err := t.Poll(len(chunk) / 1024); err != nil {
			return nil, err
		}
		out = append(out, chunk...)
	}
	if limit >= 0 && len(out) > limit {
		out, d.left = out[:limit:limit], out[limit:]
	}
	return out, d.problem(t)
}

func (d *decompressor) problem(t *thread) error {
	var data dataError
	switch err := d.s.err; {
	case err == nil:
		return nil
	case errors.As(err, &data):
		return failure(t, "Error -3 while decompressing data: %s", string(data))
	case err == errNeedDict:
		return failure(t, "Error 2 while decompressing data")
	case err == errBadDict:
		return failure(t, "Error -3 while setting zdict: invalid input data")
	default:
		return failure(t, "Error -5 while decompressing data: incomplete or truncated stream")
	}
}

// decompress is the Python object.
type decompress struct {
	object.Header
	d      *decompressor
	unused []byte // behind the end
	tail   []byte // not decompressed because of max_length
}

var decompressType object.Type

func decompressObj(t *thread, a []value) (value, error) {
	wbits, err := intArg(t, a[0], 15)
	if err != nil {
		return value{}, err
	}
	var dict []byte
	if a[1].O != nil {
		b, err := arg.Bytes(t, a[1])
		if err != nil {
			return value{}, object.TypeErrorf("zdict argument must support the buffer protocol")
		}
		dict = bytes.Clone(b)
	}
	d, err := newDecompressor(t, wbits, dict)
	if err != nil {
		return value{}, err
	}
	o := &decompress{Header: object.Header{Type: &decompressType}, d: d}
	runtime.AddCleanup(o, func(stop func()) { stop() }, d.stop)
	return object.Wrap(o), nil
}

func (o *decompress) decompress(t *thread, b []byte, limit int) (value, error) {
	if o.d.done && len(o.d.left) == 0 {
		o.unused = append(o.unused, b...)
		return object.NewBytes(nil), nil
	}
	out, err := o.d.feed(t, b, limit)
	if err != nil {
		return value{}, err
	}
	o.tail = nil
	switch {
	case o.d.done && len(o.d.left) == 0:
		o.unused = append(o.unused, o.d.s.in...)
		o.d.s.in = nil
	case limit >= 0 && len(out) >= limit:
		// What is left is given back by the caller.
		o.tail, o.d.s.in = o.d.s.in, nil
	}
	return object.NewBytes(out), nil
}

func init() {
	decompressType.Define(object.TypeSpec{Name: "Decompress", Module: "zlib", Flags: object.FlagNoNew, Size: unsafe.Sizeof(decompress{}),
		GetSets: []object.GetSet{
			{Name: "unused_data", Get: func(t *thread, v value) (value, error) {
				return object.NewBytes(bytes.Clone(object.As[decompress](v).unused)), nil
			}},
			{Name: "unconsumed_tail", Get: func(t *thread, v value) (value, error) {
				return object.NewBytes(bytes.Clone(object.As[decompress](v).tail)), nil
			}},
			{Name: "eof", Get: func(t *thread, v value) (value, error) {
				o := object.As[decompress](v)
				return object.Bool(o.d.done && len(o.d.left) == 0), nil
			}},
		},
		Methods: []object.Func{
			{Name: "decompress", Sig: "($self, data, /, max_length=0)", Fn: func(t *thread, a []value) (value, error) {
				b, err := arg.Bytes(t, a[1])
				if err != nil {
					return value{}, err
				}
				limit := 0
				if a[2].O != nil {
					if limit, err = arg.Size(t, a[2]); err != nil {
						return value{}, err
					}
				}
				if limit < 0 {
					return value{}, object.ValueErrorf("max_length must be non-negative")
				}
				if limit == 0 {
					limit = -1
				}
				return object.As[decompress](a[0]).decompress(t, b, limit)
			}},
			{Name: "flush", Sig: "($self, length=16384, /)", Fn: func(t *thread, a []value) (value, error) {
				n, err := intArg(t, a[1], 16384)
				if err != nil {
					return value{}, err
				}
				if n <= 0 {
					return value{}, object.ValueErrorf("length must be greater than zero")
				}
				o := object.As[decompress](a[0])
				return o.decompress(t, o.tail, -1)
			}},
		}})
}
