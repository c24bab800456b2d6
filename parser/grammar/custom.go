package grammar

import (
	"sync"

	"github.com/alecthomas/participle/v2"
	plexer "github.com/alecthomas/participle/v2/lexer"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// The custom productions: parts of a statement that Go code parses. Participle
// tells them apart by their interface type, so each has its own.
type (
	exprNode       interface{ ast.Expr }       // expression
	namedNode      interface{ ast.Expr }       // named_expression
	starsNode      interface{ ast.Expr }       // star_expressions
	starNode       interface{ ast.Expr }       // expression or *expression
	optionalNode   interface{ ast.Expr }       // expressions, or no match
	maybeNode      interface{ ast.Expr }       // expression, or no match
	targetsNode    interface{ ast.Expr }       // star_targets
	subjectNode    interface{ ast.Expr }       // what match looks at
	numberNode     interface{ ast.Expr }       // signed or complex number
	stringsNode    interface{ ast.Expr }       // string literals
	keyNode        interface{ ast.Expr }       // literal key of a mapping pattern
	delNode        interface{ list() exprs }   // del_targets
	itemsNode      interface{ items() items }  // with_items
	blockNode      interface{ stmts() block }  // ":" and statements
	parametersNode interface{ args() *params } // parameters
	argumentsNode  interface{ call() *arguments }
)

type (
	exprs     []ast.Expr
	items     []*ast.Withitem
	block     []ast.Stmt
	params    ast.Arguments
	arguments struct {
		args     []ast.Expr
		keywords []*ast.Keyword
	}
)

func (l exprs) list() exprs           { return l }
func (l items) items() items          { return l }
func (b block) stmts() block          { return b }
func (p *params) args() *params       { return p }
func (a *arguments) call() *arguments { return a }

// custom makes a participle option of a parse function.
func custom[T any](parse func(p *expr.Parser, lex *plexer.PeekingLexer) T) participle.Option {
	return participle.ParseTypeWith(func(lex *plexer.PeekingLexer) (T, error) {
		p := expr.From(lex)
		v := parse(p, lex)
		p.Leave(lex)
		return v, nil
	})
}

// node is custom for an expression.
func node[T any](parse func(p *expr.Parser) T) participle.Option {
	return participle.ParseTypeWith(func(lex *plexer.PeekingLexer) (T, error) {
		p := expr.From(lex)
		v := parse(p)
		p.Leave(lex)
		return v, nil
	})
}

// optional is node for an expression that may be missing: parse returns nil.
func optional[T comparable](parse func(p *expr.Parser) T) participle.Option {
	return participle.ParseTypeWith(func(lex *plexer.PeekingLexer) (T, error) {
		var none T
		p := expr.From(lex)
		v := parse(p)
		if v == none {
			return none, participle.NextMatch
		}
		p.Leave(lex)
		return v, nil
	})
}

// built is participle's parser, once it is needed.
var built struct {
	once sync.Once
	p    *participle.Parser[root]
}

func parser() *participle.Parser[root] {
	built.once.Do(func() { built.p = participle.MustBuild[root](options()...) })
	return built.p
}

func options() []participle.Option {
	return optionsWith(custom(func(p *expr.Parser, lex *plexer.PeekingLexer) blockNode { return block(parseBlock(p, lex)) }))
}

// optionsWith leaves the parsing of blocks to its argument.
func optionsWith(blocks participle.Option) []participle.Option {
	return []participle.Option{
		blocks,
		participle.Lexer(lexer.Definition{}),
		participle.Elide("SOURCE"),
		node(func(p *expr.Parser) exprNode { return p.Expression() }),
		node(func(p *expr.Parser) namedNode { return p.Named() }),
		node(func(p *expr.Parser) starsNode { return p.Star() }),
		node(func(p *expr.Parser) starNode { return p.StarOrExpression() }),
		node(func(p *expr.Parser) subjectNode { return p.Subject() }),
		node(func(p *expr.Parser) numberNode { return p.SignedNumber() }),
		node(func(p *expr.Parser) stringsNode { return p.PatternString() }),
		node(func(p *expr.Parser) targetsNode {
			targets := p.Targets()
			p.Store(targets)
			return targets
		}),
		optional(func(p *expr.Parser) (key keyNode) {
			if e := p.PatternKey(); e != nil {
				key = e
			}
			return key
		}),
		optional(func(p *expr.Parser) (types optionalNode) {
			if p.AtExpression() {
				types = p.Expressions()
			}
			return types
		}),
		optional(func(p *expr.Parser) (e maybeNode) {
			if p.AtExpression() {
				e = p.Expression()
			}
			return e
		}),
		custom(func(p *expr.Parser, _ *plexer.PeekingLexer) delNode { return exprs(DelTargets(p)) }),
		custom(func(p *expr.Parser, _ *plexer.PeekingLexer) itemsNode { return items(WithItems(p)) }),
		custom(func(p *expr.Parser, _ *plexer.PeekingLexer) parametersNode { return (*params)(p.Parameters()) }),
		custom(func(p *expr.Parser, _ *plexer.PeekingLexer) argumentsNode {
			args, keywords := p.Arguments()
			return &arguments{args, keywords}
		}),
	}
}

var parseOptions = []participle.ParseOption{participle.AllowTrailing(true)}

// produce parses a production at p.
func produce[T any](p *expr.Parser, lex *plexer.PeekingLexer) *T {
	parser, err := participle.ParserForProduction[T](parser())
	if err != nil {
		panic(err) // not named in root
	}
	p.Leave(lex)
	v, err := parser.ParseFromLexer(lex, parseOptions...)
	p.I = max(int(lex.RawCursor()), 1)
	if err != nil {
		p.Syntax()
	}
	return v
}

// first is the first token of a production.
func first(tokens []token.Token) *token.Token {
	if tokens[0].Type == token.Source {
		return &tokens[1]
	}
	return &tokens[0]
}

// span is the range of a production: up to its last token, but for the end of
// its line and block.
func span(tokens []token.Token) ast.Pos {
	return token.Span(first(tokens), lastWord(tokens))
}

// lastWord is the last token that is written out.
func lastWord(tokens []token.Token) *token.Token {
	i := len(tokens) - 1
	for tokens[i].Type == token.Newline || tokens[i].Type == token.Dedent {
		i--
	}
	return &tokens[i]
}
