package object

// Keeping the slots of classes up to date with their special methods.

// updateSlot sets the slot that special method n belongs to from what the MRO
// says, in tp and its subclasses.
func (tp *Type) updateSlot(t *Thread, n *Str) {
	if n == nameNew {
		tp.updateNew(t)
	} else if g := slotByName[n]; g != nil {
		tp.updateGroup(g)
		if g.bin != 0 && (g.bin-1 == int(OpAdd) || g.bin-1 == int(OpMul)) {
			tp.updateSequence(n)
		}
	} else {
		return
	}
	for _, w := range tp.subs {
		if s := w.Value(); s != nil {
			s.updateSlot(t, n)
		}
	}
}

// updateSequence drops the sequence slot when Python code defines + or *.
func (tp *Type) updateSequence(n *Str) {
	v := tp.lookupSlow(n)
	native := v.O != nil && v.O.Type == &WrapperDescrType
	switch n.s {
	case "__add__":
		if !native {
			tp.Slots.Concat = nil
		} else {
			tp.Slots.Concat = As[WrapperDescr](v).Owner.Slots.Concat
		}
	case "__mul__", "__rmul__":
		if !native {
			tp.Slots.Repeat = nil
		} else {
			tp.Slots.Repeat = As[WrapperDescr](v).Owner.Slots.Repeat
		}
	}
}

func (tp *Type) updateGroup(g *slotGroup) {
	var native *WrapperDescr
	python, none := false, false
	for _, n := range g.names {
		v := tp.lookupSlow(n)
		switch {
		case v.O == nil:
		case v.O.Type == &WrapperDescrType && (As[WrapperDescr](v).group == g || As[WrapperDescr](v).Name == n) &&
			tp.IsSubtype(As[WrapperDescr](v).Owner):
			w := As[WrapperDescr](v)
			if native == nil || w.Owner != native.Owner && w.Owner.IsSubtype(native.Owner) {
				native = w
			}
		case v.IsNone() && g.none != nil:
			none = true
		default:
			python = true
		}
	}
	if g.bin != 0 {
		tp.pyBinary &^= 1 << (g.bin - 1)
	}
	switch {
	case python:
		if g.py != nil {
			g.py(tp)
		}
	case none:
		g.none(tp)
	case native != nil:
		g.copy(&tp.Slots, &native.Owner.Slots)
		if g == slotByName[nameGetattribute] {
			tp.plain = tp.plain&^plainGet | native.Owner.plain&plainGet
		} else if g == slotByName[nameSetattr] {
			tp.plain = tp.plain&^plainSet | native.Owner.plain&plainSet
		}
	default:
		var empty Slots
		g.copy(&tp.Slots, &empty)
	}
}

func (tp *Type) updateNew(t *Thread) {
	v := tp.lookupSlow(nameNew)
	if v.O != nil && v.O.Type == &BuiltinType && As[Builtin](v).row == &newRow {
		tp.Slots.New = As[Type](As[Builtin](v).Self).Slots.New
		return
	}
	tp.Slots.New = pySlotNew
}
