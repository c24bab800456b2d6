package object

// The methods that bytes and bytearray share (library reference, "Bytes and
// Bytearray Operations"). Results have the type of the receiver.

import (
	"strings"
)

var byteMethods = []Func{
	{"capitalize", "($self, /)", "Return a copy with the first byte in upper case and the others in lower case.", byteMap(byteCapitalize)},
	{"center", "($self, width, fillchar=b' ', /)", "Return a centered copy of length width.", bytePad("center", padCenter)},
	{"count", "($self, sub[, start[, end]], /)", "Return the number of non-overlapping occurrences of sub.", byteCount},
	{"decode", "($self, /, encoding='utf-8', errors='strict')", "Decode the bytes using the codec registered for encoding.", bytesDecode},
	{"endswith", "($self, suffix[, start[, end]], /)", "Return True if the bytes end with the specified suffix.", byteAffix("endswith", strings.HasSuffix)},
	{"expandtabs", "($self, /, tabsize=8)", "Return a copy where all tab characters are expanded using spaces.", byteExpandtabs},
	{"find", "($self, sub[, start[, end]], /)", "Return the lowest index where sub is found, or -1.", byteFinder(false, false)},
	{"hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", "Create a string of hexadecimal numbers from the bytes.", bytesHex},
	{"index", "($self, sub[, start[, end]], /)", "Like find, but raise ValueError when sub is not found.", byteFinder(false, true)},
	{"isalnum", "($self, /)", "Return True if all bytes are ASCII letters or digits.", byteAll(func(c byte) bool { return isLetter(c) || isDigitByte(c) })},
	{"isalpha", "($self, /)", "Return True if all bytes are ASCII letters.", byteAll(isLetter)},
	{"isascii", "($self, /)", "Return True if all bytes are ASCII.", byteIsascii},
	{"isdigit", "($self, /)", "Return True if all bytes are ASCII digits.", byteAll(isDigitByte)},
	{"islower", "($self, /)", "Return True if all cased bytes are lower case.", byteIsCase(isLowerByte, isUpperByte)},
	{"isspace", "($self, /)", "Return True if all bytes are ASCII spaces.", byteAll(func(c byte) bool { return byteSpace[c] })},
	{"istitle", "($self, /)", "Return True if the bytes are in title case.", byteIstitle},
	{"isupper", "($self, /)", "Return True if all cased bytes are upper case.", byteIsCase(isUpperByte, isLowerByte)},
	{"join", "($self, iterable_of_bytes, /)", "Concatenate any number of bytes objects.", bytesJoin},
	{"ljust", "($self, width, fillchar=b' ', /)", "Return a left-justified copy of length width.", bytePad("ljust", padLeft)},
	{"lower", "($self, /)", "Return a copy with all ASCII characters in lower case.", byteMap(byteLower)},
	{"lstrip", "($self, bytes=None, /)", "Strip leading bytes contained in the argument.", byteStripper(true, false)},
	{"partition", "($self, sep, /)", "Partition the bytes into three parts using the given separator.", bytePartition(false)},
	{"replace", "($self, old, new, count=-1, /)", "Return a copy with all occurrences of old replaced by new.", byteReplace},
	{"removeprefix", "($self, prefix, /)", "Return a copy with the given prefix removed if present.", byteRemove(strings.TrimPrefix)},
	{"removesuffix", "($self, suffix, /)", "Return a copy with the given suffix removed if present.", byteRemove(strings.TrimSuffix)},
	{"rfind", "($self, sub[, start[, end]], /)", "Return the highest index where sub is found, or -1.", byteFinder(true, false)},
	{"rindex", "($self, sub[, start[, end]], /)", "Like rfind, but raise ValueError when sub is not found.", byteFinder(true, true)},
	{"rjust", "($self, width, fillchar=b' ', /)", "Return a right-justified copy of length width.", bytePad("rjust", padRight)},
	{"rpartition", "($self, sep, /)", "Partition the bytes at the last occurrence of the separator.", bytePartition(true)},
	{"rsplit", "($self, /, sep=None, maxsplit=-1)", "Return a list of the sections in the bytes, splitting from the right.", byteSplitter(true)},
	{"rstrip", "($self, bytes=None, /)", "Strip trailing bytes contained in the argument.", byteStripper(false, true)},
	{"split", "($self, /, sep=None, maxsplit=-1)", "Return a list of the sections in the bytes, using sep as the delimiter.", byteSplitter(false)},
	{"splitlines", "($self, /, keepends=False)", "Return a list of the lines in the bytes, breaking at line boundaries.", byteSplitlines},
	{"startswith", "($self, prefix[, start[, end]], /)", "Return True if the bytes start with the specified prefix.", byteAffix("startswith", strings.HasPrefix)},
	{"strip", "($self, bytes=None, /)", "Strip leading and trailing bytes contained in the argument.", byteStripper(true, true)},
	{"swapcase", "($self, /)", "Return a copy with the case of ASCII letters swapped.", byteMap(byteSwapcase)},
	{"title", "($self, /)", "Return a title-cased copy.", byteMap(byteTitle)},
	{"translate", "($self, table, /, delete=b'')", "Return a copy with each byte mapped by the given translation table.", byteTranslate},
	{"upper", "($self, /)", "Return a copy with all ASCII characters in upper case.", byteMap(byteUpper)},
	{"zfill", "($self, width, /)", "Pad a numeric string with zeros on the left, to fill a field of the given width.", byteZfill},
}

