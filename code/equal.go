package code

import (
	"bytes"
	"slices"
)

// Equal says whether two code objects do the same and tell the same about
// themselves; the file names may differ, as in CPython.
func Equal(a, b *Code) bool {
	if a == b {
		return true
	}
	if a.Name != b.Name || a.Qualname != b.Qualname || a.Flags != b.Flags || a.FirstLine != b.FirstLine || a.ArgCount != b.ArgCount ||
		a.PosOnlyArgCount != b.PosOnlyArgCount || a.KwOnlyArgCount != b.KwOnlyArgCount || len(a.Consts) != len(b.Consts) {
		return false
	}
	if !slices.Equal(a.LocalsPlus, b.LocalsPlus) || !slices.Equal(a.Ins, b.Ins) || !slices.Equal(a.Names, b.Names) ||
		!slices.Equal(a.Exc, b.Exc) || !bytes.Equal(a.Lines, b.Lines) {
		return false
	}
	for i, x := range a.Consts {
		y := b.Consts[i]
		cx, ok := x.(*Code)
		if cy, both := y.(*Code); ok && both {
			if !Equal(cx, cy) {
				return false
			}
		} else if !ConstEqual(x, y) {
			return false
		}
	}
	return true
}
