package ast

// What compile() does about trees.

import (
	"strings"

	syntax "github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/parser"
)

// treeRuntime is the evaluator's part.
type treeRuntime interface {
	ParseTree(t *thread, src value, filename string, mode parser.Mode, flags int) (syntax.Mod, error)
	CompileTree(t *thread, mod syntax.Mod, filename string, flags int, dontInherit bool, optimize int) (value, error)
}

// knownFlags are those that compile() accepts: the future statements' and the
// PyCF ones.
const knownFlags = 0x1ff0000 | 0x10 | 0x200 | optimizedAST | TypeComments | TopLevelAwait | AllowIncomplete

// Compile is compile() where a tree is given or wanted; done is false elsewhere.
// version is the minor version of Python whose syntax is allowed, or -1.
func Compile(t *thread, src value, filename, mode string, flags int, dontInherit bool, optimize, version int) (r value, done bool, err error) {
	if flags&^knownFlags != 0 {
		return r, true, object.ValueErrorf("compile(): unrecognised flags")
	}
	pm, err := modeOf(mode, flags)
	if err != nil {
		return r, true, err
	}
	rt := t.Interp.Runtime.(treeRuntime)
	isNode, err := IsNode(t, src)
	switch {
	case err != nil:
		return r, true, err
	case isNode:
		mod, err := readMode(t, src, pm)
		if err != nil {
			return r, true, err
		}
		if flags&optimizedAST == OnlyAST {
			return src, true, nil
		}
		if flags&OnlyAST != 0 {
			optimizeTree(mod, optimize)
			r, err = build(t, mod)
			return r, true, err
		}
		if err := validate(t, mod); err != nil {
			return r, true, err
		}
		r, err = rt.CompileTree(t, mod, filename, flags, dontInherit, optimize)
		return r, true, err
	case flags&OnlyAST == 0:
		return r, false, nil
	}
	mod, err := rt.ParseTree(t, src, filename, pm, flags)
	if err == nil {
		err = afterParse(mod, src, filename, flags, version)
	}
	if err != nil {
		return r, true, err
	}
	if flags&optimizedAST == optimizedAST {
		optimizeTree(mod, optimize)
	}
	r, err = build(t, mod)
	return r, true, err
}

// afterParse does what the parser does not: type comments, older syntax.
func afterParse(mod syntax.Mod, src value, filename string, flags, version int) error {
	if flags&TypeComments == 0 && version < 0 {
		return nil
	}
	text := ""
	if s, ok := object.AsStr(src); ok {
		text = s.String()
	} else if b, ok := object.BytesOf(src); ok {
		text = strings.TrimPrefix(string(b), "\ufeff")
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	if version >= 0 {
		if e := checkFeatures(mod, version, text); e != nil {
			return e.exception(filename, text)
		}
	}
	if flags&TypeComments != 0 {
		if e := addTypeComments(mod, text); e != nil {
			return e.exception(filename, text)
		}
	}
	return nil
}

func modeOf(mode string, flags int) (parser.Mode, error) {
	switch {
	case mode == "exec":
		return parser.Exec, nil
	case mode == "eval":
		return parser.Eval, nil
	case mode == "single":
		return parser.Single, nil
	case mode == "func_type" && flags&OnlyAST == 0:
		return 0, object.ValueErrorf("compile() mode 'func_type' requires flag PyCF_ONLY_AST")
	case mode == "func_type":
		return parser.FuncType, nil
	case flags&OnlyAST != 0:
		return 0, object.ValueErrorf("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
	}
	return 0, object.ValueErrorf("compile() mode must be 'exec', 'eval' or 'single'")
}

// IsNode reports whether v is an instance of AST.
func IsNode(t *thread, v value) (bool, error) {
	s, ok := t.Interp.Extra.Load(stateKey{})
	if !ok {
		return false, nil // there are no nodes yet
	}
	return object.IsInstance(t, v, object.Wrap(s.(*state).ast))
}

// readMode reads the tree of v, which must be what the mode asks for.
func readMode(t *thread, v value, mode parser.Mode) (syntax.Mod, error) {
	s, err := stateOf(t)
	if err != nil {
		return nil, err
	}
	want := s.classes[[]int{clsModule, clsExpression, clsInteractive, clsFunctionType}[mode]]
	ok, err := object.IsInstance(t, v, object.Wrap(want))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, object.TypeErrorf("expected %s node, got %s", want.Name, v.O.Type.MsgName())
	}
	return read(t, v)
}
