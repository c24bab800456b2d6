// Command dis prints the bytecode that gopy compiles a source file to.
package main

import (
	"fmt"
	"os"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/compiler"
	"github.com/gopy-lang/gopy/parser"
)

func main() {
	src, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	mod, err := parser.Parse(src, parser.Options{Mode: parser.Exec, Filename: os.Args[1]})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	c, err := compiler.Compile(mod, compiler.Options{Filename: os.Args[1]})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code.Dis(os.Stdout, c)
}
