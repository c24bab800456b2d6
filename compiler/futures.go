package compiler

import (
	"slices"

	"github.com/gopy-lang/gopy/ast"
)

// The __future__ statements (language reference 7.11.1).

var futureFeatures = []string{
	"nested_scopes", "generators", "division", "absolute_import", "with_statement",
	"print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
}

// futures checks the placement and the names of `from __future__ import`.
func (c *compiler) futures(body []ast.Stmt) {
	first := true
	for i, s := range body {
		imp, ok := s.(*ast.ImportFrom)
		if ok && imp.Module == "__future__" && imp.Level == 0 {
			if !first {
				continue // an error when it is compiled
			}
			c.atTop[imp] = true
			for _, a := range imp.Names {
				switch {
				case a.Name == "annotations":
					c.future = true
				case a.Name == "braces":
					c.fail(a.Position(), "not a chance")
				case !slices.Contains(futureFeatures, a.Name):
					c.fail(a.Position(), "future feature %s is not defined", a.Name)
				}
			}
			continue
		}
		if i == 0 && docstring(body) != nil {
			continue
		}
		first = false
	}
}

// docstring returns the constant of a body's docstring.
func docstring(body []ast.Stmt) *ast.Constant {
	if len(body) == 0 {
		return nil
	}
	if e, ok := body[0].(*ast.ExprStmt); ok {
		if k, ok := e.Value.(*ast.Constant); ok {
			if _, ok := k.Value.(string); ok {
				return k
			}
		}
	}
	return nil
}
