//go:build unix

package socket

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"strconv"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
)

// address converts an address of the system to Python's form.
func address(sa unix.Sockaddr) value {
	switch x := sa.(type) {
	case *unix.SockaddrInet4:
		return object.NewTuple(object.NewStr(netip.AddrFrom4(x.Addr).String()), object.IntOf(x.Port))
	case *unix.SockaddrInet6:
		host := netip.AddrFrom16(x.Addr).String()
		if x.ZoneId != 0 {
			zone := strconv.Itoa(int(x.ZoneId))
			if i, err := net.InterfaceByIndex(int(x.ZoneId)); err == nil {
				zone = i.Name
			}
			host += "%" + zone
		}
		return object.NewTuple(object.NewStr(host), object.IntOf(x.Port), object.Int(0), object.IntOf(int(x.ZoneId)))
	case *unix.SockaddrUnix:
		if len(x.Name) > 1 && (x.Name[0] == '@' || x.Name[0] == 0) && abstractNames {
			return object.NewBytes(append([]byte{0}, x.Name[1:]...))
		}
		if x.Name == "@" || x.Name == "\x00" {
			return object.NewStr("") // it has no name
		}
		return object.NewStr(arg.FSDecode(x.Name))
	}
	return object.None
}

// address reads an address in Python's form for a socket of s's family.
func (s *sock) address(t *thread, v value, fn string) (unix.Sockaddr, error) {
	switch s.family {
	case unix.AF_INET:
		items, err := tuple(v, fn, "AF_INET", "a pair (host, port)", 2, 2)
		if err != nil {
			return nil, err
		}
		ip, err := resolve(t, items[0], unix.AF_INET)
		if err != nil {
			return nil, err
		}
		port, err := portOf(t, items[1], fn)
		return &unix.SockaddrInet4{Port: port, Addr: ip.As4()}, err
	case unix.AF_INET6:
		items, err := tuple(v, fn, "AF_INET6", "a tuple (host, port[, flowinfo[, scopeid]])", 2, 4)
		if err != nil {
			return nil, err
		}
		ip, err := resolve(t, items[0], unix.AF_INET6)
		if err != nil {
			return nil, err
		}
		port, err := portOf(t, items[1], fn)
		sa := &unix.SockaddrInet6{Port: port, Addr: ip.As16()}
		if zone := ip.Zone(); zone != "" {
			sa.ZoneId = zoneID(zone)
		}
		if err == nil && len(items) == 4 {
			var n int
			n, err = arg.CInt(t, items[3])
			sa.ZoneId = uint32(n)
		}
		return sa, err
	case unix.AF_UNIX:
		return unixAddress(t, v, fn)
	}
	return nil, object.Errorf(&object.OSErrorType, "%s(): unsupported address family", fn)
}

func unixAddress(t *thread, v value, fn string) (unix.Sockaddr, error) {
	path := ""
	if s, ok := object.AsStr(v); ok {
		path = arg.FSEncode(s.String())
	} else if b, ok := object.BytesOf(v); ok {
		path = string(b)
	} else {
		return nil, object.TypeErrorf("a bytes-like object is required, not '%s'", v.O.Type.MsgName())
	}
	if len(path) > unixPathMax {
		return nil, object.Errorf(&object.OSErrorType, "AF_UNIX path too long")
	}
	return &unix.SockaddrUnix{Name: path}, nil
}

func tuple(v value, fn, family, form string, least, most int) ([]value, error) {
	if v.O.Type.Solid != &object.TupleType {
		return nil, object.TypeErrorf("%s(): %s address must be tuple, not %s", fn, family, v.O.Type.MsgName())
	}
	items := object.As[object.Tuple](v).Items
	if len(items) < least || len(items) > most {
		return nil, object.TypeErrorf("%s address must be %s", family, form)
	}
	return items, nil
}

func portOf(t *thread, v value, fn string) (int, error) {
	if !object.IsIntLike(v) {
		return 0, object.TypeErrorf("'%s' object cannot be interpreted as an integer", v.O.Type.MsgName())
	}
	n, ok := object.AsInt64(v)
	if !ok || n < 0 || n > 0xffff {
		return 0, object.OverflowErrorf("%s(): port must be 0-65535.", fn)
	}
	return int(n), nil
}

// hostText reads a host name given as str or bytes.
func hostText(v value) (string, error) {
	if s, ok := object.AsStr(v); ok {
		return s.String(), nil
	}
	if b, ok := object.BytesOf(v); ok {
		return string(b), nil
	}
	return "", object.TypeErrorf("str, bytes or bytearray expected, not %s", v.O.Type.MsgName())
}

// resolve finds the address of a host.
func resolve(t *thread, v value, family int) (netip.Addr, error) {
	host, err := hostText(v)
	if err != nil {
		return netip.Addr{}, err
	}
	switch {
	case host == "" && family == unix.AF_INET:
		return netip.IPv4Unspecified(), nil
	case host == "":
		return netip.IPv6Unspecified(), nil
	case host == "<broadcast>" && family == unix.AF_INET:
		return netip.AddrFrom4([4]byte{255, 255, 255, 255}), nil
	}
	list, err := lookup(t, host, family)
	if err != nil {
		return netip.Addr{}, err
	}
	return list[0], nil
}

// lookup lists the addresses of a host of one family, or of both (AF_UNSPEC).
func lookup(t *thread, host string, family int) ([]netip.Addr, error) {
	if ip, err := netip.ParseAddr(host); err == nil {
		if family != unix.AF_UNSPEC && ip.Is4() != (family == unix.AF_INET) {
			return nil, gaiError(t, eaiAddrFamily)
		}
		return []netip.Addr{ip}, nil
	}
	if ip, ok := parseAton(host); ok && family != unix.AF_INET6 {
		return []netip.Addr{netip.AddrFrom4(ip)}, nil
	}
	network := "ip"
	switch family {
	case unix.AF_INET:
		network = "ip4"
	case unix.AF_INET6:
		network = "ip6"
	}
	var list []netip.Addr
	var lerr error
	if err := fdio.Block(t, "getaddrinfo", func() { list, lerr = net.DefaultResolver.LookupNetIP(context.Background(), network, host) }); err != nil {
		return nil, err
	}
	var dns *net.DNSError
	switch {
	case lerr == nil && len(list) > 0:
	case errors.As(lerr, &dns) && dns.IsTemporary && !dns.IsNotFound:
		return nil, gaiError(t, eaiAgain)
	default:
		return nil, gaiError(t, eaiNoName)
	}
	for i, ip := range list {
		if ip.Is4In6() {
			list[i] = ip.Unmap()
		}
	}
	return list, nil
}

func zoneID(zone string) uint32 {
	if i, err := net.InterfaceByName(zone); err == nil {
		return uint32(i.Index)
	}
	n, _ := strconv.Atoi(zone)
	return uint32(n)
}

// controlMessage lays out one control message.
func controlMessage(level, typ int, data []byte) []byte {
	b := make([]byte, unix.CmsgSpace(len(data)))
	h := (*unix.Cmsghdr)(unsafe.Pointer(&b[0]))
	h.Level, h.Type = int32(level), int32(typ)
	h.SetLen(unix.CmsgLen(len(data)))
	copy(b[unix.CmsgLen(0):], data)
	return b
}
