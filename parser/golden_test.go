package parser_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser"
)

// TestCorpus compares trees with those recorded by testdata/record.py.
func TestCorpus(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range corpus(t) {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(name, ".py") + ".ast")
		if err != nil {
			t.Fatal(err)
		}
		mod, err := parser.Parse(src, parser.Options{Filename: name})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if at := difference(ast.Dump(mod, true, true)+"\n", string(want)); at != "" {
			t.Errorf("%s: %s", name, at)
		}
		ast.Inspect(mod, func(n ast.Node) bool {
			seen[n.NodeName()] = true
			return true
		})
	}
	for _, node := range nodeTable(t) {
		switch node {
		case "Interactive", "Expression", "FunctionType", "TypeIgnore":
		default:
			if !seen[node] {
				t.Errorf("no node %s in the corpus", node)
			}
		}
	}
}

func corpus(tb testing.TB) []string {
	names, err := filepath.Glob("testdata/corpus/*.py")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no corpus: %v", err)
	}
	return names
}

// nodeTable lists CPython's names of the nodes.
func nodeTable(t *testing.T) []string {
	src, err := os.ReadFile("../ast/nodes.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range regexp.MustCompile(`(?m)^node (\w+)`).FindAllStringSubmatch(string(src), -1) {
		names = append(names, m[1])
	}
	return names
}

// difference shows where two texts part, or returns "".
func difference(got, want string) string {
	if got == want {
		return ""
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, i-100):min(len(s), i+100)] }
	return fmt.Sprintf("\n got ...%s\nwant ...%s", cut(got), cut(want))
}

// describe writes an error as testdata/record.py does.
func describe(err error) string {
	if err == nil {
		return "OK"
	}
	e := err.(*parser.SyntaxError)
	if e.Kind == parser.KindMemoryError {
		return "MemoryError|" + e.Msg
	}
	return fmt.Sprintf("%s|%s|%d:%d-%d:%d", e.Kind, e.Msg, e.Line, e.Col, e.EndLine, e.EndCol)
}

// knownMisses are the sources whose message differs from CPython's; type and
// line are right.
var knownMisses = map[string]bool{
	"with (open(a) as b open(c) as d): pass": true,
}

// TestErrors compares errors with those recorded by testdata/record.py.
func TestErrors(t *testing.T) {
	sources, golden := readLines(t, "testdata/errors.txt"), readLines(t, "testdata/errors.golden")
	if len(sources) != len(golden) {
		t.Fatalf("%d sources, %d records", len(sources), len(golden))
	}
	for i, line := range sources {
		var src string
		if err := json.Unmarshal([]byte(line), &src); err != nil {
			t.Fatalf("errors.txt:%d: %v", i+1, err)
		}
		_, err := parser.Parse([]byte(src), parser.Options{Text: true})
		got := describe(err)
		switch {
		case got == golden[i] && knownMisses[src]:
			t.Errorf("%.80q is no miss any more", src)
		case got != golden[i] && !knownMisses[src]:
			t.Errorf("%.80q:\n got %s\nwant %s", src, got, golden[i])
		}
	}
}

func readLines(t *testing.T, name string) []string {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []string
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		lines = append(lines, s.Text())
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}
