package re

import "github.com/gopy-lang/gopy/object"

// The functions of the module.

func flagsOf(t *thread, v value) (int, error) {
	if v.IsNil() {
		return 0, nil
	}
	if n, ok := object.AsInt64(v); ok {
		return int(n), nil
	}
	return object.IndexInt(t, v, &object.OverflowErrorType)
}

func compiled(t *thread, pattern, flags value) (*Pattern, error) {
	f, err := flagsOf(t, flags)
	if err != nil {
		return nil, err
	}
	return compile(t, pattern, f)
}

// find makes match, fullmatch or search.
func find(kind int) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		p, err := compiled(t, a[0], a[2])
		if err != nil {
			return value{}, err
		}
		return p.find(t, a[1], value{}, value{}, kind)
	}
}

// optional sorts out the arguments of sub, subn and split that may be given by
// position, which is deprecated.
func optional(t *thread, fn, number string, n int, rest, count, flags value) (value, value, error) {
	args := object.As[object.Tuple](rest).Items
	if len(args) == 0 {
		return count, flags, nil
	}
	if !count.IsNil() {
		return count, flags, object.TypeErrorf("%s() got multiple values for argument '%s'", fn, number)
	}
	count = args[0]
	if len(args) > 1 {
		if !flags.IsNil() {
			return count, flags, object.TypeErrorf("%s() got multiple values for argument 'flags'", fn)
		}
		flags = args[1]
		if len(args) > 2 {
			return count, flags, object.TypeErrorf("%s() takes from %d to %d positional arguments but %d were given", fn, n, n+2, n+len(args))
		}
	}
	return count, flags, object.Warn(t, &object.DeprecationWarningType, "'"+number+"' is passed as positional argument")
}

func subFunc(name string, counted bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		count, flags, err := optional(t, name, "count", 3, a[3], a[4], a[5])
		if err != nil {
			return value{}, err
		}
		p, err := compiled(t, a[0], flags)
		if err != nil {
			return value{}, err
		}
		return p.sub(t, a[1], a[2], count, counted)
	}
}

func splitFunc(t *thread, a []value) (value, error) {
	count, flags, err := optional(t, "split", "maxsplit", 2, a[2], a[3], a[4])
	if err != nil {
		return value{}, err
	}
	p, err := compiled(t, a[0], flags)
	if err != nil {
		return value{}, err
	}
	return p.split(t, a[1], count)
}

const findSig = "(pattern, string, flags=0)"

var funcs = []object.Func{
	{Name: "compile", Sig: "(pattern, flags=0)", Doc: "Compile a regular expression pattern, returning a Pattern object.", Fn: func(t *thread, a []value) (value, error) {
		p, err := compiled(t, a[0], a[1])
		return object.Wrap(p), err
	}},
	{Name: "match", Sig: findSig, Doc: "Apply the pattern at the start of the string, returning a Match object, or None.", Fn: find(kindMatch)},
	{Name: "fullmatch", Sig: findSig, Doc: "Apply the pattern to all of the string, returning a Match object, or None.", Fn: find(kindFull)},
	{Name: "search", Sig: findSig, Doc: "Scan through the string for a match, returning a Match object, or None.", Fn: find(kindSearch)},
	{Name: "findall", Sig: findSig, Doc: "Return a list of all matches that do not overlap.", Fn: func(t *thread, a []value) (value, error) {
		p, err := compiled(t, a[0], a[2])
		if err != nil {
			return value{}, err
		}
		return p.findall(t, a[1], value{}, value{})
	}},
	{Name: "finditer", Sig: findSig, Doc: "Return an iterator over all matches that do not overlap.", Fn: func(t *thread, a []value) (value, error) {
		p, err := compiled(t, a[0], a[2])
		if err != nil {
			return value{}, err
		}
		return p.finditer(t, a[1], value{}, value{})
	}},
	{Name: "sub", Sig: "(pattern, repl, string, *args, count=<unrepresentable>, flags=<unrepresentable>)", Doc: "Replace the matches by repl, a template or a function.", Fn: subFunc("sub", false)},
	{Name: "subn", Sig: "(pattern, repl, string, *args, count=<unrepresentable>, flags=<unrepresentable>)", Doc: "As sub, but return the new string and the number of replacements.", Fn: subFunc("subn", true)},
	{Name: "split", Sig: "(pattern, string, *args, maxsplit=<unrepresentable>, flags=<unrepresentable>)", Doc: "Split the string at the matches.", Fn: splitFunc},
	{Name: "escape", Sig: "(pattern)", Doc: "Escape special characters in a string.", Fn: escape},
	{Name: "purge", Sig: "()", Doc: "Clear the cache of patterns.", Fn: func(t *thread, a []value) (value, error) {
		s := stateOf(t)
		s.cache, s.lastP, s.last = map[cacheKey]*Pattern{}, nil, cacheKey{}
		return object.None, nil
	}},
}
