package vm

// Raising and unwinding (language reference, section 4.3).

import (
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// fresh marks err as newly raised in the frame that is running: it gets its
// implicit __context__.
func (t *Thread) setContext(e *object.Exception) {
	cur := t.Exc
	if cur == nil || cur == e || e.Context != nil {
		if cur != nil && cur != e && e.Context != nil {
			t.chainContext(e, cur)
		}
		return
	}
	t.chainContext(e, cur)
}

// chainContext sets e.__context__ = cur, breaking a cycle if cur's own chain
// already contains e.
func (t *Thread) chainContext(e, cur *object.Exception) {
	for x, slow, i := cur, cur, 0; x != nil && x.Context != nil; i++ {
		if x.Context == e {
			x.Context = nil
			break
		}
		x = x.Context
		if i&1 == 1 {
			if slow = slow.Context; slow == x {
				break
			}
		}
	}
	e.Context = cur
}

// unwind delivers err to the innermost handler, starting in f, and returns the
// frame to continue with, or nil when the entry frame was left.
func (t *Thread) unwind(f *Frame, err error) *Frame {
	e, ok := err.(*object.Exception)
	if !ok {
		if _, ok := err.(*object.Interrupt); !ok {
			e = object.FromGoError(err).(*object.Exception)
			err = e
		}
	}
	if e != nil {
		if t.passing != e {
			t.setContext(e)
		}
		t.passing = nil
		return t.raise(f, e, true)
	}
	return t.abandon(f, err)
}

// raise unwinds with Python exception e. add says whether f itself gets a
// traceback entry.
func (t *Thread) raise(f *Frame, e *object.Exception, add bool) *Frame {
	for {
		w := f.word()
		if add {
			t.addTraceback(e, f, w)
		}
		add = true
		if t.tracer.on {
			t.frame = f
			e = t.exceptionEvent(f, e)
		}
		if h := findHandler(f.unit.Code, w); h != nil {
			t.passing = nil
			*f.at(int(h.Reg)) = object.Wrap(e)
			f.pc = uintptr(f.unit.entry) + uintptr(h.Target)*word
			t.frame = f
			return f
		}
		if t.tracer.on {
			e = t.unwoundEvent(f, e)
		}
		f.standAt(e)
		fl := f.flags
		if fl&flagGen != 0 {
			t.genFail(f)
		}
		p := t.pop(f)
		if fl&flagEntry != 0 {
			t.err, t.passing = e, e
			return nil
		}
		f = p
	}
}

// standAt makes f, which e leaves at a cleanup that has no line or at the end of
// a with statement, stand where e came from, for those who look at the frame later.
func (f *Frame) standAt(e *object.Exception) {
	if f.obj == nil || e.TB == nil || e.TB.Frame.O != &f.obj.Header {
		return
	}
	w := max(f.word(), 0)
	in := (*code.Ins)(ptr(uintptr(f.unit.entry) + uintptr(w)*word))
	if l, _, _, _ := f.unit.Code.Position(w); l <= 0 || in.Op == code.OpRERAISE && in.B == 1 {
		f.pc = uintptr(f.unit.entry) + uintptr(e.TB.Word+1)*word
	}
}

// abandon leaves frames for an Interrupt, which no handler sees.
func (t *Thread) abandon(f *Frame, err error) *Frame {
	for {
		fl := f.flags
		if fl&flagGen != 0 {
			t.genFail(f)
		}
		f = t.pop(f)
		if fl&flagEntry != 0 {
			t.err = err
			return nil
		}
	}
}

// findHandler finds the exception table row for word w.
func findHandler(c *code.Code, w int) *code.ExcEntry {
	for i := range c.Exc {
		if e := &c.Exc[i]; uint32(w) >= e.Start && uint32(w) < e.End {
			return e
		}
	}
	return nil
}

// addTraceback puts an entry for frame f in front of e's traceback.
func (t *Thread) addTraceback(e *object.Exception, f *Frame, w int) {
	tb := &object.Traceback{Header: object.Header{Type: &object.TracebackType}, Next: e.TB, Word: w}
	tb.Frame = object.Wrap(t.frameObject(f))
	e.TB = tb
}

// opRaise is RAISE.
func (t *Thread) opRaise(f *Frame, in *code.Ins) *Frame {
	t.passing = nil
	if in.A == 0 {
		if t.Exc == nil {
			return t.unwind(f, object.RuntimeErrorf("No active exception to reraise"))
		}
		return t.raise(f, t.Exc, false)
	}
	e, err := t.exceptionFrom(*f.reg(in.B))
	if err != nil {
		return t.unwind(f, err)
	}
	if in.A == 2 {
		c := *f.reg(in.C)
		if !c.IsNone() {
			if c.O.Type.Solid == &object.TypeType && object.As[object.Type](c).IsSubtype(&object.BaseExceptionType) {
				ce, err := t.exceptionFrom(c)
				if err != nil {
					return t.unwind(f, err)
				}
				c = object.Wrap(ce)
			} else if !c.Is(&object.BaseExceptionType) {
				return t.unwind(f, object.TypeErrorf("exception causes must derive from BaseException"))
			}
		}
		e.Cause, e.Suppress = c, true
	}
	return t.unwind(f, e)
}

// exceptionFrom turns the operand of raise into an exception instance.
func (t *Thread) exceptionFrom(v object.Value) (*object.Exception, error) {
	if v.O.Type.Flags&object.FlagException != 0 {
		return object.As[object.Exception](v), nil
	}
	if v.O.Type.Solid == &object.TypeType && object.As[object.Type](v).IsSubtype(&object.BaseExceptionType) {
		r, err := object.Call(&t.Thread, v, nil, nil)
		if err != nil {
			return nil, err
		}
		if r.O.Type.Flags&object.FlagException == 0 {
			return nil, object.TypeErrorf("calling %s should have returned an instance of BaseException, not %s", typeRepr(&t.Thread, v), typeRepr(&t.Thread, object.Wrap(r.O.Type)))
		}
		return object.As[object.Exception](r), nil
	}
	return nil, object.TypeErrorf("exceptions must derive from BaseException")
}

func typeRepr(t *object.Thread, v object.Value) string {
	s, err := object.Repr(t, v)
	if err != nil {
		return "?"
	}
	return s
}

// excMatches reports whether exception e matches v in an except clause.
func (t *Thread) excMatches(e, v object.Value) (bool, error) {
	if v.O.Type.Solid == &object.TypeType && object.As[object.Type](v).IsSubtype(&object.BaseExceptionType) {
		return e.O.Type.IsSubtype(object.As[object.Type](v)), nil
	}
	if v.O.Type.Solid == &object.TupleType {
		items := object.As[object.Tuple](v).Items
		for _, x := range items {
			if x.O.Type.Solid != &object.TypeType || !object.As[object.Type](x).IsSubtype(&object.BaseExceptionType) {
				return false, object.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
			}
		}
		for _, x := range items {
			if e.O.Type.IsSubtype(object.As[object.Type](x)) {
				return true, nil
			}
		}
		return false, nil
	}
	return false, object.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
}

// opExcEnter is EXCENTER.
func (t *Thread) opExcEnter(f *Frame, in *code.Ins) {
	save := f.reg(in.A)
	e := object.As[object.Exception](*f.reg(in.B))
	if u := f.unit; u.nhidden > 0 { // no handler is in a comprehension
		clear(unsafe.Slice(f.at(u.hidden), u.nhidden))
	}
	switch {
	case f.flags&flagGen != 0 && !f.gen.handling:
		*save = object.Value{} // whatever the caller handles at that time
		f.gen.handling = true
	case t.Exc == nil:
		*save = object.None
	default:
		*save = object.Wrap(t.Exc)
	}
	t.Exc = e
}

// opExcLeave is EXCLEAVE.
func (t *Thread) opExcLeave(f *Frame, in *code.Ins) {
	switch v := *f.reg(in.A); {
	case v.O == nil:
		t.Exc, f.gen.handling = f.caller, false
	case v.IsNone():
		t.Exc = nil
	default:
		t.Exc = object.As[object.Exception](v)
	}
}

// opExcGroup is EXCGROUP.
func (t *Thread) opExcGroup(f *Frame, in *code.Ins) error {
	r, types := f.regs(in.A, 2), *f.reg(in.B)
	if r[0].IsNone() {
		r[1] = object.None
		return t.checkStarTypes(types)
	}
	if err := t.checkStarTypes(types); err != nil {
		return err
	}
	e := r[0]
	ok, err := t.excMatches(e, types)
	if err != nil {
		return err
	}
	if ok {
		if !object.IsGroup(e) {
			g, err := object.CallArgs(&t.Thread, object.Wrap(&object.ExceptionGroupType), object.NewStr(""), object.NewTuple(e))
			if err != nil && object.IsExc(err, &object.TypeErrorType) {
				g, err = object.CallArgs(&t.Thread, object.Wrap(&object.BaseExceptionGroupType), object.NewStr(""), object.NewTuple(e))
			}
			if err != nil {
				return err
			}
			t.addTraceback(object.As[object.Exception](g), f, f.word())
			e = g
		}
		r[0], r[1] = object.None, e
		return nil
	}
	if !object.IsGroup(e) {
		r[1] = object.None
		return nil
	}
	pair, err := object.CallMethod(&t.Thread, e, "split", types)
	if err != nil {
		return err
	}
	if pair.O.Type.Solid != &object.TupleType {
		return object.TypeErrorf("%s.split must return a tuple, not %s", e.O.Type.MsgName(), pair.O.Type.MsgName())
	}
	parts := object.As[object.Tuple](pair).Items
	if len(parts) < 2 {
		return object.TypeErrorf("%s.split must return a 2-tuple, got tuple of size %d", e.O.Type.MsgName(), len(parts))
	}
	r[0], r[1] = parts[1], parts[0]
	return nil
}

func (t *Thread) checkStarTypes(v object.Value) error {
	items := []object.Value{v}
	if v.O.Type.Solid == &object.TupleType {
		items = object.As[object.Tuple](v).Items
	}
	for _, x := range items {
		if x.O.Type.Solid != &object.TypeType || !object.As[object.Type](x).IsSubtype(&object.BaseExceptionType) {
			return object.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
		}
		if object.As[object.Type](x).IsSubtype(&object.BaseExceptionGroupType) {
			return object.TypeErrorf("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}

// opExcStar is EXCSTAR: what remains to be raised after all except* clauses.
func (t *Thread) opExcStar(f *Frame, in *code.Ins) error {
	orig, list := *f.reg(in.A), object.As[object.List](*f.reg(in.B)).Values()
	var raised, reraised []object.Value
	for _, x := range list {
		if x.IsNone() {
			continue
		}
		if sameOrigin(x, orig) {
			reraised = append(reraised, x)
		} else {
			raised = append(raised, x)
		}
	}
	out := f.reg(in.A)
	if !object.IsGroup(orig) {
		// A naked exception was wrapped: at most one thing remains.
		switch {
		case len(raised) > 0:
			return t.starGroup(out, append(raised, reraised...))
		case len(reraised) > 0:
			*out = reraised[0]
		default:
			*out = object.None
		}
		return nil
	}
	if len(reraised) > 0 {
		var leaves []object.Value
		for _, x := range reraised {
			leaves = append(leaves, leafExceptions(x)...)
		}
		p, err := t.project(orig, leaves)
		if err != nil {
			return err
		}
		if len(raised) == 0 {
			*out = p
			return nil
		}
		raised = append(raised, p)
	}
	if len(raised) == 0 {
		*out = object.None
		return nil
	}
	return t.starGroup(out, raised)
}

func (t *Thread) starGroup(out *object.Value, items []object.Value) error {
	if len(items) == 1 {
		*out = items[0]
		return nil
	}
	g, err := object.CallArgs(&t.Thread, object.Wrap(&object.BaseExceptionGroupType), object.NewStr(""), object.NewTuple(items...))
	*out = g
	return err
}

// sameOrigin reports whether x is orig or a part split from it.
func sameOrigin(x, orig object.Value) bool {
	if x == orig {
		return true
	}
	if !object.IsGroup(x) || !object.IsGroup(orig) {
		return false
	}
	a, b := object.As[object.Exception](x), object.As[object.Exception](orig)
	return a.TB == b.TB && a.Context == b.Context && a.Cause == b.Cause
}

func leafExceptions(v object.Value) []object.Value {
	if !object.IsGroup(v) {
		return []object.Value{v}
	}
	var out []object.Value
	for _, x := range object.GroupItems(v) {
		out = append(out, leafExceptions(x)...)
	}
	return out
}

// project keeps the structure of group g with only the given leaves.
func (t *Thread) project(g object.Value, leaves []object.Value) (object.Value, error) {
	keep := map[*object.Header]bool{}
	for _, l := range leaves {
		keep[l.O] = true
	}
	var rec func(v object.Value) (object.Value, error)
	rec = func(v object.Value) (object.Value, error) {
		if !object.IsGroup(v) {
			if keep[v.O] {
				return v, nil
			}
			return object.Value{}, nil
		}
		var parts []object.Value
		same := true
		for _, x := range object.GroupItems(v) {
			p, err := rec(x)
			if err != nil {
				return object.Value{}, err
			}
			if p.O != nil {
				parts = append(parts, p)
			}
			same = same && p == x
		}
		if same {
			return v, nil
		}
		if len(parts) == 0 {
			return object.Value{}, nil
		}
		return object.DeriveGroup(&t.Thread, v, parts)
	}
	r, err := rec(g)
	return orNone(r), err
}

func orNone(v object.Value) object.Value {
	if v.O == nil {
		return object.None
	}
	return v
}
