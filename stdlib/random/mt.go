// Package random implements random (library reference, "random"): the Mersenne
// Twister here, the distributions in random.py.
package random

import (
	"crypto/rand"
	"crypto/sha512"
	_ "embed"
	"encoding/binary"
	"math/big"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

//go:embed random.py
var source string

type (
	value  = object.Value
	thread = object.Thread
)

const (
	mtN = 624
	mtM = 397
)

// twister is a _random.Random: MT19937.
type twister struct {
	object.Header
	state [mtN]uint32
	index int
}

var randomType object.Type

func (g *twister) initOne(s uint32) {
	g.state[0] = s
	for i := 1; i < mtN; i++ {
		s = 1812433253*(s^s>>30) + uint32(i)
		g.state[i] = s
	}
	g.index = mtN
}

func (g *twister) initArray(key []uint32) {
	g.initOne(19650218)
	i, j := 1, 0
	st := &g.state
	for range max(mtN, len(key)) {
		st[i] = (st[i] ^ (st[i-1]^st[i-1]>>30)*1664525) + key[j] + uint32(j)
		i++
		j++
		if i >= mtN {
			st[0], i = st[mtN-1], 1
		}
		if j >= len(key) {
			j = 0
		}
	}
	for range mtN - 1 {
		st[i] = (st[i] ^ (st[i-1]^st[i-1]>>30)*1566083941) - uint32(i)
		i++
		if i >= mtN {
			st[0], i = st[mtN-1], 1
		}
	}
	st[0] = 0x80000000
}

func (g *twister) refill() {
	st := &g.state
	mix := func(k, next, far int) {
		y := st[k]&0x80000000 | st[next]&0x7fffffff
		v := st[far] ^ y>>1
		if y&1 != 0 {
			v ^= 0x9908b0df
		}
		st[k] = v
	}
	for k := range mtN - mtM {
		mix(k, k+1, k+mtM)
	}
	for k := mtN - mtM; k < mtN-1; k++ {
		mix(k, k+1, k+mtM-mtN)
	}
	mix(mtN-1, 0, mtM-1)
	g.index = 0
}

func (g *twister) next() uint32 {
	if g.index >= mtN {
		g.refill()
	}
	y := g.state[g.index]
	g.index++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (g *twister) float() float64 {
	a, b := g.next()>>5, g.next()>>6
	return (float64(float64(a)*67108864) + float64(b)) / 9007199254740992
}

func (g *twister) seedBig(n *big.Int) {
	words := new(big.Int).Abs(n).Bytes()
	for len(words)%4 != 0 || len(words) == 0 {
		words = append([]byte{0}, words...)
	}
	key := make([]uint32, len(words)/4)
	for i := range key {
		key[len(key)-1-i] = binary.BigEndian.Uint32(words[4*i:])
	}
	g.initArray(key)
}

func (g *twister) seed(t *thread, v value) error {
	if !arg.Given(v) {
		var b [mtN * 4]byte
		rand.Read(b[:])
		key := make([]uint32, mtN)
		for i := range key {
			key[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		g.initArray(key)
		return nil
	}
	if n, ok := object.AsBig(v); ok {
		g.seedBig(n)
		return nil
	}
	h, err := object.Hash(t, v)
	if err == nil {
		g.seedBig(new(big.Int).SetUint64(uint64(h)))
	}
	return err
}

func (g *twister) bits(t *thread, k int) (value, error) {
	if k <= 32 {
		if k == 0 {
			return object.Int(0), nil
		}
		return object.Int(int64(g.next() >> (32 - k))), nil
	}
	n := (k-1)/32 + 1
	if err := t.Charge(4 * n); err != nil {
		return value{}, err
	}
	b := make([]byte, 4*n)
	for i := range n {
		r := g.next()
		if k < 32 {
			r >>= 32 - k
		}
		binary.BigEndian.PutUint32(b[4*(n-1-i):], r)
		k -= 32
	}
	return object.BigInt(new(big.Int).SetBytes(b)), nil
}

func getrandbits(t *thread, a []value) (value, error) {
	k, err := arg.Int64(t, a[1])
	if err != nil {
		return value{}, err
	}
	if k < 0 {
		return value{}, object.ValueErrorf("Cannot convert negative int")
	}
	return object.As[twister](a[0]).bits(t, int(k))
}

func setstate(t *thread, a []value) (value, error) {
	if a[1].O.Type.Solid != &object.TupleType {
		return value{}, object.TypeErrorf("state vector must be a tuple")
	}
	items := object.As[object.Tuple](a[1]).Items
	if len(items) != mtN+1 {
		return value{}, object.ValueErrorf("state vector is the wrong size")
	}
	var st [mtN]uint32
	for i := range st {
		n, err := arg.Int64(t, items[i])
		if err != nil {
			return value{}, err
		}
		st[i] = uint32(n)
	}
	i, err := arg.Int64(t, items[mtN])
	if err != nil {
		return value{}, err
	}
	if i < 0 || i > mtN {
		return value{}, object.ValueErrorf("invalid state")
	}
	g := object.As[twister](a[0])
	g.state, g.index = st, int(i)
	return object.None, nil
}

func getstate(t *thread, a []value) (value, error) {
	g := object.As[twister](a[0])
	out := make([]value, mtN+1)
	for i, w := range g.state {
		out[i] = object.Int(int64(w))
	}
	out[mtN] = object.IntOf(g.index)
	return object.NewTupleOwned(out), nil
}

// below is a random int in [0, n), drawn as CPython draws it.
func below(t *thread, a []value) (value, error) {
	g := object.As[twister](a[0])
	n, ok := object.AsBig(a[1])
	if !ok {
		return value{}, object.TypeErrorf("'%s' object cannot be interpreted as an integer", a[1].O.Type.MsgName())
	}
	k := n.BitLen()
	if n.IsInt64() && k <= 32 {
		m := n.Int64()
		for m > 0 {
			if r := int64(g.next() >> (32 - k)); r < m {
				return object.Int(r), nil
			}
		}
		return object.Int(0), nil
	}
	for {
		r, err := g.bits(t, k)
		if err != nil {
			return value{}, err
		}
		if b, _ := object.AsBig(r); b.Cmp(n) < 0 {
			return r, nil
		}
	}
}

func init() {
	randomType.Define(object.TypeSpec{
		Name: "Random", Module: "_random", Flags: object.FlagBase, Size: unsafe.Sizeof(twister{}),
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			g := object.Alloc[twister](tp, &randomType)
			var v value
			if len(args) > 0 && tp == &randomType {
				v = args[0]
			}
			return object.Wrap(g), g.seed(t, v)
		}, Init: func(t *thread, self value, args, kw []value) error { return nil }},
		Methods: []object.Func{
			{Name: "random", Sig: "($self, /)", Doc: "random() -> x in the interval [0, 1).", Fn: func(t *thread, a []value) (value, error) {
				return object.Float(object.As[twister](a[0]).float()), nil
			}},
			{Name: "seed", Sig: "($self, n=None, /)", Fn: func(t *thread, a []value) (value, error) {
				return object.None, object.As[twister](a[0]).seed(t, a[1])
			}},
			{Name: "getrandbits", Sig: "($self, k, /)", Doc: "getrandbits(k) -> x.  Generates an int with k random bits.", Fn: getrandbits},
			{Name: "_below", Sig: "($self, n, /)", Fn: below},
			{Name: "getstate", Sig: "($self, /)", Fn: getstate},
			{Name: "setstate", Sig: "($self, state, /)", Fn: setstate},
		},
	})
}

// Core declares _random.
func Core() object.ModuleSpec {
	return object.ModuleSpec{Name: "_random", Types: []*object.Type{&randomType}, Funcs: []object.Func{
		{Name: "_sha512", Sig: "(data, /)", Fn: func(t *thread, a []value) (value, error) {
			b, err := arg.Bytes(t, a[0])
			if err != nil {
				return value{}, err
			}
			h := sha512.Sum512(b)
			return object.NewBytes(h[:]), nil
		}},
	}}
}

// Module declares random.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "random", Doc: "Pseudo-random numbers and choices.", Source: source}
}
