package compiler

import (
	"strings"

	"github.com/gopy-lang/gopy/ast"
)

// The symbol table: the scopes of a program and what every name is in each of
// them (language reference 4.2).

type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope // functions, lambdas and comprehensions
	annotationScope
	typeAliasScope
	typeParamsScope
	typeVarScope // bound, constraints or default of a type parameter
)

type compKind uint8

const (
	notComp compKind = iota
	listComp
	setComp
	dictComp
	genExpr
)

// How a name occurs in a scope, as bits.
type symFlags uint32

const (
	defGlobal symFlags = 1 << iota
	defLocal
	defParam
	defNonlocal
	symUse
	defImport
	defAnnot
	defTypeParam
	defCompIter
	defFreeClass // bound in a class, and free in one of its functions

	defBound = defLocal | defParam | defImport | defTypeParam
)

// What a name is after analysis.
type resolution uint8

const (
	unresolved resolution = iota
	isLocal
	isCell
	isFree
	isGlobalExplicit
	isGlobalImplicit
)

type symbol struct {
	name  string
	flags symFlags
	res   resolution
	decl  *ast.Pos // the global or nonlocal statement
}

// scope is one block of the program.
type scope struct {
	kind     scopeKind
	name     string
	pos      ast.Pos
	parent   *scope
	children []*scope
	syms     map[string]*symbol
	order    []*symbol
	params   []string

	comp        compKind
	inlined     bool // comprehension inlined into its parent
	nested      bool
	generator   bool
	coroutine   bool
	isAsyncDef  bool
	isLambda    bool
	compTarget  bool // visiting the target of a comprehension
	compIter    int  // depth within iterables of comprehensions
	seesClass   bool // annotation scope directly within a class
	needsClass  bool // class: __class__ cell wanted by a method
	needsDict   bool // class: __classdict__ cell wanted
	needsCond   bool // class: __conditional_annotations__ cell wanted
	condAnn     bool // has conditional annotations
	conditional int  // depth of conditional statements, while visiting
	unevaluated bool // annotation that is never evaluated
	what        string
	annotations *scope // deferred annotations of a module or class
	private     string // class name for mangling
	mangleOnly  map[string]bool
	walrus      map[string]bool // targets of assignment expressions
}

// scopeKey finds the scope of a node; what tells apart the scopes of one node.
type scopeKey struct {
	node any
	what uint8
}

const (
	keyBody uint8 = iota
	keyTypeParams
	keyAnnotations
	keyBound
	keyDefault
)

type symtable struct {
	c      *compiler
	top    *scope // the module
	cur    *scope
	scopes map[scopeKey]*scope
	final  bool // directly within a finally clause, for its warnings
}

func newSymtable(c *compiler) *symtable {
	return &symtable{c: c, scopes: map[scopeKey]*scope{}}
}

func (st *symtable) build(mod ast.Mod, body []ast.Stmt) {
	st.push("top", moduleScope, scopeKey{mod, keyBody}, nil)
	st.top = st.cur
	if e, ok := mod.(*ast.Expression); ok {
		st.expr(e.Body)
	} else {
		st.stmts(body)
	}
	st.cur = nil
	a := analyzer{st}
	a.block(st.top, nil, nameSet{}, nameSet{}, nil)
}

func (st *symtable) push(name string, kind scopeKind, key scopeKey, pos *ast.Pos) *scope {
	s := &scope{kind: kind, name: name, parent: st.cur, syms: map[string]*symbol{}}
	if pos != nil {
		s.pos = *pos
	}
	if p := st.cur; p != nil {
		s.nested = p.nested || p.functionLike()
		s.private = p.private
		s.mangleOnly = p.mangleOnly
		s.compIter = p.compIter
		p.children = append(p.children, s)
	}
	st.scopes[key] = s
	st.cur = s
	return s
}

func (st *symtable) pop() { st.cur = st.cur.parent }

// functionLike says whether names bound in the scope are visible to nested ones.
func (s *scope) functionLike() bool {
	return s.kind != moduleScope && s.kind != classScope
}

// sym finds or makes the symbol of a mangled name.
func (s *scope) sym(name string) *symbol {
	y := s.syms[name]
	if y == nil {
		y = &symbol{name: name}
		s.syms[name] = y
		s.order = append(s.order, y)
	}
	return y
}

// mangle applies the rule for private names of classes.
func mangle(private, name string) string {
	if private == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	private = strings.TrimLeft(private, "_")
	if private == "" {
		return name
	}
	return "_" + private + name
}

func (s *scope) mangle(name string) string {
	if s.mangleOnly != nil && !s.mangleOnly[name] {
		return name
	}
	return mangle(s.private, name)
}

// add records an occurrence of name in scope s.
func (st *symtable) addTo(s *scope, name string, flag symFlags, pos *ast.Pos) {
	if s.unevaluated {
		return
	}
	name = s.mangle(name)
	y := s.sym(name)
	if flag&defParam != 0 && y.flags&defParam != 0 {
		st.c.fail(pos, "duplicate argument '%s' in function definition", name)
	}
	if flag&defTypeParam != 0 && y.flags&defTypeParam != 0 {
		st.c.fail(pos, "duplicate type parameter '%s'", name)
	}
	y.flags |= flag
	if flag&defGlobal != 0 && !st.top.unevaluated {
		// What is global anywhere is global at the top, where it would else
		// be a name of the locals that exec was given.
		st.top.sym(name).flags |= defGlobal
	}
	if s.compTarget && flag&defLocal != 0 {
		if y.flags&(defGlobal|defNonlocal) != 0 {
			st.c.fail(pos, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		y.flags |= defCompIter
	}
	if flag&defParam != 0 {
		s.params = append(s.params, name)
	}
}

func (st *symtable) add(name string, flag symFlags, pos *ast.Pos) {
	st.addTo(st.cur, name, flag, pos)
}

// bind records a binding, after the checks on the name.
func (st *symtable) bind(name string, flag symFlags, pos *ast.Pos) {
	if name == "__debug__" {
		st.c.fail(pos, "cannot assign to __debug__")
	}
	st.add(name, flag, pos)
}
