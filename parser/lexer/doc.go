// Package lexer splits Python source into participle tokens, as section 2 of
// the language reference describes it: indentation, brackets, and the nested
// modes of f- and t-strings.
//
// A Lexer never fails in the middle: at the first error it records the error
// in Err and emits a token of type Error, and after that the end of the source.
// It hands out a long source in chunks of whole top-level statements, each
// ended by EOF, so that the token arrays stay small.
package lexer
