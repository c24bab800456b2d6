package asyncio

// timerHeap is a 4-ary heap of timer handles by time, then order of scheduling.
type timerHeap []*Handle

func (a *Handle) before(b *Handle) bool {
	return a.when < b.when || a.when == b.when && a.seq < b.seq
}

func (h *timerHeap) push(x *Handle) {
	*h = append(*h, x)
	h.up(len(*h) - 1)
}

func (h timerHeap) up(i int) {
	x := h[i]
	for i > 0 {
		p := (i - 1) / 4
		if !x.before(h[p]) {
			break
		}
		h[i] = h[p]
		i = p
	}
	h[i] = x
}

func (h timerHeap) down(i int) {
	x := h[i]
	for {
		c := 4*i + 1
		if c >= len(h) {
			break
		}
		m := c
		for k := c + 1; k < c+4 && k < len(h); k++ {
			if h[k].before(h[m]) {
				m = k
			}
		}
		if !h[m].before(x) {
			break
		}
		h[i] = h[m]
		i = m
	}
	h[i] = x
}

func (h *timerHeap) pop() *Handle {
	old := *h
	x := old[0]
	n := len(old) - 1
	old[0], old[n] = old[n], nil
	*h = old[:n]
	if n > 0 {
		(*h).down(0)
	}
	return x
}

func (h timerHeap) init() {
	for i := (len(h) - 2) / 4; i >= 0 && len(h) > 1; i-- {
		h.down(i)
	}
}
