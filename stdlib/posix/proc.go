//go:build unix

package posix

import (
	"crypto/rand"
	"os"
	"os/user"
	"runtime"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

func number(f func() int) fn {
	return func(t *thread, a []value) (value, error) { return object.IntOf(f()), nil }
}

// setter is a function of ints that returns None.
func setter(f func(n []int) error) fn {
	return func(t *thread, a []value) (value, error) {
		n := make([]int, len(a))
		for i := range a {
			if err := ints(t, a[i:i+1], &n[i]); err != nil {
				return value{}, err
			}
		}
		return none(f(n))
	}
}

// WaitPid waits for a child without holding the GIL; a signal whose handler
// raises ends the wait. The result is 0 with WNOHANG if nothing has changed.
func WaitPid(t *thread, pid, options int) (int, int, *unix.Rusage, error) {
	var ws unix.WaitStatus
	ru := new(unix.Rusage)
	try := func(opt int) (int, error) {
		for {
			n, err := unix.Wait4(pid, &ws, opt, ru)
			if err != unix.EINTR {
				return n, err
			}
		}
	}
	n, err := try(options | unix.WNOHANG)
	if n != 0 || err != nil || options&unix.WNOHANG != 0 {
		return n, int(ws), ru, err
	}
	if pid > 0 && awaitExit(t, pid) {
		if n, err = try(options | unix.WNOHANG); n != 0 || err != nil {
			return n, int(ws), ru, err
		}
	}
	for pause := 100 * time.Microsecond; ; pause = min(2*pause, 10*time.Millisecond) {
		stop := make(chan struct{}, 1)
		if err := t.Blocking(&gil.WaitInfo{Kind: "child"}, func() {
			select {
			case <-time.After(pause):
			case <-stop:
			}
		}, func() {
			select {
			case stop <- struct{}{}:
			default:
			}
		}); err != nil {
			return 0, 0, nil, err
		}
		if n, err = try(options | unix.WNOHANG); n != 0 || err != nil {
			return n, int(ws), ru, err
		}
	}
}

func waitResult(pid, status int, err error) (value, error) {
	if err != nil {
		return value{}, goErr(err)
	}
	return object.NewTuple(object.IntOf(pid), object.IntOf(status)), nil
}

// statusOf is a test or part of a wait status.
func statusOf(name string, f func(ws unix.WaitStatus) value) object.Func {
	return object.Func{Name: name, Sig: "(status)", Fn: func(t *thread, a []value) (value, error) {
		n := 0
		if err := ints(t, a, &n); err != nil {
			return value{}, err
		}
		return f(unix.WaitStatus(n)), nil
	}}
}

func exitCode(t *thread, a []value) (value, error) {
	n := 0
	if err := ints(t, a, &n); err != nil {
		return value{}, err
	}
	ws := unix.WaitStatus(n)
	switch {
	case ws.Exited():
		return object.IntOf(ws.ExitStatus()), nil
	case ws.Signaled():
		return object.IntOf(-int(ws.Signal())), nil
	case ws.Stopped():
		return value{}, object.ValueErrorf("process stopped by delivery of signal %d", int(ws.StopSignal()))
	}
	return value{}, object.ValueErrorf("invalid wait status: %d", n)
}

// strs reads a sequence of paths or strings.
func strs(t *thread, v value, name string) ([]string, error) {
	items, err := object.Items(t, v)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(items))
	for i, x := range items {
		p, err := arg.PathOf(t, x, name, "argument", false, false)
		if err != nil {
			return nil, err
		}
		out[i] = p.Name
	}
	return out, nil
}

