//go:build unix && !linux

package multiprocessing

const noSignal = 0 // SIGPIPE is taken
