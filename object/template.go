package object

// Template strings: string.templatelib.Template and Interpolation (PEP 750).

import "unsafe"

// The types of template strings.
var (
	TemplateType      Type
	InterpolationType Type
	TemplateIterType  Type
)

// Template is a template string: one more string than interpolations.
type Template struct {
	Header
	Strings, Interpolations Value // tuples
}

// Interpolation is one replacement field of a template string.
type Interpolation struct {
	Header
	Value, Expression, Conversion, FormatSpec Value
}

// NewTemplate returns a template of strings and interpolations.
func NewTemplate(strs, interpolations Value) Value {
	return Wrap(&Template{Header{&TemplateType}, strs, interpolations})
}

// NewInterpolation returns an interpolation; conversion is 0 or one of s, r, a.
func NewInterpolation(v, expr Value, conversion byte, spec Value) Value {
	c := None
	if conversion != 0 {
		c = NewStr(string(rune(conversion)))
	}
	return Wrap(&Interpolation{Header{&InterpolationType}, v, expr, c, spec})
}

const interpolationSig = "(value, expression='', conversion=None, format_spec='')"

var interpolationPlan = ParsePlan(interpolationSig)

func interpolationNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	a, err := BindArgs(t, interpolationPlan, "Interpolation", args, kw)
	if err != nil {
		return Value{}, err
	}
	for _, i := range []int{1, 3} {
		if a[i].O == nil {
			a[i] = NewStr("")
		}
	}
	for i, n := range []string{1: "expression", 2: "conversion", 3: "format_spec"} {
		if i == 0 || i == 2 && (a[i].O == nil || a[i].IsNone()) {
			continue
		}
		if !a[i].solid(&StrType) {
			return Value{}, TypeErrorf("Interpolation() argument '%s' must be str, not %s", n, a[i].O.Type.MsgName())
		}
	}
	a[2] = orNone(a[2])
	if s, ok := AsStr(a[2]); ok && s.s != "s" && s.s != "r" && s.s != "a" {
		return Value{}, ValueErrorf("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
	}
	return Wrap(&Interpolation{Header{tp}, a[0], a[1], a[2], a[3]}), nil
}

func (i *Interpolation) fields() Value {
	return NewTuple(i.Value, i.Expression, i.Conversion, i.FormatSpec)
}

// templateNew is Template(*args): neighbouring strings are joined.
func templateNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(kw) > 0 {
		return Value{}, TypeErrorf("Template.__new__ only accepts *args arguments")
	}
	strs, parts := []Value{NewStr("")}, []Value(nil)
	for _, x := range args {
		switch {
		case x.solid(&StrType):
			last := &strs[len(strs)-1]
			if *last = JoinStrs([]Value{*last, x}); x.O.Type == &StrType && As[Str](x).s == As[Str](*last).s {
				*last = x
			}
		case x.O.Type == &InterpolationType:
			parts = append(parts, x)
			strs = append(strs, NewStr(""))
		default:
			return Value{}, TypeErrorf("Template.__new__ *args need to be of type 'str' or 'Interpolation', got %s", x.O.Type.MsgName())
		}
	}
	return NewTemplate(NewTuple(strs...), NewTuple(parts...)), nil
}

func templateAdd(t *Thread, a, b Value) (Value, error) {
	if a.O.Type != &TemplateType || b.O.Type != &TemplateType {
		return Value{}, TypeErrorf("can only concatenate string.templatelib.Template (not \"%s\") to string.templatelib.Template", b.O.Type.FullName(t))
	}
	x, y := As[Template](a), As[Template](b)
	xs, ys := As[Tuple](x.Strings).Items, As[Tuple](y.Strings).Items
	n := len(xs) - 1
	strs := append(append(xs[:n:n], JoinStrs([]Value{xs[n], ys[0]})), ys[1:]...)
	xi := As[Tuple](x.Interpolations).Items
	return NewTemplate(NewTuple(strs...), NewTuple(append(xi[:len(xi):len(xi)], As[Tuple](y.Interpolations).Items...)...)), nil
}

// templateIter yields the non-empty strings and the interpolations in order.
type templateIter struct {
	Header
	t *Template
	i int // 2*k: string k, 2*k+1: interpolation k
}

