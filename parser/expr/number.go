package expr

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// maxIntDigits is the default limit on decimal digits of an int (section 2.6
// and sys.int_info).
const maxIntDigits = 4300

// number reads the value of a numeric literal, which the lexer has checked.
func (p *Parser) number() ast.Expr {
	t := p.Cur()
	p.I++
	return &ast.Constant{Pos: p.Since(t), Value: p.numberValue(t.Value)}
}

func (p *Parser) numberValue(text string) any {
	if len(text) < 18 {
		if n, ok := smallInt(text); ok {
			return n
		}
	}
	text = strings.ReplaceAll(text, "_", "")
	radix := len(text) > 1 && text[0] == '0' && strings.IndexByte("xXoObB", text[1]) >= 0
	if radix || strings.Trim(text, "0123456789") == "" {
		return p.intValue(text, radix)
	}
	if last := text[len(text)-1]; last == 'j' || last == 'J' {
		return complex(0, floatValue(text[:len(text)-1]))
	}
	return floatValue(text)
}

// smallInt reads plain decimal digits.
func smallInt(text string) (n int64, ok bool) {
	for i := 0; i < len(text); i++ {
		d := text[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = n*10 + int64(d)
	}
	return n, true
}

func floatValue(text string) float64 {
	f, _ := strconv.ParseFloat(text, 64) // out of range gives the infinity that Python has
	return f
}

func (p *Parser) intValue(text string, radix bool) any {
	if radix {
		if n, err := strconv.ParseInt(text, 0, 64); err == nil {
			return n
		}
		n, _ := new(big.Int).SetString(text, 0)
		return n
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n
	}
	limit := p.MaxIntDigits
	if limit == 0 {
		limit = maxIntDigits
	}
	if digits := len(text); limit > 0 && digits > limit {
		line, _ := token.Start(p.Prev())
		p.Fail(ast.Pos{Line: line, Col: -1, EndLine: line, EndCol: -1}, fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
			limit, digits))
	}
	n, _ := new(big.Int).SetString(text, 10)
	return n
}
