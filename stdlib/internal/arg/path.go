package arg

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// FSEncode gives the system's form of a path: escaped bytes (lone surrogates
// from U+DC80 to U+DCFF) become bytes again.
func FSEncode(s string) string {
	if !strings.Contains(s, "\xed\xb2") && !strings.Contains(s, "\xed\xb3") {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if i+2 < len(s) && s[i] == 0xED && (s[i+1] == 0xB2 || s[i+1] == 0xB3) {
			b = append(b, byte(0xC0&(s[i+1]<<6))|s[i+2]&0x3F)
			i += 3
			continue
		}
		b = append(b, s[i])
		i++
	}
	return string(b)
}

// FSDecode is the inverse of FSEncode: bytes that are not UTF-8 are escaped.
func FSDecode(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := object.DecodeRune(s[i:])
		if r == 0xFFFD && n == 1 || r >= 0xD800 && r < 0xE000 {
			b = object.AppendRune(b, 0xDC00+rune(s[i]))
			i++
			continue
		}
		b = append(b, s[i:i+n]...)
		i += n
	}
	return string(b)
}

// Path is a path argument: a name, or a descriptor where one is allowed.
type Path struct {
	Name  string // for the system
	FD    int    // -1 when a name was given
	Bytes bool   // given as bytes
	V     value  // as given, after __fspath__
}

// Result returns a name found in the file system in the form the path had.
func (p *Path) Result(name string) value {
	if p.Bytes {
		return object.NewBytes([]byte(name))
	}
	return object.NewStr(FSDecode(name))
}

// Err is the OSError of a failed operation on p.
func (p *Path) Err(err error) error {
	e, ok := object.FromGoError(err).(*object.Exception)
	if !ok {
		return err
	}
	if p.V.O != nil && e.Type.IsSubtype(&object.OSErrorType) {
		e.SetField("filename", p.V)
	}
	return e
}

// Err2 is the OSError of a failed operation on two paths.
func (p *Path) Err2(q *Path, err error) error {
	r := p.Err(err)
	if e, ok := r.(*object.Exception); ok {
		e.SetField("filename2", q.V)
	}
	return r
}

// FSPath is os.fspath(v) without the conversion to text.
func FSPath(t *thread, v value) (value, error) {
	if s := v.O.Type.Solid; s == &object.StrType || s == &object.BytesType {
		return v, nil
	}
	f, err := object.LookupSpecial(t, v, t.Intern("__fspath__"))
	if err != nil {
		return value{}, err
	}
	if f.O == nil || f.IsNone() {
		return value{}, object.TypeErrorf("expected str, bytes or os.PathLike object, not %s", v.O.Type.MsgName())
	}
	r, err := object.CallArgs(t, f)
	if err != nil {
		return value{}, err
	}
	if s := r.O.Type.Solid; s != &object.StrType && s != &object.BytesType {
		return value{}, object.TypeErrorf("expected %s.__fspath__() to return str or bytes, not %s", v.O.Type.MsgName(), r.O.Type.MsgName())
	}
	return r, nil
}

// PathOf reads a path argument of fn. allowFD admits descriptors, opt None
// (as ".").
func PathOf(t *thread, v value, fn, name string, allowFD, opt bool) (*Path, error) {
	if v.O == nil || opt && v.IsNone() {
		return &Path{Name: ".", FD: -1}, nil
	}
	if allowFD && object.IsIntLike(v) {
		fd, err := CInt(t, v)
		return &Path{FD: fd, V: v}, err
	}
	p := &Path{FD: -1, V: v}
	r, err := FSPath(t, v)
	if err != nil {
		if object.IsExc(err, &object.TypeErrorType) && v.O.Type.Lookup(t, t.Intern("__fspath__")).O == nil {
			want := "string, bytes or os.PathLike"
			if allowFD {
				want = "string, bytes, os.PathLike or integer"
			}
			if opt {
				want = strings.Replace(want, " or ", ", ", 1) + " or None"
				if allowFD {
					want = "string, bytes, os.PathLike, integer or None"
				}
			}
			return nil, object.TypeErrorf("%s: %s should be %s, not %s", fn, name, want, v.O.Type.MsgName())
		}
		return nil, err
	}
	p.V = r
	if s, ok := object.AsStr(r); ok {
		p.Name = FSEncode(s.String())
	} else {
		b, _ := object.BytesOf(r)
		p.Name, p.Bytes = string(b), true
	}
	if strings.IndexByte(p.Name, 0) >= 0 {
		if fn == "open" && name == "path" && !allowFD {
			return nil, object.ValueErrorf("embedded null byte")
		}
		return nil, object.ValueErrorf("%s: embedded null character in %s", fn, name)
	}
	return p, nil
}
