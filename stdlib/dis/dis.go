// Package dis implements the modules _opcode, opcode and dis (library
// reference, "dis") for gopy's own bytecode, whose instructions have up to
// three operands, mostly registers.
package dis

import (
	_ "embed"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var (
	//go:embed opcode.py
	opcodeSource string
	//go:embed dis.py
	disSource string
)

// Modules declares the modules of the package.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"_opcode": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "_opcode", Doc: "Opcode support module.", Funcs: rows(), Consts: map[string]value{
				"ENABLE_SPECIALIZATION": object.False, "ENABLE_SPECIALIZATION_FT": object.False,
				"wordsize": object.IntOf(wordSize)}}
		},
		"opcode": func() object.ModuleSpec { return object.ModuleSpec{Name: "opcode", Source: opcodeSource} },
		"dis":    func() object.ModuleSpec { return object.ModuleSpec{Name: "dis", Source: disSource} },
	}
}

// wordSize is the number of bytes of an instruction word in co_code.
const wordSize = 8

func rows() []object.Func {
	list := []object.Func{
		{Name: "stack_effect", Sig: "(opcode, oparg=None, /, *, jump=None)", Doc: "Not available: instructions work on registers.", Fn: stackEffect},
		{Name: "is_valid", Sig: "(opcode)", Doc: "Return True if opcode is valid, False otherwise.", Fn: isValid},
		{Name: "opnames", Sig: "()", Doc: "The names of all opcodes.", Fn: func(t *thread, a []value) (value, error) {
			out := make([]value, code.NumOps)
			for i := range out {
				out[i] = object.NewStr(code.Op(i).String())
			}
			return object.NewListOwned(out), nil
		}},
		{Name: "caches", Sig: "()", Doc: "The numbers of cache words of all opcodes.", Fn: func(t *thread, a []value) (value, error) {
			out := make([]value, code.NumOps)
			for i := range out {
				out[i] = object.IntOf(int(code.OpCaches[i]))
			}
			return object.NewListOwned(out), nil
		}},
		{Name: "instructions", Sig: "(code, /)", Doc: "Lists the instructions of a code object.", Fn: instructions},
		{Name: "exceptions", Sig: "(code, /)", Doc: "Lists the rows of a code object's exception table.", Fn: exceptions},
		{Name: "get_specialization_stats", Sig: "()", Doc: "Return None: there are no statistics.", Fn: func(t *thread, a []value) (value, error) {
			return object.None, nil
		}},
		{Name: "get_executor", Sig: "(*, code, offset)", Doc: "Return the executor object at offset in code if exists, None otherwise.", Fn: func(t *thread, a []value) (value, error) {
			return value{}, object.RuntimeErrorf("Executors are not available in this build")
		}},
		{Name: "get_special_method_names", Sig: "()", Doc: "Return the special method names.", Fn: func(t *thread, a []value) (value, error) {
			return object.NewList(object.NewStr("__enter__"), object.NewStr("__exit__"), object.NewStr("__aenter__"), object.NewStr("__aexit__")), nil
		}},
	}
	for _, n := range []string{"get_nb_ops", "get_intrinsic1_descs", "get_intrinsic2_descs"} {
		list = append(list, object.Func{Name: n, Sig: "()", Doc: "Return an empty list.", Fn: func(t *thread, a []value) (value, error) {
			return object.NewList(), nil
		}})
	}
	for _, row := range operandKinds {
		kinds := row.kinds
		list = append(list, object.Func{Name: "has_" + row.name, Sig: "(opcode)", Doc: "Return True if an operand of the opcode is of that kind.", Fn: func(t *thread, a []value) (value, error) {
			op, ok, err := opArg(t, a[0])
			if err != nil || !ok {
				return object.False, err
			}
			for _, k := range code.OpKinds[op] {
				for _, want := range kinds {
					if k == want {
						return object.True, nil
					}
				}
			}
			return object.False, nil
		}})
	}
	return list
}

