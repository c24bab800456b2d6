package datetime

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/timefmt"
	timemod "github.com/gopy-lang/gopy/stdlib/time"
)

// Timestamps, local time, and the formats of strftime and strptime.

func now() float64 { return float64(time.Now().UnixMicro()) / 1e6 }

// timestamp reads seconds since the epoch, rounding to microseconds.
func timestamp(t *thread, v value) (secs int64, micros int, err error) {
	if f, ok := object.AsFloat(v); ok {
		if math.IsNaN(f) {
			return 0, 0, object.ValueErrorf("Invalid value NaN (not a number)")
		}
		whole, frac := math.Modf(f)
		us := math.RoundToEven(frac * 1e6)
		if us >= 1e6 {
			us, whole = us-1e6, whole+1
		} else if us < 0 {
			us, whole = us+1e6, whole-1
		}
		if whole >= 1<<63 || whole < -1<<63 {
			return 0, 0, errTimestamp()
		}
		return int64(whole), int(us), nil
	}
	i, err := object.Index(t, v)
	if err != nil {
		return 0, 0, err
	}
	n, ok := object.AsInt64(i)
	if !ok {
		return 0, 0, errTimestamp()
	}
	return n, 0, nil
}

func errTimestamp() error {
	return object.OverflowErrorf("timestamp out of range for platform time_t")
}

// checkYear refuses years that no date has.
func checkYear(x time.Time) (time.Time, error) {
	if y := x.Year(); y < minYear || y > maxYear {
		return x, object.ValueErrorf("year must be in 1..9999, not %d", y)
	}
	return x, nil
}

const limit = 1 << 40 // seconds beyond which no year is valid

func localTime(secs int64) (time.Time, error) {
	if secs > limit || secs < -limit {
		return time.Time{}, object.ValueErrorf("year %d is out of range", secs/31556952+1970)
	}
	return checkYear(time.Unix(secs, 0).In(timemod.Local()))
}

// wall is the seconds that a clock in the local zone shows at UTC seconds u,
// both since the epoch.
func wall(u int64) (int64, error) {
	x, err := localTime(u)
	if err != nil {
		return 0, err
	}
	_, off := x.Zone()
	return u + int64(off), nil
}

// fromWall is the inverse of wall; fold chooses one of two solutions.
func fromWall(t int64, fold int) (int64, error) {
	lt, err := wall(t)
	if err != nil {
		return 0, err
	}
	a := lt - t
	u1 := t - a
	t1, err := wall(u1)
	if err != nil {
		return 0, err
	}
	b := t1 - u1
	if t1 == t {
		u2 := u1 - daySeconds
		if fold != 0 {
			u2 = u1 + daySeconds
		}
		if lt, err = wall(u2); err != nil {
			return 0, err
		}
		if b = lt - u2; a == b {
			return u1, nil
		}
	}
	u2 := t - b
	t2, err := wall(u2)
	switch {
	case err != nil:
		return 0, err
	case t2 == t:
		return u2, nil
	case t1 == t:
		return u1, nil
	case fold != 0:
		return min(u1, u2), nil
	}
	return max(u1, u2), nil
}

// fold tells whether the local time at u is the second of two equal ones.
func fold(u int64) int {
	here, err := wall(u)
	if err != nil {
		return 0
	}
	before, err := wall(u - daySeconds)
	if err != nil {
		return 0
	}
	if jump := here - before - daySeconds; jump < 0 {
		if then, err := wall(u + jump); err == nil && then == here {
			return 1
		}
	}
	return 0
}

// localZone is the local zone at UTC seconds u, as a timezone.
func localZone(u int64) (value, error) {
	x, err := localTime(u)
	if err != nil {
		return value{}, err
	}
	n, off := x.Zone()
	d, err := newDelta(&DeltaType, 0, off, 0)
	if err != nil {
		return value{}, err
	}
	return newZone(d, object.NewStr(n))
}

// strftime formats v, a date or time whose parts are tm and micros. tz is its
// zone, asked with v itself or, by times, with None.
func strftime(t *thread, v, formatv value, tm timefmt.Tm, micros int, tz value) (value, error) {
	f, ok := object.AsStr(formatv)
	if !ok {
		return value{}, object.TypeErrorf("strftime() argument 1 must be str, not %s", formatv.O.Type.MsgName())
	}
	dt := v
	if isTime(v) {
		dt = object.None
	}
	offset := func(sep string) (string, error) {
		d, err := offsetOf(t, tz, "utcoffset", dt)
		if d == nil || err != nil {
			return "", err
		}
		return offsetText(d, sep), nil
	}
	in := f.String()
	var b strings.Builder
	for i := 0; i < len(in); i++ {
		if in[i] != '%' || i+1 >= len(in) {
			b.WriteByte(in[i])
			continue
		}
		i++
		text, err := "", error(nil)
		switch c := in[i]; {
		case c == 'z':
			text, err = offset("")
		case c == ':' && i+1 < len(in) && in[i+1] == 'z':
			i++
			text, err = offset(":")
		case c == 'Z':
			var n value
			if n, err = zoneName(t, tz, dt); err == nil && !n.IsNone() {
				text = strings.ReplaceAll(object.As[object.Str](n).String(), "%", "%%")
			}
		case c == 'f':
			text = fmt.Sprintf("%06d", micros)
		case c == 'Y' && tm.Year < 1000:
			text = fmt.Sprintf("%04d", tm.Year)
		case c == 'C' && tm.Year < 1000:
			text = fmt.Sprintf("%02d", tm.Year/100)
		case c == 'F' && tm.Year < 1000:
			text = fmt.Sprintf("%04d-%02d-%02d", tm.Year, tm.Month, tm.Day)
		case c == 'G' && tm.Year < 1001:
			y, _, _ := isoCalendar(tm.Year, tm.Month, tm.Day)
			text = fmt.Sprintf("%04d", y)
		default:
			text = in[i-1 : i+1]
		}
		if err != nil {
			return value{}, err
		}
		b.WriteString(text)
	}
	return object.NewStr(timefmt.Format(b.String(), &tm)), nil
}

func strptime(t *thread, s, format value) (*timefmt.Parsed, error) {
	for i, v := range []value{s, format} {
		if _, ok := object.AsStr(v); !ok {
			return nil, object.TypeErrorf("strptime() argument %d must be str, not %s", i+1, v.O.Type.MsgName())
		}
	}
	jan, _ := time.Date(time.Now().Year(), 1, 1, 0, 0, 0, 0, timemod.Local()).Zone()
	jul, _ := time.Date(time.Now().Year(), 7, 1, 0, 0, 0, 0, timemod.Local()).Zone()
	p, err := timefmt.Parse(object.As[object.Str](s).String(), object.As[object.Str](format).String(), [2]string{jan, jul})
	if err != nil {
		return nil, object.ValueErrorf("%s", err)
	}
	if timefmt.LacksYear(object.As[object.Str](format).String()) {
		return p, object.Warn(t, &object.DeprecationWarningType, timefmt.NoYear)
	}
	return p, nil
}

// zoneOf is the zone that strptime found, None if there is none.
func zoneOf(p *timefmt.Parsed) (value, error) {
	if !p.HasZone {
		return object.None, nil
	}
	d, err := newDelta(&DeltaType, 0, p.Offset, p.OffsetMicro)
	if err != nil {
		return value{}, err
	}
	name := value{}
	if p.Zone != "" {
		name = object.NewStr(p.Zone)
	}
	return newZone(d, name)
}
