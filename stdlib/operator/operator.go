// Package operator implements the operator module (library reference,
// "operator"): Python's operators as functions.
package operator

import "github.com/gopy-lang/gopy/object"

type (
	value  = object.Value
	thread = object.Thread
)

// binary lists the functions of two operands; each also has an in-place form
// if inplace says so.
var binary = []struct {
	name    string
	op      object.BinOp
	inplace bool
}{
	{"add", object.OpAdd, true}, {"sub", object.OpSub, true}, {"mul", object.OpMul, true},
	{"truediv", object.OpTrueDiv, true}, {"floordiv", object.OpFloorDiv, true}, {"mod", object.OpMod, true},
	{"pow", object.OpPow, true}, {"matmul", object.OpMatMul, true}, {"lshift", object.OpLShift, true},
	{"rshift", object.OpRShift, true}, {"and", object.OpAnd, true}, {"or", object.OpOr, true}, {"xor", object.OpXor, true},
}

var compare = []struct {
	name string
	op   object.CmpOp
}{{"lt", object.CmpLT}, {"le", object.CmpLE}, {"eq", object.CmpEQ}, {"ne", object.CmpNE}, {"gt", object.CmpGT}, {"ge", object.CmpGE}}

const (
	one = "(a, /)"
	two = "(a, b, /)"
)

// plainName is the name of a function: Python keywords get an underscore.
func plainName(n string) string {
	if n == "and" || n == "or" {
		return n + "_"
	}
	return n
}

// operators returns the functions made from the tables, with their dunder names.
func operators() (fns []object.Func, aliases map[string]string) {
	aliases = map[string]string{}
	add := func(name, dunder, doc string, fn func(*thread, []value) (value, error)) {
		fns = append(fns, object.Func{Name: name, Sig: two, Doc: doc, Fn: fn})
		aliases[dunder] = name
	}
	for _, b := range binary {
		n := plainName(b.name)
		add(n, "__"+b.name+"__", "Apply the operator to a and b.", func(t *thread, a []value) (value, error) {
			return object.BinaryOp(t, a[0], a[1], b.op)
		})
		add("i"+b.name, "__i"+b.name+"__", "Apply the in-place operator to a and b and return the result.", func(t *thread, a []value) (value, error) {
			return object.InplaceOp(t, a[0], a[1], b.op)
		})
	}
	for _, c := range compare {
		add(c.name, "__"+c.name+"__", "Compare a and b.", func(t *thread, a []value) (value, error) {
			return object.RichCompare(t, a[0], a[1], c.op)
		})
	}
	return append(fns, rows...), aliases
}

// dunders are the functions of rows that have a second name.
var dunders = map[string]string{
	"__abs__": "abs", "__call__": "call", "__concat__": "concat", "__contains__": "contains", "__delitem__": "delitem",
	"__getitem__": "getitem", "__setitem__": "setitem", "__iconcat__": "iconcat", "__index__": "index", "__inv__": "inv",
	"__invert__": "invert", "__neg__": "neg", "__not__": "not_", "__pos__": "pos",
}

func unary(get func(s *object.Slots) object.UnaryFunc, symbol string) func(*thread, []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		if f := get(&a[0].O.Type.Slots); f != nil {
			return f(t, a[0])
		}
		return value{}, object.TypeErrorf("bad operand type for %s: '%s'", symbol, a[0].O.Type.MsgName())
	}
}

func negSlot(s *object.Slots) object.UnaryFunc    { return s.Neg }
func posSlot(s *object.Slots) object.UnaryFunc    { return s.Pos }
func absSlot(s *object.Slots) object.UnaryFunc    { return s.Abs }
func invertSlot(s *object.Slots) object.UnaryFunc { return s.Invert }

// concat is + of sequences.
func concat(t *thread, a, b value, op object.BinOp, f object.BinaryFunc) (value, error) {
	if !object.IsSequence(a) {
		return value{}, object.TypeErrorf("'%s' object can't be concatenated", a.O.Type.MsgName())
	}
	if f != nil {
		return f(t, a, b)
	}
	if op == object.OpAdd {
		return object.BinaryOp(t, a, b, op)
	}
	return object.InplaceOp(t, a, b, object.OpAdd)
}

// find walks a for items equal to b: their count, or the index of the first.
func find(t *thread, a, b value, first bool) (int, error) {
	it, err := object.Iter(t, a)
	if err != nil {
		if object.IsExc(err, &object.TypeErrorType) && a.O.Type.Slots.Iter == nil && a.O.Type.Slots.GetItem == nil {
			return 0, object.TypeErrorf("argument of type '%s' is not iterable", a.O.Type.MsgName())
		}
		return 0, err
	}
	for i, n := 0, 0; ; i++ {
		x, err := object.Next(t, it)
		if err != nil && object.IsExc(err, &object.StopIterationType) {
			x, err = value{}, nil
		}
		if err != nil {
			return 0, err
		}
		if x.O == nil {
			if first {
				return 0, object.ValueErrorf("sequence.index(x): x not in sequence")
			}
			return n, nil
		}
		same := x == b
		if !same {
			if same, err = object.Equal(t, x, b); err != nil {
				return 0, err
			}
		}
		if same && first {
			return i, nil
		}
		if same {
			n++
		}
		if i&255 == 255 {
			if err := t.Poll(1); err != nil {
				return 0, err
			}
		}
	}
}

func truth(t *thread, v value, want bool) (value, error) {
	ok, err := object.Truth(t, v)
	if err != nil {
		return value{}, err
	}
	return object.Bool(ok == want), nil
}

