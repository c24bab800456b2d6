// Command gopy runs Python programs.
package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"runtime/pprof"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/builtins"
	"github.com/gopy-lang/gopy/vm"
)

func main() {
	debug.SetGCPercent(400)
	if p := os.Getenv("GOPY_CPUPROFILE"); p != "" {
		f, _ := os.Create(p)
		pprof.StartCPUProfile(f)
		defer pprof.StopCPUProfile()
	}
	in := object.NewInterp()
	rt, t := vm.New(in)
	m := builtins.Init(t)
	bc := object.NewFunc(&object.Func{Name: "__build_class__"}, "builtins")
	_ = bc
	vm.AddBuiltins(t, m)
	src, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	co, err := rt.Compile(t, src, os.Args[1], "exec")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	main := object.NewModule(t, "__main__", "")
	in.Modules.SetGo(t, "__main__", object.Wrap(main))
	err = rt.RunModule(t, co, main.D)
	builtins.Flush()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
