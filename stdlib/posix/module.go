//go:build unix

package posix

import (
	"os"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
)

var consts = map[string]int{
	"F_OK": unix.F_OK, "R_OK": unix.R_OK, "W_OK": unix.W_OK, "X_OK": unix.X_OK,
	"O_RDONLY": unix.O_RDONLY, "O_WRONLY": unix.O_WRONLY, "O_RDWR": unix.O_RDWR, "O_APPEND": unix.O_APPEND, "O_CREAT": unix.O_CREAT,
	"O_EXCL": unix.O_EXCL, "O_TRUNC": unix.O_TRUNC, "O_NONBLOCK": unix.O_NONBLOCK, "O_NDELAY": unix.O_NONBLOCK, "O_SYNC": unix.O_SYNC,
	"O_DSYNC": unix.O_DSYNC, "O_CLOEXEC": unix.O_CLOEXEC, "O_NOFOLLOW": unix.O_NOFOLLOW, "O_DIRECTORY": unix.O_DIRECTORY,
	"O_NOCTTY": unix.O_NOCTTY, "O_ACCMODE": 3, "WNOHANG": unix.WNOHANG, "WUNTRACED": unix.WUNTRACED, "WCONTINUED": unix.WCONTINUED,
	"EX_OK": 0, "EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_NOUSER": 67, "EX_NOHOST": 68, "EX_UNAVAILABLE": 69,
	"EX_SOFTWARE": 70, "EX_OSERR": 71, "EX_OSFILE": 72, "EX_CANTCREAT": 73, "EX_IOERR": 74, "EX_TEMPFAIL": 75, "EX_PROTOCOL": 76,
	"EX_NOPERM": 77, "EX_CONFIG": 78, "PRIO_PROCESS": unix.PRIO_PROCESS, "PRIO_PGRP": unix.PRIO_PGRP, "PRIO_USER": unix.PRIO_USER,
	"NGROUPS_MAX": 65536, "TMP_MAX": 238328, "SEEK_DATA": 3, "SEEK_HOLE": 4, "POSIX_SPAWN_OPEN": 0, "POSIX_SPAWN_CLOSE": 1, "POSIX_SPAWN_DUP2": 2, "P_ALL": 0, "P_PID": 1, "P_PGID": 2,
	"RTLD_LAZY": 1, "RTLD_NOW": 2, "RTLD_GLOBAL": 256, "RTLD_LOCAL": 0,
}

// environ is the environment at the first import, as bytes.
func environ(t *thread) (value, error) {
	d := object.NewDict()
	for _, kv := range os.Environ() {
		k, v, ok := strings.Cut(kv, "=")
		if !ok || k == "" {
			continue
		}
		if err := d.Set(t, object.NewBytes([]byte(k)), object.NewBytes([]byte(v))); err != nil {
			return value{}, err
		}
	}
	return object.Wrap(d), nil
}

// Module declares posix.
func Module() object.ModuleSpec {
	c := make(map[string]value, len(consts)+len(systemConsts))
	for n, v := range consts {
		c[n] = object.IntOf(v)
	}
	for n, v := range systemConsts {
		c[n] = object.IntOf(v)
	}
	return object.ModuleSpec{
		Name: "posix", Doc: "Access to the system calls of the POSIX standard.", Consts: c,
		Types: []*object.Type{&statResultType, &statvfsResultType, &unameResultType, &timesResultType, &terminalSizeType, &dirEntryType},
		Init: func(t *thread, m *object.Module) error {
			for _, rows := range [][]object.Func{statFuncs, fileFuncs, fdFuncs, procFuncs, smallFuncs, systemFuncs, dirFuncs} {
				m.AddFuncs(t, "posix", rows)
			}
			m.Set(t, "error", object.Wrap(&object.OSErrorType))
			env, err := environ(t)
			m.Set(t, "environ", env)
			return err
		},
	}
}

var dirFuncs = []object.Func{
	{Name: "_fresh_environ", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return environ(t) }},
	{Name: "listdir", Sig: "(path=None)", Doc: "Return a list containing the names of the files in the directory.", Fn: listdir},
	{Name: "scandir", Sig: "(path=None)", Doc: "Return an iterator of DirEntry objects for given path.", Fn: scandir},
	{Name: "_process_cpu_count", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.IntOf(affinity()), nil }},
}
