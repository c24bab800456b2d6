package string

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed string.py
var source string

// Module declares string.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "string", Doc: "Common string constants and classes.", Package: true, Source: source}
}

// Core declares _string.
func Core() object.ModuleSpec {
	return object.ModuleSpec{Name: "_string", Doc: "Helpers of the string module.", Funcs: funcs}
}

var funcs = []object.Func{
	{Name: "formatter_parser", Sig: "(string, /)", Doc: "Parse a format string into (literal, field name, format spec, conversion) tuples.", Fn: formatterParser},
	{Name: "formatter_field_name_split", Sig: "(string, /)", Doc: "Split a field name into its first part and an iterator over the rest.", Fn: fieldNameSplit},
}

func text(v value) (string, error) {
	s, ok := object.AsStr(v)
	if !ok {
		return "", object.TypeErrorf("expected str, got %s", v.O.Type.MsgName())
	}
	return s.String(), nil
}

func formatterParser(t *thread, a []value) (value, error) {
	s, err := text(a[0])
	if err != nil {
		return value{}, err
	}
	p := object.NewFormatParser(s)
	return object.NewGoIter("formatteriterator", func(t *thread) (value, error) {
		piece, ok, err := p.Next()
		if err != nil || !ok {
			return value{}, err
		}
		if !piece.Field {
			return object.NewTuple(object.NewStr(piece.Literal), object.None, object.None, object.None), nil
		}
		conv := object.None
		if piece.Conversion != 0 {
			conv = object.NewStr(string(piece.Conversion))
		}
		return object.NewTuple(object.NewStr(piece.Literal), object.NewStr(piece.Name), object.NewStr(piece.Spec), conv), nil
	}), nil
}

func fieldNameSplit(t *thread, a []value) (value, error) {
	s, err := text(a[0])
	if err != nil {
		return value{}, err
	}
	first, index, steps, err := object.SplitFieldName(s)
	if err != nil {
		return value{}, err
	}
	head := object.NewStr(first)
	if index >= 0 {
		head = object.IntOf(index)
	}
	rest := object.NewGoIter("fieldnameiterator", func(t *thread) (value, error) {
		step, ok, err := steps.Next()
		if err != nil || !ok {
			return value{}, err
		}
		name := object.NewStr(step.Name)
		if step.Index >= 0 {
			name = object.IntOf(step.Index)
		}
		return object.NewTuple(object.Bool(step.Attr), name), nil
	})
	return object.NewTuple(head, rest), nil
}
