package compiler

import "github.com/gopy-lang/gopy/ast"

// The walk over expressions and patterns for the symbol table.

func (st *symtable) exprs(list []ast.Expr) {
	for _, e := range list {
		st.expr(e)
	}
}

func (st *symtable) optExpr(e ast.Expr) {
	if e != nil {
		st.expr(e)
	}
}

// notAllowed refuses yield, await and := where only plain expressions may stand.
func (st *symtable) notAllowed(name string, pos *ast.Pos) {
	switch st.cur.kind {
	case annotationScope:
		st.c.fail(pos, "%s cannot be used within an annotation", name)
	case typeVarScope, typeAliasScope, typeParamsScope:
		st.c.fail(pos, "%s cannot be used within %s", name, st.cur.what)
	}
}

func (st *symtable) inComp(pos *ast.Pos) {
	names := [...]string{listComp: "list comprehension", setComp: "set comprehension", dictComp: "dict comprehension", genExpr: "generator expression"}
	if k := st.cur.comp; k != notComp {
		st.c.fail(pos, "'yield' inside %s", names[k])
	}
}

func (st *symtable) expr(e ast.Expr) {
	st.c.enter(e.Position())
	defer st.c.leave()
	switch e := e.(type) {
	case *ast.BoolOp:
		st.exprs(e.Values)
	case *ast.NamedExpr:
		st.namedExpr(e)
	case *ast.BinOp:
		st.binOp(e)
	case *ast.UnaryOp:
		st.expr(e.Operand)
	case *ast.Lambda:
		st.defaults(e.Args)
		st.push("<lambda>", functionScope, scopeKey{e, keyBody}, &e.Pos)
		st.cur.isLambda = true
		st.arguments(e.Args)
		st.expr(e.Body)
		st.pop()
	case *ast.IfExp:
		st.expr(e.Test)
		st.expr(e.Body)
		st.expr(e.Orelse)
	case *ast.Dict:
		for i, k := range e.Keys {
			st.optExpr(k)
			st.expr(e.Values[i])
		}
	case *ast.Set:
		st.exprs(e.Elts)
	case *ast.ListComp:
		st.comprehension(e, "<listcomp>", listComp, e.Generators, e.Elt, nil)
	case *ast.SetComp:
		st.comprehension(e, "<setcomp>", setComp, e.Generators, e.Elt, nil)
	case *ast.DictComp:
		st.comprehension(e, "<dictcomp>", dictComp, e.Generators, e.Key, e.Value)
	case *ast.GeneratorExp:
		st.comprehension(e, "<genexpr>", genExpr, e.Generators, e.Elt, nil)
	case *ast.Await:
		st.await(e)
	case *ast.Yield:
		st.notAllowed("yield expression", &e.Pos)
		st.optExpr(e.Value)
		st.cur.generator = true
		st.inComp(&e.Pos)
	case *ast.YieldFrom:
		st.notAllowed("yield expression", &e.Pos)
		st.expr(e.Value)
		st.cur.generator = true
		st.inComp(&e.Pos)
	case *ast.Compare:
		st.expr(e.Left)
		st.exprs(e.Comparators)
	case *ast.Call:
		st.expr(e.Func)
		st.exprs(e.Args)
		for _, k := range e.Keywords {
			if k.Arg == "__debug__" {
				st.c.fail(&k.Pos, "cannot assign to __debug__")
			}
			st.expr(k.Value)
		}
	case *ast.FormattedValue:
		st.expr(e.Value)
		st.optExpr(e.FormatSpec)
	case *ast.Interpolation:
		st.expr(e.Value)
		st.optExpr(e.FormatSpec)
	case *ast.JoinedStr:
		st.exprs(e.Values)
	case *ast.TemplateStr:
		st.exprs(e.Values)
	case *ast.Attribute:
		if e.Attr == "__debug__" && e.Ctx != ast.Load {
			st.debugName(e.Ctx, &e.Pos)
		}
		st.expr(e.Value)
	case *ast.Subscript:
		st.expr(e.Value)
		st.expr(e.Slice)
	case *ast.Starred:
		st.expr(e.Value)
	case *ast.Name:
		st.name(e)
	case *ast.List:
		st.exprs(e.Elts)
	case *ast.Tuple:
		st.exprs(e.Elts)
	case *ast.Slice:
		st.optExpr(e.Lower)
		st.optExpr(e.Upper)
		st.optExpr(e.Step)
	}
}

