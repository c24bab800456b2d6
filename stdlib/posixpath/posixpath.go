// Package posixpath implements posixpath, which is os.path, and genericpath
// (library reference, "os.path").
package posixpath

import (
	_ "embed"
	"strings"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed posixpath.py
var source string

//go:embed genericpath.py
var generic string

// text is a path as Go text, remembering whether it was bytes.
type text struct {
	s     string
	bytes bool
}

func (x text) value(s string) value {
	if x.bytes {
		return object.NewBytes([]byte(s))
	}
	return object.NewStr(s)
}

func textOf(t *thread, v value) (text, error) {
	r, err := arg.FSPath(t, v)
	if err != nil {
		return text{}, err
	}
	if s, ok := object.AsStr(r); ok {
		return text{s.String(), false}, nil
	}
	b, _ := object.BytesOf(r)
	return text{string(b), true}, nil
}

// one is a function of one path.
func one(f func(x text) value) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		x, err := textOf(t, a[0])
		if err != nil {
			return value{}, err
		}
		return f(x), nil
	}
}

func join(t *thread, a []value) (value, error) {
	first, err := textOf(t, a[0])
	if err != nil {
		return value{}, err
	}
	path := first.s
	for _, v := range object.As[object.Tuple](a[1]).Items {
		x, err := textOf(t, v)
		if err != nil {
			if object.IsExc(err, &object.TypeErrorType) && v.O.Type.Lookup(t, t.Intern("__fspath__")).O == nil {
				return value{}, object.TypeErrorf("join() argument must be str, bytes, or os.PathLike object, not '%s'", v.O.Type.MsgName())
			}
			return value{}, err
		}
		if x.bytes != first.bytes {
			return value{}, object.TypeErrorf("Can't mix strings and bytes in path components")
		}
		switch {
		case strings.HasPrefix(x.s, "/") || path == "":
			path = x.s
		case strings.HasSuffix(path, "/"):
			path += x.s
		default:
			path += "/" + x.s
		}
	}
	return first.value(path), nil
}

// split cuts s before its last component; trailing slashes of the head go
// unless it is all slashes.
func split(s string) (head, tail string) {
	i := strings.LastIndexByte(s, '/') + 1
	head, tail = s[:i], s[i:]
	if t := strings.TrimRight(head, "/"); t != "" {
		head = t
	}
	return head, tail
}

func splitext(s string) (root, ext string) {
	start := strings.LastIndexByte(s, '/') + 1
	dot := strings.LastIndexByte(s, '.')
	for i := start; i < dot; i++ {
		if s[i] != '.' {
			return s[:dot], s[dot:]
		}
	}
	return s, ""
}

func splitroot(s string) (root, tail string) {
	switch {
	case !strings.HasPrefix(s, "/"):
		return "", s
	case !strings.HasPrefix(s, "//") || strings.HasPrefix(s, "///"):
		return s[:1], s[1:]
	}
	return s[:2], s[2:]
}

func normpath(s string) string {
	if s == "" {
		return "."
	}
	root, tail := splitroot(s)
	var out []string
	for _, c := range strings.Split(tail, "/") {
		switch {
		case c == "" || c == ".":
		case c != ".." || root == "" && len(out) == 0 || len(out) > 0 && out[len(out)-1] == "..":
			out = append(out, c)
		case len(out) > 0:
			out = out[:len(out)-1]
		}
	}
	if r := root + strings.Join(out, "/"); r != "" {
		return r
	}
	return "."
}

var funcs = []object.Func{
	{Name: "normcase", Sig: "(s)", Fn: one(func(x text) value { return x.value(x.s) })},
	{Name: "isabs", Sig: "(s)", Doc: "Test whether a path is absolute.", Fn: one(func(x text) value { return object.Bool(strings.HasPrefix(x.s, "/")) })},
	{Name: "join", Sig: "(a, /, *p)", Doc: "Join two or more pathname components, inserting '/' as needed.", Fn: join},
	{Name: "split", Sig: "(p)", Doc: "Split a pathname into everything before the final slash and the rest.", Fn: one(func(x text) value {
		h, t := split(x.s)
		return object.NewTuple(x.value(h), x.value(t))
	})},
	{Name: "splitext", Sig: "(p)", Doc: "Split the extension from a pathname.", Fn: one(func(x text) value {
		r, e := splitext(x.s)
		return object.NewTuple(x.value(r), x.value(e))
	})},
	{Name: "splitdrive", Sig: "(p)", Fn: one(func(x text) value { return object.NewTuple(x.value(""), x.value(x.s)) })},
	{Name: "splitroot", Sig: "(p, /)", Fn: one(func(x text) value {
		r, t := splitroot(x.s)
		return object.NewTuple(x.value(""), x.value(r), x.value(t))
	})},
	{Name: "basename", Sig: "(p)", Doc: "Return the final component of a pathname.", Fn: one(func(x text) value {
		return x.value(x.s[strings.LastIndexByte(x.s, '/')+1:])
	})},
	{Name: "dirname", Sig: "(p)", Doc: "Return the directory component of a pathname.", Fn: one(func(x text) value {
		h, _ := split(x.s)
		return x.value(h)
	})},
	{Name: "normpath", Sig: "(path)", Doc: "Normalize path, eliminating double slashes, etc.", Fn: one(func(x text) value { return x.value(normpath(x.s)) })},
}

// Module declares posixpath.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "posixpath", Doc: "Common operations on Posix pathnames.", Funcs: funcs, Source: source}
}

// Generic declares genericpath.
func Generic() object.ModuleSpec {
	return object.ModuleSpec{Name: "genericpath", Doc: "Path operations that are the same on all systems.", Source: generic, Init: addTests}
}
