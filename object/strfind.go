package object

// Searching in str: find, index, count, replace, startswith and their like.

import (
	"strings"
)

// searchArgs are the checked arguments (sub, start, end) of a search: the
// bounds as character indexes, adjusted as slices are.
type searchArgs struct {
	sub        string
	start, end int
}

// clampBounds resolves the optional bounds of a search in a sequence of n
// items. start may exceed n.
func clampBounds(t *Thread, start, end Value, n int) (lo, hi int, err error) {
	hi = n
	if start.O != nil && !start.IsNone() {
		if lo, err = sliceIndex(t, start); err != nil {
			return 0, 0, err
		}
	}
	if end.O != nil && !end.IsNone() {
		if hi, err = sliceIndex(t, end); err != nil {
			return 0, 0, err
		}
	}
	if hi > n {
		hi = n
	} else if hi < 0 {
		hi = max(hi+n, 0)
	}
	if lo < 0 {
		lo = max(lo+n, 0)
	}
	return lo, hi, nil
}

func strSearchArgs(t *Thread, fn string, a []Value) (s *Str, q searchArgs, err error) {
	s = As[Str](a[0])
	sub, ok := AsStr(a[1])
	if !ok {
		return nil, q, TypeErrorf("%s() argument 1 must be str, not %s", fn, argTypeName(a[1]))
	}
	q.sub = sub.s
	if a[2].O == nil && a[3].O == nil {
		q.end = s.CharLen()
		return s, q, nil
	}
	q.start, q.end, err = clampBounds(t, a[2], a[3], s.CharLen())
	return s, q, err
}

// argTypeName is how argument errors of C functions name a type.
func argTypeName(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.O.Type.Name
}

// find returns the character index of q in s, or -1.
func (q *searchArgs) find(s *Str, last bool) int {
	if q.end < q.start {
		return -1
	}
	lo, hi := s.offset(q.start), s.offset(q.end)
	text := s.s[lo:hi]
	var i int
	if last {
		i = strings.LastIndex(text, q.sub)
	} else {
		i = strings.Index(text, q.sub)
	}
	if i <= 0 {
		if i == 0 {
			return q.start
		}
		return -1
	}
	if s.IsASCII() {
		return lo + i
	}
	return q.start + runeCount(text[:i])
}

func strFinder(fn string, last, must bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		s, q, err := strSearchArgs(t, fn, a)
		if err != nil {
			return Value{}, err
		}
		i := q.find(s, last)
		if i < 0 && must {
			return Value{}, ValueErrorf("substring not found")
		}
		return IntOf(i), nil
	}
}

func strCount(t *Thread, a []Value) (Value, error) {
	s, q, err := strSearchArgs(t, "count", a)
	if err != nil {
		return Value{}, err
	}
	if q.end < q.start {
		return Int(0), nil
	}
	if q.sub == "" {
		return IntOf(q.end - q.start + 1), nil
	}
	return IntOf(strings.Count(s.s[s.offset(q.start):s.offset(q.end)], q.sub)), nil
}

func strAffix(fn string, has func(s, x string) bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		s := As[Str](a[0])
		text, ok := s.s, true
		if a[2].O != nil || a[3].O != nil {
			lo, hi, err := clampBounds(t, a[2], a[3], s.CharLen())
			if err != nil {
				return Value{}, err
			}
			if ok = lo <= hi; ok {
				text = s.Substr(lo, hi)
			}
		}
		if x, isStr := AsStr(a[1]); isStr {
			return Bool(ok && has(text, x.s)), nil
		}
		if !a[1].solid(&TupleType) {
			return Value{}, TypeErrorf("%s first arg must be str or a tuple of str, not %s", fn, a[1].O.Type.MsgName())
		}
		for _, v := range As[Tuple](a[1]).Items {
			x, isStr := AsStr(v)
			if !isStr {
				return Value{}, TypeErrorf("tuple for %s must only contain str, not %s", fn, v.O.Type.MsgName())
			}
			if ok && has(text, x.s) {
				return True, nil
			}
		}
		return False, nil
	}
}

