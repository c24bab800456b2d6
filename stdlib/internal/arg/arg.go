// Package arg reads the arguments of library functions: bound parameters,
// numbers, buffers, paths.
package arg

import (
	"sync"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Plan binds the arguments of a class, which get no declaration row. Sig is
// parsed at the first use.
type Plan struct {
	Name, Sig string
	once      sync.Once
	bind      func(t *thread, args, kw []value) ([]value, error)
}

// Bind returns one Value per parameter, the zero Value for those not given.
func (p *Plan) Bind(t *thread, args, kw []value) ([]value, error) {
	p.once.Do(func() {
		pl := object.ParsePlan(p.Sig)
		p.bind = func(t *thread, args, kw []value) ([]value, error) {
			return object.BindArgs(t, pl, p.Name, args, kw)
		}
	})
	return p.bind(t, args, kw)
}

// Int returns an optional integer argument.
func Int(t *thread, v value, def int) (int, error) {
	if v.O == nil {
		return def, nil
	}
	return object.IndexInt(t, v, &object.OverflowErrorType)
}

// Size returns an optional size: None and absence are -1.
func Size(t *thread, v value) (int, error) {
	if v.O == nil || v.IsNone() {
		return -1, nil
	}
	if !object.IsIntLike(v) && v.O.Type.Slots.Index == nil {
		return 0, object.TypeErrorf("argument should be integer or None, not '%s'", v.O.Type.MsgName())
	}
	return object.IndexInt(t, v, &object.OverflowErrorType)
}

// Int64 returns an integer argument of 64 bits.
func Int64(t *thread, v value) (int64, error) {
	i, err := object.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := object.AsInt64(i)
	if !ok {
		return 0, object.OverflowErrorf("Python int too large to convert to C long")
	}
	return n, nil
}

// CInt returns an integer argument that fits a C int.
func CInt(t *thread, v value) (int, error) {
	i, err := object.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := object.AsInt64(i)
	switch {
	case !ok:
		return 0, object.OverflowErrorf("Python int too large to convert to C int")
	case n > 1<<31-1:
		return 0, object.OverflowErrorf("signed integer is greater than maximum")
	case n < -1<<31:
		return 0, object.OverflowErrorf("signed integer is less than minimum")
	}
	return int(n), nil
}

// Bool returns an optional truth value.
func Bool(t *thread, v value, def bool) (bool, error) {
	if v.O == nil {
		return def, nil
	}
	return object.Truth(t, v)
}

// Str returns the str argument name of function fn; None is allowed if opt.
func Str(v value, fn, name string, opt bool) (string, error) {
	if v.O == nil || opt && v.IsNone() {
		return "", nil
	}
	s, ok := object.AsStr(v)
	if !ok {
		want := "str"
		if opt {
			want = "str or None"
		}
		return "", object.TypeErrorf("%s() argument %s must be %s, not %s", fn, name, want, TypeName(v))
	}
	return s.String(), nil
}

// TypeName is the name of v's type in messages; None is "None".
func TypeName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return v.O.Type.Name
}

// Given reports whether v is an argument other than None.
func Given(v value) bool { return v.O != nil && !v.IsNone() }
