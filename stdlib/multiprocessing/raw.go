//go:build unix

package multiprocessing

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/pickle"
)

// follow looks a dotted name up without running code for misses.
func follow(t *thread, m value, path string) (value, bool) {
	for _, n := range strings.Split(path, ".") {
		if n == "<locals>" {
			return value{}, false
		}
		x, err := object.GetAttrOpt(t, m, t.Intern(n))
		if err != nil || x.O == nil {
			return value{}, false
		}
		m = x
	}
	return m, true
}

// importable reports whether importing a module by its name gives the same in
// another process.
func importable(t *thread, m *object.Module) bool {
	if m.Own {
		return true
	}
	f, ok := m.D.GetGo(t, "__file__")
	if ok && !f.IsNone() {
		return true
	}
	p, ok := m.D.GetGo(t, "__path__")
	return ok && !p.IsNone()
}

func moduleName(t *thread, m *object.Module) string {
	v, ok := m.D.GetGo(t, "__name__")
	if !ok {
		return ""
	}
	s, ok := object.AsStr(v)
	if !ok {
		return ""
	}
	return s.String()
}

func (w *writer) saveModule(p *pickle.Pickler, v value) (bool, error) {
	m := object.As[object.Module](v)
	if m.D == w.main {
		if !w.message {
			w.wantAll()
		}
		return w.make(p, v, "_module", object.NewTuple(object.NewStr("__main__")), "", value{})
	}
	n := moduleName(w.t, m)
	if in, ok := w.t.Interp.Modules.GetGo(w.t, n); ok && in == v && importable(w.t, m) {
		w.touch(n)
		return w.make(p, v, "_module", object.NewTuple(object.NewStr(n)), "", value{})
	}
	for _, k := range w.t.Interp.Modules.Keys() { // under another name
		if x, ok, _ := w.t.Interp.Modules.Get(w.t, k); ok && x == v && importable(w.t, m) {
			return w.make(p, v, "_module", object.NewTuple(k), "", value{})
		}
	}
	if w.message {
		return false, nil
	}
	d := m.D.Copy()
	d.DelStr(w.t.Intern("__builtins__"))
	return w.make(p, v, "_new_module", object.NewTuple(object.NewStr(n)), "_fill_module", object.Wrap(d))
}

// moduleOf finds the imported module whose namespace is d.
func (w *writer) moduleOf(d *object.Dict) (string, bool) {
	v, ok := d.GetGo(w.t, "__name__")
	if !ok {
		return "", false
	}
	s, ok := object.AsStr(v)
	if !ok {
		return "", false
	}
	m, ok := w.t.Interp.Modules.GetGo(w.t, s.String())
	if !ok || m.O.Type.Solid != &object.ModuleType || object.As[object.Module](m).D != d || !importable(w.t, object.As[object.Module](m)) {
		return "", false
	}
	return s.String(), true
}

// findHomes lists the objects that modules hold, so that they are found there
// and not copied: sentinels, registries, standard streams.
func (w *writer) findHomes() {
	w.homes = map[*object.Header]home{}
	t := w.t
	for _, k := range t.Interp.Modules.Keys() {
		s, ok := object.AsStr(k)
		v, found, _ := t.Interp.Modules.Get(t, k)
		if !ok || !found || v.O.Type.Solid != &object.ModuleType || s.String() == "__main__" {
			continue
		}
		m := object.As[object.Module](v)
		if !importable(t, m) {
			continue
		}
		m.D.Each(func(k, x value) bool {
			n, ok := object.AsStr(k)
			if !ok || !homed(x) || strings.HasPrefix(n.String(), "__") && s.String() != "sys" {
				return true
			}
			if _, dup := w.homes[x.O]; !dup {
				w.homes[x.O] = home{s.String(), n.String(), m.Own}
			}
			return true
		})
	}
}

