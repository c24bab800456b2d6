package io

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// base begins every stream object.
type base struct {
	object.Header
	object.Attrs
	closed bool // the flag of _IOBase.close
}

const attrsOff = unsafe.Offsetof(base{}.Attrs)

// The types of the module.
var (
	IOBaseType, RawIOBaseType, BufferedIOBaseType, TextIOBaseType object.Type
	FileIOType, BytesIOType, StringIOType                         object.Type
	BufferedReaderType, BufferedWriterType, BufferedRandomType    object.Type
	BufferedRWPairType, TextIOWrapperType, NewlineDecoderType     object.Type
	bufferedType                                                  object.Type
)

// Constants of the module.
const (
	DefaultBufferSize = 128 * 1024
	textChunk         = 8192
)

var errClosed = "I/O operation on closed file."

func closedError() error { return object.ValueErrorf("%s", errClosed) }

type unsupportedKey struct{}

// unsupportedType is io.UnsupportedOperation, which derives from OSError and
// ValueError.
func unsupportedType(t *thread) (*object.Type, error) {
	if v, ok := t.Interp.Extra.Load(unsupportedKey{}); ok {
		return v.(*object.Type), nil
	}
	d := object.NewDict()
	d.SetGo(t, "__module__", object.NewStr("io"))
	v, err := object.CallArgs(t, object.Wrap(&object.TypeType), object.NewStr("UnsupportedOperation"),
		object.NewTuple(object.Wrap(&object.OSErrorType), object.Wrap(&object.ValueErrorType)), object.Wrap(d))
	if err != nil {
		return nil, err
	}
	tp := object.As[object.Type](v)
	t.Interp.Extra.Store(unsupportedKey{}, tp)
	return tp, nil
}

func unsupported(t *thread, msg string) error {
	tp, err := unsupportedType(t)
	if err != nil {
		return err
	}
	return object.NewException(tp, object.NewStr(msg))
}

func unsupportedRow(name string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return value{}, unsupported(t, name) }
}

// isClosed reads the closed attribute of any stream.
func isClosed(t *thread, v value) (bool, error) {
	c, err := object.GetAttrStr(t, v, "closed")
	if err != nil {
		return false, err
	}
	return object.Truth(t, c)
}

func checkClosed(t *thread, v value) error {
	c, err := isClosed(t, v)
	if err == nil && c {
		err = closedError()
	}
	return err
}

func checkAble(method, msg string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		r, err := object.CallMethod(t, a[0], method)
		if err != nil {
			return value{}, err
		}
		if r != object.True {
			return value{}, unsupported(t, msg)
		}
		return object.True, nil
	}
}

func answer(v value) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return v, nil }
}

func baseClose(t *thread, a []value) (value, error) {
	b := object.As[base](a[0])
	if b.closed {
		return object.None, nil
	}
	_, err := object.CallMethod(t, a[0], "flush")
	b.closed = true
	return object.None, err
}

func baseFlush(t *thread, a []value) (value, error) {
	if object.As[base](a[0]).closed {
		return value{}, closedError()
	}
	return object.None, nil
}

func baseEnter(t *thread, a []value) (value, error) { return a[0], checkClosed(t, a[0]) }

func baseExit(t *thread, a []value) (value, error) { return object.CallMethod(t, a[0], "close") }

// baseReadline reads a line through read() and, where the stream has it, peek().
func baseReadline(t *thread, a []value) (value, error) {
	limit, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	peek, err := object.GetAttrOpt(t, a[0], t.Intern("peek"))
	if err != nil {
		return value{}, err
	}
	var line []byte
	for limit < 0 || len(line) < limit {
		want := 1
		if peek.O != nil {
			r, err := object.CallArgs(t, peek, object.Int(1))
			if err != nil {
				return value{}, err
			}
			ahead, ok := object.BytesOf(r)
			if !ok {
				return value{}, osErrorf("peek() should have returned a bytes object, not '%s'", r.O.Type.MsgName())
			}
			if len(ahead) > 0 {
				want = len(ahead)
				if limit >= 0 && want > limit-len(line) {
					want = limit - len(line)
				}
				if i := indexByte(ahead[:want], '\n'); i >= 0 {
					want = i + 1
				}
			}
		}
		r, err := object.CallMethod(t, a[0], "read", object.IntOf(want))
		if err != nil {
			return value{}, err
		}
		b, ok := object.BytesOf(r)
		if !ok {
			return value{}, osErrorf("read() should have returned a bytes object, not '%s'", r.O.Type.MsgName())
		}
		if len(b) == 0 {
			break
		}
		line = append(line, b...)
		if line[len(line)-1] == '\n' {
			break
		}
	}
	return object.NewBytes(line), nil
}

