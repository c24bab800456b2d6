package pickle

import (
	"encoding/binary"
	"errors"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var (
	picklerType object.Type
	picklerPlan = arg.Plan{Name: "Pickler", Sig: "(file, protocol=None, fix_imports=True, buffer_callback=None)"}
)

// Hook lets a Go caller write objects in a form of its own. Save reports
// whether it did. Failed is asked about an object that cannot be pickled: if it
// returns true, the replacement it wrote stands for the object; what was written
// of the object before is gone.
type Hook interface {
	Save(p *Pickler, v object.Value) (bool, error)
	Failed(p *Pickler, v object.Value, err error) (bool, error)
	// Reduction may replace the call by which an object is made, as its own
	// reduction says.
	Reduction(fn, args object.Value) (object.Value, object.Value, error)
	// Global is asked before an object is written as a name of a module.
	Global(v object.Value, module, name string) error
}

// Pickler writes objects in the pickle format. It is the Python type
// pickle.Pickler and, by New, a writer for Go callers.
type Pickler struct {
	object.Header
	t          *thread
	st         *state
	ready      bool
	buf        []byte
	framing    bool
	frameStart int // of the open frame, or -1
	memo       map[*object.Header]int
	order      []value // memoized objects
	proto      int
	bin        bool
	fast       bool
	fixImports bool
	write      value // file.write, or missing
	table      value // dispatch_table, or missing
	persistent value // persistent_id of this dump, or missing
	pidAttr    value // persistent_id set on the instance
	callback   value // buffer_callback, or missing
	override   value // reducer_override of this dump, or missing
	hook       Hook
	depth      int
	maxDepth   int // for hooked picklers: nesting that is allowed
	maxSize    int // and size of the output; 0: any
}

// New returns a pickler that collects bytes of the newest protocol without
// frames.
func New(t *object.Thread, hook Hook) (*Pickler, error) {
	st, err := stateOf(t)
	if err != nil {
		return nil, err
	}
	p := &Pickler{Header: object.Header{Type: &picklerType}, t: t, st: st, hook: hook, maxDepth: 100_000}
	p.init(highestProtocol, true)
	return p, nil
}

func (p *Pickler) init(proto int, fixImports bool) {
	p.ready, p.proto, p.bin = true, proto, proto > 0
	p.fixImports = fixImports && proto < 3
	p.memo = map[*object.Header]int{}
	p.frameStart = -1
}

// Thread returns the thread that the pickler works for.
func (p *Pickler) Thread() *object.Thread { return p.t }

// Bytes returns what was written.
func (p *Pickler) Bytes() []byte { return p.buf }

// DumpBare writes v and STOP; the memo is kept for the next object.
func (p *Pickler) DumpBare(v object.Value) error {
	if err := p.save(v, true); err != nil {
		return err
	}
	p.buf = append(p.buf, opStop)
	return nil
}

// Memoized returns the objects that can be referred to.
func (p *Pickler) Memoized() []object.Value { return p.order }

// Mark is a point of the output to which Rollback returns.
type Mark struct{ size, memo int }

// Mark returns the present point.
func (p *Pickler) Mark() Mark { return Mark{len(p.buf), len(p.order)} }

// Size is the number of bytes written since the mark.
func (p *Pickler) Size(m Mark) int { return len(p.buf) - m.size }

// Rollback forgets what was written and memoized since the mark.
func (p *Pickler) Rollback(m Mark) {
	p.buf = p.buf[:m.size]
	for _, v := range p.order[m.memo:] {
		delete(p.memo, v.O)
	}
	clear(p.order[m.memo:])
	p.order = p.order[:m.memo]
}

// dump writes one pickle; with a file, to it.
func (p *Pickler) dump(v value) error {
	if err := p.lookupHooks(); err != nil {
		return err
	}
	if p.proto >= 2 {
		p.buf = append(p.buf, opProto, byte(p.proto))
		p.framing = p.proto >= 4
	}
	err := p.save(v, true)
	if err != nil {
		p.framing, p.frameStart = false, -1
		return err
	}
	p.op(opStop)
	p.commitFrame()
	p.framing = false
	return p.flush()
}

// lookupHooks finds the methods that a subclass may define.
func (p *Pickler) lookupHooks() error {
	p.persistent, p.override = p.pidAttr, value{}
	if p.Type == &picklerType {
		return nil
	}
	self := object.Wrap(p)
	if p.persistent.O == nil {
		f, err := object.GetAttrOpt(p.t, self, p.t.Intern("persistent_id"))
		if err != nil {
			return err
		}
		if f.O != nil && f.O.Type != &object.BuiltinType {
			p.persistent = f
		}
	}
	f, err := object.GetAttrOpt(p.t, self, p.t.Intern("reducer_override"))
	p.override = f
	return err
}

// flush sends the collected bytes to the file, if there is one.
func (p *Pickler) flush() error {
	if p.write.O == nil || len(p.buf) == 0 {
		return nil
	}
	b := p.buf
	p.buf = nil
	_, err := object.CallArgs(p.t, p.write, object.NewBytes(b))
	return err
}

// open starts a frame before the next opcode, if frames are used.
func (p *Pickler) open() {
	if p.framing && p.frameStart < 0 {
		p.frameStart = len(p.buf)
		p.buf = append(p.buf, make([]byte, frameHeader)...)
	}
}

func (p *Pickler) op(b ...byte) {
	p.open()
	p.buf = append(p.buf, b...)
}

func (p *Pickler) text(s string) {
	p.open()
	p.buf = append(p.buf, s...)
}

func (p *Pickler) commitFrame() {
	if !p.framing || p.frameStart < 0 {
		return
	}
	at := p.frameStart
	n := len(p.buf) - at - frameHeader
	if n >= frameMin {
		p.buf[at] = opFrame
		binary.LittleEndian.PutUint64(p.buf[at+1:], uint64(n))
	} else {
		copy(p.buf[at:], p.buf[at+frameHeader:])
		p.buf = p.buf[:at+n]
	}
	p.frameStart = -1
}

// boundary ends a frame that is large enough.
func (p *Pickler) boundary() error {
	if p.framing && p.frameStart >= 0 && len(p.buf)-p.frameStart-frameHeader >= frameTarget {
		p.commitFrame()
		return p.flush()
	}
	return nil
}

// blob writes a header and data; big data goes outside frames.
func (p *Pickler) blob(header []byte, data string) error {
	if len(data) < frameTarget || !p.framing && p.write.O == nil {
		p.op(header...)
		p.text(data)
		return nil
	}
	p.commitFrame()
	framing := p.framing
	p.framing = false
	p.op(header...)
	err := p.flush()
	p.text(data)
	p.framing = framing
	if err == nil {
		err = p.flush()
	}
	return err
}

// memoize remembers v, whose value is on the top of the reader's stack.
func (p *Pickler) memoize(v value) {
	if p.fast {
		return
	}
	i := len(p.memo)
	p.memo[v.O] = i
	p.order = append(p.order, v)
	switch {
	case p.proto >= 4:
		p.op(opMemoize)
	case !p.bin:
		p.text("p" + itoa(i) + "\n")
	case i < 256:
		p.op(opBinPut, byte(i))
	default:
		p.op(binary.LittleEndian.AppendUint32([]byte{opLongBinPut}, uint32(i))...)
	}
}

// Memoize remembers v, as memoize, for hooks.
func (p *Pickler) Memoize(v object.Value) { p.memoize(v) }

// Known reports whether v was written before.
func (p *Pickler) Known(v object.Value) bool { _, ok := p.memo[v.O]; return ok }

// get writes a reference to memoized object number i.
func (p *Pickler) get(i int) {
	switch {
	case !p.bin:
		p.text("g" + itoa(i) + "\n")
	case i < 256:
		p.op(opBinGet, byte(i))
	default:
		p.op(binary.LittleEndian.AppendUint32([]byte{opLongBinGet}, uint32(i))...)
	}
}

func picklerNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	p := object.Alloc[Pickler](tp, &picklerType)
	p.frameStart = -1
	return object.Wrap(p), nil
}

