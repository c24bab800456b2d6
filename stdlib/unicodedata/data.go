package unicodedata

import (
	"bytes"
	"compress/zlib"
	_ "embed"
	"io"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/gopy-lang/gopy/internal/unitab"
)

// The databases, written by record.py.
var (
	//go:embed data.z
	packed []byte
	//go:embed data32.z
	packedOld []byte
)

// database is a version of the character database.
type database struct {
	sections       func() []string
	props          func() *properties
	decompositions func() *mappings
	old            bool // 3.2: what was not assigned has no name
}

func newDatabase(packed []byte, newer *database) *database {
	d := &database{old: newer != nil}
	d.sections = sync.OnceValue(func() []string { return unpack(packed) })
	d.props = sync.OnceValue(func() *properties { return readProperties(d.sections()) })
	d.decompositions = sync.OnceValue(func() *mappings { return d.readMappings(newer) })
	return d
}

// The databases that there are.
var (
	current = sync.OnceValue(func() *database { return newDatabase(packed, nil) })
	ancient = sync.OnceValue(func() *database { return newDatabase(packedOld, current()) })
)

func unpack(packed []byte) []string {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err) // embedded data can be read
	}
	b, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	return strings.Split(string(b), "\x00")
}

// The parts of a database.
const (
	secVersion = iota
	secRecords
	secRuns
	secDecompositions
	secExclusions
	secNames
	secAlgorithmic
)

func hex(s string) rune {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		panic(err)
	}
	return rune(n)
}

// record is what the characters of a run have in common.
type record struct {
	category, bidi, width string
	combining             uint8
	mirrored              bool
	decimal, digit        int // -1: none
	numeric               float64
	hasNumeric            bool
}

type properties struct {
	records []record
	starts  []rune
	index   []uint16 // of a run's record
}

func readProperties(s []string) *properties {
	p := &properties{}
	for line := range strings.SplitSeq(s[secRecords], "\n") {
		f := strings.Split(line, "\t")
		r := record{category: f[0], bidi: f[1], width: f[3], mirrored: f[4] == "1", decimal: -1, digit: -1}
		n, _ := strconv.Atoi(f[2])
		r.combining = uint8(n)
		if f[5] != "" {
			r.decimal, _ = strconv.Atoi(f[5])
		}
		if f[6] != "" {
			r.digit, _ = strconv.Atoi(f[6])
		}
		if f[7] != "" {
			r.numeric, _ = strconv.ParseFloat(f[7], 64)
			r.hasNumeric = true
		}
		p.records = append(p.records, r)
	}
	for line := range strings.SplitSeq(s[secRuns], "\n") {
		start, i, _ := strings.Cut(line, " ")
		n, _ := strconv.Atoi(i)
		p.starts = append(p.starts, hex(start))
		p.index = append(p.index, uint16(n))
	}
	return p
}

// of returns the properties of r.
func (d *database) of(r rune) *record {
	p := d.props()
	i := sort.Search(len(p.starts), func(i int) bool { return p.starts[i] > r })
	return &p.records[p.index[i-1]]
}

// prefixes are runs of characters whose names end with the code point.
type prefix struct {
	lo, hi rune
	text   string
}

type nameTable struct {
	byRune   map[rune]string
	byName   map[string]rune
	prefixes []prefix
}

const hangulPrefix = "HANGUL"

var names = sync.OnceValue(func() *nameTable {
	s := current().sections()
	const about = 40000
	t := &nameTable{byRune: make(map[rune]string, about), byName: make(map[string]rune, about)}
	at := rune(-1)
	for line := range strings.SplitSeq(s[secNames], "\n") {
		pos, n, _ := strings.Cut(line, "=")
		if pos != "" {
			at = hex(strings.TrimSuffix(pos, " "))
		} else {
			at++
		}
		t.byRune[at], t.byName[n] = n, at
	}
	for line := range strings.SplitSeq(s[secAlgorithmic], "\n") {
		f := strings.SplitN(line, " ", 3)
		t.prefixes = append(t.prefixes, prefix{hex(f[0]), hex(f[1]), f[2]})
	}
	return t
})

// nameOf returns the name of r, or "".
func (d *database) nameOf(r rune) string {
	if d.old && d.of(r).category == "Cn" {
		return ""
	}
	t := names()
	if n, ok := t.byRune[r]; ok {
		return n
	}
	for _, p := range t.prefixes {
		if r < p.lo || r > p.hi {
			continue
		}
		if p.text == hangulPrefix {
			return "HANGUL SYLLABLE " + unitab.HangulName(r)
		}
		h := strings.ToUpper(strconv.FormatInt(int64(r), 16))
		return p.text + "-" + strings.Repeat("0", max(4-len(h), 0)) + h
	}
	return ""
}

// runeOf finds the character called name.
func (d *database) runeOf(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if r, ok := names().byName[name]; ok {
		return r, true
	}
	if s, ok := strings.CutPrefix(name, "HANGUL SYLLABLE "); ok {
		return unitab.Hangul(s)
	}
	if i := strings.LastIndexByte(name, '-'); i >= 0 {
		if n, err := strconv.ParseUint(name[i+1:], 16, 32); err == nil && current().nameOf(rune(n)) == name {
			return rune(n), true
		}
	}
	return unitab.Alias(name)
}

// mapping is a character's decomposition.
type mapping struct {
	text   string // as the database has it
	compat bool
	to     []rune
}

type mappings struct {
	of      map[rune]mapping
	compose map[[2]rune]rune
}

// readMappings reads the decompositions. Those of an old database are the newer
// one's but for what is written.
func (d *database) readMappings(newer *database) *mappings {
	s := d.sections()
	m := &mappings{map[rune]mapping{}, map[[2]rune]rune{}}
	if newer != nil {
		for r, x := range newer.decompositions().of {
			if d.of(r).category != "Cn" {
				m.of[r] = x
			}
		}
	}
	for line := range strings.SplitSeq(s[secDecompositions], "\n") {
		c, text, ok := strings.Cut(line, " ")
		if line == "" {
			continue
		}
		if !ok {
			delete(m.of, hex(c))
			continue
		}
		x := mapping{text: text}
		for f := range strings.FieldsSeq(text) {
			if f[0] == '<' {
				x.compat = true
			} else {
				x.to = append(x.to, hex(f))
			}
		}
		m.of[hex(c)] = x
	}
	excluded := map[rune]bool{}
	for f := range strings.FieldsSeq(s[secExclusions]) {
		excluded[hex(f)] = true
	}
	for r, x := range m.of {
		if !x.compat && len(x.to) == 2 && !excluded[r] {
			m.compose[[2]rune{x.to[0], x.to[1]}] = r
		}
	}
	return m
}
