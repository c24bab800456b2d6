package object

// The built-in exception hierarchy (library reference, "Built-in Exceptions").

import (
	"strings"
	"unsafe"
)

// The exception types.
var (
	BaseExceptionType, BaseExceptionGroupType, GeneratorExitType, KeyboardInterruptType, SystemExitType,
	ExceptionType, ExceptionGroupType, ArithmeticErrorType, FloatingPointErrorType, OverflowErrorType,
	ZeroDivisionErrorType, AssertionErrorType, AttributeErrorType, BufferErrorType, EOFErrorType,
	ImportErrorType, ModuleNotFoundErrorType, LookupErrorType, IndexErrorType, KeyErrorType, MemoryErrorType,
	NameErrorType, UnboundLocalErrorType, OSErrorType, BlockingIOErrorType, ChildProcessErrorType,
	ConnectionErrorType, BrokenPipeErrorType, ConnectionAbortedErrorType, ConnectionRefusedErrorType,
	ConnectionResetErrorType, FileExistsErrorType, FileNotFoundErrorType, InterruptedErrorType,
	IsADirectoryErrorType, NotADirectoryErrorType, PermissionErrorType, ProcessLookupErrorType,
	TimeoutErrorType, ReferenceErrorType, RuntimeErrorType, NotImplementedErrorType, PythonFinalizationErrorType,
	RecursionErrorType, StopAsyncIterationType, StopIterationType, SyntaxErrorType, IndentationErrorType,
	IncompleteInputErrorType,
	TabErrorType, SystemErrorType, TypeErrorType, ValueErrorType, UnicodeErrorType, UnicodeDecodeErrorType,
	UnicodeEncodeErrorType, UnicodeTranslateErrorType, WarningType, BytesWarningType, DeprecationWarningType,
	EncodingWarningType, FutureWarningType, ImportWarningType, PendingDeprecationWarningType,
	ResourceWarningType, RuntimeWarningType, SyntaxWarningType, UnicodeWarningType, UserWarningType Type
)

// excRow declares an exception type: its own attributes are kept in
// Exception.F in this order.
type excRow struct {
	tp     *Type
	name   string
	base   *Type
	fields []string
	init   func(t *Thread, e *Exception, args, kw []Value) error
	str    UnaryFunc
}

