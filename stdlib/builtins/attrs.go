package builtins

import (
	"github.com/gopy-lang/gopy/stdlib/ast"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// Functions on attributes, types and identity.

var attrFuncs = []object.Func{
	{Name: "getattr", Sig: "(object, name, default=<unrepresentable>, /)", Doc: "Get a named attribute from an object.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.AttrName(t, a[1])
		if err != nil {
			return value{}, err
		}
		if a[2].O == nil {
			return object.GetAttr(t, a[0], n)
		}
		v, err := object.GetAttrOpt(t, a[0], n)
		if err == nil && v.O == nil {
			return a[2], nil
		}
		return v, err
	}},
	{Name: "hasattr", Sig: "(obj, name, /)", Doc: "Return whether the object has an attribute with the given name.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.AttrName(t, a[1])
		if err != nil {
			return value{}, err
		}
		v, err := object.GetAttrOpt(t, a[0], n)
		return object.Bool(v.O != nil), err
	}},
	{Name: "setattr", Sig: "(obj, name, value, /)", Doc: "Set the named attribute on the given object to the specified value.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.AttrName(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.None, object.SetAttr(t, a[0], n, a[2])
	}},
	{Name: "delattr", Sig: "(obj, name, /)", Doc: "Delete the named attribute from the given object.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.AttrName(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.None, object.SetAttr(t, a[0], n, value{})
	}},
	{Name: "callable", Sig: "(obj, /)", Doc: "Return whether the object is callable.", Fn: func(t *thread, a []value) (value, error) {
		return object.Bool(object.Callable(a[0])), nil
	}},
	{Name: "id", Sig: "(obj, /)", Doc: "Return the identity of an object.", Fn: func(t *thread, a []value) (value, error) {
		return object.Int(t.Interp.ID(a[0])), nil
	}},
	{Name: "hash", Sig: "(obj, /)", Doc: "Return the hash value for the given object.", Fn: func(t *thread, a []value) (value, error) {
		h, err := object.Hash(t, a[0])
		return object.Int(h), err
	}},
	{Name: "isinstance", Sig: "(obj, class_or_tuple, /)", Doc: "Return whether an object is an instance of a class or of a subclass thereof.", Fn: func(t *thread, a []value) (value, error) {
		b, err := object.IsInstance(t, a[0], a[1])
		return object.Bool(b), err
	}},
	{Name: "issubclass", Sig: "(cls, class_or_tuple, /)", Doc: "Return whether cls is derived from another class or is the same class.", Fn: func(t *thread, a []value) (value, error) {
		b, err := object.IsSubclass(t, a[0], a[1])
		return object.Bool(b), err
	}},
	{Name: "repr", Sig: "(obj, /)", Doc: "Return the canonical string representation of the object.", Fn: func(t *thread, a []value) (value, error) { return object.ReprValue(t, a[0]) }},
	{Name: "ascii", Sig: "(obj, /)", Doc: "Return an ASCII-only representation of an object.", Fn: func(t *thread, a []value) (value, error) { return object.ASCII(t, a[0]) }},
	{Name: "format", Sig: "(value, format_spec='', /)", Doc: "Return type(value).__format__(value, format_spec).", Fn: func(t *thread, a []value) (value, error) {
		if a[1].O != nil && a[1].O.Type.Solid != &object.StrType {
			return value{}, object.TypeErrorf("format() argument 2 must be str, not %s", a[1].O.Type.MsgName())
		}
		return object.Format(t, a[0], a[1])
	}},
	{Name: "dir", Sig: "(object=<unrepresentable>, /)", Doc: "Return the sorted names of an object, or of the current scope.", Fn: dirFunc},
	{Name: "vars", Sig: "(object=<unrepresentable>, /)", Doc: "Return the __dict__ of an object, or the local variables.", Fn: func(t *thread, a []value) (value, error) {
		if a[0].O == nil {
			return t.Interp.Runtime.CurrentLocals(t)
		}
		v, err := object.GetAttrOpt(t, a[0], t.Intern("__dict__"))
		if err == nil && v.O == nil {
			return value{}, object.TypeErrorf("vars() argument must have __dict__ attribute")
		}
		return v, err
	}},
	{Name: "len", Sig: "(obj, /)", Doc: "Return the number of items in a container.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.Len(t, a[0])
		return object.IntOf(n), err
	}},
}

