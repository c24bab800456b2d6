package time

import (
	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var clockConsts = map[string]value{"CLOCK_REALTIME": object.Int(0), "CLOCK_MONOTONIC": object.Int(1), "CLOCK_PROCESS_CPUTIME_ID": object.Int(2),
	"CLOCK_THREAD_CPUTIME_ID": object.Int(3), "CLOCK_MONOTONIC_RAW": object.Int(4), "CLOCK_BOOTTIME": object.Int(7), "CLOCK_TAI": object.Int(11)}

func gettime(t *thread, v value, f func(int32, *unix.Timespec) error) (int64, error) {
	id, err := arg.CInt(t, v)
	if err != nil {
		return 0, err
	}
	var ts unix.Timespec
	if err := f(int32(id), &ts); err != nil {
		return 0, object.FromGoError(err)
	}
	return ts.Nano(), nil
}

var clockFuncs = []object.Func{
	{Name: "clock_gettime", Sig: "(clk_id, /)", Fn: func(t *thread, a []value) (value, error) {
		n, err := gettime(t, a[0], unix.ClockGettime)
		return object.Float(float64(n) / 1e9), err
	}},
	{Name: "clock_gettime_ns", Sig: "(clk_id, /)", Fn: func(t *thread, a []value) (value, error) {
		n, err := gettime(t, a[0], unix.ClockGettime)
		return object.Int(n), err
	}},
	{Name: "clock_getres", Sig: "(clk_id, /)", Fn: func(t *thread, a []value) (value, error) {
		n, err := gettime(t, a[0], unix.ClockGetres)
		return object.Float(float64(n) / 1e9), err
	}},
	{Name: "thread_time", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		n, err := gettime(t, object.Int(3), unix.ClockGettime)
		return object.Float(float64(n) / 1e9), err
	}},
	{Name: "thread_time_ns", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		n, err := gettime(t, object.Int(3), unix.ClockGettime)
		return object.Int(n), err
	}},
}
