package object

// str: the method table, and the methods about case, padding, classes of
// characters and translation (library reference, "String Methods").

import (
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/unidata"
	"github.com/gopy-lang/gopy/internal/wtf8"
)

var strMethods = []Func{
	{"encode", "($self, /, encoding='utf-8', errors='strict')", "Encode the string using the codec registered for encoding.", strEncode},
	{"replace", "($self, old, new, /, count=-1)", "Return a copy with all occurrences of substring old replaced by new.", strReplace},
	{"split", "($self, /, sep=None, maxsplit=-1)", "Return a list of the substrings in the string, using sep as the separator string.", strSplitter(false)},
	{"rsplit", "($self, /, sep=None, maxsplit=-1)", "Return a list of the substrings in the string, splitting from the right.", strSplitter(true)},
	{"join", "($self, iterable, /)", "Concatenate any number of strings.", strJoin},
	{"capitalize", "($self, /)", "Return a capitalized version of the string.", strCase(unidata.Capitalize)},
	{"casefold", "($self, /)", "Return a version of the string suitable for caseless comparisons.", strCase(unidata.Casefold)},
	{"title", "($self, /)", "Return a version of the string where each word is titlecased.", strCase(unidata.Title)},
	{"center", "($self, width, fillchar=' ', /)", "Return a centered string of length width.", strPad("center", padCenter)},
	{"count", "($self, sub[, start[, end]], /)", "Return the number of non-overlapping occurrences of sub.", strCount},
	{"expandtabs", "($self, /, tabsize=8)", "Return a copy where all tab characters are expanded using spaces.", strExpandtabs},
	{"find", "($self, sub[, start[, end]], /)", "Return the lowest index where sub is found, or -1.", strFinder("find", false, false)},
	{"partition", "($self, sep, /)", "Partition the string into three parts using the given separator.", strPartition(false)},
	{"index", "($self, sub[, start[, end]], /)", "Like find, but raise ValueError when sub is not found.", strFinder("index", false, true)},
	{"ljust", "($self, width, fillchar=' ', /)", "Return a left-justified string of length width.", strPad("ljust", padLeft)},
	{"lower", "($self, /)", "Return a copy of the string converted to lowercase.", strLetters('A', unidata.Lower)},
	{"lstrip", "($self, chars=None, /)", "Return a copy of the string with leading whitespace removed.", strStripper("lstrip", true, false)},
	{"rfind", "($self, sub[, start[, end]], /)", "Return the highest index where sub is found, or -1.", strFinder("rfind", true, false)},
	{"rindex", "($self, sub[, start[, end]], /)", "Like rfind, but raise ValueError when sub is not found.", strFinder("rindex", true, true)},
	{"rjust", "($self, width, fillchar=' ', /)", "Return a right-justified string of length width.", strPad("rjust", padRight)},
	{"rstrip", "($self, chars=None, /)", "Return a copy of the string with trailing whitespace removed.", strStripper("rstrip", false, true)},
	{"rpartition", "($self, sep, /)", "Partition the string at the last occurrence of the separator.", strPartition(true)},
	{"splitlines", "($self, /, keepends=False)", "Return a list of the lines in the string, breaking at line boundaries.", strSplitlines},
	{"strip", "($self, chars=None, /)", "Return a copy of the string with leading and trailing whitespace removed.", strStripper("strip", true, true)},
	{"swapcase", "($self, /)", "Convert uppercase characters to lowercase and lowercase characters to uppercase.", strCase(unidata.SwapCase)},
	{"translate", "($self, table, /)", "Replace each character in the string using the given translation table.", strTranslate},
	{"upper", "($self, /)", "Return a copy of the string converted to uppercase.", strLetters('a', unidata.Upper)},
	{"startswith", "($self, prefix[, start[, end]], /)", "Return True if the string starts with the specified prefix.", strAffix("startswith", strings.HasPrefix)},
	{"endswith", "($self, suffix[, start[, end]], /)", "Return True if the string ends with the specified suffix.", strAffix("endswith", strings.HasSuffix)},
	{"removeprefix", "($self, prefix, /)", "Return a str with the given prefix string removed if present.", strRemove("removeprefix", strings.TrimPrefix)},
	{"removesuffix", "($self, suffix, /)", "Return a str with the given suffix string removed if present.", strRemove("removesuffix", strings.TrimSuffix)},
	{"isascii", "($self, /)", "Return True if all characters in the string are ASCII.", func(t *Thread, a []Value) (Value, error) {
		return Bool(As[Str](a[0]).IsASCII()), nil
	}},
	{"islower", "($self, /)", "Return True if the string is a lowercase string.", strIsCase(unidata.IsLower, unidata.IsUpper)},
	{"isupper", "($self, /)", "Return True if the string is an uppercase string.", strIsCase(unidata.IsUpper, unidata.IsLower)},
	{"istitle", "($self, /)", "Return True if the string is a title-cased string.", strIstitle},
	{"isspace", "($self, /)", "Return True if the string is a whitespace string.", strAll(unidata.IsSpace)},
	{"isdecimal", "($self, /)", "Return True if the string is a decimal string.", strAll(unidata.IsDecimal)},
	{"isdigit", "($self, /)", "Return True if the string is a digit string.", strAll(unidata.IsDigit)},
	{"isnumeric", "($self, /)", "Return True if the string is a numeric string.", strAll(unidata.IsNumeric)},
	{"isalpha", "($self, /)", "Return True if the string is an alphabetic string.", strAll(unidata.IsAlpha)},
	{"isalnum", "($self, /)", "Return True if the string is an alpha-numeric string.", strAll(unidata.IsAlnum)},
	{"isidentifier", "($self, /)", "Return True if the string is a valid Python identifier.", func(t *Thread, a []Value) (Value, error) {
		return Bool(unidata.IsIdentifier(As[Str](a[0]).s)), nil
	}},
	{"isprintable", "($self, /)", "Return True if all characters in the string are printable.", func(t *Thread, a []Value) (Value, error) {
		return Bool(indexRune(As[Str](a[0]).s, func(r rune) bool { return !unidata.IsPrintable(r) }) < 0), nil
	}},
	{"zfill", "($self, width, /)", "Pad a numeric string with zeros on the left, to fill a field of the given width.", strZfill},
	{"format", "($self, /, *args, **kwargs)", "Return a formatted version of the string, using substitutions from args and kwargs.", strFormat},
	{"format_map", "($self, mapping, /)", "Return a formatted version of the string, using substitutions from mapping.", strFormatMap},
	{"__format__", "($self, format_spec, /)", "Return a formatted version of the string as described by format_spec.", strFormatSpec},
	{"__sizeof__", "($self, /)", "Return the size of the string in memory, in bytes.", strSizeof},
	{"__getnewargs__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		return NewTuple(NewStr(As[Str](a[0]).s)), nil
	}},
}