var bytesOnlyMethods = []Func{
	{"__getnewargs__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		return NewTuple(NewBytesString(As[Bytes](a[0]).s)), nil
	}},
	{"__bytes__", "($self, /)", "Convert this value to exact type bytes.", func(t *Thread, a []Value) (Value, error) {
		if a[0].O.Type == &BytesType {
			return a[0], nil
		}
		return NewBytesString(As[Bytes](a[0]).s), nil
	}},
	{"__sizeof__", "($self, /)", "Returns the size of the object in memory, in bytes.", func(t *Thread, a []Value) (Value, error) {
		return IntOf(33 + len(As[Bytes](a[0]).s)), nil
	}},
}

var byteStaticMethods = []Func{
	{"maketrans", "(frm, to, /)", "Return a translation table for the translate method.", func(t *Thread, a []Value) (Value, error) {
		from, err := GetBuffer(a[0])
		if err != nil {
			return Value{}, err
		}
		to, err := GetBuffer(a[1])
		if err != nil {
			return Value{}, err
		}
		if len(from) != len(to) {
			return Value{}, ValueErrorf("maketrans arguments must have same length")
		}
		table := make([]byte, 256)
		for i := range table {
			table[i] = byte(i)
		}
		for i, c := range from {
			table[c] = to[i]
		}
		return NewBytes(table), nil
	}},
}

// byteText returns the content of the receiver as a string sharing its memory:
// it is taken after the arguments, whose conversion may run Python code.
func byteText(v Value) string {
	b, _ := BytesOf(v)
	return stringView(b)
}

// sameBytes returns v itself if it is an exact bytes, and a copy otherwise.
func sameBytes(v Value) Value {
	if v.O.Type == &BytesType {
		return v
	}
	return likeBytes(v, strings.Clone(byteText(v)))
}

// sub returns a part of v's content as an object of v's type.
func subBytes(v Value, s string) Value {
	if v.O.Type.Solid == &ByteArrayType {
		return NewByteArray([]byte(s))
	}
	return NewBytesString(s)
}

// byteSub converts the argument of a search: a buffer or a byte.
func byteSub(t *Thread, v Value) (string, error) {
	if offersBuffer(t, v) {
		b, err := AskBuffer(t, v)
		return stringView(b), err
	}
	if v.O.Type.Slots.Index == nil {
		return "", TypeErrorf("argument should be integer or bytes-like object, not '%s'", v.O.Type.MsgName())
	}
	c, err := byteValue(t, v, "byte")
	return string([]byte{c}), err
}

