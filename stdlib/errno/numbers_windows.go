package errno

import "syscall"

var numbers = map[string]syscall.Errno{"ENOENT": syscall.ENOENT, "EEXIST": syscall.EEXIST, "EACCES": syscall.EACCES, "EINVAL": syscall.EINVAL,
	"EPIPE": syscall.EPIPE, "EAGAIN": syscall.EAGAIN, "EINTR": syscall.EINTR, "EBADF": syscall.EBADF}
