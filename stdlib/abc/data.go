package abc

import (
	"unsafe"
	"weak"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
	class  = object.Type
)

var dataType object.Type

// data is what an abstract class knows of its subclasses. The caches are keyed
// by address; the weak pointer tells whether the class is still the same one.
type data struct {
	object.Header
	registry []weak.Pointer[class]
	yes, no  cache
	token    int64 // the negative cache holds for this token
}

type cache map[uintptr]weak.Pointer[class]

func (c cache) has(tp *class) bool {
	w, ok := c[uintptr(unsafe.Pointer(tp))]
	return ok && w.Value() == tp
}

func (c *cache) add(tp *class) {
	if *c == nil {
		*c = cache{}
	}
	(*c)[uintptr(unsafe.Pointer(tp))] = weak.Make(tp)
}

func (c cache) values() []value {
	var out []value
	for _, w := range c {
		if tp := w.Value(); tp != nil {
			out = append(out, object.Wrap(tp))
		}
	}
	return out
}

type tokenKey struct{}

// token is the number of registrations so far in the interpreter; it makes
// negative caches stale.
func token(t *thread) *int64 {
	if p, ok := t.Interp.Extra.Load(tokenKey{}); ok {
		return p.(*int64)
	}
	p, _ := t.Interp.Extra.LoadOrStore(tokenKey{}, new(int64))
	return p.(*int64)
}

func init() {
	dataType.Define(object.TypeSpec{Name: "_abc_data", Module: "_abc", Flags: object.FlagNoNew, Doc: "Internal state held by ABC machinery."})
}

// dataOf returns the state of class cls.
func dataOf(t *thread, cls value) (*data, error) {
	v, err := object.GetAttr(t, cls, t.Intern("_abc_impl"))
	if err != nil {
		return nil, err
	}
	if v.O.Type != &dataType {
		return nil, object.TypeErrorf("_abc_impl is set to a wrong type")
	}
	return object.As[data](v), nil
}

// initClass computes the abstract methods of a new class and gives it a state.
func initClass(t *thread, a []value) (value, error) {
	cls := a[0]
	if err := setAbstract(t, cls); err != nil {
		return value{}, err
	}
	d := &data{Header: object.Header{Type: &dataType}, token: *token(t)}
	if err := object.SetAttr(t, cls, t.Intern("_abc_impl"), object.Wrap(d)); err != nil {
		return value{}, err
	}
	if cls.O.Type.Solid == &object.TypeType {
		tp := object.As[class](cls)
		if f, ok := tp.Dict().GetStr(t.Intern("__abc_tpflags__")); ok {
			n, _ := object.AsInt64(f)
			tp.Flags |= collectionFlags(n)
			tp.Dict().DelStr(t.Intern("__abc_tpflags__"))
		}
	}
	return object.None, nil
}

// collectionFlags reads CPython's numbers of the pattern matching flags.
func collectionFlags(n int64) object.TypeFlags {
	var f object.TypeFlags
	if n&(1<<5) != 0 {
		f |= object.FlagSequence
	}
	if n&(1<<6) != 0 {
		f |= object.FlagMapping
	}
	return f
}

// setAbstract stores __abstractmethods__: the abstract names of the class's own
// namespace and those that it inherits and does not implement.
func setAbstract(t *thread, cls value) error {
	isAbs, absName := t.Intern("__isabstractmethod__"), t.Intern("__abstractmethods__")
	abstract := func(v value) (bool, error) {
		x, err := object.GetAttrOpt(t, v, isAbs)
		if err != nil || x.O == nil {
			return false, err
		}
		return object.Truth(t, x)
	}
	var names []value
	tp := object.As[class](cls)
	for _, k := range tp.Dict().Keys() {
		v, ok, err := tp.Dict().Get(t, k)
		if err != nil || !ok {
			return err
		}
		is, err := abstract(v)
		if err != nil {
			return err
		}
		if is {
			names = append(names, k)
		}
	}
	for _, b := range tp.Bases {
		set, err := object.GetAttrOpt(t, object.Wrap(b), absName)
		if err != nil {
			return err
		}
		if set.O == nil {
			continue
		}
		items, err := object.Items(t, set)
		if err != nil {
			return err
		}
		for _, k := range items {
			n, err := object.AttrName(t, k)
			if err != nil {
				return err
			}
			v, err := object.GetAttrOpt(t, cls, n)
			if err != nil {
				return err
			}
			if v.O == nil {
				continue
			}
			is, err := abstract(v)
			if err != nil {
				return err
			}
			if is {
				names = append(names, k)
			}
		}
	}
	return object.SetAttr(t, cls, absName, object.NewFrozenSet(t, names))
}
