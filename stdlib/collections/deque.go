package collections

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// Types of deques and their iterators.
var (
	DequeType     object.Type
	dequeIterType object.Type
	dequeRevType  object.Type
)

// Deque is a deque: a ring buffer whose length is a power of two.
type Deque struct {
	object.Header
	buf    []value
	head   int
	n      int
	maxlen int    // -1: unbounded
	state  uint64 // mutation count
}

func (d *Deque) at(i int) value     { return d.buf[(d.head+i)&(len(d.buf)-1)] }
func (d *Deque) set(i int, v value) { d.buf[(d.head+i)&(len(d.buf)-1)] = v }

func (d *Deque) grow(t *thread) error {
	if d.n < len(d.buf) {
		return nil
	}
	size := max(8, 2*len(d.buf))
	if err := t.Charge(size * 16); err != nil {
		return err
	}
	buf := make([]value, size)
	for i := 0; i < d.n; i++ {
		buf[i] = d.at(i)
	}
	d.buf, d.head = buf, 0
	return nil
}

func (d *Deque) append(t *thread, v value) error {
	if d.maxlen == 0 {
		return nil
	}
	d.state++
	if d.n == d.maxlen {
		d.popLeft()
	}
	if err := d.grow(t); err != nil {
		return err
	}
	d.buf[(d.head+d.n)&(len(d.buf)-1)] = v
	d.n++
	return nil
}

func (d *Deque) appendLeft(t *thread, v value) error {
	if d.maxlen == 0 {
		return nil
	}
	d.state++
	if d.n == d.maxlen {
		d.pop()
	}
	if err := d.grow(t); err != nil {
		return err
	}
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.buf[d.head] = v
	d.n++
	return nil
}

func (d *Deque) pop() value {
	d.n--
	i := (d.head + d.n) & (len(d.buf) - 1)
	v := d.buf[i]
	d.buf[i] = value{}
	d.state++
	return v
}

func (d *Deque) popLeft() value {
	v := d.buf[d.head]
	d.buf[d.head] = value{}
	d.head = (d.head + 1) & (len(d.buf) - 1)
	d.n--
	d.state++
	return v
}

func (d *Deque) clear() {
	d.buf, d.head, d.n = nil, 0, 0
	d.state++
}

func (d *Deque) values() []value {
	out := make([]value, d.n)
	for i := range out {
		out[i] = d.at(i)
	}
	return out
}

func (d *Deque) extend(t *thread, it value, left bool) error {
	if isDeque(it) && object.As[Deque](it) == d {
		it = object.NewListOwned(d.values())
	}
	return object.Iterate(t, it, func(v value) error {
		if left {
			return d.appendLeft(t, v)
		}
		return d.append(t, v)
	})
}

// removeAt takes item i out, moving the shorter side.
func (d *Deque) removeAt(i int) {
	d.state++
	if i < d.n/2 {
		for ; i > 0; i-- {
			d.set(i, d.at(i-1))
		}
		d.popLeft()
		return
	}
	for ; i < d.n-1; i++ {
		d.set(i, d.at(i+1))
	}
	d.pop()
}

func (d *Deque) insert(t *thread, i int, v value) error {
	if d.n == d.maxlen {
		return object.IndexErrorf("deque already at its maximum size")
	}
	if i < 0 {
		i = max(i+d.n, 0)
	}
	i = min(i, d.n)
	if i <= d.n/2 {
		if err := d.appendLeft(t, v); err != nil {
			return err
		}
		for j := 0; j < i; j++ {
			d.set(j, d.at(j+1))
		}
	} else {
		if err := d.append(t, v); err != nil {
			return err
		}
		for j := d.n - 1; j > i; j-- {
			d.set(j, d.at(j-1))
		}
	}
	d.set(i, v)
	return nil
}

func (d *Deque) rotate(k int) {
	if d.n <= 1 {
		return
	}
	if k %= d.n; k < 0 {
		k += d.n
	}
	d.state++
	if len(d.buf) == d.n {
		d.head = (d.head - k) & (len(d.buf) - 1)
		return
	}
	if k <= d.n/2 {
		for ; k > 0; k-- {
			v := d.pop()
			d.head = (d.head - 1) & (len(d.buf) - 1)
			d.buf[d.head] = v
			d.n++
		}
		return
	}
	for k = d.n - k; k > 0; k-- {
		v := d.popLeft()
		d.buf[(d.head+d.n)&(len(d.buf)-1)] = v
		d.n++
	}
}

func isDeque(v value) bool { return v.O.Type.Solid == &DequeType }

