package vm

// Code objects as Python sees them (data model, "Code objects"). An
// instruction word has eight bytes in co_code; offsets such as f_lasti,
// tb_lasti and those of co_lines count them, and co_positions has an entry for
// every two bytes, as tools expect.

import (
	"encoding/binary"
	"slices"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// wordBytes is the number of bytes that an instruction word counts for.
const wordBytes = 2 * code.UnitsPerWord

// CodeOf returns the code of a code object, or nil.
func (rt *Runtime) CodeOf(v object.Value) *code.Code {
	if v.O.Type != &CodeType {
		return nil
	}
	return object.As[CodeObject](v).C
}

// codeBytes is co_code.
func codeBytes(c *code.Code) []byte {
	b := make([]byte, 0, c.Len()*wordBytes)
	for _, in := range c.Ins[:c.Len()] {
		b = binary.LittleEndian.AppendUint16(b, uint16(in.Op))
		b = binary.LittleEndian.AppendUint16(b, in.A)
		b = binary.LittleEndian.AppendUint16(b, in.B)
		b = binary.LittleEndian.AppendUint16(b, in.C)
	}
	return b
}

// exceptionTable is co_exceptiontable: start, length, target and register of
// each row as variable-length numbers.
func exceptionTable(c *code.Code) []byte {
	var b []byte
	for _, e := range c.Exc {
		for _, n := range []uint32{e.Start, e.End - e.Start, e.Target, uint32(e.Reg)} {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	return b
}

func codeField(n string, f func(c *code.Code) object.Value) object.GetSet {
	return object.GetSet{Name: n, Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return f(object.As[CodeObject](v).C), nil
	}}
}

func strTuple(list []string) object.Value {
	items := make([]object.Value, len(list))
	for i, s := range list {
		items[i] = object.NewStr(s)
	}
	return object.NewTupleOwned(items)
}

var codeGetSets = []object.GetSet{
	codeField("co_name", func(c *code.Code) object.Value { return object.NewStr(c.Name) }),
	codeField("co_qualname", func(c *code.Code) object.Value { return object.NewStr(c.Qualname) }),
	codeField("co_filename", func(c *code.Code) object.Value { return object.NewStr(c.Filename) }),
	codeField("co_firstlineno", func(c *code.Code) object.Value { return object.IntOf(c.FirstLine) }),
	codeField("co_argcount", func(c *code.Code) object.Value { return object.IntOf(c.ArgCount) }),
	codeField("co_posonlyargcount", func(c *code.Code) object.Value { return object.IntOf(c.PosOnlyArgCount) }),
	codeField("co_kwonlyargcount", func(c *code.Code) object.Value { return object.IntOf(c.KwOnlyArgCount) }),
	codeField("co_nlocals", func(c *code.Code) object.Value { return object.IntOf(len(c.VarNames())) }),
	codeField("co_stacksize", func(c *code.Code) object.Value { return object.IntOf(c.NRegs) }),
	codeField("co_flags", func(c *code.Code) object.Value { return object.IntOf(c.Flags) }),
	codeField("co_varnames", func(c *code.Code) object.Value { return strTuple(c.VarNames()) }),
	codeField("co_cellvars", func(c *code.Code) object.Value { return strTuple(c.CellVars()) }),
	codeField("co_freevars", func(c *code.Code) object.Value { return strTuple(c.FreeVars()) }),
	codeField("co_names", func(c *code.Code) object.Value { return strTuple(outerNames(c)) }),
	codeField("co_code", func(c *code.Code) object.Value { return object.NewBytes(codeBytes(c)) }),
	codeField("_co_code_adaptive", func(c *code.Code) object.Value { return object.NewBytes(codeBytes(c)) }),
	codeField("co_linetable", func(c *code.Code) object.Value { return object.NewBytes(c.LineTable()) }),
	codeField("co_exceptiontable", func(c *code.Code) object.Value { return object.NewBytes(exceptionTable(c)) }),
	{Name: "co_lnotab", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		if err := object.Warn(t, &object.DeprecationWarningType, "co_lnotab is deprecated, use co_lines instead."); err != nil {
			return object.Value{}, err
		}
		return object.NewBytes(lineNumberTable(object.As[CodeObject](v).C)), nil
	}},
	{Name: "co_consts", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		co := object.As[CodeObject](v)
		u := threadOf(t).rt.unitOf(t, co, false)
		return object.NewTuple(u.consts[:len(co.C.Consts)]...), nil
	}},
}

