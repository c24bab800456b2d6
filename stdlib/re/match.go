package re

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

// MatchType is re.Match.
var MatchType object.Type

// Match is a match found.
type Match struct {
	object.Header
	p     *Pattern
	s     subject
	spans []int // byte offsets
	few   [6]int
	last  int // the group closed last
}

func asMatch(v value) *Match { return object.As[Match](v) }

func (m *Match) span(g int) (int, int) { return m.spans[2*g], m.spans[2*g+1] }

// char is the character index of byte offset i.
func (m *Match) char(i int) int {
	if m.s.str == nil || i < 0 {
		return i
	}
	return m.s.str.CharIndex(i)
}

// group returns the text of group g, def if it took no part.
func (m *Match) group(g int, def value) value {
	a, b := m.span(g)
	if a < 0 {
		return def
	}
	return m.s.slice(a, b)
}

// number finds the group that v names.
func (m *Match) number(t *thread, v value) (int, error) {
	n := -1
	switch {
	case object.IsIntLike(v):
		if i, ok := object.AsInt64(v); ok && i >= 0 && i <= int64(m.p.prog.Groups) {
			n = int(i)
		}
	case v.O.Type.Solid == &object.StrType:
		if g, ok := m.p.prog.Index[object.As[object.Str](v).String()]; ok {
			n = g
		}
	case v.O.Type.Slots.Index != nil:
		i, err := object.IndexInt(t, v, nil)
		if err != nil {
			return 0, err
		}
		if i >= 0 && i <= m.p.prog.Groups {
			n = i
		}
	}
	if n < 0 {
		return 0, object.IndexErrorf("no such group")
	}
	return n, nil
}

func (m *Match) item(t *thread, v value) (value, error) {
	g, err := m.number(t, v)
	if err != nil {
		return value{}, err
	}
	return m.group(g, object.None), nil
}

func matchGroup(t *thread, a []value) (value, error) {
	m, args := asMatch(a[0]), object.As[object.Tuple](a[1]).Items
	switch len(args) {
	case 0:
		return m.group(0, object.None), nil
	case 1:
		return m.item(t, args[0])
	}
	out := make([]value, len(args))
	for i, v := range args {
		x, err := m.item(t, v)
		if err != nil {
			return value{}, err
		}
		out[i] = x
	}
	return object.NewTupleOwned(out), nil
}

func optionalNone(v value) value {
	if v.IsNil() {
		return object.None
	}
	return v
}

func matchGroups(t *thread, a []value) (value, error) {
	m, def := asMatch(a[0]), optionalNone(a[1])
	out := make([]value, m.p.prog.Groups)
	for i := range out {
		out[i] = m.group(i+1, def)
	}
	return object.NewTupleOwned(out), nil
}

func matchDict(t *thread, a []value) (value, error) {
	m, def := asMatch(a[0]), optionalNone(a[1])
	d := object.NewDict()
	for _, n := range m.p.prog.Names {
		g := m.p.prog.Index[n]
		d.SetStr(object.As[object.Str](m.p.names[g]), m.group(g, def))
	}
	return object.Wrap(d), nil
}

// bounds makes start, end and span.
func bounds(f func(a, b int) value) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		m, g := asMatch(a[0]), 0
		if !a[1].IsNil() {
			var err error
			if g, err = m.number(t, a[1]); err != nil {
				return value{}, err
			}
		}
		i, j := m.span(g)
		return f(m.char(i), m.char(j)), nil
	}
}

func pair(i, j int) value { return object.NewTuple2(object.IntOf(i), object.IntOf(j)) }

func matchExpand(t *thread, a []value) (value, error) {
	m := asMatch(a[0])
	pieces, plain, err := m.p.template(t, a[1])
	if err != nil {
		return value{}, err
	}
	if !plain {
		return value{}, object.TypeErrorf("decoding to str: need a bytes-like object, %s found", a[1].O.Type.MsgName())
	}
	b := expand(nil, pieces, m.s.text, m.span)
	if m.s.str == nil {
		return object.NewBytes(b), nil
	}
	return object.NewStr(string(b)), nil
}

