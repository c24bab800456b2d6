package pickle

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// saveObject writes an object that is neither an atom nor known.
func (p *Pickler) saveObject(v value) error {
	switch v.O.Type {
	case &object.DictType:
		return p.saveDict(v)
	case &object.ListType:
		return p.saveList(v)
	case &object.TupleType:
		return p.saveTuple(v)
	case &object.SetType, &object.FrozenSetType:
		return p.saveSet(v)
	case &object.ByteArrayType:
		return p.saveByteArray(v)
	}
	if p.override.O != nil {
		rv, err := object.CallArgs(p.t, p.override, v)
		if err != nil {
			return err
		}
		if rv != object.NotImplemented {
			return p.saveReduced(v, rv)
		}
	}
	tp := v.O.Type
	switch {
	case tp == &object.TypeType:
		return p.saveType(v)
	case tp.Name == "function" && !tp.IsHeap():
		return p.SaveGlobal(v, "")
	}
	rv, global, err := p.reduceOf(v)
	if err != nil {
		return err
	}
	if global {
		return p.SaveGlobal(v, "")
	}
	return p.saveReduced(v, rv)
}

// reduceOf asks the dispatch table, then v itself, for its reduction.
func (p *Pickler) reduceOf(v value) (rv value, global bool, err error) {
	tp := object.Wrap(v.O.Type)
	var f value
	switch {
	case p.table.O == nil || p.table.IsNone():
		d := p.st.dispatch
		f, _, err = d.Get(p.t, tp)
	case p.table.O.Type == &object.DictType:
		f, _, err = object.As[object.Dict](p.table).Get(p.t, tp)
	default:
		f, err = object.GetItem(p.t, p.table, tp)
		if err != nil && object.IsExc(err, &object.KeyErrorType) {
			f, err = value{}, nil
		}
	}
	if err != nil {
		return value{}, false, err
	}
	if f.O != nil {
		rv, err = object.CallArgs(p.t, f, v)
		return rv, false, err
	}
	if v.O.Type.IsSubtype(&object.TypeType) {
		return value{}, true, nil
	}
	if f, err = object.GetAttrOpt(p.t, v, p.t.Intern("__reduce_ex__")); err != nil {
		return value{}, false, err
	}
	if f.O != nil {
		rv, err = object.CallArgs(p.t, f, object.IntOf(p.proto))
		return rv, false, err
	}
	if f, err = object.GetAttrOpt(p.t, v, p.t.Intern("__reduce__")); err != nil {
		return value{}, false, err
	}
	if f.O == nil {
		return value{}, false, object.Errorf(p.st.pickling, "can't pickle '%s' object: %s", v.O.Type.Name, object.MustReprT(p.t, v))
	}
	rv, err = object.CallArgs(p.t, f)
	return rv, false, err
}

// saveReduced writes what a reduction says.
func (p *Pickler) saveReduced(v, rv value) error {
	if s, ok := object.AsStr(rv); ok {
		return p.SaveGlobal(v, s.String())
	}
	r, err := p.parseReduction(rv)
	if err == nil && p.hook != nil {
		r.fn, r.args, err = p.hook.Reduction(r.fn, r.args)
	}
	if err == nil {
		err = p.saveReduce(r, v)
	}
	if err != nil {
		return p.note(err, "%s object", typeName(p.t, v))
	}
	return nil
}

// reduction is the parsed tuple of a __reduce__.
type reduction struct{ fn, args, state, list, dict, setter value }

func (p *Pickler) errorf(format string, args ...any) error {
	return object.Errorf(p.st.pickling, format, args...)
}

