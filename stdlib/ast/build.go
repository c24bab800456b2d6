package ast

// From the parser's tree to Python objects.

import (
	"math/big"
	"slices"

	syntax "github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// builder makes objects; its first error stays and ends the work.
type builder struct {
	*state
	t    *thread
	err  error
	over bool // the nesting was not counted
}

// build returns the Python object of tree n.
func build(t *thread, n syntax.Node) (value, error) {
	s, err := stateOf(t)
	if err != nil {
		return value{}, err
	}
	b := &builder{state: s, t: t}
	v := b.node(n)
	return v, b.err
}

// node returns the Python object of n. Long sums are not nested calls.
func (b *builder) node(n syntax.Node) value {
	sum, ok := n.(*syntax.BinOp)
	if !ok {
		return b.plain(n)
	}
	chain := []*syntax.BinOp{sum}
	for {
		left, ok := chain[len(chain)-1].Left.(*syntax.BinOp)
		if !ok {
			break
		}
		chain = append(chain, left)
	}
	v := b.node(chain[len(chain)-1].Left)
	for _, n := range slices.Backward(chain) {
		o := b.start(clsBinOp)
		b.put(o, nameLeft, v)
		b.put(o, nameOp, b.enum(sumOperator, int(n.Op)))
		b.put(o, nameRight, b.node(n.Right))
		b.pos(o, &n.Pos)
		v = b.done(o)
	}
	return v
}

// start makes an empty object of class c.
func (b *builder) start(c int) value {
	if err := b.t.EnterNative(" during ast construction"); err != nil {
		b.err, b.over = err, true
	}
	return object.Wrap(object.NewInstance(b.t, b.classes[c]))
}

func (b *builder) done(o value) value {
	if b.over {
		b.over = false
	} else {
		b.t.LeaveNative()
	}
	return o
}

func (b *builder) put(o value, name int, v value) {
	if b.err == nil {
		b.err = object.SetOwnAttr(b.t, o, b.names[name], v)
	}
}

func (b *builder) pos(o value, p *syntax.Pos) {
	b.put(o, nameLineno, object.Int(int64(p.Line)))
	b.put(o, nameColOffset, object.Int(int64(p.Col)))
	b.put(o, nameEndLineno, object.Int(int64(p.EndLine)))
	b.put(o, nameEndColOffset, object.Int(int64(p.EndCol)))
}

func nodes[N syntax.Node](b *builder, list []N) value {
	out := make([]value, len(list))
	for i, n := range list {
		out[i] = b.node(n)
	}
	return object.NewListOwned(out)
}

// optional is the object of a node that may be missing.
func optional[N any, P interface {
	*N
	syntax.Node
}](b *builder, n P) value {
	if n == nil {
		return none
	}
	return b.node(n)
}

// enum is the object of member i of the enum whose class is sum.
func (b *builder) enum(sum, i int) value { return b.single[sum+1+i] }

func enums[E ~uint8](b *builder, sum int, list []E) value {
	out := make([]value, len(list))
	for i, e := range list {
		out[i] = b.enum(sum, int(e))
	}
	return object.NewListOwned(out)
}

func (b *builder) identifier(s string) value {
	switch s {
	case "None", "True", "False": // from letters that only look like these
		if b.err == nil {
			b.err = object.ValueErrorf("identifier field can't represent '%s' constant", s)
		}
	}
	return object.Wrap(b.t.Intern(s))
}

func (b *builder) identifiers(list []string) value {
	out := make([]value, len(list))
	for i, s := range list {
		out[i] = b.identifier(s)
	}
	return object.NewListOwned(out)
}

func (b *builder) int(i int) value { return object.IntOf(i) }

func (b *builder) text(s string) value { return object.NewStr(s) }

func (b *builder) optText(s string) value {
	if s == "" {
		return none
	}
	return b.identifier(s)
}

func (b *builder) constant(c any) value {
	v, err := constantValue(c)
	if err != nil && b.err == nil {
		b.err = err
	}
	return v
}

// constantValue is the object of a constant of a tree.
func constantValue(c any) (value, error) {
	switch c := c.(type) {
	case nil:
		return none, nil
	case bool:
		return object.Bool(c), nil
	case int64:
		return object.Int(c), nil
	case *big.Int:
		return object.BigInt(new(big.Int).Set(c)), nil
	case float64:
		return object.Float(c), nil
	case complex128:
		return object.NewComplex(c), nil
	case string:
		return object.NewStr(c), nil
	case syntax.Bytes:
		return object.NewBytes([]byte(c)), nil
	case code.Bytes:
		return object.NewBytes([]byte(c)), nil
	case syntax.Ellipsis, code.Ellipsis:
		return object.Ellipsis, nil
	case code.Tuple:
		items, err := constantValues(c)
		return object.NewTupleOwned(items), err
	case code.FrozenSet:
		items, err := constantValues(c)
		if err != nil {
			return none, err
		}
		return object.CallArgs(nil, object.Wrap(&object.FrozenSetType), object.NewListOwned(items))
	}
	return none, object.SystemErrorf("unknown constant %T", c)
}

func constantValues(list []any) ([]value, error) {
	out := make([]value, len(list))
	for i, c := range list {
		v, err := constantValue(c)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}
