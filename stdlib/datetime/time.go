package datetime

import (
	"fmt"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/timefmt"
)

// moment is a time of day with a zone.
type moment struct {
	hour, minute, second, micro int
	fold                        int
	tz                          value // None or a tzinfo
}

// Time is a time.
type Time struct {
	object.Header
	moment
}

func asTime(v value) *Time { return object.As[Time](v) }

func (m *moment) check() error {
	switch {
	case m.hour < 0 || m.hour > 23:
		return object.ValueErrorf("hour must be in 0..23, not %d", m.hour)
	case m.minute < 0 || m.minute > 59:
		return object.ValueErrorf("minute must be in 0..59, not %d", m.minute)
	case m.second < 0 || m.second > 59:
		return object.ValueErrorf("second must be in 0..59, not %d", m.second)
	case m.micro < 0 || m.micro > 999999:
		return object.ValueErrorf("microsecond must be in 0..999999, not %d", m.micro)
	case m.fold != 0 && m.fold != 1:
		return object.ValueErrorf("fold must be either 0 or 1, not %d", m.fold)
	}
	return nil
}

// read reads hour, minute, second, microsecond, tzinfo and fold.
func (m *moment) read(t *thread, a []value) (err error) {
	if err = cInts(t, a, &m.hour, &m.minute, &m.second, &m.micro); err != nil {
		return err
	}
	if m.fold, err = cInt(t, a[5], m.fold); err != nil {
		return err
	}
	if !a[4].IsNil() {
		if m.tz, err = checkTZ(a[4]); err != nil {
			return err
		}
	}
	return nil
}

var timeParams = params{names: []string{"hour", "minute", "second", "microsecond", "tzinfo", "fold"}, byPos: 5}

func timeNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	x := object.Alloc[Time](tp, &TimeType)
	x.tz = object.None
	if len(args) >= 1 && len(args) <= 2 && len(kw) == 0 {
		if b := state(args[0], 6); b != nil && b[0]&0x7F < 24 {
			tz := value{}
			if len(args) == 2 {
				tz = args[1]
			}
			return object.Wrap(x), x.restore(b, tz)
		}
	}
	a, err := timeParams.bind(args, kw)
	if err != nil {
		return value{}, err
	}
	if err := x.read(t, a); err != nil {
		return value{}, err
	}
	return object.Wrap(x), x.check()
}

// newTime makes an object of class tp.
func newTime(t *thread, tp *object.Type, m moment) (value, error) {
	if tp == &TimeType {
		return object.Wrap(&Time{object.Header{Type: tp}, m}), m.check()
	}
	args := []value{object.IntOf(m.hour), object.IntOf(m.minute), object.IntOf(m.second), object.IntOf(m.micro), m.tz}
	if m.fold == 0 {
		return object.Call(t, object.Wrap(tp), args, nil)
	}
	return object.Call(t, object.Wrap(tp), append(args, object.IntOf(m.fold)), []value{object.NewStr("fold")})
}

// bytes are the fields in the form that is pickled, fold in the first if
// withFold.
func (m *moment) bytes(withFold bool) []byte {
	b := []byte{byte(m.hour), byte(m.minute), byte(m.second), byte(m.micro >> 16), byte(m.micro >> 8), byte(m.micro)}
	if withFold && m.fold != 0 {
		b[0] |= 0x80
	}
	return b
}

// restore is the inverse of bytes.
func (m *moment) restore(b []byte, tz value) (err error) {
	m.hour, m.minute, m.second, m.micro = int(b[0]&0x7F), int(b[1]), int(b[2]), int(b[3])<<16|int(b[4])<<8|int(b[5])
	m.fold = int(b[0] >> 7)
	if !tz.IsNil() && !tz.IsNone() && !isTZ(tz) {
		return object.TypeErrorf("bad tzinfo state arg")
	}
	m.tz, err = checkTZ(tz)
	return err
}

// repr is the part of a repr behind hour and minute.
func (m *moment) repr(t *thread) (string, error) {
	s := fmt.Sprintf("%d, %d", m.hour, m.minute)
	if m.second != 0 || m.micro != 0 {
		s += fmt.Sprintf(", %d", m.second)
	}
	if m.micro != 0 {
		s += fmt.Sprintf(", %d", m.micro)
	}
	if m.fold != 0 {
		s += fmt.Sprintf(", fold=%d", m.fold)
	}
	if !m.tz.IsNone() {
		r, err := object.Repr(t, m.tz)
		if err != nil {
			return "", err
		}
		s += ", tzinfo=" + r
	}
	return s, nil
}

