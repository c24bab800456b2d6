package ast

// ast.parse(feature_version=...): syntax that an older Python does not have is
// refused, as far as it shows in the tree.

import (
	"fmt"
	"strings"
	"unicode/utf8"

	syntax "github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/object"
)

// sourceError is an error of the source at a place.
type sourceError struct {
	msg string
	pos syntax.Pos
}

// exception is the SyntaxError of e.
func (e *sourceError) exception(filename, src string) error {
	lines := strings.SplitAfter(src, "\n")
	text, offset, end := none, int(e.pos.Col)+1, int(e.pos.EndCol)+1
	if n := int(e.pos.Line); n >= 1 && n <= len(lines) {
		line := lines[n-1]
		if col := int(e.pos.Col); col <= len(line) {
			offset = utf8.RuneCountInString(line[:col]) + 1
		}
		text = object.NewStr(line)
	}
	info := object.NewTuple(object.NewStr(filename), object.Int(int64(e.pos.Line)), object.IntOf(offset), text, object.Int(int64(e.pos.EndLine)), object.IntOf(end))
	ex := object.NewException(&object.SyntaxErrorType, object.NewStr(e.msg), info)
	ex.F[0] = object.NewStr(e.msg)
	copy(ex.F[1:], object.As[object.Tuple](info).Items)
	return ex
}

// checkFeatures reports the first syntax in mod that Python 3.minor lacks.
func checkFeatures(mod syntax.Mod, minor int, src string) *sourceError {
	f := &features{minor: minor, src: src}
	syntax.Inspect(mod, func(n syntax.Node) bool {
		if f.err == nil {
			f.node(n)
		}
		return f.err == nil
	})
	return f.err
}

type features struct {
	minor int
	src   string
	err   *sourceError
}

// need reports what, which is in Python from the given version on; CPython sees
// it at the token behind n.
func (f *features) need(version int, what string, p *syntax.Pos) {
	if f.minor >= version || f.err != nil {
		return
	}
	at := syntax.Pos{Line: p.EndLine, Col: p.EndCol, EndLine: p.EndLine, EndCol: p.EndCol + 1}
	f.err = &sourceError{fmt.Sprintf("%s only supported in Python 3.%d and greater", what, version), at}
}

func (f *features) node(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.TypeAlias:
		f.need(12, "Type statement is", &n.Pos)
		f.typeParams(n.TypeParams)
	case *syntax.AnnAssign:
		if n.Simple != 0 {
			f.need(6, "Variable annotation syntax is", &n.Pos)
		} else {
			f.need(6, "Variable annotations syntax is", &n.Pos)
		}
	case *syntax.NamedExpr:
		f.need(8, "Assignment expressions are", &n.Pos)
	case *syntax.FunctionDef:
		f.typeParams(n.TypeParams)
	case *syntax.AsyncFunctionDef:
		f.need(5, "Async functions are", &n.Pos)
		f.typeParams(n.TypeParams)
	case *syntax.ClassDef:
		f.typeParams(n.TypeParams)
	case *syntax.AsyncFor:
		f.need(5, "Async for loops are", &n.Pos)
	case *syntax.AsyncWith:
		f.need(5, "Async with statements are", &n.Pos)
	case *syntax.Await:
		f.need(5, "Await expressions are", &n.Pos)
	case *syntax.Comprehension:
		if n.IsAsync != 0 {
			f.need(6, "Async comprehensions are", n.Iter.Position())
		}
	case *syntax.TryStar:
		f.need(11, "Exception groups are", &n.Pos)
	case *syntax.ExceptHandler:
		if t, ok := n.Type.(*syntax.Tuple); ok && len(t.Elts) > 0 && *t.Elts[0].Position() != t.Pos && t.Line == t.Elts[0].Position().Line && t.Col == t.Elts[0].Position().Col {
			f.need(14, "except expressions without parentheses are", &t.Pos)
		}
	case *syntax.Match:
		f.need(10, "Pattern matching is", &n.Pos)
	case *syntax.Arguments:
		if len(n.Posonlyargs) > 0 {
			f.need(8, "Positional-only parameters are", &n.Posonlyargs[len(n.Posonlyargs)-1].Pos)
		}
	case *syntax.BinOp:
		if n.Op == syntax.MatMult {
			f.need(5, "The '@' operator is", &n.Pos)
		}
	case *syntax.AugAssign:
		if n.Op == syntax.MatMult {
			f.need(5, "The '@' operator is", &n.Pos)
		}
	case *syntax.TemplateStr:
		f.need(14, "t-strings are", &n.Pos)
	case *syntax.Constant:
		f.number(n)
	}
}

func (f *features) typeParams(list []syntax.TypeParam) {
	for _, p := range list {
		def := syntax.Expr(nil)
		switch p := p.(type) {
		case *syntax.TypeVar:
			def = p.DefaultValue
		case *syntax.ParamSpec:
			def = p.DefaultValue
		case *syntax.TypeVarTuple:
			def = p.DefaultValue
		}
		f.need(12, "Type parameter lists are", p.Position())
		if def != nil {
			f.need(13, "Type parameter defaults are", p.Position())
		}
	}
}

// number looks for underscores in the literal.
func (f *features) number(c *syntax.Constant) {
	if f.minor >= 6 || c.Line != c.EndLine {
		return
	}
	switch c.Value.(type) {
	case string, syntax.Bytes, nil, bool, syntax.Ellipsis:
		return
	}
	lines := strings.SplitAfter(f.src, "\n")
	if int(c.Line) > len(lines) || int(c.EndCol) > len(lines[c.Line-1]) || !strings.Contains(lines[c.Line-1][c.Col:c.EndCol], "_") {
		return
	}
	f.err = &sourceError{"Underscores in numeric literals are only supported in Python 3.6 and greater", c.Pos}
}
