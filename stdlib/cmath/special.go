package cmath

import (
	"math"
	"strings"
	"sync"
)

// special has the results for arguments of which a part is not finite, by the
// class of the real part (lines) and of the imaginary part: -inf, negative, -0,
// 0, positive, inf, nan. E is a domain error, - is computed.
var special = map[string]string{
	"acos": `
pi34 inf, pi inf, pi inf, pi -inf, pi -inf, pi34 -inf, nan inf
pi2 inf, - -, - -, - -, - -, pi2 -inf, nan nan
pi2 inf, - -, - -, - -, - -, pi2 -inf, pi2 nan
pi2 inf, - -, - -, - -, - -, pi2 -inf, pi2 nan
pi2 inf, - -, - -, - -, - -, pi2 -inf, nan nan
pi4 inf, z inf, z inf, z -inf, z -inf, pi4 -inf, nan inf
nan inf, nan nan, nan nan, nan nan, nan nan, nan -inf, nan nan`,
	"acosh": `
inf -pi34, inf -pi, inf -pi, inf pi, inf pi, inf pi34, inf nan
inf -pi2, - -, - -, - -, - -, inf pi2, nan nan
inf -pi2, - -, - -, - -, - -, inf pi2, nan pi2
inf -pi2, - -, - -, - -, - -, inf pi2, nan pi2
inf -pi2, - -, - -, - -, - -, inf pi2, nan nan
inf -pi4, inf -z, inf -z, inf z, inf z, inf pi4, inf nan
inf nan, nan nan, nan nan, nan nan, nan nan, inf nan, nan nan`,
	"asinh": `
-inf -pi4, -inf -z, -inf -z, -inf z, -inf z, -inf pi4, -inf nan
-inf -pi2, - -, - -, - -, - -, -inf pi2, nan nan
-inf -pi2, - -, - -, - -, - -, -inf pi2, nan nan
inf -pi2, - -, - -, - -, - -, inf pi2, nan nan
inf -pi2, - -, - -, - -, - -, inf pi2, nan nan
inf -pi4, inf -z, inf -z, inf z, inf z, inf pi4, inf nan
inf nan, nan nan, nan -z, nan z, nan nan, inf nan, nan nan`,
	"atanh": `
-z -pi2, -z -pi2, -z -pi2, -z pi2, -z pi2, -z pi2, -z nan
-z -pi2, - -, - -, - -, - -, -z pi2, nan nan
-z -pi2, - -, - -, - -, - -, -z pi2, -z nan
z -pi2, - -, - -, - -, - -, z pi2, z nan
z -pi2, - -, - -, - -, - -, z pi2, nan nan
z -pi2, z -pi2, z -pi2, z pi2, z pi2, z pi2, z nan
z -pi2, nan nan, nan nan, nan nan, nan nan, z pi2, nan nan`,
	"cosh": `
E E, -inf inf, inf z, inf -z, -inf -inf, E E, inf nan
E E, - -, - -, - -, - -, E E, nan nan
E E, - -, - -, - -, - -, E E, nan z
E E, - -, - -, - -, - -, E E, nan z
E E, - -, - -, - -, - -, E E, nan nan
E E, -inf -inf, inf -z, inf z, -inf inf, E E, inf nan
nan nan, nan nan, nan z, nan z, nan nan, nan nan, nan nan`,
	"exp": `
z z, -z -z, z -z, z z, -z z, z z, z z
E E, - -, - -, - -, - -, E E, nan nan
E E, - -, - -, - -, - -, E E, nan nan
E E, - -, - -, - -, - -, E E, nan nan
E E, - -, - -, - -, - -, E E, nan nan
E E, -inf -inf, inf -z, inf z, -inf inf, E E, inf nan
nan nan, nan nan, nan -z, nan z, nan nan, nan nan, nan nan`,
	"log": `
inf -pi34, inf -pi, inf -pi, inf pi, inf pi, inf pi34, inf nan
inf -pi2, - -, - -, - -, - -, inf pi2, nan nan
inf -pi2, - -, - -, - -, - -, inf pi2, nan nan
inf -pi2, - -, - -, - -, - -, inf pi2, nan nan
inf -pi2, - -, - -, - -, - -, inf pi2, nan nan
inf -pi4, inf -z, inf -z, inf z, inf z, inf pi4, inf nan
inf nan, nan nan, nan nan, nan nan, nan nan, inf nan, nan nan`,
	"rect": `
E E, inf inf, -inf z, -inf -z, inf -inf, E E, inf nan
E E, - -, - -, - -, - -, E E, nan nan
z z, - -, - -, - -, - -, z z, z z
z z, - -, - -, - -, - -, z z, z z
E E, - -, - -, - -, - -, E E, nan nan
E E, -inf -inf, inf -z, inf z, -inf inf, E E, inf nan
nan nan, nan nan, nan z, nan z, nan nan, nan nan, nan nan`,
	"sinh": `
E E, inf -inf, -inf -z, -inf z, inf inf, E E, inf nan
E E, - -, - -, - -, - -, E E, nan nan
E E, - -, - -, - -, - -, E E, z nan
E E, - -, - -, - -, - -, E E, z nan
E E, - -, - -, - -, - -, E E, nan nan
E E, -inf -inf, inf -z, inf z, -inf inf, E E, inf nan
nan nan, nan nan, nan -z, nan z, nan nan, nan nan, nan nan`,
	"sqrt": `
inf -inf, z -inf, z -inf, z inf, z inf, inf inf, nan inf
inf -inf, - -, - -, - -, - -, inf inf, nan nan
inf -inf, - -, - -, - -, - -, inf inf, nan nan
inf -inf, - -, - -, - -, - -, inf inf, nan nan
inf -inf, - -, - -, - -, - -, inf inf, nan nan
inf -inf, inf -z, inf -z, inf z, inf z, inf inf, inf nan
inf -inf, nan nan, nan nan, nan nan, nan nan, inf inf, nan nan`,
	"tanh": `
-1.0 z, -1.0 z, -1.0 -z, -1.0 z, -1.0 -z, -1.0 z, -1.0 z
E E, - -, - -, - -, - -, E E, nan nan
E E, - -, - -, - -, - -, E E, -z nan
E E, - -, - -, - -, - -, E E, z nan
E E, - -, - -, - -, - -, E E, nan nan
1.0 z, 1.0 z, 1.0 -z, 1.0 z, 1.0 -z, 1.0 z, 1.0 z
nan nan, nan nan, nan -z, nan z, nan nan, nan nan, nan nan`,
}

