package object

// Type parameters: TypeVar, ParamSpec and TypeVarTuple (PEP 484, 612, 646, 695,
// 696). What is not about their data, such as checks of arguments, is in the
// Python module typing.

import (
	"strings"
	"unsafe"
)

// Types of type parameters and what belongs to them.
var (
	TypeVarType       Type
	ParamSpecType     Type
	TypeVarTupleType  Type
	ParamSpecPartType [2]Type // ParamSpecArgs, ParamSpecKwargs
	NoDefaultType     Type
	ConstEvalType     Type
)

// TypeParam is a TypeVar, ParamSpec or TypeVarTuple. The values of Bound,
// Constraints and Default are missing until their evaluators ran.
type TypeParam struct {
	Header
	Attrs
	Name                        string
	Bound, Constraints, Default lazyType
	Covariant, Contravariant    bool
	InferVariance               bool
}

// lazyType is a type expression that is evaluated at the first use.
type lazyType struct {
	eval  Value // function of a format, or missing
	value Value
}

// NoDefault is typing.NoDefault.
var NoDefault = Wrap(&noDefaultObj)

var noDefaultObj = Instance{Header: Header{&NoDefaultType}}

// get returns the value, def if there is none.
func (l *lazyType) get(t *Thread, def Value) (Value, error) {
	if l.value.O != nil {
		return l.value, nil
	}
	if l.eval.O == nil {
		return def, nil
	}
	v, err := CallArgs(t, l.eval, Int(1))
	if err == nil {
		l.value = v
	}
	return v, err
}

// evaluator returns the function that evaluates the expression, or None.
func (l *lazyType) evaluator() Value {
	switch {
	case l.eval.O != nil:
		return l.eval
	case l.value.O != nil && l.value != NoDefault:
		return Wrap(&constEval{Header{&ConstEvalType}, l.value})
	}
	return None
}

// constEval is the evaluator of a value that was given eagerly.
type constEval struct {
	Header
	v Value
}

// paramSpecPart is P.args or P.kwargs.
type paramSpecPart struct {
	Header
	origin Value
}

func newTypeParam(tp *Type, name string, infer bool) *TypeParam {
	return &TypeParam{Header: Header{tp}, Name: name, InferVariance: infer}
}

// NewTypeVar returns the TypeVar of a type parameter list; bound and constraints
// are evaluators or missing.
func NewTypeVar(name string, bound, constraints Value) Value {
	p := newTypeParam(&TypeVarType, name, true)
	p.Bound.eval, p.Constraints.eval = bound, constraints
	return Wrap(p)
}

// NewParamSpec returns the ParamSpec of a type parameter list.
func NewParamSpec(name string) Value { return Wrap(newTypeParam(&ParamSpecType, name, true)) }

// NewTypeVarTuple returns the TypeVarTuple of a type parameter list.
func NewTypeVarTuple(name string) Value { return Wrap(newTypeParam(&TypeVarTupleType, name, false)) }

// SetTypeParamDefault sets the evaluator of p's default.
func SetTypeParamDefault(p, eval Value) { As[TypeParam](p).Default.eval = eval }

// IsTypeParam reports whether v is a type parameter.
func IsTypeParam(v Value) bool {
	tp := v.O.Type
	return tp == &TypeVarType || tp == &ParamSpecType || tp == &TypeVarTupleType
}

// callTyping calls function fn of the module typing.
func callTyping(t *Thread, fn string, args ...Value) (Value, error) {
	m, err := ImportModule(t, "typing")
	if err != nil {
		return Value{}, err
	}
	return CallMethod(t, m, fn, args...)
}

// setCallerModule sets v.__module__ to the name of the calling module.
func (p *TypeParam) setCallerModule(t *Thread) {
	m := None
	if g := t.Interp.Runtime.CurrentGlobals(t); g != nil {
		if x, ok := g.GetStr(nameName); ok {
			m = x
		}
	}
	p.Attrs.set(t, p.Type, nameModule, m)
}

const (
	typeVarSig      = "(name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)"
	paramSpecSig    = "(name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)"
	typeVarTupleSig = "(name, *, default=NoDefault)"
)

var (
	typeVarPlan      = ParsePlan(typeVarSig)
	paramSpecPlan    = ParsePlan(paramSpecSig)
	typeVarTuplePlan = ParsePlan(typeVarTupleSig)
)

// paramName checks the name of a new type parameter or alias.
func paramName(v Value, fn string) (string, error) {
	s, ok := AsStr(v)
	if !ok {
		return "", TypeErrorf("%s() argument 'name' must be str, not %s", fn, v.O.Type.MsgName())
	}
	return s.s, nil
}

func typeVarNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	a, err := BindArgs(t, typeVarPlan, "typevar", args, kw)
	if err != nil {
		return Value{}, err
	}
	p := newTypeParam(tp, "", false)
	if p.Name, err = paramName(a[0], "typevar"); err != nil {
		return Value{}, err
	}
	if err := p.setVariance(t, a[4:]); err != nil {
		return Value{}, err
	}
	if err := p.setBound(t, a[2]); err != nil {
		return Value{}, err
	}
	switch n := len(As[Tuple](a[1]).Items); {
	case n == 1:
		return Value{}, TypeErrorf("A single constraint is not allowed")
	case n > 1 && p.Bound.value.O != nil:
		return Value{}, TypeErrorf("Constraints cannot be combined with bound=...")
	case n > 1:
		p.Constraints.value = a[1]
	}
	p.Default.value = a[3]
	p.setCallerModule(t)
	return Wrap(p), nil
}

func (p *TypeParam) setVariance(t *Thread, a []Value) error {
	var b [3]bool
	for i := range b {
		if a[i].O == nil {
			continue
		}
		var err error
		if b[i], err = Truth(t, a[i]); err != nil {
			return err
		}
	}
	p.Covariant, p.Contravariant, p.InferVariance = b[0], b[1], b[2]
	switch {
	case b[0] && b[1]:
		return ValueErrorf("Bivariant types are not supported.")
	case b[2] && (b[0] || b[1]):
		return ValueErrorf("Variance cannot be specified with infer_variance.")
	}
	return nil
}

func (p *TypeParam) setBound(t *Thread, v Value) error {
	if v.O == nil || v.IsNone() {
		return nil
	}
	if !v.solid(&TypeType) {
		var err error
		if v, err = callTyping(t, "_type_check", v, NewStr("Bound must be a type.")); err != nil {
			return err
		}
	}
	p.Bound.value = v
	return nil
}

func paramSpecNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	a, err := BindArgs(t, paramSpecPlan, "paramspec", args, kw)
	if err != nil {
		return Value{}, err
	}
	p := newTypeParam(tp, "", false)
	if p.Name, err = paramName(a[0], "paramspec"); err == nil {
		err = p.setVariance(t, a[3:])
	}
	if err == nil {
		err = p.setBound(t, a[1])
	}
	p.Default.value = a[2]
	p.setCallerModule(t)
	return Wrap(p), err
}

func typeVarTupleNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	a, err := BindArgs(t, typeVarTuplePlan, "typevartuple", args, kw)
	if err != nil {
		return Value{}, err
	}
	p := newTypeParam(tp, "", false)
	p.Name, err = paramName(a[0], "typevartuple")
	p.Default.value = a[1]
	p.setCallerModule(t)
	return Wrap(p), err
}

func typeParamRepr(t *Thread, v Value) (Value, error) {
	p := As[TypeParam](v)
	sign := "~"
	switch {
	case p.InferVariance || p.Type == &TypeVarTupleType:
		sign = ""
	case p.Covariant:
		sign = "+"
	case p.Contravariant:
		sign = "-"
	}
	return NewStr(sign + p.Name), nil
}

func typeParamOr(t *Thread, a, b Value) (Value, error) { return NewUnion(t, []Value{a, b}) }

func typeParamTraverse(v Value, visit func(Value)) {
	p := As[TypeParam](v)
	for _, l := range []*lazyType{&p.Bound, &p.Constraints, &p.Default} {
		for _, x := range []Value{l.eval, l.value} {
			if x.O != nil {
				visit(x)
			}
		}
	}
	p.Attrs.traverse(visit)
}

// tooFew is the error of a subscript without an argument for a parameter.
func tooFew(t *Thread, alias Value, n int) error {
	s, err := ToStr(t, alias)
	if err != nil {
		return err
	}
	return TypeErrorf("Too few arguments for %s; actual %d, expected at least %d", s, n, n+1)
}

// given reports whether there is a value that is not NoDefault.
func (l *lazyType) given() bool {
	return l.eval.O != nil || l.value.O != nil && l.value != NoDefault
}

// typeVarPrepare appends the default of TypeVar a[0] to the arguments a[2] of
// generic a[1] if its argument is the first missing one.
func typeVarPrepare(t *Thread, a []Value) (Value, error) {
	params, err := GetAttr(t, a[1], nameParameters)
	if err != nil {
		return Value{}, err
	}
	items, err := Items(t, a[2])
	if err != nil {
		return Value{}, err
	}
	list, err := Items(t, params)
	if err != nil {
		return Value{}, err
	}
	i := 0
	for i < len(list) && list[i] != a[0] {
		i++
	}
	if i < len(items) {
		return a[2], nil
	}
	if i == len(items) {
		d, err := As[TypeParam](a[0]).Default.get(t, NoDefault)
		if err != nil {
			return Value{}, err
		}
		if d != NoDefault {
			return NewTuple(append(items, d)...), nil
		}
	}
	return Value{}, tooFew(t, a[1], len(items))
}