func excRows() []excRow {
	return []excRow{
		{&BaseExceptionType, "BaseException", nil, nil, nil, nil},
		{&BaseExceptionGroupType, "BaseExceptionGroup", &BaseExceptionType, []string{"message", "exceptions"}, nil, groupStr},
		{&GeneratorExitType, "GeneratorExit", &BaseExceptionType, nil, nil, nil},
		{&KeyboardInterruptType, "KeyboardInterrupt", &BaseExceptionType, nil, nil, nil},
		{&SystemExitType, "SystemExit", &BaseExceptionType, []string{"code"}, initSystemExit, nil},
		{&ExceptionType, "Exception", &BaseExceptionType, nil, nil, nil},
		{&ArithmeticErrorType, "ArithmeticError", &ExceptionType, nil, nil, nil},
		{&FloatingPointErrorType, "FloatingPointError", &ArithmeticErrorType, nil, nil, nil},
		{&OverflowErrorType, "OverflowError", &ArithmeticErrorType, nil, nil, nil},
		{&ZeroDivisionErrorType, "ZeroDivisionError", &ArithmeticErrorType, nil, nil, nil},
		{&AssertionErrorType, "AssertionError", &ExceptionType, nil, nil, nil},
		{&AttributeErrorType, "AttributeError", &ExceptionType, []string{"name", "obj"}, initKeywordFields("AttributeError", "name", "obj"), nil},
		{&BufferErrorType, "BufferError", &ExceptionType, nil, nil, nil},
		{&EOFErrorType, "EOFError", &ExceptionType, nil, nil, nil},
		{&ImportErrorType, "ImportError", &ExceptionType, []string{"name", "path", "name_from", "msg"}, initImportError, importStr},
		{&ModuleNotFoundErrorType, "ModuleNotFoundError", &ImportErrorType, nil, nil, nil},
		{&LookupErrorType, "LookupError", &ExceptionType, nil, nil, nil},
		{&IndexErrorType, "IndexError", &LookupErrorType, nil, nil, nil},
		{&KeyErrorType, "KeyError", &LookupErrorType, nil, nil, keyErrorStr},
		{&MemoryErrorType, "MemoryError", &ExceptionType, nil, nil, nil},
		{&NameErrorType, "NameError", &ExceptionType, []string{"name"}, initKeywordFields("NameError", "name"), nil},
		{&UnboundLocalErrorType, "UnboundLocalError", &NameErrorType, nil, nil, nil},
		{&OSErrorType, "OSError", &ExceptionType, []string{"errno", "strerror", "filename", "characters_written", "filename2"}, initOSError, osErrorStr},
		{&BlockingIOErrorType, "BlockingIOError", &OSErrorType, nil, nil, nil},
		{&ChildProcessErrorType, "ChildProcessError", &OSErrorType, nil, nil, nil},
		{&ConnectionErrorType, "ConnectionError", &OSErrorType, nil, nil, nil},
		{&BrokenPipeErrorType, "BrokenPipeError", &ConnectionErrorType, nil, nil, nil},
		{&ConnectionAbortedErrorType, "ConnectionAbortedError", &ConnectionErrorType, nil, nil, nil},
		{&ConnectionRefusedErrorType, "ConnectionRefusedError", &ConnectionErrorType, nil, nil, nil},
		{&ConnectionResetErrorType, "ConnectionResetError", &ConnectionErrorType, nil, nil, nil},
		{&FileExistsErrorType, "FileExistsError", &OSErrorType, nil, nil, nil},
		{&FileNotFoundErrorType, "FileNotFoundError", &OSErrorType, nil, nil, nil},
		{&InterruptedErrorType, "InterruptedError", &OSErrorType, nil, nil, nil},
		{&IsADirectoryErrorType, "IsADirectoryError", &OSErrorType, nil, nil, nil},
		{&NotADirectoryErrorType, "NotADirectoryError", &OSErrorType, nil, nil, nil},
		{&PermissionErrorType, "PermissionError", &OSErrorType, nil, nil, nil},
		{&ProcessLookupErrorType, "ProcessLookupError", &OSErrorType, nil, nil, nil},
		{&TimeoutErrorType, "TimeoutError", &OSErrorType, nil, nil, nil},
		{&ReferenceErrorType, "ReferenceError", &ExceptionType, nil, nil, nil},
		{&RuntimeErrorType, "RuntimeError", &ExceptionType, nil, nil, nil},
		{&NotImplementedErrorType, "NotImplementedError", &RuntimeErrorType, nil, nil, nil},
		{&PythonFinalizationErrorType, "PythonFinalizationError", &RuntimeErrorType, nil, nil, nil},
		{&RecursionErrorType, "RecursionError", &RuntimeErrorType, nil, nil, nil},
		{&StopAsyncIterationType, "StopAsyncIteration", &ExceptionType, nil, nil, nil},
		{&StopIterationType, "StopIteration", &ExceptionType, []string{"value"}, initStopIteration, nil},
		{&SyntaxErrorType, "SyntaxError", &ExceptionType, []string{"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line", "_metadata"}, initSyntaxError, syntaxErrorStr},
		{&IndentationErrorType, "IndentationError", &SyntaxErrorType, nil, nil, nil},
		{&IncompleteInputErrorType, "_IncompleteInputError", &SyntaxErrorType, nil, nil, nil},
		{&TabErrorType, "TabError", &IndentationErrorType, nil, nil, nil},
		{&SystemErrorType, "SystemError", &ExceptionType, nil, nil, nil},
		{&TypeErrorType, "TypeError", &ExceptionType, nil, nil, nil},
		{&ValueErrorType, "ValueError", &ExceptionType, nil, nil, nil},
		{&UnicodeErrorType, "UnicodeError", &ValueErrorType, nil, nil, nil},
		{&UnicodeDecodeErrorType, "UnicodeDecodeError", &UnicodeErrorType, []string{"encoding", "object", "start", "end", "reason"}, initUnicodeError(5), unicodeDecodeStr},
		{&UnicodeEncodeErrorType, "UnicodeEncodeError", &UnicodeErrorType, []string{"encoding", "object", "start", "end", "reason"}, initUnicodeError(5), unicodeEncodeStr},
		{&UnicodeTranslateErrorType, "UnicodeTranslateError", &UnicodeErrorType, []string{"encoding", "object", "start", "end", "reason"}, initUnicodeError(4), unicodeTranslateStr},
		{&WarningType, "Warning", &ExceptionType, nil, nil, nil},
		{&BytesWarningType, "BytesWarning", &WarningType, nil, nil, nil},
		{&DeprecationWarningType, "DeprecationWarning", &WarningType, nil, nil, nil},
		{&EncodingWarningType, "EncodingWarning", &WarningType, nil, nil, nil},
		{&FutureWarningType, "FutureWarning", &WarningType, nil, nil, nil},
		{&ImportWarningType, "ImportWarning", &WarningType, nil, nil, nil},
		{&PendingDeprecationWarningType, "PendingDeprecationWarning", &WarningType, nil, nil, nil},
		{&ResourceWarningType, "ResourceWarning", &WarningType, nil, nil, nil},
		{&RuntimeWarningType, "RuntimeWarning", &WarningType, nil, nil, nil},
		{&SyntaxWarningType, "SyntaxWarning", &WarningType, nil, nil, nil},
		{&UnicodeWarningType, "UnicodeWarning", &WarningType, nil, nil, nil},
		{&UserWarningType, "UserWarning", &WarningType, nil, nil, nil},
	}
}

