package builtins

import (
	"bufio"
	"os"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var objectFuncs = []object.Func{
	{Name: "len", Sig: "(obj, /)", Doc: "Return the number of items in a container.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.Len(t, a[0])
		return object.IntOf(n), err
	}},
	{Name: "isinstance", Sig: "(obj, class_or_tuple, /)", Doc: "Return whether an object is an instance of a class or of a subclass thereof.", Fn: func(t *thread, a []value) (value, error) {
		b, err := object.IsInstance(t, a[0], a[1])
		return object.Bool(b), err
	}},
	{Name: "repr", Sig: "(obj, /)", Doc: "Return the canonical string representation of the object.", Fn: func(t *thread, a []value) (value, error) { return object.ReprValue(t, a[0]) }},
	{Name: "abs", Sig: "(x, /)", Doc: "Return the absolute value of the argument.", Fn: func(t *thread, a []value) (value, error) {
		f := a[0].O.Type.Slots.Abs
		if f == nil {
			return value{}, object.TypeErrorf("bad operand type for abs(): '%s'", a[0].O.Type.Name)
		}
		return f(t, a[0])
	}},
}

var iterFuncs = []object.Func{
	{Name: "iter", Sig: "(object, sentinel=<unrepresentable>, /)", Doc: "", Fn: func(t *thread, a []value) (value, error) { return object.Iter(t, a[0]) }},
	{Name: "sum", Sig: "(iterable, /, start=0)", Doc: "", Fn: func(t *thread, a []value) (value, error) {
		s := a[1]
		if s.O == nil {
			s = object.Int(0)
		}
		err := object.Iterate(t, a[0], func(x value) error {
			if s.O == &object.IntHeader && x.O == &object.IntHeader {
				if z := s.Int64() + x.Int64(); (s.Int64()^z)&(x.Int64()^z) >= 0 {
					s = object.Int(z)
					return nil
				}
			}
			var err error
			s, err = object.BinaryOp(t, s, x, object.OpAdd)
			return err
		})
		return s, err
	}},
}

var out = bufio.NewWriterSize(os.Stdout, 1<<16)

// Flush is temporary.
func Flush() { out.Flush() }

var ioFuncs = []object.Func{
	{Name: "print", Sig: "(*args, sep=' ', end='\\n', file=None, flush=False)", Doc: "", Fn: func(t *thread, a []value) (value, error) {
		for i, x := range object.As[object.Tuple](a[0]).Items {
			if i > 0 {
				out.WriteByte(' ')
			}
			s, err := object.ToStr(t, x)
			if err != nil {
				return value{}, err
			}
			out.WriteString(s)
		}
		out.WriteByte('\n')
		return object.None, nil
	}},
}
