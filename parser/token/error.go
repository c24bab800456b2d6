package token

import (
	"strings"

	"github.com/gopy-lang/gopy/ast"
)

// Kind is the exception that reports an error.
type Kind uint8

// The kinds of errors.
const (
	SyntaxError Kind = iota
	IndentationError
	TabError
	MemoryError // nested too deeply for the parser
)

func (k Kind) String() string {
	switch k {
	case IndentationError:
		return "IndentationError"
	case TabError:
		return "TabError"
	case MemoryError:
		return "MemoryError"
	}
	return "SyntaxError"
}

// Problem is an error with its place in the source. An EndLine of 0 stands for
// no end. Generic marks the plain "invalid syntax", which a better message may
// replace.
type Problem struct {
	Kind    Kind
	Msg     string
	Pos     ast.Pos
	End     EndRule
	Generic bool
	// AtEOF marks an error that more source might mend; Unclosed that of a
	// bracket still open at the end, which yields to other errors on its line.
	AtEOF, Unclosed bool
	// Cut marks an open bracket where the source ends behind a backslash.
	Cut bool
	// Late marks a lexer's error that does not win over an error before it,
	// Final an error that no other wins over.
	Late, Final bool
	// Raw marks an error of the lexer, whose line is given as it stands.
	Raw bool
	// StmtLine and StmtCol are the start of the last compound statement (not a
	// function) that ended before the error, from 1 and 0; 0 if there is none.
	StmtLine, StmtCol int
}

// EndRule tells how CPython reports the end of an error without a range.
type EndRule uint8

// The end is Pos's; with EndLine 0 it is the start.
const (
	EndPos   EndRule = iota
	EndZero          // the offset 0
	EndMinus         // the offset -1
)

func (p *Problem) Error() string { return p.Msg }

// Warning is a SyntaxWarning found while reading the source.
type Warning struct {
	Msg string
	Pos ast.Pos
}

// End returns the position behind t. Only strings and literal text hold
// newlines.
func End(t *Token) (line, col int32) {
	line, col = int32(t.Pos.Line), int32(t.Pos.Column-1+len(t.Value))
	if t.Type == String || t.Type == FMiddle {
		if i := strings.LastIndexByte(t.Value, '\n'); i >= 0 {
			line += int32(strings.Count(t.Value, "\n"))
			col = int32(len(t.Value) - i - 1)
		}
	}
	return line, col
}

// Start returns t's position.
func Start(t *Token) (line, col int32) {
	return int32(t.Pos.Line), int32(t.Pos.Column - 1)
}

// Span is the range from the start of one token to the end of another.
func Span(from, to *Token) ast.Pos {
	var p ast.Pos
	p.Line, p.Col = Start(from)
	p.EndLine, p.EndCol = End(to)
	return p
}
