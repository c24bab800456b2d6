// Package urllib implements urllib.parse, urllib.request, urllib.error and
// urllib.response (library reference, "urllib").
package urllib

import (
	"embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed *.py
var sources embed.FS

// Modules declares the package and its modules.
func Modules() map[string]func() object.ModuleSpec {
	m := map[string]func() object.ModuleSpec{
		"urllib": func() object.ModuleSpec { return object.ModuleSpec{Name: "urllib", Package: true} },
	}
	for _, n := range []string{"error", "parse", "request", "response"} {
		m["urllib."+n] = func() object.ModuleSpec {
			b, err := sources.ReadFile(n + ".py")
			if err != nil {
				panic(err) // the list names a file that is not embedded
			}
			return object.ModuleSpec{Name: "urllib." + n, Source: string(b)}
		}
	}
	return m
}
