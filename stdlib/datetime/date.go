package datetime

import (
	"fmt"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/timefmt"
	timemod "github.com/gopy-lang/gopy/stdlib/time"
)

// Date is a date; a DateTime begins as one.
type Date struct {
	object.Header
	year, month, day int
}

func asDate(v value) *Date { return object.As[Date](v) }

func checkDate(y, m, d int) error {
	switch {
	case y < minYear || y > maxYear:
		return object.ValueErrorf("year must be in 1..9999, not %d", y)
	case m < 1 || m > 12:
		return object.ValueErrorf("month must be in 1..12, not %d", m)
	case d < 1 || d > daysIn(y, m):
		return object.ValueErrorf("day %d must be in range 1..%d for month %d in year %d", d, daysIn(y, m), m, y)
	}
	return nil
}

// newDate makes an object of class tp, by a call if that is a subclass.
func newDate(t *thread, tp *object.Type, y, m, d int) (value, error) {
	if tp != &DateType {
		return object.CallArgs(t, object.Wrap(tp), object.IntOf(y), object.IntOf(m), object.IntOf(d))
	}
	if err := checkDate(y, m, d); err != nil {
		return value{}, err
	}
	return plainDate(y, m, d), nil
}

func plainDate(y, m, d int) value {
	return object.Wrap(&Date{object.Header{Type: &DateType}, y, m, d})
}

var dateParams = params{names: []string{"year", "month", "day"}, required: 3, byPos: 3}

func dateNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(args) == 1 && len(kw) == 0 {
		if b := state(args[0], 4); b != nil && b[2] >= 1 && b[2] <= 12 {
			d := object.Alloc[Date](tp, &DateType)
			d.year, d.month, d.day = int(b[0])<<8|int(b[1]), int(b[2]), int(b[3])
			return object.Wrap(d), nil
		}
	}
	a, err := dateParams.bind(args, kw)
	if err != nil {
		return value{}, err
	}
	d := object.Alloc[Date](tp, &DateType)
	if err := cInts(t, a, &d.year, &d.month, &d.day); err != nil {
		return value{}, err
	}
	return object.Wrap(d), checkDate(d.year, d.month, d.day)
}

func (d *Date) ordinal() int { return ordinal(d.year, d.month, d.day) }

func (d *Date) iso() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

func (d *Date) bytes() []byte {
	return []byte{byte(d.year >> 8), byte(d.year), byte(d.month), byte(d.day)}
}

func (d *Date) cmp(e *Date) int { return order(d.year, e.year, d.month, e.month, d.day, e.day) }

func dateCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	if a.O.Type.Solid != &DateType || b.O.Type.Solid != &DateType {
		return object.NotImplemented, nil
	}
	return compared(asDate(a).cmp(asDate(b)), op), nil
}

func dateShift(t *thread, v value, days int) (value, error) {
	d := asDate(v)
	n := d.ordinal() + days
	if n < 1 || n > maxOrdinal {
		return value{}, object.OverflowErrorf("date value out of range")
	}
	y, m, day := fromOrdinal(n)
	return newDate(t, d.Type, y, m, day)
}

func dateAdd(t *thread, a, b value) (value, error) {
	if isDelta(a) {
		a, b = b, a
	}
	if a.O.Type.Solid != &DateType || !isDelta(b) {
		return object.NotImplemented, nil
	}
	return dateShift(t, a, asDelta(b).days)
}

func dateSub(t *thread, a, b value) (value, error) {
	if a.O.Type.Solid != &DateType {
		return object.NotImplemented, nil
	}
	switch {
	case isDelta(b):
		return dateShift(t, a, -asDelta(b).days)
	case b.O.Type.Solid == &DateType:
		return newDelta(&DeltaType, asDate(a).ordinal()-asDate(b).ordinal(), 0, 0)
	}
	return object.NotImplemented, nil
}

// tm is the broken-down form of a date.
func (d *Date) tm() timefmt.Tm {
	return timefmt.Tm{Year: d.year, Month: d.month, Day: d.day, Weekday: weekday(d.year, d.month, d.day), Yday: daysBeforeMonth(d.year, d.month) + d.day, IsDST: -1}
}

