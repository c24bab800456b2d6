package pickle

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var (
	bufferType object.Type
	bufferPlan = arg.Plan{Name: "PickleBuffer", Sig: "(object, /)"}
)

// buffer is a pickle.PickleBuffer: memory that may travel outside the pickle.
type buffer struct {
	object.Header
	view value // a memoryview; missing after release()
}

func (b *buffer) get() (value, error) {
	if b.view.O == nil {
		return value{}, object.ValueErrorf("operation forbidden on released PickleBuffer object")
	}
	return b.view, nil
}

func bufferNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	a, err := bufferPlan.Bind(t, args, kw)
	if err != nil {
		return value{}, err
	}
	if _, err := object.GetBuffer(a[0]); err != nil {
		return value{}, err
	}
	m, err := object.NewMemoryView(t, a[0])
	if err != nil {
		return value{}, err
	}
	b := object.Alloc[buffer](tp, &bufferType)
	b.view = m
	return object.Wrap(b), nil
}

func bufferRaw(t *thread, a []value) (value, error) {
	v, err := object.As[buffer](a[0]).get()
	if err != nil {
		return value{}, err
	}
	c, err := object.GetAttrStr(t, v, "contiguous")
	if err != nil {
		return value{}, err
	}
	if c != object.True {
		return value{}, object.Errorf(&object.BufferErrorType, "cannot extract raw buffer from non-contiguous buffer")
	}
	return object.CallMethod(t, v, "cast", object.NewStr("B"))
}

// saveBuffer writes a PickleBuffer, outside the pickle if the callback wants
// that.
func (p *Pickler) saveBuffer(v value) error {
	if p.proto < 5 {
		return p.errorf("PickleBuffer can only be pickled with protocol >= 5")
	}
	m, err := object.As[buffer](v).get()
	if err != nil {
		return err
	}
	data, err := object.GetBuffer(m)
	if err != nil {
		return p.errorf("PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
	}
	_, werr := object.GetWritableBuffer(m)
	if p.callback.O != nil {
		r, err := object.CallArgs(p.t, p.callback, v)
		if err != nil {
			return err
		}
		inBand, err := object.Truth(p.t, r)
		if err != nil {
			return err
		}
		if !inBand {
			p.op(opNextBuffer)
			if werr != nil {
				p.op(opReadOnlyBuffer)
			}
			return nil
		}
	}
	head := sized(0, 0, opByteArray8, len(data))
	if werr != nil {
		head = sized(opShortBinBytes, opBinBytes, opBinBytes8, len(data))
	}
	if err := p.blob(head, string(data)); err != nil {
		return err
	}
	p.memoize(v)
	return nil
}

func init() {
	bufferType.Define(object.TypeSpec{Name: "PickleBuffer", Module: "pickle", Sig: "(object, /)", Doc: "Wrapper for potentially out-of-band buffers",
		Flags: object.FlagBase | object.FlagWeakref, Size: unsafe.Sizeof(buffer{}),
		Slots: object.Slots{New: bufferNew, Traverse: func(v value, visit func(value)) {
			if b := object.As[buffer](v); b.view.O != nil {
				visit(b.view)
			}
		}, Buffer: func(v value) ([]byte, bool, error) {
			m, err := object.As[buffer](v).get()
			if err != nil {
				return nil, false, err
			}
			return m.O.Type.Slots.Buffer(m)
		}},
		Methods: []object.Func{
			{Name: "raw", Sig: "($self, /)", Doc: "Return a memoryview of the raw memory underlying this buffer.", Fn: bufferRaw},
			{Name: "release", Sig: "($self, /)", Doc: "Release the underlying buffer exposed by the PickleBuffer object.", Fn: func(t *thread, a []value) (value, error) {
				object.As[buffer](a[0]).view = value{}
				return object.None, nil
			}},
		}})
}
