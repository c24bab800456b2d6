package compiler

import (
	"math/big"
	"strings"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Constant folding. What is folded has the same value at run time; whatever
// could raise, or depends on more than its operands, is left to the program.

// folded is the memory of fold for one node.
type folded struct {
	v  any
	ok bool
}

// Limits on what folding may produce, as in CPython.
const (
	maxFoldBits  = 128
	maxFoldStr   = 4096
	maxFoldItems = 256
)

// fold returns the value of a constant expression.
func (c *compiler) fold(e ast.Expr) (any, bool) {
	switch e := e.(type) {
	case *ast.Constant:
		switch v := e.Value.(type) {
		case ast.Bytes:
			return code.Bytes(v), true
		case ast.Ellipsis:
			return code.Ellipsis{}, true
		case int:
			return int64(v), true
		}
		return e.Value, true
	case *ast.Name:
		if e.Id == "__debug__" {
			return c.opt.Optimize == 0, true
		}
		return nil, false
	case *ast.BinOp:
		return c.foldSpine(e)
	case *ast.UnaryOp, *ast.Tuple, *ast.Subscript, *ast.Slice:
		if f, ok := c.folded[e]; ok {
			return f.v, f.ok
		}
		c.depth++
		var f folded
		if c.depth <= maxDepth {
			f.v, f.ok = c.foldNode(e)
		}
		c.depth--
		c.folded[e] = f
		return f.v, f.ok
	}
	return nil, false
}

// foldSpine folds a chain of binary operators along its left side.
func (c *compiler) foldSpine(e *ast.BinOp) (any, bool) {
	var spine []*ast.BinOp
	var left ast.Expr = e
	var f folded
	for {
		b, ok := left.(*ast.BinOp)
		if !ok {
			f.v, f.ok = c.fold(left)
			break
		}
		if f, ok = c.folded[b]; ok {
			break
		}
		spine = append(spine, b)
		left = b.Left
	}
	for i := len(spine) - 1; i >= 0; i-- {
		b := spine[i]
		l := f
		f = folded{}
		if l.ok {
			if r, ok := c.fold(b.Right); ok {
				f.v, f.ok = foldBinary(b.Op, l.v, r)
			}
		}
		c.folded[b] = f
	}
	return f.v, f.ok
}

func (c *compiler) foldNode(e ast.Expr) (any, bool) {
	switch e := e.(type) {
	case *ast.UnaryOp:
		v, ok := c.fold(e.Operand)
		if !ok {
			return nil, false
		}
		return foldUnary(e.Op, v)
	case *ast.Tuple:
		if e.Ctx != ast.Load {
			return nil, false
		}
		t := make(code.Tuple, len(e.Elts))
		for i, x := range e.Elts {
			v, ok := c.fold(x)
			if !ok {
				return nil, false
			}
			t[i] = v
		}
		return t, true
	case *ast.Slice:
		var s code.Slice
		for i, x := range []ast.Expr{e.Lower, e.Upper, e.Step} {
			if x == nil {
				continue
			}
			v, ok := c.fold(x)
			if !ok {
				return nil, false
			}
			s[i] = v
		}
		return s, true
	case *ast.Subscript:
		if e.Ctx != ast.Load {
			return nil, false
		}
		v, ok := c.fold(e.Value)
		if !ok {
			return nil, false
		}
		i, ok := c.fold(e.Slice)
		if !ok {
			return nil, false
		}
		return foldIndex(v, i)
	}
	return nil, false
}

// foldContainer folds the display after `in`, or the iterable of a for loop.
func (c *compiler) foldContainer(e ast.Expr) (any, bool) {
	var elts []ast.Expr
	switch e := e.(type) {
	case *ast.List:
		elts = e.Elts
	case *ast.Set:
		elts = e.Elts
	default:
		return nil, false
	}
	t := make(code.Tuple, len(elts))
	for i, x := range elts {
		v, ok := c.fold(x)
		if !ok {
			return nil, false
		}
		t[i] = v
	}
	if _, set := e.(*ast.Set); !set {
		return t, true
	}
	seen := map[string]bool{}
	out := code.FrozenSet{}
	for _, v := range t {
		if k := code.ConstKey(v); !seen[k] {
			seen[k] = true
			out = append(out, v)
		}
	}
	return out, true
}

// truth is the truth value of a constant.
func truth(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case int64:
		return v != 0
	case float64:
		return v != 0
	case complex128:
		return v != 0
	case string:
		return v != ""
	case code.Bytes:
		return v != ""
	case code.Tuple:
		return len(v) > 0
	case code.FrozenSet:
		return len(v) > 0
	}
	return true
}

