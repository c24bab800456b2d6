// Package article runs scripts of the four shapes that the article
// "Concurrency in Python: Threads, Processes, and Async" teaches, each as a
// file, as -c text and from standard input.
package article

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var gopy string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	if gopy = os.Getenv(commandVar); gopy != "" {
		return m.Run() // inside a namespace
	}
	dir, err := os.MkdirTemp("", "gopy-article")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	gopy = filepath.Join(dir, "gopy")
	cmd := exec.Command("go", "build", "-o", gopy, "../../cmd/gopy")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return 1
	}
	return m.Run()
}

// ways are the ways to start a script.
var ways = []string{"file", "-c", "stdin"}

// start runs source in one of the ways and returns its output.
func start(t *testing.T, way, source string, env ...string) (stdout, stderr string, err error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	var cmd *exec.Cmd
	switch way {
	case "file":
		path := filepath.Join(t.TempDir(), "script.py")
		if err := os.WriteFile(path, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd = exec.CommandContext(ctx, gopy, path)
	case "-c":
		cmd = exec.CommandContext(ctx, gopy, "-c", source)
	case "stdin":
		cmd = exec.CommandContext(ctx, gopy, "-")
		cmd.Stdin = strings.NewReader(source)
	}
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	cmd.Env = append(os.Environ(), "NO_COLOR=1")
	cmd.Env = append(cmd.Env, env...)
	err = cmd.Run()
	return out.String(), errOut.String(), err
}

func source(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func result(url, what string) string {
	return "[" + strings.TrimSuffix(strings.Repeat("('"+url+"', "+what+"), ", 5), ", ") + "]"
}

// network runs script over https and checks its output and the overlap.
func network(t *testing.T, script, way, addr, url string) {
	t.Helper()
	s := newSite(t, addr, 5)
	src := source(t, script)
	if url == "" {
		url = s.url
		src = strings.ReplaceAll(src, "https://example.com", url)
	}
	out, errOut, err := start(t, way, src, "SSL_CERT_FILE="+s.ca)
	if err != nil || errOut != "" {
		t.Fatalf("%v\n%s", err, errOut)
	}
	want := "^" + regexp.QuoteMeta(result(url, "'"+body+"'")) + "\n$"
	if script == "threads.py" {
		want = "^" + regexp.QuoteMeta("Fetched: "+result(url, "44")) + `\nTime: \d+\.\d+(e-\d+)?\n$`
	}
	if !regexp.MustCompile(want).MatchString(out) {
		t.Errorf("printed %q, want %q", out, want)
	}
	if peak, n := s.overlap(); peak != 5 || n != 5 {
		t.Errorf("%d requests, at most %d at once, want 5", n, peak)
	}
}

func TestThreads(t *testing.T) {
	for _, way := range ways {
		t.Run(way, func(t *testing.T) { network(t, "threads.py", way, "127.0.0.1:0", "") })
	}
}

func TestAsync(t *testing.T) {
	for _, way := range ways {
		t.Run(way, func(t *testing.T) { network(t, "aio.py", way, "127.0.0.1:0", "") })
	}
}

func TestTimeout(t *testing.T) {
	for _, way := range ways {
		t.Run(way, func(t *testing.T) {
			begin := time.Now()
			out, errOut, err := start(t, way, source(t, "timeout.py"))
			if err != nil || out != "Task timed out!\n" || errOut != "" {
				t.Errorf("%q %q %v", out, errOut, err)
			}
			if d := time.Since(begin); d < 2*time.Second {
				t.Errorf("ended after %v, before the timeout", d)
			}
		})
	}
}

// TestUnreachable checks the errors without a server.
func TestUnreachable(t *testing.T) {
	for script, want := range map[string]string{
		"threads.py": "\nurllib.error.URLError: <urlopen error [Errno 111] Connection refused>\n",
		"aio.py":     "\naiohttp.client_exceptions.ClientConnectorError: Cannot connect to host 127.0.0.1:1 ssl:default [Connect call failed ('127.0.0.1', 1)]\n",
	} {
		src := strings.ReplaceAll(source(t, script), "https://example.com", "https://127.0.0.1:1")
		out, errOut, err := start(t, "file", src)
		if ee, ok := err.(*exec.ExitError); !ok || ee.ExitCode() != 1 || out != "" || !strings.HasSuffix(errOut, want) {
			t.Errorf("%s: %v, printed %q and\n%s\nwant the end %q", script, err, out, errOut, want)
		}
	}
}

// TestProcesses runs the unguarded pool; the children are seen in the process
// table while they work.
func TestProcesses(t *testing.T) {
	for _, way := range ways {
		t.Run(way, func(t *testing.T) {
			out, errOut, err := start(t, way, source(t, "processes.py"))
			want := "[True, False, False, False, False, False, False, False, False, False]\n"
			if err != nil || out != want || errOut != "" {
				t.Errorf("%v, printed %q and %q", err, out, errOut)
			}
		})
	}
}

// TestChildProcesses checks that the pool computes in processes of their own:
// each worker reports its number and its parent's.
func TestChildProcesses(t *testing.T) {
	src := `
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier

def work(n):
    meet.wait()
    return os.getpid(), os.getppid(), open("/proc/self/stat").read().split()[3] if os.path.exists("/proc/self/stat") else str(os.getppid())

meet = Barrier(2)
with ProcessPoolExecutor(2) as ex:
    got = list(ex.map(work, range(2)))
print(len({pid for pid, _, _ in got}), {ppid == os.getpid() for _, ppid, _ in got}, os.getpid() not in {pid for pid, _, _ in got}, {int(p) == os.getpid() for _, _, p in got})
`
	for _, way := range ways {
		t.Run(way, func(t *testing.T) {
			out, errOut, err := start(t, way, src)
			if err != nil || out != "2 {True} True {True}\n" || errOut != "" {
				t.Errorf("%v, printed %q and %q", err, out, errOut)
			}
		})
	}
}
