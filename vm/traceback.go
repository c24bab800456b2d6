package vm

// Printing exceptions as CPython 3.14 does: source lines, caret anchors,
// causes and contexts, groups, notes, repeated frames folded (library
// reference, "traceback").

import (
	"fmt"
	"os"
	"strings"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/parser"
)

// AddSource keeps the text of a file name that is not on disk ("<string>",
// "<frozen x>") for tracebacks.
func (rt *Runtime) AddSource(filename, src string) {
	if rt.sources == nil {
		rt.sources = map[string][]string{}
	}
	rt.sources[filename] = strings.Split(src, "\n")
}

// SourceLines returns the lines of filename without newlines, or nil.
func (rt *Runtime) SourceLines(filename string) []string {
	if l, ok := rt.sources[filename]; ok {
		return l
	}
	if strings.HasPrefix(filename, "<") {
		return nil
	}
	b, err := os.ReadFile(filename)
	if err != nil {
		return nil
	}
	lines := strings.Split(parser.Text(b), "\n")
	if rt.sources == nil {
		rt.sources = map[string][]string{}
	}
	rt.sources[filename] = lines
	return lines
}

// entry is one frame of a printed traceback.
type entry struct {
	file, fn      string
	line, endLine int
	col, endCol   int // byte offsets, -1 unknown
}

func entriesOf(tb *object.Traceback) []entry {
	var out []entry
	for ; tb != nil; tb = tb.Next {
		fo := object.As[FrameObject](tb.Frame)
		c := fo.Code()
		l, el, col, ecol := c.Position(tb.Word)
		if tb.Lineno > 0 {
			l, el, col, ecol = tb.Lineno, tb.Lineno, -1, -1
		}
		out = append(out, entry{c.Filename, c.Name, l, el, col, ecol})
	}
	return out
}

// printer formats one exception tree.
type printer struct {
	rt   *Runtime
	t    *object.Thread
	seen map[*object.Exception]bool
	b    strings.Builder
	pre  string // indentation and margin of groups
	need bool
	cut  bool // the group just printed was too deep
	// limit is the number of frames shown of a traceback, -1 for all.
	limit int
	// plain leaves out the marks below source lines, and all lines but the first.
	plain bool
}

// FormatException returns the text CPython prints for an uncaught exception,
// without colours.
func (rt *Runtime) FormatException(t *object.Thread, e *object.Exception) string {
	p := rt.printer(t)
	p.exception(e, 0)
	return p.b.String()
}

// FormatUnraisable implements object.Runtime.
func (rt *Runtime) FormatUnraisable(t *object.Thread, e *object.Exception) string {
	p := rt.printer(t)
	p.plain = true
	p.single(e, 0)
	return p.b.String()
}

func (rt *Runtime) printer(t *object.Thread) *printer {
	p := &printer{rt: rt, t: t, seen: map[*object.Exception]bool{}, limit: -1}
	if v, ok := t.Interp.Sys.D.GetGo(t, "tracebacklimit"); ok {
		if n, ok := object.AsInt64(v); ok {
			p.limit = int(max(n, 0))
		} else if !v.IsNone() {
			p.plain = true // as CPython, which is at a loss then
		}
	}
	return p
}

func (p *printer) emit(s string) {
	for _, line := range strings.SplitAfter(s, "\n") {
		if line != "" {
			p.b.WriteString(p.pre + line)
		}
	}
}

const (
	causeText   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextText = "\nDuring handling of the above exception, another exception occurred:\n\n"
)

// chain returns e's cause or context to print first, with the text between.
func (p *printer) chain(e *object.Exception) (*object.Exception, string) {
	if e.Cause.O != nil && !e.Cause.IsNone() {
		if c := object.As[object.Exception](e.Cause); !p.seen[c] {
			return c, causeText
		}
		return nil, ""
	}
	if e.Context != nil && !e.Suppress && !p.seen[e.Context] {
		return e.Context, contextText
	}
	return nil, ""
}

func (p *printer) exception(e *object.Exception, depth int) {
	type link struct {
		e    *object.Exception
		text string
	}
	var links []link
	text := ""
	for x := e; x != nil; {
		p.seen[x] = true
		links = append(links, link{x, text})
		x, text = p.chain(x)
	}
	for i := len(links) - 1; i >= 0; i-- {
		p.single(links[i].e, depth)
		if links[i].text != "" {
			p.emit(links[i].text)
		}
	}
}

const (
	maxGroupWidth = 15
	maxGroupDepth = 10
)

