// Package vm executes gopy's bytecode: frames, the evaluation loop, calls,
// unwinding, generators and coroutines, class creation and import, and the
// types that need the evaluator (function, frame, generator, coroutine, code).
//
// It implements the execution model of the Python language reference
// (chapters 4, 6, 7 and 8). A Python call never recurses on the Go stack;
// built-in code re-enters the loop only through slots and callbacks, which
// is counted. Unless a comment says otherwise a function must be called by the
// thread that holds its interpreter's GIL.
//
// The package is exported for gopy's other packages and carries no
// compatibility promise; the public API is the module's root package.
package vm
