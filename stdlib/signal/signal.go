//go:build unix

// Package signal implements the signal module (library reference, "signal"):
// handlers run on the main thread, between two bytecodes or inside what it
// waits for.
package signal

import (
	_ "embed"
	"math/bits"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

//go:embed signal.py
var source string

type (
	value  = object.Value
	thread = object.Thread
)

const (
	nsig   = 65
	sigDfl = 0
	sigIgn = 1
)

// state is the table of handlers of one interpreter. handlers are ints for the
// default and for ignoring, None for what was not installed from Python.
type state struct {
	main     *thread
	handlers [nsig]value
	pending  atomic.Uint64 // bit n-1 for signal n
	blocked  atomic.Uint64
	wakeup   atomic.Int64
	ch       chan os.Signal // nil: the program's signals are not ours
	arrived  gil.Signal
	intr     value // default_int_handler
	timerErr *object.Type
}

type stateKey struct{}

func stateOf(t *thread) *state {
	if v, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return v.(*state)
	}
	s := &state{main: t.Interp.Main}
	s.wakeup.Store(-1)
	for i := range s.handlers {
		s.handlers[i] = object.Int(sigDfl)
	}
	s.intr = object.Wrap(object.NewFunc(&funcs[0], "_signal"))
	s.handlers[unix.SIGINT] = s.intr
	s.handlers[unix.SIGPIPE] = object.Int(sigIgn)
	t.Interp.OnSignal = s.run
	t.Interp.Extra.Store(stateKey{}, s)
	return s
}

// caught are the signals whose default action Go would change.
var caught = []os.Signal{unix.SIGINT, unix.SIGPIPE, unix.SIGUSR1, unix.SIGUSR2, unix.SIGALRM, unix.SIGVTALRM, unix.SIGQUIT}

// Install makes the process's signals those of t's interpreter.
func Install(t *thread) {
	s := stateOf(t)
	s.ch = make(chan os.Signal, 64)
	signal.Notify(s.ch, caught...)
	go func() {
		for sig := range s.ch {
			if n, ok := sig.(syscall.Signal); ok {
				s.trip(int(n))
			}
		}
	}()
}

// trip notes that signal n arrived.
func (s *state) trip(n int) {
	if n <= 0 || n >= nsig {
		return
	}
	s.pending.Or(1 << (n - 1))
	if fd := s.wakeup.Load(); fd >= 0 {
		_, _ = unix.Write(int(fd), []byte{byte(n)}) // a full pipe has woken its reader already
	}
	s.arrived.Set()
	s.main.G.Interrupt(gil.BrSignal)
}

// run calls the handlers of the signals that arrived.
func (s *state) run(t *thread) error {
	for {
		p := s.pending.Load() &^ s.blocked.Load()
		if p == 0 {
			return nil
		}
		n := bits.TrailingZeros64(p) + 1
		s.pending.And(^(uint64(1) << (n - 1)))
		if err := s.handle(t, n); err != nil {
			if s.pending.Load()&^s.blocked.Load() != 0 {
				t.G.Interrupt(gil.BrSignal)
			}
			return err
		}
	}
}

func (s *state) handle(t *thread, n int) error {
	h := s.handlers[n]
	if k, ok := object.AsInt64(h); ok {
		if k == sigDfl && dies(n) {
			fdio.Die(n)
		}
		return nil
	}
	if h.IsNone() {
		return nil
	}
	frame := t.Interp.Runtime.Frame(t, 0)
	if frame.O == nil {
		frame = object.None
	}
	_, err := object.CallArgs(t, h, object.IntOf(n), frame)
	return err
}

// dies reports whether the default action of a signal ends the process.
func dies(n int) bool {
	switch unix.Signal(n) {
	case unix.SIGCHLD, unix.SIGCONT, unix.SIGURG, unix.SIGWINCH, unix.SIGTSTP, unix.SIGTTIN, unix.SIGTTOU, unix.SIGSTOP:
		return false
	}
	return true
}

