// Package re implements the re module (library reference, "re"): patterns and
// matches around the engine of internal/sre. What is Python in it is re.py.
package re

import (
	_ "embed"
	"strings"

	"github.com/gopy-lang/gopy/internal/sre"
	"github.com/gopy-lang/gopy/internal/unidata"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed re.py
var source string

// Module declares re.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "re", Doc: "Support for regular expressions.",
		Types: []*object.Type{&PatternType, &MatchType}, Funcs: funcs, Source: source,
	}
}

// state is what an interpreter keeps: compiled patterns and an idle machine.
type state struct {
	cache map[cacheKey]*Pattern
	last  cacheKey
	lastP *Pattern
	m     *machine
}

type stateKey struct{}

type cacheKey struct {
	text  string
	bytes bool
	flags int
}

const cacheSize = 512

func stateOf(t *thread) *state {
	if v, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return v.(*state)
	}
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, &state{cache: map[cacheKey]*Pattern{}})
	return v.(*state)
}

// machine is a matching machine whose hooks lead to the thread that runs it.
type machine struct {
	sre.Machine
	t *thread
}

// take returns a machine for t, to be given back.
func (s *state) take(t *thread) *machine {
	m := s.m
	s.m = nil
	if m == nil {
		m = &machine{}
		m.Poll = func(n int) error { return m.t.Poll(n) }
		m.Charge = func(n int) error { return m.t.Charge(n) }
	}
	m.t = t
	return m
}

func (s *state) give(m *machine) {
	m.Drop()
	m.t = nil
	s.m = m
}

// compile returns the pattern of v, from the cache if it is there.
func compile(t *thread, v value, flags int) (*Pattern, error) {
	if v.O.Type.Solid == &PatternType {
		if flags != 0 {
			return nil, object.ValueErrorf("cannot process flags argument with a compiled pattern")
		}
		return object.As[Pattern](v), nil
	}
	k := cacheKey{flags: flags}
	switch v.O.Type.Solid {
	case &object.StrType:
		k.text = object.As[object.Str](v).String()
	case &object.BytesType:
		k.text, k.bytes = object.As[object.Bytes](v).String(), true
	default:
		return nil, object.TypeErrorf("first argument must be string or compiled pattern")
	}
	exact := v.O.Type == v.O.Type.Solid
	s := stateOf(t)
	if exact {
		if s.lastP != nil && s.last == k {
			return s.lastP, nil
		}
		if p := s.cache[k]; p != nil {
			s.last, s.lastP = k, p
			return p, nil
		}
	}
	p, err := newPattern(t, v, k)
	if err != nil {
		return nil, err
	}
	if exact && flags&(sre.Debug|sre.Locale) == 0 {
		if len(s.cache) >= cacheSize {
			for old := range s.cache {
				delete(s.cache, old)
				break
			}
		}
		s.cache[k] = p
		s.last, s.lastP = k, p
	}
	return p, nil
}

func options(t *thread, bytes bool, flags int) sre.Options {
	return sre.Options{
		Bytes: bytes, Flags: flags, Identifier: unidata.IsIdentifier,
		Repr: object.ReprString,
		Name: func(name string) (rune, bool) {
			m, err := object.ImportModule(t, "unicodedata")
			if err != nil {
				return 0, false
			}
			c, err := object.CallMethod(t, m, "lookup", object.NewStr(name))
			if err != nil {
				return 0, false
			}
			s, ok := object.AsStr(c)
			if !ok || s.CharLen() != 1 {
				return 0, false
			}
			r, _ := object.DecodeRune(s.String())
			return r, true
		},
		Warn: func(msg string) error { return object.Warn(t, &object.FutureWarningType, msg) },
	}
}

func newPattern(t *thread, v value, k cacheKey) (*Pattern, error) {
	if err := t.Charge(64 * len(k.text)); err != nil {
		return nil, err
	}
	prog, err := sre.Compile(k.text, options(t, k.bytes, k.flags))
	if err != nil {
		return nil, raise(t, err, v)
	}
	p := &Pattern{Header: object.Header{Type: &PatternType}, prog: prog, pattern: v, bytes: k.bytes, names: make([]value, prog.Groups+1)}
	for _, n := range prog.Names {
		p.names[prog.Index[n]] = object.Wrap(t.Intern(n))
	}
	return p, nil
}

// raise turns an error of the engine into an exception.
func raise(t *thread, err error, pattern value) error {
	e, ok := err.(*sre.Error)
	if !ok {
		if n, ok := err.(*sre.NameError); ok {
			return object.IndexErrorf("%s", n.Error())
		}
		return err
	}
	switch e.Kind {
	case sre.ValueError:
		return object.ValueErrorf("%s", e.Msg)
	case sre.OverflowError:
		return object.OverflowErrorf("%s", e.Msg)
	case sre.RecursionError:
		return object.RecursionErrorf("%s", e.Msg)
	}
	m, err := object.ImportModule(t, "re")
	if err != nil {
		return err
	}
	cls, err := object.GetAttrStr(t, m, "PatternError")
	if err != nil {
		return err
	}
	pos := object.IntOf(e.Pos)
	if e.Pos < 0 {
		pos, pattern = object.None, object.None
	}
	x, err := object.CallArgs(t, cls, object.NewStr(e.Msg), pattern, pos)
	if err != nil {
		return err
	}
	return object.As[object.Exception](x)
}

const specialChars = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"

func escape(t *thread, a []value) (value, error) {
	if s, ok := object.AsStr(a[0]); ok {
		return object.NewStr(escapeText(s.String())), nil
	}
	b, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, object.TypeErrorf("decoding to str: need a bytes-like object, %s found", a[0].O.Type.MsgName())
	}
	return object.NewBytes([]byte(escapeText(string(b)))), nil
}

func escapeText(s string) string {
	if !strings.ContainsAny(s, specialChars) {
		return s
	}
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(specialChars, s[i]) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}
