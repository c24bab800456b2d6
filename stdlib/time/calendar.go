package time

import (
	"math"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/timefmt"
)

// StructTimeType is time.struct_time.
var StructTimeType object.Type

func init() {
	object.DefineStructSeq(&StructTimeType, object.StructSeq{Module: "time", Name: "struct_time",
		Fields: []string{"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"},
		Extra:  []string{"tm_zone", "tm_gmtoff"}})
}

// local is the time zone of the process; nil: not looked up yet. It is one for
// all interpreters, as the environment is.
var local atomic.Pointer[time.Location]

// Local returns the local time zone: $TZ, else the system's.
func Local() *time.Location {
	if l := local.Load(); l != nil {
		return l
	}
	return readZone()
}

func readZone() *time.Location {
	l := time.Local
	if tz, ok := os.LookupEnv("TZ"); ok {
		l = zone(strings.TrimPrefix(tz, ":"))
	}
	local.Store(l)
	return l
}

// zone finds a zone by name, or reads the simple POSIX form NAME[+-]H[:M].
func zone(tz string) *time.Location {
	if tz == "" {
		return time.UTC
	}
	if l, err := time.LoadLocation(tz); err == nil {
		return l
	}
	i := 0
	name := ""
	if strings.HasPrefix(tz, "<") {
		if j := strings.IndexByte(tz, '>'); j > 0 {
			name, i = tz[1:j], j+1
		}
	} else {
		for i < len(tz) && (tz[i] >= 'A' && tz[i] <= 'Z' || tz[i] >= 'a' && tz[i] <= 'z') {
			i++
		}
		name = tz[:i]
	}
	sign := -1 // POSIX counts west of Greenwich
	if i < len(tz) && (tz[i] == '-' || tz[i] == '+') {
		if tz[i] == '-' {
			sign = 1
		}
		i++
	}
	off, unit := 0, 3600
	for _, part := range strings.SplitN(tz[i:], ":", 3) {
		j := 0
		for j < len(part) && part[j] >= '0' && part[j] <= '9' {
			j++
		}
		n, err := strconv.Atoi(part[:j])
		if err != nil {
			return time.UTC
		}
		off += n * unit
		unit /= 60
	}
	return time.FixedZone(name, sign*off)
}

// seconds reads an optional time in seconds; the current time for None.
func secondsArg(t *thread, v value) (int64, error) {
	if !arg.Given(v) {
		return time.Now().Unix(), nil
	}
	if f, ok := object.AsFloat(v); ok {
		if math.IsNaN(f) {
			return 0, object.ValueErrorf("Invalid value NaN (not a number)")
		}
		f = math.Floor(f)
		if f >= 1<<62 || f <= -1<<62 {
			return 0, object.OverflowErrorf("timestamp out of range for platform time_t")
		}
		return int64(f), nil
	}
	i, err := object.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := object.AsInt64(i)
	if !ok {
		return 0, object.OverflowErrorf("timestamp out of range for platform time_t")
	}
	return n, nil
}

func structTime(tm timefmt.Tm) value {
	z, off := object.None, object.None
	if tm.HasZone {
		z, off = object.NewStr(tm.Zone), object.IntOf(tm.Offset)
	}
	i := object.IntOf
	return object.NewStructSeq(&StructTimeType, 9, i(tm.Year), i(tm.Month), i(tm.Day), i(tm.Hour), i(tm.Min), i(tm.Sec),
		i(tm.Weekday), i(tm.Yday), i(tm.IsDST), z, off)
}

func broken(loc func() *time.Location) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		n, err := secondsArg(t, a[0])
		if err != nil {
			return value{}, err
		}
		if n > 67768036191676799 || n < -67768040609740800 {
			return value{}, object.NewOSError(75)
		}
		tm := timefmt.FromTime(time.Unix(n, 0).In(loc()))
		if loc() == time.UTC {
			tm.Zone = "GMT"
		}
		return structTime(tm), nil
	}
}