// ExceptionTypes lists the built-in exception types by name.
func ExceptionTypes() map[string]*Type {
	m := map[string]*Type{"ExceptionGroup": &ExceptionGroupType, "EnvironmentError": &OSErrorType, "IOError": &OSErrorType}
	for _, r := range excRows() {
		m[r.name] = r.tp
	}
	return m
}

// excFieldsOf maps a built-in exception type to its attribute names.
var excFieldsOf map[*Type][]string

func (tp *Type) excFields() []string {
	for _, m := range tp.MRO {
		if !m.IsHeap() {
			if f, ok := excFieldsOf[m]; ok {
				return f
			}
			if m == &ExceptionType {
				break
			}
		}
	}
	return nil
}

func init() {
	excFieldsOf = map[*Type][]string{}
	for _, r := range excRows() {
		defineException(r)
	}
	ExceptionGroupType.Define(TypeSpec{Name: "ExceptionGroup", Base: &BaseExceptionGroupType, Flags: FlagBase | FlagException})
	// ExceptionGroup also inherits from Exception.
	ExceptionGroupType.Bases = []*Type{&BaseExceptionGroupType, &ExceptionType}
	ExceptionGroupType.MRO = []*Type{&ExceptionGroupType, &BaseExceptionGroupType, &ExceptionType, &BaseExceptionType, &ObjectType}
	groupFinish = func() { ExceptionGroupType.inherit(&BaseExceptionGroupType) }
}

var groupFinish func()

func defineException(r excRow) {
	spec := TypeSpec{Name: r.name, Base: r.base, Flags: FlagBase | FlagException, Doc: excDocs[r.name]}
	if r.tp == &BaseExceptionType {
		spec.Size, spec.AttrsOff = unsafe.Sizeof(Exception{}), excAttrsOff
		spec.Slots = Slots{New: excNew, Init: excInit, Repr: excRepr, Str: excStr, Traverse: excTraverse, GetAttr: GenericGetAttr, SetAttr: GenericSetAttr}
		spec.GetSets = baseExceptionGetSets
		spec.Methods = baseExceptionMethods
	}
	if r.tp == &BaseExceptionGroupType {
		spec.Slots.New = groupNew
		spec.Slots.Repr = groupRepr
		spec.Methods = groupMethods
		spec.ClassMethods = []Func{classGetItemRow}
	}
	if r.init != nil {
		init := r.init
		spec.Slots.Init = func(t *Thread, self Value, args, kw []Value) error {
			e := As[Exception](self)
			return init(t, e, args, kw)
		}
	}
	if r.tp == &OSErrorType {
		spec.Slots.New = osErrorNew
		spec.Methods = []Func{{"__reduce__", "($self, /)", "", osErrorReduce}}
	}
	if r.tp == &AttributeErrorType {
		spec.Methods = []Func{{"__reduce__", "($self, /)", "", attributeErrorReduce}}
	}
	if r.tp == &ImportErrorType {
		spec.Methods = []Func{{"__reduce__", "($self, /)", "", importErrorReduce}}
	}
	spec.Slots.Str = r.str
	if r.tp == &BaseExceptionType {
		spec.Slots.Str = excStr
	}
	for i, f := range r.fields {
		spec.GetSets = append(spec.GetSets, excField(r.tp, f, i))
	}
	if r.fields != nil {
		excFieldsOf[r.tp] = r.fields
	}
	r.tp.Define(spec)
	if r.base != nil && r.tp != &ObjectType {
		r.tp.Solid = &BaseExceptionType
	}
}

