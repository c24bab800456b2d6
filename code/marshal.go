package code

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/big"
)

// The binary form of a code object: a header (magic, format version, hash of
// the opcode table, SHA-256 of the rest) and the object tree. Strings are
// written once and referred to by number afterwards. It holds for one build of
// gopy: another opcode table is refused.

const (
	marshalMagic   = "gopyc\x01"
	marshalHeader  = len(marshalMagic) + 8 + sha256.Size
	marshalMaxNest = 1000
)

// Errors of Unmarshal.
var (
	ErrVersion = errors.New("code: made for another version of gopy")
	ErrCorrupt = errors.New("code: damaged data")
)

// Marshal returns the binary form of c.
func Marshal(c *Code) []byte {
	e := encoder{strings: map[string]uint64{}}
	e.value(c)
	out := make([]byte, 0, marshalHeader+len(e.b))
	out = append(out, marshalMagic...)
	out = binary.LittleEndian.AppendUint64(out, TableHash)
	sum := sha256.Sum256(e.b)
	out = append(out, sum[:]...)
	return append(out, e.b...)
}

// Hash identifies the code object by content, nested code included.
func Hash(c *Code) [sha256.Size]byte {
	e := encoder{strings: map[string]uint64{}}
	e.value(c)
	return sha256.Sum256(e.b)
}

// Unmarshal reads what Marshal wrote. It checks version, hash, sizes and
// nesting; whoever does not trust the data calls Verify as well.
func Unmarshal(data []byte) (*Code, error) {
	if len(data) < marshalHeader || !bytes.HasPrefix(data, []byte(marshalMagic)) ||
		binary.LittleEndian.Uint64(data[len(marshalMagic):]) != TableHash {
		return nil, ErrVersion
	}
	body := data[marshalHeader:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], data[marshalHeader-sha256.Size:marshalHeader]) {
		return nil, ErrCorrupt
	}
	return decodeBody(body)
}

func decodeBody(body []byte) (*Code, error) {
	d := decoder{b: body}
	v := d.value(0)
	if c, ok := v.(*Code); ok && d.err == nil && len(d.b) == 0 {
		return c, nil
	}
	if d.err == nil {
		d.err = ErrCorrupt
	}
	return nil, d.err
}

type encoder struct {
	b       []byte
	strings map[string]uint64
}

func (e *encoder) uint(v uint64) { e.b = appendUvarint(e.b, v) }
func (e *encoder) int(v int)     { e.b = appendSvarint(e.b, int64(v)) }

// str writes 0 and the text, or 1 + the number of an earlier string.
func (e *encoder) str(s string) {
	if n, ok := e.strings[s]; ok {
		e.uint(n + 1)
		return
	}
	e.strings[s] = uint64(len(e.strings))
	e.uint(0)
	e.uint(uint64(len(s)))
	e.b = append(e.b, s...)
}

func (e *encoder) tag(t byte) { e.b = append(e.b, t) }

func (e *encoder) value(v any) {
	switch v := v.(type) {
	case nil:
		e.tag('N')
	case bool:
		if v {
			e.tag('T')
		} else {
			e.tag('F')
		}
	case int64:
		e.tag('i')
		e.b = appendSvarint(e.b, v)
	case *big.Int:
		if v.Sign() < 0 {
			e.tag('-')
		} else {
			e.tag('+')
		}
		e.str(string(v.Bytes()))
	case float64:
		e.tag('f')
		e.b = binary.LittleEndian.AppendUint64(e.b, math.Float64bits(v))
	case complex128:
		e.tag('c')
		e.b = binary.LittleEndian.AppendUint64(e.b, math.Float64bits(real(v)))
		e.b = binary.LittleEndian.AppendUint64(e.b, math.Float64bits(imag(v)))
	case string:
		e.tag('s')
		e.str(v)
	case Bytes:
		e.tag('b')
		e.str(string(v))
	case Ellipsis:
		e.tag('E')
	case Tuple:
		e.list('t', v)
	case FrozenSet:
		e.list('z', v)
	case Slice:
		e.list('l', v[:])
	case *Code:
		e.code(v)
	default:
		panic(fmt.Sprintf("code: constant of type %T", v))
	}
}

func (e *encoder) list(tag byte, items []any) {
	e.tag(tag)
	e.uint(uint64(len(items)))
	for _, x := range items {
		e.value(x)
	}
}

func (e *encoder) code(c *Code) {
	e.tag('C')
	e.str(c.Name)
	e.str(c.Qualname)
	e.str(c.Filename)
	for _, n := range [...]int{c.Flags, c.ArgCount, c.PosOnlyArgCount, c.KwOnlyArgCount, c.NCell, c.NFree, c.NRegs, c.FirstLine} {
		e.int(n)
	}
	e.uint(uint64(len(c.LocalsPlus)))
	for _, l := range c.LocalsPlus {
		e.str(l.Name)
		e.tag(l.Kind)
	}
	e.uint(uint64(len(c.Ins)))
	for _, in := range c.Ins {
		e.uint(uint64(in.Op))
		e.uint(uint64(in.A))
		e.uint(uint64(in.B))
		e.uint(uint64(in.C))
	}
	e.list('t', c.Consts)
	e.uint(uint64(len(c.Names)))
	for _, s := range c.Names {
		e.str(s)
	}
	e.uint(uint64(len(c.Exc)))
	for _, x := range c.Exc {
		e.uint(uint64(x.Start))
		e.uint(uint64(x.End))
		e.uint(uint64(x.Target))
		e.uint(uint64(x.Reg))
	}
	e.uint(uint64(len(c.Lines)))
	e.b = append(e.b, c.Lines...)
}

