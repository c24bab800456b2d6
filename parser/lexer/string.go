package lexer

import (
	"fmt"
	"strings"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// str scans a string whose quote stands at q and whose prefix, of the given
// kind, starts at pos. F- and t-strings yield their opening only.
func (lx *Lexer) str(q, kind int) token.Token {
	src := lx.src
	c := src[q]
	size := 1
	if lx.at(q+1) == c {
		if lx.at(q+2) != c {
			if kind&(formatPrefix|templatePrefix) == 0 {
				return lx.tok(token.String, q+2)
			}
		} else {
			size = 3
		}
	}
	if kind&(formatPrefix|templatePrefix) != 0 {
		return lx.openFString(q, size, kind)
	}
	if size == 3 {
		return lx.tripleQuoted(q + 3)
	}
	for i := q + 1; i < len(src); i++ {
		switch src[i] {
		case c:
			return lx.multiLine(token.String, i+1)
		case '\\':
			i++
			if i >= len(src)-1 {
				// The next line would go on with the string.
				t := lx.unterminated(c, len(strings.TrimSuffix(src, "\n")))
				lx.Err.AtEOF = true
				return t
			}
		case '\n':
			return lx.unterminated(c, i)
		}
	}
	return lx.unterminated(c, len(src))
}

func (lx *Lexer) tripleQuoted(i int) token.Token {
	src := lx.src
	c := src[i-1]
	for ; i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case c:
			if lx.at(i+1) == c && lx.at(i+2) == c {
				return lx.multiLine(token.String, i+3)
			}
		}
	}
	if lx.missingBrace(strings.Repeat(string(rune(c)), 3)) {
		return lx.errTok()
	}
	last := lx.line + strings.Count(src[lx.pos:], "\n")
	lx.failHere(lx.pos, -1, fmt.Sprintf("unterminated triple-quoted string literal (detected at line %d)", lx.lastLine(last)))
	lx.Err.AtEOF = true
	return lx.errTok()
}

// missingBrace explains quotes that end the f-string around an open field.
func (lx *Lexer) missingBrace(quote string) bool {
	if n := len(lx.fstrings); n > 0 && lx.fstrings[n-1].quote == quote {
		lx.failHere(lx.pos, -1, lx.fstrings[n-1].kind()+": expecting '}'")
		return true
	}
	return false
}

// lastLine is the number of the source's last line, if last counts one more
// for a newline at the end.
func (lx *Lexer) lastLine(last int) int {
	if strings.HasSuffix(lx.src, "\n") {
		last--
	}
	return last
}

