package pickle

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

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
