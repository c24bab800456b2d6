package pickle

import (
	"encoding/binary"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

func itoa(i int) string { return strconv.Itoa(i) }

// save writes v. pers says whether persistent_id may be asked about it.
func (p *Pickler) save(v value, pers bool) error {
	if err := p.boundary(); err != nil {
		return err
	}
	if pers && p.persistent.O != nil {
		if done, err := p.savePersistent(v); done || err != nil {
			return err
		}
	}
	if done, err := p.saveAtom(v); done || err != nil {
		return err
	}
	if p.maxSize > 0 && len(p.buf) > p.maxSize {
		return ErrLimit
	}
	if i, ok := p.memo[v.O]; ok {
		p.get(i)
		return nil
	}
	if err := p.t.Poll(1); err != nil {
		return err
	}
	switch v.O.Type {
	case &object.StrType:
		return p.saveStr(v)
	case &object.BytesType:
		return p.saveBytes(v)
	}
	if p.hook != nil {
		return p.saveHooked(v)
	}
	if err := p.t.EnterNative(" while pickling an object"); err != nil {
		return err
	}
	defer p.t.LeaveNative()
	return p.saveObject(v)
}

// Save writes v, for hooks.
func (p *Pickler) Save(v object.Value) error { return p.save(v, true) }

// saveHooked is save for a pickler with a hook: nested deeper than Python code
// may pickle, and with replacements for what cannot be pickled.
func (p *Pickler) saveHooked(v value) error {
	m := p.Mark()
	if p.depth++; p.depth > p.maxDepth {
		p.depth--
		return p.replace(m, v, object.RecursionErrorf("maximum recursion depth exceeded while pickling an object"))
	}
	done, err := p.hook.Save(p, v)
	if err == nil && !done {
		err = p.saveObject(v)
	}
	p.depth--
	if err != nil {
		return p.replace(m, v, err)
	}
	return nil
}

func (p *Pickler) replace(m Mark, v value, err error) error {
	if _, ok := err.(*object.Exception); !ok {
		return err
	}
	p.Rollback(m)
	if done, e := p.hook.Failed(p, v, err); done || e != nil {
		return e
	}
	return err
}

// saveAtom writes the values that are never memoized.
func (p *Pickler) saveAtom(v value) (bool, error) {
	switch v.O.Type {
	case &object.NoneTypeType:
		p.op(opNone)
	case &object.BoolType:
		p.saveBool(v == object.True)
	case &object.IntType:
		return true, p.saveInt(v)
	case &object.FloatType:
		f, _ := object.AsFloat(v)
		if p.bin {
			p.op(binary.BigEndian.AppendUint64([]byte{opBinFloat}, math.Float64bits(f))...)
		} else {
			p.text("F" + object.ReprFloat(f) + "\n")
		}
	default:
		return false, nil
	}
	return true, nil
}

func (p *Pickler) saveBool(b bool) {
	switch {
	case p.proto >= 2 && b:
		p.op(opNewTrue)
	case p.proto >= 2:
		p.op(opNewFalse)
	case b:
		p.text("I01\n")
	default:
		p.text("I00\n")
	}
}

func (p *Pickler) saveInt(v value) error {
	n, small := object.AsInt64(v)
	if small && n >= math.MinInt32 && n <= math.MaxInt32 {
		switch {
		case !p.bin:
			p.text("I" + strconv.FormatInt(n, 10) + "\n")
		case n >= 0 && n < 256:
			p.op(opBinInt1, byte(n))
		case n >= 0 && n < 65536:
			p.op(opBinInt2, byte(n), byte(n>>8))
		default:
			p.op(binary.LittleEndian.AppendUint32([]byte{opBinInt}, uint32(n))...)
		}
		return nil
	}
	b, _ := object.AsBig(v)
	if p.proto < 2 {
		p.text("L" + b.String() + "L\n")
		return nil
	}
	data := encodeLong(b)
	if len(data) < 256 {
		p.op(opLong1, byte(len(data)))
	} else {
		p.op(binary.LittleEndian.AppendUint32([]byte{opLong4}, uint32(len(data)))...)
	}
	p.op(data...)
	return nil
}

// encodeLong returns b as little-endian two's complement of the least length.
func encodeLong(b *big.Int) []byte {
	if b.Sign() == 0 {
		return nil
	}
	n := b.BitLen()/8 + 1
	if b.Sign() < 0 {
		b = new(big.Int).Add(b, new(big.Int).Lsh(big.NewInt(1), uint(8*n)))
	}
	out := make([]byte, n)
	b.FillBytes(out)
	for i, j := 0, n-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	if n > 1 && out[n-1] == 0xff && out[n-2]&0x80 != 0 {
		out = out[:n-1]
	}
	return out
}

func decodeLong(b []byte) value {
	if len(b) <= 8 {
		var n int64
		for i := len(b) - 1; i >= 0; i-- {
			n = n<<8 | int64(b[i])
		}
		if k := len(b); k > 0 && k < 8 && b[k-1]&0x80 != 0 {
			n -= 1 << (8 * k)
		}
		return object.Int(n)
	}
	be := make([]byte, len(b))
	for i, c := range b {
		be[len(b)-1-i] = c
	}
	x := new(big.Int).SetBytes(be)
	if be[0]&0x80 != 0 {
		x.Sub(x, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	return object.BigInt(x)
}

// sized writes the header of data of n bytes with the smallest opcode; a zero
// opcode is not available.
func sized(op1, op4, op8 byte, n int) []byte {
	switch {
	case n < 256 && op1 != 0:
		return []byte{op1, byte(n)}
	case uint64(n) <= math.MaxUint32 && op4 != 0:
		return binary.LittleEndian.AppendUint32([]byte{op4}, uint32(n))
	}
	return binary.LittleEndian.AppendUint64([]byte{op8}, uint64(n))
}

func (p *Pickler) saveStr(v value) error {
	s := object.As[object.Str](v).String()
	if !p.bin {
		p.text("V" + rawUnicode(s) + "\n")
		p.memoize(v)
		return nil
	}
	var short byte
	if p.proto >= 4 {
		short = opShortBinUnicode
	}
	if err := p.blob(sized(short, opBinUnicode, opBinUnicode8, len(s)), s); err != nil {
		return err
	}
	p.memoize(v)
	return nil
}

const hexDigits = "0123456789abcdef"

// rawUnicode is raw_unicode_escape with the characters escaped that would end
// or change the line.
func rawUnicode(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := object.DecodeRune(s[i:])
		i += n
		switch {
		case r > 0xffff:
			b.WriteString(`\U`)
			for sh := 28; sh >= 0; sh -= 4 {
				b.WriteByte(hexDigits[r>>sh&15])
			}
		case r > 0xff || r == '\\' || r == 0 || r == '\n' || r == '\r' || r == 0x1a:
			b.WriteString(`\u`)
			for sh := 12; sh >= 0; sh -= 4 {
				b.WriteByte(hexDigits[r>>sh&15])
			}
		default:
			b.WriteByte(byte(r))
		}
	}
	return b.String()
}

func (p *Pickler) saveBytes(v value) error {
	s := object.As[object.Bytes](v).String()
	if p.proto >= 3 {
		if err := p.blob(sized(opShortBinBytes, opBinBytes, opBinBytes8, len(s)), s); err != nil {
			return err
		}
		p.memoize(v)
		return nil
	}
	if s == "" {
		return p.saveReduce(reduction{fn: object.Wrap(&object.BytesType), args: object.EmptyTuple}, v)
	}
	var text []byte
	for i := 0; i < len(s); i++ {
		text = object.AppendRune(text, rune(s[i]))
	}
	enc, err := p.st.attr(p.t, "_codecs", "encode")
	if err != nil {
		return err
	}
	return p.saveReduce(reduction{fn: enc, args: object.NewTuple(object.NewStr(string(text)), object.NewStr("latin1"))}, v)
}

// note adds where in the data err happened.
func (p *Pickler) note(err error, format string, args ...any) error {
	if e, ok := err.(*object.Exception); ok && p.hook == nil {
		object.AddNote(p.t, e, "when serializing "+object.As[object.Str](object.NewStrf(format, args...)).String())
	}
	return err
}

func (p *Pickler) saveTuple(v value) error {
	items := object.As[object.Tuple](v).Items
	if len(items) == 0 {
		if p.bin {
			p.op(opEmptyTuple)
		} else {
			p.op(opMark, opTuple)
		}
		return nil
	}
	short := len(items) <= 3 && p.proto >= 2
	if !short {
		p.op(opMark)
	}
	for i, x := range items {
		if err := p.save(x, true); err != nil {
			return p.note(err, "%s item %d", typeName(p.t, v), i)
		}
	}
	if i, ok := p.memo[v.O]; ok { // it contains itself
		switch {
		case short:
			for range items {
				p.op(opPop)
			}
		case p.bin:
			p.op(opPopMark)
		default:
			for range len(items) + 1 {
				p.op(opPop)
			}
		}
		p.get(i)
		return nil
	}
	if short {
		p.op([]byte{opTuple1, opTuple2, opTuple3}[len(items)-1])
	} else {
		p.op(opTuple)
	}
	p.memoize(v)
	return nil
}

func (p *Pickler) saveList(v value) error {
	if p.bin {
		p.op(opEmptyList)
	} else {
		p.op(opMark, opList)
	}
	p.memoize(v)
	return p.listItems(v)
}

// listItems appends the items of exact list v.
func (p *Pickler) listItems(v value) error {
	l := object.As[object.List](v)
	item := func(i int) error {
		if err := p.save(l.At(i), true); err != nil {
			return p.note(err, "%s item %d", typeName(p.t, v), i)
		}
		return nil
	}
	if !p.bin || l.Len() == 1 {
		for i := 0; i < l.Len(); i++ {
			if err := item(i); err != nil {
				return err
			}
			p.op(opAppend)
		}
		return nil
	}
	for i := 0; i < l.Len(); {
		if p.maxSize > 0 && len(p.buf) > p.maxSize {
			return ErrLimit
		}
		p.op(opMark)
		for end := i + batchSize; i < end && i < l.Len(); i++ {
			if err := item(i); err != nil {
				return err
			}
		}
		p.op(opAppends)
	}
	return nil
}

func (p *Pickler) saveDict(v value) error {
	if p.bin {
		p.op(opEmptyDict)
	} else {
		p.op(opMark, opDict)
	}
	p.memoize(v)
	return p.dictItems(v)
}

// dictItems sets the items of exact dict v.
func (p *Pickler) dictItems(v value) error {
	d := object.As[object.Dict](v)
	if d.Len() == 0 {
		return nil
	}
	pairs := make([]value, 0, 2*d.Len())
	d.Each(func(k, x value) bool { pairs = append(pairs, k, x); return true })
	if !p.bin || d.Len() == 1 {
		for i := 0; i < len(pairs); i += 2 {
			if err := p.savePair(v, pairs[i], pairs[i+1]); err != nil {
				return err
			}
			p.op(opSetItem)
		}
		return nil
	}
	n := d.Len()
	for full := true; full; {
		p.op(opMark)
		i := 0
		for ; i < batchSize && len(pairs) > 0; i++ {
			if err := p.savePair(v, pairs[0], pairs[1]); err != nil {
				return err
			}
			pairs = pairs[2:]
			if d.Len() != n {
				return object.RuntimeErrorf("dictionary changed size during iteration")
			}
		}
		p.op(opSetItems)
		full = i == batchSize
	}
	return nil
}

func (p *Pickler) savePair(d, k, x value) error {
	if err := p.save(k, true); err != nil {
		return err
	}
	if err := p.save(x, true); err != nil {
		if p.hook == nil {
			if r, e := object.Repr(p.t, k); e == nil {
				return p.note(err, "%s item %s", typeName(p.t, d), r)
			}
		}
		return err
	}
	return nil
}

func (p *Pickler) saveSet(v value) error {
	items := object.As[object.Set](v).Values()
	frozen := v.O.Type == &object.FrozenSetType
	if p.proto < 4 {
		return p.saveReduce(reduction{fn: object.Wrap(v.O.Type), args: object.NewTuple(object.NewList(items...))}, v)
	}
	if !frozen {
		p.op(opEmptySet)
		p.memoize(v)
		if len(items) == 0 {
			return nil
		}
	}
	for full := true; full; {
		p.op(opMark)
		i := 0
		for ; (i < batchSize || frozen) && len(items) > 0; i++ {
			if err := p.save(items[0], true); err != nil {
				return p.note(err, "%s element", typeName(p.t, v))
			}
			items = items[1:]
		}
		if frozen {
			break
		}
		p.op(opAddItems)
		full = i == batchSize
	}
	if !frozen {
		return nil
	}
	if i, ok := p.memo[v.O]; ok { // it contains itself
		p.op(opPopMark)
		p.get(i)
		return nil
	}
	p.op(opFrozenSet)
	p.memoize(v)
	return nil
}

func (p *Pickler) saveByteArray(v value) error {
	b := object.As[object.ByteArray](v).B
	if p.proto >= 5 {
		if err := p.blob(sized(0, 0, opByteArray8, len(b)), string(b)); err != nil {
			return err
		}
		p.memoize(v)
		return nil
	}
	args := object.EmptyTuple
	if len(b) > 0 {
		args = object.NewTuple(object.NewBytes(append([]byte(nil), b...)))
	}
	return p.saveReduce(reduction{fn: object.Wrap(&object.ByteArrayType), args: args}, v)
}

// savePersistent writes a reference if persistent_id gives one.
func (p *Pickler) savePersistent(v value) (bool, error) {
	id, err := object.CallArgs(p.t, p.persistent, v)
	if err != nil || id.IsNone() {
		return err != nil, err
	}
	if p.bin {
		if err := p.save(id, false); err != nil {
			return true, err
		}
		p.op(opBinPersID)
		return true, nil
	}
	s, err := object.ToStr(p.t, id)
	if err != nil {
		return true, err
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return true, object.Errorf(p.st.pickling, "persistent IDs in protocol 0 must be ASCII strings")
		}
	}
	p.text("P" + s + "\n")
	return true, nil
}
