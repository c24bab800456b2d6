package object

// Hashes of text and bytes: SipHash-1-3 with one key for the process, as
// static strings and their hashes are shared by all interpreters.

import (
	"os"

	"github.com/gopy-lang/gopy/internal/siphash"
)

var hashKey = newHashKey()

// newHashKey takes the key from PYTHONHASHSEED; the command refuses a wrong
// value before anything is run.
func newHashKey() siphash.Key {
	k, err := siphash.NewKey(os.Getenv("PYTHONHASHSEED"))
	if err != nil {
		k, _ = siphash.NewKey("")
	}
	return k
}

func hashString(s string) int64 { return hashKey.String(s) }

// HashBytes is the hash of bytes.
func HashBytes(b []byte) int64 { return hashKey.Bytes(b) }
