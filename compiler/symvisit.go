package compiler

import (
	"github.com/gopy-lang/gopy/ast"
)

// The walk over the tree that records in which scope every name occurs and how.

func (st *symtable) stmts(list []ast.Stmt) {
	for _, s := range list {
		st.stmt(s)
	}
}

// loop visits the body and the else clause of a loop.
func (st *symtable) loop(body, orelse []ast.Stmt) {
	st.cur.conditional++
	final := st.final
	st.final = false
	st.stmts(body)
	st.final = final
	st.stmts(orelse)
	st.cur.conditional--
}

// leavesFinally warns of statements that leave a finally clause.
func (st *symtable) leavesFinally(word string, pos *ast.Pos) {
	if st.final {
		st.c.warn(pos, "'%s' in a 'finally' block", word)
	}
}

func (st *symtable) stmt(s ast.Stmt) {
	st.c.enter(s.Position())
	defer st.c.leave()
	switch s := s.(type) {
	case *ast.FunctionDef:
		st.function(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams, false)
	case *ast.AsyncFunctionDef:
		st.function(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams, true)
	case *ast.ClassDef:
		st.class(s)
	case *ast.Return:
		st.leavesFinally("return", &s.Pos)
		st.optExpr(s.Value)
	case *ast.Break:
		st.leavesFinally("break", &s.Pos)
	case *ast.Continue:
		st.leavesFinally("continue", &s.Pos)
	case *ast.Delete:
		st.exprs(s.Targets)
	case *ast.Assign:
		st.exprs(s.Targets)
		st.expr(s.Value)
	case *ast.TypeAlias:
		st.typeAlias(s)
	case *ast.AugAssign:
		st.expr(s.Target)
		st.expr(s.Value)
	case *ast.AnnAssign:
		st.annAssign(s)
	case *ast.For:
		st.expr(s.Target)
		st.expr(s.Iter)
		st.loop(s.Body, s.Orelse)
	case *ast.AsyncFor:
		st.cur.coroutine = true
		st.expr(s.Target)
		st.expr(s.Iter)
		st.loop(s.Body, s.Orelse)
	case *ast.While:
		st.expr(s.Test)
		st.loop(s.Body, s.Orelse)
	case *ast.If:
		st.ifStmt(s)
	case *ast.With:
		st.with(s.Items, s.Body)
	case *ast.AsyncWith:
		st.cur.coroutine = true
		st.with(s.Items, s.Body)
	case *ast.Match:
		st.expr(s.Subject)
		st.cur.conditional++
		for _, k := range s.Cases {
			st.pattern(k.Pattern)
			st.optExpr(k.Guard)
			st.stmts(k.Body)
		}
		st.cur.conditional--
	case *ast.Raise:
		st.optExpr(s.Exc)
		st.optExpr(s.Cause)
	case *ast.Try:
		st.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.TryStar:
		st.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.Assert:
		st.expr(s.Test)
		st.optExpr(s.Msg)
	case *ast.Import:
		for _, a := range s.Names {
			st.alias(a)
		}
	case *ast.ImportFrom:
		for _, a := range s.Names {
			st.alias(a)
		}
	case *ast.Global:
		st.declare(&s.Pos, s.Names, defGlobal, "global")
	case *ast.Nonlocal:
		st.declare(&s.Pos, s.Names, defNonlocal, "nonlocal")
	case *ast.ExprStmt:
		st.expr(s.Value)
	}
}

// ifStmt follows a chain of elif without recursion.
func (st *symtable) ifStmt(s *ast.If) {
	st.cur.conditional++
	for {
		st.expr(s.Test)
		st.stmts(s.Body)
		if len(s.Orelse) == 1 {
			if next, ok := s.Orelse[0].(*ast.If); ok {
				s = next
				continue
			}
		}
		st.stmts(s.Orelse)
		break
	}
	st.cur.conditional--
}

