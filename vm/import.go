package vm

// The import statements (language reference, section 7.11).

import (
	"strings"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

func (t *Thread) opImport(f *Frame, in *code.Ins, n *object.Str) error {
	r := f.regs(in.B, 2)
	imp, ok := f.fn.Builtins.GetGo(&t.Thread, "__import__")
	if !ok {
		return object.Errorf(&object.ImportErrorType, "__import__ not found")
	}
	var v object.Value
	var err error
	level, _ := object.AsInt64(r[0])
	if imp == t.rt.importFunc {
		v, err = t.rt.Import(&t.Thread, n.String(), object.Wrap(f.fn.Globals), object.Value{}, r[1], int(level))
	} else {
		v, err = object.CallArgs(&t.Thread, imp, object.Wrap(n), object.Wrap(f.fn.Globals), t.localsOf(f), r[1], r[0])
	}
	if err == nil {
		*f.reg(in.A) = v
	}
	return err
}

func (t *Thread) opImportFrom(f *Frame, in *code.Ins, n *object.Str) error {
	m := *f.reg(in.B)
	v, err := object.GetAttr(&t.Thread, m, n)
	if err == nil {
		*f.reg(in.A) = v
		return nil
	}
	if !object.IsExc(err, &object.AttributeErrorType) {
		return err
	}
	mn, e2 := object.GetAttrOpt(&t.Thread, m, nameModuleName)
	if e2 != nil {
		return e2
	}
	if s, ok := object.AsStr(orNone(mn)); ok {
		if v, ok := t.Interp.Modules.GetGo(&t.Thread, s.String()+"."+n.String()); ok {
			*f.reg(in.A) = v
			return nil
		}
	}
	e, err := t.cannotImport(m, mn, n)
	if err != nil {
		return err
	}
	return e
}

// cannotImport is the exception for a name that module m, called mn, lacks.
func (t *Thread) cannotImport(m, mn object.Value, n *object.Str) (*object.Exception, error) {
	name := "<unknown module name>"
	mod, known := object.AsStr(orNone(mn))
	if known {
		name = mod.String()
	}
	spec, err := object.GetAttrOpt(&t.Thread, m, t.Intern("__spec__"))
	if err != nil {
		return nil, err
	}
	origin := object.SpecLocation(&t.Thread, spec)
	if origin == "" {
		file, err := object.GetAttrOpt(&t.Thread, m, t.Intern("__file__"))
		if err != nil {
			return nil, err
		}
		if s, ok := object.AsStr(orNone(file)); ok {
			origin = s.String()
		}
	}
	busy := object.SpecInitializing(&t.Thread, spec)
	text := "cannot import name " + object.ReprString(n.String()) + " from "
	where := origin
	if where == "" {
		where = "unknown location"
	}
	hint := ""
	if known {
		if mn.O.Type != &object.StrType && t.Interp.MayShadow(origin) {
			if _, err := object.Hash(&t.Thread, mn); err != nil {
				return nil, err
			}
		}
		hint = t.Interp.ShadowHint(origin, name, busy)
	}
	switch {
	case hint != "":
		text += object.ReprString(name) + " " + hint
	case busy:
		text += "partially initialized module " + object.ReprString(name) + " (most likely due to a circular import) (" + where + ")"
	case m.O.Type == &object.ModuleType && object.As[object.Module](m).Own:
		text += object.ReprString(name) + ": gopy does not provide it"
	default:
		text += object.ReprString(name) + " (" + where + ")"
	}
	e := object.Errorf(&object.ImportErrorType, "%s", text)
	if known {
		e.SetField("name", object.NewStr(name))
	}
	e.SetField("name_from", object.Wrap(n))
	if origin != "" {
		e.SetField("path", object.NewStr(origin))
	}
	return e, nil
}

func (t *Thread) opImportStar(f *Frame, m object.Value) error {
	all, err := object.GetAttrOpt(&t.Thread, m, t.Intern("__all__"))
	if err != nil {
		return err
	}
	var names []object.Value
	skip := false
	if all.O != nil {
		if names, err = object.Items(&t.Thread, all); err != nil {
			return err
		}
	} else {
		d, err := object.GetAttr(&t.Thread, m, t.Intern("__dict__"))
		if err != nil {
			return err
		}
		ks, err := object.CallMethod(&t.Thread, d, "keys")
		if err != nil {
			return err
		}
		if names, err = object.Items(&t.Thread, ks); err != nil {
			return err
		}
		skip = true
	}
	for _, n := range names {
		s, ok := object.AsStr(n)
		if !ok {
			mn, _ := object.GetAttrOpt(&t.Thread, m, nameModuleName)
			mod := "?"
			if ms, ok := object.AsStr(mn); ok {
				mod = ms.String()
			}
			where := "item in " + mod + ".__all__"
			if skip {
				where = "key in " + mod + ".__dict__"
			}
			return object.TypeErrorf("%s must be str, not %s", strings.Replace(where, "item", "Item", 1), n.O.Type.MsgName())
		}
		if skip && strings.HasPrefix(s.String(), "_") {
			continue
		}
		is := t.Interp.InternStr(s)
		v, err := object.GetAttr(&t.Thread, m, is)
		if err != nil {
			return err
		}
		if err := t.setLocalName(f, is, v); err != nil {
			return err
		}
	}
	return nil
}
