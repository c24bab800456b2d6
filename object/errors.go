package object

// Exceptions as Go errors (language reference, sections 4.3 and 7.8).

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"unsafe"
)

// Exception is an instance of BaseException or a subclass, and the Go error
// that carries it. F holds the values of the type's own attributes (see
// excFields), in declaration order; missing values read as None.
type Exception struct {
	Header
	Attrs
	Args     Value // tuple
	Cause    Value // None, exception or missing
	Context  *Exception
	TB       *Traceback
	Suppress bool
	Pinned   bool // traceback is complete: re-raise adds no entry for the first frame
	F        []Value
	Go       error // the foreign error this exception was made from, for errors.Is
}

// Traceback is one entry of an exception's traceback.
type Traceback struct {
	Header
	Next   *Traceback
	Frame  Value
	Word   int // instruction word the frame was at
	Lineno int // given to the type, with Lasti; else that of Word
	Lasti  int
}

// Interrupt ends the execution of Python code from outside: a cancelled
// context, an exceeded budget or a finished interpreter. No except or finally
// clause sees it.
type Interrupt struct{ Err error }

func (i *Interrupt) Error() string { return i.Err.Error() }

// Unwrap gives the reason.
func (i *Interrupt) Unwrap() error { return i.Err }

// Error describes the exception as "Type: message".
func (e *Exception) Error() string {
	msg := e.Message()
	if msg == "" {
		return e.Type.Name
	}
	return e.Type.Name + ": " + msg
}

// Unwrap gives the foreign Go error, if there is one.
func (e *Exception) Unwrap() error { return e.Go }

// Message returns str(e) when that needs no Python code, as Go errors cannot
// run any.
func (e *Exception) Message() string {
	a := As[Tuple](e.Args)
	if e.Args.O == nil || len(a.Items) == 0 {
		return ""
	}
	if len(a.Items) == 1 {
		if s, ok := AsStr(a.Items[0]); ok {
			return s.s
		}
	}
	s, err := Repr(nil, e.Args)
	if err != nil {
		return "<unprintable>"
	}
	return s
}

// Value returns e as a Python object.
func (e *Exception) Value() Value {
	if e == nil {
		return None
	}
	return Wrap(e)
}

// NewException makes an exception of tp with the given args. It runs no
// Python code: tp.__init__ is not called.
func NewException(tp *Type, args ...Value) *Exception {
	e := allocException(tp)
	e.Args = NewTuple(args...)
	return e
}

func allocException(tp *Type) *Exception {
	e := &Exception{}
	e.Header.Type = tp
	if n := len(tp.excFields()); n > 0 {
		e.F = make([]Value, n)
	}
	if tp.root != nil {
		e.setShape(tp.root)
	}
	return e
}

const excAttrsOff = unsafe.Offsetof(Exception{}.Attrs)

// Errorf returns an exception of type tp with a formatted message.
func Errorf(tp *Type, format string, args ...any) *Exception {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	return NewException(tp, NewStr(format))
}

// Constructors of the common exceptions.
func TypeErrorf(format string, args ...any) error { return Errorf(&TypeErrorType, format, args...) }

// ValueErrorf returns a ValueError.
func ValueErrorf(format string, args ...any) error { return Errorf(&ValueErrorType, format, args...) }

// IndexErrorf returns an IndexError.
func IndexErrorf(format string, args ...any) error { return Errorf(&IndexErrorType, format, args...) }

// RuntimeErrorf returns a RuntimeError.
func RuntimeErrorf(format string, args ...any) error {
	return Errorf(&RuntimeErrorType, format, args...)
}

// OverflowErrorf returns an OverflowError.
func OverflowErrorf(format string, args ...any) error {
	return Errorf(&OverflowErrorType, format, args...)
}

// ZeroDivisionErrorf returns a ZeroDivisionError.
func ZeroDivisionErrorf(format string, args ...any) error {
	return Errorf(&ZeroDivisionErrorType, format, args...)
}

// RecursionErrorf returns a RecursionError.
func RecursionErrorf(format string, args ...any) error {
	return Errorf(&RecursionErrorType, format, args...)
}

// SystemErrorf returns a SystemError.
func SystemErrorf(format string, args ...any) error {
	return Errorf(&SystemErrorType, format, args...)
}

// AttributeErrorf returns an AttributeError without name and obj.
func AttributeErrorf(format string, args ...any) error {
	return Errorf(&AttributeErrorType, format, args...)
}

// MemoryError returns a MemoryError.
func MemoryError() error { return NewException(&MemoryErrorType) }

// KeyError returns a KeyError for key.
func KeyError(key Value) error { return NewException(&KeyErrorType, key) }

// NameErrorf returns a NameError about name.
func NameErrorf(tp *Type, name string, format string, args ...any) error {
	e := Errorf(tp, format, args...)
	e.F[0] = NewStr(name)
	return e
}

// NoAttribute returns the AttributeError of a failed lookup of name on obj.
func NoAttribute(t *Thread, obj Value, name *Str) error {
	tp := obj.O.Type
	var e *Exception
	switch {
	case obj.solid(&TypeType):
		e = Errorf(&AttributeErrorType, "type object '%s' has no attribute '%s'", As[Type](obj).MsgName(), name.s)
	default:
		e = Errorf(&AttributeErrorType, "'%s' object has no attribute '%s'", tp.MsgName(), name.s)
	}
	e.F[0], e.F[1] = Wrap(name), obj
	return e
}

