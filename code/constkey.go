package code

import (
	"fmt"
	"math"
	"math/big"
	"sort"
	"strconv"
	"strings"
)

// constKey returns a text that two constants share exactly when they are
// interchangeable. Code objects are told apart by identity.
func constKey(v any) string {
	var b strings.Builder
	writeConstKey(&b, v)
	return b.String()
}

// ConstKey is the key under which a constant pool may share v.
func ConstKey(v any) string { return constKey(v) }

func writeConstKey(b *strings.Builder, v any) {
	switch v := v.(type) {
	case nil:
		b.WriteByte('N')
	case bool:
		if v {
			b.WriteByte('T')
		} else {
			b.WriteByte('F')
		}
	case int64:
		b.WriteByte('i')
		b.WriteString(strconv.FormatInt(v, 10))
		b.WriteByte(';')
	case *big.Int:
		b.WriteByte('i')
		b.WriteString(v.Text(16))
		b.WriteString("h;")
	case float64:
		b.WriteByte('f')
		b.WriteString(strconv.FormatUint(math.Float64bits(v), 16))
		b.WriteByte(';')
	case complex128:
		fmt.Fprintf(b, "c%x,%x;", math.Float64bits(real(v)), math.Float64bits(imag(v)))
	case string:
		fmt.Fprintf(b, "s%d:%s", len(v), v)
	case Bytes:
		fmt.Fprintf(b, "b%d:%s", len(v), string(v))
	case Ellipsis:
		b.WriteByte('E')
	case Tuple:
		fmt.Fprintf(b, "t%d:", len(v))
		for _, e := range v {
			writeConstKey(b, e)
		}
	case FrozenSet:
		keys := make([]string, len(v))
		for i, e := range v {
			keys[i] = constKey(e)
		}
		sort.Strings(keys)
		fmt.Fprintf(b, "z%d:%s", len(v), strings.Join(keys, ""))
	case Slice:
		b.WriteByte('l')
		for _, e := range v {
			writeConstKey(b, e)
		}
	case *Code:
		fmt.Fprintf(b, "C%p;", v)
	default:
		fmt.Fprintf(b, "?%T:%v;", v, v)
	}
}