// strArg checks argument n of a method.
func strArg(fn string, n int, v Value) (*Str, error) {
	s, ok := AsStr(v)
	if !ok {
		if n == 0 {
			return nil, TypeErrorf("%s() argument must be str, not %s", fn, argTypeName(v))
		}
		return nil, TypeErrorf("%s() argument %d must be str, not %s", fn, n, argTypeName(v))
	}
	return s, nil
}

// exactStr returns v itself if it is an exact str, and a copy otherwise.
func exactStr(v Value) Value {
	if v.O.Type == &StrType {
		return v
	}
	return NewStr(As[Str](v).s)
}

// countArg converts a count or maxsplit argument; missing is -1.
func countArg(t *Thread, v Value) (int, error) {
	if v.O == nil {
		return -1, nil
	}
	return SsizeArg(t, v)
}

func strReplace(t *Thread, a []Value) (Value, error) {
	from, err := strArg("replace", 1, a[1])
	if err != nil {
		return Value{}, err
	}
	to, err := strArg("replace", 2, a[2])
	if err != nil {
		return Value{}, err
	}
	n, err := countArg(t, a[3])
	if err != nil {
		return Value{}, err
	}
	r, changed, err := replaceText(t, As[Str](a[0]).s, from.s, to.s, n, false)
	if err != nil {
		return Value{}, err
	}
	if !changed {
		return exactStr(a[0]), nil
	}
	return NewStr(r), nil
}

// replaceText replaces at most n occurrences (all if n < 0). Empty from
// matches between characters, which are bytes if bytewise.
func replaceText(t *Thread, s, from, to string, n int, bytewise bool) (r string, changed bool, err error) {
	if n == 0 || from == to && from != "" {
		return s, false, nil
	}
	if from == "" {
		return interleave(t, s, to, n, bytewise)
	}
	first := strings.Index(s, from)
	if first < 0 {
		return s, false, nil
	}
	grow := len(to) - len(from)
	size := len(s)
	if grow > 0 {
		m := 1 + strings.Count(s[first+len(from):], from)
		if n > 0 {
			m = min(m, n)
		}
		if m > (maxInt-len(s))/grow {
			return "", false, OverflowErrorf("replace string is too long")
		}
		size += m * grow
	}
	if err := t.Charge(size); err != nil {
		return "", false, err
	}
	b := make([]byte, 0, size)
	for i := first; i >= 0; i = strings.Index(s, from) {
		b = append(append(b, s[:i]...), to...)
		s = s[i+len(from):]
		if n--; n == 0 {
			break
		}
	}
	b = append(b, s...)
	return stringView(b), true, nil
}

func interleave(t *Thread, s, to string, n int, bytewise bool) (string, bool, error) {
	if to == "" {
		return s, false, nil
	}
	if n < 0 || n > len(s)+1 {
		n = len(s) + 1
	}
	if n > (maxInt-len(s))/len(to) {
		return "", false, OverflowErrorf("replace string is too long")
	}
	if err := t.Charge(len(s) + n*len(to)); err != nil {
		return "", false, err
	}
	var b strings.Builder
	b.WriteString(to)
	n--
	for s != "" {
		k := 1
		if !bytewise {
			k = skipChars(s, 0, 1)
		}
		b.WriteString(s[:k])
		s = s[k:]
		if n > 0 {
			b.WriteString(to)
			n--
		}
	}
	return b.String(), true, nil
}

func strRemove(fn string, cut func(s, x string) string) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		x, err := strArg(fn, 0, a[1])
		if err != nil {
			return Value{}, err
		}
		s := As[Str](a[0]).s
		if r := cut(s, x.s); len(r) != len(s) {
			return NewStr(r), nil
		}
		return exactStr(a[0]), nil
	}
}