// readTm reads a struct_time or a tuple of nine ints; absence means now.
func readTm(t *thread, v value, fn string) (timefmt.Tm, error) {
	if v.O == nil {
		return timefmt.FromTime(time.Now().In(Local())), nil
	}
	if v.O.Type.Solid != &object.TupleType {
		return timefmt.Tm{}, object.TypeErrorf("Tuple or struct_time argument required")
	}
	items := object.As[object.Tuple](v).Items
	if len(items) != 9 {
		return timefmt.Tm{}, object.TypeErrorf("%s(): illegal time tuple argument", fn)
	}
	var n [9]int
	for i := range n {
		var err error
		if n[i], err = arg.CInt(t, items[i]); err != nil {
			return timefmt.Tm{}, err
		}
	}
	tm := timefmt.Tm{Year: n[0], Month: n[1], Day: n[2], Hour: n[3], Min: n[4], Sec: n[5], Weekday: n[6], Yday: n[7], IsDST: n[8]}
	d := time.Date(tm.Year, time.Month(max(tm.Month, 1)), max(tm.Day, 1), tm.Hour, tm.Min, tm.Sec, 0, Local())
	tm.Zone, tm.Offset = d.Zone()
	tm.HasZone = true
	if v.O.Type == &StructTimeType {
		if z, err := object.GetAttrStr(t, v, "tm_zone"); err == nil {
			if s, ok := object.AsStr(z); ok {
				tm.Zone = s.String()
			}
		}
		if o, err := object.GetAttrStr(t, v, "tm_gmtoff"); err == nil {
			if off, ok := object.AsInt64(o); ok {
				tm.Offset = int(off)
			}
		}
	}
	return tm, nil
}

// checkTm checks the ranges that strftime and asctime need; zeros mean the
// first month and day.
func checkTm(tm *timefmt.Tm) error {
	if tm.Month == 0 {
		tm.Month = 1
	}
	if tm.Day == 0 {
		tm.Day = 1
	}
	if tm.Yday == 0 {
		tm.Yday = 1
	}
	switch {
	case tm.Month < 1 || tm.Month > 12:
		return object.ValueErrorf("month out of range")
	case tm.Day < 1 || tm.Day > 31:
		return object.ValueErrorf("day of month out of range")
	case tm.Hour < 0 || tm.Hour > 23:
		return object.ValueErrorf("hour out of range")
	case tm.Min < 0 || tm.Min > 59:
		return object.ValueErrorf("minute out of range")
	case tm.Sec < 0 || tm.Sec > 61:
		return object.ValueErrorf("seconds out of range")
	case tm.Weekday < -1:
		return object.ValueErrorf("day of week out of range")
	case tm.Yday < 1 || tm.Yday > 366:
		return object.ValueErrorf("day of year out of range")
	}
	tm.Weekday = (tm.Weekday + 7) % 7
	return nil
}

func strftime(t *thread, a []value) (value, error) {
	format, ok := object.AsStr(a[0])
	if !ok {
		return value{}, object.TypeErrorf("strftime() argument 1 must be str, not %s", arg.TypeName(a[0]))
	}
	tm, err := readTm(t, a[1], "strftime")
	if err != nil {
		return value{}, err
	}
	if err := checkTm(&tm); err != nil {
		return value{}, err
	}
	return object.NewStr(timefmt.Format(format.String(), &tm)), nil
}

func strptime(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[0])
	if !ok {
		return value{}, object.TypeErrorf("strptime() argument 0 must be str, not <class '%s'>", a[0].O.Type.MsgName())
	}
	format := "%a %b %d %H:%M:%S %Y"
	if a[1].O != nil {
		f, ok := object.AsStr(a[1])
		if !ok {
			return value{}, object.TypeErrorf("strptime() argument 1 must be str, not <class '%s'>", a[1].O.Type.MsgName())
		}
		format = f.String()
	}
	std, dst, _, _ := zones()
	p, err := timefmt.Parse(s.String(), format, [2]string{std, dst})
	if err != nil {
		return value{}, object.ValueErrorf("%s", err.Error())
	}
	if timefmt.LacksYear(format) {
		if err := object.Warn(t, &object.DeprecationWarningType, timefmt.NoYear); err != nil {
			return value{}, err
		}
	}
	v := structTime(p.Tm)
	if !p.HasZone && p.Zone != "" {
		i := append([]value(nil), object.As[object.Tuple](v).Items...)
		return object.NewStructSeq(&StructTimeType, 9, append(i, object.NewStr(p.Zone), object.None)...), nil
	}
	if p.HasZone && p.Zone == "" {
		i := append([]value(nil), object.As[object.Tuple](v).Items...)
		return object.NewStructSeq(&StructTimeType, 9, append(i, object.None, object.IntOf(p.Offset))...), nil
	}
	return v, nil
}

func mktime(t *thread, a []value) (value, error) {
	tm, err := readTm(t, a[0], "mktime")
	if err != nil {
		return value{}, err
	}
	d := time.Date(tm.Year, time.Month(tm.Month), tm.Day, tm.Hour, tm.Min, tm.Sec, 0, Local())
	if tm.IsDST >= 0 && d.IsDST() != (tm.IsDST > 0) {
		std, dst := offsets(tm.Year)
		if tm.IsDST > 0 {
			return object.Float(float64(d.Unix() - int64(dst-std))), nil
		}
		return object.Float(float64(d.Unix() + int64(dst-std))), nil
	}
	return object.Float(float64(d.Unix())), nil
}

