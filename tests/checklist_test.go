package tests

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser"
)

// seen is what the scripts of this folder use.
type seen struct {
	nodes map[string]bool // kinds of AST nodes
	names map[string]bool // "name" of built-ins, "module.name" of library functions
}

// TestChecklist makes the list of everything that the scripts must cover and
// fails for what none of them uses: every kind of AST node, every built-in
// function and exception class, and every public function and class of the
// modules that concurrent programs are made of. What the scripts print is
// compared with CPython by TestScripts.
func TestChecklist(t *testing.T) {
	s := seen{map[string]bool{}, map[string]bool{}}
	for _, file := range append(scripts(t), globAll(t, "article/*.py")...) {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		mod, err := parser.Parse(src, parser.Options{Filename: file})
		if err != nil {
			continue // scripts with errors on purpose
		}
		s.add(mod)
	}
	var missing []string
	nodes := nodeNames(t)
	for _, n := range nodes {
		if !s.nodes[n] {
			missing = append(missing, "node "+n)
		}
	}
	total := len(nodes)
	for _, n := range publicNames(t) {
		total++
		if !s.names[n] {
			missing = append(missing, n)
		}
	}
	sort.Strings(missing)
	t.Logf("%d of %d items covered", total-len(missing), total)
	for _, m := range missing {
		t.Errorf("no script covers %s", m)
	}
}

// nodeNames lists the kinds of nodes and operators of the node table that a
// file of source can hold.
func nodeNames(t *testing.T) []string {
	t.Helper()
	table, err := os.ReadFile("../ast/nodes.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(table)) {
		words := strings.Fields(line)
		switch {
		case len(words) > 1 && words[0] == "node":
			name, _, _ := strings.Cut(strings.TrimSuffix(words[1], "@"), "=")
			switch name {
			case "Interactive", "Expression", "FunctionType", "TypeIgnore":
			default:
				out = append(out, name)
			}
		case len(words) > 2 && words[0] == "enum":
			for _, w := range words[2:] {
				name, _, _ := strings.Cut(w, "=")
				out = append(out, name)
			}
		}
	}
	return out
}

func globAll(t *testing.T, pattern string) []string {
	t.Helper()
	list, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// listing prints the names to be covered as JSON.
const listing = `
import json, types, builtins
out = [n for n in dir(builtins) if n[0] != "_" and n not in ("None", "True", "False")]
for name in """threading _thread queue concurrent.futures multiprocessing asyncio urllib.request urllib.parse urllib.error sys os os.path time math random
        functools itertools collections collections.abc contextlib dataclasses typing enum json re string io argparse traceback types abc operator copy heapq bisect
        pathlib subprocess signal contextvars weakref inspect atexit gc errno tempfile shutil glob fnmatch textwrap logging pickle struct""".split():
    try:
        m = __import__(name, fromlist=["x"])
    except ImportError:
        continue
    for n in getattr(m, "__all__", None) or dir(m):
        try:
            v = getattr(m, n, None)
        except ImportError:
            continue
        if n[0] != "_" and n != "ExecError" and (name, n) != ("logging", "warn") and callable(v) and not isinstance(v, types.ModuleType):
            out.append(name + "." + n)
print(json.dumps(out))
`

func publicNames(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command(buildGopy(t), "-c", listing)
	var errOut bytes.Buffer
	cmd.Stderr = &errOut
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, errOut.String())
	}
	var names []string
	if err := json.Unmarshal(out, &names); err != nil {
		t.Fatal(err)
	}
	return names
}

// add notes what one script uses. A library name counts as used where it is
// an attribute of the module, imported from it, or a word of a string in a
// script that imports the module, as in loops over names.
func (s *seen) add(mod ast.Node) {
	modules := map[string]string{} // by local name
	imported := map[string]bool{}
	var stars []string // modules of which everything is imported
	ast.Inspect(mod, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Import:
			for _, a := range n.Names {
				local := a.Asname
				if local == "" {
					local, _, _ = strings.Cut(a.Name, ".")
					modules[a.Name] = a.Name
				} else {
					modules[local] = a.Name
				}
				imported[a.Name] = true
				if a.Asname == "" {
					modules[local] = local
				}
			}
		case *ast.ImportFrom:
			imported[n.Module] = true
			for _, a := range n.Names {
				s.names[n.Module+"."+a.Name] = true
				if a.Name == "*" {
					stars = append(stars, n.Module)
				}
			}
		}
		return true
	})
	ast.Inspect(mod, func(n ast.Node) bool {
		s.nodes[n.NodeName()] = true
		for _, f := range n.Fields() {
			switch v := f.Value.(type) {
			case fmt.Stringer:
				s.nodes[v.String()] = true
			case []fmt.Stringer:
				for _, e := range v {
					s.nodes[e.String()] = true
				}
			}
		}
		switch n := n.(type) {
		case *ast.Name:
			s.names[n.Id] = true
			for _, m := range stars {
				s.names[m+"."+n.Id] = true
			}
		case *ast.Attribute:
			if path := dotted(n.Value); path != "" {
				root, rest, _ := strings.Cut(path, ".")
				if m := modules[root]; m != "" {
					s.names[strings.TrimSuffix(m+"."+rest, ".")+"."+n.Attr] = true
				}
			}
		case *ast.Constant:
			if text, ok := n.Value.(string); ok {
				for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r != '_' && r < '0' || r > '9' && r < 'A' || r > 'z' }) {
					for m := range imported {
						s.names[strings.TrimPrefix(m+"."+w, "builtins.")] = true
					}
				}
			}
		}
		return true
	})
}

// dotted returns the path of a name or of attributes of one, or "".
func dotted(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Name:
		return e.Id
	case *ast.Attribute:
		if p := dotted(e.Value); p != "" {
			return p + "." + e.Attr
		}
	}
	return ""
}
