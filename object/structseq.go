package object

// Struct sequences: tuples whose items have names, as sys.version_info and
// time.struct_time.

import "unsafe"

// StructSeq declares a struct sequence type.
type StructSeq struct {
	Module, Name, Doc string
	Fields            []string // visible items, in order
	Extra             []string // attributes beyond the visible items
	Single            bool     // there is one instance, and Python code makes no other
}

// DefineStructSeq makes tp the struct sequence type of s; call it from init.
func DefineStructSeq(tp *Type, s StructSeq) {
	n := len(s.Fields)
	var gs []GetSet
	for i, f := range append(append([]string(nil), s.Fields...), s.Extra...) {
		gs = append(gs, GetSet{Name: f, Get: func(t *Thread, v Value) (Value, error) {
			items := structItems(v)
			if i < len(items) {
				return items[i], nil
			}
			return None, nil
		}})
	}
	tp.Define(TypeSpec{
		Name: s.Name, Module: s.Module, Doc: s.Doc, Base: &TupleType, Size: unsafe.Sizeof(structSeq{}),
		GetSets: gs,
		Slots: Slots{Repr: func(t *Thread, v Value) (Value, error) {
			b := []byte(s.Name + "(")
			if s.Module != "builtins" {
				b = []byte(s.Module + "." + s.Name + "(")
			}
			for i, x := range As[Tuple](v).Items {
				if i > 0 {
					b = append(b, ", "...)
				}
				r, err := Repr(t, x)
				if err != nil {
					return Value{}, err
				}
				b = append(append(b, s.Fields[i]+"="...), r...)
			}
			return NewStr(string(append(b, ')'))), nil
		}, New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
			if s.Single {
				return Value{}, TypeErrorf("cannot create '%s' instances", tp.FullName(t))
			}
			if len(args) < 1 {
				return Value{}, TypeErrorf("%s() missing required argument 'sequence' (pos 1)", s.Name)
			}
			items, err := Items(t, args[0])
			if err != nil {
				return Value{}, err
			}
			if len(items) < n {
				return Value{}, TypeErrorf("%s.%s() takes an at least %d-sequence (%d-sequence given)", s.Module, s.Name, n, len(items))
			}
			if len(items) > n+len(s.Extra) {
				return Value{}, TypeErrorf("%s.%s() takes an at most %d-sequence (%d-sequence given)", s.Module, s.Name, n+len(s.Extra), len(items))
			}
			return NewStructSeq(tp, n, items...), nil
		}},
		Methods: []Func{{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *Thread, a []Value) (Value, error) {
			return NewTuple(Wrap(a[0].O.Type), NewTuple(NewTuple(structItems(a[0])...), Wrap(NewDict()))), nil
		}}},
		Consts: func() map[string]Value {
			return map[string]Value{"n_fields": IntOf(n + len(s.Extra)), "n_sequence_fields": IntOf(n), "n_unnamed_fields": Int(0),
				"__match_args__": strsTuple(s.Fields)}
		},
	})
	tp.Solid = &TupleType
}

func strsTuple(list []string) Value {
	items := make([]Value, len(list))
	for i, s := range list {
		items[i] = NewStr(s)
	}
	return NewTupleOwned(items)
}

// structSeq is a tuple that may keep more items than it shows.
type structSeq struct {
	Tuple
	all []Value
}

func structItems(v Value) []Value { return As[structSeq](v).all }

// NewStructSeq returns an instance of struct sequence type tp that shows the
// first n of items.
func NewStructSeq(tp *Type, n int, items ...Value) Value {
	s := &structSeq{all: append([]Value(nil), items...)}
	s.Type = tp
	s.Items = s.all[:n]
	return Wrap(s)
}
