package signature

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse reads a text signature. Line breaks count as spaces.
func Parse(sig string) (*Plan, error) {
	s := scanner{text: sig}
	p, err := s.signature()
	if err != nil {
		return nil, fmt.Errorf("signature %q: %w", sig, err)
	}
	return p, nil
}

// MustParse is like Parse for signatures written in this module's sources: it
// panics on an error.
func MustParse(sig string) *Plan {
	p, err := Parse(sig)
	if err != nil {
		panic(err)
	}
	return p
}

type scanner struct {
	text string
	pos  int

	params   []Param
	groups   int // open [
	sawSlash bool
	sawStar  bool // * or *args
	sawKw    bool // **kwargs
	bareStar bool // a lone *, until a keyword-only parameter follows
}

func (s *scanner) space() {
	for s.pos < len(s.text) && strings.IndexByte(" \t\r\n", s.text[s.pos]) >= 0 {
		s.pos++
	}
}

// eat consumes tok if it comes next.
func (s *scanner) eat(tok string) bool {
	s.space()
	if !strings.HasPrefix(s.text[s.pos:], tok) {
		return false
	}
	s.pos += len(tok)
	return true
}

func (s *scanner) errorf(format string, args ...any) error {
	return fmt.Errorf("at %d: %s", s.pos, fmt.Sprintf(format, args...))
}

func (s *scanner) signature() (*Plan, error) {
	if !s.eat("(") {
		return nil, s.errorf("expected (")
	}
	for first := true; ; first = false {
		if done, err := s.separator(first); err != nil {
			return nil, err
		} else if done {
			break
		}
		if err := s.item(); err != nil {
			return nil, err
		}
	}
	s.space()
	if s.pos != len(s.text) {
		return nil, s.errorf("text after )")
	}
	if s.bareStar {
		return nil, s.errorf("no parameter after *")
	}
	p := &Plan{Params: s.params}
	p.count()
	return p, nil
}

// separator reads what stands between two items: a comma, brackets, or the end.
func (s *scanner) separator(first bool) (done bool, err error) {
	for s.groups > 0 && s.eat("]") {
		s.groups--
	}
	for s.eat("[") {
		s.groups++
	}
	if s.eat(")") {
		if s.groups != 0 {
			return false, s.errorf("[ without ]")
		}
		return true, nil
	}
	if !first && !s.eat(",") {
		return false, s.errorf("expected , or )")
	}
	for s.eat("[") {
		s.groups++
	}
	return false, nil
}

// item reads one parameter or one of the markers / and *.
func (s *scanner) item() error {
	if s.sawKw {
		return s.errorf("nothing may follow the ** parameter")
	}
	switch {
	case s.eat("/"):
		return s.slash()
	case s.eat("**"):
		s.sawKw = true
		if s.bareStar {
			return s.errorf("no parameter after *")
		}
		return s.param(Param{Kind: VarKeyword})
	case s.eat("*"):
		if s.sawStar {
			return s.errorf("second *")
		}
		s.sawStar = true
		if s.space(); s.pos < len(s.text) && isNameStart(rune(s.text[s.pos])) {
			return s.param(Param{Kind: VarPositional})
		}
		s.bareStar = true
		return nil
	case s.eat("$"):
		if len(s.params) > 0 {
			return s.errorf("$ must mark the first parameter")
		}
		return s.param(Param{Kind: PositionalOnly, Bound: true})
	case s.sawStar:
		s.bareStar = false
		return s.param(Param{Kind: KeywordOnly})
	}
	return s.param(Param{Kind: PositionalOrKeyword})
}

func (s *scanner) slash() error {
	if s.sawSlash || s.sawStar || len(s.params) == 0 {
		return s.errorf("misplaced /")
	}
	s.sawSlash = true
	for i := range s.params {
		s.params[i].Kind = PositionalOnly
	}
	return nil
}

