// Package stdlib lists the modules of gopy's standard library and loads them
// on import. Each module is a package of its own below this one.
//
// The folder and package of a module have the module's name; names that Go
// does not accept get another: a leading underscore is dropped, Go keywords get
// the suffix mod, and dots become folders.
package stdlib

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/abc"
	"github.com/gopy-lang/gopy/stdlib/aiohttp"
	"github.com/gopy-lang/gopy/stdlib/argparse"
	"github.com/gopy-lang/gopy/stdlib/array"
	"github.com/gopy-lang/gopy/stdlib/ast"
	"github.com/gopy-lang/gopy/stdlib/asyncio"
	"github.com/gopy-lang/gopy/stdlib/atexit"
	"github.com/gopy-lang/gopy/stdlib/binascii"
	"github.com/gopy-lang/gopy/stdlib/bisect"
	"github.com/gopy-lang/gopy/stdlib/builtins"
	"github.com/gopy-lang/gopy/stdlib/cmath"
	"github.com/gopy-lang/gopy/stdlib/codecs"
	"github.com/gopy-lang/gopy/stdlib/collections"
	"github.com/gopy-lang/gopy/stdlib/concurrent"
	"github.com/gopy-lang/gopy/stdlib/contextvars"
	"github.com/gopy-lang/gopy/stdlib/csv"
	"github.com/gopy-lang/gopy/stdlib/datetime"
	"github.com/gopy-lang/gopy/stdlib/decimal"
	"github.com/gopy-lang/gopy/stdlib/dis"
	"github.com/gopy-lang/gopy/stdlib/errno"
	"github.com/gopy-lang/gopy/stdlib/functools"
	"github.com/gopy-lang/gopy/stdlib/gc"
	"github.com/gopy-lang/gopy/stdlib/hashlib"
	"github.com/gopy-lang/gopy/stdlib/heapq"
	"github.com/gopy-lang/gopy/stdlib/hmac"
	"github.com/gopy-lang/gopy/stdlib/http"
	"github.com/gopy-lang/gopy/stdlib/importlib"
	"github.com/gopy-lang/gopy/stdlib/inspect"
	"github.com/gopy-lang/gopy/stdlib/io"
	"github.com/gopy-lang/gopy/stdlib/itertools"
	"github.com/gopy-lang/gopy/stdlib/json"
	"github.com/gopy-lang/gopy/stdlib/logging"
	"github.com/gopy-lang/gopy/stdlib/marshal"
	"github.com/gopy-lang/gopy/stdlib/math"
	"github.com/gopy-lang/gopy/stdlib/operator"
	"github.com/gopy-lang/gopy/stdlib/pickle"
	"github.com/gopy-lang/gopy/stdlib/pylib"
	"github.com/gopy-lang/gopy/stdlib/queue"
	"github.com/gopy-lang/gopy/stdlib/random"
	"github.com/gopy-lang/gopy/stdlib/re"
	"github.com/gopy-lang/gopy/stdlib/runpy"
	stringmod "github.com/gopy-lang/gopy/stdlib/string"
	"github.com/gopy-lang/gopy/stdlib/string/templatelib"
	"github.com/gopy-lang/gopy/stdlib/structmod"
	"github.com/gopy-lang/gopy/stdlib/symtable"
	"github.com/gopy-lang/gopy/stdlib/thread"
	"github.com/gopy-lang/gopy/stdlib/threading"
	"github.com/gopy-lang/gopy/stdlib/time"
	"github.com/gopy-lang/gopy/stdlib/tokenize"
	"github.com/gopy-lang/gopy/stdlib/traceback"
	"github.com/gopy-lang/gopy/stdlib/tracemalloc"
	"github.com/gopy-lang/gopy/stdlib/typing"
	"github.com/gopy-lang/gopy/stdlib/unicodedata"
	"github.com/gopy-lang/gopy/stdlib/unittest"
	"github.com/gopy-lang/gopy/stdlib/urllib"
	"github.com/gopy-lang/gopy/stdlib/weakref"
	"github.com/gopy-lang/gopy/stdlib/zlib"
)

