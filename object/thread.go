package object

// Interpreter and thread state: everything mutable hangs off these two.

import (
	"sync"
	"unsafe"
	"weak"

	"github.com/gopy-lang/gopy/gil"
)

// Runtime is what object needs from the evaluator; vm implements it.
type Runtime interface {
	// Import runs `import name` and returns the module that binding needs.
	Import(t *Thread, name string, globals, locals Value, fromlist Value, level int) (Value, error)
	// CompileSource compiles source text or bytes, or an AST object, into a code object.
	CompileSource(t *Thread, src Value, filename, mode string, flags int, dontInherit bool, optimize int) (Value, error)
	// ExecCode runs a code object.
	ExecCode(t *Thread, code Value, globals *Dict, locals Value, closure Value) (Value, error)
	// RunSource compiles and runs a module's source in namespace globals.
	RunSource(t *Thread, src, filename string, globals *Dict) error
	// FormatException returns what is printed for an uncaught exception.
	FormatException(t *Thread, e *Exception) string
	// FormatUnraisable returns what is printed for an exception that has to be
	// ignored.
	FormatUnraisable(t *Thread, e *Exception) string
	// SourceLines returns the lines of a file or of code that is in none, or nil.
	SourceLines(filename string) []string
	// MarkSource formats an instruction's source lines with carets below;
	// the columns are byte offsets in the first and the last line.
	MarkSource(lines []string, col, endCol int) string
	// Suggestion returns a hint to append to the message of e, or "".
	Suggestion(t *Thread, e *Exception) string
	// SettleGenerators finds out which new generators were left unfinished.
	SettleGenerators()
	// CurrentGlobals and CurrentLocals describe the calling Python frame.
	CurrentGlobals(t *Thread) *Dict
	CurrentLocals(t *Thread) (Value, error)
	// Frame returns the frame object depth levels up, or nil.
	Frame(t *Thread, depth int) Value
	// SetTrace sets t's trace or profile function, TraceFunc returns it; the
	// missing Value stands for none.
	SetTrace(t *Thread, profile bool, f Value)
	TraceFunc(t *Thread, profile bool) Value
	// SuperArgs finds the implicit arguments of super().
	SuperArgs(t *Thread) (cls, obj Value, err error)
	// NewThread makes a thread state of the same interpreter.
	NewThread(in *Interp) *Thread
	// CurrentLine describes where t is: file, line and function.
	CurrentLine(t *Thread) (file string, line int, fn string)
}

// Interp is the state of one interpreter.
type Interp struct {
	GIL      *gil.GIL
	Runtime  Runtime
	Modules  *Dict // sys.modules
	Builtins *Dict // the builtins module's namespace
	Sys      *Module
	Main     *Thread

	RecursionLimit  int
	IntMaxStrDigits int // limit of int-text conversions; 0: none
	BytesWarning    int // -b
	// OnWarn issues a warning; nil drops it.
	OnWarn func(t *Thread, category *Type, text string, level int) error
	// OnWarnAt issues a warning about a line of a file; nil drops it.
	OnWarnAt   func(t *Thread, category *Type, text, filename string, line int) error
	Finalizing bool
	Loader     ModuleLoader
	// ProgramFolder is the folder that was put first on sys.path, "" for the
	// working directory; SafePath says that none was.
	ProgramFolder string
	SafePath      bool
	// ImportReady says that the import system's Python part has been started.
	ImportReady bool
	// OnFiles is called before files are read that the program may have written.
	OnFiles func(t *Thread) error
	// OnSignal runs the handlers of the signals that arrived, on the main thread.
	OnSignal func(t *Thread) error
	// OnPending runs calls that were queued for between two bytecodes.
	OnPending func(t *Thread) error
	Extra     sync.Map // per-module Go state, by key type

	interned     map[string]*Str
	typeCache    [typeCacheSize]typeCacheEntry
	lastVersion  uint32
	lastShape    uint32
	lastKeys     uint32
	builtinRoots map[*Type]*Shape
	builtinSubs  map[*Type][]weak.Pointer[Type]
	mem          memState
}

