package gopy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib"
	"github.com/gopy-lang/gopy/stdlib/builtins"
	"github.com/gopy-lang/gopy/stdlib/sys"
	"github.com/gopy-lang/gopy/vm"
)

// Config says how an interpreter presents itself to the program it runs.
type Config struct {
	// Argv is sys.argv; Path is sys.path.
	Argv, Path []string
	// OrigArgv is sys.orig_argv, the command line as it was given.
	OrigArgv []string
	// Executable is sys.executable.
	Executable string
	// Flags are the members of sys.flags that are not zero.
	Flags map[string]int
	// XOptions is sys._xoptions: the -X options of the command.
	XOptions map[string]string
	// WarnOptions is sys.warnoptions.
	WarnOptions []string
	// Unbuffered makes the standard streams write through.
	Unbuffered bool
	// Signals gives the process's signals to the program: Ctrl-C raises
	// KeyboardInterrupt and the signal module works. At most one interpreter of
	// a process may have them.
	Signals bool
}

// Interpreter is a Python interpreter. Its methods may be called from any
// goroutine, one at a time.
type Interpreter struct {
	in   *object.Interp
	rt   *vm.Runtime
	main *object.Thread
	mod  *object.Module // __main__
	cfg  Config
}

// New makes an interpreter with the rights of the calling process.
func New(cfg Config) (*Interpreter, error) { return newWith(cfg, nil) }

// newWith is New with something to do before the first module is imported.
func newWith(cfg Config, prepare func(t *object.Thread)) (*Interpreter, error) {
	in := object.NewInterp()
	in.Loader = stdlib.Loader{}
	rt, t := vm.New(in)
	if prepare != nil {
		prepare(t)
	}
	keepConfig(in, cfg)
	in.SafePath = cfg.Flags["safe_path"] != 0
	if len(cfg.Path) > 0 && !in.SafePath {
		in.ProgramFolder = cfg.Path[0]
	}
	rt.Optimize = cfg.Flags["optimize"]
	rt.NoDebugRanges = cfg.Flags["no_debug_ranges"] != 0
	m := builtins.Init(t)
	vm.AddBuiltins(t, m)
	sys.Init(t, sys.Config{Argv: cfg.Argv, OrigArgv: cfg.OrigArgv, Path: cfg.Path, Executable: cfg.Executable,
		Flags: cfg.Flags, WarnOptions: cfg.WarnOptions, XOptions: cfg.XOptions})
	i := &Interpreter{in: in, rt: rt, main: t, cfg: cfg}
	in.OnWarn, in.OnWarnAt = warn, warnAt
	i.mod = object.NewModule(t, "__main__", "")
	i.mod.D.DelStr(t.Intern("__loader__")) // made when asked for
	in.Modules.SetGo(t, "__main__", object.Wrap(i.mod))
	err := stdlib.Start(t, stdlib.Options{Unbuffered: cfg.Unbuffered, Signals: cfg.Signals})
	t.G.Release()
	if err != nil {
		return nil, fmt.Errorf("gopy: start: %w", err)
	}
	return i, nil
}

// InternalError is a fault of gopy itself that a program has met: a Go panic on
// the main thread. The interpreter must not be used any more.
type InternalError struct {
	Panic any
	Stack []byte // of the goroutine
}

func (e *InternalError) Error() string {
	return fmt.Sprintf("gopy: internal error, please report: %v", e.Panic)
}

// do runs f on the main thread with the GIL held. A panic is a bug of gopy; the
// host learns of it as an error instead of dying.
func (i *Interpreter) do(ctx context.Context, f func(t *object.Thread) error) error {
	return i.main.G.Run(ctx, func() (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = &InternalError{r, debug.Stack()}
			}
		}()
		return f(i.main)
	})
}

// Exec runs source text as the __main__ module; filename is for messages.
func (i *Interpreter) Exec(ctx context.Context, filename string, src []byte) error {
	return i.do(ctx, func(t *object.Thread) error {
		if len(filename) > 0 && filename[0] == '<' {
			i.rt.AddSource(filename, string(src))
		}
		co, err := i.rt.Compile(t, src, filename, "exec")
		if err != nil {
			return err
		}
		return i.rt.RunModule(t, co, i.mod.D)
	})
}

// ExecFile runs a source file as the __main__ module, or a directory with a
// __main__.py in it.
func (i *Interpreter) ExecFile(ctx context.Context, path string) error {
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		main := filepath.Join(path, "__main__.py")
		if _, err := os.Stat(main); err != nil {
			return fmt.Errorf("can't find '__main__' module in '%s'", path)
		}
		path = main
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	abs := path
	if !filepath.IsAbs(path) {
		if wd, err := os.Getwd(); err == nil {
			abs = filepath.Join(wd, path)
		}
	}
	if isZip(src) {
		return i.execZip(ctx, abs)
	}
	if err := i.do(ctx, func(t *object.Thread) error {
		i.mod.Set(t, "__file__", object.NewStr(abs))
		i.mod.Set(t, "__cached__", object.None)
		return nil
	}); err != nil {
		return err
	}
	return i.Exec(ctx, abs, src)
}

// isZip reports whether a file is a ZIP file, perhaps after a line that names
// its interpreter.
func isZip(b []byte) bool {
	const end = 22 // size of the record at the end
	return bytes.HasPrefix(b, []byte("PK\x03\x04")) ||
		bytes.HasPrefix(b, []byte("#!")) && len(b) > end && bytes.HasPrefix(b[len(b)-end:], []byte("PK\x05\x06"))
}

