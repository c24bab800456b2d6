//go:build unix

package posix

import (
	"time"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// twoPaths is a function of two paths with directory descriptors at i and j.
func twoPaths(name string, i, j int, f func(t *thread, src, dst *arg.Path, sdir, ddir int, a []value) error) fn {
	return func(t *thread, a []value) (value, error) {
		src, err := arg.PathOf(t, a[0], name, "src", false, false)
		if err != nil {
			return value{}, err
		}
		dst, err := arg.PathOf(t, a[1], name, "dst", false, false)
		if err != nil {
			return value{}, err
		}
		sdir, err := dirFD(t, a[i])
		if err != nil {
			return value{}, err
		}
		ddir, err := dirFD(t, a[j])
		if err != nil {
			return value{}, err
		}
		if err := flush(t); err != nil {
			return value{}, err
		}
		if err := f(t, src, dst, sdir, ddir, a); err != nil {
			return value{}, src.Err2(dst, err)
		}
		return object.None, nil
	}
}

func rename(t *thread, src, dst *arg.Path, sdir, ddir int, a []value) error {
	return block(t, func() error { return unix.Renameat(sdir, src.Name, ddir, dst.Name) })
}

// onPathDir is a function of a path, an optional mode and a dir_fd.
func onPathDir(name string, mode, dir, def int, f func(dir int, p string, mode uint32) error) fn {
	return func(t *thread, a []value) (value, error) {
		p, err := arg.PathOf(t, a[0], name, "path", false, false)
		if err != nil {
			return value{}, err
		}
		m := def
		if mode > 0 {
			if err := ints(t, a[mode:mode+1], &m); err != nil {
				return value{}, err
			}
		}
		d, err := dirFD(t, a[dir])
		if err != nil {
			return value{}, err
		}
		if err := block(t, func() error { return f(d, p.Name, uint32(m)) }); err != nil {
			return value{}, p.Err(err)
		}
		return object.None, nil
	}
}

func readlink(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "readlink", "path", false, false)
	if err != nil {
		return value{}, err
	}
	dir, err := dirFD(t, a[1])
	if err != nil {
		return value{}, err
	}
	s, err := readlinkAt(t, dir, p.Name)
	if err != nil {
		return value{}, p.Err(err)
	}
	return p.Result(s), nil
}

func readlinkAt(t *thread, dir int, name string) (string, error) {
	for size := 256; ; size *= 2 {
		b := make([]byte, size)
		n := 0
		err := block(t, func() (err error) { n, err = unix.Readlinkat(dir, name, b); return })
		if err != nil {
			return "", err
		}
		if n < size {
			return string(b[:n]), nil
		}
	}
}

func symlink(t *thread, a []value) (value, error) {
	src, err := arg.PathOf(t, a[0], "symlink", "src", false, false)
	if err != nil {
		return value{}, err
	}
	dst, err := arg.PathOf(t, a[1], "symlink", "dst", false, false)
	if err != nil {
		return value{}, err
	}
	dir, err := dirFD(t, a[3])
	if err != nil {
		return value{}, err
	}
	if err := block(t, func() error { return unix.Symlinkat(src.Name, dir, dst.Name) }); err != nil {
		return value{}, src.Err2(dst, err)
	}
	return object.None, nil
}

func chmod(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "chmod", "path", true, false)
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
	follow, err := arg.Bool(t, a[3], true)
	if err != nil {
		return value{}, err
	}
	err = block(t, func() error {
		switch {
		case p.FD >= 0:
			return unix.Fchmod(p.FD, uint32(mode))
		case !follow:
			return unix.Fchmodat(dir, p.Name, uint32(mode), unix.AT_SYMLINK_NOFOLLOW)
		}
		return unix.Fchmodat(dir, p.Name, uint32(mode), 0)
	})
	if err != nil {
		return value{}, p.Err(err)
	}
	return object.None, nil
}

