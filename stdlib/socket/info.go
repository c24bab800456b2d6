//go:build unix

package socket

import (
	"net"
	"net/netip"
	"strconv"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// Flags of getaddrinfo and getnameinfo, as Linux numbers them.
const (
	aiPassive, aiCanonname, aiNumerichost, aiV4mapped, aiAll, aiAddrconfig, aiNumericserv = 1, 2, 4, 8, 16, 32, 1024

	niNumericHost, niNumericServ, niNofqdn, niNameReqd, niDgram = 1, 2, 4, 8, 16
)

// kinds are the socket types and protocols getaddrinfo lists for each address.
var kinds = [][2]int{{unix.SOCK_STREAM, 6}, {unix.SOCK_DGRAM, 17}, {unix.SOCK_RAW, 0}}

func getAddrInfo(t *thread, a []value) (value, error) {
	var n [4]int // family, type, proto, flags
	for i := range n {
		if a[2+i].O != nil {
			var err error
			if n[i], err = arg.CInt(t, a[2+i]); err != nil {
				return value{}, err
			}
		}
	}
	family, typ, proto, flags := n[0], n[1], n[2], n[3]
	if family != unix.AF_UNSPEC && family != unix.AF_INET && family != unix.AF_INET6 {
		return value{}, gaiError(t, eaiFamily)
	}
	port, err := serviceOf(t, a[1], typ, flags)
	if err != nil {
		return value{}, err
	}
	list, host, err := infoHosts(t, a[0], family, flags, a[1].IsNone())
	if err != nil {
		return value{}, err
	}
	canon := ""
	if flags&aiCanonname != 0 {
		canon = host
	}
	var out []value
	for _, ip := range list {
		for _, k := range kinds {
			if typ != 0 && typ != k[0] || proto != 0 && proto != k[1] && k[0] != unix.SOCK_RAW || k[0] == unix.SOCK_RAW && typ == 0 && proto != 0 {
				continue
			}
			p := k[1]
			if k[0] == unix.SOCK_RAW {
				p = proto
			}
			fam, sa := unix.AF_INET, value{}
			if ip.Is4() {
				sa = address(&unix.SockaddrInet4{Port: port, Addr: ip.As4()})
			} else {
				fam, sa = unix.AF_INET6, address(&unix.SockaddrInet6{Port: port, Addr: ip.As16(), ZoneId: zoneID(ip.Zone())})
			}
			out = append(out, object.NewTuple(object.IntOf(fam), object.IntOf(k[0]), object.IntOf(p), object.NewStr(canon), sa))
			canon = ""
		}
	}
	if len(out) == 0 {
		return value{}, gaiError(t, eaiSockType)
	}
	return object.NewListOwned(out), nil
}

// infoHosts lists the addresses getaddrinfo means by host.
func infoHosts(t *thread, v value, family, flags int, noPort bool) ([]netip.Addr, string, error) {
	host := ""
	if !v.IsNone() {
		var err error
		if host, err = hostText(v); err != nil {
			return nil, "", object.TypeErrorf("getaddrinfo() argument 1 must be string or None")
		}
	}
	if v.IsNone() {
		if noPort {
			return nil, "", gaiError(t, eaiNoName)
		}
		v4, v6 := netip.AddrFrom4([4]byte{127, 0, 0, 1}), netip.IPv6Loopback()
		if flags&aiPassive != 0 {
			v4, v6 = netip.IPv4Unspecified(), netip.IPv6Unspecified()
		}
		var list []netip.Addr
		if family != unix.AF_INET6 && flags&aiPassive != 0 {
			list = append(list, v4)
		}
		if family != unix.AF_INET {
			list = append(list, v6)
		}
		if family != unix.AF_INET6 && flags&aiPassive == 0 {
			list = append(list, v4)
		}
		return list, "", nil
	}
	if flags&aiNumerichost != 0 {
		if _, err := netip.ParseAddr(host); err != nil {
			if _, ok := parseAton(host); !ok {
				return nil, "", gaiError(t, eaiNoName)
			}
		}
	}
	list, err := lookup(t, host, family)
	return list, host, err
}

func serviceOf(t *thread, v value, typ, flags int) (int, error) {
	if v.IsNone() {
		return 0, nil
	}
	if object.IsIntLike(v) {
		n, ok := object.AsInt64(v)
		if !ok || n < -1<<63 {
			return 0, object.OverflowErrorf("Python int too large to convert to C long")
		}
		return int(uint16(n)), nil
	}
	s, err := hostText(v)
	if err != nil {
		return 0, object.Errorf(&object.OSErrorType, "Int or String expected")
	}
	if n, err := strconv.Atoi(s); err == nil {
		return int(uint16(n)), nil
	}
	network := "tcp"
	if typ == unix.SOCK_DGRAM {
		network = "udp"
	}
	n, err := net.LookupPort(network, s)
	if err != nil || flags&aiNumericserv != 0 {
		return 0, gaiError(t, eaiService)
	}
	return n, nil
}

func getNameInfo(t *thread, a []value) (value, error) {
	items, err := tuple(a[0], "getnameinfo", "", "", 2, 4)
	if err != nil {
		return value{}, object.TypeErrorf("getnameinfo() argument 1 must be a tuple")
	}
	flags, err := arg.CInt(t, a[1])
	if err != nil {
		return value{}, err
	}
	host, err := hostText(items[0])
	if err != nil {
		return value{}, err
	}
	ip, perr := netip.ParseAddr(host)
	if perr != nil {
		return value{}, gaiError(t, eaiNoName)
	}
	port, err := portOf(t, items[1], "getnameinfo")
	if err != nil {
		return value{}, err
	}
	name := ip.String()
	if flags&niNumericHost == 0 {
		names, err := reverse(t, ip)
		if err != nil {
			return value{}, err
		}
		if len(names) > 0 {
			name = names[0]
		} else if flags&niNameReqd != 0 {
			return value{}, gaiError(t, eaiNoName)
		}
	}
	serv := strconv.Itoa(port)
	if flags&niNumericServ == 0 {
		proto := "tcp"
		if flags&niDgram != 0 {
			proto = "udp"
		}
		if s := serviceName(port, proto); s != "" {
			serv = s
		}
	}
	return object.NewTuple(object.NewStr(name), object.NewStr(serv)), nil
}

// names are the services that getservbyport knows.
var serviceNames = []string{"ftp", "ssh", "telnet", "smtp", "domain", "http", "pop3", "ntp", "imap2", "snmp", "ldap", "https", "submission", "ldaps", "imaps", "pop3s", "mysql", "postgresql"}

func serviceName(port int, proto string) string {
	for _, n := range serviceNames {
		if p, err := net.LookupPort(proto, n); err == nil && p == port {
			return n
		}
	}
	return ""
}

func servByPort(t *thread, a []value) (value, error) {
	n, err := arg.CInt(t, a[0])
	if err != nil {
		return value{}, err
	}
	if n < 0 || n > 0xffff {
		return value{}, object.OverflowErrorf("getservbyport: port must be 0-65535.")
	}
	proto := "tcp"
	if a[1].O != nil {
		if proto, err = arg.Str(a[1], "getservbyport", "2", false); err != nil {
			return value{}, err
		}
	}
	if s := serviceName(n, proto); s != "" {
		return object.NewStr(s), nil
	}
	return value{}, object.Errorf(&object.OSErrorType, "port/proto not found")
}
