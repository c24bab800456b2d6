package datetime

import (
	"errors"

	"github.com/gopy-lang/gopy/object"
)

// Reading of ISO 8601 dates and times.

// errISO tells that a text is not in ISO format.
var errISO = errors.New("invalid isoformat string")

// runes are the characters of a str, lone surrogates included.
func runes(s string) []rune {
	var out []rune
	for s != "" {
		r, n := object.DecodeRune(s)
		out = append(out, r)
		s = s[n:]
	}
	return out
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// digits reads n digits of r.
func digits(r []rune, n int) (int, []rune, bool) {
	if len(r) < n {
		return 0, r, false
	}
	x := 0
	for _, c := range r[:n] {
		if !digit(c) {
			return 0, r, false
		}
		x = x*10 + int(c-'0')
	}
	return x, r[n:], true
}

func skip(r []rune, c rune) ([]rune, bool) {
	if len(r) > 0 && r[0] == c {
		return r[1:], true
	}
	return r, false
}

// parseDate reads a calendar or week date, with or without dashes.
func parseDate(r []rune) (y, m, d int, err error) {
	ok := false
	if y, r, ok = digits(r, 4); !ok {
		return 0, 0, 0, errISO
	}
	r, dashes := skip(r, '-')
	if rest, week := skip(r, 'W'); week {
		return parseWeek(y, rest, dashes)
	}
	if m, r, ok = digits(r, 2); !ok {
		return 0, 0, 0, errISO
	}
	if dashes {
		if r, ok = skip(r, '-'); !ok {
			return 0, 0, 0, errISO
		}
	}
	if d, r, ok = digits(r, 2); !ok || len(r) > 0 {
		return 0, 0, 0, errISO
	}
	return y, m, d, nil
}

func parseWeek(y int, r []rune, dashes bool) (int, int, int, error) {
	w, r, ok := digits(r, 2)
	if !ok {
		return 0, 0, 0, errISO
	}
	wd := 1
	if len(r) > 0 {
		if dashes {
			if r, ok = skip(r, '-'); !ok {
				return 0, 0, 0, errISO
			}
		}
		if wd, r, ok = digits(r, 1); !ok || len(r) > 0 {
			return 0, 0, 0, errISO
		}
	}
	n, wrong := isoOrdinal(y, w, wd)
	if wrong != 0 || n < 1 || n > maxOrdinal {
		return 0, 0, 0, errISO
	}
	y, m, d := fromOrdinal(n)
	return y, m, d, nil
}

// clock is a time as read.
type clock struct{ h, m, s, us int }

// parseClock reads HH[:MM[:SS[.ffffff]]], all with colons or all without. more
// tells that something is left over, which is an error unless a zone follows.
func parseClock(r []rune) (c clock, more bool, err error) {
	colons := false
	for i, p := range [...]*int{&c.h, &c.m, &c.s} {
		ok := false
		if *p, r, ok = digits(r, 2); !ok {
			return c, false, errISO
		}
		if len(r) == 0 {
			return c, false, nil
		}
		x := r[0]
		if i == 0 {
			colons = x == ':'
		}
		point := x == '.' || x == ','
		switch {
		case point && (i < 2 || len(r) == 1):
			return c, false, errISO
		case len(r) == 1:
			return c, true, nil
		case colons && x == ':' && i < 2:
			r = r[1:]
		case point:
			c.us, more, err = parseFraction(r[1:])
			return c, more, err
		case colons:
			return c, false, errISO
		case i == 2:
			c.us, more, err = parseFraction(r)
			return c, more, err
		}
	}
	return c, false, errISO
}

// parseFraction reads the digits of a fraction and drops those behind the
// sixth.
func parseFraction(r []rune) (n int, more bool, err error) {
	if !digit(r[0]) {
		return 0, false, errISO
	}
	unit := 100000
	for i, c := range r {
		if !digit(c) {
			if i < 6 {
				return 0, false, errISO
			}
			return n, true, nil
		}
		n += int(c-'0') * unit
		unit /= 10
	}
	return n, false, nil
}

// parseTime reads a time with an optional zone.
func parseTime(r []rune) (c clock, tz value, err error) {
	tz = object.None
	at := len(r)
	for i, x := range r {
		if x == '+' || x == '-' || x == 'Z' {
			at = i
			break
		}
	}
	c, more, err := parseClock(r[:at])
	if err == nil && more && at == len(r) {
		err = errISO
	}
	if err != nil || at == len(r) {
		return c, tz, err
	}
	sign, rest := r[at], r[at+1:]
	if sign == 'Z' {
		if len(rest) > 0 {
			return c, tz, errISO
		}
		return c, object.Wrap(&utc), nil
	}
	o, more, err := parseClock(rest)
	if err == nil && more {
		err = errISO
	}
	if err != nil {
		return c, tz, err
	}
	f := 1
	if sign == '-' {
		f = -1
	}
	d, err := newDelta(&DeltaType, 0, f*(o.h*3600+o.m*60+o.s), f*o.us)
	if err != nil {
		return c, tz, err
	}
	tz, err = newZone(d, value{})
	return c, tz, err
}

// midnight handles the hour 24; next tells that it is that of the next day.
func (c *clock) midnight() (next bool, err error) {
	if c.h != 24 {
		return false, nil
	}
	if c.m != 0 || c.s != 0 || c.us != 0 {
		return false, object.ValueErrorf("minute, second, and microsecond must be 0 when hour is 24")
	}
	c.h = 0
	return true, nil
}

// separator finds where the date of r ends; -1 if that cannot be told.
func separator(r []rune) int {
	n := len(r)
	if n == 7 {
		return 7
	}
	if r[4] != '-' {
		if r[4] != 'W' {
			return 8
		}
		pos := 7
		for pos < n && digit(r[pos]) {
			pos++
		}
		switch {
		case pos < 9:
			return pos
		case pos%2 == 0:
			return 7
		}
		return 8
	}
	if r[5] != 'W' {
		return 10
	}
	if n < 8 {
		return -1
	}
	if n > 8 && r[8] == '-' {
		if n == 9 {
			return -1
		}
		if n > 10 && digit(r[10]) {
			return 8
		}
		return 10
	}
	return 8
}
