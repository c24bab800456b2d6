package compiler

import (
	"maps"
	"slices"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// The match statement (language reference 8.6). What a pattern captures stays
// in temporaries until the whole pattern has matched.

// patCtx is the state of one pattern.
type patCtx struct {
	fail        int32
	names       []string // captured, in order
	regs        map[string]reg
	irrefutable bool // a pattern that always matches is permitted here
}

func (u *unit) match(s *ast.Match) {
	subject := u.newTemp()
	u.exprTo(s.Subject, subject)
	end := u.newLabel()
	for i, k := range s.Cases {
		top := u.top
		next := u.newLabel()
		ctx := &patCtx{fail: next, regs: map[string]reg{}, irrefutable: k.Guard != nil || i == len(s.Cases)-1}
		u.pattern(k.Pattern, subject, ctx)
		u.at(k.Pattern.Position())
		for _, n := range ctx.names {
			u.storeName(n, ctx.regs[n])
		}
		u.top = top
		if k.Guard != nil {
			u.jumpIf(k.Guard, false, next)
		}
		u.stmts(k.Body)
		if !u.dead() {
			u.jmp(end)
		}
		u.mark(next)
	}
	u.mark(end)
}

func (u *unit) capture(name string, r reg, pos *ast.Pos, ctx *patCtx) {
	if _, dup := ctx.regs[name]; dup {
		u.c.fail(pos, "multiple assignments to name '%s' in pattern", name)
	}
	ctx.names = append(ctx.names, name)
	ctx.regs[name] = r
}

// sub compiles a pattern within another one, where irrefutable ones are fine.
func (u *unit) sub(p ast.Pattern, r reg, ctx *patCtx) {
	was := ctx.irrefutable
	ctx.irrefutable = true
	u.pattern(p, r, ctx)
	ctx.irrefutable = was
}

// pattern tests the subject in r and jumps to ctx.fail if it does not match.
func (u *unit) pattern(p ast.Pattern, r reg, ctx *patCtx) {
	u.c.enter(p.Position())
	defer u.c.leave()
	u.at(p.Position())
	switch p := p.(type) {
	case *ast.MatchValue:
		u.matchValue(p, r, ctx)
	case *ast.MatchSingleton:
		if p.Value == nil {
			u.jump(code.OpJNOTNONE, r, 0, ctx.fail)
			return
		}
		top := u.top
		k := u.constReg(p.Value)
		u.jump(code.OpJISNOT, r, k, ctx.fail)
		u.top = top
	case *ast.MatchSequence:
		u.matchSequence(p, r, ctx)
	case *ast.MatchMapping:
		u.matchMapping(p, r, ctx)
	case *ast.MatchClass:
		u.matchClass(p, r, ctx)
	case *ast.MatchAs:
		u.matchAs(p, r, ctx)
	case *ast.MatchOr:
		u.matchOr(p, r, ctx)
	default:
		u.c.fail(p.Position(), "cannot compile pattern %s", p.NodeName())
	}
}

func (u *unit) matchValue(p *ast.MatchValue, r reg, ctx *patCtx) {
	v, konst := u.c.fold(p.Value)
	if _, attr := p.Value.(*ast.Attribute); !attr && !konst {
		u.c.fail(&p.Pos, "patterns may only match literals and attribute lookups")
	}
	if n, ok := smallInt(v); ok && konst {
		u.jump(code.OpJNEQI, r, n, ctx.fail)
		return
	}
	top := u.top
	k := u.expr(p.Value)
	u.at(&p.Pos)
	u.jump(code.OpJNEQ, r, k, ctx.fail)
	u.top = top
}

func (u *unit) matchAs(p *ast.MatchAs, r reg, ctx *patCtx) {
	if p.Pattern == nil {
		if !ctx.irrefutable {
			if p.Name != "" {
				u.c.fail(&p.Pos, "name capture '%s' makes remaining patterns unreachable", p.Name)
			}
			u.c.fail(&p.Pos, "wildcard makes remaining patterns unreachable")
		}
		if p.Name != "" {
			u.capture(p.Name, r, &p.Pos, ctx)
		}
		return
	}
	u.pattern(p.Pattern, r, ctx)
	u.capture(p.Name, r, &p.Pos, ctx)
}

func isWildcard(p ast.Pattern) bool {
	m, ok := p.(*ast.MatchAs)
	return ok && m.Pattern == nil && m.Name == ""
}

func isStarWildcard(p ast.Pattern) bool {
	m, ok := p.(*ast.MatchStar)
	return ok && m.Name == ""
}

func (u *unit) matchSequence(p *ast.MatchSequence, r reg, ctx *patCtx) {
	star, onlyWild, starWild := -1, true, false
	for i, x := range p.Patterns {
		if _, ok := x.(*ast.MatchStar); ok {
			if star >= 0 {
				u.c.fail(&p.Pos, "multiple starred names in sequence pattern")
			}
			star = i
			starWild = isStarWildcard(x)
			onlyWild = onlyWild && starWild
			continue
		}
		onlyWild = onlyWild && isWildcard(x)
	}
	size := len(p.Patterns)
	t := u.newTemp()
	u.op(code.OpMATCHSEQ, t, r, 0)
	u.jump(code.OpJF, t, 0, ctx.fail)
	switch {
	case star < 0:
		u.op(code.OpLEN, t, r, 0)
		u.lengthTest(code.OpJNEQI, code.OpJNEQ, t, size, ctx.fail)
	case size > 1:
		u.op(code.OpLEN, t, r, 0)
		u.lengthTest(code.OpJNGEI, code.OpJNGE, t, size-1, ctx.fail)
	}
	switch {
	case onlyWild:
	case star >= 0 && starWild || size > 200:
		u.sequenceItems(p, r, star, ctx)
	default:
		u.sequenceUnpack(p, r, star, ctx)
	}
}

func (u *unit) lengthTest(imm, full code.Op, t reg, n int, fail int32) {
	if n <= 32767 {
		u.jump(imm, t, int32(n), fail)
		return
	}
	k := u.newTemp()
	u.loadConst(k, int64(n))
	u.jump(full, t, k, fail)
}

// sequenceItems fetches the wanted items one by one.
func (u *unit) sequenceItems(p *ast.MatchSequence, r reg, star int, ctx *patCtx) {
	n := len(p.Patterns)
	for i, x := range p.Patterns {
		if isWildcard(x) || isStarWildcard(x) {
			continue
		}
		t := u.newTemp()
		u.at(&p.Pos)
		if m, ok := x.(*ast.MatchStar); ok { // only in very long patterns
			b := u.temps(3)
			u.loadConst(b, int64(i))
			u.op(code.OpLEN, b+1, r, 0)
			u.op(code.OpSUBI, b+1, b+1, int32(n-1-i))
			u.op(code.OpGETSLICE, b+2, r, b)
			u.op(code.OpLIST, t, t, 0)
			u.op(code.OpLISTEXTEND, t, b+2, 0)
			u.capture(m.Name, t, &m.Pos, ctx)
			continue
		}
		if star < 0 || i < star {
			u.loadConst(t, int64(i))
		} else {
			u.op(code.OpLEN, t, r, 0)
			u.op(code.OpSUBI, t, t, int32(n-i))
		}
		u.op(code.OpGETITEM, t, r, t)
		u.sub(x, t, ctx)
	}
}

func (u *unit) sequenceUnpack(p *ast.MatchSequence, r reg, star int, ctx *patCtx) {
	n := len(p.Patterns)
	base := u.temps(n)
	u.at(&p.Pos)
	if star < 0 {
		u.op(code.OpUNPACK, r, base, int32(n))
	} else {
		u.op(code.OpUNPACKEX, r, base, int32(star|(n-star-1)<<8))
	}
	for i, x := range p.Patterns {
		if m, ok := x.(*ast.MatchStar); ok {
			if m.Name != "" {
				u.capture(m.Name, base+reg(i), &m.Pos, ctx)
			}
			continue
		}
		u.sub(x, base+reg(i), ctx)
	}
}

func (u *unit) matchMapping(p *ast.MatchMapping, r reg, ctx *patCtx) {
	t := u.newTemp()
	u.op(code.OpMATCHMAP, t, r, 0)
	u.jump(code.OpJF, t, 0, ctx.fail)
	n := len(p.Keys)
	if n == 0 && p.Rest == "" {
		return
	}
	if n > 0 {
		u.op(code.OpLEN, t, r, 0)
		u.lengthTest(code.OpJNGEI, code.OpJNGE, t, n, ctx.fail)
	}
	u.checkMappingKeys(p)
	keys := u.newTemp()
	u.exprTo(&ast.Tuple{Pos: p.Pos, Elts: p.Keys}, keys)
	u.at(&p.Pos)
	vals := u.newTemp()
	u.op(code.OpMATCHKEYS, vals, r, keys)
	u.jump(code.OpJNONE, vals, 0, ctx.fail)
	for i, x := range p.Patterns {
		if isWildcard(x) {
			continue
		}
		v := u.newTemp()
		u.at(&p.Pos)
		u.op(code.OpGETITEMI, v, vals, int32(i))
		u.sub(x, v, ctx)
	}
	if p.Rest == "" {
		return
	}
	u.at(&p.Pos)
	d := u.newTemp()
	u.op(code.OpDICT, d, d, 0)
	u.op(code.OpDICTUPDATE, d, r, 0)
	k := u.newTemp()
	for i := range p.Keys {
		u.op(code.OpGETITEMI, k, keys, int32(i))
		u.op(code.OpDELITEM, d, k, 0)
	}
	u.capture(p.Rest, d, &p.Pos, ctx)
}

func (u *unit) checkMappingKeys(p *ast.MatchMapping) {
	seen := map[string]bool{}
	for _, k := range p.Keys {
		v, ok := u.c.fold(k)
		if !ok {
			if _, attr := k.(*ast.Attribute); !attr {
				u.c.fail(&p.Pos, "mapping pattern keys may only match literals and attribute lookups")
			}
			continue
		}
		key := patternKey(v)
		if seen[key] {
			u.c.fail(&p.Pos, "mapping pattern checks duplicate key (%s)", pyRepr(v))
		}
		seen[key] = true
	}
}

// patternKey is equal for constants that are equal as dictionary keys.
func patternKey(v any) string {
	if b, ok := v.(bool); ok {
		v = int64(0)
		if b {
			v = int64(1)
		}
	}
	switch x := v.(type) {
	case float64:
		if x == float64(int64(x)) {
			v = int64(x)
		}
	case complex128:
		if imag(x) == 0 {
			return patternKey(real(x))
		}
	}
	return code.ConstKey(v)
}

func (u *unit) matchClass(p *ast.MatchClass, r reg, ctx *patCtx) {
	seen := map[string]bool{}
	for i, a := range p.KwdAttrs {
		if seen[a] {
			u.c.fail(p.KwdPatterns[i].Position(), "attribute name repeated in class pattern: %s", a)
		}
		seen[a] = true
	}
	base := u.temps(3)
	u.move(base, r)
	u.exprTo(p.Cls, base+1)
	names := make(code.Tuple, len(p.KwdAttrs))
	for i, a := range p.KwdAttrs {
		names[i] = a
	}
	u.at(&p.Pos)
	u.loadConst(base+2, names)
	vals := u.newTemp()
	u.op(code.OpMATCHCLASS, vals, base, int32(len(p.Patterns)))
	u.jump(code.OpJNONE, vals, 0, ctx.fail)
	for i, x := range append(slices.Clip(p.Patterns), p.KwdPatterns...) {
		if isWildcard(x) {
			continue
		}
		v := u.newTemp()
		u.at(&p.Pos)
		u.op(code.OpGETITEMI, v, vals, int32(i))
		u.sub(x, v, ctx)
	}
}

// matchOr tries the alternatives in order. All bind the same names; the values
// meet in the registers that the first alternative gets.
func (u *unit) matchOr(p *ast.MatchOr, r reg, ctx *patCtx) {
	done := u.newLabel()
	var names []string
	regs := map[string]reg{}
	for i, x := range p.Patterns {
		last := i == len(p.Patterns)-1
		next := u.newLabel()
		alt := &patCtx{fail: next, regs: map[string]reg{}, irrefutable: last && ctx.irrefutable}
		if last {
			alt.fail = ctx.fail
		}
		if i == 0 {
			alt.fail = next
			u.firstAlt(x, r, alt, regs)
			names = alt.names
		} else {
			top := u.top
			u.pattern(x, r, alt)
			if len(alt.names) != len(names) || !sameKeys(alt.regs, regs) {
				u.c.fail(&p.Pos, "alternative patterns bind different names")
			}
			for _, n := range names {
				u.move(regs[n], alt.regs[n])
			}
			u.top = top
		}
		if !last {
			u.jmp(done)
			u.mark(next)
		}
	}
	u.mark(done)
	for _, n := range names {
		u.capture(n, regs[n], &p.Pos, ctx)
	}
}

// firstAlt compiles the first alternative and moves its captures to registers
// that stay taken.
func (u *unit) firstAlt(x ast.Pattern, r reg, alt *patCtx, regs map[string]reg) {
	u.pattern(x, r, alt)
	for _, n := range alt.names {
		t := u.newTemp()
		u.move(t, alt.regs[n])
		regs[n] = t
	}
}

func sameKeys(a, b map[string]reg) bool {
	return slices.Equal(slices.Sorted(maps.Keys(a)), slices.Sorted(maps.Keys(b)))
}
