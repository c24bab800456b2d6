package gopy_test

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/gopy-lang/gopy"
)

// sandbox runs source text with built-ins that cannot reach the system, and
// leaves what it raises alone.
const sandbox = `
import builtins
safe = {n: v for n, v in vars(builtins).items() if n not in ("open", "__import__", "input", "breakpoint", "exit", "quit", "print")}
safe["print"] = lambda *args, **kwds: None
try:
    exec(bytes.fromhex("%s"), {"__builtins__": safe, "__name__": "fuzz"})
except BaseException as e:
    str(e), repr(e)
`

// FuzzExec compiles and runs any source: whatever it is, the interpreter ends
// with a value or an exception. Programs that run on are stopped.
func FuzzExec(f *testing.F) {
	seeds, err := filepath.Glob("tests/language/*.py")
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range seeds {
		b, err := os.ReadFile(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, s := range []string{"def f(*a, **k): f(*a, x=1, **k)\nf()", "class A:\n  def __eq__(s, o): return s == o\nA() == 1", "x = []\nx.append(x)\nrepr(x)", "f'{1:{2}}' % {}",
		"async def f():\n  await f()\nf().send(None)", "lambda: (yield)", "match [1, {'a': 2}]:\n  case [int(x), {'a': y, **z}]: del x", "try:\n  raise ExceptionGroup('g', [ValueError()])\nexcept* ValueError as e: e.x",
		"type X[*T] = tuple[*T]\nX[int].__value__", "[*range(3)][::-1] < [None]", "b'%c' % 256", "int('9' * 5000)", "'{0.__class__[x]}'.format(1)", "del __builtins__\nprint(x)", "globals().clear()\n1/0"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		i, err := gopy.New(gopy.Config{})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		var bug *gopy.InternalError
		if err := i.Exec(ctx, "<fuzz>", fmt.Appendf(nil, sandbox, hex.EncodeToString(src))); errors.As(err, &bug) {
			t.Fatalf("%v\n%s", err, bug.Stack)
		}
	})
}
