package pickle

import "github.com/gopy-lang/gopy/object"

// Names of Python 2's library, for protocols below 3.

var oldModules = map[string]string{
	"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "socketserver": "SocketServer", "configparser": "ConfigParser",
	"reprlib": "repr", "winreg": "_winreg", "_thread": "thread", "_dummy_thread": "dummy_thread", "dbm.ndbm": "dbm", "dbm.gnu": "gdbm",
	"dbm.dumb": "dumbdbm", "dbm.bsd": "dbhash", "xmlrpc.client": "xmlrpclib", "xmlrpc.server": "SimpleXMLRPCServer", "http.client": "httplib",
	"html.entities": "htmlentitydefs", "html.parser": "HTMLParser", "http.cookies": "Cookie", "http.cookiejar": "cookielib",
	"http.server": "BaseHTTPServer", "subprocess": "commands", "urllib.parse": "urlparse", "urllib.robotparser": "robotparser",
	"urllib.request": "urllib2", "collections.abc": "_abcoll",
}

var newModules = map[string]string{
	"cPickle": "pickle", "UserDict": "collections", "UserList": "collections", "UserString": "collections", "whichdb": "dbm",
	"StringIO": "io", "cStringIO": "io", "SimpleHTTPServer": "http.server", "CGIHTTPServer": "http.server", "DocXMLRPCServer": "xmlrpc.server",
}

type globalName struct{ module, name string }

var oldNames = map[globalName]globalName{
	{"builtins", "range"}: {"__builtin__", "xrange"}, {"functools", "reduce"}: {"__builtin__", "reduce"}, {"sys", "intern"}: {"__builtin__", "intern"},
	{"builtins", "chr"}: {"__builtin__", "unichr"}, {"builtins", "str"}: {"__builtin__", "unicode"}, {"builtins", "int"}: {"__builtin__", "long"},
	{"builtins", "zip"}: {"itertools", "izip"}, {"builtins", "map"}: {"itertools", "imap"}, {"builtins", "filter"}: {"itertools", "ifilter"},
	{"itertools", "filterfalse"}: {"itertools", "ifilterfalse"}, {"itertools", "zip_longest"}: {"itertools", "izip_longest"},
	{"collections", "UserDict"}: {"UserDict", "IterableUserDict"}, {"collections", "UserList"}: {"UserList", "UserList"},
	{"collections", "UserString"}: {"UserString", "UserString"}, {"socket", "fromfd"}: {"_socket", "fromfd"},
	{"urllib.parse", "quote"}: {"urllib", "quote"}, {"urllib.parse", "unquote"}: {"urllib", "unquote"},
	{"urllib.parse", "quote_plus"}: {"urllib", "quote_plus"}, {"urllib.parse", "unquote_plus"}: {"urllib", "unquote_plus"},
	{"urllib.parse", "urlencode"}: {"urllib", "urlencode"}, {"urllib.request", "urlopen"}: {"urllib", "urlopen"},
	{"urllib.error", "HTTPError"}: {"urllib2", "HTTPError"}, {"urllib.error", "URLError"}: {"urllib2", "URLError"},
}

var newNames = map[globalName]globalName{
	{"__builtin__", "basestring"}: {"builtins", "str"}, {"exceptions", "StandardError"}: {"builtins", "Exception"},
	{"UserDict", "UserDict"}: {"collections", "UserDict"}, {"socket", "_socketobject"}: {"socket", "SocketType"},
}

// newExceptions are those that Python 2 did not have, with what stands for them.
var newExceptions = map[string]string{
	"BlockingIOError": "OSError", "BrokenPipeError": "OSError", "ChildProcessError": "OSError", "ConnectionAbortedError": "OSError",
	"ConnectionError": "OSError", "ConnectionRefusedError": "OSError", "ConnectionResetError": "OSError", "FileExistsError": "OSError",
	"FileNotFoundError": "OSError", "InterruptedError": "OSError", "IsADirectoryError": "OSError", "NotADirectoryError": "OSError",
	"PermissionError": "OSError", "ProcessLookupError": "OSError", "TimeoutError": "OSError",
	"ModuleNotFoundError": "ImportError", "RecursionError": "RuntimeError", "StopAsyncIteration": "", "ResourceWarning": "",
	"BaseExceptionGroup": "", "ExceptionGroup": "", "EncodingWarning": "", "PythonFinalizationError": "",
}

// oldName gives the name that Python 2 has for a global.
func oldName(module, name string) (string, string) {
	if o, ok := oldNames[globalName{module, name}]; ok {
		return o.module, o.name
	}
	if module == "builtins" && isException(name) {
		o, later := newExceptions[name]
		switch {
		case !later:
			return "exceptions", name
		case o != "":
			return "exceptions", o
		}
	}
	if o, ok := oldModules[module]; ok {
		return o, name
	}
	return module, name
}

// newName gives the present name of a global of Python 2.
func newName(module, name string) (string, string) {
	g := globalName{module, name}
	if n, ok := newNames[g]; ok {
		return n.module, n.name
	}
	for n, o := range oldNames {
		if o == g {
			return n.module, n.name
		}
	}
	if module == "exceptions" && isException(name) {
		return "builtins", name
	}
	for n, o := range oldModules {
		if o == module {
			return n, name
		}
	}
	if n, ok := newModules[module]; ok {
		return n, name
	}
	return module, name
}

func isException(name string) bool {
	_, ok := object.ExceptionTypes()[name]
	return ok
}
