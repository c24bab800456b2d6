package datetime

import (
	"fmt"
	"math"
	"math/big"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

// Delta is a timedelta: 0 <= secs < 86400, 0 <= micros < 1000000.
type Delta struct {
	object.Header
	days, secs, micros int
}

const maxDays = 999999999

func asDelta(v value) *Delta { return object.As[Delta](v) }

// newDelta normalizes and checks a difference; the numbers must not overflow.
func newDelta(tp *object.Type, days, secs, micros int) (value, error) {
	q, micros := floorDiv(micros, 1000000)
	secs += q
	q, secs = floorDiv(secs, daySeconds)
	days += q
	if days < -maxDays || days > maxDays {
		if days != int(int32(days)) {
			return value{}, object.OverflowErrorf("Python int too large to convert to C int")
		}
		return value{}, object.OverflowErrorf("days=%d; must have magnitude <= %d", days, maxDays)
	}
	d := object.Alloc[Delta](tp, &DeltaType)
	d.days, d.secs, d.micros = days, secs, micros
	return object.Wrap(d), nil
}

// plainDelta is newDelta of what is known to be in range.
func plainDelta(days, secs, micros int) value {
	v, err := newDelta(&DeltaType, days, secs, micros)
	if err != nil {
		return object.Wrap(&Delta{Header: object.Header{Type: &DeltaType}, days: maxDays})
	}
	return v
}

var (
	bigDay    = big.NewInt(daySeconds * 1000000)
	bigSecond = big.NewInt(1000000)
)

// all is the number of microseconds.
func (d *Delta) all() *big.Int {
	n := new(big.Int).Mul(big.NewInt(int64(d.days)), bigDay)
	return n.Add(n, big.NewInt(int64(d.secs)*1000000+int64(d.micros)))
}

// bigDelta is the difference of n microseconds.
func bigDelta(tp *object.Type, n *big.Int) (value, error) {
	days, rest := new(big.Int).DivMod(n, bigDay, new(big.Int))
	if !days.IsInt64() || days.Int64() != int64(int32(days.Int64())) {
		return value{}, object.OverflowErrorf("Python int too large to convert to C int")
	}
	r := int(rest.Int64())
	return newDelta(tp, int(days.Int64()), r/1000000, r%1000000)
}

var deltaParams = params{names: []string{"days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"}, byPos: 7}

// units of the parameters in microseconds, and the order in which they count.
var (
	deltaUnits = [7]int64{daySeconds * 1e6, 1e6, 1, 1000, 60e6, 3600e6, 7 * daySeconds * 1e6}
	deltaOrder = [7]int{2, 3, 1, 4, 5, 0, 6}
)

func deltaNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(args) > 7 {
		return value{}, object.TypeErrorf("__new__() takes at most 7 arguments (%d given)", len(args))
	}
	for _, k := range kw {
		known := false
		for _, n := range deltaParams.names {
			known = known || object.As[object.Str](k).String() == n
		}
		if !known {
			return value{}, object.TypeErrorf("__new__() got an unexpected keyword argument '%s'", object.As[object.Str](k).String())
		}
	}
	a, err := deltaParams.bind(args, kw)
	if err != nil {
		return value{}, err
	}
	var n [7]int
	small := true
	for i, v := range a {
		if v.IsNil() {
			continue
		}
		x, ok := object.AsInt64(v)
		if !ok || !object.IsIntLike(v) || x > 1e11 || x < -1e11 {
			small = false
			break
		}
		n[i] = int(x)
	}
	if small {
		return newDelta(tp, n[0]+7*n[6], n[1]+60*n[4]+3600*n[5], n[2]+1000*n[3])
	}
	sum, left := new(big.Int), 0.0
	for _, i := range deltaOrder {
		if a[i].IsNil() {
			continue
		}
		if err := accumulate(t, sum, &left, a[i], deltaUnits[i], deltaParams.names[i]); err != nil {
			return value{}, err
		}
	}
	if left != 0 {
		whole := math.Round(left)
		if math.Abs(whole-left) == 0.5 {
			odd := float64(sum.Bit(0))
			whole = 2*math.Round((left+odd)*0.5) - odd
		}
		sum.Add(sum, big.NewInt(int64(whole)))
	}
	return bigDelta(tp, sum)
}

// accumulate adds v units to sum, and what is not whole to left.
func accumulate(t *thread, sum *big.Int, left *float64, v value, unit int64, name string) error {
	if object.IsIntLike(v) {
		n, _ := object.AsBig(v)
		if n == nil {
			x, _ := object.AsInt64(v)
			n = big.NewInt(x)
		}
		sum.Add(sum, new(big.Int).Mul(n, big.NewInt(unit)))
		return nil
	}
	f, ok := object.AsFloat(v)
	if !ok {
		return object.TypeErrorf("unsupported type for timedelta %s component: %s", name, v.O.Type.Name)
	}
	whole, frac := math.Modf(f)
	if _, err := object.FloatToInt(f); err != nil {
		return err
	}
	n, _ := new(big.Float).SetFloat64(whole).Int(nil)
	sum.Add(sum, n.Mul(n, big.NewInt(unit)))
	if frac == 0 {
		return nil
	}
	w, fr := math.Modf(frac * float64(unit))
	sum.Add(sum, big.NewInt(int64(w)))
	*left += fr
	return nil
}

