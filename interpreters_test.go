package gopy_test

import (
	"context"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gopy-lang/gopy"
)

// TestInterpretersAreApart runs programs in two interpreters at once: neither
// sees the other's modules, and neither waits for the other's GIL. The first
// computes without a pause until the second, which must get on meanwhile, has
// connected to a socket.
func TestInterpretersAreApart(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	_, port, _ := net.SplitHostPort(ln.Addr().String())
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	run := func(src string) error {
		i, err := gopy.New(gopy.Config{})
		if err != nil {
			return err
		}
		return i.Exec(ctx, "<test>", []byte(strings.ReplaceAll(src, "PORT", port)))
	}
	spin, stop := context.WithCancel(ctx)
	var wg sync.WaitGroup
	wg.Add(1)
	var spinErr error
	go func() {
		defer wg.Done()
		i, err := gopy.New(gopy.Config{})
		if err != nil {
			spinErr = err
			return
		}
		spinErr = i.Exec(spin, "<spin>", []byte("import sys\nsys.mark = 1\nwhile True: pass"))
	}()
	if err := run("import sys, socket\nassert not hasattr(sys, 'mark')\nx = sum(range(10**6))\nassert x == 499999500000\nsocket.create_connection(('127.0.0.1', PORT)).close()"); err != nil {
		t.Errorf("beside a computing interpreter: %v", err)
	}
	stop()
	wg.Wait()
	if spinErr == nil {
		t.Error("the endless program ended without an error")
	}
}

// TestCancel stops a program that catches whatever Python can catch.
func TestCancel(t *testing.T) {
	i, err := gopy.New(gopy.Config{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	if err := i.Exec(ctx, "<test>", []byte("while True:\n  try:\n    while True: pass\n  except BaseException: pass")); err == nil {
		t.Error("no error")
	}
}
