package timefmt

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Parsed is what strptime found.
type Parsed struct {
	Tm
	Micro       int
	OffsetMicro int // what Offset lacks
}

type parser struct {
	s            string
	pos          int
	p            Parsed
	year, hour12 bool
	pm, ampm     bool

	weekday, yday    int // -1: not given
	weekU, weekW     int
	isoYear, isoWeek int
	hasMonth, hasDay bool
}

// Parse is strptime. zones are the names of the local zone without and with
// daylight saving.
func Parse(s, format string, zones [2]string) (*Parsed, error) {
	x := &parser{s: s, weekday: -1, yday: -1, weekU: -1, weekW: -1, isoYear: -1, isoWeek: -1}
	x.p.Year, x.p.Month, x.p.Day, x.p.IsDST = 1900, 1, 1, -1
	mismatch := fmt.Errorf("time data %s does not match format %s", quote(s), quote(format))
	for i := 0; i < len(format); i++ {
		c := format[i]
		if isSpace(c) {
			if x.pos >= len(x.s) || !isSpace(x.s[x.pos]) {
				return nil, mismatch
			}
			for x.pos < len(x.s) && isSpace(x.s[x.pos]) {
				x.pos++
			}
			for i+1 < len(format) && isSpace(format[i+1]) {
				i++
			}
			continue
		}
		if c != '%' {
			if x.pos >= len(x.s) || lower(x.s[x.pos]) != lower(c) {
				return nil, mismatch
			}
			x.pos++
			continue
		}
		i++
		if i == len(format) {
			return nil, fmt.Errorf("stray %% in format %s", quote(format))
		}
		ok, known := x.directive(format[i], zones)
		if !known {
			return nil, fmt.Errorf("'%c' is a bad directive in format %s", format[i], quote(format))
		}
		if !ok {
			return nil, mismatch
		}
	}
	if x.pos != len(x.s) {
		return nil, fmt.Errorf("unconverted data remains: %s", x.s[x.pos:])
	}
	return x.finish()
}

func quote(s string) string { return "'" + s + "'" }

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c += 32
	}
	return c
}

// number reads up to n digits whose value lies in [lo, hi], preferring more.
func (x *parser) number(n, lo, hi int) (int, bool) {
	end := x.pos
	for end < len(x.s) && end-x.pos < n && x.s[end] >= '0' && x.s[end] <= '9' {
		end++
	}
	for ; end > x.pos; end-- {
		v, _ := strconv.Atoi(x.s[x.pos:end])
		if v >= lo && v <= hi {
			x.pos = end
			return v, true
		}
	}
	return 0, false
}

func (x *parser) into(p *int, n, lo, hi int) bool {
	v, ok := x.number(n, lo, hi)
	if ok {
		*p = v
	}
	return ok
}

// word reads one of names, or of their abbreviations if short.
func (x *parser) word(names []string, short bool) (int, bool) {
	best, size := -1, 0
	for i, n := range names {
		if short {
			n = abbr(n)
		}
		if n != "" && len(n) > size && len(x.s)-x.pos >= len(n) && strings.EqualFold(x.s[x.pos:x.pos+len(n)], n) {
			best, size = i, len(n)
		}
	}
	x.pos += size
	return best, best >= 0
}

func (x *parser) sub(format string, zones [2]string) bool {
	for i := 0; i < len(format); i++ {
		if format[i] == '%' {
			i++
			if ok, _ := x.directive(format[i], zones); !ok {
				return false
			}
			continue
		}
		if x.pos >= len(x.s) || x.s[x.pos] != format[i] {
			return false
		}
		for x.pos++; format[i] == ' ' && x.pos < len(x.s) && x.s[x.pos] == ' '; x.pos++ {
		}
	}
	return true
}

