//go:build !linux

package time

import "github.com/gopy-lang/gopy/object"

var clockConsts map[string]value

var clockFuncs []object.Func
