package sre

import (
	"errors"
	"strings"
	"testing"
)

func compile(t *testing.T, pattern string) *Prog {
	t.Helper()
	p, err := Compile(pattern, Options{Identifier: func(string) bool { return true }})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestPollStops checks that an error of Poll ends a match that would not end.
func TestPollStops(t *testing.T) {
	stop := errors.New("stop")
	for _, pattern := range []string{"(?:a+)+b", "(a|aa)*b", "(?:a*?)*?b", "(?=(?:a+)+b)"} {
		m := Machine{Poll: func(int) error { return stop }}
		if _, err := m.Run(compile(t, pattern), strings.Repeat("a", 60), 0, Match, false); err != stop {
			t.Errorf("%s: error %v", pattern, err)
		}
	}
}

// TestSpans checks byte offsets in text that is not ASCII.
func TestSpans(t *testing.T) {
	var m Machine
	ok, err := m.Run(compile(t, "é(.)x"), "aéüx", 0, Search, false)
	if !ok || err != nil {
		t.Fatal(ok, err)
	}
	if a, b := m.Span(0); a != 1 || b != 6 {
		t.Error(a, b)
	}
	if a, b := m.Span(1); a != 3 || b != 5 || m.LastGroup() != 1 {
		t.Error(a, b, m.LastGroup())
	}
}

func FuzzCompile(f *testing.F) {
	for _, s := range []string{"(a|b)*c", "(?P<n>x)(?P=n)", "[^a-z]+?", "(?i)é{2,3}+", "(?<=ab)c(?(1)d|e)", "\\N{", "(?x) #\n"} {
		f.Add(s, "abc")
	}
	f.Fuzz(func(t *testing.T, pattern, text string) {
		p, err := Compile(pattern, Options{Bytes: true, Identifier: func(string) bool { return true }})
		if err != nil {
			return
		}
		steps := 0
		m := Machine{Poll: func(n int) error {
			if steps += n; steps > 100000 {
				return errors.New("enough")
			}
			return nil
		}}
		_, _ = m.Run(p, text, 0, Search, false)
	})
}
