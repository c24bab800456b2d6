package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Statements (language reference 7 and 8).

func (u *unit) stmts(list []ast.Stmt) {
	for _, s := range list {
		u.stmt(s)
	}
}

func (u *unit) stmt(s ast.Stmt) {
	u.c.enter(s.Position())
	defer u.c.leave()
	top := u.top
	u.at(s.Position())
	switch s.(type) {
	case *ast.If, *ast.For, *ast.AsyncFor, *ast.While, *ast.Try, *ast.TryStar, *ast.With, *ast.AsyncWith, *ast.Match:
		u.nestDepth++
		defer func() { u.nestDepth-- }()
	}
	switch s := s.(type) {
	case *ast.ExprStmt:
		u.exprStmt(s)
	case *ast.Assign:
		u.assign(s)
	case *ast.AugAssign:
		u.augAssign(s)
	case *ast.AnnAssign:
		u.annAssign(s)
	case *ast.If:
		u.ifStmt(s)
	case *ast.For:
		u.forStmt(s)
	case *ast.AsyncFor:
		u.asyncFor(s)
	case *ast.While:
		u.while(s)
	case *ast.Return:
		u.returnStmt(s)
	case *ast.FunctionDef:
		u.function(&funcDef{s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams, false})
	case *ast.AsyncFunctionDef:
		u.function(&funcDef{s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams, true})
	case *ast.ClassDef:
		u.class(s)
	case *ast.Pass:
		u.op(code.OpNOP, 0, 0, 0)
	case *ast.Break:
		u.breakStmt(&s.Pos)
	case *ast.Continue:
		u.continueStmt(&s.Pos)
	case *ast.Try:
		u.try(s)
	case *ast.TryStar:
		u.tryStar(s)
	case *ast.With:
		u.with(&s.Pos, s.Items, s.Body)
	case *ast.AsyncWith:
		u.asyncWith(s)
	case *ast.Raise:
		u.raise(s)
	case *ast.Delete:
		for _, t := range s.Targets {
			u.deleteTarget(t)
		}
	case *ast.Assert:
		u.assert(s)
	case *ast.Import:
		u.importStmt(s)
	case *ast.ImportFrom:
		u.importFrom(s)
	case *ast.Match:
		u.match(s)
	case *ast.TypeAlias:
		u.typeAlias(s)
	case *ast.Global, *ast.Nonlocal:
	default:
		u.c.fail(s.Position(), "cannot compile statement %s", s.NodeName())
	}
	u.top = top
}

func (u *unit) exprStmt(s *ast.ExprStmt) {
	if u.c.inMode == singleMode && u.parent == nil {
		r := u.expr(s.Value)
		u.at(&s.Pos)
		u.op(code.OpPRINTEXPR, r, 0, 0)
		return
	}
	if _, ok := s.Value.(*ast.Constant); ok {
		u.op(code.OpNOP, 0, 0, 0)
		return
	}
	if _, ok := u.c.fold(s.Value); ok {
		u.op(code.OpNOP, 0, 0, 0)
		return
	}
	u.expr(s.Value)
}

func (u *unit) ifStmt(s *ast.If) {
	end := u.newLabel()
	for {
		next := u.newLabel()
		u.jumpIf(s.Test, false, next)
		u.stmts(s.Body)
		if len(s.Orelse) == 0 {
			u.mark(next)
			break
		}
		if !u.dead() {
			u.at(s.Body[len(s.Body)-1].Position())
			u.jmp(end)
		}
		u.mark(next)
		if len(s.Orelse) == 1 {
			if elif, ok := s.Orelse[0].(*ast.If); ok {
				s = elif
				continue
			}
		}
		u.stmts(s.Orelse)
		break
	}
	u.mark(end)
}

func (u *unit) returnStmt(s *ast.Return) {
	if u.scope.kind != functionScope {
		u.c.fail(&s.Pos, "'return' outside function")
	}
	if s.Value != nil && u.scope.isAsyncDef && u.scope.generator {
		u.c.fail(&s.Pos, "'return' with value in async generator")
	}
	unwinds := false
	for _, b := range u.blocks {
		switch b.kind {
		case starBlock:
			u.c.fail(&s.Pos, "'break', 'continue' and 'return' cannot appear in an except* block")
		case loopBlock, tryBlock:
		default:
			unwinds = true
		}
	}
	var konst any
	isConst := s.Value == nil
	if s.Value != nil {
		konst, isConst = u.c.fold(s.Value)
	}
	r := noReg
	if !isConst {
		r = u.expr(s.Value)
		if unwinds && !isTemp(r) {
			t := u.newTemp()
			u.move(t, r)
			r = t
		}
	}
	h := u.handler
	u.at(&s.Pos)
	u.unwindTo(-1)
	u.at(&s.Pos)
	switch {
	case r != noReg:
		u.op(code.OpRET, r, 0, 0)
	case konst == nil:
		u.op(code.OpRETNONE, 0, 0, 0)
	default:
		t := u.newTemp()
		u.loadConst(t, konst)
		u.op(code.OpRET, t, 0, 0)
	}
	u.handler = h
}

