package pickle

import (
	"encoding/binary"
	"math"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var (
	unpicklerType object.Type
	unpicklerPlan = arg.Plan{Name: "Unpickler", Sig: "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())"}
)

// Unpickler reads the pickle format. It is the Python type pickle.Unpickler
// and, by NewUnpickler, a reader for Go callers.
type Unpickler struct {
	object.Header
	t        *thread
	st       *state
	ready    bool
	data     []byte // read but not used: data[pos:]
	pos      int
	read     value // file.read, or missing
	readline value
	stack    []value
	marks    []int
	floor    int // stack items below belong to before the last mark
	memo     []value
	sparse   map[int]value // memo entries far beyond the others
	proto    int
	fix      bool
	encoding string
	errors   string
	buffers  value
	pers     value // persistent_load of this load, or missing
	persAttr value
	find     value // find_class of a subclass, or missing
	// Global, if not nil, replaces find_class.
	Global func(t *object.Thread, module, name string) (object.Value, error)
}

// NewUnpickler returns a reader of data, as New's picklers wrote it.
func NewUnpickler(t *object.Thread, data []byte) (*Unpickler, error) {
	st, err := stateOf(t)
	if err != nil {
		return nil, err
	}
	return &Unpickler{Header: object.Header{Type: &unpicklerType}, t: t, st: st, ready: true, data: data, encoding: "ASCII", errors: "strict", proto: highestProtocol}, nil
}

// Load reads the next object; the memo is kept for the following ones.
func (u *Unpickler) Load() (object.Value, error) { return u.load() }

// More reports whether there is data after the last object.
func (u *Unpickler) More() bool { return u.pos < len(u.data) }

// Forget empties the memo.
func (u *Unpickler) Forget() { u.memo, u.sparse = nil, nil }

func (u *Unpickler) fail(format string, args ...any) error {
	return object.Errorf(u.st.unpickling, format, args...)
}

// need returns the next n bytes.
func (u *Unpickler) need(n int) ([]byte, error) {
	if n <= len(u.data)-u.pos {
		b := u.data[u.pos : u.pos+n]
		u.pos += n
		return b, nil
	}
	if u.read.O == nil {
		return nil, u.truncated()
	}
	have := append([]byte(nil), u.data[u.pos:]...)
	r, err := object.CallArgs(u.t, u.read, object.IntOf(n-len(have)))
	if err != nil {
		return nil, err
	}
	b, ok := object.BytesOf(r)
	if !ok {
		return nil, object.TypeErrorf("read() returned non-bytes object (%s)", r.O.Type.FullName(u.t))
	}
	u.data, u.pos = nil, 0
	if len(have)+len(b) < n {
		return nil, u.truncated()
	}
	if len(have)+len(b) > n {
		return nil, object.ValueErrorf("read() returned too much data")
	}
	return append(have, b...), nil
}

func (u *Unpickler) truncated() error { return u.fail("pickle data was truncated") }

// line returns the next line without its end.
func (u *Unpickler) line() (string, error) {
	for i := u.pos; i < len(u.data); i++ {
		if u.data[i] == '\n' {
			s := string(u.data[u.pos:i])
			u.pos = i + 1
			return s, nil
		}
	}
	if u.readline.O == nil {
		return "", u.truncated()
	}
	r, err := object.CallArgs(u.t, u.readline)
	if err != nil {
		return "", err
	}
	b, ok := object.BytesOf(r)
	if !ok {
		return "", object.TypeErrorf("readline() returned non-bytes object (%s)", r.O.Type.FullName(u.t))
	}
	s := string(u.data[u.pos:]) + string(b)
	u.data, u.pos = nil, 0
	if s == "" || s[len(s)-1] != '\n' {
		return "", u.truncated()
	}
	return s[:len(s)-1], nil
}

// number returns a line that must not be empty.
func (u *Unpickler) number() (string, error) {
	s, err := u.line()
	if err == nil && s == "" {
		err = u.truncated()
	}
	return s, err
}

func (u *Unpickler) uint(size int) (uint64, error) {
	b, err := u.need(size)
	if err != nil {
		return 0, err
	}
	var n uint64
	for i := size - 1; i >= 0; i-- {
		n = n<<8 | uint64(b[i])
	}
	return n, nil
}

// counted returns the data behind a length of size bytes.
func (u *Unpickler) counted(size int, what string) ([]byte, error) {
	n, err := u.uint(size)
	if err != nil {
		return nil, err
	}
	if n > math.MaxInt64 {
		return nil, object.OverflowErrorf("%s exceeds system's maximum size of %d bytes", what, int64(math.MaxInt64))
	}
	if n > math.MaxInt64-64 && what == "BINBYTES" {
		return nil, object.OverflowErrorf("byte string is too large")
	}
	if u.read.O != nil {
		if err := u.t.Charge(int(n)); err != nil {
			return nil, err
		}
	}
	return u.need(int(n))
}

func (u *Unpickler) push(v value) { u.stack = append(u.stack, v) }

func (u *Unpickler) underflow() error {
	if len(u.marks) > 0 {
		return u.fail("unexpected MARK found")
	}
	return u.fail("unpickling stack underflow")
}

func (u *Unpickler) pop() (value, error) {
	if len(u.stack) <= u.floor {
		return value{}, u.underflow()
	}
	v := u.stack[len(u.stack)-1]
	u.stack = u.stack[:len(u.stack)-1]
	return v, nil
}

func (u *Unpickler) top() (value, error) {
	if len(u.stack) <= u.floor {
		return value{}, u.underflow()
	}
	return u.stack[len(u.stack)-1], nil
}

// popN returns the top n values; they are valid until the next push.
func (u *Unpickler) popN(n int) ([]value, error) {
	if len(u.stack)-n < u.floor {
		return nil, u.underflow()
	}
	s := u.stack[len(u.stack)-n:]
	u.stack = u.stack[:len(u.stack)-n]
	return s, nil
}

// popMark returns the values behind the last mark, which goes.
func (u *Unpickler) popMark() ([]value, error) {
	k := len(u.marks) - 1
	if k < 0 {
		return nil, u.fail("could not find MARK")
	}
	at := u.marks[k]
	u.marks = u.marks[:k]
	u.floor = 0
	if k > 0 {
		u.floor = u.marks[k-1]
	}
	items := append([]value(nil), u.stack[at:]...)
	u.stack = u.stack[:at]
	return items, nil
}

func (u *Unpickler) memoGet(i int) error {
	if i >= 0 && i < len(u.memo) && u.memo[i].O != nil {
		u.push(u.memo[i])
		return nil
	}
	if v, ok := u.sparse[i]; ok {
		u.push(v)
		return nil
	}
	return u.fail("Memo value not found at index %d", i)
}

func (u *Unpickler) memoPut(i int) error {
	v, err := u.top()
	if err != nil {
		return err
	}
	switch {
	case i < len(u.memo):
		u.memo[i] = v
	case i == len(u.memo):
		u.memo = append(u.memo, v)
	case i < 2*len(u.memo)+1024:
		u.memo = append(u.memo, make([]value, i+1-len(u.memo))...)
		u.memo[i] = v
	default:
		if u.sparse == nil {
			u.sparse = map[int]value{}
		}
		u.sparse[i] = v
	}
	return nil
}

// load reads one pickle.
func (u *Unpickler) load() (value, error) {
	if !u.ready {
		return value{}, u.fail("Unpickler.__init__() was not called by %s.__init__()", u.Type.FullName(u.t))
	}
	u.stack, u.marks, u.floor = u.stack[:0], u.marks[:0], 0
	for {
		if u.pos >= len(u.data) {
			b, err := u.need(1)
			if err != nil {
				if object.IsExc(err, u.st.unpickling) {
					err = object.Errorf(&object.EOFErrorType, "Ran out of input")
				}
				return value{}, err
			}
			u.data, u.pos = b, 0
		}
		op := u.data[u.pos]
		u.pos++
		if op == opStop {
			return u.pop()
		}
		if err := u.t.Poll(1); err != nil {
			return value{}, err
		}
		if err := u.step(op); err != nil {
			return value{}, err
		}
	}
}

func (u *Unpickler) step(op byte) error {
	if done, err := u.stepBasic(op); done {
		return err
	}
	if done, err := u.stepText(op); done {
		return err
	}
	if done, err := u.stepObject(op); done {
		return err
	}
	if op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\' {
		return u.fail("invalid load key, '%c'.", op)
	}
	return u.fail("invalid load key, '\\x%02x'.", op)
}

