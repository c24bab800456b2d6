//go:build unix

package multiprocessing

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/pickle"
)

// The functions by which snapshots make objects.

func str(v value) string {
	s, ok := object.AsStr(v)
	if !ok {
		return ""
	}
	return s.String()
}

func mainDict(t *thread) *object.Dict {
	m, ok := t.Interp.Modules.GetGo(t, "__main__")
	if !ok || m.O.Type.Solid != &object.ModuleType {
		return object.NewDict()
	}
	return object.As[object.Module](m).D
}

func copier(t *thread) object.FunctionCopier { return t.Interp.Runtime.(object.FunctionCopier) }

// loading are the objects of a snapshot being read that are still empty. A
// known object is not filled again.
type loading struct{ fresh map[*object.Header]bool }

type loadingKey struct{}

func loadingOf(t *thread) *loading {
	if v, ok := t.Interp.Extra.Load(loadingKey{}); ok {
		return v.(*loading)
	}
	l := &loading{map[*object.Header]bool{}}
	t.Interp.Extra.Store(loadingKey{}, l)
	return l
}

// filled reports, once for each object, that it is to be filled.
func filled(t *thread, v value) bool {
	l := loadingOf(t)
	ok := l.fresh[v.O]
	delete(l.fresh, v.O)
	return ok
}

// entity registers what make makes under token, or returns what is known.
func entity(t *thread, token, name string, make func() (value, error)) (value, error) {
	k := tokensOf(t)
	if v, ok := k.byToken[token]; ok {
		return v, nil
	}
	v, err := make()
	if err != nil {
		return value{}, err
	}
	k.keep(token, v, name, looseReceived)
	k.received[token] = true
	loadingOf(t).fresh[v.O] = true
	return v, nil
}

func makeFunction(t *thread, a []value) (value, error) {
	code, ok := object.BytesOf(a[1])
	if !ok {
		return value{}, object.TypeErrorf("code must be bytes")
	}
	g := a[2]
	return entity(t, str(a[0]), str(a[3]), func() (value, error) {
		var d *object.Dict
		switch {
		case g.IsNone():
			d = mainDict(t)
		case g.O.Type.Solid == &object.DictType:
			d = object.As[object.Dict](g)
		default:
			m, err := importNamed(t, str(g))
			if err != nil {
				return value{}, err
			}
			if m.O.Type.Solid != &object.ModuleType {
				return value{}, object.TypeErrorf("%s is not a module", str(g))
			}
			d = object.As[object.Module](m).D
		}
		return copier(t).NewFunction(t, code, d)
	})
}

func fillFunction(t *thread, a []value) (value, error) {
	if !filled(t, a[0]) {
		return object.None, nil
	}
	list := append([]value(nil), object.As[object.Tuple](a[1]).Items...)
	for i := range list {
		if list[i] == object.Ellipsis {
			list[i] = value{}
		}
	}
	copier(t).SetFunction(a[0], &object.FunctionParts{Closure: list[0], Defaults: list[1], KwDefaults: list[2], Annotate: list[3], Annotations: list[4],
		Name: list[5], Qualname: list[6], Module: list[7], Doc: list[8], TypeParams: list[9]})
	return object.None, setAttrs(t, a[0], list[10])
}

func setAttrs(t *thread, v, d value) (err error) {
	if d.O == nil || d.IsNone() {
		return nil
	}
	object.As[object.Dict](d).Each(func(k, x value) bool {
		s, ok := object.AsStr(k)
		if !ok {
			return true
		}
		err = object.SetOwnAttr(t, v, t.Interp.InternStr(s), x)
		return err == nil
	})
	return err
}

func makeClass(t *thread, a []value) (value, error) {
	meta, name, bases, ns := a[1], str(a[2]), object.As[object.Tuple](a[3]).Items, object.As[object.Dict](a[4])
	q, _ := ns.GetGo(t, "__qualname__")
	return entity(t, str(a[0]), str(orNone(q)), func() (value, error) {
		return object.RawClass(t, object.As[object.Type](meta), name, bases, ns)
	})
}

