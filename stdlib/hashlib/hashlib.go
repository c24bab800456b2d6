// Package hashlib implements the hashlib module (library reference, "hashlib")
// on Go's crypto packages; BLAKE2 is its own for the sake of the parameters
// that those lack.
package hashlib

import (
	"crypto/md5"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	_ "embed"
	"hash"
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
)

//go:embed hashlib.py
var source string

// Module declares hashlib.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "hashlib", Doc: "A common interface to many hash functions.", Funcs: funcs,
		Types: []*object.Type{&blake2bType, &blake2sType}, Source: source,
	}
}

var hashType, xofType object.Type

// Hash is an object that digests data.
type Hash struct {
	object.Header
	name string
	h    hash.Hash   // or
	x    *sha3.SHAKE // or
	b    *blake
}

var makers = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New,
	"sha512_224": sha512.New512_224, "sha512_256": sha512.New512_256,
	"sha3_224": func() hash.Hash { return sha3.New224() }, "sha3_256": func() hash.Hash { return sha3.New256() },
	"sha3_384": func() hash.Hash { return sha3.New384() }, "sha3_512": func() hash.Hash { return sha3.New512() },
}

var shakes = map[string]func() *sha3.SHAKE{"shake_128": sha3.NewSHAKE128, "shake_256": sha3.NewSHAKE256}

// canonical is the name under which a hash is known.
func canonical(name string) string {
	n := strings.ToLower(name)
	switch n {
	case "sha-1", "sha-224", "sha-256", "sha-384", "sha-512":
		n = "sha" + n[4:]
	case "sha512-224", "sha512-256", "sha512/224", "sha512/256", "sha3-224", "sha3-256", "sha3-384", "sha3-512":
		n = strings.NewReplacer("-", "_", "/", "_").Replace(n)
	case "shake128", "shake256", "shake-128", "shake-256":
		n = "shake_" + n[len(n)-3:]
	}
	return n
}

// create returns an object of the hash called name, or nil.
func create(name string) *Hash {
	name = canonical(name)
	if f := makers[name]; f != nil {
		return &Hash{Header: object.Header{Type: &hashType}, name: name, h: f()}
	}
	if f := shakes[name]; f != nil {
		return &Hash{Header: object.Header{Type: &xofType}, name: name, x: f()}
	}
	if name == "blake2b" || name == "blake2s" {
		tp, size, small := &blake2bType, 64, false
		if name == "blake2s" {
			tp, size, small = &blake2sType, 32, true
		}
		return &Hash{Header: object.Header{Type: tp}, name: name, b: newBlake(small, &blakeParams{size: size, fanout: 1, depth: 1})}
	}
	return nil
}

// dataOf returns the bytes to digest.
func dataOf(v value) ([]byte, error) {
	if _, ok := object.AsStr(v); ok {
		return nil, object.TypeErrorf("Strings must be encoded before hashing")
	}
	b, ok := object.BytesOf(v)
	if !ok {
		return nil, object.TypeErrorf("object supporting the buffer API required")
	}
	return b, nil
}

func (h *Hash) update(t *thread, v value) error {
	b, err := dataOf(v)
	if err != nil {
		return err
	}
	const piece = 1 << 20
	for len(b) > 0 {
		p := b[:min(len(b), piece)]
		b = b[len(p):]
		switch {
		case h.h != nil:
			_, _ = h.h.Write(p)
		case h.x != nil:
			_, _ = h.x.Write(p)
		default:
			_, _ = h.b.Write(p)
		}
		if len(p) == piece {
			if err := t.Poll(piece / 64); err != nil {
				return err
			}
		}
	}
	return nil
}

// first digests the data given to a constructor.
func (h *Hash) first(t *thread, data, str value) error {
	if !data.IsNil() && !str.IsNil() {
		return object.TypeErrorf("'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.")
	}
	if data.IsNil() {
		data = str
	}
	if data.IsNil() {
		return nil
	}
	return h.update(t, data)
}

func (h *Hash) size() int {
	switch {
	case h.h != nil:
		return h.h.Size()
	case h.x != nil:
		return 0
	}
	return h.b.size
}

func (h *Hash) block() int {
	switch {
	case h.h != nil:
		return h.h.BlockSize()
	case h.x != nil:
		return h.x.BlockSize()
	}
	return h.b.BlockSize()
}

func (h *Hash) clone() (*Hash, error) {
	c := *h
	switch {
	case h.h != nil:
		x, err := h.h.(hash.Cloner).Clone()
		if err != nil {
			return nil, object.ValueErrorf("%s", err)
		}
		c.h = x
	case h.x != nil:
		x := *h.x
		c.x = &x
	default:
		x := *h.b
		c.b = &x
	}
	return &c, nil
}

// digest returns the digest, of n bytes if it has any length.
func (h *Hash) digest(t *thread, length value) ([]byte, error) {
	switch {
	case h.h != nil:
		return h.h.Sum(nil), nil
	case h.b != nil:
		return h.b.sum(), nil
	}
	n, err := object.SsizeArg(t, length)
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, object.ValueErrorf("value must be positive")
	}
	if err := t.Charge(n); err != nil {
		return nil, err
	}
	x := *h.x
	out := make([]byte, n)
	_, _ = x.Read(out)
	return out, nil
}

