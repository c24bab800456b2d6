package ast

// Type comments (PEP 484), which PyCF_TYPE_COMMENTS asks for. The parser knows
// no comments: they are found between its tokens and put into the tree
// afterwards.

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	syntax "github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/lexer"
	"github.com/gopy-lang/gopy/parser/token"
)

// typeComment is a type comment; before and after are the tokens around it.
type typeComment struct {
	text          string
	pos           syntax.Pos
	before, after int
}

var typePrefix = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^#[ \t]*type:[ \t]*`) })

// addTypeComments puts the type comments of src into mod. The error is about
// one that stands where none may.
func addTypeComments(mod syntax.Mod, src string) *sourceError {
	if !strings.Contains(src, "type:") {
		return nil
	}
	c := &commenter{mod: mod, src: src}
	if !strings.HasSuffix(src, "\n") {
		c.src += "\n"
	}
	c.scan()
	for i := range c.comments {
		if err := c.attach(&c.comments[i]); err != nil {
			return err
		}
	}
	return nil
}

type commenter struct {
	mod      syntax.Mod
	src      string
	toks     []token.Token
	comments []typeComment
}

// scan lists the tokens, the type comments and the type ignores.
func (c *commenter) scan() {
	lx := lexer.New(c.src, "", 0)
	pos, line := 0, 1
	for {
		t, _ := lx.Next()
		if t.Type == token.Source {
			continue
		}
		for pos < t.Pos.Offset {
			switch c.src[pos] {
			case '\n':
				line++
			case '#':
				end := pos + strings.IndexByte(c.src[pos:], '\n')
				c.comment(pos, end, line)
				pos = end
				continue
			}
			pos++
		}
		c.toks = append(c.toks, t)
		pos += len(t.Value)
		line += strings.Count(t.Value, "\n")
		if t.Type == token.EOF || t.Type == token.Error {
			return
		}
	}
}

func (c *commenter) comment(start, end, line int) {
	text := c.src[start:end]
	prefix := typePrefix().FindString(text)
	if prefix == "" {
		return
	}
	rest := text[len(prefix):]
	if tag, ok := strings.CutPrefix(rest, "ignore"); ok && (tag == "" || tag[0] < 0x80 && !unicode.IsLetter(rune(tag[0])) && !unicode.IsDigit(rune(tag[0]))) {
		if m, ok := c.mod.(*syntax.Module); ok {
			m.TypeIgnores = append(m.TypeIgnores, &syntax.TypeIgnore{Lineno: line, Tag: tag})
		}
		return
	}
	col := int32(start - strings.LastIndexByte(c.src[:start], '\n') - 1)
	p := syntax.Pos{Line: int32(line), Col: col + int32(len(prefix)), EndLine: int32(line), EndCol: col + int32(end-start)}
	c.comments = append(c.comments, typeComment{rest, p, len(c.toks) - 1, len(c.toks)})
}

func (c *commenter) tok(i int) token.Type {
	if i < 0 || i >= len(c.toks) {
		return token.EOF
	}
	return c.toks[i].Type
}

// attach finds the node that a type comment belongs to.
func (c *commenter) attach(t *typeComment) *sourceError {
	if c.tok(t.before) == token.Comma && c.tok(t.before-1) == token.Star {
		return &sourceError{"bare * has associated type comment", t.pos}
	}
	slot := c.assignment(t)
	if slot == nil {
		slot = c.header(t)
	}
	switch {
	case slot == nil:
		return &sourceError{"invalid syntax", t.pos}
	case *slot != "":
		return &sourceError{"Cannot have two type comments on def", t.pos}
	}
	*slot = t.text
	return nil
}

// assignment returns the place for a comment behind an assignment.
func (c *commenter) assignment(t *typeComment) (slot *string) {
	if c.tok(t.after) != token.Newline || t.before < 0 {
		return nil
	}
	line, col := token.End(&c.toks[t.before])
	syntax.Inspect(c.mod, func(n syntax.Node) bool {
		if a, ok := n.(*syntax.Assign); ok && a.EndLine == line && a.EndCol == col {
			slot = &a.TypeComment
		}
		_, isExpr := n.(syntax.Expr)
		return slot == nil && !isExpr
	})
	return slot
}

// header returns the place for a comment within the head of a statement or
// right below that of a function.
func (c *commenter) header(t *typeComment) (slot *string) {
	colon := c.tok(t.before) == token.Colon && c.tok(t.after) == token.Newline
	below := c.tok(t.before) == token.Newline && c.tok(t.before-1) == token.Colon && c.tok(t.after) == token.Indent
	within := func(start *syntax.Pos, body []syntax.Stmt) bool {
		return less(start, &t.pos) && less(&t.pos, body[0].Position())
	}
	function := func(f *syntax.Pos, args *syntax.Arguments, body []syntax.Stmt, s *string) {
		switch {
		case !within(f, body):
		case colon || below:
			slot = s
		case c.tok(t.before) == token.Comma || c.tok(t.after) == token.RPar:
			slot = argument(args, &t.pos)
		}
	}
	syntax.Inspect(c.mod, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FunctionDef:
			function(&n.Pos, n.Args, n.Body, &n.TypeComment)
		case *syntax.AsyncFunctionDef:
			function(&n.Pos, n.Args, n.Body, &n.TypeComment)
		case *syntax.For:
			if colon && within(&n.Pos, n.Body) {
				slot = &n.TypeComment
			}
		case *syntax.AsyncFor:
			if colon && within(&n.Pos, n.Body) {
				slot = &n.TypeComment
			}
		case *syntax.With:
			if colon && within(&n.Pos, n.Body) {
				slot = &n.TypeComment
			}
		case *syntax.AsyncWith:
			if colon && within(&n.Pos, n.Body) {
				slot = &n.TypeComment
			}
		case syntax.Expr:
			return false
		}
		return true
	})
	return slot
}

// argument returns the place of the last argument before pos.
func argument(args *syntax.Arguments, pos *syntax.Pos) (slot *string) {
	var last *syntax.Arg
	see := func(list ...*syntax.Arg) {
		for _, a := range list {
			if a != nil && less(&a.Pos, pos) && (last == nil || less(&last.Pos, &a.Pos)) {
				last = a
			}
		}
	}
	see(args.Posonlyargs...)
	see(args.Args...)
	see(args.Vararg)
	see(args.Kwonlyargs...)
	see(args.Kwarg)
	if last == nil {
		return nil
	}
	return &last.TypeComment
}

func less(a, b *syntax.Pos) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Col < b.Col
}
