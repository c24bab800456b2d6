package vm

// Runtime ties an interpreter to the evaluator: compiling, running modules,
// and what object asks for through object.Runtime.

import (
	"bytes"
	"errors"
	"os"
	"runtime"
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/compiler"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/parser"
)

// Runtime is the evaluator's state of one interpreter.
type Runtime struct {
	Interp   *object.Interp
	Optimize int
	// NoDebugRanges leaves columns and last lines out of compiled code.
	NoDebugRanges bool
	finders       finders
	sources       map[string][]string
	mainGlobals   *object.Dict
	importFunc    object.Value
	library       map[string]*CodeObject // the library's modules that were compiled here
	stored        map[string][]byte      // and those that another process compiled
	fresh         []*Generator           // watched ones without a finalizer
}

// New makes the evaluator of in and its main thread, which holds the GIL.
func New(in *object.Interp) (*Runtime, *object.Thread) {
	rt := &Runtime{Interp: in}
	in.Runtime = rt
	t := rt.newThread(in)
	in.Main = &t.Thread
	t.G.SetName("MainThread")
	if err := t.G.Acquire(); err != nil {
		panic(err) // a new GIL is free
	}
	return rt, &t.Thread
}

// SetImportFunc tells which builtin is __import__, so that the usual one need
// not be called as an object.
func (rt *Runtime) SetImportFunc(f object.Value) { rt.importFunc = f }

// NewThread implements object.Runtime.
func (rt *Runtime) NewThread(in *object.Interp) *object.Thread { return &rt.newThread(in).Thread }

// Compile compiles source text for mode exec, eval or single: a program's main
// file, whose errors do not keep the source.
func (rt *Runtime) Compile(t *object.Thread, src []byte, filename, mode string) (*CodeObject, error) {
	how := parser.Options{File: len(filename) > 0 && filename[0] != '<'}
	co, err := rt.compile(t, src, mode, how, compiler.Options{Filename: filename, Optimize: rt.Optimize})
	if e, ok := err.(*object.Exception); ok && how.File && e.Type.IsSubtype(&object.SyntaxErrorType) {
		if m := &e.F[len(e.F)-1]; m.O != nil && m.Is(&object.TupleType) {
			at := object.As[object.Tuple](*m).Items
			*m = object.NewTuple(at[0], at[1], object.None)
		}
	}
	return co, err
}

func parseMode(mode string) (parser.Mode, bool) {
	switch mode {
	case "exec":
		return parser.Exec, true
	case "eval":
		return parser.Eval, true
	case "single":
		return parser.Single, true
	case "func_type":
		return parser.FuncType, true
	}
	return 0, false
}

// compile compiles src; how tells Text and File.
func (rt *Runtime) compile(t *object.Thread, src []byte, mode string, how parser.Options, opt compiler.Options) (*CodeObject, error) {
	pm, ok := parseMode(mode)
	if !ok || pm == parser.FuncType {
		return nil, object.ValueErrorf("compile() mode must be 'exec', 'eval' or 'single'")
	}
	how.Mode, how.Filename = pm, opt.Filename
	mod, err := rt.parse(t, src, how)
	if err != nil {
		return nil, err
	}
	return rt.compileTree(t, mod, src, opt)
}

// parse parses src and issues the parser's warnings.
func (rt *Runtime) parse(t *object.Thread, src []byte, how parser.Options) (ast.Mod, error) {
	var warned []parser.SyntaxWarning
	if !strings.HasPrefix(how.Filename, "<frozen ") {
		how.Warn = func(w parser.SyntaxWarning) { warned = append(warned, w) }
	}
	if how.MaxIntDigits = rt.Interp.IntMaxStrDigits; how.MaxIntDigits == 0 {
		how.MaxIntDigits = -1
	}
	mod, err := parser.Parse(src, how)
	for _, w := range warned {
		if err := syntaxWarning(t, how.Filename, src, w); err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, rt.syntaxError(err, src)
	}
	return mod, nil
}

// compileTree compiles mod, which was parsed from src.
func (rt *Runtime) compileTree(t *object.Thread, mod ast.Mod, src []byte, opt compiler.Options) (*CodeObject, error) {
	if !strings.HasPrefix(opt.Filename, "<frozen ") {
		opt.Warn = func(w *compiler.Warning) error {
			line, end := sourceLine(src, int(w.Pos.Line)), sourceLine(src, int(w.Pos.EndLine))
			return syntaxWarning(t, opt.Filename, src, parser.SyntaxWarning{Msg: w.Msg, Line: int(w.Pos.Line), Col: charColumn(line, int(w.Pos.Col)+1),
				EndLine: int(w.Pos.EndLine), EndCol: charColumn(end, int(w.Pos.EndCol)+1)})
		}
	}
	c, err := rt.compileAST(mod, opt)
	if err != nil {
		return nil, rt.syntaxError(err, src)
	}
	if rt.NoDebugRanges {
		c.DropColumns()
	}
	return rt.codeObject(c), nil
}

