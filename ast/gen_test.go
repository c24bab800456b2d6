package ast_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestGenerated runs the generator again and compares what it writes.
func TestGenerated(t *testing.T) {
	dir := t.TempDir()
	bin := filepath.Join(dir, "astgen")
	if out, err := exec.Command("go", "build", "-o", bin, "../internal/gen/astgen").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	for _, d := range []string{"ast", "stdlib/ast"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	table, err := os.ReadFile("nodes.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "ast", "nodes.txt"), table, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(bin)
	cmd.Dir = filepath.Join(dir, "ast")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("astgen: %v\n%s", err, out)
	}
	for _, d := range []string{"ast", "stdlib/ast"} {
		files, err := filepath.Glob(filepath.Join(dir, d, "*_gen.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files: %v", d, err)
		}
		for _, f := range files {
			want, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(filepath.Join("..", d, filepath.Base(f)))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s/%s is not what go generate writes: %v", d, filepath.Base(f), err)
			}
		}
	}
}
