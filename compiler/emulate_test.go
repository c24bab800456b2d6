package compiler_test

import (
	"encoding/json"
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
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
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