type cell struct {
	z   complex128
	bad bool
}

type table [7][7]cell

var words = map[string]float64{"nan": math.NaN(), "inf": math.Inf(1), "z": 0, "pi": math.Pi, "pi2": math.Pi / 2, "pi4": math.Pi / 4, "pi34": 3 * math.Pi / 4, "1.0": 1, "-": 0}

func word(s string) float64 {
	if v, ok := words[s]; ok {
		return v
	}
	return math.Copysign(words[strings.TrimPrefix(s, "-")], -1)
}

var tables = sync.OnceValue(func() map[string]*table {
	all := make(map[string]*table, len(special))
	for name, text := range special {
		t := &table{}
		for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
			for j, c := range strings.Split(line, ", ") {
				re, im, _ := strings.Cut(c, " ")
				if re == "E" {
					t[i][j].bad = true
				} else {
					t[i][j].z = complex(word(re), word(im))
				}
			}
		}
		all[name] = t
	}
	return all
})

// class is the index of x in a table.
func class(x float64) int {
	switch {
	case math.IsNaN(x):
		return 6
	case math.IsInf(x, 1):
		return 5
	case math.IsInf(x, -1):
		return 0
	case x > 0:
		return 4
	case x < 0:
		return 1
	case math.Signbit(x):
		return 2
	}
	return 3
}

// fromTable returns the result of a function for z, of which a part is not
// finite.
func fromTable(name string, re, im float64) (complex128, error) {
	c := &tables()[name][class(re)][class(im)]
	if c.bad {
		return 0, errDomain
	}
	return c.z, nil
}
