//go:build unix

// Package resource implements the resource module (library reference,
// "resource").
package resource

import (
	"errors"
	"os"
	"syscall"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var usageType object.Type

func init() {
	object.DefineStructSeq(&usageType, object.StructSeq{Module: "resource", Name: "struct_rusage", Fields: []string{"ru_utime", "ru_stime", "ru_maxrss",
		"ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals",
		"ru_nvcsw", "ru_nivcsw"}})
}

// Module declares resource.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "resource", Doc: "Limits and use of the system's resources.", Funcs: rows, Types: []*object.Type{&usageType},
		Init: func(t *thread, m *object.Module) error {
			m.Set(t, "error", object.Wrap(&object.OSErrorType))
			for n, v := range constants {
				m.Set(t, n, object.Int(v))
			}
			return nil
		}}
}

func fault(err error) error {
	var no syscall.Errno
	switch {
	case errors.As(err, &no) && no == syscall.EINVAL:
		return object.ValueErrorf("current limit exceeds maximum limit")
	case errors.As(err, &no) && no == syscall.EPERM:
		return object.ValueErrorf("not allowed to raise maximum limit")
	case errors.As(err, &no):
		return object.NewOSError(int(no))
	}
	return err
}

// which reads the number of a resource.
func which(t *thread, v value) (int, error) {
	n, err := object.IndexInt(t, v, &object.OverflowErrorType)
	if err == nil && (n < 0 || n >= limits) {
		err = object.ValueErrorf("invalid resource specified")
	}
	return n, err
}

func pair(l *syscall.Rlimit) value {
	return object.NewTuple(limit(uint64(l.Cur)), limit(uint64(l.Max)))
}

// limit shows a limit; none is -1.
func limit(n uint64) value { return object.Int(int64(n)) }

// limitsOf reads a pair of limits.
func limitsOf(t *thread, v value) (*syscall.Rlimit, error) {
	items, err := object.Items(t, v)
	if err != nil {
		return nil, err
	}
	if len(items) != 2 {
		return nil, object.ValueErrorf("expected a tuple of 2 integers")
	}
	var n [2]uint64
	for i, x := range items {
		if !object.IsIntLike(x) {
			if x, err = object.Index(t, x); err != nil {
				return nil, err
			}
		}
		k, ok := object.AsInt64(x)
		b, _ := object.AsBig(x)
		switch {
		case ok && k >= -1:
			n[i] = uint64(k)
		case !ok && b.Sign() > 0 && b.IsUint64():
			n[i] = b.Uint64()
		case b.Sign() < 0:
			return nil, object.ValueErrorf("Cannot convert negative int")
		default:
			return nil, object.OverflowErrorf("Python int too large to convert to C unsigned long")
		}
	}
	l := &syscall.Rlimit{}
	setLimit(l, n[0], n[1])
	return l, nil
}

var rows = []object.Func{
	{Name: "getpagesize", Sig: "()", Doc: "The size of a page of memory.", Fn: func(t *thread, a []value) (value, error) { return object.IntOf(os.Getpagesize()), nil }},
	{Name: "getrlimit", Sig: "(resource, /)", Doc: "The soft and the hard limit of a resource.", Fn: func(t *thread, a []value) (value, error) {
		n, err := which(t, a[0])
		if err != nil {
			return value{}, err
		}
		var l syscall.Rlimit
		if err := syscall.Getrlimit(n, &l); err != nil {
			return value{}, object.FromGoError(err)
		}
		return pair(&l), nil
	}},
	{Name: "setrlimit", Sig: "(resource, limits, /)", Doc: "Set the soft and the hard limit of a resource.", Fn: func(t *thread, a []value) (value, error) {
		n, err := which(t, a[0])
		if err != nil {
			return value{}, err
		}
		l, err := limitsOf(t, a[1])
		if err != nil {
			return value{}, err
		}
		if err := syscall.Setrlimit(n, l); err != nil {
			return value{}, fault(err)
		}
		return object.None, nil
	}},
	{Name: "getrusage", Sig: "(who, /)", Doc: "The resources that have been used.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.IndexInt(t, a[0], &object.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		var u syscall.Rusage
		if err := syscall.Getrusage(n, &u); err != nil {
			if errors.Is(err, syscall.EINVAL) {
				return value{}, object.ValueErrorf("invalid who parameter")
			}
			return value{}, object.FromGoError(err)
		}
		items := []value{seconds(u.Utime), seconds(u.Stime)}
		for _, x := range []int64{int64(u.Maxrss), int64(u.Ixrss), int64(u.Idrss), int64(u.Isrss), int64(u.Minflt), int64(u.Majflt), int64(u.Nswap), int64(u.Inblock),
			int64(u.Oublock), int64(u.Msgsnd), int64(u.Msgrcv), int64(u.Nsignals), int64(u.Nvcsw), int64(u.Nivcsw)} {
			items = append(items, object.Int(x))
		}
		return object.NewStructSeq(&usageType, len(items), items...), nil
	}},
}

func seconds(v syscall.Timeval) value { return object.Float(float64(v.Sec) + float64(v.Usec)*1e-6) }
