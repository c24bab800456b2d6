// Package contextvars implements the contextvars module (library reference,
// "contextvars"; PEP 567).
package contextvars

import (
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Types of the module.
var (
	VarType     object.Type
	ContextType object.Type
	TokenType   object.Type
	missingType object.Type
)

// Var is a context variable.
type Var struct {
	object.Header
	name value
	def  value // missing: no default
}

// Context maps variables to values. vars is never changed in place while
// shared is set, so that copying is cheap.
type Context struct {
	object.Header
	vars    map[*Var]value
	order   []*Var
	shared  bool
	entered bool
	prev    value
}

// Token restores a variable.
type Token struct {
	object.Header
	ctx  *Context
	v    *Var
	old  value
	used bool
}

var missing = object.Wrap(&object.Instance{Header: object.Header{Type: &missingType}})

// Current returns the context of t, made at the first request.
func Current(t *thread) *Context {
	if t.Context.O == nil {
		t.Context = object.Wrap(newContext())
	}
	return object.As[Context](t.Context)
}

func newContext() *Context {
	return &Context{Header: object.Header{Type: &ContextType}, vars: map[*Var]value{}}
}

// Copy returns a copy of the current context.
func Copy(t *thread) *Context { return Current(t).copy() }

func (c *Context) copy() *Context {
	c.shared = true
	return &Context{Header: object.Header{Type: &ContextType}, vars: c.vars, order: c.order, shared: true}
}

func (c *Context) own() {
	if !c.shared {
		return
	}
	m := make(map[*Var]value, len(c.vars)+1)
	for k, v := range c.vars {
		m[k] = v
	}
	c.vars, c.order, c.shared = m, append([]*Var(nil), c.order...), false
}

func (c *Context) set(v *Var, x value) {
	c.own()
	if _, ok := c.vars[v]; !ok {
		c.order = append(c.order, v)
	}
	c.vars[v] = x
}

func (c *Context) del(v *Var) {
	c.own()
	delete(c.vars, v)
	for i, x := range c.order {
		if x == v {
			c.order = append(c.order[:i:i], c.order[i+1:]...)
			break
		}
	}
}

// Enter makes c the current context of t until Exit.
func (c *Context) Enter(t *thread) error {
	if c.entered {
		r, err := object.Repr(t, object.Wrap(c))
		if err != nil {
			return err
		}
		return object.RuntimeErrorf("cannot enter context: %s is already entered", r)
	}
	c.entered = true
	c.prev, t.Context = t.Context, object.Wrap(c)
	return nil
}

// Exit leaves c.
func (c *Context) Exit(t *thread) {
	t.Context, c.prev = c.prev, value{}
	c.entered = false
}

// Run calls fn in context c.
func (c *Context) Run(t *thread, fn value, args, kw []value) (value, error) {
	if err := c.Enter(t); err != nil {
		return value{}, err
	}
	defer c.Exit(t)
	return object.Call(t, fn, args, kw)
}

func asVar(t *thread, v value) (*Var, error) {
	if v.O.Type != &VarType {
		return nil, object.TypeErrorf("a ContextVar key was expected, got %s", object.MustReprT(t, v))
	}
	return object.As[Var](v), nil
}

var varPlan = object.ParsePlan("(name, *, default=None)")

func varNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	a, err := object.BindArgs(t, varPlan, "ContextVar", args, kw)
	if err != nil {
		return value{}, err
	}
	if a[0].O.Type.Solid != &object.StrType {
		return value{}, object.TypeErrorf("context variable name must be a str")
	}
	return object.Wrap(&Var{Header: object.Header{Type: &VarType}, name: a[0], def: a[1]}), nil
}

func varGet(t *thread, a []value) (value, error) {
	v := object.As[Var](a[0])
	if x, ok := Current(t).vars[v]; ok {
		return x, nil
	}
	if a[1].O != nil {
		return a[1], nil
	}
	if v.def.O != nil {
		return v.def, nil
	}
	return value{}, object.NewException(&object.LookupErrorType, a[0])
}

func varReset(t *thread, a []value) (value, error) {
	v := object.As[Var](a[0])
	if a[1].O.Type != &TokenType {
		return value{}, object.TypeErrorf("expected an instance of Token, got %s", object.MustReprT(t, a[1]))
	}
	tok := object.As[Token](a[1])
	c := Current(t)
	switch {
	case tok.used:
		return value{}, object.RuntimeErrorf("%s has already been used once", mustReprT(t, a[1]))
	case tok.v != v:
		return value{}, object.ValueErrorf("%s was created by a different ContextVar", mustReprT(t, a[1]))
	case tok.ctx != c:
		return value{}, object.ValueErrorf("%s was created in a different Context", mustReprT(t, a[1]))
	}
	tok.used = true
	if tok.old.O == nil {
		c.del(v)
	} else {
		c.set(v, tok.old)
	}
	return object.None, nil
}

