package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Formatted and template strings (language reference 2.5.7, 2.5.8).

func (u *unit) joinedStr(e *ast.JoinedStr, dst reg) {
	switch len(e.Values) {
	case 0:
		u.at(&e.Pos)
		u.loadConst(dst, "")
		return
	case 1:
		u.exprTo(e.Values[0], dst)
		return
	}
	if len(e.Values) <= chunkSize {
		base := u.elems(e.Values)
		u.at(&e.Pos)
		u.op(code.OpBUILDSTR, dst, base, int32(len(e.Values)))
		return
	}
	// Many parts: join them piece by piece.
	acc := u.newTemp()
	u.op(code.OpLOADK, acc, u.constant(""), 0)
	for i := 0; i < len(e.Values); i += chunkSize {
		n := min(chunkSize, len(e.Values)-i)
		top := u.top
		u.elems(e.Values[i : i+n])
		u.at(&e.Pos)
		u.op(code.OpBUILDSTR, acc, acc, int32(n+1))
		u.top = top
	}
	u.move(dst, acc)
}

func conversion(c int) int32 {
	if c < 0 {
		return 0
	}
	return int32(c)
}

func (u *unit) formattedValue(e *ast.FormattedValue, dst reg) {
	if e.FormatSpec == nil {
		r := u.operand(e.Value, u.scratchFor(dst))
		u.at(&e.Pos)
		u.op(code.OpFORMAT, dst, r, conversion(e.Conversion))
		return
	}
	t := u.scratch(dst)
	u.exprTo(e.Value, t)
	top := u.top
	spec := u.expr(e.FormatSpec)
	u.at(&e.Pos)
	u.op(code.OpFORMATSPEC, t, spec, conversion(e.Conversion))
	u.top = top
	u.unscratch(dst, t)
}

// templateStr builds the strings, one more than interpolations, and the
// interpolations.
func (u *unit) templateStr(e *ast.TemplateStr, dst reg) {
	base := u.temps(2)
	var strs code.Tuple
	var parts []ast.Expr
	text := ""
	for _, v := range e.Values {
		if k, ok := v.(*ast.Constant); ok {
			text += k.Value.(string)
			continue
		}
		strs = append(strs, text)
		text = ""
		parts = append(parts, v)
	}
	strs = append(strs, text)
	u.at(&e.Pos)
	u.loadConst(base, strs)
	if len(parts) == 0 {
		u.loadConst(base+1, code.Tuple{})
	} else {
		u.tuple(&ast.Tuple{Pos: e.Pos, Elts: parts}, base+1)
	}
	u.at(&e.Pos)
	u.op(code.OpTEMPLATE, dst, base, 0)
}

func (u *unit) interpolation(e *ast.Interpolation, dst reg) {
	base := u.temps(2)
	u.exprTo(e.Value, base)
	u.at(&e.Pos)
	u.loadConst(base+1, e.Str)
	c := conversion(e.Conversion)
	if e.FormatSpec != nil {
		u.exprTo(e.FormatSpec, u.newTemp())
		c |= 1 << 8
	}
	u.at(&e.Pos)
	u.op(code.OpINTERP, dst, base, c)
}
