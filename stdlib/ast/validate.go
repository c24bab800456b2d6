package ast

// Checks of a tree made by a program, before the compiler sees it: what the
// parser guarantees of its own.

import (
	"math/big"

	syntax "github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// validator keeps its first error.
type validator struct {
	t   *thread
	err error
}

// validate reports what is wrong with mod.
func validate(t *thread, mod syntax.Mod) error {
	v := &validator{t: t}
	switch m := mod.(type) {
	case *syntax.Module:
		v.stmts(m.Body)
	case *syntax.Interactive:
		v.stmts(m.Body)
	case *syntax.Expression:
		v.expr(m.Body, syntax.Load)
	case *syntax.FunctionType:
		v.exprs(m.Argtypes, syntax.Load)
		v.expr(m.Returns, syntax.Load)
	}
	return v.err
}

func (v *validator) fail(format string, args ...any) {
	if v.err == nil {
		v.err = object.ValueErrorf(format, args...)
	}
}

func (v *validator) failType(format string, args ...any) {
	if v.err == nil {
		v.err = object.TypeErrorf(format, args...)
	}
}

// target checks the target of an assignment that has a single one.
func (v *validator) target(e syntax.Expr, what string) {
	v.expr(e, syntax.Store)
	switch e.(type) {
	case *syntax.Name, *syntax.Attribute, *syntax.Subscript, nil:
		return
	}
	if v.err != nil {
		return
	}
	for i := clsBoolOp; i <= clsSlice; i++ {
		if syntax.Classes[i].Name == e.NodeName() {
			v.err = object.SystemErrorf("invalid node type (%d) for %s", i-clsBoolOp+1, what)
		}
	}
}

// enter counts a level of nesting; leave is called if it succeeds.
func (v *validator) enter() bool {
	if v.err == nil {
		v.err = v.t.EnterNative(" during compilation")
	}
	return v.err == nil
}

func (v *validator) leave() { v.t.LeaveNative() }

func (v *validator) positions(p *syntax.Pos) {
	switch {
	case p.Line > p.EndLine:
		v.fail("AST node line range (%d, %d) is not valid", p.Line, p.EndLine)
	case p.Line < 0 && p.EndLine != p.Line || p.Col < 0 && p.Col != p.EndCol:
		v.fail("AST node column range (%d, %d) for line range (%d, %d) is not valid", p.Col, p.EndCol, p.Line, p.EndLine)
	case p.Line == p.EndLine && p.Col > p.EndCol:
		v.fail("line %d, column %d-%d is not a valid range", p.Line, p.Col, p.EndCol)
	}
}

func (v *validator) name(s string) {
	switch s {
	case "None", "True", "False":
		v.fail("identifier field can't represent '%s' constant", s)
	}
}

// nonempty checks a list that needs an element.
func nonempty[T any](v *validator, list []T, what, owner string) {
	if len(list) == 0 {
		v.fail("empty %s on %s", what, owner)
	}
}

func (v *validator) body(list []syntax.Stmt, owner string) {
	nonempty(v, list, "body", owner)
	v.stmts(list)
}

func (v *validator) stmts(list []syntax.Stmt) {
	for _, s := range list {
		if v.err != nil {
			return
		}
		if s == nil {
			v.fail("None disallowed in statement list")
			return
		}
		v.stmt(s)
	}
}

func (v *validator) exprs(list []syntax.Expr, ctx syntax.ExprContext) {
	for _, e := range list {
		if e == nil {
			v.fail("None disallowed in expression list")
			return
		}
		v.expr(e, ctx)
	}
}

// optExprs checks a list that may hold nil.
func (v *validator) optExprs(list []syntax.Expr) {
	for _, e := range list {
		v.opt(e)
	}
}

func (v *validator) opt(e syntax.Expr) {
	if e != nil {
		v.expr(e, syntax.Load)
	}
}

func (v *validator) load(list ...syntax.Expr) {
	for _, e := range list {
		v.expr(e, syntax.Load)
	}
}

// context checks that e can be used as ctx says and says so itself.
func (v *validator) context(e syntax.Expr, ctx syntax.ExprContext) {
	var actual syntax.ExprContext
	switch e := e.(type) {
	case *syntax.Attribute:
		actual = e.Ctx
	case *syntax.Subscript:
		actual = e.Ctx
	case *syntax.Starred:
		actual = e.Ctx
	case *syntax.Name:
		v.name(e.Id)
		actual = e.Ctx
	case *syntax.List:
		actual = e.Ctx
	case *syntax.Tuple:
		actual = e.Ctx
	default:
		if ctx != syntax.Load {
			v.fail("expression which can't be assigned to in %s context", ctx)
		}
		return
	}
	if actual != ctx {
		v.fail("expression must have %s context but has %s instead", ctx, actual)
	}
}

func (v *validator) expr(e syntax.Expr, ctx syntax.ExprContext) {
	if e == nil || !v.enter() {
		return
	}
	defer v.leave()
	v.positions(e.Position())
	v.context(e, ctx)
	if v.err != nil {
		return
	}
	switch e := e.(type) {
	case *syntax.BoolOp:
		if len(e.Values) < 2 {
			v.fail("BoolOp with less than 2 values")
		}
		v.exprs(e.Values, syntax.Load)
	case *syntax.BinOp:
		v.load(e.Left, e.Right)
	case *syntax.UnaryOp:
		v.load(e.Operand)
	case *syntax.Lambda:
		v.arguments(e.Args)
		v.load(e.Body)
	case *syntax.IfExp:
		v.load(e.Test, e.Body, e.Orelse)
	case *syntax.Dict:
		if len(e.Keys) != len(e.Values) {
			v.fail("Dict doesn't have the same number of keys as values")
		}
		v.optExprs(e.Keys)
		v.exprs(e.Values, syntax.Load)
	case *syntax.Set:
		v.exprs(e.Elts, syntax.Load)
	case *syntax.ListComp:
		v.comprehension(e.Generators, e.Elt)
	case *syntax.SetComp:
		v.comprehension(e.Generators, e.Elt)
	case *syntax.GeneratorExp:
		v.comprehension(e.Generators, e.Elt)
	case *syntax.DictComp:
		v.comprehension(e.Generators, e.Key, e.Value)
	case *syntax.Yield:
		v.opt(e.Value)
	case *syntax.YieldFrom:
		v.load(e.Value)
	case *syntax.Await:
		v.load(e.Value)
	case *syntax.Compare:
		switch {
		case len(e.Comparators) == 0:
			v.fail("Compare with no comparators")
		case len(e.Comparators) != len(e.Ops):
			v.fail("Compare has a different number of comparators and operands")
		}
		v.exprs(e.Comparators, syntax.Load)
		v.load(e.Left)
	case *syntax.Call:
		v.load(e.Func)
		v.exprs(e.Args, syntax.Load)
		v.keywords(e.Keywords)
	default:
		v.simpleExpr(e, ctx)
	}
}

// simpleExpr is expr for atoms, targets and strings.
func (v *validator) simpleExpr(e syntax.Expr, ctx syntax.ExprContext) {
	switch e := e.(type) {
	case *syntax.Constant:
		v.constant(e.Value)
	case *syntax.JoinedStr:
		v.exprs(e.Values, syntax.Load)
	case *syntax.TemplateStr:
		v.exprs(e.Values, syntax.Load)
	case *syntax.FormattedValue:
		v.load(e.Value)
		v.opt(e.FormatSpec)
	case *syntax.Interpolation:
		v.load(e.Value)
		v.opt(e.FormatSpec)
	case *syntax.Attribute:
		v.load(e.Value)
	case *syntax.Subscript:
		v.load(e.Slice, e.Value)
	case *syntax.Starred:
		v.expr(e.Value, ctx)
	case *syntax.Slice:
		v.opt(e.Lower)
		v.opt(e.Upper)
		v.opt(e.Step)
	case *syntax.List:
		v.exprs(e.Elts, ctx)
	case *syntax.Tuple:
		v.exprs(e.Elts, ctx)
	case *syntax.NamedExpr:
		if _, ok := e.Target.(*syntax.Name); !ok {
			v.failType("NamedExpr target must be a Name")
		}
		v.load(e.Value)
	}
}

func (v *validator) comprehension(list []*syntax.Comprehension, results ...syntax.Expr) {
	if len(list) == 0 {
		v.fail("comprehension with no generators")
	}
	for _, c := range list {
		if c == nil {
			v.fail("None disallowed in expression list")
			return
		}
		v.expr(c.Target, syntax.Store)
		v.load(c.Iter)
		v.exprs(c.Ifs, syntax.Load)
	}
	v.load(results...)
}

func (v *validator) keywords(list []*syntax.Keyword) {
	for _, k := range list {
		if k == nil {
			v.fail("None disallowed in expression list")
			return
		}
		v.load(k.Value)
	}
}

func (v *validator) args(list ...*syntax.Arg) {
	for _, a := range list {
		if a != nil {
			v.positions(&a.Pos)
			v.name(a.Arg)
			v.opt(a.Annotation)
		}
	}
}

func (v *validator) arguments(a *syntax.Arguments) {
	if a == nil {
		return
	}
	v.args(a.Posonlyargs...)
	v.args(a.Args...)
	v.args(a.Vararg)
	v.args(a.Kwonlyargs...)
	v.args(a.Kwarg)
	if len(a.Defaults) > len(a.Posonlyargs)+len(a.Args) {
		v.fail("more positional defaults than args on arguments")
	}
	if len(a.KwDefaults) != len(a.Kwonlyargs) {
		v.fail("length of kwonlyargs is not the same as kw_defaults on arguments")
	}
	v.exprs(a.Defaults, syntax.Load)
	v.optExprs(a.KwDefaults)
}

func (v *validator) constant(c any) {
	switch c := c.(type) {
	case badConstant:
		v.failType("got an invalid type in Constant: %s", c.typeName)
	case code.Tuple:
		for _, x := range c {
			v.constant(x)
		}
	case code.FrozenSet:
		for _, x := range c {
			v.constant(x)
		}
	}
}

// number says whether e is a constant that is a real or an imaginary number.
func number(e syntax.Expr) (real, imag bool) {
	c, ok := e.(*syntax.Constant)
	if !ok {
		return false, false
	}
	switch c.Value.(type) {
	case int64, *big.Int, float64:
		return true, false
	case complex128:
		return false, true
	}
	return false, false
}

// signed is number for a number that may be negated.
func signed(e syntax.Expr) (real, imag bool) {
	if u, ok := e.(*syntax.UnaryOp); ok && u.Op == syntax.USub {
		e = u.Operand
	}
	return number(e)
}
