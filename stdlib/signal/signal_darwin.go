package signal

import (
	"os"

	"github.com/gopy-lang/gopy/object"
)

var systemSignals = map[string]int{"SIGEMT": 7, "SIGINFO": 29}

func die(n int) { os.Exit(128 + n) }

var timerFuncs []object.Func
