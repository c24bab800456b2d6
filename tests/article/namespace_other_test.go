//go:build !linux

package article

// commandVar is used on Linux only.
const commandVar = "GOPY_ARTICLE_COMMAND"
