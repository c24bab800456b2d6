// Package math implements the math module (library reference, "math").
package math
