package stdlib

import (
	"errors"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/io"
	"github.com/gopy-lang/gopy/stdlib/thread"
)

// Options of Start.
type Options struct {
	Unbuffered bool // standard streams write through
	Signals    bool // the process's signals are the program's
}

// Start prepares what a program finds without importing it: the standard
// streams. It is called once per interpreter.
func Start(t *object.Thread, opt Options) error {
	t.Interp.OnFiles = io.FlushDirty
	t.Interp.Sys.AddFuncs(t, "sys", thread.SysFuncs)
	if opt.Signals {
		installSignals(t)
	}
	return io.Streams(t, opt.Unbuffered)
}

// Shutdown does what happens at the end of a program, before the interpreter
// goes away: non-daemon threads are joined, exit functions run, the standard
// streams are flushed. Exceptions go to report. The result is the exit status
// that a failure calls for, or 0.
func Shutdown(t *object.Thread, report func(error)) int {
	if m, ok := t.Interp.Modules.GetGo(t, "threading"); ok {
		if _, err := object.CallMethod(t, m, "_shutdown"); err != nil {
			report(err)
		}
	}
	if m, ok := t.Interp.Modules.GetGo(t, "atexit"); ok {
		if _, err := object.CallMethod(t, m, "_run_exitfuncs"); err != nil {
			report(err)
		}
	}
	t.Interp.Finalizing = true
	t.Interp.RunFinalizers(t)
	if err := io.FlushDirty(t); err != nil {
		report(err)
	}
	return flushStd(t)
}

// FlushStd flushes the standard streams of a process that ends without
// Shutdown.
func FlushStd(t *object.Thread) { flushStd(t) }

// flushStd flushes sys.stdout and sys.stderr; a failure of stdout is status
// 120, as in CPython.
func flushStd(t *object.Thread) int {
	status := 0
	for _, n := range []string{"stdout", "stderr"} {
		f, ok := t.Interp.Sys.D.GetGo(t, n)
		if !ok || f.IsNone() {
			continue
		}
		if closed, err := object.GetAttrOpt(t, f, t.Intern("closed")); err == nil && closed == object.True {
			continue
		}
		if _, err := object.CallMethod(t, f, "flush"); err != nil && n == "stdout" {
			status = 120
			var e *object.Exception
			if errors.As(err, &e) {
				object.WriteUnraisable(t, e, "Exception ignored while flushing sys.stdout", object.Value{})
			}
		}
	}
	return status
}