func signum(t *thread, v value) (int, error) {
	n, err := arg.CInt(t, v)
	if err == nil && (n < 1 || n >= nsig) {
		err = object.ValueErrorf("signal number out of range")
	}
	return n, err
}

func setHandler(t *thread, a []value) (value, error) {
	s := stateOf(t)
	n, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	if t != t.Interp.Main {
		return value{}, object.ValueErrorf("signal only works in main thread of the main interpreter")
	}
	if n < 1 || n >= nsig {
		return value{}, object.ValueErrorf("signal number out of range")
	}
	k, isInt := object.AsInt64(a[1])
	if !object.Callable(a[1]) && (!isInt || k != sigDfl && k != sigIgn) {
		return value{}, object.TypeErrorf("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
	}
	if n == int(unix.SIGKILL) || n == int(unix.SIGSTOP) {
		return value{}, object.NewOSError(int(unix.EINVAL))
	}
	if err := s.run(t); err != nil {
		return value{}, err
	}
	old := s.handlers[n]
	s.handlers[n] = a[1]
	if isInt {
		s.handlers[n] = object.Int(k)
	}
	s.route(n, isInt, k)
	return old, nil
}

// route tells Go what to do with signal n.
func (s *state) route(n int, isInt bool, k int64) {
	if s.ch == nil {
		return
	}
	sig := syscall.Signal(n)
	switch {
	case !isInt || n == int(unix.SIGPIPE):
		signal.Notify(s.ch, sig)
	case k == sigIgn:
		signal.Ignore(sig)
	default:
		keep := false
		for _, c := range caught[1:] {
			keep = keep || c == sig
		}
		if keep {
			signal.Notify(s.ch, sig) // its default action is carried out by handle
		} else {
			signal.Reset(sig)
		}
	}
}

func raiseSignal(t *thread, a []value) (value, error) {
	n, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	if n < 1 || n >= nsig {
		return value{}, object.NewOSError(int(unix.EINVAL))
	}
	s := stateOf(t)
	s.trip(n)
	if t == s.main {
		return object.None, t.HandleBreaker(t.G.Pending())
	}
	return object.None, nil
}

// interruptMain is _thread.interrupt_main: the main thread's handler of a
// signal runs; a signal without handler does nothing.
func interruptMain(t *thread, a []value) (value, error) {
	n := int(unix.SIGINT)
	if a[0].O != nil && !a[0].IsNone() {
		var err error
		if n, err = arg.CInt(t, a[0]); err != nil {
			return value{}, err
		}
	}
	if n < 1 || n >= nsig {
		return value{}, object.ValueErrorf("signal number out of range")
	}
	s := stateOf(t)
	if _, plain := object.AsInt64(s.handlers[n]); !plain && !s.handlers[n].IsNone() {
		s.trip(n)
		if t == s.main {
			return object.None, t.HandleBreaker(t.G.Pending())
		}
	}
	return object.None, nil
}

func pause(t *thread, a []value) (value, error) {
	for {
		r, err := t.G.Wait(nil, &gil.WaitInfo{Kind: "signal", External: true})
		if err != nil {
			return value{}, &object.Interrupt{Err: err}
		}
		if r == gil.Interrupted {
			bits := t.G.Pending()
			if err := t.HandleBreaker(bits); err != nil {
				return value{}, err
			}
			if bits&gil.BrSignal != 0 {
				return object.None, nil
			}
		}
	}
}

func setWakeup(t *thread, a []value) (value, error) {
	if t != t.Interp.Main {
		return value{}, object.ValueErrorf("set_wakeup_fd only works in main thread of the main interpreter")
	}
	fd, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	if fd != -1 {
		fl, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
		if err != nil {
			return value{}, object.FromGoError(err)
		}
		if fl&unix.O_NONBLOCK == 0 {
			return value{}, object.ValueErrorf("the fd %d must be in non-blocking mode", fd)
		}
	}
	return object.Int(stateOf(t).wakeup.Swap(int64(fd))), nil
}

func maskOf(t *thread, v value) (uint64, error) {
	m := uint64(0)
	err := object.Iterate(t, v, func(x value) error {
		n, err := arg.CInt(t, x)
		if err == nil && (n < 1 || n >= nsig) {
			err = object.ValueErrorf("signal number %d out of range [1; 64]", n)
		}
		if err == nil {
			m |= 1 << (n - 1)
		}
		return err
	})
	return m, err
}

func setOf(t *thread, m uint64) (value, error) {
	var items []value
	for n := 1; n < nsig; n++ {
		if m>>(n-1)&1 != 0 {
			items = append(items, object.IntOf(n))
		}
	}
	return object.NewSet(t, items)
}

// sigmask holds signals back; there is one mask for all threads.
func sigmask(t *thread, a []value) (value, error) {
	how, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	m, err := maskOf(t, a[1])
	if err != nil {
		return value{}, err
	}
	s := stateOf(t)
	old := s.blocked.Load()
	switch how {
	case 0:
		s.blocked.Or(m)
	case 1:
		s.blocked.And(^m)
	case 2:
		s.blocked.Store(m)
	default:
		return value{}, object.NewOSError(int(unix.EINVAL))
	}
	for n := 1; n < nsig; n++ {
		if m>>(n-1)&1 != 0 && s.ch != nil && how != 1 {
			signal.Notify(s.ch, syscall.Signal(n))
		}
	}
	if t == s.main {
		if err := s.run(t); err != nil {
			return value{}, err
		}
	}
	return setOf(t, old)
}

func sigwait(t *thread, a []value) (value, error) {
	m, err := maskOf(t, a[0])
	if err != nil {
		return value{}, err
	}
	s := stateOf(t)
	for n := 1; n < nsig; n++ {
		if m>>(n-1)&1 != 0 && s.ch != nil {
			signal.Notify(s.ch, syscall.Signal(n))
		}
	}
	for {
		if p := s.pending.Load() & m; p != 0 {
			n := bits.TrailingZeros64(p) + 1
			s.pending.And(^(uint64(1) << (n - 1)))
			return object.IntOf(n), nil
		}
		if _, err := t.Wait(nil, &gil.WaitInfo{Kind: "signal", Signal: &s.arrived, External: true}); err != nil {
			return value{}, err
		}
	}
}

var funcs []object.Func

func init() {
	funcs = []object.Func{
		{Name: "default_int_handler", Sig: "(signalnum, frame, /)", Doc: "The default handler for SIGINT: raises KeyboardInterrupt.", Fn: func(t *thread, a []value) (value, error) {
			return value{}, object.NewException(&object.KeyboardInterruptType)
		}},
		{Name: "signal", Sig: "(signalnum, handler, /)", Doc: "Set the action for the given signal.", Fn: setHandler},
		{Name: "getsignal", Sig: "(signalnum, /)", Doc: "Return the current action for the given signal.", Fn: func(t *thread, a []value) (value, error) {
			n, err := signum(t, a[0])
			if err != nil {
				return value{}, err
			}
			return stateOf(t).handlers[n], nil
		}},
		{Name: "_interrupt_main", Sig: "(signum=None, /)", Fn: interruptMain},
		{Name: "raise_signal", Sig: "(signalnum, /)", Doc: "Send a signal to the executing process.", Fn: raiseSignal},
		{Name: "pause", Sig: "()", Doc: "Wait until a signal arrives.", Fn: pause},
		{Name: "set_wakeup_fd", Sig: "(fd, /, *, warn_on_full_buffer=True)", Fn: setWakeup},
		{Name: "siginterrupt", Sig: "(signalnum, flag, /)", Fn: func(t *thread, a []value) (value, error) {
			_, err := signum(t, a[0])
			return object.None, err
		}},
		{Name: "strsignal", Sig: "(signalnum, /)", Doc: "Return the system description of the given signal.", Fn: func(t *thread, a []value) (value, error) {
			n, err := signum(t, a[0])
			if err != nil {
				return value{}, err
			}
			if s := names[n]; s != "" {
				return object.NewStr(s), nil
			}
			return object.None, nil
		}},
		{Name: "pthread_kill", Sig: "(thread_id, signalnum, /)", Fn: func(t *thread, a []value) (value, error) {
			n, err := arg.CInt(t, a[1])
			if err != nil || n == 0 {
				return object.None, err
			}
			return raiseSignal(t, a[1:])
		}},
		{Name: "pthread_sigmask", Sig: "(how, mask, /)", Fn: sigmask},
		{Name: "sigpending", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
			s := stateOf(t)
			return setOf(t, s.pending.Load()&s.blocked.Load())
		}},
		{Name: "sigwait", Sig: "(sigset, /)", Fn: sigwait},
		{Name: "valid_signals", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return setOf(t, ^uint64(3<<31)) }},
	}
}

