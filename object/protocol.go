package object

// The abstract operations every part of the interpreter uses: attribute
// access, calls, comparison, iteration, conversion (data model, section 3.3).

// Call calls fn. The values of keyword arguments are the last len(kw) elements
// of args; kw holds their names.
func Call(t *Thread, fn Value, args []Value, kw []Value) (Value, error) {
	c := fn.O.Type.Slots.Call
	if c == nil {
		return Value{}, TypeErrorf("'%s' object is not callable", fn.O.Type.MsgName())
	}
	return c(t, fn, args, kw)
}

// Call0 calls fn with the given positional arguments.
func CallArgs(t *Thread, fn Value, args ...Value) (Value, error) { return Call(t, fn, args, nil) }

// CallMethod calls method name of obj, looked up as an attribute.
func CallMethod(t *Thread, obj Value, name string, args ...Value) (Value, error) {
	f, err := GetAttr(t, obj, t.Intern(name))
	if err != nil {
		return Value{}, err
	}
	return Call(t, f, args, nil)
}

// LookupSpecial finds special method name on obj's type and binds it. It
// returns the zero Value if there is none.
func LookupSpecial(t *Thread, obj Value, name *Str) (Value, error) {
	d := obj.O.Type.Lookup(t, name)
	if d.O == nil {
		return Value{}, nil
	}
	return bindDescr(t, d, obj, Wrap(obj.O.Type))
}

// CallSpecial calls special method name of obj with args.
func CallSpecial(t *Thread, obj Value, name *Str, args ...Value) (Value, error) {
	d := obj.O.Type.Lookup(t, name)
	if d.O == nil {
		return Value{}, NoAttribute(t, obj, name)
	}
	return callDescr(t, d, obj, args)
}

// callDescr calls class attribute d as a method of obj.
func callDescr(t *Thread, d, obj Value, args []Value) (Value, error) {
	if d.O.Type.Flags&FlagMethodDescr != 0 {
		var buf [6]Value
		return Call(t, d, append(append(buf[:0], obj), args...), nil)
	}
	f, err := bindDescr(t, d, obj, Wrap(obj.O.Type))
	if err != nil {
		return Value{}, err
	}
	return Call(t, f, args, nil)
}

func bindDescr(t *Thread, d, obj, owner Value) (Value, error) {
	if get := d.O.Type.Slots.DescrGet; get != nil {
		return get(t, d, obj, owner)
	}
	return d, nil
}

// GetAttr is getattr(v, name).
func GetAttr(t *Thread, v Value, name *Str) (Value, error) {
	return v.O.Type.Slots.GetAttr(t, v, name)
}

// GetAttrStr is GetAttr with a Go string.
func GetAttrStr(t *Thread, v Value, name string) (Value, error) {
	return v.O.Type.Slots.GetAttr(t, v, t.Intern(name))
}

// GetAttrOpt is GetAttr that returns the zero Value instead of AttributeError.
func GetAttrOpt(t *Thread, v Value, name *Str) (Value, error) {
	r, err := v.O.Type.Slots.GetAttr(t, v, name)
	if err != nil && IsExc(err, &AttributeErrorType) {
		return Value{}, nil
	}
	return r, err
}

// SetAttr is setattr(v, name, val); a missing val deletes the attribute.
func SetAttr(t *Thread, v Value, name *Str, val Value) error {
	return v.O.Type.Slots.SetAttr(t, v, name, val)
}

// GenericGetAttr is object.__getattribute__.
func GenericGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	r, err := genericGet(t, v, name)
	if err == nil && r.O == nil {
		return Value{}, NoAttribute(t, v, name)
	}
	if err != nil {
		attrContext(err, v, name)
	}
	return r, err
}

