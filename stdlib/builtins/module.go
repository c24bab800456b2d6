package builtins

import "github.com/gopy-lang/gopy/object"

// types are the built-in types by their public names.
func types() map[string]*object.Type {
	m := object.ExceptionTypes()
	for n, tp := range map[string]*object.Type{
		"object": &object.ObjectType, "type": &object.TypeType, "int": &object.IntType, "bool": &object.BoolType,
		"float": &object.FloatType, "complex": &object.ComplexType, "bytes": &object.BytesType, "bytearray": &object.ByteArrayType, "memoryview": &object.MemoryViewType, "str": &object.StrType, "list": &object.ListType, "tuple": &object.TupleType,
		"dict": &object.DictType, "range": &object.RangeType, "slice": &object.SliceType, "property": &object.PropertyType,
		"classmethod": &object.ClassMethodType, "staticmethod": &object.StaticMethodType, "super": &object.SuperType,
		"reversed": &object.ReversedType, "enumerate": &object.EnumerateType, "zip": &zipType, "map": &mapType, "filter": &filterType,
		"set": &object.SetType, "frozenset": &object.FrozenSetType,
	} {
		m[n] = tp
	}
	return m
}

// Init fills the builtins module of t's interpreter.
func Init(t *object.Thread) *object.Module {
	m := object.NewCoreModule(t, "builtins", "Built-in functions, types, exceptions, and other objects.")
	d := t.Interp.Builtins
	m.D.Each(func(k, v object.Value) bool { d.SetStr(object.As[object.Str](k), v); return true })
	m.UseDict(d)
	for n, v := range map[string]object.Value{"None": object.None, "True": object.True, "False": object.False,
		"NotImplemented": object.NotImplemented, "Ellipsis": object.Ellipsis, "__debug__": object.True} {
		d.SetGo(t, n, v)
	}
	for n, tp := range types() {
		d.SetGo(t, n, object.Wrap(tp))
	}
	for _, rows := range [][]object.Func{attrFuncs, scopeFuncs, numberFuncs, iterFuncs, ioFuncs} {
		m.AddFuncs(t, "builtins", rows)
	}
	addSite(t, m)
	m.Set(t, "min", object.Wrap(object.NewRawFunc(&minRow, "builtins", minMax("min", object.CmpLT))))
	m.Set(t, "max", object.Wrap(object.NewRawFunc(&maxRow, "builtins", minMax("max", object.CmpGT))))
	d.SetGo(t, "print", object.Wrap(object.NewRawFunc(&ioFuncs[0], "builtins", printCall)))
	t.Interp.Modules.SetGo(t, "builtins", object.Wrap(m))
	return m
}

var (
	minRow = object.Func{Name: "min", Doc: "Return the smallest item of an iterable or of the arguments."}
	maxRow = object.Func{Name: "max", Doc: "Return the largest item of an iterable or of the arguments."}
)
