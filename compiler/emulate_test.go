package compiler_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/code"
)

// TestPrograms runs programs on CPython twice: from source, and compiled here,
// by an emulator of the register machine. It needs GOPY_ORACLE.
func TestPrograms(t *testing.T) {
	oracle := os.Getenv("GOPY_ORACLE")
	if oracle == "" {
		t.Skip("GOPY_ORACLE is not set")
	}
	files, err := filepath.Glob("testdata/programs/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	big := filepath.Join(t.TempDir(), "big.py")
	if err := os.WriteFile(big, []byte(bigProgram()), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, big) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			data, err := json.Marshal(jsonCode(mustCompile(t, string(src))))
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "code.json")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			want, err := exec.Command(oracle, file).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, want)
			}
			got, err := exec.Command(oracle, "testdata/emulator.py", path).CombinedOutput()
			if err != nil {
				t.Errorf("%v\n%s", err, got)
			}
			g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
			for i := range min(len(g), len(w)) {
				if g[i] != w[i] {
					t.Errorf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
				}
			}
			if len(g) != len(w) {
				t.Errorf("%d lines, want %d", len(g), len(w))
			}
		})
	}
}

// bigProgram exceeds all operand sizes, and prints what it computes.
func bigProgram() string {
	item := func(i int) string { return fmt.Sprintf("n+%d, ", i) }
	line := func(i int) string { return fmt.Sprintf("        x = x + y.a%d\n", i%7) }
	return "n = 1\n" +
		"print(sum([" + repeat(1000, item) + "]), hash((" + repeat(1000, item) + ")), len({" + repeat(1000, item) + "}))\n" +
		"print(sum({" + repeat(1000, func(i int) string { return fmt.Sprintf("n+%d: %d, ", i, i) }) + "}.values()))\n" +
		"print([" + repeat(70, func(i int) string { return fmt.Sprintf("%d, *[n]*%d, ", i, i%3) }) + "])\n" +
		"def f(*a, **k): return len(a), sum(a), len(k), sum(k.values())\n" +
		"print(f(" + repeat(1000, item) + repeat(1000, func(i int) string { return fmt.Sprintf("k%d=%d, ", i, i) }) + "**{'z': 1}))\n" +
		"class O: f = staticmethod(f)\n" +
		"for i in range(7): setattr(O, f'a{i}', i)\n" +
		"print(O().f(" + repeat(300, item) + "), O().f(*[1], " + repeat(300, item) + "))\n" +
		"def many():\n" + repeat(3500, func(i int) string { return fmt.Sprintf("    v%d = %d\n", i, i) }) +
		"    v3499 += v1; del v3490\n    try: v3490\n    except UnboundLocalError as e: print(e)\n    return v3498, v3499, [v3400 for _ in 'a']\n" +
		"print(many())\n" +
		"def unpack(x):\n    " + repeat(300, func(i int) string { return fmt.Sprintf("u%d, ", i) }) + "= x\n    return u0, u299\n" +
		"print(unpack(range(300)))\n" +
		"def star(x):\n    " + repeat(150, func(i int) string { return fmt.Sprintf("u%d, ", i) }) + "*r, " +
		repeat(150, func(i int) string { return fmt.Sprintf("w%d, ", i) }) + "= x\n    return u0, u149, r, w0, w149\n" +
		"print(star(range(303)))\n" +
		"try: unpack(range(299))\nexcept ValueError as e: print(e)\n" +
		"def far(x, y, k):\n    for i in range(k):\n        if i == 2: break\n        if i == 1: continue\n" + repeat(9000, line) +
		"        while x > 100000000: x -= 7; continue\n    else: print('else')\n    return x\n" +
		"print(far(0, O, 1), far(5, O, 3))\n" +
		"print(0 " + repeat(20000, func(i int) string { return "+ n " }) + ")\n" +
		"print('" + strings.Repeat("é", 10) + "', f'" + strings.Repeat("{n}a", 300) + "')\n"
}

// jsonCode is a code object for emulator.py: registers unscaled, jump targets
// absolute, WIDE prefixes applied, cache words nil.
func jsonCode(c *code.Code) map[string]any {
	ins := make([]any, c.Len())
	var wideB, wideC int
	for i := 0; i < c.Len(); {
		in, n := c.At(i)
		ops := [3]int{int(in.A), int(in.B), int(in.C)}
		wide := [3]int{0, wideB << 16, wideC << 16}
		kinds := code.OpKinds[in.Op]
		for k, kind := range kinds {
			switch kind {
			case code.Reg, code.RegOut, code.RegInOut, code.RegBase, code.RegBaseOut, code.RegBaseIO:
				ops[k] /= code.RegScale
			case code.Imm:
				ops[k] = int(int16(ops[k]))
			case code.Name, code.Const, code.Count:
				ops[k] += wide[k]
			case code.Const32:
				ops[k] = int(code.Imm32(in.B, in.C))
			}
		}
		if t, ok := c.JumpTarget(i); ok {
			ops[2] = t
		}
		name, operands := in.Op.String(), []any{ops[0], ops[1], ops[2]}
		switch in.Op {
		case code.OpJMPW:
			name = "JMP"
		case code.OpUNPACKBIG:
			operands = []any{ops[0], ops[1], []int{wideB - 1, ops[2]}}
		}
		ins[i] = append([]any{name}, operands...)
		wideB, wideC = 0, 0
		if in.Op == code.OpWIDE {
			wideB, wideC = int(in.B), int(in.C)
		}
		i += n
	}
	consts := make([]any, len(c.Consts))
	for i, k := range c.Consts {
		consts[i] = jsonConst(k)
	}
	exc := make([]any, len(c.Exc))
	for i, e := range c.Exc {
		exc[i] = []any{e.Start, e.End, e.Target, e.Reg}
	}
	locals := make([]any, len(c.LocalsPlus))
	for i, l := range c.LocalsPlus {
		locals[i] = []any{l.Name, l.Kind}
	}
	return map[string]any{
		"name": c.Name, "qualname": c.Qualname, "filename": c.Filename, "flags": c.Flags, "argcount": c.ArgCount,
		"posonly": c.PosOnlyArgCount, "kwonly": c.KwOnlyArgCount, "nfree": c.NFree, "nregs": c.NRegs,
		"ins": ins, "consts": consts, "names": append([]string{}, c.Names...), "exc": exc, "locals": locals,
	}
}

func jsonConst(v any) any {
	list := func(tag string, items []any) any {
		out := make([]any, len(items))
		for i, x := range items {
			out[i] = jsonConst(x)
		}
		return []any{tag, out}
	}
	hex := func(f float64) string { return strconv.FormatFloat(f, 'x', -1, 64) }
	octets := func(s string) []int {
		out := make([]int, len(s))
		for i := range len(s) {
			out[i] = int(s[i])
		}
		return out
	}
	switch v := v.(type) {
	case nil:
		return []any{"N", nil}
	case bool:
		return []any{"b", v}
	case int64:
		return []any{"i", strconv.FormatInt(v, 10)}
	case *big.Int:
		return []any{"i", v.String()}
	case float64:
		return []any{"f", hex(v)}
	case complex128:
		return []any{"c", []string{hex(real(v)), hex(imag(v))}}
	case string:
		return []any{"S", octets(v)}
	case code.Bytes:
		return []any{"B", octets(string(v))}
	case code.Ellipsis:
		return []any{"E", nil}
	case code.Tuple:
		return list("t", v)
	case code.FrozenSet:
		return list("z", v)
	case code.Slice:
		return list("l", v[:])
	case *code.Code:
		return []any{"C", jsonCode(v)}
	}
	panic("unknown constant")
}
