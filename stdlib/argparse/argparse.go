// Package argparse implements the argparse module (library reference,
// "argparse"), in Python.
package argparse

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

var (
	//go:embed argparse.py
	source string
	//go:embed formatter.py
	formatterSource string
	//go:embed actions.py
	actionsSource string
)

// Modules declares the module and its parts.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"argparse": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "argparse", Doc: "Parser for command line options and arguments.", Source: source}
		},
		"_argparse_formatter": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "_argparse_formatter", Source: formatterSource}
		},
		"_argparse_actions": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "_argparse_actions", Source: actionsSource}
		},
	}
}