func (s *scanner) param(q Param) error {
	s.space()
	start := s.pos
	for s.pos < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if !isNameStart(r) && (s.pos == start || !unicode.IsDigit(r)) {
			break
		}
		s.pos += n
	}
	q.Name = s.text[start:s.pos]
	if q.Name == "" {
		return s.errorf("expected a parameter name")
	}
	for i := range s.params {
		if !s.params[i].Bound && s.params[i].Name == q.Name {
			return s.errorf("duplicate parameter %s", q.Name)
		}
	}
	if s.groups > 0 {
		q.HasDefault, q.Default = true, Unrepresentable
	}
	if s.eat("=") {
		if q.Bound || q.Kind == VarPositional || q.Kind == VarKeyword {
			return s.errorf("parameter %s cannot have a default", q.Name)
		}
		text, err := s.defaultText()
		if err != nil {
			return err
		}
		q.HasDefault, q.Default = true, literal(text)
	}
	if n := len(s.params); n > 0 && q.Kind <= PositionalOrKeyword && !q.HasDefault && s.params[n-1].HasDefault {
		return s.errorf("parameter %s without a default follows one with a default", q.Name)
	}
	s.params = append(s.params, q)
	return nil
}

func isNameStart(r rune) bool { return r == '_' || unicode.IsLetter(r) }

// defaultText reads up to the comma or bracket that ends the default.
func (s *scanner) defaultText() (string, error) {
	s.space()
	start, depth := s.pos, 0
	for ; s.pos < len(s.text); s.pos++ {
		switch c := s.text[s.pos]; c {
		case '(', '{', '[':
			if c == '[' && depth == 0 && s.pos > start {
				return s.endDefault(start) // opens a group of optional parameters
			}
			depth++
		case ')', '}', ']':
			if depth == 0 {
				return s.endDefault(start)
			}
			depth--
		case ',':
			if depth == 0 {
				return s.endDefault(start)
			}
		case '\'', '"':
			for s.pos++; s.pos < len(s.text) && s.text[s.pos] != c; s.pos++ {
				if s.text[s.pos] == '\\' {
					s.pos++
				}
			}
			if s.pos >= len(s.text) {
				return "", s.errorf("unfinished string")
			}
		}
	}
	return "", s.errorf("unfinished default")
}

func (s *scanner) endDefault(start int) (string, error) {
	text := strings.TrimSpace(s.text[start:s.pos])
	if text == "" {
		return "", s.errorf("empty default")
	}
	return text, nil
}

// literal turns the text of a default into its value.
func literal(text string) any {
	switch text {
	case "None":
		return nil
	case "True":
		return true
	case "False":
		return false
	case "...":
		return Ellipsis{}
	case "()":
		return EmptyTuple{}
	}
	if c := text[0]; c >= '0' && c <= '9' || c == '-' || c == '.' {
		if n, err := strconv.ParseInt(text, 0, 64); err == nil {
			return n
		}
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			return f
		}
		return Expr(text)
	}
	if t, isBytes := strings.CutPrefix(text, "b"); isBytes {
		if v, ok := quoted(t); ok {
			return Bytes(v)
		}
	} else if v, ok := quoted(text); ok {
		return v
	}
	return Expr(text)
}

// quoted reads a Python string literal whose escapes Go shares.
func quoted(text string) (string, bool) {
	if len(text) < 2 || text[0] != '\'' && text[0] != '"' {
		return "", false
	}
	var b strings.Builder
	quote, rest := text[0], text[1:]
	for rest != "" && rest[0] != quote {
		if strings.HasPrefix(rest, `\'`) || strings.HasPrefix(rest, `\"`) {
			b.WriteByte(rest[1])
			rest = rest[2:]
			continue
		}
		r, multibyte, tail, err := strconv.UnquoteChar(rest, quote)
		if err != nil {
			return "", false
		}
		if multibyte {
			b.WriteRune(r)
		} else {
			b.WriteByte(byte(r))
		}
		rest = tail
	}
	return b.String(), len(rest) == 1
}
