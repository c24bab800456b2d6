package expr

import (
	"strings"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// strings parses adjacent string literals and concatenates them (section
// 2.4.2).
func (p *Parser) strings() ast.Expr {
	t := p.Cur()
	if t.Type == token.String {
		switch p.Toks[p.I+1].Type {
		case token.String, token.FStart, token.TStart:
		default:
			p.I++
			value, kind := p.stringValue(t)
			return &ast.Constant{Pos: p.Since(t), Value: value, Kind: kind}
		}
	}
	return p.concatenation(t)
}

// pieces collects the values of an f- or t-string; constants that meet are
// joined.
type pieces struct {
	list []ast.Expr
	text []string      // the strings of the constant at the end, if open
	last *ast.Constant // that constant; it is the last of list
}

func (ps *pieces) constant(pos ast.Pos, text, kind string) {
	if ps.last == nil {
		ps.last = &ast.Constant{Pos: pos, Kind: kind}
		ps.list = append(ps.list, ps.last)
	}
	ps.text = append(ps.text, text)
	ps.last.EndLine, ps.last.EndCol = pos.EndLine, pos.EndCol
}

// closeText finishes the constant at the end, and drops it if it is empty.
func (ps *pieces) closeText() {
	if ps.last == nil {
		return
	}
	text := strings.Join(ps.text, "")
	if text == "" {
		ps.list = ps.list[:len(ps.list)-1]
	} else {
		ps.last.Value = text
	}
	ps.last, ps.text = nil, ps.text[:0]
}

func (ps *pieces) value(e ast.Expr) {
	ps.closeText()
	ps.list = append(ps.list, e)
}

func (p *Parser) concatenation(start *token.Token) ast.Expr {
	var ps pieces
	var bytes strings.Builder
	seen := [...]int{0, 0, 0, 0} // str, bytes, f-strings, t-strings
	for {
		t := p.Cur()
		switch t.Type {
		case token.String:
			p.I++
			value, kind := p.stringValue(t)
			if b, ok := value.(ast.Bytes); ok {
				seen[1]++
				bytes.WriteString(string(b))
			} else {
				seen[0]++
				ps.constant(p.Since(t), value.(string), kind)
			}
			continue
		case token.FStart:
			seen[2]++
			p.fstring(&ps)
			continue
		case token.TStart:
			seen[3]++
			p.fstring(&ps)
			continue
		}
		break
	}
	pos := p.Since(start)
	switch {
	case seen[3] > 0 && seen[0]+seen[1]+seen[2] > 0:
		p.Fail(pos, "cannot mix t-string literals with string or bytes literals")
	case seen[1] > 0 && seen[0]+seen[2] > 0:
		p.mixedBytes()
	case seen[1] > 0:
		return &ast.Constant{Pos: pos, Value: ast.Bytes(bytes.String())}
	case seen[2]+seen[3] == 0:
		return &ast.Constant{Pos: pos, Value: strings.Join(ps.text, ""), Kind: ps.last.Kind}
	}
	ps.closeText()
	if seen[3] > 0 {
		return &ast.TemplateStr{Pos: pos, Values: ps.list}
	}
	return &ast.JoinedStr{Pos: pos, Values: ps.list}
}

// mixedBytes fails at the token behind the strings, as CPython does.
func (p *Parser) mixedBytes() {
	p.FailTok(p.Cur(), "cannot mix bytes and nonbytes literals")
}

// stringValue decodes a string token; kind is "u" for that prefix.
func (p *Parser) stringValue(t *token.Token) (value any, kind string) {
	text := t.Value
	raw, isBytes := false, false
	i := 0
	for ; text[i] != '"' && text[i] != '\''; i++ {
		switch text[i] | 0x20 {
		case 'r':
			raw = true
		case 'b':
			isBytes = true
		case 'u':
			if text[i] == 'u' {
				kind = "u"
			}
		}
	}
	quotes := 1
	if len(text)-i >= 6 && text[i+1] == text[i] && text[i+2] == text[i] {
		quotes = 3
	}
	body := text[i+quotes : len(text)-quotes]
	if isBytes && !plainName(body) {
		p.FailTok(t, "bytes can only contain ASCII literal characters")
	}
	if !raw && strings.IndexByte(body, '\\') >= 0 {
		body = p.unescape(t, body, i+quotes, isBytes)
	}
	if isBytes {
		return ast.Bytes(body), ""
	}
	return body, kind
}