func (st *symtable) debugName(ctx ast.ExprContext, pos *ast.Pos) {
	if ctx == ast.Del {
		st.c.fail(pos, "cannot delete __debug__")
	}
	st.c.fail(pos, "cannot assign to __debug__")
}

func (st *symtable) name(e *ast.Name) {
	if e.Ctx == ast.Load {
		st.add(e.Id, symUse, &e.Pos)
		if e.Id == "super" && st.cur.functionLike() && st.cur.kind == functionScope {
			st.add("__class__", symUse, &e.Pos)
		}
		return
	}
	if e.Id == "__debug__" {
		st.debugName(e.Ctx, &e.Pos)
	}
	st.add(e.Id, defLocal, &e.Pos)
}

// binOp follows a chain of left-associative operators without recursion.
func (st *symtable) binOp(e *ast.BinOp) {
	var rights []ast.Expr
	var left ast.Expr = e
	for {
		b, ok := left.(*ast.BinOp)
		if !ok {
			break
		}
		rights = append(rights, b.Right)
		left = b.Left
	}
	st.expr(left)
	for i := len(rights) - 1; i >= 0; i-- {
		st.expr(rights[i])
	}
}

func (st *symtable) await(e *ast.Await) {
	st.notAllowed("await expression", &e.Pos)
	allowed := st.c.opt.AllowTopLevelAwait && st.cur.kind == moduleScope
	if !allowed {
		if st.cur.kind != functionScope {
			st.c.fail(&e.Pos, "'await' outside function")
		}
		if !st.cur.isAsyncDef && st.cur.comp == notComp {
			st.c.fail(&e.Pos, "'await' outside async function")
		}
	}
	st.expr(e.Value)
	st.cur.coroutine = true
}

// namedExpr handles target := value; within comprehensions the target belongs
// to the scope around them (PEP 572).
func (st *symtable) namedExpr(e *ast.NamedExpr) {
	target := e.Target.(*ast.Name)
	if st.cur.compIter > 0 {
		st.c.fail(&e.Pos, "assignment expression cannot be used in a comprehension iterable expression")
	}
	if st.cur.comp != notComp {
		st.extendNamedExpr(target)
	} else {
		st.notAllowed("named expression", &e.Pos)
	}
	st.expr(e.Value)
	st.expr(target)
	st.noteWalrus(target.Id)
}

// noteWalrus remembers in every scope up to the owner that := stores the name.
func (st *symtable) noteWalrus(name string) {
	for s := st.cur; s != nil; s = s.parent {
		if s.walrus == nil {
			s.walrus = map[string]bool{}
		}
		s.walrus[s.mangle(name)] = true
		if s.comp == notComp {
			return
		}
	}
}

