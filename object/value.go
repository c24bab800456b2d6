package object

// Value: the 16-byte representation of every Python object, and the immediate
// ints, floats, bools and singletons that need no allocation.

import (
	"math"
	"math/big"
	"unsafe"
)

// Header starts every object; its only word is the object's type.
type Header struct{ Type *Type }

// Value is a Python object. Ints that fit 64 bits, floats, bools, None and the
// other singletons are immediate: O is the address of a static header and N
// holds the bits. For every other object N is 0, so that == on Values is
// Python's `is`. The zero Value means "no value" (unbound, missing, exhausted).
type Value struct {
	O *Header
	N uint64
}

// Static headers of immediate values. RangeIter and ListIter mark unboxed loop
// state in registers; they never escape the evaluation loop.
var (
	IntHeader            = Header{&IntType}
	FloatHeader          = Header{&FloatType}
	BoolHeader           = Header{&BoolType}
	NoneHeader           = Header{&NoneTypeType}
	NotImplementedHeader = Header{&NotImplementedType}
	EllipsisHeader       = Header{&EllipsisType}
	RangeIterHeader      = Header{&loopStateType}
	ListIterHeader       = Header{&loopStateType}
	TupleIterHeader      = Header{&loopStateType}
	markHeader           = Header{&loopStateType}
)

var loopStateType Type

// The singletons.
var (
	None           = Value{&NoneHeader, 0}
	NotImplemented = Value{&NotImplementedHeader, 0}
	Ellipsis       = Value{&EllipsisHeader, 0}
	True           = Value{&BoolHeader, 1}
	False          = Value{&BoolHeader, 0}
)

// Int returns the int i.
func Int(i int64) Value { return Value{&IntHeader, uint64(i)} }

// IntOf returns the int i.
func IntOf(i int) Value { return Value{&IntHeader, uint64(int64(i))} }

// Float returns the float f.
func Float(f float64) Value { return Value{&FloatHeader, math.Float64bits(f)} }

// Bool returns True or False.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// Obj returns the value of a heap object given its header.
func Obj(h *Header) Value { return Value{h, 0} }

// IsNil reports whether v is the missing value.
func (v Value) IsNil() bool { return v.O == nil }

// IsNone reports whether v is None.
func (v Value) IsNone() bool { return v.O == &NoneHeader }

// IsInt reports whether v is an immediate int (not a bool).
func (v Value) IsInt() bool { return v.O == &IntHeader }

// IsFloat reports whether v is an immediate float.
func (v Value) IsFloat() bool { return v.O == &FloatHeader }

// IsBool reports whether v is True or False.
func (v Value) IsBool() bool { return v.O == &BoolHeader }

// Int64 returns the payload of an immediate int.
func (v Value) Int64() int64 { return int64(v.N) }

// Float64 returns the payload of an immediate float.
func (v Value) Float64() float64 { return math.Float64frombits(v.N) }

// Ptr returns the object as an untyped pointer, for casts to its struct.
func (v Value) Ptr() unsafe.Pointer { return unsafe.Pointer(v.O) }

// TypeOf returns the type of v, which must not be the missing value.
func TypeOf(v Value) *Type { return v.O.Type }

// As casts v to its struct type; the caller has checked the type.
func As[T any](v Value) *T { return (*T)(unsafe.Pointer(v.O)) }

// Wrap returns the Value of a pointer to a struct that starts with a Header.
func Wrap[T any](p *T) Value { return Value{(*Header)(unsafe.Pointer(p)), 0} }

// Is reports whether v's type is tp or a subtype of it.
func (v Value) Is(tp *Type) bool { return v.O.Type == tp || v.O.Type.IsSubtype(tp) }

// solid reports whether v's storage is that of built-in type tp: an instance
// of tp or of any subclass.
func (v Value) solid(tp *Type) bool { return v.O.Type.Solid == tp }

// IntObj stores ints beyond 64 bits and instances of int subclasses.
type IntObj struct {
	Header
	Small int64
	Big   *big.Int // nil when the value is Small
}

// BigInt returns the int b, immediate if it fits. It takes ownership of b.
func BigInt(b *big.Int) Value {
	if b.IsInt64() {
		return Int(b.Int64())
	}
	return Wrap(&IntObj{Header: Header{&IntType}, Big: b})
}

// FloatObj stores instances of float subclasses.
type FloatObj struct {
	Header
	F float64
}

// AsInt64 returns the value of an int (or bool, or instance of a subclass)
// that fits 64 bits.
func AsInt64(v Value) (int64, bool) {
	if v.O == &IntHeader || v.O == &BoolHeader {
		return int64(v.N), true
	}
	if v.O.Type.Solid == &IntType {
		o := As[IntObj](v)
		return o.Small, o.Big == nil
	}
	return 0, false
}

// AsBig returns the value of any int as a big.Int that must not be modified.
func AsBig(v Value) (*big.Int, bool) {
	if v.O == &IntHeader || v.O == &BoolHeader {
		return big.NewInt(int64(v.N)), true
	}
	if v.O.Type.Solid == &IntType {
		o := As[IntObj](v)
		if o.Big == nil {
			return big.NewInt(o.Small), true
		}
		return o.Big, true
	}
	return nil, false
}

// IsIntLike reports whether v is an int, a bool or an instance of a subclass.
func IsIntLike(v Value) bool {
	return v.O == &IntHeader || v.O == &BoolHeader || v.O.Type.Solid == &IntType
}

// exactInt drops an int subclass: bool and subclass instances become ints.
func exactInt(v Value) Value {
	if v.O == &IntHeader {
		return v
	}
	if v.O == &BoolHeader {
		return Int(int64(v.N))
	}
	o := As[IntObj](v)
	if o.Big == nil {
		return Int(o.Small)
	}
	if o.Type == &IntType {
		return v
	}
	return Wrap(&IntObj{Header: Header{&IntType}, Big: o.Big})
}

// AsFloat returns the value of a float or an instance of a subclass.
func AsFloat(v Value) (float64, bool) {
	if v.O == &FloatHeader {
		return math.Float64frombits(v.N), true
	}
	if v.O.Type.Solid == &FloatType {
		return As[FloatObj](v).F, true
	}
	return 0, false
}