func chown(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "chown", "path", true, false)
	if err != nil {
		return value{}, err
	}
	uid, gid := 0, 0
	if err := ints(t, a[1:3], &uid, &gid); err != nil {
		return value{}, err
	}
	dir, err := dirFD(t, a[3])
	if err != nil {
		return value{}, err
	}
	follow, err := arg.Bool(t, a[4], true)
	if err != nil {
		return value{}, err
	}
	flags := 0
	if !follow {
		flags = unix.AT_SYMLINK_NOFOLLOW
	}
	err = block(t, func() error {
		if p.FD >= 0 {
			return unix.Fchown(p.FD, uid, gid)
		}
		return unix.Fchownat(dir, p.Name, uid, gid, flags)
	})
	if err != nil {
		return value{}, p.Err(err)
	}
	return object.None, nil
}

func truncate(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "truncate", "path", true, false)
	if err != nil {
		return value{}, err
	}
	n, err := arg.Int64(t, a[1])
	if err != nil {
		return value{}, err
	}
	if err := flush(t); err != nil {
		return value{}, err
	}
	err = block(t, func() error {
		if p.FD >= 0 {
			return unix.Ftruncate(p.FD, n)
		}
		return unix.Truncate(p.Name, n)
	})
	if err != nil {
		return value{}, p.Err(err)
	}
	return object.None, nil
}

// timespec converts a time of utime: seconds, or nanoseconds.
func timespec(t *thread, v value, ns bool) (unix.Timespec, error) {
	if ns {
		n, err := arg.Int64(t, v)
		return unix.NsecToTimespec(n), err
	}
	if object.IsIntLike(v) {
		n, err := arg.Int64(t, v)
		return unix.Timespec{Sec: n}, err
	}
	f, err := object.ToFloat(t, v)
	if err != nil {
		return unix.Timespec{}, err
	}
	sec := int64(f)
	frac := f - float64(sec)
	if frac < 0 {
		sec--
		frac++
	}
	return unix.Timespec{Sec: sec, Nsec: int64(float64(frac * 1e9))}, nil
}

func utime(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "utime", "path", true, false)
	if err != nil {
		return value{}, err
	}
	now := unix.NsecToTimespec(time.Now().UnixNano())
	times := []unix.Timespec{now, now}
	pair, ns := a[1], false
	if a[2].O != nil {
		if arg.Given(a[1]) {
			return value{}, object.ValueErrorf("utime: you may specify either 'times' or 'ns' but not both")
		}
		pair, ns = a[2], true
	}
	if arg.Given(pair) {
		items, err := object.Items(t, pair)
		if err != nil {
			return value{}, err
		}
		if pair.O.Type.Solid != &object.TupleType || len(items) != 2 {
			if ns {
				return value{}, object.TypeErrorf("utime: 'ns' must be a tuple of two ints")
			}
			return value{}, object.TypeErrorf("utime: 'times' must be either a tuple of two ints or None")
		}
		for i := range times {
			if times[i], err = timespec(t, items[i], ns); err != nil {
				return value{}, err
			}
		}
	}
	dir, err := dirFD(t, a[3])
	if err != nil {
		return value{}, err
	}
	follow, err := arg.Bool(t, a[4], true)
	if err != nil {
		return value{}, err
	}
	if err := flush(t); err != nil {
		return value{}, err
	}
	flags := 0
	if !follow {
		flags = unix.AT_SYMLINK_NOFOLLOW
	}
	err = block(t, func() error {
		if p.FD >= 0 {
			return futimens(p.FD, times)
		}
		return unix.UtimesNanoAt(dir, p.Name, times, flags)
	})
	if err != nil {
		return value{}, p.Err(err)
	}
	return object.None, nil
}

func rmdirAt(dir int, p string, _ uint32) error  { return unix.Unlinkat(dir, p, unix.AT_REMOVEDIR) }
func unlinkAt(dir int, p string, _ uint32) error { return unix.Unlinkat(dir, p, 0) }

