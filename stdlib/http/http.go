// Package http implements http and http.client (library reference, "http",
// "http.client") and the native client below urllib and aiohttp.
package http

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

var (
	//go:embed http.py
	httpSource string
	//go:embed client.py
	clientSource string
)

// Modules declares the modules of the package.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"_http": native,
		"http": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "http", Package: true, Source: httpSource}
		},
		"http.client": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "http.client", Source: clientSource}
		},
	}
}