// outerNames is co_names: the names of c that are not its variables.
func outerNames(c *code.Code) []string {
	var out []string
	for _, n := range c.Names {
		if !slices.Contains(c.VarNames(), n) && !slices.Contains(c.CellVars(), n) && !slices.Contains(c.FreeVars(), n) {
			out = append(out, n)
		}
	}
	return out
}

var codeMethods = []object.Func{
	{Name: "replace", Sig: "($self, /, **changes)", Doc: "Return a copy of the code object with new values for the specified fields.", Fn: codeReplace},
	{Name: "__replace__", Sig: "($self, /, **changes)", Doc: "The same as replace().", Fn: codeReplace},
	{Name: "co_positions", Sig: "($self, /)", Doc: "Iterate over the source positions of the code, one for every two bytes.", Fn: codePositions},
	{Name: "co_lines", Sig: "($self, /)", Doc: "Iterate over start, end and line of the ranges of the code.", Fn: codeLines},
}

// codePositions is code.co_positions().
func codePositions(t *object.Thread, a []object.Value) (object.Value, error) {
	c := object.As[CodeObject](a[0]).C
	items := make([]object.Value, 0, c.Len()*wordBytes/2)
	num := func(n int32) object.Value {
		if n < 0 {
			return object.None
		}
		return object.Int(int64(n))
	}
	c.EachPos(func(start, end int, p code.Pos) bool {
		v := object.NewTuple(num(p.Line), num(p.EndLine), num(p.Col), num(p.EndCol))
		for range (min(end, c.Len()) - start) * wordBytes / 2 {
			items = append(items, v)
		}
		return true
	})
	return object.Iter(t, object.NewListOwned(items))
}

// codeLines is code.co_lines().
func codeLines(t *object.Thread, a []object.Value) (object.Value, error) {
	c := object.As[CodeObject](a[0]).C
	var items []object.Value
	begin, last := 0, int32(-2)
	emit := func(end int) {
		if last == -2 || end <= begin {
			return
		}
		line := object.None
		if last >= 0 {
			line = object.Int(int64(last))
		}
		items = append(items, object.NewTuple(object.IntOf(begin*wordBytes), object.IntOf(end*wordBytes), line))
	}
	c.EachPos(func(start, end int, p code.Pos) bool {
		if p.Line != last {
			emit(start)
			begin, last = start, p.Line
		}
		return true
	})
	emit(c.Len())
	return object.Iter(t, object.NewListOwned(items))
}

func codeCompare(t *object.Thread, a, b object.Value, op object.CmpOp) (object.Value, error) {
	if b.O.Type != &CodeType || op != object.CmpEQ && op != object.CmpNE {
		return object.NotImplemented, nil
	}
	return object.Bool(code.Equal(object.As[CodeObject](a).C, object.As[CodeObject](b).C) == (op == object.CmpEQ)), nil
}

func codeHash(t *object.Thread, v object.Value) (int64, error) {
	c := object.As[CodeObject](v).C
	h, err := object.Hash(t, object.NewBytes(codeBytes(c)))
	if err != nil {
		return 0, err
	}
	n, err := object.Hash(t, object.NewStr(c.Name))
	counts := int64(c.ArgCount)<<20 | int64(c.PosOnlyArgCount)<<40 | int64(c.KwOnlyArgCount)<<50
	return h ^ n*31 ^ int64(c.FirstLine) ^ counts, err
}

// lineNumberTable is co_lnotab, the form of the position table that older
// tools read: pairs of distances in bytes and in lines.
func lineNumberTable(c *code.Code) []byte {
	var b []byte
	at, line := 0, int32(c.FirstLine)
	c.EachPos(func(start, end int, p code.Pos) bool {
		if p.Line < 0 || p.Line == line {
			return true
		}
		bytes, lines := start*wordBytes-at, int(p.Line-line)
		for ; bytes > 255; bytes -= 255 {
			b = append(b, 255, 0)
		}
		for lines < -128 || lines > 127 {
			step := max(min(lines, 127), -128)
			b = append(b, byte(bytes), byte(step))
			bytes, lines = 0, lines-step
		}
		b = append(b, byte(bytes), byte(lines))
		at, line = start*wordBytes, p.Line
		return true
	})
	return b
}
