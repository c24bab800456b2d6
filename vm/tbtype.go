package vm

// Traceback objects and copies of code objects (data model, 3.2.13).

import (
	"github.com/gopy-lang/gopy/object"
)

func init() {
	object.TracebackType.Define(object.TypeSpec{
		Name: "traceback", Sig: "(tb_next, tb_frame, tb_lasti, tb_lineno)",
		Slots: object.Slots{New: newTraceback, Traverse: func(v object.Value, visit func(object.Value)) {
			tb := object.As[object.Traceback](v)
			visit(tb.Frame)
			if tb.Next != nil {
				visit(object.Wrap(tb.Next))
			}
		}},
		GetSets: []object.GetSet{
			{Name: "tb_frame", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
				return object.As[object.Traceback](v).Frame, nil
			}},
			{Name: "tb_lineno", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
				return object.IntOf(tbLine(object.As[object.Traceback](v))), nil
			}},
			{Name: "tb_lasti", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
				return object.IntOf(object.As[object.Traceback](v).Word * 2), nil
			}},
			{Name: "tb_next", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
				if n := object.As[object.Traceback](v).Next; n != nil {
					return object.Wrap(n), nil
				}
				return object.None, nil
			}, Set: setTBNext},
		},
	})
}

func tbLine(tb *object.Traceback) int {
	if tb.Lineno > 0 {
		return tb.Lineno
	}
	l, _, _, _ := object.As[FrameObject](tb.Frame).Code().Position(tb.Word)
	return l
}

func setTBNext(t *object.Thread, v, val object.Value) error {
	tb := object.As[object.Traceback](v)
	switch {
	case val.O == nil:
		return object.TypeErrorf("can't delete tb_next attribute")
	case val.IsNone():
		tb.Next = nil
		return nil
	case val.O.Type != &object.TracebackType:
		return object.TypeErrorf("expected traceback object, got '%s'", val.O.Type.MsgName())
	}
	next := object.As[object.Traceback](val)
	for x := next; x != nil; x = x.Next {
		if x == tb {
			return object.ValueErrorf("traceback loop detected")
		}
	}
	tb.Next = next
	return nil
}

var tracebackPlan = object.ParsePlan("(tb_next, tb_frame, tb_lasti, tb_lineno)")

func newTraceback(t *object.Thread, tp *object.Type, args, kw []object.Value) (object.Value, error) {
	a, err := object.BindArgs(t, tracebackPlan, "traceback", args, kw)
	if err != nil {
		return object.Value{}, err
	}
	tb := &object.Traceback{Header: object.Header{Type: &object.TracebackType}, Frame: a[1]}
	if a[1].O.Type != &FrameType {
		return object.Value{}, object.TypeErrorf("traceback() argument 'tb_frame' must be frame, not %s", argTypeName(a[1]))
	}
	switch {
	case a[0].IsNone():
	case a[0].O.Type == &object.TracebackType:
		tb.Next = object.As[object.Traceback](a[0])
	default:
		return object.Value{}, object.TypeErrorf("expected traceback object or None, got '%s'", a[0].O.Type.MsgName())
	}
	lasti, err := object.IndexInt(t, a[2], &object.OverflowErrorType)
	if err != nil {
		return object.Value{}, err
	}
	line, err := object.IndexInt(t, a[3], &object.OverflowErrorType)
	if err != nil {
		return object.Value{}, err
	}
	tb.Word, tb.Lineno = lasti/2, line
	return object.Wrap(tb), nil
}

var replacePlan = object.ParsePlan("(*, co_name=None, co_qualname=None, co_filename=None, co_firstlineno=None, co_flags=None)")

// codeReplace is code.replace(): the attributes that do not touch the
// instructions can be changed.
func codeReplace(t *object.Thread, a []object.Value) (object.Value, error) {
	var args, kw []object.Value
	object.As[object.Dict](a[1]).Each(func(k, v object.Value) bool {
		kw, args = append(kw, k), append(args, v)
		return true
	})
	b, err := object.BindArgs(t, replacePlan, "replace", args, kw)
	if err != nil {
		return object.Value{}, err
	}
	c := *object.As[CodeObject](a[0]).C
	for i, dst := range []*string{&c.Name, &c.Qualname, &c.Filename} {
		if b[i].O == nil {
			continue
		}
		s, ok := object.AsStr(b[i])
		if !ok {
			return object.Value{}, object.TypeErrorf("replace() argument must be str, not %s", b[i].O.Type.MsgName())
		}
		*dst = s.String()
	}
	for i, dst := range []*int{&c.FirstLine, &c.Flags} {
		if v := b[3+i]; v.O != nil {
			if *dst, err = object.IndexInt(t, v, &object.OverflowErrorType); err != nil {
				return object.Value{}, err
			}
		}
	}
	return object.Wrap(&CodeObject{Header: object.Header{Type: &CodeType}, C: &c}), nil
}

// codePositions is code.co_positions(): per instruction, as CPython's pairs of
// bytes are not there.
func codePositions(t *object.Thread, a []object.Value) (object.Value, error) {
	c := object.As[CodeObject](a[0]).C
	var items []object.Value
	num := func(n int) object.Value {
		if n < 0 {
			return object.None
		}
		return object.IntOf(n)
	}
	for w := 0; w < c.Len(); w++ {
		l, el, col, ecol := c.Position(w)
		items = append(items, object.NewTuple(num(l), num(el), num(col), num(ecol)))
	}
	return object.Iter(t, object.NewList(items...))
}

// codeLines is code.co_lines().
func codeLines(t *object.Thread, a []object.Value) (object.Value, error) {
	c := object.As[CodeObject](a[0]).C
	var items []object.Value
	start, last := 0, -2
	emit := func(end int) {
		if last != -2 && end > start {
			v := object.None
			if last >= 0 {
				v = object.IntOf(last)
			}
			items = append(items, object.NewTuple(object.IntOf(start*2), object.IntOf(end*2), v))
		}
	}
	for w := 0; w < c.Len(); w++ {
		if l, _, _, _ := c.Position(w); l != last {
			emit(w)
			start, last = w, l
		}
	}
	emit(c.Len())
	return object.Iter(t, object.NewList(items...))
}

var codeMethods = []object.Func{
	{Name: "replace", Sig: "($self, /, **changes)", Doc: "Return a copy of the code object with new values for the specified fields.", Fn: codeReplace},
	{Name: "__replace__", Sig: "($self, /, **changes)", Fn: codeReplace},
	{Name: "co_positions", Sig: "($self, /)", Fn: codePositions},
	{Name: "co_lines", Sig: "($self, /)", Fn: codeLines},
}

func codeCompare(t *object.Thread, a, b object.Value, op object.CmpOp) (object.Value, error) {
	if b.O.Type != &CodeType || op != object.CmpEQ && op != object.CmpNE {
		return object.NotImplemented, nil
	}
	return object.Bool((object.As[CodeObject](a).C == object.As[CodeObject](b).C) == (op == object.CmpEQ)), nil
}

func codeHash(t *object.Thread, v object.Value) (int64, error) {
	c := object.As[CodeObject](v).C
	h, err := object.Hash(t, object.NewStr(c.Filename+":"+c.Qualname))
	return h ^ int64(c.FirstLine), err
}

// argTypeName is the type of an argument in a message; None stands for itself.
func argTypeName(v object.Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.O.Type.MsgName()
}
