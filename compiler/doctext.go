package compiler

import "strings"

// cleanDoc removes the common indentation of a docstring, as inspect.cleandoc
// does except that blank lines at the ends stay.
func cleanDoc(doc string) string {
	doc = expandTabs(doc)
	lines := strings.Split(doc, "\n")
	margin := -1
	for _, l := range lines[1:] {
		if n := len(l) - len(strings.TrimLeft(l, " ")); n < len(l) && (margin < 0 || n < margin) {
			margin = n
		}
	}
	margin = max(margin, 0)
	lines[0] = strings.TrimLeft(lines[0], " ")
	for i, l := range lines[1:] {
		n := min(len(l)-len(strings.TrimLeft(l, " ")), margin)
		lines[i+1] = l[n:]
	}
	return strings.Join(lines, "\n")
}

func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	col := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\t':
			n := 8 - col%8
			b.WriteString("        "[:n])
			col += n
		case c == '\n' || c == '\r':
			b.WriteByte(c)
			col = 0
		default:
			b.WriteByte(c)
			if c < 0x80 || c >= 0xC0 {
				col++
			}
		}
	}
	return b.String()
}
