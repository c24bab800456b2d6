package sys

import (
	"math"
	"runtime"
	"strings"
	"time"

	"github.com/gopy-lang/gopy/internal/stdnames"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Version of the language that gopy implements.
const (
	major, minor, micro = 3, 14, 0
	Version             = "3.14.0 (gopy)"
	hexVersion          = major<<24 | minor<<16 | micro<<8 | 0xf0
)

// Config is what the command or the embedding program sets.
type Config struct {
	Argv, OrigArgv, Path []string
	Executable           string
	Flags                map[string]int // names of sys.flags
	WarnOptions          []string
	XOptions             map[string]string
}

// The struct sequence types of the module.
var (
	versionInfoType, floatInfoType, intInfoType, hashInfoType, flagsType, threadInfoType object.Type
)

var flagNames = []string{"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
	"ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode",
	"warn_default_encoding", "safe_path", "int_max_str_digits"}

func init() {
	object.DefineStructSeq(&versionInfoType, object.StructSeq{Module: "sys", Name: "version_info", Fields: []string{"major", "minor", "micro", "releaselevel", "serial"}, Single: true})
	object.DefineStructSeq(&floatInfoType, object.StructSeq{Module: "sys", Name: "float_info", Fields: []string{"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"}})
	object.DefineStructSeq(&intInfoType, object.StructSeq{Module: "sys", Name: "int_info", Fields: []string{"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"}})
	object.DefineStructSeq(&hashInfoType, object.StructSeq{Module: "sys", Name: "hash_info", Fields: []string{"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"}})
	object.DefineStructSeq(&flagsType, object.StructSeq{Module: "sys", Name: "flags", Fields: flagNames, Extra: []string{"gil", "thread_inherit_context", "context_aware_warnings"}, Single: true})
	object.DefineStructSeq(&threadInfoType, object.StructSeq{Module: "sys", Name: "thread_info", Fields: []string{"name", "lock", "version"}})
}

func strList(list []string) value {
	items := make([]value, len(list))
	for i, s := range list {
		items[i] = object.NewStr(arg.FSDecode(s))
	}
	return object.NewList(items...)
}

// Init makes the sys module of t's interpreter.
func Init(t *thread, c Config) *object.Module {
	m := object.NewCoreModule(t, "sys", "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.")
	t.Interp.Sys = m
	t.Interp.Modules.SetGo(t, "sys", object.Wrap(m))
	set := func(n string, v value) { m.Set(t, n, v) }
	set("modules", object.Wrap(t.Interp.Modules))
	set("argv", strList(c.Argv))
	set("orig_argv", strList(c.OrigArgv))
	set("path", strList(c.Path))
	set("executable", object.NewStr(c.Executable))
	set("_base_executable", object.NewStr(c.Executable))
	set("version", object.NewStr(Version))
	vi := object.NewStructSeq(&versionInfoType, 5, object.Int(major), object.Int(minor), object.Int(micro), object.NewStr("final"), object.Int(0))
	set("version_info", vi)
	set("hexversion", object.Int(hexVersion))
	set("api_version", object.Int(1013))
	set("platform", object.NewStr(platform()))
	set("byteorder", object.NewStr("little"))
	set("maxsize", object.Int(math.MaxInt64))
	set("maxunicode", object.Int(0x10ffff))
	set("copyright", object.NewStr("Copyright (c) the gopy authors."))
	for _, n := range []string{"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"} {
		set(n, object.NewStr("/usr"))
	}
	set("platlibdir", object.NewStr("lib"))
	set("pycache_prefix", object.None)
	set("dont_write_bytecode", object.True)
	set("abiflags", object.NewStr(""))
	set("float_repr_style", object.NewStr("short"))
	set("warnoptions", strList(c.WarnOptions))
	x := object.NewDict()
	for k, v := range c.XOptions {
		if v == "" {
			x.SetGo(t, k, object.True)
		} else {
			x.SetGo(t, k, object.NewStr(v))
		}
	}
	set("_xoptions", object.Wrap(x))
	set("implementation", implementation(t, vi))
	set("stdlib_module_names", object.NewFrozenSet(t, names(t, strings.Fields(stdnames.List))))
	setInfos(set, c)
	m.AddFuncs(t, "sys", funcs)
	m.AddFuncs(t, "sys", hookFuncs)
	m.AddFuncs(t, "sys", asyncFuncs)
	set("_stdlib_dir", object.None)
	m.AddFuncs(t, "sys", traceFuncs)
	m.AddFuncs(t, "sys", auditFuncs)
	set("_git", object.NewTuple(object.NewStr("gopy"), object.NewStr(""), object.NewStr("")))
	set("_home", object.None)
	set("_framework", object.NewStr(""))
	set("_stdlib_dir", object.None)
	jit := object.NewModule(t, "sys._jit", "Utilities for observing just-in-time compilation.")
	jit.AddFuncs(t, "sys._jit", jitFuncs)
	set("_jit", object.Wrap(jit))
	for _, n := range []string{"excepthook", "displayhook", "unraisablehook", "breakpointhook"} {
		if v, ok := m.D.GetGo(t, n); ok {
			set("__"+n+"__", v)
		}
	}
	return m
}

func names(t *thread, list []string) []value {
	out := make([]value, len(list))
	for i, n := range list {
		out[i] = object.Wrap(t.Intern(n))
	}
	return out
}

func platform() string {
	if runtime.GOOS == "windows" {
		return "win32"
	}
	return runtime.GOOS
}

func implementation(t *thread, vi value) value {
	ns := object.NewNamespace(t)
	for k, v := range map[string]value{"name": object.NewStr("gopy"), "cache_tag": object.NewStr(object.CacheTag), "version": vi,
		"hexversion": object.Int(hexVersion), "supports_isolated_interpreters": object.True} {
		object.NamespaceSet(t, ns, k, v)
	}
	return ns
}

func setInfos(set func(string, value), c Config) {
	set("float_info", object.NewStructSeq(&floatInfoType, 11, object.Float(math.MaxFloat64), object.Int(1024), object.Int(308), object.Float(2.2250738585072014e-308),
		object.Int(-1021), object.Int(-307), object.Int(15), object.Int(53), object.Float(2.220446049250313e-16), object.Int(2), object.Int(1)))
	set("int_info", object.NewStructSeq(&intInfoType, 4, object.Int(30), object.Int(4), object.Int(4300), object.Int(640)))
	set("hash_info", object.NewStructSeq(&hashInfoType, 9, object.Int(64), object.Int(1<<61-1), object.Int(314159), object.Int(0), object.Int(1000003),
		object.NewStr("siphash13"), object.Int(64), object.Int(128), object.Int(0)))
	set("thread_info", object.NewStructSeq(&threadInfoType, 3, object.NewStr("pthread"), object.NewStr("semaphore"), object.None))
	items := make([]value, 0, len(flagNames)+3)
	for _, n := range flagNames {
		v, ok := c.Flags[n]
		switch {
		case n == "dev_mode" || n == "safe_path":
			items = append(items, object.Bool(v != 0))
		case !ok && n == "int_max_str_digits":
			items = append(items, object.Int(4300))
		case !ok && (n == "hash_randomization" || n == "dont_write_bytecode"):
			items = append(items, object.Int(1))
		default:
			items = append(items, object.IntOf(v))
		}
	}
	items = append(items, object.Int(1), object.Int(0), object.Int(0))
	set("flags", object.NewStructSeq(&flagsType, len(flagNames), items...))
}

// jitFuncs say that there is no just-in-time compiler.
var jitFuncs = []object.Func{
	{Name: "is_available", Sig: "()", Doc: "Return True if the executable supports just-in-time compilation.", Fn: no},
	{Name: "is_enabled", Sig: "()", Doc: "Return True if just-in-time compilation is enabled.", Fn: no},
	{Name: "is_active", Sig: "()", Doc: "Return True if the topmost frame runs compiled code.", Fn: no},
}

func no(*thread, []value) (value, error) { return object.False, nil }

var funcs = []object.Func{
	{Name: "get_int_max_str_digits", Sig: "()", Doc: "Return the maximum string digits limit for non-binary int<->str conversions.", Fn: func(t *thread, a []value) (value, error) {
		return object.IntOf(t.Interp.IntMaxStrDigits), nil
	}},
	{Name: "set_int_max_str_digits", Sig: "(maxdigits)", Doc: "Set the maximum string digits limit for non-binary int<->str conversions.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.SsizeArg(t, a[len(a)-1])
		if err != nil {
			return value{}, err
		}
		if n != 0 && n < object.MinMaxStrDigits {
			return value{}, object.ValueErrorf("maxdigits must be >= %d or 0 for unlimited", object.MinMaxStrDigits)
		}
		t.Interp.IntMaxStrDigits = n
		return object.None, nil
	}},
	{Name: "exit", Sig: "(status=None, /)", Doc: "Exit the interpreter by raising SystemExit(status).", Fn: func(t *thread, a []value) (value, error) {
		var args []value
		switch {
		case a[0].O == nil || a[0].IsNone():
		case a[0].O.Type == &object.TupleType:
			args = object.As[object.Tuple](a[0]).Items
		default:
			args = a
		}
		e, err := object.Call(t, object.Wrap(&object.SystemExitType), args, nil)
		if err != nil {
			return value{}, err
		}
		return value{}, object.As[object.Exception](e)
	}},
	{Name: "exc_info", Sig: "()", Doc: "Return (type, value, traceback) of the exception being handled.", Fn: func(t *thread, a []value) (value, error) {
		if t.Exc == nil {
			return object.NewTuple(object.None, object.None, object.None), nil
		}
		tb := object.None
		if t.Exc.TB != nil {
			tb = object.Wrap(t.Exc.TB)
		}
		return object.NewTuple(object.Wrap(t.Exc.Type), object.Wrap(t.Exc), tb), nil
	}},
	{Name: "exception", Sig: "()", Doc: "Return the exception being handled.", Fn: func(t *thread, a []value) (value, error) { return t.Exc.Value(), nil }},
	{Name: "getrecursionlimit", Sig: "()", Doc: "Return the recursion limit.", Fn: func(t *thread, a []value) (value, error) { return object.IntOf(t.Interp.RecursionLimit), nil }},
	{Name: "setrecursionlimit", Sig: "(limit, /)", Doc: "Set the maximum depth of the Python stack.", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.IndexInt(t, a[0], &object.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		if n < 1 {
			return value{}, object.ValueErrorf("recursion limit must be greater or equal than 1")
		}
		depth := t.Interp.RecursionLimit - t.DepthLeft
		if depth >= n {
			return value{}, object.RecursionErrorf("cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, depth)
		}
		t.DepthLeft += n - t.Interp.RecursionLimit
		t.Interp.RecursionLimit = n
		return object.None, nil
	}},
	{Name: "intern", Sig: "(string, /)", Doc: "Intern the given string.", Fn: func(t *thread, a []value) (value, error) {
		s, ok := object.AsStr(a[0])
		if !ok {
			return value{}, object.TypeErrorf("intern() argument must be str, not %s", a[0].O.Type.MsgName())
		}
		if a[0].O.Type != &object.StrType {
			return value{}, object.TypeErrorf("can't intern %s", a[0].O.Type.MsgName())
		}
		return object.Wrap(t.Interp.InternStr(s)), nil
	}},
	{Name: "_is_interned", Sig: "(string, /)", Fn: func(t *thread, a []value) (value, error) {
		s, ok := object.AsStr(a[0])
		if !ok {
			return value{}, object.TypeErrorf("_is_interned() argument must be str, not %s", a[0].O.Type.MsgName())
		}
		return object.Bool(t.Interp.InternStr(s) == s), nil
	}},
	{Name: "getsizeof", Sig: "(object, default=<unrepresentable>)", Doc: "Return the size of object in bytes.", Fn: func(t *thread, a []value) (value, error) {
		r, err := object.CallSpecial(t, a[0], t.Intern("__sizeof__"))
		if err != nil && a[1].O != nil && object.IsExc(err, &object.TypeErrorType) {
			return a[1], nil
		}
		return r, err
	}},
	{Name: "getrefcount", Sig: "(object, /)", Doc: "gopy keeps no reference counts; the result is always 1.", Fn: func(t *thread, a []value) (value, error) { return object.Int(1), nil }},
	{Name: "_getframe", Sig: "(depth=0, /)", Doc: "Return a frame object from the call stack.", Fn: func(t *thread, a []value) (value, error) {
		n := 0
		if a[0].O != nil {
			var err error
			if n, err = object.IndexInt(t, a[0], &object.OverflowErrorType); err != nil {
				return value{}, err
			}
		}
		f := t.Interp.Runtime.Frame(t, max(n, 0))
		if f.O == nil {
			return value{}, object.ValueErrorf("call stack is not deep enough")
		}
		return f, nil
	}},
	{Name: "_getframemodulename", Sig: "(depth=0)", Fn: func(t *thread, a []value) (value, error) {
		n := 0
		if a[0].O != nil {
			var err error
			if n, err = object.IndexInt(t, a[0], &object.OverflowErrorType); err != nil {
				return value{}, err
			}
		}
		f := t.Interp.Runtime.Frame(t, max(n, 0))
		if f.O == nil {
			return object.None, nil
		}
		g, err := object.GetAttrStr(t, f, "f_globals")
		if err != nil {
			return value{}, err
		}
		if v, ok := object.As[object.Dict](g).GetGo(t, "__name__"); ok {
			return v, nil
		}
		return object.None, nil
	}},
	{Name: "getdefaultencoding", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.NewStr("utf-8"), nil }},
	{Name: "getfilesystemencoding", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.NewStr("utf-8"), nil }},
	{Name: "getfilesystemencodeerrors", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		return object.NewStr("surrogateescape"), nil
	}},
	{Name: "is_finalizing", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Bool(t.Interp.Finalizing), nil }},
	{Name: "getswitchinterval", Sig: "()", Doc: "Return the thread switch interval in seconds.", Fn: func(t *thread, a []value) (value, error) {
		return object.Float(t.Interp.GIL.Interval().Seconds()), nil
	}},
	{Name: "setswitchinterval", Sig: "(interval, /)", Doc: "Set the ideal thread switching delay in seconds.", Fn: func(t *thread, a []value) (value, error) {
		f, err := object.ToFloat(t, a[0])
		if err != nil {
			return value{}, err
		}
		if f <= 0 {
			return value{}, object.ValueErrorf("switch interval must be strictly positive")
		}
		t.Interp.GIL.SetInterval(time.Duration(f * 1e9))
		return object.None, nil
	}},
	{Name: "_clear_internal_caches", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.None, nil }},
	{Name: "_clear_type_descriptors", Sig: "(type, /)", Fn: func(t *thread, a []value) (value, error) { return object.None, nil }},
	{Name: "_is_immortal", Sig: "(op, /)", Doc: "Tell whether an object lives as long as the interpreter.", Fn: func(t *thread, a []value) (value, error) {
		_, isInt := object.AsInt64(a[0])
		return object.Bool(isInt || a[0].IsNone() || a[0].IsBool() || a[0].O.Type == &object.TypeType && !object.As[object.Type](a[0]).IsHeap()), nil
	}},
	{Name: "_get_cpu_count_config", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Int(-1), nil }},
	{Name: "getunicodeinternedsize", Sig: "(*, _only_immortal=False)", Doc: "Return the number of interned strings; gopy does not count them.", Fn: func(t *thread, a []value) (value, error) { return object.Int(0), nil }},
	{Name: "is_stack_trampoline_active", Sig: "()", Doc: "Return False: there are no stack trampolines.", Fn: no},
	{Name: "activate_stack_trampoline", Sig: "(backend, /)", Doc: "Not available: perf does not see Python frames.", Fn: func(t *thread, a []value) (value, error) {
		return value{}, object.ValueErrorf("perf trampoline not available")
	}},
	{Name: "deactivate_stack_trampoline", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.None, nil }},
	{Name: "is_remote_debug_enabled", Sig: "()", Doc: "Return False: gopy runs no code for other processes.", Fn: no},
	{Name: "remote_exec", Sig: "(pid, script)", Doc: "Not available.", Fn: func(t *thread, a []value) (value, error) {
		return value{}, object.RuntimeErrorf("Remote debugging is not enabled")
	}},
	{Name: "breakpointhook", Sig: "(*args, **kws)", Doc: "Call what $PYTHONBREAKPOINT names, else pdb.set_trace.", Fn: breakpointHook},
	{Name: "getdlopenflags", Sig: "()", Doc: "Return the flags of dlopen(), which gopy does not call.", Fn: func(t *thread, a []value) (value, error) {
		if v, ok := t.Interp.Extra.Load(dlopenKey{}); ok {
			return object.IntOf(v.(int)), nil
		}
		return object.Int(2), nil
	}},
	{Name: "setdlopenflags", Sig: "(flags, /)", Fn: func(t *thread, a []value) (value, error) {
		n, err := object.IndexInt(t, a[0], &object.OverflowErrorType)
		if err == nil {
			t.Interp.Extra.Store(dlopenKey{}, n)
		}
		return object.None, err
	}},
	{Name: "_clear_type_cache", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.None, nil }},
	{Name: "getallocatedblocks", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.Int(0), nil }},
	{Name: "_is_gil_enabled", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.True, nil }},
	{Name: "_debugmallocstats", Sig: "()", Fn: func(t *thread, a []value) (value, error) { return object.None, nil }},
}

// dlopenKey is the key of what sys.setdlopenflags stored.
type dlopenKey struct{}