func (p *Pickler) parseReduction(rv value) (r reduction, err error) {
	if rv.O.Type.Solid != &object.TupleType {
		return r, p.errorf("__reduce__ must return a string or tuple, not %s", typeName(p.t, rv))
	}
	items := object.As[object.Tuple](rv).Items
	if len(items) < 2 || len(items) > 6 {
		return r, p.errorf("tuple returned by __reduce__ must contain 2 through 6 elements")
	}
	for i, f := range []*value{&r.fn, &r.args, &r.state, &r.list, &r.dict, &r.setter} {
		if i < len(items) && (i < 2 || !items[i].IsNone()) {
			*f = items[i]
		}
	}
	if !object.Callable(r.fn) {
		return r, p.errorf("first item of the tuple returned by __reduce__ must be callable, not %s", typeName(p.t, r.fn))
	}
	if r.args.O.Type.Solid != &object.TupleType {
		return r, p.errorf("second item of the tuple returned by __reduce__ must be a tuple, not %s", typeName(p.t, r.args))
	}
	for i, it := range []value{r.list, r.dict} {
		if it.O != nil && it.O.Type.Slots.Next == nil {
			return r, p.errorf("%s item of the tuple returned by __reduce__ must be an iterator, not %s", [...]string{"fourth", "fifth"}[i], typeName(p.t, it))
		}
	}
	if r.setter.O != nil && !object.Callable(r.setter) {
		return r, p.errorf("sixth item of the tuple returned by __reduce__ must be callable, not %s", typeName(p.t, r.setter))
	}
	return r, nil
}

// Reduce writes v as a call of fn with args; setter, if not missing, is called
// at loading with the object and the state. It is for hooks.
func (p *Pickler) Reduce(v, fn, args, state, setter object.Value) error {
	return p.saveReduce(reduction{fn: fn, args: args, state: state, setter: setter}, v)
}

// saveReduce writes v by its reduction.
func (p *Pickler) saveReduce(r reduction, v value) error {
	tn := ""
	if p.hook == nil {
		tn = typeName(p.t, v)
	}
	if err := p.saveCall(r, v, tn); err != nil {
		return err
	}
	if i, ok := p.memo[v.O]; ok { // the arguments contained it
		p.op(opPop)
		p.get(i)
	} else {
		p.memoize(v)
	}
	if r.list.O != nil {
		if err := p.iterItems(r.list, tn); err != nil {
			return err
		}
	}
	if r.dict.O != nil {
		if err := p.iterPairs(r.dict, tn); err != nil {
			return err
		}
	}
	if r.state.O == nil {
		return nil
	}
	if r.setter.O == nil {
		if err := p.save(r.state, true); err != nil {
			return p.note(err, "%s state", tn)
		}
		p.op(opBuild)
		return nil
	}
	if err := p.save(r.setter, true); err != nil {
		return p.note(err, "%s state setter", tn)
	}
	if err := p.save(v, true); err != nil {
		return err
	}
	if err := p.save(r.state, true); err != nil {
		return p.note(err, "%s state", tn)
	}
	p.op(opTuple2, opReduce, opPop)
	return nil
}

// saveCall writes the call that makes the object.
func (p *Pickler) saveCall(r reduction, v value, tn string) error {
	if p.proto >= 2 {
		n, err := object.GetAttrOpt(p.t, r.fn, p.t.Intern("__name__"))
		if err != nil {
			return err
		}
		if s, ok := object.AsStr(n); n.O != nil && ok {
			items := object.As[object.Tuple](r.args).Items
			switch s.String() {
			case "__newobj__":
				return p.saveNewObj(items, v, tn)
			case "__newobj_ex__":
				return p.saveNewObjEx(items, v, tn)
			}
		}
	}
	if err := p.save(r.fn, true); err != nil {
		return p.note(err, "%s reconstructor", tn)
	}
	if err := p.save(r.args, true); err != nil {
		return p.note(err, "%s reconstructor arguments", tn)
	}
	p.op(opReduce)
	return nil
}

// newClass checks the class of a __newobj__ reduction.
func (p *Pickler) newClass(fn string, cls, v value) error {
	if cls.O.Type.Solid != &object.TypeType {
		return p.errorf("first argument to %s() must be a class, not %s", fn, typeName(p.t, cls))
	}
	own, err := object.GetAttr(p.t, v, p.t.Intern("__class__"))
	if err != nil {
		return err
	}
	if own != cls {
		return p.errorf("first argument to %s() must be %s, not %s", fn, object.MustReprT(p.t, own), object.MustReprT(p.t, cls))
	}
	return nil
}

