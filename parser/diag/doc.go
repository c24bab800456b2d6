// Package diag explains why source does not parse. It is the second pass: it
// knows that there is an error, so it may be slow, and finds CPython's message
// and position for it.
package diag
