// Package templatelib implements the module string.templatelib (library
// reference): the types of template strings.
package templatelib

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed templatelib.py
var source string

// Module declares the module string.templatelib.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name:   "string.templatelib",
		Doc:    "Support for template string literals (t-strings).",
		Source: source,
		Types:  []*object.Type{&object.TemplateType, &object.InterpolationType},
	}
}
