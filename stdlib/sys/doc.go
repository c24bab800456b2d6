// Package sys implements the sys module (library reference, "sys").
package sys
