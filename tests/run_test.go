// Package tests runs the Python scripts of this folder with gopy and compares
// what they print with outputs recorded from CPython 3.14.
package tests

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var record = flag.String("record", "", "path of a python3.14 to record outputs with")

// buildGopy builds the command once per test run.
func buildGopy(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "gopy")
	cmd := exec.Command("go", "build", "-o", bin, "./cmd/gopy")
	cmd.Dir = ".."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return bin
}

// runScript runs a script and lays out what it did as in a golden file.
func runScript(t *testing.T, python, script string) string {
	t.Helper()
	var out, errb bytes.Buffer
	cmd := exec.Command(python, filepath.Base(script))
	cmd.Dir = filepath.Dir(script)
	cmd.Stdout, cmd.Stderr = &out, &errb
	cmd.Env = append(os.Environ(), "PYTHONHASHSEED=0", "NO_COLOR=1")
	timer := time.AfterFunc(2*time.Minute, func() { _ = cmd.Process.Kill() })
	err := cmd.Run()
	timer.Stop()
	status := 0
	var ee *exec.ExitError
	switch {
	case errors.As(err, &ee):
		status = ee.ExitCode()
	case err != nil:
		t.Fatal(err)
	}
	text := normalize(out.String(), script)
	if errb.Len() > 0 {
		text += "-- stderr --\n" + normalize(errb.String(), script)
	}
	if status != 0 {
		text += fmt.Sprintf("-- exit %d --\n", status)
	}
	return text
}

// normalize removes the folder from file names in tracebacks.
func normalize(s, script string) string {
	abs, err := filepath.Abs(filepath.Dir(script))
	if err != nil {
		return s
	}
	return strings.ReplaceAll(s, abs+string(filepath.Separator), "")
}

func scripts(t *testing.T) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(".", func(p string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, ".py") && !strings.Contains(p, "_mod") && !strings.HasPrefix(p, "article") &&
			!strings.HasPrefix(p, "conformance") {
			list = append(list, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestScripts compares every script with its golden file; a script without one
// and a golden file without script are failures.
func TestScripts(t *testing.T) {
	list := scripts(t)
	if len(list) == 0 {
		t.Fatal("no scripts found")
	}
	gopy := ""
	if *record == "" {
		gopy = buildGopy(t)
	}
	for _, s := range list {
		golden := strings.TrimSuffix(s, ".py") + ".out"
		t.Run(strings.TrimSuffix(s, ".py"), func(t *testing.T) {
			t.Parallel()
			if *record != "" {
				if err := os.WriteFile(golden, []byte(runScript(t, *record, s)), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got := runScript(t, gopy, s); got != string(want) {
				t.Errorf("output differs from CPython's\n--- got\n%s\n--- want\n%s", got, want)
			}
		})
	}
	goldens, err := filepath.Glob("*/*.out")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range goldens {
		if _, err := os.Stat(strings.TrimSuffix(g, ".out") + ".py"); err != nil {
			t.Errorf("%s has no script", g)
		}
	}
}
