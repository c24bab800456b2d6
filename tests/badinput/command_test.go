// Package badinput runs gopy with bad input of every kind: malformed programs,
// runaway recursion and sizes (as scripts with recorded outputs, run by package
// tests), and here broken pipes, full disks and interrupts.
package badinput

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

var gopy string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "gopy-badinput")
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

func status(t *testing.T, err error) int {
	t.Helper()
	var ee *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &ee):
		return ee.ExitCode()
	}
	t.Fatal(err)
	return 0
}

// TestBrokenPipe writes to a reader that has gone, as `| head` does.
func TestBrokenPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(gopy, "-c", "for i in range(1_000_000): print(i)")
	var errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = w, &errOut
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if line, err := bufio.NewReader(r).ReadString('\n'); line != "0\n" {
		t.Errorf("first line %q, %v", line, err)
	}
	r.Close()
	code := status(t, cmd.Wait())
	if code != 1 || !strings.HasSuffix(errOut.String(), "BrokenPipeError: [Errno 32] Broken pipe\n") || !strings.HasPrefix(errOut.String(), "Traceback") {
		t.Errorf("status %d, printed %q", code, errOut.String())
	}
}

// TestFullDisk writes where nothing fits.
func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full on this system")
	}
	defer full.Close()
	cmd := exec.Command(gopy, "-c", "print('x')")
	var errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = full, &errOut
	code := status(t, cmd.Run())
	if code != 1 || !strings.HasSuffix(errOut.String(), "\nOSError: [Errno 28] No space left on device\n") {
		t.Errorf("status %d, printed %q", code, errOut.String())
	}
}

// interrupted are programs that print a line and then do something that takes
// for ever.
var interrupted = map[string]string{
	"loop":      "while True: pass",
	"call":      "def f(): pass\nwhile True: f()",
	"sleep":     "import time; time.sleep(600)",
	"power":     "x = 7 ** (10 ** 9)",
	"digits":    "import sys; sys.set_int_max_str_digits(0); s = str(1 << 400_000_000)",
	"product":   "x = 3 ** 30_000_000; y = x * x * x * x * x * x * x * x",
	"sum":       "sum(iter(int, 1))",
	"list":      "list(iter(int, 1)) if 0 else any(iter(int, 1))",
	"sorted":    "class A:\n  def __lt__(s, o): return True\nwhile True: sorted([A()] * 1000)",
	"lock":      "import threading; l = threading.Lock(); l.acquire(); l.acquire()",
	"join":      "import threading, time; t = threading.Thread(target=time.sleep, args=(600,), daemon=True); t.start(); t.join()",
	"event":     "import threading; threading.Event().wait()",
	"condition": "import threading\nc = threading.Condition()\nwith c: c.wait()",
	"queue":     "import queue; queue.Queue().get()",
	"simple":    "import queue; queue.SimpleQueue().get()",
	"future":    "from concurrent.futures import Future; Future().result()",
	"stdin":     "input()",
	"asyncio":   "import asyncio; asyncio.run(asyncio.sleep(600))",
	"pipe":      "import os; r, w = os.pipe(); os.read(r, 1)",
	"select":    "import select; select.select([], [], [])",
	"child":     "import subprocess; subprocess.run(['sleep', '600'])",
}

func TestInterrupt(t *testing.T) {
	for name, program := range interrupted {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command(gopy, "-c", "print('ready', flush=True)\n"+program)
			var errOut bytes.Buffer
			cmd.Stderr = &errOut
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close()
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			kill := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
			defer kill.Stop()
			rd := bufio.NewReader(out)
			if line, err := rd.ReadString('\n'); line != "ready\n" {
				t.Fatalf("%q %v %s", line, err, errOut.String())
			}
			// The signal may come before the program waits: both must end it.
			if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
				t.Fatal(err)
			}
			_, _ = io.Copy(io.Discard, rd)
			code := status(t, cmd.Wait())
			if code != -1 || !strings.Contains(errOut.String(), "\nKeyboardInterrupt\n") {
				t.Errorf("status %d (-1: by a signal), printed %q", code, errOut.String())
			}
		})
	}
}

// TestAttributes sets and deletes all attributes of many objects: not for
// CPython, which does not survive it.
func TestAttributes(t *testing.T) {
	out, err := exec.Command(gopy, "-W", "ignore", "attributes_mod.py").CombinedOutput()
	if err != nil || string(out) != "survived True\n" {
		t.Errorf("%v: %s", err, out)
	}
}
