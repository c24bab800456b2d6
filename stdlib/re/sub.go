package re

import (
	"strings"

	"github.com/gopy-lang/gopy/internal/sre"
	"github.com/gopy-lang/gopy/object"
)

// template returns the pieces of a replacement; ok is false if repl is no
// template but a function.
func (p *Pattern) template(t *thread, repl value) ([]sre.Piece, bool, error) {
	var text string
	if s, ok := object.AsStr(repl); ok {
		text = s.String()
		if p.bytes {
			return nil, true, p.mixed(t, repl)
		}
	} else if object.Callable(repl) {
		return nil, false, nil
	} else if b, err := object.GetBuffer(repl); err == nil {
		text = string(b)
		if !p.bytes {
			return nil, true, p.mixed(t, repl)
		}
	} else {
		return nil, true, object.TypeErrorf("decoding to str: need a bytes-like object, %s found", repl.O.Type.MsgName())
	}
	if p.pieces != nil && p.repl == text {
		return p.pieces, true, nil
	}
	var pieces []sre.Piece
	if strings.IndexByte(text, '\\') < 0 {
		pieces = []sre.Piece{{Text: text, Group: -1}}
	} else {
		var err error
		if pieces, err = p.prog.Template(text, options(t, p.bytes, 0)); err != nil {
			return nil, true, raise(t, err, repl)
		}
		if pieces == nil {
			pieces = []sre.Piece{}
		}
	}
	p.repl, p.pieces = strings.Clone(text), pieces
	return pieces, true, nil
}

// mixed is the error of a template of the other kind of text.
func (p *Pattern) mixed(t *thread, repl value) error {
	if p.bytes {
		return object.TypeErrorf("sequence item 0: expected a bytes-like object, %s found", repl.O.Type.MsgName())
	}
	return object.TypeErrorf("sequence item 0: expected str instance, %s found", repl.O.Type.MsgName())
}

// expand appends the template for the spans of a match in text.
func expand(b []byte, pieces []sre.Piece, text string, span func(g int) (int, int)) []byte {
	for i := range pieces {
		x := &pieces[i]
		if x.Group < 0 {
			b = append(b, x.Text...)
			continue
		}
		if i, j := span(x.Group); i >= 0 {
			b = append(b, text[i:j]...)
		}
	}
	return b
}

// sub implements sub and, with counted, subn.
func (p *Pattern) sub(t *thread, repl, str, count value, counted bool) (value, error) {
	limit, err := numberOf(t, count)
	if err != nil {
		return value{}, err
	}
	s, err := p.subject(t, str, value{}, value{})
	if err != nil {
		return value{}, err
	}
	pieces, plain, err := p.template(t, repl)
	if err != nil {
		return value{}, err
	}
	var out []byte
	at, n, charged := 0, 0, 0
	each := func(m *machine) error {
		n++
		a, b := m.Span(0)
		if n == 1 && len(out) == 0 {
			out = make([]byte, 0, len(s.text)+16)
		}
		out = append(out, s.text[at:a]...)
		at = b
		if plain {
			out = expand(out, pieces, s.text, m.Span)
		} else if out, err = p.call(t, repl, &s, m, out); err != nil {
			return err
		}
		if len(out) > 2*charged {
			err := t.Charge(len(out) - charged + 64)
			charged = len(out)
			return err
		}
		return nil
	}
	if limit >= 0 {
		if err := p.each(t, &s, limit, each); err != nil {
			return value{}, err
		}
	}
	r := value{}
	switch {
	case n == 0:
		r = s.slice(0, len(s.text))
	case s.str == nil:
		r = object.NewBytes(append(out, s.text[at:]...))
	default:
		r = object.NewStr(string(append(out, s.text[at:]...)))
	}
	if counted {
		return object.NewTuple(r, object.IntOf(n)), nil
	}
	return r, nil
}

// call appends what the function repl returns for a match.
func (p *Pattern) call(t *thread, repl value, s *subject, m *machine, out []byte) ([]byte, error) {
	r, err := object.CallArgs(t, repl, object.Wrap(p.match(s, m)))
	if err != nil || r.IsNone() {
		return out, err
	}
	if s.str != nil {
		x, ok := object.AsStr(r)
		if !ok {
			return out, object.TypeErrorf("sequence item %d: expected str instance, %s found", p.item(m), r.O.Type.MsgName())
		}
		return append(out, x.String()...), nil
	}
	b, err := object.GetBuffer(r)
	if err != nil {
		return out, object.TypeErrorf("sequence item %d: expected a bytes-like object, %s found", p.item(m), r.O.Type.MsgName())
	}
	return append(out, b...), nil
}

// item is the position of the first replacement in the list that is joined.
func (p *Pattern) item(m *machine) int {
	if a, _ := m.Span(0); a > 0 {
		return 1
	}
	return 0
}
