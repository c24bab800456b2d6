package vm

// Declarations of the evaluator's types.

import (
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

func init() {
	FunctionType.Define(object.TypeSpec{
		Name: "function", Sig: functionSig, Flags: object.FlagMethodDescr | object.FlagWeakref, Size: unsafe.Sizeof(Function{}), AttrsOff: functionAttrs,
		Slots: object.Slots{New: newFunctionObject, Call: functionCall, DescrGet: functionGet, Traverse: traverseFunction, Repr: func(t *object.Thread, v object.Value) (object.Value, error) {
			return object.NewStrf("<function %s at 0x%x>", qualname(object.As[Function](v)), t.Interp.ID(v)), nil
		}},
		GetSets: functionGetSets,
	})
	CodeType.Define(object.TypeSpec{Name: "code", Flags: object.FlagNoNew | object.FlagWeakref, Slots: object.Slots{Repr: func(t *object.Thread, v object.Value) (object.Value, error) {
		c := object.As[CodeObject](v).C
		return object.NewStrf("<code object %s at 0x%x, file \"%s\", line %d>", c.Name, t.Interp.ID(v), c.Filename, c.FirstLine), nil
	}, RichCmp: codeCompare, Hash: codeHash}, Methods: codeMethods, GetSets: codeGetSets})
	FrameType.Define(object.TypeSpec{Name: "frame", Flags: object.FlagNoNew, GetSets: frameGetSets, Methods: frameMethods, Slots: object.Slots{Traverse: traverseFrame, Repr: func(t *object.Thread, v object.Value) (object.Value, error) {
		o := object.As[FrameObject](v)
		c := o.Code()
		return object.NewStrf("<frame at 0x%x, file %s, line %d, code %s>", t.Interp.ID(v), object.ReprString(c.Filename), o.Line(), c.Name), nil
	}}})
	genSlots := object.Slots{Iter: object.SelfIter, Next: genNext, Repr: genRepr, Traverse: traverseGenerator, Send: genSend}
	GeneratorType.Define(object.TypeSpec{Name: "generator", Flags: object.FlagNoNew | object.FlagGenerator | object.FlagWeakref, Slots: genSlots, Methods: genMethods, GetSets: genGetSets, ClassMethods: object.ClassGetItemRows[:]})
	CoroutineType.Define(object.TypeSpec{Name: "coroutine", Flags: object.FlagNoNew | object.FlagCoroutine | object.FlagWeakref, Slots: object.Slots{Repr: genRepr, Traverse: traverseGenerator, Send: genSend, Await: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.Wrap(&coroWrapper{object.Header{Type: &CoroWrapperType}, object.As[Generator](v)}), nil
	}}, Methods: coroMethods(), GetSets: coroGetSets, ClassMethods: object.ClassGetItemRows[:]})
	CoroWrapperType.Define(object.TypeSpec{Name: "coroutine_wrapper", Flags: object.FlagNoNew, Slots: object.Slots{Iter: object.SelfIter,
		Next: func(t *object.Thread, v object.Value) (object.Value, error) {
			return genNext(t, object.Wrap(object.As[coroWrapper](v).g))
		}, Send: func(t *object.Thread, v, x object.Value) (object.Value, bool, error) {
			return threadOf(t).Send(object.As[coroWrapper](v).g, x)
		}}, Methods: coroWrapperMethods})
	asyncWrappedType.Define(object.TypeSpec{Name: "async_generator_wrapped_value", Flags: object.FlagNoNew})
	AsyncGenType.Define(object.TypeSpec{Name: "async_generator", Flags: object.FlagNoNew | object.FlagWeakref, Slots: object.Slots{Repr: genRepr, Traverse: traverseGenerator,
		AIter: object.SelfIter, ANext: func(t *object.Thread, v object.Value) (object.Value, error) { return newAsyncSend(t, v, object.None) }},
		Methods: asyncGenMethods, GetSets: asyncGenGetSets, ClassMethods: object.ClassGetItemRows[:]})
	AsyncGenSendType.Define(object.TypeSpec{Name: "async_generator_asend", Flags: object.FlagNoNew, Slots: asyncStepSlots(func(t *Thread, v, x object.Value) (object.Value, bool, error) {
		return t.asyncSendStep(object.As[asyncSend](v), x)
	}), Methods: asyncSendMethods})
	AsyncThrowType.Define(object.TypeSpec{Name: "async_generator_athrow", Flags: object.FlagNoNew, Slots: asyncStepSlots(func(t *Thread, v, x object.Value) (object.Value, bool, error) {
		return t.asyncThrowStep(object.As[asyncThrow](v), x)
	}), Methods: asyncThrowMethods})
}

