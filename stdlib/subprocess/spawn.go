//go:build unix

// Package subprocess implements subprocess (library reference, "subprocess")
// and the starting of programs under it.
package subprocess

import (
	_ "embed"
	"os"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
	"github.com/gopy-lang/gopy/stdlib/io"
)

//go:embed subprocess.py
var source string

type (
	value  = object.Value
	thread = object.Thread
)

// program says what to start.
type program struct {
	path, dir  string
	search     bool
	args, env  []string
	files      map[int]int // descriptor of the child: of the parent
	keepOthers bool        // pass all inheritable descriptors on
	umask      int         // -1: as it is
	sys        syscall.SysProcAttr
}

// candidates are the files to try.
func (p *program) candidates() []string {
	if !p.search || strings.IndexByte(p.path, '/') >= 0 {
		return []string{p.path}
	}
	list := "/bin:/usr/bin"
	for _, kv := range p.env {
		if v, ok := strings.CutPrefix(kv, "PATH="); ok {
			list = v
		}
	}
	var out []string
	for _, d := range strings.Split(list, ":") {
		if d == "" {
			d = "."
		}
		out = append(out, d+"/"+p.path)
	}
	return out
}

// start starts the program. Descriptors that the child is not given are closed
// in it.
func (p *program) start(t *thread) (pid int, err error) {
	if err := io.FlushDirty(t); err != nil {
		return 0, err
	}
	if p.dir != "" {
		if st, err := os.Stat(p.dir); err != nil {
			return 0, &os.PathError{Op: "chdir", Path: p.dir, Err: unwrap(err)}
		} else if !st.IsDir() {
			return 0, &os.PathError{Op: "chdir", Path: p.dir, Err: syscall.ENOTDIR}
		}
	}
	top := 2
	for fd := range p.files {
		top = max(top, fd)
	}
	files := make([]uintptr, top+1)
	for i := range files {
		files[i] = ^uintptr(0)
		if src, ok := p.files[i]; ok {
			files[i] = uintptr(src)
		}
	}
	attr := &syscall.ProcAttr{Dir: p.dir, Env: p.env, Files: files, Sys: &p.sys}
	if berr := fdio.Block(t, "spawn", func() { pid, err = p.fork(attr) }); berr != nil {
		return 0, berr
	}
	return pid, err
}

func (p *program) fork(attr *syscall.ProcAttr) (pid int, err error) {
	if !p.keepOthers {
		restore := hideInherited()
		defer restore()
	}
	if p.umask >= 0 {
		old := unix.Umask(p.umask)
		defer unix.Umask(old)
	}
	err = syscall.ENOENT
	var denied error
	for _, path := range p.candidates() {
		if p.search && len(path) > 0 {
			if e := unix.Access(path, unix.X_OK); e != nil {
				if e == syscall.EACCES && p.dir == "" {
					denied = e
				}
				if p.dir == "" || strings.HasPrefix(path, "/") {
					if e != syscall.EACCES {
						err = e
					}
					continue
				}
			}
		}
		pid, err = syscall.ForkExec(path, p.args, attr)
		if err == nil {
			return pid, nil
		}
		if err != syscall.ENOENT && err != syscall.ENOTDIR {
			denied = err
			if !p.search {
				break
			}
		}
	}
	if denied != nil {
		err = denied
	}
	return 0, err
}

// hideInherited marks the inheritable descriptors above 2 close-on-exec until
// restore is called.
func hideInherited() (restore func()) {
	dir, err := os.Open("/proc/self/fd")
	if err != nil {
		if dir, err = os.Open("/dev/fd"); err != nil {
			return func() {}
		}
	}
	names, _ := dir.Readdirnames(-1) // what was read is what can be hidden
	dir.Close()
	var hidden []int
	for _, n := range names {
		fd, err := strconv.Atoi(n)
		if err != nil || fd < 3 {
			continue
		}
		if fl, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil && fl&unix.FD_CLOEXEC == 0 {
			if _, err := unix.FcntlInt(uintptr(fd), unix.F_SETFD, fl|unix.FD_CLOEXEC); err == nil {
				hidden = append(hidden, fd)
			}
		}
	}
	return func() {
		for _, fd := range hidden {
			_, _ = unix.FcntlInt(uintptr(fd), unix.F_SETFD, 0)
		}
	}
}