func (p *printer) single(e *object.Exception, depth int) {
	group := object.IsGroup(object.Wrap(e))
	if group && depth >= maxGroupDepth {
		p.emit(fmt.Sprintf("... (max_group_depth is %d)\n", maxGroupDepth))
		p.cut = true
		return
	}
	if group && depth == 0 {
		save := p.pre
		p.pre += "  "
		defer func() { p.pre = save }()
	}
	if e.TB != nil && p.limit != 0 {
		head := "Traceback (most recent call last):\n"
		if group {
			if depth == 0 {
				p.b.WriteString(strings.TrimSuffix(p.pre, "  ") + "  + Exception Group " + head)
			} else {
				p.emit("Exception Group " + head)
			}
			if depth == 0 {
				p.pre += "| "
			}
		} else {
			p.emit(head)
		}
		p.stack(entriesOf(e.TB))
	} else if group && depth == 0 {
		p.pre += "| "
	}
	p.emit(p.onlyText(e))
	if group {
		p.groupItems(e, depth)
	}
}

func (p *printer) groupItems(e *object.Exception, depth int) {
	items := object.GroupItems(object.Wrap(e))
	base := strings.TrimSuffix(p.pre, "| ")
	n := len(items)
	shown := min(n, maxGroupWidth)
	save, need := p.pre, false
	for i := 0; i < shown; i++ {
		last := i == n-1
		if i == 0 {
			p.b.WriteString(base + "+-+---------------- 1 ----------------\n")
		} else {
			p.b.WriteString(fmt.Sprintf("%s  +---------------- %d ----------------\n", base, i+1))
		}
		p.pre = base + "  | "
		x := object.As[object.Exception](items[i])
		inner := object.IsGroup(items[i])
		p.exception(x, depth+1)
		need = last && !(inner && !p.need)
		if inner && last {
			need, p.cut = p.cut, false
		}
		p.pre = save
	}
	if n > shown {
		p.b.WriteString(base + "  +---------------- ... ----------------\n")
		p.b.WriteString(fmt.Sprintf("%s  | and %d more exception", base, n-shown))
		if n-shown > 1 {
			p.b.WriteString("s")
		}
		p.b.WriteString("\n")
		need = true
	}
	if need {
		p.b.WriteString(base + "  +------------------------------------\n")
	}
	p.need = need
}

// onlyText is the last lines of an exception: its type, message and notes.
func (p *printer) onlyText(e *object.Exception) string {
	var b strings.Builder
	tp := e.Type
	name := tp.Qualname
	if tp.IsHeap() {
		if m, ok := tp.Dict().GetStr(object.StaticName("__module__")); ok {
			if s, ok := object.AsStr(m); ok && s.String() != "__main__" && s.String() != "builtins" {
				name = s.String() + "." + name
			}
		}
	} else if tp.Module != "builtins" && tp.Module != "__main__" {
		name = tp.Module + "." + name
	}
	if tp.IsSubtype(&object.SyntaxErrorType) {
		b.WriteString(p.syntaxError(e, name))
	} else {
		msg, err := object.ToStr(p.t, object.Wrap(e))
		if err != nil {
			msg = "<exception str() failed>"
		}
		if msg == "" {
			b.WriteString(name + "\n")
		} else {
			if s := p.suggestion(e); s != "" {
				msg += s
			}
			b.WriteString(name + ": " + msg + "\n")
		}
	}
	b.WriteString(p.notes(e))
	return b.String()
}

func (p *printer) notes(e *object.Exception) string {
	n, err := object.GetAttrOpt(p.t, object.Wrap(e), object.StaticName("__notes__"))
	if err != nil || n.O == nil || n.IsNone() {
		return ""
	}
	items, err := object.Items(p.t, n)
	if err != nil || n.O.Type.Solid == &object.StrType {
		return typeRepr(p.t, n) + "\n"
	}
	var b strings.Builder
	for _, x := range items {
		s, err := object.ToStr(p.t, x)
		if err != nil {
			s = "<note str() failed>"
		}
		b.WriteString(s + "\n")
	}
	return b.String()
}

