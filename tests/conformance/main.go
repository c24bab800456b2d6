//go:build unix

// Command conformance runs test modules of CPython's test package under CPython
// and under gopy with gopy's own library, and compares.
//
//	go run ./tests/conformance -python python3.14 [-gopy bin/gopy] [-write] [module ...]
//
// Every module runs in a process of its own. A test that crashes the process or
// says nothing for a minute fails, and the module goes on behind it. With -write
// docs/conformance.md and the floors are brought up to date; without, a module
// that passes fewer tests than its floor fails the run.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// options are the command's flags.
type options struct {
	python, gopy, cache string
	write, verbose      bool
	jobs                int
}

func main() {
	var o options
	flag.StringVar(&o.python, "python", os.Getenv("PY314"), "CPython 3.14 with its test package")
	flag.StringVar(&o.gopy, "gopy", "bin/gopy", "gopy's binary")
	flag.BoolVar(&o.write, "write", false, "write docs/conformance.md and the floors")
	flag.BoolVar(&o.verbose, "v", false, "print every test that gopy fails")
	flag.IntVar(&o.jobs, "j", runtime.NumCPU(), "modules at a time")
	flag.StringVar(&o.cache, "reuse", "", "directory to keep CPython's results in and to take them from")
	flag.Parse()
	if err := run(o, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(1)
	}
}

func run(o options, names []string) error {
	if o.python == "" {
		return errors.New("no CPython: use -python or PY314")
	}
	var err error
	if o.gopy, err = filepath.Abs(o.gopy); err != nil {
		return err
	}
	all, err := table("tests/conformance/modules.txt")
	if err != nil {
		return err
	}
	excluded, err := table("tests/conformance/exclusions.txt")
	if err != nil {
		return err
	}
	if len(names) == 0 {
		for _, row := range all {
			names = append(names, row[0])
		}
	}
	dir, err := os.MkdirTemp("", "conformance")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	h, err := newHouse(o, dir)
	if err != nil {
		return err
	}
	modules := h.runAll(names)
	r := &report{modules: modules, floors: floors(all)}
	for _, m := range modules {
		m.exclude(excluded)
	}
	if o.verbose {
		r.printGaps(os.Stdout)
	}
	r.print(os.Stdout)
	diag, err := h.diagnostics()
	if err != nil {
		return err
	}
	fmt.Println(diag)
	if o.write {
		return r.write(diag, all)
	}
	return r.check()
}

// table reads the rows of a file of tab-separated fields. Lines with # are
// comments.
func table(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows [][]string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := strings.TrimSpace(s.Text()); line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows, nil
}

// house is where the tests run: a directory in which only the test package of
// CPython's library can be seen.
type house struct {
	options
	dir string
}

func newHouse(o options, dir string) (*house, error) {
	out, err := exec.Command(o.python, "-c", "import test; print(test.__path__[0])").Output()
	if err != nil {
		return nil, fmt.Errorf("%s has no test package: %w", o.python, err)
	}
	lib := filepath.Join(dir, "lib")
	if err := os.Mkdir(lib, 0o755); err != nil {
		return nil, err
	}
	if err := os.Symlink(strings.TrimSpace(string(out)), filepath.Join(lib, "test")); err != nil {
		return nil, err
	}
	for _, name := range []string{"driver.py", "errors.py", "compare.py"} {
		text, err := os.ReadFile(filepath.Join("tests/conformance", name))
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(lib, name), text, 0o644); err != nil {
			return nil, err
		}
	}
	return &house{o, dir}, nil
}

// runAll runs the modules, some at a time, in the order of names.
func (h *house) runAll(names []string) []*module {
	modules := make([]*module, len(names))
	queue := make(chan int)
	var wg sync.WaitGroup
	for range max(h.jobs, 1) {
		wg.Go(func() {
			for i := range queue {
				modules[i] = h.module(names[i])
				fmt.Fprintln(os.Stderr, modules[i].line())
			}
		})
	}
	for i := range names {
		queue <- i
	}
	close(queue)
	wg.Wait()
	return modules
}

// module runs one module under both interpreters.
func (h *house) module(name string) *module {
	m := &module{name: name}
	kept := ""
	if h.cache != "" {
		kept = filepath.Join(h.cache, name)
		m.want = readEvents(kept)
	}
	if len(m.want.tests) == 0 {
		m.want = h.tests(h.python, name)
		if kept != "" {
			m.want.save(kept)
		}
	}
	m.got = h.tests(h.gopy, name)
	return m
}

// diagnostics compares the errors of the erroneous sources of CPython's tests.
func (h *house) diagnostics() (string, error) {
	recorded := filepath.Join(h.dir, "errors.jsonl")
	lib := filepath.Join(h.dir, "lib")
	cmd := exec.Command(h.python, filepath.Join(lib, "errors.py"), recorded, "test_syntax", "test_exceptions", "test_fstring")
	cmd.Dir = h.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("errors.py: %w\n%s", err, out)
	}
	out, err := exec.Command(h.gopy, filepath.Join(lib, "compare.py"), recorded).Output()
	if err != nil {
		return "", fmt.Errorf("compare.py: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}
