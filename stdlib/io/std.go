package io

import (
	"os"
	"strings"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

func isTTY(f *file) bool { return fdio.IsTTY(f.num()) }

// stdErrors is the error handler of the standard streams: in the C locale
// bytes that are no UTF-8 pass through.
func stdErrors() string {
	for _, n := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := os.Getenv(n); v != "" {
			if v == "C" || v == "POSIX" || strings.HasPrefix(v, "C.") {
				return "surrogateescape"
			}
			return "strict"
		}
	}
	return "surrogateescape"
}

// envIO is the variable PYTHONIOENCODING, unless the environment is ignored.
func envIO(t *thread) string {
	if flags, ok := t.Interp.Sys.D.GetGo(t, "flags"); ok {
		if v, err := object.GetAttrStr(t, flags, "ignore_environment"); err == nil && v == object.Int(1) {
			return ""
		}
	}
	return os.Getenv("PYTHONIOENCODING")
}

// codecName is the name that the codec for an encoding gives itself.
func codecName(enc string) string {
	if n := object.CanonicalEncoding(enc); n != "latin_1" {
		return strings.ReplaceAll(n, "_", "-")
	}
	return "iso8859-1"
}

// stdStream makes one of the standard streams, or None if its descriptor is
// closed.
func stdStream(t *thread, fd int, name, mode string, unbuffered bool) (value, error) {
	if _, err := fdio.Stat(fd); err != nil {
		return object.None, nil
	}
	f := newFile(&FileIOType)
	raw := object.Wrap(f)
	rawMode := "r"
	if mode == "w" {
		rawMode = "w"
	}
	if err := f.open(t, raw, object.IntOf(fd), rawMode, false, value{}); err != nil {
		return object.None, nil
	}
	if err := object.SetAttr(t, raw, t.Intern("name"), object.NewStr(name)); err != nil {
		return value{}, err
	}
	encoding, errors, line := "utf-8", stdErrors(), isTTY(f)
	if v := envIO(t); v != "" {
		enc, errs, _ := strings.Cut(v, ":")
		if errs != "" {
			errors = errs
		} else if enc != "" {
			errors = "strict"
		}
		if enc != "" {
			encoding = codecName(enc)
		}
	}
	if fd == 2 {
		errors, line = "backslashreplace", true
	}
	buffer := raw
	switch {
	case mode == "r":
		buffer = object.Wrap(newBuffered(&BufferedReaderType, f, DefaultBufferSize))
	case !unbuffered:
		buffer = object.Wrap(newBuffered(&BufferedWriterType, f, DefaultBufferSize))
	}
	x := object.Alloc[text](&TextIOWrapperType, &TextIOWrapperType)
	newline := object.NewStr("\n")
	if mode == "r" {
		newline = object.None
	}
	if err := x.setup(t, buffer, encoding, errors, newline, line, unbuffered && mode == "w"); err != nil {
		return value{}, err
	}
	v := object.Wrap(x)
	return v, object.SetAttr(t, v, t.Intern("mode"), object.NewStr(mode))
}

// Streams sets the standard streams of sys.
func Streams(t *thread, unbuffered bool) error {
	for i, n := range []string{"stdin", "stdout", "stderr"} {
		mode := "w"
		if i == 0 {
			mode = "r"
		}
		v, err := stdStream(t, i, "<"+n+">", mode, unbuffered)
		if err != nil {
			return err
		}
		t.Interp.Sys.Set(t, n, v)
		t.Interp.Sys.Set(t, "__"+n+"__", v)
	}
	return nil
}
