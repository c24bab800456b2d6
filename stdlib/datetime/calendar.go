package datetime

// Days of the proleptic Gregorian calendar; day 1 is January 1 of year 1.

const (
	minYear    = 1
	maxYear    = 9999
	maxOrdinal = 3652059
	epochDay   = 719163 // 1970-01-01
	daySeconds = 86400
)

var monthDays = [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func daysIn(y, m int) int {
	if m == 2 && leap(y) {
		return 29
	}
	return monthDays[m]
}

func daysBeforeYear(y int) int {
	y--
	return y*365 + y/4 - y/100 + y/400
}

func daysBeforeMonth(y, m int) int {
	n := 0
	for i := 1; i < m; i++ {
		n += monthDays[i]
	}
	if m > 2 && leap(y) {
		n++
	}
	return n
}

func ordinal(y, m, d int) int { return daysBeforeYear(y) + daysBeforeMonth(y, m) + d }

// fromOrdinal is the date of day n, which is positive.
func fromOrdinal(n int) (y, m, d int) {
	n--
	y = n/146097*400 + 1
	n %= 146097
	c := min(n/36524, 3)
	y += c * 100
	n -= c * 36524
	y += n / 1461 * 4
	n %= 1461
	k := min(n/365, 3)
	y += k
	n -= k * 365
	for m = 1; n >= daysIn(y, m); m++ {
		n -= daysIn(y, m)
	}
	return y, m, n + 1
}

// weekday counts from Monday = 0.
func weekday(y, m, d int) int { return (ordinal(y, m, d) + 6) % 7 }

// weekOne is the day on which week 1 of year y begins.
func weekOne(y int) int {
	first := ordinal(y, 1, 1)
	wd := (first + 6) % 7
	if wd > 3 {
		return first - wd + 7
	}
	return first - wd
}

func isoCalendar(y, m, d int) (year, week, day int) {
	n := ordinal(y, m, d)
	year = y
	w1 := weekOne(year)
	switch {
	case n < w1:
		year--
		w1 = weekOne(year)
	case n >= weekOne(year+1):
		year++
		w1 = weekOne(year)
	}
	return year, (n-w1)/7 + 1, (n-w1)%7 + 1
}

// isoOrdinal is the day of a date by week; what is wrong: 0 nothing, 1 the
// year, 2 the week, 3 the day.
func isoOrdinal(year, week, day int) (n, wrong int) {
	if year < minYear || year > maxYear {
		return 0, 1
	}
	if week <= 0 || week >= 53 {
		long := false
		if week == 53 {
			first := weekday(year, 1, 1)
			long = first == 3 || first == 2 && leap(year)
		}
		if !long {
			return 0, 2
		}
	}
	if day <= 0 || day >= 8 {
		return 0, 3
	}
	return weekOne(year) + (week-1)*7 + day - 1, 0
}

func floorDiv(a, b int) (q, r int) {
	q, r = a/b, a%b
	if r < 0 {
		q, r = q-1, r+b
	}
	return q, r
}
