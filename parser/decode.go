package parser

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

var bom = []byte("\xef\xbb\xbf")

// cookie finds a PEP 263 coding line.
var cookie = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)`)
})

// decode returns the source as UTF-8 with "\n" as the only end of line.
func decode(src []byte, opt Options) (string, *SyntaxError) {
	isText := opt.Text
	hadBOM := !isText && bytes.HasPrefix(src, bom)
	if hadBOM {
		src = src[len(bom):]
	}
	if i := bytes.IndexByte(src, 0); i >= 0 {
		if !isText && !utf8.Valid(src[:i]) && codingName(src) == "" {
			return "", invalidUTF8(src, opt) // the first fault counts
		}
		return "", nullByte(src, i)
	}
	name := ""
	if !isText {
		name = codingName(src)
	}
	var text string
	if hadBOM && name != "" && !strings.HasPrefix(strings.ReplaceAll(strings.ToLower(name), "_", "-")+"-", "utf-8-") {
		return "", &SyntaxError{Msg: fmt.Sprintf("encoding problem: %s with BOM", normalEncoding(name)), Line: 1, EndLine: 1, Text: firstLine(src)}
	}
	switch normalEncoding(name) {
	case "", "utf-8":
		if !utf8.Valid(src) && !isText {
			return "", invalidUTF8(src, opt)
		}
		text = string(src)
	default:
		var err *SyntaxError
		if text, err = decodeAs(src, name); err != nil {
			return "", err
		}
	}
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text, nil
}

func firstLine(src []byte) string {
	line, _, _ := bytes.Cut(src, []byte("\n"))
	return replaceInvalid(line)
}

// nullByte reports the NUL at index i.
func nullByte(src []byte, i int) *SyntaxError {
	start := bytes.LastIndexByte(src[:i], '\n') + 1
	line := bytes.Count(src[:i], []byte("\n")) + 1
	return &SyntaxError{Msg: "source code cannot contain null bytes", Line: line, EndLine: line,
		Text: replaceInvalid(src[start:i])}
}

// codingName returns the encoding that one of the first two lines names.
func codingName(src []byte) string {
	for range 2 {
		line, rest, _ := bytes.Cut(src, []byte("\n"))
		trimmed := bytes.TrimLeft(line, " \t\f\r")
		if len(trimmed) > 0 && trimmed[0] != '#' {
			return ""
		}
		if bytes.Contains(line, []byte("coding")) {
			if m := cookie().FindSubmatch(line); m != nil {
				return string(m[1])
			}
		}
		src = rest
	}
	return ""
}

func decodeAs(src []byte, name string) (string, *SyntaxError) {
	enc := findEncoding(name)
	if enc == nil {
		return "", &SyntaxError{Msg: "unknown encoding: " + name}
	}
	if normalEncoding(name) == "ascii" || normalEncoding(name) == "us-ascii" {
		for i, b := range src {
			if b >= 0x80 {
				return "", &SyntaxError{Msg: fmt.Sprintf("'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)", b, i)}
			}
		}
	}
	out, err := enc.NewDecoder().Bytes(src)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", &SyntaxError{Msg: fmt.Sprintf("encoding problem: %s", name)}
	}
	return string(out), nil
}

// invalidUTF8 reports the first byte that is not UTF-8.
func invalidUTF8(src []byte, opt Options) *SyntaxError {
	where := ""
	if opt.File {
		where = " in file " + opt.Filename
	}
	at := 0
	for at < len(src) {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	start := bytes.LastIndexByte(src[:at], '\n') + 1
	line := bytes.Count(src[:at], []byte("\n")) + 1
	col := utf8.RuneCount(src[start:at]) + 1
	text, _, _ := bytes.Cut(src[start:], []byte("\n"))
	return &SyntaxError{
		Msg: fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x'%s on line %d, but no encoding declared; "+
			"see https://peps.python.org/pep-0263/ for details", src[at], where, line),
		Line: line, Col: col, EndLine: line, EndCol: col,
		Text: replaceInvalid(text),
	}
}

// Text returns the text of a source file with "\n" as the only end of line, as
// Parse reads it. What is not in the file's encoding is replaced.
func Text(src []byte) string {
	text, err := decode(src, Options{})
	if err != nil {
		return strings.ReplaceAll(replaceInvalid(src), "\r\n", "\n")
	}
	return text
}

// replaceInvalid decodes UTF-8 as Python's error handler "replace" does: one
// U+FFFD for each beginning of a character that is not completed.
func replaceInvalid(b []byte) string {
	var out strings.Builder
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			for n < len(b) && !utf8.FullRune(b[:n+1]) {
				n++
			}
		}
		out.WriteRune(r)
		b = b[n:]
	}
	return out.String()
}
