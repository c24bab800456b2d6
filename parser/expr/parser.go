package expr

import (
	"strings"
	"unsafe"

	plexer "github.com/alecthomas/participle/v2/lexer"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// maxDepth bounds the nesting of expressions. CPython's parser gives up after
// 6,000 rules; unary operators cost one here and there.
const maxDepth = 5970

// Parser is the state of one parse.
type Parser struct {
	Toks []token.Token
	I    int // index of the current token
	Far  int // the furthest token looked at by a parse that was given up
	// Strict turns on the rules that only explain errors. They may look at
	// tokens far ahead.
	Strict bool
	// Lex is the source of Toks.
	Lex *lexer.Lexer
	// Warn, if not nil, receives warnings.
	Warn func(token.Warning)
	// MaxIntDigits bounds the decimal digits of an int; 0 is the default limit,
	// a negative number none.
	MaxIntDigits int
	// Src is the source of all tokens.
	Src string
	// Diamond makes "<>" the operator of inequality instead of "!=" (PEP 401).
	Diamond bool

	depth   int
	inSpec  bool
	field   string // "f-string" or "t-string" inside a replacement field
	level   int    // open brackets around the current expression
	scratch []ast.Expr
	// Second is set in the pass that looks for errors, with or without Strict.
	Second bool
	// Stmts is the stack of statements of the open blocks.
	Stmts []ast.Stmt
	self  handle
}

// handle is what the SOURCE token's text points to: the parser of the tokens.
// It is never written after its making, as a string's bytes must not be.
type handle struct{ p *Parser }

// Handle returns the text for the SOURCE token of p's tokens. It is not text:
// participle's custom productions are functions without state, so the state
// travels with the tokens.
func (p *Parser) Handle() string {
	p.self.p = p
	return unsafe.String((*byte)(unsafe.Pointer(&p.self)), int(unsafe.Sizeof(p.self)))
}

// From returns the parser of lex's tokens, standing where lex stands.
func From(lex *plexer.PeekingLexer) *Parser {
	text := lex.Range(0, 1)[0].Value
	p := (*handle)(unsafe.Pointer(unsafe.StringData(text))).p
	p.I = int(lex.RawCursor())
	if p.I == 0 {
		p.I = 1
	}
	return p
}

// Leave moves lex to where p stands.
func (p *Parser) Leave(lex *plexer.PeekingLexer) {
	lex.FastForward(plexer.RawCursor(p.I - 1))
}

// Load makes p read the tokens from the beginning.
func (p *Parser) Load(toks []token.Token) {
	p.Toks, p.I, p.Far = toks, 1, 0
}

// bail is the panic that leaves the recursion.
type bail struct{ problem *token.Problem }

// Catch runs f and returns the problem it failed with.
func (p *Parser) Catch(f func()) (problem *token.Problem) {
	depth, level, scratch, stmts := p.depth, p.level, len(p.scratch), len(p.Stmts)
	field, inSpec := p.field, p.inSpec
	defer func() {
		if r := recover(); r != nil {
			b, ok := r.(*bail)
			if !ok {
				panic(r)
			}
			problem = b.problem
			p.field, p.inSpec = field, inSpec
			p.depth, p.level, p.scratch, p.Stmts = depth, level, p.scratch[:scratch], p.Stmts[:stmts]
		}
	}()
	f()
	return nil
}

// Try runs f; if it fails, or returns false, p is back where it was.
func (p *Parser) Try(f func() bool) bool {
	start, ok := p.I, false
	strict := p.Strict
	p.Strict = false
	problem := p.Catch(func() { ok = f() })
	p.Strict = strict
	if strict || !ok || problem != nil {
		p.Far = max(p.Far, p.I)
	}
	if strict && p.Tok() == token.Error {
		p.Syntax()
	}
	if ok && problem == nil {
		return true
	}
	p.I = start
	return false
}

// Tok is the current token's type.
func (p *Parser) Tok() token.Type { return p.Toks[p.I].Type }

// Peek is the type of the token n tokens ahead, not beyond the end.
func (p *Parser) Peek(n int) token.Type {
	for i := p.I; i < p.I+n; i++ {
		if p.Toks[i].Type == token.EOF {
			return token.EOF
		}
	}
	return p.Toks[p.I+n].Type
}

// Cur is the current token.
func (p *Parser) Cur() *token.Token { return &p.Toks[p.I] }

// Prev is the token before the current one.
func (p *Parser) Prev() *token.Token { return &p.Toks[p.I-1] }

// Accept skips the current token if it has type t.
func (p *Parser) Accept(t token.Type) bool {
	if p.Toks[p.I].Type == t {
		p.I++
		return true
	}
	return false
}

// Expect skips a token of type t or fails.
func (p *Parser) Expect(t token.Type) *token.Token {
	if p.Toks[p.I].Type != t {
		p.Syntax()
	}
	p.I++
	return &p.Toks[p.I-1]
}

// Ident skips a name and returns it normalized.
func (p *Parser) Ident() string {
	return lexer.Normalize(p.Expect(token.Name).Value)
}

// IsSoft reports whether the current token is the soft keyword word.
func (p *Parser) IsSoft(word string) bool {
	return p.Tok() == token.Name && p.Cur().Value == word
}

// Since is the range from token start to the last token skipped.
func (p *Parser) Since(start *token.Token) ast.Pos {
	var pos ast.Pos
	pos.Line, pos.Col = int32(start.Pos.Line), int32(start.Pos.Column-1)
	pos.EndLine, pos.EndCol = token.End(&p.Toks[p.I-1])
	return pos
}

// from is the range from token start to the last token skipped.
func (p *Parser) from(start int) ast.Pos { return p.Since(&p.Toks[start]) }

// Syntax fails with "invalid syntax" at the current token, or with the lexer's
// error.
func (p *Parser) Syntax() {
	at := max(p.I, p.Far)
	t := &p.Toks[at]
	if t.Type == token.Error || p.Toks[p.I].Type == token.Error {
		panic(&bail{p.Lex.Err})
	}
	problem := Generic(t)
	if t.Type == token.EOF {
		problem.Pos.Line = p.lineEnd().Line
		problem.Pos.EndLine = problem.Pos.Line
	}
	panic(&bail{problem})
}

// Rethrow fails with a problem that Catch returned.
func (p *Parser) Rethrow(problem *token.Problem) { panic(&bail{problem}) }

// Generic is the error at a token that the grammar does not allow.
func Generic(t *token.Token) *token.Problem {
	problem := &token.Problem{Msg: "invalid syntax", Pos: token.Span(t, t), Generic: true}
	switch t.Type {
	case token.EOF:
		problem.Pos.Col, problem.Pos.EndCol = -1, -1
		problem.AtEOF = true
	case token.Newline:
		if t.Pos.Column > 0 {
			problem.Pos.EndCol = problem.Pos.Col + 1
		}
	case token.Indent:
		problem.Kind, problem.Msg = token.IndentationError, "unexpected indent"
		problem.Pos.Col, problem.End = problem.Pos.EndCol-1, token.EndMinus
	case token.Dedent:
		problem.Kind, problem.Msg = token.IndentationError, "unexpected unindent"
	}
	return problem
}

// Fail fails with msg about the range pos.
func (p *Parser) Fail(pos ast.Pos, msg string) {
	p.FailAs(token.SyntaxError, pos, msg)
}

// FailAs is Fail with a kind of error.
func (p *Parser) FailAs(kind token.Kind, pos ast.Pos, msg string) {
	panic(&bail{&token.Problem{Kind: kind, Msg: msg, Pos: pos}})
}

// FailTok fails with msg about one token.
func (p *Parser) FailTok(t *token.Token, msg string) {
	if t.Type == token.Error {
		p.Syntax()
	}
	p.failLast(t, msg)
}

// EndInteractive expects the end of the source behind the statement of a prompt.
func (p *Parser) EndInteractive() {
	last := p.Prev()
	switch {
	case last.Type == token.Dedent || compound(p.Toks[1].Type):
		if !p.Accept(token.Newline) && (p.Tok() != token.EOF || last.Type != token.Dedent && !strings.HasSuffix(p.Src, "\n")) {
			p.Syntax()
		}
	case p.Tok() != token.EOF:
		panic(&bail{&token.Problem{Msg: "multiple statements found while compiling a single statement", Pos: token.Span(last, last), Final: true}})
	}
	for p.Accept(token.Newline) {
	}
	if p.Tok() != token.EOF {
		p.Syntax()
	}
}

// compound says whether a keyword begins a compound statement.
func compound(t token.Type) bool {
	switch t {
	case token.If, token.While, token.For, token.Try, token.With, token.Def, token.Class, token.At, token.Async:
		return true
	}
	return false
}

// failLast fails with msg about the last token read. A NEWLINE without a column
// stands for the last character of its line.
func (p *Parser) failLast(t *token.Token, msg string) {
	problem := &token.Problem{Msg: msg, Pos: Generic(t).Pos}
	if t.Type == token.Newline && t.Pos.Column == 0 {
		problem.Pos = p.lineEnd()
		problem.Pos.Col--
		problem.End = token.EndMinus
	}
	panic(&bail{problem})
}

// FailHere fails with msg at the current token, as CPython does it for the last
// token read: the tokens that are not written out end at the end of their line.
func (p *Parser) FailHere(kind token.Kind, msg string) {
	t := p.Cur()
	if t.Type == token.Error {
		p.Syntax()
	}
	problem := &token.Problem{Kind: kind, Msg: msg, Pos: Generic(t).Pos}
	if t.Type == token.EOF || t.Type == token.Dedent {
		problem.End, problem.AtEOF = token.EndMinus, true
		for i := p.I; p.Toks[i].Type != token.EOF; i++ {
			problem.AtEOF = problem.AtEOF && p.Toks[i].Type == token.Dedent
		}
		if problem.AtEOF {
			problem.Pos = p.lineEnd()
			if p.Lex.Bare && !strings.HasSuffix(p.Src, "\n") {
				problem.Pos.Col--
			}
		} else {
			problem.Pos.Col--
		}
	}
	panic(&bail{problem})
}

// lineEnd is the position behind the last line.
func (p *Parser) lineEnd() ast.Pos {
	src := strings.TrimSuffix(p.Src, "\n")
	return ast.Pos{Line: int32(strings.Count(src, "\n") + 1), Col: int32(len(src) - strings.LastIndexByte(src, '\n') - 1)}
}

// Force skips a token of type t that nothing else could replace.
func (p *Parser) Force(t token.Type, text string) {
	if p.Tok() == token.Error {
		p.Syntax()
	}
	if p.Tok() != t {
		p.Fail(Generic(p.Cur()).Pos, "expected '"+text+"'")
	}
	p.I++
}

// FailFrom fails with msg about the range from start to the current token, the
// last one read. Like CPython it leaves out that token's last column.
func (p *Parser) FailFrom(start *token.Token, msg string) {
	pos := Generic(p.Cur()).Pos
	pos.Line, pos.Col = token.Start(start)
	pos.EndCol--
	p.Fail(pos, msg)
}

// failRange fails with msg about the range of two nodes.
func (p *Parser) failRange(a, b ast.Node, msg string) {
	from, to := *a.Position(), b.Position()
	from.EndLine, from.EndCol = to.EndLine, to.EndCol
	p.Fail(from, msg)
}

// Enter counts one level of nesting, Exit ends it.
func (p *Parser) Enter() {
	if p.depth++; p.depth > maxDepth {
		t := p.Cur()
		p.FailAs(token.MemoryError, token.Span(t, t), "Parser stack overflowed - Python source too complex to parse")
	}
}

// Exit ends a level of nesting.
func (p *Parser) Exit() { p.depth-- }

func (p *Parser) enterBracket() {
	p.level++
	p.Enter()
}

func (p *Parser) exitBracket() {
	p.level--
	p.Exit()
}

// take returns a copy of the scratch list from mark on, and drops it there.
func (p *Parser) take(mark int) []ast.Expr {
	list := make([]ast.Expr, len(p.scratch)-mark)
	copy(list, p.scratch[mark:])
	p.scratch = p.scratch[:mark]
	return list
}
