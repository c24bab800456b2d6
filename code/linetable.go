package code

// CPython's form of the position table, for co_linetable. An entry covers up
// to eight code units; a word counts for UnitsPerWord of them.

// UnitsPerWord is the number of CPython's code units that a word stands for.
const UnitsPerWord = 4

// The forms of an entry, bits 3 to 6 of its first byte.
const (
	formOneLine  = 10 // and two more, for the line's distance
	formNoColumn = 13
	formLong     = 14
	formNone     = 15
)

// LineTable returns the position table in CPython's form.
func (c *Code) LineTable() []byte {
	var b []byte
	line := int32(c.FirstLine)
	c.EachPos(func(start, end int, p Pos) bool {
		units := (min(end, c.Len()) - start) * UnitsPerWord
		for units > 0 {
			n := min(units, 8)
			units -= n
			head := func(form int) { b = append(b, byte(0x80|form<<3|(n-1))) }
			switch {
			case p.Line < 0:
				head(formNone)
			case p.Col < 0:
				head(formNoColumn)
				b = appendSigned(b, int(p.Line-line))
				line = p.Line
			default:
				head(formLong)
				b = appendSigned(b, int(p.Line-line))
				b = appendNumber(b, uint(p.EndLine-p.Line))
				b = appendNumber(b, uint(p.Col+1))
				b = appendNumber(b, uint(p.EndCol+1))
				line = p.Line
			}
		}
		return true
	})
	return b
}

func appendNumber(b []byte, n uint) []byte {
	for n >= 64 {
		b = append(b, byte(0x40|n&0x3f))
		n >>= 6
	}
	return append(b, byte(n))
}

func appendSigned(b []byte, n int) []byte {
	if n < 0 {
		return appendNumber(b, uint(-n)<<1|1)
	}
	return appendNumber(b, uint(n)<<1)
}

// SetLineTable takes positions from a table in CPython's form. Words without an
// entry have no position.
func (c *Code) SetLineTable(b []byte) {
	r := tableReader{b}
	units := make([]Pos, 0, c.Len()*UnitsPerWord)
	line := int32(c.FirstLine)
	for len(r.b) > 0 {
		head := r.byte()
		p := NoPos
		switch form := head >> 3 & 15; {
		case form == formNone:
		case form == formNoColumn:
			line += int32(r.signed())
			p.Line, p.EndLine = line, line
		case form == formLong:
			line += int32(r.signed())
			p.Line, p.EndLine = line, line+int32(r.number())
			p.Col, p.EndCol = int32(r.number())-1, int32(r.number())-1
		case form >= formOneLine:
			line += int32(form - formOneLine)
			p = Pos{line, line, int32(r.byte()), int32(r.byte())}
		default:
			second := r.byte()
			col := int32(form)<<3 | int32(second>>4)
			p = Pos{line, line, col, col + int32(second&15)}
		}
		for range int(head&7) + 1 {
			units = append(units, p)
		}
	}
	if len(units) == 0 {
		c.Lines = nil
		return
	}
	var lb LineBuilder
	for i := range c.Len() {
		p := NoPos
		if u := i * UnitsPerWord; u < len(units) {
			p = units[u]
		}
		lb.Add(1, p)
	}
	c.Lines = lb.Bytes()
}

// DropColumns reduces the positions of c, and of the code in its constants, to
// lines. Nobody else uses c yet.
func (c *Code) DropColumns() {
	var lb LineBuilder
	c.EachPos(func(start, end int, p Pos) bool {
		lb.Add(end-start, Pos{p.Line, p.Line, -1, -1})
		return true
	})
	c.Lines = lb.Bytes()
	for _, k := range c.Consts {
		if sub, ok := k.(*Code); ok {
			sub.DropColumns()
		}
	}
}

// tableReader reads a damaged table as if it went on with zeros.
type tableReader struct{ b []byte }

func (r *tableReader) byte() byte {
	if len(r.b) == 0 {
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

func (r *tableReader) number() uint {
	n := uint(0)
	for shift := 0; ; shift += 6 {
		c := r.byte()
		n |= uint(c&0x3f) << shift
		if c&0x40 == 0 || shift > 36 {
			return n
		}
	}
}

func (r *tableReader) signed() int {
	n := r.number()
	if n&1 != 0 {
		return -int(n >> 1)
	}
	return int(n >> 1)
}
