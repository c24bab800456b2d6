package builtins

import "github.com/gopy-lang/gopy/object"

// Functions on iterables.

var iterFuncs = []object.Func{
	{Name: "iter", Sig: "(object, sentinel=<unrepresentable>, /)", Doc: "Get an iterator from an object, or one that calls it until sentinel.", Fn: func(t *thread, a []value) (value, error) {
		if a[1].O != nil {
			if !object.Callable(a[0]) {
				return value{}, object.TypeErrorf("iter(v, w): v must be callable")
			}
			return object.NewCallIter(a[0], a[1]), nil
		}
		return object.Iter(t, a[0])
	}},
	{Name: "next", Sig: "(iterator, default=<unrepresentable>, /)", Doc: "Return the next item from the iterator.", Fn: nextFunc},
	{Name: "aiter", Sig: "(async_iterable, /)", Doc: "Return an AsyncIterator for an AsyncIterable object.", Fn: func(t *thread, a []value) (value, error) {
		f := a[0].O.Type.Slots.AIter
		if f == nil {
			return value{}, object.TypeErrorf("'%s' object is not an async iterable", a[0].O.Type.MsgName())
		}
		it, err := f(t, a[0])
		if err == nil && it.O.Type.Slots.ANext == nil {
			return value{}, object.TypeErrorf("aiter() returned not an async iterator of type '%s'", it.O.Type.MsgName())
		}
		return it, err
	}},
	{Name: "all", Sig: "(iterable, /)", Doc: "Return True if bool(x) is True for all values x in the iterable.", Fn: func(t *thread, a []value) (value, error) {
		return search(t, a[0], false)
	}},
	{Name: "any", Sig: "(iterable, /)", Doc: "Return True if bool(x) is True for any x in the iterable.", Fn: func(t *thread, a []value) (value, error) {
		return search(t, a[0], true)
	}},
	{Name: "sum", Sig: "(iterable, /, start=0)", Doc: "Return the sum of a start value plus an iterable of numbers.", Fn: sumFunc},
	{Name: "sorted", Sig: "(iterable, /, *, key=None, reverse=False)", Doc: "Return a new list containing all items from the iterable in ascending order.", Fn: func(t *thread, a []value) (value, error) {
		l := object.NewList()
		if err := object.As[object.List](l).ExtendFrom(t, a[0]); err != nil {
			return value{}, err
		}
		rev := false
		if a[2].O != nil {
			var err error
			if rev, err = object.Truth(t, a[2]); err != nil {
				return value{}, err
			}
		}
		key := a[1]
		if key.O != nil && key.IsNone() {
			key = value{}
		}
		return l, object.SortList(t, object.As[object.List](l), key, rev)
	}},
}

func nextFunc(t *thread, a []value) (value, error) {
	if a[0].O.Type.Slots.Next == nil {
		return value{}, object.TypeErrorf("'%s' object is not an iterator", a[0].O.Type.MsgName())
	}
	v, err := a[0].O.Type.Slots.Next(t, a[0]) // a StopIteration may carry a value
	switch {
	case err != nil && a[1].O != nil && object.IsExc(err, &object.StopIterationType):
		return a[1], nil
	case err != nil || v.O != nil:
		return v, err
	case a[1].O != nil:
		return a[1], nil
	}
	return value{}, object.NewStopIteration(value{})
}

// search looks for an item whose truth is want; any() and all().
func search(t *thread, v value, want bool) (value, error) {
	it, err := object.Iter(t, v)
	if err != nil {
		return value{}, err
	}
	for n := 0; ; n++ {
		x, err := object.Next(t, it)
		if err != nil && object.IsExc(err, &object.StopIterationType) {
			x, err = value{}, nil
		}
		if err != nil {
			return value{}, err
		}
		if x.O == nil {
			return object.Bool(!want), nil
		}
		b, err := object.Truth(t, x)
		if err != nil {
			return value{}, err
		}
		if b == want {
			return object.Bool(want), nil
		}
		if n&1023 == 1023 {
			if err := t.Poll(1024); err != nil {
				return value{}, err
			}
		}
	}
}

