package tests

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestInventory compares every public name of the built-in functions and types,
// its kind and its signature, with CPython's as recorded in inventory.txt
// (-record). What differs is listed in inventory_gaps.txt, a list that may only
// shrink: both a new difference and a listed one that is gone fail the test.
func TestInventory(t *testing.T) {
	python := *record
	if python == "" {
		python = buildGopy(t)
	}
	out, err := exec.Command(python, "inventory_mod.py").Output()
	if err != nil {
		t.Fatal(err)
	}
	if *record != "" {
		if err := os.WriteFile("inventory.txt", out, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, got := fileLines(t, "inventory.txt"), strings.Split(strings.TrimSpace(string(out)), "\n")
	known := fileLines(t, "inventory_gaps.txt")
	var gaps []string
	for _, l := range want {
		if !slices.Contains(got, l) {
			gaps = append(gaps, "- "+l)
		}
	}
	for _, l := range got {
		if !slices.Contains(want, l) {
			gaps = append(gaps, "+ "+l)
		}
	}
	for _, g := range gaps {
		if !slices.Contains(known, g) {
			t.Errorf("new difference (-: CPython, +: gopy): %s", g)
		}
	}
	for _, k := range known {
		if !slices.Contains(gaps, k) {
			t.Errorf("gone, take it out of inventory_gaps.txt: %s", k)
		}
	}
	t.Logf("%d of %d names as in CPython", len(want)-count(gaps, "- "), len(want))
}

func fileLines(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

func count(lines []string, prefix string) int {
	n := 0
	for _, l := range lines {
		if strings.HasPrefix(l, prefix) {
			n++
		}
	}
	return n
}
