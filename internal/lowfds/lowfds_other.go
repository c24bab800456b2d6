//go:build !linux

package lowfds

// Free does nothing on this system.
func Free() {}

// Reserved knows no descriptors on this system.
func Reserved(fd int) bool { return false }