func genRepr(t *object.Thread, v object.Value) (object.Value, error) {
	g := object.As[Generator](v)
	q, err := object.ToStr(t, g.Qualname)
	return object.NewStrf("<%s object %s at 0x%x>", v.O.Type.Name, q, t.Interp.ID(v)), err
}

func genSend(t *object.Thread, v, x object.Value) (object.Value, bool, error) {
	return threadOf(t).Send(object.As[Generator](v), x)
}

func traverseGenerator(v object.Value, visit func(object.Value)) {
	g := object.As[Generator](v)
	visit(object.Wrap(g.fn))
	for _, x := range g.window {
		if x.O != nil {
			visit(x)
		}
	}
}

// stopResult turns the outcome of a send into a method result: the value, or
// StopIteration carrying it.
func stopResult(v object.Value, done bool, err error) (object.Value, error) {
	if err != nil {
		return object.Value{}, err
	}
	if done {
		if v.IsNone() {
			return object.Value{}, object.NewStopIteration(object.Value{})
		}
		return object.Value{}, object.NewStopIteration(v)
	}
	return v, nil
}

// throwArgs builds the exception of throw(type[, value[, tb]]).
func throwArgs(t *object.Thread, typ, val, tb object.Value) (*object.Exception, error) {
	if err := threeArgs(t, "throw", val, tb); err != nil {
		return nil, err
	}
	return thrown(t, typ, val, tb)
}

// threeArgs warns of throw(type, value, tb).
func threeArgs(t *object.Thread, method string, val, tb object.Value) error {
	if val.O == nil && tb.O == nil {
		return nil
	}
	return object.Warn(t, &object.DeprecationWarningType, "the (type, exc, tb) signature of "+method+"() is deprecated, use the single-arg signature instead.")
}

func thrown(t *object.Thread, typ, val, tb object.Value) (*object.Exception, error) {
	if tb.O != nil && !tb.IsNone() && tb.O.Type != &object.TracebackType {
		return nil, object.TypeErrorf("throw() third argument must be a traceback object")
	}
	var e *object.Exception
	switch {
	case typ.O.Type.Flags&object.FlagException != 0:
		if val.O != nil && !val.IsNone() {
			return nil, object.TypeErrorf("instance exception may not have a separate value")
		}
		e = object.As[object.Exception](typ)
	case typ.O.Type.Solid == &object.TypeType && object.As[object.Type](typ).IsSubtype(&object.BaseExceptionType):
		if val.O != nil && val.Is(object.As[object.Type](typ)) {
			e = object.As[object.Exception](val)
			break
		}
		var args []object.Value
		if val.O != nil && !val.IsNone() {
			args = []object.Value{val}
			if val.O.Type.Solid == &object.TupleType {
				args = object.As[object.Tuple](val).Items
			}
		}
		r, err := object.Call(t, typ, args, nil)
		if err == nil && r.O.Type.Flags&object.FlagException == 0 {
			err = object.TypeErrorf("calling %s should have returned an instance of BaseException, not %s", typeRepr(t, typ), r.O.Type.MsgName())
		}
		if err != nil { // thrown in its place
			var ok bool
			if e, ok = err.(*object.Exception); !ok {
				return nil, err
			}
		} else {
			e = object.As[object.Exception](r)
		}
	default:
		return nil, object.TypeErrorf("exceptions must be classes or instances deriving from BaseException, not %s", typ.O.Type.MsgName())
	}
	if tb.O != nil && !tb.IsNone() {
		e.TB = object.As[object.Traceback](tb)
	}
	return e, nil
}

