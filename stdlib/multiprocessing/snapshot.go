//go:build unix

package multiprocessing

import (
	"fmt"
	"maps"
	"os"
	"strings"
	"sync/atomic"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/pickle"
)

type (
	value  = object.Value
	thread = object.Thread
)

// A snapshot is what a child needs of its parent: the process object, and the
// globals of __main__ that its code may look at. It is a row of pickles with
// one memo. Classes and functions of __main__ travel by value, with tokens by
// which they are recognized when they come back; modules travel by name.
// Instances are copied as they are, without asking their methods.

// Limits of the globals that no code is seen to need.
const (
	spareGlobal = 64 << 10
	spareTotal  = 4 << 20
)

// tokens knows the objects that have an identity across processes.
type tokens struct {
	byObject map[*object.Header]string
	byToken  map[string]value
	received map[string]bool   // those that came from the parent
	blobs    map[string][]byte // the form in which an object travels alone
	loose    []string          // tokens of lambdas and local ones, oldest first
}

// Loose objects may be made without end; only so many are remembered. A child
// remembers more than its parent can still refer to.
const (
	looseSent     = 10_000
	looseReceived = 5 * looseSent
)

// keep records v under its token.
func (k *tokens) keep(token string, v value, name string, limit int) {
	k.byObject[v.O], k.byToken[token] = token, v
	if !strings.Contains(name, "<") {
		return
	}
	k.loose = append(k.loose, token)
	for len(k.loose) > limit {
		old := k.loose[0]
		k.loose = k.loose[1:]
		delete(k.byObject, k.byToken[old].O)
		delete(k.byToken, old)
		delete(k.blobs, old)
		delete(k.received, old)
	}
}

type tokensKey struct{}

func tokensOf(t *thread) *tokens {
	if v, ok := t.Interp.Extra.Load(tokensKey{}); ok {
		return v.(*tokens)
	}
	k := &tokens{byObject: map[*object.Header]string{}, byToken: map[string]value{}, received: map[string]bool{}, blobs: map[string][]byte{}}
	t.Interp.Extra.Store(tokensKey{}, k)
	return k
}

var tokenCount atomic.Int64

// of returns v's token, giving it one; name is v's qualified name.
func (k *tokens) of(v value, name string) string {
	if s, ok := k.byObject[v.O]; ok {
		return s
	}
	s := fmt.Sprintf("%d.%d", os.Getpid(), tokenCount.Add(1))
	k.keep(s, v, name, looseSent)
	return s
}

// writer is the hook of picklers between processes.
type writer struct {
	t       *thread
	k       *tokens
	copier  object.FunctionCopier
	main    *object.Dict
	whole   bool // any function of __main__ may be called
	partial bool // a snapshot on top of another one
	message bool // ordinary pickling; else a snapshot
	lenient int  // above 0, what cannot be copied is replaced
	root    string
	queue   []string
	queued  map[string]bool
	used    map[string]bool // modules that the child will import
	told    []value         // tokens that the message tells
	known   *object.Dict    // tokens that the receiver has, if it is one certain process
	sent    []string        // tokens of what the snapshot has
	fds     map[int]bool
	homes   map[*object.Header]home
}

// home says which module has an object.
type home struct {
	module, name string
	own          bool // a module of the library
}

func newWriter(t *thread, message bool) (*writer, error) {
	c, ok := t.Interp.Runtime.(object.FunctionCopier)
	if !ok {
		return nil, object.RuntimeErrorf("functions cannot be copied")
	}
	w := &writer{t: t, k: tokensOf(t), copier: c, message: message, queued: map[string]bool{}, used: map[string]bool{}, fds: map[int]bool{}}
	m, ok := t.Interp.Modules.GetGo(t, "__main__")
	if ok && m.O.Type.Solid == &object.ModuleType {
		w.main = object.As[object.Module](m).D
	}
	return w, nil
}

// want asks for a global of __main__.
func (w *writer) want(name string) {
	if w.queued[name] || w.main == nil {
		return
	}
	if _, ok := w.main.GetGo(w.t, name); ok && name != "__builtins__" {
		w.queued[name] = true
		w.queue = append(w.queue, name)
	}
}

func (w *writer) wantAll() {
	if w.main == nil {
		return
	}
	for _, k := range w.main.Keys() {
		if s, ok := object.AsStr(k); ok {
			w.want(s.String())
		}
	}
}

