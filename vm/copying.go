package vm

import (
	"slices"
	"strings"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// TakeFunction implements object.FunctionCopier.
func (rt *Runtime) TakeFunction(v object.Value) (*object.FunctionParts, bool) {
	if v.O.Type != &FunctionType {
		return nil, false
	}
	fn := object.As[Function](v)
	p := &object.FunctionParts{Code: fn.Code.binary(), Globals: fn.Globals, Closure: fn.Closure, Defaults: fn.Defaults, KwDefaults: fn.KwDefaults,
		Annotate: fn.Annotate, Annotations: fn.Annotations, Name: fn.Name, Qualname: fn.Qualname, Module: fn.Module, Doc: fn.Doc, TypeParams: fn.TypeParams}
	seen := map[string]bool{}
	globalNames(fn.Code.C, seen)
	for n := range seen {
		p.Names = append(p.Names, n)
		switch n {
		case "globals", "eval", "exec", "vars", "locals", "__import__", "modules", "__dict__":
			p.All = true
		}
	}
	return p, true
}

// globalNames collects the names in c and the code nested in it.
func globalNames(c *code.Code, into map[string]bool) {
	for _, n := range c.Names {
		into[n] = true
	}
	for _, k := range c.Consts {
		if sub, ok := k.(*code.Code); ok {
			globalNames(sub, into)
		}
	}
}

// binary returns the marshalled code, which is kept.
func (co *CodeObject) binary() []byte {
	if co.marshalled == nil {
		co.marshalled = code.Marshal(co.C)
	}
	return co.marshalled
}

// NewFunction implements object.FunctionCopier.
func (rt *Runtime) NewFunction(t *object.Thread, data []byte, globals *object.Dict) (object.Value, error) {
	c, err := code.Unmarshal(data)
	if err != nil {
		return object.Value{}, object.ValueErrorf("%s", err)
	}
	th := threadOf(t)
	return object.Wrap(th.newFunction(rt.codeObject(c), globals, th.builtinsOf(globals), false)), nil
}

// SetFunction implements object.FunctionCopier.
func (rt *Runtime) SetFunction(v object.Value, p *object.FunctionParts) {
	fn := object.As[Function](v)
	fn.Closure, fn.Defaults, fn.KwDefaults, fn.Annotate, fn.Annotations = p.Closure, p.Defaults, p.KwDefaults, p.Annotate, p.Annotations
	fn.Name, fn.Qualname, fn.Module, fn.Doc, fn.TypeParams = p.Name, p.Qualname, p.Module, p.Doc, p.TypeParams
}

// TakeCode implements object.FunctionCopier.
func (rt *Runtime) TakeCode(v object.Value) ([]byte, bool) {
	if v.O.Type != &CodeType {
		return nil, false
	}
	return object.As[CodeObject](v).binary(), true
}

// NewCode implements object.FunctionCopier.
func (rt *Runtime) NewCode(t *object.Thread, data []byte) (object.Value, error) {
	c, err := code.Unmarshal(data)
	if err != nil {
		return object.Value{}, object.ValueErrorf("%s", err)
	}
	return object.Wrap(rt.codeObject(c)), nil
}

// SetFilename changes the file name of a code object that was just made, and of
// the code in it that has the same.
func (rt *Runtime) SetFilename(v object.Value, file string) {
	if v.O.Type == &CodeType {
		co := object.As[CodeObject](v)
		co.C, co.marshalled = renamed(co.C, co.C.Filename, file), nil
	}
}

func renamed(c *code.Code, old, file string) *code.Code {
	if c.Filename != old || old == file {
		return c
	}
	n := *c
	n.Filename = file
	n.Consts = slices.Clone(c.Consts)
	for i, k := range n.Consts {
		if sub, ok := k.(*code.Code); ok {
			n.Consts[i] = renamed(sub, old, file)
		}
	}
	return &n
}

// Library implements object.FunctionCopier.
func (rt *Runtime) Library() map[string][]byte {
	out := make(map[string][]byte, len(rt.library)+len(rt.stored))
	for n, b := range rt.stored {
		out[n] = b
	}
	for n, co := range rt.library {
		out[n] = co.binary()
	}
	return out
}

// UseLibrary implements object.FunctionCopier.
func (rt *Runtime) UseLibrary(m map[string][]byte) { rt.stored = m }

// Sources implements object.FunctionCopier.
func (rt *Runtime) Sources() map[string]string {
	out := map[string]string{}
	for n, lines := range rt.sources {
		if strings.HasPrefix(n, "<") && !strings.HasPrefix(n, "<frozen") {
			out[n] = strings.Join(lines, "\n")
		}
	}
	return out
}

// libraryCode is the code of a module of the library: from the store, or
// compiled.
func (rt *Runtime) libraryCode(t *object.Thread, src, filename string) (*CodeObject, error) {
	if b, ok := rt.stored[filename]; ok {
		if c, err := code.Unmarshal(b); err == nil {
			return rt.codeObject(c), nil
		}
	}
	co, err := rt.compileText(t, src, filename)
	if err == nil && strings.HasPrefix(filename, "<frozen") {
		if rt.library == nil {
			rt.library = map[string]*CodeObject{}
		}
		rt.library[filename] = co
	}
	return co, err
}
