package functools

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

var lruType class

// lru is a function with a cache of its results. cache is in the order of use.
type lru struct {
	header
	object.Attrs
	fn           value
	info         value // makes the result of cache_info
	cache        *object.Dict
	max          int // -1: unbounded
	typed        bool
	hits, misses int64
}

var lruPlan = arg.Plan{Name: "_lru_cache_wrapper", Sig: "(user_function, maxsize, typed, cache_info_type)"}

// kwMark separates positional and keyword arguments in keys.
var kwMark = object.Wrap(&object.Instance{Header: header{Type: &object.ObjectType}})

func asLRU(v value) *lru { return object.As[lru](v) }

func lruNew(t *thread, tp *class, args, kw []value) (value, error) {
	a, err := lruPlan.BindNew(t, args, kw)
	if err != nil {
		return value{}, err
	}
	c := object.Alloc[lru](tp, &lruType)
	c.fn, c.info, c.cache, c.max = a[0], a[3], object.NewDict(), -1
	if !object.Callable(c.fn) {
		return value{}, object.TypeErrorf("the first argument must be callable")
	}
	if !a[1].IsNone() {
		if !object.IsIntLike(a[1]) {
			return value{}, object.TypeErrorf("maxsize should be integer or None")
		}
		if c.max, err = object.SsizeArg(t, a[1]); err != nil {
			return value{}, err
		}
		c.max = max(c.max, 0)
	}
	if c.typed, err = object.Truth(t, a[2]); err != nil {
		return value{}, err
	}
	return object.Wrap(c), nil
}

// key is the dictionary key of a call.
func (c *lru) key(args, kw []value) value {
	if len(args) == 1 && len(kw) == 0 && !c.typed {
		if tp := args[0].O.Type; tp == &object.IntType || tp == &object.StrType {
			return args[0]
		}
	}
	n := len(args) - len(kw)
	if len(kw) == 0 && !c.typed {
		return object.NewTuple(args...)
	}
	k := append(make([]value, 0, 2*len(args)+len(kw)+1), args[:n]...)
	if len(kw) > 0 {
		k = append(k, kwMark)
		for i, name := range kw {
			k = append(k, name, args[n+i])
		}
	}
	if c.typed {
		for _, x := range args {
			k = append(k, object.Wrap(x.O.Type))
		}
	}
	return object.NewTupleOwned(k)
}

func lruCall(t *thread, v value, args, kw []value) (value, error) {
	c := asLRU(v)
	if c.max == 0 {
		c.misses++
		return object.Call(t, c.fn, args, kw)
	}
	k := c.key(args, kw)
	r, ok, err := c.cache.Get(t, k)
	if err != nil {
		return value{}, keyError(t, k, err)
	}
	if ok {
		c.hits++
		if c.max > 0 {
			if _, err := c.cache.MoveToEnd(t, k, true); err != nil {
				return value{}, err
			}
		}
		return r, nil
	}
	c.misses++
	if r, err = object.Call(t, c.fn, args, kw); err != nil {
		return value{}, err
	}
	if c.max > 0 && c.cache.Len() >= c.max {
		if _, ok, err := c.cache.Get(t, k); err != nil || ok {
			return r, err
		}
		c.cache.PopEnd(false)
	}
	return r, c.cache.Set(t, k, r)
}

// keyError words the failure to hash an argument as hashing alone does.
func keyError(t *thread, k value, err error) error {
	if object.IsExc(err, &object.TypeErrorType) {
		if _, herr := object.Hash(t, k); herr != nil {
			return herr
		}
	}
	return err
}

func init() {
	lruType.Define(object.TypeSpec{
		Name: "_lru_cache_wrapper", Module: "functools", Flags: object.FlagBase | object.FlagMethodDescr,
		Size: unsafe.Sizeof(lru{}), AttrsOff: unsafe.Offsetof(lru{}.Attrs),
		Doc: "Create a cached callable that wraps another function.",
		Slots: object.Slots{New: lruNew, Call: lruCall, DescrGet: bindMethod, Traverse: func(v value, visit func(value)) {
			c := asLRU(v)
			visit(c.fn)
			visit(object.Wrap(c.cache))
			object.TraverseAttrs(v, visit)
		}},
		GetSets: []object.GetSet{dictGetSet},
		Methods: []object.Func{
			{Name: "cache_info", Sig: "($self, /)", Doc: "Report cache statistics", Fn: func(t *thread, a []value) (value, error) {
				c := asLRU(a[0])
				m := object.None
				if c.max >= 0 {
					m = object.IntOf(c.max)
				}
				return object.CallArgs(t, c.info, object.Int(c.hits), object.Int(c.misses), m, object.IntOf(c.cache.Len()))
			}},
			{Name: "cache_clear", Sig: "($self, /)", Doc: "Clear the cache and cache statistics", Fn: func(t *thread, a []value) (value, error) {
				c := asLRU(a[0])
				c.cache.Clear()
				c.hits, c.misses = 0, 0
				return object.None, nil
			}},
			{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return object.GetAttrStr(t, a[0], "__qualname__") }},
			{Name: "__copy__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return a[0], nil }},
			{Name: "__deepcopy__", Sig: "($self, memo, /)", Fn: func(t *thread, a []value) (value, error) { return a[0], nil }},
		},
	})
}