func structTime(tm timefmt.Tm) value {
	i := object.IntOf
	return object.NewStructSeq(&timemod.StructTimeType, 9, i(tm.Year), i(tm.Month), i(tm.Day), i(tm.Hour), i(tm.Min), i(tm.Sec),
		i(tm.Weekday), i(tm.Yday), i(tm.IsDST), object.None, object.None)
}

func ctime(tm timefmt.Tm) string { return timefmt.Format("%a %b %e %H:%M:%S %Y", &tm) }

func dateFromOrdinal(t *thread, a []value) (value, error) {
	n, err := cInt(t, a[1], 0)
	if err != nil {
		return value{}, err
	}
	if n < 1 {
		return value{}, object.ValueErrorf("ordinal must be >= 1")
	}
	y, m, d := fromOrdinal(n)
	if y > maxYear {
		return value{}, object.ValueErrorf("year must be in 1..9999, not %d", y)
	}
	return newDate(t, object.As[object.Type](a[0]), y, m, d)
}

func dateFromISOCalendar(t *thread, a []value) (value, error) {
	var y, w, d int
	if err := cInts(t, a[1:], &y, &w, &d); err != nil {
		if object.IsExc(err, &object.OverflowErrorType) {
			err = object.ValueErrorf("ISO calendar component out of range")
		}
		return value{}, err
	}
	n, wrong := isoOrdinal(y, w, d)
	switch wrong {
	case 1:
		return value{}, object.ValueErrorf("year must be in 1..9999, not %d", y)
	case 2:
		return value{}, object.ValueErrorf("Invalid week: %d", w)
	case 3:
		return value{}, object.ValueErrorf("Invalid weekday: %d (range is [1, 7])", d)
	}
	if n < 1 || n > maxOrdinal {
		y, _, _ := fromOrdinal(max(n, 1))
		return value{}, object.ValueErrorf("year must be in 1..9999, not %d", y)
	}
	y, m, day := fromOrdinal(n)
	return newDate(t, object.As[object.Type](a[0]), y, m, day)
}

func dateFromISO(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[1])
	if !ok {
		return value{}, object.TypeErrorf("fromisoformat: argument must be str")
	}
	r := runes(s.String())
	if n := len(r); n == 7 || n == 8 || n == 10 {
		y, m, d, err := parseDate(r)
		if err == nil {
			return newDate(t, object.As[object.Type](a[0]), y, m, d)
		}
		if err != errISO {
			return value{}, err
		}
	}
	return value{}, object.ValueErrorf("Invalid isoformat string: %s", object.MustReprT(t, a[1]))
}

func dateReplace(t *thread, a []value) (value, error) {
	d := asDate(a[0])
	y, m, day := d.year, d.month, d.day
	if err := cInts(t, a[1:], &y, &m, &day); err != nil {
		return value{}, err
	}
	return newDate(t, d.Type, y, m, day)
}

func dateInt(f func(d *Date) int) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) { return object.IntOf(f(asDate(a[0]))), nil }
}

func dateField(f func(d *Date) int) func(t *thread, v value) (value, error) {
	return func(t *thread, v value) (value, error) { return object.IntOf(f(asDate(v))), nil }
}

var dateReplaceRow = object.Func{Name: "replace", Sig: "($self, /, year=unchanged, month=unchanged, day=unchanged)", Doc: "Return date with new specified fields.", Fn: dateReplace}