func asHash(v value) *Hash { return object.As[Hash](v) }

func digest(t *thread, a []value) (value, error) {
	b, err := asHash(a[0]).digest(t, a[len(a)-1])
	return object.NewBytes(b), err
}

func hexdigest(t *thread, a []value) (value, error) {
	b, err := asHash(a[0]).digest(t, a[len(a)-1])
	if err != nil {
		return value{}, err
	}
	return object.NewStr(object.HexText(b, "", 0)), nil
}

func methods(sig string) []object.Func {
	return []object.Func{
		{Name: "update", Sig: "($self, obj, /)", Doc: "Update this hash object's state with the provided string.", Fn: func(t *thread, a []value) (value, error) {
			return object.None, asHash(a[0]).update(t, a[1])
		}},
		{Name: "digest", Sig: sig, Doc: "Return the digest value as a bytes object.", Fn: digest},
		{Name: "hexdigest", Sig: sig, Doc: "Return the digest value as a string of hexadecimal digits.", Fn: hexdigest},
		{Name: "copy", Sig: "($self, /)", Doc: "Return a copy of the hash object.", Fn: func(t *thread, a []value) (value, error) {
			h, err := asHash(a[0]).clone()
			return object.Wrap(h), err
		}},
	}
}

var getSets = []object.GetSet{
	{Name: "name", Doc: "algorithm name", Get: func(t *thread, v value) (value, error) { return object.NewStr(asHash(v).name), nil }},
	{Name: "digest_size", Doc: "number of bytes in this hash's output", Get: func(t *thread, v value) (value, error) { return object.IntOf(asHash(v).size()), nil }},
	{Name: "block_size", Doc: "internal block size of this hash algorithm", Get: func(t *thread, v value) (value, error) {
		return object.IntOf(asHash(v).block()), nil
	}},
}

func newHash(name string) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		h := create(name)
		return object.Wrap(h), h.first(t, a[0], a[2])
	}
}

const hashSig = "(data=b'', *, usedforsecurity=True, string=None)"

var funcs = func() []object.Func {
	out := []object.Func{{Name: "pbkdf2_hmac", Sig: "(hash_name, password, salt, iterations, dklen=None)", Doc: "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function.", Fn: derive}}
	for _, n := range [...]string{"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"} {
		out = append(out, object.Func{Name: n, Sig: hashSig, Doc: "Returns a " + n + " hash object; optionally initialized with a string", Fn: newHash(n)})
	}
	return append(out, object.Func{Name: "_new", Sig: "(name, data=b'', *, usedforsecurity=True, string=None)", Fn: func(t *thread, a []value) (value, error) {
		s, ok := object.AsStr(a[0])
		if !ok {
			return value{}, object.TypeErrorf("new() argument 'name' must be str, not %s", a[0].O.Type.MsgName())
		}
		h := create(s.String())
		if h == nil {
			return value{}, object.ValueErrorf("unsupported hash type %s", s.String())
		}
		return object.Wrap(h), h.first(t, a[1], a[3])
	}})
}()

func derive(t *thread, a []value) (value, error) {
	name, err := arg.Str(a[0], "pbkdf2_hmac", "'hash_name'", false)
	if err != nil {
		return value{}, err
	}
	f := makers[canonical(name)]
	if f == nil {
		return value{}, object.ValueErrorf("[digital envelope routines] unsupported")
	}
	password, err := object.GetBuffer(a[1])
	if err != nil {
		return value{}, err
	}
	salt, err := object.GetBuffer(a[2])
	if err != nil {
		return value{}, err
	}
	n, err := arg.Int64(t, a[3])
	if err != nil {
		return value{}, err
	}
	if n < 1 {
		return value{}, object.ValueErrorf("iteration value must be greater than 0.")
	}
	size := int64(f().Size())
	if arg.Given(a[4]) {
		if size, err = arg.Int64(t, a[4]); err != nil {
			return value{}, err
		}
		if size < 1 {
			return value{}, object.ValueErrorf("key length must be greater than 0.")
		}
	}
	if err := t.Charge(int(size)); err != nil {
		return value{}, err
	}
	key, err := pbkdf2.Key(f, string(password), salt, int(n), int(size))
	if err != nil {
		return value{}, object.ValueErrorf("%s", err)
	}
	return object.NewBytes(key), nil
}

func init() {
	for tp, n := range map[*object.Type]string{&hashType: "HASH", &xofType: "HASHXOF"} {
		sig := "($self, /)"
		if tp == &xofType {
			sig = "($self, /, length)"
		}
		tp.Define(object.TypeSpec{
			Name: n, Module: "_hashlib", Flags: object.FlagNoNew, Size: unsafe.Sizeof(Hash{}), Doc: "The state of a hash function.",
			Methods: methods(sig), GetSets: getSets,
			Slots: object.Slots{Repr: func(t *thread, v value) (value, error) {
				return object.NewStrf("<%s _hashlib.%s object @ 0x%x>", asHash(v).name, v.O.Type.Name, t.Interp.ID(v)), nil
			}},
		})
	}
}
