// Package time implements the time module (library reference, "time").
package time

import (
	"math"
	"time"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// start is what monotonic clocks count from.
var start = time.Now()

func sleep(t *thread, a []value) (value, error) {
	if !object.IsIntLike(a[0]) && a[0].O.Type.Slots.ToFloat == nil && a[0].O.Type.Slots.Index == nil {
		return value{}, object.TypeErrorf("'%s' object cannot be interpreted as an integer or float", a[0].O.Type.MsgName())
	}
	sec, err := object.RealToFloat(t, a[0])
	switch {
	case err != nil:
		return value{}, err
	case math.IsNaN(sec):
		return value{}, object.ValueErrorf("Invalid value NaN (not a number)")
	case sec < 0:
		return value{}, object.ValueErrorf("sleep length must be non-negative")
	case sec > 9.2e9:
		return value{}, object.OverflowErrorf("timestamp too large to convert to C PyTime_t")
	case sec == 0:
		if bits := t.G.Yield(); bits != 0 {
			return object.None, t.HandleBreaker(bits)
		}
		return object.None, nil
	}
	_, err = t.Wait(nil, &gil.WaitInfo{Kind: "sleep", Deadline: time.Now().Add(time.Duration(sec * 1e9))})
	return object.None, err
}

func seconds(ns int64) (value, error) { return object.Float(float64(ns) / 1e9), nil }

// Module declares time.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "time", Doc: "Functions to work with time.",
		Types: []*object.Type{&StructTimeType}, Consts: clockConsts,
		Init: func(t *thread, m *object.Module) error {
			m.AddFuncs(t, "time", calendarFuncs)
			m.AddFuncs(t, "time", clockFuncs)
			setZone(t, m)
			return nil
		},
		Funcs: []object.Func{
			{Name: "time", Sig: "()", Doc: "Return the current time in seconds since the epoch.", Fn: func(t *thread, a []value) (value, error) { return seconds(time.Now().UnixNano()) }},
			{Name: "time_ns", Sig: "()", Doc: "Return the current time in nanoseconds since the epoch.", Fn: func(t *thread, a []value) (value, error) { return object.Int(time.Now().UnixNano()), nil }},
			{Name: "monotonic", Sig: "()", Doc: "Monotonic clock, in seconds.", Fn: func(t *thread, a []value) (value, error) { return seconds(int64(time.Since(start))) }},
			{Name: "monotonic_ns", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Int(int64(time.Since(start))), nil }},
			{Name: "perf_counter", Sig: "()", Doc: "Performance counter for benchmarking, in seconds.", Fn: func(t *thread, a []value) (value, error) { return seconds(int64(time.Since(start))) }},
			{Name: "perf_counter_ns", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Int(int64(time.Since(start))), nil }},
			{Name: "process_time", Sig: "()", Doc: "Processor time of the process, in seconds.", Fn: func(t *thread, a []value) (value, error) { return seconds(processTime()) }},
			{Name: "process_time_ns", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Int(processTime()), nil }},
			{Name: "sleep", Sig: "(seconds, /)", Doc: "Delay execution for a given number of seconds.", Fn: sleep},
		},
	}
}
