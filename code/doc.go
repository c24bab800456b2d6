// Package code holds the bytecode of gopy: the opcode table, code objects with
// their exception and position tables, the disassembler, the binary form of
// code objects and the verifier.
//
// A Code is a template: immutable after construction, without references to
// Python objects, and shared freely between interpreters. What an interpreter
// writes while running (inline caches, quickened words) lives in its own copy
// of the instruction words.
//
// The package imports nothing else of gopy. It is exported without a
// compatibility promise.
package code

//go:generate go run ../internal/gen/opgen