func fillClass(t *thread, a []value) (value, error) {
	if !filled(t, a[0]) {
		return object.None, nil
	}
	tp := object.As[object.Type](a[0])
	object.As[object.Dict](a[1]).Each(func(k, x value) bool {
		if s, ok := object.AsStr(k); ok {
			object.SetRawClassAttr(t, tp, s, x)
		}
		return true
	})
	if meta := tp.Header.Type; meta != &object.TypeType && meta.Lookup(t, t.Intern("register")).O != nil {
		m, err := object.ImportModule(t, "_abc")
		if err != nil {
			return value{}, err
		}
		if _, err := object.CallMethod(t, m, "_abc_init", a[0]); err != nil {
			return value{}, err
		}
	}
	return object.None, nil
}

func makeInstance(t *thread, a []value) (value, error) {
	if a[0].O.Type.Solid != &object.TypeType {
		return value{}, object.TypeErrorf("_instance() needs a class")
	}
	tp := object.As[object.Type](a[0])
	solid := tp.Solid
	if solid == &object.ObjectType {
		return object.Wrap(object.NewInstance(t, tp)), nil
	}
	var args []value
	if a[1].O != nil {
		args = []value{a[1]}
	}
	if solid.Slots.New == nil {
		return value{}, object.TypeErrorf("cannot create '%s' instances", tp.Name)
	}
	return solid.Slots.New(t, tp, args, nil)
}

// fill gives an instance its contents, attributes and slots.
func fill(t *thread, a []value) (value, error) {
	v, state := a[0], object.As[object.Tuple](a[1]).Items
	if len(state) == 3 {
		if err := setContents(t, v, state[0]); err != nil {
			return value{}, err
		}
		state = state[1:]
	}
	if err := setAttrs(t, v, state[0]); err != nil {
		return value{}, err
	}
	for _, s := range object.As[object.Tuple](state[1]).Items {
		x := object.As[object.Tuple](s).Items
		d, ok := object.As[object.Type](x[0]).Dict().GetStr(t.Intern(str(x[1])))
		if !ok || d.O.Type.Slots.DescrSet == nil {
			continue
		}
		if err := d.O.Type.Slots.DescrSet(t, d, v, x[2]); err != nil {
			return value{}, err
		}
	}
	if v.O.Type.Lookup(t, t.Intern("_after_start")).O != nil {
		if _, err := object.CallMethod(t, v, "_after_start"); err != nil {
			return value{}, err
		}
	}
	return object.None, nil
}

// setContents fills an instance of a subclass of a container.
func setContents(t *thread, v, c value) error {
	switch v.O.Type.Solid {
	case &object.DictType:
		d := object.As[object.Dict](v)
		d.Clear()
		return d.Update(t, object.As[object.Dict](c))
	case &object.ListType:
		object.As[object.List](v).SetValues(append([]value(nil), object.As[object.List](c).Values()...))
	case &object.SetType:
		for _, x := range object.As[object.Set](v).Values() {
			if _, err := object.CallArgs(t, discard(t), v, x); err != nil {
				return err
			}
		}
		for _, x := range object.As[object.List](c).Values() {
			if err := object.SetAdd(t, v, x); err != nil {
				return err
			}
		}
	}
	return nil
}

func discard(t *thread) value {
	d, _ := object.SetType.Dict().GetStr(t.Intern("discard"))
	return d
}

func makeException(t *thread, a []value) (value, error) {
	tp := object.As[object.Type](a[0])
	if tp.Flags&object.FlagException == 0 {
		return value{}, object.TypeErrorf("_exception() needs an exception class")
	}
	return object.Wrap(object.NewException(tp)), nil
}

func fillException(t *thread, a []value) (value, error) {
	e, s := object.As[object.Exception](a[0]), object.As[object.Tuple](a[1]).Items
	e.Args = s[0]
	for i, f := range object.As[object.Tuple](s[1]).Items {
		if i < len(e.F) && f != object.Ellipsis {
			e.F[i] = f
		}
	}
	if !s[2].IsNone() {
		e.Cause = s[2]
	}
	if !s[3].IsNone() {
		e.Context = object.As[object.Exception](s[3])
	}
	e.Suppress = s[4] == object.True
	return object.None, setAttrs(t, a[0], s[5])
}