func (st *symtable) with(items []*ast.Withitem, body []ast.Stmt) {
	st.cur.conditional++
	for _, it := range items {
		st.expr(it.ContextExpr)
		st.optExpr(it.OptionalVars)
	}
	st.stmts(body)
	st.cur.conditional--
}

func (st *symtable) try(body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, final []ast.Stmt) {
	st.cur.conditional++
	st.stmts(body)
	for _, h := range handlers {
		st.optExpr(h.Type)
		if h.Name != "" {
			st.bind(h.Name, defLocal, &h.Pos)
		}
		st.stmts(h.Body)
	}
	st.stmts(orelse)
	if len(final) > 0 {
		was := st.final
		st.final = true
		st.stmts(final)
		st.final = was
	}
	st.cur.conditional--
}

func (st *symtable) alias(a *ast.Alias) {
	name := a.Asname
	if name == "" {
		name = firstPart(a.Name)
	}
	if a.Name == "*" {
		if st.cur.kind != moduleScope {
			st.c.fail(&a.Pos, "import * only allowed at module level")
		}
		return
	}
	st.bind(name, defImport, &a.Pos)
}

func firstPart(dotted string) string {
	for i := range len(dotted) {
		if dotted[i] == '.' {
			return dotted[:i]
		}
	}
	return dotted
}

// declare handles a global or nonlocal statement.
func (st *symtable) declare(pos *ast.Pos, names []string, flag symFlags, word string) {
	for _, n := range names {
		name := st.cur.mangle(n)
		var cur symFlags
		if y := st.cur.syms[name]; y != nil {
			cur = y.flags
		}
		switch {
		case cur&defParam != 0:
			st.c.fail(pos, "name '%s' is parameter and %s", n, word)
		case cur&symUse != 0:
			st.c.fail(pos, "name '%s' is used prior to %s declaration", n, word)
		case cur&defAnnot != 0:
			st.c.fail(pos, "annotated name '%s' can't be %s", n, word)
		case cur&defLocal != 0:
			st.c.fail(pos, "name '%s' is assigned to before %s declaration", n, word)
		}
		st.add(n, flag, pos)
		if y := st.cur.syms[name]; y.decl == nil {
			y.decl = pos
		}
	}
}

func (st *symtable) function(node ast.Stmt, name string, args *ast.Arguments, body []ast.Stmt,
	decorators []ast.Expr, returns ast.Expr, typeParams []ast.TypeParam, async bool,
) {
	pos := node.Position()
	st.bind(name, defLocal, pos)
	st.defaults(args)
	st.exprs(decorators)
	if len(typeParams) > 0 {
		st.enterTypeParams(node, name, pos)
		if len(args.Defaults) > 0 {
			st.add(".defaults", defParam, pos)
		}
		if hasKwDefaults(args) {
			st.add(".kwdefaults", defParam, pos)
		}
		st.typeParams(typeParams)
	}
	st.functionAnnotations(node, args, returns)
	st.push(name, functionScope, scopeKey{node, keyBody}, pos)
	st.cur.isAsyncDef = async
	st.cur.coroutine = async
	st.arguments(args)
	final := st.final
	st.final = false
	st.stmts(body)
	st.final = final
	st.pop()
	if len(typeParams) > 0 {
		st.pop()
	}
}

func (st *symtable) defaults(args *ast.Arguments) {
	st.exprs(args.Defaults)
	for _, d := range args.KwDefaults {
		st.optExpr(d)
	}
}

func hasKwDefaults(args *ast.Arguments) bool {
	for _, d := range args.KwDefaults {
		if d != nil {
			return true
		}
	}
	return false
}

func (st *symtable) arguments(args *ast.Arguments) {
	for _, list := range [][]*ast.Arg{args.Posonlyargs, args.Args, args.Kwonlyargs} {
		for _, a := range list {
			st.bind(a.Arg, defParam, &a.Pos)
		}
	}
	for _, a := range []*ast.Arg{args.Vararg, args.Kwarg} {
		if a != nil {
			st.bind(a.Arg, defParam, &a.Pos)
		}
	}
}

