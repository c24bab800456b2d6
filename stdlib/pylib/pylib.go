// Package pylib holds the library's modules that are Python only, one file
// each: types, enum, contextlib, inspect, traceback, warnings, logging and
// smaller ones (library reference, under their names).
package pylib

import (
	"embed"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

//go:embed *.py
var sources embed.FS

// Modules declares the modules: each file is one.
func Modules() map[string]func() object.ModuleSpec {
	entries, err := sources.ReadDir(".")
	if err != nil {
		panic(err) // an embedded folder can be read
	}
	m := make(map[string]func() object.ModuleSpec, len(entries))
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".py")
		m[name] = func() object.ModuleSpec {
			b, err := sources.ReadFile(name + ".py")
			if err != nil {
				panic(err)
			}
			return object.ModuleSpec{Name: name, Source: string(b)}
		}
	}
	return m
}
