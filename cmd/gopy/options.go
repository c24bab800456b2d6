package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const usage = `usage: gopy [option] ... [-c cmd | -m mod | file | -] [arg] ...

What to run:
  file      a Python program, or a directory with a __main__.py
  -c cmd    the program given as text
  -m mod    a module found on sys.path
  -         the program read from standard input (the default)

Options:
  -B        do not write bytecode (gopy never does)
  -b        warn about str(bytes); -bb raises
  -d        accepted for compatibility
  -E        ignore PYTHON* environment variables
  -i        accepted; the prompt after a program is not there yet
  -I        isolate: implies -E, -P and -s
  -O        drop assert statements; -OO drops docstrings too
  -P        do not put the program's directory on sys.path
  -q        no banner
  -s, -S    no user or site directories
  -u        unbuffered standard streams
  -v        accepted for compatibility
  -W arg    warning control: action:message:category:module:lineno
  -X opt    implementation option, NAME or NAME=VALUE
  -h, --help, -V, --version

Environment: PYTHONPATH, PYTHONHASHSEED, PYTHONUNBUFFERED, PYTHONOPTIMIZE,
PYTHONWARNINGS, PYTHONSAFEPATH.
`

type mode uint8

const (
	modeStdin mode = iota
	modeCommand
	modeModule
	modeFile
)

type options struct {
	mode                    mode
	command, module, script string
	args                    []string
	help, version           bool
	unbuffered              bool
	flags                   map[string]int
	xopts                   map[string]string
	warn                    []string
}

// flagOf maps option letters to members of sys.flags.
var flagOf = map[byte]string{'B': "dont_write_bytecode", 'b': "bytes_warning", 'd': "debug", 'E': "ignore_environment", 'i': "inspect",
	'O': "optimize", 'P': "safe_path", 'q': "quiet", 's': "no_user_site", 'S': "no_site", 'v': "verbose"}

func parseArgs(args []string) (*options, error) {
	o := &options{flags: map[string]int{"dont_write_bytecode": 1}, xopts: map[string]string{}}
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "-" || a == "" || a[0] != '-' {
			if a != "-" {
				o.mode, o.script = modeFile, a
			}
			o.args = args[i+1:]
			break
		}
		if strings.HasPrefix(a, "--") {
			done, err := o.long(a)
			if err != nil || done {
				return o, err
			}
			continue
		}
		n, stop, err := o.short(a[1:], args[i+1:])
		if err != nil || o.help || o.version {
			return o, err
		}
		i += n
		if stop {
			o.args = args[i+1:]
			break
		}
	}
	o.environment()
	o.implied()
	return o, nil
}

func (o *options) long(a string) (done bool, err error) {
	switch a {
	case "--help":
		o.help = true
	case "--version":
		o.version = true
	default:
		return false, fmt.Errorf("unknown option %s", a)
	}
	return true, nil
}

// short handles a cluster of one-letter options. n is the number of further
// arguments it used; stop says that the rest belongs to the program.
func (o *options) short(s string, rest []string) (n int, stop bool, err error) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch c {
		case 'h', '?':
			o.help = true
			return 0, true, nil
		case 'V':
			o.version = true
			return 0, true, nil
		case 'u':
			o.unbuffered = true
			continue
		case 'I':
			o.flags["isolated"], o.flags["ignore_environment"], o.flags["no_user_site"], o.flags["safe_path"] = 1, 1, 1, 1
			continue
		case 'R', 'x', 't':
			continue
		case 'c', 'm', 'W', 'X':
			arg := s[i+1:]
			if arg == "" {
				if len(rest) == 0 {
					return 0, false, fmt.Errorf("argument expected for the -%c option", c)
				}
				arg, n = rest[0], 1
			}
			return n, o.withArg(c, arg), nil
		}
		f, ok := flagOf[c]
		if !ok {
			return 0, false, fmt.Errorf("unknown option -%c", c)
		}
		o.flags[f]++
	}
	return 0, false, nil
}

func (o *options) withArg(c byte, arg string) (stop bool) {
	switch c {
	case 'c':
		o.mode, o.command = modeCommand, arg+"\n"
		return true
	case 'm':
		o.mode, o.module = modeModule, arg
		return true
	case 'W':
		o.warn = append(o.warn, arg)
	case 'X':
		k, v, _ := strings.Cut(arg, "=")
		o.xopts[k] = v
		if k == "dev" {
			o.flags["dev_mode"] = 1
		}
		if k == "no_debug_ranges" {
			o.flags[k] = 1
		}
	}
	return false
}

// environment applies the PYTHON* variables.
func (o *options) environment() {
	if o.flags["ignore_environment"] != 0 {
		return
	}
	if os.Getenv("PYTHONUNBUFFERED") != "" {
		o.unbuffered = true
	}
	if os.Getenv("PYTHONSAFEPATH") != "" {
		o.flags["safe_path"] = 1
	}
	if os.Getenv("PYTHONNODEBUGRANGES") != "" {
		o.flags["no_debug_ranges"] = 1
	}
	if v := os.Getenv("PYTHONOPTIMIZE"); v != "" && o.flags["optimize"] == 0 {
		o.flags["optimize"] = 1
		if v == "2" {
			o.flags["optimize"] = 2
		}
	}
	if v := os.Getenv("PYTHONWARNINGS"); v != "" {
		o.warn = append(strings.Split(v, ","), o.warn...)
	}
}

// implied adds the warning filters that other options stand for.
func (o *options) implied() {
	if o.flags["ignore_environment"] == 0 && os.Getenv("PYTHONDEVMODE") != "" {
		o.flags["dev_mode"] = 1
	}
	if o.flags["dev_mode"] != 0 {
		o.warn = append([]string{"default"}, o.warn...)
	}
	if n := o.flags["bytes_warning"]; n > 1 {
		o.warn = append(o.warn, "error::BytesWarning")
	} else if n == 1 {
		o.warn = append(o.warn, "default::BytesWarning")
	}
	if _, ok := o.xopts["warn_default_encoding"]; ok {
		o.flags["warn_default_encoding"] = 1
	}
}

// argv is sys.argv.
func (o *options) argv() []string {
	first := ""
	switch o.mode {
	case modeCommand:
		first = "-c"
	case modeModule:
		first = "-m"
	case modeFile:
		first = o.script
	default:
		if o.args != nil {
			first = "-"
		}
	}
	return append([]string{first}, o.args...)
}

// path is the beginning of sys.path: the program's directory and PYTHONPATH.
func (o *options) path() []string {
	var path []string
	if o.flags["safe_path"] == 0 {
		switch o.mode {
		case modeFile:
			p := absolute(o.script)
			if r, err := filepath.EvalSymlinks(p); err == nil {
				p = r
			}
			if st, err := os.Stat(p); err != nil || !st.IsDir() {
				p = filepath.Dir(p)
			}
			path = append(path, p)
		case modeModule:
			if wd, err := os.Getwd(); err == nil {
				path = append(path, wd)
			}
		default:
			path = append(path, "")
		}
	}
	if v := os.Getenv("PYTHONPATH"); v != "" && o.flags["ignore_environment"] == 0 {
		for _, p := range filepath.SplitList(v) {
			if p != "" {
				path = append(path, absolute(p))
			}
		}
	}
	return path
}