// allArgs lists the parameters in the order of their annotations.
func allArgs(args *ast.Arguments) []*ast.Arg {
	list := append(append([]*ast.Arg{}, args.Posonlyargs...), args.Args...)
	if args.Vararg != nil {
		list = append(list, args.Vararg)
	}
	list = append(list, args.Kwonlyargs...)
	if args.Kwarg != nil {
		list = append(list, args.Kwarg)
	}
	return list
}

func hasAnnotations(args *ast.Arguments, returns ast.Expr) bool {
	if returns != nil {
		return true
	}
	for _, a := range allArgs(args) {
		if a.Annotation != nil {
			return true
		}
	}
	return false
}

// functionAnnotations visits the annotations of a function in the scope of
// its __annotate__ function.
func (st *symtable) functionAnnotations(node ast.Stmt, args *ast.Arguments, returns ast.Expr) {
	st.pushAnnotate(scopeKey{node, keyAnnotations}, node.Position())
	for _, a := range allArgs(args) {
		st.optExpr(a.Annotation)
	}
	st.optExpr(returns)
	st.pop()
}

// pushAnnotate enters the scope of an __annotate__ function.
func (st *symtable) pushAnnotate(key scopeKey, pos *ast.Pos) {
	parent := st.cur
	sees := parent.kind == classScope || parent.seesClass && parent.kind == typeParamsScope
	st.push("__annotate__", annotationScope, key, pos)
	st.cur.what = "an annotation"
	st.add(".format", defParam, pos)
	st.seeClass(sees)
	if st.c.future {
		st.cur.unevaluated = true
	}
}

// seeClass makes the current scope look names up in the class around it first.
func (st *symtable) seeClass(in bool) {
	if in {
		st.cur.seesClass = true
		st.add("__classdict__", symUse, nil)
	}
}

func (st *symtable) class(s *ast.ClassDef) {
	st.bind(s.Name, defLocal, &s.Pos)
	st.exprs(s.DecoratorList)
	if len(s.TypeParams) > 0 {
		st.enterTypeParams(s, s.Name, &s.Pos)
		st.cur.private = s.Name
		st.cur.mangleOnly = map[string]bool{}
		st.add(".type_params", defLocal, &s.Pos)
		st.add(".generic_base", defLocal, &s.Pos)
		st.typeParams(s.TypeParams)
	}
	st.exprs(s.Bases)
	for _, k := range s.Keywords {
		if k.Arg == "__debug__" {
			st.c.fail(&k.Pos, "cannot assign to __debug__")
		}
		st.expr(k.Value)
	}
	st.push(s.Name, classScope, scopeKey{s, keyBody}, &s.Pos)
	st.cur.private = s.Name
	st.cur.mangleOnly = nil
	if len(s.TypeParams) > 0 {
		st.add("__type_params__", defLocal, &s.Pos)
		st.add(".type_params", symUse, &s.Pos)
	}
	final := st.final
	st.final = false
	st.stmts(s.Body)
	st.final = final
	st.pop()
	if len(s.TypeParams) > 0 {
		st.pop()
	}
}

func (st *symtable) enterTypeParams(node ast.Stmt, name string, pos *ast.Pos) {
	sees := st.cur.kind == classScope
	st.push("<generic parameters of "+name+">", typeParamsScope, scopeKey{node, keyTypeParams}, pos)
	st.cur.what = "the definition of a generic"
	st.seeClass(sees)
}

