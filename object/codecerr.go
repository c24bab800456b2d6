package object

// Error handlers of codecs (library reference, "Error Handlers").

import (
	"strconv"
	"strings"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// codecState is what an interpreter knows about codecs: error handlers
// registered by Python code, and search functions.
type codecState struct {
	handlers map[string]Value
	search   []Value
	cache    map[string]Value // found by search functions; None: nothing
}

type codecStateKey struct{}

func (in *Interp) codecs() *codecState {
	if s, ok := in.Extra.Load(codecStateKey{}); ok {
		return s.(*codecState)
	}
	s, _ := in.Extra.LoadOrStore(codecStateKey{}, &codecState{handlers: map[string]Value{}, cache: map[string]Value{}})
	return s.(*codecState)
}

// RegisterErrorHandler is codecs.register_error.
func RegisterErrorHandler(t *Thread, name string, handler Value) error {
	if !Callable(handler) {
		return TypeErrorf("handler must be callable")
	}
	t.Interp.codecs().handlers[name] = handler
	return nil
}

// UnregisterErrorHandler forgets a handler and reports whether there was one.
func UnregisterErrorHandler(t *Thread, name string) (bool, error) {
	for i := range errorHandlers {
		if errorHandlers[i].Name == name+"_errors" {
			return false, ValueErrorf("cannot un-register built-in error handler '%s'", name)
		}
	}
	s := t.Interp.codecs()
	_, ok := s.handlers[name]
	delete(s.handlers, name)
	return ok, nil
}

// LookupErrorHandler is codecs.lookup_error.
func LookupErrorHandler(t *Thread, name string) (Value, error) {
	if h, ok := t.Interp.codecs().handlers[name]; ok {
		return h, nil
	}
	for i := range errorHandlers {
		if errorHandlers[i].Name == name+"_errors" {
			h := Wrap(NewFunc(&errorHandlers[i], ""))
			t.Interp.codecs().handlers[name] = h
			return h, nil
		}
	}
	return Value{}, Errorf(&LookupErrorType, "unknown error handler name '%s'", name)
}

var errorHandlers = []Func{
	{"strict_errors", "(exc, /)", "Implements the 'strict' error handling, which raises a UnicodeError on coding errors.", strictErrors},
	{"ignore_errors", "(exc, /)", "Implements the 'ignore' error handling, which ignores malformed data and continues.", goHandler(ignoreErrors)},
	{"replace_errors", "(exc, /)", "Implements the 'replace' error handling, which replaces malformed data with a replacement marker.", goHandler(replaceErrors)},
	{"xmlcharrefreplace_errors", "(exc, /)", "Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference.", goHandler(xmlErrors)},
	{"backslashreplace_errors", "(exc, /)", "Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence.", goHandler(backslashErrors)},
	{"namereplace_errors", "(exc, /)", "Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence.", goHandler(nameErrors)},
	{"surrogatepass_errors", "(exc, /)", "", goHandler(surrogatePass)},
	{"surrogateescape_errors", "(exc, /)", "", goHandler(surrogateEscape)},
}

func builtinHandler(name string) handlerFunc {
	switch name {
	case "", "strict":
		return func(t *Thread, e *Exception) (string, bool, int, error) { return "", false, 0, e }
	case "ignore":
		return ignoreErrors
	case "replace":
		return replaceErrors
	case "xmlcharrefreplace":
		return xmlErrors
	case "backslashreplace":
		return backslashErrors
	case "namereplace":
		return nameErrors
	case "surrogatepass":
		return surrogatePass
	case "surrogateescape":
		return surrogateEscape
	}
	return nil
}

// handlerFunc answers a coding error: a replacement, whether it is bytes, and
// the position to go on from.
type handlerFunc func(t *Thread, e *Exception) (text string, isBytes bool, pos int, err error)

func strictErrors(t *Thread, a []Value) (Value, error) {
	if a[0].O.Type.Flags&FlagException == 0 {
		return Value{}, TypeErrorf("codec must pass exception instance")
	}
	return Value{}, As[Exception](a[0])
}

// goHandler gives a handler its Python form.
func goHandler(f handlerFunc) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		if a[0].O.Type.Flags&FlagException == 0 || !a[0].O.Type.IsSubtype(&UnicodeErrorType) {
			return Value{}, wrongCallback(a[0])
		}
		text, isBytes, pos, err := f(t, As[Exception](a[0]))
		if err != nil {
			return Value{}, err
		}
		r := NewStr(text)
		if isBytes {
			r = NewBytesString(text)
		}
		return NewTuple2(r, IntOf(pos)), nil
	}
}

