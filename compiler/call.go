package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Calls (language reference 6.3.4).

// callBase returns the register where the callable goes: the top of the
// temporaries, which is dst itself when that was taken last.
func (u *unit) callBase(dst reg) reg {
	if isTemp(dst) && dst == u.top-1 {
		return dst
	}
	return u.newTemp()
}

func (u *unit) call(e *ast.Call, dst reg) {
	u.checkCaller(e.Func)
	u.checkKeywords(e.Keywords)
	base := u.callBase(dst)
	switch {
	case len(e.Args)+len(e.Keywords) > maxCallArg || hasStar(e.Args) || hasUnpacked(e.Keywords):
		u.exprTo(e.Func, base)
		u.callEx(base, e.Args, e.Keywords, &e.Pos, 0)
	case u.methodCall(e, base):
	default:
		u.exprTo(e.Func, base)
		u.elems(e.Args)
		u.finishCall(base, int32(len(e.Args)), e.Keywords, code.OpCALL, code.OpCALLKW, &e.Pos)
	}
	u.top = base + 1
	if base != dst {
		u.at(&e.Pos)
		u.move(dst, base)
	}
}

func hasUnpacked(kws []*ast.Keyword) bool {
	for _, k := range kws {
		if k.Arg == "" {
			return true
		}
	}
	return false
}

// finishCall evaluates the keyword values and emits the call.
func (u *unit) finishCall(base reg, n int32, kws []*ast.Keyword, call, callKw code.Op, pos *ast.Pos) {
	if len(kws) == 0 {
		u.at(pos)
		u.op(call, base, n, 0)
		return
	}
	names := make(code.Tuple, len(kws))
	for i, k := range kws {
		names[i] = k.Arg
		u.exprTo(k.Value, u.newTemp())
	}
	u.at(pos)
	u.op(callKw, base, n+int32(len(kws)), u.constant(names))
}

// methodCall emits a call of an attribute; false if e is no such call.
func (u *unit) methodCall(e *ast.Call, base reg) bool {
	attr, ok := e.Func.(*ast.Attribute)
	if !ok {
		return false
	}
	name := u.nameIndex(u.mangleName(attr.Attr))
	if s := u.superCall(attr.Value); s != nil {
		u.newTemp()
		t := u.superOperands(s)
		u.at(attrPos(attr))
		u.op(code.OpLOADSUPER, base, t, name)
		u.top = base + 2
		u.elems(e.Args)
		u.finishCall(base, int32(len(e.Args)), e.Keywords, code.OpCALLMETH, code.OpCALLMETHKW, methodPos(e, attr))
		return true
	}
	// A long chain of calls would take a register for each with CALLM.
	if len(e.Keywords) == 0 && base < tempBase+maxTemps/2 && u.simpleArgs(e.Args) {
		self := u.newTemp()
		u.exprTo(attr.Value, self)
		u.at(attrPos(attr))
		u.op(opMeth, base, self, name)
		point := u.pos
		u.elems(e.Args)
		u.at(methodPos(e, attr))
		u.op(code.OpCALLM, base, int32(len(e.Args)), name)
		u.ins[len(u.ins)-1].attr = point
		return true
	}
	r := u.operand(attr.Value, base)
	u.top = base + 1
	u.newTemp()
	u.at(attrPos(attr))
	u.op(code.OpLOADM, base, r, name)
	u.elems(e.Args)
	u.finishCall(base, int32(len(e.Args)), e.Keywords, code.OpCALLMETH, code.OpCALLMETHKW, methodPos(e, attr))
	return true
}

// methodPos is the position of the call of a method: from the attribute's name
// on when the expression spans several lines.
func methodPos(e *ast.Call, attr *ast.Attribute) *ast.Pos {
	p := e.Pos
	if attr.Line != attr.EndLine {
		a := attrPos(attr)
		p.Line, p.Col = a.Line, a.Col
	}
	return &p
}

// simpleArgs says whether all arguments are plain locals or constants, so that
// loading the method after them cannot be told from loading it before.
func (u *unit) simpleArgs(list []ast.Expr) bool {
	for _, e := range list {
		if u.localOf(e) != noReg {
			continue
		}
		if _, ok := u.c.fold(e); !ok {
			return false
		}
	}
	return true
}

