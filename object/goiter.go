package object

// GoIter is an iterator whose items a Go function makes, for modules that need
// no type of their own for it.
type GoIter struct {
	Header
	name string
	next func(t *Thread) (Value, error)
}

var goIterType Type

// NewGoIter returns an iterator that calls next for its items; the zero Value
// ends it. name is shown in its repr.
func NewGoIter(name string, next func(t *Thread) (Value, error)) Value {
	return Wrap(&GoIter{Header{&goIterType}, name, next})
}

func init() {
	goIterType.Define(TypeSpec{Name: "iterator", Flags: FlagNoNew, Slots: Slots{
		Iter: SelfIter,
		Next: func(t *Thread, v Value) (Value, error) {
			it := As[GoIter](v)
			if it.next == nil {
				return Value{}, nil
			}
			x, err := it.next(t)
			if err != nil || x.O == nil {
				it.next = nil
			}
			return x, err
		},
		Repr: func(t *Thread, v Value) (Value, error) {
			return NewStrf("<%s object at 0x%x>", As[GoIter](v).name, t.Interp.ID(v)), nil
		},
	}})
}
