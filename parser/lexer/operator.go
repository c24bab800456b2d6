package lexer

import (
	"fmt"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// plain holds the one-character operators, withEqual the types of the
// operator followed by "=".
var plain = [128]token.Type{
	'(': token.LPar, ')': token.RPar, '[': token.LSqb, ']': token.RSqb, '{': token.LBrace, '}': token.RBrace,
	':': token.Colon, ',': token.Comma, ';': token.Semi, '.': token.Dot, '=': token.Equal, '!': token.Exclam,
	'@': token.At, '~': token.Tilde, '+': token.Plus, '-': token.Minus, '*': token.Star, '/': token.Slash,
	'%': token.Percent, '|': token.Vbar, '&': token.Amper, '^': token.Circumflex, '<': token.Less, '>': token.Greater,
}

var withEqual = [128]token.Type{
	':': token.ColonEqual, '=': token.EqEqual, '!': token.NotEqual, '<': token.LessEqual, '>': token.GreaterEqual,
	'@': token.AtEqual, '+': token.PlusEqual, '-': token.MinusEqual, '*': token.StarEqual, '/': token.SlashEqual,
	'%': token.PercentEqual, '|': token.VbarEqual, '&': token.AmperEqual, '^': token.CircumflexEqual,
}

// doubled holds the operators made of one character twice, and their forms
// with "=".
var doubled = [128][2]token.Type{
	'*': {token.DoubleStar, token.DoubleStarEqual}, '/': {token.DoubleSlash, token.DoubleSlashEqual},
	'<': {token.LeftShift, token.LeftShiftEqual}, '>': {token.RightShift, token.RightShiftEqual},
}

func (lx *Lexer) operator(c byte) token.Token {
	switch c {
	case '(', '[', '{':
		return lx.open(c)
	case ')', ']', '}':
		return lx.close(c)
	case ':':
		if lx.specStarts() {
			f := &lx.fstrings[len(lx.fstrings)-1]
			f.literal, f.inSpec = true, true
			return lx.tok(token.Colon, lx.pos+1)
		}
	case '.':
		if lx.peek(1) == '.' && lx.peek(2) == '.' {
			return lx.tok(token.Ellipsis, lx.pos+3)
		}
		if classes[lx.peek(1)] == digit {
			return lx.number()
		}
		return lx.tok(token.Dot, lx.pos+1)
	case ',', ';', '~':
		return lx.tok(plain[c], lx.pos+1)
	}
	next := lx.peek(1)
	switch {
	case next == c && doubled[c][0] != 0:
		if lx.peek(2) == '=' {
			return lx.tok(doubled[c][1], lx.pos+3)
		}
		return lx.tok(doubled[c][0], lx.pos+2)
	case next == '=' && withEqual[c] != 0:
		return lx.tok(withEqual[c], lx.pos+2)
	case c == '-' && next == '>':
		return lx.tok(token.Arrow, lx.pos+2)
	case c == '<' && next == '>':
		return lx.tok(token.NotEqual, lx.pos+2)
	}
	return lx.tok(plain[c], lx.pos+1)
}

func (lx *Lexer) open(c byte) token.Token {
	if len(lx.parens) >= maxParens {
		lx.failHere(lx.pos, -1, "too many nested parentheses")
		return lx.errTok()
	}
	lx.parens = append(lx.parens, Bracket{c, int32(lx.line), int32(lx.pos - lx.lineStart)})
	if n := len(lx.fstrings); n > 0 {
		lx.fstrings[n-1].depth++
	}
	return lx.tok(plain[c], lx.pos+1)
}

func (lx *Lexer) close(c byte) token.Token {
	var f *fstring
	if n := len(lx.fstrings); n > 0 {
		f = &lx.fstrings[n-1]
		if f.depth == 0 && c == '}' {
			lx.failHere(lx.pos, -1, f.kind()+": single '}' is not allowed")
			return lx.errTok()
		}
	}
	n := len(lx.parens)
	if lx.Loose && f == nil {
		lx.parens = lx.parens[:max(n-1, 0)]
		return lx.tok(plain[c], lx.pos+1)
	}
	if n == 0 || f != nil && f.depth == 0 {
		lx.failHere(lx.pos, -1, fmt.Sprintf("unmatched '%c'", c))
		return lx.errTok()
	}
	top := lx.parens[n-1]
	if top.Char != opening(c) {
		lx.mismatch(c, top, f)
		return lx.errTok()
	}
	lx.parens = lx.parens[:n-1]
	t := lx.tok(plain[c], lx.pos+1)
	if f != nil {
		f.depth--
		if c == '}' && f.depth == f.fields-1 {
			f.fields--
			f.literal = true
			f.inSpec = f.fields > 0
		}
	}
	return t
}

func (lx *Lexer) mismatch(c byte, top Bracket, f *fstring) {
	switch {
	case f != nil && top.Char == '{' && f.depth == f.fields:
		lx.failHere(lx.pos, -1, fmt.Sprintf("%s: unmatched '%c'", f.kind(), c))
	case top.Line != int32(lx.line):
		lx.failHere(lx.pos, -1, fmt.Sprintf(
			"closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, top.Char, top.Line))
	default:
		lx.failHere(lx.pos, -1, fmt.Sprintf(
			"closing parenthesis '%c' does not match opening parenthesis '%c'", c, top.Char))
	}
}

func opening(c byte) byte {
	switch c {
	case ')':
		return '('
	case ']':
		return '['
	}
	return '{'
}

// neverClosed is the error about an open bracket at the end of the source.
func neverClosed(b Bracket) *token.Problem {
	return &token.Problem{
		Msg: fmt.Sprintf("'%c' was never closed", b.Char),
		Pos: ast.Pos{Line: b.Line, Col: b.Col},
		End: token.EndZero, AtEOF: true, Unclosed: true,
	}
}