var genMethods = []object.Func{
	{Name: "send", Sig: "($self, object, /)", Doc: "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return stopResult(threadOf(t).Send(object.As[Generator](a[0]), a[1]))
	}},
	{Name: "throw", Sig: "($self, type, value=None, traceback=None, /)", Doc: "Raise exception in generator, return next yielded value or raise\nStopIteration.", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		e, err := throwArgs(t, a[1], a[2], a[3])
		if err != nil {
			return object.Value{}, err
		}
		return stopResult(threadOf(t).Throw(object.As[Generator](a[0]), e))
	}},
	{Name: "close", Sig: "($self, /)", Doc: "close() -> raise GeneratorExit inside generator.", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return threadOf(t).Close(object.As[Generator](a[0]))
	}},
}

// coroMethods are genMethods with what they say of coroutines.
func coroMethods() []object.Func {
	out := append([]object.Func(nil), genMethods...)
	for i := range out {
		out[i].Doc = strings.ReplaceAll(out[i].Doc, "generator", "coroutine")
	}
	return out
}

var coroWrapperMethods = []object.Func{
	{Name: "send", Sig: "($self, object, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return stopResult(threadOf(t).Send(object.As[coroWrapper](a[0]).g, a[1]))
	}},
	{Name: "throw", Sig: "($self, type, value=None, traceback=None, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		e, err := throwArgs(t, a[1], a[2], a[3])
		if err != nil {
			return object.Value{}, err
		}
		return stopResult(threadOf(t).Throw(object.As[coroWrapper](a[0]).g, e))
	}},
	{Name: "close", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return threadOf(t).Close(object.As[coroWrapper](a[0]).g)
	}},
}

func nameGetSets(kind string) []object.GetSet {
	field := func(n, doc string, f func(g *Generator) *object.Value) object.GetSet {
		return object.GetSet{Name: n, Doc: doc + " of the " + kind, Get: func(t *object.Thread, v object.Value) (object.Value, error) { return *f(object.As[Generator](v)), nil }, Set: func(t *object.Thread, v, val object.Value) error {
			if val.O == nil || val.O.Type.Solid != &object.StrType {
				return object.TypeErrorf("%s must be set to a string object", n)
			}
			*f(object.As[Generator](v)) = val
			return nil
		}}
	}
	return []object.GetSet{field("__name__", "name", func(g *Generator) *object.Value { return &g.Name }), field("__qualname__", "qualified name", func(g *Generator) *object.Value { return &g.Qualname })}
}

func genFields(prefix string) []object.GetSet {
	kind := map[string]string{"gi": "generator", "ag": "async generator", "cr": "coroutine"}[prefix]
	return append(nameGetSets(kind),
		object.GetSet{Name: prefix + "_running", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
			g := object.As[Generator](v)
			return object.Bool(g.running || g.runningAsyn), nil
		}},
		object.GetSet{Name: prefix + "_suspended", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
			g := object.As[Generator](v)
			return object.Bool(g.started && !g.running && !g.finished), nil
		}},
		object.GetSet{Name: prefix + "_code", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
			return object.Wrap(object.As[Generator](v).fn.Code), nil
		}},
		object.GetSet{Name: prefix + "_frame", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
			g := object.As[Generator](v)
			if g.finished {
				return object.None, nil
			}
			if f := threadOf(t).frameOf(g); f != nil {
				return object.Wrap(threadOf(t).frameObject(f)), nil
			}
			if g.frame == nil {
				if !g.started {
					// The code that puts them there has not run.
					copy(g.window[g.fn.Code.C.FirstFree():], g.fn.cells())
				}
				g.frame = &FrameObject{Header: object.Header{Type: &FrameType}, gen: g, fn: g.fn, unit: g.unit, lines: true, thread: threadOf(t)}
			}
			return object.Wrap(g.frame), nil
		}},
	)
}

