package grammar

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/participle/v2"
	plexer "github.com/alecthomas/participle/v2/lexer"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// This file builds the statements a second time as one participle grammar: the
// same productions in a Union, blocks as a production, no dispatch by the first
// token. It is slow, and an oracle for the block loop of the package.

type unionFile struct {
	Lines []*unionLine `parser:"@@*"`
}

type unionLine struct {
	Compound compoundNode   `parser:"  @@"`
	Simple   []simpleNode   `parser:"| @@"`
	More     []*simpleAfter `parser:"  @@* SEMI? NEWLINE"`
}

type simpleAfter struct {
	Simple simpleNode `parser:"SEMI @@"`
}

type unionBlock struct {
	Lines []*unionLine `parser:"COLON ( NEWLINE INDENT @@+ DEDENT"`
	Line  *unionLine   `parser:"| @@ )"`
}

type unionIf struct {
	Tokens []token.Token
	Test   namedNode   `parser:"IF @@"`
	Body   blockNode   `parser:"@@"`
	Elifs  []*elifPart `parser:"@@*"`
	Else   blockNode   `parser:"( ELSE @@ )?"`
}

type elifPart struct {
	Tokens []token.Token
	Test   namedNode `parser:"ELIF @@"`
	Body   blockNode `parser:"@@"`
}

type unionMatch struct {
	Match matchStmt `parser:"(?= 'match':NAME ( ~NEWLINE )+ NEWLINE INDENT 'case':NAME ) @@"`
}

type unionType struct {
	Type typeStmt `parser:"(?= 'type':NAME NAME ) @@"`
}

type unionReturn struct {
	Tokens []token.Token
	Value  valueNode `parser:"RETURN @@?"`
}

type unionWord struct {
	Tokens []token.Token
	Word   token.Token `parser:"@( PASS | BREAK | CONTINUE )"`
}

type unionAssignment struct {
	Stmt assignmentNode `parser:"@@"`
}

type (
	compoundNode   interface{ compound(p *expr.Parser) ast.Stmt }
	simpleNode     interface{ simple(p *expr.Parser) ast.Stmt }
	valueNode      interface{ ast.Expr }
	assignmentNode interface{ ast.Stmt }
)

func (s unionIf) compound(p *expr.Parser) ast.Stmt {
	pos := span(s.Tokens)
	orelse := stmts(s.Else)
	for _, e := range slices.Backward(s.Elifs) {
		n := &ast.If{Test: e.Test, Body: stmts(e.Body), Orelse: orelse, Pos: span(e.Tokens)}
		n.EndLine, n.EndCol = pos.EndLine, pos.EndCol
		orelse = []ast.Stmt{n}
	}
	return &ast.If{Pos: pos, Test: s.Test, Body: stmts(s.Body), Orelse: orelse}
}

func (s unionMatch) compound(p *expr.Parser) ast.Stmt { return s.Match.convert(p) }
func (s defStmt) compound(p *expr.Parser) ast.Stmt    { return s.convert(p, nil) }
func (s classStmt) compound(p *expr.Parser) ast.Stmt  { return s.convert(p, nil) }
func (s forStmt) compound(*expr.Parser) ast.Stmt      { return s.convert() }
func (s whileStmt) compound(*expr.Parser) ast.Stmt    { return s.convert() }
func (s withStmt) compound(*expr.Parser) ast.Stmt     { return s.convert() }
func (s tryStmt) compound(p *expr.Parser) ast.Stmt    { return s.convert(p) }
func (s asyncStmt) compound(p *expr.Parser) ast.Stmt  { return s.convert(p) }
func (s decorated) compound(p *expr.Parser) ast.Stmt  { return s.convert(p) }

func (s unionReturn) simple(*expr.Parser) ast.Stmt {
	return &ast.Return{Pos: span(s.Tokens), Value: s.Value}
}

func (s unionWord) simple(*expr.Parser) ast.Stmt {
	switch s.Word.Type {
	case token.Pass:
		return &ast.Pass{Pos: span(s.Tokens)}
	case token.Break:
		return &ast.Break{Pos: span(s.Tokens)}
	}
	return &ast.Continue{Pos: span(s.Tokens)}
}

func (s unionAssignment) simple(*expr.Parser) ast.Stmt { return s.Stmt }
func (s unionType) simple(p *expr.Parser) ast.Stmt     { return s.Type.convert(p) }
func (s importStmt) simple(*expr.Parser) ast.Stmt      { return s.convert() }
func (s fromStmt) simple(p *expr.Parser) ast.Stmt      { return s.convert(p) }
func (s raiseStmt) simple(p *expr.Parser) ast.Stmt     { return s.convert(p) }
func (s assertStmt) simple(*expr.Parser) ast.Stmt      { return s.convert() }
func (s delStmt) simple(*expr.Parser) ast.Stmt         { return s.convert() }
func (s globalStmt) simple(*expr.Parser) ast.Stmt      { return s.convert() }
func (s nonlocalStmt) simple(*expr.Parser) ast.Stmt    { return s.convert() }

