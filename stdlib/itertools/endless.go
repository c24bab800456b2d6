package itertools

import "github.com/gopy-lang/gopy/object"

// count, cycle, repeat.

// count counts with small ints while it can: big is missing then.
type count struct {
	header
	cur, step int64
	big       value // current number otherwise
	bigStep   value
}

func isNumber(v value) bool {
	s := &v.O.Type.Slots
	return s.ToFloat != nil || s.ToInt != nil || s.Index != nil || v.O.Type.Solid == &object.ComplexType
}

func countInit(t *thread, it *count, a []value) error {
	start, step := a[0], a[1]
	if start.O == nil {
		start = object.Int(0)
	}
	if step.O == nil {
		step = object.Int(1)
	}
	if !isNumber(start) || !isNumber(step) {
		return object.TypeErrorf("a number is required")
	}
	i, ok1 := smallInt(start)
	j, ok2 := smallInt(step)
	if ok1 && ok2 {
		it.cur, it.step = i, j
		return nil
	}
	it.big, it.bigStep = start, step
	return nil
}

func smallInt(v value) (int64, bool) {
	if !object.IsIntLike(v) {
		return 0, false
	}
	return object.AsInt64(v)
}

func countNext(t *thread, it *count) (value, error) {
	if it.big.O == nil {
		r := object.Int(it.cur)
		z := it.cur + it.step
		if (it.cur^z)&(it.step^z) < 0 {
			it.bigStep = object.Int(it.step)
			next, err := object.BinaryOp(t, r, it.bigStep, object.OpAdd)
			if err != nil {
				return value{}, err
			}
			it.big = next
			return r, nil
		}
		it.cur = z
		return r, nil
	}
	r := it.big
	next, err := object.BinaryOp(t, r, it.bigStep, object.OpAdd)
	if err != nil {
		return value{}, err
	}
	it.big = next
	return r, nil
}

func countRepr(t *thread, v value) (value, error) {
	it := object.As[count](v)
	cur, step := it.big, it.bigStep
	if cur.O == nil {
		cur, step = object.Int(it.cur), object.Int(it.step)
	}
	s, err := object.Repr(t, cur)
	if err != nil {
		return value{}, err
	}
	if n, ok := object.AsInt64(step); ok && n == 1 && object.IsIntLike(step) {
		return object.NewStr(v.O.Type.Name + "(" + s + ")"), nil
	}
	s2, err := object.Repr(t, step)
	return object.NewStr(v.O.Type.Name + "(" + s + ", " + s2 + ")"), err
}

type cycle struct {
	header
	it    value // missing: exhausted
	saved []value
	i     int
}

func cycleNext(t *thread, c *cycle) (value, error) {
	if c.it.O != nil {
		x, err := object.Next(t, c.it)
		if err != nil {
			return value{}, err
		}
		if x.O != nil {
			c.saved = append(c.saved, x)
			return x, t.Charge(16)
		}
		c.it = value{}
	}
	if len(c.saved) == 0 {
		return value{}, nil
	}
	if c.i >= len(c.saved) {
		c.i = 0
	}
	c.i++
	return c.saved[c.i-1], nil
}

type repeat struct {
	header
	v    value
	left int // -1: for ever
}

func repeatNext(t *thread, r *repeat) (value, error) {
	if r.left < 0 {
		return r.v, nil
	}
	if r.left == 0 {
		return value{}, nil
	}
	r.left--
	return r.v, nil
}

func init() {
	define(&countType, kind[count]{name: "count", sig: "(start=0, step=1)", init: countInit, next: countNext, repr: countRepr,
		doc:   "Return a count object whose .__next__() method returns consecutive values.",
		visit: func(it *count, visit func(value)) { visit(it.big); visit(it.bigStep) }})
	define(&cycleType, kind[cycle]{name: "cycle", sig: "(iterable, /)", doc: "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
		init: func(t *thread, c *cycle, a []value) (err error) {
			c.it, err = object.Iter(t, a[0])
			return err
		}, next: cycleNext, visit: func(c *cycle, visit func(value)) { visit(c.it); visitAll(visit, c.saved) }})
	define(&repeatType, kind[repeat]{name: "repeat", sig: "(object, times=<unrepresentable>)", doc: "Return the object for the given number of times, or endlessly.",
		init: func(t *thread, r *repeat, a []value) error {
			r.v, r.left = a[0], -1
			if a[1].O == nil {
				return nil
			}
			n, err := object.IndexInt(t, a[1], &object.OverflowErrorType)
			r.left = max(n, 0)
			return err
		}, next: repeatNext, visit: func(r *repeat, visit func(value)) { visit(r.v) },
		repr: func(t *thread, v value) (value, error) {
			r := object.As[repeat](v)
			s, err := object.Repr(t, r.v)
			if r.left < 0 {
				return object.NewStr(v.O.Type.Name + "(" + s + ")"), err
			}
			return object.NewStrf("%s(%s, %d)", v.O.Type.Name, s, r.left), err
		},
		methods: []object.Func{{Name: "__length_hint__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
			r := object.As[repeat](a[0])
			if r.left < 0 {
				return value{}, object.TypeErrorf("len() of unsized object")
			}
			return object.IntOf(r.left), nil
		}}}})
}
