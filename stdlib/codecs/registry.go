package codecs

import "github.com/gopy-lang/gopy/object"

type (
	value  = object.Value
	thread = object.Thread
)

// Module declares _codecs.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "_codecs", Funcs: append(append(textFuncs(), registry...), known...)}
}

var registry = []object.Func{
	{Name: "register", Sig: "(search_function, /)", Doc: "Register a codec search function.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, object.RegisterCodec(t, a[0])
	}},
	{Name: "unregister", Sig: "(search_function, /)", Doc: "Unregister a codec search function and clear the registry's cache.", Fn: func(t *thread, a []value) (value, error) {
		object.UnregisterCodec(t, a[0])
		return object.None, nil
	}},
	{Name: "lookup", Sig: "(encoding, /)", Doc: "Look up a codec tuple in the registry.", Fn: func(t *thread, a []value) (value, error) {
		s, err := strArg("lookup", "", a[0])
		if err != nil {
			return value{}, err
		}
		return object.LookupCodec(t, s)
	}},
	{Name: "encode", Sig: "(obj, encoding='utf-8', errors='strict')", Doc: "Encode obj with the codec registered for encoding.", Fn: func(t *thread, a []value) (value, error) {
		return convert(t, "encode", 0, a)
	}},
	{Name: "decode", Sig: "(obj, encoding='utf-8', errors='strict')", Doc: "Decode obj with the codec registered for encoding.", Fn: func(t *thread, a []value) (value, error) {
		return convert(t, "decode", 1, a)
	}},
	{Name: "register_error", Sig: "(errors, handler, /)", Doc: "Register the error handler under the name errors.", Fn: func(t *thread, a []value) (value, error) {
		s, err := strArg("register_error", "1", a[0])
		if err != nil {
			return value{}, err
		}
		return object.None, object.RegisterErrorHandler(t, s, a[1])
	}},
	{Name: "_unregister_error", Sig: "(errors, /)", Doc: "Forget the error handler of the name errors.", Fn: func(t *thread, a []value) (value, error) {
		s, err := strArg("_unregister_error", "", a[0])
		if err != nil {
			return value{}, err
		}
		ok, err := object.UnregisterErrorHandler(t, s)
		return object.Bool(ok), err
	}},
	{Name: "lookup_error", Sig: "(name, /)", Doc: "Return the error handler of the given name.", Fn: func(t *thread, a []value) (value, error) {
		s, err := strArg("lookup_error", "", a[0])
		if err != nil {
			return value{}, err
		}
		return object.LookupErrorHandler(t, s)
	}},
	{Name: "_normalize_encoding", Sig: "(encoding)", Doc: "Normalize an encoding name.", Fn: func(t *thread, a []value) (value, error) {
		s, err := strArg("_normalize_encoding", "", a[0])
		return object.NewStr(object.NormalizeEncoding(s)), err
	}},
}

func strArg(fn, pos string, v value) (string, error) {
	s, ok := object.AsStr(v)
	if !ok {
		if pos != "" {
			pos = " " + pos
		}
		return "", object.TypeErrorf("%s() argument%s must be str, not %s", fn, pos, v.O.Type.MsgName())
	}
	return s.String(), nil
}

func optional(fn, pos string, v value, def string) (string, error) {
	if v.O == nil || v.IsNone() && def == "strict" {
		return def, nil
	}
	return strArg(fn, pos, v)
}

// convert is encode (part 0 of the codec) or decode (part 1): any object to any
// other. The text codecs of this interpreter need no registry.
func convert(t *thread, fn string, part int, a []value) (value, error) {
	enc, err := optional(fn, "'encoding'", a[1], "utf-8")
	if err != nil {
		return value{}, err
	}
	errors, err := optional(fn, "'errors'", a[2], "")
	if err != nil {
		return value{}, err
	}
	if s, ok := object.AsStr(a[0]); ok && part == 0 {
		b, ok, err := object.EncodeKnown(t, s, object.CanonicalEncoding(enc), errors)
		if ok || err != nil {
			return object.NewBytes(b), err
		}
	} else if b, ok := object.BytesOf(a[0]); ok && part == 1 {
		s, _, ok, err := object.DecodeKnown(t, b, a[0], object.CanonicalEncoding(enc), errors, true)
		if ok || err != nil {
			return object.NewStr(s), err
		}
	}
	info, err := object.LookupCodec(t, enc)
	if err != nil {
		return value{}, err
	}
	args := []value{a[0]}
	if errors != "" {
		args = append(args, object.NewStr(errors))
	}
	r, err := object.Call(t, object.As[object.Tuple](info).Items[part], args, nil)
	if err != nil {
		return value{}, err
	}
	if r.O.Type.Solid != &object.TupleType || len(object.As[object.Tuple](r).Items) != 2 {
		return value{}, object.TypeErrorf("%sr must return a tuple (object, integer)", fn)
	}
	return object.As[object.Tuple](r).Items[0], nil
}