func wrongCallback(v Value) error {
	return TypeErrorf("don't know how to handle %s in error callback", v.O.Type.MsgName())
}

func (e *Exception) isEncode() bool { return e.Type.IsSubtype(&UnicodeEncodeErrorType) }
func (e *Exception) isDecode() bool { return e.Type.IsSubtype(&UnicodeDecodeErrorType) }

// badText returns the characters or bytes an error is about.
func (e *Exception) badText() (text string, start, end int) {
	start, end = e.span()
	if e.isDecode() {
		b, _ := bytesOf(e.F[1])
		start = min(max(start, 0), max(len(b)-1, 0))
		end = max(min(max(end, 1), len(b)), start)
		return string(b[start:end]), start, end
	}
	s, ok := AsStr(e.F[1])
	if !ok {
		return "", start, end
	}
	n := s.CharLen()
	start = min(max(start, 0), max(n-1, 0))
	end = max(min(max(end, 1), n), start)
	return s.Substr(start, end), start, end
}

func ignoreErrors(t *Thread, e *Exception) (string, bool, int, error) {
	_, _, end := e.badText()
	return "", false, end, nil
}

func replaceErrors(t *Thread, e *Exception) (string, bool, int, error) {
	_, start, end := e.badText()
	switch {
	case e.isEncode():
		return strings.Repeat("?", end-start), false, end, nil
	case e.isDecode():
		return "\uFFFD", false, end, nil
	}
	return strings.Repeat("\uFFFD", end-start), false, end, nil
}

// eachRune calls f for the characters of s.
func eachRune(s string, f func(r rune)) {
	for s != "" {
		r, n := wtf8.Decode(s)
		f(r)
		s = s[n:]
	}
}

func xmlErrors(t *Thread, e *Exception) (string, bool, int, error) {
	if !e.isEncode() {
		return "", false, 0, wrongCallback(Wrap(e))
	}
	text, _, end := e.badText()
	var b strings.Builder
	eachRune(text, func(r rune) { b.WriteString("&#" + strconv.Itoa(int(r)) + ";") })
	return b.String(), false, end, nil
}

func backslashErrors(t *Thread, e *Exception) (string, bool, int, error) {
	text, _, end := e.badText()
	var b strings.Builder
	if e.isDecode() {
		for i := range len(text) {
			b.WriteString(charEscape(rune(text[i])))
		}
	} else {
		eachRune(text, func(r rune) { b.WriteString(charEscape(r)) })
	}
	return b.String(), false, end, nil
}

func nameErrors(t *Thread, e *Exception) (string, bool, int, error) {
	if !e.isEncode() {
		return "", false, 0, wrongCallback(Wrap(e))
	}
	text, _, end := e.badText()
	var b strings.Builder
	eachRune(text, func(r rune) {
		if n := charName(r); n != "" {
			b.WriteString("\\N{" + n + "}")
		} else {
			b.WriteString(charEscape(r))
		}
	})
	return b.String(), false, end, nil
}

func surrogateEscape(t *Thread, e *Exception) (string, bool, int, error) {
	text, start, end := e.badText()
	switch {
	case e.isEncode():
		var b []byte
		bad := false
		eachRune(text, func(r rune) {
			bad = bad || r < 0xDC80 || r > 0xDCFF
			b = append(b, byte(r-0xDC00))
		})
		if bad {
			return "", false, 0, e
		}
		return string(b), true, end, nil
	case e.isDecode():
		var b []byte
		n := 0
		for n < len(text) && n < 4 && text[n] >= 0x80 {
			b = wtf8.Append(b, 0xDC00+rune(text[n]))
			n++
		}
		if n == 0 {
			return "", false, 0, e
		}
		return string(b), false, start + n, nil
	}
	return "", false, 0, wrongCallback(Wrap(e))
}

