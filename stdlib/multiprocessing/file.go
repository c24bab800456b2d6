//go:build unix

package multiprocessing

import (
	"strconv"
	"strings"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/pickle"
)

// reopen makes a file of an inherited descriptor. What is read gets an open
// file of its own where the system can give one, at the parent's position.
func reopen(t *thread, io value, a []value) (value, error) {
	kind, file, mode, pos := str(a[0]), a[1], strings.Replace(str(a[2]), "x", "w", 1), a[7]
	if !pos.IsNone() {
		n, _ := object.AsInt64(a[1])
		raw, err := object.CallMethod(t, io, "FileIO", object.NewStr("/proc/self/fd/"+strconv.FormatInt(n, 10)), object.NewStr("rb"))
		if err == nil {
			if file, err = dupOf(t, raw); err != nil {
				return value{}, err
			}
		}
	}
	args, names := []value{file, object.NewStr(mode)}, []value(nil)
	switch kind {
	case "FileIO":
		args, names = append(args, object.Int(0)), append(names, object.NewStr("buffering"))
	case "TextIOWrapper":
		args, names = append(args, a[4], a[5]), append(names, object.NewStr("encoding"), object.NewStr("errors"))
	}
	open, err := object.GetAttrStr(t, io, "open")
	if err != nil {
		return value{}, err
	}
	f, err := object.Call(t, open, args, names)
	if err != nil {
		return value{}, err
	}
	if !pos.IsNone() {
		if _, err := object.CallMethod(t, f, "seek", pos); err != nil && !object.IsExc(err, &object.OSErrorType) && !object.IsExc(err, &object.ValueErrorType) {
			return value{}, err
		}
	}
	return f, rename(t, f, a[3])
}

// saveSocket passes an open socket on.
func (w *writer) saveSocket(p *pickle.Pickler, v value) (bool, error) {
	fd, err := object.CallMethod(w.t, v, "fileno")
	if err != nil {
		return true, err
	}
	n, ok := object.AsInt64(fd)
	if !ok || n < 0 {
		return false, nil
	}
	args := []value{object.Wrap(v.O.Type), fd}
	for _, a := range []string{"family", "type", "proto"} {
		x, err := object.GetAttrStr(w.t, v, a)
		if err != nil {
			return true, err
		}
		i, _ := object.AsInt64(x)
		args = append(args, object.Int(i))
	}
	timeout, err := object.CallMethod(w.t, v, "gettimeout")
	if err != nil {
		return true, err
	}
	w.fds[int(n)] = true
	return w.make(p, v, "_socket", object.NewTuple(append(args, timeout)...), "", value{})
}

// makeSocket makes a socket of an inherited descriptor.
func makeSocket(t *thread, a []value) (value, error) {
	timeout := a[5]
	s, err := object.Call(t, a[0], []value{a[2], a[3], a[4], a[1]}, []value{object.NewStr("fileno")})
	if err == nil {
		_, err = object.CallMethod(t, s, "settimeout", timeout)
	}
	return s, err
}

// rename gives the raw file below f the parent's name for it.
func rename(t *thread, f, name value) error {
	for _, n := range []string{"buffer", "raw"} {
		x, err := object.GetAttrOpt(t, f, t.Intern(n))
		if err != nil {
			return err
		}
		if x.O != nil {
			f = x
		}
	}
	if err := object.SetAttr(t, f, t.Intern("name"), name); err != nil && !object.IsExc(err, &object.AttributeErrorType) {
		return err
	}
	return nil
}

// dupOf closes a file but for its descriptor, of which it returns a copy.
func dupOf(t *thread, f value) (value, error) {
	os, err := object.ImportModule(t, "posix")
	if err != nil {
		return value{}, err
	}
	n, err := object.CallMethod(t, f, "fileno")
	if err != nil {
		return value{}, err
	}
	d, err := object.CallMethod(t, os, "dup", n)
	if err != nil {
		return value{}, err
	}
	_, err = object.CallMethod(t, f, "close")
	return d, err
}