// attrContext notes in an AttributeError from Python code what was looked up.
func attrContext(err error, v Value, name *Str) {
	if e, ok := err.(*Exception); ok && e.Type.IsSubtype(&AttributeErrorType) && e.F[0].O == nil && e.F[1].O == nil {
		e.F[0], e.F[1] = Wrap(name), v
	}
}

// IsExc reports whether err is a Python exception of type tp.
func IsExc(err error, tp *Type) bool {
	e, ok := err.(*Exception)
	return ok && e.Type.IsSubtype(tp)
}

// FromGoError turns a foreign Go error into a Python exception.
func FromGoError(err error, filename ...string) error {
	var ex *Exception
	if errors.As(err, &ex) {
		return ex
	}
	var intr *Interrupt
	if errors.As(err, &intr) {
		return intr
	}
	var no syscall.Errno
	if errors.As(err, &no) {
		e := NewOSError(int(no), filename...)
		e.Go = err
		return e
	}
	var e *Exception
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e = NewOSError(int(syscall.ENOENT), filename...)
	case errors.Is(err, fs.ErrExist):
		e = NewOSError(int(syscall.EEXIST), filename...)
	case errors.Is(err, fs.ErrPermission):
		e = NewOSError(int(syscall.EACCES), filename...)
	default:
		e = Errorf(&OSErrorType, "%s", err.Error())
	}
	e.Go = err
	return e
}

// NewOSError returns the OSError subclass for errno, with filename if given.
func NewOSError(errno int, filename ...string) *Exception {
	tp := osErrorType(errno)
	msg := NewStr(strerror(errno))
	e := NewException(tp, IntOf(errno), msg)
	e.F[0], e.F[1] = IntOf(errno), msg
	if len(filename) > 0 {
		e.F[2] = NewStr(filename[0])
	}
	if len(filename) > 1 {
		e.F[4] = NewStr(filename[1])
	}
	return e
}

func osErrorType(errno int) *Type {
	switch syscall.Errno(errno) {
	case syscall.ENOENT:
		return &FileNotFoundErrorType
	case syscall.EEXIST:
		return &FileExistsErrorType
	case syscall.EACCES, syscall.EPERM:
		return &PermissionErrorType
	case syscall.EISDIR:
		return &IsADirectoryErrorType
	case syscall.ENOTDIR:
		return &NotADirectoryErrorType
	case syscall.EAGAIN, syscall.EALREADY, syscall.EINPROGRESS:
		return &BlockingIOErrorType
	case syscall.EPIPE, syscall.ESHUTDOWN:
		return &BrokenPipeErrorType
	case syscall.ECHILD:
		return &ChildProcessErrorType
	case syscall.ECONNABORTED:
		return &ConnectionAbortedErrorType
	case syscall.ECONNREFUSED:
		return &ConnectionRefusedErrorType
	case syscall.ECONNRESET:
		return &ConnectionResetErrorType
	case syscall.EINTR:
		return &InterruptedErrorType
	case syscall.ESRCH:
		return &ProcessLookupErrorType
	case syscall.ETIMEDOUT:
		return &TimeoutErrorType
	}
	return &OSErrorType
}

// strerror gives the C library's text for errno: Go's, capitalised as glibc.
func strerror(errno int) string {
	if s, ok := errnoText[syscall.Errno(errno)]; ok {
		return s
	}
	s := syscall.Errno(errno).Error()
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		s = string(s[0]-32) + s[1:]
	}
	return s
}

// errnoText holds glibc's wording where it differs from Go's beyond the
// capital letter.
var errnoText = map[syscall.Errno]string{
	syscall.EIO: "Input/output error", syscall.EAGAIN: "Resource temporarily unavailable",
	syscall.EXDEV: "Invalid cross-device link", syscall.EBADF: "Bad file descriptor",
	syscall.ENOTTY: "Inappropriate ioctl for device", syscall.ENOEXEC: "Exec format error",
}

// Strerror is os.strerror.
func Strerror(errno int) string { return strerror(errno) }

// UnraisableHookArgsType is sys.UnraisableHookArgs.
var UnraisableHookArgsType Type

func init() {
	DefineStructSeq(&UnraisableHookArgsType, StructSeq{Module: "builtins", Name: "UnraisableHookArgs",
		Fields: []string{"exc_type", "exc_value", "exc_traceback", "err_msg", "object"}})
}

// WriteUnraisable reports an exception that cannot be raised to a caller
// through sys.unraisablehook; obj says where it happened.
func WriteUnraisable(t *Thread, e *Exception, msg string, obj Value) {
	tb := None
	if e.TB != nil {
		tb = Wrap(e.TB)
	}
	m := None
	if msg != "" {
		m = NewStr(msg)
	}
	args := NewStructSeq(&UnraisableHookArgsType, 5, Wrap(e.Type), Wrap(e), tb, m, orNone(obj))
	if hook, ok := t.Interp.Sys.D.GetGo(t, "unraisablehook"); ok && !hook.IsNone() {
		_, _ = CallArgs(t, hook, args) // nobody is left to tell about a failing hook
	}
}
