package expr

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/token"
)

// The binding powers of the binary operators (section 6.17).
const (
	precOr = iota + 1
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precSum
	precTerm
)

type operator struct {
	prec uint8
	op   ast.Operator
}

// operators is indexed by token type; prec 0 is no binary operator.
var operators = [...]operator{
	token.Or: {prec: precOr}, token.And: {prec: precAnd}, token.Not: {prec: precCompare},
	token.In: {prec: precCompare}, token.Is: {prec: precCompare}, token.Less: {prec: precCompare},
	token.Greater: {prec: precCompare}, token.EqEqual: {prec: precCompare}, token.NotEqual: {prec: precCompare},
	token.LessEqual: {prec: precCompare}, token.GreaterEqual: {prec: precCompare},
	token.Vbar: {precBitOr, ast.BitOr}, token.Circumflex: {precBitXor, ast.BitXor}, token.Amper: {precBitAnd, ast.BitAnd},
	token.LeftShift: {precShift, ast.LShift}, token.RightShift: {precShift, ast.RShift},
	token.Plus: {precSum, ast.Add}, token.Minus: {precSum, ast.Sub},
	token.Star: {precTerm, ast.Mult}, token.Slash: {precTerm, ast.Div}, token.DoubleSlash: {precTerm, ast.FloorDiv},
	token.Percent: {precTerm, ast.ModOp}, token.At: {precTerm, ast.MatMult},
	token.Yield: {},
}

// Expression parses `expression`: a conditional expression or a lambda.
func (p *Parser) Expression() ast.Expr {
	if p.Strict {
		switch p.Tok() {
		case token.Name:
			p.legacyStatement()
		case token.String:
			p.brokenString()
		case token.Pass, token.Break, token.Continue:
			p.StatementInExpression()
		}
	}
	if p.Tok() == token.Lambda {
		return p.lambda()
	}
	start := p.I
	body := p.binary(precOr)
	if p.Tok() != token.If {
		if p.Strict {
			p.invalidExpression(start, body)
		}
		return body
	}
	p.I++
	p.Enter()
	test := p.binary(precOr)
	if !p.Accept(token.Else) {
		if p.Tok() != token.Colon {
			p.missingElse(body, test)
		}
		p.Syntax()
	}
	if p.Strict {
		p.elseStatement()
	}
	orelse := p.Expression()
	p.Exit()
	return &ast.IfExp{Pos: p.from(start), Test: test, Body: body, Orelse: orelse}
}

// Disjunction parses an expression without a conditional or lambda at its top.
func (p *Parser) Disjunction() ast.Expr { return p.binary(precOr) }

// Named parses `named_expression`: an expression or an assignment expression.
func (p *Parser) Named() ast.Expr { return p.named(false) }

func (p *Parser) named(argument bool) ast.Expr {
	if p.Tok() == token.Name && p.Toks[p.I+1].Type == token.ColonEqual {
		t := p.Cur()
		name := p.name()
		name.Ctx = ast.Store
		p.I++
		p.Enter()
		value := p.Expression()
		p.Exit()
		return &ast.NamedExpr{Pos: p.Since(t), Target: name, Value: value}
	}
	start := p.Cur()
	e := p.Expression()
	if t := p.Tok(); t == token.ColonEqual || p.Strict && t == token.Equal && !argument {
		p.invalidNamed(start, e)
	}
	return e
}

// binary parses operators of at least the given power.
func (p *Parser) binary(min uint8) ast.Expr {
	start := p.I
	left := p.prefix(min)
	for {
		t := p.Toks[p.I].Type
		if t < 0 || int(t) >= len(operators) {
			return left
		}
		op := operators[t]
		if op.prec < min || op.prec == 0 {
			return left
		}
		switch op.prec {
		case precOr:
			left = p.boolean(start, left, t, ast.Or, precAnd)
		case precAnd:
			left = p.boolean(start, left, t, ast.And, precNot)
		case precCompare:
			if t == token.Not && p.Toks[p.I+1].Type != token.In {
				p.Far = max(p.Far, p.I+1)
				return left
			}
			left = p.compare(start, left)
		default:
			p.I++
			right := p.binary(op.prec + 1)
			left = &ast.BinOp{Pos: p.from(start), Left: left, Op: op.op, Right: right}
		}
	}
}

