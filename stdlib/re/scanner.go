package re

import "github.com/gopy-lang/gopy/object"

var scannerType object.Type

// scanner looks for one match after the other.
type scanner struct {
	object.Header
	p    *Pattern
	s    subject
	at   int // -1: at the end
	move bool
}

func (p *Pattern) scanner(t *thread, str, pos, end value) (*scanner, error) {
	s, err := p.subject(t, str, pos, end)
	return &scanner{Header: object.Header{Type: &scannerType}, p: p, s: s, at: s.start}, err
}

// next returns the next match, or None.
func (s *scanner) next(t *thread, kind int) (value, error) {
	if s.at < 0 || s.at > s.s.end {
		return object.None, nil
	}
	st := stateOf(t)
	m := st.take(t)
	defer st.give(m)
	ok, err := m.Run(s.p.prog, s.s.text[:s.s.end], s.at, kind, s.move)
	if err != nil {
		return value{}, err
	}
	if !ok {
		s.at = -1
		return object.None, nil
	}
	x := s.p.match(&s.s, m)
	s.at, s.move = x.spans[1], x.spans[0] == x.spans[1]
	return object.Wrap(x), nil
}

func init() {
	step := func(kind int) func(t *thread, a []value) (value, error) {
		return func(t *thread, a []value) (value, error) { return object.As[scanner](a[0]).next(t, kind) }
	}
	scannerType.Define(object.TypeSpec{
		Name: "SRE_Scanner", Module: "_sre", Flags: object.FlagNoNew,
		Slots: object.Slots{Traverse: func(v value, visit func(value)) {
			s := object.As[scanner](v)
			visit(s.s.v)
			visit(object.Wrap(s.p))
		}},
		Methods: []object.Func{
			{Name: "match", Sig: "($self, /)", Fn: step(kindMatch)},
			{Name: "search", Sig: "($self, /)", Fn: step(kindSearch)},
		},
		GetSets: []object.GetSet{{Name: "pattern", Get: func(t *thread, v value) (value, error) {
			return object.Wrap(object.As[scanner](v).p), nil
		}}},
	})
}