func excField(tp *Type, n string, i int) GetSet {
	return GetSet{n, "", func(t *Thread, v Value) (Value, error) {
		e := As[Exception](v)
		if i >= len(e.F) || e.F[i].O == nil {
			if n == "characters_written" {
				return Value{}, AttributeErrorf("characters_written")
			}
			return None, nil
		}
		return e.F[i], nil
	}, func(t *Thread, v, val Value) error {
		e := As[Exception](v)
		if tp == &BaseExceptionGroupType {
			return AttributeErrorf("readonly attribute")
		}
		if n == "start" || n == "end" {
			if val.O == nil {
				return TypeErrorf("can't delete numeric/char attribute")
			}
			if !IsIntLike(val) {
				return TypeErrorf("an integer is required")
			}
		}
		for i >= len(e.F) {
			e.F = append(e.F, Value{})
		}
		e.F[i] = val
		return nil
	}}
}

func excNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	e := allocException(tp)
	e.Args = NewTuple(args[:len(args)-len(kw)]...)
	return Wrap(e), nil
}

func excInit(t *Thread, self Value, args, kw []Value) error {
	if len(kw) > 0 {
		return TypeErrorf("%s() takes no keyword arguments", self.O.Type.MsgName())
	}
	e := As[Exception](self)
	if e.Args.O != nil && sameValues(As[Tuple](e.Args).Items, args) {
		return nil // __new__ has set them
	}
	e.Args = NewTuple(args...)
	return nil
}

func sameValues(a, b []Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func excRepr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	a := As[Tuple](e.Args)
	if len(a.Items) == 1 {
		r, err := Repr(t, a.Items[0])
		return NewStr(e.Type.Name + "(" + r + ")"), err
	}
	r, err := Repr(t, e.Args)
	return NewStr(e.Type.Name + r), err
}

func excStr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	switch a := As[Tuple](e.Args); len(a.Items) {
	case 0:
		return NewStr(""), nil
	case 1:
		return StrValue(t, a.Items[0])
	}
	return ReprValue(t, e.Args)
}

func keyErrorStr(t *Thread, v Value) (Value, error) {
	if a := As[Tuple](As[Exception](v).Args); len(a.Items) == 1 {
		return ReprValue(t, a.Items[0])
	}
	return excStr(t, v)
}

func excTraverse(v Value, visit func(Value)) {
	e := As[Exception](v)
	visit(e.Args)
	if e.Cause.O != nil {
		visit(e.Cause)
	}
	if e.Context != nil {
		visit(Wrap(e.Context))
	}
	if e.TB != nil {
		visit(Wrap(e.TB))
	}
	for _, f := range e.F {
		if f.O != nil {
			visit(f)
		}
	}
	e.Attrs.traverse(visit)
}

// initKeywordFields takes the named keyword arguments into F.
func initKeywordFields(fn string, fields ...string) func(t *Thread, e *Exception, args, kw []Value) error {
	return func(t *Thread, e *Exception, args, kw []Value) error {
		npos := len(args) - len(kw)
		e.Args = NewTuple(args[:npos]...)
		clear(e.F)
	next:
		for i, k := range kw {
			for j, f := range fields {
				if As[Str](k).s == f {
					e.F[j] = args[npos+i]
					continue next
				}
			}
			return TypeErrorf("%s() got an unexpected keyword argument '%s'", fn, As[Str](k).s)
		}
		return nil
	}
}

func initImportError(t *Thread, e *Exception, args, kw []Value) error {
	if err := initKeywordFields("ImportError", "name", "path", "name_from")(t, e, args, kw); err != nil {
		return err
	}
	if a := As[Tuple](e.Args); len(a.Items) == 1 {
		e.F[3] = a.Items[0]
	}
	return nil
}

func importStr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	if e.F[3].O != nil && e.F[3].O.Type == &StrType {
		return e.F[3], nil
	}
	return excStr(t, v)
}