// globals writes the globals wanted so far and what these want, as pairs, and
// None at the end.
func (w *writer) globals(p *pickle.Pickler) error {
	w.lenient++
	defer func() { w.lenient-- }()
	for len(w.queue) > 0 {
		n := w.queue[0]
		w.queue = w.queue[1:]
		if _, err := w.global(p, n, -1); err != nil {
			return err
		}
	}
	return nil
}

// global writes one global. If it takes more than limit bytes, it is left out.
func (w *writer) global(p *pickle.Pickler, n string, limit int) (int, error) {
	v, ok := w.main.GetGo(w.t, n)
	if !ok {
		return 0, nil
	}
	w.root = n
	m := p.Mark()
	p.LimitSize(limit)
	err := p.DumpBare(object.NewTuple(object.NewStr(n), v))
	p.LimitSize(-1)
	size := p.Size(m)
	if limit >= 0 && (err == pickle.ErrLimit || size > limit) {
		p.Rollback(m)
		return 0, nil
	}
	return size, err
}

// spare writes the globals that were not asked for, if they are small.
func (w *writer) spare(p *pickle.Pickler) error {
	if w.main == nil {
		return nil
	}
	left := spareTotal
	for _, k := range w.main.Keys() {
		s, ok := object.AsStr(k)
		if !ok || w.queued[s.String()] || s.String() == "__builtins__" {
			continue
		}
		n, err := w.spareUnit(p, s.String(), min(spareGlobal, left))
		if err != nil {
			return err
		}
		left -= n
	}
	return nil
}

// spareUnit writes a global and those that its code needs. If they are too big,
// they are left out; but where any function may be called later, the globals
// that functions need are written anyhow.
func (w *writer) spareUnit(p *pickle.Pickler, name string, limit int) (int, error) {
	m, before := p.Mark(), maps.Clone(w.queued)
	w.queued[name] = true
	w.lenient++
	defer func() { w.lenient-- }()
	n, err := w.global(p, name, limit)
	for err == nil && n > 0 && len(w.queue) > 0 {
		if w.whole {
			return p.Size(m), w.globals(p)
		}
		name, w.queue = w.queue[0], w.queue[1:]
		n, err = w.global(p, name, max(limit-p.Size(m), 0))
	}
	if n == 0 && err == nil {
		p.Rollback(m)
		w.queued, w.queue = before, nil
	}
	return p.Size(m), err
}

// snapshot writes the state that a child needs to run root.
func (w *writer) snapshot(root value) ([]byte, error) {
	p, err := pickle.New(w.t, w)
	if err != nil {
		return nil, err
	}
	w.findHomes()
	w.root = "arguments"
	if err := p.DumpBare(root); err != nil {
		return nil, err
	}
	if err := w.globals(p); err != nil {
		return nil, err
	}
	if !w.partial {
		if err := w.spare(p); err != nil {
			return nil, err
		}
	}
	if err := w.moduleState(p); err != nil {
		return nil, err
	}
	if err := p.DumpBare(object.None); err != nil {
		return nil, err
	}
	w.sent = w.tokensIn(p)
	return p.Bytes(), nil
}

// tokensIn lists the tokens of what p wrote.
func (w *writer) tokensIn(p *pickle.Pickler) []string {
	var out []string
	for _, v := range p.Memoized() {
		if s, ok := w.k.byObject[v.O]; ok {
			out = append(out, s)
		}
	}
	return out
}

// blob is the form of one class or function with what it needs, for receivers
// that may not have it.
func (w *writer) blob(v value, token string) ([]byte, error) {
	if b, ok := w.k.blobs[token]; ok {
		return b, nil
	}
	sub, err := newWriter(w.t, false)
	if err != nil {
		return nil, err
	}
	p, err := pickle.New(w.t, sub)
	if err != nil {
		return nil, err
	}
	sub.findHomes()
	sub.lenient = 1
	if err := p.DumpBare(v); err != nil {
		return nil, err
	}
	if err := sub.globals(p); err != nil {
		return nil, err
	}
	if err := p.DumpBare(object.None); err != nil {
		return nil, err
	}
	w.k.blobs[token] = p.Bytes()
	return p.Bytes(), nil
}