// envList reads an environment mapping as NAME=VALUE strings; None and absence
// give the process's own.
func envList(t *thread, v value) ([]string, error) {
	if !arg.Given(v) {
		return os.Environ(), nil
	}
	keys, err := object.CallMethod(t, v, "keys")
	if err != nil {
		return nil, err
	}
	var out []string
	err = object.Iterate(t, keys, func(k value) error {
		x, err := object.GetItem(t, v, k)
		if err != nil {
			return err
		}
		kv, err := strs(t, object.NewTuple(k, x), "env")
		if err != nil {
			return err
		}
		if strings.IndexByte(kv[0], '=') >= 0 {
			return object.ValueErrorf("illegal environment variable name")
		}
		out = append(out, kv[0]+"="+kv[1])
		return nil
	})
	return out, err
}

func execve(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "execve", "path", false, false)
	if err != nil {
		return value{}, err
	}
	args, err := strs(t, a[1], "execve")
	if err != nil {
		return value{}, err
	}
	if len(args) == 0 {
		return value{}, object.ValueErrorf("execve: argv must not be empty")
	}
	var env value
	if len(a) > 2 {
		env = a[2]
	}
	list, err := envList(t, env)
	if err != nil {
		return value{}, err
	}
	if err := flush(t); err != nil {
		return value{}, err
	}
	return value{}, p.Err(syscall.Exec(p.Name, args, list))
}

func uname(t *thread, a []value) (value, error) {
	var u unix.Utsname
	if err := unix.Uname(&u); err != nil {
		return value{}, goErr(err)
	}
	s := func(b []byte) value { return object.NewStr(unix.ByteSliceToString(b)) }
	return object.NewStructSeq(&unameResultType, 5, s(u.Sysname[:]), s(u.Nodename[:]), s(u.Release[:]), s(u.Version[:]), s(u.Machine[:])), nil
}

var started = time.Now()

func times(t *thread, a []value) (value, error) {
	var self, kids unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &self); err != nil {
		return value{}, goErr(err)
	}
	if err := unix.Getrusage(unix.RUSAGE_CHILDREN, &kids); err != nil {
		return value{}, goErr(err)
	}
	f := func(tv unix.Timeval) value { return object.Float(float64(tv.Nano()/1e7) / 100) }
	return object.NewStructSeq(&timesResultType, 5, f(self.Utime), f(self.Stime), f(kids.Utime), f(kids.Stime),
		object.Float(time.Since(started).Seconds())), nil
}

func loadavg(t *thread, a []value) (value, error) {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return value{}, object.Errorf(&object.OSErrorType, "Load averages are unobtainable")
	}
	var out []value
	for _, s := range strings.Fields(string(b))[:3] {
		f, err := object.CallArgs(t, object.Wrap(&object.FloatType), object.NewStr(s))
		if err != nil {
			return value{}, err
		}
		out = append(out, f)
	}
	return object.NewTuple(out...), nil
}

func urandom(t *thread, a []value) (value, error) {
	n := 0
	if err := ints(t, a, &n); err != nil {
		return value{}, err
	}
	if n < 0 {
		return value{}, object.ValueErrorf("negative argument not allowed")
	}
	if err := t.Charge(n); err != nil {
		return value{}, err
	}
	b := make([]byte, n)
	rand.Read(b)
	return object.NewBytes(b), nil
}

func groups() ([]int, error) { return unix.Getgroups() }

