package functools

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

var cacheType object.Type

// cache is a function with a cache of its results, as lru_cache makes it.
// Without a limit the dictionary alone is used; with one, its order is the
// order of use.
type cache struct {
	object.Header
	object.Attrs
	fn           value
	max          int // -1: no limit
	typed        bool
	info         value
	d            *object.Dict
	hits, misses int
}

func newCache(t *thread, a []value) (value, error) {
	c := &cache{Header: object.Header{Type: &cacheType}, fn: a[0], max: -1, info: a[3], d: object.NewDict()}
	if !object.Callable(a[0]) {
		return value{}, object.TypeErrorf("the first argument must be callable")
	}
	if !a[1].IsNone() {
		n, err := object.IndexInt(t, a[1], &object.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		c.max = max(n, 0)
	}
	typed, err := object.Truth(t, a[2])
	c.typed = typed
	return object.Wrap(c), err
}

// keywordMark separates keyword arguments in keys.
var keywordMark = object.Wrap(&object.Instance{Header: object.Header{Type: &object.ObjectType}})

// key makes the cache key of a call. A single int or str is its own key.
func (c *cache) key(args, kw []value) value {
	npos := len(args) - len(kw)
	if !c.typed && len(kw) == 0 && npos == 1 && (args[0].O == &object.IntHeader || args[0].O.Type == &object.StrType) {
		return args[0]
	}
	n := npos
	if len(kw) > 0 {
		n += 1 + 2*len(kw)
	}
	k := make([]value, 0, n)
	k = append(k, args[:npos]...)
	if len(kw) > 0 {
		k = append(k, keywordMark)
		for i := range kw {
			k = append(k, kw[i], args[npos+i])
		}
	}
	if c.typed {
		for _, a := range args {
			k = append(k, object.Wrap(a.O.Type))
		}
	}
	return object.NewTupleOwned(k)
}

func cacheCall(t *thread, v value, args, kw []value) (value, error) {
	c := object.As[cache](v)
	if c.max == 0 {
		c.misses++
		return object.Call(t, c.fn, args, kw)
	}
	key := c.key(args, kw)
	r, ok, err := c.d.Get(t, key)
	if err != nil {
		if _, herr := object.Hash(t, key); herr != nil {
			err = herr // in the words of hash(), not of a dict
		}
		return value{}, err
	}
	if ok {
		c.hits++
		if c.max > 0 {
			return r, c.touch(t, key, r)
		}
		return r, nil
	}
	c.misses++
	if r, err = object.Call(t, c.fn, args, kw); err != nil {
		return value{}, err
	}
	if _, ok, err := c.d.Get(t, key); err != nil || ok {
		return r, err // the call has filled the entry itself
	}
	if c.max > 0 && c.d.Len() >= c.max {
		if err := c.dropOldest(t); err != nil {
			return value{}, err
		}
	}
	return r, c.d.Set(t, key, r)
}

// touch makes key the most recently used one.
func (c *cache) touch(t *thread, key, r value) error {
	if _, _, err := c.d.Delete(t, key); err != nil {
		return err
	}
	return c.d.Set(t, key, r)
}

func (c *cache) dropOldest(t *thread) error {
	var oldest value
	c.d.Each(func(k, _ value) bool { oldest = k; return false })
	if oldest.O == nil {
		return nil
	}
	_, _, err := c.d.Delete(t, oldest)
	return err
}

func init() {
	cacheType.Define(object.TypeSpec{
		Name: "_lru_cache_wrapper", Module: "functools", Flags: object.FlagBase | object.FlagWeakref | object.FlagNoNew, Size: unsafe.Sizeof(cache{}),
		AttrsOff: unsafe.Offsetof(cache{}.Attrs),
		Slots: object.Slots{Call: cacheCall, DescrGet: func(t *thread, d, obj, owner value) (value, error) {
			if obj.O == nil {
				return d, nil
			}
			return object.NewMethod(d, obj), nil
		}, Traverse: func(v value, visit func(value)) {
			c := object.As[cache](v)
			visit(c.fn)
			visit(object.Wrap(c.d))
			object.TraverseAttrs(v, visit)
		}},
		GetSets: []object.GetSet{{Name: "__dict__", Get: func(t *thread, v value) (value, error) { return object.Wrap(object.InstanceDict(t, v)), nil }, Set: object.SetInstanceDict}},
		Methods: []object.Func{
			{Name: "cache_info", Sig: "($self, /)", Doc: "Report cache statistics.", Fn: func(t *thread, a []value) (value, error) {
				c := object.As[cache](a[0])
				limit := object.None
				if c.max >= 0 {
					limit = object.IntOf(c.max)
				}
				return object.CallArgs(t, c.info, object.IntOf(c.hits), object.IntOf(c.misses), limit, object.IntOf(c.d.Len()))
			}},
			{Name: "cache_clear", Sig: "($self, /)", Doc: "Clear the cache and cache statistics.", Fn: func(t *thread, a []value) (value, error) {
				c := object.As[cache](a[0])
				c.hits, c.misses = 0, 0
				c.d.Clear()
				return object.None, nil
			}},
			{Name: "__copy__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return a[0], nil }},
			{Name: "__deepcopy__", Sig: "($self, memo, /)", Fn: func(t *thread, a []value) (value, error) { return a[0], nil }},
			{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				return object.GetAttrStr(t, a[0], "__qualname__")
			}},
		},
	})
}