// stepBasic does the frequent opcodes of plain data.
func (u *Unpickler) stepBasic(op byte) (bool, error) {
	switch op {
	case opMark:
		u.marks = append(u.marks, len(u.stack))
		u.floor = len(u.stack)
	case opNone:
		u.push(object.None)
	case opNewTrue:
		u.push(object.True)
	case opNewFalse:
		u.push(object.False)
	case opBinInt, opBinInt1, opBinInt2:
		return true, u.binInt(op)
	case opLong1, opLong4:
		return true, u.long(op)
	case opBinFloat:
		b, err := u.need(8)
		if err != nil {
			return true, err
		}
		u.push(object.Float(math.Float64frombits(binary.BigEndian.Uint64(b))))
	case opShortBinUnicode, opBinUnicode, opBinUnicode8:
		return true, u.binStr(op)
	case opShortBinBytes, opBinBytes, opBinBytes8:
		return true, u.binBytes(op)
	case opEmptyTuple:
		u.push(object.EmptyTuple)
	case opEmptyList:
		u.push(object.NewList())
	case opEmptyDict:
		u.push(object.Wrap(object.NewDict()))
	case opTuple1, opTuple2, opTuple3:
		items, err := u.popN(int(op-opTuple1) + 1)
		if err != nil {
			return true, err
		}
		u.push(object.NewTuple(items...))
	case opMemoize:
		return true, u.memoPut(len(u.memo) + len(u.sparse))
	case opBinGet, opLongBinGet:
		n, err := u.uint([...]int{1, 4}[btoi(op == opLongBinGet)])
		if err != nil {
			return true, err
		}
		return true, u.memoGet(int(n))
	case opBinPut, opLongBinPut:
		n, err := u.uint([...]int{1, 4}[btoi(op == opLongBinPut)])
		if err != nil {
			return true, err
		}
		return true, u.memoPut(int(n))
	default:
		return false, nil
	}
	return true, nil
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (u *Unpickler) binInt(op byte) error {
	size := 4
	switch op {
	case opBinInt1:
		size = 1
	case opBinInt2:
		size = 2
	}
	n, err := u.uint(size)
	if err != nil {
		return err
	}
	if op == opBinInt {
		u.push(object.Int(int64(int32(n))))
	} else {
		u.push(object.Int(int64(n)))
	}
	return nil
}

func (u *Unpickler) long(op byte) error {
	var n uint64
	var err error
	if op == opLong1 {
		n, err = u.uint(1)
	} else if n, err = u.uint(4); err == nil && int32(n) < 0 {
		return u.fail("LONG pickle has negative byte count")
	}
	if err != nil {
		return err
	}
	b, err := u.need(int(n))
	if err != nil {
		return err
	}
	u.push(decodeLong(b))
	return nil
}

func (u *Unpickler) binStr(op byte) error {
	size, what := 1, "BINUNICODE"
	switch op {
	case opBinUnicode:
		size = 4
	case opBinUnicode8:
		size = 8
	}
	b, err := u.counted(size, what)
	if err != nil {
		return err
	}
	s, _, err := object.DecodeUTF8(u.t, b, "surrogatepass", object.Value{}, true)
	if err != nil {
		return err
	}
	u.push(object.NewStr(s))
	return nil
}

func (u *Unpickler) binBytes(op byte) error {
	size := 1
	switch op {
	case opBinBytes:
		size = 4
	case opBinBytes8:
		size = 8
	}
	b, err := u.counted(size, "BINBYTES")
	if err != nil {
		return err
	}
	u.push(object.NewBytes(append([]byte(nil), b...)))
	return nil
}

func unpicklerNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	u := object.Alloc[Unpickler](tp, &unpicklerType)
	u.t = t
	st, err := stateOf(t)
	u.st = st
	return object.Wrap(u), err
}

