package signal

import (
	"github.com/gopy-lang/gopy/object"
)

var systemSignals = map[string]int{"SIGEMT": 7, "SIGINFO": 29}

var timerFuncs []object.Func