func genericGet(t *Thread, v Value, name *Str) (Value, error) {
	tp := v.O.Type
	d := tp.Lookup(t, name)
	var get func(*Thread, Value, Value, Value) (Value, error)
	if d.O != nil {
		get = d.O.Type.Slots.DescrGet
		if get != nil && d.O.Type.Slots.DescrSet != nil {
			return get(t, d, v, Wrap(tp))
		}
	}
	if a := attrsOf(v); a != nil && tp.Flags&FlagDict != 0 {
		if r := a.get(name); r.O != nil {
			return r, nil
		}
	}
	if get != nil {
		return get(t, d, v, Wrap(tp))
	}
	return d, nil
}

// GenericSetAttr is object.__setattr__ (and __delattr__).
func GenericSetAttr(t *Thread, v Value, name *Str, val Value) error {
	tp := v.O.Type
	d := tp.Lookup(t, name)
	if d.O != nil {
		if set := d.O.Type.Slots.DescrSet; set != nil {
			return set(t, d, v, val)
		}
	}
	a := attrsOf(v)
	if a == nil || tp.Flags&FlagDict == 0 {
		if d.O != nil {
			return attrErr(v, name, "'%s' object attribute '%s' is read-only", tp.Name, name.s)
		}
		if tp.Slots.SetAttr != nil && tp.Lookup(t, nameSetattr).O != nil && tp.IsHeap() {
			return attrErr(v, name, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", tp.MsgName(), name.s)
		}
		return attrErr(v, name, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", tp.MsgName(), name.s)
	}
	if val.O == nil {
		if !a.del(t, name) {
			return NoAttribute(t, v, name)
		}
		return nil
	}
	a.set(t, tp, t.Interp.InternStr(name), val)
	return nil
}

func attrErr(v Value, name *Str, format string, args ...any) error {
	e := Errorf(&AttributeErrorType, format, args...)
	e.F[0], e.F[1] = Wrap(name), v
	return e
}

// Repr is repr(v) as Go text.
func Repr(t *Thread, v Value) (string, error) {
	r, err := ReprValue(t, v)
	if err != nil {
		return "", err
	}
	return As[Str](r).s, nil
}

// ReprValue is repr(v).
func ReprValue(t *Thread, v Value) (Value, error) {
	if t != nil {
		if err := t.EnterNative(" while getting the repr of an object"); err != nil {
			return Value{}, err
		}
		defer t.LeaveNative()
	}
	r, err := v.O.Type.Slots.Repr(t, v)
	if err != nil {
		return Value{}, err
	}
	if !r.solid(&StrType) {
		return Value{}, TypeErrorf("__repr__ returned non-string (type %s)", r.O.Type.MsgName())
	}
	return r, nil
}

// StrValue is str(v).
func StrValue(t *Thread, v Value) (Value, error) {
	if v.O.Type == &StrType {
		return v, nil
	}
	if v.O.Type == &IntType {
		return intRepr(t, v)
	}
	if v.O.Type.Slots.Str == nil {
		return ReprValue(t, v)
	}
	if t != nil {
		if err := t.EnterNative(" while getting the str of an object"); err != nil {
			return Value{}, err
		}
		defer t.LeaveNative()
	}
	r, err := v.O.Type.Slots.Str(t, v)
	if err != nil {
		return Value{}, err
	}
	if !r.solid(&StrType) {
		return Value{}, TypeErrorf("__str__ returned non-string (type %s)", r.O.Type.MsgName())
	}
	return r, nil
}

// ToStr is str(v) as Go text.
func ToStr(t *Thread, v Value) (string, error) {
	r, err := StrValue(t, v)
	if err != nil {
		return "", err
	}
	return As[Str](r).s, nil
}

// ASCII is ascii(v).
func ASCII(t *Thread, v Value) (Value, error) {
	x, err := ReprValue(t, v)
	if err != nil {
		return Value{}, err
	}
	r := As[Str](x).s
	if s := asciiEscape(r); s != r {
		return NewStr(s), nil
	}
	return x, nil
}

// Hash is hash(v).
func Hash(t *Thread, v Value) (int64, error) {
	switch v.O {
	case &IntHeader, &BoolHeader:
		return hashInt64(int64(v.N)), nil
	}
	if v.O.Type == &StrType {
		return int64(As[Str](v).Hash()), nil
	}
	h := v.O.Type.Slots.Hash
	if h == nil {
		return 0, TypeErrorf("unhashable type: '%s'", v.O.Type.MsgName())
	}
	return h(t, v)
}

func fixHash(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

// Truth is bool(v).
func Truth(t *Thread, v Value) (bool, error) {
	switch v.O {
	case &BoolHeader, &IntHeader:
		return v.N != 0, nil
	case &NoneHeader:
		return false, nil
	}
	s := &v.O.Type.Slots
	if s.Bool != nil {
		return s.Bool(t, v)
	}
	if s.Len != nil {
		n, err := s.Len(t, v)
		return n != 0, err
	}
	return true, nil
}

// Equal is a is b or a == b as a Go bool.
func Equal(t *Thread, a, b Value) (bool, error) {
	if a == b {
		return true, nil
	}
	if a.O == &IntHeader && b.O == &IntHeader {
		return false, nil
	}
	if a.O.Type == &StrType && b.O.Type == &StrType {
		return As[Str](a).s == As[Str](b).s, nil
	}
	r, err := RichCompare(t, a, b, CmpEQ)
	if err != nil {
		return false, err
	}
	return Truth(t, r)
}

// Compare is a op b as a Go bool.
func Compare(t *Thread, a, b Value, op CmpOp) (bool, error) {
	r, err := RichCompare(t, a, b, op)
	if err != nil {
		return false, err
	}
	return Truth(t, r)
}

// RichCompare is a op b.
func RichCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if err := t.EnterNative(" in comparison"); err != nil {
		return Value{}, err
	}
	defer t.LeaveNative()
	ta, tb := a.O.Type, b.O.Type
	fb := tb.Slots.RichCmp
	tried := false
	if ta != tb && fb != nil && tb.IsSubtype(ta) {
		tried = true
		if r, err := fb(t, b, a, op.Swapped()); err != nil || r != NotImplemented {
			return r, err
		}
	}
	if fa := ta.Slots.RichCmp; fa != nil {
		if r, err := fa(t, a, b, op); err != nil || r != NotImplemented {
			return r, err
		}
	}
	if !tried && fb != nil {
		if r, err := fb(t, b, a, op.Swapped()); err != nil || r != NotImplemented {
			return r, err
		}
	}
	switch op {
	case CmpEQ:
		return Bool(a == b), nil
	case CmpNE:
		return Bool(a != b), nil
	}
	return Value{}, TypeErrorf("'%s' not supported between instances of '%s' and '%s'", op, ta.MsgName(), tb.MsgName())
}

// Iter is iter(v).
func Iter(t *Thread, v Value) (Value, error) {
	tp := v.O.Type
	if f := tp.Slots.Iter; f != nil {
		it, err := f(t, v)
		if err != nil {
			return Value{}, err
		}
		if it.O.Type.Slots.Next == nil {
			return Value{}, TypeErrorf("iter() returned non-iterator of type '%s'", it.O.Type.MsgName())
		}
		return it, nil
	}
	if tp.Slots.GetItem != nil && IsSequence(v) {
		return NewSeqIter(v), nil
	}
	return Value{}, TypeErrorf("'%s' object is not iterable", tp.MsgName())
}

// IsSequence reports whether v supports the old sequence iteration protocol:
// a built-in sequence, or a class with __getitem__ that is no dict.
func IsSequence(v Value) bool {
	tp := v.O.Type
	switch tp.Solid {
	case &StrType, &BytesType, &ByteArrayType:
		return true
	}
	return tp.Slots.GetItem != nil && (tp.Flags&FlagSequence != 0 || tp.IsHeap() && tp.Solid != &DictType)
}

// Next advances iterator it; the zero Value means it is exhausted.
func Next(t *Thread, it Value) (Value, error) {
	f := it.O.Type.Slots.Next
	if f == nil {
		return Value{}, TypeErrorf("'%s' object is not an iterator", it.O.Type.MsgName())
	}
	v, err := f(t, it)
	if err != nil && IsExc(err, &StopIterationType) {
		return Value{}, nil
	}
	return v, err
}

// Iterate calls f for every item of iterable v.
func Iterate(t *Thread, v Value, f func(Value) error) error {
	switch v.O.Type {
	case &ListType:
		l := As[List](v)
		for i := 0; i < l.Len(); i++ {
			if err := f(l.At(i)); err != nil {
				return err
			}
		}
		return nil
	case &TupleType:
		for _, x := range As[Tuple](v).Items {
			if err := f(x); err != nil {
				return err
			}
		}
		return nil
	}
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	next := it.O.Type.Slots.Next
	for n := 0; ; n++ {
		x, err := next(t, it)
		if err != nil {
			if IsExc(err, &StopIterationType) {
				return nil
			}
			return err
		}
		if x.O == nil {
			return nil
		}
		if err := f(x); err != nil {
			return err
		}
		if n&1023 == 1023 {
			if err := t.Poll(1024); err != nil {
				return err
			}
		}
	}
}

// Items collects the items of iterable v into a new slice.
func Items(t *Thread, v Value) ([]Value, error) {
	switch v.O.Type {
	case &TupleType:
		return append([]Value(nil), As[Tuple](v).Items...), nil
	case &ListType:
		return As[List](v).Values(), nil
	}
	var out []Value
	err := Iterate(t, v, func(x Value) error {
		out = append(out, x)
		return t.Charge(16)
	})
	return out, err
}

// Len is len(v).
func Len(t *Thread, v Value) (int, error) {
	f := v.O.Type.Slots.Len
	if f == nil {
		return 0, TypeErrorf("object of type '%s' has no len()", v.O.Type.MsgName())
	}
	return f(t, v)
}

// LengthHint is operator.length_hint(v, def).
func LengthHint(t *Thread, v Value, def int) (int, error) {
	if v.O.Type.Slots.Len != nil {
		n, err := v.O.Type.Slots.Len(t, v)
		if err == nil || !IsExc(err, &TypeErrorType) {
			return n, err
		}
	}
	f, err := LookupSpecial(t, v, nameLengthHint)
	if err != nil || f.O == nil {
		return def, err
	}
	r, err := CallArgs(t, f)
	if err != nil {
		if IsExc(err, &TypeErrorType) {
			return def, nil
		}
		return 0, err
	}
	if r == NotImplemented {
		return def, nil
	}
	if !IsIntLike(r) {
		return 0, TypeErrorf("__length_hint__ must be an integer, not %s", r.O.Type.MsgName())
	}
	n, ok := AsInt64(r)
	if !ok {
		return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	if n < 0 {
		return 0, ValueErrorf("__length_hint__() should return >= 0")
	}
	return int(n), nil
}

// GetItem is v[key].
func GetItem(t *Thread, v, key Value) (Value, error) {
	f := v.O.Type.Slots.GetItem
	if f == nil {
		if v.solid(&TypeType) {
			return classGetItem(t, v, key)
		}
		return Value{}, TypeErrorf("'%s' object is not subscriptable", v.O.Type.MsgName())
	}
	return f(t, v, key)
}

// classGetItem is Cls[key] through __class_getitem__.
func classGetItem(t *Thread, v, key Value) (Value, error) {
	f, err := GetAttrOpt(t, v, nameClassGetitem)
	if err != nil {
		return Value{}, err
	}
	if f.O == nil || f.IsNone() {
		if As[Type](v) == &TypeType {
			return NewGenericAlias(v, key), nil
		}
		return Value{}, TypeErrorf("type '%s' is not subscriptable", As[Type](v).MsgName())
	}
	return CallArgs(t, f, key)
}

// noDeletion is the error of del v[key]. CPython words it in two ways: for an
// index into what might be a sequence, and for the rest.
func noDeletion(v, key Value) error {
	tp := v.O.Type
	if (tp.IsHeap() || tp.Module != "builtins" || tp.Slots.Len != nil) && key.O.Type.Slots.Index != nil {
		return TypeErrorf("'%s' object doesn't support item deletion", tp.MsgName())
	}
	return TypeErrorf("'%s' object does not support item deletion", tp.MsgName())
}

// SetItem is v[key] = val; a missing val deletes.
func SetItem(t *Thread, v, key, val Value) error {
	f := v.O.Type.Slots.SetItem
	if f == nil {
		if val.O == nil {
			return noDeletion(v, key)
		}
		return TypeErrorf("'%s' object does not support item assignment", v.O.Type.MsgName())
	}
	return f(t, v, key, val)
}

// Contains is item in v.
func Contains(t *Thread, v, item Value) (bool, error) {
	tp := v.O.Type
	if f := tp.Slots.Contains; f != nil {
		return f(t, v, item)
	}
	if tp.Slots.Iter == nil && !IsSequence(v) {
		return false, TypeErrorf("argument of type '%s' is not a container or iterable", tp.MsgName())
	}
	it, err := Iter(t, v)
	if err != nil {
		return false, err
	}
	for {
		x, err := Next(t, it)
		if err != nil || x.O == nil {
			return false, err
		}
		if eq, err := Equal(t, x, item); err != nil || eq {
			return eq, err
		}
		if err := t.Poll(1); err != nil {
			return false, err
		}
	}
}

var binNames = [NBinOp]string{"+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^", "divmod()"}
var inplaceNames = [NBinOp]string{"+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^=", ""}

// BinaryOp is a op b.
func BinaryOp(t *Thread, a, b Value, op BinOp) (Value, error) {
	r, err := binary1(t, a, b, op)
	if err != nil || r != NotImplemented {
		return r, err
	}
	if r, err := sequenceOp(t, a, b, op); err != nil || r.O != nil {
		return r, err
	}
	return Value{}, binaryError(a, b, op, binNames[op])
}

func binaryError(a, b Value, op BinOp, name string) error {
	if op == OpRShift && a.O.Type == &BuiltinType && As[Builtin](a).row.Name == "print" {
		return TypeErrorf("unsupported operand type(s) for %s: '%s' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", name, a.O.Type.MsgName(), b.O.Type.MsgName())
	}
	return TypeErrorf("unsupported operand type(s) for %s: '%s' and '%s'", name, a.O.Type.MsgName(), b.O.Type.MsgName())
}

// binary1 tries the numeric slots of both operands.
func binary1(t *Thread, a, b Value, op BinOp) (Value, error) {
	ta, tb := a.O.Type, b.O.Type
	fa, fb := ta.Slots.Binary[op], tb.Slots.Binary[op]
	if ta == tb {
		if fa == nil {
			return NotImplemented, nil
		}
		return fa(t, a, b)
	}
	aPy, bPy := ta.pyBinary&(1<<op) != 0, tb.pyBinary&(1<<op) != 0
	sameSlot := aPy && bPy || !aPy && !bPy && tb.Solid == ta.Solid && tb.size == ta.size && fa != nil
	if fb != nil && !sameSlot && tb.IsSubtype(ta) {
		if r, err := fb(t, a, b); err != nil || r != NotImplemented {
			return r, err
		}
		fb = nil
	}
	if fa != nil {
		if r, err := fa(t, a, b); err != nil || r != NotImplemented {
			return r, err
		}
	}
	if fb != nil && !(sameSlot && fa != nil) {
		return fb(t, a, b)
	}
	return NotImplemented, nil
}

// sequenceOp tries concatenation and repetition; the zero Value means neither
// applies.
func sequenceOp(t *Thread, a, b Value, op BinOp) (Value, error) {
	switch op {
	case OpAdd:
		if f := a.O.Type.Slots.Concat; f != nil {
			return f(t, a, b)
		}
	case OpMul:
		if f := a.O.Type.Slots.Repeat; f != nil {
			return repeat(t, f, a, b)
		}
		if f := b.O.Type.Slots.Repeat; f != nil {
			return repeat(t, f, b, a)
		}
	}
	return Value{}, nil
}

func repeat(t *Thread, f func(*Thread, Value, int) (Value, error), seq, n Value) (Value, error) {
	if n.O.Type.Slots.Index == nil {
		return Value{}, TypeErrorf("can't multiply sequence by non-int of type '%s'", n.O.Type.MsgName())
	}
	k, err := IndexInt(t, n, &OverflowErrorType)
	if err != nil {
		return Value{}, err
	}
	return f(t, seq, k)
}

// sized reports whether CPython counts tp among the types with methods of
// sequences: a *= b is not tried as b * a for them.
func sized(tp *Type) bool {
	s := &tp.Slots
	return tp.IsHeap() || s.Contains != nil || s.Len != nil
}

// InplaceOp is a op= b.
func InplaceOp(t *Thread, a, b Value, op BinOp) (Value, error) {
	s := &a.O.Type.Slots
	if f := s.Inplace[op]; f != nil {
		r, err := f(t, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	r, err := binary1(t, a, b, op)
	if err != nil || r != NotImplemented {
		return r, err
	}
	switch {
	case op == OpAdd && s.InplaceConcat != nil:
		return s.InplaceConcat(t, a, b)
	case op == OpMul && s.InplaceRepeat != nil:
		return repeat(t, s.InplaceRepeat, a, b)
	case op == OpMul && s.Repeat == nil && b.O.Type.Slots.Repeat != nil && sized(a.O.Type):
		return Value{}, binaryError(a, b, op, inplaceNames[op])
	}
	if r, err := sequenceOp(t, a, b, op); err != nil || r.O != nil {
		return r, err
	}
	name := inplaceNames[op]
	return Value{}, binaryError(a, b, op, name)
}

// Index converts v to an int by __index__.
func Index(t *Thread, v Value) (Value, error) {
	if IsIntLike(v) {
		return v, nil
	}
	f := v.O.Type.Slots.Index
	if f == nil {
		return Value{}, TypeErrorf("'%s' object cannot be interpreted as an integer", v.O.Type.MsgName())
	}
	r, err := f(t, v)
	if err != nil {
		return Value{}, err
	}
	if !IsIntLike(r) {
		return Value{}, TypeErrorf("__index__ returned non-int (type %s)", r.O.Type.MsgName())
	}
	if r.O != &IntHeader && r.O.Type != &IntType {
		if err := warnNonInt(t, "__index__", r); err != nil {
			return Value{}, err
		}
	}
	return r, nil
}

// warnNonInt warns that a special method returned an instance of a subclass
// of int.
func warnNonInt(t *Thread, method string, r Value) error {
	return Warn(t, &DeprecationWarningType, method+" returned non-int (type "+r.O.Type.MsgFullName(t)+").  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.")
}

// IndexInt converts v by __index__ to an int. Out-of-range values are clipped
// if over is nil and raise over otherwise.
func IndexInt(t *Thread, v Value, over *Type) (int, error) {
	if v.O == &IntHeader {
		return int(int64(v.N)), nil
	}
	r, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if i, ok := AsInt64(r); ok {
		return int(i), nil
	}
	if over == nil {
		if As[IntObj](r).Big.Sign() < 0 {
			return minInt, nil
		}
		return maxInt, nil
	}
	return 0, Errorf(over, "cannot fit '%s' into an index-sized integer", v.O.Type.MsgName())
}

const (
	maxInt = int(^uint(0) >> 1)
	minInt = -maxInt - 1
)

// IsInstance is isinstance(v, cls).
func IsInstance(t *Thread, v, cls Value) (bool, error) {
	if Wrap(v.O.Type) == cls {
		return true, nil
	}
	if cls.O.Type == &TypeType {
		return instanceOfType(t, v, As[Type](cls))
	}
	if cls.O.Type == &UnionType {
		cls = As[Union](cls).Args
	}
	if cls.solid(&TupleType) {
		if err := t.EnterNative(" in __instancecheck__"); err != nil {
			return false, err
		}
		defer t.LeaveNative()
		for _, c := range As[Tuple](cls).Items {
			if ok, err := IsInstance(t, v, c); err != nil || ok {
				return ok, err
			}
		}
		return false, nil
	}
	if f := cls.O.Type.Lookup(t, nameInstancecheck); f.O != nil {
		r, err := callDescr(t, f, cls, []Value{v})
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	return RealIsInstance(t, v, cls)
}

func instanceOfType(t *Thread, v Value, tp *Type) (bool, error) {
	if v.O.Type.IsSubtype(tp) {
		return true, nil
	}
	if !v.O.Type.IsHeap() && v.O.Type.plain&plainGet != 0 {
		return false, nil
	}
	c, err := GetAttrOpt(t, v, nameClass)
	if err != nil || c.O == nil {
		return false, err
	}
	return c.O != &v.O.Type.Header && c.solid(&TypeType) && As[Type](c).IsSubtype(tp), nil
}

// RealIsInstance is type.__instancecheck__.
func RealIsInstance(t *Thread, v, cls Value) (bool, error) {
	if cls.solid(&TypeType) {
		return instanceOfType(t, v, As[Type](cls))
	}
	if err := checkClass(t, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union"); err != nil {
		return false, err
	}
	c, err := GetAttrOpt(t, v, nameClass)
	if err != nil || c.O == nil {
		return false, err
	}
	return abstractSubclass(t, c, cls)
}

func checkClass(t *Thread, cls Value, msg string) error {
	b, err := GetAttrOpt(t, cls, nameBases)
	if err != nil {
		return err
	}
	if b.O == nil || !b.solid(&TupleType) {
		return TypeErrorf("%s", msg)
	}
	return nil
}

func abstractSubclass(t *Thread, c, cls Value) (bool, error) {
	if c == cls {
		return true, nil
	}
	if err := t.EnterNative(" in __subclasscheck__"); err != nil {
		return false, err
	}
	defer t.LeaveNative()
	b, err := GetAttrOpt(t, c, nameBases)
	if err != nil || b.O == nil || !b.solid(&TupleType) {
		return false, err
	}
	for _, x := range As[Tuple](b).Items {
		if ok, err := abstractSubclass(t, x, cls); err != nil || ok {
			return ok, err
		}
	}
	return false, nil
}

// IsSubclass is issubclass(c, cls).
func IsSubclass(t *Thread, c, cls Value) (bool, error) {
	if cls.O.Type == &TypeType && c.solid(&TypeType) {
		return As[Type](c).IsSubtype(As[Type](cls)), nil
	}
	if cls.O.Type == &UnionType {
		cls = As[Union](cls).Args
	}
	if cls.solid(&TupleType) {
		if err := t.EnterNative(" in __subclasscheck__"); err != nil {
			return false, err
		}
		defer t.LeaveNative()
		for _, x := range As[Tuple](cls).Items {
			if ok, err := IsSubclass(t, c, x); err != nil || ok {
				return ok, err
			}
		}
		return false, nil
	}
	if f := cls.O.Type.Lookup(t, nameSubclasscheck); f.O != nil {
		r, err := callDescr(t, f, cls, []Value{c})
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	return RealIsSubclass(t, c, cls)
}

// RealIsSubclass is type.__subclasscheck__.
func RealIsSubclass(t *Thread, c, cls Value) (bool, error) {
	if cls.solid(&TypeType) && c.solid(&TypeType) {
		return As[Type](c).IsSubtype(As[Type](cls)), nil
	}
	if err := checkClass(t, c, "issubclass() arg 1 must be a class"); err != nil {
		return false, err
	}
	if err := checkClass(t, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"); err != nil {
		return false, err
	}
	return abstractSubclass(t, c, cls)
}

// Callable is callable(v).
func Callable(v Value) bool { return v.O.Type.Slots.Call != nil }