func picklerInit(t *thread, self value, args, kw []value) error {
	a, err := picklerPlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	p := object.As[Pickler](self)
	proto, err := protocolArg(t, a[1])
	if err != nil {
		return err
	}
	fix, err := arg.Bool(t, a[2], true)
	if err != nil {
		return err
	}
	if p.callback, err = bufferCallback(a[3], proto); err != nil {
		return err
	}
	if p.write, err = object.GetAttrOpt(t, a[0], t.Intern("write")); err != nil {
		return err
	}
	if p.write.O == nil {
		return object.TypeErrorf("file must have a 'write' attribute")
	}
	if p.st, err = stateOf(t); err != nil {
		return err
	}
	p.init(proto, fix)
	p.table = value{}
	if p.Type != &picklerType {
		p.table, err = object.GetAttrOpt(t, self, t.Intern("dispatch_table"))
	}
	return err
}

func protocolArg(t *thread, v value) (int, error) {
	if !arg.Given(v) {
		return highestProtocol, nil
	}
	n, err := arg.CInt(t, v)
	if err != nil {
		return 0, err
	}
	if n < 0 {
		return highestProtocol, nil
	}
	if n > highestProtocol {
		return 0, object.ValueErrorf("pickle protocol must be <= %d", highestProtocol)
	}
	return n, nil
}

// bufferCallback checks the buffer_callback argument; missing means none.
func bufferCallback(cb value, proto int) (value, error) {
	if !arg.Given(cb) {
		return value{}, nil
	}
	if proto < 5 {
		return value{}, object.ValueErrorf("buffer_callback needs protocol >= 5")
	}
	return cb, nil
}