// plainBounds resolves the bounds a[2] and a[3] of a search.
func plainBounds(t *Thread, a []Value) error {
	for i := 2; i < 4; i++ {
		v, err := plainIndex(t, a[i])
		if err != nil {
			return err
		}
		a[i] = v
	}
	return nil
}

// byteSearch prepares a search: the part of the content to look in.
func byteSearch(t *Thread, a []Value) (text, sub string, lo int, ok bool, err error) {
	pin(a[0], 1) // the argument may run Python code
	sub, err = byteSub(t, a[1])
	pin(a[0], -1)
	if err != nil {
		return
	}
	if err = plainBounds(t, a); err != nil {
		return
	}
	lo, hi, err := clampBounds(t, a[2], a[3], len(byteText(a[0])))
	if err != nil || lo > hi {
		return "", sub, lo, false, err
	}
	return byteText(a[0])[lo:hi], sub, lo, true, nil
}

func byteFinder(last, must bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		text, sub, lo, ok, err := byteSearch(t, a)
		if err != nil {
			return Value{}, err
		}
		i := -1
		if ok {
			if last {
				i = strings.LastIndex(text, sub)
			} else {
				i = strings.Index(text, sub)
			}
		}
		if i >= 0 {
			i += lo
		} else if must {
			return Value{}, ValueErrorf("subsection not found")
		}
		return IntOf(i), nil
	}
}

func byteCount(t *Thread, a []Value) (Value, error) {
	text, sub, _, ok, err := byteSearch(t, a)
	if err != nil || !ok {
		return Int(0), err
	}
	if sub == "" {
		return IntOf(len(text) + 1), nil
	}
	return IntOf(strings.Count(text, sub)), nil
}

func byteAffix(fn string, has func(s, x string) bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		if err := plainBounds(t, a); err != nil {
			return Value{}, err
		}
		lo, hi, err := clampBounds(t, a[2], a[3], len(byteText(a[0])))
		if err != nil {
			return Value{}, err
		}
		if a[1].solid(&TupleType) {
			for _, v := range As[Tuple](a[1]).Items {
				b, err := GetBuffer(v)
				if err != nil {
					return Value{}, err
				}
				if lo <= hi && has(byteText(a[0])[lo:hi], stringView(b)) {
					return True, nil
				}
			}
			return False, nil
		}
		b, ok := BytesOf(a[1])
		if !ok {
			return Value{}, TypeErrorf("%s first arg must be bytes or a tuple of bytes, not %s", fn, a[1].O.Type.MsgName())
		}
		return Bool(lo <= hi && has(byteText(a[0])[lo:hi], stringView(b))), nil
	}
}

func byteReplace(t *Thread, a []Value) (Value, error) {
	from, err := GetBuffer(a[1])
	if err != nil {
		return Value{}, err
	}
	to, err := GetBuffer(a[2])
	if err != nil {
		return Value{}, err
	}
	n, err := countArg(t, a[3])
	if err != nil {
		return Value{}, err
	}
	r, changed, err := replaceText(t, byteText(a[0]), stringView(from), stringView(to), n, true)
	if err != nil {
		return Value{}, err
	}
	if !changed {
		return sameBytes(a[0]), nil
	}
	return likeBytes(a[0], r), nil
}

func byteRemove(cut func(s, x string) string) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		x, err := GetBuffer(a[1])
		if err != nil {
			return Value{}, err
		}
		s := byteText(a[0])
		if r := cut(s, stringView(x)); len(r) != len(s) {
			return subBytes(a[0], r), nil
		}
		return sameBytes(a[0]), nil
	}
}