var fileFuncs = []object.Func{
	{Name: "mkdir", Sig: "(path, mode=511, *, dir_fd=None)", Doc: "Create a directory.", Fn: onPathDir("mkdir", 1, 2, 0o777, unix.Mkdirat)},
	{Name: "rmdir", Sig: "(path, *, dir_fd=None)", Doc: "Remove a directory.", Fn: onPathDir("rmdir", 0, 1, 0, rmdirAt)},
	{Name: "unlink", Sig: "(path, *, dir_fd=None)", Doc: "Remove a file.", Fn: onPathDir("unlink", 0, 1, 0, unlinkAt)},
	{Name: "remove", Sig: "(path, *, dir_fd=None)", Doc: "Remove a file.", Fn: onPathDir("remove", 0, 1, 0, unlinkAt)},
	{Name: "mkfifo", Sig: "(path, mode=438, *, dir_fd=None)", Doc: "Create a named pipe.", Fn: onPathDir("mkfifo", 1, 2, 0o666, mkfifoAt)},
	{Name: "rename", Sig: "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", Doc: "Rename a file or directory.", Fn: twoPaths("rename", 2, 3, rename)},
	{Name: "replace", Sig: "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", Doc: "Rename a file or directory, overwriting the destination.", Fn: twoPaths("replace", 2, 3, rename)},
	{Name: "link", Sig: "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", Doc: "Create a hard link to a file.",
		Fn: twoPaths("link", 2, 3, func(t *thread, src, dst *arg.Path, sdir, ddir int, a []value) error {
			follow, err := arg.Bool(t, a[4], false)
			if err != nil {
				return err
			}
			flags := 0
			if follow {
				flags = unix.AT_SYMLINK_FOLLOW
			}
			return block(t, func() error { return unix.Linkat(sdir, src.Name, ddir, dst.Name, flags) })
		})},
	{Name: "symlink", Sig: "(src, dst, target_is_directory=False, *, dir_fd=None)", Doc: "Create a symbolic link pointing to src named dst.", Fn: symlink},
	{Name: "readlink", Sig: "(path, *, dir_fd=None)", Doc: "Return the path a symbolic link points to.", Fn: readlink},
	{Name: "chmod", Sig: "(path, mode, *, dir_fd=None, follow_symlinks=True)", Doc: "Change the access permissions of a file.", Fn: chmod},
	{Name: "fchmod", Sig: "(fd, mode)", Fn: func(t *thread, a []value) (value, error) {
		fd, mode := 0, 0
		if err := ints(t, a, &fd, &mode); err != nil {
			return value{}, err
		}
		return none(block(t, func() error { return unix.Fchmod(fd, uint32(mode)) }))
	}},
	{Name: "chown", Sig: "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", Fn: chown},
	{Name: "truncate", Sig: "(path, length)", Fn: truncate},
	{Name: "utime", Sig: "(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)", Doc: "Set the access and modified time of path.", Fn: utime},
	{Name: "chdir", Sig: "(path)", Doc: "Change the current working directory.", Fn: onPath("chdir", true, func(p *arg.Path) error {
		if p.FD >= 0 {
			return unix.Fchdir(p.FD)
		}
		return unix.Chdir(p.Name)
	})},
	{Name: "fchdir", Sig: "(fd)", Fn: onFD(unix.Fchdir)},
	{Name: "chroot", Sig: "(path)", Fn: onPath("chroot", false, func(p *arg.Path) error { return unix.Chroot(p.Name) })},
	{Name: "getcwd", Sig: "()", Doc: "Return the current working directory.", Fn: func(t *thread, a []value) (value, error) {
		s, err := unix.Getwd()
		return object.NewStr(arg.FSDecode(s)), goErr(err)
	}},
	{Name: "getcwdb", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		s, err := unix.Getwd()
		return object.NewBytes([]byte(s)), goErr(err)
	}},
	{Name: "umask", Sig: "(mask, /)", Fn: func(t *thread, a []value) (value, error) {
		m := 0
		if err := ints(t, a, &m); err != nil {
			return value{}, err
		}
		return object.IntOf(unix.Umask(m)), nil
	}},
	{Name: "sync", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		return none(block(t, syncAll))
	}},
}
