package unidata

import "github.com/gopy-lang/gopy/internal/wtf8"

// numericRun gives the numbers first to last the values (num + i*step) / den.
type numericRun struct {
	first, last    rune
	num, step, den int64
}

// Decimal returns the value of a decimal digit, or -1.
func Decimal(r rune) int {
	if r < asciiLimit {
		if isASCIIDigit(r) {
			return int(r - '0')
		}
		return -1
	}
	if !has(r, flagDecimal) {
		return -1
	}
	lo, hi := 0, len(decimalZeros)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; rune(decimalZeros[mid]) <= r {
			lo = mid
		} else {
			hi = mid
		}
	}
	return int(r) - int(decimalZeros[lo])
}

// Digit returns the value of a digit, or -1.
func Digit(r rune) int {
	if !IsDigit(r) {
		return -1
	}
	if d := Decimal(r); d >= 0 {
		return d
	}
	for _, run := range digitRuns {
		if r <= rune(run[1]) {
			return int(r) - int(run[0]) + int(run[2])
		}
	}
	return -1
}

// Numeric returns the numeric value of r, which may be a fraction, and whether
// there is one.
func Numeric(r rune) (float64, bool) {
	if !IsNumeric(r) {
		return 0, false
	}
	if d := Digit(r); d >= 0 {
		return float64(d), true
	}
	lo, hi := 0, len(numericRuns)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; numericRuns[mid].first <= r {
			lo = mid
		} else {
			hi = mid
		}
	}
	run := &numericRuns[lo]
	num := run.num + int64(r-run.first)*run.step
	return float64(num) / float64(run.den), true
}

// ASCIINumber prepares the text of a number for parsing: in strings with code
// points above 127, decimal digits and spaces are replaced by those of ASCII. What
// is neither stays, and no number contains it.
func ASCIINumber(s string) string {
	if wtf8.IsASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for s != "" {
		r, n := wtf8.Decode(s)
		switch {
		case IsSpace(r):
			b = append(b, ' ')
		case r >= asciiLimit && IsDecimal(r):
			b = append(b, '0'+byte(Decimal(r)))
		default:
			b = append(b, s[:n]...)
		}
		s = s[n:]
	}
	return string(b)
}