// prefix parses `not`, or a unary arithmetic expression.
func (p *Parser) prefix(min uint8) ast.Expr {
	t := p.Cur()
	if t.Type != token.Not {
		return p.factor()
	}
	if min > precNot {
		p.notOperand()
	}
	p.I++
	p.Enter()
	operand := p.binary(precNot)
	p.Exit()
	return &ast.UnaryOp{Pos: p.Since(t), Op: ast.Not, Operand: operand}
}

func (p *Parser) boolean(start int, left ast.Expr, t token.Type, op ast.BoolOperator, next uint8) ast.Expr {
	mark := len(p.scratch)
	p.scratch = append(p.scratch, left)
	for p.Accept(t) {
		p.scratch = append(p.scratch, p.binary(next))
	}
	return &ast.BoolOp{Pos: p.from(start), Op: op, Values: p.take(mark)}
}

func (p *Parser) compare(start int, left ast.Expr) ast.Expr {
	mark := len(p.scratch)
	var few [4]ast.CmpOperator
	ops := few[:0]
	for {
		op, ok := p.compareOp()
		if !ok {
			break
		}
		ops = append(ops, op)
		p.scratch = append(p.scratch, p.binary(precBitOr))
	}
	return &ast.Compare{Pos: p.from(start), Left: left, Ops: append([]ast.CmpOperator(nil), ops...), Comparators: p.take(mark)}
}

// compareOp skips a comparison operator of one or two tokens.
func (p *Parser) compareOp() (op ast.CmpOperator, ok bool) {
	switch p.Tok() {
	case token.Less:
		op = ast.Lt
	case token.Greater:
		op = ast.Gt
	case token.EqEqual:
		op = ast.Eq
	case token.NotEqual:
		switch t := p.Cur(); {
		case p.Diamond && t.Value != "<>":
			p.FailTok(t, "with Barry as BDFL, use '<>' instead of '!='")
		case !p.Diamond && t.Value == "<>":
			p.FailTok(t, "invalid syntax.  Maybe you meant '!=' instead of '<>'?")
		}
		op = ast.NotEq
	case token.LessEqual:
		op = ast.LtE
	case token.GreaterEqual:
		op = ast.GtE
	case token.In:
		op = ast.In
	case token.Is:
		op = ast.Is
		if p.Toks[p.I+1].Type == token.Not {
			p.I++
			op = ast.IsNot
		}
	case token.Not:
		if p.Toks[p.I+1].Type != token.In {
			return 0, false
		}
		p.I++
		op = ast.NotIn
	default:
		return 0, false
	}
	p.I++
	return op, true
}

// factor parses the unary operators + - ~ and powers.
func (p *Parser) factor() ast.Expr {
	t := p.Cur()
	var op ast.UnaryOperator
	switch t.Type {
	case token.Minus:
		op = ast.USub
	case token.Plus:
		op = ast.UAdd
	case token.Tilde:
		op = ast.Invert
	default:
		return p.power()
	}
	p.I++
	p.Enter()
	if p.Tok() == token.Not {
		p.notOperand()
	}
	operand := p.factor()
	p.Exit()
	return &ast.UnaryOp{Pos: p.Since(t), Op: op, Operand: operand}
}

func (p *Parser) power() ast.Expr {
	var base ast.Expr
	start := p.I
	if t := p.Cur(); t.Type == token.Await {
		p.I++
		value := p.primary()
		base = &ast.Await{Pos: p.Since(t), Value: value}
	} else {
		base = p.primary()
	}
	if !p.Accept(token.DoubleStar) {
		return base
	}
	p.Enter()
	p.Enter()
	if p.Tok() == token.Not {
		p.notOperand()
	}
	exp := p.factor()
	p.Exit()
	p.Exit()
	return &ast.BinOp{Pos: p.from(start), Left: base, Op: ast.Pow, Right: exp}
}

