package ast

// From Python objects to the tree that the compiler takes.

import (
	"math/big"

	syntax "github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// reader reads objects; its first error stays and ends the work.
type reader struct {
	*state
	t   *thread
	err error
	// missing is the first field of the node being read that is None though it
	// is required.
	missing string
	over    bool // the nesting was not counted
}

// How a field must be there.
const (
	optionalField = iota // it may be missing or None
	required             // neither
	product              // it must be there; None is an object without fields
)

// read returns the tree of object v.
func read(t *thread, v value) (syntax.Mod, error) {
	s, err := stateOf(t)
	if err != nil {
		return nil, err
	}
	r := &reader{state: s, t: t}
	m := r.mod(v)
	return m, r.err
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// begin starts the fields of a node; end takes its result.
func (r *reader) begin(class string) string {
	if err := r.t.EnterNative(" while traversing '" + class + "' node"); err != nil {
		r.fail(err)
		r.over = true
	}
	old := r.missing
	r.missing = ""
	return old
}

func (r *reader) end(old, class string) {
	if r.over {
		r.over = false
	} else {
		r.t.LeaveNative()
	}
	if r.missing != "" {
		r.fail(object.ValueErrorf("field '%s' is required for %s", r.missing, class))
	}
	r.missing = old
}

// class returns which of the classes first to last v is an instance of, or -1.
func (r *reader) class(v value, first, last int) int {
	if r.err != nil {
		return -1
	}
	if i, ok := r.index[v.O.Type]; ok {
		if i >= first && i <= last {
			return i
		}
	}
	for i := first; i <= last; i++ {
		ok, err := object.IsInstance(r.t, v, object.Wrap(r.classes[i]))
		if err != nil {
			r.fail(err)
			return -1
		}
		if ok {
			return i
		}
	}
	return -1
}

func (r *reader) unexpected(v value, sum string) {
	if r.err == nil {
		s, err := object.Repr(r.t, v)
		if err != nil {
			r.fail(err)
			return
		}
		r.fail(object.TypeErrorf("expected some sort of %s, but got %s", sum, s))
	}
}

// field returns a field's value; None stands for a missing one.
func (r *reader) field(v value, name int, class string, need int) value {
	if r.err != nil {
		return none
	}
	x, err := object.GetAttrOpt(r.t, v, r.names[name])
	switch {
	case err != nil:
		r.fail(err)
		return none
	case x.IsNil() && need != optionalField:
		r.fail(object.TypeErrorf("required field \"%s\" missing from %s", fieldNames[name], class))
		return none
	case x.IsNil():
		return none
	}
	if need == required && x.IsNone() && r.missing == "" && !mayBeNone(class, name) {
		r.missing = fieldNames[name]
	}
	return x
}

// mayBeNone tells the fields whose value None is a constant.
func mayBeNone(class string, name int) bool {
	switch class {
	case "Constant", "MatchSingleton":
		return name == nameValue
	case "Interpolation":
		return name == nameStr
	}
	return false
}

// pos reads the position of a node whose class or abstract class is sum.
func (r *reader) pos(v value, sum string) (p syntax.Pos) {
	p.Line = r.int32(r.field(v, nameLineno, sum, required))
	p.Col = r.int32(r.field(v, nameColOffset, sum, required))
	p.EndLine, p.EndCol = p.Line, p.Col
	need := optionalField
	if endRequired(sum) {
		need = required
	}
	if x := r.field(v, nameEndLineno, sum, need); !x.IsNone() {
		p.EndLine = r.int32(x)
	}
	if x := r.field(v, nameEndColOffset, sum, need); !x.IsNone() {
		p.EndCol = r.int32(x)
	}
	return p
}

// readOptional reads a field that may be missing.
func readOptional[T any](v value, one func(value) *T) *T {
	if v.IsNone() {
		return nil
	}
	return one(v)
}

// endRequired tells the classes whose end_lineno and end_col_offset may not be
// missing.
func endRequired(class string) bool { return class == "pattern" || class == "type_param" }

func readList[T any](r *reader, v value, name int, class string, one func(value) T) []T {
	if r.err != nil {
		return nil
	}
	x, err := object.GetAttrOpt(r.t, v, r.names[name])
	if err != nil {
		r.fail(err)
		return nil
	}
	if x.IsNil() {
		return nil
	}
	if !x.Is(&object.ListType) {
		r.fail(object.TypeErrorf("%s field \"%s\" must be a list, not a %s", class, fieldNames[name], x.O.Type.MsgName()))
		return nil
	}
	list := object.As[object.List](x)
	n := list.Len()
	out := make([]T, 0, n)
	for i := 0; i < n; i++ {
		out = append(out, one(list.At(i)))
		if r.err != nil {
			return nil
		}
		if list.Len() != n {
			r.fail(object.RuntimeErrorf("%s field \"%s\" changed size during iteration", class, fieldNames[name]))
			return nil
		}
	}
	return out
}

// readEnum returns a function that reads a member of the enum whose class is sum.
func readEnum[E ~uint8](r *reader, sum int) func(value) E {
	last := sum
	for last+1 < numClasses && syntax.Classes[last+1].Base == syntax.Classes[sum].Name {
		last++
	}
	return func(v value) E {
		if r.err != nil {
			return 0
		}
		if i := r.class(v, sum+1, last); i >= 0 {
			return E(i - sum - 1)
		}
		r.unexpected(v, syntax.Classes[sum].Name)
		return 0
	}
}

func (r *reader) identifier(v value) string { return r.str(v, "AST identifier must be of type str") }

func (r *reader) string(v value) string { return r.str(v, "AST string must be of type str") }

func (r *reader) str(v value, msg string) string {
	if r.err != nil || v.IsNone() {
		return ""
	}
	if s, ok := object.AsStr(v); ok {
		return s.String()
	}
	if v.Is(&object.StrType) {
		return object.As[object.Str](v).String()
	}
	r.fail(object.TypeErrorf("%s", msg))
	return ""
}

// text reads a constant that should be a string.
func (r *reader) text(v value) string {
	if s, ok := object.AsStr(v); ok {
		return s.String()
	}
	return ""
}

func (r *reader) int(v value) int {
	if r.err != nil || v.IsNone() {
		return 0
	}
	n, ok := object.AsInt64(v)
	if !ok {
		r.fail(object.ValueErrorf("invalid integer value: %s", object.MustReprT(r.t, v)))
	} else if n != int64(int32(n)) {
		r.fail(object.OverflowErrorf("Python int too large to convert to C int"))
	}
	return int(n)
}

func (r *reader) int32(v value) int32 {
	if r.err == nil && v.IsNone() {
		r.fail(object.ValueErrorf("invalid integer value: None"))
	}
	return int32(r.int(v))
}

// badConstant is the value of a Constant that the compiler does not take; the
// validator reports it.
type badConstant struct{ typeName string }

func (r *reader) constant(v value) any {
	if r.err != nil {
		return nil
	}
	switch {
	case v.IsNone():
		return nil
	case v.IsBool():
		return v == object.True
	case v.O == &object.EllipsisHeader:
		return syntax.Ellipsis{}
	}
	switch v.O.Type {
	case &object.IntType:
		if n, ok := object.AsInt64(v); ok {
			return n
		}
		n, _ := object.AsBig(v)
		return new(big.Int).Set(n)
	case &object.FloatType:
		f, _ := object.AsFloat(v)
		return f
	case &object.ComplexType:
		c, _ := object.AsComplex(v)
		return c
	case &object.StrType:
		return object.As[object.Str](v).String()
	case &object.BytesType:
		b, _ := object.BytesOf(v)
		return syntax.Bytes(b)
	case &object.TupleType:
		return code.Tuple(r.constants(object.As[object.Tuple](v).Items))
	case &object.FrozenSetType:
		items, err := object.Items(r.t, v)
		if err != nil {
			r.fail(err)
			return nil
		}
		return code.FrozenSet(r.constants(items))
	}
	return badConstant{v.O.Type.MsgName()}
}

func (r *reader) constants(items []value) []any {
	out := make([]any, len(items))
	for i, x := range items {
		if err := r.t.EnterNative(" during compilation"); err != nil {
			r.fail(err)
			return out
		}
		switch c := r.constant(x).(type) {
		case syntax.Bytes:
			out[i] = code.Bytes(c)
		case syntax.Ellipsis:
			out[i] = code.Ellipsis{}
		default:
			out[i] = c
		}
		r.t.LeaveNative()
	}
	return out
}
