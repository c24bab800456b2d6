// Package posix implements the posix module, the system calls under os
// (library reference, "os").
package posix
