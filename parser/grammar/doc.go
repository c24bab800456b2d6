// Package grammar holds Python's statements (sections 7 and 8 of the language
// reference): participle productions for most of them, Go code for blocks and
// for the few kinds that make up most of a program.
//
// A block reads the first token of a statement and calls Go code or the
// production for it; productions reach blocks and expressions as custom types
// (see custom.go). Participle builds its parser on first use, and never for a
// source that consists of assignments, calls, return, if and pass.
//
// A failure leaves the package as package expr's panic. Its message is a first
// guess: package diag reads the source again to explain it.
package grammar