func asDeque(v value) *Deque { return object.As[Deque](v) }

var dequePlan = arg.Plan{Name: "deque", Sig: "(iterable=None, maxlen=None)"}

func dequeNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	d := object.Alloc[Deque](tp, &DequeType)
	d.maxlen = -1
	return object.Wrap(d), nil
}

func dequeInit(t *thread, self value, args, kw []value) error {
	a, err := dequePlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	d := asDeque(self)
	d.maxlen = -1
	if a[1].O != nil && !a[1].IsNone() {
		if !object.IsIntLike(a[1]) {
			return object.TypeErrorf("an integer is required")
		}
		n, err := object.SsizeArg(t, a[1])
		if err != nil {
			return err
		}
		if n < 0 {
			return object.ValueErrorf("maxlen must be non-negative")
		}
		d.maxlen = n
	}
	if d.n > 0 {
		d.clear()
	}
	if a[0].O == nil || a[0].IsNone() && len(args) == 0 {
		return nil
	}
	return d.extend(t, a[0], false)
}

// like returns an empty deque with d's maximum.
func (d *Deque) like() *Deque {
	return &Deque{Header: object.Header{Type: &DequeType}, maxlen: d.maxlen}
}

func dequeCopy(t *thread, v value) (value, error) {
	d := asDeque(v)
	if d.Type == &DequeType {
		c := d.like()
		return object.Wrap(c), c.extend(t, v, false)
	}
	args := []value{v}
	if d.maxlen >= 0 {
		args = append(args, object.IntOf(d.maxlen))
	}
	r, err := object.Call(t, object.Wrap(d.Type), args, nil)
	if err == nil && !isDeque(r) {
		return value{}, object.TypeErrorf("%s() must return a deque, not %s", d.Type.Name, r.O.Type.MsgName())
	}
	return r, err
}

func dequeRepr(t *thread, v value) (value, error) {
	d := asDeque(v)
	if !t.EnterRepr(v) {
		return object.NewStr("[...]"), nil
	}
	defer t.LeaveRepr(v)
	s, err := object.Repr(t, object.NewListOwned(d.values()))
	if err != nil {
		return value{}, err
	}
	if d.maxlen >= 0 {
		return object.NewStrf("%s(%s, maxlen=%d)", d.Type.Name, s, d.maxlen), nil
	}
	return object.NewStrf("%s(%s)", d.Type.Name, s), nil
}

func dequeCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	if !isDeque(a) || !isDeque(b) {
		return object.NotImplemented, nil
	}
	x, y := asDeque(a), asDeque(b)
	if x.n != y.n && (op == object.CmpEQ || op == object.CmpNE) {
		return object.Bool(op == object.CmpNE), nil
	}
	return object.RichCompare(t, object.NewListOwned(x.values()), object.NewListOwned(y.values()), op)
}

func (d *Deque) index(t *thread, k value) (int, error) {
	if !object.IsIntLike(k) && k.O.Type.Slots.Index == nil {
		return 0, object.TypeErrorf("sequence index must be integer, not '%s'", k.O.Type.MsgName())
	}
	i, err := object.IndexInt(t, k, &object.IndexErrorType)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return 0, object.IndexErrorf("deque index out of range")
	}
	return i, nil
}

func dequeSetItem(t *thread, v, k, val value) error {
	d := asDeque(v)
	i, err := d.index(t, k)
	if err != nil {
		return err
	}
	if val.O == nil {
		d.removeAt(i)
	} else {
		d.set(i, val)
	}
	return nil
}

// each calls f for every item until it returns false; a mutation meanwhile is
// an error.
func (d *Deque) each(f func(i int, v value) (bool, error)) error {
	state := d.state
	for i := 0; i < d.n; i++ {
		ok, err := f(i, d.at(i))
		if err != nil {
			return err
		}
		if d.state != state {
			return object.RuntimeErrorf("deque mutated during iteration")
		}
		if !ok {
			break
		}
	}
	return nil
}

func dequeContains(t *thread, v, x value) (found bool, err error) {
	err = asDeque(v).each(func(_ int, y value) (bool, error) {
		found, err = object.Equal(t, y, x)
		return !found, err
	})
	return found, err
}

func (d *Deque) repeat(t *thread, n int) error {
	items := d.values()
	if n <= 0 {
		d.clear()
		return nil
	}
	if len(items) > 0 && d.maxlen < 0 && n > (1<<62)/16/len(items) {
		return object.MemoryError()
	}
	if d.maxlen < 0 {
		if err := t.Charge(n * len(items) * 16); err != nil {
			return err
		}
	} else if len(items) > 0 {
		n = min(n, 2+d.maxlen/len(items))
	}
	for ; n > 1; n-- {
		for _, v := range items {
			if err := d.append(t, v); err != nil {
				return err
			}
		}
		if err := t.Poll(len(items)); err != nil {
			return err
		}
	}
	return nil
}

