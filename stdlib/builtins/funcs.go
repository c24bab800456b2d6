package builtins

import "github.com/gopy-lang/gopy/object"

type (
	value  = object.Value
	thread = object.Thread
)

var objectFuncs = []object.Func{
	{Name: "len", Sig: "(obj, /)", Doc: "Return the number of items in a container.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.Len(t, a[0])
		return object.IntOf(n), err
	}},
	{Name: "isinstance", Sig: "(obj, class_or_tuple, /)", Doc: "Return whether an object is an instance of a class or of a subclass thereof.", Fn: func(t *thread, a []value) (value, error) {
		b, err := object.IsInstance(t, a[0], a[1])
		return object.Bool(b), err
	}},
	{Name: "repr", Sig: "(obj, /)", Doc: "Return the canonical string representation of the object.", Fn: func(t *thread, a []value) (value, error) { return object.ReprValue(t, a[0]) }},
	{Name: "abs", Sig: "(x, /)", Doc: "Return the absolute value of the argument.", Fn: func(t *thread, a []value) (value, error) {
		f := a[0].O.Type.Slots.Abs
		if f == nil {
			return value{}, object.TypeErrorf("bad operand type for abs(): '%s'", a[0].O.Type.Name)
		}
		return f(t, a[0])
	}},
}

var iterFuncs = []object.Func{
	{Name: "next", Sig: "(iterator, default=<unrepresentable>, /)", Doc: "Return the next item from the iterator.", Fn: func(t *thread, a []value) (value, error) {
		if a[0].O.Type.Slots.Next == nil {
			return value{}, object.TypeErrorf("'%s' object is not an iterator", a[0].O.Type.Name)
		}
		v, err := object.Next(t, a[0])
		if err != nil {
			if a[1].O != nil && object.IsExc(err, &object.StopIterationType) {
				return a[1], nil
			}
			return value{}, err
		}
		if v.O == nil {
			if a[1].O != nil {
				return a[1], nil
			}
			return value{}, object.NewStopIteration(value{})
		}
		return v, nil
	}},
	{Name: "iter", Sig: "(object, sentinel=<unrepresentable>, /)", Doc: "Get an iterator from an object, or one that calls it until sentinel.", Fn: func(t *thread, a []value) (value, error) {
		if a[1].O != nil {
			if !object.Callable(a[0]) {
				return value{}, object.TypeErrorf("iter(v, w): v must be callable")
			}
			return object.NewCallIter(a[0], a[1]), nil
		}
		return object.Iter(t, a[0])
	}},
	{Name: "sum", Sig: "(iterable, /, start=0)", Doc: "", Fn: func(t *thread, a []value) (value, error) {
		s := a[1]
		if s.O == nil {
			s = object.Int(0)
		}
		err := object.Iterate(t, a[0], func(x value) error {
			if s.O == &object.IntHeader && x.O == &object.IntHeader {
				if z := s.Int64() + x.Int64(); (s.Int64()^z)&(x.Int64()^z) >= 0 {
					s = object.Int(z)
					return nil
				}
			}
			var err error
			s, err = object.BinaryOp(t, s, x, object.OpAdd)
			return err
		})
		return s, err
	}},
}

var ioFuncs = []object.Func{
	{Name: "print", Sig: "(*args, sep=' ', end='\\n', file=None, flush=False)", Doc: "Print values to a stream, sys.stdout by default.", Fn: printFunc},
}

// textArg returns the str argument v of print, or def when it is None or absent.
func textArg(v value, name, def string) (string, error) {
	if v.O == nil || v.IsNone() {
		return def, nil
	}
	s, ok := object.AsStr(v)
	if !ok {
		return "", object.TypeErrorf("%s must be None or a string, not %s", name, v.O.Type.Name)
	}
	return s.String(), nil
}

func printFunc(t *thread, a []value) (value, error) {
	sep, err := textArg(a[1], "sep", " ")
	if err != nil {
		return value{}, err
	}
	end, err := textArg(a[2], "end", "\n")
	if err != nil {
		return value{}, err
	}
	file := a[3]
	if file.O == nil || file.IsNone() {
		f, ok := t.Interp.Sys.D.GetGo(t, "stdout")
		if !ok {
			return value{}, object.RuntimeErrorf("lost sys.stdout")
		}
		if f.IsNone() {
			return object.None, nil
		}
		file = f
	}
	write, err := object.GetAttrStr(t, file, "write")
	if err != nil {
		return value{}, err
	}
	text := func(s value) error {
		_, err := object.CallArgs(t, write, s)
		return err
	}
	for i, x := range object.As[object.Tuple](a[0]).Items {
		if i > 0 && sep != "" {
			if err := text(object.NewStr(sep)); err != nil {
				return value{}, err
			}
		}
		s, err := object.StrValue(t, x)
		if err != nil {
			return value{}, err
		}
		if err := text(s); err != nil {
			return value{}, err
		}
	}
	if end != "" {
		if err := text(object.NewStr(end)); err != nil {
			return value{}, err
		}
	}
	if a[4].O == nil {
		return object.None, nil
	}
	if b, err := object.Truth(t, a[4]); err != nil || !b {
		return object.None, err
	}
	_, err = object.CallMethod(t, file, "flush")
	return object.None, err
}
