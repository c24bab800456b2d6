// Package thread implements the _thread module: threads on goroutines, locks,
// reentrant locks and thread-local data (library reference, "_thread").
package thread
