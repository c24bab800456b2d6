// Package charmaps holds Python's single-byte encodings and the aliases of its
// text encodings. The tables are recorded from the reference CPython by
// testdata/generate.py; unlike those of golang.org/x/text they leave the same
// bytes undefined as Python does.
package charmaps

import (
	"sync"
	"unicode/utf8"
)

// Undefined is what a byte without meaning decodes to.
const Undefined = '\uFFFE'

// Map is a single-byte encoding.
type Map struct {
	Decode [256]rune
	encode map[rune]byte
}

// Encode returns the byte of r, and false if there is none.
func (m *Map) Encode(r rune) (byte, bool) {
	c, ok := m.encode[r]
	return c, ok
}

var maps sync.Map // name to *Map, for the codecs in use

// Find returns the encoding of the given canonical name, or nil.
func Find(name string) *Map {
	if m, ok := maps.Load(name); ok {
		return m.(*Map)
	}
	text := table(name)
	if text == "" {
		return nil
	}
	m, _ := maps.LoadOrStore(name, build(text))
	return m.(*Map)
}

func build(text string) *Map {
	m := &Map{encode: make(map[rune]byte, 256)}
	for i := range m.Decode {
		r, n := utf8.DecodeRuneInString(text)
		text = text[n:]
		m.Decode[i] = r
		if r != Undefined {
			m.encode[r] = byte(i)
		}
	}
	return m
}
