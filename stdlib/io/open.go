package io

import (
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// openMode is a parsed mode argument of open().
type openMode struct {
	raw                                                                   string // mode of the raw file
	creating, reading, writing, appending, updating, textMode, binaryMode bool
}

func parseOpenMode(mode string) (m openMode, err error) {
	seen := map[rune]bool{}
	for _, c := range mode {
		if seen[c] {
			return m, invalidMode(mode)
		}
		seen[c] = true
		switch c {
		case 'x':
			m.creating = true
		case 'r':
			m.reading = true
		case 'w':
			m.writing = true
		case 'a':
			m.appending = true
		case '+':
			m.updating = true
		case 't':
			m.textMode = true
			continue
		case 'b':
			m.binaryMode = true
			continue
		default:
			return m, invalidMode(mode)
		}
		m.raw += string(c)
	}
	if m.textMode && m.binaryMode {
		return m, object.ValueErrorf("can't have text and binary mode at once")
	}
	if b2i(m.creating)+b2i(m.reading)+b2i(m.writing)+b2i(m.appending) != 1 {
		if b2i(m.creating)+b2i(m.reading)+b2i(m.writing)+b2i(m.appending) == 0 && !m.updating {
			return m, object.ValueErrorf("Must have exactly one of create/read/write/append mode and at most one plus")
		}
		return m, object.ValueErrorf("must have exactly one of create/read/write/append mode")
	}
	return m, nil
}

func invalidMode(mode string) error {
	return object.ValueErrorf("invalid mode: %s", object.ReprString(mode))
}

// Open is the built-in open().
func Open(t *thread, a []value) (value, error) {
	mode := "r"
	if a[1].O != nil {
		var err error
		if mode, err = arg.Str(a[1], "open", "'mode'", false); err != nil {
			return value{}, err
		}
	}
	buffering, err := arg.Int(t, a[2], -1)
	if err != nil {
		return value{}, err
	}
	encoding, err := arg.Str(a[3], "open", "'encoding'", true)
	if err != nil {
		return value{}, err
	}
	errors, err := arg.Str(a[4], "open", "'errors'", true)
	if err != nil {
		return value{}, err
	}
	if _, err := arg.Str(a[5], "open", "'newline'", true); err != nil {
		return value{}, err
	}
	closefd, err := arg.Bool(t, a[6], true)
	if err != nil {
		return value{}, err
	}
	path := a[0]
	if !object.IsIntLike(path) {
		if path, err = arg.FSPath(t, path); err != nil {
			return value{}, err
		}
	}
	m, err := parseOpenMode(mode)
	if err != nil {
		return value{}, err
	}
	if m.binaryMode {
		switch {
		case arg.Given(a[3]):
			return value{}, object.ValueErrorf("binary mode doesn't take an encoding argument")
		case arg.Given(a[4]):
			return value{}, object.ValueErrorf("binary mode doesn't take an errors argument")
		case arg.Given(a[5]):
			return value{}, object.ValueErrorf("binary mode doesn't take a newline argument")
		}
	}
	f := newFile(&FileIOType)
	if err := f.open(t, object.Wrap(f), path, m.raw, closefd, a[7]); err != nil {
		return value{}, err
	}
	return finishOpen(t, f, m, mode, buffering, encoding, errors, a)
}

// finishOpen puts the layers that open() was asked for on the raw file.
func finishOpen(t *thread, f *file, m openMode, mode string, buffering int, encoding, errors string, a []value) (v value, err error) {
	top := object.Wrap(f)
	defer func() {
		if err != nil {
			_, _ = object.CallMethod(t, top, "close") // the first error is the one to tell
		}
	}()
	lineBuffering := false
	if buffering < 0 || buffering == 1 {
		if (buffering == 1 || !f.regular && isTTY(f)) && !m.binaryMode {
			lineBuffering = true
		}
		buffering = DefaultBufferSize
	}
	if buffering == 0 {
		if !m.binaryMode {
			return value{}, object.ValueErrorf("can't have unbuffered text I/O")
		}
		return top, nil
	}
	tp := &BufferedReaderType
	switch {
	case m.updating:
		tp = &BufferedRandomType
		if !f.isSeekable() {
			return value{}, unsupported(t, "File or stream is not seekable.")
		}
	case !m.reading:
		tp = &BufferedWriterType
	}
	top = object.Wrap(newBuffered(tp, f, buffering))
	if m.binaryMode {
		return top, nil
	}
	x := object.Alloc[text](&TextIOWrapperType, &TextIOWrapperType)
	if encoding == "" {
		encoding = "UTF-8"
		if arg.Given(a[3]) {
			return value{}, object.Errorf(&object.LookupErrorType, "unknown encoding: ")
		}
	}
	if errors == "" {
		errors = "strict"
	}
	if err := x.setup(t, top, encoding, errors, a[5], lineBuffering, false); err != nil {
		return value{}, err
	}
	top = object.Wrap(x)
	return top, object.SetAttr(t, top, t.Intern("mode"), object.NewStr(mode))
}

// OpenFunc is the row of open.
var OpenFunc = object.Func{Name: "open", Sig: "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
	Doc: "Open file and return a stream.  Raise OSError upon failure.", Fn: Open}
