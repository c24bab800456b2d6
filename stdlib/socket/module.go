//go:build unix

package socket

import (
	"context"
	"encoding/binary"
	"maps"
	"net"
	"net/netip"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

type gaiKey struct{}

// Core declares _socket.
func Core() object.ModuleSpec {
	return object.ModuleSpec{Name: "_socket", Doc: "Implementation module for socket operations.", Funcs: rows, Types: []*object.Type{&sockType},
		Init: func(t *thread, m *object.Module) error {
			all := maps.Clone(consts)
			maps.Copy(all, systemConsts)
			for n, v := range all {
				m.Set(t, n, object.IntOf(v))
			}
			m.Set(t, "SocketType", object.Wrap(&sockType))
			m.Set(t, "error", object.Wrap(&object.OSErrorType))
			m.Set(t, "timeout", object.Wrap(&object.TimeoutErrorType))
			m.Set(t, "has_ipv6", object.True)
			for _, n := range []string{"herror", "gaierror"} {
				e, err := object.NewExceptionType(t, "socket", n, &object.OSErrorType, "")
				if err != nil {
					return err
				}
				m.Set(t, n, object.Wrap(e))
				if n == "gaierror" {
					t.Interp.Extra.Store(gaiKey{}, e)
				}
			}
			return nil
		}}
}

var gaiTexts = map[int]string{eaiAddrFamily: "Address family for hostname not supported", eaiAgain: "Temporary failure in name resolution",
	eaiNoName: "Name or service not known", eaiService: "Servname not supported for ai_socktype", eaiFamily: "ai_family not supported",
	eaiSockType: "ai_socktype not supported", eaiBadFlags: "Bad value for ai_flags"}

func gaiError(t *thread, code int) error {
	tp := &object.OSErrorType
	if v, ok := t.Interp.Extra.Load(gaiKey{}); ok {
		tp = v.(*object.Type)
	}
	e, err := object.Call(t, object.Wrap(tp), []value{object.IntOf(code), object.NewStr(gaiTexts[code])}, nil)
	if err != nil {
		return err
	}
	return object.As[object.Exception](e)
}

var consts = map[string]int{
	"AF_UNSPEC": unix.AF_UNSPEC, "AF_INET": unix.AF_INET, "AF_INET6": unix.AF_INET6, "AF_UNIX": unix.AF_UNIX,
	"SOCK_STREAM": unix.SOCK_STREAM, "SOCK_DGRAM": unix.SOCK_DGRAM, "SOCK_RAW": unix.SOCK_RAW, "SOCK_SEQPACKET": unix.SOCK_SEQPACKET, "SOCK_RDM": unix.SOCK_RDM,
	"SOL_SOCKET": unix.SOL_SOCKET, "SOL_IP": 0, "SOL_TCP": 6, "SOL_UDP": 17, "SOMAXCONN": unix.SOMAXCONN,
	"SO_REUSEADDR": unix.SO_REUSEADDR, "SO_REUSEPORT": unix.SO_REUSEPORT, "SO_KEEPALIVE": unix.SO_KEEPALIVE, "SO_BROADCAST": unix.SO_BROADCAST,
	"SO_ERROR": unix.SO_ERROR, "SO_TYPE": unix.SO_TYPE, "SO_RCVBUF": unix.SO_RCVBUF, "SO_SNDBUF": unix.SO_SNDBUF, "SO_RCVTIMEO": unix.SO_RCVTIMEO,
	"SO_SNDTIMEO": unix.SO_SNDTIMEO, "SO_RCVLOWAT": unix.SO_RCVLOWAT, "SO_SNDLOWAT": unix.SO_SNDLOWAT, "SO_LINGER": unix.SO_LINGER,
	"SO_OOBINLINE": unix.SO_OOBINLINE, "SO_DONTROUTE": unix.SO_DONTROUTE, "SO_ACCEPTCONN": unix.SO_ACCEPTCONN, "SO_DEBUG": unix.SO_DEBUG,
	"SHUT_RD": 0, "SHUT_WR": 1, "SHUT_RDWR": 2, "MSG_PEEK": unix.MSG_PEEK, "MSG_OOB": unix.MSG_OOB, "MSG_WAITALL": unix.MSG_WAITALL,
	"MSG_DONTWAIT": unix.MSG_DONTWAIT, "MSG_TRUNC": unix.MSG_TRUNC, "MSG_CTRUNC": unix.MSG_CTRUNC, "MSG_EOR": unix.MSG_EOR, "MSG_DONTROUTE": unix.MSG_DONTROUTE,
	"IPPROTO_IP": 0, "IPPROTO_ICMP": 1, "IPPROTO_TCP": 6, "IPPROTO_UDP": 17, "IPPROTO_IPV6": 41, "IPPROTO_RAW": 255, "IPPROTO_ICMPV6": 58,
	"IPPROTO_IGMP": 2, "IPPROTO_NONE": 59, "IPPROTO_SCTP": 132, "IPPROTO_GRE": 47, "IPPROTO_ESP": 50, "IPPROTO_AH": 51,
	"TCP_NODELAY": unix.TCP_NODELAY, "TCP_MAXSEG": unix.TCP_MAXSEG, "TCP_KEEPINTVL": unix.TCP_KEEPINTVL, "TCP_KEEPCNT": unix.TCP_KEEPCNT, "TCP_FASTOPEN": unix.TCP_FASTOPEN,
	"IPV6_V6ONLY": unix.IPV6_V6ONLY, "IPV6_JOIN_GROUP": unix.IPV6_JOIN_GROUP, "IPV6_LEAVE_GROUP": unix.IPV6_LEAVE_GROUP, "IPV6_MULTICAST_HOPS": unix.IPV6_MULTICAST_HOPS,
	"IPV6_MULTICAST_IF": unix.IPV6_MULTICAST_IF, "IPV6_MULTICAST_LOOP": unix.IPV6_MULTICAST_LOOP, "IPV6_UNICAST_HOPS": unix.IPV6_UNICAST_HOPS,
	"IP_TTL": unix.IP_TTL, "IP_TOS": unix.IP_TOS, "IP_OPTIONS": unix.IP_OPTIONS, "IP_HDRINCL": unix.IP_HDRINCL, "IP_ADD_MEMBERSHIP": unix.IP_ADD_MEMBERSHIP,
	"IP_DROP_MEMBERSHIP": unix.IP_DROP_MEMBERSHIP, "IP_MULTICAST_IF": unix.IP_MULTICAST_IF, "IP_MULTICAST_TTL": unix.IP_MULTICAST_TTL,
	"IP_MULTICAST_LOOP": unix.IP_MULTICAST_LOOP, "INADDR_ANY": 0, "INADDR_BROADCAST": 0xffffffff, "INADDR_LOOPBACK": 0x7f000001, "INADDR_NONE": 0xffffffff,
	"INADDR_UNSPEC_GROUP": 0xe0000000, "INADDR_ALLHOSTS_GROUP": 0xe0000001, "INADDR_MAX_LOCAL_GROUP": 0xe00000ff, "IPPORT_RESERVED": 1024, "IPPORT_USERRESERVED": 5000,
	"AI_PASSIVE": aiPassive, "AI_CANONNAME": aiCanonname, "AI_NUMERICHOST": aiNumerichost, "AI_NUMERICSERV": aiNumericserv, "AI_ADDRCONFIG": aiAddrconfig, "AI_V4MAPPED": aiV4mapped, "AI_ALL": aiAll,
	"NI_NUMERICHOST": niNumericHost, "NI_NUMERICSERV": niNumericServ, "NI_NAMEREQD": niNameReqd, "NI_DGRAM": niDgram, "NI_NOFQDN": niNofqdn, "NI_MAXHOST": 1025, "NI_MAXSERV": 32,
	"EAI_AGAIN": eaiAgain, "EAI_NONAME": eaiNoName, "EAI_SERVICE": eaiService, "EAI_FAMILY": eaiFamily, "EAI_SOCKTYPE": eaiSockType, "EAI_BADFLAGS": eaiBadFlags, "EAI_FAIL": -4,
	"EAI_MEMORY": -10, "EAI_NODATA": -5, "SCM_RIGHTS": unix.SCM_RIGHTS,
}

func strRow(name, sig string, f func(t *thread, s string) (value, error)) object.Func {
	return object.Func{Name: name, Sig: sig, Fn: func(t *thread, a []value) (value, error) {
		s, err := arg.Str(a[0], name, "1", false)
		if err != nil {
			return value{}, err
		}
		return f(t, s)
	}}
}

var rows = []object.Func{
	{Name: "getdefaulttimeout", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return timeoutValue(stateOf(t).timeout), nil }},
	{Name: "setdefaulttimeout", Sig: "(timeout, /)", Fn: func(t *thread, a []value) (value, error) {
		d, err := seconds(t, a[0])
		if err == nil {
			stateOf(t).timeout = d
		}
		return object.None, err
	}},
	{Name: "close", Sig: "(fd, /)", Fn: func(t *thread, a []value) (value, error) {
		fd, err := arg.CInt(t, a[0])
		if err != nil {
			return value{}, err
		}
		return object.None, fail(unix.Close(fd))
	}},
	{Name: "dup", Sig: "(fd, /)", Fn: func(t *thread, a []value) (value, error) {
		fd, err := arg.CInt(t, a[0])
		if err != nil {
			return value{}, err
		}
		n, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
		return object.IntOf(n), fail(err)
	}},
	{Name: "socketpair", Sig: "(family=-1, type=1, proto=0, /)", Fn: socketpair},
	{Name: "gethostname", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		n, err := os.Hostname()
		return object.NewStr(n), fail(err)
	}},
	{Name: "gethostbyname", Sig: "(host, /)", Fn: func(t *thread, a []value) (value, error) {
		ip, err := resolve(t, a[0], unix.AF_INET)
		return object.NewStr(ip.String()), err
	}},
	{Name: "gethostbyname_ex", Sig: "(host, /)", Fn: func(t *thread, a []value) (value, error) {
		host, err := hostText(a[0])
		if err != nil {
			return value{}, err
		}
		list, err := lookup(t, host, unix.AF_INET)
		return object.NewTuple(object.NewStr(host), object.NewList(), object.NewListOwned(texts(list))), err
	}},
	{Name: "gethostbyaddr", Sig: "(host, /)", Fn: hostByAddr},
	{Name: "getaddrinfo", Sig: "(host, port, family=0, type=0, proto=0, flags=0)", Fn: getAddrInfo},
	{Name: "getnameinfo", Sig: "(sockaddr, flags, /)", Fn: getNameInfo},
	{Name: "getservbyname", Sig: "(servicename, protocolname=<unrepresentable>, /)", Fn: func(t *thread, a []value) (value, error) {
		return service(t, a, func(name, proto string) (value, error) {
			n, err := net.LookupPort(proto, name)
			if err != nil {
				return value{}, object.Errorf(&object.OSErrorType, "service/proto not found")
			}
			return object.IntOf(n), nil
		})
	}},
	{Name: "getservbyport", Sig: "(port, protocolname=<unrepresentable>, /)", Fn: servByPort},
	{Name: "getprotobyname", Sig: "(name, /)", Fn: func(t *thread, a []value) (value, error) {
		s, err := arg.Str(a[0], "getprotobyname", "1", false)
		if n, ok := map[string]int{"ip": 0, "icmp": 1, "igmp": 2, "tcp": 6, "udp": 17, "ipv6": 41, "ipv6-icmp": 58, "sctp": 132}[s]; ok && err == nil {
			return object.IntOf(n), nil
		}
		if err == nil {
			err = object.Errorf(&object.OSErrorType, "protocol not found")
		}
		return value{}, err
	}},
	{Name: "inet_aton", Sig: "(ip_addr, /)", Fn: func(t *thread, a []value) (value, error) {
		s, err := arg.Str(a[0], "inet_aton", "1", false)
		if err != nil {
			return value{}, err
		}
		b, ok := parseAton(s)
		if !ok {
			return value{}, object.Errorf(&object.OSErrorType, "illegal IP address string passed to inet_aton")
		}
		return object.NewBytes(b[:]), nil
	}},
	{Name: "inet_ntoa", Sig: "(packed_ip, /)", Fn: func(t *thread, a []value) (value, error) {
		b, err := arg.Bytes(t, a[0])
		if err != nil {
			return value{}, err
		}
		if len(b) != 4 {
			return value{}, object.Errorf(&object.OSErrorType, "packed IP wrong length for inet_ntoa")
		}
		return object.NewStr(netip.AddrFrom4([4]byte(b)).String()), nil
	}},
	{Name: "inet_pton", Sig: "(address_family, ip_string, /)", Fn: inetPton},
	{Name: "inet_ntop", Sig: "(address_family, packed_ip, /)", Fn: inetNtop},
	{Name: "htons", Sig: "(x, /)", Fn: swap16}, {Name: "ntohs", Sig: "(x, /)", Fn: swap16},
	{Name: "htonl", Sig: "(x, /)", Fn: swap32}, {Name: "ntohl", Sig: "(x, /)", Fn: swap32},
	{Name: "CMSG_LEN", Sig: "(length, /)", Fn: cmsg(unix.CmsgLen)}, {Name: "CMSG_SPACE", Sig: "(length, /)", Fn: cmsg(unix.CmsgSpace)},
	{Name: "if_nameindex", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		list, err := net.Interfaces()
		out := make([]value, len(list))
		for i, x := range list {
			out[i] = object.NewTuple(object.IntOf(x.Index), object.NewStr(x.Name))
		}
		return object.NewListOwned(out), fail(err)
	}},
	strRow("if_nametoindex", "(oname, /)", func(t *thread, s string) (value, error) {
		i, err := net.InterfaceByName(s)
		if err != nil {
			return value{}, fail(unix.ENODEV)
		}
		return object.IntOf(i.Index), nil
	}),
	{Name: "if_indextoname", Sig: "(if_index, /)", Fn: func(t *thread, a []value) (value, error) {
		n, err := arg.CInt(t, a[0])
		if err != nil {
			return value{}, err
		}
		i, err := net.InterfaceByIndex(n)
		if err != nil {
			return value{}, fail(unix.ENXIO)
		}
		return object.NewStr(i.Name), nil
	}},
}