func (x *parser) directive(c byte, zones [2]string) (ok, known bool) {
	p := &x.p
	switch c {
	case 'Y':
		if len(x.s)-x.pos < 4 {
			return false, true
		}
		start := x.pos
		ok = x.into(&p.Year, 4, 0, 9999) && x.pos-start == 4
		x.year = ok
	case 'y':
		start := x.pos
		if ok = x.into(&p.Year, 2, 0, 99) && x.pos-start == 2; ok {
			x.year = true
			if p.Year <= 68 {
				p.Year += 2000
			} else {
				p.Year += 1900
			}
		}
	case 'm':
		ok = x.into(&p.Month, 2, 1, 12)
		x.hasMonth = true
	case 'd', 'e':
		if x.pos < len(x.s) && x.s[x.pos] == ' ' {
			x.pos++
		}
		ok = x.into(&p.Day, 2, 1, 31)
		x.hasDay = true
	case 'H':
		ok = x.into(&p.Hour, 2, 0, 23)
	case 'I':
		ok = x.into(&p.Hour, 2, 1, 12)
		x.hour12 = true
	case 'M':
		ok = x.into(&p.Min, 2, 0, 59)
	case 'S':
		ok = x.into(&p.Sec, 2, 0, 61)
	case 'f':
		start := x.pos
		if ok = x.into(&p.Micro, 6, 0, 999999); ok {
			for n := x.pos - start; n < 6; n++ {
				p.Micro *= 10
			}
		}
	case 'j':
		ok = x.into(&x.yday, 3, 1, 366)
	case 'U':
		ok = x.into(&x.weekU, 2, 0, 53)
	case 'W':
		ok = x.into(&x.weekW, 2, 0, 53)
	case 'V':
		ok = x.into(&x.isoWeek, 2, 1, 53)
	case 'G':
		ok = x.into(&x.isoYear, 4, 0, 9999)
	case 'w':
		if ok = x.into(&x.weekday, 1, 0, 6); ok {
			x.weekday = (x.weekday + 6) % 7
		}
	case 'u':
		if ok = x.into(&x.weekday, 1, 1, 7); ok {
			x.weekday--
		}
	case 'a':
		x.weekday, ok = x.word(Days, true)
	case 'A':
		x.weekday, ok = x.word(Days, false)
	case 'b', 'h':
		p.Month, ok = x.word(Months, true)
		p.Month++
		x.hasMonth = true
	case 'B':
		p.Month, ok = x.word(Months, false)
		p.Month++
		x.hasMonth = true
	case 'p':
		var i int
		i, ok = x.word([]string{"AM", "PM"}, false)
		x.ampm, x.pm = true, i == 1
	case 'z':
		ok = x.zone()
	case 'Z':
		var i int
		if i, ok = x.word([]string{"UTC", "GMT", zones[0], zones[1]}, false); ok {
			p.Zone = []string{"UTC", "GMT", zones[0], zones[1]}[i]
			p.IsDST = 0
			if i == 3 && zones[0] != zones[1] {
				p.IsDST = 1
			}
		}
	case 'c':
		ok = x.sub("%a %b %e %H:%M:%S %Y", zones)
	case 'D', 'x':
		ok = x.sub("%m/%d/%y", zones)
	case 'T', 'X':
		ok = x.sub("%H:%M:%S", zones)
	case 'F':
		ok = x.sub("%Y-%m-%d", zones)
	case 'R':
		ok = x.sub("%H:%M", zones)
	case 'r':
		ok = x.sub("%I:%M:%S %p", zones)
	case 'n', 't':
		for ok = true; x.pos < len(x.s) && isSpace(x.s[x.pos]); x.pos++ {
		}
	case '%':
		if ok = x.pos < len(x.s) && x.s[x.pos] == '%'; ok {
			x.pos++
		}
	default:
		return false, false
	}
	return ok, true
}

