package sys

// The standard streams as far as print and the hooks need them: UTF-8 text
// written through a buffer that is flushed at newlines on a terminal, by
// flush(), and at exit.

import (
	"bufio"
	"os"

	"github.com/gopy-lang/gopy/object"
)

var streamType object.Type

type stream struct {
	object.Header
	f    *os.File
	w    *bufio.Writer
	name string
	line bool // flush after every write
}

func newStream(f *os.File, name string, line bool) value {
	return object.Wrap(&stream{Header: object.Header{Type: &streamType}, f: f, w: bufio.NewWriterSize(f, 1<<16), name: name, line: line})
}

func init() {
	streamType.Define(object.TypeSpec{
		Name: "TextIOWrapper", Module: "_io", Flags: object.FlagNoNew,
		Slots: object.Slots{Repr: func(t *thread, v value) (value, error) {
			return object.NewStr("<_io.TextIOWrapper name='" + object.As[stream](v).name + "' mode='w' encoding='utf-8'>"), nil
		}},
		GetSets: []object.GetSet{
			{Name: "encoding", Get: func(t *thread, v value) (value, error) { return object.NewStr("utf-8"), nil }},
			{Name: "name", Get: func(t *thread, v value) (value, error) { return object.NewStr(object.As[stream](v).name), nil }},
			{Name: "closed", Get: func(t *thread, v value) (value, error) { return object.False, nil }},
		},
		Methods: []object.Func{
			{Name: "write", Sig: "($self, text, /)", Doc: "Write string to stream.", Fn: streamWrite},
			{Name: "flush", Sig: "($self, /)", Doc: "Flush write buffers.", Fn: func(t *thread, a []value) (value, error) {
				return object.None, streamFlush(t, object.As[stream](a[0]))
			}},
			{Name: "fileno", Sig: "($self, /)", Doc: "Return the file descriptor.", Fn: func(t *thread, a []value) (value, error) {
				return object.IntOf(int(object.As[stream](a[0]).f.Fd())), nil
			}},
			{Name: "isatty", Sig: "($self, /)", Doc: "Return whether this is a terminal.", Fn: func(t *thread, a []value) (value, error) {
				return object.Bool(isTerminal(object.As[stream](a[0]).f)), nil
			}},
		},
	})
}

func isTerminal(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0
}

func streamWrite(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[1])
	if !ok {
		return value{}, object.TypeErrorf("write() argument must be str, not %s", a[1].O.Type.Name)
	}
	st := object.As[stream](a[0])
	if _, err := st.w.WriteString(s.String()); err != nil {
		return value{}, object.FromGoError(err)
	}
	n := object.IntOf(s.CharLen())
	if st.line {
		return n, streamFlush(t, st)
	}
	return n, nil
}

func streamFlush(t *thread, st *stream) error {
	if err := st.w.Flush(); err != nil {
		st.w.Reset(st.f)
		return object.FromGoError(err)
	}
	return nil
}

// Streams sets sys.stdout and sys.stderr.
func Streams(t *thread, unbuffered bool) {
	out := newStream(os.Stdout, "<stdout>", unbuffered || isTerminal(os.Stdout))
	err := newStream(os.Stderr, "<stderr>", true)
	for n, v := range map[string]value{"stdout": out, "__stdout__": out, "stderr": err, "__stderr__": err, "stdin": object.None, "__stdin__": object.None} {
		t.Interp.Sys.Set(t, n, v)
	}
}