func importErrorReduce(t *Thread, a []Value) (Value, error) {
	e := As[Exception](a[0])
	d := e.Attrs.toDict(t)
	if len(e.F) >= 2 {
		d = d.Copy()
		for i, n := range []string{"name", "path"} {
			if e.F[i].O != nil {
				d.SetGo(t, n, e.F[i])
			}
		}
	}
	if d.Len() == 0 {
		return NewTuple(Wrap(e.Type), e.Args), nil
	}
	return NewTuple(Wrap(e.Type), e.Args, Wrap(d)), nil
}

func initSystemExit(t *Thread, e *Exception, args, kw []Value) error {
	if err := excInit(t, Wrap(e), args, kw); err != nil {
		return err
	}
	switch len(args) {
	case 0:
		e.F[0] = None
	case 1:
		e.F[0] = args[0]
	default:
		e.F[0] = e.Args
	}
	return nil
}

func initStopIteration(t *Thread, e *Exception, args, kw []Value) error {
	if err := excInit(t, Wrap(e), args, kw); err != nil {
		return err
	}
	e.F[0] = None
	if len(args) > 0 {
		e.F[0] = args[0]
	}
	return nil
}

// NewStopIteration returns StopIteration(v), without args if v is missing.
func NewStopIteration(v Value) error {
	if v.O == nil {
		return NewException(&StopIterationType)
	}
	e := NewException(&StopIterationType, v)
	e.F[0] = v
	return e
}

// StopValue returns the value of a StopIteration.
func StopValue(e *Exception) Value {
	if len(e.F) > 0 && e.F[0].O != nil {
		return e.F[0]
	}
	return None
}

// osErrorNew maps OSError(errno, ...) to the subclass for errno.
func osErrorNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(args) >= 2 && len(args) <= 5 && tp == &OSErrorType {
		if n, ok := AsInt64(args[0]); ok {
			tp = osErrorType(int(n))
		}
	}
	return excNew(t, tp, args, kw)
}

func initOSError(t *Thread, e *Exception, args, kw []Value) error {
	if len(kw) > 0 {
		return TypeErrorf("%s() takes no keyword arguments", e.Type.Name)
	}
	e.Args = NewTuple(args...)
	if len(args) < 2 || len(args) > 5 {
		return nil
	}
	e.F[0], e.F[1] = args[0], args[1]
	if len(args) > 2 {
		e.F[2] = args[2]
		if e.Type.IsSubtype(&BlockingIOErrorType) && IsIntLike(args[2]) {
			e.F[2], e.F[3] = Value{}, args[2]
			return nil
		}
	}
	if len(args) > 4 {
		e.F[4] = args[4]
	}
	if !args[min(2, len(args)-1)].IsNone() {
		e.Args = NewTuple(args[:2]...)
	}
	return nil
}

func osErrorReduce(t *Thread, a []Value) (Value, error) {
	e := As[Exception](a[0])
	args := As[Tuple](e.Args).Items
	if len(args) == 2 && e.F[2].O != nil {
		args = append(append([]Value(nil), args...), e.F[2])
		if e.F[4].O != nil {
			args = append(args, None, e.F[4])
		}
	}
	if d := e.Attrs.toDict(t); d.Len() > 0 {
		return NewTuple(Wrap(e.Type), NewTuple(args...), Wrap(d)), nil
	}
	return NewTuple(Wrap(e.Type), NewTuple(args...)), nil
}

func osErrorStr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	if e.F[0].O == nil || e.F[1].O == nil {
		return excStr(t, v)
	}
	no, err := ToStr(t, e.F[0])
	if err != nil {
		return Value{}, err
	}
	msg, err := ToStr(t, e.F[1])
	if err != nil {
		return Value{}, err
	}
	s := "[Errno " + no + "] " + msg
	if e.F[2].O != nil && !e.F[2].IsNone() {
		f, err := Repr(t, e.F[2])
		if err != nil {
			return Value{}, err
		}
		s += ": " + f
		if e.F[4].O != nil && !e.F[4].IsNone() {
			f, err := Repr(t, e.F[4])
			if err != nil {
				return Value{}, err
			}
			s += " -> " + f
		}
	}
	return NewStr(s), nil
}

