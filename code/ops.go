package code

// This file is the opcode table, the one place where an instruction is
// declared. `go generate ./code` derives ops_gen.go and docs/bytecode.md.
//
// Register operands are stored scaled: register number * RegScale. A jump
// offset counts words from the word after the instruction and its caches.

// Op is an opcode.
type Op uint16

// Ins is one instruction word. Cache words are zero Ins in the template.
type Ins struct {
	Op      Op
	A, B, C uint16
}

// RegScale is the factor by which register numbers in operands are multiplied.
const RegScale = 16

// MaxRegs is the largest register window of a frame.
const MaxRegs = 4096

// Kind says what an operand field holds.
type Kind uint8

// Operand kinds.
const (
	None       Kind = iota
	Reg             // a register that is read
	RegOut          // a register that is written, on success only
	RegInOut        // a register that is read and written
	RegBase         // the first of several consecutive registers that are read
	RegBaseOut      // the first of several consecutive registers that are written
	RegBaseIO       // the first of several consecutive registers that are read and written
	Imm             // a signed 16-bit integer
	Const           // an index into Code.Consts
	Const32         // a 32-bit index into Code.Consts: low half here, high half in the next field
	Name            // an index into Code.Names
	Jump            // a signed 16-bit offset
	Jump32          // a signed 32-bit offset: low half here, high half in the next field
	Count           // a number of registers or items
	Raw             // a number whose meaning the documentation gives
)

// Flags of an opcode.
type Flags uint8

// Opcode flags.
const (
	Raises Flags = 1 << iota // may raise an exception
	Branch                   // may jump, may fall through
	Back                     // may jump backward
	Term                     // never falls through
	Calls                    // may enter Python code through the eval loop itself
)

// OpInfo is one row of the opcode table.
type OpInfo struct {
	Name    string
	A, B, C Kind
	Cache   int // number of cache words that follow
	Flags   Flags
	Doc     string
}

