package vm

// code.replace(): what does not change the meaning of the instructions can be
// changed; other fields may be given if they stay the same.

import (
	"math/big"
	"slices"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// replaceFields are the keyword arguments in CPython's order.
var replaceFields = []string{"co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags", "co_firstlineno",
	"co_code", "co_consts", "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_filename", "co_name", "co_qualname", "co_linetable", "co_exceptiontable"}

func codeReplace(t *object.Thread, a []object.Value) (object.Value, error) {
	c := *object.As[CodeObject](a[0]).C
	var err error
	object.As[object.Dict](a[1]).Each(func(k, v object.Value) bool {
		n := object.As[object.Str](k).String()
		if !slices.Contains(replaceFields, n) {
			err = object.TypeErrorf("replace() got an unexpected keyword argument '%s'", n)
		} else {
			err = replaceField(t, &c, a[0], n, v)
		}
		return err == nil
	})
	if err != nil {
		return object.Value{}, err
	}
	return object.Wrap(&CodeObject{Header: object.Header{Type: &CodeType}, C: &c}), nil
}

// replaceField sets field n of c, a copy of old's code, to v.
func replaceField(t *object.Thread, c *code.Code, old object.Value, n string, v object.Value) error {
	switch n {
	case "co_name":
		return replaceText(&c.Name, n, v)
	case "co_qualname":
		return replaceText(&c.Qualname, n, v)
	case "co_filename":
		return replaceText(&c.Filename, n, v)
	case "co_firstlineno":
		return replaceInt(t, &c.FirstLine, v)
	case "co_flags":
		return replaceInt(t, &c.Flags, v)
	case "co_consts":
		return replaceConsts(t, c, v)
	}
	was, err := object.GetAttr(t, old, t.Intern(n))
	if err != nil {
		return err
	}
	if was.O.Type != v.O.Type {
		return object.TypeErrorf("replace() argument '%s' must be %s, not %s", n, was.O.Type.Name, argTypeName(v))
	}
	same, err := object.Equal(t, was, v)
	if err == nil && !same {
		err = object.ValueErrorf("code: %s cannot be replaced", n)
	}
	return err
}

func replaceText(dst *string, n string, v object.Value) error {
	s, ok := object.AsStr(v)
	if !ok {
		return object.TypeErrorf("replace() argument '%s' must be str, not %s", n, argTypeName(v))
	}
	*dst = s.String()
	return nil
}

func replaceInt(t *object.Thread, dst *int, v object.Value) error {
	n, err := object.IndexInt(t, v, &object.OverflowErrorType)
	if err == nil {
		*dst = n
	}
	return err
}

func replaceConsts(t *object.Thread, c *code.Code, v object.Value) error {
	if !v.Is(&object.TupleType) {
		return object.TypeErrorf("replace() argument 'co_consts' must be tuple, not %s", argTypeName(v))
	}
	items := object.As[object.Tuple](v).Items
	if len(items) < len(c.Consts) {
		return object.ValueErrorf("code: co_consts is too small")
	}
	consts := make([]any, len(items))
	for i, x := range items {
		k, ok := constOf(t, x)
		if !ok {
			return object.ValueErrorf("code: co_consts cannot hold a value of type %s", x.O.Type.MsgName())
		}
		consts[i] = k
	}
	c.Consts = consts
	return nil
}

// constOf is the constant that v is the value of.
func constOf(t *object.Thread, v object.Value) (any, bool) {
	switch {
	case v.IsNone():
		return nil, true
	case v.IsBool():
		return v == object.True, true
	case v.O == &object.EllipsisHeader:
		return code.Ellipsis{}, true
	}
	switch v.O.Type {
	case &object.IntType:
		if n, ok := object.AsInt64(v); ok {
			return n, true
		}
		n, _ := object.AsBig(v)
		return new(big.Int).Set(n), true
	case &object.FloatType:
		return object.AsFloat(v)
	case &object.ComplexType:
		return object.AsComplex(v)
	case &object.StrType:
		return object.As[object.Str](v).String(), true
	case &object.BytesType:
		b, _ := object.BytesOf(v)
		return code.Bytes(b), true
	case &CodeType:
		return object.As[CodeObject](v).C, true
	case &object.TupleType:
		items, ok := constsOf(t, v)
		return code.Tuple(items), ok
	case &object.FrozenSetType:
		items, ok := constsOf(t, v)
		return code.FrozenSet(items), ok
	}
	return nil, false
}

func constsOf(t *object.Thread, v object.Value) ([]any, bool) {
	items, err := object.Items(t, v)
	if err != nil {
		return nil, false
	}
	out := make([]any, len(items))
	for i, x := range items {
		k, ok := constOf(t, x)
		if !ok {
			return nil, false
		}
		out[i] = k
	}
	return out, true
}