func byteSplitter(right bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		n, err := countArg(t, a[2])
		if err != nil {
			return Value{}, err
		}
		self := a[0]
		p := pieces{make: func(s string) Value { return subBytes(self, s) }}
		if a[1].O == nil || a[1].IsNone() {
			if right {
				p.rsplitSpaceTable(byteText(self), n, &byteSpace)
			} else {
				p.splitSpaceTable(byteText(self), n, &byteSpace)
			}
			return p.list(t)
		}
		pin(self, 1)
		defer pin(self, -1)
		sep, err := AskBuffer(t, a[1])
		if err != nil {
			return Value{}, err
		}
		if len(sep) == 0 {
			return Value{}, ValueErrorf("empty separator")
		}
		if right {
			p.rsplitSep(byteText(self), stringView(sep), n)
		} else {
			p.splitSep(byteText(self), stringView(sep), n)
		}
		return p.list(t)
	}
}

func byteSplitlines(t *Thread, a []Value) (Value, error) {
	keep, err := truthArg(t, a[1])
	if err != nil {
		return Value{}, err
	}
	var p pieces
	for s := byteText(a[0]); s != ""; {
		i := strings.IndexAny(s, "\r\n")
		if i < 0 {
			p.out = append(p.out, subBytes(a[0], s))
			break
		}
		end := i + 1
		if s[i] == '\r' && end < len(s) && s[end] == '\n' {
			end++
		}
		if keep {
			i = end
		}
		p.out = append(p.out, subBytes(a[0], s[:i]))
		s = s[end:]
	}
	return p.list(t)
}

func bytePartition(right bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		sep, err := GetBuffer(a[1])
		if err != nil {
			return Value{}, err
		}
		if len(sep) == 0 {
			return Value{}, ValueErrorf("empty separator")
		}
		s, x := byteText(a[0]), stringView(sep)
		i := 0
		if right {
			i = strings.LastIndex(s, x)
		} else {
			i = strings.Index(s, x)
		}
		switch {
		case i >= 0:
			mid := a[1]
			if a[1].O.Type != &BytesType || a[0].O.Type.Solid == &ByteArrayType {
				mid = likeBytes(a[0], strings.Clone(x))
			}
			return NewTuple(subBytes(a[0], s[:i]), mid, subBytes(a[0], s[i+len(x):])), nil
		case right:
			return NewTuple(likeBytes(a[0], ""), likeBytes(a[0], ""), sameBytes(a[0])), nil
		}
		return NewTuple(sameBytes(a[0]), likeBytes(a[0], ""), likeBytes(a[0], "")), nil
	}
}

func byteStripper(left, right bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		table := &byteSpace
		if a[1].O != nil && !a[1].IsNone() {
			chars, err := GetBuffer(a[1])
			if err != nil {
				return Value{}, err
			}
			table = new([256]bool)
			for _, c := range chars {
				table[c] = true
			}
		}
		s := byteText(a[0])
		i, j := 0, len(s)
		for left && i < j && table[s[i]] {
			i++
		}
		for right && i < j && table[s[j-1]] {
			j--
		}
		if i == 0 && j == len(s) {
			return sameBytes(a[0]), nil
		}
		return subBytes(a[0], s[i:j]), nil
	}
}

func bytesJoin(t *Thread, a []Value) (Value, error) {
	if a[1].O.Type.Slots.Iter == nil && !IsSequence(a[1]) {
		return Value{}, TypeErrorf("can only join an iterable")
	}
	if a[0].solid(&ByteArrayType) {
		As[ByteArray](a[0]).Pin()
		defer As[ByteArray](a[0]).Unpin()
	}
	items, err := Items(t, a[1])
	if err != nil {
		return Value{}, err
	}
	sep := byteText(a[0])
	n := len(sep) * max(len(items)-1, 0)
	for i, x := range items {
		b, ok := BytesOf(x)
		if !ok {
			if !offersBuffer(t, x) {
				return Value{}, TypeErrorf("sequence item %d: expected a bytes-like object, %s found", i, x.O.Type.MsgName())
			}
			m, err := NewMemoryView(t, x)
			if err != nil {
				return Value{}, err
			}
			if a[1].solid(&ListType) && As[List](a[1]).Len() != len(items) {
				return Value{}, RuntimeErrorf("sequence changed size during iteration")
			}
			items = append([]Value(nil), items...)
			items[i] = m
			b, _ = BytesOf(m)
		}
		n += len(b)
	}
	if len(items) == 1 && items[0].O.Type == &BytesType && a[0].solid(&BytesType) {
		return items[0], nil
	}
	if err := t.Charge(n); err != nil {
		return Value{}, err
	}
	out := make([]byte, 0, n)
	for i, x := range items {
		if i > 0 {
			out = append(out, sep...)
		}
		b, _ := BytesOf(x)
		out = append(out, b...)
	}
	if a[0].O.Type.Solid == &ByteArrayType {
		return NewByteArray(out), nil
	}
	return NewBytes(out), nil
}

