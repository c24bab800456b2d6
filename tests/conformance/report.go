//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// module is a test module's results.
type module struct {
	name      string
	want, got outcomes
	excluded  map[string]string // test -> reason
}

// exclude applies the table of exclusions. A reason is noted only for a test
// that CPython passes and gopy does not, so the table cannot raise the score
// of a passing test.
func (m *module) exclude(rows [][]string) {
	m.excluded = map[string]string{}
	for _, name := range m.want.order {
		if m.want.tests[name].word != "ok" || m.got.tests[name].word == "ok" {
			continue
		}
		for _, row := range rows {
			if len(row) == 2 && (row[0] == name || strings.HasSuffix(row[0], "*") && strings.HasPrefix(name, row[0][:len(row[0])-1])) {
				m.excluded[name] = row[1]
			}
		}
	}
}

// other says that the test package's own rules leave the test to CPython: it
// is marked so, or it needs a C module that exists to test CPython's C code.
func other(o outcome) bool {
	if o.word != "skip" {
		return false
	}
	for _, s := range []string{"implementation detail", "CPython", "_testcapi", "_testinternalcapi", "_testlimitedcapi", "_testmultiphase", "_testsinglephase"} {
		if strings.Contains(o.detail, s) {
			return true
		}
	}
	return false
}

// tally is a module's figures.
type tally struct {
	cpython  int // tests that CPython passes
	detail   int // of them: skipped under gopy as implementation details of CPython
	excluded int
	passed   int // of the rest: passed by gopy
	total    bool
}

// counted is the number of tests that gopy should pass. Exclusions never raise
// the total.
func (t tally) counted() int {
	if t.total {
		return t.cpython - t.detail
	}
	return t.cpython - t.detail - t.excluded
}

func (t tally) percent() float64 {
	if t.counted() == 0 {
		return 100
	}
	return 100 * float64(t.passed) / float64(t.counted())
}

func (t *tally) add(o tally) {
	t.cpython += o.cpython
	t.detail += o.detail
	t.excluded += o.excluded
	t.passed += o.passed
}

func (m *module) tally() tally {
	var t tally
	for _, name := range m.want.order {
		if m.want.tests[name].word != "ok" {
			continue
		}
		t.cpython++
		switch got := m.got.tests[name]; {
		case got.word == "ok":
			t.passed++
		case other(got):
			t.detail++
		case m.excluded[name] != "":
			t.excluded++
		}
	}
	return t
}

// line is the module's figures for a terminal.
func (m *module) line() string {
	t := m.tally()
	s := fmt.Sprintf("%-28s %5d of %5d %6.1f %%", m.name, t.passed, t.counted(), t.percent())
	if m.got.unavailable != "" {
		s += "  " + m.got.unavailable
	}
	return s
}

// gap is a test that CPython passes and gopy does not.
type gap struct{ test, detail string }

func (m *module) gaps() (gaps []gap) {
	for _, name := range m.want.order {
		got := m.got.tests[name]
		if m.want.tests[name].word != "ok" || got.word == "ok" || other(got) {
			continue
		}
		d := got.detail
		switch {
		case m.excluded[name] != "":
			d = "excluded: " + m.excluded[name]
		case got.word == "":
			d = "not run " + m.got.unavailable
		case got.word == "skip":
			d = "skipped: " + d
		}
		gaps = append(gaps, gap{name, d})
	}
	return gaps
}

// report is the whole run.
type report struct {
	modules []*module
	floors  map[string]int
}

// floors reads the number of tests that each module must pass.
func floors(rows [][]string) map[string]int {
	f := map[string]int{}
	for _, row := range rows {
		if len(row) > 1 {
			f[row[0]], _ = strconv.Atoi(row[1])
		}
	}
	return f
}

func (r *report) total() tally {
	sum := tally{total: true}
	for _, m := range r.modules {
		sum.add(m.tally())
	}
	return sum
}

func (r *report) printGaps(w io.Writer) {
	for _, m := range r.modules {
		for _, g := range m.gaps() {
			fmt.Fprintf(w, "%s\n\t%s\n", g.test, g.detail)
		}
	}
}

