package tokenize

import (
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/parser"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// scanner makes CPython's tokens of the lexer's. Comments and the newlines
// that end no statement are no tokens of the lexer: they are what stands
// between its tokens.
type scanner struct {
	extra    bool // tokens for comments and all newlines, as the module shows them
	src      string
	implicit bool         // the last newline is not in the source
	crlf     map[int]bool // lines that end in "\r\n"
	lx       *lexer.Lexer
	queue    []value
	done     bool
	err      error // comes behind the queue

	at       place  // behind the last token
	comment  [2]int // the last comment: start and end
	blank    bool   // the last line holds no token
	fstrings []fstring

	shown     int // the line that shownLine holds
	shownLine value
}

// place is an offset with its line.
type place struct{ pos, line, lineStart int }

// fstring is an open f- or t-string.
type fstring struct{ raw, template bool }

func newScanner(text string, extra bool) *scanner {
	s := &scanner{extra: extra, at: place{line: 1}}
	if strings.Contains(text, "\r\n") {
		s.crlf = map[int]bool{}
		for i, l := range strings.SplitAfter(text, "\n") {
			if strings.HasSuffix(l, "\r\n") {
				s.crlf[i+1] = true
			}
		}
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
		s.implicit = true
	}
	s.src = text
	s.lx = lexer.New(text, "", 0)
	s.lx.Loose = extra
	s.done = text == "" && !extra
	return s
}

// next returns the next token as a tuple, or the zero Value at the end.
func (s *scanner) next() (value, error) {
	for len(s.queue) == 0 {
		if s.done {
			err := s.err
			s.err = nil
			return value{}, err
		}
		s.fill()
	}
	v := s.queue[0]
	s.queue = s.queue[1:]
	return v, nil
}

// fill reads a token of the lexer.
func (s *scanner) fill() {
	inSpec := s.lx.InSpec()
	t, _ := s.lx.Next()
	switch t.Type {
	case token.Source:
		return
	case token.Error:
		p := s.lx.Err
		if p.AtEOF && len(s.lx.Brackets()) > 0 {
			s.gap(len(s.src))
		} else {
			s.gap(t.Pos.Offset)
		}
		s.done, s.err = true, s.problem(p)
		return
	}
	s.gap(t.Pos.Offset)
	if inSpec && t.Type == token.RBrace {
		// The text of a format spec is a token even if there is none.
		s.emit(s.middleType(), s.at, s.at, "")
	}
	s.token(&t)
}

// gap handles the source up to end, where the next token begins.
func (s *scanner) gap(end int) {
	for s.at.pos < end {
		switch s.src[s.at.pos] {
		case '#':
			start := s.at
			i := strings.IndexByte(s.src[s.at.pos:], '\n')
			if i < 0 {
				i = len(s.src) - s.at.pos
			}
			s.at.pos += i
			s.comment = [2]int{start.pos, s.at.pos}
			if s.extra {
				s.emit(typeComment, start, s.at, s.src[start.pos:s.at.pos])
			}
		case '\n':
			if s.extra {
				s.newline(typeNL)
			}
			s.blank = true
			s.at.pos++
			s.at.line++
			s.at.lineStart = s.at.pos
		case '\\':
			s.at.pos++
			if s.at.pos < end && s.src[s.at.pos] == '\n' {
				s.at.pos++
				s.at.line++
				s.at.lineStart = s.at.pos
			}
		default:
			s.at.pos++
		}
	}
}

// newline emits a token for the newline at s.at.
func (s *scanner) newline(typ int) {
	text := "\n"
	last := s.at.pos == len(s.src)-1
	switch {
	case last && s.implicit:
		text = ""
	case s.crlf[s.at.line]:
		text = "\r\n"
	}
	row, col := s.at.line, s.column(s.at)
	width := max(len(text), 1)
	s.push(typ, text, row, col, row, col+width, s.lineText(row))
}

func (s *scanner) token(t *token.Token) {
	typ := numbers()[t.Type]
	switch t.Type {
	case token.Newline:
		s.newlineToken()
		return
	case token.Indent, token.Dedent, token.EOF:
		s.layout(t, typ)
		return
	case token.FStart, token.TStart:
		prefix := strings.ToLower(strings.TrimRight(t.Value, `'"`))
		s.fstrings = append(s.fstrings, fstring{raw: strings.Contains(prefix, "r"), template: t.Type == token.TStart})
	case token.FMiddle:
		s.middle(t.Value)
		return
	case token.FEnd:
		if n := len(s.fstrings); n > 0 {
			if s.fstrings[n-1].template {
				typ += templates
			}
			s.fstrings = s.fstrings[:n-1]
		}
	}
	if t.Value == "<>" {
		s.plain(numbers()[token.Less], "<")
		s.plain(numbers()[token.Greater], ">")
		return
	}
	s.plain(typ, t.Value)
}

// plain emits the token whose text begins at s.at.
func (s *scanner) plain(typ int, text string) {
	if s.extra && typ >= firstOp && typ < typeOp {
		typ = typeOp
	}
	start := s.at
	s.advance(len(text))
	s.emit(typ, start, s.at, text)
}

// newlineToken is the end of a statement's line.
func (s *scanner) newlineToken() {
	if s.extra {
		s.newline(typeNewline)
	} else {
		start, end, text := s.at, s.at, ""
		if s.comment[1] == s.at.pos && s.comment[0] < s.comment[1] {
			start.pos = s.comment[0]
			text = s.src[start.pos:end.pos]
		}
		row, col, width := start.line, s.column(start), utf8.RuneCountInString(text)
		if text == "" && s.crlf[row] {
			text, width = "\r", 1
		}
		s.push(typeNewline, text, row, col, row, col+width, s.lineText(row))
	}
	s.advance(1)
	s.blank = false
}

// layout emits INDENT, DEDENT and ENDMARKER.
func (s *scanner) layout(t *token.Token, typ int) {
	text := ""
	if t.Type == token.Indent {
		text = t.Value
	}
	row := t.Pos.Line
	line := object.NewStr("")
	atEnd := t.Pos.Offset >= len(s.src)
	if !atEnd || t.Type == token.Indent {
		line = s.lineText(row)
	}
	if !s.extra {
		if atEnd {
			row = max(row-1, 1)
			if !s.blank {
				line = s.lineText(row)
			}
		}
		s.push(typ, "", row, -1, row, -1, line)
	} else {
		start := place{t.Pos.Offset, t.Pos.Line, t.Pos.Offset - (t.Pos.Column - 1)}
		end := start
		end.pos += len(text)
		s.push(typ, text, row, s.column(start), row, s.column(end), line)
	}
	if t.Type == token.Indent {
		s.at.pos += len(text)
	}
	if t.Type == token.EOF {
		s.done = true
	}
}

func (s *scanner) middleType() int {
	if n := len(s.fstrings); n > 0 && s.fstrings[n-1].template {
		return typeFMiddle + templates
	}
	return typeFMiddle
}

// middle emits the literal text of an f- or t-string. A doubled brace ends a
// token that holds one of the two.
func (s *scanner) middle(text string) {
	raw := len(s.fstrings) > 0 && s.fstrings[len(s.fstrings)-1].raw
	begin := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == '\\' && !raw && strings.HasPrefix(text[i+1:], "N{"):
			// The name of a character ends a token, too.
			if j := strings.IndexByte(text[i:], '}'); j > 0 {
				i += j
				s.part(text[begin : i+1])
				begin = i + 1
			}
		case c == '\\' && i+1 < len(text) && text[i+1] != '{' && text[i+1] != '}':
			i++
		case (c == '{' || c == '}') && i+1 < len(text) && text[i+1] == c:
			s.part(text[begin : i+1])
			s.advance(1)
			i++
			begin = i + 1
		}
	}
	if begin < len(text) {
		s.part(text[begin:])
	}
}