func picklerDump(t *thread, a []value) (value, error) {
	p := object.As[Pickler](a[0])
	if !p.ready {
		return value{}, object.Errorf(mustState(t).pickling, "Pickler.__init__() was not called by %s.__init__()", a[0].O.Type.FullName(t))
	}
	p.t = t
	return object.None, p.dump(a[1])
}

var picklerMethods = []object.Func{
	{Name: "dump", Sig: "($self, obj, /)", Doc: "Write a pickled representation of the given object to the open file.", Fn: picklerDump},
	{Name: "clear_memo", Sig: "($self, /)", Doc: "Clears the pickler's \"memo\".", Fn: func(t *thread, a []value) (value, error) {
		p := object.As[Pickler](a[0])
		p.memo, p.order = map[*object.Header]int{}, nil
		return object.None, nil
	}},
	{Name: "persistent_id", Sig: "($self, obj, /)", Fn: func(t *thread, a []value) (value, error) { return object.None, nil }},
}

func picklerFlag(name string, f func(p *Pickler) *bool) object.GetSet {
	return object.GetSet{Name: name, Get: func(t *thread, v value) (value, error) {
		return object.Int(boolInt(*f(object.As[Pickler](v)))), nil
	}, Set: func(t *thread, v, val value) (err error) {
		if val.O == nil {
			return object.TypeErrorf("can't delete numeric/char attribute")
		}
		*f(object.As[Pickler](v)), err = object.FlagValue(t, val)
		return err
	}}
}

var picklerGetSets = []object.GetSet{
	picklerFlag("bin", func(p *Pickler) *bool { return &p.bin }),
	picklerFlag("fast", func(p *Pickler) *bool { return &p.fast }),
	{Name: "dispatch_table", Get: func(t *thread, v value) (value, error) {
		if p := object.As[Pickler](v); p.table.O != nil {
			return p.table, nil
		}
		return value{}, object.NoAttribute(t, v, t.Intern("dispatch_table"))
	}, Set: func(t *thread, v, val value) error {
		object.As[Pickler](v).table = val
		return nil
	}},
	{Name: "memo", Get: func(t *thread, v value) (value, error) {
		d := object.NewDict()
		for i, x := range object.As[Pickler](v).order {
			if err := d.Set(t, object.Int(t.Interp.ID(x)), object.NewTuple(object.IntOf(i), x)); err != nil {
				return value{}, err
			}
		}
		return object.Wrap(d), nil
	}, Set: func(t *thread, v, val value) error {
		p := object.As[Pickler](v)
		if val.O == nil {
			return object.TypeErrorf("attribute deletion is not supported")
		}
		if !val.Is(&object.DictType) {
			return object.TypeErrorf("'memo' attribute must be a PicklerMemoProxy object or dict, not %s", val.O.Type.MsgName())
		}
		p.memo, p.order = map[*object.Header]int{}, nil
		for _, x := range dictValues(object.As[object.Dict](val)) {
			if x.O.Type.Solid != &object.TupleType || len(object.As[object.Tuple](x).Items) != 2 {
				return object.TypeErrorf("'memo' values must be 2-item tuples")
			}
			y := object.As[object.Tuple](x).Items[1]
			p.memo[y.O] = len(p.order)
			p.order = append(p.order, y)
		}
		return nil
	}},
}

func dictValues(d *object.Dict) []value {
	var out []value
	d.Each(func(_, v value) bool { out = append(out, v); return true })
	return out
}

func boolInt(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// picklerSetAttr lets persistent_id be set on a pickler.
func picklerSetAttr(t *thread, v value, name *object.Str, val value) error {
	if name.String() == "persistent_id" {
		object.As[Pickler](v).pidAttr = val
		return nil
	}
	return object.GenericSetAttr(t, v, name, val)
}

func init() {
	picklerType.Define(object.TypeSpec{Name: "Pickler", Module: "_pickle", Sig: "(file, protocol=None, fix_imports=True, buffer_callback=None)",
		Doc: "This takes a binary file for writing a pickle data stream.", Flags: object.FlagBase, Size: unsafe.Sizeof(Pickler{}),
		Slots: object.Slots{New: picklerNew, Init: picklerInit, SetAttr: picklerSetAttr, Traverse: func(v value, visit func(value)) {
			p := object.As[Pickler](v)
			for _, x := range []value{p.write, p.table, p.persistent, p.pidAttr, p.override, p.callback} {
				if x.O != nil {
					visit(x)
				}
			}
			for _, x := range p.order {
				visit(x)
			}
		}},
		Methods: picklerMethods, GetSets: picklerGetSets})
}

// ErrLimit ends the writing of more than LimitSize allows.
var ErrLimit = errors.New("pickle: too much data")

// LimitSize sets how many bytes may be written from now on; -1 lifts the limit.
func (p *Pickler) LimitSize(n int) {
	p.maxSize = 0
	if n >= 0 {
		p.maxSize = len(p.buf) + n + 1
	}
}

// LimitDepth sets how deep the data may be nested.
func (p *Pickler) LimitDepth(n int) { p.maxDepth = n }
