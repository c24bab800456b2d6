// Package traceback implements the traceback module (library reference,
// "traceback"): the classes in Python, the text of source lines and their
// carets by the interpreter, which prints uncaught exceptions with the same.
package traceback

import (
	_ "embed"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

//go:embed traceback.py
var source string

// Module declares traceback.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "traceback", Source: source}
}

// Core declares _traceback.
func Core() object.ModuleSpec {
	return object.ModuleSpec{Name: "_traceback", Funcs: []object.Func{
		{Name: "source_lines", Sig: "(filename, /)", Fn: sourceLines},
		{Name: "mark", Sig: "(lines, col, end_col, colors=None, /)", Fn: mark},
		{Name: "closest", Sig: "(name, names, /)", Fn: closest},
		{Name: "suggestion", Sig: "(exc, /)", Fn: suggestion},
	}}
}

// sourceLines is source_lines(filename): the lines of code that is in no file,
// or None.
func sourceLines(t *object.Thread, a []object.Value) (object.Value, error) {
	n, ok := object.AsStr(a[0])
	if !ok || !strings.HasPrefix(n.String(), "<") {
		return object.None, nil
	}
	lines := t.Interp.Runtime.SourceLines(n.String())
	if lines == nil {
		return object.None, nil
	}
	out := make([]object.Value, len(lines))
	for i, l := range lines {
		out[i] = object.NewStr(l + "\n")
	}
	return object.NewListOwned(out), nil
}

// mark is mark(lines, col, end_col, colors): the text of an instruction's source lines
// with carets below; the columns are byte offsets in the first and last line. colors
// is None or (highlight, range, reset).
func mark(t *object.Thread, a []object.Value) (object.Value, error) {
	items, err := object.Items(t, a[0])
	if err != nil {
		return object.Value{}, err
	}
	lines := make([]string, len(items))
	for i, x := range items {
		s, ok := object.AsStr(x)
		if !ok {
			return object.Value{}, object.TypeErrorf("mark() argument 1 must be a list of str")
		}
		lines[i] = strings.TrimRight(s.String(), "\r\n")
	}
	col, err := object.SsizeArg(t, a[1])
	if err != nil {
		return object.Value{}, err
	}
	end, err := object.SsizeArg(t, a[2])
	if err != nil || len(lines) == 0 {
		return object.NewStr(""), err
	}
	var c object.Colors
	if a[3].O != nil && a[3].Is(&object.TupleType) {
		for i, to := range []*string{&c.Highlight, &c.Range, &c.Reset} {
			if tuple := object.As[object.Tuple](a[3]).Items; i < len(tuple) {
				if s, ok := object.AsStr(tuple[i]); ok {
					*to = s.String()
				}
			}
		}
	}
	return object.NewStr(t.Interp.Runtime.MarkSource(lines, max(col, 0), max(end, 0), c)), nil
}

// closest is closest(name, names): the one of names that name is probably a
// misspelling of, or None.
func closest(t *object.Thread, a []object.Value) (object.Value, error) {
	items, err := object.Items(t, a[1])
	name, ok := object.AsStr(a[0])
	if err != nil || !ok {
		return object.None, err
	}
	names := make([]string, 0, len(items))
	for _, x := range items {
		if s, ok := object.AsStr(x); ok {
			names = append(names, s.String())
		}
	}
	if best := object.Suggest(name.String(), names); best != "" {
		return object.NewStr(best), nil
	}
	return object.None, nil
}

// suggestion is suggestion(exc): the hint that follows exc's message, or "".
func suggestion(t *object.Thread, a []object.Value) (object.Value, error) {
	if !a[0].O.Type.IsSubtype(&object.BaseExceptionType) {
		return object.NewStr(""), nil
	}
	return object.NewStr(t.Interp.Runtime.Suggestion(t, object.As[object.Exception](a[0]))), nil
}