func (st *symtable) extendNamedExpr(e *ast.Name) {
	for s := st.cur; s != nil; s = s.parent {
		if s.comp != notComp {
			if y := s.syms[s.mangle(e.Id)]; y != nil && y.flags&defCompIter != 0 {
				st.c.fail(&e.Pos, "assignment expression cannot rebind comprehension iteration variable '%s'", e.Id)
			}
			continue
		}
		switch s.kind {
		case functionScope:
			y := s.syms[s.mangle(e.Id)]
			if y != nil && y.flags&defGlobal != 0 {
				st.add(e.Id, defGlobal, &e.Pos)
			} else {
				st.add(e.Id, defNonlocal, &e.Pos)
			}
			st.cur.syms[st.cur.mangle(e.Id)].decl = &e.Pos
			st.addTo(s, e.Id, defLocal, &e.Pos)
			return
		case moduleScope:
			st.add(e.Id, defGlobal, &e.Pos)
			st.cur.syms[st.cur.mangle(e.Id)].decl = &e.Pos
			st.addTo(s, e.Id, defGlobal, &e.Pos)
			return
		case classScope:
			st.c.fail(&e.Pos, "assignment expression within a comprehension cannot be used in a class body")
		case typeParamsScope:
			st.c.fail(&e.Pos, "assignment expression within a comprehension cannot be used within the definition of a generic")
		case typeAliasScope:
			st.c.fail(&e.Pos, "assignment expression within a comprehension cannot be used in a type alias")
		case typeVarScope:
			st.c.fail(&e.Pos, "assignment expression within a comprehension cannot be used in a TypeVar bound")
		case annotationScope:
			st.c.fail(&e.Pos, "named expression cannot be used within an annotation")
		}
	}
}

func (st *symtable) comprehension(node ast.Expr, name string, kind compKind, gens []*ast.Comprehension, elt, value ast.Expr) {
	pos := node.Position()
	outer := gens[0]
	st.cur.compIter++
	st.expr(outer.Iter)
	st.cur.compIter--
	s := st.push(name, functionScope, scopeKey{node, keyBody}, pos)
	s.comp = kind
	s.coroutine = outer.IsAsync != 0
	st.add(".0", defParam, pos)
	s.compTarget = true
	st.expr(outer.Target)
	s.compTarget = false
	st.exprs(outer.Ifs)
	for _, g := range gens[1:] {
		s.compTarget = true
		st.expr(g.Target)
		s.compTarget = false
		s.compIter++
		st.expr(g.Iter)
		s.compIter--
		st.exprs(g.Ifs)
		if g.IsAsync != 0 {
			s.coroutine = true
		}
	}
	st.expr(elt)
	st.optExpr(value)
	s.generator = kind == genExpr
	async := s.coroutine && kind != genExpr
	st.pop()
	if async {
		top := st.c.opt.AllowTopLevelAwait && st.cur.kind == moduleScope
		if !st.cur.isAsyncDef && st.cur.comp == notComp && !top {
			st.c.fail(pos, "asynchronous comprehension outside of an asynchronous function")
		}
		st.cur.coroutine = true
	}
}

func (st *symtable) pattern(p ast.Pattern) {
	st.c.enter(p.Position())
	defer st.c.leave()
	switch p := p.(type) {
	case *ast.MatchValue:
		st.expr(p.Value)
	case *ast.MatchSequence:
		st.patterns(p.Patterns)
	case *ast.MatchStar:
		if p.Name != "" {
			st.bind(p.Name, defLocal, &p.Pos)
		}
	case *ast.MatchMapping:
		st.exprs(p.Keys)
		st.patterns(p.Patterns)
		if p.Rest != "" {
			st.bind(p.Rest, defLocal, &p.Pos)
		}
	case *ast.MatchClass:
		st.expr(p.Cls)
		st.patterns(p.Patterns)
		for i, k := range p.KwdAttrs {
			if k == "__debug__" {
				st.c.fail(p.KwdPatterns[i].Position(), "cannot assign to __debug__")
			}
		}
		st.patterns(p.KwdPatterns)
	case *ast.MatchAs:
		if p.Pattern != nil {
			st.pattern(p.Pattern)
		}
		if p.Name != "" {
			st.bind(p.Name, defLocal, &p.Pos)
		}
	case *ast.MatchOr:
		st.patterns(p.Patterns)
	}
}

func (st *symtable) patterns(list []ast.Pattern) {
	for _, p := range list {
		st.pattern(p)
	}
}
