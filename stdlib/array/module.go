package array

import (
	"encoding/binary"
	"math"
	"math/big"
	"slices"

	"github.com/gopy-lang/gopy/internal/wtf8"
	"github.com/gopy-lang/gopy/object"
)

// Module declares array.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "array", Doc: "Arrays of numbers and characters that take little memory.", Types: []*object.Type{&Type},
		Funcs: []object.Func{{Name: "_array_reconstructor", Sig: "(arraytype, typecode, mformat_code, items, /)", Doc: "Make an array from a pickle.", Fn: reconstruct}},
		Init: func(t *thread, m *object.Module) error {
			m.Set(t, "ArrayType", object.Wrap(&Type))
			m.Set(t, "typecodes", object.NewStr("bBuwhHiIlLqQfd"))
			abc, err := object.ImportModule(t, "collections.abc")
			if err != nil {
				return err
			}
			seq, err := object.GetAttrStr(t, abc, "MutableSequence")
			if err != nil {
				return err
			}
			_, err = object.CallMethod(t, seq, "register", object.Wrap(&Type))
			return err
		}}
}

// machine is a machine format of pickles.
type machine struct {
	size          int
	signed, float bool
	big           bool
	text          bool
}

// machineOf describes machine format n.
func machineOf(n int) (machine, bool) {
	switch {
	case n == 0 || n == 1:
		return machine{size: 1, signed: n == 1}, true
	case n >= 2 && n <= 13:
		return machine{size: 2 << ((n - 2) / 4), signed: (n-2)%4 >= 2, big: n%2 == 1}, true
	case n >= 14 && n <= 17:
		return machine{size: 4 << ((n - 14) / 2), float: true, big: n%2 == 1}, true
	case n == 18 || n == 19:
		return machine{size: 2, text: true, big: n == 19}, true
	case n == 20 || n == 21:
		return machine{size: 4, text: true, big: n == 21}, true
	}
	return machine{}, false
}

func reconstruct(t *thread, a []value) (value, error) {
	if a[0].O.Type.Solid != &object.TypeType {
		return value{}, object.TypeErrorf("first argument must be a type object, not %s", a[0].O.Type.MsgName())
	}
	tp := object.As[object.Type](a[0])
	if !tp.IsSubtype(&Type) {
		return value{}, object.TypeErrorf("%s is not a subtype of array.array", tp.MsgName())
	}
	s, ok := object.AsStr(a[1])
	if !ok || s.CharLen() != 1 {
		return value{}, object.TypeErrorf("_array_reconstructor() argument 2 must be a unicode character, not %s", a[1].O.Type.MsgName())
	}
	r, _ := wtf8.Decode(s.String())
	k := kindOf(r)
	if k == nil {
		return value{}, object.ValueErrorf("second argument must be a valid type code")
	}
	n, err := object.IndexInt(t, a[2], &object.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	m, ok := machineOf(n)
	if !ok {
		return value{}, object.ValueErrorf("third argument must be a valid machine format code.")
	}
	if a[3].O.Type.Solid != &object.BytesType {
		return value{}, object.TypeErrorf("fourth argument should be bytes, not %s", a[3].O.Type.MsgName())
	}
	b, _ := object.BytesOf(a[3])
	unit := m.size
	if m.text && n != k.mformat {
		unit *= 2 // so CPython has it
	}
	if len(b)%unit != 0 {
		return value{}, object.ValueErrorf("string length not a multiple of item size")
	}
	x := object.Alloc[array](tp, &Type)
	x.kind = k
	if m.text && m.size == 2 {
		name := "utf-16-le"
		if m.big {
			name = "utf-16-be"
		}
		v, err := object.CallMethod(t, a[3], "decode", object.NewStr(name))
		if err != nil {
			return value{}, err
		}
		return object.Wrap(x), x.fromText(t, object.As[object.Str](v).String())
	}
	for i := 0; i < len(b); i += m.size {
		v, err := m.value(b[i : i+m.size])
		if err != nil {
			return value{}, err
		}
		if err := x.append(t, v); err != nil {
			return value{}, err
		}
	}
	return object.Wrap(x), nil
}

// value reads an item in a machine format.
func (m machine) value(b []byte) (value, error) {
	b = slices.Clone(b)
	if !m.big {
		slices.Reverse(b)
	}
	switch {
	case m.float && m.size == 4:
		return object.Float(float64(math.Float32frombits(binary.BigEndian.Uint32(b)))), nil
	case m.float:
		return object.Float(math.Float64frombits(binary.BigEndian.Uint64(b))), nil
	case m.text:
		slices.Reverse(b)
		return getChar(b)
	}
	n := new(big.Int).SetBytes(b)
	if m.signed && b[0]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*m.size)))
	}
	return object.BigInt(n), nil
}
