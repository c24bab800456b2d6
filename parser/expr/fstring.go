package expr

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// fstring parses an f- or t-string (section 2.4.3) into ps.
func (p *Parser) fstring(ps *pieces) {
	open := p.Cur()
	p.I++
	p.Enter()
	raw := strings.ContainsAny(open.Value, "rR")
	for !p.Accept(token.FEnd) {
		p.fpiece(ps, open.Type == token.TStart, raw)
	}
	p.Exit()
}

// fpiece parses literal text or a replacement field.
func (p *Parser) fpiece(ps *pieces, template, raw bool) {
	t := p.Cur()
	switch t.Type {
	case token.FMiddle:
		p.I++
		ps.constant(p.Since(t), p.middle(t, raw), "")
	case token.LBrace:
		p.replacement(ps, template, raw)
	default:
		p.Syntax()
	}
}

// middle decodes literal text.
func (p *Parser) middle(t *token.Token, raw bool) string {
	text := t.Value
	if !raw && strings.IndexByte(text, '\\') >= 0 {
		text = p.unescapeMiddle(t, text)
	} else if strings.Contains(text, "{{") || strings.Contains(text, "}}") {
		text = undouble(text)
	}
	return text
}

// undouble replaces {{ and }}. Text with a single brace does not exist.
func undouble(text string) string {
	text = strings.ReplaceAll(text, "{{", "{")
	return strings.ReplaceAll(text, "}}", "}")
}

// unescapeMiddle decodes escapes and doubled braces in one pass, since \N{...}
// holds single braces and an escape may yield one.
func (p *Parser) unescapeMiddle(t *token.Token, text string) string {
	e := escapes{p: p, tok: t, body: text}
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '\\':
			if i+1 < len(text) && (text[i+1] == '{' || text[i+1] == '}') || i+1 == len(text) {
				e.braceWarning(i)
				e.WriteByte('\\')
				i++
			} else {
				i = e.escape(i)
			}
		case '{', '}':
			e.WriteByte(c)
			i += 2
			if i > len(text) || text[i-1] != c {
				i--
			}
		default:
			e.WriteByte(c)
			i++
		}
	}
	return e.String()
}

func (e *escapes) braceWarning(i int) {
	brace := "{"
	if i+1 < len(e.body) {
		brace = e.body[i+1 : i+2]
	} else if next := e.p.Cur(); next.Type != token.LBrace {
		brace = "}"
	}
	e.warn(i, fmt.Sprintf(`"\%s" is an invalid escape sequence. Did you mean "\\%s"? A raw string is also an option.`, brace, brace))
}

// replacement parses a replacement field.
func (p *Parser) replacement(ps *pieces, template, raw bool) {
	brace := p.Cur()
	p.I++
	p.enterBracket()
	outer := p.field
	kind := "f-string"
	if template || p.inSpec && p.field == "t-string" {
		kind = "t-string"
	}
	if !p.startsField(p.Tok()) {
		p.badField(kind)
	}
	p.field = kind
	start := p.I
	value := p.fieldValue(kind)
	after := p.Cur() // the expression's source ends here
	debug := p.Accept(token.Equal)
	textEnd := p.Cur()
	conversion := -1
	if p.Accept(token.Exclam) {
		conversion = p.conversion(kind)
	}
	var spec ast.Expr
	if p.Tok() == token.Colon {
		spec = p.spec(raw)
	}
	if p.Tok() != token.RBrace {
		p.fieldEnd(kind, debug, conversion >= 0, spec != nil)
	}
	p.exitBracket()
	p.field = outer
	p.I++
	if debug {
		p.debugText(ps, start-1, textEnd)
		if conversion < 0 && spec == nil {
			conversion = 'r'
		}
	}
	pos := p.Since(brace)
	if template {
		str := p.fieldText(start-1, after)
		ps.value(&ast.Interpolation{Pos: pos, Value: value, Str: str, Conversion: conversion, FormatSpec: spec})
		return
	}
	ps.value(&ast.FormattedValue{Pos: pos, Value: value, Conversion: conversion, FormatSpec: spec})
}

// debugText adds the text of a field with "=", from behind token brace to end.
func (p *Parser) debugText(ps *pieces, brace int, end *token.Token) {
	open := &p.Toks[brace]
	pos := ast.Pos{Line: int32(open.Pos.Line), Col: int32(open.Pos.Column)}
	pos.EndLine, pos.EndCol = token.Start(end)
	ps.constant(pos, p.fieldText(brace, end), "")
}