func unwrap(err error) error {
	if pe, ok := err.(*os.PathError); ok {
		return pe.Err
	}
	return err
}

func names(t *thread, v value) ([]string, error) {
	items, err := object.Items(t, v)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(items))
	for i, x := range items {
		r, err := arg.FSPath(t, x)
		if err != nil {
			return nil, err
		}
		if s, ok := object.AsStr(r); ok {
			out[i] = arg.FSEncode(s.String())
		} else {
			b, _ := object.BytesOf(r)
			out[i] = string(b)
		}
		if strings.IndexByte(out[i], 0) >= 0 {
			return nil, object.ValueErrorf("embedded null byte")
		}
	}
	return out, nil
}

// environment reads a mapping; None is the process's own.
func environment(t *thread, v value) ([]string, error) {
	if !arg.Given(v) {
		return os.Environ(), nil
	}
	items, err := object.CallMethod(t, v, "items")
	if err != nil {
		return nil, err
	}
	var out []string
	err = object.Iterate(t, items, func(pair value) error {
		kv, err := names(t, pair)
		if err != nil {
			return err
		}
		if kv[0] == "" || strings.IndexByte(kv[0], '=') >= 0 {
			return object.ValueErrorf("illegal environment variable name")
		}
		out = append(out, kv[0]+"="+kv[1])
		return nil
	})
	return out, err
}

// failed is the exception of a program that could not be started.
func failed(err error, dir, path value) error {
	if pe, ok := err.(*os.PathError); ok {
		e := &arg.Path{V: dir}
		return e.Err(pe.Err)
	}
	e := &arg.Path{V: path}
	return e.Err(err)
}

// forkExec starts a child for Popen.
func forkExec(t *thread, a []value) (value, error) {
	p := &program{files: map[int]int{}, umask: -1, search: true}
	var err error
	if p.args, err = names(t, a[0]); err != nil {
		return value{}, err
	}
	exe, err := names(t, object.NewTuple(a[1]))
	if err != nil {
		return value{}, err
	}
	p.path = exe[0]
	if arg.Given(a[2]) {
		d, err := names(t, object.NewTuple(a[2]))
		if err != nil {
			return value{}, err
		}
		p.dir = d[0]
	}
	if p.env, err = environment(t, a[3]); err != nil {
		return value{}, err
	}
	for i := range 3 {
		fd, err := arg.CInt(t, a[4+i])
		if err != nil {
			return value{}, err
		}
		p.files[i] = i
		if fd >= 0 {
			p.files[i] = fd
		}
	}
	err = object.Iterate(t, a[7], func(v value) error {
		fd, err := arg.CInt(t, v)
		if err == nil && fd > 2 {
			p.files[fd] = fd
		}
		return err
	})
	if err != nil {
		return value{}, err
	}
	if err := p.options(t, a[8:]); err != nil {
		return value{}, err
	}
	pid, err := p.start(t)
	if err != nil {
		return value{}, failed(err, a[2], a[1])
	}
	return object.IntOf(pid), nil
}

// options reads close_fds, start_new_session, process_group, uid, gid, groups
// and umask.
func (p *program) options(t *thread, a []value) error {
	closeFds, err := object.Truth(t, a[0])
	if err != nil {
		return err
	}
	p.keepOthers = !closeFds
	if p.sys.Setsid, err = object.Truth(t, a[1]); err != nil {
		return err
	}
	if arg.Given(a[2]) {
		n, err := arg.CInt(t, a[2])
		if err != nil {
			return err
		}
		if n >= 0 {
			p.sys.Setpgid, p.sys.Pgid = true, n
		}
	}
	if arg.Given(a[3]) || arg.Given(a[4]) || arg.Given(a[5]) {
		c := &syscall.Credential{Uid: uint32(unix.Getuid()), Gid: uint32(unix.Getgid()), NoSetGroups: !arg.Given(a[5])}
		for i, n := range []*uint32{&c.Uid, &c.Gid} {
			if arg.Given(a[3+i]) {
				v, err := arg.CInt(t, a[3+i])
				if err != nil {
					return err
				}
				*n = uint32(v)
			}
		}
		if arg.Given(a[5]) {
			if err := object.Iterate(t, a[5], func(v value) error {
				n, err := arg.CInt(t, v)
				c.Groups = append(c.Groups, uint32(n))
				return err
			}); err != nil {
				return err
			}
		}
		p.sys.Credential = c
	}
	if p.umask, err = arg.CInt(t, a[6]); err != nil {
		return err
	}
	return nil
}