// syntaxWarning issues a SyntaxWarning; if a filter makes it an exception, that
// is a SyntaxError.
func syntaxWarning(t *object.Thread, filename string, src []byte, w parser.SyntaxWarning) error {
	// Of escape sequences the warning says more than the error.
	msg := strings.Replace(w.Msg, " escape sequence. Did", " escape sequence. Such sequences will not work in the future. Did", 1)
	err := object.WarnExplicit(t, &object.SyntaxWarningType, msg, filename, w.Line)
	if err != nil && object.IsExc(err, &object.SyntaxWarningType) {
		return newSyntaxError("SyntaxError", w.Msg, filename, sourceLine(src, w.Line), w.Line, w.Col, w.EndLine, w.EndCol)
	}
	return err
}

func (rt *Runtime) compileAST(mod ast.Mod, opt compiler.Options) (*code.Code, error) {
	return compiler.Compile(mod, opt)
}

// syntaxError turns an error of the parser or compiler into an exception.
func (rt *Runtime) syntaxError(err error, src []byte) error {
	var pe *parser.SyntaxError
	if errors.As(err, &pe) {
		kind := pe.Kind.String()
		if pe.Incomplete {
			kind = "_IncompleteInputError"
		}
		err := newSyntaxError(kind, pe.Msg, pe.Filename, pe.Text, pe.Line, pe.Col, pe.EndLine, pe.EndCol)
		if e, ok := err.(*object.Exception); ok && e.Type.IsSubtype(&object.SyntaxErrorType) && pe.Source != "" {
			e.F[len(e.F)-1] = object.NewTuple(object.IntOf(pe.StmtLine), object.IntOf(pe.StmtCol), object.NewStr(pe.Source))
		}
		return err
	}
	var ce *compiler.SyntaxError
	if errors.As(err, &ce) {
		if ce.Kind == "RecursionError" {
			return object.RecursionErrorf("%s", ce.Msg)
		}
		// CPython's compiler counts bytes here, its parser characters.
		text := ""
		if !strings.HasPrefix(ce.Filename, "<") {
			if b, err := os.ReadFile(ce.Filename); err == nil {
				text = sourceLine([]byte(parser.Text(b)), ce.Line)
			}
		}
		return newSyntaxError(ce.Kind, ce.Msg, ce.Filename, text, ce.Line, ce.Col, ce.EndLine, ce.EndCol)
	}
	var ex *object.Exception
	if errors.As(err, &ex) {
		return ex
	}
	return object.SystemErrorf("%s", err)
}

func newSyntaxError(kind, msg, filename, text string, line, col, endLine, endCol int) error {
	tp := &object.SyntaxErrorType
	switch kind {
	case "IndentationError":
		tp = &object.IndentationErrorType
	case "_IncompleteInputError":
		tp = &object.IncompleteInputErrorType
	case "TabError":
		tp = &object.TabErrorType
	case "MemoryError":
		return object.Errorf(&object.MemoryErrorType, "Parser stack overflowed - Python source too complex to parse")
	case "RecursionError":
		return object.RecursionErrorf("%s", msg)
	}
	txt := object.None
	if text != "" {
		txt = object.NewStr(text)
	}
	info := object.NewTuple(object.NewStr(filename), object.IntOf(line), object.IntOf(col), txt, object.IntOf(endLine), object.IntOf(endCol))
	e := object.NewException(tp, object.NewStr(msg), info)
	e.F[0] = object.NewStr(msg)
	copy(e.F[1:], object.As[object.Tuple](info).Items)
	return e
}

func sourceLine(src []byte, n int) string {
	if n < 1 {
		return ""
	}
	return parser.Line(string(src), n)
}

// RunModule executes module code co in namespace globals.
func (rt *Runtime) RunModule(t *object.Thread, co *CodeObject, globals *object.Dict) error {
	_, err := rt.exec(t, co, globals, object.Value{}, object.Value{})
	return err
}

// RunSource implements object.Runtime.
func (rt *Runtime) RunSource(t *object.Thread, src, filename string, globals *object.Dict) error {
	co, err := rt.libraryCode(t, src, filename)
	if err != nil {
		return err
	}
	return rt.RunModule(t, co, globals)
}

func (rt *Runtime) compileText(t *object.Thread, src, filename string) (*CodeObject, error) {
	return rt.compile(t, []byte(src), "exec", parser.Options{Text: true}, compiler.Options{Filename: filename})
}

