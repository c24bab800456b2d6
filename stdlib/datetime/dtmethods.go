package datetime

import (
	"time"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

// What datetime makes objects from, and its table.

func dtFromISO(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[1])
	if !ok {
		return value{}, object.TypeErrorf("fromisoformat: argument must be str")
	}
	invalid := func() error {
		return object.ValueErrorf("Invalid isoformat string: %s", object.MustReprT(t, a[1]))
	}
	r := runes(s.String())
	if len(r) < 7 {
		return value{}, invalid()
	}
	at := separator(r)
	if at < 0 || at > len(r) {
		return value{}, invalid()
	}
	y, mo, d, err := parseDate(r[:at])
	m, next := moment{tz: object.None}, false
	if err == nil && at < len(r) {
		var c clock
		if c, m.tz, err = parseTime(r[at+1:]); err == nil {
			next, err = c.midnight()
		}
		m.hour, m.minute, m.second, m.micro = c.h, c.m, c.s, c.us
	}
	if err == errISO {
		return value{}, invalid()
	}
	if err != nil {
		return value{}, err
	}
	if next && checkDate(y, mo, d) == nil {
		if y, mo, d = fromOrdinal(ordinal(y, mo, d) + 1); y > maxYear {
			return value{}, object.ValueErrorf("year must be in 1..9999, not %d", y)
		}
	}
	return newDT(t, object.As[object.Type](a[0]), y, mo, d, m)
}

func dtCombine(t *thread, a []value) (value, error) {
	if !isDate(a[1]) {
		return value{}, object.TypeErrorf("combine() argument 1 must be datetime.date, not %s", a[1].O.Type.MsgName())
	}
	if !isTime(a[2]) {
		return value{}, object.TypeErrorf("combine() argument 2 must be datetime.time, not %s", a[2].O.Type.MsgName())
	}
	d, m := asDate(a[1]), asTime(a[2]).moment
	if !a[3].IsNil() {
		tz, err := checkTZ(a[3])
		if err != nil {
			return value{}, err
		}
		m.tz = tz
	}
	return newDT(t, object.As[object.Type](a[0]), d.year, d.month, d.day, m)
}

func dtStrptime(t *thread, a []value) (value, error) {
	p, err := strptime(t, a[1], a[2])
	if err != nil {
		return value{}, err
	}
	tz, err := zoneOf(p)
	if err != nil {
		return value{}, err
	}
	return newDT(t, object.As[object.Type](a[0]), p.Year, p.Month, p.Day, moment{p.Hour, p.Min, p.Sec, p.Micro, 0, tz})
}

func deprecated(t *thread, fn, instead string) error {
	return object.Warn(t, &object.DeprecationWarningType, "datetime.datetime."+fn+" is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime."+instead+".")
}

var dtClassMethods = []object.Func{
	{Name: "now", Sig: "($type, /, tz=None)", Doc: "Returns new datetime object representing current time local to tz.", Fn: func(t *thread, a []value) (value, error) {
		n := time.Now()
		return at(t, object.As[object.Type](a[0]), n.Unix(), n.Nanosecond()/1000, a[1])
	}},
	{Name: "utcnow", Sig: "($type, /)", Doc: "Return a new datetime representing UTC day and time.", Fn: func(t *thread, a []value) (value, error) {
		if err := deprecated(t, "utcnow()", "now(datetime.UTC)"); err != nil {
			return value{}, err
		}
		n := time.Now()
		return atUTC(t, object.As[object.Type](a[0]), n.Unix(), n.Nanosecond()/1000, object.None)
	}},
	{Name: "fromtimestamp", Sig: "($type, /, timestamp, tz=None)", Doc: "timestamp[, tz] -> tz's local time from POSIX timestamp.", Fn: func(t *thread, a []value) (value, error) {
		if _, err := checkTZ(a[2]); err != nil {
			return value{}, err
		}
		secs, us, err := timestamp(t, a[1])
		if err != nil {
			return value{}, err
		}
		return at(t, object.As[object.Type](a[0]), secs, us, a[2])
	}},
	{Name: "utcfromtimestamp", Sig: "($type, timestamp, /)", Doc: "Construct a naive UTC datetime from a POSIX timestamp.", Fn: func(t *thread, a []value) (value, error) {
		if err := deprecated(t, "utcfromtimestamp()", "fromtimestamp(timestamp, datetime.UTC)"); err != nil {
			return value{}, err
		}
		secs, us, err := timestamp(t, a[1])
		if err != nil {
			return value{}, err
		}
		return atUTC(t, object.As[object.Type](a[0]), secs, us, object.None)
	}},
	{Name: "fromisoformat", Sig: "($type, string, /)", Doc: "string -> datetime from a string in most ISO 8601 formats", Fn: dtFromISO},
	{Name: "combine", Sig: "($type, /, date, time, tzinfo=<unrepresentable>)", Doc: "date, time -> datetime with same date and time fields", Fn: dtCombine},
	{Name: "strptime", Sig: "($type, string, format, /)", Doc: "string, format -> new datetime parsed from a string (like time.strptime()).", Fn: dtStrptime},
}

