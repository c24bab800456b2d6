// Package binascii implements the binascii module (library reference,
// "binascii"): bytes as base64, hexadecimal, quoted-printable and uuencoded
// text, and checksums.
package binascii

import (
	"encoding/base64"
	"hash/crc32"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
)

type (
	stateKey struct{}
	state    struct{ err, incomplete *object.Type }
)

func stateOf(t *thread) *state {
	if v, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return v.(*state)
	}
	s := &state{}
	s.err, _ = object.NewExceptionType(t, "binascii", "Error", &object.ValueErrorType, "")
	s.incomplete, _ = object.NewExceptionType(t, "binascii", "Incomplete", &object.ExceptionType, "")
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, s)
	return v.(*state)
}

func fail(t *thread, format string, args ...any) error {
	return object.Errorf(stateOf(t).err, format, args...)
}

// Module declares binascii.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "binascii", Doc: "Conversion between binary data and ASCII.", Funcs: funcs,
		Init: func(t *thread, m *object.Module) error {
			m.Set(t, "Error", object.Wrap(stateOf(t).err))
			m.Set(t, "Incomplete", object.Wrap(stateOf(t).incomplete))
			return nil
		},
	}
}

// ascii returns a bytes-like object or ASCII str.
func ascii(v value) ([]byte, error) {
	if s, ok := object.AsStr(v); ok {
		if !s.IsASCII() {
			return nil, object.ValueErrorf("string argument should contain only ASCII characters")
		}
		return []byte(s.String()), nil
	}
	b, ok := object.BytesOf(v)
	if !ok {
		return nil, object.TypeErrorf("argument should be bytes, buffer or ASCII string, not '%s'", v.O.Type.MsgName())
	}
	return b, nil
}

// digits of base64 by byte; 64: none.
var digits = func() (t [256]byte) {
	const all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	for i := range t {
		t[i] = 64
	}
	for i := range len(all) {
		t[all[i]] = byte(i)
	}
	return t
}()

func fromBase64(t *thread, a []value) (value, error) {
	in, err := ascii(a[0])
	if err != nil {
		return value{}, err
	}
	strict, err := arg.Bool(t, a[1], false)
	if err != nil {
		return value{}, err
	}
	if err := t.Charge(len(in)); err != nil {
		return value{}, err
	}
	if len(in)%4 == 0 {
		out := make([]byte, base64.StdEncoding.DecodedLen(len(in)))
		if n, err := base64.StdEncoding.Decode(out, in); err == nil && !hasBreak(in) {
			return object.NewBytes(out[:n]), nil
		}
	}
	out, err := decode64(t, in, strict)
	if err != nil {
		return value{}, err
	}
	return object.NewBytes(out), nil
}

// hasBreak reports whether b has what Go's decoder skips.
func hasBreak(b []byte) bool {
	for _, c := range b {
		if c == '\n' || c == '\r' {
			return true
		}
	}
	return false
}

func decode64(t *thread, in []byte, strict bool) ([]byte, error) {
	if strict && len(in) > 0 && in[0] == '=' {
		return nil, fail(t, "Leading padding not allowed")
	}
	out := make([]byte, 0, len(in)/4*3+3)
	pos, pads, left := 0, 0, byte(0)
loop:
	for _, c := range in {
		if c == '=' {
			switch {
			case strict && pos == 1:
				break loop
			case strict && (pos == 0 || pos+pads >= 4):
				return nil, fail(t, "Excess padding not allowed")
			}
			pads++
			continue
		}
		d := digits[c]
		switch {
		case d == 64 && strict:
			return nil, fail(t, "Only base64 data is allowed")
		case d == 64:
			continue
		case strict && pads > 0 && pos+pads >= 4:
			return nil, fail(t, "Excess data after padding")
		case strict && pads > 0:
			return nil, fail(t, "Discontinuous padding not allowed")
		}
		pads = 0
		switch pos {
		case 0:
			left = d
		case 1:
			out = append(out, left<<2|d>>4)
			left = d & 15
		case 2:
			out = append(out, left<<4|d>>2)
			left = d & 3
		case 3:
			out = append(out, left<<6|d)
		}
		pos = (pos + 1) & 3
	}
	switch {
	case pos == 0 || pos > 1 && pos+pads >= 4:
		return out, nil
	case pos == 1:
		return nil, fail(t, "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	}
	return nil, fail(t, "Incorrect padding")
}

func toBase64(t *thread, a []value) (value, error) {
	in, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, err
	}
	newline, err := arg.Bool(t, a[1], true)
	if err != nil {
		return value{}, err
	}
	n := base64.StdEncoding.EncodedLen(len(in))
	if err := t.Charge(n); err != nil {
		return value{}, err
	}
	out := make([]byte, n, n+1)
	base64.StdEncoding.Encode(out, in)
	if newline {
		out = append(out, '\n')
	}
	return object.NewBytes(out), nil
}

func toHex(t *thread, a []value) (value, error) {
	b, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, err
	}
	args := []value{}
	for _, v := range a[1:] {
		if !v.IsNil() {
			args = append(args, v)
		}
	}
	if a[1].IsNil() {
		args = nil
	}
	r, err := object.CallMethod(t, object.NewBytes(append([]byte(nil), b...)), "hex", args...)
	if err != nil {
		return value{}, err
	}
	return object.NewBytesString(object.As[object.Str](r).String()), nil
}

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func fromHex(t *thread, a []value) (value, error) {
	in, err := ascii(a[0])
	if err != nil {
		return value{}, err
	}
	if len(in)%2 != 0 {
		return value{}, fail(t, "Odd-length string")
	}
	out := make([]byte, len(in)/2)
	for i := range out {
		hi, lo := unhex(in[2*i]), unhex(in[2*i+1])
		if hi < 0 || lo < 0 {
			return value{}, fail(t, "Non-hexadecimal digit found")
		}
		out[i] = byte(hi<<4 | lo)
	}
	return object.NewBytes(out), nil
}

