package socket

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

const (
	typeNonblock  = unix.SOCK_NONBLOCK
	typeCloexec   = unix.SOCK_CLOEXEC
	noSignal      = unix.MSG_NOSIGNAL
	abstractNames = true
	unixPathMax   = 108

	eaiAddrFamily, eaiAgain, eaiNoName, eaiService, eaiFamily, eaiSockType, eaiBadFlags = -9, -3, -2, -8, -6, -7, -1
)

func newSocket(family, typ, proto int) (int, error) {
	return unix.Socket(family, typ|unix.SOCK_CLOEXEC, proto)
}

func newPair(family, typ, proto int) ([2]int, error) {
	return unix.Socketpair(family, typ|unix.SOCK_CLOEXEC, proto)
}

func acceptCloexec(fd int) (int, unix.Sockaddr, error) { return unix.Accept4(fd, unix.SOCK_CLOEXEC) }

func protoOf(fd int) int {
	n, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_PROTOCOL)
	if err != nil {
		return 0
	}
	return n
}

func optionBytes(fd, level, opt, n int) ([]byte, error) {
	b := make([]byte, n)
	size := uint32(n)
	_, _, e := unix.Syscall6(unix.SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(unsafe.Pointer(&b[0])), uintptr(unsafe.Pointer(&size)), 0)
	if e != 0 {
		return nil, e
	}
	return b[:size], nil
}

var systemConsts = map[string]int{
	"SOCK_NONBLOCK": unix.SOCK_NONBLOCK, "SOCK_CLOEXEC": unix.SOCK_CLOEXEC, "SO_PROTOCOL": unix.SO_PROTOCOL, "SO_DOMAIN": unix.SO_DOMAIN,
	"SO_PEERCRED": unix.SO_PEERCRED, "SO_PASSCRED": unix.SO_PASSCRED, "SO_BINDTODEVICE": unix.SO_BINDTODEVICE, "SO_MARK": unix.SO_MARK,
	"SO_PRIORITY": unix.SO_PRIORITY, "SO_PEERSEC": unix.SO_PEERSEC, "SO_INCOMING_CPU": unix.SO_INCOMING_CPU,
	"TCP_CORK": unix.TCP_CORK, "TCP_KEEPIDLE": unix.TCP_KEEPIDLE, "TCP_QUICKACK": unix.TCP_QUICKACK, "TCP_USER_TIMEOUT": unix.TCP_USER_TIMEOUT,
	"TCP_DEFER_ACCEPT": unix.TCP_DEFER_ACCEPT, "TCP_SYNCNT": unix.TCP_SYNCNT, "TCP_LINGER2": unix.TCP_LINGER2, "TCP_WINDOW_CLAMP": unix.TCP_WINDOW_CLAMP,
	"TCP_INFO": unix.TCP_INFO, "TCP_CONGESTION": unix.TCP_CONGESTION, "AF_NETLINK": unix.AF_NETLINK, "AF_PACKET": unix.AF_PACKET, "AF_VSOCK": unix.AF_VSOCK,
	"AF_CAN": unix.AF_CAN, "AF_BLUETOOTH": unix.AF_BLUETOOTH, "AF_ALG": unix.AF_ALG, "MSG_CMSG_CLOEXEC": unix.MSG_CMSG_CLOEXEC,
	"MSG_CONFIRM": unix.MSG_CONFIRM, "MSG_ERRQUEUE": unix.MSG_ERRQUEUE, "MSG_FASTOPEN": unix.MSG_FASTOPEN, "MSG_MORE": unix.MSG_MORE,
	"MSG_NOSIGNAL": unix.MSG_NOSIGNAL, "SCM_CREDENTIALS": unix.SCM_CREDENTIALS, "EAI_ADDRFAMILY": eaiAddrFamily, "EAI_OVERFLOW": -12, "EAI_SYSTEM": -11,
	"IP_TRANSPARENT": unix.IP_TRANSPARENT, "IP_BIND_ADDRESS_NO_PORT": 24, "IP_RECVTOS": unix.IP_RECVTOS,
}