var paramReduce = Func{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) { return NewStr(As[TypeParam](a[0]).Name), nil }}

var paramHasDefault = Func{"has_default", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
	return Bool(As[TypeParam](a[0]).Default.given()), nil
}}

var noSubclass = Func{"__mro_entries__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
	return Value{}, TypeErrorf("Cannot subclass an instance of %s", a[0].O.Type.Name)
}}

var typeVarMethods = []Func{
	{"__typing_subst__", "($self, arg, /)", "", func(t *Thread, a []Value) (Value, error) {
		if a[1].solid(&TypeType) {
			return a[1], nil
		}
		v, err := callTyping(t, "_typevar_subst", a[0], a[1])
		if err != nil && IsExc(err, &ModuleNotFoundErrorType) {
			return a[1], nil // no module typing to check it
		}
		return v, err
	}},
	{"__typing_prepare_subst__", "($self, alias, args, /)", "", typeVarPrepare},
	paramReduce, paramHasDefault, noSubclass,
}

var paramSpecMethods = []Func{
	{"__typing_subst__", "($self, arg, /)", "", func(t *Thread, a []Value) (Value, error) {
		return callTyping(t, "_paramspec_subst", a[0], a[1])
	}},
	{"__typing_prepare_subst__", "($self, alias, args, /)", "", func(t *Thread, a []Value) (Value, error) {
		return callTyping(t, "_paramspec_prepare_subst", a[0], a[1], a[2])
	}},
	paramReduce, paramHasDefault, noSubclass,
}

var typeVarTupleMethods = []Func{
	{"__typing_subst__", "($self, arg, /)", "", func(t *Thread, a []Value) (Value, error) {
		return Value{}, TypeErrorf("Substitution of bare TypeVarTuple is not supported")
	}},
	{"__typing_prepare_subst__", "($self, alias, args, /)", "", func(t *Thread, a []Value) (Value, error) {
		return callTyping(t, "_typevartuple_prepare_subst", a[0], a[1], a[2])
	}},
	paramReduce, paramHasDefault, noSubclass,
}

func paramFlag(n string, f func(p *TypeParam) bool) GetSet {
	return GetSet{n, "", func(t *Thread, v Value) (Value, error) { return Bool(f(As[TypeParam](v))), nil }, readOnly}
}

var paramGetName = GetSet{"__name__", "", func(t *Thread, v Value) (Value, error) { return NewStr(As[TypeParam](v).Name), nil }, readOnly}

var paramGetDefault = GetSet{"__default__", "The default value for this type parameter.", func(t *Thread, v Value) (Value, error) {
	return As[TypeParam](v).Default.get(t, NoDefault)
}, nil}

var paramEvalDefault = GetSet{"evaluate_default", "", func(t *Thread, v Value) (Value, error) { return As[TypeParam](v).Default.evaluator(), nil }, nil}

var paramGetBound = GetSet{"__bound__", "", func(t *Thread, v Value) (Value, error) { return As[TypeParam](v).Bound.get(t, None) }, nil}

func init() {
	flags := []GetSet{
		paramFlag("__covariant__", func(p *TypeParam) bool { return p.Covariant }),
		paramFlag("__contravariant__", func(p *TypeParam) bool { return p.Contravariant }),
		paramFlag("__infer_variance__", func(p *TypeParam) bool { return p.InferVariance }),
		paramGetName, paramGetDefault, paramEvalDefault,
	}
	base := TypeSpec{Module: "typing", Size: unsafe.Sizeof(TypeParam{}), AttrsOff: unsafe.Offsetof(TypeParam{}.Attrs), Flags: FlagWeakref}
	or := [NBinOp]BinaryFunc{OpOr: typeParamOr}

	s := base
	s.Name, s.Doc, s.Methods = "TypeVar", "Type variable.", typeVarMethods
	s.Slots = Slots{New: typeVarNew, Repr: typeParamRepr, Binary: or, Traverse: typeParamTraverse}
	s.GetSets = append(flags[:len(flags):len(flags)], paramGetBound,
		GetSet{"__constraints__", "", func(t *Thread, v Value) (Value, error) { return As[TypeParam](v).Constraints.get(t, EmptyTuple) }, nil},
		GetSet{"evaluate_bound", "", func(t *Thread, v Value) (Value, error) { return As[TypeParam](v).Bound.evaluator(), nil }, nil},
		GetSet{"evaluate_constraints", "", func(t *Thread, v Value) (Value, error) { return As[TypeParam](v).Constraints.evaluator(), nil }, nil})
	TypeVarType.Define(s)

	s = base
	s.Name, s.Doc, s.Methods = "ParamSpec", "Parameter specification variable.", paramSpecMethods
	s.Slots = Slots{New: paramSpecNew, Repr: typeParamRepr, Binary: or, Traverse: typeParamTraverse}
	part := func(n string, tp *Type) GetSet {
		return GetSet{n, "", func(t *Thread, v Value) (Value, error) { return Wrap(&paramSpecPart{Header{tp}, v}), nil }, nil}
	}
	s.GetSets = append(flags[:len(flags):len(flags)], paramGetBound, part("args", &ParamSpecPartType[0]), part("kwargs", &ParamSpecPartType[1]))
	ParamSpecType.Define(s)

	s = base
	s.Name, s.Doc, s.Methods = "TypeVarTuple", "Type variable tuple.", typeVarTupleMethods
	s.Slots = Slots{New: typeVarTupleNew, Repr: typeParamRepr, Iter: unpackSelf, Traverse: typeParamTraverse}
	s.GetSets = []GetSet{paramGetName, paramGetDefault, paramEvalDefault}
	TypeVarTupleType.Define(s)
	defineParamSpecParts()
	defineEvaluators()
}