func mask32(t *thread, v value) (uint32, error) {
	if v.IsNil() {
		return 0, nil
	}
	i, err := object.Index(t, v)
	if err != nil {
		return 0, err
	}
	if n, ok := object.AsInt64(i); ok {
		return uint32(n), nil
	}
	i, err = object.BinaryOp(t, i, object.Int(0xFFFFFFFF), object.OpAnd)
	if err != nil {
		return 0, err
	}
	n, _ := object.AsInt64(i)
	return uint32(n), nil
}

func crc(t *thread, a []value) (value, error) {
	b, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, err
	}
	c, err := mask32(t, a[1])
	if err != nil {
		return value{}, err
	}
	return object.Int(int64(crc32.Update(c, crc32.IEEETable, b))), nil
}

func crcHqx(t *thread, a []value) (value, error) {
	b, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, err
	}
	c, err := mask32(t, a[1])
	if err != nil {
		return value{}, err
	}
	x := uint16(c)
	for _, d := range b {
		x ^= uint16(d) << 8
		for range 8 {
			if x&0x8000 != 0 {
				x = x<<1 ^ 0x1021
			} else {
				x <<= 1
			}
		}
	}
	return object.Int(int64(x)), nil
}

const hexDoc = "Hexadecimal representation of binary data."

var funcs = []object.Func{
	{Name: "a2b_base64", Sig: "(data, /, *, strict_mode=False)", Doc: "Decode base64 data.", Fn: fromBase64},
	{Name: "b2a_base64", Sig: "(data, /, *, newline=True)", Doc: "Base64-code data.", Fn: toBase64},
	{Name: "hexlify", Sig: "(data, sep=<unrepresentable>, bytes_per_sep=1)", Doc: hexDoc, Fn: toHex},
	{Name: "b2a_hex", Sig: "(data, sep=<unrepresentable>, bytes_per_sep=1)", Doc: hexDoc, Fn: toHex},
	{Name: "unhexlify", Sig: "(hexstr, /)", Doc: "Binary data of hexadecimal representation.", Fn: fromHex},
	{Name: "a2b_hex", Sig: "(hexstr, /)", Doc: "Binary data of hexadecimal representation.", Fn: fromHex},
	{Name: "a2b_uu", Sig: "(data, /)", Doc: "Decode a line of uuencoded data.", Fn: fromUU},
	{Name: "b2a_uu", Sig: "(data, /, *, backtick=False)", Doc: "Uuencode a line of data.", Fn: toUU},
	{Name: "a2b_qp", Sig: "(data, header=False)", Doc: "Decode a string of quoted-printable data.", Fn: fromQP},
	{Name: "b2a_qp", Sig: "(data, quotetabs=False, istext=True, header=False)", Doc: "Encode a string using quoted-printable encoding.", Fn: toQP},
	{Name: "crc32", Sig: "(data, crc=0, /)", Doc: "Compute CRC-32 incrementally.", Fn: crc},
	{Name: "crc_hqx", Sig: "(data, crc, /)", Doc: "Compute CRC-CCITT incrementally.", Fn: crcHqx},
}
