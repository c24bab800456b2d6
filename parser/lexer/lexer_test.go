package lexer

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/parser/token"
)

// tokens reads all tokens, across chunks.
func tokens(src string, limit int) ([]token.Token, *Lexer) {
	lx := New(src, "handle", limit)
	var list []token.Token
	for {
		t, _ := lx.Next()
		switch {
		case t.Type == token.Source:
		case t.Type != token.EOF || lx.Done():
			list = append(list, t)
		}
		if t.Type == token.EOF && lx.Done() {
			return list, lx
		}
	}
}

func spell(list []token.Token) string {
	names := map[token.Type]string{}
	for name, typ := range token.Symbols() {
		names[typ] = name
	}
	var b strings.Builder
	for _, t := range list {
		fmt.Fprintf(&b, "%s %q %d:%d\n", names[t.Type], t.Value, t.Pos.Line, t.Pos.Column)
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	src := "if x:\n  f'a{y!r:>{w}}b'\n# c\n\nz <= 0x1\\\n+ .5"
	want := `IF "if" 1:1
NAME "x" 1:4
COLON ":" 1:5
NEWLINE "\n" 1:6
INDENT "  " 2:1
FSTART "f'" 2:3
FMIDDLE "a" 2:5
LBRACE "{" 2:6
NAME "y" 2:7
EXCLAMATION "!" 2:8
NAME "r" 2:9
COLON ":" 2:10
FMIDDLE ">" 2:11
LBRACE "{" 2:12
NAME "w" 2:13
RBRACE "}" 2:14
RBRACE "}" 2:15
FMIDDLE "b" 2:16
FEND "'" 2:17
NEWLINE "\n" 2:18
DEDENT "" 5:1
NAME "z" 5:1
LESSEQUAL "<=" 5:3
NUMBER "0x1" 5:6
PLUS "+" 6:1
NUMBER ".5" 6:3
NEWLINE "" 6:5
EOF "" 7:1
`
	list, _ := tokens(src, 0)
	if got := spell(list); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestChunks checks that chunks make no difference but for their ends.
func TestChunks(t *testing.T) {
	names, err := filepath.Glob("../testdata/corpus/*.py")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		src := strings.ReplaceAll(string(data), "\r", "")
		whole, _ := tokens(src, 0)
		chunked, _ := tokens(src, 1)
		if spell(whole) != spell(chunked) {
			t.Errorf("%s: chunks differ", name)
		}
	}
}

func FuzzTokenize(f *testing.F) {
	for _, src := range []string{
		"", "x", "if x:\n\ty\n", "f'{x!r:{y}}'", "f'''{\n", "'''", "\\", "\\\n", "((]", "0x", "1_", "1e+", "é“", "\f\t x\n  \\\n y",
		"rb'\\''", "t'{{}}{x=}'", "@a\ndef f(): pass\nelse", strings.Repeat("(", 300), strings.Repeat("f'{", 200), "f'\\N{x}{y}'",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ReplaceAll(src, "\r", "\n")
		for _, limit := range []int{0, 3} {
			lx := New(src, "", limit)
			end, failed := 0, false
			for n := 0; ; n++ {
				tok, _ := lx.Next()
				if tok.Type == token.Source {
					continue
				}
				if tok.Pos.Offset < end && tok.Type != token.Indent || tok.Pos.Offset+len(tok.Value) > len(src) {
					t.Fatalf("token %+v after offset %d", tok, end)
				}
				end = tok.Pos.Offset + len(tok.Value)
				failed = failed || tok.Type == token.Error
				if tok.Type == token.EOF && lx.Done() {
					break
				}
				if n > 4*len(src)+400 {
					t.Fatal("the lexer does not end")
				}
			}
			if failed != (lx.Err != nil) {
				t.Fatalf("error token %v, error %v", failed, lx.Err)
			}
		}
	})
}