func delegateGetSet(n string) object.GetSet {
	return object.GetSet{Name: n, Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return orNone(object.As[Generator](v).delegate()), nil
	}}
}

var (
	genGetSets      = append(genFields("gi"), delegateGetSet("gi_yieldfrom"))
	asyncGenGetSets = append(genFields("ag"), delegateGetSet("ag_await"))
	coroGetSets     = append(genFields("cr"), delegateGetSet("cr_await"), object.GetSet{Name: "cr_origin", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return orNone(object.As[Generator](v).origin), nil
	}})
)

func newAsyncSend(t *object.Thread, v, x object.Value) (object.Value, error) {
	g := object.As[Generator](v)
	if err := threadOf(t).asyncHooks(g); err != nil {
		return object.Value{}, err
	}
	return object.Wrap(&asyncSend{Header: object.Header{Type: &AsyncGenSendType}, g: g, v: x}), nil
}

func newAsyncThrow(t *object.Thread, v object.Value, args []object.Value) (object.Value, error) {
	g := object.As[Generator](v)
	if err := threadOf(t).asyncHooks(g); err != nil {
		return object.Value{}, err
	}
	return object.Wrap(&asyncThrow{Header: object.Header{Type: &AsyncThrowType}, g: g, args: args}), nil
}

var asyncGenMethods = []object.Func{
	{Name: "asend", Sig: "($self, object, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) { return newAsyncSend(t, a[0], a[1]) }},
	{Name: "athrow", Sig: "($self, type, value=None, traceback=None, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		if err := threeArgs(t, "athrow", a[2], a[3]); err != nil {
			return object.Value{}, err
		}
		return newAsyncThrow(t, a[0], append([]object.Value(nil), a[1:4]...))
	}},
	{Name: "aclose", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) { return newAsyncThrow(t, a[0], nil) }},
}

func asyncStepSlots(step func(t *Thread, v, x object.Value) (object.Value, bool, error)) object.Slots {
	return object.Slots{Iter: object.SelfIter, Await: object.SelfIter,
		Next: func(t *object.Thread, v object.Value) (object.Value, error) {
			return stopResult(step(threadOf(t), v, object.None))
		},
		Send: func(t *object.Thread, v, x object.Value) (object.Value, bool, error) { return step(threadOf(t), v, x) },
	}
}

var asyncSendMethods = []object.Func{
	{Name: "send", Sig: "($self, value, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return stopResult(threadOf(t).asyncSendStep(object.As[asyncSend](a[0]), a[1]))
	}},
	{Name: "throw", Sig: "($self, type, value=None, traceback=None, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		e, err := throwArgs(t, a[1], a[2], a[3])
		if err != nil {
			return object.Value{}, err
		}
		s := object.As[asyncSend](a[0])
		if s.state == 2 {
			return object.Value{}, object.RuntimeErrorf("cannot reuse already awaited __anext__()/asend()")
		}
		if s.state == 0 {
			if s.g.runningAsyn {
				s.state = 2
				return object.Value{}, object.RuntimeErrorf("anext(): asynchronous generator is already running")
			}
			s.state, s.g.runningAsyn = 1, true
		}
		th := threadOf(t)
		v, done, err := th.Throw(s.g, e)
		v, fin, err := th.unwrapAsync(s.g, v, done, err)
		if err != nil || fin {
			s.state = 2
		}
		return stopResult(v, fin, err)
	}},
	{Name: "close", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		if object.As[asyncSend](a[0]).state == 2 {
			return object.None, nil
		}
		return threadOf(t).closeStep(a[0])
	}},
}

