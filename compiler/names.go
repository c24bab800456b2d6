package compiler

import (
	"slices"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Where names live.

type placeKind uint8

const (
	inLocal  placeKind = iota // register
	inCell                    // cell in a register
	inGlobal                  // module globals, then built-ins
	inName                    // locals mapping, then globals, then built-ins
	inSpill                   // dict of spilled locals
	inClass                   // class body: locals mapping, then cell
	inDict                    // class mapping in a cell, then globals
	inDictOr                  // class mapping in a cell, then cell
)

type place struct {
	kind placeKind
	reg  reg
}

// registers assigns the arguments, cells and free variables of the scope.
func (u *unit) registers() {
	s := u.scope
	for _, p := range s.params {
		u.localReg[p] = reg(len(u.locals))
		u.locals = append(u.locals, p)
	}
	u.nargs = len(u.locals)
	for _, y := range s.order {
		if y.res == isCell {
			if _, arg := u.localReg[y.name]; !arg {
				u.cells = append(u.cells, y.name)
			}
		}
		if y.res == isFree || y.flags&defFreeClass != 0 {
			u.frees = append(u.frees, y.name)
		}
	}
	if s.needsClass {
		u.cells = append(u.cells, "__class__")
	}
	if s.needsDict {
		u.cells = append(u.cells, "__classdict__")
	}
	if s.kind == classScope && (s.condAnn || s.needsCond) {
		u.cells = append(u.cells, "__conditional_annotations__")
	}
	slices.Sort(u.cells)
	u.cells = slices.Compact(u.cells)
	slices.Sort(u.frees)
	for i, n := range u.cells {
		u.cellReg[n] = cellBase + reg(i)
	}
	for i, n := range u.frees {
		u.freeReg[n] = freeBase + reg(i)
	}
}

// lookup finds where a mangled name lives, seen from the current comprehension.
func (u *unit) lookup(name string) place {
	for i := len(u.comps) - 1; i >= 0; i-- {
		f := u.comps[i]
		if r, ok := f.regs[name]; ok {
			if u.hidden[r-hiddenBase].cell {
				return place{inCell, r}
			}
			return place{inLocal, r}
		}
		y := f.scope.syms[name]
		if y == nil || y.res == isGlobalImplicit {
			if u.scope.kind == moduleScope {
				return place{inName, noReg}
			}
			return place{inGlobal, noReg}
		}
		if y.res == isGlobalExplicit {
			return place{inGlobal, noReg}
		}
	}
	y := u.scope.syms[name]
	if len(u.comps) > 0 && u.scope.kind == classScope {
		switch name {
		case "__class__", "__classdict__", "__conditional_annotations__":
			return place{inGlobal, noReg} // only functions see these
		}
		return place{inCell, u.cellFor(name)}
	}
	if y == nil {
		if r, ok := u.cellReg[name]; ok {
			return place{inCell, r}
		}
		return u.global()
	}
	switch y.res {
	case isLocal:
		if !u.scope.functionLike() {
			return place{inName, noReg}
		}
		return u.local(name)
	case isCell:
		return place{inCell, u.cellFor(name)}
	case isFree:
		switch {
		case u.scope.kind == classScope:
			return place{inClass, u.freeReg[name]}
		case u.scope.seesClass && name != "__classdict__":
			return place{inDictOr, u.freeReg[name]}
		}
		return place{inCell, u.freeReg[name]}
	case isGlobalExplicit:
		return place{inGlobal, noReg}
	}
	return u.global()
}

// global is the place of an implicitly global name.
func (u *unit) global() place {
	switch {
	case !u.scope.functionLike():
		return place{inName, noReg}
	case u.scope.seesClass:
		return place{inDict, noReg}
	}
	return place{inGlobal, noReg}
}

// local gives a plain local its register at first use.
func (u *unit) local(name string) place {
	r, ok := u.localReg[name]
	if !ok {
		if len(u.locals) >= maxLocals {
			if u.spill == noReg {
				u.spill = u.newHidden(".spill", false)
			}
			return place{inSpill, u.spill}
		}
		r = reg(len(u.locals))
		u.locals = append(u.locals, name)
		u.localReg[name] = r
	}
	return place{inLocal, r}
}

func (u *unit) newHidden(name string, cell bool) reg {
	u.hidden = append(u.hidden, hiddenVar{name, cell, true})
	return hiddenBase + reg(len(u.hidden)-1)
}

// cellFor returns the register that holds the cell of name.
func (u *unit) cellFor(name string) reg {
	for i := len(u.comps) - 1; i >= 0; i-- {
		if r, ok := u.comps[i].regs[name]; ok {
			return r
		}
	}
	if r, ok := u.cellReg[name]; ok {
		return r
	}
	if r, ok := u.freeReg[name]; ok {
		return r
	}
	if r, ok := u.localReg[name]; ok {
		return r
	}
	panic("compiler: no cell for " + name + " in " + u.qualname)
}

// mangleName applies the private name rule of the scope.
func (u *unit) mangleName(name string) string {
	if len(u.comps) > 0 {
		return u.comps[len(u.comps)-1].scope.mangle(name)
	}
	return u.scope.mangle(name)
}

// loadName reads a name into dst.
func (u *unit) loadName(dst reg, name string) {
	name = u.mangleName(name)
	p := u.lookup(name)
	u.loadPlace(dst, name, p)
}

func (u *unit) loadPlace(dst reg, name string, p place) {
	i := u.nameIndex(name)
	switch p.kind {
	case inLocal:
		u.check(p.reg, i)
		u.move(dst, p.reg)
	case inCell:
		u.op(code.OpLOADDEREF, dst, p.reg, i)
	case inGlobal:
		u.op(code.OpLOADG, dst, 0, i)
	case inName:
		u.op(code.OpLOADNAME, dst, 0, i)
	case inSpill:
		u.op(code.OpLOADSPILL, dst, p.reg, i)
	case inClass:
		t := u.scratch(dst)
		u.op(code.OpLOADLOCALS, t, 0, 0)
		u.op(code.OpLOADFROMDICTORDEREF, t, p.reg, i)
		u.unscratch(dst, t)
	case inDict:
		t := u.scratch(dst)
		u.op(code.OpLOADDEREF, t, u.cellFor("__classdict__"), u.nameIndex("__classdict__"))
		u.op(code.OpLOADFROMDICTORG, t, t, i)
		u.unscratch(dst, t)
	case inDictOr:
		t := u.scratch(dst)
		u.op(code.OpLOADDEREF, t, u.cellFor("__classdict__"), u.nameIndex("__classdict__"))
		u.op(code.OpLOADFROMDICTORDEREF, t, p.reg, i)
		u.unscratch(dst, t)
	}
}

// scratch returns a register for partial results on the way to dst: dst itself
// unless it is a variable.
func (u *unit) scratch(dst reg) reg {
	if isTemp(dst) {
		return dst
	}
	return u.newTemp()
}

// unscratch ends the use of scratch register t for dst.
func (u *unit) unscratch(dst, t reg) {
	if t != dst {
		u.move(dst, t)
		u.top = t
	}
}

// check raises if a local is unbound; definite assignment removes most checks.
func (u *unit) check(r reg, nameIdx int32) {
	u.op(code.OpCHECK, r, nameIdx, 0)
}

// storeName binds a name to the value in src.
func (u *unit) storeName(name string, src reg) {
	name = u.mangleName(name)
	p := u.lookup(name)
	switch p.kind {
	case inLocal:
		u.move(p.reg, src)
	case inCell, inClass, inDictOr:
		u.op(code.OpSTOREDEREF, p.reg, src, 0)
	case inGlobal, inDict:
		u.op(code.OpSTOREG, src, 0, u.nameIndex(name))
	case inName:
		u.op(code.OpSTORENAME, src, 0, u.nameIndex(name))
	case inSpill:
		u.op(code.OpSTORESPILL, p.reg, src, u.nameIndex(name))
	}
}

// deleteName unbinds a name.
func (u *unit) deleteName(name string) {
	name = u.mangleName(name)
	p := u.lookup(name)
	i := u.nameIndex(name)
	switch p.kind {
	case inLocal:
		u.op(code.OpDELLOCAL, p.reg, 0, i)
	case inCell, inClass, inDictOr:
		u.op(code.OpDELDEREF, p.reg, 0, i)
	case inGlobal, inDict:
		u.op(code.OpDELG, 0, 0, i)
	case inName:
		u.op(code.OpDELNAME, 0, 0, i)
	case inSpill:
		u.op(code.OpDELSPILL, p.reg, 0, i)
	}
}

// localOf returns the register of a name that is a plain local, else noReg.
func (u *unit) localOf(e ast.Expr) reg {
	n, ok := e.(*ast.Name)
	if !ok {
		return noReg
	}
	if n.Id == "__debug__" {
		return noReg
	}
	if p := u.lookup(u.mangleName(n.Id)); p.kind == inLocal {
		return p.reg
	}
	return noReg
}

// storedLater says whether an assignment expression may store the local that
// e names, so that its register must not be used past the evaluation of others.
func (u *unit) storedLater(e ast.Expr) bool {
	n, ok := e.(*ast.Name)
	if !ok {
		return false
	}
	name := u.mangleName(n.Id)
	for _, f := range u.comps {
		if f.scope.walrus[name] {
			return true
		}
	}
	return u.scope.walrus[name]
}
