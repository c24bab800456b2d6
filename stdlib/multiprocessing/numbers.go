//go:build unix

package multiprocessing

import (
	"math/big"

	"github.com/gopy-lang/gopy/object"
)

func twoTo64() *big.Int { return new(big.Int).Lsh(big.NewInt(1), 64) }

// low64 gives the low 64 bits of an int.
func low64(v value) uint64 {
	if n, ok := object.AsInt64(v); ok {
		return uint64(n)
	}
	b, _ := object.AsBig(v)
	m := new(big.Int).And(b, new(big.Int).Sub(twoTo64(), big.NewInt(1)))
	return m.Uint64()
}
