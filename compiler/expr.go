package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Expressions (language reference 6).

// expr evaluates e and returns the register of the value: the variable's own
// register for a local, else a new temporary.
func (u *unit) expr(e ast.Expr) reg {
	if r := u.ready(e); r != noReg {
		return r
	}
	t := u.newTemp()
	u.exprTo(e, t)
	return t
}

// ready returns the register of a local, or of a constant that is loaded at
// entry; noReg for what must be computed.
func (u *unit) ready(e ast.Expr) reg {
	if r := u.localOf(e); r != noReg {
		u.at(e.Position())
		u.check(r, u.nameIndex(u.mangleName(e.(*ast.Name).Id)))
		return r
	}
	if u.loops > 0 {
		if v, ok := u.c.fold(e); ok {
			u.at(e.Position())
			return u.constReg(v)
		}
	}
	return noReg
}

// operand evaluates e, to be used after the expressions later are evaluated.
// A result that needs a register may use dst when that is a temporary.
func (u *unit) operand(e ast.Expr, dst reg, later ...ast.Expr) reg {
	if r := u.ready(e); r != noReg {
		if u.storedLater(e) && !allSimple(later) {
			t := u.newTemp()
			u.move(t, r)
			return t
		}
		return r
	}
	t := dst
	if !isTemp(dst) {
		t = u.newTemp()
	}
	u.exprTo(e, t)
	return t
}

// allSimple says whether the expressions are names and constants.
func allSimple(list []ast.Expr) bool {
	for _, e := range list {
		switch e.(type) {
		case *ast.Name, *ast.Constant:
		default:
			return false
		}
	}
	return true
}

// exprTo evaluates e into dst. Only the last instruction of the code writes
// dst when it is a variable.
func (u *unit) exprTo(e ast.Expr, dst reg) {
	u.c.enter(e.Position())
	defer u.c.leave()
	if v, ok := u.c.fold(e); ok {
		u.at(e.Position())
		u.loadConst(dst, v)
		return
	}
	top := u.top
	switch e := e.(type) {
	case *ast.Name:
		u.at(&e.Pos)
		u.loadName(dst, e.Id)
	case *ast.BinOp:
		u.binOp(e, dst)
	case *ast.UnaryOp:
		u.unaryOp(e, dst)
	case *ast.BoolOp:
		u.boolOp(e, dst)
	case *ast.Compare:
		u.compare(e, dst)
	case *ast.IfExp:
		u.ifExp(e, dst)
	case *ast.NamedExpr:
		u.namedExpr(e, dst)
	case *ast.Attribute:
		u.attribute(e, dst)
	case *ast.Subscript:
		u.subscript(e, dst)
	case *ast.Slice:
		u.slice(e, dst)
	case *ast.Call:
		u.call(e, dst)
	case *ast.Tuple:
		u.tuple(e, dst)
	case *ast.List:
		u.list(e, dst)
	case *ast.Set:
		u.set(e, dst)
	case *ast.Dict:
		u.dict(e, dst)
	case *ast.Lambda:
		u.lambda(e, dst)
	case *ast.ListComp:
		u.comprehension(e, listComp, e.Generators, e.Elt, nil, dst)
	case *ast.SetComp:
		u.comprehension(e, setComp, e.Generators, e.Elt, nil, dst)
	case *ast.DictComp:
		u.comprehension(e, dictComp, e.Generators, e.Key, e.Value, dst)
	case *ast.GeneratorExp:
		u.comprehension(e, genExpr, e.Generators, e.Elt, nil, dst)
	case *ast.JoinedStr:
		u.joinedStr(e, dst)
	case *ast.FormattedValue:
		u.formattedValue(e, dst)
	case *ast.TemplateStr:
		u.templateStr(e, dst)
	case *ast.Interpolation:
		u.interpolation(e, dst)
	case *ast.Await:
		u.awaitExpr(e, dst)
	case *ast.Yield:
		u.yieldExpr(e, dst)
	case *ast.YieldFrom:
		u.yieldFrom(e, dst)
	case *ast.Starred:
		u.c.fail(&e.Pos, "can't use starred expression here")
	default:
		u.c.fail(e.Position(), "cannot compile expression %s", e.NodeName())
	}
	u.top = top
}

