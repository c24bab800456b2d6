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