var dateMethods = []object.Func{
	{Name: "ctime", Sig: "($self, /)", Doc: "Return ctime() style string.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewStr(ctime(asDate(a[0]).tm())), nil
	}},
	{Name: "strftime", Sig: "($self, /, format)", Doc: "format -> strftime() style string.", Fn: func(t *thread, a []value) (value, error) {
		return strftime(t, a[0], a[1], asDate(a[0]).tm(), 0, object.None)
	}},
	formatRow,
	{Name: "isoformat", Sig: "($self, /)", Doc: "Return string in ISO 8601 format, YYYY-MM-DD.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewStr(asDate(a[0]).iso()), nil
	}},
	{Name: "isoweekday", Sig: "($self, /)", Doc: "Return the day of the week represented by the date.", Fn: dateInt(func(d *Date) int { return weekday(d.year, d.month, d.day) + 1 })},
	{Name: "weekday", Sig: "($self, /)", Doc: "Return the day of the week represented by the date.", Fn: dateInt(func(d *Date) int { return weekday(d.year, d.month, d.day) })},
	{Name: "toordinal", Sig: "($self, /)", Doc: "Return proleptic Gregorian ordinal.", Fn: dateInt((*Date).ordinal)},
	{Name: "isocalendar", Sig: "($self, /)", Doc: "Return a named tuple containing ISO year, week number, and weekday.", Fn: func(t *thread, a []value) (value, error) {
		d := asDate(a[0])
		y, w, wd := isoCalendar(d.year, d.month, d.day)
		return object.NewStructSeq(&isoDateType, 3, object.IntOf(y), object.IntOf(w), object.IntOf(wd)), nil
	}},
	{Name: "timetuple", Sig: "($self, /)", Doc: "Return time tuple, compatible with time.localtime().", Fn: func(t *thread, a []value) (value, error) {
		return structTime(asDate(a[0]).tm()), nil
	}},
	dateReplaceRow,
	{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		d := asDate(a[0])
		return object.NewTuple(object.Wrap(d.Type), object.NewTuple(object.NewBytes(d.bytes()))), nil
	}},
}

var dateClassMethods = []object.Func{
	{Name: "today", Sig: "($type, /)", Doc: "Current date or datetime.", Fn: func(t *thread, a []value) (value, error) {
		return object.CallMethod(t, a[0], "fromtimestamp", object.Float(now()))
	}},
	{Name: "fromtimestamp", Sig: "($type, timestamp, /)", Doc: "Create a date from a POSIX timestamp.", Fn: func(t *thread, a []value) (value, error) {
		secs, _, err := timestamp(t, a[1])
		if err != nil {
			return value{}, err
		}
		x, err := localTime(secs)
		if err != nil {
			return value{}, err
		}
		return newDate(t, object.As[object.Type](a[0]), x.Year(), int(x.Month()), x.Day())
	}},
	{Name: "fromordinal", Sig: "($type, ordinal, /)", Doc: "int -> date corresponding to a proleptic Gregorian ordinal.", Fn: dateFromOrdinal},
	{Name: "fromisoformat", Sig: "($type, string, /)", Doc: "str -> Construct a date from a string in ISO 8601 format.", Fn: dateFromISO},
	{Name: "fromisocalendar", Sig: "($type, /, year, week, day)", Doc: "int, int, int -> Construct a date from the ISO year, week number and weekday.", Fn: dateFromISOCalendar},
	{Name: "strptime", Sig: "($type, string, format, /)", Doc: "string, format -> new date parsed from a string (like time.strptime()).", Fn: func(t *thread, a []value) (value, error) {
		p, err := strptime(t, a[1], a[2])
		if err != nil {
			return value{}, err
		}
		return newDate(t, object.As[object.Type](a[0]), p.Year, p.Month, p.Day)
	}},
}

func init() {
	s := object.Slots{
		New: dateNew, RichCmp: dateCompare,
		Repr: func(t *thread, v value) (value, error) {
			d := asDate(v)
			return object.NewStrf("%s(%d, %d, %d)", name(v), d.year, d.month, d.day), nil
		},
		Str:  func(t *thread, v value) (value, error) { return object.CallMethod(t, v, "isoformat") },
		Hash: func(t *thread, v value) (int64, error) { return object.HashBytes(asDate(v).bytes()), nil },
	}
	s.Binary[object.OpAdd], s.Binary[object.OpSub] = dateAdd, dateSub
	DateType.Define(object.TypeSpec{
		Name: "date", Module: "datetime", Flags: object.FlagBase, Size: unsafe.Sizeof(Date{}), Slots: s,
		Doc:     "Concrete date type.",
		Methods: append(dateMethods[:len(dateMethods):len(dateMethods)], replaceRow(dateReplaceRow)), ClassMethods: dateClassMethods,
		GetSets: []object.GetSet{
			{Name: "year", Get: dateField(func(d *Date) int { return d.year })},
			{Name: "month", Get: dateField(func(d *Date) int { return d.month })},
			{Name: "day", Get: dateField(func(d *Date) int { return d.day })},
		},
		Consts: func() map[string]value {
			return map[string]value{"min": plainDate(1, 1, 1), "max": plainDate(9999, 12, 31), "resolution": plainDelta(1, 0, 0)}
		},
	})
}