var names = map[int]string{1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted",
	7: "Bus error", 8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault",
	12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 16: "Stack fault", 17: "Child exited",
	18: "Continued", 19: "Stopped (signal)", 20: "Stopped", 21: "Stopped (tty input)", 22: "Stopped (tty output)",
	23: "Urgent I/O condition", 24: "CPU time limit exceeded", 25: "File size limit exceeded", 26: "Virtual timer expired",
	27: "Profiling timer expired", 28: "Window changed", 29: "I/O possible", 30: "Power failure", 31: "Bad system call"}

var numbers = map[string]syscall.Signal{"SIGHUP": unix.SIGHUP, "SIGINT": unix.SIGINT, "SIGQUIT": unix.SIGQUIT, "SIGILL": unix.SIGILL,
	"SIGTRAP": unix.SIGTRAP, "SIGABRT": unix.SIGABRT, "SIGIOT": unix.SIGIOT, "SIGBUS": unix.SIGBUS, "SIGFPE": unix.SIGFPE, "SIGKILL": unix.SIGKILL,
	"SIGUSR1": unix.SIGUSR1, "SIGSEGV": unix.SIGSEGV, "SIGUSR2": unix.SIGUSR2, "SIGPIPE": unix.SIGPIPE, "SIGALRM": unix.SIGALRM,
	"SIGTERM": unix.SIGTERM, "SIGCHLD": unix.SIGCHLD, "SIGCONT": unix.SIGCONT, "SIGSTOP": unix.SIGSTOP, "SIGTSTP": unix.SIGTSTP,
	"SIGTTIN": unix.SIGTTIN, "SIGTTOU": unix.SIGTTOU, "SIGURG": unix.SIGURG, "SIGXCPU": unix.SIGXCPU, "SIGXFSZ": unix.SIGXFSZ,
	"SIGVTALRM": unix.SIGVTALRM, "SIGPROF": unix.SIGPROF, "SIGWINCH": unix.SIGWINCH, "SIGIO": unix.SIGIO, "SIGSYS": unix.SIGSYS}

