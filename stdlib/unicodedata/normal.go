package unicodedata

import (
	"slices"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// Hangul syllables are composed of jamo by arithmetic.
const (
	sBase, lBase, vBase, tBase = 0xac00, 0x1100, 0x1161, 0x11a7
	lCount, vCount, tCount     = 19, 21, 28
	sCount                     = lCount * vCount * tCount
)

// appendDecomposed appends the full decomposition of r.
func (d *database) appendDecomposed(out []rune, r rune, compat bool) []rune {
	if r < 0x80 {
		return append(out, r)
	}
	if i := r - sBase; i >= 0 && i < sCount {
		out = append(out, lBase+i/(vCount*tCount), vBase+i%(vCount*tCount)/tCount)
		if t := i % tCount; t != 0 {
			out = append(out, tBase+t)
		}
		return out
	}
	m, ok := d.decompositions().of[r]
	if !ok || m.compat && !compat {
		return append(out, r)
	}
	for _, x := range m.to {
		out = d.appendDecomposed(out, x, compat)
	}
	return out
}

// order and compose work as the current database has it, also for 3.2, whose
// decompositions alone are its own.

// order puts marks that follow a character into canonical order.
func order(rs []rune) {
	for i := 0; i < len(rs); {
		if current().of(rs[i]).combining == 0 {
			i++
			continue
		}
		j := i
		for j < len(rs) && current().of(rs[j]).combining != 0 {
			j++
		}
		slices.SortStableFunc(rs[i:j], func(a, b rune) int { return int(current().of(a).combining) - int(current().of(b).combining) })
		i = j
	}
}

// pair composes two characters.
func pair(a, b rune) (rune, bool) {
	if l, v := a-lBase, b-vBase; l >= 0 && l < lCount && v >= 0 && v < vCount {
		return sBase + (l*vCount+v)*tCount, true
	}
	if s, t := a-sBase, b-tBase; s >= 0 && s < sCount && s%tCount == 0 && t > 0 && t < tCount {
		return a + t, true
	}
	r, ok := current().decompositions().compose[[2]rune{a, b}]
	return r, ok
}

// compose joins decomposed characters, in place.
func compose(rs []rune) []rune {
	out := rs[:0]
	starter, last := -1, -1 // position of the last starter, class of the last mark
	for _, r := range rs {
		class := int(current().of(r).combining)
		if starter >= 0 && (last < class || last == -1) {
			if c, ok := pair(out[starter], r); ok {
				out[starter] = c
				continue
			}
		}
		out = append(out, r)
		if class == 0 {
			starter, last = len(out)-1, -1
		} else {
			last = class
		}
	}
	return out
}

// normalize brings text into a normal form.
func (d *database) normalize(s string, composed, compat bool) string {
	if wtf8.IsASCII(s) {
		return s
	}
	rs := make([]rune, 0, len(s))
	for len(s) > 0 {
		r, n := wtf8.Decode(s)
		rs = d.appendDecomposed(rs, r, compat)
		s = s[n:]
	}
	order(rs)
	if composed {
		rs = compose(rs)
	}
	var out []byte
	for _, r := range rs {
		out = wtf8.Append(out, r)
	}
	return string(out)
}
