package structmod

import (
	"math"
	"strings"
)

// item is a run of values of one kind.
type item struct {
	code byte
	off  int
	size int // of one value; of all of s and p
	n    int // how many values; 1 for s and p
}

// layout is a format read.
type layout struct {
	items  []item
	size   int
	values int
	big    bool // byte order
}

const (
	nativeCodes   = "xcbB?hHiIlLqQnNPefdFDsp"
	standardCodes = "xcbB?hHiIlLqQefdFDsp"
)

// sizeOf returns size and alignment of a code.
func sizeOf(c byte, native bool) (size, align int) {
	switch c {
	case 'h', 'H', 'e':
		size = 2
	case 'i', 'I', 'f':
		size = 4
	case 'l', 'L':
		if size = 4; native {
			size = longSize
		}
	case 'q', 'Q', 'n', 'N', 'P', 'd':
		size = 8
	case 'F':
		size, align = 8, 4
	case 'D':
		size, align = 16, 8
	default:
		return 1, 1
	}
	if align == 0 {
		align = size
	}
	return size, align
}

type formatError string

func (e formatError) Error() string { return string(e) }

// parse reads a format.
func parse(f string) (*layout, error) {
	l := &layout{}
	native, align := true, true
	if f != "" {
		switch f[0] {
		case '@':
			f = f[1:]
		case '=', '<':
			native, align, f = false, false, f[1:]
		case '>', '!':
			native, align, l.big, f = false, false, true, f[1:]
		}
	}
	for i := 0; i < len(f); i++ {
		c := f[i]
		if strings.IndexByte(" \t\n\r\v\f", c) >= 0 {
			continue
		}
		n := 1
		if '0' <= c && c <= '9' {
			for n = 0; i < len(f) && '0' <= f[i] && f[i] <= '9'; i++ {
				if d := int(f[i] - '0'); n > (math.MaxInt64-d)/10 {
					return nil, errTooLong
				}
				n = n*10 + int(f[i]-'0')
			}
			if i >= len(f) {
				return nil, formatError("repeat count given without format specifier")
			}
			c = f[i]
		}
		codes := standardCodes
		if native {
			codes = nativeCodes
		}
		if strings.IndexByte(codes, c) < 0 {
			return nil, formatError("bad char in struct format")
		}
		if err := l.add(c, n, native, align); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *layout) add(c byte, n int, native, align bool) error {
	size, to := sizeOf(c, native)
	if align && to > 1 {
		if l.size > math.MaxInt64-to {
			return errTooLong
		}
		l.size = (l.size + to - 1) / to * to
	}
	if n > (math.MaxInt64-l.size)/size {
		return errTooLong
	}
	it := item{c, l.size, size, n}
	l.size += n * size
	switch c {
	case 'x':
		return nil
	case 's', 'p':
		it.size, it.n = n, 1
	}
	if it.n > 0 {
		l.items = append(l.items, it)
		l.values += it.n
	}
	return nil
}

const errTooLong = formatError("total struct size too long")