func (r *report) print(w io.Writer) {
	sum := r.total()
	fmt.Fprintf(w, "%d modules: %d of %d tests (%.1f %%); CPython passes %d, of which %d are details of CPython and %d are excluded\n",
		len(r.modules), sum.passed, sum.counted(), sum.percent(), sum.cpython, sum.detail, sum.excluded)
}

// check fails when a module is below its floor or the exclusions are too many.
func (r *report) check() error {
	var low []string
	for _, m := range r.modules {
		if n := m.tally().passed; n < r.floors[m.name] {
			low = append(low, fmt.Sprintf("%s passes %d tests, its floor is %d", m.name, n, r.floors[m.name]))
		}
	}
	if sum := r.total(); sum.excluded*50 > sum.cpython {
		low = append(low, fmt.Sprintf("%d exclusions are more than 2 %% of %d tests", sum.excluded, sum.cpython))
	}
	if low != nil {
		return fmt.Errorf("%s", strings.Join(low, "\n"))
	}
	return nil
}

// write brings docs/conformance.md and the floors up to date.
func (r *report) write(diag string, all [][]string) error {
	now := map[string]int{}
	for _, m := range r.modules {
		now[m.name] = m.tally().passed
	}
	var b strings.Builder
	b.WriteString("# Test modules of CPython's test package, and the number of tests that each must pass.\n")
	for _, row := range all {
		n, ran := now[row[0]]
		if !ran {
			n = r.floors[row[0]]
		}
		fmt.Fprintf(&b, "%s\t%d\n", row[0], n)
	}
	if err := os.WriteFile("tests/conformance/modules.txt", []byte(b.String()), 0o644); err != nil {
		return err
	}
	f, err := os.Create("docs/conformance.md")
	if err != nil {
		return err
	}
	defer f.Close()
	return r.markdown(f, diag)
}

func (r *report) markdown(w io.Writer, diag string) error {
	var counts map[string]int
	if err := json.Unmarshal([]byte(diag), &counts); err != nil {
		return err
	}
	fmt.Fprintf(w, `# Conformance

CPython 3.14's own tests under gopy, with gopy's own library; written by
`+"`make conformance`"+` on %s. *CPython* is the number of tests that CPython passes
in the same run. *Details* are those that the test package itself leaves to
CPython (`+"`cpython_only`, `check_impl_detail`"+`, C modules like `+"`_testcapi`"+`),
*excluded* those of tests/conformance/exclusions.txt, which count against the
total; gopy passes *passed* of the others.

| module | CPython | details | excluded | passed | of | %% |
|---|--:|--:|--:|--:|--:|--:|
`, time.Now().UTC().Format(time.DateOnly))
	row := func(name string, t tally) {
		fmt.Fprintf(w, "| %s | %d | %d | %d | %d | %d | %.1f |\n", name, t.cpython, t.detail, t.excluded, t.passed, t.counted(), t.percent())
	}
	for _, m := range r.modules {
		row(m.name, m.tally())
	}
	row("**all**", r.total())
	n := float64(counts["sources"]) / 100
	fmt.Fprintf(w, `
## Errors of erroneous sources

The %d erroneous sources that test_syntax, test_exceptions and test_fstring compile:
%.1f %% rejected, %.1f %% with CPython's message, %.1f %% with its place too, %.1f %%
with the whole range of its carets.

## Tests that gopy does not pass

`, counts["sources"], float64(counts["rejected"])/n, float64(counts["message"])/n, float64(counts["start"])/n, float64(counts["range"])/n)
	for _, m := range r.modules {
		gaps := m.gaps()
		if len(gaps) == 0 {
			continue
		}
		fmt.Fprintf(w, "### %s\n\n", m.name)
		for _, g := range gaps {
			fmt.Fprintf(w, "- `%s`: %s\n", strings.TrimPrefix(g.test, "test."+m.name+"."), short(g.detail))
		}
		fmt.Fprintln(w)
	}
	return nil
}

// folders matches the folders of absolute paths, which differ between machines.
var folders = regexp.MustCompile(`(/[\w.@+-]+)+/`)

// short makes one line of Markdown of a message.
func short(s string) string {
	s = folders.ReplaceAllString(s, "")
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 140 {
		r = append(r[:137], []rune("...")...)
	}
	return strings.NewReplacer("<", "&lt;", "`", "'", "*", "\\*", "_", "\\_").Replace(string(r))
}
