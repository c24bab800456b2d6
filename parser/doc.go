// Package parser turns Python 3.14 source into the tree of package ast.
//
// Parse decodes the source, splits it into tokens (package lexer), and parses
// statements by participle productions and Go code (package grammar) and
// expressions by operator precedence (package expr). That first pass is fast
// and knows little about errors. When it fails, package diag reads the source
// again, slowly, to find CPython's message and position for the error.
//
// The checks of CPython's compiler and symbol table, such as a return outside
// a function or a keyword argument given twice, are not made here.
//
// The package is exported without a compatibility promise.
package parser