func (st *symtable) typeParams(params []ast.TypeParam) {
	seenDefault := false
	for _, p := range params {
		var name string
		var bound, def ast.Expr
		what := ""
		switch p := p.(type) {
		case *ast.TypeVar:
			name, bound, def, what = p.Name, p.Bound, p.DefaultValue, "a TypeVar default"
		case *ast.ParamSpec:
			name, def, what = p.Name, p.DefaultValue, "a ParamSpec default"
		case *ast.TypeVarTuple:
			name, def, what = p.Name, p.DefaultValue, "a TypeVarTuple default"
		}
		if name == "__classdict__" || name == "__class__" || name == "__conditional_annotations__" {
			st.c.fail(p.Position(), "reserved name '%s' cannot be used for type parameter", name)
		}
		if st.cur.mangleOnly != nil {
			st.cur.mangleOnly[name] = true
		}
		st.bind(name, defTypeParam|defLocal, p.Position())
		if bound != nil {
			kind := "a TypeVar bound"
			if _, ok := bound.(*ast.Tuple); ok {
				kind = "a TypeVar constraint"
			}
			st.typeParamExpr(p, name, bound, keyBound, kind)
		}
		if def != nil {
			seenDefault = true
			st.typeParamExpr(p, name, def, keyDefault, what)
		} else if seenDefault {
			st.c.fail(p.Position(), "non-default type parameter '%s' follows default type parameter", name)
		}
	}
}

// typeParamExpr visits the bound or default of a type parameter.
func (st *symtable) typeParamExpr(p ast.TypeParam, name string, e ast.Expr, key uint8, what string) {
	sees := st.cur.seesClass
	st.push(name, typeVarScope, scopeKey{p, key}, e.Position())
	st.cur.what = what
	st.add(".format", defParam, e.Position())
	st.seeClass(sees)
	st.expr(e)
	st.pop()
}

func (st *symtable) typeAlias(s *ast.TypeAlias) {
	st.expr(s.Name)
	name := s.Name.(*ast.Name).Id
	inClass := st.cur.kind == classScope
	if len(s.TypeParams) > 0 {
		st.enterTypeParams(s, name, &s.Pos)
		st.typeParams(s.TypeParams)
	}
	st.push(name, typeAliasScope, scopeKey{s, keyBody}, &s.Pos)
	st.cur.what = "a type alias"
	st.add(".format", defParam, &s.Pos)
	st.seeClass(inClass)
	st.expr(s.Value)
	st.pop()
	if len(s.TypeParams) > 0 {
		st.pop()
	}
}

func (st *symtable) annAssign(s *ast.AnnAssign) {
	if n, ok := s.Target.(*ast.Name); ok {
		name := st.cur.mangle(n.Id)
		if y := st.cur.syms[name]; y != nil && y.flags&(defGlobal|defNonlocal) != 0 && st.cur.kind != moduleScope && s.Simple != 0 {
			word := "global"
			if y.flags&defGlobal == 0 {
				word = "nonlocal"
			}
			st.c.fail(&s.Pos, "annotated name '%s' can't be %s", n.Id, word)
		}
		if s.Simple != 0 {
			st.bind(n.Id, defAnnot|defLocal, n.Position())
		} else if s.Value != nil {
			st.bind(n.Id, defLocal, n.Position())
		}
	} else {
		st.expr(s.Target)
	}
	st.annotation(s)
	st.optExpr(s.Value)
}

// annotation visits the annotation of a variable.
func (st *symtable) annotation(s *ast.AnnAssign) {
	cur := st.cur
	local := cur.functionLike()
	if (cur.kind == moduleScope || cur.kind == classScope && cur.conditional > 0) && !cur.condAnn {
		cur.condAnn = true
		st.add("__conditional_annotations__", symUse, &s.Pos)
	}
	if cur.annotations == nil {
		st.pushAnnotate(scopeKey{cur, keyAnnotations}, s.Annotation.Position())
		cur.annotations = st.cur
	} else {
		st.cur = cur.annotations
	}
	was := st.cur.unevaluated
	if cur.condAnn {
		st.add("__conditional_annotations__", symUse, &s.Pos)
	}
	if local {
		st.cur.unevaluated = true
	}
	st.expr(s.Annotation)
	st.cur.unevaluated = was
	st.cur = cur
}
