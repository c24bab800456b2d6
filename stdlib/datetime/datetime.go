// Package datetime implements the datetime module (library reference,
// "datetime"): dates, times, their differences and fixed time zones.
package datetime

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Types of the module.
var (
	DeltaType, DateType, TimeType, DateTimeType, TZInfoType, ZoneType object.Type

	isoDateType object.Type
)

const source = `__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
`

// Module declares datetime.
func Module() object.ModuleSpec { return spec("datetime", source) }

// Core declares _datetime.
func Core() object.ModuleSpec { return spec("_datetime", "") }

func spec(name, source string) object.ModuleSpec {
	return object.ModuleSpec{
		Name: name, Doc: "Dates and times.", Source: source,
		Types:  []*object.Type{&DeltaType, &DateType, &TimeType, &DateTimeType, &TZInfoType, &ZoneType},
		Consts: map[string]value{"MINYEAR": object.Int(minYear), "MAXYEAR": object.Int(maxYear), "UTC": object.Wrap(&utc)},
	}
}

func init() {
	object.DefineStructSeq(&isoDateType, object.StructSeq{Module: "datetime", Name: "IsoCalendarDate", Fields: []string{"year", "week", "weekday"}})
}

// params are the parameters of a constructor.
type params struct {
	names    []string
	required int
	byPos    int // how many may be given by position
}

// bind sorts arguments by parameter.
func (p *params) bind(args, kw []value) ([]value, error) {
	pos := len(args) - len(kw)
	if len(args) > len(p.names) {
		return nil, object.TypeErrorf("function takes at most %d arguments (%d given)", len(p.names), len(args))
	}
	if pos > p.byPos {
		return nil, object.TypeErrorf("function takes at most %d positional arguments (%d given)", p.byPos, pos)
	}
	out := make([]value, len(p.names))
	copy(out, args[:pos])
	for i, k := range kw {
		name := object.As[object.Str](k).String()
		at := -1
		for j, n := range p.names {
			if n == name {
				at = j
			}
		}
		if at < 0 {
			return nil, object.TypeErrorf("this function got an unexpected keyword argument '%s'", name)
		}
		if !out[at].IsNil() {
			return nil, object.TypeErrorf("argument for function given by name ('%s') and position (%d)", name, at+1)
		}
		out[at] = args[pos+i]
	}
	for i := range p.required {
		if out[i].IsNil() {
			return nil, object.TypeErrorf("function missing required argument '%s' (pos %d)", p.names[i], i+1)
		}
	}
	return out, nil
}

// cInt reads an int argument; def if it is missing.
func cInt(t *thread, v value, def int) (int, error) {
	if v.IsNil() {
		return def, nil
	}
	i, err := object.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := object.AsInt64(i)
	switch {
	case !ok:
		return 0, object.OverflowErrorf("Python int too large to convert to C long")
	case n > 1<<31-1:
		return 0, object.OverflowErrorf("signed integer is greater than maximum")
	case n < -1<<31:
		return 0, object.OverflowErrorf("signed integer is less than minimum")
	}
	return int(n), nil
}

// cInts reads several.
func cInts(t *thread, a []value, to ...*int) error {
	for i, p := range to {
		n, err := cInt(t, a[i], *p)
		if err != nil {
			return err
		}
		*p = n
	}
	return nil
}

// name is how the class of v is called in its repr.
func name(v value) string {
	tp := v.O.Type
	if tp.IsHeap() {
		return tp.Name
	}
	return "datetime." + tp.Name
}

// state returns the bytes of a pickled object given to a constructor as bytes,
// or as str of Latin-1 characters.
func state(v value, n int) []byte {
	if v.O.Type == &object.BytesType {
		b, _ := object.BytesOf(v)
		if len(b) == n {
			return b
		}
		return nil
	}
	s, ok := object.AsStr(v)
	if !ok || s.CharLen() != n {
		return nil
	}
	var b []byte
	for _, r := range s.String() {
		if r > 0xFF {
			return nil
		}
		b = append(b, byte(r))
	}
	return b
}

// compared makes the result of a comparison from the order of the operands.
func compared(c int, op object.CmpOp) value {
	switch op {
	case object.CmpLT:
		return object.Bool(c < 0)
	case object.CmpLE:
		return object.Bool(c <= 0)
	case object.CmpEQ:
		return object.Bool(c == 0)
	case object.CmpNE:
		return object.Bool(c != 0)
	case object.CmpGT:
		return object.Bool(c > 0)
	}
	return object.Bool(c >= 0)
}

func order(pairs ...int) int {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] != pairs[i+1] {
			if pairs[i] < pairs[i+1] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func isDelta(v value) bool    { return v.O.Type.Solid == &DeltaType }
func isDateTime(v value) bool { return v.O.Type.Solid == &DateTimeType }
func isDate(v value) bool     { return v.O.Type.Solid == &DateType || isDateTime(v) }
func isTime(v value) bool     { return v.O.Type.Solid == &TimeType }
func isTZ(v value) bool       { return v.O.Type.Solid == &ZoneType || v.O.Type.IsSubtype(&TZInfoType) }

// checkTZ checks a tzinfo argument; None if it is missing.
func checkTZ(v value) (value, error) {
	if v.IsNil() {
		return object.None, nil
	}
	if !v.IsNone() && !isTZ(v) {
		return value{}, object.TypeErrorf("tzinfo argument must be None or of a tzinfo subclass, not type '%s'", v.O.Type.MsgName())
	}
	return v, nil
}

// format is the __format__ of dates and times.
func format(t *thread, a []value) (value, error) {
	s, ok := object.AsStr(a[1])
	if !ok {
		return value{}, object.TypeErrorf("__format__() argument 1 must be str, not %s", a[1].O.Type.MsgName())
	}
	if s.Size() == 0 {
		return object.StrValue(t, a[0])
	}
	return object.CallMethod(t, a[0], "strftime", a[1])
}

var formatRow = object.Func{Name: "__format__", Sig: "($self, format, /)", Doc: "Formats self with strftime.", Fn: format}

// replaceRow makes __replace__ of the row of replace.
func replaceRow(row object.Func) object.Func {
	row.Name, row.Doc = "__replace__", "The same as replace()."
	row.Sig = strings.Replace(row.Sig, "($self, /, ", "($self, /, *, ", 1)
	row.Sig = strings.Replace(row.Sig, "*, fold", "fold", 1)
	return row
}
