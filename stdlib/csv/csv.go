// Package csv implements the csv and _csv modules (library reference, "csv").
package csv

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed csv.py
var source string

// Module declares csv.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "csv", Doc: "CSV parsing and writing.", Source: source}
}

type (
	stateKey struct{}
	state    struct {
		err      *object.Type
		dialects *object.Dict
		limit    int
	}
)

func stateOf(t *thread) *state {
	if v, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return v.(*state)
	}
	s := &state{limit: 128 * 1024, dialects: object.NewDict()}
	s.err, _ = object.NewExceptionType(t, "_csv", "Error", &object.ExceptionType, "")
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, s)
	return v.(*state)
}

func fail(t *thread, format string, args ...any) error {
	return object.Errorf(stateOf(t).err, format, args...)
}

// Core declares _csv.
func Core() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "_csv", Doc: "The reader and writer of csv.", Funcs: funcs, Types: []*object.Type{&DialectType},
		Consts: map[string]value{
			"QUOTE_MINIMAL": object.Int(quoteMinimal), "QUOTE_ALL": object.Int(quoteAll), "QUOTE_NONNUMERIC": object.Int(quoteNonNumeric),
			"QUOTE_NONE": object.Int(quoteNone), "QUOTE_STRINGS": object.Int(quoteStrings), "QUOTE_NOTNULL": object.Int(quoteNotNull),
		},
		Init: func(t *thread, m *object.Module) error {
			s := stateOf(t)
			m.Set(t, "Error", object.Wrap(s.err))
			m.Set(t, "_dialects", object.Wrap(s.dialects))
			m.Set(t, "Reader", object.Wrap(&ReaderType))
			m.Set(t, "Writer", object.Wrap(&WriterType))
			m.Set(t, "__version__", object.NewStr("1.0"))
			return nil
		},
	}
}

// lookup returns the dialect registered as name.
func lookup(t *thread, name value) (value, error) {
	v, ok, err := stateOf(t).dialects.Get(t, name)
	if err != nil {
		return value{}, err
	}
	if !ok {
		return value{}, fail(t, "unknown dialect")
	}
	return v, nil
}

// withOptions takes the dialect and the options of a function's arguments.
func withOptions(t *thread, dialect value, kw value) (value, error) {
	if _, ok := object.AsStr(dialect); !dialect.IsNil() && ok {
		var err error
		if dialect, err = lookup(t, dialect); err != nil {
			return value{}, err
		}
	}
	return newDialect(t, dialect, object.As[object.Dict](kw))
}

var funcs = []object.Func{
	{Name: "reader", Sig: "(*args, **kwds)", Doc: "Return a reader object that will process lines from the given iterable.", Fn: newReader},
	{Name: "writer", Sig: "(*args, **kwds)", Doc: "Return a writer object that will write user data on the given file object.", Fn: newWriter},
	{Name: "list_dialects", Sig: "()", Doc: "Return a list of all known dialect names.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewListOwned(stateOf(t).dialects.Keys()), nil
	}},
	{Name: "register_dialect", Sig: "(name, dialect=<unrepresentable>, /, **fmtparams)", Doc: "Create a mapping from a string name to a dialect class.", Fn: func(t *thread, a []value) (value, error) {
		if _, ok := object.AsStr(a[0]); !ok {
			return value{}, object.TypeErrorf("dialect name must be a string")
		}
		d, err := withOptions(t, a[1], a[2])
		if err != nil {
			return value{}, err
		}
		return object.None, stateOf(t).dialects.Set(t, a[0], d)
	}},
	{Name: "unregister_dialect", Sig: "(name)", Doc: "Delete the name/dialect mapping associated with a string name.", Fn: func(t *thread, a []value) (value, error) {
		_, ok, err := stateOf(t).dialects.Delete(t, a[0])
		if err == nil && !ok {
			err = fail(t, "unknown dialect")
		}
		return object.None, err
	}},
	{Name: "get_dialect", Sig: "(name)", Doc: "Return the dialect instance associated with name.", Fn: func(t *thread, a []value) (value, error) { return lookup(t, a[0]) }},
	{Name: "field_size_limit", Sig: "(new_limit=<unrepresentable>)", Doc: "Sets an upper limit on parsed fields.", Fn: func(t *thread, a []value) (value, error) {
		s := stateOf(t)
		old := s.limit
		if !a[0].IsNil() {
			if !object.IsIntLike(a[0]) {
				return value{}, object.TypeErrorf("limit must be an integer")
			}
			n, err := object.SsizeArg(t, a[0])
			if err != nil {
				return value{}, err
			}
			s.limit = n
		}
		return object.IntOf(old), nil
	}},
}
