package pickle_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/gopy-lang/gopy"
)

// FuzzLoads reads damaged pickles: an exception of Python may come out, nothing
// else may happen. Globals are not looked up.
func FuzzLoads(f *testing.F) {
	for _, s := range []string{"", ".", "N.", "\x80\x05K\x01.", "(I1\nL2L\nF1.5\nS'a'\nVb\ntp0\n.", "\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01K\x02h\x00e.",
		"(dp0\nS'a'\nI1\ns.", "\x8a\x09\xff\xff\xff\xff\xff\xff\xff\xff\x00.", "]q\x00(h\x00h\x00e.", "cos\nsystem\n)R.", "\x8f\x94(K\x01\x90.", "(K\x01\x91.",
		"\x8e\xff\xff\xff\xff\xff\xff\xff\x0f", "r\xff\xff\xff\xff", "N\x94\x94\x94j\x01\x00\x00\x00.", "c\n\n)\x81}b.", "}(K\x01K\x02u.", "G\x7f\xf0\x00\x00\x00\x00\x00\x00."} {
		f.Add([]byte(s))
	}
	in, err := gopy.New(gopy.Config{})
	if err != nil {
		f.Fatal(err)
	}
	prelude := `
import io, pickle
class U(pickle.Unpickler):
    def find_class(self, module, name):
        return [list, dict, object, Exception][len(name) % 4]
def check(b):
    for f in (lambda: U(io.BytesIO(b)).load(), lambda: repr(U(io.BytesIO(b)).load())):
        try:
            f()
        except Exception:
            pass
`
	if err := in.Exec(context.Background(), "<fuzz>", []byte(prelude)); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		src := fmt.Sprintf("check(bytes.fromhex('%x'))", data)
		if err := in.Exec(context.Background(), "<fuzz>", []byte(src)); err != nil {
			t.Fatal(err)
		}
	})
}