var asyncThrowMethods = []object.Func{
	{Name: "send", Sig: "($self, value, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		return stopResult(threadOf(t).asyncThrowStep(object.As[asyncThrow](a[0]), a[1]))
	}},
	{Name: "throw", Sig: "($self, type, value=None, traceback=None, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		e, err := throwArgs(t, a[1], a[2], a[3])
		if err != nil {
			return object.Value{}, err
		}
		s := object.As[asyncThrow](a[0])
		if s.state == 2 {
			return object.Value{}, object.RuntimeErrorf("cannot reuse already awaited aclose()/athrow()")
		}
		if s.state == 0 && s.g.runningAsyn {
			return object.Value{}, s.busy()
		}
		s.state, s.g.runningAsyn = 1, true
		th := threadOf(t)
		v, done, err := th.Throw(s.g, e)
		return stopResult(th.asyncThrowResult(s, v, done, err))
	}},
	{Name: "close", Sig: "($self, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		if object.As[asyncThrow](a[0]).state == 2 {
			return object.None, nil
		}
		return threadOf(t).closeStep(a[0])
	}},
}

// strField is a read-write str attribute of a function.
func strField(n string, f func(fn *Function) *object.Value) object.GetSet {
	return object.GetSet{Name: n, Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return *f(object.As[Function](v)), nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		if val.O == nil || val.O.Type.Solid != &object.StrType {
			return object.TypeErrorf("%s must be set to a string object", n)
		}
		*f(object.As[Function](v)) = val
		return nil
	}}
}

var functionGetSets = []object.GetSet{
	strField("__name__", func(fn *Function) *object.Value { return &fn.Name }),
	strField("__qualname__", func(fn *Function) *object.Value { return &fn.Qualname }),
	{Name: "__module__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return orNone(object.As[Function](v).Module), nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		object.As[Function](v).Module = orNone(val)
		return nil
	}},
	{Name: "__doc__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return orNone(object.As[Function](v).Doc), nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		object.As[Function](v).Doc = orNone(val)
		return nil
	}},
	{Name: "__globals__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.Wrap(object.As[Function](v).Globals), nil
	}},
	{Name: "__builtins__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.Wrap(object.As[Function](v).Builtins), nil
	}},
	{Name: "__closure__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return orNone(object.As[Function](v).Closure), nil
	}},
	{Name: "__code__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.Wrap(object.As[Function](v).Code), nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		if val.O == nil || val.O.Type != &CodeType {
			return object.TypeErrorf("__code__ must be set to a code object")
		}
		fn, co := object.As[Function](v), object.As[CodeObject](val)
		if co.C.NFree != len(fn.cells()) {
			return object.ValueErrorf("%s() requires a code object with %d free vars, not %d", qualname(fn), len(fn.cells()), co.C.NFree)
		}
		fn.Code = co
		fn.unit = threadOf(t).rt.unitOf(t, co, false)
		return nil
	}},
	{Name: "__defaults__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return orNone(object.As[Function](v).Defaults), nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		if val.O != nil && !val.IsNone() && val.O.Type.Solid != &object.TupleType {
			return object.TypeErrorf("__defaults__ must be set to a tuple object")
		}
		object.As[Function](v).Defaults = missing(val)
		return nil
	}},
	{Name: "__kwdefaults__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return orNone(object.As[Function](v).KwDefaults), nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		if val.O != nil && !val.IsNone() && val.O.Type.Solid != &object.DictType {
			return object.TypeErrorf("__kwdefaults__ must be set to a dict object")
		}
		object.As[Function](v).KwDefaults = missing(val)
		return nil
	}},
	{Name: "__dict__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.Wrap(object.InstanceDict(t, v)), nil
	}, Set: object.SetInstanceDict},
	{Name: "__annotate__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return orNone(object.As[Function](v).Annotate), nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		fn := object.As[Function](v)
		switch {
		case val.O == nil:
			return object.TypeErrorf("__annotate__ cannot be deleted")
		case val.IsNone():
			fn.Annotate = object.Value{}
		case object.Callable(val):
			fn.Annotate, fn.Annotations = val, object.Value{}
		default:
			return object.TypeErrorf("__annotate__ must be callable or None")
		}
		return nil
	}},
	{Name: "__annotations__", Get: functionAnnotations, Set: func(t *object.Thread, v, val object.Value) error {
		if val.O != nil && !val.IsNone() && val.O.Type.Solid != &object.DictType {
			return object.TypeErrorf("__annotations__ must be set to a dict object")
		}
		fn := object.As[Function](v)
		fn.Annotations, fn.Annotate = missing(val), object.Value{}
		return nil
	}},
	{Name: "__type_params__", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		if p := object.As[Function](v).TypeParams; p.O != nil {
			return p, nil
		}
		return object.EmptyTuple, nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		if val.O == nil || val.O.Type.Solid != &object.TupleType {
			return object.TypeErrorf("__type_params__ must be set to a tuple")
		}
		object.As[Function](v).TypeParams = val
		return nil
	}},
}

