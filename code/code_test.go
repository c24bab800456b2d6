package code

import (
	"bytes"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestGeneratedFilesAreCurrent(t *testing.T) {
	dir := t.TempDir()
	cmd := exec.Command("go", "run", "../internal/gen/opgen", "-out", dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("opgen: %v\n%s", err, out)
	}
	for got, want := range map[string]string{"ops_gen.go": "ops_gen.go", "bytecode.md": "../docs/bytecode.md"} {
		a, err := os.ReadFile(filepath.Join(dir, got))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(want)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s is not current: run go generate ./code", want)
		}
	}
}

func TestTableRows(t *testing.T) {
	if len(opTable) != NumOps {
		t.Fatalf("%d rows, NumOps = %d", len(opTable), NumOps)
	}
	seen := map[string]bool{}
	for i, row := range opTable {
		if seen[row.Name] || row.Doc == "" {
			t.Errorf("row %d (%s): duplicate name or no doc", i, row.Name)
		}
		seen[row.Name] = true
		if int(OpCaches[i]) != row.Cache || OpFlags[i] != row.Flags || OpKinds[i] != [3]Kind{row.A, row.B, row.C} {
			t.Errorf("%s: generated arrays differ", row.Name)
		}
		jumps := row.C == Jump || row.B == Jump32
		if row.Flags&(Branch|Back) != 0 && !jumps && row.Flags&Term == 0 {
			t.Errorf("%s: branches without a jump operand", row.Name)
		}
	}
}

func sample() *Code {
	big1, _ := new(big.Int).SetString("-123456789012345678901234567890", 10)
	inner := &Code{
		Name: "f", Qualname: "f", Filename: "x.py", Flags: FlagOptimized | FlagNewLocals, ArgCount: 2, NRegs: 3, FirstLine: 1,
		LocalsPlus: []Local{{"a", LocalVar | ArgVar}, {"b", LocalVar | ArgVar}},
		Ins:        []Ins{{OpADD, 2 * RegScale, 0, RegScale}, {Op: OpRET, A: 2 * RegScale}, {}},
	}
	var lb LineBuilder
	lb.Add(1, Pos{1, 1, 4, 9})
	lb.Add(1, Pos{300, 301, 200, 1})
	inner.Lines = lb.Bytes()
	return &Code{
		Name: "<module>", Qualname: "<module>", Filename: "x.py", NRegs: 1, FirstLine: 1,
		Ins: []Ins{{Op: OpLOADK}, {Op: OpRET}, {}},
		Consts: []any{
			nil, true, false, int64(-5), big1, 1.5, complex(1, -2), "s\xed\xa0\x80", Bytes("\x00\xff"), Ellipsis{},
			Tuple{int64(1), "s\xed\xa0\x80", Tuple{}}, FrozenSet{int64(1)}, Slice{nil, int64(2), nil}, inner,
		},
		Names: []string{"x"},
		Exc:   []ExcEntry{{0, 1, 1, 0}},
	}
}

func TestMarshalRoundTrip(t *testing.T) {
	c := sample()
	data := Marshal(c)
	got, err := Unmarshal(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, c) {
		t.Errorf("round trip differs:\n%#v\n%#v", got, c)
	}
	if !bytes.Equal(Marshal(got), data) {
		t.Error("second encoding differs")
	}
	for i := range data {
		bad := append([]byte(nil), data...)
		bad[i] ^= 1
		if _, err := Unmarshal(bad); err == nil {
			t.Fatalf("change of byte %d not noticed", i)
		}
	}
	for i := range data[:len(data)-1] {
		if i >= marshalHeader {
			if _, err := decodeBody(data[marshalHeader:i]); err == nil {
				t.Fatalf("body cut at %d accepted", i)
			}
		}
	}
}

func TestPositions(t *testing.T) {
	var lb LineBuilder
	in := []Pos{{1, 1, 0, 5}, {1, 1, 0, 5}, NoPos, {7, 9, 4, 2}, {7, 7, -1, -1}, {3, 3, 8, 2}}
	for i, p := range in {
		lb.Add(i+1, p)
	}
	c := &Code{Lines: lb.Bytes()}
	word := 0
	for i, p := range in {
		for range i + 1 {
			l, el, col, ec := c.Position(word)
			if got := (Pos{int32(l), int32(el), int32(col), int32(ec)}); got != p {
				t.Errorf("word %d: %v, want %v", word, got, p)
			}
			word++
		}
	}
	if l, _, _, _ := c.Position(word); l != -1 {
		t.Errorf("past the end: %d", l)
	}
}

func TestVerify(t *testing.T) {
	base := func(ins ...Ins) *Code {
		return &Code{NRegs: 4, Consts: []any{nil}, Names: []string{"x"}, Ins: append(ins, Ins{})}
	}
	r := func(n int) uint16 { return uint16(n * RegScale) }
	for _, tc := range []struct {
		want string
		c    *Code
	}{
		{"", base(Ins{Op: OpLOADI, A: r(1)}, Ins{Op: OpRET, A: r(1)})},
		{"before it is written", base(Ins{Op: OpRET, A: r(1)})},
		{"before it is written", base(Ins{Op: OpLOADI, A: r(0)}, Ins{Op: OpLOADI, A: r(1)}, Ins{Op: OpCALL, A: r(0)}, Ins{Op: OpRET, A: r(1)})},
		{"outside the window", base(Ins{Op: OpLOADI, A: r(4)}, Ins{Op: OpRETNONE})},
		{"not scaled", base(Ins{Op: OpLOADI, A: 3}, Ins{Op: OpRETNONE})},
		{"bad opcode", base(Ins{Op: NumOps}, Ins{Op: OpRETNONE})},
		{"falls off", base(Ins{Op: OpLOADI})},
		{"constant 1 out of range", base(Ins{Op: OpLOADK, B: 1}, Ins{Op: OpRETNONE})},
		{"name 9 out of range", base(Ins{Op: OpLOADG, C: 9}, Ins{}, Ins{}, Ins{Op: OpRETNONE})},
		{"cut off", base(Ins{Op: OpLOADG})},
		{"not an instruction", base(Ins{Op: OpJMP, C: 2}, Ins{Op: OpLOADG}, Ins{}, Ins{}, Ins{Op: OpRETNONE})},
		{"jumps backward", base(Ins{Op: OpLOADI}, Ins{Op: OpJF, C: 0xFFFE}, Ins{Op: OpRETNONE})},
	} {
		err := Verify(tc.c)
		if tc.want == "" && err != nil || tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)) {
			t.Errorf("want %q, got %v", tc.want, err)
		}
	}
	for _, k := range sample().Consts {
		if c, ok := k.(*Code); ok {
			if err := Verify(c); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestDis(t *testing.T) {
	var b strings.Builder
	Dis(&b, sample())
	for _, want := range []string{"ADD         t0, a, b", "RET         t0", "exc 0..1 -> 1"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

func FuzzUnmarshal(f *testing.F) {
	f.Add(Marshal(sample())[marshalHeader:])
	f.Fuzz(func(t *testing.T, body []byte) {
		c, err := decodeBody(body)
		if err != nil {
			return
		}
		if Verify(c) == nil {
			Dis(new(strings.Builder), c)
		}
	})
}
