//go:build unix && !linux

package socket

import (
	"syscall"

	"golang.org/x/sys/unix"
)

const (
	typeNonblock, typeCloexec = 0, 0
	noSignal                  = 0
	abstractNames             = false
	unixPathMax               = 104

	eaiAddrFamily, eaiAgain, eaiNoName, eaiService, eaiFamily, eaiSockType, eaiBadFlags = 1, 2, 8, 9, 5, 10, 3
)

func newSocket(family, typ, proto int) (int, error) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	fd, err := unix.Socket(family, typ, proto)
	if err == nil {
		unix.CloseOnExec(fd)
	}
	return fd, err
}

func newPair(family, typ, proto int) ([2]int, error) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	p, err := unix.Socketpair(family, typ, proto)
	if err == nil {
		unix.CloseOnExec(p[0])
		unix.CloseOnExec(p[1])
	}
	return p, err
}

func acceptCloexec(fd int) (int, unix.Sockaddr, error) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	n, sa, err := unix.Accept(fd)
	if err == nil {
		unix.CloseOnExec(n)
	}
	return n, sa, err
}

func protoOf(fd int) int { return 0 }

// optionBytes returns an option's value; what the system has left out is zero.
func optionBytes(fd, level, opt, n int) ([]byte, error) {
	s, err := unix.GetsockoptString(fd, level, opt)
	b := make([]byte, n)
	copy(b, s)
	return b, err
}

var systemConsts = map[string]int{"SO_USELOOPBACK": unix.SO_USELOOPBACK, "EAI_ADDRFAMILY": eaiAddrFamily}