func baseNext(t *thread, v value) (value, error) {
	line, err := object.CallMethod(t, v, "readline")
	if err != nil {
		return value{}, err
	}
	n, err := object.Len(t, line)
	if err != nil || n == 0 {
		return value{}, err
	}
	return line, nil
}

func baseReadlines(t *thread, a []value) (value, error) {
	hint, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	it, err := object.Iter(t, a[0])
	if err != nil {
		return value{}, err
	}
	var lines []value
	total := 0
	for {
		x, err := object.Next(t, it)
		if err != nil {
			return value{}, err
		}
		if x.O == nil {
			return object.NewListOwned(lines), nil
		}
		lines = append(lines, x)
		if hint > 0 {
			n, err := object.Len(t, x)
			if err != nil {
				return value{}, err
			}
			if total += n; total >= hint {
				return object.NewListOwned(lines), nil
			}
		}
	}
}

func baseWritelines(t *thread, a []value) (value, error) {
	if err := checkClosed(t, a[0]); err != nil {
		return value{}, err
	}
	write, err := object.GetAttrStr(t, a[0], "write")
	if err != nil {
		return value{}, err
	}
	return object.None, object.Iterate(t, a[1], func(x value) error {
		_, err := object.CallArgs(t, write, x)
		return err
	})
}

func osErrorf(format string, args ...any) error {
	return object.Errorf(&object.OSErrorType, format, args...)
}

func indexByte(b []byte, c byte) int {
	for i, x := range b {
		if x == c {
			return i
		}
	}
	return -1
}

func attrsTraverse(v value, visit func(value)) { object.TraverseAttrs(v, visit) }

var dictGetSet = object.GetSet{Name: "__dict__", Get: func(t *thread, v value) (value, error) {
	return object.Wrap(object.InstanceDict(t, v)), nil
}, Set: object.SetInstanceDict}

func baseNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	return object.Wrap(object.Alloc[base](tp, &IOBaseType)), nil
}

