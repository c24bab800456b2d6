package lexer

import (
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// The nesting limits of CPython's tokenizer.
const (
	maxIndent  = 100
	maxParens  = 200
	maxFString = 150
)

// Bracket is an open bracket.
type Bracket struct {
	Char      byte
	Line, Col int32
}

// Lexer is a participle lexer for one source text.
type Lexer struct {
	src       string
	pos       int // next byte
	lineStart int // where the current line starts
	line      int

	indents  []indent
	dedents  int  // DEDENT tokens still to emit
	bol      bool // at the beginning of a logical line
	blank    bool // no token since the last NEWLINE
	parens   []Bracket
	fstrings []fstring

	first     bool // the SOURCE token comes next
	handle    string
	count     int // tokens of this chunk
	limit     int // a chunk ends after this many tokens; 0: never
	decorated bool
	done      bool

	// Bare says that the source is no file, whose last line CPython completes
	// with a newline: the NEWLINE token behind such a line has no column.
	Bare bool
	// Loose accepts what only a parser need refuse: any character in names,
	// letters behind numbers, brackets that do not match. The module tokenize
	// works so.
	Loose bool
	// Err is the first error, nil until an Error token was emitted.
	Err *token.Problem
	// Warn, if not nil, receives warnings.
	Warn func(token.Warning)
}

type indent struct{ col, alt int }

// New returns a lexer for src, whose lines must end in "\n". Its first token is
// SOURCE with the given value. Chunks end at the first top-level statement
// after limit tokens; 0 gives one chunk.
func New(src, handle string, limit int) *Lexer {
	return &Lexer{src: src, line: 1, bol: true, blank: true, first: true, handle: handle, limit: limit}
}

// Done reports whether the last EOF was the end of the source.
func (lx *Lexer) Done() bool { return lx.done }

// Brackets returns the brackets open at this point.
func (lx *Lexer) Brackets() []Bracket { return lx.parens }

// At returns the current position, a byte offset from 0 in the line.
func (lx *Lexer) At() (line, col int32) { return int32(lx.line), int32(lx.pos - lx.lineStart) }

// InSpec reports whether the next token begins in the text of a format spec.
func (lx *Lexer) InSpec() bool {
	n := len(lx.fstrings)
	return n > 0 && lx.fstrings[n-1].literal && lx.fstrings[n-1].inSpec
}

// Next returns the next token; its error is always nil.
func (lx *Lexer) Next() (lexer.Token, error) {
	if lx.first {
		lx.first = false
		return token.Token{Type: token.Source, Value: lx.handle}, nil
	}
	lx.count++
	t := lx.scan()
	return t, nil
}

func (lx *Lexer) scan() token.Token {
	if len(lx.fstrings) > 0 && lx.fstrings[len(lx.fstrings)-1].literal {
		return lx.fstringText()
	}
	if lx.done {
		return lx.tok(token.EOF, lx.pos)
	}
	if lx.bol {
		if problem := lx.indentation(); problem {
			return lx.errTok()
		}
	}
	if lx.dedents > 0 {
		lx.dedents--
		return lx.emptyTok(token.Dedent)
	}
	if lx.dedents < 0 {
		lx.dedents++
		return lx.indentTok()
	}
	if lx.blank && lx.pos < len(lx.src) {
		if lx.limit > 0 && len(lx.indents) == 0 && lx.chunkEnds() {
			lx.count = 0
			lx.first = true
			return lx.emptyTok(token.EOF)
		}
		lx.blank = false
	}
	return lx.token()
}

// chunkEnds decides at the start of a top-level line whether it starts a new
// chunk: not inside a compound statement and not after a decorator.
func (lx *Lexer) chunkEnds() bool {
	decorated := lx.decorated
	lx.decorated = lx.src[lx.pos] == '@'
	if lx.count <= lx.limit || decorated {
		return false
	}
	end := lx.pos
	for end < len(lx.src) && 'a' <= lx.src[end] && lx.src[end] <= 'z' {
		end++
	}
	switch token.Keyword(lx.src[lx.pos:end]) {
	case token.Elif, token.Else, token.Except, token.Finally:
		return false
	}
	return true
}

// token scans one token inside a logical line.
func (lx *Lexer) token() token.Token {
	src := lx.src
	for {
		if lx.pos >= len(src) {
			return lx.endOfSource()
		}
		c := src[lx.pos]
		switch classes[c] {
		case space:
			lx.pos++
		case letter:
			return lx.name()
		case digit:
			return lx.number()
		case quote:
			return lx.str(lx.pos, 0)
		case newline:
			if len(lx.parens) == 0 {
				t := lx.tok(token.Newline, lx.pos+1)
				lx.newLine()
				lx.bol, lx.blank = true, true
				return t
			}
			lx.pos++
			lx.newLine()
		case hash:
			lx.skipComment()
		case operator:
			return lx.operator(c)
		case high:
			if t, ok := lx.unicodeName(); ok {
				return t
			}
		case backslash:
			if !lx.continuation() {
				return lx.errTok()
			}
		default:
			return lx.stray(c)
		}
	}
}

func (lx *Lexer) skipComment() {
	if i := strings.IndexByte(lx.src[lx.pos:], '\n'); i >= 0 {
		lx.pos += i
	} else {
		lx.pos = len(lx.src)
	}
}

// newLine notes that pos stands behind a "\n".
func (lx *Lexer) newLine() {
	lx.line++
	lx.lineStart = lx.pos
}

// tok makes a token from pos to end and moves there.
func (lx *Lexer) tok(typ token.Type, end int) token.Token {
	start := lx.pos
	lx.pos = end
	return token.Token{Type: typ, Value: lx.src[start:end], Pos: lexer.Position{
		Offset: start, Line: lx.line, Column: start - lx.lineStart + 1}}
}

func (lx *Lexer) emptyTok(typ token.Type) token.Token { return lx.tok(typ, lx.pos) }

// indentTok spans the indentation.
func (lx *Lexer) indentTok() token.Token {
	return token.Token{Type: token.Indent, Value: lx.src[lx.lineStart:lx.pos], Pos: lexer.Position{
		Offset: lx.lineStart, Line: lx.line, Column: 1}}
}

// endOfSource emits NEWLINE, the DEDENTs and EOF.
func (lx *Lexer) endOfSource() token.Token {
	if n := len(lx.parens); n > 0 {
		lx.fail(neverClosed(lx.parens[n-1]))
		return lx.errTok()
	}
	if lx.blank {
		lx.done = true
		return lx.emptyTok(token.EOF)
	}
	t := lx.emptyTok(token.Newline)
	if lx.Bare {
		t.Pos.Column = 0
	}
	lx.line++
	lx.lineStart = lx.pos
	lx.bol, lx.blank = true, true
	return t
}

// continuation skips a backslash and the end of its line.
func (lx *Lexer) continuation() bool {
	lx.pos++
	switch {
	case lx.pos >= len(lx.src) && lx.Bare:
		pos := ast.Pos{Line: int32(lx.line), Col: int32(lx.pos - 1 - lx.lineStart)}
		lx.fail(&token.Problem{Msg: "unexpected character after line continuation character", Pos: pos, End: token.EndZero, AtEOF: true})
		return false
	case (lx.pos >= len(lx.src) || lx.pos == len(lx.src)-1 && lx.src[lx.pos] == '\n') && len(lx.parens) > 0:
		problem := neverClosed(lx.parens[len(lx.parens)-1])
		problem.Cut = true
		lx.fail(problem)
		return false
	case lx.pos >= len(lx.src) || lx.pos == len(lx.src)-1 && lx.src[lx.pos] == '\n':
		pos := ast.Pos{Line: int32(lx.line), Col: int32(lx.pos - lx.lineStart)}
		lx.fail(&token.Problem{Msg: "unexpected EOF while parsing", Pos: pos, End: token.EndMinus, AtEOF: true, Late: true})
		return false
	case lx.src[lx.pos] != '\n':
		pos := ast.Pos{Line: int32(lx.line), Col: int32(lx.pos - lx.lineStart)}
		lx.fail(&token.Problem{Msg: "unexpected character after line continuation character", Pos: pos, End: token.EndZero, Late: true})
		return false
	}
	lx.pos++
	lx.newLine()
	return true
}

// stray handles a byte that starts no token.
func (lx *Lexer) stray(c byte) token.Token {
	if c < ' ' || c == 0x7f {
		lx.failHere(lx.pos, -1, fmt.Sprintf("invalid non-printable character U+%04X", c))
		return lx.errTok()
	}
	return lx.tok(token.Other, lx.pos+1)
}

// fail records the first error; the range is in bytes of the current line. An
// end below start leaves the end out.
func (lx *Lexer) failHere(start, end int, msg string) {
	p := ast.Pos{Line: int32(lx.line), Col: int32(start - lx.lineStart)}
	if end >= start {
		p.EndLine, p.EndCol = p.Line, int32(end-lx.lineStart)
	}
	lx.fail(&token.Problem{Msg: msg, Pos: p})
}

func (lx *Lexer) fail(problem *token.Problem) {
	if lx.Err == nil {
		lx.Err = problem
		problem.Raw = !problem.Late && !problem.Unclosed
		problem.Late = problem.Late || len(lx.fstrings) > 0 && !problem.Unclosed
	}
}

// errTok ends the tokens behind an error.
func (lx *Lexer) errTok() token.Token {
	t := lx.emptyTok(token.Error)
	lx.done = true
	lx.fstrings = nil
	return t
}

func (lx *Lexer) warn(start, end int, msg string) {
	if lx.Warn == nil {
		return
	}
	var p ast.Pos
	p.Line, p.Col = lx.lineCol(start)
	p.EndLine, p.EndCol = lx.lineCol(end)
	lx.Warn(token.Warning{Msg: msg, Pos: p})
}

// lineCol finds the line of an offset at or before pos; slow.
func (lx *Lexer) lineCol(off int) (line, col int32) {
	start := strings.LastIndexByte(lx.src[:off], '\n') + 1
	back := 0
	if off < lx.pos {
		back = strings.Count(lx.src[off:lx.pos], "\n")
	}
	return int32(lx.line - back), int32(off - start)
}

func (lx *Lexer) peek(i int) byte {
	if lx.pos+i < len(lx.src) {
		return lx.src[lx.pos+i]
	}
	return 0
}

// The classes of a token's first byte.
const (
	other = iota
	space
	newline
	letter
	digit
	quote
	hash
	operator
	high
	backslash
)

var classes = [256]uint8{
	' ': space, '\t': space, '\f': space, '\n': newline, '#': hash, '\\': backslash, '\'': quote, '"': quote,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit, '5': digit, '6': digit, '7': digit, '8': digit, '9': digit,
	'(': operator, ')': operator, '[': operator, ']': operator, '{': operator, '}': operator, ':': operator, ',': operator, ';': operator, '.': operator, '=': operator, '!': operator, '@': operator,
	'~': operator, '+': operator, '-': operator, '*': operator, '/': operator, '%': operator, '|': operator, '&': operator, '^': operator, '<': operator, '>': operator,
	'_': letter, 'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter, 'H': letter, 'I': letter, 'J': letter, 'K': letter, 'L': letter, 'M': letter,
	'N': letter, 'O': letter, 'P': letter, 'Q': letter, 'R': letter, 'S': letter, 'T': letter, 'U': letter, 'V': letter, 'W': letter, 'X': letter, 'Y': letter, 'Z': letter,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter, 'h': letter, 'i': letter, 'j': letter, 'k': letter, 'l': letter, 'm': letter,
	'n': letter, 'o': letter, 'p': letter, 'q': letter, 'r': letter, 's': letter, 't': letter, 'u': letter, 'v': letter, 'w': letter, 'x': letter, 'y': letter, 'z': letter,
	0x80: high, high, high, high, high, high, high, high, high, high, high, high, high, high, high, high,
	0x90: high, high, high, high, high, high, high, high, high, high, high, high, high, high, high, high,
	0xa0: high, high, high, high, high, high, high, high, high, high, high, high, high, high, high, high,
	0xb0: high, high, high, high, high, high, high, high, high, high, high, high, high, high, high, high,
	0xc0: high, high, high, high, high, high, high, high, high, high, high, high, high, high, high, high,
	0xd0: high, high, high, high, high, high, high, high, high, high, high, high, high, high, high, high,
	0xe0: high, high, high, high, high, high, high, high, high, high, high, high, high, high, high, high,
	0xf0: high, high, high, high, high, high, high, high, high, high, high, high, high, high, high, high,
}

// wordByte reports whether c may continue an ASCII identifier.
func wordByte(c byte) bool {
	return classes[c] == letter || classes[c] == digit
}

// specStarts reports whether a colon at this point begins a format spec.
func (lx *Lexer) specStarts() bool {
	n := len(lx.fstrings)
	return n > 0 && lx.fstrings[n-1].fields > 0 && lx.fstrings[n-1].depth == lx.fstrings[n-1].fields
}
