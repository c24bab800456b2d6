package grammar

import (
	"github.com/gopy-lang/gopy/parser/token"
)

// The productions. A field Tokens holds all tokens of its production, from
// which positions are taken; it may begin with the elided SOURCE token.

// root makes every production that is parsed on its own known to participle.
type root struct {
	Import     *importStmt   `parser:"@@"`
	ImportFrom *fromStmt     `parser:"| @@"`
	Global     *globalStmt   `parser:"| @@"`
	Nonlocal   *nonlocalStmt `parser:"| @@"`
	Assert     *assertStmt   `parser:"| @@"`
	Raise      *raiseStmt    `parser:"| @@"`
	Del        *delStmt      `parser:"| @@"`
	TypeAlias  *typeStmt     `parser:"| @@"`
	While      *whileStmt    `parser:"| @@"`
	For        *forStmt      `parser:"| @@"`
	Try        *tryStmt      `parser:"| @@"`
	With       *withStmt     `parser:"| @@"`
	Class      *classStmt    `parser:"| @@"`
	Def        *defStmt      `parser:"| @@"`
	Async      *asyncStmt    `parser:"| @@"`
	Decorated  *decorated    `parser:"| @@"`
	Match      *matchStmt    `parser:"| @@"`
}

type importStmt struct {
	Tokens []token.Token
	Names  []*importName `parser:"IMPORT @@ ( COMMA @@ )*"`
}

type importName struct {
	Tokens []token.Token
	Name   []token.Token `parser:"@( NAME ( DOT NAME )* )"`
	As     token.Token   `parser:"( AS @NAME )?"`
}

type fromStmt struct {
	Tokens []token.Token
	Dots   []token.Token `parser:"FROM @( ( DOT | ELLIPSIS )+ )?"`
	Module []token.Token `parser:"@( NAME ( DOT NAME )* )?"`
	Star   token.Token   `parser:"IMPORT ( @STAR"`
	Paren  []*fromName   `parser:"| LPAR @@ ( COMMA @@ )* COMMA? RPAR"`
	Names  []*fromName   `parser:"| @@ ( COMMA @@ )* )"`
}

type fromName struct {
	Tokens []token.Token
	Name   token.Token `parser:"@NAME"`
	As     token.Token `parser:"( AS @NAME )?"`
}

type globalStmt struct {
	Tokens []token.Token
	Names  []string `parser:"GLOBAL @NAME ( COMMA @NAME )*"`
}

type nonlocalStmt struct {
	Tokens []token.Token
	Names  []string `parser:"NONLOCAL @NAME ( COMMA @NAME )*"`
}

type assertStmt struct {
	Tokens []token.Token
	Test   exprNode `parser:"ASSERT @@"`
	Msg    exprNode `parser:"( COMMA @@ )?"`
}

type raiseStmt struct {
	Tokens []token.Token
	Exc    maybeNode `parser:"RAISE @@?"`
	Cause  exprNode  `parser:"( FROM @@ )?"`
}

type delStmt struct {
	Tokens  []token.Token
	Targets delNode `parser:"DEL @@"`
}

type typeStmt struct {
	Tokens []token.Token
	Name   token.Token  `parser:"'type':NAME @NAME"`
	Params []*typeParam `parser:"( LSQB @@ ( COMMA @@ )* COMMA? RSQB )?"`
	Value  exprNode     `parser:"EQUAL @@"`
}

type typeParam struct {
	Tokens  []token.Token
	Stars   token.Token `parser:"( @( STAR | DOUBLESTAR ) )?"`
	Name    token.Token `parser:"@NAME"`
	Bound   exprNode    `parser:"( COLON @@ )?"`
	Default starNode    `parser:"( EQUAL @@ )?"`
}

type whileStmt struct {
	Tokens []token.Token
	Test   namedNode `parser:"WHILE @@"`
	Body   blockNode `parser:"@@"`
	Else   blockNode `parser:"( ELSE @@ )?"`
}

type forStmt struct {
	Tokens []token.Token
	Target targetsNode `parser:"FOR @@"`
	Iter   starsNode   `parser:"IN @@"`
	Body   blockNode   `parser:"@@"`
	Else   blockNode   `parser:"( ELSE @@ )?"`
}

type tryStmt struct {
	Tokens   []token.Token
	Body     blockNode  `parser:"TRY @@"`
	Handlers []*handler `parser:"@@*"`
	Else     blockNode  `parser:"( ELSE @@ )?"`
	Finally  blockNode  `parser:"( FINALLY @@ )?"`
}

type handler struct {
	Tokens []token.Token
	Star   token.Token  `parser:"EXCEPT @STAR?"`
	Type   optionalNode `parser:"@@?"`
	Name   token.Token  `parser:"( AS @NAME )?"`
	Body   blockNode    `parser:"@@"`
}

type withStmt struct {
	Tokens []token.Token
	Items  itemsNode `parser:"WITH @@"`
	Body   blockNode `parser:"@@"`
}

type classStmt struct {
	Tokens []token.Token
	Name   token.Token   `parser:"CLASS @NAME"`
	Params []*typeParam  `parser:"( LSQB @@ ( COMMA @@ )* COMMA? RSQB )?"`
	Args   argumentsNode `parser:"( LPAR @@ )?"`
	Body   blockNode     `parser:"@@"`
}

type defStmt struct {
	Tokens  []token.Token
	Name    token.Token    `parser:"DEF @NAME"`
	Params  []*typeParam   `parser:"( LSQB @@ ( COMMA @@ )* COMMA? RSQB )?"`
	Args    parametersNode `parser:"LPAR @@ RPAR"`
	Returns exprNode       `parser:"( RARROW @@ )?"`
	Body    blockNode      `parser:"@@"`
}

type asyncStmt struct {
	Tokens []token.Token
	Def    *defStmt  `parser:"ASYNC ( @@"`
	For    *forStmt  `parser:"| @@"`
	With   *withStmt `parser:"| @@ )"`
}

type asyncDef struct {
	Tokens []token.Token
	Def    *defStmt `parser:"ASYNC @@"`
}

type decorated struct {
	Decorators []namedNode `parser:"( AT @@ NEWLINE )+"`
	Def        *defStmt    `parser:"( @@"`
	Class      *classStmt  `parser:"| @@"`
	Async      *asyncDef   `parser:"| @@ )"`
}