// unterminated reports a string without its closing quote; end is the end of
// its last line.
func (lx *Lexer) unterminated(c byte, end int) token.Token {
	if lx.missingBrace(string(rune(c))) {
		return lx.errTok()
	}
	line := lx.line + strings.Count(lx.src[lx.pos:end], "\n")
	msg := fmt.Sprintf("unterminated string literal (detected at line %d)", line)
	text := strings.TrimRight(lx.src[lx.pos:end], " \t")
	if strings.HasSuffix(text, `\`+string(rune(c))) {
		msg += "; perhaps you escaped the end quote?"
	}
	lx.failHere(lx.pos, -1, msg)
	return lx.errTok()
}

// multiLine makes a token that may hold newlines.
func (lx *Lexer) multiLine(typ token.Type, end int) token.Token {
	t := lx.tok(typ, end)
	if i := strings.LastIndexByte(t.Value, '\n'); i >= 0 {
		lx.line += strings.Count(t.Value, "\n")
		lx.lineStart = end - (len(t.Value) - i - 1)
	}
	return t
}

// fstring is the state of an f- or t-string that is being scanned.
type fstring struct {
	quote    string
	start    ast.Pos // of the opening, for errors
	raw      bool
	template bool
	literal  bool // scanning literal text, not a replacement field
	inSpec   bool // the literal text is a format spec
	depth    int  // open brackets inside
	fields   int  // open replacement fields
}

func (f *fstring) kind() string {
	if f.template {
		return "t-string"
	}
	return "f-string"
}

func (lx *Lexer) openFString(q, size, kind int) token.Token {
	if len(lx.fstrings) >= maxFString-1 {
		lx.failHere(q+size-1, -1, "too many nested f-strings or t-strings")
		return lx.errTok()
	}
	typ := token.FStart
	if kind&templatePrefix != 0 {
		typ = token.TStart
	}
	f := fstring{quote: lx.src[q : q+size], raw: kind&rawPrefix != 0, template: typ == token.TStart, literal: true}
	f.start.Line, f.start.Col = lx.At()
	lx.fstrings = append(lx.fstrings, f)
	return lx.tok(typ, q+size)
}

// fstringText scans literal text up to the next field or the closing quotes. It
// never returns an empty token.
func (lx *Lexer) fstringText() token.Token {
	f := &lx.fstrings[len(lx.fstrings)-1]
	src := lx.src
	i := lx.pos
	for {
		if i >= len(src) {
			return lx.unterminatedF(f, len(src))
		}
		switch c := src[i]; c {
		case f.quote[0]:
			if strings.HasPrefix(src[i:], f.quote) {
				return lx.endText(f, i, true)
			}
			i++
		case '\n':
			if len(f.quote) == 1 {
				return lx.unterminatedF(f, i)
			}
			i++
		case '{':
			if lx.at(i+1) == '{' && !f.inSpec {
				i += 2
				continue
			}
			f.fields++
			if f.fields > 3 {
				lx.pos = i
				lx.failHere(i-1, -1, f.kind()+": expressions nested too deeply")
				return lx.errTok()
			}
			return lx.endText(f, i, false)
		case '}':
			if lx.at(i+1) == '}' && !f.inSpec {
				i += 2
				continue
			}
			return lx.endText(f, i, false)
		case '\\':
			i = lx.skipEscape(f, i)
		default:
			i++
		}
	}
}

// skipEscape returns the offset behind a backslash and what it protects: a
// brace it does not, and \N{...} keeps its braces.
func (lx *Lexer) skipEscape(f *fstring, i int) int {
	switch c := lx.at(i + 1); {
	case c == '{' || c == '}':
		return i + 1
	case c == 'N' && !f.raw && lx.at(i+2) == '{':
		end := i + 3
		for end < len(lx.src) && lx.src[end] != '}' && lx.src[end] != '\n' && lx.src[end] != f.quote[0] {
			end++
		}
		if lx.at(end) == '}' {
			end++
		}
		return end
	}
	return i + 2
}

// endText ends literal text at i: by the closing quotes, or by a brace.
func (lx *Lexer) endText(f *fstring, i int, closed bool) token.Token {
	if i == lx.pos {
		f.literal = false
		if !closed {
			return lx.token()
		}
		if f.fields > 0 {
			// The quotes end a string with an open field: let the parser miss
			// the brace.
			lx.parens = lx.parens[:len(lx.parens)-f.depth]
		}
		end := i + len(f.quote)
		lx.fstrings = lx.fstrings[:len(lx.fstrings)-1]
		return lx.tok(token.FEnd, end)
	}
	if !closed {
		f.literal = false
	}
	return lx.multiLine(token.FMiddle, i)
}

func (lx *Lexer) unterminatedF(f *fstring, end int) token.Token {
	if f.inSpec && len(f.quote) == 1 {
		lx.failHere(end, -1, f.kind()+": newlines are not allowed in format specifiers for single quoted "+f.kind()+"s")
		return lx.errTok()
	}
	line := lx.line + strings.Count(lx.src[lx.pos:end], "\n")
	what := "unterminated "
	if len(f.quote) == 3 {
		what += "triple-quoted "
		line = lx.lastLine(line)
	}
	lx.fail(&token.Problem{Msg: fmt.Sprintf("%s%s literal (detected at line %d)", what, f.kind(), line), Pos: f.start, AtEOF: len(f.quote) == 3})
	return lx.errTok()
}
