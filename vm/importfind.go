package vm

// Finding and loading modules without the Python part of the import system.

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/gopy-lang/gopy/compiler"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/parser"
)

// importChanged reports whether the program has changed how modules are found.
func (t *Thread) importChanged() bool {
	sys := t.Interp.Sys
	if sys == nil {
		return false
	}
	if !t.Interp.ImportReady {
		_, meta := sys.D.GetStr(t.Intern("meta_path"))
		_, hooks := sys.D.GetStr(t.Intern("path_hooks"))
		return meta || hooks
	}
	d := t.rt.finders
	return d.meta != nil && !(d.same("meta_path", d.meta, t) && d.same("path_hooks", d.hooks, t))
}

// finders are what sys.meta_path and sys.path_hooks hold from the start.
type finders struct {
	meta, hooks []object.Value
	bootstrap   object.Value // the module _frozen_importlib
}

// same reports whether list n of sys holds items.
func (d *finders) same(n string, items []object.Value, t *Thread) bool {
	v, ok := t.Interp.Sys.D.GetGo(&t.Thread, n)
	if !ok || v.O.Type != &object.ListType {
		return false
	}
	got := object.As[object.List](v).Values()
	if len(got) != len(items) {
		return false
	}
	for i, x := range items {
		if got[i] != x {
			return false
		}
	}
	return true
}

// SetFinders implements object.ImportRuntime.
func (rt *Runtime) SetFinders(meta, hooks []object.Value, bootstrap object.Value) {
	rt.finders = finders{meta, hooks, bootstrap}
}

// importInPython imports module name by the import system written in Python.
func (t *Thread) importInPython(name string) (object.Value, error) {
	if err := t.Interp.ReadyImport(&t.Thread); err != nil {
		return object.Value{}, err
	}
	b := t.rt.finders.bootstrap
	again, err := object.GetAttrStr(&t.Thread, b, "_gcd_import")
	if err != nil {
		return object.Value{}, err
	}
	return object.CallMethod(&t.Thread, b, "_find_and_load", object.NewStr(name), again)
}

// findModule loads name from gopy's own modules or from path, which is
// sys.path if missing.
func (t *Thread) findModule(name string, path object.Value) (object.Value, error) {
	l := t.Interp.Loader
	core := l != nil && t.libraryParent(name) && l.Core(name)
	if core {
		if v, err := t.loadOwn(name); err != nil || v.O != nil {
			return v, err
		}
	}
	m, namespace, err := t.findOnPath(name, path)
	if err != nil || m.O != nil {
		return m, err
	}
	if l != nil && !core && t.libraryParent(name) {
		if v, err := t.loadOwn(name); err != nil || v.O != nil {
			return v, err
		}
	}
	if namespace {
		if m, err := t.tryPython(name, path); err != nil || m.O != nil {
			return m, err
		}
	}
	return object.Value{}, moduleNotFound(name, "No module named %s", object.ReprString(name))
}

// libraryParent reports whether the package of module name is the library's;
// a module in none is counted too.
func (t *Thread) libraryParent(name string) bool {
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return true
	}
	p, ok := t.Interp.Modules.GetGo(&t.Thread, name[:i])
	return ok && p.Is(&object.ModuleType) && object.As[object.Module](p).Own
}

func (t *Thread) loadOwn(name string) (object.Value, error) {
	find := t.Interp.Loader.FindModule(name)
	if find == nil {
		return object.Value{}, nil
	}
	spec := find()
	m, err := spec.Load(&t.Thread)
	if err != nil {
		return object.Value{}, err
	}
	if v, ok := t.Interp.Modules.GetGo(&t.Thread, name); ok {
		return v, nil
	}
	return object.Wrap(m), nil
}