// homed reports whether an object's identity may matter.
func homed(v value) bool {
	if v.N != 0 {
		return false
	}
	switch v.O.Type {
	case &object.NoneTypeType, &object.BoolType, &object.IntType, &object.FloatType, &object.StrType, &object.BytesType, &object.TupleType,
		&object.ModuleType, &object.BuiltinType, &object.NotImplementedType, &object.EllipsisType, &object.ComplexType, &object.FrozenSetType:
		return false
	}
	return v.O.Type.Solid != &object.TypeType && v.O.Type.Name != "function"
}

// touch notes that a module is used, so that its changes are sent.
func (w *writer) touch(name string) {
	w.used[name] = true
}

// moduleState writes the globals that differ in modules read from files.
func (w *writer) moduleState(p *pickle.Pickler) error {
	done := map[string]bool{}
	for more := true; more; {
		more = false
		for n := range w.used {
			if done[n] {
				continue
			}
			done[n], more = true, true
			if err := w.oneModule(p, n); err != nil {
				return err
			}
		}
		if err := w.globals(p); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) oneModule(p *pickle.Pickler, name string) error {
	v, ok := w.t.Interp.Modules.GetGo(w.t, name)
	if !ok || v.O.Type.Solid != &object.ModuleType {
		return nil
	}
	if name == "logging" {
		return w.loggers(p, v)
	}
	m := object.As[object.Module](v)
	f, _ := m.D.GetGo(w.t, "__file__")
	if fs, ok := object.AsStr(orNone(f)); m.Own || !ok || strings.Contains(fs.String(), "-packages/") {
		return nil
	}
	type item struct {
		n string
		v value
	}
	var items []item
	m.D.Each(func(k, x value) bool {
		s, ok := object.AsStr(k)
		if ok && !strings.HasPrefix(s.String(), "__") && x.O.Type != &object.ModuleType && x.O.Type.Solid != &object.TypeType && x.O.Type.Name != "function" {
			items = append(items, item{s.String(), x})
		}
		return true
	})
	for _, it := range items {
		w.root = name + "." + it.n
		mark, saved := p.Mark(), w.lenient
		w.lenient = 0 // what cannot be copied stays as the import made it
		err := p.DumpBare(object.NewTuple(object.NewStr(it.n), it.v, object.NewStr(name)))
		w.lenient = saved
		if err != nil {
			if _, ok := err.(*object.Exception); !ok {
				return err
			}
			p.Rollback(mark)
		}
	}
	return nil
}

// saveHome writes an object that a module holds.
func (w *writer) saveHome(p *pickle.Pickler, v value) (bool, error) {
	h, ok := w.homes[v.O]
	if !ok {
		return false, nil
	}
	args := object.NewTuple(object.NewStr(h.module), object.NewStr(h.name))
	if h.own {
		if isLogger(w.t, v.O.Type) {
			return false, nil
		}
		return w.make(p, v, "_attr", args, "", value{})
	}
	w.touch(h.module)
	switch v.O.Type {
	case &object.ListType:
		return w.make(p, v, "_attr", args, "_refill", object.NewList(object.As[object.List](v).Values()...))
	case &object.DictType:
		return w.make(p, v, "_attr", args, "_refill", object.Wrap(object.As[object.Dict](v).Copy()))
	case &object.SetType:
		return w.make(p, v, "_attr", args, "_refill", object.NewList(object.As[object.Set](v).Values()...))
	}
	if v.O.Type.IsHeap() && v.O.Type.Solid == &object.ObjectType {
		return w.make(p, v, "_attr", args, "_fill", w.instanceState(v))
	}
	return false, nil
}

// saveRaw writes what a snapshot copies without asking the object.
func (w *writer) saveRaw(p *pickle.Pickler, v value) (bool, error) {
	if w.main != nil && v == object.Wrap(w.main) {
		w.wantAll()
		return w.make(p, v, "_main", object.EmptyTuple, "", value{})
	}
	if homed(v) {
		if done, err := w.saveHome(p, v); done || err != nil {
			return done, err
		}
	}
	tp := v.O.Type
	if tp.IsHeap() {
		return w.saveInstance(p, v)
	}
	switch {
	case tp == &object.MethodType:
		m := object.As[object.Method](v)
		return w.make(p, v, "_method", object.NewTuple(m.Func, m.Self), "", value{})
	case tp == &object.PropertyType:
		q := object.As[object.Property](v)
		return w.make(p, v, "_property", object.NewTuple(orNone(q.Get), orNone(q.Set), orNone(q.Del), orNone(q.Doc), orNone(q.Name)), "", value{})
	case tp == &object.StaticMethodType || tp == &object.ClassMethodType:
		args := object.NewTuple(object.As[object.WrappedFunc](v).Func)
		return true, p.Reduce(v, object.Wrap(tp), args, value{}, value{})
	case tp == &object.MappingProxyType:
		return w.make(p, v, "_proxy", object.NewTuple(object.As[object.MappingProxy](v).M), "", value{})
	case tp.Flags&object.FlagException != 0:
		return w.saveException(p, v)
	case tp.Solid == &object.WeakRefType:
		r := object.As[object.WeakRef](v)
		return w.make(p, v, "_weakref", object.NewTuple(orNone(r.Get()), orNone(r.Callback())), "", value{})
	}
	return w.saveSpecial(p, v)
}

// saveSpecial knows some types of library modules by their names.
func (w *writer) saveSpecial(p *pickle.Pickler, v value) (bool, error) {
	switch tp := v.O.Type; tp.Module + "." + tp.Name {
	case "_socket.socket", "_socket.SocketType":
		return w.saveSocket(p, v)
	case "_thread.lock", "_thread.RLock", "threading.lock", "threading.RLock", "_thread._local", "threading.local", "_thread.local":
		return true, p.Reduce(v, object.Wrap(tp), object.EmptyTuple, value{}, value{})
	case "_queue.SimpleQueue", "queue.SimpleQueue":
		return true, p.Reduce(v, object.Wrap(tp), object.EmptyTuple, value{}, value{})
	case "functools._lru_cache_wrapper":
		wrapped, err := object.GetAttrStr(w.t, v, "__wrapped__")
		if err != nil {
			return true, err
		}
		par, err := object.CallMethod(w.t, v, "cache_parameters")
		if err != nil {
			return true, err
		}
		return w.make(p, v, "_lru_cache", object.NewTuple(wrapped, par), "", value{})
	case "_io.StringIO", "_io.BytesIO":
		text, err := object.CallMethod(w.t, v, "getvalue")
		if err != nil {
			return true, err
		}
		pos, err := object.CallMethod(w.t, v, "tell")
		if err != nil {
			return true, err
		}
		return w.make(p, v, "_memory_file", object.NewTuple(object.Wrap(tp), text, pos), "", value{})
	case "_io.FileIO", "_io.BufferedReader", "_io.BufferedWriter", "_io.BufferedRandom", "_io.TextIOWrapper":
		return w.saveFile(p, v)
	case "typing.TypeVar", "typing.ParamSpec", "typing.TypeVarTuple":
		return w.saveTypeParam(p, v)
	case "itertools.count":
		r, err := object.Repr(w.t, v)
		if err != nil {
			return true, err
		}
		return w.make(p, v, "_count", object.NewTuple(object.NewStr(strings.TrimSuffix(strings.TrimPrefix(r, "count("), ")"))), "", value{})
	case "typing.TypeAliasType":
		if a := object.As[object.TypeAlias](v); a.Eval().O != nil {
			return w.make(p, v, "_type_alias", object.NewTuple(object.NewStr(a.Name), a.Params, a.Eval()), "", value{})
		}
	case "_contextvars.ContextVar":
		return w.saveContextVar(p, v)
	case "_multiprocessing.SemLock":
		s := object.As[semLock](v)
		return w.make(p, v, "_semlock", object.NewTuple(object.IntOf(s.kind), object.IntOf(s.off), object.IntOf(s.max)), "", value{})
	case "_multiprocessing.Memory":
		m := object.As[memory](v)
		if m.off >= 0 {
			return w.make(p, v, "_memory", object.NewTuple(object.IntOf(m.off), object.IntOf(len(m.b))), "", value{})
		}
	}
	return false, nil
}

// saveTypeParam writes a type parameter made by a call.
func (w *writer) saveTypeParam(p *pickle.Pickler, v value) (bool, error) {
	get := func(n string) value {
		x, err := object.GetAttrOpt(w.t, v, w.t.Intern(n))
		if err != nil || x.O == nil {
			return object.None
		}
		return x
	}
	kw := object.NewDict()
	if v.O.Type.Name == "TypeVar" {
		for _, n := range []string{"bound", "covariant", "contravariant", "infer_variance"} {
			if x := get("__" + n + "__"); !x.IsNone() && x != object.False {
				kw.SetGo(w.t, n, x)
			}
		}
	}
	constraints := get("__constraints__")
	if constraints.IsNone() {
		constraints = object.EmptyTuple
	}
	return w.make(p, v, "_type_param", object.NewTuple(object.Wrap(v.O.Type), get("__name__"), constraints, object.Wrap(kw)), "", value{})
}

// saveContextVar writes a context variable with the value it has here.
func (w *writer) saveContextVar(p *pickle.Pickler, v value) (bool, error) {
	t := w.t
	name, err := object.GetAttrStr(t, v, "name")
	if err != nil {
		return true, err
	}
	get, err := object.GetAttrStr(t, v, "get")
	if err != nil {
		return true, err
	}
	m, err := importNamed(t, "contextvars")
	if err != nil {
		return true, err
	}
	empty, err := object.CallMethod(t, m, "Context")
	if err != nil {
		return true, err
	}
	def, err := object.CallMethod(t, empty, "run", get)
	if err != nil {
		if !object.IsExc(err, &object.LookupErrorType) {
			return true, err
		}
		def = object.Ellipsis
	}
	now, err := object.CallArgs(t, get, object.Ellipsis)
	if err != nil {
		return true, err
	}
	return w.make(p, v, "_context_var", object.NewTuple(name, def), "_fill_context_var", object.NewTuple(now))
}

// saveFile passes an open file on: its descriptor is inherited; one that is
// read gets a position of its own.
func (w *writer) saveFile(p *pickle.Pickler, v value) (bool, error) {
	t := w.t
	closed, err := object.GetAttrStr(t, v, "closed")
	if err != nil {
		return true, err
	}
	if closed == object.True {
		return false, nil
	}
	get := func(n string) value {
		x, err := object.GetAttrOpt(t, v, t.Intern(n))
		if err != nil || x.O == nil {
			return object.None
		}
		return x
	}
	fd, err := object.CallMethod(t, v, "fileno")
	if err != nil {
		return true, err
	}
	n, _ := object.AsInt64(fd)
	w.fds[int(n)] = true
	pos := object.None
	if r, err := object.CallMethod(t, v, "readable"); err == nil && r == object.True {
		if x, err := object.CallMethod(t, v, "tell"); err == nil {
			pos = x
		}
	}
	enc, errs, nl := object.None, object.None, object.None
	if v.O.Type.Name == "TextIOWrapper" {
		enc, errs = get("encoding"), get("errors")
	}
	kind := object.NewStr(v.O.Type.Name)
	return w.make(p, v, "_file", object.NewTuple(kind, fd, get("mode"), get("name"), enc, errs, nl, pos), "", value{})
}

func (w *writer) saveException(p *pickle.Pickler, v value) (bool, error) {
	e := object.As[object.Exception](v)
	fields := make([]value, len(e.F))
	for i, f := range e.F {
		fields[i] = f
		if f.O == nil {
			fields[i] = object.Ellipsis
		}
	}
	ctx := object.None
	if e.Context != nil {
		ctx = object.Wrap(e.Context)
	}
	state := object.NewTuple(orNone(e.Args), object.NewTuple(fields...), orNone(e.Cause), ctx, object.Bool(e.Suppress), orNone(ownAttrs(v)))
	return w.make(p, v, "_exception", object.NewTuple(object.Wrap(v.O.Type)), "_fill_exception", state)
}

// saveInstance writes an instance of a class written in Python.
func (w *writer) saveInstance(p *pickle.Pickler, v value) (bool, error) {
	tp := v.O.Type
	if tp.Flags&object.FlagException != 0 {
		return w.saveException(p, v)
	}
	if isLogger(w.t, tp) {
		return w.saveLogger(p, v)
	}
	if tp.Solid.Module == "_socket" {
		return w.saveSocket(p, v)
	}
	if tp.Solid == &object.WeakRefType {
		r := object.As[object.WeakRef](v)
		return w.make(p, v, "_weakref", object.NewTuple(orNone(r.Get()), orNone(r.Callback()), object.Wrap(tp)), "_fill", w.instanceState(v))
	}
	if tp.Lookup(w.t, w.t.Intern("_snapshot_reduce")).O != nil {
		return false, nil
	}
	base := value{}
	switch tp.Solid {
	case &object.ObjectType:
	case &object.DictType:
		if tp.Lookup(w.t, w.t.Intern("move_to_end")).O != nil || tp.Lookup(w.t, w.t.Intern("default_factory")).O != nil {
			return false, nil
		}
		base = object.Wrap(object.As[object.Dict](v).Copy())
	case &object.ListType:
		base = object.NewList(object.As[object.List](v).Values()...)
	case &object.SetType, &object.FrozenSetType:
		base = object.NewList(object.As[object.Set](v).Values()...)
	case &object.TupleType:
		base = object.NewTuple(object.As[object.Tuple](v).Items...)
	case &object.IntType, &object.FloatType, &object.StrType, &object.BytesType, &object.ComplexType:
		x, err := object.CallMethod(w.t, v, "__getnewargs__")
		if err != nil {
			return true, err
		}
		base = object.As[object.Tuple](x).Items[0]
	default:
		return false, nil
	}
	if done, err := w.inherit(v); done || err != nil {
		return done, err
	}
	cls := object.Wrap(tp)
	switch tp.Solid {
	case &object.DictType, &object.ListType, &object.SetType: // may contain themselves
		state := object.As[object.Tuple](w.instanceState(v)).Items
		return w.make(p, v, "_instance", object.NewTuple(cls), "_fill", object.NewTuple(append([]value{base}, state...)...))
	}
	args := []value{cls}
	if base.O != nil {
		args = append(args, base)
	}
	return w.make(p, v, "_instance", object.NewTuple(args...), "_fill", w.instanceState(v))
}

// inherit asks objects of the multiprocessing package for the descriptors that
// the child must have.
func (w *writer) inherit(v value) (bool, error) {
	d := v.O.Type.Lookup(w.t, w.t.Intern("_inherit"))
	if d.O == nil {
		return false, nil
	}
	r, err := object.CallMethod(w.t, v, "_inherit")
	if err != nil {
		return true, err
	}
	items, err := object.Items(w.t, r)
	if err != nil {
		return true, err
	}
	for _, x := range items {
		if n, ok := object.AsInt64(x); ok {
			w.fds[int(n)] = true
		}
	}
	return false, nil
}

// instanceState is a tuple of the attributes as a dict and the slots as pairs.
func (w *writer) instanceState(v value) value {
	var slots []value
	object.EachSlot(v, func(d, x value) {
		m := object.As[object.MemberDescr](d)
		slots = append(slots, object.NewTuple(object.Wrap(m.Owner), object.NewStr(m.Name), x))
	})
	return object.NewTuple(orNone(ownAttrs(v)), object.NewTuple(slots...))
}