func deltaRepr(t *thread, v value) (value, error) {
	d := asDelta(v)
	s, sep := "", ""
	for _, x := range []struct {
		n    int
		name string
	}{{d.days, "days"}, {d.secs, "seconds"}, {d.micros, "microseconds"}} {
		if x.n != 0 {
			s += fmt.Sprintf("%s%s=%d", sep, x.name, x.n)
			sep = ", "
		}
	}
	if s == "" {
		s = "0"
	}
	return object.NewStr(name(v) + "(" + s + ")"), nil
}

func deltaStr(t *thread, v value) (value, error) {
	d := asDelta(v)
	s := ""
	if d.days != 0 {
		plural := "s"
		if d.days == 1 || d.days == -1 {
			plural = ""
		}
		s = fmt.Sprintf("%d day%s, ", d.days, plural)
	}
	s += fmt.Sprintf("%d:%02d:%02d", d.secs/3600, d.secs/60%60, d.secs%60)
	if d.micros != 0 {
		s += fmt.Sprintf(".%06d", d.micros)
	}
	return object.NewStr(s), nil
}

func deltaHash(t *thread, v value) (int64, error) {
	d := asDelta(v)
	return object.Hash(t, object.NewTuple(object.IntOf(d.days), object.IntOf(d.secs), object.IntOf(d.micros)))
}

func (d *Delta) cmp(e *Delta) int { return order(d.days, e.days, d.secs, e.secs, d.micros, e.micros) }

func deltaCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	if !isDelta(a) || !isDelta(b) {
		return object.NotImplemented, nil
	}
	return compared(asDelta(a).cmp(asDelta(b)), op), nil
}

func deltaAdd(t *thread, a, b value) (value, error) {
	if !isDelta(a) || !isDelta(b) {
		return object.NotImplemented, nil
	}
	d, e := asDelta(a), asDelta(b)
	return newDelta(&DeltaType, d.days+e.days, d.secs+e.secs, d.micros+e.micros)
}

func deltaSub(t *thread, a, b value) (value, error) {
	if !isDelta(a) || !isDelta(b) {
		return object.NotImplemented, nil
	}
	d, e := asDelta(a), asDelta(b)
	return newDelta(&DeltaType, d.days-e.days, d.secs-e.secs, d.micros-e.micros)
}

func deltaNeg(t *thread, v value) (value, error) {
	d := asDelta(v)
	return newDelta(&DeltaType, -d.days, -d.secs, -d.micros)
}

func deltaPos(t *thread, v value) (value, error) {
	d := asDelta(v)
	return newDelta(&DeltaType, d.days, d.secs, d.micros)
}

// bigOf is the int v.
func bigOf(v value) *big.Int {
	if n, ok := object.AsInt64(v); ok {
		return big.NewInt(n)
	}
	n, _ := object.AsBig(v)
	return n
}

// nearest is a/b rounded to the nearest, to even if in the middle.
func nearest(a, b *big.Int) *big.Int {
	q, r := new(big.Int).DivMod(a, b, new(big.Int)) // 0 <= r < |b|
	c := new(big.Int).Lsh(r, 1).CmpAbs(b)
	if c > 0 || c == 0 && q.Bit(0) == 1 {
		if b.Sign() > 0 {
			q.Add(q, big.NewInt(1))
		} else {
			q.Sub(q, big.NewInt(1))
		}
	}
	return q
}

