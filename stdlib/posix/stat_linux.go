package posix

import "golang.org/x/sys/unix"

func atime(st *unix.Stat_t) unix.Timespec { return st.Atim }
func mtime(st *unix.Stat_t) unix.Timespec { return st.Mtim }
func ctime(st *unix.Stat_t) unix.Timespec { return st.Ctim }
