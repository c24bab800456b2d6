// Package unittest implements the unittest package (library reference,
// "unittest" and "unittest.mock"), in Python.
package unittest

import (
	"embed"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

//go:embed *.py
var sources embed.FS

// Modules declares the package and its modules: each file is one.
func Modules() map[string]func() object.ModuleSpec {
	entries, err := sources.ReadDir(".")
	if err != nil {
		panic(err) // an embedded folder can be read
	}
	m := make(map[string]func() object.ModuleSpec, len(entries))
	for _, e := range entries {
		file := e.Name()
		name := "unittest." + strings.TrimSuffix(file, ".py")
		if file == "__init__.py" {
			name = "unittest"
		}
		m[name] = func() object.ModuleSpec {
			b, err := sources.ReadFile(file)
			if err != nil {
				panic(err)
			}
			return object.ModuleSpec{Name: name, Package: name == "unittest", Source: string(b)}
		}
	}
	return m
}