func (p *printer) syntaxError(e *object.Exception, name string) string {
	var b strings.Builder
	file, line := e.Field("filename"), e.Field("lineno")
	fs, okf := object.AsStr(orMissing(file))
	ln, okl := int64(0), false
	if line.O != nil {
		ln, okl = object.AsInt64(line)
	}
	if okl {
		f := "<string>"
		if okf {
			f = fs.String()
		}
		fmt.Fprintf(&b, "  File \"%s\", line %d\n", f, ln)
		if ts, ok := object.AsStr(orMissing(e.Field("text"))); ok {
			b.WriteString(caretLine(e, ts.String(), ln))
		}
	}
	msg := "<no detail available>"
	if m := e.Field("msg"); m.O != nil && !m.IsNone() {
		if s, err := object.ToStr(p.t, m); err == nil {
			msg = s
		}
	}
	where := ""
	if okf && !okl {
		where = " (" + fs.String() + ")"
	}
	b.WriteString(name + ": " + msg + where + "\n")
	return b.String()
}

func orMissing(v object.Value) object.Value {
	if v.O == nil {
		return object.None
	}
	return v
}

// caretLine prints the source line of a SyntaxError and its carets.
func caretLine(e *object.Exception, text string, ln int64) string {
	rtext := strings.TrimRight(text, "\n")
	ltext := strings.TrimLeft(rtext, " \n\f")
	out := "    " + ltext + "\n"
	off, ok := object.AsInt64(orMissing(e.Field("offset")))
	if !ok {
		return out
	}
	spaces := int64(len([]rune(rtext)) - len([]rune(ltext)))
	end := off
	if eo, ok := object.AsInt64(orMissing(e.Field("end_offset"))); ok && eo != 0 {
		end = eo
	}
	if el, ok := object.AsInt64(orMissing(e.Field("end_lineno"))); !ok || el != ln {
		end = int64(len([]rune(rtext))) + 1
	}
	if text != "" && off > int64(len([]rune(text))) {
		off = int64(len([]rune(rtext))) + 1
		end = max(end, off+1)
	}
	if off >= end || end < 0 {
		end = off + 1
	}
	col, endCol := off-1-spaces, end-1-spaces
	if col < 0 {
		return out
	}
	var pad strings.Builder
	for _, c := range []rune(ltext)[:min(int(col), len([]rune(ltext)))] {
		if c == '\t' || c == '\f' {
			pad.WriteRune(c)
		} else {
			pad.WriteByte(' ')
		}
	}
	return out + "    " + pad.String() + strings.Repeat("^", int(endCol-col)) + "\n"
}

const recursiveCutoff = 3

// stack prints frames, folding runs of the same line.
func (p *printer) stack(list []entry) {
	count := 0
	if p.limit >= 0 && len(list) > p.limit {
		list = list[len(list)-p.limit:]
	}
	for i, en := range list {
		if i > 0 && same(list[i-1], en) {
			count++
		} else {
			p.fold(count)
			count = 1
		}
		if count > recursiveCutoff {
			continue
		}
		if p.plain {
			en.endLine, en.col = en.line, -1
		}
		p.emit(p.rt.frameText(en))
	}
	p.fold(count)
}

func (p *printer) fold(count int) {
	if count <= recursiveCutoff {
		return
	}
	n := count - recursiveCutoff
	s := "s"
	if n == 1 {
		s = ""
	}
	p.emit(fmt.Sprintf("  [Previous line repeated %d more time%s]\n", n, s))
}

func same(a, b entry) bool { return a.file == b.file && a.line == b.line && a.fn == b.fn }

// frameText formats one frame with its source.
func (rt *Runtime) frameText(e entry) string {
	head := fmt.Sprintf("  File \"%s\", line %d, in %s\n", e.file, e.line, e.fn)
	lines := rt.SourceLines(e.file)
	if e.line < 1 || e.line > len(lines) {
		return head
	}
	end := min(max(e.endLine, e.line), len(lines))
	orig := lines[e.line-1 : end]
	if strings.TrimSpace(strings.Join(orig, "")) == "" {
		return head
	}
	if e.col < 0 || e.endCol < 0 || e.endLine > len(lines) {
		return head + "    " + strings.TrimSpace(orig[0]) + "\n"
	}
	return head + anchored(orig, e.col, e.endCol)
}

// dedent removes the common leading blanks of lines.
func dedent(lines []string) []string {
	margin, set := "", false
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		ind := l[:len(l)-len(strings.TrimLeft(l, " \t"))]
		if !set {
			margin, set = ind, true
			continue
		}
		for !strings.HasPrefix(ind, margin) {
			margin = margin[:len(margin)-1]
		}
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		if strings.TrimSpace(l) == "" {
			out[i] = ""
		} else {
			out[i] = strings.TrimRight(l[len(margin):], " \t\f\r")
		}
	}
	return out
}

// MarkSource implements object.Runtime.
func (rt *Runtime) MarkSource(lines []string, col, endCol int) string {
	return anchored(lines, col, endCol)
}

