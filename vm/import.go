package vm

// The import system (language reference, chapter 5): gopy's own modules first,
// then source files on sys.path.

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

func (t *Thread) opImport(f *Frame, in *code.Ins, n *object.Str) error {
	r := f.regs(in.B, 2)
	imp, ok := f.fn.Builtins.GetGo(&t.Thread, "__import__")
	if !ok {
		return object.Errorf(&object.ImportErrorType, "__import__ not found")
	}
	var v object.Value
	var err error
	level, _ := object.AsInt64(r[0])
	if imp == t.rt.importFunc {
		v, err = t.rt.Import(&t.Thread, n.String(), object.Wrap(f.fn.Globals), object.Value{}, r[1], int(level))
	} else {
		v, err = object.CallArgs(&t.Thread, imp, object.Wrap(n), object.Wrap(f.fn.Globals), t.localsOf(f), r[1], r[0])
	}
	if err == nil {
		*f.reg(in.A) = v
	}
	return err
}

func (t *Thread) opImportFrom(f *Frame, in *code.Ins, n *object.Str) error {
	m := *f.reg(in.B)
	v, err := object.GetAttr(&t.Thread, m, n)
	if err == nil {
		*f.reg(in.A) = v
		return nil
	}
	if !object.IsExc(err, &object.AttributeErrorType) {
		return err
	}
	mn, e2 := object.GetAttrOpt(&t.Thread, m, nameModuleName)
	if e2 != nil {
		return e2
	}
	name := "<unknown module name>"
	if s, ok := object.AsStr(mn); mn.O != nil && ok {
		name = s.String()
		if v, ok := t.Interp.Modules.GetGo(&t.Thread, name+"."+n.String()); ok {
			*f.reg(in.A) = v
			return nil
		}
	}
	where := "unknown location"
	file, e2 := object.GetAttrOpt(&t.Thread, m, t.Intern("__file__"))
	if e2 != nil {
		return e2
	}
	var e *object.Exception
	if s, ok := object.AsStr(file); file.O != nil && ok {
		where = s.String()
	}
	if m.O.Type == &object.ModuleType && object.As[object.Module](m).Own {
		e = object.Errorf(&object.ImportErrorType, "cannot import name '%s' from '%s': gopy does not provide it", n.String(), name)
	} else {
		e = object.Errorf(&object.ImportErrorType, "cannot import name '%s' from '%s' (%s)", n.String(), name, where)
	}
	e.SetField("name", object.NewStr(name))
	e.SetField("name_from", object.Wrap(n))
	if file.O != nil {
		e.SetField("path", file)
	}
	return e
}

func (t *Thread) opImportStar(f *Frame, m object.Value) error {
	all, err := object.GetAttrOpt(&t.Thread, m, t.Intern("__all__"))
	if err != nil {
		return err
	}
	var names []object.Value
	skip := false
	if all.O != nil {
		if names, err = object.Items(&t.Thread, all); err != nil {
			return err
		}
	} else {
		d, err := object.GetAttr(&t.Thread, m, t.Intern("__dict__"))
		if err != nil {
			return err
		}
		ks, err := object.CallMethod(&t.Thread, d, "keys")
		if err != nil {
			return err
		}
		if names, err = object.Items(&t.Thread, ks); err != nil {
			return err
		}
		skip = true
	}
	for _, n := range names {
		s, ok := object.AsStr(n)
		if !ok {
			mn, _ := object.GetAttrOpt(&t.Thread, m, nameModuleName)
			mod := "?"
			if ms, ok := object.AsStr(mn); ok {
				mod = ms.String()
			}
			where := "item in " + mod + ".__all__"
			if skip {
				where = "key in " + mod + ".__dict__"
			}
			return object.TypeErrorf("%s must be str, not %s", strings.Replace(where, "item", "Item", 1), n.O.Type.MsgName())
		}
		if skip && strings.HasPrefix(s.String(), "_") {
			continue
		}
		is := t.Interp.InternStr(s)
		v, err := object.GetAttr(&t.Thread, m, is)
		if err != nil {
			return err
		}
		if err := t.setLocalName(f, is, v); err != nil {
			return err
		}
	}
	return nil
}

