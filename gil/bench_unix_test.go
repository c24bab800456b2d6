//go:build unix

package gil

import (
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

// BenchmarkEcho: a thread answers one byte at a time while another computes. The
// thread tries the read under the GIL first.
func BenchmarkEcho(b *testing.B) {
	fds, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		b.Skip(err)
	}
	gr := newGroup(b, Config{})
	var stop atomic.Bool
	gr.start("cpu", func(t *Thread) {
		for !stop.Load() {
			work(t, 1000, 10)
		}
	})
	gr.start("echo", func(t *Thread) { echo(b, t, fds[0]) })
	b.ResetTimer()
	var wg sync.WaitGroup
	wg.Go(func() {
		buf := []byte{1}
		for range b.N {
			_, _ = syscall.Write(fds[1], buf)
			_, _ = syscall.Read(fds[1], buf)
		}
		_ = syscall.Close(fds[1])
	})
	wg.Wait()
	b.StopTimer()
	stop.Store(true)
	gr.wait()
	_ = syscall.Close(fds[0])
}

func echo(b *testing.B, t *Thread, fd int) {
	buf := make([]byte, 1)
	for {
		var n int
		var err error
		try := func() bool {
			n, _, err = syscall.Recvfrom(fd, buf, syscall.MSG_DONTWAIT)
			return err != syscall.EAGAIN
		}
		ready := func() { _, _, _ = syscall.Recvfrom(fd, buf, syscall.MSG_PEEK) }
		if e := t.TryThenBlock(&WaitInfo{Kind: "recv"}, try, ready, nil); e != nil {
			b.Error(e)
		}
		if n <= 0 || err != nil {
			return
		}
		_, _ = syscall.Write(fd, buf)
		work(t, 100, 10)
	}
}
