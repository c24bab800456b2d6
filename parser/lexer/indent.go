package lexer

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

const wrongDedent = "unindent does not match any outer indentation level"

// indentation measures the indentation of the next line that holds a token
// (section 2.1.8) and schedules INDENT (dedents = -1) or DEDENT tokens. It
// reports whether it found an error.
func (lx *Lexer) indentation() bool {
	src := lx.src
	for {
		col, alt := lx.measure()
		if col < 0 {
			return true
		}
		if lx.pos >= len(src) {
			lx.bol = false
			lx.dedents = len(lx.indents)
			lx.indents = lx.indents[:0]
			return false
		}
		switch src[lx.pos] {
		case '#':
			lx.skipComment()
			continue
		case '\n':
			lx.pos++
			lx.newLine()
			continue
		}
		lx.bol = false
		return lx.setIndent(col, alt)
	}
}

// measure skips the white space at the start of a line and returns its width
// with tabs to multiples of 8, and with tabs of width 1. A continuation line
// keeps the width of its first line. It returns -1 after an error.
func (lx *Lexer) measure() (col, alt int) {
	continued := -1
	for ; lx.pos < len(lx.src); lx.pos++ {
		switch lx.src[lx.pos] {
		case ' ':
			col++
			alt++
		case '\t':
			col = (col/8 + 1) * 8
			alt++
		case '\f':
			col, alt = 0, 0
		case '\\':
			if continued < 0 {
				continued = col
			}
			if !lx.continuation() {
				return -1, -1
			}
			lx.pos--
		default:
			if continued >= 0 {
				return continued, continued
			}
			return col, alt
		}
	}
	return col, alt
}

func (lx *Lexer) setIndent(col, alt int) bool {
	top := indent{}
	if n := len(lx.indents); n > 0 {
		top = lx.indents[n-1]
	}
	switch {
	case col == top.col:
		if alt != top.alt {
			return lx.tabProblem()
		}
	case col > top.col:
		if len(lx.indents)+1 >= maxIndent {
			return lx.indentProblem(token.IndentationError, "too many levels of indentation")
		}
		if alt <= top.alt {
			return lx.tabProblem()
		}
		lx.indents = append(lx.indents, indent{col, alt})
		lx.dedents = -1
	default:
		n := len(lx.indents)
		for n > 0 && col < lx.indents[n-1].col {
			n--
			lx.dedents++
		}
		lx.indents = lx.indents[:n]
		top = indent{}
		if n > 0 {
			top = lx.indents[n-1]
		}
		if col != top.col {
			lx.dedents = 0
			return lx.indentProblem(token.IndentationError, wrongDedent)
		}
		if alt != top.alt {
			lx.dedents = 0
			return lx.tabProblem()
		}
	}
	return false
}

func (lx *Lexer) tabProblem() bool {
	return lx.indentProblem(token.TabError, "inconsistent use of tabs and spaces in indentation")
}

// indentProblem reports an error of a line's indentation: behind the line for a
// wrong dedent, else at its start.
func (lx *Lexer) indentProblem(kind token.Kind, msg string) bool {
	pos := ast.Pos{Line: int32(lx.line)}
	end := token.EndZero
	if msg == wrongDedent {
		behind := lx.pos
		for behind < len(lx.src) && lx.src[behind] != '\n' {
			behind++
		}
		pos.Col, end = int32(behind-lx.lineStart), token.EndMinus
	}
	lx.fail(&token.Problem{Kind: kind, Msg: msg, Pos: pos, End: end, Late: true})
	return true
}