func socketpair(t *thread, a []value) (value, error) {
	n := [3]int{unix.AF_UNIX, unix.SOCK_STREAM, 0}
	for i := range n {
		if a[i].O == nil {
			continue
		}
		x, err := arg.CInt(t, a[i])
		if err != nil {
			return value{}, err
		}
		if i > 0 || x != -1 {
			n[i] = x
		}
	}
	p, err := newPair(n[0], n[1], n[2])
	if err != nil {
		return value{}, fail(err)
	}
	var out [2]value
	for i, fd := range p {
		s := &sock{Header: object.Header{Type: &sockType}}
		if err := s.setup(t, fd, n[0], n[1], n[2]); err != nil {
			return value{}, err
		}
		out[i] = object.Wrap(s)
	}
	return object.NewTuple(out[:]...), nil
}

func texts(list []netip.Addr) []value {
	out := make([]value, len(list))
	for i, ip := range list {
		out[i] = object.NewStr(ip.String())
	}
	return out
}

func hostByAddr(t *thread, a []value) (value, error) {
	host, err := hostText(a[0])
	if err != nil {
		return value{}, err
	}
	list, err := lookup(t, host, unix.AF_UNSPEC)
	if err != nil {
		return value{}, err
	}
	names, err := reverse(t, list[0])
	if err != nil {
		return value{}, err
	}
	if len(names) == 0 {
		return value{}, gaiError(t, eaiNoName)
	}
	rest := make([]value, 0, len(names))
	for _, n := range names[1:] {
		rest = append(rest, object.NewStr(n))
	}
	return object.NewTuple(object.NewStr(names[0]), object.NewListOwned(rest), object.NewListOwned(texts(list[:1]))), nil
}

