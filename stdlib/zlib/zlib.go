// Package zlib implements the zlib module (library reference, "zlib") with
// Go's compress/flate, and gzip on top of it. What it compresses is correct
// but not byte for byte what the C library makes.
package zlib

import (
	_ "embed"
	"hash/adler32"
	"hash/crc32"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed gzip.py
var gzipSource string

// Modules declares zlib and gzip.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"zlib": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "zlib", Doc: "Compression in the formats of zlib, gzip and deflate.", Funcs: rows, Init: initModule}
		},
		"gzip": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "gzip", Doc: "Reading and writing gzip files.", Source: gzipSource}
		},
	}
}

type errorKey struct{}

var consts = map[string]int{"MAX_WBITS": 15, "DEFLATED": 8, "DEF_MEM_LEVEL": 8, "DEF_BUF_SIZE": 16384, "Z_BEST_COMPRESSION": 9, "Z_BEST_SPEED": 1,
	"Z_BLOCK": 5, "Z_DEFAULT_COMPRESSION": -1, "Z_DEFAULT_STRATEGY": 0, "Z_FILTERED": 1, "Z_FINISH": 4, "Z_FIXED": 4, "Z_FULL_FLUSH": 3,
	"Z_HUFFMAN_ONLY": 2, "Z_NO_COMPRESSION": 0, "Z_NO_FLUSH": 0, "Z_PARTIAL_FLUSH": 1, "Z_RLE": 3, "Z_SYNC_FLUSH": 2, "Z_TREES": 6}

func initModule(t *thread, m *object.Module) error {
	for n, v := range consts {
		m.Set(t, n, object.IntOf(v))
	}
	m.Set(t, "ZLIB_VERSION", object.NewStr("1.3.1"))
	m.Set(t, "ZLIB_RUNTIME_VERSION", object.NewStr("1.3.1"))
	m.Set(t, "__version__", object.NewStr("1.0"))
	e, err := object.NewExceptionType(t, "zlib", "error", &object.ExceptionType, "")
	if err != nil {
		return err
	}
	m.Set(t, "error", object.Wrap(e))
	t.Interp.Extra.Store(errorKey{}, e)
	return nil
}

// failure makes a zlib.error.
func failure(t *thread, format string, args ...any) error {
	tp := &object.ExceptionType
	if v, ok := t.Interp.Extra.Load(errorKey{}); ok {
		tp = v.(*object.Type)
	}
	return object.Errorf(tp, format, args...)
}

func intArg(t *thread, v value, def int) (int, error) {
	if v.O == nil {
		return def, nil
	}
	return arg.CInt(t, v)
}

// start reads the start value of a checksum.
func start(v value, def uint32) (uint32, error) {
	if v.O == nil {
		return def, nil
	}
	if !object.IsIntLike(v) {
		return 0, object.TypeErrorf("'%s' object cannot be interpreted as an integer", v.O.Type.MsgName())
	}
	n, ok := object.AsInt64(v)
	if !ok {
		b, _ := object.AsBig(v)
		return uint32(b.Uint64()), nil
	}
	return uint32(n), nil
}

// adler continues an Adler-32 sum.
func adler(sum uint32, b []byte) uint32 {
	if sum == 1 {
		return adler32.Checksum(b)
	}
	const mod = 65521
	s1, s2 := sum&0xffff, sum>>16
	for len(b) > 0 {
		n := min(len(b), 5552)
		for _, x := range b[:n] {
			s1 += uint32(x)
			s2 += s1
		}
		s1, s2, b = s1%mod, s2%mod, b[n:]
	}
	return s2<<16 | s1
}

func checksum(f func(sum uint32, b []byte) uint32, def uint32) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		b, err := arg.Bytes(t, a[0])
		if err != nil {
			return value{}, err
		}
		sum, err := start(a[1], def)
		if err != nil {
			return value{}, err
		}
		return object.Int(int64(f(sum, b))), nil
	}
}

var rows = []object.Func{
	{Name: "adler32", Sig: "(data, value=1, /)", Doc: "Compute an Adler-32 checksum of data.", Fn: checksum(adler, 1)},
	{Name: "crc32", Sig: "(data, value=0, /)", Doc: "Compute a CRC-32 checksum of data.", Fn: checksum(func(sum uint32, b []byte) uint32 {
		return crc32.Update(sum, crc32.IEEETable, b)
	}, 0)},
	{Name: "compress", Sig: "(data, /, level=-1, wbits=15)", Doc: "Compress data at once.", Fn: func(t *thread, a []value) (value, error) {
		b, err := arg.Bytes(t, a[0])
		if err != nil {
			return value{}, err
		}
		level, err := intArg(t, a[1], -1)
		if err != nil {
			return value{}, err
		}
		wbits, err := intArg(t, a[2], 15)
		if err != nil {
			return value{}, err
		}
		c, err := newCompressor(t, level, wbits, 0, nil)
		if err != nil {
			if _, ok := err.(*object.Exception); ok && object.IsExc(err, &object.ValueErrorType) {
				err = failure(t, "Bad compression level")
				if level >= -1 && level <= 9 {
					err = failure(t, "Error -2 while compressing data: inconsistent stream state")
				}
			}
			return value{}, err
		}
		c.write(b)
		return object.NewBytes(c.finish()), nil
	}},
	{Name: "decompress", Sig: "(data, /, wbits=15, bufsize=16384)", Doc: "Decompress data at once.", Fn: func(t *thread, a []value) (value, error) {
		b, err := arg.Bytes(t, a[0])
		if err != nil {
			return value{}, err
		}
		wbits, err := intArg(t, a[1], 15)
		if err != nil {
			return value{}, err
		}
		if n, err := intArg(t, a[2], 16384); err != nil {
			return value{}, err
		} else if n < 0 {
			return value{}, object.ValueErrorf("bufsize must be non-negative")
		}
		d, err := newDecompressor(t, wbits, nil)
		if err != nil {
			return value{}, failure(t, "Error -2 while preparing to decompress data: inconsistent stream state")
		}
		defer d.stop()
		out, err := d.feed(t, b, -1)
		if err != nil {
			return value{}, err
		}
		if !d.done {
			return value{}, failure(t, "Error -5 while decompressing data: incomplete or truncated stream")
		}
		return object.NewBytes(out), nil
	}},
	{Name: "compressobj", Sig: "(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)", Doc: "Return a compressor object.", Fn: compressObj},
	{Name: "decompressobj", Sig: "(wbits=15, zdict=b'')", Doc: "Return a decompressor object.", Fn: decompressObj},
}