func dirFunc(t *thread, a []value) (value, error) {
	if a[0].O != nil {
		return object.Dir(t, a[0])
	}
	loc, err := t.Interp.Runtime.CurrentLocals(t)
	if err != nil {
		return value{}, err
	}
	keys, err := object.CallMethod(t, loc, "keys")
	if err != nil {
		return value{}, err
	}
	names, err := object.Items(t, keys)
	if err != nil {
		return value{}, object.TypeErrorf("%s.keys() returned a non-iterable (type %s)", loc.O.Type.MsgName(), keys.O.Type.MsgName())
	}
	l := object.NewList(names...)
	return l, object.SortList(t, object.As[object.List](l), value{}, false)
}

// scopeFuncs compile and run code.
var scopeFuncs = []object.Func{
	{Name: "globals", Sig: "()", Doc: "Return the dictionary of the current global variables.", Fn: func(t *thread, a []value) (value, error) {
		if g := t.Interp.Runtime.CurrentGlobals(t); g != nil {
			return object.Wrap(g), nil
		}
		return object.None, nil
	}},
	{Name: "locals", Sig: "()", Doc: "Return a mapping of the current local variables.", Fn: func(t *thread, a []value) (value, error) {
		return t.Interp.Runtime.CurrentLocals(t)
	}},
	{Name: "compile", Sig: "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", Doc: "Compile source into a code object.", Fn: compileFunc},
	{Name: "exec", Sig: "(source, /, globals=None, locals=None, *, closure=None)", Doc: "Execute the given source in the context of globals and locals.", Fn: func(t *thread, a []value) (value, error) {
		_, err := execute(t, "exec", a[0], a[1], a[2], a[3])
		return object.None, err
	}},
	{Name: "eval", Sig: "(source, /, globals=None, locals=None)", Doc: "Evaluate the given source in the context of globals and locals.", Fn: func(t *thread, a []value) (value, error) {
		return execute(t, "eval", a[0], a[1], a[2], value{})
	}},
	{Name: "breakpoint", Sig: "(*args, **kws)", Doc: "Call sys.breakpointhook(*args, **kws).", Fn: func(t *thread, a []value) (value, error) {
		hook, ok := t.Interp.Sys.D.GetGo(t, "breakpointhook")
		if !ok {
			return value{}, object.RuntimeErrorf("lost sys.breakpointhook")
		}
		args := append([]value(nil), object.As[object.Tuple](a[0]).Items...)
		var kw []value
		object.As[object.Dict](a[1]).Each(func(k, v value) bool {
			kw, args = append(kw, k), append(args, v)
			return true
		})
		return object.Call(t, hook, args, kw)
	}},
}

func intArg(t *thread, v value, def int) (int, error) {
	if v.O == nil {
		return def, nil
	}
	return object.IndexInt(t, v, &object.OverflowErrorType)
}

func compileFunc(t *thread, a []value) (value, error) {
	file, err := fsName(t, a[1])
	if err != nil {
		return value{}, err
	}
	mode, ok := object.AsStr(a[2])
	if !ok {
		return value{}, object.TypeErrorf("compile() argument 3 must be str, not %s", a[2].O.Type.MsgName())
	}
	flags, err := intArg(t, a[3], 0)
	if err != nil {
		return value{}, err
	}
	dont := false
	if a[4].O != nil {
		if dont, err = object.Truth(t, a[4]); err != nil {
			return value{}, err
		}
	}
	opt, err := intArg(t, a[5], -1)
	if err != nil {
		return value{}, err
	}
	if opt < -1 || opt > 2 {
		return value{}, object.ValueErrorf("compile(): invalid optimize value")
	}
	version, err := intArg(t, a[6], -1)
	if err != nil {
		return value{}, err
	}
	if r, done, err := ast.Compile(t, a[0], file, mode.String(), flags, dont, opt, version); done || err != nil {
		return r, err
	}
	return t.Interp.Runtime.CompileSource(t, a[0], file, mode.String(), flags, dont, opt)
}

