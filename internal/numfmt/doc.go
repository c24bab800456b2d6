// Package numfmt turns numbers and strings into text and back as Python does:
// the shortest repr of floats, the format mini-language of Python 3.14, the
// conversions of the % operator, and the parsing of float(), int(),
// float.fromhex() and their inverses.
//
// It works on Go values (int64, *big.Int, float64, complex128, string) and knows
// no Python objects. Strings are UTF-8 in which lone surrogates may be encoded
// like other code points; widths count code points. Errors that Python programs
// see are *Error, with CPython's texts; the caller turns them into exceptions.
//
// # Format specifications
//
//	[[fill]align][sign]["z"]["#"]["0"][width][grouping]["." [precision][grouping]][type]
//
// A Spec is parsed once and applied to a value. Its Width and Precision bound the
// size of the result, so that a caller can account for it beforehand.
package numfmt