func (p *Pickler) saveNewObj(items []value, v value, tn string) error {
	if len(items) < 1 {
		return p.errorf("__newobj__ expected at least 1 argument, got 0")
	}
	if err := p.newClass("__newobj__", items[0], v); err != nil {
		return err
	}
	if err := p.save(items[0], true); err != nil {
		return p.note(err, "%s class", tn)
	}
	if err := p.save(object.NewTuple(items[1:]...), true); err != nil {
		return p.note(err, "%s __new__ arguments", tn)
	}
	p.op(opNewObj)
	return nil
}

func (p *Pickler) saveNewObjEx(items []value, v value, tn string) error {
	if len(items) != 3 {
		return p.errorf("__newobj_ex__ expected 3 arguments, got %d", len(items))
	}
	cls, args, kw := items[0], items[1], items[2]
	if cls.O.Type.Solid != &object.TypeType {
		return p.newClass("__newobj_ex__", cls, v)
	}
	if args.O.Type.Solid != &object.TupleType {
		return p.errorf("second argument to __newobj_ex__() must be a tuple, not %s", typeName(p.t, args))
	}
	if kw.O.Type.Solid != &object.DictType {
		return p.errorf("third argument to __newobj_ex__() must be a dict, not %s", typeName(p.t, kw))
	}
	if err := p.newClass("__newobj_ex__", cls, v); err != nil {
		return err
	}
	if p.proto < 4 {
		return p.saveNewPartial(cls, args, kw, tn)
	}
	if err := p.save(cls, true); err != nil {
		return p.note(err, "%s class", tn)
	}
	for _, x := range []value{args, kw} {
		if err := p.save(x, true); err != nil {
			return p.note(err, "%s __new__ arguments", tn)
		}
	}
	p.op(opNewObjEx)
	return nil
}

// saveNewPartial writes cls.__new__(cls, *args, **kw) for old protocols.
func (p *Pickler) saveNewPartial(cls, args, kw value, tn string) error {
	partial, err := p.st.attr(p.t, "functools", "partial")
	if err != nil {
		return err
	}
	newf, err := object.GetAttrStr(p.t, cls, "__new__")
	if err != nil {
		return err
	}
	list := append([]value{newf, cls}, object.As[object.Tuple](args).Items...)
	var names []value
	object.As[object.Dict](kw).Each(func(k, x value) bool {
		names, list = append(names, k), append(list, x)
		return true
	})
	f, err := object.Call(p.t, partial, list, names)
	if err != nil {
		return err
	}
	if err := p.save(f, true); err != nil {
		return p.note(err, "%s reconstructor", tn)
	}
	if err := p.save(object.EmptyTuple, true); err != nil {
		return err
	}
	p.op(opReduce)
	return nil
}

// batches writes what next yields in groups: a lone last one with op one, others
// between a mark and op many.
func (p *Pickler) batches(it value, one, many byte, write func(i int, x value) error) error {
	i := 0
	if !p.bin {
		return object.Iterate(p.t, it, func(x value) error {
			if err := write(i, x); err != nil {
				return err
			}
			i++
			p.op(one)
			return nil
		})
	}
	for n := batchSize; n == batchSize; {
		x, err := object.Next(p.t, it)
		if err != nil || x.O == nil {
			return err
		}
		y, err := object.Next(p.t, it)
		if err != nil {
			return err
		}
		if y.O == nil {
			if err := write(i, x); err != nil {
				return err
			}
			p.op(one)
			return nil
		}
		p.op(opMark)
		if err := write(i, x); err != nil {
			return err
		}
		i++
		for n = 1; y.O != nil; {
			if err := write(i, y); err != nil {
				return err
			}
			i++
			if n++; n == batchSize {
				break
			}
			if y, err = object.Next(p.t, it); err != nil {
				return err
			}
		}
		p.op(many)
	}
	return nil
}

func (p *Pickler) iterItems(it value, tn string) error {
	return p.batches(it, opAppend, opAppends, func(i int, x value) error {
		if err := p.save(x, true); err != nil {
			return p.note(err, "%s item %d", tn, i)
		}
		return nil
	})
}