func unpicklerInit(t *thread, self value, args, kw []value) error {
	a, err := unpicklerPlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	u := object.As[Unpickler](self)
	for i, n := range []string{"read", "readline"} {
		f, err := object.GetAttrOpt(t, a[0], t.Intern(n))
		if err != nil {
			return err
		}
		if f.O == nil {
			return object.TypeErrorf("file must have 'read' and 'readline' attributes")
		}
		*[]*value{&u.read, &u.readline}[i] = f
	}
	u.data, u.pos, u.memo, u.sparse, u.ready = nil, 0, nil, nil, true
	return u.options(a[1], a[2], a[3], a[4])
}

// options reads the keyword arguments of load and Unpickler.
func (u *Unpickler) options(fix, encoding, errors, buffers value) (err error) {
	if u.fix, err = arg.Bool(u.t, fix, true); err != nil {
		return err
	}
	u.encoding, u.errors = "ASCII", "strict"
	if encoding.O != nil {
		if u.encoding, err = arg.Str(encoding, "Unpickler", "'encoding'", false); err != nil {
			return err
		}
	}
	if errors.O != nil {
		if u.errors, err = arg.Str(errors, "Unpickler", "'errors'", false); err != nil {
			return err
		}
	}
	u.buffers = value{}
	if arg.Given(buffers) {
		if buffers.O.Type == &object.TupleType && len(object.As[object.Tuple](buffers).Items) == 0 {
			return nil
		}
		u.buffers, err = object.Iter(u.t, buffers)
	}
	return err
}

