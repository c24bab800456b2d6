package datetime

import (
	"time"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/timefmt"
)

// DateTime is a datetime.
type DateTime struct {
	Date
	moment
}

func asDateTime(v value) *DateTime { return object.As[DateTime](v) }

var dtParams = params{names: []string{"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"}, required: 3, byPos: 8}

func dtNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	x := object.Alloc[DateTime](tp, &DateTimeType)
	x.tz = object.None
	if len(args) >= 1 && len(args) <= 2 && len(kw) == 0 {
		if b := state(args[0], 10); b != nil && b[2]&0x7F >= 1 && b[2]&0x7F <= 12 {
			tz := value{}
			if len(args) == 2 {
				tz = args[1]
			}
			x.year, x.month, x.day = int(b[0])<<8|int(b[1]), int(b[2]&0x7F), int(b[3])
			err := x.restore(b[4:], tz)
			x.fold = int(b[2] >> 7)
			return object.Wrap(x), err
		}
	}
	a, err := dtParams.bind(args, kw)
	if err != nil {
		return value{}, err
	}
	if err := cInts(t, a, &x.year, &x.month, &x.day); err != nil {
		return value{}, err
	}
	if err := x.read(t, a[3:]); err != nil {
		return value{}, err
	}
	if err := checkDate(x.year, x.month, x.day); err != nil {
		return value{}, err
	}
	return object.Wrap(x), x.check()
}

// newDT makes an object of class tp, by a call if that is a subclass.
func newDT(t *thread, tp *object.Type, y, mo, d int, m moment) (value, error) {
	if tp == &DateTimeType {
		if err := checkDate(y, mo, d); err != nil {
			return value{}, err
		}
		return plainDT(y, mo, d, m), m.check()
	}
	args := []value{object.IntOf(y), object.IntOf(mo), object.IntOf(d), object.IntOf(m.hour), object.IntOf(m.minute), object.IntOf(m.second), object.IntOf(m.micro), m.tz}
	if m.fold == 0 {
		return object.Call(t, object.Wrap(tp), args, nil)
	}
	return object.Call(t, object.Wrap(tp), append(args, object.IntOf(m.fold)), []value{object.NewStr("fold")})
}

func plainDT(y, mo, d int, m moment) value {
	return object.Wrap(&DateTime{Date{object.Header{Type: &DateTimeType}, y, mo, d}, m})
}

// fromSeconds makes an object of class tp from seconds since January 1 of
// year 1 and microseconds, which need not be normal.
func fromSeconds(t *thread, tp *object.Type, secs, micros int, tz value, fold int) (value, error) {
	q, micros := floorDiv(micros, 1000000)
	days, secs := floorDiv(secs+q, daySeconds)
	if days < 0 || days >= maxOrdinal {
		return value{}, object.OverflowErrorf("date value out of range")
	}
	y, m, d := fromOrdinal(days + 1)
	return newDT(t, tp, y, m, d, moment{secs / 3600, secs / 60 % 60, secs % 60, micros, fold, tz})
}

// total is the seconds since January 1 of year 1.
func (x *DateTime) total() int { return (x.ordinal()-1)*daySeconds + x.seconds() }

// dtShift adds or subtracts (sign -1) a difference.
func dtShift(t *thread, v value, d *Delta, sign int) (value, error) {
	x := asDateTime(v)
	return fromSeconds(t, x.Type, x.total()+sign*(d.days*daySeconds+d.secs), x.micro+sign*d.micros, x.tz, 0)
}

func dtAdd(t *thread, a, b value) (value, error) {
	if isDelta(a) {
		a, b = b, a
	}
	if !isDateTime(a) || !isDelta(b) {
		return object.NotImplemented, nil
	}
	return dtShift(t, a, asDelta(b), 1)
}

func dtSub(t *thread, a, b value) (value, error) {
	if !isDateTime(a) {
		return object.NotImplemented, nil
	}
	if isDelta(b) {
		return dtShift(t, a, asDelta(b), -1)
	}
	if !isDateTime(b) {
		return object.NotImplemented, nil
	}
	x, y := asDateTime(a), asDateTime(b)
	secs, micros := x.total()-y.total(), x.micro-y.micro
	if x.tz != y.tz {
		o, p, err := offsets(t, a, b)
		if err != nil {
			return value{}, err
		}
		if (o == nil) != (p == nil) {
			return value{}, object.TypeErrorf("can't subtract offset-naive and offset-aware datetimes")
		}
		if o != nil {
			secs -= o.days*daySeconds + o.secs - p.days*daySeconds - p.secs
			micros -= o.micros - p.micros
		}
	}
	return newDelta(&DeltaType, 0, secs, micros)
}

func (x *DateTime) offset(t *thread) (*Delta, error) {
	return offsetOf(t, x.tz, "utcoffset", object.Wrap(x))
}

