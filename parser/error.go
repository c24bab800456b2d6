package parser

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// Kind is the class of a SyntaxError.
type Kind = token.Kind

// The kinds of errors. MemoryError reports source that is nested too deeply.
const (
	KindSyntaxError      = token.SyntaxError
	KindIndentationError = token.IndentationError
	KindTabError         = token.TabError
	KindMemoryError      = token.MemoryError
)

// SyntaxError is the error of Parse. The columns are those of Python's
// SyntaxError.offset and end_offset: characters, from 1; CPython's 0 and -1 for
// an unknown end are kept.
type SyntaxError struct {
	Kind                       Kind
	Msg                        string
	Filename                   string
	Line, Col, EndLine, EndCol int
	Text                       string // the source line with its newline, or ""
	// Incomplete reports that more source may complete the statement.
	Incomplete bool
	// StmtLine and StmtCol are the start of the last compound statement (not a
	// function) before the error, or 0; Source is the decoded source. They are
	// for those who look for a misspelt keyword.
	StmtLine, StmtCol int
	Source            string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.Filename, e.Line, e.Col, e.Kind, e.Msg)
}

// SyntaxWarning is a warning about correct source; positions as in SyntaxError.
type SyntaxWarning struct {
	Msg                        string
	Line, Col, EndLine, EndCol int
}

// syntaxError converts a problem's byte columns.
func (s *source) syntaxError(p *token.Problem) *SyntaxError {
	e := &SyntaxError{Kind: p.Kind, Msg: p.Msg, Filename: s.opt.Filename, Line: int(p.Pos.Line),
		StmtLine: p.StmtLine, StmtCol: p.StmtCol, Source: s.text}
	e.Text = s.line(e.Line)
	e.Col = characters(e.Text, int(p.Pos.Col)) + 1
	e.EndLine, e.EndCol = e.Line, e.Col
	if p.Pos.EndLine > 0 {
		e.EndLine = int(p.Pos.EndLine)
		e.EndCol = characters(s.line(e.EndLine), int(p.Pos.EndCol)) + 1
	}
	switch p.End {
	case token.EndZero:
		e.EndCol = 0
	case token.EndMinus:
		e.EndCol = -1
	}
	return e
}

// characters converts a byte column of line to a character column. A column
// beyond the line keeps its distance.
func characters(line string, col int) int {
	if col <= 0 {
		return col
	}
	if col <= len(line) {
		return utf8.RuneCountInString(line[:col])
	}
	return utf8.RuneCountInString(line) + col - len(line)
}

// line returns a source line with its newline.
func (s *source) line(n int) string { return Line(s.text, n) }

// Line returns line n of text, from 1, with its newline; "" if there is none.
func Line(text string, n int) string {
	for ; n > 1; n-- {
		i := strings.IndexByte(text, '\n')
		if i < 0 {
			return ""
		}
		text = text[i+1:]
	}
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return text[:i+1]
	}
	return text
}

// sendWarnings hands out the warnings once each: what was parsed on trial may
// have warned twice.
func (s *source) sendWarnings() {
	sent := map[token.Warning]bool{}
	for _, w := range s.warnings {
		if sent[w] {
			continue
		}
		sent[w] = true
		p := s.syntaxError(&token.Problem{Pos: w.Pos})
		s.opt.Warn(SyntaxWarning{Msg: w.Msg, Line: p.Line, Col: p.Col, EndLine: p.EndLine, EndCol: p.EndCol})
	}
}

func (s *source) incomplete() *SyntaxError {
	last := strings.Count(s.text, "\n") + 1
	return &SyntaxError{Msg: "incomplete input", Filename: s.opt.Filename, Line: last, Incomplete: true}
}

// needsEmptyLine reports whether a statement at a prompt waits for the empty
// line that ends it.
func (s *source) needsEmptyLine(mod ast.Mod) bool {
	body := mod.(*ast.Interactive).Body
	switch body[len(body)-1].(type) {
	case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef, *ast.For, *ast.AsyncFor, *ast.While, *ast.If, *ast.With,
		*ast.AsyncWith, *ast.Match, *ast.Try, *ast.TryStar:
		return !strings.HasSuffix(s.text, "\n")
	}
	return false
}