func (p *Pickler) iterPairs(it value, tn string) error {
	return p.batches(it, opSetItem, opSetItems, func(i int, x value) error {
		if x.O.Type.Solid != &object.TupleType || len(object.As[object.Tuple](x).Items) != 2 {
			return object.TypeErrorf("dict items iterator must return 2-tuples")
		}
		kv := object.As[object.Tuple](x).Items
		if err := p.save(kv[0], true); err != nil {
			return err
		}
		if err := p.save(kv[1], true); err != nil {
			if p.hook == nil {
				if r, e := object.Repr(p.t, kv[0]); e == nil {
					return p.note(err, "%s item %s", tn, r)
				}
			}
			return err
		}
		return nil
	})
}

func (p *Pickler) saveType(v value) error {
	var single value
	switch object.As[object.Type](v) {
	case &object.NoneTypeType:
		single = object.None
	case &object.EllipsisType:
		single = object.Ellipsis
	case &object.NotImplementedType:
		single = object.NotImplemented
	default:
		return p.SaveGlobal(v, "")
	}
	return p.saveReduce(reduction{fn: object.Wrap(&object.TypeType), args: object.NewTuple(single)}, v)
}

// SaveGlobal writes v as the attribute name of its module; an empty name is
// v's own.
func (p *Pickler) SaveGlobal(v object.Value, name string) error {
	if name == "" {
		var err error
		if name, err = nameOf(p.t, v); err != nil {
			return err
		}
	}
	module, err := p.findModule(v, name)
	if err == nil && p.hook != nil {
		err = p.hook.Global(v, module, name)
	}
	if err != nil {
		return err
	}
	if p.proto >= 2 {
		if done, err := p.saveExtension(module, name); done || err != nil {
			return err
		}
	}
	if p.proto >= 4 {
		if err := p.save(p.moduleStr(v, module), true); err != nil {
			return err
		}
		if err := p.save(object.Wrap(p.t.Intern(name)), true); err != nil {
			return err
		}
		p.op(opStackGlobal)
	} else if err := p.saveDotted(module, name); err != nil {
		return err
	}
	p.memoize(v)
	return nil
}

// moduleStr is the str that stands for the module's name. Built-in functions
// have another one than the rest, so that memos count as in CPython.
func (p *Pickler) moduleStr(v value, module string) value {
	if v.O.Type != &object.BuiltinType && v != object.Wrap(&object.ExceptionGroupType) {
		return object.Wrap(p.t.Intern(module))
	}
	s, ok := p.st.names[module]
	if !ok {
		s = object.NewStr(module)
		p.st.names[module] = s
	}
	return s
}

func nameOf(t *thread, v value) (string, error) {
	q, err := object.GetAttrOpt(t, v, t.Intern("__qualname__"))
	if err != nil {
		return "", err
	}
	if q.O == nil {
		if q, err = object.GetAttrStr(t, v, "__name__"); err != nil {
			return "", err
		}
	}
	s, ok := object.AsStr(q)
	if !ok {
		return "", object.TypeErrorf("__qualname__ must be a str, not %s", q.O.Type.MsgName())
	}
	return s.String(), nil
}

// walk follows a dotted name from module m; a missing result says that some
// attribute is not there.
func walk(t *thread, m value, path []string) (v value, err error) {
	v = m
	for _, n := range path {
		if v, err = object.GetAttrOpt(t, v, t.Intern(n)); err != nil || v.O == nil {
			return value{}, err
		}
	}
	return v, nil
}

// typeName names v's type in messages and notes.
func typeName(t *thread, v value) string {
	return strings.TrimPrefix(v.O.Type.FullName(t), "__main__.")
}

// findModule returns the module under which v is found as name.
func (p *Pickler) findModule(v value, name string) (string, error) {
	t := p.t
	m, err := object.GetAttrOpt(t, v, t.Intern("__module__"))
	if err != nil {
		return "", err
	}
	path := strings.Split(name, ".")
	for _, s := range path {
		if s == "<locals>" {
			return "", p.errorf("Can't pickle local object %s", object.MustReprT(t, v))
		}
	}
	if m.O == nil || m.IsNone() {
		return p.searchModules(v, path)
	}
	ms, ok := object.AsStr(m)
	if !ok {
		return "", object.TypeErrorf("__module__ must be a str, not %s", m.O.Type.MsgName())
	}
	mod, err := importByName(t, ms.String())
	if err != nil {
		if !object.IsExc(err, &object.ImportErrorType) && !object.IsExc(err, &object.ValueErrorType) && !object.IsExc(err, &object.KeyErrorType) {
			return "", err
		}
		text, e := object.ToStr(t, err.(*object.Exception).Value())
		if e != nil {
			return "", e
		}
		return "", p.errorf("Can't pickle %s: %s", object.MustReprT(t, v), text)
	}
	return ms.String(), p.checkFound(v, mod, ms.String(), path)
}

