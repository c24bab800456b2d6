package object

// Built-in functions and methods: declaration rows, argument binding, and the
// descriptors that put them into types.

import (
	"strings"
	"sync/atomic"

	"github.com/gopy-lang/gopy/signature"
)

// Func is the declaration row of a built-in function or method: the only place
// where its name, text signature, docstring and implementation meet.
//
// Fn receives one Value per parameter of Sig, in order, self first for methods:
// the zero Value for an optional argument that was not given, a tuple for
// *args, a dict for **kwargs. The slice must not be kept.
type Func struct {
	Name, Sig, Doc string
	Fn             func(t *Thread, a []Value) (Value, error)
}

// GetSet is the declaration row of an attribute computed by Go functions.
type GetSet struct {
	Name, Doc string
	Get       func(t *Thread, self Value) (Value, error)
	Set       func(t *Thread, self, val Value) error // missing val deletes
}

// Builtin is a built-in function, or a built-in method bound to Self.
type Builtin struct {
	Header
	row    *Func
	Self   Value // bound object, or module
	Module string
	Owner  string // type name for __qualname__
	plan   atomic.Pointer[signature.Plan]
	raw    func(t *Thread, args, kw []Value) (Value, error)
}

// Types of built-in callables.
var (
	BuiltinType        Type
	MethodDescrType    Type
	ClassMethodDescrTy Type
	GetSetDescrType    Type
	MemberDescrType    Type
	WrapperDescrType   Type
	MethodWrapperType  Type
	MethodType         Type
)

func newBuiltin(row *Func, self Value, owner string) *Builtin {
	return &Builtin{Header: Header{&BuiltinType}, row: row, Self: self, Owner: owner}
}

// NewFunc returns a built-in function of a module.
func NewFunc(row *Func, module string) *Builtin {
	b := newBuiltin(row, Value{}, "")
	b.Module = module
	return b
}

// NewRawFunc returns a built-in function that binds its arguments itself.
func NewRawFunc(row *Func, module string, fn func(t *Thread, args, kw []Value) (Value, error)) *Builtin {
	b := NewFunc(row, module)
	b.raw = fn
	return b
}

// Name returns the function's name.
func (b *Builtin) Name() string { return b.row.Name }

// Row returns the declaration of the function.
func (b *Builtin) Row() *Func { return b.row }

// planOf parses the row's signature at first use.
func planOf(p *atomic.Pointer[signature.Plan], row *Func) *signature.Plan {
	if pl := p.Load(); pl != nil {
		return pl
	}
	pl := signature.MustParse(row.Sig)
	p.Store(pl)
	return pl
}

// MethodDescr is a method of a built-in type.
type MethodDescr struct {
	Header
	row   *Func
	Owner *Type
	plan  atomic.Pointer[signature.Plan]
}

func newMethodDescr(tp *Type, row *Func) *MethodDescr {
	return &MethodDescr{Header: Header{&MethodDescrType}, row: row, Owner: tp}
}

func newClassMethodDescr(tp *Type, row *Func) *MethodDescr {
	return &MethodDescr{Header: Header{&ClassMethodDescrTy}, row: row, Owner: tp}
}

// GetSetDescr is a computed attribute of a built-in type.
type GetSetDescr struct {
	Header
	row   *GetSet
	Owner *Type
}

func newGetSetDescr(tp *Type, row *GetSet) *GetSetDescr {
	return &GetSetDescr{Header: Header{&GetSetDescrType}, row: row, Owner: tp}
}

// MemberDescr is the descriptor of a __slots__ entry: cell of the instance. For
// a field of a built-in type row gives it.
type MemberDescr struct {
	Header
	Name  string
	Owner *Type
	cell  int
	row   *GetSet
}

// Method is a Python method bound to an object.
type Method struct {
	Header
	Func, Self Value
}

// NewMethod binds fn to self.
func NewMethod(fn, self Value) Value {
	return Wrap(&Method{Header{&MethodType}, fn, self})
}