// importNamed imports a module and returns it itself.
func importNamed(t *thread, name string) (value, error) {
	if m, ok := t.Interp.Modules.GetGo(t, name); ok {
		return m, nil
	}
	if _, err := object.ImportModule(t, name); err != nil {
		return value{}, err
	}
	m, ok := t.Interp.Modules.GetGo(t, name)
	if !ok {
		return value{}, object.KeyError(object.NewStr(name))
	}
	return m, nil
}

func newModule(t *thread, a []value) (value, error) {
	return object.Wrap(object.NewModule(t, str(a[0]), "")), nil
}

func fillModule(t *thread, a []value) (value, error) {
	return object.None, object.As[object.Module](a[0]).D.Update(t, object.As[object.Dict](a[1]))
}

func moduleAttr(t *thread, a []value) (value, error) {
	m, err := importNamed(t, str(a[0]))
	if err != nil {
		return value{}, err
	}
	return object.GetAttrStr(t, m, str(a[1]))
}

// refill gives a container of a module the contents it has in the parent.
func refill(t *thread, a []value) (value, error) {
	v, c := a[0], a[1]
	if v.O.Type == &object.ListType && c.O.Type == &object.ListType || v.O.Type == &object.DictType && c.O.Type == &object.DictType || v.O.Type == &object.SetType {
		return object.None, setContents(t, v, c)
	}
	return object.None, nil
}

// byToken finds an object by its token, or makes it of what came with it.
func byToken(t *thread, a []value) (value, error) {
	token := str(a[0])
	k := tokensOf(t)
	if v, ok := k.byToken[token]; ok {
		return v, nil
	}
	if a[1].IsNone() {
		return value{}, object.RuntimeErrorf("an object of __main__ is not known in this process")
	}
	b, _ := object.BytesOf(a[1])
	return load(t, b, false)
}

// load reads a snapshot: the object, then globals. Globals of __main__ that
// exist are kept unless all is set.
func load(t *thread, data []byte, all bool) (value, error) {
	u, err := pickle.NewUnpickler(t, data)
	if err != nil {
		return value{}, err
	}
	u.Global = func(t *thread, module, name string) (value, error) {
		v, err := u.FindClass(module, name)
		if e, ok := err.(*object.Exception); ok && e.Type.IsSubtype(&object.ExceptionType) { // raised where it is used
			text, err := object.ToStr(t, e.Value())
			if err != nil {
				text = e.Type.Name
			}
			return placeholder(t, object.NewStr(module+"."+name), object.NewStr(text))
		}
		return v, err
	}
	for {
		root, err := loadOne(t, u, all)
		if err != nil || !u.More() {
			return root, err
		}
	}
}

func loadOne(t *thread, u *pickle.Unpickler, all bool) (value, error) {
	root, err := u.Load()
	if err != nil {
		return value{}, err
	}
	d := mainDict(t)
	for {
		v, err := u.Load()
		if err != nil {
			return value{}, err
		}
		if v.IsNone() {
			u.Forget()
			return root, nil
		}
		items := object.As[object.Tuple](v).Items
		if len(items) == 1 { // was made for its effect
			continue
		}
		into := d
		if len(items) == 3 {
			m, ok := t.Interp.Modules.GetGo(t, str(items[2]))
			if !ok || m.O.Type.Solid != &object.ModuleType {
				continue
			}
			into = object.As[object.Module](m).D
		} else if _, ok := d.GetGo(t, str(items[0])); ok && !all {
			continue
		}
		into.SetStr(t.Intern(str(items[0])), items[1])
	}
}

func makeFile(t *thread, a []value) (value, error) {
	io, err := object.ImportModule(t, "io")
	if err != nil {
		return value{}, err
	}
	return reopen(t, io, a)
}

