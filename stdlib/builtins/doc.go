// Package builtins implements the builtins module: the built-in functions by
// subject, and the table of built-in types and exceptions.
package builtins
