package object

import (
	"os"
	"strconv"
	"strings"
	"sync"
)

// memoryLimit is the smaller of the machine's memory and the cgroup's limit,
// read once; it only decides whether a huge single allocation is refused.
var memoryLimit = sync.OnceValue(func() int {
	limit := 1 << 35
	if b, err := os.ReadFile("/proc/meminfo"); err == nil {
		if f := strings.Fields(string(b)); len(f) > 1 && f[0] == "MemTotal:" {
			if kb, err := strconv.Atoi(f[1]); err == nil {
				limit = min(limit, kb<<10)
			}
		}
	}
	if b, err := os.ReadFile("/sys/fs/cgroup/memory.max"); err == nil {
		if n, err := strconv.Atoi(strings.TrimSpace(string(b))); err == nil {
			limit = min(limit, n)
		}
	}
	return limit
})

func memoryAvailable(n int) bool { return n < memoryLimit() }