// surrogatePass encodes and decodes surrogates in the encodings that forbid
// them.
func surrogatePass(t *Thread, e *Exception) (string, bool, int, error) {
	if !e.isEncode() && !e.isDecode() {
		return "", false, 0, wrongCallback(Wrap(e))
	}
	enc, _ := AsStr(e.F[0])
	form := surrogateForm(enc.s)
	if form == nil {
		return "", false, 0, e
	}
	text, start, end := e.badText()
	if e.isEncode() {
		var b []byte
		bad := false
		eachRune(text, func(r rune) {
			bad = bad || !isSurrogate(r)
			b = form.append(b, r)
		})
		if bad {
			return "", false, 0, e
		}
		return string(b), true, end, nil
	}
	whole, _ := bytesOf(e.F[1])
	r, n := form.decode(whole[start:])
	if n == 0 || !isSurrogate(r) {
		return "", false, 0, e
	}
	return wtf8.Encode(r), false, start + n, nil
}

func isSurrogate(r rune) bool { return r >= 0xD800 && r <= 0xDFFF }

// surrogateCoder is how an encoding would write a surrogate.
type surrogateCoder struct {
	append func(b []byte, r rune) []byte
	decode func(b []byte) (rune, int)
}

func surrogateForm(enc string) *surrogateCoder {
	switch normalizeEncoding(enc) {
	case "utf_8", "utf8", "cp65001":
		return &surrogateCoder{wtf8.Append, func(b []byte) (rune, int) {
			if len(b) < 3 {
				return 0, 0
			}
			return wtf8.Decode(stringView(b[:3]))
		}}
	case "utf_16_le", "utf_16", "utf16":
		return unitForm(2, false)
	case "utf_16_be":
		return unitForm(2, true)
	case "utf_32_le", "utf_32", "utf32":
		return unitForm(4, false)
	case "utf_32_be":
		return unitForm(4, true)
	}
	return nil
}

func unitForm(size int, big bool) *surrogateCoder {
	return &surrogateCoder{
		func(b []byte, r rune) []byte { return appendUnit(b, uint32(r), size, big) },
		func(b []byte) (rune, int) {
			if len(b) < size {
				return 0, 0
			}
			return rune(unitAt(b, size, big)), size
		},
	}
}

// appendUnit appends a code unit of 2 or 4 bytes.
func appendUnit(b []byte, u uint32, size int, big bool) []byte {
	switch {
	case size == 2 && big:
		return append(b, byte(u>>8), byte(u))
	case size == 2:
		return append(b, byte(u), byte(u>>8))
	case big:
		return append(b, byte(u>>24), byte(u>>16), byte(u>>8), byte(u))
	}
	return append(b, byte(u), byte(u>>8), byte(u>>16), byte(u>>24))
}

func unitAt(b []byte, size int, big bool) uint32 {
	switch {
	case size == 2 && big:
		return uint32(b[0])<<8 | uint32(b[1])
	case size == 2:
		return uint32(b[1])<<8 | uint32(b[0])
	case big:
		return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
	}
	return uint32(b[3])<<24 | uint32(b[2])<<16 | uint32(b[1])<<8 | uint32(b[0])
}

// newEncodeError and newDecodeError return the exceptions of codecs.
func newEncodeError(enc string, obj Value, start, end int, reason string) *Exception {
	e := NewException(&UnicodeEncodeErrorType, NewStr(enc), obj, IntOf(start), IntOf(end), NewStr(reason))
	copy(e.F, As[Tuple](e.Args).Items)
	return e
}

func newDecodeError(enc string, obj Value, start, end int, reason string) *Exception {
	e := NewException(&UnicodeDecodeErrorType, NewStr(enc), obj, IntOf(start), IntOf(end), NewStr(reason))
	copy(e.F, As[Tuple](e.Args).Items)
	return e
}
