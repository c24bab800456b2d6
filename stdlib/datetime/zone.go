package datetime

import (
	"fmt"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// Zone is a timezone: a fixed offset with an optional name.
type Zone struct {
	object.Header
	offset *Delta
	name   value // missing: none
}

// TZInfo is an object of a class derived from tzinfo.
type TZInfo struct{ object.Header }

var utc = Zone{Header: object.Header{Type: &ZoneType}, offset: &Delta{Header: object.Header{Type: &DeltaType}}}

func asZone(v value) *Zone { return object.As[Zone](v) }

func inDay(d *Delta) bool { return d.days == 0 || d.days == -1 && (d.secs > 0 || d.micros > 0) }

func errOffset(offset value) error {
	r, _ := deltaRepr(nil, offset)
	return object.ValueErrorf("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s", object.As[object.Str](r).String())
}

func newZone(offset, name value) (value, error) {
	d := asDelta(offset)
	if name.IsNil() && d.days == 0 && d.secs == 0 && d.micros == 0 {
		return object.Wrap(&utc), nil
	}
	if !inDay(d) {
		return value{}, errOffset(offset)
	}
	return object.Wrap(&Zone{Header: object.Header{Type: &ZoneType}, offset: d, name: name}), nil
}

var zonePlan = arg.Plan{Name: "timezone", Sig: "(offset, name=<unrepresentable>)"}

func zoneNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	a, err := zonePlan.Bind(t, args, kw)
	if err != nil {
		return value{}, err
	}
	if !isDelta(a[0]) {
		return value{}, object.TypeErrorf("timezone() argument 1 must be datetime.timedelta, not %s", arg.TypeName(a[0]))
	}
	if !a[1].IsNil() {
		if _, ok := object.AsStr(a[1]); !ok {
			return value{}, object.TypeErrorf("timezone() argument 2 must be str, not %s", arg.TypeName(a[1]))
		}
	}
	return newZone(a[0], a[1])
}

// offsetText is an offset as +HH:MM[:SS[.ffffff]].
func offsetText(d *Delta, sep string) string {
	sign := "+"
	if d.days < 0 {
		n, _ := deltaNeg(nil, object.Wrap(d))
		sign, d = "-", asDelta(n)
	}
	s := fmt.Sprintf("%s%02d%s%02d", sign, d.secs/3600, sep, d.secs/60%60)
	if d.secs%60 != 0 || d.micros != 0 {
		s += fmt.Sprintf("%s%02d", sep, d.secs%60)
	}
	if d.micros != 0 {
		s += fmt.Sprintf(".%06d", d.micros)
	}
	return s
}

// text is the name of the zone.
func (z *Zone) text() string {
	if !z.name.IsNil() {
		return object.As[object.Str](z.name).String()
	}
	if z == &utc || z.offset.days == 0 && z.offset.secs == 0 && z.offset.micros == 0 {
		return "UTC"
	}
	return "UTC" + offsetText(z.offset, ":")
}

func zoneRepr(t *thread, v value) (value, error) {
	z := asZone(v)
	if z == &utc {
		return object.NewStr("datetime.timezone.utc"), nil
	}
	o, err := object.Repr(t, object.Wrap(z.offset))
	if err != nil {
		return value{}, err
	}
	if z.name.IsNil() {
		return object.NewStr("datetime.timezone(" + o + ")"), nil
	}
	n, err := object.Repr(t, z.name)
	return object.NewStr("datetime.timezone(" + o + ", " + n + ")"), err
}

func checkZoneArg(v value, fn string) error {
	if v.IsNone() || isDateTime(v) {
		return nil
	}
	return object.TypeErrorf("%s(dt) argument must be a datetime instance or None, not %s", fn, v.O.Type.MsgName())
}

