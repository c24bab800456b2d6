package fnmatch

import (
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// runes decodes a name or pattern; bytes count as Latin-1.
func runes(v value) ([]rune, bool, error) {
	if s, ok := object.AsStr(v); ok {
		var out []rune
		for t := s.String(); t != ""; {
			r, n := object.DecodeRune(t)
			out = append(out, r)
			t = t[n:]
		}
		return out, false, nil
	}
	b, ok := object.BytesOf(v)
	if !ok {
		return nil, false, object.TypeErrorf("expected str, bytes or os.PathLike object, not %s", v.O.Type.MsgName())
	}
	out := make([]rune, len(b))
	for i, c := range b {
		out[i] = rune(c)
	}
	return out, true, nil
}

// class matches r against the set that begins behind the [ at p[i]. The
// result next is 0 if there is no closing bracket.
func class(p []rune, i int, r rune) (ok bool, next int) {
	j := i
	if j < len(p) && p[j] == '!' {
		j++
	}
	if j < len(p) && p[j] == ']' {
		j++
	}
	for j < len(p) && p[j] != ']' {
		j++
	}
	if j >= len(p) {
		return false, 0
	}
	set, neg := p[i:j], false
	if len(set) > 0 && set[0] == '!' {
		set, neg = set[1:], true
	}
	for k := 0; k < len(set); k++ {
		if k+2 < len(set) && set[k+1] == '-' {
			if set[k] <= r && r <= set[k+2] {
				ok = true
			}
			k += 2
			continue
		}
		if set[k] == r {
			ok = true
		}
	}
	return ok != neg, j + 1
}

// Match reports whether name matches a shell pattern as a whole.
func Match(name, pat []rune) bool {
	n, p := 0, 0
	starP, starN := -1, 0
	for n < len(name) {
		if p < len(pat) {
			switch pat[p] {
			case '*':
				starP, starN = p, n
				p++
				continue
			case '?':
				n, p = n+1, p+1
				continue
			case '[':
				if ok, next := class(pat, p+1, name[n]); next != 0 {
					if ok {
						n, p = n+1, next
						continue
					}
					break
				}
				if name[n] == '[' {
					n, p = n+1, p+1
					continue
				}
			default:
				if pat[p] == name[n] {
					n, p = n+1, p+1
					continue
				}
			}
		}
		if starP < 0 {
			return false
		}
		starN++
		n, p = starN, starP+1
	}
	for p < len(pat) && pat[p] == '*' {
		p++
	}
	return p == len(pat)
}

func matchFunc(t *thread, a []value) (value, error) {
	name, nb, err := runes(a[0])
	if err != nil {
		return value{}, err
	}
	pat, pb, err := runes(a[1])
	if err != nil {
		return value{}, err
	}
	if nb != pb {
		if nb {
			return value{}, object.TypeErrorf("cannot use a string pattern on a bytes-like object")
		}
		return value{}, object.TypeErrorf("cannot use a bytes pattern on a string-like object")
	}
	return object.Bool(Match(name, pat)), nil
}

// Core declares _fnmatch.
func Core() object.ModuleSpec {
	return object.ModuleSpec{Name: "_fnmatch", Funcs: []object.Func{
		{Name: "fnmatchcase", Sig: "(name, pat)", Doc: "Test whether name matches pattern, including case.", Fn: matchFunc},
	}}
}
