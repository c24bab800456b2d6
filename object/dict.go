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
	keysVer uint32 // changes when keys are added or removed, once asked for
	n       int    // live entries
	idx     []uint32
	used    int // idx slots in use, tombstones included
	entries []dictEntry
	version uint64 // mutation count, for iteration checks
}

type dictEntry struct {
	hash int64
	key  Value
	val  Value
}

// Sizes for the evaluation loop's inline caches.
const (
	DictEntriesOff = unsafe.Offsetof(Dict{}.entries)
	DictKeysVerOff = unsafe.Offsetof(Dict{}.keysVer)
	DictEntrySize  = unsafe.Sizeof(dictEntry{})
	DictEntryVal   = unsafe.Offsetof(dictEntry{}.val)
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
	if d.keysVer == 0 {
		in.lastKeys++
		d.keysVer = in.lastKeys
	}
	return d.keysVer
}

// StrEntry returns the entry number of str key k, or -1.
func (d *Dict) StrEntry(k *Str) int { return d.findStr(k) }

// EntryValue returns the address of the value of entry i.
func (d *Dict) EntryValue(i int) *Value { return &d.entries[i].val }

func (d *Dict) findStr(k *Str) int {
	if d.idx == nil {
		for i := range d.entries {
			e := &d.entries[i]
			if e.key.O == &k.Header {
				return i
			}
		}
		if k.interned && d.allInterned() {
			return -1
		}
		h := k.Hash()
		for i := range d.entries {
			e := &d.entries[i]
			if e.hash == h && e.key.O != nil && e.key.solid(&StrType) && As[Str](e.key).s == k.s {
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
			e := &d.entries[x-1]
			if e.key.O == &k.Header {
				return int(x - 1)
			}
			if e.hash == h && e.key.O.Type == &StrType && As[Str](e.key).s == k.s {
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
		for i := range d.entries {
			e := &d.entries[i]
			if e.key == v {
				return i
			}
			if e.hash == h && e.key.O != nil && e.key.O != &IntHeader {
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
			e := &d.entries[x-1]
			if e.key == v {
				return int(x - 1)
			}
			if e.hash == h && e.key.O != &IntHeader {
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
		for i := 0; i < len(d.entries); i++ {
			e := &d.entries[i]
			if e.key.O == nil || e.hash != h {
				continue
			}
			if e.key == k {
				return i, nil
			}
			eq, err := Equal(t, e.key, k)
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
			e := &d.entries[x-1]
			if e.key == k {
				return int(x - 1), nil
			}
			if e.hash == h {
				eq, err := Equal(t, e.key, k)
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

// Get returns the value of k.
func (d *Dict) Get(t *Thread, k Value) (Value, bool, error) {
	if d.n == 0 {
		if k.O != &IntHeader && k.O.Type != &StrType {
			_, err := Hash(t, k)
			return Value{}, false, err
		}
		return Value{}, false, nil
	}
	h, err := Hash(t, k)
	if err != nil {
		return Value{}, false, err
	}
	i, err := d.find(t, k, h)
	if err != nil || i < 0 {
		return Value{}, false, err
	}
	return d.entries[i].val, true, nil
}

// GetStr returns the value of str key k.
func (d *Dict) GetStr(k *Str) (Value, bool) {
	if i := d.findStr(k); i >= 0 {
		return d.entries[i].val, true
	}
	return Value{}, false
}

// Set stores v under k.
func (d *Dict) Set(t *Thread, k, v Value) error {
	h, err := Hash(t, k)
	if err != nil {
		return err
	}
	i, err := d.find(t, k, h)
	if err != nil {
		return err
	}
	if i >= 0 {
		d.entries[i].val = v
		return nil
	}
	if len(d.entries) == cap(d.entries) {
		if err := t.Charge(cap(d.entries) * int(DictEntrySize)); err != nil {
			return err
		}
	}
	d.insert(h, k, v)
	return nil
}

// SetStr stores v under str key k.
func (d *Dict) SetStr(k *Str, v Value) {
	if i := d.findStr(k); i >= 0 {
		d.entries[i].val = v
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
	d.keysVer = 0
	d.entries = append(d.entries, dictEntry{h, k, v})
	d.n++
	if d.idx == nil {
		if len(d.entries) > dictLinear {
			d.rebuild()
		}
		return
	}
	if (d.used+1)*3 > len(d.idx)*2 {
		d.rebuild()
		return
	}
	d.place(h, len(d.entries)-1)
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
	if d.n < len(d.entries) {
		out := d.entries[:0]
		for i := range d.entries {
			if d.entries[i].key.O != nil {
				out = append(out, d.entries[i])
			}
		}
		clear(d.entries[len(out):])
		d.entries = out
		d.keysVer = 0
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
	for i := range d.entries {
		d.place(d.entries[i].hash, i)
	}
}

// Delete removes k and returns its value.
func (d *Dict) Delete(t *Thread, k Value) (Value, bool, error) {
	h, err := Hash(t, k)
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
	d.keysVer = 0
	v := d.entries[i].val
	h := d.entries[i].hash
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
	d.entries[i] = dictEntry{}
	d.n--
	if i == len(d.entries)-1 {
		for len(d.entries) > 0 && d.entries[len(d.entries)-1].key.O == nil {
			d.entries = d.entries[:len(d.entries)-1]
		}
	}
	if d.n == 0 {
		d.Clear()
	} else if d.idx == nil && len(d.entries) > d.n {
		d.rebuild() // small dicts stay dense, so that scans are short
	}
	return v
}

// Clear removes everything.
func (d *Dict) Clear() {
	d.version++
	d.keysVer = 0
	d.entries, d.idx, d.n, d.used = nil, nil, 0, 0
}

// Each calls f in insertion order until it returns false.
func (d *Dict) Each(f func(k, v Value) bool) {
	for i := 0; i < len(d.entries); i++ {
		if e := &d.entries[i]; e.key.O != nil && !f(e.key, e.val) {
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
	c.entries = make([]dictEntry, 0, d.n)
	for i := range d.entries {
		if d.entries[i].key.O != nil {
			c.entries = append(c.entries, d.entries[i])
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
	for i := 0; i < len(o.entries); i++ {
		e := o.entries[i]
		if e.key.O == nil {
			continue
		}
		j, err2 := d.find(t, e.key, e.hash)
		if err2 != nil {
			return err2
		}
		if j >= 0 {
			d.entries[j].val = e.val
		} else {
			d.insert(e.hash, e.key, e.val)
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
	return Wrap(&DictIter{Header: Header{tp}, d: d, n: d.n, ver: d.version, kind: kind})
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
			i = len(d.entries) - 1 - it.i
		}
		if i < 0 || i >= len(d.entries) {
			it.d = nil
			return Value{}, nil
		}
		it.i++
		e := &d.entries[i]
		if e.key.O == nil {
			continue
		}
		switch it.kind {
		case 'k':
			return e.key, nil
		case 'v':
			return e.val, nil
		}
		return NewTuple2(e.key, e.val), nil
	}
}

// Types of dict iterators.
var (
	DictKeyIterType   Type
	DictValueIterType Type
	DictItemIterType  Type
)