var binOps = [...]struct{ op, inplace, imm, inplaceImm code.Op }{
	ast.Add:      {code.OpADD, code.OpIADD, code.OpADDI, code.OpIADDI},
	ast.Sub:      {code.OpSUB, code.OpISUB, code.OpSUBI, code.OpISUBI},
	ast.Mult:     {code.OpMUL, code.OpIMUL, code.OpMULI, code.OpIMULI},
	ast.MatMult:  {code.OpMATMUL, code.OpIMATMUL, 0, 0},
	ast.Div:      {code.OpDIV, code.OpIDIV, 0, 0},
	ast.ModOp:    {code.OpMOD, code.OpIMOD, code.OpMODI, code.OpIMODI},
	ast.Pow:      {code.OpPOW, code.OpIPOW, 0, 0},
	ast.LShift:   {code.OpLSHIFT, code.OpILSHIFT, code.OpLSHIFTI, code.OpILSHIFTI},
	ast.RShift:   {code.OpRSHIFT, code.OpIRSHIFT, code.OpRSHIFTI, code.OpIRSHIFTI},
	ast.BitOr:    {code.OpOR, code.OpIOR, 0, 0},
	ast.BitXor:   {code.OpXOR, code.OpIXOR, 0, 0},
	ast.BitAnd:   {code.OpAND, code.OpIAND, code.OpANDI, code.OpIANDI},
	ast.FloorDiv: {code.OpFLOORDIV, code.OpIFLOORDIV, code.OpFLOORDIVI, code.OpIFLOORDIVI},
}

// binOp follows the left spine of the operators without recursion.
func (u *unit) binOp(e *ast.BinOp, dst reg) {
	var spine []*ast.BinOp
	var left ast.Expr = e
	for {
		b, ok := left.(*ast.BinOp)
		if !ok {
			break
		}
		if _, ok := u.c.fold(b); ok {
			break
		}
		spine = append(spine, b)
		left = b.Left
	}
	work := u.scratchFor(dst)
	last := len(spine) - 1
	l := u.operand(left, work, spine[last].Right)
	for i := last; i >= 0; i-- {
		out := work
		if i == 0 {
			out = dst
		} else if !isTemp(out) {
			out = u.newTemp()
			work = out
		}
		u.binaryInto(spine[i], l, out, false)
		l = out
	}
}

// scratchFor is dst when partial results may go there, else noReg: a new
// temporary is taken when one is needed.
func (u *unit) scratchFor(dst reg) reg {
	if isTemp(dst) {
		return dst
	}
	return noReg
}

// binaryInto emits out = l op right.
func (u *unit) binaryInto(e *ast.BinOp, l, out reg, inplace bool) {
	top := u.top
	u.binary(e.Op, l, e.Right, out, inplace, &e.Pos)
	u.top = top
}

func (u *unit) binary(op ast.Operator, l reg, right ast.Expr, out reg, inplace bool, pos *ast.Pos) {
	ops := binOps[op]
	imm, full := ops.imm, ops.op
	if inplace {
		imm, full = ops.inplaceImm, ops.inplace
	}
	if imm != 0 {
		if v, ok := u.c.fold(right); ok {
			if n, ok := smallInt(v); ok {
				u.at(pos)
				u.op(imm, out, l, n)
				return
			}
		}
	}
	r := u.expr(right)
	u.at(pos)
	u.op(full, out, l, r)
}

func (u *unit) unaryOp(e *ast.UnaryOp, dst reg) {
	if e.Op == ast.Not {
		if c, ok := e.Operand.(*ast.Compare); ok && len(c.Ops) == 1 {
			if inv, ok := inverseTest[c.Ops[0]]; ok {
				u.compareOne(c, inv, dst)
				return
			}
		}
	}
	r := u.operand(e.Operand, u.scratchFor(dst))
	u.at(&e.Pos)
	ops := [...]code.Op{ast.Invert: code.OpINVERT, ast.Not: code.OpNOT, ast.UAdd: code.OpPOS, ast.USub: code.OpNEG}
	u.op(ops[e.Op], dst, r, 0)
}