// iso is the time in ISO format without zone.
func (m *moment) iso(spec string) (string, error) {
	if spec == "auto" {
		if spec = "seconds"; m.micro != 0 {
			spec = "microseconds"
		}
	}
	s := fmt.Sprintf("%02d", m.hour)
	switch spec {
	case "hours":
		return s, nil
	case "minutes":
		return fmt.Sprintf("%s:%02d", s, m.minute), nil
	}
	s = fmt.Sprintf("%s:%02d:%02d", s, m.minute, m.second)
	switch spec {
	case "seconds":
		return s, nil
	case "milliseconds":
		return fmt.Sprintf("%s.%03d", s, m.micro/1000), nil
	case "microseconds":
		return fmt.Sprintf("%s.%06d", s, m.micro), nil
	}
	return "", object.ValueErrorf("Unknown timespec value")
}

// isoZone is iso and the offset of the zone, asked with dt.
func (m *moment) isoZone(t *thread, spec, dt value) (string, error) {
	sp := "auto"
	if !spec.IsNil() {
		x, ok := object.AsStr(spec)
		if !ok {
			return "", object.TypeErrorf("isoformat() argument 1 must be str, not %s", spec.O.Type.MsgName())
		}
		sp = x.String()
	}
	s, err := m.iso(sp)
	if err != nil {
		return "", err
	}
	d, err := offsetOf(t, m.tz, "utcoffset", dt)
	if err != nil {
		return "", err
	}
	if d != nil {
		s += offsetText(d, ":")
	}
	return s, nil
}

func (m *moment) seconds() int { return m.hour*3600 + m.minute*60 + m.second }

func (m *moment) cmp(o *moment) int { return order(m.seconds(), o.seconds(), m.micro, o.micro) }

func timeCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	if !isTime(a) || !isTime(b) {
		return object.NotImplemented, nil
	}
	x, y := asTime(a), asTime(b)
	if x.tz == y.tz {
		return compared(x.cmp(&y.moment), op), nil
	}
	o, err := offsetOf(t, x.tz, "utcoffset", object.None)
	if err != nil {
		return value{}, err
	}
	p, err := offsetOf(t, y.tz, "utcoffset", object.None)
	if err != nil {
		return value{}, err
	}
	switch {
	case o == nil && p == nil || o != nil && p != nil && o.cmp(p) == 0:
		return compared(x.cmp(&y.moment), op), nil
	case o != nil && p != nil:
		return compared(order(x.seconds()-o.days*daySeconds-o.secs, y.seconds()-p.days*daySeconds-p.secs, x.micro-o.micros, y.micro-p.micros), op), nil
	case op == object.CmpEQ:
		return object.False, nil
	case op == object.CmpNE:
		return object.True, nil
	}
	return value{}, object.TypeErrorf("can't compare offset-naive and offset-aware times")
}

func timeHash(t *thread, v value) (int64, error) {
	x := asTime(v)
	o, err := offsetOf(t, x.tz, "utcoffset", object.None)
	if err != nil {
		return 0, err
	}
	if o == nil {
		return object.HashBytes(x.bytes(false)), nil
	}
	d, err := newDelta(&DeltaType, -o.days, x.seconds()-o.secs, x.micro-o.micros)
	if err != nil {
		return 0, err
	}
	return deltaHash(t, d)
}

func timeFromISO(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[1])
	if !ok {
		return value{}, object.TypeErrorf("fromisoformat: argument must be str")
	}
	r := runes(s.String())
	r, _ = skip(r, 'T')
	c, tz, err := parseTime(r)
	if err == nil {
		_, err = c.midnight()
	}
	if err == errISO {
		return value{}, object.ValueErrorf("Invalid isoformat string: %s", object.MustReprT(t, a[1]))
	}
	if err != nil {
		return value{}, err
	}
	return newTime(t, object.As[object.Type](a[0]), moment{hour: c.h, minute: c.m, second: c.s, micro: c.us, tz: tz})
}

func timeReplace(t *thread, a []value) (value, error) {
	x := asTime(a[0])
	m := x.moment
	if err := m.read(t, a[1:]); err != nil {
		return value{}, err
	}
	return newTime(t, x.Type, m)
}

func timeReduce(t *thread, a []value) (value, error) {
	x := asTime(a[0])
	withFold := true
	if len(a) > 1 {
		n, err := cInt(t, a[1], 0)
		if err != nil {
			return value{}, err
		}
		withFold = n > 3
	} else {
		withFold = false
	}
	args := []value{object.NewBytes(x.bytes(withFold))}
	if !x.tz.IsNone() {
		args = append(args, x.tz)
	}
	return object.NewTuple(object.Wrap(x.Type), object.NewTupleOwned(args)), nil
}