// Failed implements pickle.Hook.
func (w *writer) Failed(p *pickle.Pickler, v object.Value, err error) (bool, error) {
	if w.lenient == 0 || w.message {
		return false, nil
	}
	e, ok := err.(*object.Exception)
	if !ok {
		return false, nil
	}
	text, e2 := object.ToStr(w.t, e.Value())
	if e2 != nil {
		text = e.Type.Name
	}
	fn, err := w.helper("_placeholder")
	if err != nil {
		return false, err
	}
	return true, p.Reduce(v, fn, object.NewTuple(object.NewStr(w.root), object.NewStr(text)), value{}, value{})
}

// Reduction implements pickle.Hook: where an object can be done without, its
// making may fail.
func (w *writer) Reduction(fn, args object.Value) (object.Value, object.Value, error) {
	if w.lenient <= 0 || w.message {
		return fn, args, nil
	}
	try, err := w.helper("_try")
	return try, object.NewTuple(object.NewStr(w.root), fn, args), err
}

// Global implements pickle.Hook: a child finds nothing by name in __main__.
func (w *writer) Global(v object.Value, module, name string) error {
	if module == "__main__" && !w.message {
		return object.TypeErrorf("cannot copy '%s' object %s", v.O.Type.Name, name)
	}
	return nil
}

// helper returns a function of this module by which the reader makes objects.
func (w *writer) helper(name string) (value, error) {
	return helper(w.t, name)
}

func helper(t *thread, name string) (value, error) {
	m, ok := t.Interp.Modules.GetGo(t, "_multiprocessing")
	if !ok {
		var err error
		if m, err = object.ImportModule(t, "_multiprocessing"); err != nil {
			return value{}, err
		}
	}
	return object.GetAttrStr(t, m, name)
}

// make writes v as a call of a helper, filled by another.
func (w *writer) make(p *pickle.Pickler, v value, fn string, args value, fill string, state value) (bool, error) {
	f, err := w.helper(fn)
	if err != nil {
		return true, err
	}
	var set value
	if fill != "" {
		if set, err = w.helper(fill); err != nil {
			return true, err
		}
	}
	return true, p.Reduce(v, f, args, state, set)
}

// Save implements pickle.Hook.
func (w *writer) Save(p *pickle.Pickler, v object.Value) (bool, error) {
	if done, err := w.saveCode(p, v); done || err != nil {
		return done, err
	}
	if w.message {
		return false, nil
	}
	return w.saveRaw(p, v)
}

// saveCode writes functions, classes, modules and their parts.
func (w *writer) saveCode(p *pickle.Pickler, v value) (bool, error) {
	if v.O.Type.Solid == &object.TypeType {
		tp := object.As[object.Type](v)
		if !tp.IsHeap() || w.byName(v) {
			return false, nil
		}
		if w.message {
			return w.byToken(p, v, tp.Qualname)
		}
		return w.saveClass(p, tp)
	}
	switch v.O.Type {
	case &object.ModuleType:
		return w.saveModule(p, v)
	case &object.CellType:
		if w.message {
			return false, nil
		}
		c := object.As[object.Cell](v)
		if c.V.O == nil {
			return w.make(p, v, "_cell", object.EmptyTuple, "", value{})
		}
		return w.make(p, v, "_cell", object.EmptyTuple, "_fill_cell", object.NewTuple(c.V))
	}
	if b, ok := w.copier.TakeCode(v); ok {
		return w.make(p, v, "_code", object.NewTuple(object.NewBytes(b)), "", value{})
	}
	if v.O.Type.Name != "function" || v.O.Type.IsHeap() {
		return false, nil
	}
	parts, ok := w.copier.TakeFunction(v)
	if !ok || parts.Globals != w.main && w.byName(v) {
		return false, nil
	}
	if w.message {
		return w.byToken(p, v, str(parts.Qualname))
	}
	return w.saveFunction(p, v, parts)
}

// byToken writes a class or function in a message.
func (w *writer) byToken(p *pickle.Pickler, v value, name string) (bool, error) {
	token := w.k.of(v, name)
	blob := object.None
	key := object.NewStr(token)
	has := false
	if w.known != nil {
		if _, ok, err := w.known.Get(w.t, key); err != nil {
			return true, err
		} else if ok {
			has = true
		}
	}
	if !has {
		b, err := w.blob(v, token)
		if err != nil {
			return true, err
		}
		blob = object.NewBytes(b)
		w.told = append(w.told, key)
	}
	return w.make(p, v, "_by_token", object.NewTuple(key, blob), "", value{})
}