var strStaticMethods = []Func{
	{"maketrans", "(x, y=<unrepresentable>, z=<unrepresentable>, /)", "Return a translation table usable for str.translate().", strMaketrans},
}

func isIdentifier(s string) bool { return unidata.IsIdentifier(s) }

func isPrintable(r rune) bool { return unidata.IsPrintable(r) }

func wideRune(r rune) bool { return unidata.Columns(r) > 1 }

// asciiEscape replaces what is not ASCII by escapes.
func asciiEscape(s string) string {
	if wtf8.IsASCII(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := wtf8.Decode(s[i:])
		if r < utf8.RuneSelf {
			b.WriteByte(byte(r))
		} else {
			b.WriteString(charEscape(r))
		}
		i += n
	}
	return b.String()
}

// changed returns self when a method left the text as it was.
func changedStr(self Value, r string) Value {
	if self.O.Type == &StrType && r == As[Str](self).s {
		return self
	}
	return NewStr(r)
}

func strCase(f func(s string) string) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		s := As[Str](a[0])
		if err := t.Charge(len(s.s)); err != nil {
			return Value{}, err
		}
		return changedStr(a[0], f(s.s)), nil
	}
}

// strLetters is lower (from 'A') or upper (from 'a'), with a short way for
// ASCII.
func strLetters(from byte, f func(s string) string) func(t *Thread, a []Value) (Value, error) {
	wide := strCase(f)
	return func(t *Thread, a []Value) (Value, error) {
		s := As[Str](a[0])
		if !s.IsASCII() || len(s.s) > 64 {
			return wide(t, a)
		}
		var store [64]byte
		b := append(store[:0], s.s...)
		changed := false
		for i, c := range b {
			if c-from < 26 {
				b[i] = c ^ 0x20
				changed = true
			}
		}
		if !changed {
			return exactStr(a[0]), nil
		}
		return newStrBytes(b), nil
	}
}