func offsets(t *thread, a, b value) (o, p *Delta, err error) {
	if o, err = asDateTime(a).offset(t); err != nil {
		return nil, nil, err
	}
	p, err = asDateTime(b).offset(t)
	return o, p, err
}

// foldMatters tells whether the offset o of x would be another with the other
// fold: then x equals nothing in another zone.
func (x *DateTime) foldMatters(t *thread, o *Delta) (bool, error) {
	if x.tz.O.Type == &ZoneType || x.tz.IsNone() {
		return false, nil
	}
	y := *x
	y.Type = &DateTimeType
	y.fold = 1 - x.fold
	p, err := y.offset(t)
	if err != nil {
		return false, err
	}
	return (o == nil) != (p == nil) || o != nil && o.cmp(p) != 0, nil
}

func (x *DateTime) cmpFields(y *DateTime) int {
	if c := x.Date.cmp(&y.Date); c != 0 {
		return c
	}
	return x.moment.cmp(&y.moment)
}

func dtCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	if !isDateTime(a) || !isDateTime(b) {
		return object.NotImplemented, nil
	}
	x, y := asDateTime(a), asDateTime(b)
	if x.tz == y.tz {
		return compared(x.cmpFields(y), op), nil
	}
	o, p, err := offsets(t, a, b)
	if err != nil {
		return value{}, err
	}
	equality := op == object.CmpEQ || op == object.CmpNE
	c := 0
	switch {
	case o == nil && p == nil || o != nil && p != nil && o.cmp(p) == 0:
		c = x.cmpFields(y)
	case o != nil && p != nil:
		c = order(x.total()-o.days*daySeconds-o.secs, y.total()-p.days*daySeconds-p.secs)
		if o.micros != p.micros || c == 0 {
			d, err := dtSub(t, a, b)
			if err != nil {
				return value{}, err
			}
			c = asDelta(d).cmp(&Delta{})
		}
	case equality:
		return object.Bool(op == object.CmpNE), nil
	default:
		return value{}, object.TypeErrorf("can't compare offset-naive and offset-aware datetimes")
	}
	if equality && c == 0 {
		for _, side := range []struct {
			x *DateTime
			o *Delta
		}{{x, o}, {y, p}} {
			if other, err := side.x.foldMatters(t, side.o); err != nil || other {
				return object.Bool(op == object.CmpNE), err
			}
		}
	}
	return compared(c, op), nil
}

func (x *DateTime) bytes(withFold bool) []byte {
	b := append(x.Date.bytes(), x.moment.bytes(false)...)
	if withFold && x.fold != 0 {
		b[2] |= 0x80
	}
	return b
}

func dtHash(t *thread, v value) (int64, error) {
	x := asDateTime(v)
	if x.fold != 0 {
		y := *x
		y.Type, y.fold = &DateTimeType, 0
		x = &y
	}
	o, err := x.offset(t)
	if err != nil {
		return 0, err
	}
	if o == nil {
		return object.HashBytes(x.bytes(false)), nil
	}
	d, err := newDelta(&DeltaType, x.ordinal()-o.days, x.seconds()-o.secs, x.micro-o.micros)
	if err != nil {
		return 0, err
	}
	return deltaHash(t, d)
}

func dtRepr(t *thread, v value) (value, error) {
	x := asDateTime(v)
	s, err := x.repr(t)
	return object.NewStrf("%s(%d, %d, %d, %s)", name(v), x.year, x.month, x.day, s), err
}

// tm is the broken-down form.
func (x *DateTime) tm() timefmt.Tm {
	tm := x.Date.tm()
	tm.Hour, tm.Min, tm.Sec = x.hour, x.minute, x.second
	return tm
}

func dtISO(t *thread, a []value) (value, error) {
	x, sep := asDateTime(a[0]), "T"
	if !a[1].IsNil() {
		s, ok := object.AsStr(a[1])
		if !ok {
			return value{}, object.TypeErrorf("isoformat() argument 1 must be a unicode character, not %s", a[1].O.Type.MsgName())
		}
		if s.CharLen() != 1 {
			return value{}, object.TypeErrorf("isoformat() argument 1 must be a unicode character, not a string of length %d", s.CharLen())
		}
		sep = s.String()
	}
	s, err := x.isoZone(t, a[2], a[0])
	return object.NewStr(x.Date.iso() + sep + s), err
}

// epoch is the seconds since the epoch of a naive local time.
func (x *DateTime) epoch() (int64, error) {
	return fromWall(int64(x.total())-(epochDay-1)*daySeconds, x.fold)
}

func dtTimestamp(t *thread, a []value) (value, error) {
	x := asDateTime(a[0])
	if x.tz.IsNone() {
		n, err := x.epoch()
		return object.Float(float64(n) + float64(x.micro)/1e6), err
	}
	start := plainDT(1970, 1, 1, moment{tz: object.Wrap(&utc)})
	d, err := dtSub(t, a[0], start)
	if err != nil {
		return value{}, err
	}
	return object.CallMethod(t, d, "total_seconds")
}

