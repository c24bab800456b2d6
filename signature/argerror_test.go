package signature

import (
	"encoding/json"
	"os"
	"testing"
)

// The table is recorded by testdata/record.py.
func TestArgErrorRecorded(t *testing.T) {
	data, err := os.ReadFile("testdata/argerror.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][6]any
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		mode, name, sig, nargs, want := r[0].(string), r[1].(string), r[2].(string), int(r[3].(float64)), r[5].(string)
		var keywords []string
		for _, k := range r[4].([]any) {
			keywords = append(keywords, k.(string))
		}
		p, err := Parse(sig)
		if err != nil {
			t.Error(err)
			continue
		}
		check := p.ArgError
		switch mode {
		case "new":
			check = p.NewArgError
		case "wrapper":
			check = p.WrapperArgError
		}
		if got := check(name, nargs, keywords); got != want {
			t.Errorf("%s %s %s with %d, %v:\n got %q\nwant %q", mode, name, sig, nargs, keywords, got, want)
		}
	}
}
