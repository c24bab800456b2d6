package object

// Instance attributes: shapes (hidden classes) and the storage they describe.

import "unsafe"

// Attrs is the attribute storage inside an object. For plain instances it
// follows the Header and the inline cells follow it; elsewhere all cells are
// in ext. A zero shape means no attribute was ever set.
type Attrs struct {
	ID     uint32 // shape id, compared by inline caches; 0 = never cached
	inline uint16 // number of inline cells after the struct
	_      uint16
	shape  *Shape
	ext    *attrExt
}

type attrExt struct {
	vals []Value // cells beyond the inline ones
	dict *Dict   // dictionary mode: all attributes are here
}

// Instance is an object of a class written in Python whose built-in base is
// object. Inline attribute cells follow.
type Instance struct {
	Header
	Attrs
}

// InstanceAttrs is the offset of the shape id in a plain instance, and
// InlineOff that of its first inline attribute cell.
const (
	InstanceAttrs = unsafe.Offsetof(Instance{}.Attrs)
	InlineOff     = unsafe.Sizeof(Instance{})
	cellSize      = unsafe.Sizeof(Value{})
)

// Shape maps attribute names to cells. Shapes form a tree per type; ids are
// never reused.
type Shape struct {
	ID     uint32
	N      int // cells used, including those of __slots__
	parent *Shape
	name   *Str
	names  []*Str // names[i] is in cell slots+i
	index  map[*Str]int32
	slots  int
	one    *Shape // most recent transition
	trans  map[*Str]*Shape
}

const shapeLinear = 8

func (in *Interp) newShape() *Shape {
	in.lastShape++
	return &Shape{ID: in.lastShape}
}

// rootShape returns the empty shape of tp in interpreter in for objects with
// that many inline cells. Caches find a cell by the shape alone, so objects
// that keep the same attribute in different places never share one.
func (in *Interp) rootShape(tp *Type, inline uint16) *Shape {
	if !tp.IsHeap() {
		r := in.builtinRoots[tp]
		if r == nil {
			r = in.newShape()
			in.builtinRoots[tp] = r
		}
		return r
	}
	if inline == tp.inline && tp.root != nil {
		return tp.root
	}
	r := tp.otherRoots[inline]
	if r == nil {
		r = in.newShape()
		r.N, r.slots = tp.NSlots, tp.NSlots
	}
	if inline == tp.inline {
		tp.root = r
	} else {
		tp.keepRoot(inline, r)
	}
	return r
}

// keepRoot remembers the empty shape for objects made with another number of
// inline cells than tp's next ones.
func (tp *Type) keepRoot(inline uint16, r *Shape) {
	if tp.otherRoots == nil {
		tp.otherRoots = map[uint16]*Shape{}
	}
	tp.otherRoots[inline] = r
}

// cell returns the cell number of name, or -1.
func (s *Shape) cell(name *Str) int {
	if s.index != nil {
		if i, ok := s.index[name]; ok {
			return int(i)
		}
		return -1
	}
	for i, n := range s.names {
		if n == name {
			return s.slots + i
		}
	}
	return -1
}

// with returns the shape that adds name.
func (s *Shape) with(in *Interp, name *Str) *Shape {
	if s.one != nil && s.one.name == name {
		return s.one
	}
	if n := s.trans[name]; n != nil {
		s.one = n
		return n
	}
	n := in.newShape()
	n.parent, n.name, n.N, n.slots = s, name, s.N+1, s.slots
	n.names = append(s.names[:len(s.names):len(s.names)], name)
	if len(n.names) > shapeLinear {
		n.index = make(map[*Str]int32, len(n.names))
		for i, x := range n.names {
			n.index[x] = int32(n.slots + i)
		}
	}
	if s.one != nil {
		if s.trans == nil {
			s.trans = map[*Str]*Shape{s.one.name: s.one}
		}
		s.trans[name] = n
	}
	s.one = n
	return n
}

// attrsOf returns v's attribute storage, or nil if it has none.
func attrsOf(v Value) *Attrs {
	off := v.O.Type.AttrsOff
	if off == 0 {
		return nil
	}
	return (*Attrs)(unsafe.Add(unsafe.Pointer(v.O), off))
}

