// Package signature parses the text signatures of built-in functions, such as
// "($self, target, /, *, name=None)", into binding plans.
//
// The text is the form of CPython's __text_signature__: `$self`, `$module` and
// `$type` mark the parameter that is bound before the call, `/` ends the
// positional-only parameters, `*` or `*args` begins the keyword-only ones and
// `[, x]` makes parameters optional without naming a default.
//
// A Plan also knows the words CPython uses when a built-in function is called
// with the wrong arguments: ArgError, NewArgError and WrapperArgError choose
// the calling convention that Argument Clinic would have chosen for the
// signature, and from it the text.
//
// The package stands alone: it holds Go values and no Python objects. A Plan is
// immutable and may be used from any number of goroutines.
//
// The package is exported for the other packages of this module and makes no
// promise of compatibility.
package signature
