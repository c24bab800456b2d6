package grammar

import (
	"strings"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// This file turns productions into nodes.

// ident is a captured name, or "" where there was none.
func ident(t token.Token) string { return lexer.Normalize(t.Value) }

func names(list []string) []string {
	for i, s := range list {
		list[i] = lexer.Normalize(s)
	}
	return list
}

// dotted joins the tokens of a module's name.
func dotted(toks []token.Token) string {
	if len(toks) == 1 {
		return ident(toks[0])
	}
	var b strings.Builder
	for i := range toks {
		b.WriteString(ident(toks[i]))
	}
	return b.String()
}

// stmts are the statements of a block, which may be missing.
func stmts(b blockNode) []ast.Stmt {
	if b == nil {
		return nil
	}
	return b.stmts()
}

func (s *importStmt) convert() ast.Stmt {
	n := &ast.Import{Pos: span(s.Tokens), Names: make([]*ast.Alias, len(s.Names))}
	for i, name := range s.Names {
		n.Names[i] = &ast.Alias{Pos: span(name.Tokens), Name: dotted(name.Name), Asname: ident(name.As)}
	}
	return n
}

func (s *fromStmt) convert(p *expr.Parser) ast.Stmt {
	n := &ast.ImportFrom{Pos: span(s.Tokens), Module: dotted(s.Module)}
	for i := range s.Dots {
		n.Level += len(s.Dots[i].Value)
	}
	if n.Level == 0 && n.Module == "" {
		p.Syntax()
	}
	if s.Star.Type == token.Star {
		n.Names = []*ast.Alias{{Pos: token.Span(&s.Star, &s.Star), Name: "*"}}
		return n
	}
	list := append(s.Paren, s.Names...)
	n.Names = make([]*ast.Alias, len(list))
	for i, name := range list {
		n.Names[i] = &ast.Alias{Pos: span(name.Tokens), Name: ident(name.Name), Asname: ident(name.As)}
	}
	if n.Module == "__future__" && n.Level == 0 {
		CheckFuture(p, n)
	}
	return n
}

// CheckFuture refuses features that are not there.
func CheckFuture(p *expr.Parser, n *ast.ImportFrom) {
	for _, a := range n.Names {
		if msg := BadFuture(a.Name); msg != "" {
			p.Fail(a.Pos, msg)
		}
		p.Diamond = p.Diamond || a.Name == DiamondFuture
	}
}

// DiamondFuture is the future statement of PEP 401.
const DiamondFuture = "barry_as_FLUFL"

// BadFuture is what is wrong with a future statement's feature.
func BadFuture(name string) string {
	switch name {
	case "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
		"unicode_literals", DiamondFuture, "generator_stop", "annotations":
		return ""
	case "braces":
		return "not a chance"
	}
	return "future feature " + name + " is not defined"
}

func (s *globalStmt) convert() ast.Stmt {
	return &ast.Global{Pos: span(s.Tokens), Names: names(s.Names)}
}

func (s *nonlocalStmt) convert() ast.Stmt {
	return &ast.Nonlocal{Pos: span(s.Tokens), Names: names(s.Names)}
}

func (s *assertStmt) convert() ast.Stmt {
	return &ast.Assert{Pos: span(s.Tokens), Test: s.Test, Msg: s.Msg}
}

func (s *raiseStmt) convert(p *expr.Parser) ast.Stmt {
	if s.Exc == nil && s.Cause != nil {
		p.Syntax()
	}
	return &ast.Raise{Pos: span(s.Tokens), Exc: s.Exc, Cause: s.Cause}
}

func (s *delStmt) convert() ast.Stmt {
	return &ast.Delete{Pos: span(s.Tokens), Targets: s.Targets.list()}
}

func (s *typeStmt) convert(p *expr.Parser) ast.Stmt {
	name := p.Dotted([]token.Token{s.Name}).(*ast.Name)
	name.Ctx = ast.Store
	return &ast.TypeAlias{Pos: span(s.Tokens), Name: name, TypeParams: typeParams(p, s.Params), Value: s.Value}
}

func typeParams(p *expr.Parser, list []*typeParam) []ast.TypeParam {
	if len(list) == 0 {
		return nil
	}
	out := make([]ast.TypeParam, len(list))
	for i, tp := range list {
		out[i] = tp.convert(p)
	}
	return out
}

func (s *typeParam) convert(p *expr.Parser) ast.TypeParam {
	pos, name := span(s.Tokens), ident(s.Name)
	if _, starred := s.Default.(*ast.Starred); starred && s.Stars.Type != token.Star || s.Stars.Type > 0 && s.Bound != nil {
		p.Syntax()
	}
	switch s.Stars.Type {
	case token.Star:
		return &ast.TypeVarTuple{Pos: pos, Name: name, DefaultValue: s.Default}
	case token.DoubleStar:
		return &ast.ParamSpec{Pos: pos, Name: name, DefaultValue: s.Default}
	}
	return &ast.TypeVar{Pos: pos, Name: name, Bound: s.Bound, DefaultValue: s.Default}
}

func (s *whileStmt) convert() ast.Stmt {
	n := &ast.While{Test: s.Test, Body: stmts(s.Body), Orelse: stmts(s.Else)}
	n.Pos = span(s.Tokens)
	return n
}

func (s *forStmt) convert() ast.Stmt {
	n := &ast.For{Target: s.Target, Iter: s.Iter, Body: stmts(s.Body), Orelse: stmts(s.Else)}
	n.Pos = span(s.Tokens)
	return n
}

func (s *withStmt) convert() ast.Stmt {
	n := &ast.With{Items: s.Items.items(), Body: stmts(s.Body)}
	n.Pos = span(s.Tokens)
	return n
}

func (s *tryStmt) convert(p *expr.Parser) ast.Stmt {
	body, orelse, final := stmts(s.Body), stmts(s.Else), stmts(s.Finally)
	if len(s.Handlers) == 0 && (len(final) == 0 || orelse != nil) {
		p.Syntax()
	}
	pos := span(s.Tokens)
	star := false
	handlers := make([]*ast.ExceptHandler, len(s.Handlers))
	for i, h := range s.Handlers {
		handlers[i] = h.convert(p)
		pos = span(s.Tokens)
		hasStar := h.Star.Type == token.Star
		if i > 0 && hasStar != star || hasStar && h.Type == nil {
			p.Syntax()
		}
		star = hasStar
	}
	for _, b := range [][]ast.Stmt{orelse, final} {
		if len(b) > 0 {
			pos = span(s.Tokens)
		}
	}
	if star {
		return &ast.TryStar{Pos: pos, Body: body, Handlers: handlers, Orelse: orelse, Finalbody: final}
	}
	return &ast.Try{Pos: pos, Body: body, Handlers: handlers, Orelse: orelse, Finalbody: final}
}

func (h *handler) convert(p *expr.Parser) *ast.ExceptHandler {
	n := &ast.ExceptHandler{Type: h.Type, Name: ident(h.Name), Body: stmts(h.Body)}
	n.Pos = span(h.Tokens)
	if n.Name != "" {
		if tuple, ok := n.Type.(*ast.Tuple); n.Type == nil || ok && len(tuple.Elts) > 0 && tuple.Col == tuple.Elts[0].Position().Col && tuple.Line == tuple.Elts[0].Position().Line {
			p.Syntax() // a tuple without parentheses
		}
	}
	return n
}

func (s *classStmt) convert(p *expr.Parser, decorators []ast.Expr) ast.Stmt {
	n := &ast.ClassDef{Name: ident(s.Name), Body: stmts(s.Body), DecoratorList: decorators, TypeParams: typeParams(p, s.Params)}
	if s.Args != nil {
		args := s.Args.call()
		n.Bases, n.Keywords = args.args, args.keywords
	}
	n.Pos = span(s.Tokens)
	return n
}

func (s *defStmt) convert(p *expr.Parser, decorators []ast.Expr) *ast.FunctionDef {
	n := &ast.FunctionDef{
		Name: ident(s.Name), Args: (*ast.Arguments)(s.Args.args()), Body: stmts(s.Body), DecoratorList: decorators,
		Returns: s.Returns, TypeParams: typeParams(p, s.Params),
	}
	n.Pos = span(s.Tokens)
	return n
}

func (s *asyncStmt) convert(p *expr.Parser) ast.Stmt {
	switch {
	case s.Def != nil:
		return asyncDefinition(s.Tokens, s.Def.convert(p, nil))
	case s.For != nil:
		n := s.For.convert().(*ast.For)
		return &ast.AsyncFor{Pos: span(s.Tokens), Target: n.Target, Iter: n.Iter, Body: n.Body, Orelse: n.Orelse}
	}
	n := s.With.convert().(*ast.With)
	return &ast.AsyncWith{Pos: span(s.Tokens), Items: n.Items, Body: n.Body}
}

// asyncDefinition makes n's fields those of an async function.
func asyncDefinition(tokens []token.Token, n *ast.FunctionDef) ast.Stmt {
	a := ast.AsyncFunctionDef(*n)
	a.Pos = span(tokens)
	return &a
}

func (s *decorated) convert(p *expr.Parser) ast.Stmt {
	decorators := make([]ast.Expr, len(s.Decorators))
	for i, d := range s.Decorators {
		decorators[i] = d
	}
	switch {
	case s.Def != nil:
		return s.Def.convert(p, decorators)
	case s.Class != nil:
		return s.Class.convert(p, decorators)
	}
	return asyncDefinition(s.Async.Tokens, s.Async.Def.convert(p, decorators))
}
