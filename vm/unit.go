package vm

// Units: an interpreter's private, executable copy of a code template.

import (
	"math/big"
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// Unit is one interpreter's copy of a code.Code: instruction words whose caches
// it may write, constants as Values, method caches.
type Unit struct {
	Code      *code.Code
	Obj       object.Value // the code object
	entry     unsafe.Pointer
	size      uintptr // bytes of the register window
	simple    int     // positional arguments of a plain function; -1: needs binding
	constBase unsafe.Pointer
	methods   unsafe.Pointer
	ins       []code.Ins
	consts    []object.Value
	names     []*object.Str
	mcache    []*Function
	mcached   []object.Value // method found by a LOADM/CALLM site, for built-in types
	nargs     int            // registers that hold arguments
	gen       bool
	cleans    bool // a generator with handlers of its own
	// The registers of comprehensions' variables.
	hidden, nhidden int
}

// attrCache is the layout of the three words behind GETATTR and SETATTR: two
// places where the attribute was found, as many sites see two classes.
type attrCache struct {
	version, shape   uint32
	version2, shape2 uint32
	offset, offset2  uint32
}

// methodCache is the layout of the four words behind LOADM and CALLM. Two
// (version, shape) pairs lead to Python functions in the unit's methods; a
// third kind of site, native, keeps a method of a built-in type.
type methodCache struct {
	version, shape   uint32
	version2, shape2 uint32
	index            uint32 // byte offset in the unit's methods; the second is behind it
	native           uint32 // version of the built-in type whose method is in mcached
	_, _             uint32
}

// globalCache is the layout of the two words behind LOADG and STOREG.
type globalCache struct {
	keys    uint32 // keys version under which the name is a global
	absent  uint32 // keys version under which it is not
	builtin uint32 // keys version of the builtins in that case
	offset  uint32 // byte offset of the value in the dict's entries
}

// impossible never equals a version.
const impossible = ^uint32(0) - 1

// newUnit builds the unit of c. module says that names are globals, so that
// the NAME instructions become their G forms.
func (rt *Runtime) newUnit(t *object.Thread, c *code.Code, module bool) *Unit {
	u := &Unit{Code: c, size: uintptr(c.NRegs) * 16, simple: -1}
	u.ins = append([]code.Ins(nil), c.Ins...)
	u.entry = unsafe.Pointer(&u.ins[0])
	u.consts = make([]object.Value, len(c.Consts)+1)
	for i, k := range c.Consts {
		u.consts[i] = rt.constant(t, k)
	}
	u.constBase = unsafe.Pointer(&u.consts[0])
	u.names = make([]*object.Str, len(c.Names))
	for i, n := range c.Names {
		u.names[i] = t.Intern(n)
	}
	u.nargs = c.ArgCount + c.KwOnlyArgCount
	if c.Flags&code.FlagVarArgs != 0 {
		u.nargs++
	}
	if c.Flags&code.FlagVarKeywords != 0 {
		u.nargs++
	}
	if u.nargs == c.ArgCount {
		u.simple = c.ArgCount
	}
	u.gen = c.Flags&(code.FlagGenerator|code.FlagCoroutine|code.FlagAsyncGenerator) != 0
	u.cleans = u.gen && cleansUp(c)
	for i, l := range c.LocalsPlus {
		if l.Kind&code.Hidden != 0 {
			if u.nhidden == 0 {
				u.hidden = i
			}
			u.nhidden++
		}
	}
	u.prepare(module)
	return u
}

var nameToGlobal = map[code.Op]code.Op{code.OpLOADNAME: code.OpLOADG, code.OpSTORENAME: code.OpSTOREG, code.OpDELNAME: code.OpDELG}

// prepare numbers the method caches and poisons all caches.
func (u *Unit) prepare(module bool) {
	sites := 0
	for i := 0; i < len(u.Code.Ins); {
		in := &u.ins[i]
		n := code.OpCaches[in.Op]
		switch in.Op {
		case code.OpLOADM, code.OpCALLM:
			c := (*methodCache)(unsafe.Pointer(&u.ins[i+1]))
			c.version, c.version2, c.native, c.index = impossible, impossible, impossible, uint32(sites*16)
			sites++
		case code.OpGETATTR, code.OpSETATTR:
			c := (*attrCache)(unsafe.Pointer(&u.ins[i+1]))
			c.version, c.version2 = impossible, impossible
		case code.OpLOADG, code.OpSTOREG, code.OpLOADNAME, code.OpSTORENAME, code.OpDELNAME:
			if n > 0 {
				c := (*globalCache)(unsafe.Pointer(&u.ins[i+1]))
				c.keys, c.absent = impossible, impossible
			}
			if g, ok := nameToGlobal[in.Op]; ok && module {
				in.Op = g
			}
		}
		i += 1 + int(n)
	}
	if sites > 0 {
		u.mcache = make([]*Function, 2*sites)
		u.mcached = make([]object.Value, sites)
		u.methods = unsafe.Pointer(&u.mcache[0])
	}
}

// constant turns a code constant into a Value.
func (rt *Runtime) constant(t *object.Thread, k any) object.Value {
	switch k := k.(type) {
	case nil:
		return object.None
	case bool:
		return object.Bool(k)
	case int64:
		return object.Int(k)
	case *big.Int:
		return object.BigInt(new(big.Int).Set(k))
	case float64:
		return object.Float(k)
	case complex128:
		return object.NewComplex(k)
	case string:
		if len(k) <= 40 {
			return object.Wrap(t.Intern(k))
		}
		return object.NewStr(k)
	case code.Bytes:
		return object.NewBytes([]byte(k))
	case code.Ellipsis:
		return object.Ellipsis
	case code.Tuple:
		items := make([]object.Value, len(k))
		for i, x := range k {
			items[i] = rt.constant(t, x)
		}
		return object.NewTupleOwned(items)
	case code.FrozenSet:
		items := make([]object.Value, len(k))
		for i, x := range k {
			items[i] = rt.constant(t, x)
		}
		return object.NewFrozenSet(t, items)
	case code.Slice:
		return object.NewSlice(rt.constant(t, k[0]), rt.constant(t, k[1]), rt.constant(t, k[2]))
	case *code.Code:
		return object.Wrap(rt.codeObject(k))
	}
	panic("vm: unknown constant type")
}