var opTable = []OpInfo{
	// The hot instructions come first, densely.
	{Name: "NOP", Doc: "Do nothing."},
	{Name: "MOVE", A: RegOut, B: Reg, Doc: "r[A] = r[B], whatever it is (also null or a cell)."},
	{Name: "LOADK", A: RegOut, B: Const32, C: Raw, Doc: "r[A] = consts[B | C<<16]."},
	{Name: "LOADI", A: RegOut, B: Imm, Doc: "r[A] = the int B."},
	{Name: "ADD", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] + r[C]."},
	{Name: "SUB", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] - r[C]."},
	{Name: "MUL", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] * r[C]."},
	{Name: "IADD", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] += r[C]."},
	{Name: "ISUB", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] -= r[C]."},
	{Name: "IMUL", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] *= r[C]."},
	{Name: "ADDI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] + int C."},
	{Name: "SUBI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] - int C."},
	{Name: "MULI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] * int C."},
	{Name: "FLOORDIVI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] // int C."},
	{Name: "MODI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] % int C."},
	{Name: "ANDI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] & int C."},
	{Name: "RSHIFTI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] >> int C."},
	{Name: "LSHIFTI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] << int C."},
	{Name: "IADDI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] += int C."},
	{Name: "ISUBI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] -= int C."},
	{Name: "IMULI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] *= int C."},
	{Name: "IFLOORDIVI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] //= int C."},
	{Name: "IMODI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] %= int C."},
	{Name: "IANDI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] &= int C."},
	{Name: "IRSHIFTI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] >>= int C."},
	{Name: "ILSHIFTI", A: RegOut, B: Reg, C: Imm, Flags: Raises, Doc: "r[A] = r[B] <<= int C."},

	{Name: "JMP", C: Jump, Flags: Term | Back, Doc: "Jump. Only JMP, JMPW, JT, the jump-if-true compares and FORITER may jump backward; they test the eval breaker then."},
	{Name: "JT", A: Reg, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] is true."},
	{Name: "JF", A: Reg, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] is false."},
	{Name: "JLT", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] < r[B] is true."},
	{Name: "JLE", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] <= r[B] is true."},
	{Name: "JGT", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] > r[B] is true."},
	{Name: "JGE", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] >= r[B] is true."},
	{Name: "JEQ", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] == r[B] is true."},
	{Name: "JNE", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] != r[B] is true."},
	{Name: "JNLT", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] < r[B] is false."},
	{Name: "JNLE", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] <= r[B] is false."},
	{Name: "JNGT", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] > r[B] is false."},
	{Name: "JNGE", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] >= r[B] is false."},
	{Name: "JNEQ", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] == r[B] is false."},
	{Name: "JNNE", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] != r[B] is false."},
	{Name: "JLTI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] < int B is true."},
	{Name: "JLEI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] <= int B is true."},
	{Name: "JGTI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] > int B is true."},
	{Name: "JGEI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] >= int B is true."},
	{Name: "JEQI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] == int B is true."},
	{Name: "JNEI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch | Back, Doc: "Jump if r[A] != int B is true."},
	{Name: "JNLTI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] < int B is false."},
	{Name: "JNLEI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] <= int B is false."},
	{Name: "JNGTI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] > int B is false."},
	{Name: "JNGEI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] >= int B is false."},
	{Name: "JNEQI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] == int B is false."},
	{Name: "JNNEI", A: Reg, B: Imm, C: Jump, Flags: Raises | Branch, Doc: "Jump if r[A] != int B is false."},
	{Name: "JNONE", A: Reg, C: Jump, Flags: Branch, Doc: "Jump if r[A] is None."},
	{Name: "JNOTNONE", A: Reg, C: Jump, Flags: Branch, Doc: "Jump if r[A] is not None."},
	{Name: "JIS", A: Reg, B: Reg, C: Jump, Flags: Branch, Doc: "Jump if r[A] is r[B]."},
	{Name: "JISNOT", A: Reg, B: Reg, C: Jump, Flags: Branch, Doc: "Jump if r[A] is not r[B]."},
	{Name: "FORITER", A: RegBase, B: RegOut, C: Jump, Cache: 1, Flags: Raises | Branch | Back | Calls, Doc: "State of GETITER in r[A..A+2]: next item to r[B] and jump; exhausted: fall through (r[B] unchanged)."},

	{Name: "GETATTR", A: RegOut, B: Reg, C: Name, Cache: 3, Flags: Raises | Calls, Doc: "r[A] = r[B].name."},
	{Name: "SETATTR", A: Reg, B: Reg, C: Name, Cache: 3, Flags: Raises | Calls, Doc: "r[A].name = r[B]."},
	{Name: "GETITEM", A: RegOut, B: Reg, C: Reg, Flags: Raises | Calls, Doc: "r[A] = r[B][r[C]]."},
	{Name: "GETITEMI", A: RegOut, B: Reg, C: Imm, Flags: Raises | Calls, Doc: "r[A] = r[B][int C]."},
	{Name: "SETITEM", A: Reg, B: Reg, C: Reg, Flags: Raises | Calls, Doc: "r[A][r[B]] = r[C]."},
	{Name: "LOADG", A: RegOut, C: Name, Cache: 2, Flags: Raises, Doc: "r[A] = global or built-in name."},
	{Name: "STOREG", A: Reg, C: Name, Cache: 2, Flags: Raises, Doc: "global name = r[A]."},
	{Name: "LOADNAME", A: RegOut, C: Name, Cache: 2, Flags: Raises, Doc: "r[A] = name in locals, globals or built-ins (module and class bodies)."},
	{Name: "STORENAME", A: Reg, C: Name, Cache: 2, Flags: Raises, Doc: "locals name = r[A]."},
	{Name: "LOADDEREF", A: RegOut, B: Reg, C: Name, Flags: Raises, Doc: "r[A] = contents of the cell r[B]; name for the error when it is empty."},
	{Name: "STOREDEREF", A: Reg, B: Reg, Doc: "contents of the cell r[A] = r[B]."},
	{Name: "CALL", A: RegBaseIO, B: Count, Flags: Raises | Calls, Doc: "r[A] = r[A](r[A+1..A+B]); registers above A are dead afterwards."},
	{Name: "LOADM", A: RegBaseOut, B: Reg, C: Name, Cache: 4, Flags: Raises, Doc: "Method load: r[A] = function, r[A+1] = self; or r[A] = null, r[A+1] = attribute value."},
	{Name: "CALLMETH", A: RegBaseIO, B: Count, Flags: Raises | Calls, Doc: "Call after LOADM with B arguments in r[A+2..] (self not counted); result in r[A]."},
	{Name: "CALLM", A: RegBaseIO, B: Count, C: Name, Cache: 4, Flags: Raises | Calls, Doc: "r[A] = r[A+1].name(r[A+2..A+1+B]); r[A] need not be set before. In the position table the word stands for the call, its cache words for the attribute access."},
	{Name: "RET", A: Reg, Flags: Term, Doc: "Return r[A]."},
	{Name: "RETNONE", Flags: Term, Doc: "Return None."},
	{Name: "YIELD", A: RegOut, B: Reg, C: Raw, Flags: Raises, Doc: "Yield r[B]; on resume the sent value is in r[A]. C: 0, or 1 + register number (unscaled) of the delegate iterator."},
	{Name: "LT", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] < r[C]."},
	{Name: "LE", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] <= r[C]."},
	{Name: "GT", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] > r[C]."},
	{Name: "GE", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] >= r[C]."},
	{Name: "EQ", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] == r[C]."},
	{Name: "NE", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] != r[C]."},
	{Name: "IS", A: RegOut, B: Reg, C: Reg, Doc: "r[A] = r[B] is r[C]."},
	{Name: "ISNOT", A: RegOut, B: Reg, C: Reg, Doc: "r[A] = r[B] is not r[C]."},
	{Name: "IN", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] in r[C]."},
	{Name: "NOTIN", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] not in r[C]."},
	{Name: "NOT", A: RegOut, B: Reg, Flags: Raises, Doc: "r[A] = not r[B]."},
	{Name: "NEG", A: RegOut, B: Reg, Flags: Raises, Doc: "r[A] = -r[B]."},
	{Name: "LISTAPPEND", A: Reg, B: Reg, Doc: "Append r[B] to the list r[A]."},
	{Name: "TUPLE", A: RegOut, B: RegBase, C: Count, Doc: "r[A] = tuple of r[B..B+C-1]."},
	{Name: "LIST", A: RegOut, B: RegBase, C: Count, Doc: "r[A] = list of r[B..B+C-1]."},
	{Name: "UNPACK", A: Reg, B: RegBaseOut, C: Count, Flags: Raises, Doc: "Unpack r[A], exactly C items, to r[B..B+C-1]."},

	// The rest.
	{Name: "DIV", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] / r[C]."},
	{Name: "FLOORDIV", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] // r[C]."},
	{Name: "MOD", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] % r[C]."},
	{Name: "POW", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] ** r[C]."},
	{Name: "MATMUL", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] @ r[C]."},
	{Name: "LSHIFT", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] << r[C]."},
	{Name: "RSHIFT", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] >> r[C]."},
	{Name: "AND", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] & r[C]."},
	{Name: "OR", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] | r[C]."},
	{Name: "XOR", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] ^ r[C]."},
	{Name: "IDIV", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] /= r[C]."},
	{Name: "IFLOORDIV", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] //= r[C]."},
	{Name: "IMOD", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] %= r[C]."},
	{Name: "IPOW", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] **= r[C]."},
	{Name: "IMATMUL", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] @= r[C]."},
	{Name: "ILSHIFT", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] <<= r[C]."},
	{Name: "IRSHIFT", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] >>= r[C]."},
	{Name: "IAND", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] &= r[C]."},
	{Name: "IOR", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] |= r[C]."},
	{Name: "IXOR", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = r[B] ^= r[C]."},
	{Name: "POS", A: RegOut, B: Reg, Flags: Raises, Doc: "r[A] = +r[B]."},
	{Name: "INVERT", A: RegOut, B: Reg, Flags: Raises, Doc: "r[A] = ~r[B]."},

	{Name: "NULL", A: RegOut, Doc: "r[A] = null (unbound)."},
	{Name: "CLEAR", A: RegBaseOut, B: Count, Doc: "Null r[A..A+B-1]."},
	{Name: "CHECK", A: Reg, B: Name, Flags: Raises, Doc: "UnboundLocalError for name if r[A] is null."},
	{Name: "DELLOCAL", A: RegInOut, C: Name, Flags: Raises, Doc: "Unbind the local r[A]; UnboundLocalError for name if it is null."},
	{Name: "DELG", C: Name, Flags: Raises, Doc: "Delete the global name."},
	{Name: "DELNAME", C: Name, Flags: Raises, Doc: "Delete name from locals (module and class bodies)."},
	{Name: "LOADFROMDICTORG", A: RegOut, B: Reg, C: Name, Flags: Raises, Doc: "r[A] = name in the mapping r[B], else global or built-in."},
	{Name: "LOADFROMDICTORDEREF", A: RegInOut, B: Reg, C: Name, Flags: Raises, Doc: "r[A] (a mapping): r[A] = name in it, else contents of the cell r[B]."},
	{Name: "LOADLOCALS", A: RegOut, Flags: Raises, Doc: "r[A] = the locals mapping of a class or module body."},
	{Name: "MAKECELL", A: RegInOut, Doc: "r[A] = new cell holding r[A] (empty if it is null)."},
	{Name: "COPYFREE", A: RegBaseOut, B: Count, Doc: "Copy the B cells of the function's closure to r[A..A+B-1]."},
	{Name: "DELDEREF", A: Reg, C: Name, Flags: Raises, Doc: "Empty the cell r[A]; error for name if it is empty."},
	{Name: "LOADSPILL", A: RegOut, B: Reg, C: Name, Flags: Raises, Doc: "r[A] = local name kept in the dict r[B] (functions with very many locals); UnboundLocalError if absent."},
	{Name: "STORESPILL", A: Reg, B: Reg, C: Name, Doc: "Local name kept in the dict r[A] = r[B]."},
	{Name: "DELSPILL", A: Reg, C: Name, Flags: Raises, Doc: "Unbind the local name kept in the dict r[A]; UnboundLocalError if absent."},

	{Name: "DELATTR", A: Reg, C: Name, Flags: Raises, Doc: "del r[A].name."},
	{Name: "DELITEM", A: Reg, B: Reg, Flags: Raises, Doc: "del r[A][r[B]]."},
	{Name: "SLICE", A: RegOut, B: RegBase, C: Count, Doc: "r[A] = slice of r[B], r[B+1] and, when C is 3, r[B+2]."},
	{Name: "GETSLICE", A: RegOut, B: Reg, C: RegBase, Flags: Raises, Doc: "r[A] = r[B][r[C]:r[C+1]]."},
	{Name: "SETSLICE", A: Reg, B: RegBase, C: Reg, Flags: Raises, Doc: "r[A][r[B]:r[B+1]] = r[C]."},

	{Name: "SET", A: RegOut, B: RegBase, C: Count, Flags: Raises, Doc: "r[A] = set of r[B..B+C-1]."},
	{Name: "DICT", A: RegOut, B: RegBase, C: Count, Flags: Raises, Doc: "r[A] = dict of C pairs key, value from r[B]."},
	{Name: "LISTEXTEND", A: Reg, B: Reg, Flags: Raises, Doc: "Extend the list r[A] by *r[B]."},
	{Name: "SETADD", A: Reg, B: Reg, Flags: Raises, Doc: "Add r[B] to the set r[A]."},
	{Name: "SETUPDATE", A: Reg, B: Reg, Flags: Raises, Doc: "Add the items of *r[B] to the set r[A]."},
	{Name: "DICTSET", A: Reg, B: Reg, C: Reg, Flags: Raises, Doc: "r[A][r[B]] = r[C] for a dict display or comprehension."},
	{Name: "DICTUPDATE", A: Reg, B: Reg, Flags: Raises, Doc: "**r[B] into the dict display r[A]."},
	{Name: "DICTMERGE", A: Reg, B: Reg, C: Reg, Flags: Raises, Doc: "**r[B] into the keyword arguments r[A] of the call of r[C]: a duplicate is a TypeError naming it."},
	{Name: "LISTTOTUPLE", A: RegOut, B: Reg, Doc: "r[A] = tuple of the list r[B]."},
	{Name: "STARARGS", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = tuple(r[B]) for the sole *argument of the call of r[C]; a TypeError names it."},
	{Name: "UNPACKEX", A: Reg, B: RegBaseOut, C: Raw, Flags: Raises, Doc: "Unpack r[A] to (C & 255) registers, a list, and (C >> 8) registers from r[B]."},
	{Name: "UNPACKBIG", A: RegOut, B: Reg, C: Count, Flags: Raises, Doc: "r[A] = tuple of all target values of unpacking r[B]. Always prefixed by WIDE 0, s, hi: count n = C | hi<<16; s = 0: exactly n items; else s-1 items, a list, n items."},

	{Name: "BUILDSTR", A: RegOut, B: RegBase, C: Count, Flags: Raises, Doc: "r[A] = concatenation of the strs r[B..B+C-1]."},
	{Name: "FORMAT", A: RegOut, B: Reg, C: Raw, Flags: Raises, Doc: "r[A] = format of r[B] with an empty spec after conversion C (0, 's', 'r', 'a')."},
	{Name: "FORMATSPEC", A: RegInOut, B: Reg, C: Raw, Flags: Raises, Doc: "r[A] = format of r[A] with spec r[B] after conversion C."},
	{Name: "INTERP", A: RegOut, B: RegBase, C: Raw, Flags: Raises, Doc: "r[A] = Interpolation of r[B] (value), r[B+1] (expression text) and, when C has bit 8, r[B+2] (format spec); conversion C & 255."},
	{Name: "TEMPLATE", A: RegOut, B: RegBase, Flags: Raises, Doc: "r[A] = Template of r[B] (tuple of strs) and r[B+1] (tuple of Interpolations)."},

	{Name: "CALLKW", A: RegBaseIO, B: Count, C: Const, Flags: Raises | Calls, Doc: "As CALL; the last len(consts[C]) of the B arguments are keyword values."},
	{Name: "CALLMETHKW", A: RegBaseIO, B: Count, C: Const, Flags: Raises | Calls, Doc: "As CALLMETH; the last len(consts[C]) of the B arguments are keyword values."},
	{Name: "CALLEX", A: RegBaseIO, Flags: Raises | Calls, Doc: "r[A] = r[A](*r[A+1], **r[A+2]): a tuple; a dict or null."},
	{Name: "LOADSUPER", A: RegBaseOut, B: RegBase, C: Name, Flags: Raises, Doc: "As LOADM for super().name: r[B] = the global super, r[B+1] = __class__, r[B+2] = the first argument. A shadowed super is called without arguments."},
	{Name: "GETSUPER", A: RegOut, B: RegBase, C: Name, Flags: Raises, Doc: "r[A] = super().name, operands as LOADSUPER."},
	{Name: "MAKEFUNC", A: RegOut, B: RegBase, C: Const, Doc: "r[A] = function of code consts[C]; r[B..B+3] = defaults tuple, keyword defaults dict, annotate function (or dict of annotations), closure tuple; each may be null."},
	{Name: "BUILDCLASS", A: RegOut, Flags: Raises, Doc: "r[A] = __build_class__."},
	{Name: "LOADCOMMON", A: RegOut, B: Raw, Doc: "r[A] = a built-in class whatever the built-ins say: a Common constant."},

	{Name: "IMPORT", A: RegOut, B: RegBase, C: Name, Flags: Raises, Doc: "r[A] = __import__(name, level r[B], fromlist r[B+1])."},
	{Name: "IMPORTFROM", A: RegOut, B: Reg, C: Name, Flags: Raises, Doc: "r[A] = name from module r[B]."},
	{Name: "IMPORTSTAR", A: Reg, Flags: Raises, Doc: "Bind the public names of module r[A] in locals."},

	{Name: "GETITER", A: RegBaseOut, B: Reg, C: Raw, Flags: Raises, Doc: "Iteration state of iter(r[B]) in r[A..A+2]. B may be A. C is 1 when r[B] is an iterator already (argument of a generator expression)."},
	{Name: "JNULL", A: Reg, C: Jump, Flags: Branch, Doc: "Jump if r[A] is null."},
	{Name: "JMPW", B: Jump32, C: Raw, Flags: Term | Back, Doc: "Jump by the 32-bit offset B | C<<16."},
	{Name: "WIDE", A: Raw, B: Raw, C: Raw, Doc: "Prefix: adds B<<16 and C<<16 to the B and C operands (name, constant, count) of the next instruction. No jump lands between."},

	{Name: "EXCENTER", A: RegOut, B: Reg, Doc: "r[A] = the handled exception so far (or None); handled exception = r[B]."},
	{Name: "EXCLEAVE", A: Reg, Doc: "Handled exception = r[A]."},
	{Name: "JNEXC", A: Reg, B: Reg, C: Jump, Flags: Raises | Branch, Doc: "Jump if exception r[A] does not match the class or tuple r[B]."},
	{Name: "EXCGROUP", A: RegBaseIO, B: Reg, Flags: Raises, Doc: "except*: r[A] = exception or rest, r[B] = type: r[A+1] = matching part or None, r[A] = rest or None. Checks the type."},
	{Name: "EXCSTAR", A: RegInOut, B: Reg, Flags: Raises, Doc: "End of except*: r[A] = original exception, r[B] = list of raised and unhandled: r[A] = exception to reraise or None."},
	{Name: "RERAISE", A: Reg, B: Raw, Flags: Raises | Term, Doc: "Raise r[A] again, without a traceback entry for this frame, without touching __context__. B is 1 at the end of a with statement."},
	{Name: "RAISE", A: Raw, B: Reg, C: Reg, Flags: Raises | Term, Doc: "A = 0: bare raise; 1: raise r[B]; 2: raise r[B] from r[C]."},
	{Name: "ASSERTERR", A: Reg, B: Raw, Flags: Raises | Term, Doc: "Raise AssertionError, when B is 1 with the message r[A]."},
	{Name: "WITHENTER", A: RegBaseIO, Flags: Raises, Doc: "r[A] = manager: r[A] = its bound __exit__, r[A+1] = result of __enter__()."},
	{Name: "AWITHENTER", A: RegBaseIO, Flags: Raises, Doc: "r[A] = manager: r[A] = its bound __aexit__, r[A+1] = the awaitable of __aenter__()."},
	{Name: "WITHEXIT", A: RegInOut, B: Reg, Flags: Raises, Doc: "r[A] = r[B](type, exception, traceback) of the exception r[A]."},
	{Name: "WITHEXITOK", A: RegOut, B: Reg, Flags: Raises, Doc: "r[A] = r[B](None, None, None)."},

	{Name: "RETGEN", Flags: Raises, Doc: "Make a generator, coroutine or async generator of this frame and return it; execution resumes after this instruction."},
	{Name: "SEND", A: RegInOut, B: Reg, C: Jump, Flags: Raises | Branch | Calls, Doc: "Send r[A] to the iterator r[B]: it yields: r[A] = value, fall through; it returns: r[A] = result, jump."},
	{Name: "STOPITER", A: RegInOut, Doc: "Exception r[A] leaving a generator body: StopIteration (StopAsyncIteration too in async generators) becomes a RuntimeError in r[A]."},
	{Name: "GETYFITER", A: RegOut, B: Reg, Flags: Raises, Doc: "r[A] = iterator of r[B] for yield from."},
	{Name: "GETAWAIT", A: RegOut, B: Reg, C: Raw, Flags: Raises, Doc: "r[A] = awaitable iterator of r[B]; C for the error text: 0 plain, 1 of __aenter__, 2 of __aexit__."},
	{Name: "GETAITER", A: RegOut, B: Reg, Flags: Raises, Doc: "r[A] = aiter(r[B])."},
	{Name: "GETANEXT", A: RegOut, B: Reg, Flags: Raises, Doc: "r[A] = awaitable iterator of r[B].__anext__()."},
	{Name: "ENDASYNCFOR", A: Reg, Flags: Raises, Doc: "If exception r[A] is StopAsyncIteration fall through, else reraise it."},
	{Name: "ASYNCGENWRAP", A: RegOut, B: Reg, Doc: "r[A] = r[B] wrapped as a value yielded by an async generator."},

	{Name: "MATCHSEQ", A: RegOut, B: Reg, Doc: "r[A] = whether r[B] is a sequence for pattern matching."},
	{Name: "MATCHMAP", A: RegOut, B: Reg, Doc: "r[A] = whether r[B] is a mapping for pattern matching."},
	{Name: "MATCHKEYS", A: RegOut, B: Reg, C: Reg, Flags: Raises, Doc: "r[A] = tuple of the values of subject r[B] at the keys tuple r[C], or None."},
	{Name: "MATCHCLASS", A: RegOut, B: RegBase, C: Count, Flags: Raises, Doc: "r[B] = subject, r[B+1] = class, r[B+2] = tuple of attribute names; C positional patterns: r[A] = tuple of attributes or None."},
	{Name: "LEN", A: RegOut, B: Reg, Flags: Raises, Doc: "r[A] = len(r[B])."},
	{Name: "PRINTEXPR", A: Reg, Flags: Raises, Doc: "sys.displayhook(r[A])."},
	{Name: "SETUPANN", Flags: Raises, Doc: "Make __annotations__ in locals unless it exists."},
	{Name: "INTRIN1", A: RegOut, B: Reg, C: Raw, Flags: Raises, Doc: "r[A] = intrinsic function C of r[B]."},
	{Name: "INTRIN2", A: RegOut, B: RegBase, C: Raw, Flags: Raises, Doc: "r[A] = intrinsic function C of r[B], r[B+1]."},
}

// Intrinsic functions of INTRIN1 and INTRIN2.
const (
	IntrinTypeVar          = iota + 1 // TypeVar of the name B
	IntrinParamSpec                   // ParamSpec of the name B
	IntrinTypeVarTuple                // TypeVarTuple of the name B
	IntrinSubscriptGeneric            // Generic[*B], B a tuple of type parameters
	IntrinTypeAlias                   // B = (name, type parameters or None, evaluator function)
	IntrinIter                        // iter(B): the iterator object for a generator expression

	IntrinTypeVarBound          // TypeVar of name B with the bound's evaluator B+1
	IntrinTypeVarConstraints    // TypeVar of name B with the constraints' evaluator B+1
	IntrinSetFunctionTypeParams // B.__type_params__ = B+1, result B
	IntrinSetTypeParamDefault   // default evaluator B+1 of type parameter B, result B
)

// Common constants of LOADCOMMON.
const (
	CommonNotImplementedError = iota + 1
	CommonAssertionError
)

// Info returns the table row of op.
func (op Op) Info() *OpInfo { return &opTable[op] }

// String returns the name of op.
func (op Op) String() string {
	if int(op) < len(opTable) {
		return opTable[op].Name
	}
	return "?"
}

// IsValid says whether op is an opcode.
func (op Op) IsValid() bool { return int(op) < len(opTable) }
