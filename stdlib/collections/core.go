// Package collections implements the collections, _collections,
// collections.abc and _collections_abc modules (library reference,
// "collections" and "collections.abc").
package collections

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
	tuple  = object.Tuple
	dict   = object.Dict
)

//go:embed abc.py
var abcSource string

//go:embed collections.py
var source string

// ABC declares _collections_abc, whose classes belong to collections.abc.
func ABC() object.ModuleSpec {
	return object.ModuleSpec{Name: "_collections_abc", Source: abcSource}
}

// PublicABC declares collections.abc.
func PublicABC() object.ModuleSpec {
	return object.ModuleSpec{Name: "collections.abc", Source: "from _collections_abc import *\nfrom _collections_abc import __all__, _CallableGenericAlias\n"}
}

// Core declares _collections.
func Core() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "_collections", Doc: "High performance data structures.",
		Types: []*object.Type{&DequeType, &dequeIterType, &dequeRevType, &DefaultDictType, &OrderedDictType, &tupleGetterType},
		Funcs: []object.Func{{Name: "_count_elements", Sig: "(mapping, iterable, /)", Doc: "Count the elements of the iterable, updating the mapping.", Fn: countElements}},
	}
}

// Module declares collections.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "collections", Doc: "Specialized container datatypes.", Package: true,
		Types:  []*object.Type{&DequeType, &DefaultDictType, &OrderedDictType},
		Source: source,
	}
}