var rows = []object.Func{
	{Name: "neg", Sig: one, Doc: "Return -a.", Fn: unary(negSlot, "unary -")},
	{Name: "pos", Sig: one, Doc: "Return +a.", Fn: unary(posSlot, "unary +")},
	{Name: "abs", Sig: one, Doc: "Return abs(a).", Fn: unary(absSlot, "abs()")},
	{Name: "inv", Sig: one, Doc: "Return ~a.", Fn: unary(invertSlot, "unary ~")},
	{Name: "invert", Sig: one, Doc: "Return ~a.", Fn: unary(invertSlot, "unary ~")},
	{Name: "index", Sig: one, Doc: "Return a converted to an int, if it is one.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.Index(t, a[0])
		if err != nil || n.O.Type == &object.IntType {
			return n, err
		}
		b, _ := object.AsBig(n)
		return object.BigInt(b), nil
	}},
	{Name: "not_", Sig: one, Doc: "Return not a.", Fn: func(t *thread, a []value) (value, error) { return truth(t, a[0], false) }},
	{Name: "truth", Sig: one, Doc: "Return the truth of a.", Fn: func(t *thread, a []value) (value, error) { return truth(t, a[0], true) }},
	{Name: "is_", Sig: two, Doc: "Return a is b.", Fn: func(t *thread, a []value) (value, error) { return object.Bool(a[0] == a[1]), nil }},
	{Name: "is_not", Sig: two, Doc: "Return a is not b.", Fn: func(t *thread, a []value) (value, error) { return object.Bool(a[0] != a[1]), nil }},
	{Name: "is_none", Sig: one, Doc: "Return a is None.", Fn: func(t *thread, a []value) (value, error) { return object.Bool(a[0].IsNone()), nil }},
	{Name: "is_not_none", Sig: one, Doc: "Return a is not None.", Fn: func(t *thread, a []value) (value, error) { return object.Bool(!a[0].IsNone()), nil }},
	{Name: "concat", Sig: two, Doc: "Return a + b for sequences.", Fn: func(t *thread, a []value) (value, error) {
		return concat(t, a[0], a[1], object.OpAdd, a[0].O.Type.Slots.Concat)
	}},
	{Name: "iconcat", Sig: two, Doc: "Return a += b for sequences.", Fn: func(t *thread, a []value) (value, error) {
		s := &a[0].O.Type.Slots
		f := s.InplaceConcat
		if f == nil {
			f = s.Concat
		}
		return concat(t, a[0], a[1], object.OpMul, f)
	}},
	{Name: "contains", Sig: two, Doc: "Return b in a.", Fn: func(t *thread, a []value) (value, error) {
		ok, err := object.Contains(t, a[0], a[1])
		return object.Bool(ok), err
	}},
	{Name: "countOf", Sig: two, Doc: "Return how many items of a equal b.", Fn: func(t *thread, a []value) (value, error) {
		n, err := find(t, a[0], a[1], false)
		return object.IntOf(n), err
	}},
	{Name: "indexOf", Sig: two, Doc: "Return the index of the first item of a that equals b.", Fn: func(t *thread, a []value) (value, error) {
		n, err := find(t, a[0], a[1], true)
		return object.IntOf(n), err
	}},
	{Name: "getitem", Sig: two, Doc: "Return a[b].", Fn: func(t *thread, a []value) (value, error) { return object.GetItem(t, a[0], a[1]) }},
	{Name: "setitem", Sig: "(a, b, c, /)", Doc: "Set a[b] to c.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, object.SetItem(t, a[0], a[1], a[2])
	}},
	{Name: "delitem", Sig: two, Doc: "Delete a[b].", Fn: func(t *thread, a []value) (value, error) {
		return object.None, object.SetItem(t, a[0], a[1], value{})
	}},
	{Name: "call", Sig: "(obj, /, *args, **kwargs)", Doc: "Return obj(*args, **kwargs).", Fn: func(t *thread, a []value) (value, error) {
		args := append([]value(nil), object.As[object.Tuple](a[1]).Items...)
		var names []value
		object.As[object.Dict](a[2]).Each(func(k, v value) bool {
			names, args = append(names, k), append(args, v)
			return true
		})
		return object.Call(t, a[0], args, names)
	}},
	{Name: "length_hint", Sig: "(obj, default=0, /)", Doc: "Return an estimate of the number of items in obj.", Fn: lengthHint},
}

func lengthHint(t *thread, a []value) (value, error) {
	def := 0
	if a[1].O != nil {
		if !object.IsIntLike(a[1]) {
			return value{}, object.TypeErrorf("'%s' object cannot be interpreted as an integer", a[1].O.Type.MsgName())
		}
		var err error
		if def, err = object.SsizeArg(t, a[1]); err != nil {
			return value{}, err
		}
	}
	n, err := object.LengthHint(t, a[0], def)
	return object.IntOf(n), err
}

// Module declares operator.
func Module() object.ModuleSpec { return spec("operator") }

// Core declares _operator.
func Core() object.ModuleSpec { return spec("_operator") }

func spec(name string) object.ModuleSpec {
	fns, aliases := operators()
	return object.ModuleSpec{Name: name, Doc: "Python's operators as functions.", Funcs: fns,
		Types: []*object.Type{&attrgetterType, &itemgetterType, &methodcallerType},
		Init: func(t *thread, m *object.Module) error {
			for _, table := range []map[string]string{aliases, dunders} {
				for alias, n := range table {
					f, _ := m.D.GetStr(t.Intern(n))
					m.Set(t, alias, f)
				}
			}
			var public []value
			for _, k := range m.D.Keys() {
				if s, _ := object.AsStr(k); s.String()[0] != '_' {
					public = append(public, k)
				}
			}
			m.Set(t, "__all__", object.NewListOwned(public))
			return nil
		}}
}
