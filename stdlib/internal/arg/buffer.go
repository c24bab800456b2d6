package arg

import "github.com/gopy-lang/gopy/object"

// Bytes returns the contents of a bytes-like object. The slice must not be
// written to and not be kept while Python code runs.
func Bytes(t *thread, v value) ([]byte, error) {
	if b, ok := object.BytesOf(v); ok {
		return b, nil
	}
	return nil, object.TypeErrorf("a bytes-like object is required, not '%s'", v.O.Type.Name)
}

// Writable returns the contents of a writable bytes-like object, such as a
// bytearray, to be filled.
func Writable(t *thread, v value, fn string) ([]byte, error) {
	return nil, object.TypeErrorf("%s() argument must be read-write bytes-like object, not %s", fn, v.O.Type.Name)
}