// fromUTCArg checks the argument of fromutc of zone tz.
func fromUTCArg(tz, v value) error {
	if !isDateTime(v) {
		return object.TypeErrorf("fromutc: argument must be a datetime")
	}
	if asDateTime(v).tz != tz {
		return object.ValueErrorf("fromutc: dt.tzinfo is not self")
	}
	return nil
}

var zoneMethods = []object.Func{
	{Name: "tzname", Sig: "($self, dt, /)", Doc: "Return the name, or the offset as text.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewStr(asZone(a[0]).text()), checkZoneArg(a[1], "tzname")
	}},
	{Name: "utcoffset", Sig: "($self, dt, /)", Doc: "Return fixed offset.", Fn: func(t *thread, a []value) (value, error) {
		return object.Wrap(asZone(a[0]).offset), checkZoneArg(a[1], "utcoffset")
	}},
	{Name: "dst", Sig: "($self, dt, /)", Doc: "Return None.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, checkZoneArg(a[1], "dst")
	}},
	{Name: "fromutc", Sig: "($self, dt, /)", Doc: "datetime in UTC -> datetime in local time.", Fn: func(t *thread, a []value) (value, error) {
		if err := fromUTCArg(a[0], a[1]); err != nil {
			return value{}, err
		}
		return dtShift(t, a[1], asZone(a[0]).offset, 1)
	}},
	{Name: "__getinitargs__", Sig: "($self, /)", Doc: "pickle support", Fn: func(t *thread, a []value) (value, error) {
		z := asZone(a[0])
		if z.name.IsNil() {
			return object.NewTuple(object.Wrap(z.offset)), nil
		}
		return object.NewTuple(object.Wrap(z.offset), z.name), nil
	}},
}

func notImplemented(fn string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		return value{}, object.Errorf(&object.NotImplementedErrorType, "a tzinfo subclass must implement %s()", fn)
	}
}

