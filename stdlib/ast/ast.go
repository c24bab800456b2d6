// Package ast implements the modules _ast and ast (library reference, "ast"):
// the node classes and the ways between trees of the parser and Python objects
// in Go, the functions that work on nodes in Python.
package ast

import (
	_ "embed"

	syntax "github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var none = object.None

// Flags of compile; their values are CPython's.
const (
	OnlyAST         = 0x400
	TypeComments    = 0x1000
	TopLevelAwait   = 0x2000
	AllowIncomplete = 0x4000
	optimizedAST    = 0x8000 | OnlyAST
)

var (
	//go:embed ast.py
	source string
	//go:embed unparse.py
	unparseSource string
)

// Modules declares the modules of the package.
func Modules() map[string]func() object.ModuleSpec {
	return map[string]func() object.ModuleSpec{
		"_ast": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "_ast", Init: addClasses, Consts: map[string]value{
				"PyCF_ONLY_AST": object.Int(OnlyAST), "PyCF_TYPE_COMMENTS": object.Int(TypeComments),
				"PyCF_ALLOW_TOP_LEVEL_AWAIT": object.Int(TopLevelAwait), "PyCF_OPTIMIZED_AST": object.Int(optimizedAST),
			}}
		},
		"ast": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "ast", Doc: "Trees of Python's abstract syntax.", Source: source}
		},
		"_ast_unparse": func() object.ModuleSpec {
			return object.ModuleSpec{Name: "_ast_unparse", Source: unparseSource}
		},
	}
}

// state is what an interpreter has of the package.
type state struct {
	ast     *object.Type
	classes [numClasses]*object.Type
	index   map[*object.Type]int
	// single are the instances of the classes without fields, such as Load, that
	// trees of the parser hold.
	single [numClasses]value
	names  [numNames]*object.Str

	fields, attributes, fieldTypes *object.Str
}

type stateKey struct{}

// stateOf returns the interpreter's state, making the classes at the first use.
func stateOf(t *thread) (*state, error) {
	if s, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return s.(*state), nil
	}
	s := &state{index: map[*object.Type]int{}}
	for i, n := range fieldNames {
		s.names[i] = t.Intern(n)
	}
	s.fields, s.attributes, s.fieldTypes = t.Intern("_fields"), t.Intern("_attributes"), t.Intern("_field_types")
	if err := s.makeClasses(t); err != nil {
		return nil, err
	}
	t.Interp.Extra.Store(stateKey{}, s)
	return s, nil
}

func addClasses(t *thread, m *object.Module) error {
	s, err := stateOf(t)
	if err != nil {
		return err
	}
	m.Set(t, "AST", object.Wrap(s.ast))
	for _, c := range s.classes {
		m.Set(t, c.Name, object.Wrap(c))
	}
	return nil
}

func (s *state) makeClasses(t *thread) error {
	base := object.NewDict()
	base.SetGo(t, "__module__", object.NewStr("ast"))
	for _, n := range []string{"_fields", "__match_args__", "_attributes"} {
		base.SetGo(t, n, object.EmptyTuple)
	}
	var err error
	if s.ast, err = newClass(t, "AST", &object.ObjectType, base); err != nil {
		return err
	}
	if err := s.addMethods(t); err != nil {
		return err
	}
	byName := map[string]*object.Type{"AST": s.ast}
	for i := range syntax.Classes {
		c := &syntax.Classes[i]
		tp, err := newClass(t, c.Name, byName[c.Base], s.namespace(t, c))
		if err != nil {
			return err
		}
		byName[c.Name] = tp
		s.classes[i] = tp
		s.index[tp] = i
		if !c.Abstract && len(c.Fields) == 0 && !c.Positions {
			s.single[i] = object.Wrap(object.NewInstance(t, tp))
		}
	}
	return s.addFieldTypes(t, byName)
}

func newClass(t *thread, name string, base *object.Type, ns *object.Dict) (*object.Type, error) {
	v, err := object.CallArgs(t, object.Wrap(&object.TypeType), object.NewStr(name), object.NewTuple(object.Wrap(base)), object.Wrap(ns))
	if err != nil {
		return nil, err
	}
	return object.As[object.Type](v), nil
}

// namespace is the dictionary of a class: the attributes that have a default
// are there.
func (s *state) namespace(t *thread, c *syntax.ClassInfo) *object.Dict {
	d := object.NewDict()
	names := make([]value, len(c.Fields))
	for i, f := range c.Fields {
		names[i] = object.Wrap(t.Intern(f.Name))
	}
	fields := object.NewTuple(names...)
	d.SetGo(t, "_fields", fields)
	d.SetGo(t, "__match_args__", fields)
	d.SetGo(t, "__module__", object.NewStr("ast"))
	d.SetGo(t, "__doc__", object.NewStr(c.Doc()))
	if c.Base == "AST" {
		var at []value
		if c.Positions {
			for i := nameLineno; i <= nameEndColOffset; i++ {
				at = append(at, object.Wrap(s.names[i]))
			}
		}
		if c.Abstract || c.Positions {
			d.SetGo(t, "_attributes", object.NewTuple(at...))
		}
		if c.Positions && !endRequired(c.Name) {
			d.SetGo(t, "end_lineno", none)
			d.SetGo(t, "end_col_offset", none)
		}
	}
	for _, f := range c.Fields {
		if f.Optional && !f.List {
			d.SetGo(t, f.Name, none)
		}
	}
	return d
}

// addFieldTypes sets _field_types and the annotations of the concrete classes.
func (s *state) addFieldTypes(t *thread, byName map[string]*object.Type) error {
	types := map[string]value{"identifier": object.Wrap(&object.StrType), "string": object.Wrap(&object.StrType),
		"int": object.Wrap(&object.IntType), "constant": object.Wrap(&object.ObjectType)}
	for n, tp := range byName {
		types[n] = object.Wrap(tp)
	}
	for i := range syntax.Classes {
		c := &syntax.Classes[i]
		if c.Abstract {
			continue
		}
		d := object.NewDict()
		for _, f := range c.Fields {
			v := types[f.Type]
			if f.List {
				v = object.NewGenericAlias(object.Wrap(&object.ListType), v)
			} else if f.Optional {
				var err error
				if v, err = object.NewUnion(t, []value{v, object.Wrap(none.O.Type)}); err != nil {
					return err
				}
			}
			d.SetGo(t, f.Name, v)
		}
		for _, n := range []string{"_field_types", "__annotations__"} {
			if err := object.SetAttr(t, object.Wrap(s.classes[i]), t.Intern(n), object.Wrap(d)); err != nil {
				return err
			}
		}
	}
	return nil
}
