//go:build unix

package posix

import (
	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
	"github.com/gopy-lang/gopy/stdlib/io"
)

type (
	value  = object.Value
	thread = object.Thread
	fn     = func(t *thread, a []value) (value, error)
)

// block runs a system call without the GIL, again when a signal broke it.
func block(t *thread, f func() error) error {
	var err error
	if berr := fdio.Block(t, "system call", func() {
		for {
			if err = f(); err != unix.EINTR {
				return
			}
		}
	}); berr != nil {
		return berr
	}
	return err
}

func goErr(err error) error {
	if err == nil {
		return nil
	}
	return object.FromGoError(err)
}

// none is the result of a function that returns None.
func none(err error) (value, error) {
	if err != nil {
		return value{}, goErr(err)
	}
	return object.None, nil
}

// onPath is a function of one path that returns None.
func onPath(name string, allowFD bool, f func(p *arg.Path) error) fn {
	return func(t *thread, a []value) (value, error) {
		p, err := arg.PathOf(t, a[0], name, "path", allowFD, false)
		if err != nil {
			return value{}, err
		}
		if err := block(t, func() error { return f(p) }); err != nil {
			return value{}, p.Err(err)
		}
		return object.None, nil
	}
}

// dirFD reads a dir_fd argument.
func dirFD(t *thread, v value) (int, error) {
	if !arg.Given(v) {
		return unix.AT_FDCWD, nil
	}
	if !object.IsIntLike(v) && v.O.Type.Slots.Index == nil {
		return 0, object.TypeErrorf("argument should be integer or None, not %s", v.O.Type.MsgName())
	}
	return arg.CInt(t, v)
}

// fdOf reads a descriptor argument: a number or an object with fileno().
func fdOf(t *thread, v value) (int, error) {
	if object.IsIntLike(v) {
		return arg.CInt(t, v)
	}
	f, err := object.GetAttrOpt(t, v, t.Intern("fileno"))
	if err != nil {
		return 0, err
	}
	if f.O == nil {
		return 0, object.TypeErrorf("argument must be an int, or have a fileno() method.")
	}
	r, err := object.CallArgs(t, f)
	if err != nil {
		return 0, err
	}
	if !object.IsIntLike(r) {
		return 0, object.TypeErrorf("fileno() returned a non-integer")
	}
	return arg.CInt(t, r)
}

// onFD is a function of one descriptor that returns None.
func onFD(f func(fd int) error) fn {
	return func(t *thread, a []value) (value, error) {
		fd, err := fdOf(t, a[0])
		if err != nil {
			return value{}, err
		}
		return none(block(t, func() error { return f(fd) }))
	}
}

// ints reads integer arguments.
func ints(t *thread, a []value, into ...*int) error {
	for i, p := range into {
		if a[i].O == nil {
			continue
		}
		n, err := arg.CInt(t, a[i])
		if err != nil {
			return err
		}
		*p = n
	}
	return nil
}

// sync writes out what forgotten files still hold (see io.FlushDirty).
func flush(t *thread) error { return io.FlushDirty(t) }
