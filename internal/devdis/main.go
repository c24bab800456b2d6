package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/compiler"
	"github.com/gopy-lang/gopy/parser"
)

func one(path string, dis bool) (err error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("PANIC %v\n%s", r, debug.Stack())
		}
	}()
	mod, err := parser.Parse(src, parser.Options{Filename: path})
	if err != nil {
		return fmt.Errorf("parse: %w", err)
	}
	co, err := compiler.Compile(mod, compiler.Options{Filename: path, Warn: func(w *compiler.Warning) error {
		if dis {
			fmt.Println("WARN", w.Msg, w.Pos)
		}
		return nil
	}})
	if err != nil {
		return fmt.Errorf("compile: %w", err)
	}
	if o := os.Getenv("JSON"); o != "" {
		d, _ := json.Marshal(jsonCode(co))
		os.WriteFile(o, d, 0o644)
		return nil
	}
	if dis {
		code.Dis(os.Stdout, co)
	}
	return code.Verify(co)
}

func main() {
	bad, n := 0, 0
	for _, a := range os.Args[1:] {
		st, _ := os.Stat(a)
		if st != nil && st.IsDir() {
			filepath.WalkDir(a, func(p string, d os.DirEntry, err error) error {
				if err == nil && strings.HasSuffix(p, ".py") {
					n++
					if err := one(p, false); err != nil {
						bad++
						s := err.Error()
						if len(s) > 1500 {
							s = s[:1500]
						}
						fmt.Println(p, s)
					}
				}
				return nil
			})
			continue
		}
		if err := one(a, true); err != nil {
			fmt.Println(a, err)
		}
	}
	if n > 0 {
		fmt.Println(n, "files", bad, "bad")
	}
}
