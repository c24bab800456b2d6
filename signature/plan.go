package signature

import "slices"

// Kind says how an argument may reach a parameter.
type Kind uint8

// The kinds, in the order in which they may appear in a signature.
const (
	PositionalOnly Kind = iota
	PositionalOrKeyword
	VarPositional
	KeywordOnly
	VarKeyword
)

var kindNames = [...]string{
	"positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword",
}

// String returns inspect's description of the kind.
func (k Kind) String() string { return kindNames[k] }

// Defaults that are not plain Go values.
type (
	// Bytes is the default b'...'.
	Bytes string
	// Ellipsis is the default `...`.
	Ellipsis struct{}
	// EmptyTuple is the default ().
	EmptyTuple struct{}
	// Expr is the source text of a default that is not a literal, such as
	// sys.maxsize. The implementation supplies the value.
	Expr string
)

// Unrepresentable is the default of parameters whose absence no Python value
// describes.
const Unrepresentable = Expr("<unrepresentable>")

// Param is one parameter.
type Param struct {
	Name       string
	Kind       Kind
	Bound      bool // marked by $: supplied by the descriptor, not by the caller
	HasDefault bool

	// Default is nil for None, a bool, int64, float64, string, Bytes, Ellipsis,
	// EmptyTuple or Expr. It means something only when HasDefault is set.
	Default any
}

// Plan describes how the arguments of a call are laid out. The parameters stand
// in the order of the signature: positional ones, *args, keyword-only ones,
// **kwargs.
type Plan struct {
	Params []Param

	NBound      int // 1 if Params[0] is the bound parameter
	NPosOnly    int // positional-only parameters, the bound one included
	NPos        int // parameters that can be given by position, the bound one included
	MinPos      int // positional parameters without a default, the bound one included
	VarPos      int // index of *args in Params, or -1
	KwOnlyStart int // index of the first keyword-only parameter; KwOnlyStart == KwOnlyEnd if there is none
	KwOnlyEnd   int // index behind the last keyword-only parameter
	MinKwOnly   int // keyword-only parameters without a default
	VarKw       int // index of **kwargs in Params, or -1

	// Simple: all parameters are positional-only and required, so that counting
	// the arguments is all the binding there is.
	Simple bool

	byName map[string]int // only for long signatures
}

// indexedFrom is the number of parameters from which a map is faster than
// comparing names in turn.
const indexedFrom = 9

// Index returns the position in Params of the parameter called name, or -1. The
// bound parameter has no name for this purpose: warnings.warn_explicit has both
// $module and module.
func (p *Plan) Index(name string) int {
	if p.byName != nil {
		if i, ok := p.byName[name]; ok {
			return i
		}
		return -1
	}
	for i := p.NBound; i < len(p.Params); i++ {
		if p.Params[i].Name == name {
			return i
		}
	}
	return -1
}

// Keyword returns the position in Params of the parameter that the keyword name
// fills, or -1. Positional-only and variadic parameters have no keyword.
func (p *Plan) Keyword(name string) int {
	i := p.Index(name)
	if i < 0 {
		return -1
	}
	if k := p.Params[i].Kind; k != PositionalOrKeyword && k != KeywordOnly {
		return -1
	}
	return i
}

// Keywords returns the names that may be given by keyword, in order.
func (p *Plan) Keywords() []string {
	var names []string
	for i := range p.Params {
		if k := p.Params[i].Kind; k == PositionalOrKeyword || k == KeywordOnly {
			names = append(names, p.Params[i].Name)
		}
	}
	return names
}

// count fills the counters from Params.
func (p *Plan) count() {
	p.VarPos, p.VarKw = -1, -1
	p.KwOnlyStart = -1
	for i := range p.Params {
		q := &p.Params[i]
		switch q.Kind {
		case PositionalOnly, PositionalOrKeyword:
			p.NPos++
			if q.Kind == PositionalOnly {
				p.NPosOnly++
			}
			if !q.HasDefault {
				p.MinPos++
			}
			if q.Bound {
				p.NBound++
			}
		case VarPositional:
			p.VarPos = i
		case KeywordOnly:
			if p.KwOnlyStart < 0 {
				p.KwOnlyStart = i
			}
			p.KwOnlyEnd = i + 1
			if !q.HasDefault {
				p.MinKwOnly++
			}
		case VarKeyword:
			p.VarKw = i
		}
	}
	if p.KwOnlyStart < 0 {
		end := p.NPos
		if p.VarPos >= 0 {
			end++
		}
		p.KwOnlyStart, p.KwOnlyEnd = end, end
	}
	p.Simple = p.MinPos == len(p.Params) && p.NPosOnly == len(p.Params)
	if len(p.Params) >= indexedFrom {
		p.byName = make(map[string]int, len(p.Params))
		for i := p.NBound; i < len(p.Params); i++ {
			p.byName[p.Params[i].Name] = i
		}
	}
}

// Equal reports whether two plans have the same parameters.
func (p *Plan) Equal(q *Plan) bool { return slices.Equal(p.Params, q.Params) }
