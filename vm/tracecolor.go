package vm

import (
	"os"

	"github.com/gopy-lang/gopy/object"
)

// terminalColors returns the theme of tracebacks if sys.stderr shows colors.
func terminalColors(t *object.Thread) (c object.Colors) {
	out, ok := t.Interp.Sys.D.GetGo(t, "stderr")
	if !ok || out.IsNone() {
		return c
	}
	if os.Getenv("FORCE_COLOR") == "" && os.Getenv("PYTHON_COLORS") == "" {
		tty, err := object.CallMethod(t, out, "isatty")
		if err != nil {
			return c
		}
		if yes, err := object.Truth(t, tty); err != nil || !yes {
			return c
		}
	}
	theme, err := traceTheme(t, out)
	if err != nil {
		return c
	}
	for _, x := range []struct {
		to   *string
		name string
	}{{&c.Type, "type"}, {&c.Message, "message"}, {&c.Filename, "filename"}, {&c.Line, "line_no"}, {&c.Frame, "frame"},
		{&c.Highlight, "error_highlight"}, {&c.Range, "error_range"}, {&c.Reset, "reset"}} {
		v, err := object.GetAttrStr(t, theme, x.name)
		if err != nil {
			return object.Colors{}
		}
		if s, ok := object.AsStr(v); ok {
			*x.to = s.String()
		}
	}
	return c
}

// traceTheme is _colorize.get_theme(tty_file=out).traceback.
func traceTheme(t *object.Thread, out object.Value) (object.Value, error) {
	m, err := object.ImportModule(t, "_colorize")
	if err != nil {
		return object.Value{}, err
	}
	f, err := object.GetAttrStr(t, m, "_traceback_theme")
	if err != nil {
		return object.Value{}, err
	}
	return object.CallArgs(t, f, out)
}
