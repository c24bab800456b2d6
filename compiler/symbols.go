package compiler

import (
	"slices"
	"strings"

	"github.com/gopy-lang/gopy/ast"
)

// Scope is a block of a program as the module symtable shows it.
type Scope struct {
	Kind     string // module, function, class, annotation, type alias, type parameters or type variable
	Name     string
	Line     int
	Nested   bool
	Params   []string
	Symbols  []Symbol
	Children []*Scope
}

// Symbol is a name of a block. Flags are CPython's: how the name occurs, and
// from bit 12 on what it is.
type Symbol struct {
	Name  string
	Flags int
}

// CPython's flags of symbols.
const (
	pyGlobal = 1 << iota
	pyLocal
	pyParam
	pyNonlocal
	pyUse
	_
	pyFreeClass
	pyImport
	pyAnnot
	pyCompIter
	pyTypeParam
	pyCompCell

	pyScopeOff = 12
)

// flagPairs maps how a name occurs to CPython's flags.
var flagPairs = [...]struct {
	flag symFlags
	py   int
}{
	{defGlobal, pyGlobal}, {defLocal, pyLocal}, {defParam, pyParam}, {defNonlocal, pyNonlocal}, {symUse, pyUse}, {defImport, pyImport},
	{defAnnot, pyAnnot}, {defTypeParam, pyTypeParam}, {defCompIter, pyCompIter}, {defFreeClass, pyFreeClass},
}

var scopeNumbers = [...]int{isLocal: 1, isGlobalExplicit: 2, isGlobalImplicit: 3, isFree: 4, isCell: 5}

var scopeKinds = [...]string{moduleScope: "module", classScope: "class", functionScope: "function", annotationScope: "annotation",
	typeAliasScope: "type alias", typeParamsScope: "type parameters", typeVarScope: "type variable"}

// Symbols returns the symbol table of a program.
func Symbols(mod ast.Mod, opt Options) (top *Scope, err error) {
	c := newCompiler(opt)
	defer catch(&err)
	body, err := c.bodyOf(mod)
	if err != nil {
		return nil, err
	}
	c.futures(body)
	c.st = newSymtable(c)
	c.st.build(mod, body)
	return c.st.scopes[scopeKey{mod, keyBody}].export(), nil
}

func (s *scope) export() *Scope {
	out := &Scope{Kind: scopeKinds[s.kind], Name: s.publicName(), Line: int(s.pos.Line), Nested: s.nested, Params: s.params}
	at := map[string]int{}
	for _, y := range s.order {
		at[y.name] = len(out.Symbols)
		out.Symbols = append(out.Symbols, Symbol{y.name, y.pyFlags()})
	}
	for _, ch := range s.children {
		e := ch.export()
		if !ch.inlined {
			out.Children = append(out.Children, e)
			continue
		}
		// The names of an inlined comprehension are those of the block around it.
		out.Children = append(out.Children, e.Children...)
		for _, y := range e.Symbols {
			if i, ok := at[y.Name]; ok || y.Flags&pyParam != 0 {
				if res := y.Flags >> pyScopeOff; ok && s.kind != classScope && res != scopeNumbers[isLocal] && res != scopeNumbers[isCell] {
					out.Symbols[i].Flags |= y.Flags & pyUse
				}
				continue
			}
			if y.Flags>>pyScopeOff == scopeNumbers[isCell] {
				y.Flags |= pyCompCell
			}
			at[y.Name] = len(out.Symbols)
			out.Symbols = append(out.Symbols, y)
		}
	}
	return out
}

// publicName is the name without what marks it as made by the compiler.
func (s *scope) publicName() string {
	name := strings.TrimSuffix(strings.TrimPrefix(s.name, "<"), ">")
	return strings.TrimPrefix(name, "generic parameters of ")
}

func (y *symbol) pyFlags() int {
	flags := 0
	for _, p := range flagPairs {
		if y.flags&p.flag != 0 {
			flags |= p.py
		}
	}
	if slices.Contains([]string{".format", ".type_params", ".generic_base"}, y.name) && flags&(pyParam|pyLocal) != 0 {
		flags |= pyUse
	}
	return flags | scopeNumbers[y.res]<<pyScopeOff
}
