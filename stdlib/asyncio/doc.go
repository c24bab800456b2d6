// Package asyncio implements the asyncio package (library reference,
// "asyncio"). The loop, its handles and timers, Future and Task are written in
// Go; what is made of calls (locks, queues, task groups, timeouts, runners,
// streams) is Python on top of them.
//
// A loop runs on the Python thread that entered run_forever. Goroutines and
// other threads reach it through its inbox, which wakes it.
package asyncio
