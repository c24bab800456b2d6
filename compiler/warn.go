package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Warnings and errors about expressions that cannot be meant.

// typeName is the type of an expression whose type is plain to see, or "".
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Tuple:
		return "tuple"
	case *ast.List, *ast.ListComp:
		return "list"
	case *ast.Dict, *ast.DictComp:
		return "dict"
	case *ast.Set, *ast.SetComp:
		return "set"
	case *ast.GeneratorExp:
		return "generator"
	case *ast.Lambda:
		return "function"
	case *ast.TemplateStr, *ast.Interpolation:
		return "string.templatelib.Template"
	case *ast.FormattedValue, *ast.JoinedStr:
		return "str"
	case *ast.Constant:
		return constTypeName(e.Value)
	}
	return ""
}

func constTypeName(v any) string {
	switch v.(type) {
	case nil:
		return "NoneType"
	case bool:
		return "bool"
	case float64:
		return "float"
	case complex128:
		return "complex"
	case string:
		return "str"
	case ast.Bytes, code.Bytes:
		return "bytes"
	case ast.Ellipsis, code.Ellipsis:
		return "ellipsis"
	case code.Tuple:
		return "tuple"
	}
	return "int"
}

func (u *unit) checkCaller(e ast.Expr) {
	switch e.(type) {
	case *ast.Constant, *ast.Tuple, *ast.List, *ast.ListComp, *ast.Dict, *ast.DictComp, *ast.Set, *ast.SetComp,
		*ast.GeneratorExp, *ast.JoinedStr, *ast.FormattedValue, *ast.TemplateStr, *ast.Interpolation:
		u.c.warn(e.Position(), "'%s' object is not callable; perhaps you missed a comma?", typeName(e))
	}
}

func (u *unit) checkSubscripter(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Constant:
		switch e.Value.(type) {
		case nil, ast.Ellipsis, bool, int64, float64, complex128:
		default:
			if n := constTypeName(e.Value); n != "int" {
				return
			}
		}
	case *ast.Set, *ast.SetComp, *ast.GeneratorExp, *ast.TemplateStr, *ast.Interpolation, *ast.Lambda:
	default:
		return
	}
	u.c.warn(e.Position(), "'%s' object is not subscriptable; perhaps you missed a comma?", typeName(e))
}

func (u *unit) checkIndex(e, index ast.Expr) {
	it := typeName(index)
	if it == "" || it == "int" || it == "bool" {
		return
	}
	switch k := e.(type) {
	case *ast.Constant:
		switch k.Value.(type) {
		case string, ast.Bytes:
		default:
			return
		}
	case *ast.Tuple, *ast.List, *ast.ListComp, *ast.JoinedStr, *ast.FormattedValue:
	default:
		return
	}
	u.c.warn(index.Position(), "%s indices must be integers or slices, not %s; perhaps you missed a comma?", typeName(e), it)
}

// checkCompare warns of `is` with a literal.
func (u *unit) checkCompare(e *ast.Compare) {
	left := literalForIs(e.Left)
	for i, op := range e.Ops {
		right := literalForIs(e.Comparators[i])
		if op == ast.Is || op == ast.IsNot {
			lit := e.Left
			switch {
			case left:
				if i > 0 {
					lit = e.Comparators[i-1]
				}
			case right:
				lit = e.Comparators[i]
			default:
				left = right
				continue
			}
			word, better := "is", "=="
			if op == ast.IsNot {
				word, better = "is not", "!="
			}
			u.c.warn(&e.Pos, `"%s" with '%s' literal. Did you mean "%s"?`, word, typeName(lit), better)
			return
		}
		left = right
	}
}

// literalForIs says whether identity of e is unspecified: a literal other
// than None, True, False and ....
func literalForIs(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		switch e.Value.(type) {
		case nil, bool, ast.Ellipsis:
			return false
		}
		return true
	case *ast.Tuple:
		for _, x := range e.Elts {
			if _, ok := x.(*ast.Constant); !ok {
				return false
			}
		}
		return true
	}
	return false
}

func (u *unit) checkKeywords(kws []*ast.Keyword) {
	if len(kws) < 2 {
		return
	}
	seen := make(map[string]bool, len(kws))
	for _, k := range kws {
		if k.Arg == "" {
			continue
		}
		if seen[k.Arg] {
			u.c.fail(&k.Pos, "keyword argument repeated: %s", k.Arg)
		}
		seen[k.Arg] = true
	}
}