// anchored prints the lines of an instruction with carets below. col and
// endCol are byte offsets in the first and last line.
func anchored(orig []string, col, endCol int) string {
	all := dedent(orig)
	cut := len(orig[0]) - len(strings.TrimLeft(orig[0], " \t")) - (len(all[0]) - len(strings.TrimLeft(all[0], " \t")))
	first, last := []rune(all[0]), []rune(all[len(all)-1])
	start := min(len([]rune(orig[0][:min(col, len(orig[0]))]))-cut, len(first))
	end := min(len([]rune(orig[len(orig)-1][:min(endCol, len(orig[len(orig)-1]))]))-cut, len(last))
	start, end = max(start, 0), max(end, 0)
	a := findAnchors(segment(all, start, end))
	show := showCarets(all, start, end, a != nil)
	w := caretWriter{all: all, start: start, end: end, a: a, show: show}
	return w.text()
}

// segment is the text of the instruction.
func segment(all []string, start, end int) string {
	if len(all) == 1 {
		r := []rune(all[0])
		if start > end {
			return ""
		}
		return string(r[start:end])
	}
	s := string([]rune(all[0])[start:])
	for _, l := range all[1 : len(all)-1] {
		s += "\n" + l
	}
	return s + "\n" + string([]rune(all[len(all)-1])[:end])
}

// anchors say which part of a range is the operator, subscript or call.
type anchors struct {
	leftLine, leftCol   int
	rightLine, rightCol int
}

// findAnchors parses the instruction's text as an expression.
func findAnchors(seg string) *anchors {
	mod, err := parser.Parse([]byte("(\n"+seg+"\n)"), parser.Options{Mode: parser.Exec, Text: true})
	if err != nil {
		return nil
	}
	m, ok := mod.(*ast.Module)
	if !ok || len(m.Body) != 1 {
		return nil
	}
	st, ok := m.Body[0].(*ast.ExprStmt)
	if !ok {
		return nil
	}
	lines := strings.Split(seg, "\n")
	switch x := st.Value.(type) {
	case *ast.BinOp:
		return binaryAnchor(lines, x)
	case *ast.Subscript:
		p := x.Value.Position()
		l, c := int(p.EndLine)-2, int(p.EndCol)
		l, c = nextChar(lines, l, c)
		for c < len(lines[l]) && lines[l][c] != '[' || c >= len(lines[l]) {
			l, c = nextNonSpace(lines, l, c+1)
			if l >= len(lines) {
				return nil
			}
		}
		e := x.Position()
		return charAnchors(lines, l, c, int(e.EndLine)-2, int(e.EndCol))
	case *ast.Call:
		p := x.Func.Position()
		l, c := int(p.EndLine)-2, int(p.EndCol)
		for l < len(lines) && (c >= len(lines[l]) || lines[l][c] != '(') {
			l, c = nextNonSpace(lines, l, c+1)
		}
		if l >= len(lines) {
			return nil
		}
		e := x.Position()
		return charAnchors(lines, l, c, int(e.EndLine)-2, int(e.EndCol))
	}
	return nil
}

func charAnchors(lines []string, l1, c1, l2, c2 int) *anchors {
	return &anchors{l1, len([]rune(lines[l1][:min(c1, len(lines[l1]))])), l2, len([]rune(lines[l2][:min(c2, len(lines[l2]))]))}
}

func nextChar(lines []string, l, c int) (int, int) {
	for l < len(lines)-1 && c >= len(lines[l]) {
		l, c = l+1, 0
	}
	return l, c
}

func nextNonSpace(lines []string, l, c int) (int, int) {
	for l < len(lines) {
		if c >= len(lines[l]) || lines[l][c] == '#' || lines[l][c] == '\\' {
			l, c = l+1, 0
			continue
		}
		if lines[l][c] == ' ' || lines[l][c] == '\t' {
			c++
			continue
		}
		return l, c
	}
	return l, c
}

// binaryAnchor finds the operator between the operands.
func binaryAnchor(lines []string, x *ast.BinOp) *anchors {
	p, q := x.Left.Position(), x.Right.Position()
	l, c := int(p.EndLine)-2, int(p.EndCol)
	l, c = nextChar(lines, l, c)
	for l < len(lines) {
		if c >= len(lines[l]) || lines[l][c] == '#' {
			l, c = l+1, 0
			continue
		}
		if ch := lines[l][c]; ch == ' ' || ch == '\t' || ch == ')' || ch == '\\' {
			c++
			continue
		}
		break
	}
	if l >= len(lines) {
		return nil
	}
	r := c + 1
	if r < len(lines[l]) && (l < int(q.Line)-2 || r < int(q.Col)) {
		if ch := lines[l][r]; ch != ' ' && ch != '\t' && ch != '#' && ch != '\\' && ch != '(' {
			r++
		}
	}
	return charAnchors(lines, l, c, l, r)
}

