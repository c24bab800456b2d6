package unidata

// recordOf returns the flags of r and its category.
func recordOf(r rune) uint32 {
	if uint32(r) >= 0x110000 {
		return 0
	}
	block := int(recordIndex[r>>7])
	return records[recordBlocks[block<<7|int(r&127)]-'#']
}

func has(r rune, flag uint32) bool { return recordOf(r)&flag != 0 }

const asciiLimit = 0x80

// IsAlpha reports whether r is a letter (str.isalpha).
func IsAlpha(r rune) bool {
	if r < asciiLimit {
		return isASCIILetter(r)
	}
	return has(r, flagAlpha)
}

func isASCIILetter(r rune) bool { return 'a' <= r|32 && r|32 <= 'z' }

func isASCIIDigit(r rune) bool { return '0' <= r && r <= '9' }

// IsAlnum reports whether r is a letter or has a numeric value (str.isalnum).
func IsAlnum(r rune) bool {
	if r < asciiLimit {
		return isASCIILetter(r) || isASCIIDigit(r)
	}
	return has(r, flagAlpha|flagDecimal|flagDigit|flagNumeric)
}

// IsDecimal reports whether r is a decimal digit (str.isdecimal).
func IsDecimal(r rune) bool {
	if r < asciiLimit {
		return isASCIIDigit(r)
	}
	return has(r, flagDecimal)
}

// IsDigit reports whether r is a digit, perhaps a superscript (str.isdigit).
func IsDigit(r rune) bool {
	if r < asciiLimit {
		return isASCIIDigit(r)
	}
	return has(r, flagDigit)
}

// IsNumeric reports whether r has a numeric value (str.isnumeric).
func IsNumeric(r rune) bool {
	if r < asciiLimit {
		return isASCIIDigit(r)
	}
	return has(r, flagNumeric)
}

// IsSpace reports whether r is white space (str.isspace).
func IsSpace(r rune) bool {
	if r < asciiLimit {
		return r == ' ' || '\t' <= r && r <= '\r' || 0x1c <= r && r <= 0x1f
	}
	return has(r, flagSpace)
}

// IsPrintable reports whether repr shows r as it is (str.isprintable).
func IsPrintable(r rune) bool {
	if r < asciiLimit {
		return ' ' <= r && r <= '~'
	}
	return has(r, flagPrintable)
}

// IsLower reports whether r is a lower case letter.
func IsLower(r rune) bool {
	if r < asciiLimit {
		return 'a' <= r && r <= 'z'
	}
	return has(r, flagLower)
}

// IsUpper reports whether r is an upper case letter.
func IsUpper(r rune) bool {
	if r < asciiLimit {
		return 'A' <= r && r <= 'Z'
	}
	return has(r, flagUpper)
}

// IsTitle reports whether r is a title case letter, such as U+01C5.
func IsTitle(r rune) bool { return r >= asciiLimit && has(r, flagTitle) }

// IsCased reports whether r has a case.
func IsCased(r rune) bool {
	if r < asciiLimit {
		return isASCIILetter(r)
	}
	return has(r, flagCased)
}

// IsCaseIgnorable reports whether r is passed over in looking for the end of a
// word, for the final sigma.
func IsCaseIgnorable(r rune) bool { return has(r, flagIgnorable) }

// IsXIDStart reports whether r may begin an identifier by the rules of Unicode. In
// Python the underscore may, too.
func IsXIDStart(r rune) bool {
	if r < asciiLimit {
		return isASCIILetter(r)
	}
	return has(r, flagXIDStart)
}

// IsXIDContinue reports whether r may go on an identifier.
func IsXIDContinue(r rune) bool {
	if r < asciiLimit {
		return isASCIILetter(r) || isASCIIDigit(r) || r == '_'
	}
	return has(r, flagXIDContinue)
}

// IsLineBreak reports whether str.splitlines splits at r.
func IsLineBreak(r rune) bool {
	if r < asciiLimit {
		return '\n' <= r && r <= '\r' || 0x1c <= r && r <= 0x1e
	}
	return has(r, flagLineBreak)
}

// Category returns the general category of r, such as "Lu".
func Category(r rune) string { return categoryNames[recordOf(r)>>16] }

// Width returns the East Asian width of r: N, A, F, H, Na or W.
func Width(r rune) string {
	lo, hi := 0, len(widthRuns) // widthRuns[lo] <= r < widthRuns[hi]
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; rune(widthRuns[mid]>>3) <= r {
			lo = mid
		} else {
			hi = mid
		}
	}
	return widthNames[widthRuns[lo]&7]
}

// Columns returns the number of columns that a terminal takes for r: 0 for marks
// and format characters, 2 for wide ones.
func Columns(r rune) int {
	if ' ' <= r && r < 0x7f {
		return 1
	}
	switch Category(r) {
	case "Mn", "Me", "Cf":
		return 0
	}
	switch Width(r) {
	case "W", "F":
		return 2
	}
	return 1
}
