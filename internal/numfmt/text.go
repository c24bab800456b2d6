package numfmt

// Str formats a string. The spec was parsed with the default type 's' and the
// default alignment '<'.
func (s *Spec) Str(text string) (string, error) {
	switch {
	case s.Type != 's':
		return "", s.unknownType()
	case s.Sign == ' ':
		return "", valueError("Space not allowed in string format specifier")
	case s.Sign != 0:
		return "", valueError("Sign not allowed in string format specifier")
	case s.NoNegZero:
		return "", valueError("Negative zero coercion (z) not allowed in string format specifier")
	case s.Alt:
		return "", valueError("Alternate form (#) not allowed in string format specifier")
	case s.Align == '=':
		return "", valueError("'=' alignment not allowed in string format specifier")
	}
	return s.pad("", truncate(text, s.Precision))
}

// truncate returns the first n code points of s, all of them if n is negative.
func truncate(s string, n int) string {
	if n < 0 || n >= len(s) {
		return s
	}
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			if n == 0 {
				return s[:i]
			}
			n--
		}
	}
	return s
}
