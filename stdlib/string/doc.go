// Package string implements the _string module, which gives string.Formatter
// the parser of format strings.
package string
