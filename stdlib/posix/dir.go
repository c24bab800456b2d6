//go:build unix

package posix

import (
	"os"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// readNames reads all entries of a directory.
func readNames(t *thread, p *arg.Path) (list []os.DirEntry, err error) {
	if err := flush(t); err != nil {
		return nil, err
	}
	err = block(t, func() error {
		name := p.Name
		var f *os.File
		var err error
		if p.FD >= 0 {
			fd, derr := unix.FcntlInt(uintptr(p.FD), unix.F_DUPFD_CLOEXEC, 0)
			if derr != nil {
				return derr
			}
			f = os.NewFile(uintptr(fd), "fd")
			if _, err := f.Seek(0, 0); err != nil {
				f.Close()
				return err
			}
		} else if f, err = os.Open(name); err != nil {
			return err
		}
		defer f.Close()
		list, err = f.ReadDir(-1)
		return err
	})
	return list, err
}

func listdir(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "listdir", "path", true, true)
	if err != nil {
		return value{}, err
	}
	if p.V.O == nil {
		p.V = object.NewStr(".")
	}
	list, err := readNames(t, p)
	if err != nil {
		return value{}, p.Err(err)
	}
	out := make([]value, len(list))
	for i, e := range list {
		out[i] = p.Result(e.Name())
	}
	return object.NewListOwned(out), nil
}

// dirEntry is an os.DirEntry.
type dirEntry struct {
	object.Header
	name, path value
	full       string
	dir        int // descriptor the name is relative to, or AT_FDCWD
	mode       os.FileMode
	known      bool
	ino        int64
	stat       value // cached results
	lstat      value
}

var dirEntryType, scandirType object.Type

// scanner is the iterator of scandir.
type scanner struct {
	object.Header
	p    *arg.Path
	list []os.DirEntry
}

func scandir(t *thread, a []value) (value, error) {
	p, err := arg.PathOf(t, a[0], "scandir", "path", true, true)
	if err != nil {
		return value{}, err
	}
	if p.V.O == nil {
		p.V = object.NewStr(".")
	}
	list, err := readNames(t, p)
	if err != nil {
		return value{}, p.Err(err)
	}
	return object.Wrap(&scanner{Header: object.Header{Type: &scandirType}, p: p, list: list}), nil
}

func (s *scanner) next() value {
	if len(s.list) == 0 {
		return value{}
	}
	e := s.list[0]
	s.list = s.list[1:]
	d := &dirEntry{Header: object.Header{Type: &dirEntryType}, name: s.p.Result(e.Name()), dir: unix.AT_FDCWD, ino: -1}
	d.mode = e.Type()
	d.known = d.mode&os.ModeIrregular == 0
	switch {
	case s.p.FD >= 0:
		d.dir, d.full, d.path = s.p.FD, e.Name(), d.name
	default:
		d.full = s.p.Name
		if d.full != "" && d.full[len(d.full)-1] != '/' {
			d.full += "/"
		}
		d.full += e.Name()
		d.path = s.p.Result(d.full)
	}
	return object.Wrap(d)
}

func (d *dirEntry) fetch(t *thread, follow bool) (value, error) {
	c := &d.stat
	if !follow {
		c = &d.lstat
	}
	if c.O != nil {
		return *c, nil
	}
	v, err := statPath(t, &arg.Path{Name: d.full, FD: -1, V: d.path}, d.dir, follow)
	if err == nil {
		*c = v
	}
	return v, err
}

// is reports whether the entry is of a kind.
func (d *dirEntry) is(t *thread, follow bool, mode os.FileMode, bits int64) (value, error) {
	if d.known && (!follow || d.mode&os.ModeSymlink == 0) {
		return object.Bool(d.mode.Type() == mode), nil
	}
	st, err := d.fetch(t, follow)
	if err != nil {
		if object.IsExc(err, &object.FileNotFoundErrorType) {
			return object.False, nil
		}
		return value{}, err
	}
	m, _ := object.AsInt64(object.As[object.Tuple](st).Items[0])
	return object.Bool(m&unix.S_IFMT == bits), nil
}

func entryKind(name string, mode os.FileMode, bits int64) object.Func {
	return object.Func{Name: name, Sig: "($self, /, *, follow_symlinks=True)", Fn: func(t *thread, a []value) (value, error) {
		follow, err := arg.Bool(t, a[1], true)
		if err != nil {
			return value{}, err
		}
		return object.As[dirEntry](a[0]).is(t, follow, mode, bits)
	}}
}

func init() {
	dirEntryType.Define(object.TypeSpec{
		Name: "DirEntry", Module: "posix", Flags: object.FlagNoNew,
		Slots: object.Slots{Repr: func(t *thread, v value) (value, error) {
			r, err := object.Repr(t, object.As[dirEntry](v).name)
			return object.NewStr("<DirEntry " + r + ">"), err
		}, Traverse: func(v value, visit func(value)) {
			d := object.As[dirEntry](v)
			visit(d.name)
			visit(d.path)
		}},
		GetSets: []object.GetSet{
			{Name: "name", Get: func(t *thread, v value) (value, error) { return object.As[dirEntry](v).name, nil }},
			{Name: "path", Get: func(t *thread, v value) (value, error) { return object.As[dirEntry](v).path, nil }},
		},
		ClassMethods: []object.Func{object.ClassGetItem},
		Methods: []object.Func{
			entryKind("is_dir", os.ModeDir, unix.S_IFDIR), entryKind("is_file", 0, unix.S_IFREG),
			{Name: "is_symlink", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				return object.As[dirEntry](a[0]).is(t, false, os.ModeSymlink, unix.S_IFLNK)
			}},
			{Name: "is_junction", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return object.False, nil }},
			{Name: "stat", Sig: "($self, /, *, follow_symlinks=True)", Fn: func(t *thread, a []value) (value, error) {
				follow, err := arg.Bool(t, a[1], true)
				if err != nil {
					return value{}, err
				}
				return object.As[dirEntry](a[0]).fetch(t, follow)
			}},
			{Name: "inode", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				st, err := object.As[dirEntry](a[0]).fetch(t, false)
				if err != nil {
					return value{}, err
				}
				return object.As[object.Tuple](st).Items[1], nil
			}},
			{Name: "__fspath__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return object.As[dirEntry](a[0]).path, nil }},
		},
	})
	scandirType.Define(object.TypeSpec{
		Name: "ScandirIterator", Module: "posix", Flags: object.FlagNoNew,
		Slots: object.Slots{Iter: object.SelfIter, Next: func(t *thread, v value) (value, error) { return object.As[scanner](v).next(), nil }},
		Methods: []object.Func{
			{Name: "close", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				object.As[scanner](a[0]).list = nil
				return object.None, nil
			}},
			{Name: "__enter__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return a[0], nil }},
			{Name: "__exit__", Sig: "($self, /, *args)", Fn: func(t *thread, a []value) (value, error) {
				object.As[scanner](a[0]).list = nil
				return object.None, nil
			}},
		},
	})
}
