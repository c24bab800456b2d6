package object

// timsort: the stable adaptive merge sort of Python's lists, with its run
// detection, galloping merges and powersort's merge order, so that the
// sequence of comparisons is the one programs know.

// sorter sorts a; lt may run Python code and fail.
type sorter[E any] struct {
	a         []E
	lt        func(x, y *E) (bool, error)
	minGallop int
	runs      []sortRun
	tmp       []E
	err       error
}

type sortRun struct{ base, n, power int }

const minGallop = 7

// timsort sorts a stably. After an error a still holds all its elements.
func timsort[E any](a []E, lt func(x, y *E) (bool, error)) error {
	if len(a) < 2 {
		return nil
	}
	s := &sorter[E]{a: a, lt: lt, minGallop: minGallop}
	s.sort()
	return s.err
}

// less is lt that turns an error into false and notes it.
func (s *sorter[E]) less(x, y *E) bool {
	b, err := s.lt(x, y)
	if err != nil {
		s.err = err
	}
	return b && err == nil
}

func (s *sorter[E]) sort() {
	n := len(s.a)
	run, rest := minRun(n), n
	lo := 0
	for rest > 0 {
		k := s.countRun(lo, n)
		if s.err != nil {
			return
		}
		if k < run {
			force := min(rest, run)
			s.binarySort(lo, lo+force, lo+k)
			if s.err != nil {
				return
			}
			k = force
		}
		s.foundRun(k)
		if s.err != nil {
			return
		}
		s.runs = append(s.runs, sortRun{lo, k, 0})
		lo += k
		rest -= k
	}
	for len(s.runs) > 1 && s.err == nil {
		i := len(s.runs) - 2
		if i > 0 && s.runs[i-1].n < s.runs[i+1].n {
			i--
		}
		s.mergeAt(i)
	}
}

func minRun(n int) int {
	r := 0
	for n >= 64 {
		r |= n & 1
		n >>= 1
	}
	return n + r
}

// countRun returns the length of the run at lo, reversing a descending one.
// Equal stretches inside a descending run are kept in order.
func (s *sorter[E]) countRun(lo, hi int) int {
	a := s.a
	n := 1
	if lo+1 == hi {
		return 1
	}
	for lo+n < hi {
		if s.less(&a[lo+n], &a[lo+n-1]) {
			break
		}
		if s.err != nil {
			return 0
		}
		n++
	}
	if lo+n == hi {
		return n
	}
	// a[lo:lo+n] is ascending; if its items are all equal, it may begin a
	// descending run.
	if n > 1 {
		if s.less(&a[lo], &a[lo+n-1]) || s.err != nil {
			return n
		}
		reverse(a[lo : lo+n])
	}
	n++
	eq := 0
	for lo+n < hi {
		if s.less(&a[lo+n], &a[lo+n-1]) {
			if eq > 0 {
				reverse(a[lo+n-eq-1 : lo+n])
				eq = 0
			}
		} else {
			if s.err != nil {
				return 0
			}
			if s.less(&a[lo+n-1], &a[lo+n]) || s.err != nil {
				break
			}
			eq++
		}
		n++
	}
	if eq > 0 {
		reverse(a[lo+n-eq-1 : lo+n])
	}
	reverse(a[lo : lo+n])
	for lo+n < hi {
		if s.less(&a[lo+n], &a[lo+n-1]) || s.err != nil {
			break
		}
		n++
	}
	return n
}

func reverse[E any](a []E) {
	for i, j := 0, len(a)-1; i < j; i, j = i+1, j-1 {
		a[i], a[j] = a[j], a[i]
	}
}

// binarySort inserts a[start:hi] into the sorted a[lo:start].
func (s *sorter[E]) binarySort(lo, hi, start int) {
	a := s.a
	if start == lo {
		start++
	}
	for ; start < hi; start++ {
		l, r := lo, start
		pivot := a[start]
		for l < r {
			m := int(uint(l+r) >> 1)
			if s.less(&pivot, &a[m]) {
				r = m
			} else if s.err != nil {
				return
			} else {
				l = m + 1
			}
		}
		copy(a[l+1:start+1], a[l:start])
		a[l] = pivot
	}
}