// Import is __import__.
func (rt *Runtime) Import(ot *object.Thread, name string, globals, locals, fromlist object.Value, level int) (object.Value, error) {
	t := threadOf(ot)
	abs := name
	if level > 0 {
		pkg, err := t.callerPackage(globals)
		if err != nil {
			return object.Value{}, err
		}
		for i := 1; i < level; i++ {
			j := strings.LastIndexByte(pkg, '.')
			if j < 0 {
				return object.Value{}, object.Errorf(&object.ImportErrorType, "attempted relative import beyond top-level package")
			}
			pkg = pkg[:j]
		}
		abs = pkg
		if name != "" {
			abs += "." + name
		}
	} else if name == "" {
		return object.Value{}, object.ValueErrorf("Empty module name")
	}
	mod, err := t.importDotted(abs)
	if err != nil {
		return object.Value{}, err
	}
	from := false
	if fromlist.O != nil && !fromlist.IsNone() {
		if from, err = object.Truth(ot, fromlist); err != nil {
			return object.Value{}, err
		}
	}
	if from {
		return mod, t.importFromList(mod, abs, fromlist)
	}
	if level == 0 {
		if i := strings.IndexByte(name, '.'); i >= 0 {
			return t.importDotted(name[:i])
		}
		return mod, nil
	}
	if i := strings.IndexByte(name, '.'); i >= 0 {
		return t.importDotted(abs[:len(abs)-len(name)+i])
	}
	return mod, nil
}

func (t *Thread) callerPackage(globals object.Value) (string, error) {
	if globals.O != nil && globals.O.Type.Solid == &object.DictType {
		g := object.As[object.Dict](globals)
		if p, ok := g.GetGo(&t.Thread, "__package__"); ok && !p.IsNone() {
			if s, ok := object.AsStr(p); ok && s.String() != "" {
				return s.String(), nil
			}
			return "", object.Errorf(&object.ImportErrorType, "attempted relative import with no known parent package")
		}
		if n, ok := g.GetStr(nameModuleName); ok {
			if s, ok := object.AsStr(n); ok {
				pkg := s.String()
				if _, isPkg := g.GetGo(&t.Thread, "__path__"); !isPkg {
					i := strings.LastIndexByte(pkg, '.')
					if i < 0 {
						return "", object.Errorf(&object.ImportErrorType, "attempted relative import with no known parent package")
					}
					pkg = pkg[:i]
				}
				return pkg, nil
			}
		}
	}
	return "", object.Errorf(&object.ImportErrorType, "attempted relative import with no known parent package")
}

// importFromList imports submodules named in a from list.
func (t *Thread) importFromList(mod object.Value, abs string, fromlist object.Value) error {
	path, err := object.GetAttrOpt(&t.Thread, mod, t.Intern("__path__"))
	if err != nil || path.O == nil {
		return err
	}
	items, err := object.Items(&t.Thread, fromlist)
	if err != nil {
		return err
	}
	for _, x := range items {
		s, ok := object.AsStr(x)
		if !ok {
			return object.TypeErrorf("Item in ``from list'' must be str, not %s", x.O.Type.MsgName())
		}
		if s.String() == "*" {
			all, err := object.GetAttrOpt(&t.Thread, mod, t.Intern("__all__"))
			if err != nil {
				return err
			}
			if all.O != nil {
				if err := t.importFromList(mod, abs, all); err != nil {
					return err
				}
			}
			continue
		}
		if v, err := object.GetAttrOpt(&t.Thread, mod, t.Interp.InternStr(s)); err != nil {
			return err
		} else if v.O != nil {
			continue
		}
		full := abs + "." + s.String()
		if _, err := t.importDotted(full); err != nil {
			if e, ok := err.(*object.Exception); ok && e.Type.IsSubtype(&object.ModuleNotFoundErrorType) {
				if n, ok := object.AsStr(e.Field("name")); ok && n.String() == full {
					continue
				}
			}
			return err
		}
	}
	return nil
}

// importDotted returns module name, importing it and its parents if needed.
func (t *Thread) importDotted(name string) (object.Value, error) {
	if m, ok := t.Interp.Modules.GetGo(&t.Thread, name); ok {
		if m.IsNone() {
			e := object.Errorf(&object.ModuleNotFoundErrorType, "import of %s halted; None in sys.modules", name)
			e.SetField("name", object.NewStr(name))
			return object.Value{}, e
		}
		return m, nil
	}
	var parent object.Value
	var path object.Value
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		var err error
		if parent, err = t.importDotted(name[:i]); err != nil {
			return object.Value{}, err
		}
		if m, ok := t.Interp.Modules.GetGo(&t.Thread, name); ok {
			return m, nil
		}
		if path, err = object.GetAttrOpt(&t.Thread, parent, t.Intern("__path__")); err != nil {
			return object.Value{}, err
		}
		if path.O == nil {
			return object.Value{}, moduleNotFound(name, "No module named %s; %s is not a package", object.ReprString(name), object.ReprString(name[:i]))
		}
	}
	m, err := t.findModule(name, path)
	if err != nil {
		return object.Value{}, err
	}
	if parent.O != nil {
		if err := object.SetAttr(&t.Thread, parent, t.Intern(name[strings.LastIndexByte(name, '.')+1:]), m); err != nil {
			return object.Value{}, err
		}
	}
	return m, nil
}