func initSyntaxError(t *Thread, e *Exception, args, kw []Value) error {
	if err := excInit(t, Wrap(e), args, kw); err != nil {
		return err
	}
	if len(args) > 0 {
		e.F[0] = args[0]
	}
	if len(args) == 2 {
		info, err := Items(t, args[1])
		if err != nil {
			return err
		}
		if n := len(info); n < 4 || n > 7 || n == 5 {
			if n == 5 {
				return TypeErrorf("end_offset must be provided when end_lineno is provided")
			}
			if n < 4 {
				return TypeErrorf("function takes at least 4 arguments (%d given)", n)
			}
			return TypeErrorf("function takes at most 7 arguments (%d given)", n)
		}
		clear(e.F[1:7])
		copy(e.F[1:7], info)
		if len(info) == 7 {
			e.F[8] = info[6] // _metadata
		}
	}
	return nil
}

func syntaxErrorStr(t *Thread, v Value) (Value, error) {
	e := As[Exception](v)
	msg := "None"
	if e.F[0].O != nil {
		var err error
		if msg, err = ToStr(t, e.F[0]); err != nil {
			return Value{}, err
		}
	}
	file := ""
	if s, ok := AsStr(e.F[1]); ok {
		file = s.s[strings.LastIndexByte(s.s, '/')+1:]
	}
	line := ""
	if e.F[2].O != nil && IsIntLike(e.F[2]) {
		line, _ = Repr(t, e.F[2])
	}
	switch {
	case file != "" && line != "":
		return NewStr(msg + " (" + file + ", line " + line + ")"), nil
	case file != "":
		return NewStr(msg + " (" + file + ")"), nil
	case line != "":
		return NewStr(msg + " (line " + line + ")"), nil
	}
	return NewStr(msg), nil
}

func (tp *Type) fieldCell(n string) int {
	for i, f := range tp.excFields() {
		if f == n {
			return i
		}
	}
	return -1
}

// Field returns the exception's own attribute n, or the zero Value.
func (e *Exception) Field(n string) Value {
	if i := e.Type.fieldCell(n); i >= 0 && i < len(e.F) {
		return e.F[i]
	}
	return Value{}
}

// SetField sets the exception's own attribute n.
func (e *Exception) SetField(n string, v Value) {
	if i := e.Type.fieldCell(n); i >= 0 && i < len(e.F) {
		e.F[i] = v
	}
}

// AddNote appends a note to e.
func AddNote(t *Thread, e *Exception, note string) {
	l := e.Attrs.get(nameNotes)
	if l.O == nil || !l.solid(&ListType) {
		l = NewList()
		e.Attrs.set(t, e.Type, nameNotes, l)
	}
	As[List](l).Append(NewStr(note))
}

// attributeErrorReduce keeps the name, but not the object, which may not be
// picklable.
func attributeErrorReduce(t *Thread, a []Value) (Value, error) {
	e := As[Exception](a[0])
	d := NewDict()
	e.Attrs.each(func(n, v Value) { d.SetStr(As[Str](n), v) })
	if n := e.F[0]; n.O != nil && !n.IsNone() {
		d.SetStr(nameNameAttr, n)
	}
	d.SetStr(nameExcArgs, e.Args)
	return NewTuple(Wrap(e.Type), e.Args, Wrap(d)), nil
}

var nameNameAttr, nameExcArgs = name("name"), name("args")

var baseExceptionMethods = []Func{
	{"with_traceback", "($self, tb, /)", "Set self.__traceback__ to tb and return self.", func(t *Thread, a []Value) (Value, error) {
		return a[0], setTraceback(t, a[0], a[1])
	}},
	{"add_note", "($self, note, /)", "Add a note to the exception", func(t *Thread, a []Value) (Value, error) {
		s, ok := AsStr(a[1])
		if !ok {
			return Value{}, TypeErrorf("add_note() argument must be str, not %s", a[1].O.Type.MsgName())
		}
		e := As[Exception](a[0])
		l, err := GetAttrOpt(t, a[0], nameNotes)
		if err != nil {
			return Value{}, err
		}
		if l.O == nil {
			l = NewList()
			if err := SetAttr(t, a[0], nameNotes, l); err != nil {
				return Value{}, err
			}
		} else if !l.solid(&ListType) {
			return Value{}, TypeErrorf("Cannot add note: __notes__ is not a list")
		}
		_ = e
		As[List](l).Append(Wrap(s))
		return None, nil
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		e := As[Exception](a[0])
		if e.Attrs.shape == nil && e.Attrs.dict() == nil {
			return NewTuple(Wrap(e.Type), e.Args), nil
		}
		d := e.Attrs.toDict(t)
		if d.Len() == 0 {
			return NewTuple(Wrap(e.Type), e.Args), nil
		}
		return NewTuple(Wrap(e.Type), e.Args, Wrap(d)), nil
	}},
	{"__setstate__", "($self, state, /)", "", func(t *Thread, a []Value) (Value, error) {
		if a[1].IsNone() {
			return None, nil
		}
		if !a[1].solid(&DictType) {
			return Value{}, TypeErrorf("state is not a dictionary")
		}
		var err error
		As[Dict](a[1]).Each(func(k, v Value) bool {
			var n *Str
			if n, err = attrName(t, k); err == nil {
				err = SetAttr(t, a[0], n, v)
			}
			return err == nil
		})
		return None, err
	}},
}

