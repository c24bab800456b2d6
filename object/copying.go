package object

// What copying whole objects into another process needs: classes and functions
// taken apart and put together without running Python code.

// FunctionParts are the contents of a Python function.
type FunctionParts struct {
	Code    []byte // binary form of the code object
	Globals *Dict
	// Names are the global names that the code, with that of nested functions,
	// may refer to; All says that it may look at any.
	Names []string
	All   bool
	// The attributes; a missing value is one that the function does not have.
	Closure, Defaults, KwDefaults, Annotate, Annotations, Name, Qualname, Module, Doc, TypeParams Value
}

// FunctionCopier is implemented by a Runtime whose functions can be copied.
type FunctionCopier interface {
	// TakeFunction describes v, if it is a Python function.
	TakeFunction(v Value) (*FunctionParts, bool)
	// NewFunction makes a function of binary code, without attributes.
	NewFunction(t *Thread, code []byte, globals *Dict) (Value, error)
	// SetFunction gives a function from NewFunction its attributes.
	SetFunction(fn Value, p *FunctionParts)
	// TakeCode gives the binary form of a code object, NewCode reads it.
	TakeCode(v Value) ([]byte, bool)
	NewCode(t *Thread, code []byte) (Value, error)
	// Library returns the compiled code of the library's modules that were
	// imported so far; UseLibrary takes it as a store of such code.
	Library() map[string][]byte
	UseLibrary(m map[string][]byte)
	// Sources returns the texts of code that is in no file; AddSource adds one.
	Sources() map[string]string
	AddSource(filename, src string)
}

// RawClass makes a class without calling metaclass, __init_subclass__ or
// __set_name__. ns has what decides the layout: __slots__, __module__,
// __qualname__.
func RawClass(t *Thread, meta *Type, nm string, bases []Value, ns *Dict) (Value, error) {
	for _, b := range bases {
		if !b.solid(&TypeType) {
			return Value{}, TypeErrorf("bases must be types")
		}
	}
	return makeHeapType(t, meta, nm, bases, ns)
}

// SetRawClassAttr stores a class attribute without asking the metaclass.
func SetRawClassAttr(t *Thread, tp *Type, n *Str, val Value) {
	n = t.Interp.InternStr(n)
	tp.dict.SetStr(n, val)
	tp.Modified(t.Interp)
	if isDunder(n.s) {
		if n == nameDoc {
			if s, ok := AsStr(val); ok {
				tp.Doc = s.s
			}
			return
		}
		tp.updateSlot(t, n)
		tp.Modified(t.Interp)
	}
}

// IsSlot reports whether class attribute d is a member made by __slots__.
func IsSlot(d Value) bool { return d.O.Type == &MemberDescrType && As[MemberDescr](d).row == nil }

// EachSlot calls f for the attributes of v that are kept in __slots__: the
// descriptor and the value.
func EachSlot(v Value, f func(d, val Value)) {
	tp := v.O.Type
	a := attrsOf(v)
	if a == nil || tp.NSlots == 0 {
		return
	}
	for _, m := range tp.MRO {
		if !m.IsHeap() {
			continue
		}
		m.dict.Each(func(_, d Value) bool {
			if d.O.Type == &MemberDescrType && As[MemberDescr](d).Owner == m {
				if x := a.slot(As[MemberDescr](d).cell); x.O != nil {
					f(d, x)
				}
			}
			return true
		})
	}
}

// Callback is the function called at the death of a weak reference's object.
func (r *WeakRef) Callback() Value { return r.callback }

// SetProperty fills a property.
func SetProperty(v Value, get, set, del, doc, nm Value) {
	p := As[Property](v)
	p.Get, p.Set, p.Del, p.Doc, p.Name = get, set, del, doc, nm
}