// fsName is a file name given as str, bytes or path object.
func fsName(t *thread, v value) (string, error) {
	if s, ok := object.AsStr(v); ok {
		return s.String(), nil
	}
	if b, ok := object.BytesOf(v); ok && v.O.Type.Solid == &object.BytesType {
		return string(b), nil
	}
	if f, err := object.LookupSpecial(t, v, t.Intern("__fspath__")); err != nil {
		return "", err
	} else if f.O != nil {
		r, err := object.CallArgs(t, f)
		if err != nil {
			return "", err
		}
		return fsName(t, r)
	}
	return "", object.TypeErrorf("expected str, bytes or os.PathLike object, not %s", v.O.Type.MsgName())
}

// execute is exec and eval.
func execute(t *thread, fn string, src, globals, locals, closure value) (value, error) {
	what := fn
	if fn == "eval" && src.O.Type.Name != "code" {
		what = "expr"
	}
	g, l, err := namespaces(t, what, globals, locals)
	if err != nil {
		return value{}, err
	}
	if closure.O != nil && closure.IsNone() {
		closure = value{}
	}
	if src.O.Type.Name == "code" {
		if err := checkClosure(t, fn, src, closure); err != nil {
			return value{}, err
		}
		return t.Interp.Runtime.ExecCode(t, src, g, l, closure)
	}
	if closure.O != nil {
		return value{}, object.TypeErrorf("closure can only be used when source is a code object")
	}
	if s, ok := object.AsStr(src); ok && fn == "eval" {
		src = object.NewStr(strings.TrimLeft(s.String(), " \t"))
	} else if _, isBytes := object.BytesOf(src); !ok && !isBytes {
		return value{}, object.TypeErrorf("%s() arg 1 must be a string, bytes or code object", fn)
	}
	c, err := t.Interp.Runtime.CompileSource(t, src, "<string>", fn, 0, false, -1)
	if err != nil {
		return value{}, err
	}
	return t.Interp.Runtime.ExecCode(t, c, g, l, value{})
}

// checkClosure checks the cells that exec was given for a code object.
func checkClosure(t *thread, fn string, code, closure value) error {
	names, err := object.GetAttrStr(t, code, "co_freevars")
	if err != nil {
		return err
	}
	n := len(object.As[object.Tuple](names).Items)
	switch {
	case n == 0 && closure.O != nil:
		return object.TypeErrorf("cannot use a closure with this code object")
	case n == 0:
		return nil
	case fn == "eval":
		return object.TypeErrorf("code object passed to eval() may not contain free variables")
	}
	ok := closure.O != nil && closure.O.Type == &object.TupleType && len(object.As[object.Tuple](closure).Items) == n
	if ok {
		for _, c := range object.As[object.Tuple](closure).Items {
			ok = ok && c.O.Type == &object.CellType
		}
	}
	if !ok {
		return object.TypeErrorf("code object requires a closure of exactly length %d", n)
	}
	return nil
}

func namespaces(t *thread, fn string, globals, locals value) (*object.Dict, value, error) {
	if globals.O == nil || globals.IsNone() {
		g := t.Interp.Runtime.CurrentGlobals(t)
		if g == nil {
			return nil, value{}, object.SystemErrorf("globals and locals cannot be NULL")
		}
		if locals.O == nil || locals.IsNone() {
			l, err := t.Interp.Runtime.CurrentLocals(t)
			return g, l, err
		}
		return g, locals, mappingArg(fn, locals)
	}
	if globals.O.Type.Solid != &object.DictType {
		switch fn {
		case "eval":
			return nil, value{}, object.TypeErrorf("globals must be a real dict; try eval(code, {}, mapping)")
		case "expr":
			return nil, value{}, object.TypeErrorf("globals must be a real dict; try eval(expr, {}, mapping)")
		}
		return nil, value{}, object.TypeErrorf("exec() globals must be a dict, not %s", globals.O.Type.MsgName())
	}
	if locals.O == nil || locals.IsNone() {
		return object.As[object.Dict](globals), value{}, nil
	}
	return object.As[object.Dict](globals), locals, mappingArg(fn, locals)
}

func mappingArg(fn string, v value) error {
	if v.O.Type.Slots.GetItem == nil {
		if fn != "exec" {
			return object.TypeErrorf("locals must be a mapping")
		}
		return object.TypeErrorf("locals must be a mapping or None, not %s", v.O.Type.MsgName())
	}
	return nil
}
