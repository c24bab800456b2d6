//go:build unix

package gopy_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy"
)

// TestMain makes the test binary a program whose Python code can start
// processes.
func TestMain(m *testing.M) {
	if status, ok := gopy.Child(); ok {
		os.Exit(status)
	}
	os.Exit(m.Run())
}

// TestEmbeddedProcesses starts processes and a pool from a host program.
func TestEmbeddedProcesses(t *testing.T) {
	in, err := gopy.New(gopy.Config{Argv: []string{"host", "arg"}})
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	src := `
import multiprocessing, os, sys
from concurrent.futures import ProcessPoolExecutor
factor = 3
def times(x):
    return x * factor
def work(path):
    with open(path, "w") as f:
        print(times(5), sys.argv, os.getpid() != os.getppid(), file=f)
p = multiprocessing.Process(target=work, args=("` + out + `",))
p.start()
p.join()
assert p.exitcode == 0, p.exitcode
with ProcessPoolExecutor(2) as ex:
    assert list(ex.map(times, range(4))) == [0, 3, 6, 9]
`
	err = in.Exec(context.Background(), "<host>", []byte(src))
	if status := in.Exit(err); status != 0 {
		t.Fatalf("status %d", status)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(b)); got != "15 ['host', 'arg'] True" {
		t.Errorf("child wrote %q", got)
	}
}