var dtReplaceRow = object.Func{Name: "replace", Sig: "($self, /, year=unchanged, month=unchanged, day=unchanged, hour=unchanged, minute=unchanged, second=unchanged, microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)", Doc: "Return datetime with new specified fields.", Fn: dtReplace}

func dtTime(withZone bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		m := asDateTime(a[0]).moment
		if !withZone {
			m.tz = object.None
		}
		return newTime(t, &TimeType, m)
	}
}

var dtMethods = []object.Func{
	{Name: "date", Sig: "($self, /)", Doc: "Return date object with same year, month and day.", Fn: func(t *thread, a []value) (value, error) {
		d := asDate(a[0])
		return plainDate(d.year, d.month, d.day), nil
	}},
	{Name: "time", Sig: "($self, /)", Doc: "Return time object with same time but with tzinfo=None.", Fn: dtTime(false)},
	{Name: "timetz", Sig: "($self, /)", Doc: "Return time object with same time and tzinfo.", Fn: dtTime(true)},
	{Name: "ctime", Sig: "($self, /)", Doc: "Return ctime() style string.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewStr(ctime(asDateTime(a[0]).tm())), nil
	}},
	{Name: "strftime", Sig: "($self, /, format)", Doc: "format -> strftime() style string.", Fn: func(t *thread, a []value) (value, error) {
		x := asDateTime(a[0])
		return strftime(t, a[0], a[1], x.tm(), x.micro, x.tz)
	}},
	{Name: "timetuple", Sig: "($self, /)", Doc: "Return time tuple, compatible with time.localtime().", Fn: dtTuple},
	{Name: "utctimetuple", Sig: "($self, /)", Doc: "Return UTC time tuple, compatible with time.localtime().", Fn: dtUTCTuple},
	{Name: "timestamp", Sig: "($self, /)", Doc: "Return POSIX timestamp as float.", Fn: dtTimestamp},
	{Name: "isoformat", Sig: "($self, /, sep='T', timespec='auto')", Doc: "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].", Fn: dtISO},
	{Name: "astimezone", Sig: "($self, /, tz=None)", Doc: "tz -> convert to local time in new timezone tz", Fn: dtAsTimezone},
	{Name: "utcoffset", Sig: "($self, /)", Doc: "Return self.tzinfo.utcoffset(self).", Fn: func(t *thread, a []value) (value, error) {
		return deltaOrNone(asDateTime(a[0]).offset(t))
	}},
	{Name: "dst", Sig: "($self, /)", Doc: "Return self.tzinfo.dst(self).", Fn: func(t *thread, a []value) (value, error) {
		return deltaOrNone(offsetOf(t, asDateTime(a[0]).tz, "dst", a[0]))
	}},
	{Name: "tzname", Sig: "($self, /)", Doc: "Return self.tzinfo.tzname(self).", Fn: func(t *thread, a []value) (value, error) {
		return zoneName(t, asDateTime(a[0]).tz, a[0])
	}},
	dtReplaceRow,
	{Name: "__reduce__", Sig: "($self, /)", Fn: dtReduce},
	{Name: "__reduce_ex__", Sig: "($self, proto, /)", Fn: dtReduce},
}

func dtField(f func(m *moment) int) func(t *thread, v value) (value, error) {
	return func(t *thread, v value) (value, error) { return object.IntOf(f(&asDateTime(v).moment)), nil }
}

func init() {
	s := object.Slots{
		New: dtNew, RichCmp: dtCompare, Hash: dtHash, Repr: dtRepr,
		Str: func(t *thread, v value) (value, error) {
			return object.CallMethod(t, v, "isoformat", object.NewStr(" "))
		},
		Traverse: func(v value, visit func(value)) { visit(asDateTime(v).tz) },
	}
	s.Binary[object.OpAdd], s.Binary[object.OpSub] = dtAdd, dtSub
	DateTimeType.Define(object.TypeSpec{
		Name: "datetime", Module: "datetime", Base: &DateType, Flags: object.FlagBase, Size: unsafe.Sizeof(DateTime{}), Slots: s,
		Doc:     "A combination of a date and a time.",
		Methods: append(dtMethods[:len(dtMethods):len(dtMethods)], replaceRow(dtReplaceRow)), ClassMethods: dtClassMethods,
		GetSets: []object.GetSet{
			{Name: "hour", Get: dtField(func(m *moment) int { return m.hour })},
			{Name: "minute", Get: dtField(func(m *moment) int { return m.minute })},
			{Name: "second", Get: dtField(func(m *moment) int { return m.second })},
			{Name: "microsecond", Get: dtField(func(m *moment) int { return m.micro })},
			{Name: "fold", Get: dtField(func(m *moment) int { return m.fold })},
			{Name: "tzinfo", Get: func(t *thread, v value) (value, error) { return asDateTime(v).tz, nil }},
		},
		Consts: func() map[string]value {
			return map[string]value{"min": plainDT(1, 1, 1, moment{tz: object.None}), "max": plainDT(9999, 12, 31, moment{23, 59, 59, 999999, 0, object.None}), "resolution": plainDelta(0, 0, 1)}
		},
	})
}
