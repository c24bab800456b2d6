//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

const (
	silence  = 60 * time.Second // a test may say nothing for so long
	restarts = 40               // a module is given up after so many crashes
)

// outcome is what became of a test.
type outcome struct{ word, detail string }

// outcomes are the results of a module under one interpreter.
type outcomes struct {
	tests       map[string]outcome
	order       []string
	unavailable string // why the module could not be run
}

// readEvents reads what driver.py wrote.
func readEvents(path string) (o outcomes) {
	o.tests = map[string]outcome{}
	text, err := os.ReadFile(path)
	if err != nil {
		return o
	}
	for _, line := range strings.Split(string(text), "\n") {
		f := strings.SplitN(line, "\t", 3)
		if len(f) < 3 {
			continue
		}
		o.note(f[0], f[1], f[2])
	}
	return o
}

func (o *outcomes) note(word, name, detail string) {
	switch word {
	case "unavailable":
		o.unavailable = detail
	case "ok", "skip", "fail", "start":
		old, seen := o.tests[name]
		if !seen {
			o.order = append(o.order, name)
		}
		if old.word != "fail" || word == "fail" && old.detail == "" {
			o.tests[name] = outcome{word, detail}
		}
	}
}

// running returns the test that had begun and not ended, or "".
func (o *outcomes) running() string {
	if n := len(o.order); n > 0 && o.tests[o.order[n-1]].word == "start" {
		return o.order[n-1]
	}
	return ""
}

func (o *outcomes) save(path string) {
	var b strings.Builder
	for _, name := range o.order {
		t := o.tests[name]
		fmt.Fprintf(&b, "%s\t%s\t%s\n", t.word, name, t.detail)
	}
	if o.unavailable != "" {
		fmt.Fprintf(&b, "unavailable\t\t%s\n", o.unavailable)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err == nil {
		_ = os.WriteFile(path, []byte(b.String()), 0o644)
	}
}

// tests runs a module until all its tests have run.
func (h *house) tests(python, name string) outcomes {
	work, err := os.MkdirTemp(h.dir, name)
	if err != nil {
		return outcomes{unavailable: err.Error()}
	}
	defer os.RemoveAll(work)
	events, done := filepath.Join(work, "events"), filepath.Join(work, "done")
	for try := 0; ; try++ {
		before := readEvents(events)
		_ = os.WriteFile(done, []byte(strings.Join(before.order, "\n")), 0o644)
		why := h.process(python, name, work, events, done)
		after := readEvents(events)
		if why == "" || after.unavailable != "" {
			return after
		}
		culprit := after.running()
		if len(after.order) == len(before.order) && culprit == "" || try == restarts {
			after.unavailable = why
			return after
		}
		if culprit != "" {
			appendLine(events, "fail\t"+culprit+"\t"+why)
		}
	}
}

func appendLine(path, line string) {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o644)
	if err == nil {
		fmt.Fprintln(f, line)
		f.Close()
	}
}

// process runs the driver once and says why it did not come to the end.
func (h *house) process(python, name, work, events, done string) string {
	lib := filepath.Join(h.dir, "lib")
	cwd, err := os.MkdirTemp(work, "cwd")
	if err != nil {
		return err.Error()
	}
	log, err := os.Create(filepath.Join(work, "log"))
	if err != nil {
		return err.Error()
	}
	defer log.Close()
	cmd := exec.Command(python, filepath.Join(lib, "driver.py"), name, events, done)
	cmd.Dir, cmd.Stdout, cmd.Stderr = cwd, log, log
	cmd.Env = append(os.Environ(), "PYTHONPATH="+lib, "PYTHONHASHSEED=0", "NO_COLOR=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		return err.Error()
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	size, since := int64(-1), time.Now()
	for {
		select {
		case err := <-ended:
			_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
			text, _ := os.ReadFile(events)
			if strings.HasSuffix(string(text), "end\t\t\n") {
				return ""
			}
			return fmt.Sprintf("process ended: %v: %s", err, lastLine(log.Name()))
		case <-time.After(200 * time.Millisecond):
		}
		if st, err := os.Stat(events); err == nil && st.Size() != size {
			size, since = st.Size(), time.Now()
		}
		if time.Since(since) > silence {
			_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
			<-ended
			return "hangs"
		}
	}
}

// lastLine returns the last line of a file that is not empty.
func lastLine(path string) string {
	text, _ := os.ReadFile(path)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	for _, l := range lines {
		if strings.HasPrefix(l, "panic:") || strings.HasPrefix(l, "fatal error:") {
			return l
		}
	}
	return lines[len(lines)-1]
}