func (s *scanner) part(text string) {
	start := s.at
	s.advance(len(text))
	s.emit(s.middleType(), start, s.at, text)
}

// advance moves n bytes on.
func (s *scanner) advance(n int) {
	text := s.src[s.at.pos:min(s.at.pos+n, len(s.src))]
	s.at.pos += n
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		s.at.line += strings.Count(text, "\n")
		s.at.lineStart = s.at.pos - (len(text) - i - 1)
	}
}

// column counts the characters before p in its line.
func (s *scanner) column(p place) int { return utf8.RuneCountInString(s.src[p.lineStart:p.pos]) }

// emit queues a token from start to end.
func (s *scanner) emit(typ int, start, end place, text string) {
	line := s.lineText(end.line)
	if start.line != end.line {
		line = s.lines(start.line, end.line)
	}
	s.push(typ, text, start.line, s.column(start), end.line, s.column(end), line)
}

func (s *scanner) push(typ int, text string, row, col, endRow, endCol int, line value) {
	s.queue = append(s.queue, object.NewTuple(object.IntOf(typ), object.NewStr(text), object.NewTuple2(object.IntOf(row), object.IntOf(col)),
		object.NewTuple2(object.IntOf(endRow), object.IntOf(endCol)), line))
}

// lineText is line n of the source as it was given.
func (s *scanner) lineText(n int) value {
	if s.shown != n {
		s.shown, s.shownLine = n, s.lines(n, n)
	}
	return s.shownLine
}