func strAll(f func(r rune) bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		s := As[Str](a[0]).s
		return Bool(s != "" && indexRune(s, func(r rune) bool { return !f(r) }) < 0), nil
	}
}

func strIsCase(want, other func(r rune) bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		found := false
		for s := As[Str](a[0]).s; s != ""; {
			r, n := wtf8.Decode(s)
			if other(r) || unidata.IsTitle(r) {
				return False, nil
			}
			found = found || want(r)
			s = s[n:]
		}
		return Bool(found), nil
	}
}

func strIstitle(t *Thread, a []Value) (Value, error) {
	found, cased := false, false
	for s := As[Str](a[0]).s; s != ""; {
		r, n := wtf8.Decode(s)
		s = s[n:]
		switch {
		case unidata.IsUpper(r) || unidata.IsTitle(r):
			if cased {
				return False, nil
			}
			found, cased = true, true
		case unidata.IsLower(r):
			if !cased {
				return False, nil
			}
			found = true
		default:
			cased = false
		}
	}
	return Bool(found), nil
}

// padCenter, padLeft and padRight say how many of n fill characters go left
// in a field of the given width.
func padCenter(n, width int) int { return n/2 + n&width&1 }
func padLeft(n, width int) int   { return 0 }
func padRight(n, width int) int  { return n }

func strPad(fn string, left func(n, width int) int) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		width, err := SsizeArg(t, a[1])
		if err != nil {
			return Value{}, err
		}
		fill := " "
		if a[2].O != nil {
			f, ok := AsStr(a[2])
			if !ok {
				return Value{}, TypeErrorf("The fill character must be a unicode character, not %s", a[2].O.Type.MsgName())
			}
			if f.CharLen() != 1 {
				return Value{}, TypeErrorf("The fill character must be exactly one character long")
			}
			fill = f.s
		}
		s := As[Str](a[0])
		n := width - s.CharLen()
		if n <= 0 {
			return exactStr(a[0]), nil
		}
		if n > maxInt/4-len(s.s) {
			return Value{}, OverflowErrorf("padded string is too long")
		}
		if err := t.Charge(n*len(fill) + len(s.s)); err != nil {
			return Value{}, err
		}
		l := left(n, width)
		return NewStr(strings.Repeat(fill, l) + s.s + strings.Repeat(fill, n-l)), nil
	}
}

func strZfill(t *Thread, a []Value) (Value, error) {
	width, err := SsizeArg(t, a[1])
	if err != nil {
		return Value{}, err
	}
	s := As[Str](a[0])
	n := width - s.CharLen()
	if n <= 0 {
		return exactStr(a[0]), nil
	}
	if err := t.Charge(n + len(s.s)); err != nil {
		return Value{}, err
	}
	return NewStr(zfillText(s.s, n)), nil
}

// zfillText puts n zeros before s, after its sign.
func zfillText(s string, n int) string {
	sign := ""
	if s != "" && (s[0] == '+' || s[0] == '-') {
		sign, s = s[:1], s[1:]
	}
	return sign + strings.Repeat("0", n) + s
}

func tabSize(t *Thread, v Value) (int, error) {
	if v.O == nil {
		return 8, nil
	}
	n, err := IndexInt(t, v, &OverflowErrorType)
	if err == nil && int(int32(n)) != n {
		err = OverflowErrorf("Python int too large to convert to C int")
	}
	return n, err
}

func strExpandtabs(t *Thread, a []Value) (Value, error) {
	size, err := tabSize(t, a[1])
	if err != nil {
		return Value{}, err
	}
	r, err := expandTabs(t, As[Str](a[0]).s, size, "new string is too long")
	if err != nil {
		return Value{}, err
	}
	return changedStr(a[0], r), nil
}

// expandTabs replaces tabs by spaces; columns count characters.
func expandTabs(t *Thread, s string, size int, tooLong string) (string, error) {
	if strings.IndexByte(s, '\t') < 0 {
		return s, nil
	}
	if size > 0 && strings.Count(s, "\t") > (maxInt-len(s))/size {
		return "", OverflowErrorf("%s", tooLong)
	}
	var b strings.Builder
	col := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\t':
			if size > 0 {
				n := size - col%size
				col += n
				if err := t.Charge(n); err != nil {
					return "", err
				}
				b.WriteString(strings.Repeat(" ", n))
			}
		default:
			if c&0xC0 != 0x80 {
				col++
			}
			if c == '\n' || c == '\r' {
				col = 0
			}
			b.WriteByte(c)
		}
	}
	return b.String(), nil
}

