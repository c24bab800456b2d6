//go:build unix && !linux

package selectmod

import "github.com/gopy-lang/gopy/object"

var systemConsts = map[string]int{}

var systemTypes []*object.Type
