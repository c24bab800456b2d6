package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Functions, lambdas and the bodies of code objects (language reference 8.7).

type funcDef struct {
	node       ast.Stmt
	name       string
	args       *ast.Arguments
	body       []ast.Stmt
	decorators []ast.Expr
	returns    ast.Expr
	typeParams []ast.TypeParam
	async      bool
}

// module compiles the outermost code object.
func (c *compiler) module(mod ast.Mod, body []ast.Stmt) *code.Code {
	s := c.st.scopes[scopeKey{mod, keyBody}]
	u := c.newUnit(nil, s, "<module>", 1)
	u.static = map[string]bool{}
	if c.future {
		u.flags |= code.FlagFutureAnnotations
	}
	if s.coroutine {
		u.flags |= code.FlagCoroutine
	}
	u.pos = code.Pos{Line: 1, EndLine: 1, Col: 0, EndCol: 0}
	u.wrapGenerator(func() {
		if e, ok := mod.(*ast.Expression); ok {
			r := u.expr(e.Body)
			u.at(e.Body.Position())
			u.op(code.OpRET, r, 0, 0)
			return
		}
		u.body(body, c.inMode == execMode)
		if !u.dead() {
			u.op(code.OpRETNONE, 0, 0, 0)
		}
	})
	return u.finish()
}

// body compiles the statements of a module or class, docstring and
// annotations included.
func (u *unit) body(list []ast.Stmt, doc bool) {
	if len(list) > 0 && u.scope.kind == moduleScope {
		u.at(list[0].Position())
	}
	if u.c.future && u.scope.annotations != nil {
		u.op(code.OpSETUPANN, 0, 0, 0)
	}
	start, first := len(u.ins), u.pos
	if doc {
		if k := docstring(list); k != nil {
			if u.c.opt.Optimize < 2 {
				t := u.newTemp()
				u.at(list[0].Position())
				u.loadConst(t, cleanDoc(k.Value.(string)))
				u.storeName("__doc__", t)
				u.top = t
			}
			list = list[1:]
		}
	}
	u.stmts(list)
	u.deferredAnnotations(start, first)
}

// wrapGenerator compiles the body of a code object; in generators and
// coroutines StopIteration that leaves it becomes a RuntimeError.
func (u *unit) wrapGenerator(body func()) {
	if u.flags&(code.FlagGenerator|code.FlagCoroutine|code.FlagAsyncGenerator) == 0 {
		body()
		return
	}
	exc := u.newTemp()
	h, label := u.addHandler(exc)
	u.handler = h
	body()
	u.handler = -1
	u.mark(label)
	u.pos = code.NoPos
	u.op(code.OpSTOPITER, exc, 0, 0)
	u.op(code.OpRERAISE, exc, 0, 0)
}

// scopeFlags are the code flags of a function-like scope.
func (u *unit) scopeFlags() int {
	s := u.scope
	flags := code.FlagOptimized | code.FlagNewLocals
	if s.nested {
		flags |= code.FlagNested
	}
	switch {
	case s.generator && s.coroutine:
		flags |= code.FlagAsyncGenerator
	case s.generator:
		flags |= code.FlagGenerator
	case s.coroutine && (s.isAsyncDef || s.comp != notComp):
		flags |= code.FlagCoroutine
	}
	if u.c.future {
		flags |= code.FlagFutureAnnotations
	}
	if s.kind == functionScope && s.parent.kind == classScope {
		flags |= code.FlagMethod
	}
	return flags
}

func (u *unit) setArgs(args *ast.Arguments) {
	u.posOnly = len(args.Posonlyargs)
	u.argCount = u.posOnly + len(args.Args)
	u.kwOnly = len(args.Kwonlyargs)
	if args.Vararg != nil {
		u.flags |= code.FlagVarArgs
	}
	if args.Kwarg != nil {
		u.flags |= code.FlagVarKeywords
	}
}

func (u *unit) function(f *funcDef) {
	pos := f.node.Position()
	base := u.top
	for _, d := range f.decorators {
		u.exprTo(d, u.newTemp())
	}
	name := &ast.Name{Id: f.name}
	dst := noReg
	if len(f.decorators) == 0 {
		dst = u.localOf(name)
	}
	if dst == noReg {
		dst = u.newTemp()
	}
	u.at(pos)
	u.functionValue(f, dst)
	for i := len(f.decorators) - 1; i >= 0; i-- {
		u.at(f.decorators[i].Position())
		u.op(code.OpCALL, base+reg(i), 1, 0)
		dst = base + reg(i)
	}
	if isTemp(dst) {
		u.at(pos)
		u.storeName(f.name, dst)
	}
}

// defLine is the first line of a definition, decorators included.
func defLine(pos *ast.Pos, decorators []ast.Expr) int {
	if len(decorators) > 0 {
		return int(decorators[0].Position().Line)
	}
	return int(pos.Line)
}

