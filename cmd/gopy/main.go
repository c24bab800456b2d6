// Command gopy runs Python programs.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"syscall"

	"github.com/gopy-lang/gopy"
	"github.com/gopy-lang/gopy/internal/lowfds"
	"github.com/gopy-lang/gopy/object"
)

func main() {
	tune()
	if status, ok := gopy.Child(); ok {
		os.Exit(status)
	}
	os.Exit(run(os.Args))
}

// ballast raises the heap size at which the collector starts; it is never
// touched, so it takes no memory.
//
//lint:ignore U1000 it is kept, not read
var ballast []byte

// tune sets the Go runtime up for a command.
func tune() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
		ballast = make([]byte, 16<<20)
	}
	lowfds.Free()
	if os.Getenv("GOMAXPROCS") == "" && runtime.GOMAXPROCS(0) < 2 {
		runtime.GOMAXPROCS(2) // with 1 nobody polls the network while a thread computes
	}
}

func run(argv []string) int {
	if p := os.Getenv("GOPY_CPUPROFILE"); p != "" {
		stop := profile(p)
		defer stop()
	}
	o, err := parseArgs(argv[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "gopy: %v\nTry `gopy -h' for more information.\n", err)
		return 2
	}
	switch {
	case o.help:
		fmt.Print(usage)
		return 0
	case o.version:
		fmt.Println("Python 3.14.0 (gopy)")
		return 0
	}
	return o.execute(argv)
}

func profile(path string) func() {
	f, err := os.Create(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, "gopy: profile:", err)
		return func() {}
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		fmt.Fprintln(os.Stderr, "gopy: profile:", err)
	}
	return func() { pprof.StopCPUProfile(); f.Close() }
}

// execute runs what the options name and returns the exit status.
func (o *options) execute(argv []string) int {
	cfg := gopy.Config{OrigArgv: argv, Flags: o.flags, XOptions: o.xopts, WarnOptions: o.warn, Unbuffered: o.unbuffered, Signals: true}
	cfg.Executable, _ = os.Executable()
	cfg.Argv, cfg.Path = o.argv(), o.path()
	if o.mode == modeFile {
		if msg, status := checkScript(o.script); msg != "" {
			fmt.Fprintf(os.Stderr, "%s: can't %s\n", argv[0], msg)
			return status
		}
	}
	in, err := gopy.New(cfg)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	ctx := context.Background()
	switch o.mode {
	case modeCommand:
		err = in.Exec(ctx, "<string>", []byte(o.command))
	case modeModule:
		err = in.ExecModule(ctx, o.module)
	case modeFile:
		err = in.ExecFile(ctx, o.script)
		var ex *object.Exception
		if err != nil && !errors.As(err, &ex) {
			var pe *fs.PathError
			if errors.As(err, &pe) || isPlain(err) {
				fmt.Fprintf(os.Stderr, "%s: %v\n", argv[0], err)
				return 1
			}
		}
	default:
		var src []byte
		if src, err = io.ReadAll(os.Stdin); err == nil {
			err = in.Exec(ctx, "<stdin>", src)
		}
	}
	return in.Exit(err)
}

// isPlain reports whether err is an error of the command, not of the program.
func isPlain(err error) bool {
	var intr *object.Interrupt
	return !errors.As(err, &intr)
}

// checkScript returns what is wrong with a script's path, or "", and the exit
// status for it.
func checkScript(path string) (string, int) {
	st, err := os.Stat(path)
	if err == nil {
		if st.IsDir() {
			if _, err := os.Stat(filepath.Join(path, "__main__.py")); err != nil {
				return fmt.Sprintf("find '__main__' module in '%s'", path), 1
			}
			return "", 0
		}
		f, err2 := os.Open(path)
		if err2 == nil {
			f.Close()
			return "", 0
		}
		err = err2
	}
	var no syscall.Errno
	if !errors.As(err, &no) {
		return fmt.Sprintf("open file '%s': %v", absolute(path), err), 2
	}
	return fmt.Sprintf("open file '%s': [Errno %d] %s", absolute(path), int(no), object.Strerror(int(no))), 2
}

func absolute(p string) string {
	if a, err := filepath.Abs(p); err == nil {
		return a
	}
	return p
}