// callEx emits a call with unpacked or very many arguments; extra leading
// arguments are already in base+1...
func (u *unit) callEx(base reg, args []ast.Expr, kws []*ast.Keyword, pos *ast.Pos, extra int32) {
	t := base + 1
	if u.top <= t {
		u.newTemp()
	}
	switch star, ok := firstStar(args); {
	case extra == 0 && ok:
		r := u.expr(star.Value)
		u.at(pos)
		u.op(code.OpSTARARGS, t, r, base)
	case extra == 0 && len(args) == 0:
		u.at(pos)
		u.loadConst(t, code.Tuple{})
	case extra == 0:
		u.buildList(args, t, pos)
		u.op(code.OpLISTTOTUPLE, t, t, 0)
	default:
		u.at(pos)
		l := u.top
		u.newTemp()
		u.op(code.OpLIST, l, t, extra)
		u.move(t, l)
		u.top = t + 1
		u.appendAll(args, t, pos)
		u.op(code.OpLISTTOTUPLE, t, t, 0)
	}
	u.top = t + 1
	d := u.newTemp()
	if len(kws) == 0 {
		u.at(pos)
		u.op(code.OpNULL, d, 0, 0)
	} else {
		u.keywordDict(base, d, kws, pos)
	}
	u.at(pos)
	u.op(code.OpCALLEX, base, 0, 0)
}

func firstStar(args []ast.Expr) (*ast.Starred, bool) {
	if len(args) != 1 {
		return nil, false
	}
	s, ok := args[0].(*ast.Starred)
	return s, ok
}

// appendAll adds expressions to the list in t.
func (u *unit) appendAll(args []ast.Expr, t reg, pos *ast.Pos) {
	for _, a := range args {
		top := u.top
		if s, ok := a.(*ast.Starred); ok {
			r := u.expr(s.Value)
			u.at(pos)
			u.op(code.OpLISTEXTEND, t, r, 0)
		} else {
			r := u.expr(a)
			u.at(pos)
			u.op(code.OpLISTAPPEND, t, r, 0)
		}
		u.top = top
	}
}

// keywordDict builds the keyword arguments of a CALLEX in d.
func (u *unit) keywordDict(base, d reg, kws []*ast.Keyword, pos *ast.Pos) {
	made := false
	for i := 0; i < len(kws); {
		top := u.top
		n := i
		for n < len(kws) && n-i < chunkSize/2 && kws[n].Arg != "" {
			n++
		}
		if n == i {
			if !made {
				u.at(pos)
				u.op(code.OpDICT, d, u.top, 0)
			}
			r := u.expr(kws[i].Value)
			u.at(pos)
			u.op(code.OpDICTMERGE, d, r, base)
			n++
		} else {
			first := u.top
			for _, k := range kws[i:n] {
				t := u.newTemp()
				u.at(&k.Pos)
				u.loadConst(t, k.Arg)
				u.exprTo(k.Value, u.newTemp())
			}
			u.at(pos)
			if !made {
				u.op(code.OpDICT, d, first, int32(n-i))
			} else {
				u.op(code.OpDICT, first, first, int32(n-i))
				u.op(code.OpDICTMERGE, d, first, base)
			}
		}
		made = true
		u.top = top
		i = n
	}
}

// superCall returns e if it is super() where the current function is a method.
func (u *unit) superCall(e ast.Expr) *ast.Call {
	c, ok := e.(*ast.Call)
	if !ok || len(c.Args) > 0 || len(c.Keywords) > 0 || len(u.comps) > 0 {
		return nil
	}
	n, ok := c.Func.(*ast.Name)
	if !ok || n.Id != "super" || u.scope.kind != functionScope || u.argCount == 0 {
		return nil
	}
	if y := u.scope.syms["super"]; y == nil || y.res != isGlobalImplicit && y.res != isGlobalExplicit {
		return nil
	}
	if u.superShadowed() {
		return nil
	}
	if y := u.scope.syms["__class__"]; y == nil || y.res != isFree {
		return nil
	}
	return c
}

// superShadowed says whether the module binds the name super.
func (u *unit) superShadowed() bool {
	top := u
	for top.parent != nil {
		top = top.parent
	}
	y := top.scope.syms["super"]
	return y != nil && y.flags&(defBound|defGlobal) != 0
}

// superOperands loads super, __class__ and the first argument.
func (u *unit) superOperands(c *ast.Call) reg {
	base := u.temps(3)
	u.at(c.Func.Position())
	u.loadName(base, "super")
	u.at(&c.Pos)
	u.loadPlace(base+1, "__class__", u.lookup("__class__"))
	first := u.locals[0]
	u.loadPlace(base+2, first, u.lookup(first))
	return base
}
