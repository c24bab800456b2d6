// Package importlib implements importlib and the modules below it (library
// reference, "importlib"): the import system as programs see it and can change
// it, in Python, and _imp, through which it uses the interpreter. Imports of a
// program that changes nothing are done by the evaluator alone.
package importlib

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var (
	//go:embed bootstrap.py
	bootstrapSource string
	//go:embed external.py
	externalSource string
	//go:embed importlib.py
	packageSource string
	//go:embed _abc.py
	loaderSource string
	//go:embed abc.py
	abcSource string
	//go:embed machinery.py
	machinerySource string
	//go:embed util.py
	utilSource string
	//go:embed resources.py
	resourcesSource string
	//go:embed resources_abc.py
	resourcesABCSource string
	//go:embed resources_readers.py
	readersSource string
	//go:embed resources_simple.py
	simpleSource string
	//go:embed metadata.py
	metadataSource string
)

// Modules declares the modules.
func Modules() map[string]func() object.ModuleSpec {
	const bootstrapFile, externalFile = "<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>"
	return map[string]func() object.ModuleSpec{
		"_imp":                          imp,
		"_frozen_importlib":             python("_frozen_importlib", bootstrapSource, bootstrapFile),
		"_frozen_importlib_external":    python("_frozen_importlib_external", externalSource, externalFile),
		"importlib":                     pack("importlib", packageSource),
		"importlib._bootstrap":          python("importlib._bootstrap", bootstrapSource, bootstrapFile),
		"importlib._bootstrap_external": python("importlib._bootstrap_external", externalSource, externalFile),
		"importlib._abc":                python("importlib._abc", loaderSource, ""),
		"importlib.abc":                 python("importlib.abc", abcSource, ""),
		"importlib.machinery":           python("importlib.machinery", machinerySource, ""),
		"importlib.metadata":            pack("importlib.metadata", metadataSource),
		"importlib.resources":           pack("importlib.resources", resourcesSource),
		"importlib.resources.abc":       python("importlib.resources.abc", resourcesABCSource, ""),
		"importlib.resources.readers":   python("importlib.resources.readers", readersSource, ""),
		"importlib.resources.simple":    python("importlib.resources.simple", simpleSource, ""),
		"importlib.readers":             names("importlib.readers", "resources.readers", "FileReader, ZipReader, MultiplexedPath, NamespaceReader"),
		"importlib.simple":              names("importlib.simple", "resources.simple", "SimpleReader, ResourceHandle, ResourceContainer, TraversableReader"),
		"importlib.util":                python("importlib.util", utilSource, ""),
	}
}

// names declares a module that has names of another.
func names(name, from, list string) func() object.ModuleSpec {
	return python(name, "from ."+from+" import "+list+"\n\n__all__ = '"+list+"'.split(', ')\n", "")
}

// pack declares a package.
func pack(name, source string) func() object.ModuleSpec {
	return func() object.ModuleSpec { return object.ModuleSpec{Name: name, Package: true, Source: source} }
}

func python(name, source, file string) func() object.ModuleSpec {
	return func() object.ModuleSpec { return object.ModuleSpec{Name: name, Source: source, File: file} }
}