var timeReplaceRow = object.Func{Name: "replace", Sig: "($self, /, hour=unchanged, minute=unchanged, second=unchanged, microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)", Doc: "Return time with new specified fields.", Fn: timeReplace}

var timeMethods = []object.Func{
	{Name: "isoformat", Sig: "($self, /, timespec='auto')", Doc: "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].", Fn: func(t *thread, a []value) (value, error) {
		s, err := asTime(a[0]).isoZone(t, a[1], object.None)
		return object.NewStr(s), err
	}},
	{Name: "strftime", Sig: "($self, /, format)", Doc: "format -> strftime() style string.", Fn: func(t *thread, a []value) (value, error) {
		x := asTime(a[0])
		tm := timefmt.Tm{Year: 1900, Month: 1, Day: 1, Hour: x.hour, Min: x.minute, Sec: x.second, Weekday: 0, Yday: 1, IsDST: -1}
		return strftime(t, a[0], a[1], tm, x.micro, x.tz)
	}},
	formatRow,
	{Name: "utcoffset", Sig: "($self, /)", Doc: "Return self.tzinfo.utcoffset(self).", Fn: func(t *thread, a []value) (value, error) {
		return deltaOrNone(offsetOf(t, asTime(a[0]).tz, "utcoffset", object.None))
	}},
	{Name: "dst", Sig: "($self, /)", Doc: "Return self.tzinfo.dst(self).", Fn: func(t *thread, a []value) (value, error) {
		return deltaOrNone(offsetOf(t, asTime(a[0]).tz, "dst", object.None))
	}},
	{Name: "tzname", Sig: "($self, /)", Doc: "Return self.tzinfo.tzname(self).", Fn: func(t *thread, a []value) (value, error) {
		return zoneName(t, asTime(a[0]).tz, object.None)
	}},
	timeReplaceRow,
	{Name: "__reduce__", Sig: "($self, /)", Fn: timeReduce},
	{Name: "__reduce_ex__", Sig: "($self, proto, /)", Fn: timeReduce},
}

func timeField(f func(m *moment) int) func(t *thread, v value) (value, error) {
	return func(t *thread, v value) (value, error) { return object.IntOf(f(&asTime(v).moment)), nil }
}

func init() {
	TimeType.Define(object.TypeSpec{
		Name: "time", Module: "datetime", Flags: object.FlagBase, Size: unsafe.Sizeof(Time{}), Doc: "The time of a day.",
		Slots: object.Slots{
			New: timeNew, RichCmp: timeCompare, Hash: timeHash,
			Repr: func(t *thread, v value) (value, error) {
				s, err := asTime(v).repr(t)
				return object.NewStr(name(v) + "(" + s + ")"), err
			},
			Str:      func(t *thread, v value) (value, error) { return object.CallMethod(t, v, "isoformat") },
			Traverse: func(v value, visit func(value)) { visit(asTime(v).tz) },
		},
		Methods: append(timeMethods[:len(timeMethods):len(timeMethods)], replaceRow(timeReplaceRow)),
		ClassMethods: []object.Func{
			{Name: "fromisoformat", Sig: "($type, string, /)", Doc: "string -> time from a string in ISO 8601 format", Fn: timeFromISO},
			{Name: "strptime", Sig: "($type, string, format, /)", Doc: "string, format -> new time parsed from a string (like time.strptime()).", Fn: func(t *thread, a []value) (value, error) {
				p, err := strptime(t, a[1], a[2])
				if err != nil {
					return value{}, err
				}
				tz, err := zoneOf(p)
				if err != nil {
					return value{}, err
				}
				return newTime(t, object.As[object.Type](a[0]), moment{p.Hour, p.Min, p.Sec, p.Micro, 0, tz})
			}},
		},
		GetSets: []object.GetSet{
			{Name: "hour", Get: timeField(func(m *moment) int { return m.hour })},
			{Name: "minute", Get: timeField(func(m *moment) int { return m.minute })},
			{Name: "second", Get: timeField(func(m *moment) int { return m.second })},
			{Name: "microsecond", Get: timeField(func(m *moment) int { return m.micro })},
			{Name: "fold", Get: timeField(func(m *moment) int { return m.fold })},
			{Name: "tzinfo", Get: func(t *thread, v value) (value, error) { return asTime(v).tz, nil }},
		},
		Consts: func() map[string]value {
			at := func(m moment) value { return object.Wrap(&Time{object.Header{Type: &TimeType}, m}) }
			return map[string]value{"min": at(moment{tz: object.None}), "max": at(moment{23, 59, 59, 999999, 0, object.None}), "resolution": plainDelta(0, 0, 1)}
		},
	})
}