// functionValue makes the function, through a scope for its type parameters if
// it has any.
func (u *unit) functionValue(f *funcDef, dst reg) {
	pos := f.node.Position()
	if len(f.typeParams) == 0 {
		u.makeDef(f, dst, func(b reg) {
			u.defaultsTo(f.args, b)
			u.kwDefaultsTo(f.args, b+1)
		})
		return
	}
	top := u.top
	fn := u.newTemp()
	s := u.c.st.scopes[scopeKey{f.node, keyTypeParams}]
	in := u.c.newUnit(u, s, s.name, defLine(pos, f.decorators))
	in.flags = in.scopeFlags()
	in.argCount = in.nargs
	in.at(pos)
	base := in.temps(2)
	in.typeParams(f.typeParams, base+1)
	in.at(pos)
	in.makeDef(f, base, func(b reg) {
		if r, ok := in.localReg[".defaults"]; ok {
			in.move(b, r)
		}
		if r, ok := in.localReg[".kwdefaults"]; ok {
			in.move(b+1, r)
		}
	})
	in.at(pos)
	in.op(code.OpINTRIN2, base, base, code.IntrinSetFunctionTypeParams)
	in.op(code.OpRET, base, 0, 0)
	u.makeFunction(in, fn)
	n := int32(0)
	if len(f.args.Defaults) > 0 {
		u.defaultsTo(f.args, u.newTemp())
		n++
	}
	if hasKwDefaults(f.args) {
		u.kwDefaultsTo(f.args, u.newTemp())
		n++
	}
	u.at(pos)
	u.op(code.OpCALL, fn, n, 0)
	u.move(dst, fn)
	u.top = top
}

// makeDef emits the creation of the function proper.
func (u *unit) makeDef(f *funcDef, dst reg, defaults func(b reg)) {
	pos := f.node.Position()
	top := u.top
	b := u.temps(4)
	u.op(code.OpCLEAR, b, 4, 0)
	defaults(b)
	u.at(pos)
	u.annotationsTo(f, b+2)
	in := u.c.newUnit(u, u.c.st.scopes[scopeKey{f.node, keyBody}], f.name, defLine(pos, f.decorators))
	in.flags = in.scopeFlags()
	in.setArgs(f.args)
	in.at(pos)
	in.functionBody(f.body)
	u.at(pos)
	u.closureTo(in, b+3)
	u.op(code.OpMAKEFUNC, dst, b, u.constant(in.finish()))
	u.top = top
}

func (u *unit) functionBody(body []ast.Stmt) {
	if k := docstring(body); k != nil {
		if u.c.opt.Optimize < 2 {
			u.flags |= code.FlagHasDocstring
			u.constant(cleanDoc(k.Value.(string)))
		}
		body = body[1:]
	}
	u.wrapGenerator(func() {
		u.stmts(body)
		if !u.dead() {
			if len(body) == 0 {
				u.pos = code.Pos{Line: int32(u.firstLine), EndLine: int32(u.firstLine), Col: -1, EndCol: -1}
			}
			u.op(code.OpRETNONE, 0, 0, 0)
		}
	})
}

// makeFunction emits the creation of a function of a finished unit without
// defaults and annotations.
func (u *unit) makeFunction(in *unit, dst reg) {
	top := u.top
	b := u.temps(4)
	u.op(code.OpCLEAR, b, 4, 0)
	u.closureTo(in, b+3)
	u.op(code.OpMAKEFUNC, dst, b, u.constant(in.finish()))
	u.top = top
}

// closureTo puts the tuple of cells that unit in wants into dst, if any.
func (u *unit) closureTo(in *unit, dst reg) {
	if len(in.frees) == 0 {
		return
	}
	top := u.top
	base := u.cellFor(in.frees[0])
	for i, n := range in.frees {
		if u.cellFor(n) != base+reg(i) {
			base = noReg
			break
		}
	}
	if base == noReg {
		base = u.temps(len(in.frees))
		for i, n := range in.frees {
			u.move(base+reg(i), u.cellFor(n))
		}
	}
	u.op(code.OpTUPLE, dst, base, int32(len(in.frees)))
	u.top = top
}

func (u *unit) defaultsTo(args *ast.Arguments, dst reg) {
	if len(args.Defaults) == 0 {
		return
	}
	u.exprTo(&ast.Tuple{Pos: *args.Defaults[0].Position(), Elts: args.Defaults}, dst)
}

func (u *unit) kwDefaultsTo(args *ast.Arguments, dst reg) {
	if !hasKwDefaults(args) {
		return
	}
	d := &ast.Dict{}
	for i, a := range args.Kwonlyargs {
		if v := args.KwDefaults[i]; v != nil {
			d.Pos = *v.Position()
			d.Keys = append(d.Keys, &ast.Constant{Pos: *v.Position(), Value: u.mangleName(a.Arg)})
			d.Values = append(d.Values, v)
		}
	}
	u.dict(d, dst)
}

func (u *unit) lambda(e *ast.Lambda, dst reg) {
	b := u.temps(4)
	u.at(&e.Pos)
	u.op(code.OpCLEAR, b, 4, 0)
	u.defaultsTo(e.Args, b)
	u.kwDefaultsTo(e.Args, b+1)
	in := u.c.newUnit(u, u.c.st.scopes[scopeKey{e, keyBody}], "<lambda>", int(e.Line))
	in.flags = in.scopeFlags()
	in.setArgs(e.Args)
	in.at(&e.Pos)
	in.wrapGenerator(func() {
		r := in.expr(e.Body)
		in.at(e.Body.Position())
		in.op(code.OpRET, r, 0, 0)
	})
	u.at(&e.Pos)
	u.closureTo(in, b+3)
	u.op(code.OpMAKEFUNC, dst, b, u.constant(in.finish()))
}