func reverse(t *thread, ip netip.Addr) (names []string, err error) {
	berr := fdio.Block(t, "gethostbyaddr", func() { names, err = net.DefaultResolver.LookupAddr(context.Background(), ip.String()) })
	if berr != nil {
		return nil, berr
	}
	if err != nil {
		return nil, nil
	}
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], ".")
	}
	return names, nil
}

func service(t *thread, a []value, f func(name, proto string) (value, error)) (value, error) {
	name, err := arg.Str(a[0], "getservbyname", "1", false)
	if err != nil {
		return value{}, err
	}
	proto := "tcp"
	if a[1].O != nil {
		if proto, err = arg.Str(a[1], "getservbyname", "2", false); err != nil {
			return value{}, err
		}
	}
	return f(name, proto)
}

// parseAton reads an IPv4 address in any of the forms inet_aton takes.
func parseAton(s string) (out [4]byte, ok bool) {
	parts := strings.Split(strings.TrimRight(s, " "), ".")
	if len(parts) > 4 || s == "" {
		return out, false
	}
	var n uint64
	for i, p := range parts {
		if p == "" || strings.ContainsAny(p, "_+-") {
			return out, false
		}
		base, digits := 10, p
		if len(p) > 1 && p[0] == '0' {
			if base, digits = 8, p[1:]; p[1] == 'x' || p[1] == 'X' {
				base, digits = 16, p[2:]
			}
		}
		x, err := strconv.ParseUint(digits, base, 32)
		if err != nil {
			return out, false
		}
		if i < len(parts)-1 {
			if x > 255 {
				return out, false
			}
			n |= x << (8 * (3 - i))
		} else {
			if x >= 1<<(8*(5-len(parts))) {
				return out, false
			}
			n |= x
		}
	}
	binary.BigEndian.PutUint32(out[:], uint32(n))
	return out, true
}

