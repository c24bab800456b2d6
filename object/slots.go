package object

// Slots are the operations of a type: Go functions that built-in types fill
// directly and that classes written in Python fill with dispatchers to their
// special methods (see slotdefs.go, the one table pairing the two).

type (
	// UnaryFunc is an operation on one operand.
	UnaryFunc func(t *Thread, v Value) (Value, error)
	// BinaryFunc is an operation on two operands; it may return NotImplemented.
	BinaryFunc func(t *Thread, a, b Value) (Value, error)
	// CallFunc calls v. The values of keyword arguments are the last len(kw)
	// elements of args and kw holds their names (str). args must not be kept.
	CallFunc func(t *Thread, v Value, args []Value, kw []Value) (Value, error)
)

// BinOp numbers the binary operators.
type BinOp uint8

// The binary operators, in the order of their opcodes.
const (
	OpAdd BinOp = iota
	OpSub
	OpMul
	OpTrueDiv
	OpFloorDiv
	OpMod
	OpPow
	OpMatMul
	OpLShift
	OpRShift
	OpAnd
	OpOr
	OpXor
	OpDivmod
	NBinOp
)

// CmpOp numbers the rich comparisons.
type CmpOp uint8

// The rich comparisons.
const (
	CmpLT CmpOp = iota
	CmpLE
	CmpEQ
	CmpNE
	CmpGT
	CmpGE
)

// Swapped gives the operator to try on the reflected operand.
func (op CmpOp) Swapped() CmpOp { return [...]CmpOp{CmpGT, CmpGE, CmpEQ, CmpNE, CmpLT, CmpLE}[op] }

func (op CmpOp) String() string { return [...]string{"<", "<=", "==", "!=", ">", ">="}[op] }

// Slots is the table of a type's operations; a nil entry means unsupported.
type Slots struct {
	Repr, Str UnaryFunc
	Hash      func(t *Thread, v Value) (int64, error)
	Call      CallFunc
	// GetAttr and SetAttr take interned names; SetAttr with a missing val deletes.
	GetAttr func(t *Thread, v Value, name *Str) (Value, error)
	SetAttr func(t *Thread, v Value, name *Str, val Value) error
	RichCmp func(t *Thread, a, b Value, op CmpOp) (Value, error)
	Iter    UnaryFunc
	Next    UnaryFunc // zero Value and nil error: exhausted
	// DescrGet: obj is missing when looked up on the class.
	DescrGet func(t *Thread, descr, obj, owner Value) (Value, error)
	DescrSet func(t *Thread, descr, obj, val Value) error
	New      func(t *Thread, tp *Type, args []Value, kw []Value) (Value, error)
	Init     func(t *Thread, self Value, args []Value, kw []Value) error
	Bool     func(t *Thread, v Value) (bool, error)
	Len      func(t *Thread, v Value) (int, error)
	GetItem  BinaryFunc
	SetItem  func(t *Thread, v, key, val Value) error // missing val deletes
	Contains func(t *Thread, v, item Value) (bool, error)

	Binary  [NBinOp]BinaryFunc
	Inplace [NBinOp]BinaryFunc
	Pow3    func(t *Thread, a, b, mod Value) (Value, error)
	// Concat and Repeat are + and * of sequences, tried after the numeric slots.
	Concat, InplaceConcat BinaryFunc
	Repeat, InplaceRepeat func(t *Thread, v Value, n int) (Value, error)

	Neg, Pos, Abs, Invert, ToInt, ToFloat, Index UnaryFunc
	Await, AIter, ANext                          UnaryFunc

	// Send resumes a generator-like object with x; done says that it returned
	// the value instead of yielding it.
	Send func(t *Thread, v, x Value) (r Value, done bool, err error)
	// Buffer gives the object's contiguous memory and whether it may be written
	// to; the memory must not be kept across calls that may run Python code.
	Buffer func(v Value) (b []byte, writable bool, err error)
	// Pin counts the users of the memory (delta 1 or -1); while there are any the
	// object refuses to change its size.
	Pin func(v Value, delta int)
	// BufferFormat describes the items of the memory as a struct format and
	// their size; nil means unsigned bytes.
	BufferFormat func(v Value) (format string, itemsize int)
	// Traverse calls visit for every Value the object refers to.
	Traverse func(v Value, visit func(Value))
	// Finalize is the object's __del__.
	Finalize func(t *Thread, v Value) error
}
