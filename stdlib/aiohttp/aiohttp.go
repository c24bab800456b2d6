// Package aiohttp is gopy's own client with the interface of the aiohttp
// package, so that programs using its client run without installing anything.
// A real aiohttp on sys.path takes precedence. The server side is not there.
package aiohttp

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

var (
	//go:embed client.py
	clientSource string
	//go:embed client_exceptions.py
	exceptionsSource string
	//go:embed aiohttp.py
	packageSource string
)

// Modules declares the modules of the package.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"aiohttp": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "aiohttp", Package: true, Doc: "An HTTP client for asyncio.", Source: packageSource}
		},
		"aiohttp.client": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "aiohttp.client", Source: clientSource}
		},
		"aiohttp.client_exceptions": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "aiohttp.client_exceptions", Source: exceptionsSource}
		},
	}
}