type decoder struct {
	b       []byte
	strings []string
	err     error
}

func (d *decoder) fail() {
	if d.err == nil {
		d.err = ErrCorrupt
	}
	d.b = nil
}

func (d *decoder) uint() uint64 {
	if len(d.b) == 0 {
		d.fail()
		return 0
	}
	var v uint64
	v, d.b = uvarint(d.b)
	return v
}

func (d *decoder) int() int {
	u := d.uint()
	return int(int64(u>>1) ^ -int64(u&1))
}

func (d *decoder) u16() uint16 {
	v := d.uint()
	if v > math.MaxUint16 {
		d.fail()
	}
	return uint16(v)
}

func (d *decoder) u32() uint32 {
	v := d.uint()
	if v > math.MaxUint32 {
		d.fail()
	}
	return uint32(v)
}

// length reads a number of items of at least size bytes each.
func (d *decoder) length(size int) int {
	v := d.uint()
	if v > uint64(len(d.b)/size) {
		d.fail()
		return 0
	}
	return int(v)
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.b) {
		d.fail()
		return nil
	}
	s := d.b[:n]
	d.b = d.b[n:]
	return s
}

func (d *decoder) byte() byte {
	s := d.bytes(1)
	if s == nil {
		return 0
	}
	return s[0]
}

func (d *decoder) u64() uint64 {
	s := d.bytes(8)
	if s == nil {
		return 0
	}
	return binary.LittleEndian.Uint64(s)
}

func (d *decoder) str() string {
	n := d.uint()
	if n > 0 {
		if n > uint64(len(d.strings)) {
			d.fail()
			return ""
		}
		return d.strings[n-1]
	}
	s := string(d.bytes(d.length(1)))
	d.strings = append(d.strings, s)
	return s
}

func (d *decoder) value(depth int) any {
	if depth > marshalMaxNest {
		d.fail()
		return nil
	}
	switch tag := d.byte(); tag {
	case 'N':
		return nil
	case 'T':
		return true
	case 'F':
		return false
	case 'i':
		return int64(d.int())
	case '+', '-':
		n := new(big.Int).SetBytes([]byte(d.str()))
		if tag == '-' {
			n.Neg(n)
		}
		if n.IsInt64() {
			d.fail()
		}
		return n
	case 'f':
		return math.Float64frombits(d.u64())
	case 'c':
		re := math.Float64frombits(d.u64())
		return complex(re, math.Float64frombits(d.u64()))
	case 's':
		return d.str()
	case 'b':
		return Bytes(d.str())
	case 'E':
		return Ellipsis{}
	case 't':
		return Tuple(d.list(depth))
	case 'z':
		return FrozenSet(d.list(depth))
	case 'l':
		l := d.list(depth)
		if len(l) != 3 {
			d.fail()
			return nil
		}
		return Slice{l[0], l[1], l[2]}
	case 'C':
		return d.code(depth)
	}
	d.fail()
	return nil
}

func (d *decoder) list(depth int) []any {
	items := make([]any, d.length(1))
	for i := range items {
		items[i] = d.value(depth + 1)
	}
	return items
}

func (d *decoder) code(depth int) *Code {
	c := &Code{Name: d.str(), Qualname: d.str(), Filename: d.str()}
	for _, p := range [...]*int{&c.Flags, &c.ArgCount, &c.PosOnlyArgCount, &c.KwOnlyArgCount, &c.NCell, &c.NFree, &c.NRegs, &c.FirstLine} {
		*p = d.int()
		if p != &c.FirstLine && (*p < 0 || *p > math.MaxInt32) {
			d.fail()
		}
	}
	if n := d.length(2); n > 0 {
		c.LocalsPlus = make([]Local, n)
	}
	for i := range c.LocalsPlus {
		c.LocalsPlus[i] = Local{d.str(), d.byte()}
	}
	c.Ins = make([]Ins, d.length(4))
	for i := range c.Ins {
		c.Ins[i] = Ins{Op(d.u16()), d.u16(), d.u16(), d.u16()}
	}
	if d.byte() != 't' {
		d.fail()
	}
	if l := d.list(depth); len(l) > 0 {
		c.Consts = l
	}
	if n := d.length(1); n > 0 {
		c.Names = make([]string, n)
	}
	for i := range c.Names {
		c.Names[i] = d.str()
	}
	if n := d.length(4); n > 0 {
		c.Exc = make([]ExcEntry, n)
	}
	for i := range c.Exc {
		c.Exc[i] = ExcEntry{d.u32(), d.u32(), d.u32(), d.u16()}
	}
	if n := d.length(1); n > 0 {
		c.Lines = append([]byte(nil), d.bytes(n)...)
	}
	if len(c.Ins) == 0 {
		d.fail()
	}
	return c
}