// argSlots returns n cleared Values for the arguments of a call; they are given
// back by freeArgs in reverse order. Most calls of built-in functions that have
// optional parameters need no allocation so.
func (t *Thread) argSlots(n int) []Value {
	if t.args == nil {
		t.args = make([]Value, 256)
	}
	if t.argTop+n > len(t.args) {
		return make([]Value, n)
	}
	s := t.args[t.argTop : t.argTop+n : t.argTop+n]
	t.argTop += n
	return s
}

func (t *Thread) freeArgs(s []Value) {
	if len(s) > 0 && t.argTop >= len(s) && &s[0] == &t.args[t.argTop-len(s)] {
		clear(s)
		t.argTop -= len(s)
	}
}

// callBound binds the arguments and calls fn.
func callBound(t *Thread, row *Func, pl *signature.Plan, name callName, self Value, args, kw []Value) (Value, error) {
	a := t.argSlots(len(pl.Params))
	if err := bindInto(a, pl, name, self, args, kw); err != nil {
		t.freeArgs(a)
		return Value{}, err
	}
	r, err := row.Fn(t, a)
	t.freeArgs(a)
	return r, err
}

// bind lays args and keyword arguments out in the order of the plan. self, if
// present, is the first positional argument.
func bind(t *Thread, pl *signature.Plan, name string, self Value, args, kw []Value) ([]Value, error) {
	out := make([]Value, len(pl.Params))
	if err := bindInto(out, pl, callName{name: name}, self, args, kw); err != nil {
		return nil, err
	}
	return out, nil
}

func bindInto(out []Value, pl *signature.Plan, name callName, self Value, args, kw []Value) error {
	npos := len(args) - len(kw)
	ns := 0
	if self.O != nil {
		ns = 1
	}
	total := npos + ns
	fixed := min(total, pl.NPos)
	if ns == 1 && fixed > 0 {
		out[0] = self
	}
	for i := ns; i < fixed; i++ {
		out[i] = args[i-ns]
	}
	if total > pl.NPos {
		if pl.VarPos < 0 {
			return argError(pl, name, total, kw)
		}
		rest := args[max(pl.NPos-ns, 0):npos]
		if ns == 1 && pl.NPos == 0 {
			rest = append([]Value{self}, rest...)
		}
		out[pl.VarPos] = NewTupleOwned(append([]Value(nil), rest...))
	} else if pl.VarPos >= 0 {
		out[pl.VarPos] = EmptyTuple
	}
	var extra *Dict
	if pl.VarKw >= 0 {
		extra = NewDict()
		out[pl.VarKw] = Wrap(extra)
	}
	for i, k := range kw {
		ks := As[Str](k)
		j := pl.Index(ks.s)
		if j >= 0 && pl.Params[j].Kind != signature.PositionalOnly && j != pl.VarPos && j != pl.VarKw {
			if out[j].O != nil {
				return argError(pl, name, total, kw)
			}
			out[j] = args[npos+i]
			continue
		}
		if extra == nil {
			return argError(pl, name, total, kw)
		}
		extra.SetStr(ks, args[npos+i])
	}
	for i := range out {
		if out[i].O == nil && !pl.Params[i].HasDefault && i != pl.VarPos && i != pl.VarKw {
			return argError(pl, name, total, kw)
		}
	}
	return nil
}

// callName is the name in argument errors, put together when there is one.
type callName struct {
	owner, name string
	class       bool // the call of a class, whose errors read differently
}

func (n callName) String() string {
	if n.owner == "" {
		return n.name
	}
	return n.owner + "." + n.name
}

func argError(pl *signature.Plan, name callName, nargs int, kw []Value) error {
	names := make([]string, len(kw))
	for i, k := range kw {
		names[i] = As[Str](k).s
	}
	if name.class {
		return TypeErrorf("%s", pl.NewArgError(name.name, nargs-pl.NBound, names))
	}
	return TypeErrorf("%s", pl.ArgError(name.String(), nargs-pl.NBound, names))
}

