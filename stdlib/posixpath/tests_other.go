//go:build !unix

package posixpath

import "github.com/gopy-lang/gopy/object"

func addTests(t *thread, m *object.Module) error { return nil }
