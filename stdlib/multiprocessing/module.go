//go:build unix

// Package multiprocessing implements multiprocessing (library reference,
// "multiprocessing"). A child is a process of the same executable that gets the
// state it needs as a snapshot; what runs in it finds the globals of __main__
// as after a fork.
package multiprocessing

import (
	"embed"
	"maps"
	"strings"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/pickle"
)

//go:embed *.py
var sources embed.FS

// Modules declares the package and its core.
func Modules() map[string]func() object.ModuleSpec {
	m := map[string]func() object.ModuleSpec{
		"_multiprocessing": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "_multiprocessing", Funcs: append(append([]object.Func(nil), coreRows...), restoreRows...), Types: []*object.Type{&semLockType, &memoryType}}
		},
	}
	entries, err := sources.ReadDir(".")
	if err != nil {
		panic(err) // an embedded folder can be read
	}
	for _, e := range entries {
		file := e.Name()
		name := strings.TrimSuffix(file, ".py")
		full := "multiprocessing." + name
		if name == "package" {
			full = "multiprocessing"
		}
		m[full] = func() object.ModuleSpec {
			b, err := sources.ReadFile(file)
			if err != nil {
				panic(err)
			}
			return object.ModuleSpec{Name: full, Package: name == "package", Source: string(b)}
		}
	}
	return m
}

// baseType is what snapshots of several processes have in common.
var baseType object.Type

type base struct {
	object.Header
	data   []byte
	queued map[string]bool
	sent   []string
	fds    map[int]bool
}

// baseRow is base(obj): the globals as they are now, for snapshots to come; at
// least those that obj needs.
func baseRow(t *thread, a []value) (value, error) {
	w, err := newWriter(t, false)
	if err != nil {
		return value{}, err
	}
	w.lenient, w.whole = 1, true
	b, err := w.snapshot(a[0])
	if err != nil {
		return value{}, err
	}
	return object.Wrap(&base{Header: object.Header{Type: &baseType}, data: b, queued: w.queued, sent: w.sent, fds: w.fds}), nil
}

// snapshotRow is snapshot(obj, base=None): the bytes, the tokens in them and the
// descriptors that the child needs.
func snapshotRow(t *thread, a []value) (value, error) {
	w, err := newWriter(t, false)
	if err != nil {
		return value{}, err
	}
	var before []byte
	if arg.Given(a[1]) && a[1].O.Type == &baseType {
		b := object.As[base](a[1])
		before, w.partial = b.data, true
		w.queued, w.fds = maps.Clone(b.queued), maps.Clone(b.fds)
	}
	b, err := w.snapshot(a[0])
	if err != nil {
		return value{}, err
	}
	var fds []value
	for fd := range w.fds {
		fds = append(fds, object.IntOf(fd))
	}
	known := object.NewDict()
	for _, s := range w.sent {
		known.SetStr(t.Intern(s), object.None)
	}
	if before != nil {
		for _, s := range object.As[base](a[1]).sent {
			known.SetStr(t.Intern(s), object.None)
		}
		b = append(append(make([]byte, 0, len(before)+len(b)), before...), b...)
	}
	return object.NewTuple(object.NewBytes(b), object.Wrap(known), object.NewListOwned(fds)), nil
}

// dumpsRow is dumps(obj, known=None): a message, in which classes and functions
// of __main__ travel too. known are the tokens that the receiver has.
func dumpsRow(t *thread, a []value) (value, error) {
	w, err := newWriter(t, true)
	if err != nil {
		return value{}, err
	}
	if arg.Given(a[1]) {
		w.known = object.As[object.Dict](a[1])
	}
	p, err := pickle.New(t, w)
	if err != nil {
		return value{}, err
	}
	p.LimitDepth(4000)
	if err := p.DumpBare(a[0]); err != nil {
		return value{}, err
	}
	if w.known != nil {
		for _, k := range w.told {
			if err := w.known.Set(t, k, object.None); err != nil {
				return value{}, err
			}
		}
	}
	return object.NewBytes(p.Bytes()), nil
}