// lookupHooks finds the methods that a subclass may define.
func (u *Unpickler) lookupHooks() error {
	u.pers, u.find = u.persAttr, value{}
	if u.Type == &unpicklerType {
		return nil
	}
	self := object.Wrap(u)
	for i, n := range []string{"persistent_load", "find_class"} {
		f, err := object.GetAttrOpt(u.t, self, u.t.Intern(n))
		if err != nil {
			return err
		}
		dst := []*value{&u.pers, &u.find}[i]
		if f.O != nil && f.O.Type != &object.BuiltinType && dst.O == nil {
			*dst = f
		}
	}
	return nil
}

var unpicklerMethods = []object.Func{
	{Name: "load", Sig: "($self, /)", Doc: "Load a pickle.", Fn: func(t *thread, a []value) (value, error) {
		u := object.As[Unpickler](a[0])
		u.t = t
		if err := u.lookupHooks(); err != nil {
			return value{}, err
		}
		return u.load()
	}},
	{Name: "find_class", Sig: "($self, module_name, global_name, /)", Doc: "Return an object from a specified module.", Fn: func(t *thread, a []value) (value, error) {
		u := object.As[Unpickler](a[0])
		u.t = t
		m, err := arg.Str(a[1], "find_class", "1", false)
		if err != nil {
			return value{}, err
		}
		n, err := arg.Str(a[2], "find_class", "2", false)
		if err != nil {
			return value{}, err
		}
		return u.findClass(m, n)
	}},
	{Name: "persistent_load", Sig: "($self, pid, /)", Fn: func(t *thread, a []value) (value, error) {
		return value{}, object.Errorf(mustState(t).unpickling, "%s", noPersistent)
	}},
}

const noPersistent = "A load persistent id instruction was encountered, but no persistent_load function was specified."

func init() {
	unpicklerType.Define(object.TypeSpec{Name: "Unpickler", Module: "_pickle", Sig: "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
		Doc: "This takes a binary file for reading a pickle data stream.", Flags: object.FlagBase, Size: unsafe.Sizeof(Unpickler{}),
		Slots: object.Slots{New: unpicklerNew, Init: unpicklerInit, SetAttr: func(t *thread, v value, name *object.Str, val value) error {
			if name.String() == "persistent_load" {
				object.As[Unpickler](v).persAttr = val
				return nil
			}
			return object.GenericSetAttr(t, v, name, val)
		}, Traverse: func(v value, visit func(value)) {
			u := object.As[Unpickler](v)
			for _, list := range [][]value{u.stack, u.memo, {u.read, u.readline, u.buffers, u.pers, u.persAttr, u.find}} {
				for _, x := range list {
					if x.O != nil {
						visit(x)
					}
				}
			}
		}},
		Methods: unpicklerMethods,
		GetSets: []object.GetSet{{Name: "memo", Get: func(t *thread, v value) (value, error) {
			d := object.NewDict()
			for i, x := range object.As[Unpickler](v).memo {
				if x.O != nil {
					if err := d.Set(t, object.IntOf(i), x); err != nil {
						return value{}, err
					}
				}
			}
			return object.Wrap(d), nil
		}}}})
}
