//go:build unix

package posix

import (
	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var statResultType, statvfsResultType, unameResultType, timesResultType, terminalSizeType object.Type

func init() {
	object.DefineStructSeq(&statResultType, object.StructSeq{Module: "os", Name: "stat_result",
		Fields: []string{"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime"},
		Extra:  []string{"st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev"}})
	object.DefineStructSeq(&statvfsResultType, object.StructSeq{Module: "os", Name: "statvfs_result",
		Fields: []string{"f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax"},
		Extra:  []string{"f_fsid"}})
	object.DefineStructSeq(&unameResultType, object.StructSeq{Module: "posix", Name: "uname_result",
		Fields: []string{"sysname", "nodename", "release", "version", "machine"}})
	object.DefineStructSeq(&timesResultType, object.StructSeq{Module: "posix", Name: "times_result",
		Fields: []string{"user", "system", "children_user", "children_system", "elapsed"}})
	object.DefineStructSeq(&terminalSizeType, object.StructSeq{Module: "os", Name: "terminal_size", Fields: []string{"columns", "lines"}})
}

// seconds is a time as CPython gives it: the float next to sec + ns.
func seconds(ts unix.Timespec) value {
	sec, ns := ts.Unix()
	return object.Float(float64(sec) + float64(float64(ns)*1e-9))
}

func statResult(st *unix.Stat_t) value {
	at, mt, ct := atime(st), mtime(st), ctime(st)
	as, _ := at.Unix()
	ms, _ := mt.Unix()
	cs, _ := ct.Unix()
	return object.NewStructSeq(&statResultType, 10,
		object.Int(int64(st.Mode)), object.Int(int64(st.Ino)), object.Int(int64(st.Dev)), object.Int(int64(st.Nlink)),
		object.Int(int64(st.Uid)), object.Int(int64(st.Gid)), object.Int(st.Size), object.Int(as), object.Int(ms), object.Int(cs),
		seconds(at), seconds(mt), seconds(ct), object.Int(at.Nano()), object.Int(mt.Nano()), object.Int(ct.Nano()),
		object.Int(int64(st.Blksize)), object.Int(st.Blocks), object.Int(int64(st.Rdev)))
}

func statPath(t *thread, p *arg.Path, dir int, follow bool) (value, error) {
	if err := flush(t); err != nil {
		return value{}, err
	}
	var st unix.Stat_t
	flags := 0
	if !follow {
		flags = unix.AT_SYMLINK_NOFOLLOW
	}
	err := block(t, func() error {
		if p.FD >= 0 {
			return unix.Fstat(p.FD, &st)
		}
		return unix.Fstatat(dir, p.Name, &st, flags)
	})
	if err != nil {
		return value{}, p.Err(err)
	}
	return statResult(&st), nil
}

func statFunc(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "stat", "path", true, false)
	if err != nil {
		return value{}, err
	}
	dir, err := dirFD(t, a[1])
	if err != nil {
		return value{}, err
	}
	follow, err := arg.Bool(t, a[2], true)
	if err != nil {
		return value{}, err
	}
	switch {
	case p.FD >= 0 && arg.Given(a[1]):
		return value{}, object.ValueErrorf("stat: can't specify dir_fd without matching path")
	case p.FD >= 0 && !follow:
		return value{}, object.ValueErrorf("stat: cannot use fd and follow_symlinks together")
	}
	return statPath(t, p, dir, follow)
}

var statFuncs = []object.Func{
	{Name: "stat", Sig: "(path, *, dir_fd=None, follow_symlinks=True)", Doc: "Perform a stat system call on the given path.", Fn: statFunc},
	{Name: "lstat", Sig: "(path, *, dir_fd=None)", Doc: "Like stat, without following symbolic links.", Fn: func(t *thread, a []value) (value, error) {
		p, err := arg.PathOf(t, a[0], "lstat", "path", false, false)
		if err != nil {
			return value{}, err
		}
		dir, err := dirFD(t, a[1])
		if err != nil {
			return value{}, err
		}
		return statPath(t, p, dir, false)
	}},
	{Name: "fstat", Sig: "(fd)", Doc: "Perform a stat system call on a descriptor.", Fn: func(t *thread, a []value) (value, error) {
		fd, err := arg.CInt(t, a[0])
		if err != nil {
			return value{}, err
		}
		return statPath(t, &arg.Path{FD: max(fd, 0) | fd&^0x7fffffff}, 0, true)
	}},
	{Name: "access", Sig: "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", Doc: "Test whether the process may access a path.", Fn: func(t *thread, a []value) (value, error) {
		p, err := arg.PathOf(t, a[0], "access", "path", false, false)
		if err != nil {
			return value{}, err
		}
		mode := 0
		if err := ints(t, a[1:2], &mode); err != nil {
			return value{}, err
		}
		dir, err := dirFD(t, a[2])
		if err != nil {
			return value{}, err
		}
		eff, err := arg.Bool(t, a[3], false)
		if err != nil {
			return value{}, err
		}
		follow, err := arg.Bool(t, a[4], true)
		if err != nil {
			return value{}, err
		}
		flags := 0
		if eff {
			flags |= unix.AT_EACCESS
		}
		if !follow {
			flags |= unix.AT_SYMLINK_NOFOLLOW
		}
		err = block(t, func() error { return unix.Faccessat(dir, p.Name, uint32(mode), flags) })
		return object.Bool(err == nil), nil
	}},
}

// The type bits of a mode, for path tests.
func statKind(t *thread, v value, name string, follow bool) (mode uint32, ok bool, err error) {
	p, err := arg.PathOf(t, v, name, "path", true, false)
	if err != nil {
		if object.IsExc(err, &object.ValueErrorType) {
			return 0, false, nil
		}
		return 0, false, err
	}
	if err := flush(t); err != nil {
		return 0, false, err
	}
	var st unix.Stat_t
	flags := 0
	if !follow {
		flags = unix.AT_SYMLINK_NOFOLLOW
	}
	serr := block(t, func() error {
		if p.FD >= 0 {
			return unix.Fstat(p.FD, &st)
		}
		return unix.Fstatat(unix.AT_FDCWD, p.Name, &st, flags)
	})
	if _, bad := serr.(*object.Interrupt); bad {
		return 0, false, serr
	}
	return uint32(st.Mode), serr == nil, nil
}

func isKind(name string, kind uint32, follow bool) object.Func {
	return object.Func{Name: name, Sig: "(path)", Fn: func(t *thread, a []value) (value, error) {
		mode, ok, err := statKind(t, a[0], name, follow)
		return object.Bool(ok && (kind == 0 || mode&unix.S_IFMT == kind)), err
	}}
}

// PathTests are the tests of os.path that ask the system.
var PathTests = []object.Func{
	isKind("exists", 0, true), isKind("lexists", 0, false), isKind("isfile", unix.S_IFREG, true),
	isKind("isdir", unix.S_IFDIR, true), isKind("islink", unix.S_IFLNK, false),
}