func (p *Parser) startsField(t token.Type) bool {
	return p.startsExpr(t) || t == token.Star || t == token.Yield
}

// fieldValue parses the expression of a field.
func (p *Parser) fieldValue(kind string) (value ast.Expr) {
	if !p.Strict {
		return p.YieldOrStar()
	}
	start := p.Cur()
	if problem := p.Catch(func() { value = p.YieldOrStar() }); problem != nil {
		if problem.Generic {
			p.FailTok(start, kind+": expecting a valid expression after '{'")
		}
		p.Rethrow(problem)
	}
	return value
}

// conversion parses the letter behind "!".
func (p *Parser) conversion(kind string) int {
	bang, t := p.Prev(), p.Cur()
	switch t.Type {
	case token.Colon, token.RBrace:
		p.FailTok(t, kind+": missing conversion character")
	case token.Name:
	default:
		if !token.IsKeyword(t.Type) {
			p.FailTok(t, kind+": invalid conversion character")
		}
	}
	if t.Pos.Offset != bang.Pos.Offset+1 {
		p.Fail(token.Span(bang, t), kind+": conversion type must come right after the exclamation mark")
	}
	switch t.Value {
	case "s", "r", "a":
	default:
		p.FailTok(t, fmt.Sprintf("%s: invalid conversion character '%s': expected 's', 'r', or 'a'", kind, t.Value))
	}
	p.I++
	return int(t.Value[0])
}

// spec parses ":" and the format spec, up to the closing brace. It is an
// f-string, also inside a t-string.
func (p *Parser) spec(raw bool) ast.Expr {
	colon := p.Expect(token.Colon)
	var ps pieces
	outer := p.inSpec
	p.inSpec = true
	for p.Tok() == token.FMiddle || p.Tok() == token.LBrace {
		p.fpiece(&ps, false, raw)
	}
	ps.closeText()
	p.inSpec = outer
	return &ast.JoinedStr{Pos: p.Since(colon), Values: ps.list}
}

// fieldText is the source between the brace, token i, and the token end, without
// comments.
func (p *Parser) fieldText(i int, end *token.Token) string {
	toks := p.Toks[i:]
	src := p.Src[toks[0].Pos.Offset+1 : end.Pos.Offset]
	if strings.IndexByte(src, '#') < 0 {
		return src
	}
	var b strings.Builder
	base := toks[0].Pos.Offset + 1
	at := 0
	for i := 1; ; i++ {
		t := &toks[i]
		gap := src[at : t.Pos.Offset-base]
		b.WriteString(stripComments(gap))
		if t.Pos.Offset == end.Pos.Offset {
			return b.String()
		}
		at = t.Pos.Offset - base + len(t.Value)
		b.WriteString(t.Value)
	}
}

// stripComments removes comments from text that holds nothing else but space.
func stripComments(gap string) string {
	for {
		i := strings.IndexByte(gap, '#')
		if i < 0 {
			return gap
		}
		j := strings.IndexByte(gap[i:], '\n')
		if j < 0 {
			return gap[:i]
		}
		gap = gap[:i] + gap[i+j:]
	}
}

// badField explains a field without an expression.
func (p *Parser) badField(kind string) {
	t := p.Cur()
	switch t.Type {
	case token.Equal, token.Exclam, token.Colon, token.RBrace:
		p.FailTok(t, fmt.Sprintf("%s: valid expression required before '%s'", kind, t.Value))
	case token.Error:
		p.Syntax()
	}
	_, size := utf8.DecodeRuneInString(t.Value)
	if size == 0 {
		p.Syntax()
	}
	p.FailTok(t, kind+": expecting a valid expression after '{'")
}

// fieldEnd explains what should have followed in a field.
func (p *Parser) fieldEnd(kind string, debug, conversion, spec bool) {
	if p.Tok() == token.Error {
		p.Syntax()
	}
	t := p.Cur()
	switch {
	case spec:
		p.FailTok(t, kind+": expecting '}', or format specs")
	case conversion:
		p.FailTok(t, kind+": expecting ':' or '}'")
	case debug:
		p.FailTok(t, kind+": expecting '!', or ':', or '}'")
	}
	p.FailTok(t, kind+": expecting '=', or '!', or ':', or '}'")
}
