// Package object holds gopy's object model: the 16-byte [Value], the object
// [Header], types with their slots and descriptors, instance shapes, argument
// binding, exceptions, the thread state, and one file per built-in type.
//
// It implements chapter 3 ("Data model") of the Python language reference and
// the built-in types of the library reference. Everything that can run Python
// code takes the calling [Thread] and returns an error: a Python exception is
// an [*Exception], a cancellation or an exceeded limit an [*Interrupt].
// Unless a comment says otherwise a function must be called by the thread that
// holds its interpreter's GIL.
//
// The package is exported for gopy's other packages and carries no
// compatibility promise; the public API is the module's root package.
package object
