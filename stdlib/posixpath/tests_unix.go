//go:build unix

package posixpath

import (
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/posix"
)

func addTests(t *thread, m *object.Module) error {
	m.AddFuncs(t, "genericpath", posix.PathTests)
	return nil
}
