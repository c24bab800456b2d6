package code

// The position table says for every instruction which source range it stands
// for. It is a sequence of entries, each
//
//	uvarint words<<2 | form
//	form 1: svarint line - previous line
//	form 2: svarint line - previous line, uvarint endLine - line,
//	        uvarint col, uvarint endCol (svarint endCol - col on one line)
//
// covering `words` words. Form 0 has no position. Columns are byte offsets.

// Pos is a source range: 1-based lines, 0-based byte columns, -1 when absent.
type Pos struct {
	Line, EndLine, Col, EndCol int32
}

// NoPos is the absent position.
var NoPos = Pos{-1, -1, -1, -1}

// LineBuilder encodes a position table.
type LineBuilder struct {
	buf   []byte
	line  int32
	last  Pos
	words int
}

// Add says that the next words stand for pos.
func (b *LineBuilder) Add(words int, pos Pos) {
	if b.words > 0 && pos == b.last {
		b.words += words
		return
	}
	b.flush()
	b.words, b.last = words, pos
}

func (b *LineBuilder) flush() {
	if b.words == 0 {
		return
	}
	p, n := b.last, uint64(b.words)<<2
	switch {
	case p.Line < 0:
		b.buf = appendUvarint(b.buf, n)
	case p.Col < 0 || p.EndCol < 0 || p.EndLine < p.Line:
		b.buf = appendUvarint(b.buf, n|1)
		b.buf = appendSvarint(b.buf, int64(p.Line-b.line))
		b.line = p.Line
	default:
		b.buf = appendUvarint(b.buf, n|2)
		b.buf = appendSvarint(b.buf, int64(p.Line-b.line))
		b.buf = appendUvarint(b.buf, uint64(p.EndLine-p.Line))
		b.buf = appendUvarint(b.buf, uint64(p.Col))
		if p.EndLine == p.Line {
			b.buf = appendSvarint(b.buf, int64(p.EndCol-p.Col))
		} else {
			b.buf = appendUvarint(b.buf, uint64(p.EndCol))
		}
		b.line = p.Line
	}
	b.words = 0
}

// Bytes returns the table.
func (b *LineBuilder) Bytes() []byte {
	b.flush()
	return b.buf
}

// EachPos calls f for every run of words [start, end) with its position, in
// order, until f returns false.
func (c *Code) EachPos(f func(start, end int, pos Pos) bool) {
	buf, line, at := c.Lines, int32(0), 0
	for len(buf) > 0 {
		var h uint64
		h, buf = uvarint(buf)
		pos := NoPos
		if form := h & 3; form != 0 {
			var d int64
			d, buf = svarint(buf)
			line += int32(d)
			pos.Line, pos.EndLine = line, line
			if form == 2 {
				var el, col, ec uint64
				el, buf = uvarint(buf)
				col, buf = uvarint(buf)
				pos.EndLine = line + int32(el)
				pos.Col = int32(col)
				if el == 0 {
					d, buf = svarint(buf)
					pos.EndCol = pos.Col + int32(d)
				} else {
					ec, buf = uvarint(buf)
					pos.EndCol = int32(ec)
				}
			}
		}
		end := at + int(h>>2)
		if !f(at, end, pos) {
			return
		}
		at = end
	}
}

// Position returns the source range of the instruction at a word; -1 where absent.
func (c *Code) Position(word int) (line, endLine, col, endCol int) {
	p := NoPos
	c.EachPos(func(_, end int, pos Pos) bool {
		if word < end {
			p = pos
			return false
		}
		return true
	})
	return int(p.Line), int(p.EndLine), int(p.Col), int(p.EndCol)
}

func appendUvarint(b []byte, v uint64) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

func appendSvarint(b []byte, v int64) []byte {
	return appendUvarint(b, uint64(v)<<1^uint64(v>>63))
}

// uvarint reads one number; on damaged input it consumes everything.
func uvarint(b []byte) (uint64, []byte) {
	var v uint64
	for i, c := range b {
		if i == 9 && c > 1 || i > 9 {
			break
		}
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			return v, b[i+1:]
		}
	}
	return 0, nil
}

func svarint(b []byte) (int64, []byte) {
	u, b := uvarint(b)
	return int64(u>>1) ^ -int64(u&1), b
}
