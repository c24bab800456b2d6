package vm

// types.FunctionType(...): functions made of code objects.

import "github.com/gopy-lang/gopy/object"

const functionSig = "(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)"

var functionPlan = object.ParsePlan(functionSig)

func newFunctionObject(ot *object.Thread, tp *object.Type, args, kw []object.Value) (object.Value, error) {
	a, err := object.BindArgs(ot, functionPlan, "function", args, kw)
	if err != nil {
		return object.Value{}, err
	}
	if a[0].O.Type != &CodeType {
		return object.Value{}, object.TypeErrorf("function() argument 'code' must be code, not %s", a[0].O.Type.Name)
	}
	if a[1].O.Type.Solid != &object.DictType {
		return object.Value{}, object.TypeErrorf("function() argument 'globals' must be dict, not %s", a[1].O.Type.Name)
	}
	for i, w := range []struct {
		tp   *object.Type
		text string
	}{{&object.StrType, "arg 3 (name) must be None or string"}, {&object.TupleType, "arg 4 (defaults) must be None or tuple"},
		{&object.TupleType, "arg 5 (closure) must be None or tuple"}, {&object.DictType, "arg 6 (kwdefaults) must be None or dict"}} {
		if v := &a[2+i]; v.O != nil && v.IsNone() {
			*v = object.Value{}
		} else if v.O != nil && v.O.Type.Solid != w.tp {
			return object.Value{}, object.TypeErrorf("%s", w.text)
		}
	}
	t, co := threadOf(ot), object.As[CodeObject](a[0])
	if err := checkClosure(co, a[4]); err != nil {
		return object.Value{}, err
	}
	globals := object.As[object.Dict](a[1])
	fn := t.newFunction(co, globals, t.builtinsOf(globals), false)
	fn.Name = a[2]
	fn.Qualname = a[2]
	if fn.Name.O == nil {
		fn.Name, fn.Qualname = object.NewStr(co.C.Name), object.NewStr(co.C.Qualname)
	}
	fn.Defaults, fn.Closure, fn.KwDefaults = a[3], a[4], a[5]
	fn.describe()
	return object.Wrap(fn), nil
}

func checkClosure(co *CodeObject, closure object.Value) error {
	n := 0
	if closure.O != nil {
		n = len(object.As[object.Tuple](closure).Items)
	}
	if closure.O == nil && co.C.NFree > 0 {
		return object.TypeErrorf("arg 5 (closure) must be tuple")
	}
	if n != co.C.NFree {
		return object.ValueErrorf("%s requires closure of length %d, not %d", co.C.Name, co.C.NFree, n)
	}
	if closure.O == nil {
		return nil
	}
	for _, c := range object.As[object.Tuple](closure).Items {
		if c.O.Type != &object.CellType {
			return object.TypeErrorf("arg 5 (closure) expected cell, found %s", c.O.Type.Name)
		}
	}
	return nil
}

// unknownGlobal looks n up in globals that are an instance of a dict subclass,
// whose __getitem__ and __missing__ count.
func (t *Thread) unknownGlobal(g *object.Dict, n *object.Str) (object.Value, error) {
	v, err := object.GetItem(&t.Thread, object.Wrap(g), object.Wrap(n))
	if err != nil && object.IsExc(err, &object.KeyErrorType) {
		return object.Value{}, nil
	}
	return v, err
}
