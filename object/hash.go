package object

import "math/bits"

const hashModulus = 1<<61 - 1

// hashInt64 is CPython's numeric hash of an int.
func hashInt64(i int64) int64 {
	neg := i < 0
	u := uint64(i)
	if neg {
		u = -u
	}
	u = u&hashModulus + u>>61
	if u >= hashModulus {
		u -= hashModulus
	}
	h := int64(u)
	if neg {
		h = -h
	}
	if h == -1 {
		return -2
	}
	return h
}

const hashPrime5 = 2870177450012600261

// hashTuple combines the hashes of a tuple's items as CPython does (xxHash).
func hashTuple(hashes []int64) int64 {
	return mixHashes(hashes, uint64(len(hashes))^(hashPrime5^3527539))
}

// mixHashes is the accumulator of hashTuple; end is added to the result.
func mixHashes(hashes []int64, end uint64) int64 {
	const p1, p2, p5 = 11400714785074694791, 14029467366897019727, hashPrime5
	acc := uint64(p5)
	for _, h := range hashes {
		acc += uint64(h) * p2
		acc = bits.RotateLeft64(acc, 31)
		acc *= p1
	}
	acc += end
	if acc == ^uint64(0) {
		return 1546275796
	}
	return int64(acc)
}