func foldIndex(v, i any) (any, bool) {
	n, ok := i.(int64)
	if !ok {
		return nil, false
	}
	at := func(size int) (int, bool) {
		if n < 0 {
			n += int64(size)
		}
		return int(n), n >= 0 && n < int64(size)
	}
	switch v := v.(type) {
	case string:
		for j := range len(v) {
			if v[j] >= 0x80 {
				return nil, false
			}
		}
		if k, ok := at(len(v)); ok {
			return v[k : k+1], true
		}
	case code.Bytes:
		if k, ok := at(len(v)); ok {
			return int64(v[k]), true
		}
	case code.Tuple:
		if k, ok := at(len(v)); ok {
			return v[k], true
		}
	}
	return nil, false
}

// bigOf returns an integer constant, bool included.
func bigOf(v any) (*big.Int, bool) {
	switch v := v.(type) {
	case bool:
		if v {
			return big.NewInt(1), true
		}
		return new(big.Int), true
	case int64:
		return big.NewInt(v), true
	case *big.Int:
		return v, true
	}
	return nil, false
}

func foldUnary(op ast.UnaryOperator, v any) (any, bool) {
	if op == ast.Not {
		return !truth(v), true
	}
	if f, ok := v.(float64); ok {
		switch op {
		case ast.USub:
			return -f, true
		case ast.UAdd:
			return f, true
		}
		return nil, false
	}
	if z, ok := v.(complex128); ok {
		switch op {
		case ast.USub:
			return complex(-real(z), -imag(z)), true
		case ast.UAdd:
			return z, true
		}
		return nil, false
	}
	n, ok := bigOf(v)
	if !ok {
		return nil, false
	}
	switch op {
	case ast.USub:
		return code.NormInt(new(big.Int).Neg(n)), true
	case ast.UAdd:
		return code.NormInt(n), true
	case ast.Invert:
		if _, isBool := v.(bool); !isBool {
			return code.NormInt(new(big.Int).Not(n)), true
		}
	}
	return nil, false
}

func foldBinary(op ast.Operator, a, b any) (any, bool) {
	x, xok := bigOf(a)
	y, yok := bigOf(b)
	if xok && yok {
		ab, a1 := a.(bool)
		bb, b1 := b.(bool)
		if a1 && b1 {
			switch op {
			case ast.BitAnd:
				return ab && bb, true
			case ast.BitOr:
				return ab || bb, true
			case ast.BitXor:
				return ab != bb, true
			}
		}
		return foldInts(op, x, y)
	}
	if v, ok := foldSeq(op, a, b); ok {
		return v, true
	}
	if v, ok := foldSeq(op, b, a); ok && op == ast.Mult {
		return v, true
	}
	return foldFloats(op, a, b)
}