func setTraceback(t *Thread, v, tb Value) error {
	e := As[Exception](v)
	switch {
	case tb.O == nil:
		return TypeErrorf("__traceback__ may not be deleted")
	case tb.IsNone():
		e.TB = nil
	case tb.O.Type == &TracebackType:
		e.TB = As[Traceback](tb)
	default:
		return TypeErrorf("__traceback__ must be a traceback or None")
	}
	return nil
}

var baseExceptionGetSets = []GetSet{
	{"args", "", func(t *Thread, v Value) (Value, error) { return As[Exception](v).Args, nil }, func(t *Thread, v, val Value) error {
		if val.O == nil {
			return TypeErrorf("args may not be deleted")
		}
		items, err := Items(t, val)
		if err == nil {
			As[Exception](v).Args = NewTuple(items...)
		}
		return err
	}},
	{"__traceback__", "", func(t *Thread, v Value) (Value, error) {
		if tb := As[Exception](v).TB; tb != nil {
			return Wrap(tb), nil
		}
		return None, nil
	}, setTraceback},
	{"__context__", "", func(t *Thread, v Value) (Value, error) { return As[Exception](v).Context.Value(), nil }, func(t *Thread, v, val Value) error {
		e := As[Exception](v)
		switch {
		case val.O == nil:
			return TypeErrorf("__context__ may not be deleted")
		case val.IsNone():
			e.Context = nil
		case val.Is(&BaseExceptionType):
			e.Context = As[Exception](val)
		default:
			return TypeErrorf("exception context must be None or derive from BaseException")
		}
		return nil
	}},
	{"__cause__", "", func(t *Thread, v Value) (Value, error) {
		if c := As[Exception](v).Cause; c.O != nil {
			return c, nil
		}
		return None, nil
	}, func(t *Thread, v, val Value) error {
		switch {
		case val.O == nil:
			return TypeErrorf("__cause__ may not be deleted")
		case !val.IsNone() && !val.Is(&BaseExceptionType):
			return TypeErrorf("exception cause must be None or derive from BaseException")
		}
		e := As[Exception](v)
		e.Cause, e.Suppress = val, true
		return nil
	}},
	{"__suppress_context__", "", func(t *Thread, v Value) (Value, error) { return Bool(As[Exception](v).Suppress), nil }, func(t *Thread, v, val Value) error {
		if val.O == nil {
			return TypeErrorf("can't delete numeric/char attribute")
		}
		if !val.IsBool() {
			return TypeErrorf("attribute value type must be bool")
		}
		As[Exception](v).Suppress = val.N != 0
		return nil
	}},
	{"__dict__", "", func(t *Thread, v Value) (Value, error) { return Wrap(InstanceDict(t, v)), nil }, setInstanceDict},
}

// excDocs are the docstrings of exceptions programs print or inspect.
var excDocs = map[string]string{
	"BaseException": "Common base class for all exceptions.",
	"Exception":     "Common base class for all non-exit exceptions.",
	"TypeError":     "Inappropriate argument type.",
	"ValueError":    "Inappropriate argument value (of correct type).",
	"KeyError":      "Mapping key not found.",
	"IndexError":    "Sequence index out of range.",
	"OSError":       "Base class for I/O related errors.",
}

// DefineException makes tp a built-in exception class of another package:
// module.name derived from base. Call it from init.
func DefineException(tp *Type, module, n string, base *Type, doc string) {
	tp.Define(TypeSpec{Name: n, Module: module, Base: base, Flags: FlagBase | FlagException, Doc: doc})
}
