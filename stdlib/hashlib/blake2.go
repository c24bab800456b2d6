package hashlib

import (
	"encoding/binary"
	"math/bits"
)

// BLAKE2 (RFC 7693) with the parameters of its tree mode.

var blakeSigma = [10][16]byte{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
	{7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
	{2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
	{13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
	{10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

var blakeIV64 = [8]uint64{
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

var blakeIV32 = [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}

// blakeParams are the parameters; sizes and counts are checked by the caller.
type blakeParams struct {
	size              int
	key, salt, person []byte
	fanout, depth     int
	leaf              uint32
	nodeOffset        uint64
	nodeDepth, inner  int
	last              bool
}

// blake is the state of either variant; for the small one the words of h are
// 32 bits wide.
type blake struct {
	small bool
	last  bool
	size  int
	h     [8]uint64
	n     uint64 // bytes compressed
	buf   [128]byte
	used  int
}

func newBlake(small bool, p *blakeParams) *blake {
	b := &blake{small: small, last: p.last, size: p.size}
	block := make([]byte, 64)
	block[0], block[1], block[2], block[3] = byte(p.size), byte(len(p.key)), byte(p.fanout), byte(p.depth)
	binary.LittleEndian.PutUint32(block[4:], p.leaf)
	binary.LittleEndian.PutUint64(block[8:], p.nodeOffset)
	if small { // the offset has 48 bits
		block[14], block[15] = byte(p.nodeDepth), byte(p.inner)
		copy(block[16:24], p.salt)
		copy(block[24:32], p.person)
		for i := range b.h {
			b.h[i] = uint64(blakeIV32[i] ^ binary.LittleEndian.Uint32(block[4*i:]))
		}
	} else {
		block[16], block[17] = byte(p.nodeDepth), byte(p.inner)
		copy(block[32:48], p.salt)
		copy(block[48:64], p.person)
		for i := range b.h {
			b.h[i] = blakeIV64[i] ^ binary.LittleEndian.Uint64(block[8*i:])
		}
	}
	if len(p.key) > 0 {
		k := make([]byte, b.BlockSize())
		copy(k, p.key)
		_, _ = b.Write(k)
	}
	return b
}

func (b *blake) BlockSize() int {
	if b.small {
		return 64
	}
	return 128
}

func (b *blake) Write(p []byte) (int, error) {
	n, size := len(p), b.BlockSize()
	for len(p) > 0 {
		if b.used == size {
			b.n += uint64(size)
			b.compress(false)
			b.used = 0
		}
		k := copy(b.buf[b.used:size], p)
		b.used += k
		p = p[k:]
	}
	return n, nil
}

// sum returns the digest; the state stays as it is.
func (b *blake) sum() []byte {
	c := *b
	c.n += uint64(c.used)
	clear(c.buf[c.used:])
	c.compress(true)
	out := make([]byte, 64)
	for i, h := range c.h {
		if c.small {
			binary.LittleEndian.PutUint32(out[4*i:], uint32(h))
		} else {
			binary.LittleEndian.PutUint64(out[8*i:], h)
		}
	}
	return out[:c.size]
}

func (b *blake) compress(final bool) {
	if b.small {
		b.compress32(final)
	} else {
		b.compress64(final)
	}
}

func (b *blake) compress64(final bool) {
	var m, v [16]uint64
	for i := range m {
		m[i] = binary.LittleEndian.Uint64(b.buf[8*i:])
	}
	copy(v[:8], b.h[:])
	copy(v[8:], blakeIV64[:])
	v[12] ^= b.n
	if final {
		v[14] = ^v[14]
		if b.last {
			v[15] = ^v[15]
		}
	}
	g := func(i, j, k, l int, x, y uint64) {
		v[i] += v[j] + x
		v[l] = bits.RotateLeft64(v[l]^v[i], -32)
		v[k] += v[l]
		v[j] = bits.RotateLeft64(v[j]^v[k], -24)
		v[i] += v[j] + y
		v[l] = bits.RotateLeft64(v[l]^v[i], -16)
		v[k] += v[l]
		v[j] = bits.RotateLeft64(v[j]^v[k], -63)
	}
	for r := range 12 {
		s := &blakeSigma[r%10]
		g(0, 4, 8, 12, m[s[0]], m[s[1]])
		g(1, 5, 9, 13, m[s[2]], m[s[3]])
		g(2, 6, 10, 14, m[s[4]], m[s[5]])
		g(3, 7, 11, 15, m[s[6]], m[s[7]])
		g(0, 5, 10, 15, m[s[8]], m[s[9]])
		g(1, 6, 11, 12, m[s[10]], m[s[11]])
		g(2, 7, 8, 13, m[s[12]], m[s[13]])
		g(3, 4, 9, 14, m[s[14]], m[s[15]])
	}
	for i := range b.h {
		b.h[i] ^= v[i] ^ v[i+8]
	}
}

func (b *blake) compress32(final bool) {
	var m, v [16]uint32
	for i := range m {
		m[i] = binary.LittleEndian.Uint32(b.buf[4*i:])
	}
	for i, h := range b.h {
		v[i] = uint32(h)
	}
	copy(v[8:], blakeIV32[:])
	v[12] ^= uint32(b.n)
	v[13] ^= uint32(b.n >> 32)
	if final {
		v[14] = ^v[14]
		if b.last {
			v[15] = ^v[15]
		}
	}
	g := func(i, j, k, l int, x, y uint32) {
		v[i] += v[j] + x
		v[l] = bits.RotateLeft32(v[l]^v[i], -16)
		v[k] += v[l]
		v[j] = bits.RotateLeft32(v[j]^v[k], -12)
		v[i] += v[j] + y
		v[l] = bits.RotateLeft32(v[l]^v[i], -8)
		v[k] += v[l]
		v[j] = bits.RotateLeft32(v[j]^v[k], -7)
	}
	for r := range 10 {
		s := &blakeSigma[r]
		g(0, 4, 8, 12, m[s[0]], m[s[1]])
		g(1, 5, 9, 13, m[s[2]], m[s[3]])
		g(2, 6, 10, 14, m[s[4]], m[s[5]])
		g(3, 7, 11, 15, m[s[6]], m[s[7]])
		g(0, 5, 10, 15, m[s[8]], m[s[9]])
		g(1, 6, 11, 12, m[s[10]], m[s[11]])
		g(2, 7, 8, 13, m[s[12]], m[s[13]])
		g(3, 4, 9, 14, m[s[14]], m[s[15]])
	}
	for i := range b.h {
		b.h[i] = uint64(uint32(b.h[i]) ^ v[i] ^ v[i+8])
	}
}