// inverseTest are the tests whose negation is another test, always.
var inverseTest = map[ast.CmpOperator]ast.CmpOperator{
	ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}

func (u *unit) boolOp(e *ast.BoolOp, dst reg) {
	t := u.scratch(dst)
	end := u.newLabel()
	for i, v := range e.Values {
		if i == len(e.Values)-1 {
			u.exprTo(v, t)
			break
		}
		if k, ok := u.c.fold(v); ok {
			if truth(k) == (e.Op == ast.Or) {
				u.exprTo(v, t)
				break
			}
			continue
		}
		if e.Op == ast.Or {
			u.exprJump(v, t, end, next)
		} else {
			u.exprJump(v, t, next, end)
		}
	}
	u.mark(end)
	u.at(&e.Pos)
	if t != dst {
		u.move(dst, t)
	}
}

// next is a label of exprJump: the code that follows.
const next = -1

// exprJump evaluates e into t and goes to yes or no by its truth, which is
// asked for once; one of the labels is next, for which t need not be set.
func (u *unit) exprJump(e ast.Expr, t reg, yes, no int32) {
	u.c.enter(e.Position())
	defer u.c.leave()
	if k, ok := u.c.fold(e); ok {
		to := no
		if truth(k) {
			to = yes
		}
		if to != next {
			u.exprTo(e, t)
			u.at(e.Position())
			u.jmp(to)
		}
		return
	}
	b, ok := e.(*ast.BoolOp)
	if !ok {
		u.exprTo(e, t)
		u.at(e.Position())
		if no == next {
			u.jump(code.OpJT, t, 0, yes)
		} else {
			u.jump(code.OpJF, t, 0, no)
		}
		return
	}
	out, end := no, int32(next)
	if b.Op == ast.Or {
		out = yes
	}
	if out == next {
		end = u.newLabel()
		out = end
	}
	last := len(b.Values) - 1
	for _, v := range b.Values[:last] {
		if b.Op == ast.Or {
			u.exprJump(v, t, out, next)
		} else {
			u.exprJump(v, t, next, out)
		}
	}
	u.exprJump(b.Values[last], t, yes, no)
	if end != next {
		u.mark(end)
	}
}

var cmpOps = [...]code.Op{
	ast.Eq: code.OpEQ, ast.NotEq: code.OpNE, ast.Lt: code.OpLT, ast.LtE: code.OpLE, ast.Gt: code.OpGT, ast.GtE: code.OpGE,
	ast.Is: code.OpIS, ast.IsNot: code.OpISNOT, ast.In: code.OpIN, ast.NotIn: code.OpNOTIN,
}

func (u *unit) compareOne(e *ast.Compare, op ast.CmpOperator, dst reg) {
	l := u.operand(e.Left, u.scratchFor(dst), e.Comparators...)
	r := u.comparator(op, e.Comparators[0])
	u.at(&e.Pos)
	u.op(cmpOps[op], dst, l, r)
}

// comparator evaluates the right side of a comparison; displays of constants
// after `in` become constants.
func (u *unit) comparator(op ast.CmpOperator, e ast.Expr) reg {
	if op == ast.In || op == ast.NotIn {
		if v, ok := u.c.foldContainer(e); ok {
			u.at(e.Position())
			return u.constReg(v)
		}
	}
	return u.expr(e)
}

func (u *unit) compare(e *ast.Compare, dst reg) {
	u.checkCompare(e)
	if len(e.Ops) == 1 {
		u.compareOne(e, e.Ops[0], dst)
		return
	}
	t := u.scratch(dst)
	end := u.newLabel()
	l := u.operand(e.Left, t, e.Comparators...)
	slot := u.chainSlots(len(e.Ops))
	for i, op := range e.Ops {
		last := i == len(e.Ops)-1
		var r reg
		if last {
			r = u.comparator(op, e.Comparators[i])
		} else {
			r = u.operand(e.Comparators[i], slot(i), e.Comparators[i+1:]...)
		}
		u.at(&e.Pos)
		u.op(cmpOps[op], t, l, r)
		if !last {
			u.jump(code.OpJF, t, 0, end)
		}
		l = r
	}
	u.mark(end)
	if t != dst {
		u.move(dst, t)
	}
}