func bytePad(fn string, left func(n, width int) int) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		width, err := SsizeArg(t, a[1])
		if err != nil {
			return Value{}, err
		}
		fill := " "
		if a[2].O != nil {
			if fill, err = fillByte(fn, a[2]); err != nil {
				return Value{}, err
			}
		}
		s := byteText(a[0])
		n := width - len(s)
		if n <= 0 {
			return sameBytes(a[0]), nil
		}
		if err := t.Charge(width); err != nil {
			return Value{}, err
		}
		l := left(n, width)
		return likeBytes(a[0], strings.Repeat(fill, l)+s+strings.Repeat(fill, n-l)), nil
	}
}

func fillByte(fn string, v Value) (string, error) {
	kind := ""
	switch v.O.Type.Solid {
	case &BytesType:
		kind = "bytes"
	case &ByteArrayType:
		kind = "bytearray"
	default:
		return "", TypeErrorf("%s() argument 2 must be a byte string of length 1, not %s", fn, argTypeName(v))
	}
	b, _ := BytesOf(v)
	if len(b) != 1 {
		return "", TypeErrorf("%s(): argument 2 must be a byte string of length 1, not a %s object of length %d", fn, kind, len(b))
	}
	return string(b), nil
}

func byteZfill(t *Thread, a []Value) (Value, error) {
	width, err := SsizeArg(t, a[1])
	if err != nil {
		return Value{}, err
	}
	s := byteText(a[0])
	if width <= len(s) {
		return sameBytes(a[0]), nil
	}
	if err := t.Charge(width); err != nil {
		return Value{}, err
	}
	return likeBytes(a[0], zfillText(s, width-len(s))), nil
}

func byteExpandtabs(t *Thread, a []Value) (Value, error) {
	size, err := tabSize(t, a[1])
	if err != nil {
		return Value{}, err
	}
	var b strings.Builder
	col := 0
	for s := byteText(a[0]); s != ""; s = s[1:] {
		switch c := s[0]; c {
		case '\t':
			if size > 0 {
				n := size - col%size
				col += n
				if err := t.Charge(n); err != nil {
					return Value{}, err
				}
				b.WriteString(strings.Repeat(" ", n))
			}
		default:
			col++
			if c == '\n' || c == '\r' {
				col = 0
			}
			b.WriteByte(c)
		}
	}
	return likeBytes(a[0], b.String()), nil
}

func byteTranslate(t *Thread, a []Value) (Value, error) {
	var table []byte
	if !a[1].IsNone() {
		var err error
		if table, err = GetBuffer(a[1]); err != nil {
			return Value{}, err
		}
		if len(table) != 256 {
			return Value{}, ValueErrorf("translation table must be 256 characters long")
		}
	}
	var drop [256]bool
	if a[2].O != nil {
		del, err := GetBuffer(a[2])
		if err != nil {
			return Value{}, err
		}
		for _, c := range del {
			drop[c] = true
		}
	}
	s := byteText(a[0])
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		c := s[i]
		if drop[c] {
			continue
		}
		if table != nil {
			c = table[c]
		}
		out = append(out, c)
	}
	if stringView(out) == s {
		return sameBytes(a[0]), nil
	}
	return likeBytes(a[0], stringView(out)), nil
}
