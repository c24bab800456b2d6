package thread

import (
	"sync"
	"unsafe"
	"weak"

	"github.com/gopy-lang/gopy/object"
)

const localSize = unsafe.Sizeof(local{})

// LocalType is _thread._local.
var LocalType object.Type

// local is thread-local data: a dictionary per thread that reads it. The
// dictionaries go with their threads.
type local struct {
	object.Header
	mu    sync.Mutex
	dicts map[weak.Pointer[thread]]*object.Dict
	args  []value
	kw    []value
}

func (l *local) dict(t *thread, self value) (*object.Dict, error) {
	w := weak.Make(t)
	l.mu.Lock()
	d := l.dicts[w]
	if d == nil {
		for k := range l.dicts {
			if k.Value() == nil {
				delete(l.dicts, k)
			}
		}
		d = object.NewDict()
		l.dicts[w] = d
		l.mu.Unlock()
		if init := self.O.Type.Slots.Init; self.O.Type != &LocalType && init != nil {
			if err := init(t, self, l.args, l.kw); err != nil {
				l.mu.Lock()
				delete(l.dicts, w)
				l.mu.Unlock()
				return nil, err
			}
		}
		return d, nil
	}
	l.mu.Unlock()
	return d, nil
}

func localNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(args) > 0 && tp == &LocalType {
		return value{}, object.TypeErrorf("Initialization arguments are not supported")
	}
	l := object.Alloc[local](tp, &LocalType)
	l.args, l.kw = append([]value(nil), args...), append([]value(nil), kw...)
	l.dicts = map[weak.Pointer[thread]]*object.Dict{weak.Make(t): object.NewDict()}
	return object.Wrap(l), nil
}

func localGet(t *thread, v value, n *object.Str) (value, error) {
	d, err := object.As[local](v).dict(t, v)
	if err != nil {
		return value{}, err
	}
	if n.String() == "__dict__" {
		return object.Wrap(d), nil
	}
	c := v.O.Type.Lookup(t, n)
	if c.O != nil && c.O.Type.Slots.DescrSet != nil && c.O.Type.Slots.DescrGet != nil {
		return c.O.Type.Slots.DescrGet(t, c, v, object.Wrap(v.O.Type))
	}
	if x, ok := d.GetStr(n); ok {
		return x, nil
	}
	if c.O == nil {
		return value{}, object.NoAttribute(t, v, n)
	}
	if get := c.O.Type.Slots.DescrGet; get != nil {
		return get(t, c, v, object.Wrap(v.O.Type))
	}
	return c, nil
}

func localSet(t *thread, v value, n *object.Str, val value) error {
	d, err := object.As[local](v).dict(t, v)
	if err != nil {
		return err
	}
	if n.String() == "__dict__" {
		return object.AttributeErrorf("'%s' object attribute '__dict__' is read-only", v.O.Type.MsgName())
	}
	if c := v.O.Type.Lookup(t, n); c.O != nil && c.O.Type.Slots.DescrSet != nil {
		return c.O.Type.Slots.DescrSet(t, c, v, val)
	}
	if val.O == nil {
		if !d.DelStr(n) {
			return object.NoAttribute(t, v, n)
		}
		return nil
	}
	d.SetStr(t.Interp.InternStr(n), val)
	return nil
}

func init() {
	LocalType.Define(object.TypeSpec{
		Name: "_local", Module: "_thread", Doc: "Thread-local data.", Flags: object.FlagBase, Size: localSize,
		Slots: object.Slots{New: localNew, GetAttr: localGet, SetAttr: localSet, Traverse: func(v value, visit func(value)) {
			l := object.As[local](v)
			l.mu.Lock()
			defer l.mu.Unlock()
			for _, d := range l.dicts {
				visit(object.Wrap(d))
			}
		}},
	})
}