// exec runs co. A missing locals means the globals themselves.
func (rt *Runtime) exec(ot *object.Thread, co *CodeObject, globals *object.Dict, locals, closure object.Value) (object.Value, error) {
	t := threadOf(ot)
	if b, ok := globals.GetStr(nameBuiltins); !ok {
		b := object.Wrap(rt.Interp.Builtins)
		if m, ok := rt.Interp.Modules.GetGo(ot, "builtins"); ok && globals == rt.mainGlobals {
			b = m // __main__ has the module, other modules its names
		}
		globals.SetStr(nameBuiltins, b)
	} else if b.O.Type != &object.ModuleType && b.O.Type.Slots.GetItem == nil {
		return object.Value{}, object.TypeErrorf("'%s' object is not subscriptable", b.O.Type.MsgName())
	}
	module := locals.O == nil || locals == object.Wrap(globals)
	if module && globals.Type != &object.DictType { // its __getitem__ and __setitem__ count
		module, locals = false, object.Wrap(globals)
	}
	fn := t.newFunction(co, globals, t.builtinsOf(globals), module)
	fn.Name = object.NewStr(co.C.Name)
	fn.Qualname, fn.Doc, fn.Module = fn.Name, object.None, object.None
	fn.Closure = closure
	if module {
		locals = object.Wrap(globals)
	}
	return t.runIn(fn, locals)
}

// ExecCode implements object.Runtime.
func (rt *Runtime) ExecCode(t *object.Thread, c object.Value, globals *object.Dict, locals, closure object.Value) (object.Value, error) {
	co := object.As[CodeObject](c)
	if co.C.NFree > 0 && closure.O == nil {
		return object.Value{}, object.TypeErrorf("code object passed to exec() may not contain free variables")
	}
	return rt.exec(t, co, globals, locals, closure)
}

// CompileSource implements object.Runtime.
func (rt *Runtime) CompileSource(t *object.Thread, src object.Value, filename, mode string, flags int, dontInherit bool, optimize int) (object.Value, error) {
	data, text, err := sourceText(t, src, "compile() arg 1 must be a string, bytes or AST object")
	if err != nil {
		return object.Value{}, err
	}
	co, err := rt.compile(t, data, mode, parseFlags(parser.Options{Text: text}, flags), rt.options(t, filename, flags, dontInherit, optimize))
	if err != nil {
		return object.Value{}, err
	}
	return object.Wrap(co), nil
}

// Flags of compile() that change parsing or compiling; the values are CPython's.
const (
	flagTopLevelAwait   = 0x2000
	flagAllowIncomplete = 0x4000
)

// parseFlags puts compile's flags into how.
func parseFlags(how parser.Options, flags int) parser.Options {
	how.Incomplete = flags&flagAllowIncomplete != 0
	return how
}

// options are the compiler's options for compile's arguments.
func (rt *Runtime) options(t *object.Thread, filename string, flags int, dontInherit bool, optimize int) compiler.Options {
	opt := compiler.Options{Filename: filename, Optimize: rt.Optimize}
	if optimize >= 0 {
		opt.Optimize = optimize
	}
	opt.FutureAnnotations = flags&code.FlagFutureAnnotations != 0
	opt.AllowTopLevelAwait = flags&flagTopLevelAwait != 0
	if !dontInherit {
		if f := threadOf(t).frame; f != nil && f.unit.Code.Flags&code.FlagFutureAnnotations != 0 {
			opt.FutureAnnotations = true
		}
	}
	return opt
}

// sourceText returns the text of source given as str or bytes.
func sourceText(t *object.Thread, src object.Value, refusal string) (data []byte, text bool, err error) {
	if s, ok := object.AsStr(src); ok {
		data, text = []byte(s.String()), true
		if !utf8.Valid(data) { // lone surrogates
			_, err := object.CallMethod(t, src, "encode")
			return nil, false, err
		}
	} else if b, ok := object.BytesOf(src); ok {
		data = b
	} else {
		return nil, false, object.TypeErrorf("%s", refusal)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		e := object.NewException(&object.SyntaxErrorType, object.NewStr("source code string cannot contain null bytes"))
		e.F[0] = object.NewStr("source code string cannot contain null bytes")
		return nil, false, e
	}
	return data, text, nil
}

// ParseTree parses the source src, for the module ast.
func (rt *Runtime) ParseTree(t *object.Thread, src object.Value, filename string, mode parser.Mode, flags int) (ast.Mod, error) {
	data, text, err := sourceText(t, src, "compile() arg 1 must be a string, bytes or AST object")
	if err != nil {
		return nil, err
	}
	return rt.parse(t, data, parseFlags(parser.Options{Text: text, Mode: mode, Filename: filename}, flags))
}

