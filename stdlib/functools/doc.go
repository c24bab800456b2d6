// Package functools implements the functools module (library reference,
// "functools"): what is called often in Go, the rest in Python.
package functools
