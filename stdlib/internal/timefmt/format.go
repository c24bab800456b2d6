// Package timefmt formats and parses broken-down times as C's strftime and
// Python's strptime do, in the C locale.
package timefmt

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Tm is a broken-down time. Weekday counts from Monday = 0, Yday from 1.
type Tm struct {
	Year, Month, Day, Hour, Min, Sec, Weekday, Yday, IsDST int
	Zone                                                   string
	Offset                                                 int // seconds east of UTC
	HasZone                                                bool
}

// Names of the C locale.
var (
	Days   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	Months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// FromTime breaks t down.
func FromTime(t time.Time) Tm {
	name, off := t.Zone()
	dst := 0
	if t.IsDST() {
		dst = 1
	}
	return Tm{t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second(), (int(t.Weekday()) + 6) % 7, t.YearDay(), dst, name, off, true}
}

func at(list []string, i int) string {
	if i < 0 || i >= len(list) {
		return "?"
	}
	return list[i]
}

func abbr(s string) string {
	if len(s) > 3 {
		return s[:3]
	}
	return s
}

// Format is strftime.
func Format(format string, t *Tm) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c != '%' || i+1 == len(format) {
			b.WriteByte(c)
			continue
		}
		i++
		pad := byte(0)
		if f := format[i]; (f == '-' || f == '_' || f == '0' || f == '^' || f == '#') && i+1 < len(format) {
			pad = f
			i++
		}
		if (format[i] == 'E' || format[i] == 'O') && i+1 < len(format) {
			i++
		}
		if format[i] == ':' && i+1 < len(format) && format[i+1] == 'z' {
			i++
			if t.HasZone {
				b.WriteString(zoneText(t.Offset, ":"))
			}
			continue
		}
		s, ok := directive(format[i], t)
		if !ok {
			b.WriteByte('%')
			if pad != 0 {
				b.WriteByte(pad)
			}
			b.WriteByte(format[i])
			continue
		}
		b.WriteString(repad(s, pad))
	}
	return b.String()
}

func repad(s string, pad byte) string {
	switch pad {
	case '-':
		if t := strings.TrimLeft(s, "0 "); t != "" {
			return t
		}
		return s[len(s)-1:]
	case '_':
		for i := 0; i < len(s)-1 && s[i] == '0'; i++ {
			s = s[:i] + " " + s[i+1:]
		}
	case '0':
		return strings.ReplaceAll(s, " ", "0")
	case '^':
		return strings.ToUpper(s)
	}
	return s
}

func zoneText(off int, sep string) string {
	sign := '+'
	if off < 0 {
		sign, off = '-', -off
	}
	s := fmt.Sprintf("%c%02d%s%02d", sign, off/3600, sep, off/60%60)
	if off%60 != 0 {
		s += fmt.Sprintf("%s%02d", sep, off%60)
	}
	return s
}

func two(n int) string { return fmt.Sprintf("%02d", n) }

func hour12(h int) int {
	if h %= 12; h == 0 {
		return 12
	}
	return h
}

// isoWeek gives the ISO 8601 year and week of t.
func isoWeek(t *Tm) (int, int) {
	return time.Date(t.Year, time.January, t.Yday, 0, 0, 0, 0, time.UTC).ISOWeek()
}

func directive(c byte, t *Tm) (string, bool) {
	sunday := (t.Weekday + 1) % 7
	switch c {
	case 'a':
		return abbr(at(Days, t.Weekday)), true
	case 'A':
		return at(Days, t.Weekday), true
	case 'b', 'h':
		return abbr(at(Months, t.Month-1)), true
	case 'B':
		return at(Months, t.Month-1), true
	case 'c':
		return Format("%a %b %e %H:%M:%S %Y", t), true
	case 'C':
		return two(t.Year / 100), true
	case 'd':
		return two(t.Day), true
	case 'D', 'x':
		return Format("%m/%d/%y", t), true
	case 'e':
		return fmt.Sprintf("%2d", t.Day), true
	case 'F':
		return Format("%Y-%m-%d", t), true
	case 'g':
		y, _ := isoWeek(t)
		return two(y % 100), true
	case 'G':
		y, _ := isoWeek(t)
		return fmt.Sprintf("%04d", y), true
	case 'H':
		return two(t.Hour), true
	case 'I':
		return two(hour12(t.Hour)), true
	case 'j':
		return fmt.Sprintf("%03d", t.Yday), true
	case 'k':
		return fmt.Sprintf("%2d", t.Hour), true
	case 'l':
		return fmt.Sprintf("%2d", hour12(t.Hour)), true
	case 'm':
		return two(t.Month), true
	case 'M':
		return two(t.Min), true
	case 'n':
		return "\n", true
	case 'p', 'P':
		s := "AM"
		if t.Hour >= 12 {
			s = "PM"
		}
		if c == 'P' {
			s = strings.ToLower(s)
		}
		return s, true
	case 'r':
		return Format("%I:%M:%S %p", t), true
	case 'R':
		return Format("%H:%M", t), true
	case 's':
		return strconv.FormatInt(Unix(t, time.Local), 10), true
	case 'S':
		return two(t.Sec), true
	case 't':
		return "\t", true
	case 'T', 'X':
		return Format("%H:%M:%S", t), true
	case 'u':
		return strconv.Itoa(t.Weekday + 1), true
	case 'U':
		return two((t.Yday + 6 - sunday) / 7), true
	case 'V':
		_, w := isoWeek(t)
		return two(w), true
	case 'w':
		return strconv.Itoa(sunday), true
	case 'W':
		return two((t.Yday + 6 - t.Weekday) / 7), true
	case 'y':
		return two(((t.Year % 100) + 100) % 100), true
	case 'Y':
		return strconv.Itoa(t.Year), true
	case 'z':
		if !t.HasZone {
			return "", true
		}
		return zoneText(t.Offset, ""), true
	case 'Z':
		return t.Zone, true
	case '%':
		return "%", true
	}
	return "", false
}

// Unix gives the seconds of t in a zone.
func Unix(t *Tm, loc *time.Location) int64 {
	return time.Date(t.Year, time.Month(t.Month), t.Day, t.Hour, t.Min, t.Sec, 0, loc).Unix()
}
