package signal

import (
	"errors"
	"math"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var systemSignals = map[string]int{"SIGCLD": 17, "SIGPOLL": 29, "SIGPWR": 30, "SIGSTKFLT": 16, "SIGRTMIN": 34, "SIGRTMAX": 64}

func interval(v float64) (unix.Timeval, error) {
	if v < 0 || math.IsNaN(v) || v > 1e12 {
		return unix.Timeval{}, unix.EINVAL
	}
	sec := math.Floor(v)
	us := int64(math.Ceil((v - sec) * 1e6))
	return unix.Timeval{Sec: int64(sec), Usec: min(us, 999999)}, nil
}

// timerError is err as a signal.ItimerError.
func timerError(t *thread, err error) error {
	var no syscall.Errno
	if !errors.As(err, &no) {
		return object.FromGoError(err)
	}
	e, cerr := object.CallArgs(t, object.Wrap(stateOf(t).timerErr), object.IntOf(int(no)), object.NewStr(object.Strerror(int(no))))
	if cerr != nil {
		return cerr
	}
	return object.As[object.Exception](e)
}

func timerResult(t *thread, it unix.Itimerval, err error) (value, error) {
	if err != nil {
		return value{}, timerError(t, err)
	}
	f := func(tv unix.Timeval) value { return object.Float(float64(tv.Sec) + float64(tv.Usec)/1e6) }
	return object.NewTuple(f(it.Value), f(it.Interval)), nil
}

var timerFuncs = []object.Func{
	{Name: "alarm", Sig: "(seconds, /)", Doc: "Arrange for SIGALRM to arrive after the given number of seconds.", Fn: func(t *thread, a []value) (value, error) {
		n, err := arg.CInt(t, a[0])
		if err != nil {
			return value{}, err
		}
		old, err := unix.Setitimer(unix.ITIMER_REAL, unix.Itimerval{Value: unix.Timeval{Sec: int64(n)}})
		if err != nil {
			return value{}, object.FromGoError(err)
		}
		left := old.Value.Sec
		if old.Value.Usec > 0 {
			left++
		}
		return object.Int(left), nil
	}},
	{Name: "setitimer", Sig: "(which, seconds, interval=0.0, /)", Doc: "Set a timer of the process.", Fn: func(t *thread, a []value) (value, error) {
		which, err := arg.CInt(t, a[0])
		if err != nil {
			return value{}, err
		}
		var tv [2]unix.Timeval
		for i, v := range a[1:] {
			if v.O == nil {
				continue
			}
			f, err := object.ToFloat(t, v)
			if err != nil {
				return value{}, err
			}
			if tv[i], err = interval(f); err != nil {
				return value{}, timerError(t, err)
			}
		}
		old, err := unix.Setitimer(unix.ItimerWhich(which), unix.Itimerval{Value: tv[0], Interval: tv[1]})
		return timerResult(t, old, err)
	}},
	{Name: "getitimer", Sig: "(which, /)", Fn: func(t *thread, a []value) (value, error) {
		which, err := arg.CInt(t, a[0])
		if err != nil {
			return value{}, err
		}
		it, err := unix.Getitimer(unix.ItimerWhich(which))
		return timerResult(t, it, err)
	}},
}
