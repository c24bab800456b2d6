package tests

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/gopy-lang/gopy"

// mayImport is the house's map: what each room may import of gopy's own
// packages. internal/ is open to all; test files are not looked at.
var mayImport = map[string][]string{
	"cmd/gopy":   {"", "parser", "object", "internal"},
	"":           {"vm", "stdlib", "object", "code", "gil"},
	"stdlib":     {"object", "gil", "stdlib"},
	"stdlib/ast": {"object", "gil", "stdlib", "ast", "code", "compiler", "parser"},
	"vm":         {"object", "code", "compiler", "parser", "ast", "gil", "signature"},
	"object":     {"code", "gil", "signature"},
	"compiler":   {"ast", "code"},
	"parser":     {"ast", "parser"},
	"ast":        {},
	"code":       {},
	"signature":  {},
	"gil":        {},
	"bench":      {},
	"tests":      {"", "object"},
}

// languageModules are the modules of Python about Python: they may use the rooms
// of the language as the one called ast does.
var languageModules = map[string]bool{"ast": true, "dis": true, "symtable": true, "tokenize": true}

// room gives the map's name of a package path below the module.
func room(p string) string {
	p = strings.TrimPrefix(strings.TrimPrefix(p, module), "/")
	if p == "" || strings.HasPrefix(p, "cmd/") {
		return p
	}
	head, rest, _ := strings.Cut(p, "/")
	if name, _, _ := strings.Cut(rest, "/"); languageModules[name] && head == "stdlib" {
		return "stdlib/ast"
	}
	return head
}

func TestImportsGoDownward(t *testing.T) {
	cmd := exec.Command("go", "list", "-f", "{{.ImportPath}}:{{join .Imports \" \"}}", module+"/...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		pkg, imports, _ := strings.Cut(line, ":")
		from := room(pkg)
		if from == "internal" {
			continue
		}
		allowed, ok := mayImport[from]
		if !ok {
			t.Errorf("room %q is not on the map", from)
			continue
		}
		for _, imp := range strings.Fields(imports) {
			if !strings.HasPrefix(imp, module) {
				continue
			}
			seen++
			to := room(imp)
			good := to == "internal" || to == from && from != "cmd/gopy" || to == "stdlib/ast" && from == "stdlib"
			for _, a := range allowed {
				good = good || a == to
			}
			if !good {
				t.Errorf("%s imports %s: the map does not allow it", pkg, imp)
			}
		}
	}
	if seen == 0 {
		t.Error("no imports seen: the test looks at the wrong module")
	}
}
