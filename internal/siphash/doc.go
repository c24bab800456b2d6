// Package siphash computes the hashes of Python's built-in immutable types as
// CPython 3.14 does on 64-bit machines, so that sets print in the same order and
// equal numbers of different types meet as keys.
//
// Strings and bytes are hashed by SipHash-1-3 with a key that NewKey derives from
// PYTHONHASHSEED. Numbers are hashed modulo the prime 2**61 - 1; tuples and
// frozensets combine the hashes of their elements. All functions are pure.
//
// A hash is never -1, which CPython's C functions reserve for errors.
package siphash
