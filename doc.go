// Package gopy embeds a Python 3.14 interpreter written in Go.
//
// An [Interpreter] has its own modules, its own GIL and its own threads;
// several run in parallel in one process and share nothing that changes.
package gopy