// ModuleLoader finds gopy's own modules by full name.
type ModuleLoader interface {
	// FindModule returns the declaration of module name, or nil.
	FindModule(name string) func() ModuleSpec
	// Core reports whether files on sys.path never go before module name.
	Core(name string) bool
	// ModuleNames returns the names of all modules.
	ModuleNames() []string
}

// NewInterp returns an interpreter without modules.
func NewInterp() *Interp {
	FinishDefines()
	in := &Interp{
		GIL:            gil.New(gil.Config{}),
		RecursionLimit: 1000, IntMaxStrDigits: DefaultMaxStrDigits,
		interned:     make(map[string]*Str, 256),
		lastVersion:  maxStaticVersion,
		builtinRoots: map[*Type]*Shape{},
		builtinSubs:  map[*Type][]weak.Pointer[Type]{},
	}
	in.Modules = NewDict()
	in.Builtins = NewDict()
	return in
}

// Thread is the state of one Python thread. It is passed explicitly to every
// function that can run Python code.
type Thread struct {
	G                            gil.Thread // its part in the GIL; G.Left counts bytecodes
	DepthLeft                    int        // Python frames that may still be pushed
	Interp                       *Interp
	Exc                          *Exception // the exception being handled (sys.exception())
	args                         []Value    // storage of bound arguments, up to argTop
	argTop                       int
	native                       int // nested native calls that may recurse
	reprs                        map[*Header]struct{}
	Context                      Value // current contextvars.Context, or missing
	cancel                       error // why the thread was cancelled
	AsyncGenFirst, AsyncGenFinal Value
	OriginDepth                  int // frames that a new coroutine's cr_origin tells
	OnCharge                     func(n int) error
}

// maxNative bounds nested native calls (repr of nested lists, slots calling
// Python calling slots ...): Go's own stack overflow cannot be recovered.
const maxNative = 12000

// EnterNative counts a native call that may recurse. Each success is paired
// with LeaveNative.
func (t *Thread) EnterNative(where string) error {
	if t.native >= maxNative {
		return RecursionErrorf("maximum recursion depth exceeded%s", where)
	}
	t.native++
	return nil
}

// LeaveNative ends the call counted by EnterNative.
func (t *Thread) LeaveNative() { t.native-- }

// Poll is called by native loops every k steps of work. It lets signals,
// cancellation and budgets through; it never switches threads.
func (t *Thread) Poll(k int) error {
	if t == nil {
		return nil
	}
	if bits := t.G.Poll(k); bits != 0 {
		return t.HandleBreaker(bits)
	}
	return nil
}

// ErrExit is the reason of the Interrupt that ends a thread whose interpreter
// is finalizing.
var ErrExit = gil.ErrFinalizing

// HandleBreaker acts on breaker bits of t: it runs signal handlers and pending
// calls and returns the exception or Interrupt that is to end what t does.
func (t *Thread) HandleBreaker(bits uint32) error {
	switch {
	case bits&gil.BrExit != 0:
		return &Interrupt{ErrExit}
	case bits&gil.BrCancel != 0:
		t.G.Clear(gil.BrCancel)
		if t.cancel == nil {
			t.cancel = ErrExit
		}
		return &Interrupt{t.cancel}
	case bits&gil.BrAsyncExc != 0:
		if e, ok := t.G.TakeAsyncExc().(error); ok && e != nil {
			return e
		}
	}
	if bits&gil.BrSignal != 0 {
		t.G.Clear(gil.BrSignal)
		if f := t.Interp.OnSignal; f != nil && t == t.Interp.Main {
			if err := f(t); err != nil {
				return err
			}
		}
	}
	if bits&(gil.BrPending|gil.BrFinalizers) != 0 {
		t.G.Clear(gil.BrPending | gil.BrFinalizers)
		t.Interp.RunPending(t)
		if f := t.Interp.OnPending; f != nil {
			return f(t)
		}
	}
	return nil
}

