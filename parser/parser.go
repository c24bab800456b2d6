package parser

import (
	"strings"

	plexer "github.com/alecthomas/participle/v2/lexer"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/diag"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/grammar"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// Mode says what kind of source is parsed, and so which node Parse returns.
type Mode uint8

// The modes, as those of Python's compile and ast.parse.
const (
	Exec     Mode = iota // a file: *ast.Module
	Eval                 // an expression: *ast.Expression
	Single               // an interactive statement: *ast.Interactive
	FuncType             // a function type comment: *ast.FunctionType
)

// Options are the options of Parse.
type Options struct {
	Mode     Mode
	Filename string // for errors
	// Incomplete makes Parse report source that is only the beginning of a
	// statement by an error with Incomplete set, as a prompt needs it. In mode
	// Single a compound statement is complete when an empty line follows it.
	Incomplete bool
	// Text says that the source is a str: UTF-8 whatever a coding line says.
	Text bool
	// File says that the source is the file called Filename, for messages.
	File bool
	// MaxIntDigits bounds the decimal digits of an int literal; 0 is the default
	// limit of 4300, a negative number none.
	MaxIntDigits int
	// Warn, if not nil, receives SyntaxWarnings.
	Warn func(SyntaxWarning)
}

// chunk is the number of tokens after which a new token array begins.
const chunk = 512

// Parse parses src. The error, if any, is a *SyntaxError. It is safe for
// concurrent use.
func Parse(src []byte, opt Options) (ast.Mod, error) {
	text, err := decode(src, opt)
	if err != nil {
		err.Filename = opt.Filename
		return nil, err
	}
	s := &source{text: text, opt: opt}
	mod, problem := s.parse()
	if problem != nil {
		return nil, s.explain(problem)
	}
	if opt.Incomplete && opt.Mode == Single && s.needsEmptyLine(mod) {
		return nil, s.incomplete()
	}
	return mod, nil
}

// source is one parse.
type source struct {
	text     string
	opt      Options
	warnings []token.Warning
}

// parse is the first pass.
func (s *source) parse() (mod ast.Mod, problem *token.Problem) {
	p := &expr.Parser{Src: s.text, MaxIntDigits: s.opt.MaxIntDigits}
	limit := 0
	if s.opt.Mode == Exec {
		limit = chunk
	}
	p.Lex = lexer.New(s.text, p.Handle(), limit)
	p.Lex.Bare = s.opt.Mode != Exec
	if s.opt.Warn != nil {
		p.Warn = func(w token.Warning) { s.warnings = append(s.warnings, w) }
		p.Lex.Warn = p.Warn
	}
	array := lexer.NewArray()
	problem = p.Catch(func() { mod = s.module(p, array) })
	array.Free()
	if s.opt.Warn != nil {
		s.sendWarnings() // those before an error, too
	}
	return mod, problem
}

func (s *source) module(p *expr.Parser, array *lexer.Array) ast.Mod {
	lex := load(p, array)
	switch s.opt.Mode {
	case Eval:
		e := p.Expressions()
		end(p)
		return &ast.Expression{Body: e}
	case Single:
		return s.interactive(p, lex)
	case FuncType:
		return funcType(p)
	}
	m := &ast.Module{}
	for {
		m.Body = grammar.Statements(p, lex, m.Body)
		if p.Lex.Done() {
			return m
		}
		lex = load(p, array)
	}
}

// load reads the next chunk of tokens.
func load(p *expr.Parser, array *lexer.Array) *plexer.PeekingLexer {
	lex, toks := array.Fill(p.Lex)
	p.Load(toks)
	return lex
}

// end skips newlines and expects the end of the tokens.
func end(p *expr.Parser) {
	for p.Accept(token.Newline) {
	}
	if p.Tok() != token.EOF {
		p.Syntax()
	}
}

// interactive parses one statement of a prompt.
func (s *source) interactive(p *expr.Parser, lex *plexer.PeekingLexer) ast.Mod {
	if p.Tok() == token.EOF {
		p.Syntax()
	}
	m := &ast.Interactive{Body: grammar.Statement(p, lex)}
	p.EndInteractive()
	return m
}

// funcType parses "(types) -> type".
func funcType(p *expr.Parser) ast.Mod {
	m := &ast.FunctionType{}
	p.Expect(token.LPar)
	stars := 0 // "*type" comes behind the plain ones, "**type" last
	for p.Tok() != token.RPar {
		n := 0
		if p.Accept(token.Star) {
			n = 1
		} else if p.Accept(token.DoubleStar) {
			n = 2
		}
		if stars > 0 && n <= stars {
			p.Syntax()
		}
		stars = n
		m.Argtypes = append(m.Argtypes, p.Expression())
		if !p.Accept(token.Comma) {
			break
		}
	}
	p.Expect(token.RPar)
	p.Expect(token.Arrow)
	m.Returns = p.Expression()
	end(p)
	return m
}

// explain makes a SyntaxError of the first pass's problem.
func (s *source) explain(problem *token.Problem) *SyntaxError {
	problem = diag.Explain(s.text, diag.Mode(s.opt.Mode), problem)
	if s.opt.Incomplete && problem.AtEOF {
		return s.incomplete()
	}
	e := s.syntaxError(problem)
	if s.opt.Mode == Exec && e.Text != "" && !problem.Raw && !strings.HasSuffix(e.Text, "\n") {
		e.Text += "\n" // CPython completes the last line of a file
	}
	if s.opt.Mode == Exec && !strings.HasSuffix(e.Source, "\n") {
		e.Source += "\n"
	}
	if problem.Raw || problem.Unclosed && e.Line < strings.Count(strings.TrimSuffix(s.text, "\n"), "\n")+1 {
		// The lexer, or what it has left behind.
		e.Text = strings.TrimSuffix(e.Text, "\n")
	}
	if s.text == "" && s.opt.Mode != Exec {
		e.Line, e.EndLine = 0, 0
	}
	return e
}
