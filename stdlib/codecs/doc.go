// Package codecs implements the _codecs module: the registries of codecs and
// error handlers, and the functions behind the text codecs of package encodings.
package codecs