func weakref(t *thread, a []value) (value, error) {
	target := a[0]
	if target.IsNone() || !object.Weakrefable(target) {
		set := object.Wrap(object.NewInstance(t, deadType(t)))
		target = set
	}
	cb := a[1]
	if cb.IsNone() {
		cb = value{}
	}
	tp := &object.WeakRefType
	if a[2].O != nil {
		tp = object.As[object.Type](a[2])
	}
	return object.NewWeakRef(t, tp, &object.WeakRefType, target, cb)
}

type deadKey struct{}

// deadType is a class whose instances stand for objects that died.
func deadType(t *thread) *object.Type {
	if v, ok := t.Interp.Extra.Load(deadKey{}); ok {
		return v.(*object.Type)
	}
	v, err := object.RawClass(t, &object.TypeType, "dead", nil, object.NewDict())
	if err != nil {
		panic(err) // a plain class can be made
	}
	t.Interp.Extra.Store(deadKey{}, object.As[object.Type](v))
	return object.As[object.Type](v)
}

func lruCache(t *thread, a []value) (value, error) {
	ft, err := object.ImportModule(t, "functools")
	if err != nil {
		return value{}, err
	}
	size, err := object.GetItem(t, a[1], object.NewStr("maxsize"))
	if err != nil {
		return value{}, err
	}
	typed, err := object.GetItem(t, a[1], object.NewStr("typed"))
	if err != nil {
		return value{}, err
	}
	dec, err := object.CallMethod(t, ft, "lru_cache", size, typed)
	if err != nil {
		return value{}, err
	}
	return object.CallArgs(t, dec, a[0])
}