func (b *Builtin) call(t *Thread, args, kw []Value) (Value, error) {
	if b.raw != nil {
		return b.raw(t, args, kw)
	}
	if b.row == &newRow {
		return callNew(t, As[Type](b.Self), args, kw)
	}
	pl := planOf(&b.plan, b.row)
	if pl.Simple && len(kw) == 0 && b.Self.O == nil && len(args) == pl.NPos {
		return b.row.Fn(t, args)
	}
	return callBound(t, b.row, pl, b.fullName(), b.Self, args, kw)
}

// fullName is the name in argument errors.
func (b *Builtin) fullName() callName {
	owner := b.Owner
	if owner == "" && b.Module != "builtins" {
		owner = b.Module
	}
	return callName{owner: owner, name: b.row.Name}
}

func builtinCall(t *Thread, v Value, args, kw []Value) (Value, error) {
	return As[Builtin](v).call(t, args, kw)
}

// methodDescrCall calls an unbound method: args[0] is self.
func methodDescrCall(t *Thread, v Value, args, kw []Value) (Value, error) {
	m := As[MethodDescr](v)
	if len(args)-len(kw) < 1 {
		return Value{}, TypeErrorf("unbound method %s.%s() needs an argument", m.Owner.Name, m.row.Name)
	}
	if self := args[0]; self.O.Type != m.Owner && !self.O.Type.IsSubtype(m.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.row.Name, m.Owner.Name, self.O.Type.MsgName())
	}
	pl := planOf(&m.plan, m.row)
	if pl.Simple && len(kw) == 0 && len(args) == pl.NPos {
		return m.row.Fn(t, args)
	}
	return callBound(t, m.row, pl, callName{owner: m.Owner.Name, name: m.row.Name}, Value{}, args, kw)
}

func methodDescrGet(t *Thread, d, obj, owner Value) (Value, error) {
	m := As[MethodDescr](d)
	if obj.O == nil {
		return d, nil
	}
	if obj.O.Type != m.Owner && !obj.O.Type.IsSubtype(m.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.row.Name, m.Owner.Name, obj.O.Type.MsgName())
	}
	b := newBuiltin(m.row, obj, m.Owner.Name)
	b.plan.Store(planOf(&m.plan, m.row))
	return Wrap(b), nil
}

func classMethodDescrGet(t *Thread, d, obj, owner Value) (Value, error) {
	m := As[MethodDescr](d)
	if owner.O == nil {
		owner = Wrap(obj.O.Type)
	}
	return Wrap(newBuiltin(m.row, owner, m.Owner.Name)), nil
}

func getSetGet(t *Thread, d, obj, owner Value) (Value, error) {
	g := As[GetSetDescr](d)
	if obj.O == nil {
		return d, nil
	}
	if obj.O.Type != g.Owner && !obj.O.Type.IsSubtype(g.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.row.Name, g.Owner.Name, obj.O.Type.MsgName())
	}
	if g.row.Get == nil {
		return Value{}, AttributeErrorf("unreadable attribute")
	}
	return g.row.Get(t, obj)
}

func getSetSet(t *Thread, d, obj, val Value) error {
	g := As[GetSetDescr](d)
	if obj.O.Type != g.Owner && !obj.O.Type.IsSubtype(g.Owner) {
		return TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.row.Name, g.Owner.Name, obj.O.Type.MsgName())
	}
	if g.row.Set == nil {
		return AttributeErrorf("attribute '%s' of '%s' objects is not writable", g.row.Name, g.Owner.MsgName())
	}
	return g.row.Set(t, obj, val)
}

func memberGet(t *Thread, d, obj, owner Value) (Value, error) {
	m := As[MemberDescr](d)
	if obj.O == nil {
		return d, nil
	}
	if !obj.O.Type.IsSubtype(m.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.Name, m.Owner.Name, obj.O.Type.MsgName())
	}
	if m.row != nil {
		return m.row.Get(t, obj)
	}
	v := attrsOf(obj).slot(m.cell)
	if v.O == nil {
		return Value{}, attrErr(obj, t.Intern(m.Name), "'%s' object has no attribute '%s'", strings.TrimPrefix(obj.O.Type.FullName(t), "__main__."), m.Name)
	}
	return v, nil
}