// operandKinds are the kinds of operands that has_arg and the others ask for.
var operandKinds = [...]struct {
	name  string
	kinds []code.Kind
}{
	{"arg", []code.Kind{code.Reg, code.RegOut, code.RegInOut, code.RegBase, code.RegBaseOut, code.RegBaseIO, code.Imm, code.Const, code.Const32,
		code.Name, code.Jump, code.Jump32, code.Count, code.Raw}},
	{"const", []code.Kind{code.Const, code.Const32}},
	{"name", []code.Kind{code.Name}},
	{"jump", []code.Kind{code.Jump, code.Jump32}},
	{"local", []code.Kind{code.Reg, code.RegOut, code.RegInOut}},
	{"free", nil},
	{"exc", nil},
}

func opArg(t *thread, v value) (code.Op, bool, error) {
	n, err := object.IndexInt(t, v, &object.OverflowErrorType)
	return code.Op(n), n >= 0 && n < code.NumOps, err
}

func isValid(t *thread, a []value) (value, error) {
	_, ok, err := opArg(t, a[0])
	return object.Bool(ok), err
}

func stackEffect(t *thread, a []value) (value, error) {
	_, ok, err := opArg(t, a[0])
	switch {
	case err != nil:
		return value{}, err
	case !ok:
		return value{}, object.ValueErrorf("invalid opcode or oparg")
	}
	return value{}, object.ValueErrorf("stack effects are not available: instructions work on registers")
}

// codeOf is the code of a code object.
func codeOf(t *thread, v value) (*code.Code, error) {
	rt, ok := t.Interp.Runtime.(interface{ CodeOf(v value) *code.Code })
	if ok {
		if c := rt.CodeOf(v); c != nil {
			return c, nil
		}
	}
	return nil, object.TypeErrorf("expected a code object, not '%s'", v.O.Type.MsgName())
}

// kindNames are the kinds as instructions shows them.
var kindNames = [code.Raw + 1]string{code.Imm: "int", code.Const: "const", code.Const32: "const", code.Name: "name",
	code.Jump: "jump", code.Jump32: "jump", code.Count: "count", code.Raw: "raw"}

// instructions returns a tuple per instruction: offset, end offset including
// cache words, opcode, its operands as one number, and the operands as tuples
// of kind, value and text.
func instructions(t *thread, a []value) (value, error) {
	c, err := codeOf(t, a[0])
	if err != nil {
		return value{}, err
	}
	var out []value
	wideB, wideC := 0, 0
	for i := 0; i < c.Len(); {
		in, n := c.At(i)
		var operands []value
		for _, o := range c.Operands(i, wideB, wideC) {
			kind, val := kindNames[o.Kind], o.Value
			if kind == "" {
				kind = "reg"
			}
			if kind == "jump" {
				val *= wordSize
			}
			operands = append(operands, object.NewTuple(object.NewStr(kind), object.IntOf(val), object.NewStr(o.Text)))
		}
		raw := int64(in.A) | int64(in.B)<<16 | int64(in.C)<<32
		out = append(out, object.NewTuple(object.IntOf(i*wordSize), object.IntOf((i+n)*wordSize), object.IntOf(int(in.Op)), object.Int(raw), object.NewListOwned(operands)))
		wideB, wideC = 0, 0
		if in.Op == code.OpWIDE {
			wideB, wideC = int(in.B), int(in.C)
		}
		i += n
	}
	return object.NewListOwned(out), nil
}

func exceptions(t *thread, a []value) (value, error) {
	c, err := codeOf(t, a[0])
	if err != nil {
		return value{}, err
	}
	out := make([]value, len(c.Exc))
	for i, e := range c.Exc {
		out[i] = object.NewTuple(object.IntOf(int(e.Start)*wordSize), object.IntOf(int(e.End)*wordSize), object.IntOf(int(e.Target)*wordSize), object.IntOf(int(e.Reg)))
	}
	return object.NewListOwned(out), nil
}
