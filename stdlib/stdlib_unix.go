//go:build unix

package stdlib

import (
	"github.com/gopy-lang/gopy/stdlib/os"
	"github.com/gopy-lang/gopy/stdlib/posix"
	"github.com/gopy-lang/gopy/stdlib/posixpath"
)

func init() {
	modules["genericpath"] = posixpath.Generic
	modules["os"] = os.Module
	modules["posix"] = posix.Module
	modules["posixpath"] = posixpath.Module
}
