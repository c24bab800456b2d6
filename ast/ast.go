package ast

// Node is any node of the tree.
type Node interface {
	// NodeName is the name of the node's class in CPython.
	NodeName() string
	// Position is the node's position, or nil for the nodes that have none:
	// modules, Comprehension, Arguments, Withitem, MatchCase, TypeIgnore.
	Position() *Pos
	// Fields lists the node's fields in CPython's order.
	Fields() []Field
}

// Pos is a source range. Lines count from 1; columns are byte offsets from 0
// in the line's UTF-8 text. The end is exclusive.
type Pos struct {
	Line, Col, EndLine, EndCol int32
}

// Position returns p; nodes inherit it from the Pos they embed.
func (p *Pos) Position() *Pos { return p }

// Bytes is the value of a bytes constant.
type Bytes string

// Ellipsis is the value of the constant "...".
type Ellipsis struct{}

// FieldKind says how a field's value is to be read.
type FieldKind uint8

// The kinds of fields.
const (
	NodeField     FieldKind = iota // a Node
	NodesField                     // []Node
	NameField                      // string: an identifier or a string
	NamesField                     // []string
	IntField                       // int
	ConstantField                  // a constant's value, see Constant
	EnumField                      // an enum with String
	EnumsField                     // []fmt.Stringer
)

// Field is one field of a node. A missing node, name or string is a nil Value.
type Field struct {
	Name     string // CPython's name
	Kind     FieldKind
	Optional bool // may be missing
	Value    any
}

// Inspect calls f for n and, when f returns true, for the nodes below it,
// depth first and in field order. It is Walk with a function.
func Inspect(n Node, f func(Node) bool) {
	Walk(inspector(f), n)
}

type inspector func(Node) bool

func (f inspector) Visit(n Node) Visitor {
	if f(n) {
		return f
	}
	return nil
}

// Visitor visits the nodes that Walk finds. The visitor that Visit returns is
// used for the node's children; nil leaves them out.
type Visitor interface {
	Visit(n Node) Visitor
}

// Walk visits n and the nodes below it. It recurses as deep as the tree; the
// parser bounds the depth of nested code, but chains of left-associative
// operators and of elif may be as long as the source.
func Walk(v Visitor, n Node) {
	if v = v.Visit(n); v == nil {
		return
	}
	walkChildren(v, n)
}

func walkList[N Node](v Visitor, list []N) {
	for _, n := range list {
		Walk(v, n)
	}
}

func nodes[N Node](list []N) []Node {
	out := make([]Node, len(list))
	for i, n := range list {
		out[i] = n
	}
	return out
}
