package numfmt

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// The tables are recorded by testdata/record.py.
func load(t *testing.T, name string) [][]json.RawMessage {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]json.RawMessage
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

// outcome is a recorded result.
type outcome struct {
	OK    string
	Error string
	Text  string
}

func decode[T any](t *testing.T, raw json.RawMessage) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

var kindNames = map[Kind]string{
	ValueError: "ValueError", TypeError: "TypeError", OverflowError: "OverflowError", MemoryError: "MemoryError",
}

// check compares a result with the recorded one.
func (o outcome) check(t *testing.T, what, got string, err error) {
	t.Helper()
	want := o.OK
	if o.Error != "" {
		want = o.Error + ": " + o.Text
	}
	if err != nil {
		got = err.Error()
		if e, ok := err.(*Error); ok {
			got = kindNames[e.Kind] + ": " + e.Text
		}
	}
	if got != want {
		t.Errorf("%s:\n got %q\nwant %q", what, short(got), short(want))
	}
}

func short(s string) string {
	if len(s) > 200 {
		return s[:100] + "..." + s[len(s)-60:]
	}
	return s
}

func floatOf(t *testing.T, s string) float64 {
	t.Helper()
	f, err := FromHex(s)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func bigOf(s string) *big.Int {
	v, _ := new(big.Int).SetString(s, 0)
	return v
}

// formatValue formats a recorded value, given as its type and texts.
func formatValue(t *testing.T, v []string, spec string) (string, error) {
	kind, align := rune(0), byte('>')
	switch v[0] {
	case "int":
		kind = 'd'
	case "str":
		kind, align = 's', '<'
	}
	s, err := ParseSpec(spec, v[0], kind, align)
	if err != nil {
		return "", err
	}
	switch v[0] {
	case "int":
		return s.Big(bigOf(v[1]), 4300, nil)
	case "float":
		return s.Float(floatOf(t, v[1]))
	case "complex":
		return s.Complex(complex(floatOf(t, v[1]), floatOf(t, v[2])))
	}
	return s.Str(v[1])
}

func TestFormatRecorded(t *testing.T) {
	for _, row := range load(t, "format.json") {
		v, o := decode[[]string](t, row[0]), decode[outcome](t, row[2])
		spec := decode[*string](t, row[1])
		if spec == nil {
			got := ""
			if v[0] == "float" {
				got = Repr(floatOf(t, v[1]))
			} else {
				got = ReprComplex(complex(floatOf(t, v[1]), floatOf(t, v[2])))
			}
			o.check(t, fmt.Sprintf("repr(%v)", v), got, nil)
			continue
		}
		if *spec == "" && v[0] == "complex" {
			o.check(t, fmt.Sprintf("str(%v)", v), ReprComplex(complex(floatOf(t, v[1]), floatOf(t, v[2]))), nil)
			continue
		}
		got, err := formatValue(t, v, *spec)
		o.check(t, fmt.Sprintf("format(%v, %q)", v, *spec), got, err)
	}
}

func TestParseRecorded(t *testing.T) {
	for _, row := range load(t, "parse.json") {
		kind, text, o := decode[string](t, row[0]), decode[string](t, row[1]), decode[outcome](t, row[len(row)-1])
		what := fmt.Sprintf("%s(%q)", kind, short(text))
		got, err := "", error(nil)
		switch kind {
		case "float":
			var f float64
			if f, err = ParseFloat(text); err == nil {
				got = Hex(f)
			} else if err == ErrSyntax {
				err = quoting("could not convert string to float: ", o.Text)
			}
		case "int":
			base := decode[int](t, row[2])
			what += strconv.Itoa(base)
			var small int64
			var large *big.Int
			small, large, err = ParseInt(text, base, 4300, nil)
			switch {
			case err == ErrSyntax:
				err = quoting(fmt.Sprintf("invalid literal for int() with base %d: ", base), o.Text)
			case large != nil:
				got = hexInt(large)
			case err == nil:
				got = hexInt(big.NewInt(small))
			}
		case "str":
			got, err = Decimal(bigOf(text), 4300, nil)
		case "fromhex":
			var f float64
			if f, err = FromHex(text); err == nil {
				got = Hex(f)
			}
		case "hex":
			f, _ := ParseFloat(text)
			got = Hex(f)
		}
		o.check(t, what, got, err)
	}
}

// quoting returns the recorded error if it begins as it should; the repr of the
// text, which this package does not know, follows.
func quoting(begin, recorded string) error {
	if strings.HasPrefix(recorded, begin) {
		begin = recorded
	}
	return valueError("%s", begin)
}

func hexInt(v *big.Int) string {
	s := v.Text(16)
	if strings.HasPrefix(s, "-") {
		return "-0x" + s[1:]
	}
	return "0x" + s
}

// value is a recorded argument of the % operator.
type value struct {
	kind  string
	text  string
	items []value
	dict  map[string]value
}

func (v *value) UnmarshalJSON(data []byte) error {
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	if err := json.Unmarshal(raw[0], &v.kind); err != nil {
		return err
	}
	switch v.kind {
	case "tuple", "list":
		return json.Unmarshal(raw[1], &v.items)
	case "dict":
		return json.Unmarshal(raw[1], &v.dict)
	}
	return json.Unmarshal(raw[1], &v.text)
}

// percentArgs plays the part of the object package in the tests.
type percentArgs struct {
	all   value
	next  int
	bytes bool
}

func (a *percentArgs) Next() (value, bool) {
	if a.all.kind != "tuple" {
		a.next++
		return a.all, a.next == 1
	}
	if a.next == len(a.all.items) {
		return value{}, false
	}
	a.next++
	return a.all.items[a.next-1], true
}

func (a *percentArgs) Done() bool {
	switch a.all.kind {
	case "tuple":
		return a.next == len(a.all.items)
	case "dict", "list":
		return true
	}
	return a.next > 0
}

func (a *percentArgs) Lookup(key string) (value, error) {
	if a.all.kind != "dict" {
		return value{}, errorf(TypeError, "format requires a mapping")
	}
	return a.all.dict[key], nil
}

func (a *percentArgs) Star(v value) (int, bool, bool) {
	n, err := strconv.Atoi(v.text)
	return n, err != nil, v.kind == "int"
}

func (a *percentArgs) Text(v value, conversion byte) (string, error) {
	switch v.kind {
	case "dict":
		return "{'a': 1}", nil
	case "tuple", "list":
		var parts []string
		for _, i := range v.items {
			parts = append(parts, i.text)
		}
		if v.kind == "list" {
			return "[" + strings.Join(parts, ", ") + "]", nil
		}
		return "(" + strings.Join(parts, ", ") + ")", nil
	}
	if conversion == 'r' && v.kind == "str" {
		return "'" + v.text + "'", nil
	}
	return v.text, nil
}

func (a *percentArgs) Char(v value) (string, error) {
	limit, want, multi := 0x110000, "%c requires an int or a unicode character, not ", "a string"
	if a.bytes {
		limit, want, multi = 256, "%c requires an integer in range(256) or a single byte, not ", "a bytes object"
	}
	switch v.kind {
	case "int":
		n, _ := strconv.Atoi(v.text)
		if n < 0 || n >= limit {
			return "", errorf(OverflowError, "%%c arg not in range(%s)", map[int]string{256: "256", 0x110000: "0x110000"}[limit])
		}
		return wtf8.Encode(rune(n)), nil
	case "str", "bytes":
		if wtf8.Count(v.text) == 1 {
			return v.text, nil
		}
		return "", errorf(TypeError, "%s%s of length %d", want, multi, wtf8.Count(v.text))
	}
	return "", errorf(TypeError, "%s%s", want, v.kind)
}

func (a *percentArgs) Integer(v value, conversion byte) (int64, *big.Int, error) {
	decimal := conversion == 'd' || conversion == 'i' || conversion == 'u'
	switch {
	case v.kind == "int":
		return 0, bigOf(v.text), nil
	case v.kind == "float" && decimal:
		f, _ := FromHex(v.text)
		return int64(f), nil, nil
	case decimal:
		return 0, nil, errorf(TypeError, "%%%c format: a real number is required, not %s", conversion, v.kind)
	}
	return 0, nil, errorf(TypeError, "%%%c format: an integer is required, not %s", conversion, v.kind)
}

func (a *percentArgs) Float(v value) (float64, error) {
	switch v.kind {
	case "int":
		return BigToFloat(bigOf(v.text))
	case "float":
		return FromHex(v.text)
	}
	return 0, errorf(TypeError, "must be real number, not %s", v.kind)
}

func TestPercentRecorded(t *testing.T) {
	for _, row := range load(t, "percent.json") {
		mode, format := decode[string](t, row[0]), decode[string](t, row[1])
		args := &percentArgs{all: decode[value](t, row[2]), bytes: mode == "bytes"}
		o := decode[outcome](t, row[3])
		if args.bytes {
			format = latin1(format)
			o.OK = latin1(o.OK)
		}
		got, err := Percent(format, args, PercentOptions{Bytes: args.bytes, MaxDigits: 4300})
		o.check(t, fmt.Sprintf("%s %q %% %s", mode, format, row[2]), got, err)
	}
}

func latin1(s string) string {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r))
	}
	return string(b)
}