// execZip runs the __main__.py in a ZIP file, which comes first on sys.path.
func (i *Interpreter) execZip(ctx context.Context, path string) error {
	return i.do(ctx, func(t *object.Thread) error {
		v, ok := i.in.Sys.D.GetGo(t, "path")
		if ok && v.O.Type == &object.ListType {
			list := object.As[object.List](v)
			if list.Len() > 0 && !i.in.SafePath {
				list.Remove(0, 1)
			}
			list.Insert(0, object.NewStr(path))
		}
		r, err := object.ImportModule(t, "runpy")
		if err != nil {
			return err
		}
		_, err = object.CallMethod(t, r, "_run_module_as_main", object.NewStr("__main__"), object.False)
		return err
	})
}

// ExecModule runs the module called name as __main__, as `python -m name`.
func (i *Interpreter) ExecModule(ctx context.Context, name string) error {
	return i.do(ctx, func(t *object.Thread) error {
		r, err := object.ImportModule(t, "runpy")
		if err != nil {
			return err
		}
		_, err = object.CallMethod(t, r, "_run_module_as_main", object.NewStr(name))
		return err
	})
}

// Exit ends the interpreter after its program ended with err: it prints the
// traceback of an uncaught exception, waits for non-daemon threads, runs exit
// functions and flushes the standard streams. The result is the status the
// process should exit with.
func (i *Interpreter) Exit(err error) int {
	status := 0
	var bug *InternalError
	if errors.As(err, &bug) {
		_, _ = fmt.Fprintf(os.Stderr, "%v\n%s", bug, bug.Stack)
		return internalErrorStatus
	}
	failed := i.do(context.Background(), func(t *object.Thread) error {
		status = i.report(t, err)
		if s := stdlib.Shutdown(t, func(e error) { i.report(t, e) }); s != 0 && status == 0 {
			status = s
		}
		i.in.Finalizing = true
		return nil
	})
	if errors.As(failed, &bug) {
		_, _ = fmt.Fprintf(os.Stderr, "%v\n%s", bug, bug.Stack)
		return internalErrorStatus
	}
	var e *object.Exception
	if i.cfg.Signals && errors.As(err, &e) && e.Type.IsSubtype(&object.KeyboardInterruptType) {
		stdlib.DieInterrupted()
	}
	return status
}

// internalErrorStatus is the exit status after an InternalError (EX_SOFTWARE).
const internalErrorStatus = 70

// warn issues a warning of the interpreter's own through the warnings module;
// level 1 is the Python function that runs.
func warn(t *object.Thread, category *object.Type, text string, level int) error {
	m, err := object.ImportModule(t, "warnings")
	if err != nil {
		return err
	}
	_, err = object.CallMethod(t, m, "warn", object.NewStr(text), object.Wrap(category), object.IntOf(level))
	return err
}

func warnAt(t *object.Thread, category *object.Type, text, filename string, line int) error {
	m, err := object.ImportModule(t, "warnings")
	if err != nil {
		return err
	}
	_, err = object.CallMethod(t, m, "warn_explicit", object.NewStr(text), object.Wrap(category), object.NewStr(filename), object.IntOf(line))
	return err
}

// report handles the end of a program and returns its exit status.
func (i *Interpreter) report(t *object.Thread, err error) int {
	if err == nil {
		return 0
	}
	var e *object.Exception
	if !errors.As(err, &e) {
		var intr *object.Interrupt
		if !errors.As(err, &intr) {
			_ = sys.Stderr(t, "gopy: "+err.Error()+"\n")
			return 2
		}
		return 1
	}
	if e.Type.IsSubtype(&object.SystemExitType) {
		return i.systemExit(t, e)
	}
	i.uncaught(t, e)
	if e.Type.IsSubtype(&object.KeyboardInterruptType) {
		return 130
	}
	return 1
}

func (i *Interpreter) systemExit(t *object.Thread, e *object.Exception) int {
	code := e.Field("code")
	if code.O == nil || code.IsNone() {
		return 0
	}
	if n, ok := object.AsInt64(code); ok {
		return int(n & 0xff)
	}
	if object.IsIntLike(code) {
		return 255
	}
	s, err := object.ToStr(t, code)
	if err == nil {
		_ = sys.Stderr(t, s+"\n")
	}
	return 1
}

// uncaught calls sys.excepthook, and prints by itself what goes wrong there.
func (i *Interpreter) uncaught(t *object.Thread, e *object.Exception) {
	tb := object.None
	if e.TB != nil {
		tb = object.Wrap(e.TB)
	}
	for _, n := range []string{"last_exc", "last_value"} {
		i.in.Sys.Set(t, n, object.Wrap(e))
	}
	i.in.Sys.Set(t, "last_type", object.Wrap(e.Type))
	i.in.Sys.Set(t, "last_traceback", tb)
	hook, ok := i.in.Sys.D.GetGo(t, "excepthook")
	if !ok {
		_ = sys.Stderr(t, "sys.excepthook is missing\n"+i.rt.FormatException(t, e))
		return
	}
	t.Exc = nil
	if _, err := object.CallArgs(t, hook, object.Wrap(e.Type), object.Wrap(e), tb); err != nil {
		var he *object.Exception
		if errors.As(err, &he) && !he.Type.IsSubtype(&object.SystemExitType) {
			_ = sys.Stderr(t, "Error in sys.excepthook:\n"+i.rt.FormatException(t, he)+"\nOriginal exception was:\n"+i.rt.FormatException(t, e))
		}
	}
}
