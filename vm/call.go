package vm

// Calls: from bytecode, from Go, and argument binding (language reference,
// section 6.3.4).

import (
	"strconv"
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// enterRun runs nf, which was pushed with flagEntry, and returns its result.
func (t *Thread) enterRun(nf *Frame) (object.Value, error) {
	if err := t.EnterNative(""); err != nil {
		t.pop(nf)
		return object.Value{}, err
	}
	if t.tracer.on {
		nf = t.runTraced(nf, true)
	}
	if nf != nil {
		run(t, nf)
	}
	t.LeaveNative()
	r, err := t.ret, t.err
	t.ret, t.err = object.Value{}, nil
	return r, err
}

// callFunction calls fn from Go; self, if present, is the first argument.
func (t *Thread) callFunction(fn *Function, self object.Value, args, kw []object.Value) (object.Value, error) {
	f := t.frame
	n := len(args)
	if self.O != nil {
		n++
	}
	base := t.room(f, n)
	if base == 0 {
		all := make([]object.Value, 0, n)
		if self.O != nil {
			all = append(all, self)
		}
		all = append(all, args...)
		nf, err := t.pushArgs(f, fn, all, kw, flagEntry)
		if err != nil {
			return object.Value{}, err
		}
		defer func() { t.frame = f }()
		return t.enterRun(nf)
	}
	w := unsafe.Slice((*object.Value)(ptr(base)), n)
	if self.O != nil {
		w[0] = self
		copy(w[1:], args)
	} else {
		copy(w, args)
	}
	nf, err := t.pushCall(f, fn, base, n, kw, flagEntry)
	if err != nil {
		return object.Value{}, err
	}
	r, err := t.enterRun(nf)
	t.frame = f
	return r, err
}

// pushCall enters fn with n arguments at base, the last len(kw) by keyword.
func (t *Thread) pushCall(f *Frame, fn *Function, base uintptr, n int, kw []object.Value, flags int) (*Frame, error) {
	u := fn.unit
	if n == u.simple && len(kw) == 0 {
		return t.push(f, fn, base, n, flags)
	}
	args := unsafe.Slice((*object.Value)(ptr(base)), n)
	if base+u.size > t.limit {
		return t.pushArgs(f, fn, append([]object.Value(nil), args...), kw, flags)
	}
	var buf [16]object.Value
	tmp := append(buf[:0], args...)
	if err := t.bindArgs(fn, unsafe.Slice((*object.Value)(ptr(base)), u.nargs), tmp, kw); err != nil {
		return nil, err
	}
	return t.push(f, fn, base, u.nargs, flags)
}

// pushArgs is pushCall with arguments that are not on the stack.
func (t *Thread) pushArgs(f *Frame, fn *Function, args, kw []object.Value, flags int) (*Frame, error) {
	u := fn.unit
	win := make([]object.Value, max(u.nargs, 1))
	if len(args) == u.simple && len(kw) == 0 {
		copy(win, args)
	} else if err := t.bindArgs(fn, win[:u.nargs], args, kw); err != nil {
		return nil, err
	}
	base := f.top() + 16
	if base+u.size <= t.limit {
		copy(unsafe.Slice((*object.Value)(ptr(base)), u.nargs), win)
		return t.push(f, fn, base, u.nargs, flags)
	}
	if t.DepthLeft <= 0 {
		return nil, object.RecursionErrorf("maximum recursion depth exceeded")
	}
	base = t.grow(0, u, 0)
	copy(unsafe.Slice((*object.Value)(ptr(base)), u.nargs), win)
	nf, err := t.push(f, fn, base, u.nargs, flags)
	if err == nil {
		nf.flags |= flagChunk
	}
	return nf, err
}

// bindArgs lays out the arguments of a call of fn in its window.
func (t *Thread) bindArgs(fn *Function, win, args, kw []object.Value) error {
	c := fn.unit.Code
	npos := len(args) - len(kw)
	total := c.ArgCount + c.KwOnlyArgCount
	fixed := min(npos, c.ArgCount)
	for i := range win {
		win[i] = object.Value{}
	}
	copy(win[:fixed], args[:fixed])
	if c.Flags&code.FlagVarArgs != 0 {
		if npos > fixed {
			win[total] = object.NewTuple(args[fixed:npos]...)
		} else {
			win[total] = object.EmptyTuple
		}
	}
	var extra *object.Dict
	if c.Flags&code.FlagVarKeywords != 0 {
		extra = object.NewDict()
		win[len(win)-1] = object.Wrap(extra)
	}
	if len(kw) > 0 {
		if err := t.bindKeywords(fn, win, extra, args[npos:], kw); err != nil {
			return err
		}
	}
	if npos > c.ArgCount && c.Flags&code.FlagVarArgs == 0 {
		return t.tooMany(fn, npos, win)
	}
	if npos < c.ArgCount {
		if err := t.fillDefaults(fn, win, npos); err != nil {
			return err
		}
	}
	if c.KwOnlyArgCount > 0 {
		return t.fillKwDefaults(fn, win)
	}
	return nil
}

func (t *Thread) bindKeywords(fn *Function, win []object.Value, extra *object.Dict, vals, kw []object.Value) error {
	c := fn.unit.Code
	total := c.ArgCount + c.KwOnlyArgCount
next:
	for i, k := range kw {
		ks, ok := object.AsStr(k)
		if !ok {
			return object.TypeErrorf("%s() keywords must be strings", qualname(fn))
		}
		name := ks.String()
		for j := c.PosOnlyArgCount; j < total; j++ {
			if c.LocalsPlus[j].Name == name {
				if win[j].O != nil {
					return object.TypeErrorf("%s() got multiple values for argument '%s'", qualname(fn), name)
				}
				win[j] = vals[i]
				continue next
			}
		}
		if extra != nil {
			if err := extra.Set(&t.Thread, k, vals[i]); err != nil {
				return err
			}
			continue
		}
		if names := posOnlyByKeyword(c, kw); names != "" {
			return object.TypeErrorf("%s() got some positional-only arguments passed as keyword arguments: '%s'", qualname(fn), names)
		}
		return t.unexpectedKeyword(fn, name)
	}
	return nil
}

func (t *Thread) unexpectedKeyword(fn *Function, name string) error {
	c := fn.unit.Code
	var cands []string
	for j := c.PosOnlyArgCount; j < c.ArgCount+c.KwOnlyArgCount; j++ {
		cands = append(cands, c.LocalsPlus[j].Name)
	}
	if s := object.Suggest(name, cands); s != "" {
		return object.TypeErrorf("%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", qualname(fn), name, s)
	}
	return object.TypeErrorf("%s() got an unexpected keyword argument '%s'", qualname(fn), name)
}

func posOnlyByKeyword(c *code.Code, kw []object.Value) string {
	var names []string
	for j := 0; j < c.PosOnlyArgCount; j++ {
		for _, k := range kw {
			if object.As[object.Str](k).String() == c.LocalsPlus[j].Name {
				names = append(names, c.LocalsPlus[j].Name)
			}
		}
	}
	return strings.Join(names, ", ")
}

func qualname(fn *Function) string {
	if s, ok := object.AsStr(fn.Qualname); ok {
		return s.String()
	}
	return fn.unit.Code.Qualname
}

func (t *Thread) fillDefaults(fn *Function, win []object.Value, npos int) error {
	c := fn.unit.Code
	var defs []object.Value
	if fn.Defaults.O != nil {
		defs = object.As[object.Tuple](fn.Defaults).Items
	}
	first := c.ArgCount - len(defs)
	var missing []string
	for i := npos; i < c.ArgCount; i++ {
		if win[i].O != nil {
			continue
		}
		if i >= first {
			win[i] = defs[i-first]
		} else {
			missing = append(missing, c.LocalsPlus[i].Name)
		}
	}
	if missing != nil {
		return missingArgs(fn, missing, "positional")
	}
	return nil
}

func (t *Thread) fillKwDefaults(fn *Function, win []object.Value) error {
	c := fn.unit.Code
	var missing []string
	for i := c.ArgCount; i < c.ArgCount+c.KwOnlyArgCount; i++ {
		if win[i].O != nil {
			continue
		}
		if fn.KwDefaults.O != nil {
			if v, ok := object.As[object.Dict](fn.KwDefaults).GetGo(&t.Thread, c.LocalsPlus[i].Name); ok {
				win[i] = v
				continue
			}
		}
		missing = append(missing, c.LocalsPlus[i].Name)
	}
	if missing != nil {
		return missingArgs(fn, missing, "keyword-only")
	}
	return nil
}

func missingArgs(fn *Function, names []string, kind string) error {
	for i := range names {
		names[i] = "'" + names[i] + "'"
	}
	list, s := names[0], ""
	if n := len(names); n > 1 {
		s = "s"
		list = strings.Join(names[:n-1], ", ")
		if n > 2 {
			list += ","
		}
		list += " and " + names[n-1]
	}
	return object.TypeErrorf("%s() missing %d required %s argument%s: %s", qualname(fn), len(names), kind, s, list)
}

func (t *Thread) tooMany(fn *Function, given int, win []object.Value) error {
	c := fn.unit.Code
	defs := 0
	if fn.Defaults.O != nil {
		defs = len(object.As[object.Tuple](fn.Defaults).Items)
	}
	kwGiven := 0
	for i := c.ArgCount; i < c.ArgCount+c.KwOnlyArgCount; i++ {
		if win[i].O != nil {
			kwGiven++
		}
	}
	sig, plural := strconv.Itoa(c.ArgCount), c.ArgCount != 1
	if defs > 0 {
		sig, plural = "from "+strconv.Itoa(c.ArgCount-defs)+" to "+strconv.Itoa(c.ArgCount), true
	}
	s := ""
	if plural {
		s = "s"
	}
	kwText := ""
	if kwGiven > 0 {
		kwText = " positional argument"
		if given != 1 {
			kwText += "s"
		}
		kwText += " (and " + strconv.Itoa(kwGiven) + " keyword-only argument"
		if kwGiven != 1 {
			kwText += "s"
		}
		kwText += ")"
	}
	was := "were"
	if given == 1 && kwGiven == 0 {
		was = "was"
	}
	return object.TypeErrorf("%s() takes %s positional argument%s but %d%s %s given", qualname(fn), sig, s, given, kwText, was)
}

// call performs the call whose callable is at a and whose n arguments follow,
// the last len(kw) by keyword. The result goes to a.
func (t *Thread) call(f *Frame, a *object.Value, n int, kw []object.Value) *Frame {
	switch tp := a.O.Type; tp {
	case &FunctionType:
		return t.callPython(f, object.As[Function](*a), a, uintptr(unsafe.Pointer(a))+16, n, kw)
	case &object.MethodType:
		m := object.As[object.Method](*a)
		if m.Func.O.Type == &FunctionType {
			if base := uintptr(unsafe.Pointer(a)) + 16; base+uintptr(n+1)*16 <= t.limit {
				w := unsafe.Slice((*object.Value)(ptr(base)), n+1)
				copy(w[1:], w[:n])
				w[0] = m.Self
				return t.callPython(f, object.As[Function](m.Func), a, base, n+1, kw)
			}
		}
	case &object.TypeType:
		if n == 1 && len(kw) == 0 && *a == object.Wrap(&object.StrType) {
			r, err := object.StrValue(&t.Thread, *(*object.Value)(ptr(uintptr(unsafe.Pointer(a)) + 16)))
			if err != nil {
				return t.unwind(f, err)
			}
			*a = r
			return f
		}
		if nf, done := t.callClass(f, a, n, kw); done {
			return nf
		}
	default:
		if tp.IsHeap() {
			if nf, done := t.callInstance(f, a, n, kw); done {
				return nf
			}
		}
	}
	args := unsafe.Slice((*object.Value)(ptr(uintptr(unsafe.Pointer(a))+16)), n)
	r, err := object.Call(&t.Thread, *a, args, kw)
	if err != nil {
		return t.unwind(f, err)
	}
	*a = r
	return f
}

// callPython pushes fn with n arguments at base; the result goes to dst.
func (t *Thread) callPython(f *Frame, fn *Function, dst *object.Value, base uintptr, n int, kw []object.Value) *Frame {
	flags := 0
	if base-16 != uintptr(unsafe.Pointer(dst)) || base+fn.unit.size > t.limit {
		flags = flagDst
	}
	nf, err := t.pushCall(f, fn, base, n, kw, flags)
	if err != nil {
		return t.unwind(f, err)
	}
	nf.dst = uintptr(unsafe.Pointer(dst))
	return nf
}

// callInstance calls an object whose class defines __call__ in Python.
func (t *Thread) callInstance(f *Frame, a *object.Value, n int, kw []object.Value) (*Frame, bool) {
	d := a.O.Type.Lookup(&t.Thread, nameCall)
	if d.O == nil || d.O.Type != &FunctionType {
		return nil, false
	}
	base := uintptr(unsafe.Pointer(a)) + 16
	if base+uintptr(n+1)*16 > t.limit {
		return nil, false
	}
	w := unsafe.Slice((*object.Value)(ptr(base)), n+1)
	copy(w[1:], w[:n])
	w[0] = *a
	return t.callPython(f, object.As[Function](d), a, base, n+1, kw), true
}

var (
	nameCall = object.StaticName("__call__")
	nameInit = object.StaticName("__init__")
)

// callClass makes an instance of a plain class without Go recursion: object's
// __new__ and an __init__ written in Python.
func (t *Thread) callClass(f *Frame, a *object.Value, n int, kw []object.Value) (*Frame, bool) {
	cls := object.As[object.Type](*a)
	if cls.CtorVer != cls.Version {
		if !t.fillCtor(cls) {
			return nil, false
		}
	}
	if cls.Ctor.O == nil {
		return nil, false
	}
	obj := object.Wrap(object.NewInstance(&t.Thread, cls))
	*a = obj
	fn := object.As[Function](cls.Ctor)
	nf, err := t.pushCall(f, fn, uintptr(unsafe.Pointer(a)), n+1, kw, flagCtor)
	if err != nil {
		return t.unwind(f, err), true
	}
	nf.self, nf.dst = obj, uintptr(unsafe.Pointer(a))
	return nf, true
}

// fillCtor caches the __init__ of cls if calls of cls may take the short way.
func (t *Thread) fillCtor(cls *object.Type) bool {
	if cls.Version == object.NoVersion {
		return false
	}
	cls.Ctor, cls.CtorVer = object.Value{}, cls.Version
	if cls.Flags&object.FlagAbstract != 0 || cls.Finalizer || !cls.PlainNew(&t.Thread) {
		return true
	}
	if d := cls.Lookup(&t.Thread, nameInit); d.O != nil && d.O.Type == &FunctionType && !object.As[Function](d).unit.gen {
		cls.Ctor = d
	}
	return true
}

// opCallEx is CALLEX.
func (t *Thread) opCallEx(f *Frame, in *code.Ins) *Frame {
	r := f.regs(in.A, 3)
	var args, kw []object.Value
	args = object.As[object.Tuple](r[1]).Items
	if r[2].O != nil {
		d := object.As[object.Dict](r[2])
		all := append(make([]object.Value, 0, len(args)+d.Len()), args...)
		bad := false
		d.Each(func(k, v object.Value) bool {
			if k.O.Type.Solid != &object.StrType {
				bad = true
				return false
			}
			kw = append(kw, k)
			all = append(all, v)
			return true
		})
		if bad {
			return t.unwind(f, object.TypeErrorf("keywords must be strings"))
		}
		args = all
	}
	if r[0].O.Type == &FunctionType {
		nf, err := t.pushArgs(f, object.As[Function](r[0]), args, kw, flagDst)
		if err != nil {
			return t.unwind(f, err)
		}
		nf.dst = uintptr(unsafe.Pointer(&r[0]))
		return nf
	}
	v, err := object.Call(&t.Thread, r[0], args, kw)
	if err != nil {
		return t.unwind(f, err)
	}
	r[0] = v
	return f
}

// opRet is RET and RETNONE of flagged frames.
func (t *Thread) opRet(f *Frame, v object.Value) *Frame {
	fl := f.flags
	if fl&flagGen != 0 {
		return t.genReturn(f, v)
	}
	dst := f.base - 16
	if fl&(flagDst|flagCtor) != 0 {
		dst = f.dst
	}
	if fl&flagCtor != 0 {
		if !v.IsNone() {
			return t.unwind(t.pop(f), object.TypeErrorf("__init__() should return None, not '%s'", v.O.Type.MsgName()))
		}
		v = f.self
	}
	p := t.pop(f)
	if fl&flagEntry != 0 {
		t.ret = v
		return nil
	}
	*(*object.Value)(ptr(dst)) = v
	return p
}