func templateIterNext(t *Thread, v Value) (Value, error) {
	it := As[templateIter](v)
	strs, parts := As[Tuple](it.t.Strings).Items, As[Tuple](it.t.Interpolations).Items
	for {
		k := it.i
		if k > 2*len(parts) {
			return Value{}, nil
		}
		it.i++
		if k&1 == 1 {
			return parts[k/2], nil
		}
		if s := strs[k/2]; As[Str](s).s != "" {
			return s, nil
		}
	}
}

func init() {
	TemplateType.Define(TypeSpec{
		Name: "Template", Module: "string.templatelib", Doc: "Template object", Size: unsafe.Sizeof(Template{}),
		Slots: Slots{
			New: templateNew, Concat: templateAdd,
			Repr: func(t *Thread, v Value) (Value, error) {
				x := As[Template](v)
				s, err := Repr(t, x.Strings)
				if err != nil {
					return Value{}, err
				}
				p, err := Repr(t, x.Interpolations)
				return NewStr("Template(strings=" + s + ", interpolations=" + p + ")"), err
			},
			Iter: func(t *Thread, v Value) (Value, error) {
				return Wrap(&templateIter{Header: Header{&TemplateIterType}, t: As[Template](v)}), nil
			},
			Traverse: func(v Value, visit func(Value)) {
				visit(As[Template](v).Strings)
				visit(As[Template](v).Interpolations)
			},
		},
		Methods: []Func{{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
			m, err := ImportModule(t, "string.templatelib")
			if err != nil {
				return Value{}, err
			}
			f, err := GetAttrStr(t, m, "_template_unpickle")
			x := As[Template](a[0])
			return NewTuple(f, NewTuple(x.Strings, x.Interpolations)), err
		}}},
		ClassMethods: []Func{classGetItemRow},
		GetSets: []GetSet{
			{"strings", "Strings", func(t *Thread, v Value) (Value, error) { return As[Template](v).Strings, nil }, readOnly},
			{"interpolations", "Interpolations", func(t *Thread, v Value) (Value, error) { return As[Template](v).Interpolations, nil }, readOnly},
			{"values", "Values of interpolations", func(t *Thread, v Value) (Value, error) {
				var out []Value
				for _, x := range As[Tuple](As[Template](v).Interpolations).Items {
					out = append(out, As[Interpolation](x).Value)
				}
				return NewTuple(out...), nil
			}, nil},
		},
	})
	InterpolationType.Define(TypeSpec{
		Name: "Interpolation", Module: "string.templatelib", Doc: "Interpolation object", Size: unsafe.Sizeof(Interpolation{}),
		Slots: Slots{
			New: interpolationNew,
			Repr: func(t *Thread, v Value) (Value, error) {
				r, err := Repr(t, As[Interpolation](v).fields())
				return NewStr("Interpolation" + r), err
			},
			Traverse: func(v Value, visit func(Value)) { visit(As[Interpolation](v).fields()) },
		},
		Methods: []Func{{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
			return NewTuple(Wrap(&InterpolationType), As[Interpolation](a[0]).fields()), nil
		}}},
		ClassMethods: []Func{classGetItemRow},
		GetSets: []GetSet{
			{"value", "Value", func(t *Thread, v Value) (Value, error) { return As[Interpolation](v).Value, nil }, readOnly},
			{"expression", "Expression", func(t *Thread, v Value) (Value, error) { return As[Interpolation](v).Expression, nil }, readOnly},
			{"conversion", "Conversion", func(t *Thread, v Value) (Value, error) { return As[Interpolation](v).Conversion, nil }, readOnly},
			{"format_spec", "Format specification", func(t *Thread, v Value) (Value, error) { return As[Interpolation](v).FormatSpec, nil }, readOnly},
		},
		Consts: func() map[string]Value {
			return map[string]Value{"__match_args__": NewTuple(NewStr("value"), NewStr("expression"), NewStr("conversion"), NewStr("format_spec"))}
		},
	})
	TemplateIterType.Define(TypeSpec{
		Name: "TemplateIter", Module: "string.templatelib", Flags: FlagNoNew,
		Slots: Slots{Iter: SelfIter, Next: templateIterNext, Traverse: func(v Value, visit func(Value)) { visit(Wrap(As[templateIter](v).t)) }},
	})
}