// atUTC makes an object of class tp from UTC seconds since the epoch.
func atUTC(t *thread, tp *object.Type, secs int64, micros int, tz value) (value, error) {
	if secs > limit || secs < -limit {
		return value{}, object.ValueErrorf("year %d is out of range", secs/31556952+1970)
	}
	if _, err := checkYear(time.Unix(secs, 0).UTC()); err != nil {
		return value{}, err
	}
	return fromSeconds(t, tp, int(secs)+(epochDay-1)*daySeconds, micros, tz, 0)
}

// at makes an object of class tp from a timestamp: local time, or that of tz.
func at(t *thread, tp *object.Type, secs int64, micros int, tz value) (value, error) {
	tz, err := checkTZ(tz)
	if err != nil {
		return value{}, err
	}
	if tz.IsNone() {
		x, err := localTime(secs)
		if err != nil {
			return value{}, err
		}
		return newDT(t, tp, x.Year(), int(x.Month()), x.Day(), moment{x.Hour(), x.Minute(), x.Second(), micros, fold(secs), tz})
	}
	v, err := atUTC(t, tp, secs, micros, tz)
	if err != nil {
		return value{}, err
	}
	return object.CallMethod(t, tz, "fromutc", v)
}

func dtAsTimezone(t *thread, a []value) (value, error) {
	v, tz := a[0], object.None
	if !a[1].IsNil() {
		tz = a[1]
	}
	if _, err := checkTZ(tz); err != nil {
		return value{}, err
	}
	x := asDateTime(v)
	if !x.tz.IsNone() && x.tz == tz {
		return v, nil
	}
	o, err := x.offset(t)
	if err != nil {
		return value{}, err
	}
	if o == nil { // local time
		n, err := x.epoch()
		if err != nil {
			return value{}, err
		}
		// A time in a gap has the offset of the other side.
		other := *x
		other.fold = 1 - x.fold
		if m, err := other.epoch(); err == nil && (x.fold == 0) == (m < n) {
			n = m
		}
		z, err := localZone(n)
		if err != nil {
			return value{}, err
		}
		if z == tz {
			return v, nil
		}
		o = asZone(z).offset
	}
	u, err := dtShift(t, v, o, -1)
	if err != nil {
		return value{}, err
	}
	y := asDateTime(u)
	if tz.IsNone() {
		if tz, err = localZone(int64(y.total()) - (epochDay-1)*daySeconds); err != nil {
			return value{}, err
		}
	}
	m := y.moment
	m.tz, m.fold = tz, 0
	if u, err = newDT(t, x.Type, y.year, y.month, y.day, m); err != nil {
		return value{}, err
	}
	if tz.O.Type == &ZoneType {
		return dtShift(t, u, asZone(tz).offset, 1)
	}
	return object.CallMethod(t, tz, "fromutc", u)
}

func dtReplace(t *thread, a []value) (value, error) {
	x := asDateTime(a[0])
	y, mo, d, m := x.year, x.month, x.day, x.moment
	if err := cInts(t, a[1:], &y, &mo, &d); err != nil {
		return value{}, err
	}
	if err := m.read(t, a[4:]); err != nil {
		return value{}, err
	}
	return newDT(t, x.Type, y, mo, d, m)
}

func dtReduce(t *thread, a []value) (value, error) {
	x := asDateTime(a[0])
	withFold := false
	if len(a) > 1 {
		n, err := cInt(t, a[1], 0)
		if err != nil {
			return value{}, err
		}
		withFold = n > 3
	}
	args := []value{object.NewBytes(x.bytes(withFold))}
	if !x.tz.IsNone() {
		args = append(args, x.tz)
	}
	return object.NewTuple(object.Wrap(x.Type), object.NewTupleOwned(args)), nil
}

func dtTuple(t *thread, a []value) (value, error) {
	x := asDateTime(a[0])
	tm := x.tm()
	d, err := offsetOf(t, x.tz, "dst", a[0])
	if err != nil {
		return value{}, err
	}
	if d != nil {
		tm.IsDST = 0
		if d.days != 0 || d.secs != 0 || d.micros != 0 {
			tm.IsDST = 1
		}
	}
	return structTime(tm), nil
}

func dtUTCTuple(t *thread, a []value) (value, error) {
	x := asDateTime(a[0])
	o, err := x.offset(t)
	if err != nil {
		return value{}, err
	}
	secs := x.total()
	if o != nil {
		secs -= o.days*daySeconds + o.secs
	}
	u, err := fromSeconds(t, &DateTimeType, secs, 0, object.None, 0)
	if err != nil {
		return value{}, err
	}
	tm := asDateTime(u).tm()
	tm.IsDST = 0
	return structTime(tm), nil
}