// chainSlots are the registers for the middle operands of a comparison chain:
// a long one takes turns with two.
func (u *unit) chainSlots(n int) func(i int) reg {
	if n < 5 {
		return func(int) reg { return noReg }
	}
	base := u.temps(2)
	return func(i int) reg { return base + reg(i&1) }
}

func (u *unit) ifExp(e *ast.IfExp, dst reg) {
	els, end := u.newLabel(), u.newLabel()
	u.jumpIf(e.Test, false, els)
	u.exprTo(e.Body, dst)
	u.jmp(end)
	u.mark(els)
	u.exprTo(e.Orelse, dst)
	u.mark(end)
}

func (u *unit) namedExpr(e *ast.NamedExpr, dst reg) {
	name := e.Target.(*ast.Name)
	if r := u.localOf(name); r != noReg {
		u.exprTo(e.Value, r)
		u.at(&e.Pos)
		u.move(dst, r)
		return
	}
	t := u.scratch(dst)
	u.exprTo(e.Value, t)
	u.at(&e.Pos)
	u.storeName(name.Id, t)
	u.unscratch(dst, t)
}

func (u *unit) attribute(e *ast.Attribute, dst reg) {
	if s := u.superCall(e.Value); s != nil {
		t := u.superOperands(s)
		u.at(attrPos(e))
		u.op(code.OpGETSUPER, dst, t, u.nameIndex(u.mangleName(e.Attr)))
		return
	}
	r := u.operand(e.Value, u.scratchFor(dst))
	u.at(attrPos(e))
	u.op(code.OpGETATTR, dst, r, u.nameIndex(u.mangleName(e.Attr)))
}

// attrPos is the position of an attribute access: the line of the name when
// the expression spans several lines.
func attrPos(e *ast.Attribute) *ast.Pos {
	p := e.Pos
	if p.Line != p.EndLine {
		p.Line = p.EndLine
		n := int32(len([]rune(e.Attr)))
		if n <= p.EndCol {
			p.Col = p.EndCol - n
		} else {
			p.Col, p.EndCol = -1, -1
		}
	}
	return &p
}

func (u *unit) subscript(e *ast.Subscript, dst reg) {
	u.checkSubscripter(e.Value)
	u.checkIndex(e.Value, e.Slice)
	if s, ok := e.Slice.(*ast.Slice); ok && s.Step == nil {
		if _, konst := u.c.fold(s); !konst {
			l := u.operand(e.Value, u.scratchFor(dst), s.Lower, s.Upper)
			base := u.bounds(s)
			u.at(&e.Pos)
			u.op(code.OpGETSLICE, dst, l, base)
			return
		}
	}
	l := u.operand(e.Value, u.scratchFor(dst), e.Slice)
	if v, ok := u.c.fold(e.Slice); ok {
		if n, ok := smallInt(v); ok {
			u.at(&e.Pos)
			u.op(code.OpGETITEMI, dst, l, n)
			return
		}
	}
	r := u.expr(e.Slice)
	u.at(&e.Pos)
	u.op(code.OpGETITEM, dst, l, r)
}

// bounds evaluates start and stop of a slice into two new temporaries.
func (u *unit) bounds(s *ast.Slice) reg {
	base := u.temps(2)
	u.boundTo(s.Lower, base, &s.Pos)
	u.boundTo(s.Upper, base+1, &s.Pos)
	return base
}

func (u *unit) boundTo(e ast.Expr, dst reg, pos *ast.Pos) {
	if e != nil {
		u.exprTo(e, dst)
		return
	}
	u.at(pos)
	u.loadConst(dst, nil)
}

func (u *unit) slice(e *ast.Slice, dst reg) {
	n := 2
	if e.Step != nil {
		n = 3
	}
	base := u.temps(n)
	u.boundTo(e.Lower, base, &e.Pos)
	u.boundTo(e.Upper, base+1, &e.Pos)
	if n == 3 {
		u.exprTo(e.Step, base+2)
	}
	u.at(&e.Pos)
	u.op(code.OpSLICE, dst, base, int32(n))
}