// foundRun merges according to powersort before a run of n2 is pushed.
func (s *sorter[E]) foundRun(n2 int) {
	if len(s.runs) == 0 {
		return
	}
	top := s.runs[len(s.runs)-1]
	p := powerLoop(top.base, top.n, n2, len(s.a))
	for len(s.runs) > 1 && s.runs[len(s.runs)-2].power > p {
		s.mergeAt(len(s.runs) - 2)
		if s.err != nil {
			return
		}
	}
	s.runs[len(s.runs)-1].power = p
}

func powerLoop(s1, n1, n2, n int) int {
	a := 2*s1 + n1
	b := a + n1 + n2
	for r := 1; ; r++ {
		if a >= n {
			a -= n
			b -= n
		} else if b >= n {
			return r
		}
		a <<= 1
		b <<= 1
	}
}

func (s *sorter[E]) mergeAt(i int) {
	x, y := s.runs[i], s.runs[i+1]
	s.runs[i].n = x.n + y.n
	if i == len(s.runs)-3 {
		s.runs[i+1] = s.runs[i+2]
	}
	s.runs = s.runs[:len(s.runs)-1]
	k := s.gallopRight(&s.a[y.base], s.a[x.base:x.base+x.n], 0)
	if s.err != nil {
		return
	}
	base, n := x.base+k, x.n-k
	if n == 0 {
		return
	}
	m := s.gallopLeft(&s.a[base+n-1], s.a[y.base:y.base+y.n], y.n-1)
	if s.err != nil || m == 0 {
		return
	}
	if n <= m {
		s.mergeLo(base, n, m)
	} else {
		s.mergeHi(base, n, m)
	}
}

// gallopLeft returns the position in a where key belongs, left of equals.
func (s *sorter[E]) gallopLeft(key *E, a []E, hint int) int {
	last, ofs := 0, 1
	if s.less(&a[hint], key) {
		maxOfs := len(a) - hint
		for ofs < maxOfs && s.less(&a[hint+ofs], key) {
			last = ofs
			ofs = ofs<<1 + 1
		}
		ofs = min(ofs, maxOfs)
		last += hint
		ofs += hint
	} else {
		maxOfs := hint + 1
		for ofs < maxOfs && s.err == nil && !s.less(&a[hint-ofs], key) {
			last = ofs
			ofs = ofs<<1 + 1
		}
		ofs = min(ofs, maxOfs)
		last, ofs = hint-ofs, hint-last
	}
	last++
	for last < ofs && s.err == nil {
		m := last + (ofs-last)>>1
		if s.less(&a[m], key) {
			last = m + 1
		} else {
			ofs = m
		}
	}
	return ofs
}

// gallopRight returns the position in a where key belongs, right of equals.
func (s *sorter[E]) gallopRight(key *E, a []E, hint int) int {
	last, ofs := 0, 1
	if s.less(key, &a[hint]) {
		maxOfs := hint + 1
		for ofs < maxOfs && s.less(key, &a[hint-ofs]) {
			last = ofs
			ofs = ofs<<1 + 1
		}
		ofs = min(ofs, maxOfs)
		last, ofs = hint-ofs, hint-last
	} else {
		maxOfs := len(a) - hint
		for ofs < maxOfs && s.err == nil && !s.less(key, &a[hint+ofs]) {
			last = ofs
			ofs = ofs<<1 + 1
		}
		ofs = min(ofs, maxOfs)
		last += hint
		ofs += hint
	}
	last++
	for last < ofs && s.err == nil {
		m := last + (ofs-last)>>1
		if s.less(key, &a[m]) {
			ofs = m
		} else {
			last = m + 1
		}
	}
	return ofs
}

func (s *sorter[E]) temp(src []E) []E {
	if cap(s.tmp) < len(src) {
		s.tmp = make([]E, len(src))
	}
	s.tmp = s.tmp[:len(src)]
	copy(s.tmp, src)
	return s.tmp
}

