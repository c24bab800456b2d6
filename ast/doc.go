// Package ast holds the abstract syntax tree of Python 3.14: the nodes of
// CPython's Python.asdl with their positions, a visitor and a dump.
//
// Node and field names are CPython's in Go casing. Three names give way to
// another one: the statement Expr is [ExprStmt], the operator Mod is [ModOp],
// and the operator sets of BoolOp, UnaryOp and Compare are the types
// [BoolOperator], [UnaryOperator] and [CmpOperator]. Optional fields are nil,
// or "" for names and strings (no Python identifier is empty).
//
// The node types, the field lists and the visitor are generated from
// nodes.txt; edit that table and run go generate.
//
// The package is exported without a compatibility promise.
package ast

//go:generate go run ../internal/gen/astgen
