package object

// dict: compact, insertion ordered, with CPython's probing (library reference,
// "Mapping Types").

import "unsafe"

// DictType is dict.
var DictType Type

// Dict is a dict object. Entries are in insertion order; a deleted entry has a
// missing key. idx maps hash slots to entry numbers+1 and is absent while the
// dict is small enough to scan.
type Dict struct {
	Header
	KeysVer uint32 // changes when keys are added or removed, once asked for
	n       int    // live entries
	idx     []uint32
	used    int // idx slots in use, tombstones included
	first   int // no live entry comes before this one
	Entries []DictEntry
	version uint64 // mutation count, for iteration checks
}

// DictEntry is one entry; a deleted one has a missing Key.
type DictEntry struct {
	Hash int64
	Key  Value
	Val  Value
}

// Sizes for the evaluation loop's inline caches.
const (
	DictEntriesOff = unsafe.Offsetof(Dict{}.Entries)
	DictKeysVerOff = unsafe.Offsetof(Dict{}.KeysVer)
	DictEntrySize  = unsafe.Sizeof(DictEntry{})
	DictEntryVal   = unsafe.Offsetof(DictEntry{}.Val)
)

const dictLinear = 8
const tombstone = ^uint32(0)

// NewDict returns an empty dict.
func NewDict() *Dict { return &Dict{Header: Header{&DictType}} }

// Len returns the number of keys.
func (d *Dict) Len() int { return d.n }

// KeysVersion returns a number that is unique to this dict and its present set
// of keys.
func (d *Dict) KeysVersion(in *Interp) uint32 {
	if d.KeysVer == 0 {
		in.lastKeys++
		d.KeysVer = in.lastKeys
	}
	return d.KeysVer
}

// StrEntry returns the entry number of str key k, or -1.
func (d *Dict) StrEntry(k *Str) int { return d.findStr(k) }

// EntryValue returns the address of the value of entry i.
func (d *Dict) EntryValue(i int) *Value { return &d.Entries[i].Val }

