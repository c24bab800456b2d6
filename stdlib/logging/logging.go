// Package logging implements the logging package (library reference,
// "logging"), in Python.
package logging

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

var (
	//go:embed logging.py
	packageSource string
	//go:embed formats.py
	formatsSource string
	//go:embed handlers.py
	handlersSource string
	//go:embed config.py
	configSource string
)

// Modules declares the modules of the package.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"logging": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "logging", Package: true, Doc: "Logging for programs and libraries.", Source: packageSource}
		},
		"logging._formats": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "logging._formats", Source: formatsSource}
		},
		"logging.handlers": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "logging.handlers", Doc: "More handlers for the logging package.", Source: handlersSource}
		},
		"logging.config": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "logging.config", Doc: "Configuration of the logging package.", Source: configSource}
		},
	}
}
