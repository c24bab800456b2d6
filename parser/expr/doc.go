// Package expr parses Python's expressions (section 6 of the language
// reference), parameters and targets by operator precedence over the tokens of
// a participle lexer.
//
// A Parser belongs to one parse. Grammar productions reach it through the
// SOURCE token in front of the tokens, see [Handle] and [From]. Errors leave
// the recursion by a private panic type; [Catch] recovers it and nothing else.
package expr
