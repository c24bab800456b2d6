package vm

// The import system (language reference, chapter 5). As long as a program has
// not changed it, modules are imported here; a program that puts something into
// sys.meta_path, sys.path_hooks or sys.path_importer_cache gets the import
// system that is written in Python (stdlib/importlib), which does the same.

import (
	"errors"
	"strings"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// Import is __import__.
func (rt *Runtime) Import(ot *object.Thread, name string, globals, locals, fromlist object.Value, level int) (object.Value, error) {
	v, err := threadOf(ot).importName(name, globals, fromlist, level)
	if err != nil {
		var e *object.Exception
		if errors.As(err, &e) && e.TB != nil {
			trimImportFrames(e)
		}
	}
	return v, err
}

func (t *Thread) importName(name string, globals, fromlist object.Value, level int) (object.Value, error) {
	abs := name
	if level > 0 {
		pkg, err := t.callerPackage(globals, level)
		if err != nil {
			return object.Value{}, err
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
		if from, err = object.Truth(&t.Thread, fromlist); err != nil {
			return object.Value{}, err
		}
	}
	if from {
		path, err := object.GetAttrOpt(&t.Thread, mod, t.Intern("__path__"))
		if err != nil || path.O == nil {
			return mod, err
		}
		return mod, t.importFromList(mod, fromlist, false)
	}
	i := strings.IndexByte(name, '.')
	switch {
	case name == "" || i < 0 && level == 0:
		return mod, nil
	case level == 0:
		return t.importDotted(name[:i])
	case i < 0:
		return mod, nil
	}
	top := abs[:len(abs)-len(name)+i]
	v, ok := t.Interp.Modules.GetGo(&t.Thread, top)
	if !ok {
		return object.Value{}, object.KeyError(object.NewStrf("'%s' not in sys.modules as expected", top))
	}
	return v, nil
}

// callerPackage is the package that level dots mean in a module with globals.
func (t *Thread) callerPackage(globals object.Value, level int) (string, error) {
	pkg, err := t.packageOf(globals)
	if err != nil {
		return "", err
	}
	if pkg == "" {
		return "", object.Errorf(&object.ImportErrorType, "attempted relative import with no known parent package")
	}
	for i := 1; i < level; i++ {
		j := strings.LastIndexByte(pkg, '.')
		if j < 0 {
			return "", object.Errorf(&object.ImportErrorType, "attempted relative import beyond top-level package")
		}
		pkg = pkg[:j]
	}
	return pkg, nil
}

func (t *Thread) packageOf(globals object.Value) (string, error) {
	if globals.O == nil {
		return "", object.KeyError(object.NewStr("'__name__' not in globals"))
	}
	if globals.O.Type.Solid != &object.DictType {
		return "", object.TypeErrorf("globals must be a dict")
	}
	g := object.As[object.Dict](globals)
	spec, _ := g.GetGo(&t.Thread, "__spec__")
	if p, ok := g.GetGo(&t.Thread, "__package__"); ok && !p.IsNone() {
		s, ok := object.AsStr(p)
		if !ok {
			return "", object.TypeErrorf("package must be a string")
		}
		if spec.O == nil || spec.IsNone() {
			return s.String(), nil
		}
		parent, err := object.GetAttrStr(&t.Thread, spec, "parent")
		if err != nil {
			return "", err
		}
		same, err := object.Equal(&t.Thread, p, parent)
		if err != nil || same {
			return s.String(), err
		}
		a, _ := object.Repr(&t.Thread, p)
		b, err := object.Repr(&t.Thread, parent)
		if err == nil {
			err = object.Warn(&t.Thread, &object.DeprecationWarningType, "__package__ != __spec__.parent ("+a+" != "+b+")")
		}
		return s.String(), err
	}
	if spec.O != nil && !spec.IsNone() {
		p, err := object.GetAttrStr(&t.Thread, spec, "parent")
		if err != nil {
			return "", err
		}
		s, ok := object.AsStr(p)
		if !ok {
			return "", object.TypeErrorf("__spec__.parent must be a string")
		}
		return s.String(), nil
	}
	if err := object.Warn(&t.Thread, &object.ImportWarningType, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__"); err != nil {
		return "", err
	}
	n, ok := g.GetStr(nameModuleName)
	if !ok {
		return "", object.KeyError(object.NewStr("'__name__' not in globals"))
	}
	s, ok := object.AsStr(n)
	if !ok {
		return "", object.TypeErrorf("__name__ must be a string")
	}
	pkg := s.String()
	if _, isPkg := g.GetGo(&t.Thread, "__path__"); !isPkg {
		pkg = pkg[:max(strings.LastIndexByte(pkg, '.'), 0)]
	}
	return pkg, nil
}

// importFromList imports submodules named in a from list, or in __all__.
func (t *Thread) importFromList(mod, fromlist object.Value, all bool) error {
	items, err := object.Items(&t.Thread, fromlist)
	if err != nil {
		return err
	}
	for _, x := range items {
		s, ok := object.AsStr(x)
		if !ok {
			where := "``from list''"
			if all {
				n, err := t.moduleName(mod)
				if err != nil {
					return err
				}
				where = n + ".__all__"
			}
			return object.TypeErrorf("Item in %s must be str, not %s", where, x.O.Type.Name)
		}
		if s.String() != "*" {
			if err := t.importFromOne(mod, s); err != nil {
				return err
			}
			continue
		}
		if all {
			continue
		}
		names, err := object.GetAttrOpt(&t.Thread, mod, t.Intern("__all__"))
		if err != nil {
			return err
		}
		if names.O != nil {
			if err := t.importFromList(mod, names, true); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Thread) moduleName(mod object.Value) (string, error) {
	n, err := object.GetAttr(&t.Thread, mod, nameModuleName)
	if err != nil {
		return "", err
	}
	s, ok := object.AsStr(n)
	if !ok {
		return "", object.TypeErrorf("__name__ must be a string")
	}
	return s.String(), nil
}

func (t *Thread) importFromOne(mod object.Value, s *object.Str) error {
	if v, err := object.GetAttrOpt(&t.Thread, mod, t.Interp.InternStr(s)); err != nil || v.O != nil {
		return err
	}
	n, err := t.moduleName(mod)
	if err != nil {
		return err
	}
	full := n + "." + s.String()
	_, err = t.importDotted(full)
	if e, ok := err.(*object.Exception); ok && e.Type.IsSubtype(&object.ModuleNotFoundErrorType) {
		if n, ok := object.AsStr(orNone(e.Field("name"))); ok && n.String() == full {
			if v, ok := t.Interp.Modules.GetGo(&t.Thread, full); !ok || !v.IsNone() {
				return nil // there is no such module: perhaps the name comes otherwise
			}
		}
	}
	return err
}

// importDotted returns module name, importing it and its parents if needed.
func (t *Thread) importDotted(name string) (object.Value, error) {
	m, ok := t.Interp.Modules.GetGo(&t.Thread, name)
	if !ok {
		if t.importChanged() {
			return t.importInPython(name)
		}
		var err error
		if m, err = t.importLocked(name); err != nil {
			return object.Value{}, err
		}
	} else if !m.IsNone() && t.unfinished(m) {
		if err := t.awaitImport(name); err != nil {
			return object.Value{}, err
		}
		if now, ok := t.Interp.Modules.GetGo(&t.Thread, name); !ok || now != m {
			return t.importDotted(name) // the other thread has failed
		}
	}
	if m.IsNone() {
		return object.Value{}, moduleNotFound(name, "import of %s halted; None in sys.modules", name)
	}
	return m, nil
}

// unfinished reports whether the code of module m runs.
func (t *Thread) unfinished(m object.Value) bool {
	if m.O.Type == &object.ModuleType {
		s := object.SpecOf(object.As[object.Module](m).D)
		return s != nil && s.Initializing
	}
	spec, err := object.GetAttrOpt(&t.Thread, m, t.Intern("__spec__"))
	return err == nil && object.SpecInitializing(&t.Thread, spec)
}

// awaitImport waits for the thread that imports module name, unless that waits
// for this one.
func (t *Thread) awaitImport(name string) error {
	l := t.Interp.ModuleLock(name)
	ok, err := l.Acquire(&t.Thread)
	if err != nil || !ok {
		return err
	}
	return l.Release(&t.Thread)
}

// importLocked imports module name as the only thread that does.
func (t *Thread) importLocked(name string) (object.Value, error) {
	l := t.Interp.ModuleLock(name)
	if err := l.Lock(&t.Thread); err != nil {
		return object.Value{}, err
	}
	m, ok := t.Interp.Modules.GetGo(&t.Thread, name)
	var err error
	if !ok {
		m, err = t.importUnder(name)
	}
	if e := l.Release(&t.Thread); err == nil {
		err = e
	}
	return m, err
}

// importUnder imports module name and makes it an attribute of its package.
func (t *Thread) importUnder(name string) (object.Value, error) {
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return t.findModule(name, object.Value{})
	}
	parent, child := name[:i], name[i+1:]
	if _, ok := t.Interp.Modules.GetGo(&t.Thread, parent); !ok {
		if _, err := t.importDotted(parent); err != nil {
			return object.Value{}, err
		}
	}
	if m, ok := t.Interp.Modules.GetGo(&t.Thread, name); ok && !m.IsNone() {
		return m, nil // the package has imported it
	}
	pm, ok := t.Interp.Modules.GetGo(&t.Thread, parent)
	if !ok {
		return object.Value{}, object.KeyError(object.NewStr(parent))
	}
	path, err := object.GetAttrOpt(&t.Thread, pm, t.Intern("__path__"))
	if err != nil {
		return object.Value{}, err
	}
	if path.O == nil {
		return object.Value{}, moduleNotFound(name, "No module named %s; %s is not a package", object.ReprString(name), object.ReprString(parent))
	}
	if t.unfinished(pm) {
		if err := t.awaitImport(parent); err != nil {
			return object.Value{}, err
		}
		if m, ok := t.Interp.Modules.GetGo(&t.Thread, name); ok && !m.IsNone() {
			return m, nil
		}
	}
	m, err := t.findChild(pm, name, child, path)
	if err != nil {
		return object.Value{}, err
	}
	if pm, ok = t.Interp.Modules.GetGo(&t.Thread, parent); !ok {
		return object.Value{}, object.KeyError(object.NewStr(parent))
	}
	err = object.SetAttr(&t.Thread, pm, t.Intern(child), m)
	if err != nil && object.IsExc(err, &object.AttributeErrorType) {
		err = object.Warn(&t.Thread, &object.ImportWarningType, "Cannot set an attribute on "+object.ReprString(parent)+" for child module "+object.ReprString(child))
	}
	return m, err
}

// findChild loads submodule name; the package's spec tells that meanwhile.
func (t *Thread) findChild(pm object.Value, name, child string, path object.Value) (object.Value, error) {
	if pm.O.Type == &object.ModuleType {
		if s := object.SpecOf(object.As[object.Module](pm).D); s != nil {
			s.Begin(child)
			defer s.End()
		}
	}
	return t.findModule(name, path)
}

func moduleNotFound(name, format string, args ...any) error {
	e := object.Errorf(&object.ModuleNotFoundErrorType, format, args...)
	e.SetField("name", object.NewStr(name))
	return e
}

// trimImportFrames takes the entries of the import system out of the traceback
// of e, which leaves an import statement: all of them if e is an ImportError,
// else those above a module's own code.
func trimImportFrames(e *object.Exception) {
	always := e.Type.IsSubtype(&object.ImportErrorType)
	link := &e.TB
	var chunk **object.Traceback // where the current run of such entries begins
	for tb := e.TB; tb != nil; tb = tb.Next {
		c := codeOfTraceback(tb)
		if c == nil || c.Filename != bootstrapFile && c.Filename != externalFile {
			chunk = nil
			link = &tb.Next
			continue
		}
		if chunk == nil {
			chunk = link
		}
		if always || c.Name == "_call_with_frames_removed" {
			*chunk = tb.Next
			link = chunk
		} else {
			link = &tb.Next
		}
	}
}

func codeOfTraceback(tb *object.Traceback) *code.Code {
	if tb.Frame.O == nil || tb.Frame.O.Type != &FrameType {
		return nil
	}
	return object.As[FrameObject](tb.Frame).unit.Code
}

const (
	bootstrapFile = "<frozen importlib._bootstrap>"
	externalFile  = "<frozen importlib._bootstrap_external>"
)
