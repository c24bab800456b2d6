// Package sre is a regular expression engine with the syntax and semantics of
// Python's re module. It knows no Python objects.
//
// A pattern is parsed into a tree (parse.go), compiled into a program
// (compile.go) and run by a backtracking machine that keeps its own stack
// (machine.go). Text is a Go string: UTF-8 in which lone surrogates may be
// encoded like other code points, or plain bytes. Positions in texts are byte
// offsets; positions in patterns, as errors report them, count characters.
package sre

import "strings"

// Flags of patterns, with Python's values.
const (
	IgnoreCase = 1 << 1
	Locale     = 1 << 2
	MultiLine  = 1 << 3
	DotAll     = 1 << 4
	Unicode    = 1 << 5
	Verbose    = 1 << 6
	Debug      = 1 << 7
	ASCII      = 1 << 8

	typeFlags = ASCII | Locale | Unicode
)

const (
	maxRepeat = 1<<32 - 1 // stands for "without limit"
	maxGroups = 1 << 30
	maxWidth  = 1 << 62
	maxDepth  = 4000 // of nested groups
)

// Kind tells which exception an Error stands for.
type Kind uint8

// The kinds of errors.
const (
	PatternError   Kind = iota // re.PatternError
	ValueError                 // wrong combination of flags
	OverflowError              // a number is too large
	RecursionError             // groups nested too deeply
)

// Error is an error in a pattern or a replacement template.
type Error struct {
	Kind Kind
	Msg  string
	Pos  int // -1: unknown
}

func (e *Error) Error() string { return e.Msg }

// Options are the parts of the environment that compilation needs.
type Options struct {
	Bytes bool // pattern and texts are bytes
	Flags int
	// Repr is repr of a str, for messages; nil quotes simply.
	Repr func(s string) string
	// Identifier reports whether s is an identifier.
	Identifier func(s string) bool
	// Name finds a character by its name.
	Name func(name string) (rune, bool)
	// Warn issues a FutureWarning.
	Warn func(msg string) error
}

// Compile compiles a pattern.
func Compile(pattern string, o Options) (*Prog, error) {
	p := newParser(pattern, o)
	n, err := p.pattern()
	if err != nil {
		return nil, err
	}
	c := &compiler{bytes: o.Bytes, p: p}
	return c.program(n)
}

// Prog is a compiled pattern. It is immutable.
type Prog struct {
	Flags  int
	Groups int            // without group 0
	Names  []string       // names of groups, in order of definition
	Index  map[string]int // group numbers by names

	bytes    bool
	code     []inst
	nregs    int
	prefix   string // every match begins with it
	first    *byteSet
	anchored bool // matches at the begin of the text only
}

// byteSet is a set of bytes.
type byteSet [4]uint64

func (b *byteSet) has(c byte) bool { return b[c>>6]&(1<<(c&63)) != 0 }
func (b *byteSet) add(c byte)      { b[c>>6] |= 1 << (c & 63) }
func (b *byteSet) addAll(o *byteSet) {
	for i := range b {
		b[i] |= o[i]
	}
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' && r < 0x80 }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isOctal(r rune) bool { return '0' <= r && r <= '7' }

func isHex(r rune) bool { return isDigit(r) || 'a' <= r|0x20 && r|0x20 <= 'f' }

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

func has(set string, r rune) bool { return r >= 0 && r < 0x80 && strings.IndexByte(set, byte(r)) >= 0 }