func mustReprT(t *thread, v value) string {
	r, err := object.Repr(t, v)
	if err != nil {
		return "?"
	}
	return r
}

func varRepr(t *thread, v value) (value, error) {
	x := object.As[Var](v)
	n, err := object.Repr(t, x.name)
	if err != nil {
		return value{}, err
	}
	d := ""
	if x.def.O != nil {
		r, err := object.Repr(t, x.def)
		if err != nil {
			return value{}, err
		}
		d = " default=" + r
	}
	return object.NewStrf("<ContextVar name=%s%s at 0x%x>", n, d, t.Interp.ID(v)), nil
}

func tokenRepr(t *thread, v value) (value, error) {
	tok := object.As[Token](v)
	r, err := varRepr(t, object.Wrap(tok.v))
	if err != nil {
		return value{}, err
	}
	used := ""
	if tok.used {
		used = " used"
	}
	s, _ := object.AsStr(r)
	return object.NewStrf("<Token%s var=%s at 0x%x>", used, s, t.Interp.ID(v)), nil
}

func ctxRun(t *thread, a []value) (value, error) {
	args := append([]value(nil), object.As[object.Tuple](a[2]).Items...)
	var kw []value
	object.As[object.Dict](a[3]).Each(func(k, v value) bool {
		kw, args = append(kw, k), append(args, v)
		return true
	})
	return object.As[Context](a[0]).Run(t, a[1], args, kw)
}

func (c *Context) list(f func(v *Var) value) value {
	items := make([]value, len(c.order))
	for i, v := range c.order {
		items[i] = f(v)
	}
	return object.NewTupleOwned(items)
}

