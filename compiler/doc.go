// Package compiler turns syntax trees into code objects.
//
// A symbol table is built first (symtable.go, symvisit.go, symanalyze.go): it
// decides for every name of every scope whether it is local, a cell, free or
// global. Code generation then walks the tree once, scope by scope (unit.go and
// one file by subject), and emits instructions for the register machine of
// package code into a linear list with labels. Three passes follow: dead code
// and jump threading, definite assignment (flow.go), and assembly with the
// relaxation of jumps (assemble.go).
//
// Registers while generating are virtual: locals have their final number, the
// other classes (cells, hidden locals of inlined comprehensions, free variables,
// hoisted constants, temporaries) are numbered within their class and placed by
// the assembler. Temporaries form a stack.
//
// The package is exported without a compatibility promise.
package compiler