// sumFunc adds; ints and floats take short ways, floats with compensation as
// CPython does since 3.12.
func sumFunc(t *thread, a []value) (value, error) {
	s := a[1]
	if s.O == nil {
		s = object.Int(0)
	}
	switch {
	case s.O.Type.Solid == &object.StrType:
		return value{}, object.TypeErrorf("sum() can't sum strings [use ''.join(seq) instead]")
	case s.O.Type.Name == "bytes":
		return value{}, object.TypeErrorf("sum() can't sum bytes [use b''.join(seq) instead]")
	case s.O.Type.Name == "bytearray":
		return value{}, object.TypeErrorf("sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	acc := floatSum{}
	var re, im floatSum // of a complex sum
	err := object.Iterate(t, a[0], func(x value) error {
		if acc.on {
			if acc.add(x) {
				return nil
			}
			s = acc.value()
			acc.on = false
		}
		if z, isReal, ok := complexPart(s, x); ok {
			if !im.on {
				first := object.As[object.Complex](s).C
				re.start(object.Float(real(first)))
				im.start(object.Float(imag(first)))
			}
			re.add(object.Float(real(z)))
			if !isReal {
				im.add(object.Float(imag(z)))
			}
			return nil
		}
		if im.on {
			s = object.NewComplex(complex(re.sum(), im.sum()))
			im.on = false
		}
		if s.O == &object.IntHeader && x.O == &object.IntHeader {
			if z := s.Int64() + x.Int64(); (s.Int64()^z)&(x.Int64()^z) >= 0 {
				s = object.Int(z)
				return nil
			}
		}
		if x.O == &object.FloatHeader && (s.O == &object.FloatHeader || s.O == &object.IntHeader && exactFloat(s.Int64())) {
			acc.start(s)
			acc.add(x)
			return nil
		}
		var err error
		s, err = object.BinaryOp(t, s, x, object.OpAdd)
		return err
	})
	if acc.on {
		s = acc.value()
	}
	if im.on {
		s = object.NewComplex(complex(re.sum(), im.sum()))
	}
	return s, err
}

func exactFloat(i int64) bool { return i < 1<<53 && i > -(1<<53) }

// floatSum is Neumaier's compensated summation.
type floatSum struct {
	on     bool
	hi, lo float64
}

func (f *floatSum) start(v value) {
	f.on, f.lo = true, 0
	if v.O == &object.FloatHeader {
		f.hi = v.Float64()
	} else {
		f.hi = float64(v.Int64())
	}
}

func (f *floatSum) add(v value) bool {
	var x float64
	switch {
	case v.O == &object.FloatHeader:
		x = v.Float64()
	case v.O == &object.IntHeader && exactFloat(v.Int64()):
		x = float64(v.Int64())
	default:
		return false
	}
	t := f.hi + x
	if abs(f.hi) >= abs(x) {
		f.lo += f.hi - t + x
	} else {
		f.lo += x - t + f.hi
	}
	f.hi = t
	return true
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func (f *floatSum) value() value { return object.Float(f.sum()) }

func (f *floatSum) sum() float64 {
	if r := f.hi + f.lo; f.lo != 0 && r-r == 0 {
		return r
	}
	return f.hi
}

// complexPart is x as a number to add to s if that is complex.
func complexPart(s, x value) (z complex128, isReal, ok bool) {
	switch {
	case s.O.Type != &object.ComplexType:
	case x.O.Type == &object.ComplexType:
		return object.As[object.Complex](x).C, false, true
	case x.O == &object.FloatHeader:
		return complex(x.Float64(), 0), true, true
	case x.O == &object.IntHeader:
		return complex(float64(x.Int64()), 0), true, true
	}
	return 0, false, false
}

// minMax is min() and max(); they bind their arguments themselves.
func minMax(name string, op object.CmpOp) func(t *thread, args, kw []value) (value, error) {
	return func(t *thread, args, kw []value) (value, error) {
		npos := len(args) - len(kw)
		var key, def value
		for i, k := range kw {
			switch s := object.As[object.Str](k).String(); s {
			case "key":
				if v := args[npos+i]; !v.IsNone() {
					key = v
				}
			case "default":
				def = args[npos+i]
			default:
				return value{}, object.TypeErrorf("%s() got an unexpected keyword argument '%s'", name, s)
			}
		}
		if npos == 0 {
			return value{}, object.TypeErrorf("%s expected at least 1 argument, got 0", name)
		}
		m := extreme{t: t, key: key, op: op}
		if npos > 1 {
			if def.O != nil {
				return value{}, object.TypeErrorf("Cannot specify a default for %s() with multiple positional arguments", name)
			}
			for _, x := range args[:npos] {
				if err := m.offer(x); err != nil {
					return value{}, err
				}
			}
			return m.best, nil
		}
		if err := object.Iterate(t, args[0], m.offer); err != nil {
			return value{}, err
		}
		if m.best.O != nil {
			return m.best, nil
		}
		if def.O != nil {
			return def, nil
		}
		return value{}, object.ValueErrorf("%s() iterable argument is empty", name)
	}
}

// extreme keeps the best item offered so far.
type extreme struct {
	t       *thread
	key     value
	op      object.CmpOp
	best    value
	bestKey value
}

func (m *extreme) offer(x value) error {
	k := x
	if m.key.O != nil {
		var err error
		if k, err = object.CallArgs(m.t, m.key, x); err != nil {
			return err
		}
	}
	if m.best.O == nil {
		m.best, m.bestKey = x, k
		return nil
	}
	better := false
	if k.O == &object.IntHeader && m.bestKey.O == &object.IntHeader {
		if m.op == object.CmpLT {
			better = k.Int64() < m.bestKey.Int64()
		} else {
			better = k.Int64() > m.bestKey.Int64()
		}
	} else {
		var err error
		if better, err = object.Compare(m.t, k, m.bestKey, m.op); err != nil {
			return err
		}
	}
	if better {
		m.best, m.bestKey = x, k
	}
	return nil
}