func functionAnnotations(t *object.Thread, v object.Value) (object.Value, error) {
	fn := object.As[Function](v)
	if fn.Annotations.O == nil {
		fn.Annotations = object.Wrap(object.NewDict())
		if fn.Annotate.O != nil {
			r, err := object.CallArgs(t, fn.Annotate, object.Int(1))
			if err != nil {
				fn.Annotations = object.Value{}
				return object.Value{}, err
			}
			if r.O.Type.Solid != &object.DictType {
				fn.Annotations = object.Value{}
				return object.Value{}, object.TypeErrorf("__annotate__ returned non-dict of type '%s'", r.O.Type.MsgName())
			}
			fn.Annotations = r
		}
	}
	return fn.Annotations, nil
}

// missing turns None into the missing value.
func missing(v object.Value) object.Value {
	if v.IsNone() {
		return object.Value{}
	}
	return v
}

var frameGetSets = []object.GetSet{
	{Name: "f_code", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.Wrap(object.As[FrameObject](v).fn.Code), nil
	}},
	{Name: "f_lineno", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.IntOf(object.As[FrameObject](v).Line()), nil
	}},
	{Name: "f_lasti", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.IntOf(object.As[FrameObject](v).currentWord() * wordBytes), nil
	}},
	{Name: "f_back", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		if b := object.As[FrameObject](v).Back(); b != nil {
			return object.Wrap(b), nil
		}
		return object.None, nil
	}},
	{Name: "f_globals", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.Wrap(object.As[FrameObject](v).fn.Globals), nil
	}},
	{Name: "f_builtins", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return object.Wrap(object.As[FrameObject](v).fn.Builtins), nil
	}},
	{Name: "f_locals", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		if o := object.As[FrameObject](v); o.ns.O == nil {
			return o.proxy(), nil
		}
		return object.As[FrameObject](v).Locals(t), nil
	}},
	{Name: "f_trace", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		return orNone(object.As[FrameObject](v).Trace), nil
	}, Set: func(t *object.Thread, v, val object.Value) error {
		object.As[FrameObject](v).Trace = missing(val)
		return nil
	}},
	{Name: "f_generator", Get: func(t *object.Thread, v object.Value) (object.Value, error) {
		if g := object.As[FrameObject](v).gen; g != nil && !g.finished {
			return object.Wrap(g), nil
		}
		return object.None, nil
	}},
	frameSwitch("f_trace_lines", func(o *FrameObject) *bool { return &o.lines }),
	frameSwitch("f_trace_opcodes", func(o *FrameObject) *bool { return &o.opcodes }),
}
