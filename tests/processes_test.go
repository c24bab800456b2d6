//go:build unix

package tests

import (
	"bufio"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestUnguardedPool runs the example of a process pool as a file, as an argument
// and from standard input.
func TestUnguardedPool(t *testing.T) {
	t.Parallel()
	gopy := buildGopy(t)
	file := "stdlib/multiprocessing/primes.py"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := "[True" + strings.Repeat(", False", 9) + "]\n"
	for _, args := range [][]string{{file}, {"-c", string(src)}, {"-"}, {}} {
		cmd := exec.Command(gopy, args...)
		cmd.Stdin = strings.NewReader(string(src))
		out, err := cmd.CombinedOutput()
		if err != nil || string(out) != want {
			t.Errorf("%.20q: %v\n%s", args, err, out)
		}
	}
}

// startTree starts a script that prints the numbers of its children.
func startTree(t *testing.T, script string) (*exec.Cmd, []int) {
	t.Helper()
	cmd := exec.Command(buildGopy(t), "-c", script)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	var pids []int
	for _, f := range strings.Fields(line) {
		n, err := strconv.Atoi(f)
		if err != nil {
			t.Fatal(err)
		}
		pids = append(pids, n)
	}
	return cmd, pids
}

func awaitGone(t *testing.T, pids []int) {
	t.Helper()
	for _, pid := range pids {
		for end := time.Now().Add(20 * time.Second); syscall.Kill(pid, 0) == nil; time.Sleep(10 * time.Millisecond) {
			if b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat"); err == nil && strings.Contains(string(b), ") Z ") {
				break // nobody waits for it here
			}
			if time.Now().After(end) {
				t.Fatalf("process %d is still there", pid)
			}
		}
	}
}

// TestOrphans kills a parent: its children and theirs end.
func TestOrphans(t *testing.T) {
	t.Parallel()
	cmd, pids := startTree(t, `
import multiprocessing as mp, time, os
q = mp.Queue()
def leaf():
    q.put(os.getpid())
    time.sleep(100)
def branch():
    p = mp.Process(target=leaf)
    p.start()
    q.put(os.getpid())
    p.join()
for i in range(2):
    mp.Process(target=branch).start()
pool = mp.Pool(2)
pids = [q.get() for i in range(4)] + [p.pid for p in pool._pool]
print(*pids, flush=True)
time.sleep(100)
`)
	if len(pids) != 6 {
		t.Fatalf("children: %v", pids)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	awaitGone(t, pids)
}

// TestInterruptedPool sends what Ctrl-C in a terminal does: to the whole group.
func TestInterruptedPool(t *testing.T) {
	t.Parallel()
	cmd, pids := startTree(t, `
import time
from concurrent.futures import ProcessPoolExecutor
def work(x):
    time.sleep(100)
with ProcessPoolExecutor(2) as ex:
    fs = [ex.submit(work, i) for i in range(5)]
    while len(ex._processes) < 2:
        time.sleep(0.01)
    print(*ex._processes, flush=True)
    fs[0].result()
`)
	time.Sleep(200 * time.Millisecond)
	if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() { _ = cmd.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("the parent goes on")
	}
	awaitGone(t, pids)
}