func foldInts(op ast.Operator, x, y *big.Int) (any, bool) {
	z := new(big.Int)
	switch op {
	case ast.Add:
		z.Add(x, y)
	case ast.Sub:
		z.Sub(x, y)
	case ast.Mult:
		if x.BitLen()+y.BitLen() > maxFoldBits {
			return nil, false
		}
		z.Mul(x, y)
	case ast.BitAnd:
		z.And(x, y)
	case ast.BitOr:
		z.Or(x, y)
	case ast.BitXor:
		z.Xor(x, y)
	case ast.LShift:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > maxFoldBits || x.BitLen()+int(y.Int64()) > maxFoldBits {
			return nil, false
		}
		z.Lsh(x, uint(y.Int64()))
	case ast.RShift:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > 1<<20 {
			return nil, false
		}
		z.Rsh(x, uint(y.Int64()))
	case ast.FloorDiv, ast.ModOp:
		if y.Sign() == 0 {
			return nil, false
		}
		m := new(big.Int)
		z.QuoRem(x, y, m)
		if m.Sign() != 0 && m.Sign() != y.Sign() {
			z.Sub(z, big.NewInt(1))
			m.Add(m, y)
		}
		if op == ast.ModOp {
			z = m
		}
	case ast.Pow:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > maxFoldBits || x.BitLen()*int(y.Int64()) > maxFoldBits {
			return nil, false
		}
		z.Exp(x, y, nil)
	case ast.Div:
		const exact = 1 << 53
		if y.Sign() == 0 || !x.IsInt64() || !y.IsInt64() || abs(x.Int64()) > exact || abs(y.Int64()) > exact {
			return nil, false
		}
		return float64(x.Int64()) / float64(y.Int64()), true
	default:
		return nil, false
	}
	return code.NormInt(z), true
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// foldSeq folds a + b and a * n of strings, bytes and tuples.
func foldSeq(op ast.Operator, a, b any) (any, bool) {
	if op == ast.Mult {
		n, ok := b.(int64)
		if !ok || n < 0 || n > maxFoldStr {
			return nil, false
		}
		switch a := a.(type) {
		case string:
			if len(a)*int(n) <= maxFoldStr {
				return strings.Repeat(a, int(n)), true
			}
		case code.Bytes:
			if len(a)*int(n) <= maxFoldStr {
				return code.Bytes(strings.Repeat(string(a), int(n))), true
			}
		case code.Tuple:
			if len(a)*int(n) <= maxFoldItems {
				out := code.Tuple{}
				for range n {
					out = append(out, a...)
				}
				return out, true
			}
		}
		return nil, false
	}
	if op != ast.Add {
		return nil, false
	}
	switch a := a.(type) {
	case string:
		if b, ok := b.(string); ok {
			return joinWTF8(a, b), true
		}
	case code.Bytes:
		if b, ok := b.(code.Bytes); ok {
			return a + b, true
		}
	case code.Tuple:
		if b, ok := b.(code.Tuple); ok {
			return append(append(code.Tuple{}, a...), b...), true
		}
	}
	return nil, false
}

// joinWTF8 concatenates strings. Python keeps a surrogate pair made of two
// strings apart, and so does WTF-8 here: each half keeps its three bytes.
func joinWTF8(a, b string) string { return a + b }

func foldFloats(op ast.Operator, a, b any) (any, bool) {
	x, xc, ok := floatOf(a)
	if !ok {
		return nil, false
	}
	y, yc, ok := floatOf(b)
	if !ok {
		return nil, false
	}
	_, aIsC := a.(complex128)
	_, bIsC := b.(complex128)
	if aIsC || bIsC {
		switch op {
		case ast.Add:
			return complex(x+y, imagSum(xc, yc, aIsC, bIsC)), true
		case ast.Sub:
			if !aIsC {
				return complex(x-y, -yc), true
			}
			if !bIsC {
				return complex(x-y, xc), true
			}
			return complex(x-y, xc-yc), true
		}
		return nil, false
	}
	switch op {
	case ast.Add:
		return x + y, true
	case ast.Sub:
		return x - y, true
	case ast.Mult:
		return x * y, true
	case ast.Div:
		if y != 0 {
			return x / y, true
		}
	}
	return nil, false
}

func imagSum(x, y float64, xIs, yIs bool) float64 {
	switch {
	case !xIs:
		return y
	case !yIs:
		return x
	}
	return x + y
}

// floatOf returns real and imaginary part of a number that a float operation
// converts without rounding.
func floatOf(v any) (re, im float64, ok bool) {
	switch v := v.(type) {
	case float64:
		return v, 0, true
	case complex128:
		return real(v), imag(v), true
	}
	n, ok := bigOf(v)
	if !ok || !n.IsInt64() || abs(n.Int64()) > 1<<53 {
		return 0, 0, false
	}
	return float64(n.Int64()), 0, true
}
