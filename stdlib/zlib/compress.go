package zlib

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// Formats.
const (
	rawFormat = iota
	zlibFormat
	gzipFormat
	anyFormat // zlib or gzip, as the header says
)

// formatOf tells what wbits mean.
func formatOf(wbits int) (int, bool) {
	switch {
	case wbits >= -15 && wbits <= -8:
		return rawFormat, true
	case wbits >= 8 && wbits <= 15 || wbits == 0:
		return zlibFormat, true
	case wbits >= 24 && wbits <= 31 || wbits == 16:
		return gzipFormat, true
	case wbits >= 40 && wbits <= 47 || wbits == 32:
		return anyFormat, true
	}
	return 0, false
}

// compressor is the state of a compression.
type compressor struct {
	format   int
	out      bytes.Buffer
	w        *flate.Writer
	adler    uint32
	crc      uint32
	size     uint32
	finished bool
}

func newCompressor(t *thread, level, wbits, strategy int, dict []byte) (*compressor, error) {
	format, ok := formatOf(wbits)
	if !ok || level < -1 || level > 9 || format == anyFormat || wbits == 0 {
		return nil, object.ValueErrorf("Invalid initialization option")
	}
	if strategy == 2 {
		level = flate.HuffmanOnly
	}
	c := &compressor{format: format, adler: 1}
	var err error
	if c.w, err = flate.NewWriterDict(&c.out, level, dict); err != nil {
		return nil, object.ValueErrorf("Invalid initialization option")
	}
	switch format {
	case zlibFormat:
		mark := byte(0x9c)
		switch {
		case level == 0 || level == 1 || strategy == 2:
			mark = 0x01
		case level >= 2 && level <= 5:
			mark = 0x5e
		case level > 6:
			mark = 0xda
		}
		if dict != nil {
			mark = mark&^0x1f | 0x20
			mark += byte(31 - (0x7800+int(mark))%31)
		}
		c.out.Write([]byte{0x78, mark})
		if dict != nil {
			c.out.Write(binary.BigEndian.AppendUint32(nil, adler(1, dict)))
		}
	case gzipFormat:
		extra := byte(0)
		switch level {
		case 9:
			extra = 2
		case 1:
			extra = 4
		}
		c.out.Write([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, extra, 3})
	}
	return c, nil
}

func (c *compressor) write(b []byte) {
	_, _ = c.w.Write(b)
	switch c.format {
	case zlibFormat:
		c.adler = adler(c.adler, b)
	case gzipFormat:
		c.crc = crc32.Update(c.crc, crc32.IEEETable, b)
		c.size += uint32(len(b))
	}
}

// take returns what is ready.
func (c *compressor) take() []byte {
	b := bytes.Clone(c.out.Bytes())
	c.out.Reset()
	return b
}

func (c *compressor) finish() []byte {
	_ = c.w.Close()
	c.finished = true
	switch c.format {
	case zlibFormat:
		c.out.Write(binary.BigEndian.AppendUint32(nil, c.adler))
	case gzipFormat:
		c.out.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, c.crc), c.size))
	}
	return c.take()
}

// compress is the Python object.
type compress struct {
	object.Header
	c *compressor
}

var compressType object.Type

func compressObj(t *thread, a []value) (value, error) {
	n := [5]int{-1, 8, 15, 8, 0}
	for i := range n {
		var err error
		if n[i], err = intArg(t, a[i], n[i]); err != nil {
			return value{}, err
		}
	}
	var dict []byte
	if arg.Given(a[5]) {
		b, err := arg.Bytes(t, a[5])
		if err != nil {
			return value{}, err
		}
		dict = bytes.Clone(b)
	}
	if n[1] != 8 || n[3] < 1 || n[3] > 9 || n[4] < 0 || n[4] > 4 {
		return value{}, object.ValueErrorf("Invalid initialization option")
	}
	c, err := newCompressor(t, n[0], n[2], n[4], dict)
	if err != nil {
		return value{}, err
	}
	return object.Wrap(&compress{object.Header{Type: &compressType}, c}), nil
}

func init() {
	compressType.Define(object.TypeSpec{Name: "Compress", Module: "zlib", Flags: object.FlagNoNew, Size: unsafe.Sizeof(compress{}), Methods: []object.Func{
		{Name: "compress", Sig: "($self, data, /)", Fn: func(t *thread, a []value) (value, error) {
			c := object.As[compress](a[0]).c
			b, err := arg.Bytes(t, a[1])
			if err != nil {
				return value{}, err
			}
			if c.finished {
				return value{}, failure(t, "Error -2 while compressing data: inconsistent stream state")
			}
			if err := t.Charge(len(b)); err != nil {
				return value{}, err
			}
			c.write(b)
			return object.NewBytes(c.take()), nil
		}},
		{Name: "flush", Sig: "($self, mode=4, /)", Fn: func(t *thread, a []value) (value, error) {
			c := object.As[compress](a[0]).c
			mode, err := intArg(t, a[1], 4)
			if err != nil {
				return value{}, err
			}
			switch {
			case mode == 0:
				return object.NewBytes(nil), nil
			case c.finished || mode < 0 || mode > 6:
				return value{}, failure(t, "Error -2 while flushing: inconsistent stream state")
			case mode == 4:
				return object.NewBytes(c.finish()), nil
			}
			_ = c.w.Flush()
			return object.NewBytes(c.take()), nil
		}},
	}})
}