func init() {
	missingType.Define(object.TypeSpec{Name: "Token.MISSING", Module: "", Flags: object.FlagNoNew, Slots: object.Slots{Repr: func(t *thread, v value) (value, error) {
		return object.NewStr("<Token.MISSING>"), nil
	}}})
	VarType.Define(object.TypeSpec{
		Name: "ContextVar", Module: "_contextvars", Sig: "(name, *, default=<unrepresentable>)",
		Slots: object.Slots{New: varNew, Repr: varRepr, Traverse: func(v value, visit func(value)) {
			if d := object.As[Var](v).def; d.O != nil {
				visit(d)
			}
		}},
		GetSets: []object.GetSet{{Name: "name", Get: func(t *thread, v value) (value, error) { return object.As[Var](v).name, nil }}},
		Methods: []object.Func{
			{Name: "get", Sig: "($self, default=<unrepresentable>, /)", Doc: "Return a value for the context variable for the current context.", Fn: varGet},
			{Name: "set", Sig: "($self, value, /)", Doc: "Set a new value for the context variable in the current context; returns a Token.", Fn: func(t *thread, a []value) (value, error) {
				v, c := object.As[Var](a[0]), Current(t)
				tok := &Token{Header: object.Header{Type: &TokenType}, ctx: c, v: v, old: c.vars[v]}
				c.set(v, a[1])
				return object.Wrap(tok), nil
			}},
			{Name: "reset", Sig: "($self, token, /)", Doc: "Restore the value the variable had before the set() that made token.", Fn: varReset},
		},
		ClassMethods: []object.Func{object.ClassGetItem},
	})
	TokenType.Define(object.TypeSpec{
		Name: "Token", Module: "_contextvars", Flags: object.FlagNoNew, Slots: object.Slots{Repr: tokenRepr},
		GetSets: []object.GetSet{
			{Name: "var", Get: func(t *thread, v value) (value, error) { return object.Wrap(object.As[Token](v).v), nil }},
			{Name: "old_value", Get: func(t *thread, v value) (value, error) {
				if o := object.As[Token](v).old; o.O != nil {
					return o, nil
				}
				return missing, nil
			}},
		},
		Methods: []object.Func{
			{Name: "__enter__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return a[0], nil }},
			{Name: "__exit__", Sig: "($self, type, value, traceback, /)", Fn: func(t *thread, a []value) (value, error) {
				return varReset(t, []value{object.Wrap(object.As[Token](a[0]).v), a[0]})
			}},
		},
		ClassMethods: []object.Func{object.ClassGetItem},
		Consts:       func() map[string]value { return map[string]value{"MISSING": missing} },
	})
	ContextType.Define(object.TypeSpec{
		Name: "Context", Module: "_contextvars", Sig: "()", Flags: object.FlagMapping,
		Slots: object.Slots{
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				if len(args) > 0 {
					return value{}, object.TypeErrorf("Context() does not accept any arguments")
				}
				return object.Wrap(newContext()), nil
			},
			Len: func(t *thread, v value) (int, error) { return len(object.As[Context](v).vars), nil },
			GetItem: func(t *thread, v, k value) (value, error) {
				x, err := asVar(t, k)
				if err != nil {
					return value{}, err
				}
				if r, ok := object.As[Context](v).vars[x]; ok {
					return r, nil
				}
				return value{}, object.KeyError(k)
			},
			Contains: func(t *thread, v, k value) (bool, error) {
				x, err := asVar(t, k)
				if err != nil {
					return false, err
				}
				_, ok := object.As[Context](v).vars[x]
				return ok, nil
			},
			Iter: func(t *thread, v value) (value, error) {
				return object.Iter(t, object.As[Context](v).list(func(v *Var) value { return object.Wrap(v) }))
			},
			RichCmp: func(t *thread, a, b value, op object.CmpOp) (value, error) {
				if b.O.Type != &ContextType || op != object.CmpEQ && op != object.CmpNE {
					return object.NotImplemented, nil
				}
				eq, err := object.As[Context](a).equal(t, object.As[Context](b))
				return object.Bool(eq == (op == object.CmpEQ)), err
			},
			Hash: nil,
			Traverse: func(v value, visit func(value)) {
				for k, x := range object.As[Context](v).vars {
					visit(object.Wrap(k))
					visit(x)
				}
			},
		},
		Methods: []object.Func{
			{Name: "run", Sig: "($self, callable, /, *args, **kwargs)", Doc: "Call callable in this context.", Fn: ctxRun},
			{Name: "copy", Sig: "($self, /)", Doc: "Return a shallow copy of the context object.", Fn: func(t *thread, a []value) (value, error) {
				return object.Wrap(object.As[Context](a[0]).copy()), nil
			}},
			{Name: "get", Sig: "($self, key, default=None, /)", Doc: "Return the value for key if it is in the context object, else default.", Fn: func(t *thread, a []value) (value, error) {
				x, err := asVar(t, a[1])
				if err != nil {
					return value{}, err
				}
				if r, ok := object.As[Context](a[0]).vars[x]; ok {
					return r, nil
				}
				if a[2].O == nil {
					return object.None, nil
				}
				return a[2], nil
			}},
			{Name: "keys", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				return object.As[Context](a[0]).list(func(v *Var) value { return object.Wrap(v) }), nil
			}},
			{Name: "values", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				c := object.As[Context](a[0])
				return c.list(func(v *Var) value { return c.vars[v] }), nil
			}},
			{Name: "items", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				c := object.As[Context](a[0])
				return c.list(func(v *Var) value { return object.NewTuple2(object.Wrap(v), c.vars[v]) }), nil
			}},
		},
	})
}

func (c *Context) equal(t *thread, o *Context) (bool, error) {
	if len(c.vars) != len(o.vars) {
		return false, nil
	}
	for k, x := range c.vars {
		y, ok := o.vars[k]
		if !ok {
			return false, nil
		}
		if eq, err := object.Equal(t, x, y); err != nil || !eq {
			return false, err
		}
	}
	return true, nil
}

// Module declares contextvars.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "contextvars", Doc: "Context variables.",
		Consts: map[string]value{"ContextVar": object.Wrap(&VarType), "Context": object.Wrap(&ContextType), "Token": object.Wrap(&TokenType)},
		Funcs: []object.Func{{Name: "copy_context", Sig: "()", Doc: "Return a copy of the current context.", Fn: func(t *thread, a []value) (value, error) {
			return object.Wrap(Copy(t)), nil
		}}},
	}
}

// NewVar makes a variable without default, for Go code.
func NewVar(name string) *Var {
	return &Var{Header: object.Header{Type: &VarType}, name: object.NewStr(name)}
}

// Lookup returns the value of a variable in c.
func (c *Context) Lookup(v *Var) (value, bool) {
	x, ok := c.vars[v]
	return x, ok
}

// Store sets a variable in c.
func (c *Context) Store(v *Var, x value) { c.set(v, x) }
