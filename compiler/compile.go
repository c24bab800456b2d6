package compiler

import (
	"fmt"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Options of a compilation.
type Options struct {
	Filename string
	// Optimize is 0, 1 (no assert statements, __debug__ is False) or 2 (no
	// docstrings either).
	Optimize int
	// FutureAnnotations compiles as if the source began with
	// `from __future__ import annotations`; it is inherited by compile().
	FutureAnnotations bool
	// AllowTopLevelAwait permits await in a module; its code is a coroutine then.
	AllowTopLevelAwait bool
	// Warn is called for every SyntaxWarning; an error stops the compilation
	// and is returned as it is.
	Warn func(w *Warning) error
}

// SyntaxError is an error of the program. Columns are 1-based and count bytes;
// the caller converts them to characters.
type SyntaxError struct {
	Kind     string // SyntaxError or RecursionError
	Msg      string
	Filename string
	Line     int
	Col      int
	EndLine  int
	EndCol   int
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s: %s (%s, line %d)", e.Kind, e.Msg, e.Filename, e.Line)
}

// Warning is a SyntaxWarning.
type Warning struct {
	Msg      string
	Filename string
	Pos      ast.Pos
}

// maxDepth bounds the nesting of the tree that the compiler follows.
const maxDepth = 24000

// bailout carries an error out of the recursion; Compile recovers it.
type bailout struct{ err error }

// compiler is the state shared by all scopes of one compilation.
type compiler struct {
	opt    Options
	st     *symtable
	future bool // from __future__ import annotations
	depth  int
	folded map[ast.Expr]folded
	inMode mode
	atTop  map[*ast.ImportFrom]bool // __future__ imports at the beginning
	warned map[Warning]bool
}

type mode uint8

const (
	execMode mode = iota
	singleMode
	evalMode
)

// Compile compiles a module, an interactive input or an expression.
func Compile(mod ast.Mod, opt Options) (co *code.Code, err error) {
	c := newCompiler(opt)
	defer catch(&err)
	body, err := c.bodyOf(mod)
	if err != nil {
		return nil, err
	}
	c.futures(body)
	c.st = newSymtable(c)
	c.st.build(mod, body)
	return c.module(mod, body), nil
}

func newCompiler(opt Options) *compiler {
	return &compiler{opt: opt, future: opt.FutureAnnotations, folded: map[ast.Expr]folded{},
		atTop: map[*ast.ImportFrom]bool{}, warned: map[Warning]bool{}}
}

// catch is deferred; it sets *err to the error of a bailout.
func catch(err *error) {
	if r := recover(); r != nil {
		b, ok := r.(bailout)
		if !ok {
			panic(r)
		}
		*err = b.err
	}
}

// bodyOf returns the statements of mod and sets the mode.
func (c *compiler) bodyOf(mod ast.Mod) ([]ast.Stmt, error) {
	switch m := mod.(type) {
	case *ast.Module:
		return m.Body, nil
	case *ast.Interactive:
		c.inMode = singleMode
		return m.Body, nil
	case *ast.Expression:
		c.inMode = evalMode
		return nil, nil
	}
	return nil, fmt.Errorf("compiler: cannot compile %s", mod.NodeName())
}

// fail stops the compilation with a SyntaxError at a node.
func (c *compiler) fail(n *ast.Pos, format string, args ...any) {
	e := &SyntaxError{Kind: "SyntaxError", Msg: fmt.Sprintf(format, args...), Filename: c.opt.Filename}
	if n != nil {
		e.Line, e.Col, e.EndLine, e.EndCol = int(n.Line), int(n.Col)+1, int(n.EndLine), int(n.EndCol)+1
	}
	panic(bailout{e})
}

// enter counts a level of nesting; the caller calls leave.
func (c *compiler) enter(n *ast.Pos) {
	c.depth++
	if c.depth > maxDepth {
		e := &SyntaxError{Kind: "RecursionError", Msg: "maximum recursion depth exceeded during compilation", Filename: c.opt.Filename}
		if n != nil {
			e.Line, e.Col, e.EndLine, e.EndCol = int(n.Line), int(n.Col)+1, int(n.EndLine), int(n.EndCol)+1
		}
		panic(bailout{e})
	}
}

func (c *compiler) leave() { c.depth-- }

func (c *compiler) warn(n *ast.Pos, format string, args ...any) {
	if c.opt.Warn == nil {
		return
	}
	w := &Warning{Msg: fmt.Sprintf(format, args...), Filename: c.opt.Filename}
	if n != nil {
		w.Pos = *n
	}
	if c.warned[*w] {
		return // the code stands twice, as finally clauses do
	}
	c.warned[*w] = true
	if err := c.opt.Warn(w); err != nil {
		panic(bailout{err})
	}
}