// mergeLo merges a[base:base+na] and the nb elements after it; na <= nb.
func (s *sorter[E]) mergeLo(base, na, nb int) {
	a := s.a
	tmp := s.temp(a[base : base+na])
	d, b, end := base, base+na, base+na+nb
	x := 0
	// Whatever happens, the rest of tmp goes before the rest of b.
	defer func() { copy(a[d:], tmp[x:]) }()
	a[d] = a[b]
	d++
	b++
	if b == end || na == 1 {
		d = s.lastOfA(d, b, end)
		return
	}
	gallop := s.minGallop
	for {
		ac, bc := 0, 0
		for {
			if s.less(&a[b], &tmp[x]) {
				a[d] = a[b]
				d++
				b++
				bc++
				ac = 0
				if b == end {
					return
				}
				if bc >= gallop {
					break
				}
			} else {
				if s.err != nil {
					return
				}
				a[d] = tmp[x]
				d++
				x++
				ac++
				bc = 0
				if na-x == 1 {
					d = s.lastOfA(d, b, end)
					return
				}
				if ac >= gallop {
					break
				}
			}
		}
		gallop++
		for {
			if gallop > 1 {
				gallop--
			}
			s.minGallop = gallop
			ac = s.gallopRight(&a[b], tmp[x:], 0)
			if s.err != nil {
				return
			}
			if ac > 0 {
				copy(a[d:], tmp[x:x+ac])
				d += ac
				x += ac
				if na-x == 1 {
					d = s.lastOfA(d, b, end)
					return
				}
				if x == na {
					return
				}
			}
			a[d] = a[b]
			d++
			b++
			if b == end {
				return
			}
			bc = s.gallopLeft(&tmp[x], a[b:end], 0)
			if s.err != nil {
				return
			}
			if bc > 0 {
				copy(a[d:], a[b:b+bc])
				d += bc
				b += bc
				if b == end {
					return
				}
			}
			a[d] = tmp[x]
			d++
			x++
			if na-x == 1 {
				d = s.lastOfA(d, b, end)
				return
			}
			if ac < minGallop && bc < minGallop {
				break
			}
		}
		gallop++
		s.minGallop = gallop
	}
}

// lastOfA moves the rest of b down when one element of the other run is left,
// which belongs at the end. It returns that element's place.
func (s *sorter[E]) lastOfA(d, b, end int) int {
	copy(s.a[d:], s.a[b:end])
	return d + end - b
}

// mergeHi is mergeLo from the right; na >= nb.
func (s *sorter[E]) mergeHi(base, na, nb int) {
	a := s.a
	tmp := s.temp(a[base+na : base+na+nb])
	d, x := base+na+nb-1, base+na-1 // d: next place, x: end of run a
	y := nb - 1                     // end of tmp
	defer func() { copy(a[d-y:], tmp[:y+1]) }()
	a[d] = a[x]
	d--
	x--
	if x < base || nb == 1 {
		d = s.firstOfB(d, base, x)
		return
	}
	gallop := s.minGallop
	for {
		ac, bc := 0, 0
		for {
			if s.less(&tmp[y], &a[x]) {
				a[d] = a[x]
				d--
				x--
				ac++
				bc = 0
				if x < base {
					return
				}
				if ac >= gallop {
					break
				}
			} else {
				if s.err != nil {
					return
				}
				a[d] = tmp[y]
				d--
				y--
				bc++
				ac = 0
				if y == 0 {
					d = s.firstOfB(d, base, x)
					return
				}
				if bc >= gallop {
					break
				}
			}
		}
		gallop++
		for {
			if gallop > 1 {
				gallop--
			}
			s.minGallop = gallop
			n := x - base + 1
			k := s.gallopRight(&tmp[y], a[base:x+1], n-1)
			if s.err != nil {
				return
			}
			if ac = n - k; ac > 0 {
				copy(a[d-ac+1:], a[x-ac+1:x+1])
				d -= ac
				x -= ac
				if x < base {
					return
				}
			}
			a[d] = tmp[y]
			d--
			y--
			if y == 0 {
				d = s.firstOfB(d, base, x)
				return
			}
			k = s.gallopLeft(&a[x], tmp[:y+1], y)
			if s.err != nil {
				return
			}
			if bc = y + 1 - k; bc > 0 {
				copy(a[d-bc+1:], tmp[k:y+1])
				d -= bc
				y -= bc
				if y == 0 {
					d = s.firstOfB(d, base, x)
					return
				}
				if y < 0 {
					return
				}
			}
			a[d] = a[x]
			d--
			x--
			if x < base {
				return
			}
			if ac < minGallop && bc < minGallop {
				break
			}
		}
		gallop++
		s.minGallop = gallop
	}
}

// firstOfB moves the rest of a up when one element of tmp is left, which
// belongs at the front. It returns that element's place.
func (s *sorter[E]) firstOfB(d, base, x int) int {
	n := x - base + 1
	if n <= 0 {
		return d
	}
	copy(s.a[d-n+1:d+1], s.a[base:x+1])
	return d - n
}
