package builtins

import "github.com/gopy-lang/gopy/object"

type (
	value  = object.Value
	thread = object.Thread
)

var ioFuncs = []object.Func{
	{Name: "print", Sig: "(*args, sep=' ', end='\\n', file=None, flush=False)", Doc: "Print values to a stream, sys.stdout by default.", Fn: printFunc},
	{Name: "open", Sig: "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", Doc: "Open file and return a stream.", Fn: openFunc},
	{Name: "input", Sig: "(prompt='', /)", Doc: "Read a line from standard input.", Fn: inputFunc},
}

// textArg returns the str argument v of print, or def when it is None or absent.
func textArg(v value, name, def string) (string, error) {
	if v.O == nil || v.IsNone() {
		return def, nil
	}
	s, ok := object.AsStr(v)
	if !ok {
		return "", object.TypeErrorf("%s must be None or a string, not %s", name, v.O.Type.Name)
	}
	return s.String(), nil
}

func printFunc(t *thread, a []value) (value, error) {
	sep, err := textArg(a[1], "sep", " ")
	if err != nil {
		return value{}, err
	}
	end, err := textArg(a[2], "end", "\n")
	if err != nil {
		return value{}, err
	}
	file := a[3]
	if file.O == nil || file.IsNone() {
		f, ok := t.Interp.Sys.D.GetGo(t, "stdout")
		if !ok {
			return value{}, object.RuntimeErrorf("lost sys.stdout")
		}
		if f.IsNone() {
			return object.None, nil
		}
		file = f
	}
	write, err := object.GetAttrStr(t, file, "write")
	if err != nil {
		return value{}, err
	}
	text := func(s value) error {
		_, err := object.CallArgs(t, write, s)
		return err
	}
	for i, x := range object.As[object.Tuple](a[0]).Items {
		if i > 0 && sep != "" {
			if err := text(object.NewStr(sep)); err != nil {
				return value{}, err
			}
		}
		s, err := object.StrValue(t, x)
		if err != nil {
			return value{}, err
		}
		if err := text(s); err != nil {
			return value{}, err
		}
	}
	if end != "" {
		if err := text(object.NewStr(end)); err != nil {
			return value{}, err
		}
	}
	if a[4].O == nil {
		return object.None, nil
	}
	if b, err := object.Truth(t, a[4]); err != nil || !b {
		return object.None, err
	}
	_, err = object.CallMethod(t, file, "flush")
	return object.None, err
}

// openFunc is io.open.
func openFunc(t *thread, a []value) (value, error) {
	io, err := object.ImportModule(t, "io")
	if err != nil {
		return value{}, err
	}
	f, err := object.GetAttrStr(t, io, "open")
	if err != nil {
		return value{}, err
	}
	names := []string{"mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"}
	args, kw := []value{a[0]}, []value(nil)
	for i, n := range names {
		if a[i+1].O != nil {
			args, kw = append(args, a[i+1]), append(kw, object.Wrap(t.Intern(n)))
		}
	}
	return object.Call(t, f, args, kw)
}

// inputFunc prints the prompt and reads a line from sys.stdin.
func inputFunc(t *thread, a []value) (value, error) {
	in, ok := t.Interp.Sys.D.GetGo(t, "stdin")
	if !ok || in.IsNone() {
		return value{}, object.RuntimeErrorf("input(): lost sys.stdin")
	}
	out, ok := t.Interp.Sys.D.GetGo(t, "stdout")
	if !ok || out.IsNone() {
		return value{}, object.RuntimeErrorf("input(): lost sys.stdout")
	}
	if a[0].O != nil {
		s, err := object.StrValue(t, a[0])
		if err != nil {
			return value{}, err
		}
		if _, err := object.CallMethod(t, out, "write", s); err != nil {
			return value{}, err
		}
	}
	if _, err := object.CallMethod(t, out, "flush"); err != nil {
		return value{}, err
	}
	line, err := object.CallMethod(t, in, "readline")
	if err != nil {
		return value{}, err
	}
	s, ok := object.AsStr(line)
	if !ok {
		return value{}, object.TypeErrorf("object.readline() returned non-string")
	}
	if s.String() == "" {
		return value{}, object.NewException(&object.EOFErrorType, object.NewStr("EOF when reading a line"))
	}
	text := s.String()
	if text[len(text)-1] == '\n' {
		text = text[:len(text)-1]
	}
	return object.NewStr(text), nil
}
