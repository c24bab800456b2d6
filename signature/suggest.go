package signature

import "strings"

// The costs of CPython's edit distance, and the limits beyond which it gives up.
const (
	moveCost      = 2
	caseCost      = 1
	maxSuggest    = 40  // longest differing part of a name
	maxCandidates = 750 // from this number on no suggestion is made
)

// Suggest returns the candidate that a misspelt name probably meant, or "". It
// is the measure CPython uses for "Did you mean".
func Suggest(name string, candidates []string) string {
	if len(candidates) >= maxCandidates {
		return ""
	}
	best, bestCost := "", 1<<30
	for _, c := range candidates {
		if c == name {
			continue
		}
		limit := min((len(name)+len(c)+3)*moveCost/6, bestCost-1)
		if cost := distance(name, c, limit); cost <= limit {
			best, bestCost = c, cost
		}
	}
	return best
}

// distance is the weighted Levenshtein distance of a and b, or a number above
// limit once it is sure to exceed it.
func distance(a, b string, limit int) int {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if a == "" || b == "" {
		return (len(a) + len(b)) * moveCost
	}
	if len(a) > maxSuggest || len(b) > maxSuggest {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	var row [maxSuggest]int
	for i := range a {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for j := range len(b) {
		diagonal := j * moveCost
		result = diagonal
		least := 1 << 30
		for i := range len(a) {
			substitute := diagonal + substitution(b[j], a[i])
			diagonal = row[i]
			result = min(substitute, min(result, diagonal)+moveCost)
			row[i] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}

func substitution(a, b byte) int {
	switch {
	case a == b:
		return 0
	case strings.EqualFold(string(a), string(b)):
		return caseCost
	}
	return moveCost
}
