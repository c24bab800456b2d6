package vm

// slow executes every instruction whose fast path in run does not apply.

import (
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// tickIns stands for "look at the eval breaker, then go on".
var tickIns = code.Ins{Op: code.NumOps}

// tick is called when the countdown has run out, at back-edges, function entry
// and calls only.
func (t *Thread) tick() error {
	if bits := t.G.Tick(); bits != 0 {
		return t.HandleBreaker(bits)
	}
	return nil
}

// Operators by opcode, for the generic paths.
var (
	binaryOf  [code.NumOps]object.BinOp
	isInplace [code.NumOps]bool
	cmpOf     [code.NumOps]object.CmpOp
)

func init() {
	bin := map[code.Op]object.BinOp{
		code.OpADD: object.OpAdd, code.OpSUB: object.OpSub, code.OpMUL: object.OpMul, code.OpDIV: object.OpTrueDiv,
		code.OpFLOORDIV: object.OpFloorDiv, code.OpMOD: object.OpMod, code.OpPOW: object.OpPow, code.OpMATMUL: object.OpMatMul,
		code.OpLSHIFT: object.OpLShift, code.OpRSHIFT: object.OpRShift, code.OpAND: object.OpAnd, code.OpOR: object.OpOr, code.OpXOR: object.OpXor,
		code.OpADDI: object.OpAdd, code.OpSUBI: object.OpSub, code.OpMULI: object.OpMul, code.OpFLOORDIVI: object.OpFloorDiv,
		code.OpMODI: object.OpMod, code.OpANDI: object.OpAnd, code.OpRSHIFTI: object.OpRShift, code.OpLSHIFTI: object.OpLShift,
	}
	inplace := map[code.Op]object.BinOp{
		code.OpIADD: object.OpAdd, code.OpISUB: object.OpSub, code.OpIMUL: object.OpMul, code.OpIDIV: object.OpTrueDiv,
		code.OpIFLOORDIV: object.OpFloorDiv, code.OpIMOD: object.OpMod, code.OpIPOW: object.OpPow, code.OpIMATMUL: object.OpMatMul,
		code.OpILSHIFT: object.OpLShift, code.OpIRSHIFT: object.OpRShift, code.OpIAND: object.OpAnd, code.OpIOR: object.OpOr, code.OpIXOR: object.OpXor,
		code.OpIADDI: object.OpAdd, code.OpISUBI: object.OpSub, code.OpIMULI: object.OpMul, code.OpIFLOORDIVI: object.OpFloorDiv,
		code.OpIMODI: object.OpMod, code.OpIANDI: object.OpAnd, code.OpIRSHIFTI: object.OpRShift, code.OpILSHIFTI: object.OpLShift,
	}
	for k, v := range bin {
		binaryOf[k] = v
	}
	for k, v := range inplace {
		binaryOf[k], isInplace[k] = v, true
	}
	for k, v := range map[object.CmpOp][]code.Op{
		object.CmpLT: {code.OpLT, code.OpJLT, code.OpJNLT, code.OpJLTI, code.OpJNLTI},
		object.CmpLE: {code.OpLE, code.OpJLE, code.OpJNLE, code.OpJLEI, code.OpJNLEI},
		object.CmpGT: {code.OpGT, code.OpJGT, code.OpJNGT, code.OpJGTI, code.OpJNGTI},
		object.CmpGE: {code.OpGE, code.OpJGE, code.OpJNGE, code.OpJGEI, code.OpJNGEI},
		object.CmpEQ: {code.OpEQ, code.OpJEQ, code.OpJNEQ, code.OpJEQI, code.OpJNEQI},
		object.CmpNE: {code.OpNE, code.OpJNE, code.OpJNNE, code.OpJNEI, code.OpJNNEI},
	} {
		for _, op := range v {
			cmpOf[op] = k
		}
	}
}

// slow executes in, an instruction of running frame f, and returns the frame
// to go on with; nil ends run.
func (t *Thread) slow(f *Frame, in *code.Ins) *Frame {
	f = t.exec(f, in)
	if t.tracer.on && f != nil {
		return t.runTraced(f, false)
	}
	return f
}

// exec is slow without a look at tracing.
func (t *Thread) exec(f *Frame, in *code.Ins) *Frame {
	if in.Op != code.NumOps {
		f.pc = uintptr(unsafe.Pointer(in)) + word + uintptr(code.OpCaches[in.Op])*word
	}
	t.frame = f
	if t.G.Left <= 0 {
		if err := t.tick(); err != nil {
			return t.unwind(f, err)
		}
	}
	var err error
	switch in.Op {
	case code.NumOps:
		return f
	case code.OpLOADK:
		*f.reg(in.A) = f.unit.consts[int(in.B)|int(in.C)<<16]
		return f
	case code.OpADD, code.OpSUB, code.OpMUL, code.OpDIV, code.OpFLOORDIV, code.OpMOD, code.OpPOW, code.OpMATMUL,
		code.OpLSHIFT, code.OpRSHIFT, code.OpAND, code.OpOR, code.OpXOR,
		code.OpIADD, code.OpISUB, code.OpIMUL, code.OpIDIV, code.OpIFLOORDIV, code.OpIMOD, code.OpIPOW, code.OpIMATMUL,
		code.OpILSHIFT, code.OpIRSHIFT, code.OpIAND, code.OpIOR, code.OpIXOR:
		return t.opBinary(f, in, *f.reg(in.B), *f.reg(in.C))
	case code.OpADDI, code.OpSUBI, code.OpMULI, code.OpFLOORDIVI, code.OpMODI, code.OpANDI, code.OpRSHIFTI, code.OpLSHIFTI,
		code.OpIADDI, code.OpISUBI, code.OpIMULI, code.OpIFLOORDIVI, code.OpIMODI, code.OpIANDI, code.OpIRSHIFTI, code.OpILSHIFTI:
		return t.opBinary(f, in, *f.reg(in.B), object.Int(int64(int16(in.C))))
	case code.OpLT, code.OpLE, code.OpGT, code.OpGE, code.OpEQ, code.OpNE:
		return t.opCompare(f, in)
	case code.OpJLT, code.OpJLE, code.OpJGT, code.OpJGE, code.OpJEQ, code.OpJNE:
		return t.opCompareJump(f, in, *f.reg(in.B), true)
	case code.OpJNLT, code.OpJNLE, code.OpJNGT, code.OpJNGE, code.OpJNEQ, code.OpJNNE:
		return t.opCompareJump(f, in, *f.reg(in.B), false)
	case code.OpJLTI, code.OpJLEI, code.OpJGTI, code.OpJGEI, code.OpJEQI, code.OpJNEI:
		return t.opCompareJump(f, in, object.Int(int64(int16(in.B))), true)
	case code.OpJNLTI, code.OpJNLEI, code.OpJNGTI, code.OpJNGEI, code.OpJNEQI, code.OpJNNEI:
		return t.opCompareJump(f, in, object.Int(int64(int16(in.B))), false)
	case code.OpJMP:
		return t.jump(f, int(int16(in.C)))
	case code.OpJMPW:
		return t.jump(f, int(int32(uint32(in.B)|uint32(in.C)<<16)))
	case code.OpJT, code.OpJF:
		b, err := object.Truth(&t.Thread, *f.reg(in.A))
		if err != nil {
			return t.unwind(f, err)
		}
		if b == (in.Op == code.OpJT) {
			return t.jump(f, int(int16(in.C)))
		}
		return f
	case code.OpNOT:
		var b bool
		if b, err = object.Truth(&t.Thread, *f.reg(in.B)); err == nil {
			setBool(f.reg(in.A), !b)
			return f
		}
	case code.OpNEG:
		err = t.unary(f, in, "unary -", object.TypeOf(*f.reg(in.B)).Slots.Neg)
	case code.OpPOS:
		err = t.unary(f, in, "unary +", object.TypeOf(*f.reg(in.B)).Slots.Pos)
	case code.OpINVERT:
		err = t.unary(f, in, "unary ~", object.TypeOf(*f.reg(in.B)).Slots.Invert)
	case code.OpIN, code.OpNOTIN:
		var b bool
		if c := *f.reg(in.C); c.O.Type == &object.DictType {
			if _, b, err = object.As[object.Dict](c).Get(&t.Thread, *f.reg(in.B)); err == nil {
				setBool(f.reg(in.A), b == (in.Op == code.OpIN))
				return f
			}
		} else if b, err = object.Contains(&t.Thread, *f.reg(in.C), *f.reg(in.B)); err == nil {
			setBool(f.reg(in.A), b == (in.Op == code.OpIN))
			return f
		}
	case code.OpFORITER:
		return t.opForIter(f, in)
	case code.OpGETITER:
		err = t.opGetIter(f, in)
	case code.OpGETATTR:
		return t.opGetAttr(f, in)
	case code.OpSETATTR:
		return t.opSetAttr(f, in)
	case code.OpGETITEM:
		return t.opGetItem(f, in, *f.reg(in.C))
	case code.OpGETITEMI:
		return t.opGetItem(f, in, object.Int(int64(int16(in.C))))
	case code.OpSETITEM:
		if a := *f.reg(in.A); a.O.Type == &object.DictType {
			err = object.As[object.Dict](a).Set(&t.Thread, *f.reg(in.B), *f.reg(in.C))
		} else {
			err = object.SetItem(&t.Thread, a, *f.reg(in.B), *f.reg(in.C))
		}
	case code.OpLISTAPPEND:
		object.As[object.List](*f.reg(in.A)).Append(*f.reg(in.B))
		if l := object.As[object.List](*f.reg(in.A)); l.Len()&(1<<16-1) == 0 {
			err = t.Charge(16 << 16)
		}
	case code.OpLOADG:
		err = t.opLoadGlobal(f, in)
	case code.OpSTOREG:
		t.opStoreGlobal(f, in)
	case code.OpCALL:
		return t.call(f, f.reg(in.A), int(in.B), nil)
	case code.OpCALLM:
		return t.opCallM(f, in)
	case code.OpRET:
		return t.opRet(f, *f.reg(in.A))
	case code.OpRETNONE:
		return t.opRet(f, object.None)
	case code.OpYIELD:
		return t.opYield(f, in)
	case code.OpTUPLE:
		*f.reg(in.A) = object.NewTuple(f.regs(in.B, int(in.C))...)
	case code.OpLIST:
		*f.reg(in.A) = object.NewList(f.regs(in.B, int(in.C))...)
	case code.OpUNPACK:
		err = t.opUnpack(f, in)
	case code.OpLOADM:
		err = t.opLoadM(f, in)
	case code.OpCALLMETH:
		return t.opCallMeth(f, in, nil)
	case code.OpEXCENTER:
		t.opExcEnter(f, in)
	case code.OpEXCLEAVE:
		t.opExcLeave(f, in)
	case code.OpRAISE:
		return t.opRaise(f, in)
	case code.OpJNEXC:
		var ok bool
		if ok, err = t.excMatches(*f.reg(in.A), *f.reg(in.B)); err == nil {
			if !ok {
				return t.jump(f, int(int16(in.C)))
			}
			return f
		}
	default:
		return t.slower(f, in)
	}
	if err != nil {
		return t.unwind(f, err)
	}
	return f
}

// jump moves f by off words; backward jumps count down.
func (t *Thread) jump(f *Frame, off int) *Frame {
	f.pc = uintptr(int(f.pc) + off*word)
	if off < 0 {
		t.G.Left += off
	}
	return f
}

func (t *Thread) opBinary(f *Frame, in *code.Ins, a, b object.Value) *Frame {
	op := binaryOf[in.Op]
	var r object.Value
	var err error
	if a.O.Type == &object.StrType && b.O.Type == &object.StrType && op == object.OpAdd && object.As[object.Str](a).Size()+object.As[object.Str](b).Size() < 1<<20 {
		*f.reg(in.A) = object.As[object.Str](a).Concat(object.As[object.Str](b))
		return f
	}
	if isInplace[in.Op] {
		r, err = object.InplaceOp(&t.Thread, a, b, op)
	} else {
		r, err = object.BinaryOp(&t.Thread, a, b, op)
	}
	if err != nil {
		return t.unwind(f, err)
	}
	*f.reg(in.A) = r
	return f
}

func (t *Thread) unary(f *Frame, in *code.Ins, what string, op object.UnaryFunc) error {
	v := *f.reg(in.B)
	if op == nil {
		return object.TypeErrorf("bad operand type for %s: '%s'", what, v.O.Type.MsgName())
	}
	r, err := op(&t.Thread, v)
	if err == nil {
		*f.reg(in.A) = r
	}
	return err
}

func (t *Thread) opCompare(f *Frame, in *code.Ins) *Frame {
	r, err := object.RichCompare(&t.Thread, *f.reg(in.B), *f.reg(in.C), cmpOf[in.Op])
	if err != nil {
		return t.unwind(f, err)
	}
	*f.reg(in.A) = r
	return f
}

func (t *Thread) opCompareJump(f *Frame, in *code.Ins, b object.Value, sense bool) *Frame {
	a := *f.reg(in.A)
	var ok bool
	if a.O.Type == &object.StrType && b.O.Type == &object.StrType && cmpOf[in.Op] == object.CmpEQ {
		ok = object.StrEqual(a, b)
	} else if r, err := object.RichCompare(&t.Thread, a, b, cmpOf[in.Op]); err != nil {
		return t.unwind(f, err)
	} else if ok, err = object.Truth(&t.Thread, r); err != nil {
		return t.unwind(f, err)
	}
	if ok == sense {
		return t.jump(f, int(int16(in.C)))
	}
	return f
}

func (t *Thread) opGetIter(f *Frame, in *code.Ins) error {
	v, r := *f.reg(in.B), f.regs(in.A, 3)
	r[1], r[2] = object.Value{}, object.Value{} // what they held must not live as long as the loop
	if in.C == 1 {                              // it must be an iterator already
		if v.O.Type.Slots.Next == nil {
			return object.TypeErrorf("'%s' object is not an iterator", v.O.Type.MsgName())
		}
		r[0] = v
		return nil
	}
	switch v.O.Type {
	case &object.RangeType:
		if x := object.As[object.RangeObj](v); x.Big == nil {
			r[0] = object.Value{O: &object.RangeIterHeader, N: uint64(x.Start)}
			r[1], r[2] = object.Int(x.N), object.Int(x.Step)
			return nil
		}
	case &object.ListType:
		r[0], r[1] = object.Value{O: &object.ListIterHeader}, v
		return nil
	case &object.TupleType:
		r[0], r[1] = object.Value{O: &object.TupleIterHeader}, v
		return nil
	case &GeneratorType:
		r[0] = v
		return nil
	}
	it, err := object.Iter(&t.Thread, v)
	if err == nil {
		r[0] = it
	}
	return err
}

func (t *Thread) opForIter(f *Frame, in *code.Ins) *Frame {
	a := f.reg(in.A)
	switch a.O {
	case &object.ListIterHeader, &object.TupleIterHeader, &object.RangeIterHeader:
		return f // exhausted
	}
	var v object.Value
	var err error
	if a.O.Type == &GeneratorType {
		g := object.As[Generator](*a)
		if !g.running {
			if g.finished {
				return f
			}
			nf, err := t.resume(f, g, object.None, flagFor)
			if err != nil {
				return t.unwind(f, err)
			}
			return nf
		}
		err = g.ready()
	} else if a.O.Type.Slots.Next == nil { // deleted meanwhile
		err = object.TypeErrorf("'%s' object is not iterable", a.O.Type.MsgName())
	} else if a.O.Type.IsHeap() {
		if v, err = a.O.Type.Slots.Next(&t.Thread, *a); err != nil && object.IsExc(err, &object.StopIterationType) {
			v, err = object.Value{}, nil
		}
	} else {
		v, err = a.O.Type.Slots.Next(&t.Thread, *a)
	}
	if err != nil {
		return t.unwind(f, err)
	}
	if v.O == nil {
		return f
	}
	*f.reg(in.B) = v
	return t.loopBack(f, in)
}

func (t *Thread) opGetAttr(f *Frame, in *code.Ins) *Frame {
	v, n := *f.reg(in.B), f.unit.names[in.C]
	c := (*attrCache)(unsafe.Add(unsafe.Pointer(in), word))
	if v.O.Type.Slots.GetAttr == nil {
		return t.unwind(f, object.NoAttribute(&t.Thread, v, n))
	}
	if object.PlainGetAttr(v.O.Type) {
		if ac, ok := object.FindInline(&t.Thread, v, n); ok {
			c.fill(ac)
		} else if d := v.O.Type.Lookup(&t.Thread, n); d.O != nil && d.O.Type == &object.PropertyType {
			// A property whose getter is a Python function runs without Go recursion.
			if get := object.As[object.Property](d).Get; get.O != nil && get.O.Type == &FunctionType {
				return t.pushUnary(f, object.As[Function](get), v, f.reg(in.A))
			}
		}
	}
	r, err := object.GetAttr(&t.Thread, v, n)
	if err != nil {
		return t.unwind(f, err)
	}
	*f.reg(in.A) = r
	return f
}

// pushUnary calls fn(v) with the result going to dst.
func (t *Thread) pushUnary(f *Frame, fn *Function, v object.Value, dst *object.Value) *Frame {
	base := t.room(f, 1)
	var nf *Frame
	var err error
	if base == 0 {
		nf, err = t.pushArgs(f, fn, []object.Value{v}, nil, flagDst)
	} else {
		*(*object.Value)(ptr(base)) = v
		nf, err = t.pushCall(f, fn, base, 1, nil, flagDst)
	}
	if err != nil {
		return t.unwind(f, err)
	}
	nf.dst = uintptr(unsafe.Pointer(dst))
	return nf
}

func (t *Thread) opSetAttr(f *Frame, in *code.Ins) *Frame {
	v, n := *f.reg(in.A), f.unit.names[in.C]
	c := (*attrCache)(unsafe.Add(unsafe.Pointer(in), word))
	if err := object.SetAttr(&t.Thread, v, n, *f.reg(in.B)); err != nil {
		return t.unwind(f, err)
	}
	if object.PlainSetAttr(v.O.Type) {
		if ac, ok := object.FindInline(&t.Thread, v, n); ok {
			c.fill(ac)
		}
	}
	return f
}

// fill notes where an attribute was found; the older of two places goes.
func (c *attrCache) fill(ac object.AttrCache) {
	if c.version != impossible {
		c.version2, c.shape2, c.offset2 = c.version, c.shape, c.offset
	}
	c.version, c.shape, c.offset = ac.Version, ac.Shape, ac.Offset
}

func (t *Thread) opGetItem(f *Frame, in *code.Ins, k object.Value) *Frame {
	v := *f.reg(in.B)
	var r object.Value
	var err error
	switch v.O.Type {
	case &object.DictType:
		var ok bool
		r, ok, err = object.As[object.Dict](v).Get(&t.Thread, k)
		if err == nil && !ok {
			err = object.KeyError(k)
		}
	case &object.StrType:
		if s := object.As[object.Str](v); k.O == &object.IntHeader && uint64(k.N) < uint64(s.CharLen()) {
			*f.reg(in.A) = s.CharAt(int(k.N))
			return f
		}
		r, err = object.GetItem(&t.Thread, v, k)
	default:
		r, err = object.GetItem(&t.Thread, v, k)
	}
	if err != nil {
		return t.unwind(f, err)
	}
	*f.reg(in.A) = r
	return f
}

func (t *Thread) opLoadGlobal(f *Frame, in *code.Ins) error {
	n := f.unit.names[in.C]
	g, b := f.fn.Globals, f.fn.Builtins
	c := (*globalCache)(unsafe.Add(unsafe.Pointer(in), word))
	if i := g.StrEntry(n); i >= 0 {
		*f.reg(in.A) = *g.EntryValue(i)
		c.keys, c.offset = g.KeysVersion(t.Interp), uint32(uintptr(i)*object.DictEntrySize+object.DictEntryVal)
		return nil
	}
	if g.Type != &object.DictType {
		v, err := t.unknownGlobal(g, n)
		if err != nil {
			return err
		}
		if v.O != nil {
			*f.reg(in.A) = v
			return nil
		}
	}
	if i := b.StrEntry(n); i >= 0 {
		*f.reg(in.A) = *b.EntryValue(i)
		c.keys = impossible
		c.absent, c.builtin = g.KeysVersion(t.Interp), b.KeysVersion(t.Interp)
		c.offset = uint32(uintptr(i)*object.DictEntrySize + object.DictEntryVal)
		return nil
	}
	v, err := object.LateGlobal(&t.Thread, g, n)
	if err == nil && v.O == nil {
		err = nameError(n)
	}
	*f.reg(in.A) = v
	return err
}

func nameError(n *object.Str) error {
	return object.NameErrorf(&object.NameErrorType, n.String(), "name '%s' is not defined", n.String())
}

func (t *Thread) opStoreGlobal(f *Frame, in *code.Ins) {
	n := f.unit.names[in.C]
	g := f.fn.Globals
	g.SetStr(n, *f.reg(in.A))
	if i := g.StrEntry(n); i >= 0 {
		c := (*globalCache)(unsafe.Add(unsafe.Pointer(in), word))
		c.keys, c.offset = g.KeysVersion(t.Interp), uint32(uintptr(i)*object.DictEntrySize+object.DictEntryVal)
	}
}

// loadMethod finds method n of self for LOADM and CALLM: a function to call
// with self first, or the attribute's value.
func (t *Thread) loadMethod(u *Unit, c *methodCache, self object.Value, n *object.Str) (fn object.Value, method bool, err error) {
	tp := self.O.Type
	site := int(c.index / 16)
	if tp.Version == c.native {
		return u.mcached[site], true, nil
	}
	if !object.PlainGetAttr(tp) {
		v, err := object.GetAttr(&t.Thread, self, n)
		return v, false, err
	}
	d := tp.Lookup(&t.Thread, n)
	if d.O == nil || d.O.Type.Flags&object.FlagMethodDescr == 0 {
		v, err := object.GetAttr(&t.Thread, self, n)
		return v, false, err
	}
	hidden, shape := object.HidesMethod(self, n)
	if hidden {
		v, err := object.GetAttr(&t.Thread, self, n)
		return v, false, err
	}
	switch {
	case tp.Version == object.NoVersion:
	case d.O.Type == &FunctionType && shape != 0 && tp.AttrsOff == object.InstanceAttrs:
		c.version2, c.shape2 = c.version, c.shape
		u.mcache[2*site+1] = u.mcache[2*site]
		c.version, c.shape = tp.Version, shape
		u.mcache[2*site] = object.As[Function](d)
	case tp.AttrsOff == 0:
		c.native = tp.Version
		u.mcached[site] = d
	}
	return d, true, nil
}

func (t *Thread) opCallM(f *Frame, in *code.Ins) *Frame {
	c := (*methodCache)(unsafe.Add(unsafe.Pointer(in), word))
	r := f.regs(in.A, int(in.B)+2)
	self := r[1]
	fn, method, err := t.loadMethod(f.unit, c, self, f.unit.names[in.C])
	if err != nil {
		f.pc -= word // a cache word: the position of the attribute access
		return t.unwind(f, err)
	}
	if !method {
		r[0] = fn
		copy(r[1:], r[2:])
		return t.call(f, &r[0], int(in.B), nil)
	}
	return t.callMethod(f, &r[0], fn, int(in.B)+1, nil)
}

// callMethod calls fn, whose n arguments (self first) follow dst.
func (t *Thread) callMethod(f *Frame, dst *object.Value, fn object.Value, n int, kw []object.Value) *Frame {
	if fn.O.Type == &FunctionType {
		return t.callPython(f, object.As[Function](fn), dst, uintptr(unsafe.Pointer(dst))+16, n, kw)
	}
	args := unsafe.Slice((*object.Value)(ptr(uintptr(unsafe.Pointer(dst))+16)), n)
	v, err := object.Call(&t.Thread, fn, args, kw)
	if err != nil {
		return t.unwind(f, err)
	}
	*dst = v
	return f
}

// opLoadM is LOADM.
func (t *Thread) opLoadM(f *Frame, in *code.Ins) error {
	c := (*methodCache)(unsafe.Add(unsafe.Pointer(in), word))
	self := *f.reg(in.B)
	r := f.regs(in.A, 2)
	if ver := self.O.Type.Version; ver == c.version || ver == c.version2 {
		shape := *(*uint32)(unsafe.Add(unsafe.Pointer(self.O), object.InstanceAttrs))
		switch {
		case ver == c.version && shape == c.shape:
			r[0], r[1] = object.Wrap(f.unit.mcache[c.index/8]), self
			return nil
		case ver == c.version2 && shape == c.shape2:
			r[0], r[1] = object.Wrap(f.unit.mcache[c.index/8+1]), self
			return nil
		}
	}
	fn, method, err := t.loadMethod(f.unit, c, self, f.unit.names[in.C])
	if err != nil {
		return err
	}
	if method {
		r[0], r[1] = fn, self
	} else {
		r[0], r[1] = object.Value{}, fn
	}
	return nil
}

// opCallMeth is CALLMETH and CALLMETHKW.
func (t *Thread) opCallMeth(f *Frame, in *code.Ins, kw []object.Value) *Frame {
	n := int(in.B)
	r := f.regs(in.A, n+2)
	if r[0].O != nil {
		return t.callMethod(f, &r[0], r[0], n+1, kw)
	}
	copy(r, r[1:])
	return t.call(f, &r[0], n, kw)
}

func (t *Thread) opUnpack(f *Frame, in *code.Ins) error {
	v, n := *f.reg(in.A), int(in.C)
	out := f.regs(in.B, n)
	switch v.O.Type {
	case &object.TupleType:
		if items := object.As[object.Tuple](v).Items; len(items) == n {
			copy(out, items)
			return nil
		}
	case &object.ListType:
		if l := object.As[object.List](v); l.Len() == n {
			for i := range out {
				out[i] = l.At(i)
			}
			return nil
		}
	}
	items, err := t.unpackItems(v, n, -1)
	if err == nil {
		copy(out, items)
	}
	return err
}

// unpackItems takes exactly n items from v, or with after >= 0 n items, a list
// of the middle ones, and after items.
func (t *Thread) unpackItems(v object.Value, n, after int) ([]object.Value, error) {
	if v.O.Type.Slots.Iter == nil && !object.IsSequence(v) {
		return nil, object.TypeErrorf("cannot unpack non-iterable %s object", v.O.Type.MsgName())
	}
	it, err := object.Iter(&t.Thread, v)
	if err != nil {
		return nil, err
	}
	var items []object.Value
	for after >= 0 || len(items) <= n {
		x, err := object.Next(&t.Thread, it)
		if err != nil && object.IsExc(err, &object.StopIterationType) {
			x, err = object.Value{}, nil
		}
		if err != nil {
			return nil, err
		}
		if x.O == nil {
			break
		}
		if after < 0 && len(items) == n {
			if l, ok := sizeOf(v); ok {
				return nil, object.ValueErrorf("too many values to unpack (expected %d, got %d)", n, l)
			}
			return nil, object.ValueErrorf("too many values to unpack (expected %d)", n)
		}
		items = append(items, x)
	}
	if after < 0 {
		if len(items) < n {
			return nil, object.ValueErrorf("not enough values to unpack (expected %d, got %d)", n, len(items))
		}
		return items, nil
	}
	if len(items) < n+after {
		return nil, object.ValueErrorf("not enough values to unpack (expected at least %d, got %d)", n+after, len(items))
	}
	out := append([]object.Value(nil), items[:n]...)
	out = append(out, object.NewList(items[n:len(items)-after]...))
	return append(out, items[len(items)-after:]...), nil
}

func sizeOf(v object.Value) (int, bool) {
	switch v.O.Type {
	case &object.ListType:
		return object.As[object.List](v).Len(), true
	case &object.TupleType:
		return len(object.As[object.Tuple](v).Items), true
	case &object.DictType:
		return object.As[object.Dict](v).Len(), true
	}
	return 0, false
}
