// Package token defines the tokens of Python source as participle token types,
// and the errors that the lexer and the parsers report.
package token