// CompileTree compiles a tree, which has been validated.
func (rt *Runtime) CompileTree(t *object.Thread, mod ast.Mod, filename string, flags int, dontInherit bool, optimize int) (r object.Value, err error) {
	defer func() {
		// A program's tree may be what no source has; the compiler counts on
		// what the parser makes.
		p := recover()
		if bug, ok := p.(runtime.Error); ok {
			err = object.SystemErrorf("the compiler cannot take this tree: %s", bug)
		} else if p != nil {
			panic(p)
		}
	}()
	co, err := rt.compileTree(t, mod, nil, rt.options(t, filename, flags, dontInherit, optimize))
	if err != nil {
		return object.Value{}, err
	}
	return object.Wrap(co), nil
}

// SymbolTable makes the symbol table of source, for the module symtable.
func (rt *Runtime) SymbolTable(t *object.Thread, src object.Value, filename string, mode parser.Mode) (*compiler.Scope, error) {
	data, text, err := sourceText(t, src, "symtable() arg 1 must be a string or bytes")
	if err != nil {
		return nil, err
	}
	mod, err := rt.parse(t, data, parser.Options{Text: text, Mode: mode, Filename: filename})
	if err != nil {
		return nil, err
	}
	top, err := compiler.Symbols(mod, compiler.Options{Filename: filename})
	if err != nil {
		return nil, rt.syntaxError(err, data)
	}
	return top, nil
}

// CurrentGlobals implements object.Runtime.
func (rt *Runtime) CurrentGlobals(t *object.Thread) *object.Dict {
	if f := threadOf(t).frame; f != nil && f.fn != nil {
		return f.fn.Globals
	}
	return nil
}

// CurrentLocals implements object.Runtime.
func (rt *Runtime) CurrentLocals(t *object.Thread) (object.Value, error) {
	th := threadOf(t)
	f := th.frame
	if f == nil || f.fn == nil {
		return object.Value{}, object.SystemErrorf("frame does not exist")
	}
	return th.frameObject(f).Locals(t), nil
}

// Frame implements object.Runtime.
func (rt *Runtime) Frame(t *object.Thread, depth int) object.Value {
	th := threadOf(t)
	f := th.frame
	for ; f != nil && f.flags&flagRoot == 0; f = f.prev {
		if depth == 0 {
			return object.Wrap(th.frameObject(f))
		}
		depth--
	}
	return object.Value{}
}

// CurrentLine implements object.Runtime.
func (rt *Runtime) CurrentLine(t *object.Thread) (file string, line int, fn string) {
	f := threadOf(t).frame
	if f == nil || f.flags&flagRoot != 0 {
		return "", 0, ""
	}
	l, _, _, _ := f.unit.Code.Position(f.word())
	return f.unit.Code.Filename, l, f.unit.Code.Qualname
}

// SuperArgs implements object.Runtime: __class__ and the first argument of the
// calling function.
func (rt *Runtime) SuperArgs(t *object.Thread) (cls, obj object.Value, err error) {
	f := threadOf(t).frame
	if f == nil || f.fn == nil {
		return cls, obj, object.RuntimeErrorf("super(): no current frame")
	}
	c := f.unit.Code
	if c.ArgCount == 0 && c.Flags&code.FlagVarArgs == 0 {
		return cls, obj, object.RuntimeErrorf("super(): no arguments")
	}
	first := 0
	if c.ArgCount == 0 {
		first = c.KwOnlyArgCount
	}
	obj = localValue(c.LocalsPlus[first].Kind, *f.at(first))
	if c.ArgCount == 0 && obj.O != nil {
		items := object.As[object.Tuple](obj).Items
		if len(items) == 0 {
			return cls, obj, object.RuntimeErrorf("super(): no arguments")
		}
		obj = items[0]
	}
	if obj.O == nil {
		return cls, obj, object.RuntimeErrorf("super(): arg[0] deleted")
	}
	for i, l := range c.LocalsPlus {
		if l.Name != "__class__" || l.Kind&code.FreeVar == 0 {
			continue
		}
		v := *f.at(i)
		if v.O == nil || v.O.Type != &object.CellType {
			return cls, obj, object.RuntimeErrorf("super(): bad __class__ cell")
		}
		cls = object.As[object.Cell](v).V
		if cls.O == nil {
			return cls, obj, object.RuntimeErrorf("super(): empty __class__ cell")
		}
		if cls.O.Type.Solid != &object.TypeType {
			return cls, obj, object.RuntimeErrorf("super(): __class__ is not a type (%s)", cls.O.Type.MsgName())
		}
		return cls, obj, nil
	}
	return cls, obj, object.RuntimeErrorf("super(): __class__ cell not found")
}

// charColumn turns a 1-based byte column into a 1-based character column.
func charColumn(line string, col int) int {
	if col < 1 || col-1 > len(line) {
		return col
	}
	return len([]rune(line[:col-1])) + 1
}