// fromUTC is tzinfo.fromutc.
func fromUTC(t *thread, a []value) (value, error) {
	tz, v := a[0], a[1]
	if err := fromUTCArg(tz, v); err != nil {
		return value{}, err
	}
	off, err := offsetOf(t, tz, "utcoffset", v)
	if err != nil {
		return value{}, err
	}
	if off == nil {
		return value{}, object.ValueErrorf("fromutc: non-None utcoffset() result required")
	}
	dst, err := offsetOf(t, tz, "dst", v)
	if err != nil {
		return value{}, err
	}
	if dst == nil {
		return value{}, object.ValueErrorf("fromutc: non-None dst() result required")
	}
	delta, err := deltaSub(t, object.Wrap(off), object.Wrap(dst))
	if err != nil {
		return value{}, err
	}
	r, err := dtShift(t, v, asDelta(delta), 1)
	if err != nil {
		return value{}, err
	}
	if dst, err = offsetOf(t, tz, "dst", r); err != nil {
		return value{}, err
	}
	if dst == nil {
		return value{}, object.ValueErrorf("fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	if dst.days == 0 && dst.secs == 0 && dst.micros == 0 {
		return r, nil
	}
	return dtShift(t, r, dst, 1)
}

// offsetOf calls the method fn (utcoffset or dst) of the zone tz; nil stands
// for None.
func offsetOf(t *thread, tz value, fn string, dt value) (*Delta, error) {
	if tz.IsNone() {
		return nil, nil
	}
	if tz.O.Type == &ZoneType {
		if fn == "dst" {
			return nil, nil
		}
		return asZone(tz).offset, nil
	}
	r, err := object.CallMethod(t, tz, fn, dt)
	if err != nil || r.IsNone() {
		return nil, err
	}
	if !isDelta(r) {
		return nil, object.TypeErrorf("tzinfo.%s() must return None or timedelta, not '%s'", fn, r.O.Type.MsgName())
	}
	if !inDay(asDelta(r)) {
		return nil, errOffset(r)
	}
	return asDelta(r), nil
}

// zoneName calls tzname of the zone tz.
func zoneName(t *thread, tz, dt value) (value, error) {
	if tz.IsNone() {
		return object.None, nil
	}
	if tz.O.Type == &ZoneType {
		return object.NewStr(asZone(tz).text()), nil
	}
	r, err := object.CallMethod(t, tz, "tzname", dt)
	if err != nil || r.IsNone() {
		return r, err
	}
	if _, ok := object.AsStr(r); !ok {
		return r, object.TypeErrorf("tzinfo.tzname() must return None or a string, not '%s'", r.O.Type.MsgName())
	}
	return r, nil
}

// deltaOrNone is what utcoffset and dst return.
func deltaOrNone(d *Delta, err error) (value, error) {
	if d == nil {
		return object.None, err
	}
	return object.Wrap(d), err
}

// tzReduce is tzinfo.__reduce__.
func tzReduce(t *thread, a []value) (value, error) {
	args := object.EmptyTuple
	if f, err := object.GetAttrOpt(t, a[0], t.Intern("__getinitargs__")); err != nil {
		return value{}, err
	} else if !f.IsNil() {
		if args, err = object.CallArgs(t, f); err != nil {
			return value{}, err
		}
	}
	st, err := object.CallMethod(t, a[0], "__getstate__")
	if err != nil {
		return value{}, err
	}
	return object.NewTuple(object.Wrap(a[0].O.Type), args, st), nil
}

func init() {
	TZInfoType.Define(object.TypeSpec{
		Name: "tzinfo", Module: "datetime", Flags: object.FlagBase, Size: unsafe.Sizeof(TZInfo{}), Doc: "Abstract base class for time zone info objects.",
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			return object.Wrap(object.Alloc[TZInfo](tp, &TZInfoType)), nil
		}},
		Methods: []object.Func{
			{Name: "tzname", Sig: "($self, dt, /)", Doc: "datetime -> string name of time zone.", Fn: notImplemented("tzname")},
			{Name: "utcoffset", Sig: "($self, dt, /)", Doc: "datetime -> timedelta showing offset from UTC, negative values indicating West of UTC", Fn: notImplemented("utcoffset")},
			{Name: "dst", Sig: "($self, dt, /)", Doc: "datetime -> DST offset as timedelta positive east of UTC.", Fn: notImplemented("dst")},
			{Name: "fromutc", Sig: "($self, dt, /)", Doc: "datetime in UTC -> datetime in local time.", Fn: fromUTC},
			{Name: "__reduce__", Sig: "($self, /)", Doc: "-> (cls, state)", Fn: tzReduce},
		},
	})
	ZoneType.Define(object.TypeSpec{
		Name: "timezone", Module: "datetime", Base: &TZInfoType, Size: unsafe.Sizeof(Zone{}), Doc: "Fixed offset from UTC implementation of tzinfo.",
		Slots: object.Slots{
			New: zoneNew, Repr: zoneRepr,
			Str:  func(t *thread, v value) (value, error) { return object.NewStr(asZone(v).text()), nil },
			Hash: func(t *thread, v value) (int64, error) { return deltaHash(t, object.Wrap(asZone(v).offset)) },
			RichCmp: func(t *thread, a, b value, op object.CmpOp) (value, error) {
				if op != object.CmpEQ && op != object.CmpNE || a.O.Type != &ZoneType || b.O.Type != &ZoneType {
					return object.NotImplemented, nil
				}
				return compared(asZone(a).offset.cmp(asZone(b).offset), op), nil
			},
			Traverse: func(v value, visit func(value)) {
				visit(object.Wrap(asZone(v).offset))
				visit(asZone(v).name)
			},
		},
		Methods: zoneMethods,
		Consts: func() map[string]value {
			lo, _ := newZone(plainDelta(-1, 60, 0), value{})
			hi, _ := newZone(plainDelta(0, daySeconds-60, 0), value{})
			return map[string]value{"utc": object.Wrap(&utc), "min": lo, "max": hi}
		},
	})
}