// Core declares _signal.
func Core() object.ModuleSpec {
	c := map[string]value{"NSIG": object.Int(nsig), "SIG_DFL": object.Int(sigDfl), "SIG_IGN": object.Int(sigIgn), "SIG_BLOCK": object.Int(0),
		"SIG_UNBLOCK": object.Int(1), "SIG_SETMASK": object.Int(2), "ITIMER_REAL": object.Int(0), "ITIMER_VIRTUAL": object.Int(1), "ITIMER_PROF": object.Int(2)}
	for n, s := range numbers {
		c[n] = object.IntOf(int(s))
	}
	for n, v := range systemSignals {
		c[n] = object.IntOf(v)
	}
	return object.ModuleSpec{Name: "_signal", Consts: c, Init: func(t *thread, m *object.Module) error {
		m.AddFuncs(t, "_signal", funcs)
		m.AddFuncs(t, "_signal", timerFuncs)
		m.Set(t, "default_int_handler", stateOf(t).intr)
		e, err := object.NewExceptionType(t, "signal", "ItimerError", &object.OSErrorType, "")
		if err == nil {
			stateOf(t).timerErr = e
			m.Set(t, "ItimerError", object.Wrap(e))
		}
		return err
	}}
}

// Module declares signal.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "signal", Doc: "Handlers of asynchronous events.", Source: source}
}