func init() {
	IOBaseType.Define(object.TypeSpec{
		Name: "_IOBase", Module: "_io", Doc: "The abstract base class of all stream classes.", Flags: object.FlagBase,
		Size: unsafe.Sizeof(base{}), AttrsOff: attrsOff,
		Slots: object.Slots{New: baseNew, Traverse: attrsTraverse, Next: baseNext, Iter: func(t *thread, v value) (value, error) {
			return v, checkClosed(t, v)
		}},
		GetSets: []object.GetSet{dictGetSet,
			{Name: "closed", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[base](v).closed), nil }}},
		Methods: []object.Func{
			{Name: "seek", Sig: "($self, offset, whence=0, /)", Doc: "Change the stream position.", Fn: unsupportedRow("seek")},
			{Name: "tell", Sig: "($self, /)", Doc: "Return the current stream position.", Fn: func(t *thread, a []value) (value, error) {
				return object.CallMethod(t, a[0], "seek", object.Int(0), object.Int(1))
			}},
			{Name: "truncate", Sig: "($self, size=None, /)", Doc: "Truncate the file to size bytes.", Fn: unsupportedRow("truncate")},
			{Name: "fileno", Sig: "($self, /)", Doc: "Return the underlying file descriptor.", Fn: unsupportedRow("fileno")},
			{Name: "flush", Sig: "($self, /)", Doc: "Flush write buffers, if there are any.", Fn: baseFlush},
			{Name: "close", Sig: "($self, /)", Doc: "Flush and close the stream.", Fn: baseClose},
			{Name: "seekable", Sig: "($self, /)", Fn: answer(object.False)},
			{Name: "readable", Sig: "($self, /)", Fn: answer(object.False)},
			{Name: "writable", Sig: "($self, /)", Fn: answer(object.False)},
			{Name: "_checkClosed", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return object.None, checkClosed(t, a[0]) }},
			{Name: "_checkSeekable", Sig: "($self, /)", Fn: checkAble("seekable", "File or stream is not seekable.")},
			{Name: "_checkReadable", Sig: "($self, /)", Fn: checkAble("readable", "File or stream is not readable.")},
			{Name: "_checkWritable", Sig: "($self, /)", Fn: checkAble("writable", "File or stream is not writable.")},
			{Name: "isatty", Sig: "($self, /)", Doc: "Return whether this is an interactive stream.", Fn: func(t *thread, a []value) (value, error) {
				return object.False, checkClosed(t, a[0])
			}},
			{Name: "__enter__", Sig: "($self, /)", Fn: baseEnter},
			{Name: "__exit__", Sig: "($self, /, *args)", Fn: baseExit},
			{Name: "readline", Sig: "($self, size=-1, /)", Doc: "Read and return a line from the stream.", Fn: baseReadline},
			{Name: "readlines", Sig: "($self, hint=-1, /)", Doc: "Return a list of lines from the stream.", Fn: baseReadlines},
			{Name: "writelines", Sig: "($self, lines, /)", Doc: "Write a list of lines to the stream.", Fn: baseWritelines},
		},
	})
	RawIOBaseType.Define(object.TypeSpec{
		Name: "_RawIOBase", Module: "_io", Doc: "Base class for raw binary I/O.", Flags: object.FlagBase, Base: &IOBaseType,
		Methods: []object.Func{
			{Name: "read", Sig: "($self, size=-1, /)", Fn: rawBaseRead},
			{Name: "readall", Sig: "($self, /)", Doc: "Read until EOF, using multiple read() calls.", Fn: rawBaseReadall},
			{Name: "readinto", Sig: "($self, buffer, /)", Fn: abstract},
			{Name: "write", Sig: "($self, b, /)", Fn: abstract},
		},
	})
	BufferedIOBaseType.Define(object.TypeSpec{
		Name: "_BufferedIOBase", Module: "_io", Doc: "Base class for buffered I/O.", Flags: object.FlagBase, Base: &IOBaseType,
		Methods: []object.Func{
			{Name: "detach", Sig: "($self, /)", Fn: unsupportedRow("detach")},
			{Name: "read", Sig: "($self, size=-1, /)", Fn: unsupportedRow("read")},
			{Name: "read1", Sig: "($self, size=-1, /)", Fn: unsupportedRow("read1")},
			{Name: "write", Sig: "($self, b, /)", Fn: unsupportedRow("write")},
			{Name: "readinto", Sig: "($self, buffer, /)", Fn: readIntoBy("read")},
			{Name: "readinto1", Sig: "($self, buffer, /)", Fn: readIntoBy("read1")},
		},
	})
	TextIOBaseType.Define(object.TypeSpec{
		Name: "_TextIOBase", Module: "_io", Doc: "Base class for text I/O.", Flags: object.FlagBase, Base: &IOBaseType,
		Methods: []object.Func{
			{Name: "detach", Sig: "($self, /)", Fn: unsupportedRow("detach")},
			{Name: "read", Sig: "($self, size=-1, /)", Fn: unsupportedRow("read")},
			{Name: "readline", Sig: "($self, size=-1, /)", Fn: unsupportedRow("readline")},
			{Name: "write", Sig: "($self, s, /)", Fn: unsupportedRow("write")},
		},
		GetSets: []object.GetSet{
			{Name: "encoding", Get: func(t *thread, v value) (value, error) { return object.None, nil }},
			{Name: "newlines", Get: func(t *thread, v value) (value, error) { return object.None, nil }},
			{Name: "errors", Get: func(t *thread, v value) (value, error) { return object.None, nil }},
		},
	})
}
