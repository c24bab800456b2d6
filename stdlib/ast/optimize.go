package ast

// What PyCF_OPTIMIZED_AST does: docstrings go, __debug__ becomes a constant,
// numbers of patterns are put together, and simple % formats become f-strings.

import (
	"math/big"
	"strings"

	syntax "github.com/gopy-lang/gopy/ast"
)

// optimizeTree changes mod as compile() with that level would.
func optimizeTree(mod syntax.Mod, level int) {
	if level >= 2 {
		removeDocstrings(mod)
	}
	syntax.Rewrite(mod, func(e syntax.Expr) syntax.Expr {
		switch e := e.(type) {
		case *syntax.Name:
			if e.Id == "__debug__" && e.Ctx == syntax.Load {
				return &syntax.Constant{Pos: e.Pos, Value: level <= 0}
			}
		case *syntax.BinOp:
			if f := formatted(e); f != nil {
				return f
			}
		}
		return e
	})
	syntax.Inspect(mod, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.MatchValue:
			n.Value = patternNumber(n.Value)
		case *syntax.MatchMapping:
			for i, k := range n.Keys {
				n.Keys[i] = patternNumber(k)
			}
		}
		return true
	})
}

func removeDocstrings(mod syntax.Mod) {
	syntax.Inspect(mod, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Module:
			n.Body = withoutDocstring(n.Body)
		case *syntax.ClassDef:
			n.Body = withoutDocstring(n.Body)
		case *syntax.FunctionDef:
			n.Body = withoutDocstring(n.Body)
		case *syntax.AsyncFunctionDef:
			n.Body = withoutDocstring(n.Body)
		}
		return true
	})
}

func withoutDocstring(body []syntax.Stmt) []syntax.Stmt {
	if len(body) == 0 {
		return body
	}
	e, ok := body[0].(*syntax.ExprStmt)
	if !ok {
		return body
	}
	c, ok := e.Value.(*syntax.Constant)
	if !ok {
		return body
	}
	if _, ok := c.Value.(string); !ok {
		return body
	}
	if len(body) == 1 {
		pass := &syntax.Pass{Pos: e.Pos}
		pass.EndLine, pass.EndCol = e.Line, e.Col+int32(len("pass"))
		return []syntax.Stmt{pass}
	}
	return body[1:]
}

// patternNumber is the constant for a negative or complex number of a pattern.
func patternNumber(e syntax.Expr) syntax.Expr {
	switch e := e.(type) {
	case *syntax.UnaryOp:
		if c, ok := e.Operand.(*syntax.Constant); ok && e.Op == syntax.USub {
			if v := negated(c.Value); v != nil {
				return &syntax.Constant{Pos: e.Pos, Value: v}
			}
		}
	case *syntax.BinOp:
		left, ok1 := patternNumber(e.Left).(*syntax.Constant)
		right, ok2 := e.Right.(*syntax.Constant)
		if !ok1 || !ok2 {
			return e
		}
		re, ok1 := realPart(left.Value)
		im, ok2 := right.Value.(complex128)
		switch {
		case !ok1 || !ok2:
		case e.Op == syntax.Add:
			return &syntax.Constant{Pos: e.Pos, Value: complex(re, 0) + im}
		case e.Op == syntax.Sub:
			return &syntax.Constant{Pos: e.Pos, Value: complex(re, 0) - im}
		}
	}
	return e
}

func negated(v any) any {
	switch v := v.(type) {
	case int64:
		n := new(big.Int).Neg(big.NewInt(v))
		if n.IsInt64() {
			return n.Int64()
		}
		return n
	case *big.Int:
		n := new(big.Int).Neg(v)
		if n.IsInt64() {
			return n.Int64()
		}
		return n
	case float64:
		return -v
	case complex128:
		return -v
	}
	return nil
}

func realPart(v any) (float64, bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// formatted is the f-string for "..." % (...), or nil.
func formatted(e *syntax.BinOp) syntax.Expr {
	c, ok1 := e.Left.(*syntax.Constant)
	args, ok2 := e.Right.(*syntax.Tuple)
	if e.Op != syntax.ModOp || !ok1 || !ok2 {
		return nil
	}
	format, ok := c.Value.(string)
	if !ok {
		return nil
	}
	out := &syntax.JoinedStr{Pos: e.Pos}
	var lit strings.Builder
	flush := func() {
		if lit.Len() > 0 {
			out.Values = append(out.Values, &syntax.Constant{Pos: e.Pos, Value: lit.String()})
			lit.Reset()
		}
	}
	n := 0
	for format != "" {
		i := strings.IndexByte(format, '%')
		if i < 0 {
			lit.WriteString(format)
			break
		}
		lit.WriteString(format[:i])
		format = format[i+1:]
		if strings.HasPrefix(format, "%") {
			lit.WriteByte('%')
			format = format[1:]
			continue
		}
		if n >= len(args.Elts) {
			return nil
		}
		arg := args.Elts[n]
		if _, starred := arg.(*syntax.Starred); starred {
			return nil
		}
		spec, conversion, rest, ok := formatField(format)
		if !ok {
			return nil
		}
		flush()
		field := &syntax.FormattedValue{Pos: *arg.Position(), Value: arg, Conversion: conversion}
		if spec != "" {
			field.FormatSpec = &syntax.Constant{Pos: field.Pos, Value: spec}
		}
		out.Values = append(out.Values, field)
		format = rest
		n++
	}
	if n != len(args.Elts) {
		return nil
	}
	flush()
	return out
}

// formatField reads what follows a % sign and returns the format spec that
// means the same.
func formatField(s string) (spec string, conversion int, rest string, ok bool) {
	left := false
	for strings.HasPrefix(s, "-") {
		left, s = true, s[1:]
	}
	digits := func() string {
		i := 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		d := s[:i]
		s = s[i:]
		return d
	}
	if strings.HasPrefix(s, "0") {
		return "", 0, s, false
	}
	width := digits()
	if width != "" && !left {
		spec = ">"
	}
	spec += width
	precision := ""
	if strings.HasPrefix(s, ".") {
		s = s[1:]
		if precision = digits(); precision == "" {
			precision = "0"
		}
		spec += "." + precision
	}
	if len(width) > 3 || len(precision) > 3 || s == "" {
		return "", 0, s, false
	}
	switch s[0] {
	case 's', 'r', 'a':
		return spec, int(s[0]), s[1:], true
	}
	return "", 0, s, false
}