func initAttrs(tp *Type, p unsafe.Pointer) {
	if tp.AttrsOff != 0 && tp.root != nil {
		a := (*Attrs)(unsafe.Add(p, tp.AttrsOff))
		a.shape, a.ID = tp.root, tp.root.ID
	}
}

// cellPtr returns the storage of cell i, which exists.
func (a *Attrs) cellPtr(i int) *Value {
	if i < int(a.inline) {
		return (*Value)(unsafe.Add(unsafe.Pointer(a), unsafe.Sizeof(Attrs{})+uintptr(i)*cellSize))
	}
	return &a.ext.vals[i-int(a.inline)]
}

// grow makes cells [0, n) exist.
func (a *Attrs) grow(n int) {
	n -= int(a.inline)
	if n <= 0 {
		return
	}
	if a.ext == nil {
		a.ext = &attrExt{}
	}
	for len(a.ext.vals) < n {
		a.ext.vals = append(a.ext.vals, Value{})
	}
}

// slot returns the value of __slots__ cell i.
func (a *Attrs) slot(i int) Value {
	if i >= int(a.inline) && (a.ext == nil || i-int(a.inline) >= len(a.ext.vals)) {
		return Value{}
	}
	return *a.cellPtr(i)
}

func (a *Attrs) setSlot(i int, v Value) {
	a.grow(i + 1)
	*a.cellPtr(i) = v
}

func (a *Attrs) dict() *Dict {
	if a.ext == nil {
		return nil
	}
	return a.ext.dict
}

// get returns attribute name or the zero Value.
func (a *Attrs) get(name *Str) Value {
	if a.shape != nil {
		if i := a.shape.cell(name); i >= 0 {
			return *a.cellPtr(i)
		}
		return Value{}
	}
	if d := a.dict(); d != nil {
		v, _ := d.GetStr(name)
		return v
	}
	return Value{}
}

// set stores attribute name of an instance of tp.
func (a *Attrs) set(t *Thread, tp *Type, name *Str, v Value) {
	if d := a.dict(); d != nil {
		d.SetStr(name, v)
		return
	}
	if a.shape == nil {
		a.setShape(t.Interp.rootShape(tp, a.inline))
	}
	if i := a.shape.cell(name); i >= 0 {
		*a.cellPtr(i) = v
		return
	}
	n := a.shape.with(t.Interp, name)
	if len(n.names) > maxShapeAttrs {
		a.toDict(t).SetStr(name, v)
		return
	}
	a.grow(n.N)
	*a.cellPtr(n.N - 1) = v
	a.setShape(n)
	if tp.inline < uint16(n.N) && n.N <= maxInline {
		tp.noteSize(n.N)
	}
}

const (
	maxShapeAttrs = 128
	maxInline     = 16
)

// noteSize makes room for n inline cells in tp's next instances.
func (tp *Type) noteSize(n int) {
	if tp.IsHeap() && tp.Solid == &ObjectType {
		if tp.root != nil {
			tp.keepRoot(tp.inline, tp.root)
		}
		tp.inline, tp.root = inlineCells(n), nil
	}
}

// inlineCells is the number of inline cells allocated where n are wanted.
func inlineCells(n int) uint16 {
	switch {
	case n <= 8:
		return uint16(n)
	case n <= 12:
		return uint16(n+1) &^ 1
	}
	return maxInline
}

func (a *Attrs) setShape(s *Shape) { a.shape, a.ID = s, s.ID }

// del removes attribute name and reports whether it was there.
func (a *Attrs) del(t *Thread, name *Str) bool {
	if a.shape != nil {
		if a.shape.cell(name) < 0 {
			return false
		}
		a.toDict(t)
	}
	d := a.dict()
	return d != nil && d.DelStr(name)
}

// toDict switches to dictionary mode and returns the dictionary.
func (a *Attrs) toDict(t *Thread) *Dict {
	if d := a.dict(); d != nil {
		return d
	}
	d := NewDict()
	if a.shape != nil {
		for i, n := range a.shape.names {
			if v := *a.cellPtr(a.shape.slots + i); v.O != nil {
				d.SetStr(n, v)
			}
			*a.cellPtr(a.shape.slots + i) = Value{}
		}
	}
	a.setDict(d)
	return d
}

func (a *Attrs) setDict(d *Dict) {
	if a.ext == nil {
		a.ext = &attrExt{}
	}
	a.ext.dict = d
	a.shape, a.ID = nil, 0
}