func loadsRow(t *thread, a []value) (value, error) {
	b, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, err
	}
	u, err := pickle.NewUnpickler(t, b)
	if err != nil {
		return value{}, err
	}
	return u.Load()
}

func receivedRow(t *thread, a []value) (value, error) {
	d := object.NewDict()
	for s := range tokensOf(t).received {
		d.SetStr(t.Intern(s), object.None)
	}
	return object.Wrap(d), nil
}

func ints(t *thread, a []value, out ...*int) error {
	for i, p := range out {
		n, err := arg.Int(t, a[i], 0)
		if err != nil {
			return err
		}
		*p = n
	}
	return nil
}

var coreRows = []object.Func{
	{Name: "snapshot", Sig: "(obj, base=None, /)", Fn: snapshotRow},
	{Name: "base", Sig: "(obj, /)", Fn: baseRow},
	{Name: "spawn", Sig: "(snapshot, fds, /)", Fn: spawn},
	{Name: "dumps", Sig: "(obj, known=None, /)", Fn: dumpsRow},
	{Name: "loads", Sig: "(data, /)", Fn: loadsRow},
	{Name: "received", Sig: "()", Fn: receivedRow},
	{Name: "send", Sig: "(fd, data, /)", Fn: sendRow},
	{Name: "recv", Sig: "(fd, limit=None, /)", Fn: recvRow},
	{Name: "poll", Sig: "(fds, timeout=None, /)", Fn: pollRow},
	{Name: "pair", Sig: "(duplex=True, /)", Fn: pairRow},
	{Name: "new_semlock", Sig: "(kind, value, maxvalue, /)", Fn: func(t *thread, a []value) (value, error) {
		var kind, n, max int
		if err := ints(t, a, &kind, &n, &max); err != nil {
			return value{}, err
		}
		return newSemLock(t, kind, n, max)
	}},
	{Name: "_semlock", Sig: "(kind, offset, maxvalue, /)", Fn: func(t *thread, a []value) (value, error) {
		s := &semLock{Header: object.Header{Type: &semLockType}}
		if err := ints(t, a, &s.kind, &s.off, &s.max); err != nil {
			return value{}, err
		}
		if s.off < arenaHeader || s.off+16 > len(arena.base) {
			return value{}, object.ValueErrorf("no such lock")
		}
		return object.Wrap(s), nil
	}},
	{Name: "new_memory", Sig: "(size, /)", Fn: func(t *thread, a []value) (value, error) {
		n := 0
		if err := ints(t, a, &n); err != nil {
			return value{}, err
		}
		off, err := allocate(n)
		if err != nil {
			return value{}, err
		}
		return newMemory(off, n)
	}},
	{Name: "_memory", Sig: "(offset, size, /)", Fn: func(t *thread, a []value) (value, error) {
		var off, n int
		if err := ints(t, a, &off, &n); err != nil {
			return value{}, err
		}
		return newMemory(off, n)
	}},
	{Name: "unix_listen", Sig: "(path, backlog, /)", Fn: unixListen},
	{Name: "unix_connect", Sig: "(path, /)", Fn: unixConnect},
	{Name: "unix_accept", Sig: "(fd, /)", Fn: unixAccept},
	{Name: "map_file", Sig: "(fd, size, /)", Fn: mapFile},
	{Name: "itemsize", Sig: "(code, /)", Fn: func(t *thread, a []value) (value, error) {
		s := str(a[0])
		if len(s) != 1 {
			return object.Int(0), nil
		}
		return object.IntOf(itemSize(s[0])), nil
	}},
}

func init() {
	baseType.Define(object.TypeSpec{Name: "Base", Module: "_multiprocessing", Flags: object.FlagNoNew})
}