func (p *Pickler) checkFound(v, mod value, module string, path []string) error {
	got, err := walk(p.t, mod, path)
	switch {
	case err != nil:
		return err
	case got.O == nil:
		return p.errorf("Can't pickle %s: it's not found as %s.%s", object.MustReprT(p.t, v), module, strings.Join(path, "."))
	case got != v:
		return p.errorf("Can't pickle %s: it's not the same object as %s.%s", object.MustReprT(p.t, v), module, strings.Join(path, "."))
	}
	return nil
}

// searchModules looks for an object that does not tell its module.
func (p *Pickler) searchModules(v value, path []string) (string, error) {
	mods := p.t.Interp.Modules
	for _, k := range mods.Keys() {
		s, ok := object.AsStr(k)
		if !ok || s.String() == "__main__" || s.String() == "__mp_main__" {
			continue
		}
		m, ok, err := mods.Get(p.t, k)
		if err != nil || !ok || m.IsNone() {
			continue
		}
		if m.O.Type == &object.ModuleType { // without a module's __getattr__
			if x, ok := object.As[object.Module](m).D.GetGo(p.t, path[0]); !ok || len(path) == 1 && x != v {
				continue
			}
		}
		if got, err := walk(p.t, m, path); err == nil && got == v {
			return s.String(), nil
		}
	}
	m, err := importByName(p.t, "__main__")
	if err != nil {
		return "", err
	}
	return "__main__", p.checkFound(v, m, "__main__", path)
}

// importByName imports a module and returns what sys.modules has for it.
func importByName(t *thread, name string) (value, error) {
	if m, ok := t.Interp.Modules.GetGo(t, name); ok && !m.IsNone() {
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

// saveExtension writes the code under which copyreg knows the name.
func (p *Pickler) saveExtension(module, name string) (bool, error) {
	if p.st.extensions.Len() == 0 {
		return false, nil
	}
	c, ok, err := p.st.extensions.Get(p.t, object.NewTuple(object.NewStr(module), object.NewStr(name)))
	if err != nil || !ok {
		return false, err
	}
	n, ok := object.AsInt64(c)
	switch {
	case !ok || n <= 0 || n > math.MaxInt32:
		return false, object.RuntimeErrorf("extension code %s is out of range", object.MustReprT(p.t, c))
	case n <= 0xff:
		p.op(opExt1, byte(n))
	case n <= 0xffff:
		p.op(opExt2, byte(n), byte(n>>8))
	default:
		p.op(binary.LittleEndian.AppendUint32([]byte{opExt4}, uint32(n))...)
	}
	return true, nil
}

// saveDotted writes a global for protocols before 4, nested names by getattr.
func (p *Pickler) saveDotted(module, name string) error {
	path := strings.Split(name, ".")
	rest := path[1:]
	if len(rest) > 0 {
		getattr, err := p.st.attr(p.t, "builtins", "getattr")
		if err != nil {
			return err
		}
		for range rest {
			if err := p.save(getattr, true); err != nil {
				return err
			}
			if p.proto < 2 {
				p.op(opMark)
			}
		}
	}
	m, n := module, path[0]
	if p.fixImports {
		m, n = oldName(m, n)
	}
	if p.proto < 3 {
		if !ascii(m) {
			return p.errorf("can't pickle module identifier %s using pickle protocol %d", object.ReprString(m), p.proto)
		}
		if !ascii(n) {
			return p.errorf("can't pickle global identifier %s using pickle protocol %d", object.ReprString(n), p.proto)
		}
	}
	p.text("c" + m + "\n" + n + "\n")
	for _, a := range rest {
		if err := p.save(object.Wrap(p.t.Intern(a)), true); err != nil {
			return err
		}
		if p.proto < 2 {
			p.op(opTuple, opReduce)
		} else {
			p.op(opTuple2, opReduce)
		}
	}
	return nil
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