// ratio is the fraction that the float f is.
func ratio(f float64) (num, den *big.Int, err error) {
	switch {
	case math.IsNaN(f):
		return nil, nil, object.ValueErrorf("cannot convert NaN to integer ratio")
	case math.IsInf(f, 0):
		return nil, nil, object.OverflowErrorf("cannot convert Infinity to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return r.Num(), r.Denom(), nil
}

func deltaMul(t *thread, a, b value) (value, error) {
	if !isDelta(a) {
		a, b = b, a
	}
	if object.IsIntLike(b) {
		n := asDelta(a).all()
		return bigDelta(&DeltaType, n.Mul(n, bigOf(b)))
	}
	f, ok := object.AsFloat(b)
	if !ok {
		return object.NotImplemented, nil
	}
	num, den, err := ratio(f)
	if err != nil {
		return value{}, err
	}
	n := asDelta(a).all()
	return bigDelta(&DeltaType, nearest(n.Mul(n, num), den))
}

func deltaDiv(t *thread, a, b value) (value, error) {
	if !isDelta(a) {
		return object.NotImplemented, nil
	}
	n := asDelta(a).all()
	if isDelta(b) {
		return object.BinaryOp(t, object.BigInt(n), object.BigInt(asDelta(b).all()), object.OpTrueDiv)
	}
	if object.IsIntLike(b) {
		d := bigOf(b)
		if d.Sign() == 0 {
			return value{}, object.ZeroDivisionErrorf("division by zero")
		}
		return bigDelta(&DeltaType, nearest(n, d))
	}
	f, ok := object.AsFloat(b)
	if !ok {
		return object.NotImplemented, nil
	}
	num, den, err := ratio(f)
	if err != nil {
		return value{}, err
	}
	if num.Sign() == 0 {
		return value{}, object.ZeroDivisionErrorf("division by zero")
	}
	return bigDelta(&DeltaType, nearest(n.Mul(n, den), num))
}

// floor is the quotient and rest of microseconds, rounded down.
func floor(a, b *big.Int) (q, r *big.Int, err error) {
	if b.Sign() == 0 {
		return nil, nil, object.ZeroDivisionErrorf("division by zero")
	}
	q, r = new(big.Int).QuoRem(a, b, new(big.Int))
	if r.Sign() != 0 && r.Sign() != b.Sign() {
		q.Sub(q, big.NewInt(1))
		r.Add(r, b)
	}
	return q, r, nil
}

func deltaFloorDiv(t *thread, a, b value) (value, error) {
	if !isDelta(a) || !isDelta(b) && !object.IsIntLike(b) {
		return object.NotImplemented, nil
	}
	if isDelta(b) {
		q, _, err := floor(asDelta(a).all(), asDelta(b).all())
		if err != nil {
			return value{}, err
		}
		return object.BigInt(q), nil
	}
	q, _, err := floor(asDelta(a).all(), bigOf(b))
	if err != nil {
		return value{}, err
	}
	return bigDelta(&DeltaType, q)
}

func deltaMod(t *thread, a, b value) (value, error) {
	if !isDelta(a) || !isDelta(b) {
		return object.NotImplemented, nil
	}
	_, r, err := floor(asDelta(a).all(), asDelta(b).all())
	if err != nil {
		return value{}, err
	}
	return bigDelta(&DeltaType, r)
}

func deltaDivmod(t *thread, a, b value) (value, error) {
	if !isDelta(a) || !isDelta(b) {
		return object.NotImplemented, nil
	}
	q, r, err := floor(asDelta(a).all(), asDelta(b).all())
	if err != nil {
		return value{}, err
	}
	d, err := bigDelta(&DeltaType, r)
	return object.NewTuple(object.BigInt(q), d), err
}

func deltaField(f func(d *Delta) int) func(t *thread, v value) (value, error) {
	return func(t *thread, v value) (value, error) { return object.IntOf(f(asDelta(v))), nil }
}

func readonly(t *thread, v, val value) error { return object.AttributeErrorf("readonly attribute") }

func init() {
	s := object.Slots{
		New: deltaNew, Repr: deltaRepr, Str: deltaStr, Hash: deltaHash, RichCmp: deltaCompare, Neg: deltaNeg, Pos: deltaPos,
		Abs: func(t *thread, v value) (value, error) {
			if asDelta(v).days < 0 {
				return deltaNeg(t, v)
			}
			return deltaPos(t, v)
		},
		Bool: func(t *thread, v value) (bool, error) {
			d := asDelta(v)
			return d.days != 0 || d.secs != 0 || d.micros != 0, nil
		},
	}
	s.Binary[object.OpAdd], s.Binary[object.OpSub], s.Binary[object.OpMul] = deltaAdd, deltaSub, deltaMul
	s.Binary[object.OpTrueDiv], s.Binary[object.OpFloorDiv], s.Binary[object.OpMod], s.Binary[object.OpDivmod] = deltaDiv, deltaFloorDiv, deltaMod, deltaDivmod
	DeltaType.Define(object.TypeSpec{
		Name: "timedelta", Module: "datetime", Flags: object.FlagBase, Size: unsafe.Sizeof(Delta{}), Slots: s,
		Doc: "Difference between two datetime values.",
		Methods: []object.Func{
			{Name: "total_seconds", Sig: "($self, /)", Doc: "Total seconds in the duration.", Fn: func(t *thread, a []value) (value, error) {
				return object.BinaryOp(t, object.BigInt(asDelta(a[0]).all()), object.BigInt(bigSecond), object.OpTrueDiv)
			}},
			{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				d := asDelta(a[0])
				return object.NewTuple(object.Wrap(d.Type), object.NewTuple(object.IntOf(d.days), object.IntOf(d.secs), object.IntOf(d.micros))), nil
			}},
		},
		GetSets: []object.GetSet{
			{Name: "days", Doc: "Number of days.", Get: deltaField(func(d *Delta) int { return d.days }), Set: readonly},
			{Name: "seconds", Doc: "Number of seconds (>= 0 and less than 1 day).", Get: deltaField(func(d *Delta) int { return d.secs }), Set: readonly},
			{Name: "microseconds", Doc: "Number of microseconds (>= 0 and less than 1 second).", Get: deltaField(func(d *Delta) int { return d.micros }), Set: readonly},
		},
		Consts: func() map[string]value {
			return map[string]value{"min": plainDelta(-maxDays, 0, 0), "max": plainDelta(maxDays, daySeconds-1, 999999), "resolution": plainDelta(0, 0, 1)}
		},
	})
}
