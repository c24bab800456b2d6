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
		Methods: []object.Func{{Name: "__dir__", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
			var names []object.Value
			for _, n := range []string{"tb_frame", "tb_next", "tb_lasti", "tb_lineno"} {
				names = append(names, object.NewStr(n))
			}
			return object.NewList(names...), nil
		}}},
		GetSets: []object.GetSet{
			{Name: "tb_frame", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
				return object.As[object.Traceback](v).Frame, nil
			}},
			{Name: "tb_lineno", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
				return object.IntOf(tbLine(object.As[object.Traceback](v))), nil
			}},
			{Name: "tb_lasti", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
				tb := object.As[object.Traceback](v)
				if tb.Lineno > 0 {
					return object.IntOf(tb.Lasti), nil
				}
				return object.IntOf(tb.Word * wordBytes), nil
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
	tb.Word, tb.Lineno, tb.Lasti = lasti/wordBytes, line, lasti
	return object.Wrap(tb), nil
}

// argTypeName is the type of an argument in a message; None stands for itself.
func argTypeName(v object.Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.O.Type.MsgName()
}
