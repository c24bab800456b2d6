package object

// tuple storage; methods are in tuplemethods.go.

// TupleType is tuple.
var TupleType Type

// Tuple is a tuple object. Items must not be modified.
type Tuple struct {
	Header
	Items []Value
}

// EmptyTuple is ().
var EmptyTuple = Wrap(&Tuple{Header: Header{&TupleType}})

type tuple1 struct {
	Tuple
	cells [1]Value
}

type tuple2 struct {
	Tuple
	cells [2]Value
}

type tuple3 struct {
	Tuple
	cells [3]Value
}

type tuple4 struct {
	Tuple
	cells [4]Value
}

// NewTuple returns a tuple of a copy of items.
func NewTuple(items ...Value) Value {
	switch len(items) {
	case 0:
		return EmptyTuple
	case 1:
		t := &tuple1{Tuple: Tuple{Header: Header{&TupleType}}, cells: [1]Value{items[0]}}
		t.Items = t.cells[:]
		return Wrap(t)
	case 2:
		return NewTuple2(items[0], items[1])
	case 3:
		t := &tuple3{Tuple: Tuple{Header: Header{&TupleType}}, cells: [3]Value(items)}
		t.Items = t.cells[:]
		return Wrap(t)
	case 4:
		t := &tuple4{Tuple: Tuple{Header: Header{&TupleType}}, cells: [4]Value(items)}
		t.Items = t.cells[:]
		return Wrap(t)
	}
	return NewTupleOwned(append([]Value(nil), items...))
}

// NewTuple2 returns the pair (a, b).
func NewTuple2(a, b Value) Value {
	t := &tuple2{Tuple: Tuple{Header: Header{&TupleType}}, cells: [2]Value{a, b}}
	t.Items = t.cells[:]
	return Wrap(t)
}

// NewTupleOwned returns a tuple that takes ownership of items.
func NewTupleOwned(items []Value) Value {
	if len(items) == 0 {
		return EmptyTuple
	}
	return Wrap(&Tuple{Header: Header{&TupleType}, Items: items})
}