func strSizeof(t *Thread, a []Value) (Value, error) {
	s := As[Str](a[0])
	n := s.CharLen()
	if s.IsASCII() {
		return IntOf(41 + n), nil
	}
	unit, base := 1, 57
	for i := range len(s.s) {
		switch c := s.s[i]; {
		case c >= 0xF0:
			unit = 4
		case c >= 0xC4:
			unit = max(unit, 2)
		}
	}
	if unit > 1 {
		base = 56 + unit
	}
	return IntOf(base + unit*n), nil
}

func strTranslate(t *Thread, a []Value) (Value, error) {
	s := As[Str](a[0])
	get := a[1].O.Type.Slots.GetItem
	if get == nil {
		return Value{}, TypeErrorf("'%s' object is not subscriptable", a[1].O.Type.MsgName())
	}
	var ascii [128]string
	var known [128]bool
	var b strings.Builder
	for text := s.s; text != ""; {
		r, n := wtf8.Decode(text)
		c := text[:n]
		text = text[n:]
		if r < 128 && known[r] {
			b.WriteString(ascii[r])
			continue
		}
		v, err := get(t, a[1], Int(int64(r)))
		to := c
		switch {
		case err != nil:
			if !IsExc(err, &LookupErrorType) {
				return Value{}, err
			}
		case v.IsNone():
			to = ""
		default:
			if to, err = translated(v); err != nil {
				return Value{}, err
			}
		}
		if r < 128 {
			ascii[r], known[r] = to, true
		}
		b.WriteString(to)
		if b.Len()&0xFFF == 0 {
			if err := t.Poll(1); err != nil {
				return Value{}, err
			}
		}
	}
	return changedStr(a[0], b.String()), nil
}

func translated(v Value) (string, error) {
	if x, ok := AsStr(v); ok {
		return x.s, nil
	}
	if !IsIntLike(v) {
		return "", TypeErrorf("character mapping must return integer, None or str")
	}
	i, ok := AsInt64(v)
	if !ok || i < 0 || i > utf8.MaxRune {
		return "", ValueErrorf("character mapping must be in range(0x110000)")
	}
	return wtf8.Encode(rune(i)), nil
}

func strMaketrans(t *Thread, a []Value) (Value, error) {
	d := NewDict()
	if a[1].O != nil {
		return maketransStrs(t, d, a)
	}
	if a[0].O.Type.Solid != &DictType {
		return Value{}, TypeErrorf("if you give only one argument to maketrans it must be a dict")
	}
	src := As[Dict](a[0])
	for _, k := range src.Keys() {
		v, ok, err := src.Get(t, k)
		if err != nil || !ok {
			return Value{}, err
		}
		if s, isStr := AsStr(k); isStr {
			if s.CharLen() != 1 {
				return Value{}, ValueErrorf("string keys in translatetable must be of length 1")
			}
			r, _ := wtf8.Decode(s.s)
			k = Int(int64(r))
		} else if !IsIntLike(k) {
			return Value{}, TypeErrorf("keys in translate table mustbe strings or integers")
		}
		if err := d.Set(t, k, v); err != nil {
			return Value{}, err
		}
	}
	return Wrap(d), nil
}

func maketransStrs(t *Thread, d *Dict, a []Value) (Value, error) {
	x, ok := AsStr(a[0])
	if !ok {
		return Value{}, TypeErrorf("first maketrans argument must be a string if there is a second argument")
	}
	y, err := strArg("maketrans", 2, a[1])
	if err != nil {
		return Value{}, err
	}
	if x.CharLen() != y.CharLen() {
		return Value{}, ValueErrorf("the first two maketrans arguments must have equal length")
	}
	p, q := x.s, y.s
	for p != "" {
		r, n := wtf8.Decode(p)
		s, m := wtf8.Decode(q)
		p, q = p[n:], q[m:]
		if err := d.Set(t, Int(int64(r)), Int(int64(s))); err != nil {
			return Value{}, err
		}
	}
	if a[2].O == nil {
		return Wrap(d), nil
	}
	z, err := strArg("maketrans", 3, a[2])
	if err != nil {
		return Value{}, err
	}
	for p := z.s; p != ""; {
		r, n := wtf8.Decode(p)
		p = p[n:]
		if err := d.Set(t, Int(int64(r)), None); err != nil {
			return Value{}, err
		}
	}
	return Wrap(d), nil
}
