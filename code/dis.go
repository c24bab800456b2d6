package code

import (
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"
)

// Dis writes a readable listing of c and of the code objects in its constants.
func Dis(w io.Writer, c *Code) {
	fmt.Fprintf(w, "%s: args=%d regs=%d", c.Qualname, c.NArgs(), c.NRegs)
	if len(c.LocalsPlus) > 0 {
		fmt.Fprintf(w, " locals=")
		for i, l := range c.LocalsPlus {
			if i > 0 {
				fmt.Fprint(w, ",")
			}
			fmt.Fprint(w, l.Name)
			switch {
			case l.Kind&FreeVar != 0:
				fmt.Fprint(w, "(free)")
			case l.Kind&CellVar != 0:
				fmt.Fprint(w, "(cell)")
			}
		}
	}
	fmt.Fprintln(w)
	targets := map[int]bool{}
	for i := 0; i < c.Len(); {
		_, n := c.At(i)
		if t, ok := c.JumpTarget(i); ok {
			targets[t] = true
		}
		i += n
	}
	for _, e := range c.Exc {
		targets[int(e.Target)] = true
	}
	line := -1
	wideB, wideC := 0, 0
	for i := 0; i < c.Len(); {
		in, n := c.At(i)
		l, _, _, _ := c.Position(i)
		lt := ""
		if l != line && l >= 0 {
			line, lt = l, strconv.Itoa(l)
		}
		mark := "  "
		if targets[i] {
			mark = ">>"
		}
		fmt.Fprintf(w, "%5s %s %4d  %s\n", lt, mark, i, c.format(i, in, wideB, wideC))
		wideB, wideC = 0, 0
		if in.Op == OpWIDE {
			wideB, wideC = int(in.B), int(in.C)
		}
		i += n
	}
	for _, e := range c.Exc {
		fmt.Fprintf(w, "  exc %d..%d -> %d %s\n", e.Start, e.End, e.Target, c.regName(int(e.Reg)))
	}
	for _, k := range c.Consts {
		if sub, ok := k.(*Code); ok {
			fmt.Fprintln(w)
			Dis(w, sub)
		}
	}
}

func (c *Code) regName(r int) string {
	if r < len(c.LocalsPlus) {
		l := c.LocalsPlus[r]
		if l.Kind&Hidden != 0 {
			return fmt.Sprintf("%s'%d", l.Name, r)
		}
		return l.Name
	}
	return "t" + strconv.Itoa(r-len(c.LocalsPlus))
}

// Operand is an operand of an instruction as a reader sees it.
type Operand struct {
	Kind  Kind
	Value int // register, index, number, or the target word of a jump
	Text  string
}

// Operands lists the operands of the instruction at word i; wideB and wideC
// are those of a WIDE prefix.
func (c *Code) Operands(i, wideB, wideC int) []Operand {
	in, _ := c.At(i)
	if !in.Op.IsValid() {
		return nil
	}
	var out []Operand
	wide := [3]int{0, wideB << 16, wideC << 16}
	for k, v := range [3]uint16{in.A, in.B, in.C} {
		o := Operand{Kind: OpKinds[in.Op][k], Value: int(v) + wide[k]}
		switch o.Kind {
		case None:
			continue
		case Reg, RegOut, RegInOut, RegBase, RegBaseOut, RegBaseIO:
			o.Value = int(v) / RegScale
			o.Text = c.regName(o.Value)
		case Imm:
			o.Value = int(int16(v))
			o.Text = "#" + strconv.Itoa(o.Value)
		case Count:
			o.Text = strconv.Itoa(o.Value)
		case Const:
			o.Text = c.constText(o.Value)
		case Const32:
			o.Value = int(Imm32(in.B, in.C))
			o.Text = c.constText(o.Value)
			return append(out, o)
		case Name:
			o.Text = "'?'"
			if o.Value < len(c.Names) {
				o.Text = "'" + c.Names[o.Value] + "'"
			}
		case Jump, Jump32:
			o.Value, _ = c.JumpTarget(i)
			o.Text = "-> " + strconv.Itoa(o.Value)
			return append(out, o)
		case Raw:
			o.Value = int(v)
			o.Text = strconv.Itoa(o.Value)
		}
		out = append(out, o)
	}
	return out
}

func (c *Code) format(i int, in Ins, wideB, wideC int) string {
	if !in.Op.IsValid() {
		return fmt.Sprintf("?%d", in.Op)
	}
	var args []string
	for _, o := range c.Operands(i, wideB, wideC) {
		args = append(args, o.Text)
	}
	return strings.TrimRight(fmt.Sprintf("%-11s %s", in.Op, strings.Join(args, ", ")), " ")
}

func (c *Code) constText(i int) string {
	if i >= len(c.Consts) {
		return "const?" + strconv.Itoa(i)
	}
	return ConstText(c.Consts[i])
}

// ConstText shows a constant, close to Python's repr.
func ConstText(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case int64:
		return strconv.FormatInt(v, 10)
	case *big.Int:
		return v.String()
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case complex128:
		return fmt.Sprint(v)
	case string:
		return strconv.Quote(v)
	case Bytes:
		return "b" + strconv.Quote(string(v))
	case Ellipsis:
		return "..."
	case Tuple:
		return listText("(", v, ")")
	case FrozenSet:
		return listText("frozenset{", v, "}")
	case Slice:
		return listText("slice(", v[:], ")")
	case *Code:
		return "<code " + v.Qualname + ">"
	}
	return fmt.Sprintf("<%T>", v)
}

func listText(open string, items []any, end string) string {
	parts := make([]string, len(items))
	for i, e := range items {
		parts[i] = ConstText(e)
	}
	return open + strings.Join(parts, ", ") + end
}
