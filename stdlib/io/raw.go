package io

import (
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

func sizeArg(t *thread, v value) (int, error) { return arg.Size(t, v) }

// newBytearray makes a bytearray of n zeros, the buffer handed to streams
// written in Python.
func newBytearray(t *thread, n int) (value, error) {
	f, ok := t.Interp.Builtins.GetGo(t, "bytearray")
	if !ok {
		return value{}, object.SystemErrorf("no bytearray")
	}
	return object.CallArgs(t, f, object.IntOf(n))
}

// rawBaseRead reads through readinto.
func rawBaseRead(t *thread, a []value) (value, error) {
	n, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return object.CallMethod(t, a[0], "readall")
	}
	b, got, none, err := callReadinto(t, a[0], n, false)
	if err != nil {
		return value{}, err
	}
	if none {
		return object.None, nil
	}
	return object.NewBytes(append([]byte(nil), b[:got]...)), nil
}

// callReadinto calls v.readinto with a bytearray of n bytes.
func callReadinto(t *thread, v value, n int, buffered bool) (b []byte, got int, none bool, err error) {
	if err := t.Charge(n); err != nil {
		return nil, 0, false, err
	}
	ba, err := newBytearray(t, n)
	if err != nil {
		return nil, 0, false, err
	}
	r, err := object.CallMethod(t, v, "readinto", ba)
	if err != nil {
		return nil, 0, false, err
	}
	if r.IsNone() {
		return nil, 0, true, nil
	}
	got, err = object.IndexInt(t, r, &object.ValueErrorType)
	if err != nil {
		return nil, 0, false, err
	}
	if (got < 0 || got > n) && !buffered {
		return nil, 0, false, object.ValueErrorf("readinto returned %d outside buffer size %d", got, n)
	}
	if got < 0 || got > n {
		return nil, 0, false, osErrorf("raw readinto() returned invalid length %d (should have been between 0 and %d)", got, n)
	}
	b, err = arg.Bytes(t, ba)
	if err == nil && got > len(b) {
		got = len(b)
	}
	return b, got, false, err
}

func rawBaseReadall(t *thread, a []value) (value, error) {
	var out []byte
	for {
		r, err := object.CallMethod(t, a[0], "read", object.Int(DefaultBufferSize))
		if err != nil {
			return value{}, err
		}
		if r.IsNone() {
			if out == nil {
				return r, nil
			}
			break
		}
		b, ok := object.BytesOf(r)
		if !ok {
			return value{}, object.TypeErrorf("read() should return bytes")
		}
		if len(b) == 0 {
			break
		}
		if err := t.Charge(len(b)); err != nil {
			return value{}, err
		}
		out = append(out, b...)
	}
	return object.NewBytes(out), nil
}

// readIntoBy is readinto on top of read or read1.
func readIntoBy(method string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		dst, err := arg.Writable(t, a[1], "readinto")
		if err != nil {
			return value{}, err
		}
		r, err := object.CallMethod(t, a[0], method, object.IntOf(len(dst)))
		if err != nil {
			return value{}, err
		}
		b, ok := object.BytesOf(r)
		if !ok {
			return value{}, object.TypeErrorf("read() should return bytes")
		}
		if len(b) > len(dst) {
			return value{}, object.ValueErrorf("read() returned too much data: %d bytes requested, %d returned", len(dst), len(b))
		}
		if dst, err = arg.Writable(t, a[1], "readinto"); err != nil {
			return value{}, err
		}
		return object.IntOf(copy(dst, b)), nil
	}
}

// abstract is a method that classes of raw streams must define.
func abstract(t *thread, a []value) (value, error) {
	return value{}, object.NewException(&object.NotImplementedErrorType)
}