// list makes statements of lines.
func unionList(p *expr.Parser, lines []*unionLine) (list []ast.Stmt) {
	for _, line := range lines {
		if line.Compound != nil {
			list = append(list, line.Compound.compound(p))
			continue
		}
		for _, s := range line.Simple {
			list = append(list, s.simple(p))
		}
		for _, more := range line.More {
			list = append(list, more.Simple.simple(p))
		}
	}
	return list
}

// unionRoot names the block so that it can be parsed on its own.
type unionRoot struct {
	Block *unionBlock `parser:"  @@"`
	File  *unionFile  `parser:"| @@"`
}

func buildUnion(t *testing.T) *participle.Parser[unionRoot] {
	var whole *participle.Parser[unionRoot]
	// The productions of the package are shared but for the block.
	all := optionsWith(participle.ParseTypeWith(func(lex *plexer.PeekingLexer) (blockNode, error) {
		parser, err := participle.ParserForProduction[unionBlock](whole)
		if err != nil {
			return nil, err
		}
		b, err := parser.ParseFromLexer(lex, participle.AllowTrailing(true))
		if err != nil {
			return nil, err
		}
		p := expr.From(lex)
		if b.Line != nil {
			return block(unionList(p, []*unionLine{b.Line})), nil
		}
		return block(unionList(p, b.Lines)), nil
	}))
	all = append(all,
		participle.Union[compoundNode](unionIf{}, defStmt{}, classStmt{}, forStmt{}, whileStmt{}, withStmt{}, tryStmt{},
			asyncStmt{}, decorated{}, unionMatch{}),
		participle.Union[simpleNode](unionReturn{}, unionWord{}, importStmt{}, fromStmt{}, raiseStmt{}, assertStmt{}, delStmt{},
			globalStmt{}, nonlocalStmt{}, unionType{}, unionAssignment{}),
		optional(func(p *expr.Parser) (v valueNode) {
			if p.AtExpression() || p.Tok() == token.Star {
				v = p.Star()
			}
			return v
		}),
		optional(func(p *expr.Parser) (s assignmentNode) {
			if p.AtExpression() || p.Tok() == token.Star || p.Tok() == token.Yield {
				s = Assignment(p)
			}
			return s
		}),
		participle.UseLookahead(1024))
	var err error
	if whole, err = participle.Build[unionRoot](all...); err != nil {
		t.Fatal(err)
	}
	return whole
}

// TestUnion compares the package with the grammar in one piece.
func TestUnion(t *testing.T) {
	names, err := filepath.Glob("../testdata/corpus/*.py")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	whole := buildUnion(t)
	file, err := participle.ParserForProduction[unionFile](whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		src := strings.ToValidUTF8(strings.TrimPrefix(strings.ReplaceAll(string(data), "\r\n", "\n"), "\ufeff"), "é")
		p := &expr.Parser{Src: src}
		got := unionParse(t, p, file)
		q := &expr.Parser{Src: src}
		q.Lex = lexer.New(src, q.Handle(), 0)
		lex, toks := new(lexer.Array).Fill(q.Lex)
		q.Load(toks)
		var want []ast.Stmt
		if problem := q.Catch(func() { want = Statements(q, lex, nil) }); problem != nil {
			t.Fatalf("%s: %v", name, problem)
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d statements, want %d", name, len(got), len(want))
		}
		for i := range min(len(got), len(want)) {
			if a, b := ast.Dump(got[i], true, true), ast.Dump(want[i], true, true); a != b {
				t.Errorf("%s: line %d:\n got %s\nwant %s", name, want[i].Position().Line, a, b)
			}
		}
	}
}

func unionParse(t *testing.T, p *expr.Parser, file *participle.Parser[unionFile]) (list []ast.Stmt) {
	p.Lex = lexer.New(p.Src, p.Handle(), 0)
	lex, toks := new(lexer.Array).Fill(p.Lex)
	p.Load(toks)
	problem := p.Catch(func() {
		f, err := file.ParseFromLexer(lex)
		if err != nil {
			t.Fatal(err)
		}
		list = unionList(p, f.Lines)
	})
	if problem != nil {
		t.Fatalf("%+v", problem)
	}
	return list
}