var procFuncs = []object.Func{
	{Name: "getpid", Sig: "()", Doc: "Return the current process id.", Fn: number(unix.Getpid)},
	{Name: "getppid", Sig: "()", Fn: number(unix.Getppid)},
	{Name: "getuid", Sig: "()", Fn: number(unix.Getuid)},
	{Name: "geteuid", Sig: "()", Fn: number(unix.Geteuid)},
	{Name: "getgid", Sig: "()", Fn: number(unix.Getgid)},
	{Name: "getegid", Sig: "()", Fn: number(unix.Getegid)},
	{Name: "getpgrp", Sig: "()", Fn: number(unix.Getpgrp)},
	{Name: "getpgid", Sig: "(pid)", Fn: func(t *thread, a []value) (value, error) {
		pid := 0
		if err := ints(t, a, &pid); err != nil {
			return value{}, err
		}
		n, err := unix.Getpgid(pid)
		return object.IntOf(n), goErr(err)
	}},
	{Name: "getsid", Sig: "(pid, /)", Fn: func(t *thread, a []value) (value, error) {
		pid := 0
		if err := ints(t, a, &pid); err != nil {
			return value{}, err
		}
		n, err := unix.Getsid(pid)
		return object.IntOf(n), goErr(err)
	}},
	{Name: "getgroups", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		g, err := groups()
		out := make([]value, len(g))
		for i, n := range g {
			out[i] = object.IntOf(n)
		}
		return object.NewListOwned(out), goErr(err)
	}},
	{Name: "setuid", Sig: "(uid, /)", Fn: setter(func(n []int) error { return syscall.Setuid(n[0]) })},
	{Name: "setgid", Sig: "(gid, /)", Fn: setter(func(n []int) error { return syscall.Setgid(n[0]) })},
	{Name: "setpgid", Sig: "(pid, pgrp, /)", Fn: setter(func(n []int) error { return unix.Setpgid(n[0], n[1]) })},
	{Name: "setsid", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		_, err := unix.Setsid()
		return none(err)
	}},
	{Name: "kill", Sig: "(pid, signal, /)", Doc: "Kill a process with a signal.", Fn: func(t *thread, a []value) (value, error) {
		pid, sig := 0, 0
		if err := ints(t, a, &pid, &sig); err != nil {
			return value{}, err
		}
		if err := unix.Kill(pid, unix.Signal(sig)); err != nil {
			return value{}, goErr(err)
		}
		return object.None, settle(t, pid, sig)
	}},
	{Name: "killpg", Sig: "(pgid, signal, /)", Fn: setter(func(n []int) error { return unix.Kill(-n[0], unix.Signal(n[1])) })},
	{Name: "getpriority", Sig: "(which, who)", Fn: func(t *thread, a []value) (value, error) {
		w, who := 0, 0
		if err := ints(t, a, &w, &who); err != nil {
			return value{}, err
		}
		n, err := unix.Getpriority(w, who)
		if runtime.GOOS == "linux" {
			n = 20 - n
		}
		return object.IntOf(n), goErr(err)
	}},
	{Name: "setpriority", Sig: "(which, who, priority)", Fn: setter(func(n []int) error { return unix.Setpriority(n[0], n[1], n[2]) })},
	{Name: "waitpid", Sig: "(pid, options, /)", Doc: "Wait for completion of a given child process.", Fn: func(t *thread, a []value) (value, error) {
		pid, opt := 0, 0
		if err := ints(t, a, &pid, &opt); err != nil {
			return value{}, err
		}
		n, st, _, err := WaitPid(t, pid, opt)
		return waitResult(n, st, err)
	}},
	{Name: "wait", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		n, st, _, err := WaitPid(t, -1, 0)
		return waitResult(n, st, err)
	}},
	statusOf("WIFEXITED", func(ws unix.WaitStatus) value { return object.Bool(ws.Exited()) }),
	statusOf("WIFSIGNALED", func(ws unix.WaitStatus) value { return object.Bool(ws.Signaled()) }),
	statusOf("WIFSTOPPED", func(ws unix.WaitStatus) value { return object.Bool(ws.Stopped()) }),
	statusOf("WIFCONTINUED", func(ws unix.WaitStatus) value { return object.Bool(ws.Continued()) }),
	statusOf("WCOREDUMP", func(ws unix.WaitStatus) value { return object.Bool(ws&0x80 != 0) }),
	statusOf("WEXITSTATUS", func(ws unix.WaitStatus) value { return object.IntOf(int(ws>>8) & 0xff) }),
	statusOf("WTERMSIG", func(ws unix.WaitStatus) value { return object.IntOf(int(ws) & 0x7f) }),
	statusOf("WSTOPSIG", func(ws unix.WaitStatus) value { return object.IntOf(int(ws>>8) & 0xff) }),
	{Name: "waitstatus_to_exitcode", Sig: "(status)", Fn: exitCode},
	{Name: "execv", Sig: "(path, argv, /)", Doc: "Execute an executable path with arguments, replacing current process.", Fn: execve},
	{Name: "execve", Sig: "(path, argv, env)", Fn: execve},
	{Name: "_exit", Sig: "(status)", Doc: "Exit to the system with specified status, without normal exit processing.", Fn: func(t *thread, a []value) (value, error) {
		n := 0
		if err := ints(t, a, &n); err != nil {
			return value{}, err
		}
		os.Exit(n & 0xff)
		return value{}, nil
	}},
	{Name: "abort", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		fdio.Die(int(unix.SIGABRT))
		return value{}, nil
	}},
	{Name: "cpu_count", Sig: "()", Doc: "Return the number of logical CPUs in the system.", Fn: number(runtime.NumCPU)},
	{Name: "uname", Sig: "()", Fn: uname},
	{Name: "times", Sig: "()", Fn: times},
	{Name: "getloadavg", Sig: "()", Fn: loadavg},
	{Name: "urandom", Sig: "(size, /)", Doc: "Return a bytes object containing random bytes suitable for cryptographic use.", Fn: urandom},
	{Name: "getrandom", Sig: "(size, flags=0)", Fn: func(t *thread, a []value) (value, error) { return urandom(t, a[:1]) }},
	{Name: "strerror", Sig: "(code, /)", Doc: "Translate an error code to a message string.", Fn: func(t *thread, a []value) (value, error) {
		n := 0
		if err := ints(t, a, &n); err != nil {
			return value{}, err
		}
		if n == 0 {
			return object.NewStr("Success"), nil
		}
		if s := object.Strerror(n); s != "" && !strings.HasPrefix(s, "errno ") {
			return object.NewStr(s), nil
		}
		return object.NewStrf("Unknown error %d", n), nil
	}},
	{Name: "getlogin", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		u, err := user.Current()
		if err != nil {
			return value{}, goErr(syscall.ENOTTY)
		}
		return object.NewStr(u.Username), nil
	}},
	{Name: "putenv", Sig: "(name, value, /)", Doc: "Change or add an environment variable.", Fn: func(t *thread, a []value) (value, error) {
		kv, err := strs(t, object.NewTuple(a[0], a[1]), "putenv")
		if err != nil {
			return value{}, err
		}
		if strings.IndexByte(kv[0], '=') >= 0 {
			return value{}, object.ValueErrorf("illegal environment variable name")
		}
		return none(os.Setenv(kv[0], kv[1]))
	}},
	{Name: "unsetenv", Sig: "(name, /)", Fn: func(t *thread, a []value) (value, error) {
		kv, err := strs(t, object.NewTuple(a[0]), "unsetenv")
		if err != nil {
			return value{}, err
		}
		return none(os.Unsetenv(kv[0]))
	}},
	{Name: "fspath", Sig: "(path)", Doc: "Return the file system path representation of the object.", Fn: func(t *thread, a []value) (value, error) {
		return arg.FSPath(t, a[0])
	}},
}

// settle gives a signal that the process sent itself time to arrive, since
// CPython's handlers run before os.kill returns.
func settle(t *thread, pid, sig int) error {
	if pid != unix.Getpid() || sig == 0 {
		return nil
	}
	for i := 0; i < 20 && t.G.Pending()&gil.BrSignal == 0; i++ {
		if err := t.Blocking(&gil.WaitInfo{Kind: "signal"}, func() { time.Sleep(100 * time.Microsecond) }, nil); err != nil {
			return err
		}
	}
	if bits := t.G.Pending(); bits != 0 {
		return t.HandleBreaker(bits)
	}
	return nil
}