// Wait parks t as gil.Thread.Wait does and handles interruptions: the result
// is Woken, Signalled or TimedOut unless an error ends the wait.
func (t *Thread) Wait(q *gil.WaitQueue, w *gil.WaitInfo) (gil.Result, error) {
	for {
		r, err := t.G.Wait(q, w)
		if err != nil {
			return r, &Interrupt{err}
		}
		if r != gil.Interrupted {
			return r, nil
		}
		if err := t.HandleBreaker(t.G.Pending()); err != nil {
			return r, err
		}
	}
}

// Blocking runs f without the GIL. unblock, if not nil, must make f return
// soon; it is called when the thread is interrupted meanwhile. A pending
// interruption is handled first; one that arrives during f is handled after it.
func (t *Thread) Blocking(w *gil.WaitInfo, f, unblock func()) error {
	for {
		err := t.G.BlockingCall(w, f, unblock)
		if err == gil.ErrInterrupted {
			if err := t.HandleBreaker(t.G.Pending()); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return &Interrupt{err}
		}
		if bits := t.G.Pending(); bits != 0 {
			return t.HandleBreaker(bits)
		}
		return nil
	}
}

// Cancel ends what t does with reason err; any goroutine may call it once.
func (t *Thread) Cancel(err error) {
	t.cancel = err
	t.G.Interrupt(gil.BrCancel)
}

// maxAlloc bounds a single allocation: beyond it MemoryError is raised
// instead of letting the Go runtime die.
const maxAlloc = 1 << 36

// CanAllocate reports by its error whether n bytes are out of reach, without
// accounting for them.
func (t *Thread) CanAllocate(n int) error {
	if n < 0 || n > maxAlloc || n > 1<<28 && !memoryAvailable(n) {
		return MemoryError()
	}
	return nil
}

// Charge accounts for n bytes about to be allocated.
func (t *Thread) Charge(n int) error {
	if n < 0 || n > maxAlloc {
		return MemoryError()
	}
	if t != nil && t.OnCharge != nil {
		return t.OnCharge(n)
	}
	if n > 1<<28 && !memoryAvailable(n) {
		return MemoryError()
	}
	return nil
}

// Intern returns the interpreter's canonical str for s.
func (in *Interp) Intern(s string) *Str {
	if p := in.interned[s]; p != nil {
		return p
	}
	if p := staticNames[s]; p != nil {
		in.interned[s] = p
		return p
	}
	p := newStr(s)
	p.hash = hashString(s)
	p.interned = true
	in.interned[s] = p
	return p
}

// InternStr returns the canonical str equal to s.
func (in *Interp) InternStr(s *Str) *Str {
	if s.interned {
		return s
	}
	if p := in.interned[s.s]; p != nil {
		return p
	}
	if s.Type != &StrType {
		return in.Intern(s.s)
	}
	if p := staticNames[s.s]; p != nil {
		in.interned[s.s] = p
		return p
	}
	s.Hash()
	s.interned = true
	in.interned[s.s] = s
	return s
}

// Intern returns the canonical str for s.
func (t *Thread) Intern(s string) *Str { return t.Interp.Intern(s) }

// ID returns id(v): derived from the value for immediates, the address of
// heap objects (Go's collector does not move them).
func (in *Interp) ID(v Value) int64 {
	switch v.O {
	case &IntHeader:
		return int64(v.N)<<4 | 1
	case &FloatHeader:
		return int64(v.N>>3)<<4 | 2
	case &BoolHeader:
		return 0x10000003 + int64(v.N)*32
	case &NoneHeader:
		return 0x10000100
	case &NotImplementedHeader:
		return 0x10000200
	case &EllipsisHeader:
		return 0x10000300
	}
	return int64(uintptr(unsafe.Pointer(v.O)))
}

// identityHash is the hash of objects compared by identity.
func identityHash(v Value) int64 {
	a := uint64(uintptr(unsafe.Pointer(v.O)))
	return int64(a>>4 | a<<60)
}
