package grammar

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/token"
)

func (s *matchStmt) convert(p *expr.Parser) ast.Stmt {
	n := &ast.Match{Subject: s.Subject, Cases: make([]*ast.MatchCase, len(s.Cases))}
	for i, c := range s.Cases {
		n.Cases[i] = &ast.MatchCase{Pattern: c.Patterns.convert(p), Guard: c.Guard, Body: stmts(c.Body)}
	}
	n.Pos = span(s.Tokens)
	return n
}

func (s *openPattern) convert(p *expr.Parser) ast.Pattern {
	if len(s.Items) == 1 && !s.Comma {
		if s.Items[0].As == nil {
			p.Syntax()
		}
		return s.Items[0].As.convert(p)
	}
	return &ast.MatchSequence{Pos: span(s.Tokens), Patterns: s.patterns(p)}
}

func (s *openPattern) patterns(p *expr.Parser) []ast.Pattern {
	if s == nil {
		return nil
	}
	list := make([]ast.Pattern, len(s.Items))
	for i, item := range s.Items {
		if item.As != nil {
			list[i] = item.As.convert(p)
		} else {
			list[i] = &ast.MatchStar{Pos: span(item.Tokens), Name: capture(item.Star)}
		}
	}
	return list
}

// capture is the name that a pattern binds, "" for the wildcard.
func capture(t token.Token) string {
	if t.Value == "_" {
		return ""
	}
	return ident(t)
}

func (s *asPattern) convert(p *expr.Parser) ast.Pattern {
	var n ast.Pattern
	if len(s.Or) == 1 {
		n = s.Or[0].convert(p)
	} else {
		or := &ast.MatchOr{Patterns: make([]ast.Pattern, len(s.Or))}
		for i, c := range s.Or {
			or.Patterns[i] = c.convert(p)
		}
		or.Pos = token.Span(first(s.Or[0].Tokens), last(s.Or[len(s.Or)-1].Tokens))
		n = or
	}
	if s.As.Type == 0 {
		return n
	}
	if s.As.Value == "_" {
		p.Fail(token.Span(&s.As, &s.As), "cannot use '_' as a target")
	}
	return &ast.MatchAs{Pos: span(s.Tokens), Pattern: n, Name: ident(s.As)}
}

func last(tokens []token.Token) *token.Token { return &tokens[len(tokens)-1] }

func (s *closedPattern) convert(p *expr.Parser) ast.Pattern {
	pos := span(s.Tokens)
	switch {
	case s.Number != nil:
		return &ast.MatchValue{Pos: pos, Value: s.Number}
	case s.String != nil:
		return &ast.MatchValue{Pos: pos, Value: s.String}
	case s.Constant.Type > 0:
		return &ast.MatchSingleton{Pos: pos, Value: expr.Constant(&s.Constant).Value}
	case s.Class != nil:
		return s.Class.convert(p, pos)
	case s.Value != nil:
		return &ast.MatchValue{Pos: pos, Value: p.Dotted(s.Value)}
	case s.Capture.Type > 0:
		return &ast.MatchAs{Pos: pos, Name: capture(s.Capture)}
	case s.Paren != nil:
		return s.Paren.convert(p, pos)
	case s.List != nil:
		return &ast.MatchSequence{Pos: pos, Patterns: s.List.Inner.patterns(p)}
	}
	return s.Mapping.convert(p, pos)
}

// convert makes a group of one pattern, or a sequence.
func (s *parenPattern) convert(p *expr.Parser, pos ast.Pos) ast.Pattern {
	if in := s.Inner; in != nil && len(in.Items) == 1 && !in.Comma {
		return in.convert(p)
	}
	return &ast.MatchSequence{Pos: pos, Patterns: s.Inner.patterns(p)}
}

func (s *mapPattern) convert(p *expr.Parser, pos ast.Pos) ast.Pattern {
	n := &ast.MatchMapping{Pos: pos}
	for i, item := range s.Items {
		if item.Rest.Type > 0 {
			if i != len(s.Items)-1 || item.Rest.Value == "_" {
				p.Syntax()
			}
			n.Rest = ident(item.Rest)
			continue
		}
		var key ast.Expr = item.Key
		if item.Value != nil {
			key = p.Dotted(item.Value)
		}
		n.Keys = append(n.Keys, key)
		n.Patterns = append(n.Patterns, item.As.convert(p))
	}
	return n
}

func (s *classPattern) convert(p *expr.Parser, pos ast.Pos) ast.Pattern {
	n := &ast.MatchClass{Pos: pos, Cls: p.Dotted(s.Name)}
	for _, arg := range s.Args {
		pattern := arg.As.convert(p)
		switch {
		case arg.Name.Type > 0:
			n.KwdAttrs = append(n.KwdAttrs, ident(arg.Name))
			n.KwdPatterns = append(n.KwdPatterns, pattern)
		case n.KwdAttrs != nil:
			p.Fail(*pattern.Position(), "positional patterns follow keyword patterns")
		default:
			n.Patterns = append(n.Patterns, pattern)
		}
	}
	return n
}
