package hashlib

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// The classes blake2b and blake2s.

var (
	blake2bType, blake2sType object.Type

	blakeSig   = "(data=b'', *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True, string=None)"
	blakePlanB = arg.Plan{Name: "blake2b", Sig: blakeSig}
	blakePlanS = arg.Plan{Name: "blake2s", Sig: blakeSig}
)

// number returns an integer argument from lo to hi.
func number(t *thread, v value, def, lo, hi int64, msg string) (int, error) {
	if v.IsNil() {
		return int(def), nil
	}
	n, err := arg.Int64(t, v)
	if err != nil {
		return 0, err
	}
	if n < lo || n > hi {
		return 0, object.ValueErrorf("%s", msg)
	}
	return int(n), nil
}

// unsigned returns an integer argument up to hi.
func unsigned(t *thread, v value, hi uint64, name string) (uint64, error) {
	if v.IsNil() {
		return 0, nil
	}
	i, err := object.Index(t, v)
	if err != nil {
		return 0, err
	}
	b, _ := object.AsBig(i)
	n, small := object.AsInt64(i)
	switch {
	case small && n < 0 || !small && b.Sign() < 0:
		return 0, object.ValueErrorf("Cannot convert negative int")
	case small && uint64(n) <= hi:
		return uint64(n), nil
	case !small && b.IsUint64() && b.Uint64() <= hi:
		return b.Uint64(), nil
	}
	return 0, object.OverflowErrorf("%s is too large", name)
}

func blakeNew(small bool) func(t *thread, tp *object.Type, args, kw []value) (value, error) {
	plan, self, title, name, size, salt := &blakePlanB, &blake2bType, "Blake2b", "blake2b", 64, 16
	if small {
		plan, self, title, name, size, salt = &blakePlanS, &blake2sType, "Blake2s", "blake2s", 32, 8
	}
	return func(t *thread, tp *object.Type, args, kw []value) (value, error) {
		a, err := plan.Bind(t, args, kw)
		if err != nil {
			return value{}, err
		}
		p := blakeParams{size: size}
		if !a[1].IsNil() {
			n, err := arg.CInt(t, a[1])
			if err != nil {
				return value{}, err
			}
			if n < 1 || n > size {
				return value{}, object.ValueErrorf("digest_size for %s must be between 1 and %d bytes, here it is %d", title, size, n)
			}
			p.size = n
		}
		for i, x := range []struct {
			to   *[]byte
			name string
			max  int
		}{{&p.key, "key", size}, {&p.salt, "salt", salt}, {&p.person, "person", salt}} {
			if a[2+i].IsNil() {
				continue
			}
			if *x.to, err = object.GetBuffer(a[2+i]); err != nil {
				return value{}, err
			}
			if len(*x.to) > x.max {
				return value{}, object.ValueErrorf("maximum %s length is %d bytes", x.name, x.max)
			}
		}
		if err := p.tree(t, a, small, int64(size)); err != nil {
			return value{}, err
		}
		h := object.Alloc[Hash](tp, self)
		h.name, h.b = name, newBlake(small, &p)
		return object.Wrap(h), h.first(t, a[0], a[13])
	}
}

// tree reads the parameters of the tree mode.
func (p *blakeParams) tree(t *thread, a []value, small bool, size int64) (err error) {
	if p.fanout, err = number(t, a[5], 1, 0, 255, "fanout must be between 0 and 255"); err != nil {
		return err
	}
	if p.depth, err = number(t, a[6], 1, 1, 255, "depth must be between 1 and 255"); err != nil {
		return err
	}
	leaf, err := unsigned(t, a[7], 1<<32-1, "leaf_size")
	if err != nil {
		return err
	}
	p.leaf = uint32(leaf)
	most := ^uint64(0)
	if small {
		most = 1<<48 - 1
	}
	if p.nodeOffset, err = unsigned(t, a[8], most, "node_offset"); err != nil {
		return err
	}
	if p.nodeDepth, err = number(t, a[9], 0, 0, 255, "node_depth must be between 0 and 255"); err != nil {
		return err
	}
	text := "inner_size must be between 0 and is 64"
	if small {
		text = "inner_size must be between 0 and is 32"
	}
	if p.inner, err = number(t, a[10], 0, 0, size, text); err != nil {
		return err
	}
	p.last, err = arg.Bool(t, a[11], false)
	return err
}

func init() {
	for i, tp := range []*object.Type{&blake2bType, &blake2sType} {
		size, salt := 64>>i, 16>>i
		tp.Define(object.TypeSpec{
			Name: []string{"blake2b", "blake2s"}[i], Module: "_blake2", Sig: blakeSig, Size: unsafe.Sizeof(Hash{}), Doc: "Return a new BLAKE2 hash object.",
			Slots: object.Slots{New: blakeNew(i == 1)}, Methods: methods("($self, /)"), GetSets: getSets,
			Consts: func() map[string]value {
				return map[string]value{"MAX_DIGEST_SIZE": object.IntOf(size), "MAX_KEY_SIZE": object.IntOf(size), "SALT_SIZE": object.IntOf(salt), "PERSON_SIZE": object.IntOf(salt)}
			},
		})
	}
}