// lambda parses `lambda parameters: expression`.
func (p *Parser) lambda() ast.Expr {
	t := p.Cur()
	p.I++
	p.Enter()
	p.Enter()
	args := p.parameters(token.Colon)
	p.Expect(token.Colon)
	if p.Strict && p.field != "" && (p.Tok() == token.FMiddle || p.Tok() == token.RBrace) {
		p.Fail(p.Since(t), p.field+": lambda expressions are not allowed without parentheses")
	}
	body := p.Expression()
	p.Exit()
	p.Exit()
	return &ast.Lambda{Pos: p.Since(t), Args: args, Body: body}
}

// yield parses `yield_expr`.
func (p *Parser) yield() ast.Expr {
	t := p.Expect(token.Yield)
	if p.Accept(token.From) {
		value := p.Expression()
		return &ast.YieldFrom{Pos: p.Since(t), Value: value}
	}
	if !p.startsExpr(p.Tok()) && p.Tok() != token.Star {
		return &ast.Yield{Pos: p.Since(t)}
	}
	value := p.Star()
	return &ast.Yield{Pos: p.Since(t), Value: value}
}

// YieldOrStar parses the right side of an assignment.
func (p *Parser) YieldOrStar() ast.Expr {
	if p.Tok() == token.Yield {
		return p.yield()
	}
	return p.Star()
}

// startsExpr reports whether a token of type t may begin an expression.
func (p *Parser) startsExpr(t token.Type) bool {
	switch t {
	case token.Name, token.Number, token.String, token.FStart, token.TStart, token.LPar, token.LSqb, token.LBrace,
		token.Minus, token.Plus, token.Tilde, token.Not, token.Lambda, token.Await, token.None, token.True,
		token.False, token.Ellipsis:
		return true
	}
	return false
}

// Star parses `star_expressions`: an expression, or a tuple without
// parentheses.
func (p *Parser) Star() ast.Expr {
	start := p.I
	first := p.starOr((*Parser).Expression)
	if p.Tok() != token.Comma {
		return first
	}
	return p.tuple(start, first, (*Parser).Expression)
}

// starOr parses `*` bitwise_or, or an expression by parse.
func (p *Parser) starOr(parse func(*Parser) ast.Expr) ast.Expr {
	t := p.Cur()
	if t.Type != token.Star {
		return parse(p)
	}
	p.I++
	value := p.binary(precBitOr)
	return &ast.Starred{Pos: p.Since(t), Value: value}
}

// tuple parses the rest of a tuple without parentheses.
func (p *Parser) tuple(start int, first ast.Expr, parse func(*Parser) ast.Expr) ast.Expr {
	mark := len(p.scratch)
	p.scratch = append(p.scratch, first)
	for p.Accept(token.Comma) {
		if t := p.Tok(); !p.startsExpr(t) && t != token.Star {
			break
		}
		p.scratch = append(p.scratch, p.starOr(parse))
	}
	return &ast.Tuple{Pos: p.from(start), Elts: p.take(mark)}
}

// AtExpression reports whether the current token may begin an expression.
func (p *Parser) AtExpression() bool { return p.startsExpr(p.Tok()) }

// Starts reports whether a token of type t may begin an expression.
func (p *Parser) Starts(t token.Type) bool { return p.startsExpr(t) }

// StarOrExpression parses an expression or a starred one.
func (p *Parser) StarOrExpression() ast.Expr { return p.starOr((*Parser).Expression) }

// Expressions parses `expressions`: a tuple without parentheses that has no
// starred elements.
func (p *Parser) Expressions() ast.Expr {
	start := p.I
	first := p.Expression()
	if p.Tok() != token.Comma {
		return first
	}
	mark := len(p.scratch)
	p.scratch = append(p.scratch, first)
	for p.Accept(token.Comma) {
		if !p.startsExpr(p.Tok()) {
			break
		}
		p.scratch = append(p.scratch, p.Expression())
	}
	return &ast.Tuple{Pos: p.from(start), Elts: p.take(mark)}
}

// Subject parses the subject of a match statement.
func (p *Parser) Subject() ast.Expr {
	t, start := p.Cur(), p.I
	first := p.starOr((*Parser).Named)
	if p.Tok() == token.Comma {
		return p.tuple(start, first, (*Parser).Named)
	}
	if t.Type == token.Star {
		p.Syntax()
	}
	return first
}