func memberSet(t *Thread, d, obj, val Value) error {
	m := As[MemberDescr](d)
	if !obj.O.Type.IsSubtype(m.Owner) {
		return TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.Name, m.Owner.Name, obj.O.Type.MsgName())
	}
	if m.row != nil {
		if m.row.Set == nil {
			return AttributeErrorf("readonly attribute")
		}
		return m.row.Set(t, obj, val)
	}
	a := attrsOf(obj)
	if val.O == nil && a.slot(m.cell).O == nil {
		return NoAttribute(t, obj, t.Intern(m.Name))
	}
	a.setSlot(m.cell, val)
	return nil
}

func methodCall(t *Thread, v Value, args, kw []Value) (Value, error) {
	m := As[Method](v)
	var buf [8]Value
	full := append(append(buf[:0], m.Self), args...)
	return Call(t, m.Func, full, kw)
}

func init() {
	BuiltinType.Define(TypeSpec{
		Name: "builtin_function_or_method", Flags: FlagWeakref | FlagNoNew,
		Slots: Slots{Call: builtinCall, Repr: func(t *Thread, v Value) (Value, error) {
			b := As[Builtin](v)
			if b.Self.O == nil {
				return NewStrf("<built-in function %s>", b.row.Name), nil
			}
			return NewStrf("<built-in method %s of %s object at 0x%x>", b.row.Name, b.Self.O.Type.Name, t.Interp.ID(b.Self)), nil
		}, RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
			if b.O.Type != &BuiltinType || op != CmpEQ && op != CmpNE {
				return NotImplemented, nil
			}
			x, y := As[Builtin](a), As[Builtin](b)
			return Bool((x.row == y.row && x.Self == y.Self) == (op == CmpEQ)), nil
		}, Hash: func(t *Thread, v Value) (int64, error) {
			b := As[Builtin](v)
			h := int64(hashString(b.row.Name))
			if b.Self.O != nil {
				h ^= t.Interp.ID(b.Self)
			}
			return fixHash(h), nil
		}, Traverse: func(v Value, visit func(Value)) {
			if s := As[Builtin](v).Self; s.O != nil {
				visit(s)
			}
		}},
		GetSets: []GetSet{
			{"__name__", "", func(t *Thread, v Value) (Value, error) { return NewStr(As[Builtin](v).row.Name), nil }, nil},
			{"__qualname__", "", func(t *Thread, v Value) (Value, error) {
				b := As[Builtin](v)
				if b.Owner != "" {
					return NewStr(b.Owner + "." + b.row.Name), nil
				}
				return NewStr(b.row.Name), nil
			}, nil},
			{"__module__", "", func(t *Thread, v Value) (Value, error) {
				if m := As[Builtin](v).Module; m != "" {
					return NewStr(m), nil
				}
				return None, nil
			}, nil},
			{"__doc__", "", func(t *Thread, v Value) (Value, error) { return docValue(As[Builtin](v).row.Doc), nil }, nil},
			{"__text_signature__", "", func(t *Thread, v Value) (Value, error) { return docValue(As[Builtin](v).textSignature()), nil }, nil},
			{"__self__", "", func(t *Thread, v Value) (Value, error) {
				b := As[Builtin](v)
				if b.Self.O != nil {
					return b.Self, nil
				}
				if m, ok := t.Interp.Modules.GetStr(t.Intern(b.Module)); ok {
					return m, nil
				}
				return None, nil
			}, nil},
		},
		Methods: []Func{{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
			b := As[Builtin](a[0])
			if b.Self.O == nil {
				return NewStr(b.row.Name), nil
			}
			g, _ := t.Interp.Builtins.GetStr(t.Intern("getattr"))
			return NewTuple(g, NewTuple(b.Self, NewStr(b.row.Name))), nil
		}}},
	})
	MethodDescrType.Define(TypeSpec{
		Name: "method_descriptor", Flags: FlagMethodDescr | FlagNoNew,
		Slots: Slots{Call: methodDescrCall, DescrGet: methodDescrGet, Repr: func(t *Thread, v Value) (Value, error) {
			m := As[MethodDescr](v)
			return NewStrf("<method '%s' of '%s' objects>", m.row.Name, m.Owner.MsgName()), nil
		}},
		GetSets: rowGetSets(func(v Value) (string, string, string, *Type) {
			m := As[MethodDescr](v)
			return m.row.Name, m.row.Doc, m.row.Sig, m.Owner
		}),
		Methods: descrMethods(func(v Value) (string, *Type) { m := As[MethodDescr](v); return m.row.Name, m.Owner }),
	})
	ClassMethodDescrTy.Define(TypeSpec{
		Name: "classmethod_descriptor", Flags: FlagNoNew,
		Slots: Slots{DescrGet: classMethodDescrGet, Call: func(t *Thread, v Value, args, kw []Value) (Value, error) {
			m := As[MethodDescr](v)
			if len(args) == 0 {
				return Value{}, TypeErrorf("descriptor '%s' of '%s' object needs an argument", m.row.Name, m.Owner.Name)
			}
			return newBuiltin(m.row, args[0], m.Owner.Name).call(t, args[1:], kw)
		}, Repr: func(t *Thread, v Value) (Value, error) {
			m := As[MethodDescr](v)
			return NewStrf("<method '%s' of '%s' objects>", m.row.Name, m.Owner.MsgName()), nil
		}},
		GetSets: rowGetSets(func(v Value) (string, string, string, *Type) {
			m := As[MethodDescr](v)
			return m.row.Name, m.row.Doc, m.row.Sig, m.Owner
		}),
	})
	GetSetDescrType.Define(TypeSpec{
		Name: "getset_descriptor", Flags: FlagNoNew,
		Slots: Slots{DescrGet: getSetGet, DescrSet: getSetSet, Repr: func(t *Thread, v Value) (Value, error) {
			g := As[GetSetDescr](v)
			return NewStrf("<attribute '%s' of '%s' objects>", g.row.Name, g.Owner.MsgName()), nil
		}},
		GetSets: rowGetSets(func(v Value) (string, string, string, *Type) {
			g := As[GetSetDescr](v)
			return g.row.Name, g.row.Doc, "", g.Owner
		}),
	})
	MemberDescrType.Define(TypeSpec{
		Name: "member_descriptor", Flags: FlagNoNew,
		Slots: Slots{DescrGet: memberGet, DescrSet: memberSet, Repr: func(t *Thread, v Value) (Value, error) {
			m := As[MemberDescr](v)
			return NewStrf("<member '%s' of '%s' objects>", m.Name, m.Owner.Name), nil
		}},
		GetSets: rowGetSets(func(v Value) (string, string, string, *Type) {
			m := As[MemberDescr](v)
			return m.Name, "", "", m.Owner
		}),
	})
	MethodType.Define(TypeSpec{
		Name: "method", Sig: "(function, instance, /)", Flags: FlagWeakref, Doc: "Create a bound instance method object.",
		Slots: Slots{Call: methodCall, New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
			if len(args) != 2 || len(kw) != 0 {
				return Value{}, TypeErrorf("method expected 2 arguments, got %d", len(args))
			}
			if args[0].O.Type.Slots.Call == nil {
				return Value{}, TypeErrorf("first argument must be callable")
			}
			if args[1].IsNone() {
				return Value{}, TypeErrorf("instance must not be None")
			}
			return NewMethod(args[0], args[1]), nil
		}, Repr: func(t *Thread, v Value) (Value, error) {
			m := As[Method](v)
			name := "?"
			for _, n := range []*Str{nameQualname, nameName} {
				if q, err := GetAttrOpt(t, m.Func, n); err != nil {
					return Value{}, err
				} else if q.O != nil {
					if s, ok := AsStr(q); ok {
						name = s.s
					}
					break
				}
			}
			r, err := Repr(t, m.Self)
			if err != nil {
				return Value{}, err
			}
			return NewStrf("<bound method %s of %s>", name, r), nil
		}, GetAttr: func(t *Thread, v Value, name *Str) (Value, error) {
			d := v.O.Type.Lookup(t, name)
			if d.O != nil {
				return GenericGetAttr(t, v, name)
			}
			return GetAttr(t, As[Method](v).Func, name)
		}, RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
			if b.O.Type != &MethodType || op != CmpEQ && op != CmpNE {
				return NotImplemented, nil
			}
			x, y := As[Method](a), As[Method](b)
			eq, err := Equal(t, x.Func, y.Func)
			if err != nil {
				return Value{}, err
			}
			return Bool((eq && x.Self == y.Self) == (op == CmpEQ)), nil
		}, Hash: func(t *Thread, v Value) (int64, error) {
			m := As[Method](v)
			h, err := Hash(t, m.Func)
			return fixHash(h ^ t.Interp.ID(m.Self)), err
		}, DescrGet: func(t *Thread, d, obj, owner Value) (Value, error) {
			return d, nil // bound for ever
		}, Traverse: func(v Value, visit func(Value)) {
			m := As[Method](v)
			visit(m.Func)
			visit(m.Self)
		}},
		GetSets: []GetSet{
			{"__func__", "the function (or other callable) implementing a method", func(t *Thread, v Value) (Value, error) { return As[Method](v).Func, nil }, nil},
			{"__doc__", "", func(t *Thread, v Value) (Value, error) { return GetAttr(t, As[Method](v).Func, nameDoc) }, nil},
			{"__self__", "the instance to which a method is bound", func(t *Thread, v Value) (Value, error) { return As[Method](v).Self, nil }, nil},
		},
		Methods: []Func{{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
			m := As[Method](a[0])
			n, err := GetAttr(t, m.Func, nameName)
			if err != nil {
				return Value{}, err
			}
			g, _ := t.Interp.Builtins.GetStr(t.Intern("getattr"))
			return NewTuple(g, NewTuple(m.Self, n)), nil
		}}},
	})
}

