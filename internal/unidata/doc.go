// Package unidata knows the characters of Python's Unicode version, which differs
// from Go's: the predicates of str, the case mappings in full, the values of
// digits and numbers, identifiers and East Asian widths.
//
// The tables are generated from observations of the reference CPython by
// testdata/generate.py. They are constants and arrays without initialization.
//
// Functions of a rune take any code point, surrogates included. Functions of a
// string take the encoding of package wtf8.
package unidata