// offsets are the zone's offsets without and with daylight saving in a year.
func offsets(year int) (std, dst int) {
	_, jan := time.Date(year, 1, 1, 12, 0, 0, 0, Local()).Zone()
	_, jul := time.Date(year, 7, 1, 12, 0, 0, 0, Local()).Zone()
	return min(jan, jul), max(jan, jul)
}

// zones are the names and offsets (west of Greenwich) of the local zone.
func zones() (std, dst string, timezone, altzone int) {
	y := time.Now().Year()
	jn, jo := time.Date(y, 1, 1, 12, 0, 0, 0, Local()).Zone()
	kn, ko := time.Date(y, 7, 1, 12, 0, 0, 0, Local()).Zone()
	if jo > ko {
		jn, jo, kn, ko = kn, ko, jn, jo
	}
	return jn, kn, -jo, -ko
}

func asctime(t *thread, a []value) (value, error) {
	tm, err := readTm(t, a[0], "asctime")
	if err != nil {
		return value{}, err
	}
	if err := checkTm(&tm); err != nil {
		return value{}, err
	}
	return object.NewStr(timefmt.Format("%a %b %e %H:%M:%S %Y", &tm)), nil
}

func ctime(t *thread, a []value) (value, error) {
	n, err := secondsArg(t, a[0])
	if err != nil {
		return value{}, err
	}
	tm := timefmt.FromTime(time.Unix(n, 0).In(Local()))
	return object.NewStr(timefmt.Format("%a %b %e %H:%M:%S %Y", &tm)), nil
}

// setZone sets the module's names of the local zone.
func setZone(t *thread, m *object.Module) {
	std, dst, tz, alt := zones()
	m.Set(t, "tzname", object.NewTuple(object.NewStr(std), object.NewStr(dst)))
	m.Set(t, "timezone", object.IntOf(tz))
	m.Set(t, "altzone", object.IntOf(alt))
	day := 0
	if tz != alt {
		day = 1
	}
	m.Set(t, "daylight", object.IntOf(day))
}

func clockInfo(t *thread, a []value) (value, error) {
	s, err := arg.Str(a[0], "get_clock_info", "1", false)
	if err != nil {
		return value{}, err
	}
	impl, mono, adj := "", true, false
	switch s {
	case "time":
		impl, mono, adj = "clock_gettime(CLOCK_REALTIME)", false, true
	case "monotonic", "perf_counter":
		impl = "clock_gettime(CLOCK_MONOTONIC)"
	case "process_time":
		impl = "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)"
	case "thread_time":
		impl = "clock_gettime(CLOCK_THREAD_CPUTIME_ID)"
	default:
		return value{}, object.ValueErrorf("unknown clock")
	}
	ns := object.NewNamespace(t)
	object.NamespaceSet(t, ns, "implementation", object.NewStr(impl))
	object.NamespaceSet(t, ns, "monotonic", object.Bool(mono))
	object.NamespaceSet(t, ns, "adjustable", object.Bool(adj))
	object.NamespaceSet(t, ns, "resolution", object.Float(1e-9))
	return ns, nil
}

var calendarFuncs = []object.Func{
	{Name: "gmtime", Sig: "(seconds=None, /)", Doc: "Convert seconds since the epoch to a time tuple in UTC.", Fn: broken(func() *time.Location { return time.UTC })},
	{Name: "localtime", Sig: "(seconds=None, /)", Doc: "Convert seconds since the epoch to a time tuple in local time.", Fn: broken(Local)},
	{Name: "mktime", Sig: "(time_tuple, /)", Doc: "Convert a time tuple in local time to seconds since the epoch.", Fn: mktime},
	{Name: "asctime", Sig: "(time_tuple=<unrepresentable>, /)", Fn: asctime},
	{Name: "ctime", Sig: "(seconds=None, /)", Fn: ctime},
	{Name: "strftime", Sig: "(format, time_tuple=<unrepresentable>, /)", Doc: "Convert a time tuple to a string according to a format.", Fn: strftime},
	{Name: "strptime", Sig: "(string, format='%a %b %d %H:%M:%S %Y', /)", Doc: "Parse a string to a time tuple according to a format.", Fn: strptime},
	{Name: "get_clock_info", Sig: "(name, /)", Fn: clockInfo},
	{Name: "tzset", Sig: "()", Doc: "Read the local time zone from the environment again.", Fn: func(t *thread, a []value) (value, error) {
		readZone()
		if m, ok := t.Interp.Modules.GetGo(t, "time"); ok && m.O.Type == &object.ModuleType {
			setZone(t, object.As[object.Module](m))
		}
		return object.None, nil
	}},
}
