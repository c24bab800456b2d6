package vm

// code.replace(). What was changed is verified as the compiler's code is in
// tests, so that no replacement can make the evaluator read wild.

import (
	"encoding/binary"
	"math/big"
	"slices"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// replaceFields are the keyword arguments in CPython's order.
var replaceFields = []string{"co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags", "co_firstlineno",
	"co_code", "co_consts", "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_filename", "co_name", "co_qualname", "co_linetable", "co_exceptiontable"}

func codeReplace(t *object.Thread, a []object.Value) (object.Value, error) {
	old := object.As[CodeObject](a[0]).C
	c := *old
	c.LocalsPlus = slices.Clone(old.LocalsPlus)
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
	if c.PosOnlyArgCount > c.ArgCount || min(c.ArgCount, c.PosOnlyArgCount, c.KwOnlyArgCount) < 0 {
		return object.Value{}, object.ValueErrorf("code: the number of arguments cannot be replaced")
	}
	if err := code.Verify(&c); err != nil {
		return object.Value{}, object.ValueErrorf("code: %s", err)
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
	case "co_argcount":
		return replaceInt(t, &c.ArgCount, v)
	case "co_posonlyargcount":
		return replaceInt(t, &c.PosOnlyArgCount, v)
	case "co_kwonlyargcount":
		return replaceInt(t, &c.KwOnlyArgCount, v)
	case "co_stacksize":
		return replaceSize(t, c, v)
	case "co_consts":
		return replaceConsts(t, c, v)
	case "co_varnames":
		return replaceNames(c, n, v, c.VarNames())
	case "co_freevars":
		return replaceNames(c, n, v, c.FreeVars())
	case "co_cellvars":
		return replaceNames(c, n, v, c.CellVars())
	case "co_code", "co_linetable", "co_exceptiontable":
		return replaceBytes(c, n, v)
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

// replaceSize sets the number of registers, which can only grow.
func replaceSize(t *object.Thread, c *code.Code, v object.Value) error {
	n, err := object.IndexInt(t, v, &object.OverflowErrorType)
	switch {
	case err != nil:
		return err
	case n < c.NRegs || n > code.MaxRegs:
		return object.ValueErrorf("code: co_stacksize must be from %d to %d", c.NRegs, code.MaxRegs)
	}
	c.NRegs = n
	return nil
}

// replaceNames renames variables.
func replaceNames(c *code.Code, n string, v object.Value, was []string) error {
	if !v.Is(&object.TupleType) {
		return object.TypeErrorf("replace() argument '%s' must be tuple, not %s", n, argTypeName(v))
	}
	items := object.As[object.Tuple](v).Items
	if len(items) != len(was) {
		return object.ValueErrorf("code: %s must have %d names", n, len(was))
	}
	renamed := map[string]string{}
	for i, x := range items {
		s, ok := object.AsStr(x)
		if !ok {
			return object.TypeErrorf("name tuples must contain only strings, not '%s'", x.O.Type.MsgName())
		}
		renamed[was[i]] = s.String()
	}
	for i, l := range c.LocalsPlus {
		if s, ok := renamed[l.Name]; ok {
			c.LocalsPlus[i].Name = s
		}
	}
	return nil
}

func replaceBytes(c *code.Code, n string, v object.Value) error {
	b, ok := object.BytesOf(v)
	if !ok || !v.Is(&object.BytesType) {
		return object.TypeErrorf("replace() argument '%s' must be bytes, not %s", n, argTypeName(v))
	}
	switch n {
	case "co_linetable":
		c.SetLineTable(b)
	case "co_code":
		if len(b) == 0 || len(b)%wordBytes != 0 {
			return object.ValueErrorf("code: co_code is malformed")
		}
		c.Ins = nil
		for ; len(b) > 0; b = b[wordBytes:] {
			word := func(i int) uint16 { return binary.LittleEndian.Uint16(b[2*i:]) }
			c.Ins = append(c.Ins, code.Ins{Op: code.Op(word(0)), A: word(1), B: word(2), C: word(3)})
		}
		c.Ins = append(c.Ins, code.Ins{})
	case "co_exceptiontable":
		c.Exc = nil
		for len(b) > 0 {
			var row [4]uint32
			for i := range row {
				u, k := binary.Uvarint(b)
				if k <= 0 {
					return object.ValueErrorf("code: co_exceptiontable is malformed")
				}
				row[i], b = uint32(u), b[k:]
			}
			c.Exc = append(c.Exc, code.ExcEntry{Start: row[0], End: row[0] + row[1], Target: row[2], Reg: uint16(row[3])})
		}
	}
	return nil
}

func replaceConsts(t *object.Thread, c *code.Code, v object.Value) error {
	if !v.Is(&object.TupleType) {
		return object.TypeErrorf("replace() argument 'co_consts' must be tuple, not %s", argTypeName(v))
	}
	consts, ok := constsOf(t, v)
	if !ok {
		return object.ValueErrorf("code: co_consts holds a value that is no constant")
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
