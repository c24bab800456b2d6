package arg

import "github.com/gopy-lang/gopy/object"

// Bytes returns the contents of a bytes-like object. The slice must not be
// written to and not be kept while Python code runs.
func Bytes(t *thread, v value) ([]byte, error) { return object.GetBuffer(v) }

// Writable returns the contents of a writable bytes-like object, such as a
// bytearray, to be filled.
func Writable(t *thread, v value, fn string) ([]byte, error) {
	b, err := object.GetWritableBuffer(v)
	if err != nil {
		return nil, object.TypeErrorf("%s() argument must be read-write bytes-like object, not %s", fn, v.O.Type.MsgName())
	}
	return b, nil
}
