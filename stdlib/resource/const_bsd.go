//go:build unix && !linux

package resource

import "syscall"

// limits is the number of resources.
const limits = 9

var constants = map[string]int64{"RLIMIT_CPU": 0, "RLIMIT_FSIZE": 1, "RLIMIT_DATA": 2, "RLIMIT_STACK": 3, "RLIMIT_CORE": 4, "RLIMIT_AS": 5, "RLIMIT_RSS": 5,
	"RLIMIT_MEMLOCK": 6, "RLIMIT_NPROC": 7, "RLIMIT_NOFILE": 8, "RLIMIT_OFILE": 8, "RUSAGE_SELF": 0, "RUSAGE_CHILDREN": -1, "RLIM_INFINITY": 1<<63 - 1}

func setLimit[T int64 | uint64](l *syscall.Rlimit, soft, hard T) {
	set(&l.Cur, soft)
	set(&l.Max, hard)
}

func set[A, B int64 | uint64](p *A, v B) { *p = A(v) }