var restoreRows = []object.Func{
	{Name: "_function", Sig: "(token, code, globals, name, /)", Fn: makeFunction},
	{Name: "_fill_function", Sig: "(function, state, /)", Fn: fillFunction},
	{Name: "_class", Sig: "(token, meta, name, bases, namespace, /)", Fn: makeClass},
	{Name: "_fill_class", Sig: "(cls, attributes, /)", Fn: fillClass},
	{Name: "_instance", Sig: "(cls, base=None, /)", Fn: makeInstance},
	{Name: "_fill", Sig: "(obj, state, /)", Fn: fill},
	{Name: "_exception", Sig: "(cls, /)", Fn: makeException},
	{Name: "_fill_exception", Sig: "(exc, state, /)", Fn: fillException},
	{Name: "_cell", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Wrap(object.NewCell(value{})), nil }},
	{Name: "_fill_cell", Sig: "(cell, state, /)", Fn: func(t *thread, a []value) (value, error) {
		object.As[object.Cell](a[0]).V = object.As[object.Tuple](a[1]).Items[0]
		return object.None, nil
	}},
	{Name: "_code", Sig: "(data, /)", Fn: func(t *thread, a []value) (value, error) {
		b, _ := object.BytesOf(a[0])
		return copier(t).NewCode(t, b)
	}},
	{Name: "_module", Sig: "(name, /)", Fn: func(t *thread, a []value) (value, error) { return importNamed(t, str(a[0])) }},
	{Name: "_new_module", Sig: "(name, /)", Fn: newModule},
	{Name: "_fill_module", Sig: "(module, state, /)", Fn: fillModule},
	{Name: "_main", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Wrap(mainDict(t)), nil }},
	{Name: "_method", Sig: "(function, self, /)", Fn: func(t *thread, a []value) (value, error) { return object.NewMethod(a[0], a[1]), nil }},
	{Name: "_proxy", Sig: "(mapping, /)", Fn: func(t *thread, a []value) (value, error) { return object.NewMappingProxy(a[0]), nil }},
	{Name: "_property", Sig: "(fget, fset, fdel, doc, name, /)", Fn: func(t *thread, a []value) (value, error) {
		v, err := object.CallArgs(t, object.Wrap(&object.PropertyType))
		if err != nil {
			return value{}, err
		}
		x := [5]value{}
		for i := range x {
			if !a[i].IsNone() {
				x[i] = a[i]
			}
		}
		if x[3].O == nil {
			x[3] = object.None
		}
		object.SetProperty(v, x[0], x[1], x[2], x[3], x[4])
		return v, nil
	}},
	{Name: "_weakref", Sig: "(obj, callback, cls=None, /)", Fn: weakref},
	{Name: "_lru_cache", Sig: "(function, parameters, /)", Fn: lruCache},
	{Name: "_memory_file", Sig: "(cls, text, position, /)", Fn: func(t *thread, a []value) (value, error) {
		f, err := object.CallArgs(t, a[0], a[1])
		if err == nil {
			_, err = object.CallMethod(t, f, "seek", a[2])
		}
		return f, err
	}},
	{Name: "_file", Sig: "(kind, fd, mode, name, encoding, errors, newline, position, /)", Fn: makeFile},
	{Name: "_count", Sig: "(numbers, /)", Fn: func(t *thread, a []value) (value, error) {
		var args []value
		for _, n := range strings.Split(str(a[0]), ", ") {
			kind := &object.IntType
			if strings.ContainsAny(n, ".en") {
				kind = &object.FloatType
			}
			v, err := object.CallArgs(t, object.Wrap(kind), object.NewStr(n))
			if err != nil {
				return value{}, err
			}
			args = append(args, v)
		}
		m, err := importNamed(t, "itertools")
		if err != nil {
			return value{}, err
		}
		return object.CallMethod(t, m, "count", args...)
	}},
	{Name: "_type_alias", Sig: "(name, params, eval, /)", Fn: func(t *thread, a []value) (value, error) {
		return object.NewTypeAlias(str(a[0]), a[1], a[2]), nil
	}},
	{Name: "_type_param", Sig: "(cls, name, constraints, options, /)", Fn: func(t *thread, a []value) (value, error) {
		args := append([]value{a[1]}, object.As[object.Tuple](a[2]).Items...)
		var names []value
		cls := a[0]
		object.As[object.Dict](a[3]).Each(func(k, x value) bool {
			names, args = append(names, k), append(args, x)
			return true
		})
		return object.Call(t, cls, args, names)
	}},
	{Name: "_context_var", Sig: "(name, default, /)", Fn: func(t *thread, a []value) (value, error) {
		m, err := importNamed(t, "contextvars")
		if err != nil {
			return value{}, err
		}
		cls, err := object.GetAttrStr(t, m, "ContextVar")
		if err != nil {
			return value{}, err
		}
		if a[1] == object.Ellipsis {
			return object.CallArgs(t, cls, a[0])
		}
		return object.Call(t, cls, []value{a[0], a[1]}, []value{object.NewStr("default")})
	}},
	{Name: "_fill_context_var", Sig: "(var, state, /)", Fn: func(t *thread, a []value) (value, error) {
		now := object.As[object.Tuple](a[1]).Items[0]
		if now == object.Ellipsis {
			return object.None, nil
		}
		return object.CallMethod(t, a[0], "set", now)
	}},
	{Name: "_logger", Sig: "(name, /)", Fn: makeLogger},
	{Name: "_socket", Sig: "(cls, fd, family, type, proto, timeout, /)", Fn: makeSocket},
	{Name: "_attr", Sig: "(module, name, /)", Fn: moduleAttr},
	{Name: "_refill", Sig: "(obj, contents, /)", Fn: refill},
	{Name: "_by_token", Sig: "(token, blob, /)", Fn: byToken},
	{Name: "_placeholder", Sig: "(path, reason, /)", Fn: func(t *thread, a []value) (value, error) { return placeholder(t, a[0], a[1]) }},
	{Name: "_try", Sig: "(path, function, args, /)", Fn: func(t *thread, a []value) (value, error) {
		path := a[0]
		v, err := object.Call(t, a[1], object.As[object.Tuple](a[2]).Items, nil)
		if e, ok := err.(*object.Exception); ok {
			text, err := object.ToStr(t, e.Value())
			if err != nil {
				text = e.Type.Name
			}
			return placeholder(t, path, object.NewStr(text))
		}
		return v, err
	}},
}

func placeholder(t *thread, path, reason value) (value, error) {
	m, err := importNamed(t, "multiprocessing._uncopied")
	if err != nil {
		return value{}, err
	}
	return object.CallMethod(t, m, "Uncopied", path, reason)
}
