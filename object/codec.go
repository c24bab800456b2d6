package object

// The machinery of text codecs: an encoder or decoder walks over its input and
// asks the error handler about what it cannot convert.

import (
	"strings"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// coder is one conversion under way.
type coder struct {
	t       *Thread
	enc     string // name in errors
	errors  string
	handler handlerFunc
	custom  Value
	obj     Value // the input
	exc     *Exception
	out     []byte
	unit    int // bytes from error handlers come in multiples of this
}

func newCoder(t *Thread, enc, errors string, obj Value) *coder {
	return &coder{t: t, enc: enc, errors: errors, obj: obj}
}

// prepare finds the handler at the first error.
func (c *coder) prepare() error {
	if c.handler != nil || c.custom.O != nil {
		return nil
	}
	if c.t != nil && c.t.Interp != nil {
		if h, ok := c.t.Interp.codecs().handlers[c.errors]; ok && !(h.O.Type == &BuiltinType && As[Builtin](h).row.Fn != nil && isGoHandler(h, c.errors)) {
			c.custom = h
			return nil
		}
	}
	if c.handler = builtinHandler(c.errors); c.handler == nil {
		return Errorf(&LookupErrorType, "unknown error handler name '%s'", c.errors)
	}
	return nil
}

func isGoHandler(h Value, name string) bool { return As[Builtin](h).row.Name == name+"_errors" }

// ask calls the handler. n is the length of the input in characters or bytes.
func (c *coder) ask(e *Exception, n int, what string) (text string, isBytes bool, pos int, err error) {
	if err = c.prepare(); err != nil {
		return
	}
	if c.handler != nil {
		text, isBytes, pos, err = c.handler(c.t, e)
	} else {
		text, isBytes, pos, err = c.callCustom(e, what)
	}
	if err != nil {
		return
	}
	at := pos
	if pos < 0 {
		pos += n
	}
	if pos < 0 || pos > n {
		err = IndexErrorf("position %d from error handler out of bounds", at)
	}
	return
}

func (c *coder) callCustom(e *Exception, what string) (text string, isBytes bool, pos int, err error) {
	r, err := CallArgs(c.t, c.custom, Wrap(e))
	if err != nil {
		return "", false, 0, err
	}
	bad := TypeErrorf("%s error handler must return (str, int) tuple", what)
	if what == "encoding" {
		bad = TypeErrorf("encoding error handler must return (str/bytes, int) tuple")
	}
	if !r.solid(&TupleType) || len(As[Tuple](r).Items) != 2 {
		return "", false, 0, bad
	}
	items := As[Tuple](r).Items
	if s, ok := AsStr(items[0]); ok {
		text = s.s
	} else if what == "encoding" && items[0].solid(&BytesType) {
		text, isBytes = As[Bytes](items[0]).s, true
	} else {
		return "", false, 0, bad
	}
	pos, err = SsizeArg(c.t, items[1])
	return text, isBytes, pos, err
}

// decodeError handles bytes [start, end) of b. It returns the position to go
// on from and the input, which the handler may have replaced.
func (c *coder) decodeError(b []byte, start, end int, reason string) (int, []byte, error) {
	e := newDecodeError(c.enc, c.object(b), start, end, reason)
	if e.F[1] == c.obj && c.exc == nil {
		c.exc = e
	}
	text, _, pos, err := c.ask(e, len(b), "decoding")
	if err != nil {
		return 0, b, err
	}
	if c.custom.O != nil {
		if nb, ok := bytesOf(e.F[1]); ok {
			b = nb
		}
	}
	if pos <= start && c.custom.O != nil {
		if err := c.t.Poll(1); err != nil {
			return 0, b, err
		}
	}
	c.out = append(c.out, text...)
	return pos, b, nil
}

// object is the input as bytes, for exceptions.
func (c *coder) object(b []byte) Value {
	if c.obj.O == nil || c.obj.O.Type != &BytesType {
		c.obj = NewBytes(append([]byte(nil), b...))
	}
	return c.obj
}

// encodeRunes is an encoder whose characters stand for themselves. one appends
// the code of a character or reports false. Runs of characters it refuses are
// handed to the error handler together if joined.
func (c *coder) encodeRunes(s *Str, reason string, joined bool, one func(b []byte, r rune) ([]byte, bool)) error {
	text := s.s
	i, pos := 0, 0 // byte offset and character index
	for i < len(text) {
		r, n := wtf8.Decode(text[i:])
		out, ok := one(c.out, r)
		if ok {
			c.out = out
			i += n
			pos++
			continue
		}
		end := pos + 1
		for j := i + n; joined && j < len(text); end++ {
			r, n := wtf8.Decode(text[j:])
			if _, ok := one(nil, r); ok {
				break
			}
			j += n
		}
		e := newEncodeError(c.enc, c.obj, pos, end, reason)
		rep, isBytes, next, err := c.ask(e, s.CharLen(), "encoding")
		if err != nil {
			return err
		}
		if isBytes {
			if c.unit > 1 && len(rep)%c.unit != 0 {
				return e
			}
			c.out = append(c.out, rep...)
		} else if err := c.encodeReplacement(e, rep, one); err != nil {
			return err
		}
		if next <= pos {
			if err := c.t.Poll(1); err != nil {
				return err
			}
		}
		pos = next
		i = s.offset(pos)
	}
	return nil
}

func (c *coder) encodeReplacement(e *Exception, rep string, one func(b []byte, r rune) ([]byte, bool)) error {
	for rep != "" {
		r, n := wtf8.Decode(rep)
		out, ok := one(c.out, r)
		if !ok {
			return e
		}
		c.out = out
		rep = rep[n:]
	}
	return nil
}

// normalizeEncoding is the form of a codec's name that is looked up: lower
// case, runs of what is no letter, digit or dot replaced by one underscore.
func normalizeEncoding(name string) string {
	var b strings.Builder
	gap := false
	for i := range len(name) {
		c := name[i]
		if !isLetter(c) && !isDigitByte(c) && c != '.' {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('_')
		}
		gap = false
		if isUpperByte(c) {
			c += 32
		}
		b.WriteByte(c)
	}
	return b.String()
}
