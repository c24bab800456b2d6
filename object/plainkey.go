package object

// __index__ is user code, which may change the very sequence that is indexed.
// Sequences therefore resolve keys before they look at their length.

// plainKey returns key k with every __index__ called: an int, or a slice of
// ints and None. What is no key at all is returned as it is.
func plainKey(t *Thread, k Value) (Value, error) {
	if k.O.Type != &SliceType {
		return plainIndex(t, k)
	}
	s := As[Slice](k)
	if isPlain(s.Start) && isPlain(s.Stop) && isPlain(s.Step) {
		return k, nil
	}
	r := *s
	for _, p := range []*Value{&r.Step, &r.Start, &r.Stop} {
		v, err := plainIndex(t, *p)
		if err != nil {
			return Value{}, err
		}
		*p = v
	}
	return Wrap(&r), nil
}

func isPlain(v Value) bool { return v.O == nil || v.IsNone() || IsIntLike(v) }

// plainIndex calls v.__index__() if v is no int and has one.
func plainIndex(t *Thread, v Value) (Value, error) {
	if isPlain(v) || v.O.Type.Slots.Index == nil {
		return v, nil
	}
	return Index(t, v)
}