// textSignature returns __text_signature__: functions of modules show the module
// as a first parameter, and have none at all if an optional parameter has no
// default that can be written.
func (b *Builtin) textSignature() string {
	s := b.row.Sig
	if b.Self.O != nil || b.Owner != "" || !strings.HasPrefix(s, "(") || strings.HasPrefix(s, "($") {
		return s
	}
	switch {
	case strings.Contains(s, "<unrepresentable>"):
		return ""
	case s == "()":
		return "($module, /)"
	case strings.Contains(s, "/"):
		return "($module, " + s[1:]
	}
	return "($module, /, " + s[1:]
}

func docValue(s string) Value {
	if s == "" {
		return None
	}
	return NewStr(s)
}

// rowGetSets are the attributes common to descriptors of built-in types.
func rowGetSets(f func(v Value) (name, doc, sig string, owner *Type)) []GetSet {
	return []GetSet{
		{"__name__", "", func(t *Thread, v Value) (Value, error) { n, _, _, _ := f(v); return NewStr(n), nil }, nil},
		{"__qualname__", "", func(t *Thread, v Value) (Value, error) {
			n, _, _, o := f(v)
			return NewStr(o.Name + "." + n), nil
		}, nil},
		{"__objclass__", "", func(t *Thread, v Value) (Value, error) { _, _, _, o := f(v); return Wrap(o), nil }, nil},
		{"__doc__", "", func(t *Thread, v Value) (Value, error) { _, d, _, _ := f(v); return docValue(d), nil }, nil},
		{"__text_signature__", "", func(t *Thread, v Value) (Value, error) { _, _, s, _ := f(v); return docValue(s), nil }, nil},
	}
}

func descrMethods(f func(v Value) (name string, owner *Type)) []Func {
	return []Func{{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		n, o := f(a[0])
		g, _ := t.Interp.Builtins.GetStr(t.Intern("getattr"))
		return NewTuple(g, NewTuple(Wrap(o), NewStr(n))), nil
	}}}
}