func moduleNotFound(name, format string, args ...any) error {
	e := object.Errorf(&object.ModuleNotFoundErrorType, format, args...)
	e.SetField("name", object.NewStr(name))
	return e
}

// findModule loads name from gopy's own modules or from path.
func (t *Thread) findModule(name string, path object.Value) (object.Value, error) {
	if t.rt.PreferPath != nil && t.rt.PreferPath(name) {
		if m, err := t.findOnPath(name, path); err != nil || m.O != nil {
			return m, err
		}
	}
	if l := t.Interp.Loader; l != nil {
		m, err := l.LoadModule(&t.Thread, name)
		if err != nil {
			return object.Value{}, err
		}
		if m != nil {
			if v, ok := t.Interp.Modules.GetGo(&t.Thread, name); ok {
				return v, nil
			}
			return object.Wrap(m), nil
		}
	}
	m, err := t.findOnPath(name, path)
	if err == nil && m.O == nil {
		return object.Value{}, moduleNotFound(name, "No module named %s", object.ReprString(name))
	}
	return m, err
}

func (t *Thread) findOnPath(name string, path object.Value) (object.Value, error) {
	if path.O == nil {
		v, ok := t.Interp.Sys.D.GetGo(&t.Thread, "path")
		if !ok {
			return object.Value{}, nil
		}
		path = v
	}
	dirs, err := object.Items(&t.Thread, path)
	if err != nil {
		return object.Value{}, err
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	var namespace []object.Value
	for _, d := range dirs {
		s, ok := object.AsStr(d)
		if !ok {
			continue
		}
		dir := s.String()
		if dir == "" {
			dir = "."
			if wd, err := os.Getwd(); err == nil {
				dir = wd
			}
		}
		base := filepath.Join(dir, last)
		if file := filepath.Join(base, "__init__.py"); isFile(file) {
			return t.loadFile(name, file, base)
		}
		if file := base + ".py"; isFile(file) {
			return t.loadFile(name, file, "")
		}
		if st, err := os.Stat(base); err == nil && st.IsDir() {
			namespace = append(namespace, object.NewStr(base))
		}
	}
	if namespace != nil {
		m := object.NewModule(&t.Thread, name, "")
		m.Set(&t.Thread, "__path__", object.NewList(namespace...))
		m.Set(&t.Thread, "__package__", object.NewStr(name))
		t.Interp.Modules.SetGo(&t.Thread, name, object.Wrap(m))
		return object.Wrap(m), nil
	}
	return object.Value{}, nil
}

func isFile(p string) bool {
	st, err := os.Stat(p)
	return err == nil && st.Mode().IsRegular()
}

// loadFile executes source file as module name; pkgDir is set for packages.
func (t *Thread) loadFile(name, file, pkgDir string) (object.Value, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return object.Value{}, nil
		}
		return object.Value{}, object.FromGoError(err, file)
	}
	m := object.NewModule(&t.Thread, name, "")
	m.Set(&t.Thread, "__file__", object.NewStr(file))
	pkg := name
	if pkgDir != "" {
		m.Set(&t.Thread, "__path__", object.NewList(object.NewStr(pkgDir)))
	} else if i := strings.LastIndexByte(name, '.'); i >= 0 {
		pkg = name[:i]
	} else {
		pkg = ""
	}
	m.Set(&t.Thread, "__package__", object.NewStr(pkg))
	m.Set(&t.Thread, "__cached__", object.None)
	co, err := t.rt.Compile(&t.Thread, src, file, "exec")
	if err != nil {
		return object.Value{}, err
	}
	t.Interp.Modules.SetGo(&t.Thread, name, object.Wrap(m))
	if err := t.rt.RunModule(&t.Thread, co, m.D); err != nil {
		t.Interp.Modules.DelStr(t.Intern(name))
		return object.Value{}, err
	}
	// A module may replace itself in sys.modules.
	v, ok := t.Interp.Modules.GetGo(&t.Thread, name)
	if !ok {
		return object.Value{}, object.KeyError(object.NewStr(name))
	}
	return v, nil
}