func inetPton(t *thread, a []value) (value, error) {
	family, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	s, err := arg.Str(a[1], "inet_pton", "2", false)
	if err != nil {
		return value{}, err
	}
	ip, perr := netip.ParseAddr(s)
	switch {
	case family != unix.AF_INET && family != unix.AF_INET6:
		return value{}, fail(unix.EAFNOSUPPORT)
	case perr != nil || ip.Zone() != "" || ip.Is4() != (family == unix.AF_INET):
		return value{}, object.Errorf(&object.OSErrorType, "illegal IP address string passed to inet_pton")
	}
	return object.NewBytes(ip.AsSlice()), nil
}

func inetNtop(t *thread, a []value) (value, error) {
	family, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	b, err := arg.Bytes(t, a[1])
	if err != nil {
		return value{}, err
	}
	size := map[int]int{unix.AF_INET: 4, unix.AF_INET6: 16}[family]
	if size == 0 {
		return value{}, object.ValueErrorf("unknown address family %d", family)
	}
	if len(b) != size {
		return value{}, object.ValueErrorf("invalid length of packed IP address string")
	}
	ip, _ := netip.AddrFromSlice(b)
	return object.NewStr(ip.String()), nil
}

// unsigned reads the argument of htons and the like.
func unsigned(v value, bits int) (uint64, error) {
	if !object.IsIntLike(v) {
		return 0, object.TypeErrorf("'%s' object cannot be interpreted as an integer", v.O.Type.MsgName())
	}
	n, ok := object.AsInt64(v)
	switch {
	case ok && n < 0:
		return 0, object.ValueErrorf("Cannot convert negative int")
	case !ok || n >= 1<<bits:
		return 0, object.OverflowErrorf("Python int too large for C uint%d_t", bits)
	}
	return uint64(n), nil
}

func swap16(t *thread, a []value) (value, error) {
	n, err := unsigned(a[0], 16)
	var b [2]byte
	binary.NativeEndian.PutUint16(b[:], uint16(n))
	return object.IntOf(int(binary.BigEndian.Uint16(b[:]))), err
}

func swap32(t *thread, a []value) (value, error) {
	n, err := unsigned(a[0], 32)
	var b [4]byte
	binary.NativeEndian.PutUint32(b[:], uint32(n))
	return object.Int(int64(binary.BigEndian.Uint32(b[:]))), err
}

func cmsg(f func(n int) int) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		n, err := arg.Size(t, a[0])
		if err != nil {
			return value{}, err
		}
		if n < 0 || n > 1<<31 {
			return value{}, object.OverflowErrorf("CMSG_LEN() argument out of range")
		}
		return object.IntOf(f(n)), nil
	}
}