// each calls f for every attribute in definition order.
func (a *Attrs) each(f func(name Value, v Value)) {
	if d := a.dict(); d != nil {
		d.Each(func(k, v Value) bool { f(k, v); return true })
		return
	}
	if a.shape != nil {
		for i, n := range a.shape.names {
			if v := *a.cellPtr(a.shape.slots + i); v.O != nil {
				f(Wrap(n), v)
			}
		}
	}
}

func (a *Attrs) traverse(visit func(Value)) {
	for i := 0; i < int(a.inline); i++ {
		if v := *a.cellPtr(i); v.O != nil {
			visit(v)
		}
	}
	if a.ext != nil {
		for _, v := range a.ext.vals {
			if v.O != nil {
				visit(v)
			}
		}
		if a.ext.dict != nil {
			visit(Wrap(a.ext.dict))
		}
	}
}

// InstanceDict returns v's __dict__, which from then on holds the attributes.
// It returns nil if v has none.
func InstanceDict(t *Thread, v Value) *Dict {
	if v.O.Type.Flags&FlagDict == 0 {
		return nil
	}
	if a := attrsOf(v); a != nil {
		return a.toDict(t)
	}
	return nil
}

type inst[A any] struct {
	Instance
	_ A // cells of attributes
}

// NewInstance allocates an instance of heap class tp whose base is object.
func NewInstance(t *Thread, tp *Type) *Instance {
	var p *Instance
	n := tp.inline
	switch n {
	case 0:
		p = new(Instance)
	case 1:
		p = &new(inst[[1]Value]).Instance
	case 2:
		p = &new(inst[[2]Value]).Instance
	case 3:
		p = &new(inst[[3]Value]).Instance
	case 4:
		p = &new(inst[[4]Value]).Instance
	case 5:
		p = &new(inst[[5]Value]).Instance
	case 6:
		p = &new(inst[[6]Value]).Instance
	case 7:
		p = &new(inst[[7]Value]).Instance
	case 8:
		p = &new(inst[[8]Value]).Instance
	case 10:
		p = &new(inst[[10]Value]).Instance
	case 12:
		p = &new(inst[[12]Value]).Instance
	default:
		p = &new(inst[[16]Value]).Instance
	}
	p.Header.Type = tp
	p.inline = n
	if tp.root == nil {
		t.Interp.rootShape(tp, n)
	}
	p.shape, p.ID = tp.root, tp.root.ID
	return p
}

// AttrCache describes where an attribute lookup on a plain instance found its
// value, for the evaluation loop's inline caches.
type AttrCache struct {
	Version, Shape uint32
	Offset         uint32 // byte offset from the object's start
}

// FindInline reports where instance v keeps attribute name, if inline caches
// may use it: v is a plain instance, no data descriptor of the class hides the
// name, and the cell is inline.
func FindInline(t *Thread, v Value, name *Str) (AttrCache, bool) {
	tp := v.O.Type
	if tp.AttrsOff != InstanceAttrs || tp.Version == NoVersion || tp.Solid != &ObjectType {
		return AttrCache{}, false
	}
	a := attrsOf(v)
	d := tp.Lookup(t, name)
	cell := -1
	if d.O != nil {
		if IsSlot(d) {
			cell = As[MemberDescr](d).cell
		} else if d.O.Type.Slots.DescrSet != nil {
			return AttrCache{}, false
		}
	}
	if cell < 0 {
		if a.shape == nil {
			return AttrCache{}, false
		}
		cell = a.shape.cell(name)
	}
	if cell < 0 || cell >= int(a.inline) || a.ID == 0 {
		return AttrCache{}, false
	}
	return AttrCache{tp.Version, a.ID, uint32(InlineOff + uintptr(cell)*cellSize)}, true
}

// HidesMethod reports whether instance attributes of v hide class attribute
// name, and the shape id under which the answer stays the same (0: unknown).
func HidesMethod(v Value, name *Str) (hidden bool, shape uint32) {
	a := attrsOf(v)
	if a == nil {
		return false, 0
	}
	if a.dict() != nil {
		return a.get(name).O != nil, 0
	}
	if a.shape == nil {
		return false, 0
	}
	return a.shape.cell(name) >= 0, a.ID
}

// SetCache describes an attribute store that adds or overwrites inline cell.
type SetCache struct {
	AttrCache
	NewShape uint32
}