// spawn starts a program with the standard streams, for os.
func spawn(t *thread, a []value) (value, error) {
	p := &program{files: map[int]int{0: 0, 1: 1, 2: 2}, umask: -1, keepOthers: true}
	exe, err := names(t, object.NewTuple(a[0]))
	if err != nil {
		return value{}, err
	}
	p.path = exe[0]
	if p.args, err = names(t, a[1]); err != nil {
		return value{}, err
	}
	if p.env, err = environment(t, a[2]); err != nil {
		return value{}, err
	}
	if p.search, err = arg.Bool(t, a[3], false); err != nil {
		return value{}, err
	}
	pid, err := p.start(t)
	if err != nil {
		return value{}, failed(err, value{}, a[0])
	}
	return object.IntOf(pid), nil
}

// posixSpawn is os.posix_spawn with its file actions.
func posixSpawn(t *thread, a []value) (value, error) {
	p := &program{files: map[int]int{0: 0, 1: 1, 2: 2}, umask: -1, keepOthers: true}
	exe, err := names(t, object.NewTuple(a[0]))
	if err != nil {
		return value{}, err
	}
	p.path = exe[0]
	if p.args, err = names(t, a[1]); err != nil {
		return value{}, err
	}
	if p.env, err = environment(t, a[2]); err != nil {
		return value{}, err
	}
	if p.search, err = arg.Bool(t, a[3], false); err != nil {
		return value{}, err
	}
	var opened []int
	defer func() {
		for _, fd := range opened {
			_ = fdio.Close(fd)
		}
	}()
	if arg.Given(a[4]) {
		if err := object.Iterate(t, a[4], func(v value) error { return p.action(t, v, &opened) }); err != nil {
			return value{}, err
		}
	}
	if arg.Given(a[5]) {
		n, err := arg.CInt(t, a[5])
		if err != nil {
			return value{}, err
		}
		p.sys.Setpgid, p.sys.Pgid = true, n
	}
	if p.sys.Setsid, err = arg.Bool(t, a[7], false); err != nil {
		return value{}, err
	}
	pid, err := p.start(t)
	if err != nil {
		return value{}, failed(err, value{}, a[0])
	}
	return object.IntOf(pid), nil
}

// action applies (POSIX_SPAWN_OPEN, fd, path, flags, mode), (.._CLOSE, fd) or
// (.._DUP2, fd, newfd).
func (p *program) action(t *thread, v value, opened *[]int) error {
	items, err := object.Items(t, v)
	if err != nil {
		return err
	}
	if len(items) < 2 {
		return object.TypeErrorf("Each file_actions element must be a non-empty tuple")
	}
	var n [5]int
	for i, x := range items {
		if object.IsIntLike(x) {
			if n[i], err = arg.CInt(t, x); err != nil {
				return err
			}
		}
	}
	switch {
	case n[0] == 1:
		delete(p.files, n[1])
	case n[0] == 2 && len(items) == 3:
		src := n[1]
		if m, ok := p.files[src]; ok {
			src = m
		}
		p.files[n[2]] = src
	case n[0] == 0 && len(items) == 5:
		path, err := names(t, object.NewTuple(items[2]))
		if err != nil {
			return err
		}
		fd, err := fdio.Open(t, path[0], n[3], uint32(n[4]))
		if err != nil {
			e := &arg.Path{V: items[2]}
			return e.Err(err)
		}
		*opened = append(*opened, fd)
		p.files[n[1]] = fd
	default:
		return object.TypeErrorf("Unknown file_actions identifier")
	}
	return nil
}

// Core declares _posixsubprocess.
func Core() object.ModuleSpec {
	return object.ModuleSpec{Name: "_posixsubprocess", Funcs: []object.Func{
		{Name: "fork_exec", Sig: "(args, executable, cwd, env, stdin, stdout, stderr, pass_fds, close_fds, start_new_session, process_group, uid, gid, groups, umask, /)", Fn: forkExec},
		{Name: "spawn", Sig: "(path, args, env, search, shell=False, /)", Fn: spawn},
		{Name: "posix_spawn", Sig: "(path, argv, env, search, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None)", Fn: posixSpawn},
	}}
}

// Module declares subprocess.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "subprocess", Doc: "Child processes with their streams and exit codes.", Source: source}
}