func (u *unit) raise(s *ast.Raise) {
	n := int32(0)
	a, b := reg(0), reg(0)
	if s.Exc != nil {
		n = 1
		a = u.operand(s.Exc, noReg, s.Cause)
		b = a
	}
	if s.Cause != nil {
		n = 2
		b = u.expr(s.Cause)
	}
	u.at(&s.Pos)
	u.op(code.OpRAISE, n, a, b)
}

func (u *unit) assert(s *ast.Assert) {
	if t, ok := s.Test.(*ast.Tuple); ok && len(t.Elts) > 0 {
		u.c.warn(&s.Pos, "assertion is always true, perhaps remove parentheses?")
	} else if v, ok := u.c.fold(s.Test); ok {
		if t, ok := v.(code.Tuple); ok && len(t) > 0 {
			u.c.warn(&s.Pos, "assertion is always true, perhaps remove parentheses?")
		}
	}
	if u.c.opt.Optimize > 0 {
		return
	}
	end := u.newLabel()
	u.jumpIf(s.Test, true, end)
	r, n := reg(0), int32(0)
	if s.Msg != nil {
		r, n = u.expr(s.Msg), 1
	}
	u.at(s.Test.Position())
	u.op(code.OpASSERTERR, r, n, 0)
	u.mark(end)
}

func (u *unit) deleteTarget(e ast.Expr) {
	top := u.top
	switch e := e.(type) {
	case *ast.Name:
		u.at(&e.Pos)
		u.deleteName(e.Id)
	case *ast.Attribute:
		r := u.expr(e.Value)
		u.at(attrPos(e))
		u.op(code.OpDELATTR, r, 0, u.nameIndex(u.mangleName(e.Attr)))
	case *ast.Subscript:
		r := u.operand(e.Value, noReg, e.Slice)
		i := u.expr(e.Slice)
		u.at(&e.Pos)
		u.op(code.OpDELITEM, r, i, 0)
	case *ast.Tuple:
		for _, x := range e.Elts {
			u.deleteTarget(x)
		}
	case *ast.List:
		for _, x := range e.Elts {
			u.deleteTarget(x)
		}
	default:
		u.c.fail(e.Position(), "cannot delete %s", e.NodeName())
	}
	u.top = top
}

func (u *unit) importStmt(s *ast.Import) {
	for _, a := range s.Names {
		top := u.top
		mod := u.importModule(a.Name, 0, nil, &s.Pos)
		if a.Asname != "" {
			rest := a.Name[len(firstPart(a.Name)):]
			for rest != "" {
				part := firstPart(rest[1:])
				rest = rest[1+len(part):]
				u.op(code.OpIMPORTFROM, mod, mod, u.nameIndex(part))
			}
			u.storeName(a.Asname, mod)
		} else {
			u.storeName(firstPart(a.Name), mod)
		}
		u.top = top
	}
}

// importModule emits __import__(name) and returns the register of the result.
func (u *unit) importModule(name string, level int, from any, pos *ast.Pos) reg {
	base := u.temps(2)
	u.at(pos)
	u.loadConst(base, int64(level))
	u.loadConst(base+1, from)
	u.op(code.OpIMPORT, base, base, u.nameIndex(name))
	return base
}

func (u *unit) importFrom(s *ast.ImportFrom) {
	if s.Module == "__future__" && s.Level == 0 && !u.c.atTop[s] {
		u.c.fail(&s.Pos, "from __future__ imports must occur at the beginning of the file")
	}
	from := make(code.Tuple, len(s.Names))
	for i, a := range s.Names {
		from[i] = a.Name
	}
	mod := u.importModule(s.Module, s.Level, from, &s.Pos)
	if s.Names[0].Name == "*" {
		u.op(code.OpIMPORTSTAR, mod, 0, 0)
		return
	}
	t := u.newTemp()
	for _, a := range s.Names {
		name := a.Asname
		if name == "" {
			name = a.Name
		}
		u.op(code.OpIMPORTFROM, t, mod, u.nameIndex(a.Name))
		u.storeName(name, t)
	}
}