func (s *scanner) lines(first, last int) value {
	// Only lines at or near the current one are asked for.
	start := s.at.lineStart
	for n := s.at.line; n > first && start > 0; n-- {
		start = strings.LastIndexByte(s.src[:start-1], '\n') + 1
	}
	for n := s.at.line; n < first; n++ {
		start = s.lineEnd(start)
	}
	var b strings.Builder
	for n := first; n <= last; n++ {
		end := s.lineEnd(start)
		text := s.src[start:end]
		switch {
		case end == len(s.src) && s.implicit:
			text = strings.TrimSuffix(text, "\n")
		case s.crlf[n]:
			text = strings.TrimSuffix(text, "\n") + "\r\n"
		}
		b.WriteString(text)
		start = end
	}
	return object.NewStr(b.String())
}

// lineEnd is the offset behind the line that begins at start.
func (s *scanner) lineEnd(start int) int {
	if i := strings.IndexByte(s.src[start:], '\n'); i >= 0 {
		return start + i + 1
	}
	return len(s.src)
}

// problem is the SyntaxError of the lexer's error.
func (s *scanner) problem(p *token.Problem) error {
	line, col, msg := int(p.Pos.Line), int(p.Pos.Col)+1, p.Msg
	text := parser.Line(s.src, line)
	if p.Pos.Col > 0 && int(p.Pos.Col) <= len(text) {
		col = utf8.RuneCountInString(text[:p.Pos.Col]) + 1
	}
	tp := &object.SyntaxErrorType
	switch {
	case p.Unclosed:
		msg, line, col = "unexpected EOF in multi-line statement", strings.Count(s.src, "\n"), 0
	case p.AtEOF && strings.HasPrefix(msg, "unexpected EOF"):
		msg, col = "unexpected EOF in multi-line statement", utf8.RuneCountInString(strings.TrimSuffix(text, "\n"))+1
		if strings.Trim(text, " \t\f\\\n") == "" {
			col = 0
		}
	case p.Kind == token.IndentationError:
		tp, col = &object.IndentationErrorType, utf8.RuneCountInString(text)
	case p.Kind == token.TabError:
		tp, col = &object.TabErrorType, utf8.RuneCountInString(text)
	}
	shown := strings.TrimSuffix(text, "\n")
	info := object.NewTuple(object.NewStr("<string>"), object.IntOf(line), object.IntOf(col), object.NewStr(shown), none, none)
	e := object.NewException(tp, object.NewStr(msg), info)
	e.F[0] = object.NewStr(msg)
	copy(e.F[1:], object.As[object.Tuple](info).Items)
	return e
}

var none = object.None