// zone reads +HHMM, +HH:MM, with optional seconds, or Z.
func (x *parser) zone() bool {
	if x.pos >= len(x.s) {
		return false
	}
	x.p.HasZone = true
	c := x.s[x.pos]
	x.pos++
	if c == 'Z' {
		return true
	}
	if c != '+' && c != '-' {
		return false
	}
	h, ok := x.number(2, 0, 23)
	if !ok {
		return false
	}
	colon := x.pos < len(x.s) && x.s[x.pos] == ':'
	if colon {
		x.pos++
	}
	m, ok := x.number(2, 0, 59)
	if !ok {
		return false
	}
	sec := 0
	if colon && x.pos < len(x.s) && x.s[x.pos] == ':' {
		x.pos++
	}
	if v, ok := x.number(2, 0, 59); ok {
		sec = v
		if x.pos+1 < len(x.s) && x.s[x.pos] == '.' && isDigit(x.s[x.pos+1]) {
			x.pos++
			for unit := 100000; x.pos < len(x.s) && isDigit(x.s[x.pos]) && unit > 0; unit /= 10 {
				x.p.OffsetMicro += unit * int(x.s[x.pos]-'0')
				x.pos++
			}
		}
	}
	x.p.Offset = h*3600 + m*60 + sec
	if c == '-' {
		x.p.Offset, x.p.OffsetMicro = -x.p.Offset, -x.p.OffsetMicro
	}
	return true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (x *parser) finish() (*Parsed, error) {
	p := &x.p
	if x.hour12 && x.ampm || x.ampm {
		if x.hour12 {
			p.Hour %= 12
			if x.pm {
				p.Hour += 12
			}
		}
	} else if x.hour12 {
		p.Hour %= 12
	}
	leap := false
	if !x.year && x.hasMonth && p.Month == 2 && p.Day == 29 {
		leap, p.Year = true, 1904
	}
	switch {
	case x.isoWeek >= 0:
		if x.isoYear < 0 || x.weekday < 0 {
			//lint:ignore ST1005 a message of Python
			return nil, fmt.Errorf("ISO week directive '%%V' must be used with the ISO year directive '%%G' and a weekday directive ('%%A', '%%a', '%%w', or '%%u').")
		}
		d := time.Date(x.isoYear, 1, 4, 0, 0, 0, 0, time.UTC)
		d = d.AddDate(0, 0, (x.isoWeek-1)*7+x.weekday-(int(d.Weekday())+6)%7)
		p.Year, p.Month, p.Day = d.Year(), int(d.Month()), d.Day()
	case x.yday < 0 && x.year && x.weekday >= 0 && (x.weekU >= 0 || x.weekW >= 0):
		first := time.Date(p.Year, 1, 1, 0, 0, 0, 0, time.UTC)
		week, day, start := x.weekW, x.weekday, (int(first.Weekday())+6)%7
		if x.weekU >= 0 {
			week, day, start = x.weekU, (x.weekday+1)%7, int(first.Weekday())
		}
		var days int
		if start != 0 {
			days = (7-start)%7 + (week-1)*7 + day
		} else {
			days = (week-1)*7 + day
		}
		d := first.AddDate(0, 0, days)
		p.Year, p.Month, p.Day = d.Year(), int(d.Month()), d.Day()
	case x.yday >= 0 && !(x.hasMonth || x.hasDay):
		d := time.Date(p.Year, 1, x.yday, 0, 0, 0, 0, time.UTC)
		p.Year, p.Month, p.Day = d.Year(), int(d.Month()), d.Day()
	}
	d := time.Date(p.Year, time.Month(p.Month), p.Day, 0, 0, 0, 0, time.UTC)
	if d.Day() != p.Day {
		last := time.Date(p.Year, time.Month(p.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
		return nil, fmt.Errorf("day %d must be in range 1..%d for month %d in year %d", p.Day, last, p.Month, p.Year)
	}
	p.Yday, p.Weekday = d.YearDay(), (int(d.Weekday())+6)%7
	if x.yday >= 0 {
		p.Yday = x.yday
	}
	if x.weekday >= 0 {
		p.Weekday = x.weekday
	}
	if leap {
		p.Year = 1900
	}
	return p, nil
}

// NoYear is the warning about a format with a day of month but no year.
const NoYear = "Parsing dates involving a day of month without a year specified is ambiguous\n" +
	"and fails to parse leap day. The default behavior will change in Python 3.15\n" +
	"to either always raise an exception or to use a different default year (TBD).\n" +
	"To avoid trouble, add a specific year to the input & format.\n" +
	"See https://github.com/python/cpython/issues/70647."

// LacksYear reports whether that warning applies to a format.
func LacksYear(format string) bool {
	day := false
	for i := 0; i+1 < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		i++
		switch format[i] {
		case 'Y', 'y', 'G':
			return false
		case 'd':
			day = true
		}
	}
	return day
}