type dequeIter struct {
	object.Header
	d     *Deque
	i     int
	left  int
	state uint64
}

func newDequeIter(d *Deque, tp *object.Type) value {
	return object.Wrap(&dequeIter{Header: object.Header{Type: tp}, d: d, left: d.n, state: d.state})
}

func dequeIterNext(t *thread, v value) (value, error) {
	it := object.As[dequeIter](v)
	if it.left == 0 && (it.Type == &dequeRevType || it.state == it.d.state) {
		return value{}, nil
	}
	if it.state != it.d.state {
		it.left = 0
		return value{}, object.RuntimeErrorf("deque mutated during iteration")
	}
	i := it.i
	if it.Type == &dequeRevType {
		i = it.d.n - 1 - i
	}
	it.i++
	it.left--
	return it.d.at(i), nil
}

var dequeSlots = object.Slots{
	New: dequeNew, Init: dequeInit, Repr: dequeRepr, RichCmp: dequeCompare,
	Len:      func(t *thread, v value) (int, error) { return asDeque(v).n, nil },
	Bool:     func(t *thread, v value) (bool, error) { return asDeque(v).n > 0, nil },
	Iter:     func(t *thread, v value) (value, error) { return newDequeIter(asDeque(v), &dequeIterType), nil },
	Contains: dequeContains,
	GetItem: func(t *thread, v, k value) (value, error) {
		d := asDeque(v)
		i, err := d.index(t, k)
		if err != nil {
			return value{}, err
		}
		return d.at(i), nil
	},
	SetItem: dequeSetItem,
	Concat: func(t *thread, a, b value) (value, error) {
		if !isDeque(b) {
			return value{}, object.TypeErrorf("can only concatenate deque (not \"%s\") to deque", b.O.Type.MsgName())
		}
		r, err := dequeCopy(t, a)
		if err != nil {
			return value{}, err
		}
		return r, asDeque(r).extend(t, b, false)
	},
	InplaceConcat: func(t *thread, a, b value) (value, error) { return a, asDeque(a).extend(t, b, false) },
	Repeat: func(t *thread, v value, n int) (value, error) {
		r, err := dequeCopy(t, v)
		if err != nil {
			return value{}, err
		}
		return r, asDeque(r).repeat(t, n)
	},
	InplaceRepeat: func(t *thread, v value, n int) (value, error) { return v, asDeque(v).repeat(t, n) },
	Traverse: func(v value, visit func(value)) {
		d := asDeque(v)
		for i := 0; i < d.n; i++ {
			visit(d.at(i))
		}
	},
}

func init() {
	DequeType.Define(object.TypeSpec{
		Name: "deque", Module: "collections", Sig: "([iterable[, maxlen]])", Flags: object.FlagBase | object.FlagSequence, Size: unsafe.Sizeof(Deque{}),
		Doc:   "A list-like sequence optimized for data accesses near its endpoints.",
		Slots: dequeSlots, Methods: dequeMethods, ClassMethods: []object.Func{object.ClassGetItem},
		GetSets: []object.GetSet{{Name: "maxlen", Doc: "maximum size of a deque or None if unbounded", Get: func(t *thread, v value) (value, error) {
			if n := asDeque(v).maxlen; n >= 0 {
				return object.IntOf(n), nil
			}
			return object.None, nil
		}}},
		Consts: func() map[string]value { return map[string]value{"__hash__": object.None} },
	})
	for tp, n := range map[*object.Type]string{&dequeIterType: "_deque_iterator", &dequeRevType: "_deque_reverse_iterator"} {
		tp.Define(object.TypeSpec{Name: n, Module: "_collections", Slots: object.Slots{
			Iter: object.SelfIter, Next: dequeIterNext,
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				if len(args) < 1 || !isDeque(args[0]) {
					return value{}, object.TypeErrorf("argument 1 must be collections.deque")
				}
				return newDequeIter(asDeque(args[0]), tp), nil
			},
			Traverse: func(v value, visit func(value)) { visit(object.Wrap(object.As[dequeIter](v).d)) },
		}, Methods: []object.Func{{Name: "__length_hint__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
			return object.IntOf(object.As[dequeIter](a[0]).left), nil
		}}}})
	}
}
