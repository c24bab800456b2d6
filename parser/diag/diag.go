package diag

import (
	"github.com/gopy-lang/gopy/parser/token"
)

// Mode is the mode of the parse, as in package parser.
type Mode uint8

// Diagnosis is an explained error.
type Diagnosis struct {
	Problem *token.Problem
	AtEnd   bool // more source might complete it
}

// Explain returns the error of src; found is what the first pass failed with.
func Explain(src string, mode Mode, found *token.Problem) Diagnosis {
	return Diagnosis{Problem: found}
}