// unpackSelf is iter(Ts): one typing.Unpack[Ts].
func unpackSelf(t *Thread, v Value) (Value, error) {
	m, err := ImportModule(t, "typing")
	if err != nil {
		return Value{}, err
	}
	u, err := GetAttrStr(t, m, "Unpack")
	if err == nil {
		u, err = GetItem(t, u, v)
	}
	if err != nil {
		return Value{}, err
	}
	return tupleIter(t, NewTuple(u))
}

func defineParamSpecParts() {
	for i, n := range []string{"Args", "Kwargs"} {
		tp := &ParamSpecPartType[i]
		tp.Define(TypeSpec{
			Name: "ParamSpec" + n, Module: "typing", Flags: FlagWeakref, Size: unsafe.Sizeof(paramSpecPart{}),
			Doc: "The " + strings.ToLower(n) + " for a ParamSpec object.",
			Slots: Slots{
				New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
					if len(args) != 1 || len(kw) > 0 {
						return Value{}, TypeErrorf("%s() takes exactly 1 argument (%d given)", tp.Name, len(args))
					}
					return Wrap(&paramSpecPart{Header{tp}, args[0]}), nil
				},
				Repr: func(t *Thread, v Value) (Value, error) {
					o := As[paramSpecPart](v).origin
					name := ""
					if o.O.Type == &ParamSpecType {
						name = As[TypeParam](o).Name
					} else {
						var err error
						if name, err = Repr(t, o); err != nil {
							return Value{}, err
						}
					}
					return NewStr(name + "." + strings.ToLower(n)), nil
				},
				RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
					if a.O.Type != b.O.Type || op != CmpEQ && op != CmpNE {
						return NotImplemented, nil
					}
					return RichCompare(t, As[paramSpecPart](a).origin, As[paramSpecPart](b).origin, op)
				},
				Traverse: func(v Value, visit func(Value)) { visit(As[paramSpecPart](v).origin) },
			},
			Methods: []Func{noSubclass},
			GetSets: []GetSet{{"__origin__", "", func(t *Thread, v Value) (Value, error) { return As[paramSpecPart](v).origin, nil }, readOnly}},
		})
	}
}

func defineEvaluators() {
	NoDefaultType.Define(TypeSpec{
		Name: "NoDefaultType", Doc: "The type of the NoDefault singleton.",
		Slots: Slots{
			New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
				if len(args) > 0 {
					return Value{}, TypeErrorf("NoDefaultType takes no arguments")
				}
				return NoDefault, nil
			},
			Repr: func(t *Thread, v Value) (Value, error) { return NewStr("typing.NoDefault"), nil },
		},
		Methods: []Func{{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) { return NewStr("NoDefault"), nil }}},
	})
	ConstEvalType.Define(TypeSpec{
		Name: "_ConstEvaluator", Module: "_typing", Flags: FlagNoNew,
		Slots: Slots{
			Repr: func(t *Thread, v Value) (Value, error) {
				r, err := Repr(t, As[constEval](v).v)
				return NewStr("<constevaluator " + r + ">"), err
			},
			Call: func(t *Thread, v Value, args, kw []Value) (Value, error) {
				if len(args) != 1 || len(kw) > 0 {
					return Value{}, TypeErrorf("_ConstEvaluator expected 1 argument, got %d", len(args))
				}
				x := As[constEval](v).v
				format, err := IndexInt(t, args[0], &OverflowErrorType)
				if err != nil || format != 4 { // annotationlib.Format.STRING
					return x, err
				}
				if !x.solid(&TupleType) {
					s, err := TypeText(t, x)
					return NewStr(s), err
				}
				s, err := typeTexts(t, As[Tuple](x).Items)
				return NewStr("(" + s + ")"), err
			},
			Traverse: func(v Value, visit func(Value)) { visit(As[constEval](v).v) },
		},
	})
}