func (d *Dict) findStr(k *Str) int {
	if d.idx == nil {
		for i := range d.Entries {
			e := &d.Entries[i]
			if e.Key.O == &k.Header {
				return i
			}
		}
		if k.interned && d.allInterned() {
			return -1
		}
		h := k.Hash()
		for i := range d.Entries {
			e := &d.Entries[i]
			if e.Hash == h && e.Key.O != nil && e.Key.solid(&StrType) && As[Str](e.Key).s == k.s {
				return i
			}
		}
		return -1
	}
	h := k.Hash()
	mask := uint64(len(d.idx) - 1)
	perturb := uint64(h)
	for i := uint64(h) & mask; ; {
		x := d.idx[i]
		if x == 0 {
			return -1
		}
		if x != tombstone {
			e := &d.Entries[x-1]
			if e.Key.O == &k.Header {
				return int(x - 1)
			}
			if e.Hash == h && e.Key.O.Type == &StrType && As[Str](e.Key).s == k.s {
				return int(x - 1)
			}
		}
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
}

func (d *Dict) allInterned() bool { return false }

func (d *Dict) findInt(v Value, h int64) int {
	if d.idx == nil {
		for i := range d.Entries {
			e := &d.Entries[i]
			if e.Key == v {
				return i
			}
			if e.Hash == h && e.Key.O != nil && e.Key.O != &IntHeader {
				return -2
			}
		}
		return -1
	}
	mask := uint64(len(d.idx) - 1)
	perturb := uint64(h)
	for i := uint64(h) & mask; ; {
		x := d.idx[i]
		if x == 0 {
			return -1
		}
		if x != tombstone {
			e := &d.Entries[x-1]
			if e.Key == v {
				return int(x - 1)
			}
			if e.Hash == h && e.Key.O != &IntHeader {
				return -2
			}
		}
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
}

// find returns the entry number of k with hash h, or -1. Comparison may run
// Python code that changes the dict: then the search starts again.
func (d *Dict) find(t *Thread, k Value, h int64) (int, error) {
	if k.O.Type == &StrType {
		if i := d.findStr(As[Str](k)); i >= 0 || d.strOnly() {
			return i, nil
		}
	} else if k.O == &IntHeader {
		if i := d.findInt(k, h); i != -2 {
			return i, nil
		}
	}
restart:
	ver := d.version
	if d.idx == nil {
		for i := 0; i < len(d.Entries); i++ {
			e := &d.Entries[i]
			if e.Key.O == nil || e.Hash != h {
				continue
			}
			if e.Key == k {
				return i, nil
			}
			eq, err := Equal(t, e.Key, k)
			if err != nil {
				return -1, err
			}
			if d.version != ver {
				goto restart
			}
			if eq {
				return i, nil
			}
		}
		return -1, nil
	}
	mask := uint64(len(d.idx) - 1)
	perturb := uint64(h)
	for i := uint64(h) & mask; ; {
		x := d.idx[i]
		if x == 0 {
			return -1, nil
		}
		if x != tombstone {
			e := &d.Entries[x-1]
			if e.Key == k {
				return int(x - 1), nil
			}
			if e.Hash == h {
				eq, err := Equal(t, e.Key, k)
				if err != nil {
					return -1, err
				}
				if d.version != ver {
					goto restart
				}
				if eq {
					return int(x - 1), nil
				}
			}
		}
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
}

// strOnly reports that a failed search for a str by content is final. Keys of
// str subclasses or with odd __eq__ need the general search.
func (d *Dict) strOnly() bool { return false }

// hashDictKey is the hash of k as a key.
func hashDictKey(t *Thread, k Value) (int64, error) {
	h, err := Hash(t, k)
	if err != nil {
		err = unhashable(t, k, err, "a dict key")
	}
	return h, err
}

// Get returns the value of k.
func (d *Dict) Get(t *Thread, k Value) (Value, bool, error) {
	if d.n == 0 {
		if k.O != &IntHeader && k.O.Type != &StrType {
			_, err := hashDictKey(t, k)
			return Value{}, false, err
		}
		return Value{}, false, nil
	}
	h, err := hashDictKey(t, k)
	if err != nil {
		return Value{}, false, err
	}
	i, err := d.find(t, k, h)
	if err != nil || i < 0 {
		return Value{}, false, err
	}
	return d.Entries[i].Val, true, nil
}

// GetStr returns the value of str key k.
func (d *Dict) GetStr(k *Str) (Value, bool) {
	if i := d.findStr(k); i >= 0 {
		return d.Entries[i].Val, true
	}
	return Value{}, false
}

// Set stores v under k.
func (d *Dict) Set(t *Thread, k, v Value) error {
	h, err := hashDictKey(t, k)
	if err != nil {
		return err
	}
	i, err := d.find(t, k, h)
	if err != nil {
		return err
	}
	if i >= 0 {
		d.Entries[i].Val = v
		return nil
	}
	if len(d.Entries) == cap(d.Entries) {
		if err := t.Charge(cap(d.Entries) * int(DictEntrySize)); err != nil {
			return err
		}
	}
	d.insert(h, k, v)
	return nil
}

// SetStr stores v under str key k.
func (d *Dict) SetStr(k *Str, v Value) {
	if i := d.findStr(k); i >= 0 {
		d.Entries[i].Val = v
		return
	}
	d.insert(k.Hash(), Wrap(k), v)
}

// SetGo stores v under the interned key k.
func (d *Dict) SetGo(t *Thread, k string, v Value) { d.SetStr(t.Intern(k), v) }

// GetGo returns the value of key k.
func (d *Dict) GetGo(t *Thread, k string) (Value, bool) { return d.GetStr(t.Intern(k)) }

func (d *Dict) setStatic(k string, v Value) { d.SetStr(staticOrNew(k), v) }

func (d *Dict) getStatic(k string) (Value, bool) { return d.GetStr(staticOrNew(k)) }

func staticOrNew(k string) *Str {
	if p := staticNames[k]; p != nil {
		return p
	}
	s := newStr(k)
	s.Hash()
	return s
}

// insert appends a new entry; the key is known to be absent.
func (d *Dict) insert(h int64, k, v Value) {
	d.version++
	d.KeysVer = 0
	d.Entries = append(d.Entries, DictEntry{h, k, v})
	d.n++
	if d.idx == nil {
		if len(d.Entries) > dictLinear {
			d.rebuild()
		}
		return
	}
	if (d.used+1)*3 > len(d.idx)*2 {
		d.rebuild()
		return
	}
	d.place(h, len(d.Entries)-1)
}

func (d *Dict) place(h int64, e int) {
	mask := uint64(len(d.idx) - 1)
	perturb := uint64(h)
	i := uint64(h) & mask
	for d.idx[i] != 0 {
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
	d.idx[i] = uint32(e + 1)
	d.used++
}

// rebuild drops deleted entries and sizes the index for growth.
func (d *Dict) rebuild() {
	if d.n < len(d.Entries) {
		out := d.Entries[:0]
		for i := range d.Entries {
			if d.Entries[i].Key.O != nil {
				out = append(out, d.Entries[i])
			}
		}
		clear(d.Entries[len(out):])
		d.Entries, d.first = out, 0
		d.KeysVer = 0
	}
	size := 16
	for size*2 < d.n*6 {
		size *= 2
	}
	if d.n <= dictLinear {
		d.idx, d.used = nil, 0
		return
	}
	d.idx = make([]uint32, size)
	d.used = 0
	for i := range d.Entries {
		d.place(d.Entries[i].Hash, i)
	}
}

// Delete removes k and returns its value.
func (d *Dict) Delete(t *Thread, k Value) (Value, bool, error) {
	h, err := hashDictKey(t, k)
	if err != nil {
		return Value{}, false, err
	}
	i, err := d.find(t, k, h)
	if err != nil || i < 0 {
		return Value{}, false, err
	}
	return d.remove(i), true, nil
}

// DelStr removes str key k and reports whether it was there.
func (d *Dict) DelStr(k *Str) bool {
	i := d.findStr(k)
	if i < 0 {
		return false
	}
	d.remove(i)
	return true
}

func (d *Dict) remove(i int) Value {
	d.version++
	d.KeysVer = 0
	v := d.Entries[i].Val
	h := d.Entries[i].Hash
	if d.idx != nil {
		mask := uint64(len(d.idx) - 1)
		perturb := uint64(h)
		for j := uint64(h) & mask; ; {
			if d.idx[j] == uint32(i+1) {
				d.idx[j] = tombstone
				break
			}
			perturb >>= 5
			j = (j*5 + perturb + 1) & mask
		}
	}
	d.Entries[i] = DictEntry{}
	d.n--
	if i == d.first {
		d.first++
	}
	if i == len(d.Entries)-1 {
		for len(d.Entries) > 0 && d.Entries[len(d.Entries)-1].Key.O == nil {
			d.Entries = d.Entries[:len(d.Entries)-1]
		}
		d.first = min(d.first, len(d.Entries))
	}
	if d.n == 0 {
		d.Clear()
	} else if d.idx == nil && len(d.Entries) > d.n {
		d.rebuild() // small dicts stay dense, so that scans are short
	}
	return v
}

// Clear removes everything.
func (d *Dict) Clear() {
	d.version++
	d.KeysVer = 0
	d.Entries, d.idx, d.n, d.used, d.first = nil, nil, 0, 0, 0
}

// Each calls f in insertion order until it returns false.
func (d *Dict) Each(f func(k, v Value) bool) {
	for i := 0; i < len(d.Entries); i++ {
		if e := &d.Entries[i]; e.Key.O != nil && !f(e.Key, e.Val) {
			return
		}
	}
}

// Keys returns the keys in order.
func (d *Dict) Keys() []Value {
	out := make([]Value, 0, d.n)
	d.Each(func(k, _ Value) bool { out = append(out, k); return true })
	return out
}

// Copy returns a copy, always an exact dict.
func (d *Dict) Copy() *Dict { return d.copyExact() }

func (d *Dict) copyExact() *Dict {
	c := NewDict()
	if d.n == 0 {
		return c
	}
	c.Entries = make([]DictEntry, 0, d.n)
	for i := range d.Entries {
		if d.Entries[i].Key.O != nil {
			c.Entries = append(c.Entries, d.Entries[i])
		}
	}
	c.n = d.n
	if c.n > dictLinear {
		c.rebuild()
	}
	return c
}

// Update stores all entries of o.
func (d *Dict) Update(t *Thread, o *Dict) error {
	var err error
	ver := o.version
	for i := 0; i < len(o.Entries); i++ {
		e := o.Entries[i]
		if e.Key.O == nil {
			continue
		}
		j, err2 := d.find(t, e.Key, e.Hash)
		if err2 != nil {
			return err2
		}
		if j >= 0 {
			d.Entries[j].Val = e.Val
		} else {
			d.insert(e.Hash, e.Key, e.Val)
		}
		if o.version != ver && o != d {
			return RuntimeErrorf("dict mutated during update")
		}
	}
	return err
}

// DictIter walks a dict's entries; kind selects what it yields.
type DictIter struct {
	Header
	d       *Dict
	i, n    int
	ver     uint64
	kind    uint8 // 'k', 'v' or 'i'
	reverse bool
}

// NewDictIter returns an iterator over d yielding keys ('k'), values ('v') or
// items ('i').
func NewDictIter(d *Dict, kind uint8) Value {
	tp := &DictKeyIterType
	switch kind {
	case 'v':
		tp = &DictValueIterType
	case 'i':
		tp = &DictItemIterType
	}
	return Wrap(&DictIter{Header: Header{tp}, d: d, i: d.first, n: d.n, ver: d.version, kind: kind})
}

func dictIterNext(t *Thread, v Value) (Value, error) {
	it := As[DictIter](v)
	d := it.d
	if d == nil {
		return Value{}, nil
	}
	if it.ver != d.version {
		it.ver = d.version - 1 // stays wrong
		if it.n != d.n {
			return Value{}, RuntimeErrorf("dictionary changed size during iteration")
		}
		return Value{}, RuntimeErrorf("dictionary keys changed during iteration")
	}
	for {
		i := it.i
		if it.reverse {
			i = len(d.Entries) - 1 - it.i
		}
		if i < 0 || i >= len(d.Entries) {
			it.d = nil
			return Value{}, nil
		}
		it.i++
		e := &d.Entries[i]
		if e.Key.O == nil {
			continue
		}
		switch it.kind {
		case 'k':
			return e.Key, nil
		case 'v':
			return e.Val, nil
		}
		return NewTuple2(e.Key, e.Val), nil
	}
}

// Types of dict iterators.
var (
	DictKeyIterType   Type
	DictKeyRevType    Type
	DictValueRevType  Type
	DictItemRevType   Type
	DictValueIterType Type
	DictItemIterType  Type
)

// PopEnd removes and returns the last entry, or the first one.
func (d *Dict) PopEnd(last bool) (k, v Value, ok bool) {
	if last {
		for i := len(d.Entries) - 1; i >= 0; i-- {
			if k := d.Entries[i].Key; k.O != nil {
				return k, d.remove(i), true
			}
		}
		return Value{}, Value{}, false
	}
	for ; d.first < len(d.Entries); d.first++ {
		if k := d.Entries[d.first].Key; k.O != nil {
			return k, d.remove(d.first), true
		}
	}
	return Value{}, Value{}, false
}

// MoveToEnd moves k behind all others, or before them; false if it is absent.
func (d *Dict) MoveToEnd(t *Thread, k Value, last bool) (bool, error) {
	h, err := hashDictKey(t, k)
	if err != nil {
		return false, err
	}
	i, err := d.find(t, k, h)
	if err != nil || i < 0 {
		return false, err
	}
	e := d.Entries[i]
	if last {
		if i < len(d.Entries)-1 {
			d.remove(i)
			d.insert(e.Hash, e.Key, e.Val)
		}
		return true, nil
	}
	rest := d.copyExact()
	if j, err := rest.find(t, k, h); err == nil && j >= 0 {
		rest.remove(j)
	}
	d.Clear()
	d.insert(e.Hash, e.Key, e.Val)
	for _, e := range rest.Entries {
		if e.Key.O != nil {
			d.insert(e.Hash, e.Key, e.Val)
		}
	}
	return true, nil
}

// DictUpdateArgs is dict.update(*args, **kw) with the name fn in messages.
func DictUpdateArgs(t *Thread, d *Dict, fn string, args, kw []Value) error {
	return dictUpdateArgs(t, d, fn, args, kw)
}
