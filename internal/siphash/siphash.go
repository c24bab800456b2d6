package siphash

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"math/bits"
	"strconv"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// Key is the secret of an interpreter. The zero Key is that of PYTHONHASHSEED=0.
type Key struct{ k0, k1 uint64 }

// ErrSeed is returned for a PYTHONHASHSEED that CPython refuses.
var ErrSeed = errors.New(`PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]`)

// NewKey returns the key for a value of PYTHONHASHSEED: empty or "random" gives a
// random one, 0 no randomness, another integer the key that CPython derives from it.
func NewKey(seed string) (Key, error) {
	var secret [16]byte
	if seed == "" || seed == "random" {
		_, _ = rand.Read(secret[:]) // never fails
		return keyOf(secret), nil
	}
	n, err := strconv.ParseUint(seed, 10, 32)
	if err != nil {
		return Key{}, ErrSeed
	}
	if n == 0 {
		return Key{}, nil
	}
	x := uint32(n)
	for i := range secret {
		x = x*214013 + 2531011
		secret[i] = byte(x >> 16)
	}
	return keyOf(secret), nil
}

func keyOf(secret [16]byte) Key {
	return Key{binary.LittleEndian.Uint64(secret[:8]), binary.LittleEndian.Uint64(secret[8:])}
}

// state is a SipHash-1-3 under way. The words of the message go through absorb.
type state struct{ v0, v1, v2, v3 uint64 }

func (k Key) start() state {
	return state{
		k.k0 ^ 0x736f6d6570736575, k.k1 ^ 0x646f72616e646f6d,
		k.k0 ^ 0x6c7967656e657261, k.k1 ^ 0x7465646279746573,
	}
}

// round is one SipRound; it takes and returns the state in registers.
func round(v0, v1, v2, v3 uint64) (uint64, uint64, uint64, uint64) {
	v0 += v1
	v2 += v3
	v1 = bits.RotateLeft64(v1, 13) ^ v0
	v3 = bits.RotateLeft64(v3, 16) ^ v2
	v2 += v1
	v0 = bits.RotateLeft64(v0, 32) + v3
	return v0, bits.RotateLeft64(v1, 17) ^ v2, bits.RotateLeft64(v2, 32), bits.RotateLeft64(v3, 21) ^ v0
}

func (s *state) absorb(word uint64) {
	v0, v1, v2, v3 := round(s.v0, s.v1, s.v2, s.v3^word)
	s.v0, s.v1, s.v2, s.v3 = v0^word, v1, v2, v3
}

// finish absorbs the last word, which holds the remaining bytes and, in its top
// byte, the length of the message, and returns the hash.
func (s *state) finish(last uint64) int64 { return settle(int64(s.last(last))) }

func (s *state) last(last uint64) uint64 {
	v0, v1, v2, v3 := round(s.v0, s.v1, s.v2, s.v3^last)
	v0, v1, v2, v3 = round(v0^last, v1, v2^0xff, v3)
	v0, v1, v2, v3 = round(v0, v1, v2, v3)
	v0, v1, v2, v3 = round(v0, v1, v2, v3)
	return v0 ^ v1 ^ v2 ^ v3
}

// settle keeps -1 free.
func settle(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

// tail puts up to seven bytes into a word.
func tail(s string) uint64 {
	var w uint64
	for i := len(s) - 1; i >= 0; i-- {
		w = w<<8 | uint64(s[i])
	}
	return w
}

const highBits = 0x8080808080808080

// hash returns the hash of the bytes of s and all its words, or'ed.
func (k Key) hash(s string) (h int64, seen uint64) {
	n := len(s)
	st := k.start()
	v0, v1, v2, v3 := st.v0, st.v1, st.v2, st.v3
	for len(s) >= 8 {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		seen |= w
		v0, v1, v2, v3 = round(v0, v1, v2, v3^w)
		v0 ^= w
		s = s[8:]
	}
	last := tail(s)
	st = state{v0, v1, v2, v3}
	return st.finish(last | uint64(n)<<56), seen | last
}

// Bytes returns hash(b) of a bytes object.
func (k Key) Bytes(b []byte) int64 {
	if len(b) == 0 {
		return 0
	}
	h, _ := k.hash(unsafe.String(&b[0], len(b)))
	return h
}

// Keyed returns the SipHash-1-3 of b under a key of two words.
func Keyed(k0, k1 uint64, b []byte) uint64 {
	k := Key{k0, k1}
	st := k.start()
	n := len(b)
	for ; len(b) >= 8; b = b[8:] {
		st.absorb(binary.LittleEndian.Uint64(b))
	}
	return st.last(tail(string(b)) | uint64(n)<<56)
}

// String returns hash(s) of a string, given in UTF-8 in which lone surrogates may
// be encoded like other code points. CPython hashes the code points in units of
// one, two or four bytes, whichever suffices for all of them.
func (k Key) String(s string) int64 {
	if s == "" {
		return 0
	}
	h, seen := k.hash(s)
	if seen&highBits == 0 {
		return h
	}
	return k.wide(s)
}

// wide hashes a string with code points above 127.
func (k Key) wide(s string) int64 {
	unit := uint(1) // bytes per code point
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0xF0:
			unit = 4
		case c >= 0xC4:
			unit = max(unit, 2)
		}
	}
	st := k.start()
	var word uint64
	var length uint
	for i := 0; i < len(s); {
		r, n := wtf8.Decode(s[i:])
		i += n
		word |= uint64(r) << (length % 8 * 8)
		length += unit
		if length%8 == 0 {
			st.absorb(word)
			word = 0
		}
	}
	return st.finish(word | uint64(length)<<56)
}
