package vm

// slower executes the instructions that have no fast path at all.

import (
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

func (t *Thread) slower(f *Frame, in *code.Ins) *Frame {
	var err error
	wide := 0
	wideB := 0
	if in.Op == code.OpWIDE {
		wide, wideB = int(in.C)<<16, int(in.B)<<16
		in = (*code.Ins)(unsafe.Add(unsafe.Pointer(in), word))
		f.pc = uintptr(unsafe.Pointer(in)) + word + uintptr(code.OpCaches[in.Op])*word
		if in.Op == code.OpUNPACKBIG {
			return t.opUnpackBig(f, in, int(in.C)|wide, wideB>>16)
		}
	}
	name := func() *object.Str { return f.unit.names[int(in.C)|wide] }
	switch in.Op {
	case code.OpCHECK:
		n := f.unit.names[int(in.B)|wideB]
		err = unboundLocal(n)
	case code.OpDELLOCAL:
		if f.reg(in.A).O == nil {
			err = unboundLocal(name())
		}
		*f.reg(in.A) = object.Value{}
	case code.OpLOADDEREF:
		c := object.As[object.Cell](*f.reg(in.B))
		if c.V.O == nil {
			err = t.emptyCell(f, in.B, name())
		} else {
			*f.reg(in.A) = c.V
		}
	case code.OpDELDEREF:
		c := object.As[object.Cell](*f.reg(in.A))
		if c.V.O == nil {
			err = t.emptyCell(f, in.A, name())
		}
		c.V = object.Value{}
	case code.OpMAKECELL:
		*f.reg(in.A) = object.Wrap(object.NewCell(*f.reg(in.A)))
	case code.OpCOPYFREE:
		copy(f.regs(in.A, int(in.B)), f.fn.cells())
	case code.OpLOADG, code.OpGETATTR, code.OpSETATTR, code.OpSTOREG, code.OpLOADM, code.OpCALLM:
		return t.wideName(f, in, name())
	case code.OpDELG:
		if !f.fn.Globals.DelStr(name()) {
			err = nameError(name())
		}
	case code.OpLOADNAME:
		err = t.opLoadName(f, in, name())
	case code.OpSTORENAME:
		err = t.setLocalName(f, name(), *f.reg(in.A))
	case code.OpDELNAME:
		err = t.setLocalName(f, name(), object.Value{})
	case code.OpLOADFROMDICTORG:
		var v object.Value
		if v, err = mapGet(&t.Thread, *f.reg(in.B), name()); err == nil {
			if v.O == nil {
				v, err = t.globalOrBuiltin(f, name())
			}
			if err == nil {
				*f.reg(in.A) = v
			}
		}
	case code.OpLOADFROMDICTORDEREF:
		var v object.Value
		if v, err = mapGet(&t.Thread, *f.reg(in.A), name()); err == nil {
			if v.O == nil {
				if v = object.As[object.Cell](*f.reg(in.B)).V; v.O == nil {
					err = t.emptyCell(f, in.B, name())
					break
				}
			}
			*f.reg(in.A) = v
		}
	case code.OpLOADLOCALS:
		*f.reg(in.A) = t.localsOf(f)
	case code.OpLOADSPILL:
		v, ok := object.As[object.Dict](*f.reg(in.B)).GetStr(name())
		if !ok {
			err = unboundLocal(name())
		}
		*f.reg(in.A) = v
	case code.OpSTORESPILL:
		object.As[object.Dict](*f.reg(in.A)).SetStr(name(), *f.reg(in.B))
	case code.OpDELSPILL:
		if !object.As[object.Dict](*f.reg(in.A)).DelStr(name()) {
			err = unboundLocal(name())
		}
	case code.OpDELATTR:
		err = object.SetAttr(&t.Thread, *f.reg(in.A), name(), object.Value{})
	case code.OpDELITEM:
		err = object.SetItem(&t.Thread, *f.reg(in.A), *f.reg(in.B), object.Value{})
	case code.OpSLICE:
		r := f.regs(in.B, int(in.C))
		step := object.None
		if in.C == 3 {
			step = r[2]
		}
		*f.reg(in.A) = object.NewSlice(r[0], r[1], step)
	case code.OpGETSLICE:
		r := f.regs(in.C, 2)
		var v object.Value
		if v, err = object.GetItem(&t.Thread, *f.reg(in.B), object.NewSlice(r[0], r[1], object.None)); err == nil {
			*f.reg(in.A) = v
		}
	case code.OpSETSLICE:
		r := f.regs(in.B, 2)
		err = object.SetItem(&t.Thread, *f.reg(in.A), object.NewSlice(r[0], r[1], object.None), *f.reg(in.C))
	case code.OpSET:
		var v object.Value
		if v, err = object.NewSet(&t.Thread, f.regs(in.B, int(in.C))); err == nil {
			*f.reg(in.A) = v
		}
	case code.OpDICT:
		d := object.NewDict()
		r := f.regs(in.B, 2*int(in.C))
		for i := 0; i < len(r) && err == nil; i += 2 {
			err = d.Set(&t.Thread, r[i], r[i+1])
		}
		if err == nil {
			*f.reg(in.A) = object.Wrap(d)
		}
	case code.OpLISTEXTEND:
		b := *f.reg(in.B)
		if b.O.Type.Slots.Iter == nil && !object.IsSequence(b) {
			err = object.TypeErrorf("Value after * must be an iterable, not %s", b.O.Type.MsgName())
		} else {
			err = object.As[object.List](*f.reg(in.A)).ExtendFrom(&t.Thread, b)
		}
	case code.OpSETADD:
		if a := *f.reg(in.A); a.O.Type.Solid == &object.SetType {
			err = object.SetAdd(&t.Thread, a, *f.reg(in.B))
		} else { // a rebound __conditional_annotations__
			err = object.TypeErrorf("'%s' object is not a set", a.O.Type.MsgName())
		}
	case code.OpSETUPDATE:
		err = object.SetUpdate(&t.Thread, *f.reg(in.A), *f.reg(in.B))
	case code.OpDICTSET:
		err = object.As[object.Dict](*f.reg(in.A)).Set(&t.Thread, *f.reg(in.B), *f.reg(in.C))
	case code.OpDICTUPDATE:
		err = t.opDictUpdate(*f.reg(in.A), *f.reg(in.B))
	case code.OpDICTMERGE:
		err = t.opDictMerge(*f.reg(in.A), *f.reg(in.B), *f.reg(in.C))
	case code.OpLISTTOTUPLE:
		*f.reg(in.A) = object.NewTupleOwned(object.As[object.List](*f.reg(in.B)).Values())
	case code.OpSTARARGS:
		err = t.opStarArgs(f, in)
	case code.OpUNPACKEX:
		var items []object.Value
		if items, err = t.unpackItems(*f.reg(in.A), int(in.C&255), int(in.C>>8)); err == nil {
			copy(f.regs(in.B, len(items)), items)
		}
	case code.OpBUILDSTR:
		r := f.regs(in.B, int(in.C))
		*f.reg(in.A) = object.JoinStrs(r)
	case code.OpFORMAT, code.OpFORMATSPEC:
		err = t.opFormat(f, in)
	case code.OpINTERP, code.OpTEMPLATE:
		err = t.opTemplate(f, in)
	case code.OpCALLKW:
		return t.call(f, f.reg(in.A), int(in.B), object.As[object.Tuple](f.unit.consts[int(in.C)|wide]).Items)
	case code.OpCALLMETHKW:
		return t.opCallMeth(f, in, object.As[object.Tuple](f.unit.consts[int(in.C)|wide]).Items)
	case code.OpCALLEX:
		return t.opCallEx(f, in)
	case code.OpLOADSUPER, code.OpGETSUPER:
		err = t.opSuper(f, in, name())
	case code.OpMAKEFUNC:
		*f.reg(in.A) = t.opMakeFunc(f, in, int(in.C)|wide)
	case code.OpBUILDCLASS:
		v, ok := f.fn.Builtins.GetGo(&t.Thread, "__build_class__")
		if !ok {
			err = object.NameErrorf(&object.NameErrorType, "__build_class__", "__build_class__ not found")
		}
		*f.reg(in.A) = v
	case code.OpLOADCOMMON:
		*f.reg(in.A) = commonConstant(int(in.B))
	case code.OpIMPORT:
		err = t.opImport(f, in, name())
	case code.OpIMPORTFROM:
		err = t.opImportFrom(f, in, name())
	case code.OpIMPORTSTAR:
		err = t.opImportStar(f, *f.reg(in.A))
	case code.OpEXCGROUP:
		err = t.opExcGroup(f, in)
	case code.OpEXCSTAR:
		err = t.opExcStar(f, in)
	case code.OpRERAISE:
		return t.raise(f, object.As[object.Exception](*f.reg(in.A)), false)
	case code.OpASSERTERR:
		e := object.NewException(&object.AssertionErrorType)
		if in.B == 1 {
			e = object.NewException(&object.AssertionErrorType, *f.reg(in.A))
		}
		err = e
	case code.OpWITHENTER, code.OpAWITHENTER:
		err = t.opWithEnter(f, in)
	case code.OpWITHEXIT:
		err = t.opWithExit(f, in)
	case code.OpWITHEXITOK:
		var v object.Value
		if v, err = object.CallArgs(&t.Thread, *f.reg(in.B), object.None, object.None, object.None); err == nil {
			*f.reg(in.A) = v
		}
	case code.OpRETGEN:
		return t.opRetGen(f)
	case code.OpSEND:
		return t.opSend(f, in)
	default:
		return t.slowest(f, in, name)
	}
	if err != nil {
		return t.unwind(f, err)
	}
	return f
}

// slowest executes what programs use least: async protocols, patterns,
// intrinsics.
func (t *Thread) slowest(f *Frame, in *code.Ins, name func() *object.Str) *Frame {
	var err error
	switch in.Op {
	case code.OpGETYFITER:
		err = t.opGetYFIter(f, in)
	case code.OpGETAWAIT:
		err = t.opGetAwait(f, in)
	case code.OpGETAITER:
		err = t.opGetAIter(f, in)
	case code.OpGETANEXT:
		err = t.opGetANext(f, in)
	case code.OpENDASYNCFOR:
		e := object.As[object.Exception](*f.reg(in.A))
		if !e.Type.IsSubtype(&object.StopAsyncIterationType) {
			return t.raise(f, e, false)
		}
	case code.OpASYNCGENWRAP:
		*f.reg(in.A) = wrapYield(*f.reg(in.B))
	case code.OpSTOPITER:
		err = t.opStopIter(f, in)
	case code.OpMATCHSEQ:
		setBool(f.reg(in.A), f.reg(in.B).O.Type.Flags&object.FlagSequence != 0)
	case code.OpMATCHMAP:
		setBool(f.reg(in.A), f.reg(in.B).O.Type.Flags&object.FlagMapping != 0)
	case code.OpMATCHKEYS:
		err = t.opMatchKeys(f, in)
	case code.OpMATCHCLASS:
		err = t.opMatchClass(f, in)
	case code.OpLEN:
		var n int
		if n, err = object.Len(&t.Thread, *f.reg(in.B)); err == nil {
			*f.reg(in.A) = object.IntOf(n)
		}
	case code.OpPRINTEXPR:
		err = t.opPrintExpr(*f.reg(in.A))
	case code.OpSETUPANN:
		err = t.opSetupAnn(f)
	case code.OpINTRIN1, code.OpINTRIN2:
		err = t.opIntrinsic(f, in)
	default:
		err = object.SystemErrorf("unknown opcode %d", in.Op)
	}
	if err != nil {
		return t.unwind(f, err)
	}
	return f
}

func unboundLocal(n *object.Str) error {
	return object.Errorf(&object.UnboundLocalErrorType, "cannot access local variable '%s' where it is not associated with a value", n.String())
}

// emptyCell is the error for reading the empty cell in register r.
func (t *Thread) emptyCell(f *Frame, r uint16, n *object.Str) error {
	i := int(r / 16)
	if i < len(f.unit.Code.LocalsPlus) && f.unit.Code.LocalsPlus[i].Kind&code.FreeVar != 0 {
		return object.NameErrorf(&object.NameErrorType, n.String(), "cannot access free variable '%s' where it is not associated with a value in enclosing scope", n.String())
	}
	return unboundLocal(n)
}

// wideName executes a name instruction whose name index needed a prefix,
// without caches.
func (t *Thread) wideName(f *Frame, in *code.Ins, n *object.Str) *Frame {
	var v object.Value
	var err error
	switch in.Op {
	case code.OpLOADG:
		v, err = t.globalOrBuiltin(f, n)
	case code.OpSTOREG:
		f.fn.Globals.SetStr(n, *f.reg(in.A))
		return f
	case code.OpGETATTR:
		v, err = object.GetAttr(&t.Thread, *f.reg(in.B), n)
	case code.OpSETATTR:
		if err = object.SetAttr(&t.Thread, *f.reg(in.A), n, *f.reg(in.B)); err == nil {
			return f
		}
	case code.OpLOADM:
		if int(in.C) < len(f.unit.names) && f.unit.names[in.C] == n {
			if err = t.opLoadM(f, in); err == nil {
				return f
			}
			break
		}
		r := f.regs(in.A, 2)
		if v, err = object.GetAttr(&t.Thread, *f.reg(in.B), n); err == nil {
			r[0], r[1] = object.Value{}, v
			return f
		}
	case code.OpCALLM:
		r := f.regs(in.A, int(in.B)+2)
		if v, err = object.GetAttr(&t.Thread, r[1], n); err == nil {
			r[0] = v
			copy(r[1:], r[2:])
			return t.call(f, &r[0], int(in.B), nil)
		}
	}
	if err != nil {
		return t.unwind(f, err)
	}
	*f.reg(in.A) = v
	return f
}

// mapGet returns name in mapping m, or the zero Value.
func mapGet(t *object.Thread, m object.Value, n *object.Str) (object.Value, error) {
	if m.O.Type == &object.DictType {
		v, _ := object.As[object.Dict](m).GetStr(n)
		return v, nil
	}
	v, err := object.GetItem(t, m, object.Wrap(n))
	if err != nil && object.IsExc(err, &object.KeyErrorType) {
		return object.Value{}, nil
	}
	return v, err
}

func (t *Thread) globalOrBuiltin(f *Frame, n *object.Str) (object.Value, error) {
	if v, ok := f.fn.Globals.GetStr(n); ok {
		return v, nil
	}
	if f.fn.Globals.Type != &object.DictType {
		if v, err := t.unknownGlobal(f.fn.Globals, n); err != nil || v.O != nil {
			return v, err
		}
	}
	if v, ok := f.fn.Builtins.GetStr(n); ok {
		return v, nil
	}
	v, err := object.LateGlobal(&t.Thread, f.fn.Globals, n)
	if err == nil && v.O == nil {
		err = nameError(n)
	}
	return v, err
}

// localsOf returns the namespace that the NAME instructions of f use.
func (t *Thread) localsOf(f *Frame) object.Value {
	if f.locals.O != nil {
		return f.locals
	}
	return object.Wrap(f.fn.Globals)
}

func (t *Thread) opLoadName(f *Frame, in *code.Ins, n *object.Str) error {
	v, err := mapGet(&t.Thread, t.localsOf(f), n)
	if err == nil && v.O == nil {
		v, err = t.globalOrBuiltin(f, n)
	}
	if err == nil {
		*f.reg(in.A) = v
	}
	return err
}

func (t *Thread) setLocalName(f *Frame, n *object.Str, v object.Value) error {
	m := t.localsOf(f)
	if m.O.Type == &object.DictType {
		d := object.As[object.Dict](m)
		if v.O != nil {
			d.SetStr(n, v)
		} else if !d.DelStr(n) {
			return nameError(n)
		}
		return nil
	}
	err := object.SetItem(&t.Thread, m, object.Wrap(n), v)
	if err != nil && v.O == nil && object.IsExc(err, &object.KeyErrorType) {
		return nameError(n)
	}
	return err
}

func commonConstant(kind int) object.Value {
	switch kind {
	case code.CommonNotImplementedError:
		return object.Wrap(&object.NotImplementedErrorType)
	}
	return object.Wrap(&object.AssertionErrorType)
}

func (t *Thread) opDictUpdate(d, m object.Value) error {
	if m.O.Type != &object.DictType {
		if k, err := object.GetAttrOpt(&t.Thread, m, nameKeys); err != nil {
			return err
		} else if k.O == nil {
			return object.TypeErrorf("'%s' object is not a mapping", m.O.Type.MsgName())
		}
	}
	return object.DictUpdate(&t.Thread, object.As[object.Dict](d), m)
}

var nameKeys = object.StaticName("keys")

// calleeName describes a callable in argument errors.
func (t *Thread) calleeName(fn object.Value) string {
	if fn.O == nil {
		return "function"
	}
	q, err := object.GetAttrOpt(&t.Thread, fn, t.Intern("__qualname__"))
	if err != nil || q.O == nil {
		return typeRepr(&t.Thread, fn)
	}
	s, ok := object.AsStr(q)
	if !ok {
		return typeRepr(&t.Thread, fn)
	}
	m, err := object.GetAttrOpt(&t.Thread, fn, t.Intern("__module__"))
	if err == nil && m.O != nil && !m.IsNone() {
		if ms, ok := object.AsStr(m); ok && ms.String() != "builtins" {
			return ms.String() + "." + s.String() + "()"
		}
	}
	return s.String() + "()"
}

func (t *Thread) opDictMerge(d, m, fn object.Value) error {
	if m.O.Type != &object.DictType {
		if k, err := object.GetAttrOpt(&t.Thread, m, nameKeys); err != nil {
			return err
		} else if k.O == nil {
			return object.TypeErrorf("%s argument after ** must be a mapping, not %s", t.calleeName(fn), m.O.Type.MsgName())
		}
		return t.mergeMapping(d, m, fn)
	}
	var err error
	object.As[object.Dict](m).Each(func(k, v object.Value) bool {
		err = t.mergeKeyword(d, k, v, fn)
		return err == nil
	})
	return err
}

// mergeMapping merges any mapping, which may give a key more than once.
func (t *Thread) mergeMapping(d, m, fn object.Value) error {
	list, err := object.CallMethod(&t.Thread, m, "keys")
	if err != nil {
		return err
	}
	keys, err := object.Items(&t.Thread, list)
	if err != nil {
		return err
	}
	for _, k := range keys {
		v, err := object.GetItem(&t.Thread, m, k)
		if err != nil {
			return err
		}
		if err := t.mergeKeyword(d, k, v, fn); err != nil {
			return err
		}
	}
	return nil
}

func (t *Thread) mergeKeyword(d, k, v, fn object.Value) error {
	dst := object.As[object.Dict](d)
	_, dup, err := dst.Get(&t.Thread, k)
	if err != nil {
		return err
	}
	if dup {
		s, err := object.ToStr(&t.Thread, k)
		if err != nil {
			return err
		}
		return object.TypeErrorf("%s got multiple values for keyword argument '%s'", t.calleeName(fn), s)
	}
	return dst.Set(&t.Thread, k, v)
}

func (t *Thread) opStarArgs(f *Frame, in *code.Ins) error {
	v := *f.reg(in.B)
	if v.O.Type == &object.TupleType {
		*f.reg(in.A) = v
		return nil
	}
	if v.O.Type.Slots.Iter == nil && !object.IsSequence(v) {
		return object.TypeErrorf("%s argument after * must be an iterable, not %s", t.calleeName(*f.reg(in.C)), v.O.Type.MsgName())
	}
	items, err := object.Items(&t.Thread, v)
	if err == nil {
		*f.reg(in.A) = object.NewTupleOwned(items)
	}
	return err
}

func (t *Thread) opUnpackBig(f *Frame, in *code.Ins, n, s int) *Frame {
	var items []object.Value
	var err error
	if s == 0 {
		items, err = t.unpackItems(*f.reg(in.B), n, -1)
	} else {
		items, err = t.unpackItems(*f.reg(in.B), s-1, n)
	}
	if err != nil {
		return t.unwind(f, err)
	}
	*f.reg(in.A) = object.NewTupleOwned(items)
	return f
}

// convert applies a !s, !r or !a conversion.
func (t *Thread) convert(v object.Value, conv byte) (object.Value, error) {
	switch conv {
	case 's':
		return object.StrValue(&t.Thread, v)
	case 'r':
		return object.ReprValue(&t.Thread, v)
	case 'a':
		return object.ASCII(&t.Thread, v)
	}
	return v, nil
}

func (t *Thread) opFormat(f *Frame, in *code.Ins) error {
	src := in.B
	spec := object.Value{}
	if in.Op == code.OpFORMATSPEC {
		src, spec = in.A, *f.reg(in.B)
	}
	v, err := t.convert(*f.reg(src), byte(in.C))
	if err != nil {
		return err
	}
	if v, err = object.Format(&t.Thread, v, spec); err == nil {
		*f.reg(in.A) = v
	}
	return err
}

func (t *Thread) opSuper(f *Frame, in *code.Ins, n *object.Str) error {
	r := f.regs(in.B, 3)
	var v object.Value
	var err error
	if r[0] == object.Wrap(&object.SuperType) && r[1].O.Type.Solid == &object.TypeType {
		this := object.As[object.Type](r[1])
		if in.Op == code.OpLOADSUPER {
			if d, method := object.SuperMethod(&t.Thread, this, r[2], n); method {
				out := f.regs(in.A, 2)
				out[0], out[1] = d, r[2]
				return nil
			}
		}
		s, err := object.CallArgs(&t.Thread, r[0], r[1], r[2])
		if err != nil {
			return err
		}
		v, err = object.GetAttr(&t.Thread, s, n)
		if err != nil {
			return err
		}
	} else {
		s, err := object.CallArgs(&t.Thread, r[0])
		if err != nil {
			return err
		}
		if v, err = object.GetAttr(&t.Thread, s, n); err != nil {
			return err
		}
	}
	if in.Op == code.OpGETSUPER {
		*f.reg(in.A) = v
		return err
	}
	out := f.regs(in.A, 2)
	out[0], out[1] = object.Value{}, v
	return err
}

// managers are the two kinds of context managers.
var managers = [2]struct{ enter, exit, what, keyword string }{
	{"__enter__", "__exit__", "context manager", "with"},
	{"__aenter__", "__aexit__", "asynchronous context manager", "async with"},
}

func (t *Thread) opWithEnter(f *Frame, in *code.Ins) error {
	r := f.regs(in.A, 2)
	m := r[0]
	kind := 0
	if in.Op == code.OpAWITHENTER {
		kind = 1
	}
	e, err := object.LookupSpecial(&t.Thread, m, t.Intern(managers[kind].enter))
	if err != nil {
		return err
	}
	x, err := object.LookupSpecial(&t.Thread, m, t.Intern(managers[kind].exit))
	if err != nil {
		return err
	}
	if e.O == nil || x.O == nil {
		return t.noManager(m, kind, x.O == nil)
	}
	v, err := object.CallArgs(&t.Thread, e)
	if err != nil {
		return err
	}
	r[0], r[1] = x, v
	return nil
}

// noManager says that m is no context manager of a kind.
func (t *Thread) noManager(m object.Value, kind int, noExit bool) error {
	k, other := managers[kind], managers[1-kind]
	missed := k.enter
	if noExit {
		missed = k.exit
	}
	tp := m.O.Type
	msg := "'" + tp.MsgFullName(&t.Thread) + "' object does not support the " + k.what + " protocol (missed " + missed + " method)"
	if tp.Lookup(&t.Thread, t.Intern(other.enter)).O != nil && tp.Lookup(&t.Thread, t.Intern(other.exit)).O != nil {
		msg += " but it supports the " + other.what + " protocol. Did you mean to use '" + other.keyword + "'?"
	}
	return object.TypeErrorf("%s", msg)
}

func (t *Thread) opWithExit(f *Frame, in *code.Ins) error {
	ev := *f.reg(in.A)
	e := object.As[object.Exception](ev)
	tb := object.None
	if e.TB != nil {
		tb = object.Wrap(e.TB)
	}
	v, err := object.CallArgs(&t.Thread, *f.reg(in.B), object.Wrap(e.Type), ev, tb)
	if err == nil {
		*f.reg(in.A) = v
	}
	return err
}

func (t *Thread) opPrintExpr(v object.Value) error {
	hook, ok := t.Interp.Sys.D.GetGo(&t.Thread, "displayhook")
	if !ok {
		return object.RuntimeErrorf("lost sys.displayhook")
	}
	_, err := object.CallArgs(&t.Thread, hook, v)
	return err
}

func (t *Thread) opSetupAnn(f *Frame) error {
	n := t.Intern("__annotations__")
	m := t.localsOf(f)
	v, err := mapGet(&t.Thread, m, n)
	if err != nil || v.O != nil {
		return err
	}
	return t.setLocalName(f, n, object.Wrap(object.NewDict()))
}
