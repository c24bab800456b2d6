package builtins

import (
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/io"
)

type (
	value  = object.Value
	thread = object.Thread
)

var ioFuncs = []object.Func{
	{Name: "print", Sig: "(*args, sep=' ', end='\\n', file=None, flush=False)", Doc: "Print values to a stream, sys.stdout by default.", Fn: printFunc},
	{Name: "open", Sig: "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", Doc: "Open file and return a stream.", Fn: io.Open},
	{Name: "input", Sig: "(prompt='', /)", Doc: "Read a line from standard input.", Fn: inputFunc},
}

// textArg returns the str argument v of print, or def when it is None or absent.
func textArg(v value, name, def string) (string, error) {
	if v.O == nil || v.IsNone() {
		return def, nil
	}
	s, ok := object.AsStr(v)
	if !ok {
		return "", object.TypeErrorf("%s must be None or a string, not %s", name, v.O.Type.MsgName())
	}
	return s.String(), nil
}

// printPlan binds the arguments of a print that has keywords.
var printPlan = arg.Plan{Name: "print", Sig: "(*args, sep=' ', end='\\n', file=None, flush=False)"}

// printCall is print for callers in Python: without keywords nothing is bound.
func printCall(t *thread, args, kw []value) (value, error) {
	if len(kw) == 0 {
		if out, ok := t.Interp.Sys.D.GetGo(t, "stdout"); ok && out.O.Type == &io.TextIOWrapperType {
			return object.None, printText(t, out, args, " ", "\n")
		}
	}
	a, err := printPlan.Bind(t, args, kw)
	if err != nil {
		return value{}, err
	}
	return printFunc(t, a)
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
	if file.O.Type == &io.TextIOWrapperType {
		if err := printText(t, file, object.As[object.Tuple](a[0]).Items, sep, end); err != nil {
			return value{}, err
		}
		return object.None, printFlush(t, file, a[4])
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
	return object.None, printFlush(t, file, a[4])
}

func printFlush(t *thread, file, flush value) error {
	if flush.O == nil {
		return nil
	}
	if b, err := object.Truth(t, flush); err != nil || !b {
		return err
	}
	_, err := object.CallMethod(t, file, "flush")
	return err
}

// printText prints to a text file of io, without going through its methods.
func printText(t *thread, file value, items []value, sep, end string) error {
	for i, x := range items {
		if i > 0 && sep != "" {
			if err := io.WriteText(t, file, sep); err != nil {
				return err
			}
		}
		s, err := object.ToStr(t, x)
		if err != nil {
			return err
		}
		if err := io.WriteText(t, file, s); err != nil {
			return err
		}
	}
	if end == "" {
		return nil
	}
	return io.WriteText(t, file, end)
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
	errs, ok := t.Interp.Sys.D.GetGo(t, "stderr")
	if !ok || errs.IsNone() {
		return value{}, object.RuntimeErrorf("input(): lost sys.stderr")
	}
	if err := tryFlush(t, errs); err != nil {
		return value{}, err
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
	if err := tryFlush(t, out); err != nil {
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

// tryFlush flushes a stream, which may refuse.
func tryFlush(t *thread, file value) error {
	_, err := object.CallMethod(t, file, "flush")
	if object.IsExc(err, &object.ExceptionType) {
		return nil
	}
	return err
}
