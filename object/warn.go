package object

// Warn issues a warning of the given category about the running code. The
// result is the exception that a filter turned it into, if any. Interp.OnWarn
// does the work; without it warnings are dropped.
func Warn(t *Thread, category *Type, text string) error {
	if t == nil || t.Interp == nil || t.Interp.OnWarn == nil {
		return nil
	}
	return t.Interp.OnWarn(t, category, text, 1)
}

// WarnExplicit issues a warning about a place in a source file, as Warn does.
func WarnExplicit(t *Thread, category *Type, text, filename string, line int) error {
	if t == nil || t.Interp == nil || t.Interp.OnWarnAt == nil {
		return nil
	}
	return t.Interp.OnWarnAt(t, category, text, filename, line)
}