// findOnPath loads name from the folders of path. The result is missing if it
// is in none; namespace says that it may be a namespace package. Whatever is
// not a source file is left to the Python part.
func (t *Thread) findOnPath(name string, path object.Value) (m object.Value, namespace bool, err error) {
	if path.O == nil {
		v, ok := t.Interp.Sys.D.GetGo(&t.Thread, "path")
		if !ok {
			return object.Value{}, false, nil
		}
		path = v
	}
	if f := t.Interp.OnFiles; f != nil {
		if err := f(&t.Thread); err != nil {
			return object.Value{}, false, err
		}
	}
	dirs, err := object.Items(&t.Thread, path)
	if err != nil {
		return object.Value{}, false, err
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	if strings.ContainsAny(last, "\x00/") {
		return object.Value{}, false, nil
	}
	for _, d := range dirs {
		s, ok := object.AsStr(d)
		if !ok {
			continue
		}
		if t.otherFinder(s) {
			m, err = t.tryPython(name, path)
			return m, false, err
		}
		dir, err := searchDir(s.String())
		if err != nil {
			continue
		}
		base := filepath.Join(dir, last)
		st, err := os.Stat(base)
		isDir := err == nil && st.IsDir()
		if file := filepath.Join(base, "__init__.py"); isDir && isFile(file) {
			m, err = t.loadFile(name, file, base)
			return m, false, err
		}
		if file := base + ".py"; !(isDir && isFile(filepath.Join(base, "__init__.pyc"))) && isFile(file) {
			m, err = t.loadFile(name, file, "")
			return m, false, err
		}
		inFile := err != nil && (errors.Is(err, syscall.ENOTDIR) || isFile(dir)) // a ZIP file, or below one
		if inFile || isFile(base+".pyc") || isDir && isFile(filepath.Join(base, "__init__.pyc")) {
			m, err = t.tryPython(name, path)
			return m, false, err
		}
		namespace = namespace || isDir
	}
	return object.Value{}, namespace, nil
}

// searchDir is the absolute folder of an entry of sys.path.
func searchDir(s string) (string, error) {
	if s == "" {
		return os.Getwd()
	}
	if filepath.IsAbs(s) {
		return s, nil
	}
	return filepath.Abs(s)
}

// otherFinder reports whether sys.path_importer_cache has something for an
// entry of sys.path that is not the usual finder.
func (t *Thread) otherFinder(entry *object.Str) bool {
	if !t.Interp.ImportReady {
		return false
	}
	c, ok := t.Interp.Sys.D.GetGo(&t.Thread, "path_importer_cache")
	if !ok || c.O.Type != &object.DictType {
		return true
	}
	d := object.As[object.Dict](c)
	if d.Len() == 0 {
		return false
	}
	v, ok := d.GetStr(entry)
	return ok && (v.IsNone() || v.O.Type.Name != "FileFinder")
}

// tryPython lets the import system written in Python find module name on path.
func (t *Thread) tryPython(name string, path object.Value) (object.Value, error) {
	if err := t.Interp.ReadyImport(&t.Thread); err != nil {
		return object.Value{}, err
	}
	v, err := object.CallMethod(&t.Thread, t.rt.finders.bootstrap, "_load_from_path", object.NewStr(name), orNone(path))
	if err == nil && v.IsNone() {
		v = object.Value{}
	}
	return v, err
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
	m, spec := t.fileModule(name, file, pkgDir)
	n := t.Intern(name)
	spec.Initializing = true
	defer func() { spec.Initializing = false }()
	t.Interp.Modules.SetStr(n, object.Wrap(m))
	co, err := t.rt.compile(&t.Thread, src, "exec", parser.Options{File: true}, compiler.Options{Filename: file, Optimize: t.rt.Optimize})
	if err == nil {
		err = t.rt.RunModule(&t.Thread, co, m.D)
	}
	if err != nil {
		t.Interp.Modules.DelStr(n)
		return object.Value{}, err
	}
	// A module may replace itself in sys.modules.
	v, ok := t.Interp.Modules.GetStr(n)
	if !ok {
		return object.Value{}, object.KeyError(object.NewStr(name))
	}
	t.Interp.Modules.DelStr(n)
	t.Interp.Modules.SetStr(n, v)
	return v, nil
}

// fileModule makes the module of a source file.
func (t *Thread) fileModule(name, file, pkgDir string) (*object.Module, *object.Spec) {
	m := object.NewModule(&t.Thread, name, "")
	spec := object.NewSpec(object.LoaderFile, object.Wrap(t.Intern(name)))
	spec.Origin, spec.HasLocation = object.NewStr(file), true
	pkg := name
	if pkgDir != "" {
		spec.Path = object.NewList(object.NewStr(pkgDir))
		m.Set(&t.Thread, "__path__", spec.Path)
	} else {
		pkg = name[:max(strings.LastIndexByte(name, '.'), 0)]
	}
	m.Set(&t.Thread, "__package__", object.NewStr(pkg))
	m.D.DelStr(t.Intern("__loader__")) // made when asked for
	m.Set(&t.Thread, "__spec__", object.Wrap(spec))
	m.Set(&t.Thread, "__file__", spec.Origin)
	spec.Cached = object.NewStr(object.CachedName(file))
	m.Set(&t.Thread, "__cached__", spec.Cached)
	return m, spec
}