// showCarets decides whether carets tell the reader anything.
func showCarets(all []string, start, end int, anchored bool) bool {
	if mod, err := parser.Parse([]byte(strings.Join(all, "\n")), parser.Options{Mode: parser.Exec, Text: true}); err == nil {
		m, ok := mod.(*ast.Module)
		if !ok || len(m.Body) == 0 {
			return false
		}
		var call ast.Expr
		switch s := m.Body[0].(type) {
		case *ast.Return:
			if c, ok := s.Value.(*ast.Call); ok {
				if _, ok := c.Func.(*ast.Name); ok {
					call = c
				}
			}
		case *ast.Assign:
			if c, ok := s.Value.(*ast.Call); ok {
				call = c
			}
		}
		if call != nil {
			p := call.Position()
			if p.Line == 1 && int(p.EndLine) == len(all) && int(p.Col) == start && int(p.EndCol) == end {
				return false
			}
		}
	}
	if anchored {
		return true
	}
	return strings.TrimLeft(string([]rune(all[0])[:start]), " \t") != "" || strings.TrimRight(string([]rune(all[len(all)-1])[end:]), " \t") != ""
}

// caretWriter prints the significant lines of an instruction.
type caretWriter struct {
	all        []string
	start, end int
	a          *anchors
	show       bool
	out        []string
}

func (w *caretWriter) text() string {
	n := len(w.all)
	sig := map[int]bool{0: true, n - 1: true}
	if w.a != nil {
		if w.a.leftLine == 0 {
			w.a.leftCol += w.start
		}
		if w.a.rightLine == 0 {
			w.a.rightCol += w.start
		}
		for d := -1; d <= 1; d++ {
			sig[w.a.leftLine+d], sig[w.a.rightLine+d] = true, true
		}
	}
	prev := -1
	for i := 0; i < n; i++ {
		if !sig[i] {
			continue
		}
		if prev >= 0 {
			switch gap := i - prev; {
			case gap == 2:
				w.line(i - 1)
			case gap > 2:
				w.out = append(w.out, fmt.Sprintf("...<%d lines>...", gap-1))
			}
		}
		w.line(i)
		prev = i
	}
	var b strings.Builder
	for _, l := range dedentKeep(w.out) {
		b.WriteString("    " + l + "\n")
	}
	return b.String()
}

// dedentKeep removes common indentation but keeps trailing blanks of carets.
func dedentKeep(lines []string) []string {
	d := dedent(lines)
	return d
}

func (w *caretWriter) line(i int) {
	w.out = append(w.out, w.all[i])
	if !w.show {
		return
	}
	r := []rune(w.all[i])
	indent := len(r) - len([]rune(strings.TrimLeft(w.all[i], " \t")))
	n := displayWidth(r)
	if i == len(w.all)-1 {
		n = displayWidth(r[:min(w.end, len(r))])
	}
	start := displayWidth([]rune(w.all[0])[:w.start])
	var b strings.Builder
	for c := 0; c < n; c++ {
		switch {
		case c < indent || i == 0 && c < start:
			b.WriteByte(' ')
		case w.a != nil && w.inside(i, c):
			b.WriteByte('^')
		case w.a != nil:
			b.WriteByte('~')
		default:
			b.WriteByte('^')
		}
	}
	w.out = append(w.out, b.String())
}

func (w *caretWriter) inside(l, c int) bool {
	left := displayWidth([]rune(w.all[w.a.leftLine])[:min(w.a.leftCol, len([]rune(w.all[w.a.leftLine])))])
	right := displayWidth([]rune(w.all[w.a.rightLine])[:min(w.a.rightCol, len([]rune(w.all[w.a.rightLine])))])
	return (l > w.a.leftLine || l == w.a.leftLine && c >= left) && (l < w.a.rightLine || l == w.a.rightLine && c < right)
}

func displayWidth(r []rune) int {
	n := 0
	for _, c := range r {
		n += object.RuneWidth(c)
	}
	return n
}

// suggestion is the "Did you mean" tail of name and attribute errors.
func (p *printer) suggestion(e *object.Exception) string { return p.rt.Suggestion(p.t, e) }