func matchRepr(t *thread, v value) (value, error) {
	m := asMatch(v)
	text, err := object.Repr(t, m.group(0, object.None))
	if err != nil {
		return value{}, err
	}
	i, j := m.span(0)
	if r := []rune(text); len(r) > 50 {
		text = string(r[:50])
	}
	return object.NewStrf("<%s object; span=(%d, %d), match=%s>", v.O.Type.FullName(t), m.char(i), m.char(j), text), nil
}

var matchMethods = []object.Func{
	{Name: "group", Sig: "($self, /, *args)", Doc: "Return the groups given by number or name, the whole match by default.", Fn: matchGroup},
	{Name: "groups", Sig: "($self, /, default=None)", Doc: "Return a tuple containing all the subgroups of the match, from 1.", Fn: matchGroups},
	{Name: "groupdict", Sig: "($self, /, default=None)", Doc: "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.", Fn: matchDict},
	{Name: "start", Sig: "($self, group=0, /)", Doc: "Return index of the start of the substring matched by group.", Fn: bounds(func(i, j int) value { return object.IntOf(i) })},
	{Name: "end", Sig: "($self, group=0, /)", Doc: "Return index of the end of the substring matched by group.", Fn: bounds(func(i, j int) value { return object.IntOf(j) })},
	{Name: "span", Sig: "($self, group=0, /)", Doc: "For match object m, return the 2-tuple (m.start(group), m.end(group)).", Fn: bounds(pair)},
	{Name: "expand", Sig: "($self, /, template)", Doc: "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.", Fn: matchExpand},
	{Name: "__copy__", Sig: "($self, /)", Fn: self},
	{Name: "__deepcopy__", Sig: "($self, memo, /)", Fn: self},
}

var matchGetSets = []object.GetSet{
	{Name: "string", Doc: "The string passed to match() or search().", Get: func(t *thread, v value) (value, error) { return asMatch(v).s.v, nil }},
	{Name: "re", Doc: "The regular expression object.", Get: func(t *thread, v value) (value, error) { return object.Wrap(asMatch(v).p), nil }},
	{Name: "pos", Doc: "The index into the string at which the RE engine started looking for a match.", Get: func(t *thread, v value) (value, error) {
		return object.IntOf(asMatch(v).s.pos), nil
	}},
	{Name: "endpos", Doc: "The index into the string beyond which the RE engine will not go.", Get: func(t *thread, v value) (value, error) {
		return object.IntOf(asMatch(v).s.last), nil
	}},
	{Name: "lastindex", Doc: "The integer index of the last matched capturing group.", Get: func(t *thread, v value) (value, error) {
		if n := asMatch(v).last; n > 0 {
			return object.IntOf(n), nil
		}
		return object.None, nil
	}},
	{Name: "lastgroup", Doc: "The name of the last matched capturing group.", Get: func(t *thread, v value) (value, error) {
		m := asMatch(v)
		if m.last > 0 && !m.p.names[m.last].IsNil() {
			return m.p.names[m.last], nil
		}
		return object.None, nil
	}},
	{Name: "regs", Get: func(t *thread, v value) (value, error) {
		m := asMatch(v)
		out := make([]value, len(m.spans)/2)
		for g := range out {
			i, j := m.span(g)
			out[g] = pair(m.char(i), m.char(j))
		}
		return object.NewTupleOwned(out), nil
	}},
}

func init() {
	MatchType.Define(object.TypeSpec{
		Name: "Match", Module: "re", Flags: object.FlagNoNew, Size: unsafe.Sizeof(Match{}),
		Doc: "The result of re.match() and re.search().",
		Slots: object.Slots{
			Repr:    matchRepr,
			GetItem: func(t *thread, v, k value) (value, error) { return asMatch(v).item(t, k) },
			Traverse: func(v value, visit func(value)) {
				m := asMatch(v)
				visit(m.s.v)
				visit(object.Wrap(m.p))
			},
		},
		Methods: matchMethods, ClassMethods: []object.Func{object.ClassGetItem}, GetSets: matchGetSets,
	})
}