// modules are the library's modules by their full names. Nothing of a module
// is built before its first import.
var modules = map[string]func() object.ModuleSpec{
	"_codecs":                   codecs.Module,
	"codecs":                    codecs.Public,
	"encodings":                 codecs.Encodings,
	"_contextvars":              contextvars.Module,
	"_string":                   stringmod.Core,
	"string":                    stringmod.Module,
	"binascii":                  binascii.Module,
	"_sitebuiltins":             builtins.Site,
	"bisect":                    bisect.Module,
	"_bisect":                   bisect.Core,
	"hashlib":                   hashlib.Module,
	"heapq":                     heapq.Module,
	"hmac":                      hmac.Module,
	"_heapq":                    heapq.Core,
	"_collections":              collections.Core,
	"_collections_abc":          collections.ABC,
	"collections":               collections.Module,
	"collections.abc":           collections.PublicABC,
	"_abc":                      abc.Core,
	"abc":                       abc.Module,
	"_io":                       io.Core,
	"_thread":                   thread.Module,
	"_weakref":                  weakref.Core,
	"_weakrefset":               weakref.Set,
	"weakref":                   weakref.Module,
	"_typing":                   typing.Core,
	"_typing_classes":           typing.Classes,
	"typing":                    typing.Module,
	"concurrent":                concurrent.Package,
	"concurrent.futures":        concurrent.Futures,
	"concurrent.futures._base":  concurrent.Base,
	"concurrent.futures.thread": concurrent.Thread,
	"contextvars":               contextvars.Module,
	"atexit":                    atexit.Module,
	"csv":                       csv.Module,
	"_csv":                      csv.Core,
	"datetime":                  datetime.Module,
	"_datetime":                 datetime.Core,
	"decimal":                   decimal.Module,
	"errno":                     errno.Module,
	"functools":                 functools.Module,
	"gc":                        gc.Module,
	"io":                        io.Module,
	"inspect":                   inspect.Module,
	"_inspect_signature":        inspect.Signatures,
	"itertools":                 itertools.Module,
	"operator":                  operator.Module, "_operator": operator.Core,
	"array":              array.Module,
	"cmath":              cmath.Module,
	"_tracemalloc":       tracemalloc.Core,
	"marshal":            marshal.Module,
	"unicodedata":        unicodedata.Module,
	"math":               math.Module,
	"queue":              queue.Module,
	"random":             random.Module,
	"runpy":              runpy.Module,
	"_runpy":             runpy.Core,
	"_random":            random.Core,
	"re":                 re.Module,
	"struct":             structmod.Module,
	"_struct":            structmod.Core,
	"string.templatelib": templatelib.Module,
	"threading":          threading.Module,
	"traceback":          traceback.Module,
	"_traceback":         traceback.Core,
	"time":               time.Module,
}

// packages are the library's packages that list their modules themselves.
var packages = []func() map[string]func() object.ModuleSpec{
	aiohttp.Modules,
	argparse.Modules,
	ast.Modules,
	asyncio.Modules,
	codecs.Modules,
	dis.Modules,
	http.Modules,
	importlib.Modules,
	json.Modules,
	logging.Modules,
	pickle.Modules,
	pylib.Modules,
	symtable.Modules,
	tokenize.Modules,
	unittest.Modules,
	urllib.Modules,
	zlib.Modules,
}

// find returns the declaration of module name, or nil.
func find(name string) func() object.ModuleSpec {
	if f := modules[name]; f != nil {
		return f
	}
	for _, p := range packages {
		if f := p()[name]; f != nil {
			return f
		}
	}
	return nil
}

// Loader implements object.ModuleLoader for the library.
type Loader struct{}

// FindModule returns the declaration of module name, or nil.
func (Loader) FindModule(name string) func() object.ModuleSpec { return find(name) }

// core are modules of the library that a file on sys.path does not hide, as
// CPython has them built in or needs them to start. The others with a leading
// underscore are too.
var core = map[string]bool{"abc": true, "atexit": true, "codecs": true, "encodings": true, "errno": true, "gc": true, "genericpath": true, "importlib": true,
	"io": true, "itertools": true, "marshal": true, "os": true, "posix": true, "posixpath": true, "runpy": true, "site": true,
	"stat": true, "sys": true, "time": true, "zipimport": true}

// Core reports whether files on sys.path never go before module name.
func (Loader) Core(name string) bool {
	top, rest, sub := strings.Cut(name, ".")
	if sub && rest != "" {
		return true // its package is the library's
	}
	return core[top] || top != "" && top[0] == '_' && top != "__future__"
}

// ModuleNames returns the full names of all modules.
func (Loader) ModuleNames() []string { return Names() }

// Names returns the full names of all modules.
func Names() []string {
	out := make([]string, 0, len(modules))
	for n := range modules {
		out = append(out, n)
	}
	for _, p := range packages {
		for n := range p() {
			out = append(out, n)
		}
	}
	return out
}
