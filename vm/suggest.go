package vm

// Hints about misspelt names that are printed after an exception's message.

import (
	"slices"

	"github.com/gopy-lang/gopy/internal/stdnames"
	"github.com/gopy-lang/gopy/object"
)

const (
	maxCandidates = 750
	maxWrongName  = 40
)

// Suggestion returns the hint to append to the message of e, or "".
func (rt *Runtime) Suggestion(t *object.Thread, e *object.Exception) string {
	switch {
	case e.Type.IsSubtype(&object.AttributeErrorType):
		return didYouMean(attributeHint(t, e))
	case e.Type.IsSubtype(&object.ImportErrorType):
		return didYouMean(importHint(t, e))
	case e.Type.IsSubtype(&object.NameErrorType):
		return nameHint(t, e)
	}
	return ""
}

func didYouMean(s string) string {
	if s == "" {
		return ""
	}
	return ". Did you mean: '" + s + "'?"
}

func textField(e *object.Exception, name string) string {
	v := e.Field(name)
	if v.O == nil {
		return ""
	}
	if s, ok := object.AsStr(v); ok {
		return s.String()
	}
	return ""
}

func closest(wrong string, names []string) string {
	if wrong == "" || len(wrong) > maxWrongName || len(names) > maxCandidates {
		return ""
	}
	return object.Suggest(wrong, names)
}

// dirNames is dir(v), without private names if hide is set.
func dirNames(t *object.Thread, v object.Value, hide bool) []string {
	f, err := object.LookupSpecial(t, v, t.Intern("__dir__"))
	if err != nil || f.O == nil {
		return nil
	}
	d, err := object.CallArgs(t, f)
	if err != nil {
		return nil
	}
	items, err := object.Items(t, d)
	if err != nil {
		return nil
	}
	var out []string
	for _, x := range items {
		if s, ok := object.AsStr(x); ok && (!hide || s.String() == "" || s.String()[0] != '_') {
			out = append(out, s.String())
		}
	}
	slices.Sort(out)
	return out
}

func lastFrame(e *object.Exception) *FrameObject {
	tb := e.TB
	if tb == nil {
		return nil
	}
	for tb.Next != nil {
		tb = tb.Next
	}
	return object.As[FrameObject](tb.Frame)
}

// frameSelf returns the local variable self of a frame, or the zero Value.
func frameSelf(t *object.Thread, f *FrameObject) object.Value {
	if f == nil {
		return object.Value{}
	}
	v, err := object.GetItem(t, f.Locals(t), object.NewStr("self"))
	if err != nil {
		return object.Value{}
	}
	return v
}

func attributeHint(t *object.Thread, e *object.Exception) string {
	wrong, obj := textField(e, "name"), e.Field("obj")
	if wrong == "" || obj.O == nil {
		return ""
	}
	hide := wrong[0] != '_' && frameSelf(t, lastFrame(e)) != obj
	return closest(wrong, dirNames(t, obj, hide))
}

func importHint(t *object.Thread, e *object.Exception) string {
	wrong, mod := textField(e, "name_from"), textField(e, "name")
	if wrong == "" || mod == "" {
		return ""
	}
	m, err := object.ImportModule(t, mod)
	if err != nil {
		return ""
	}
	return closest(wrong, dirNames(t, m, wrong[0] != '_'))
}

func nameHint(t *object.Thread, e *object.Exception) string {
	wrong := textField(e, "name")
	if wrong == "" {
		return ""
	}
	hint := didYouMean(variableHint(t, wrong, lastFrame(e)))
	if !stdnames.Has(wrong) {
		return hint
	}
	if hint == "" {
		return ". Did you forget to import '" + wrong + "'?"
	}
	return hint + " Or did you forget to import '" + wrong + "'?"
}

func variableHint(t *object.Thread, wrong string, f *FrameObject) string {
	if f == nil {
		return ""
	}
	if self := frameSelf(t, f); self.O != nil {
		if v, err := object.GetAttrOpt(t, self, t.Intern(wrong)); err == nil && v.O != nil {
			return "self." + wrong
		}
	}
	var names []string
	add := func(v object.Value) {
		_ = object.Iterate(t, v, func(k object.Value) error {
			if s, ok := object.AsStr(k); ok {
				names = append(names, s.String())
			}
			return nil
		})
	}
	add(f.Locals(t))
	add(object.Wrap(f.fn.Globals))
	add(object.Wrap(t.Interp.Builtins))
	return closest(wrong, names)
}
