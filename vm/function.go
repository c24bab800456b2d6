package vm

// Function and code objects (data model, section 3.2).

import (
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// Types of this file.
var (
	FunctionType object.Type
	CodeType     object.Type
)

// Function is a Python function.
type Function struct {
	object.Header
	object.Attrs
	unit        *Unit
	Globals     *object.Dict
	Builtins    *object.Dict
	Code        *CodeObject
	Closure     object.Value // tuple of cells, or missing
	Defaults    object.Value // tuple or missing
	KwDefaults  object.Value // dict or missing
	Annotate    object.Value // function, None or missing
	Annotations object.Value // dict or missing
	Name        object.Value
	Qualname    object.Value
	Module      object.Value
	Doc         object.Value
	TypeParams  object.Value
}

// CodeObject is a Python code object.
type CodeObject struct {
	object.Header
	C      *code.Code
	unit   *Unit // names are looked up in locals
	module *Unit // names are globals

	marshalled []byte
}

func (rt *Runtime) codeObject(c *code.Code) *CodeObject {
	return &CodeObject{Header: object.Header{Type: &CodeType}, C: c}
}

// unitOf returns the unit of code object co, made at its first use.
func (rt *Runtime) unitOf(t *object.Thread, co *CodeObject, module bool) *Unit {
	p := &co.unit
	if module {
		p = &co.module
	}
	if *p == nil {
		*p = rt.newUnit(t, co.C, module)
		(*p).Obj = object.Wrap(co)
	}
	return *p
}

// newFunction returns a function of co with the given globals.
func (t *Thread) newFunction(co *CodeObject, globals, builtins *object.Dict, module bool) *Function {
	fn := &Function{Header: object.Header{Type: &FunctionType}, Globals: globals, Builtins: builtins, Code: co}
	fn.unit = t.rt.unitOf(&t.Thread, co, module)
	return fn
}

// builtinsOf returns the builtins namespace that code with globals g sees.
func (t *Thread) builtinsOf(g *object.Dict) *object.Dict {
	if g == t.rt.mainGlobals {
		return t.Interp.Builtins
	}
	v, ok := g.GetStr(nameBuiltins)
	if !ok {
		return t.Interp.Builtins
	}
	switch v.O.Type {
	case &object.ModuleType:
		return object.As[object.Module](v).D
	}
	if v.O.Type.Solid == &object.DictType {
		return object.As[object.Dict](v)
	}
	if v.O.Type == &object.MappingProxyType {
		if m := object.As[object.MappingProxy](v).M; m.O.Type.Solid == &object.DictType {
			return object.As[object.Dict](m)
		}
	}
	return object.NewDict() // nothing can be looked up in it
}

var nameBuiltins = object.StaticName("__builtins__")

// opMakeFunc is MAKEFUNC.
func (t *Thread) opMakeFunc(f *Frame, in *code.Ins, k int) object.Value {
	co := object.As[CodeObject](f.unit.consts[k])
	fn := t.newFunction(co, f.fn.Globals, f.fn.Builtins, false)
	r := f.regs(in.B, 4)
	fn.Defaults, fn.KwDefaults, fn.Closure = r[0], r[1], r[3]
	if a := r[2]; a.O != nil {
		if a.O.Type == &object.DictType {
			fn.Annotations = a
		} else {
			fn.Annotate = a
		}
	}
	c := co.C
	fn.Name = object.Wrap(t.Intern(c.Name))
	if c.Qualname == c.Name {
		fn.Qualname = fn.Name
	} else {
		fn.Qualname = object.NewStr(c.Qualname)
	}
	fn.describe()
	return object.Wrap(fn)
}

// describe fills in the docstring and the module.
func (fn *Function) describe() {
	fn.Doc = object.None
	if fn.Code.C.Flags&code.FlagHasDocstring != 0 && len(fn.unit.consts) > 1 {
		fn.Doc = fn.unit.consts[0]
	}
	fn.Module = object.None
	if m, ok := fn.Globals.GetStr(nameModuleName); ok {
		fn.Module = m
	}
}

var nameModuleName = object.StaticName("__name__")

// cells returns the closure's cells.
func (fn *Function) cells() []object.Value {
	if fn.Closure.O == nil {
		return nil
	}
	return object.As[object.Tuple](fn.Closure).Items
}

const functionAttrs = unsafe.Offsetof(Function{}.Attrs)

func functionCall(t *object.Thread, v object.Value, args, kw []object.Value) (object.Value, error) {
	return threadOf(t).callFunction(object.As[Function](v), object.Value{}, args, kw)
}

func functionGet(t *object.Thread, d, obj, owner object.Value) (object.Value, error) {
	if obj.O == nil {
		return d, nil
	}
	return object.NewMethod(d, obj), nil
}

func traverseFunction(v object.Value, visit func(object.Value)) {
	fn := object.As[Function](v)
	visit(object.Wrap(fn.Globals))
	for _, x := range []object.Value{fn.Closure, fn.Defaults, fn.KwDefaults, fn.Annotate, fn.Annotations, fn.Name, fn.Qualname, fn.Module, fn.Doc, fn.TypeParams} {
		if x.O != nil {
			visit(x)
		}
	}
	object.TraverseAttrs(v, visit)
}
