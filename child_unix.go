//go:build unix

package gopy

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib"
	"github.com/gopy-lang/gopy/stdlib/multiprocessing"
)

// Child must be called first in the main function of a program whose Python
// code is to start processes (multiprocessing, ProcessPoolExecutor): these are
// the same program, started again. ok says that this process is such a child;
// it has done its work, and main returns with the status.
//
//	func main() {
//		if status, ok := gopy.Child(); ok {
//			os.Exit(status)
//		}
//		...
//	}
func Child() (status int, ok bool) {
	fd, ok := multiprocessing.ChildDescriptor(os.Args)
	if !ok {
		return 0, false
	}
	status, err := runChild(fd)
	if err != nil {
		fmt.Fprintln(os.Stderr, "gopy: child:", err)
	}
	return status, true
}

func runChild(fd int) (int, error) {
	h, data, err := multiprocessing.Receive(fd)
	if err != nil {
		return 1, err
	}
	var cfg Config
	if err := json.Unmarshal(h.Config, &cfg); err != nil {
		return 1, err
	}
	in, err := newWith(cfg, h.Prepare)
	if err != nil {
		return 1, err
	}
	status := 1
	return status, in.do(context.Background(), func(t *object.Thread) error {
		var err error
		if status, err = multiprocessing.Run(t, data); err != nil {
			status = max(in.report(t, err), 1)
		}
		stdlib.FlushStd(t)
		os.Exit(status)
		return nil
	})
}

// keepConfig remembers what children of the interpreter are configured with.
func keepConfig(in *object.Interp, cfg Config) { in.Extra.Store(multiprocessing.ConfigKey{}, cfg) }