// byName reports whether v is found in its module under its name; not so for
// what belongs to __main__.
func (w *writer) byName(v value) bool {
	mod, err := object.GetAttrOpt(w.t, v, w.t.Intern("__module__"))
	if err != nil || mod.O == nil {
		return false
	}
	ms, ok := object.AsStr(mod)
	if !ok || ms.String() == "__main__" {
		return false
	}
	m, ok := w.t.Interp.Modules.GetGo(w.t, ms.String())
	if !ok {
		return false
	}
	if m.O.Type.Solid == &object.ModuleType && !importable(w.t, object.As[object.Module](m)) {
		return false
	}
	q, err := object.GetAttrOpt(w.t, v, w.t.Intern("__qualname__"))
	if err != nil || q.O == nil {
		return false
	}
	qs, ok := object.AsStr(q)
	if !ok {
		return false
	}
	x, ok := follow(w.t, m, qs.String())
	return ok && x == v
}

func orNone(v value) value {
	if v.O == nil {
		return object.None
	}
	return v
}

// saveFunction writes a function by value.
func (w *writer) saveFunction(p *pickle.Pickler, v value, f *object.FunctionParts) (bool, error) {
	token := w.k.of(v, str(f.Qualname))
	g := object.None
	if f.Globals == w.main {
		if f.All {
			w.wantAll()
		}
		for _, n := range f.Names {
			w.want(n)
		}
	} else if n, ok := w.moduleOf(f.Globals); ok {
		g = object.NewStr(n)
		w.touch(n)
	} else {
		g = object.Wrap(f.Globals)
	}
	list := []value{f.Closure, f.Defaults, f.KwDefaults, f.Annotate, f.Annotations, f.Name, f.Qualname, f.Module, f.Doc, f.TypeParams, ownAttrs(v)}
	for i := range list {
		if list[i].O == nil {
			list[i] = object.Ellipsis // not there; None is a value
		}
	}
	return w.make(p, v, "_function", object.NewTuple(object.NewStr(token), object.NewBytes(f.Code), g, orNone(f.Qualname)), "_fill_function", object.NewTupleOwned(list))
}

// ownAttrs is a dict of v's attributes, or missing.
func ownAttrs(v value) value {
	d := object.NewDict()
	object.EachOwnAttr(v, func(n, x value) {
		if s, ok := object.AsStr(n); ok {
			d.SetStr(s, x)
		}
	})
	if d.Len() == 0 {
		return value{}
	}
	return object.Wrap(d)
}

// saveClass writes a class by value.
func (w *writer) saveClass(p *pickle.Pickler, tp *object.Type) (bool, error) {
	v := object.Wrap(tp)
	token := w.k.of(v, tp.Qualname)
	ns, attrs := object.NewDict(), object.NewDict()
	ns.SetStr(w.t.Intern("__qualname__"), object.NewStr(tp.Qualname))
	tp.Dict().Each(func(k, x value) bool {
		s, ok := object.AsStr(k)
		if !ok {
			return true
		}
		switch n := s.String(); {
		case n == "__slots__":
			ns.SetStr(s, slotNames(w.t, x))
			attrs.SetStr(s, x)
		case n == "__module__":
			ns.SetStr(s, x)
		case n == "__dict__" || n == "__weakref__" || n == "_abc_impl" || object.IsSlot(x):
		case (n == "__doc__" || n == "__static_attributes__" || n == "__firstlineno__") && !x.IsNone():
			ns.SetStr(s, x)
		default:
			attrs.SetStr(s, x)
		}
		return true
	})
	bases := make([]value, len(tp.Bases))
	for i, b := range tp.Bases {
		bases[i] = object.Wrap(b)
	}
	w.lenient++
	defer func() { w.lenient-- }()
	return w.make(p, v, "_class", object.NewTuple(object.NewStr(token), object.Wrap(tp.Header.Type), object.NewStr(tp.Name), object.NewTuple(bases...), object.Wrap(ns)),
		"_fill_class", object.Wrap(attrs))
}

// slotNames turns __slots__ into something that making the class may use up.
func slotNames(t *thread, v value) value {
	if _, ok := object.AsStr(v); ok {
		return v
	}
	items, err := object.Items(t, v)
	if err != nil {
		return object.EmptyTuple
	}
	return object.NewTuple(items...)
}
