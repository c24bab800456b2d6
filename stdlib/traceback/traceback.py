# traceback: stack frames and exceptions as objects and as text.

import collections.abc
import io
import linecache
import sys
from itertools import islice

import _traceback

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]


class _Missing:
    def __repr__(self):
        return "<implicit>"


_missing = _Missing()
_FOLD = 3
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


def _to(file):
    return sys.stderr if file is None else file


def print_list(extracted_list, file=None):
    for text in format_list(extracted_list):
        print(text, file=_to(file), end="")


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    return StackSummary._extract(_tb_positions(tb), limit=limit)


def _split(exc, value, tb):
    """The (exception, traceback) that the calls with one or three arguments mean."""
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is tb is _missing:
        if exc is None:
            return None, None
        if isinstance(exc, BaseException):
            return exc, exc.__traceback__
        raise TypeError("Exception expected for value, %s found" % type(exc).__name__)
    return value, tb


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True, **kwargs):
    value, tb = _split(exc, value, tb)
    te = TracebackException(type(value), value, tb, limit=limit, compact=True)
    te.print(file=file, chain=chain, colorize=kwargs.get("colorize", False))


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **kwargs):
    value, tb = _split(exc, value, tb)
    te = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(te.format(chain=chain, colorize=kwargs.get("colorize", False)))


def format_exception_only(exc, /, value=_missing, *, show_group=False, **kwargs):
    if value is _missing:
        value = exc
    te = TracebackException(type(value), value, None, compact=True)
    return list(te.format_exception_only(show_group=show_group, colorize=kwargs.get("colorize", False)))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    else:
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit=limit, file=file, chain=chain)


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Clear the local variables of the frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # still running
        tb = tb.tb_next


def walk_stack(f):
    """Yield (frame, line number) from f, or the caller, outwards."""
    if f is None:
        f = sys._getframe().f_back

    def walk(frame):
        while frame is not None:
            yield frame, frame.f_lineno
            frame = frame.f_back
    return walk(f)


def walk_tb(tb):
    """Yield (frame, line number) of a traceback's entries."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _tb_positions(tb):
    while tb is not None:
        code = tb.tb_frame.f_code
        line = end_line = col = end_col = None
        if tb.tb_lasti >= 0:
            line, end_line, col, end_col = next(islice(code.co_positions(), tb.tb_lasti // 2, None), (None,) * 4)
        if line != tb.tb_lineno:
            end_line = col = end_col = None
        yield tb.tb_frame, (tb.tb_lineno, end_line, col, end_col)
        tb = tb.tb_next


class FrameSummary:
    """One frame of a stack, without the frame."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines", "_dedented", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        self._dedented = None
        if lookup_line:
            self.line
        self.locals = None if not locals else {k: _safe_string(v, "local", func=repr) for k, v in locals.items()}

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and self.name == other.name
                    and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)

    def __len__(self):
        return 4

    def _read(self):
        """The source lines of the instruction, joined."""
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            self._lines = "".join(_source_line(self.filename, n).rstrip() + "\n"
                                  for n in range(self.lineno, self.end_lineno + 1))
        return self._lines

    @property
    def line(self):
        """The first source line, stripped."""
        text = self._read()
        return None if text is None else text.partition("\n")[0].strip()

    @property
    def _original_lines(self):
        return self._read()


def _source_line(filename, lineno):
    return linecache.getline(filename, lineno)


class StackSummary(list):
    """A list of FrameSummary objects."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Make the summary of (frame, line number) pairs."""
        def positions():
            for frame, lineno in frame_gen:
                yield frame, (lineno, None, None, None)
        return klass._extract(positions(), limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def _extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            if limit >= 0:
                frame_gen = islice(frame_gen, limit)
            else:
                frame_gen = collections.deque(frame_gen, maxlen=-limit)
        result = klass()
        names = set()
        for frame, (lineno, end_lineno, colno, end_colno) in frame_gen:
            code = frame.f_code
            names.add(code.co_filename)
            linecache.lazycache(code.co_filename, frame.f_globals)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False,
                                       locals=frame.f_locals if capture_locals else None,
                                       end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        for name in names:
            linecache.checkcache(name)
        if lookup_lines:
            for frame in result:
                frame.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Make a summary of FrameSummary objects or (filename, lineno, name, line) tuples."""
        result = klass()
        for frame in a_list:
            if isinstance(frame, FrameSummary):
                result.append(frame)
            else:
                filename, lineno, name, line = frame
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one frame; None leaves it out."""
        fs = frame_summary
        filename = fs.filename
        if isinstance(filename, str) and filename.startswith("<stdin-") and filename.endswith(">"):
            filename = "<stdin>"
        t = _theme(kwargs)
        text = '  File %s"%s"%s, line %s%s%s, in %s%s%s\n' % (
            t.filename, filename, t.reset, t.line_no, fs.lineno, t.reset, t.frame, fs.name, t.reset)
        source = fs._read()
        if source and source.strip():
            lines = source.split("\n")
            if lines[-1] == "":
                lines.pop()
            if fs.colno is None or fs.end_colno is None or len(lines) != fs.end_lineno - fs.lineno + 1:
                text += "    " + fs.line + "\n"
            else:
                text += _traceback.mark(lines, fs.colno, fs.end_colno, (t.error_highlight, t.error_range, t.reset))
        if fs.locals:
            for name, value in sorted(fs.locals.items()):
                text += "    %s = %s\n" % (name, value)
        return text

    def format(self, **kwargs):
        """The texts of the frames, runs of one line folded."""
        result = []
        last, count = None, 0

        def fold():
            if count > _FOLD:
                n = count - _FOLD
                result.append("  [Previous line repeated %d more time%s]\n" % (n, "s" if n > 1 else ""))

        for frame in self:
            text = self.format_frame_summary(frame, colorize=kwargs.get("colorize", False))
            if text is None:
                continue
            here = frame.filename, frame.lineno, frame.name
            if None in here or here != last:
                fold()
                last, count = here, 0
            count += 1
            if count <= _FOLD:
                result.append(text)
        fold()
        return result


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return "<%s %s() failed>" % (what, func.__name__)


class TracebackException:
    """An exception with its traceback, causes and notes, kept as text."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        top = _seen is None
        if top:
            _seen = set()
        _seen.add(id(exc_value))
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth)
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract(_tb_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines,
                                           capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._has_tb = exc_traceback is not None
        self._str = _safe_string(exc_value, "exception")
        if isinstance(exc_value, (AttributeError, ImportError, NameError)):
            self._str = str(self._str) + _traceback.suggestion(exc_value)
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as e:
            self.__notes__ = ["Ignored error getting __notes__: " + _safe_string(e, "__notes__", repr)]
        self._is_syntax_error = False
        self._have_exc_type = exc_type is not None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
        else:
            self.exc_type_qualname = self.exc_type_module = None
        if exc_type and issubclass(exc_type, SyntaxError):
            self._syntax_error(exc_value)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False

        self.__cause__ = self.__context__ = self.exceptions = None
        if top:
            # Chains may be long: what hangs on an exception is made in a loop.
            def linked(e, always=False):
                if e is None or (id(e) in _seen and not always):
                    return None
                new = TracebackException(type(e), e, e.__traceback__, save_exc_type=save_exc_type, _seen=_seen,
                                         **options)
                todo.append((new, e))
                return new

            todo = [(self, exc_value)]
            while todo:
                te, e = todo.pop()
                if e is None:
                    continue
                te.__cause__ = linked(e.__cause__)
                if not compact or te is not self or (te.__cause__ is None and not te.__suppress_context__):
                    te.__context__ = linked(e.__context__)
                if isinstance(e, BaseExceptionGroup):
                    te.exceptions = [linked(inner, True) for inner in e.exceptions]

    def _syntax_error(self, exc):
        self._is_syntax_error = True
        self.filename = exc.filename
        self.lineno = None if exc.lineno is None else str(exc.lineno)
        self.end_lineno = None if exc.end_lineno is None else str(exc.end_lineno)
        self.text = exc.text
        self.offset = exc.offset
        self.end_offset = exc.end_offset
        self.msg = exc.msg
        self._exc_metadata = getattr(exc, "_metadata", None)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._have_exc_type:
            return None
        name, module = self.exc_type_qualname, self.exc_type_module
        if module in ("__main__", "builtins"):
            return name
        if not isinstance(module, str):
            module = "<unknown>"
        return module + "." + name

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Yield the lines about the exception itself: type, message, notes."""
        pad = 3 * _depth * " "
        theme = _theme(kwargs)
        if not self._have_exc_type:
            yield pad + _only(None, self._str, theme)
            return
        name = self.exc_type_str
        if not self._is_syntax_error:
            if _depth > 0:
                yield from (pad + line + "\n" for line in _only(name, self._str, theme)[:-1].split("\n"))
            else:
                yield _only(name, self._str, theme)
        else:
            for line in self._syntax_text(name, theme):
                yield pad + line
        notes = self.__notes__
        if isinstance(notes, collections.abc.Sequence) and not isinstance(notes, (str, bytes)):
            for note in notes:
                note = _safe_string(note, "note")
                yield from (pad + line + "\n" for line in note.split("\n"))
        elif notes is not None:
            yield pad + _safe_string(notes, "__notes__", func=repr) + "\n"
        if self.exceptions and show_group:
            for inner in self.exceptions:
                yield from inner.format_exception_only(show_group=show_group, _depth=_depth + 1,
                                                       colorize=kwargs.get("colorize", False))

    def _syntax_text(self, name, theme):
        suffix = ""
        if self.lineno is not None:
            yield '  File %s"%s"%s, line %s%s%s\n' % (theme.filename, self.filename or "<string>", theme.reset,
                                                      theme.line_no, self.lineno, theme.reset)
        elif self.filename is not None:
            suffix = " (%s)" % self.filename
        if isinstance(self.text, str):
            try:
                self._find_keyword_typos()
            except Exception:
                pass  # it is only a hint
            if self.offset is None or isinstance(self.offset, int):
                yield from self._syntax_source(theme)
        msg = self.msg
        try:
            msg = msg or "<no detail available>"
        except TypeError:
            pass  # it has no truth value
        yield "%s%s%s: %s%s%s%s\n" % (theme.type, name, theme.reset, theme.message, msg, theme.reset, suffix)

    def _syntax_source(self, theme):
        text = self.text.rstrip("\n")
        shown = text.lstrip(" \n\f")
        if self.offset is None:
            yield "    %s\n" % shown
            return
        offset, end = self.offset, self.end_offset
        if end in (None, 0) or not isinstance(end, int):
            end = offset
        if self.end_lineno != self.lineno:
            end = len(text) + 1
        if self.text and offset > len(self.text):
            offset = len(text) + 1
        if self.text and end > len(self.text):
            end = len(text) + 1
        if offset >= end or end < 0:
            end = offset + 1
        cut = len(text) - len(shown)
        col, stop = offset - 1 - cut, end - 1 - cut
        if col < 0:
            yield "    %s\n" % shown
            return
        mark, reset = theme.error_highlight, theme.reset
        yield "    %s%s%s%s%s\n" % (shown[:col], mark, shown[col:stop], reset, shown[stop:])
        pad = "".join(c if c.isspace() else " " for c in shown[:col])
        yield "    %s%s%s%s\n" % (pad, mark, "^" * (stop - col), reset)

    def _find_keyword_typos(self):
        """See whether "invalid syntax" is the fault of a misspelt keyword; if so, say that instead."""
        if self._exc_metadata and (self.msg == "invalid syntax" or "Perhaps you forgot a comma" in self.msg):
            found = _keyword_typo(self._exc_metadata, self.filename, self.lineno, self.text)
            if found:
                self.text, self.offset, self.end_offset, self.lineno, self.end_lineno, self.msg = found

    def format(self, *, chain=True, **kwargs):
        """Yield the text of the exception, the ones it came from first."""
        yield from _Printer(kwargs.get("colorize", False)).exception(self, chain, 0)

    def print(self, *, file=None, chain=True, **kwargs):
        for line in self.format(chain=chain, colorize=kwargs.get("colorize", False)):
            print(line, file=_to(file), end="")


def _only(name, text, theme):
    head = "%s%s%s" % (theme.type, name, theme.reset)
    if name is None and not theme.reset:
        return text + "\n"
    return "%s: %s%s%s\n" % (head, theme.message, text, theme.reset) if text else head + "\n"


class _Plain:
    """The theme without colors."""

    type = message = filename = line_no = frame = error_highlight = error_range = reset = ""


def _theme(options):
    if not options.get("colorize", False):
        return _Plain
    import _colorize
    return _colorize.get_theme(force_color=True).traceback


def _keyword_typo(metadata, filename, lineno, text):
    """Find the name near an error of syntax that as a keyword would make sense.

    The result holds the new text, offset, end_offset, lineno, end_lineno and
    msg of the error, or is None.
    """
    import codeop
    import difflib
    import keyword
    import textwrap
    import tokenize

    first, _, source = metadata
    last = int(lineno) if lineno is not None else 0
    only = None  # the line of the snippet that names must be on
    if source is None and filename:
        try:
            with open(filename) as f:
                source = f.read()
            only = last - first + (first > 0)
        except Exception:
            first, last = 0, 1
    lines = (text if source is None else source).splitlines()
    snippet = textwrap.dedent("\n".join(lines[max(first - 1, 0):last]))
    if len(snippet) > 1024:
        return None
    tries = 0
    for token in tokenize.generate_tokens(io.StringIO(snippet).readline):
        row, start = token.start
        word = token.string
        if token.type != tokenize.NAME or word in keyword.kwlist or only not in (None, row):
            continue
        tries += 1
        if tries > 10:
            return None
        likely = difflib.get_close_matches(word, keyword.kwlist, n=3, cutoff=0.5)
        best = _traceback.closest(word, keyword.kwlist)
        if best:
            likely.insert(0, best)
        for keyw in likely[:3]:
            changed = snippet.splitlines()
            line = changed[row - 1]
            changed[row - 1] = line[:start] + keyw + line[token.end[1]:]
            try:
                codeop.compile_command("\n".join(changed), symbol="exec", flags=codeop.PyCF_ONLY_AST)
            except SyntaxError:
                continue
            return token.line, start + 1, token.end[1] + 1, row, token.end[0], f"invalid syntax. Did you mean '{keyw}'?"
    return None


def _misspelt(exc):
    """What _keyword_typo says about a SyntaxError."""
    return _keyword_typo(exc._metadata, exc.filename, exc.lineno, exc.text)


class _Printer:
    """Writes exceptions; prefix is the margin of the groups around them."""

    def __init__(self, colorize):
        self.colorize = colorize
        self.prefix = ""
        self.open = False  # the group written last still wants its last rule

    def emit(self, *parts):
        for part in parts:
            for text in [part] if isinstance(part, str) else part:
                yield "".join(self.prefix + line for line in text.splitlines(True)) if self.prefix else text

    def exception(self, exc, chain, depth):
        links = []
        text = ""
        while exc is not None:
            links.append((exc, text))
            if not chain:
                break
            if exc.__cause__ is not None:
                exc, text = exc.__cause__, _CAUSE
            elif exc.__context__ is not None and not exc.__suppress_context__:
                exc, text = exc.__context__, _CONTEXT
            else:
                exc = None
        for exc, text in reversed(links):
            if exc.exceptions is None:
                if exc._has_tb:
                    yield from self.emit("Traceback (most recent call last):\n", exc.stack.format(colorize=self.colorize))
                yield from self.emit(exc.format_exception_only(colorize=self.colorize))
            else:
                yield from self.group(exc, chain, depth)
            if text:
                yield from self.emit(text)

    def group(self, exc, chain, depth):
        if depth >= exc.max_group_depth:
            yield from self.emit("... (max_group_depth is %d)\n" % exc.max_group_depth)
            return
        outer = self.prefix
        if depth == 0:
            self.prefix += "  "
        if exc._has_tb:
            if depth == 0:
                yield self.prefix[:-2] + "  + Exception Group Traceback (most recent call last):\n"
                self.prefix += "| "
            else:
                yield from self.emit("Exception Group Traceback (most recent call last):\n")
            yield from self.emit(exc.stack.format(colorize=self.colorize))
        elif depth == 0:
            self.prefix += "| "
        yield from self.emit(exc.format_exception_only(colorize=self.colorize))
        base = self.prefix.removesuffix("| ")
        saved = self.prefix
        width = exc.max_group_width
        n = len(exc.exceptions)
        closing = False
        for i, inner in enumerate(exc.exceptions[:width]):
            yield "%s%s+---------------- %d ----------------\n" % (base, "+-" if i == 0 else "  ", i + 1)
            self.prefix = base + "  | "
            self.open = False
            yield from self.exception(inner, chain, depth + 1)
            closing = inner.exceptions is None or depth + 1 >= exc.max_group_depth
            self.prefix = saved
        if n > width:
            more = n - width
            yield "%s  +---------------- ... ----------------\n" % base
            yield "%s  | and %d more exception%s\n" % (base, more, "s" if more > 1 else "")
            closing = True
        if closing:
            yield base + "  +------------------------------------\n"
        self.prefix = outer


def _print_exception_bltin(exc, /):
    import _colorize
    file = sys.stderr if sys.stderr is not None else sys.__stderr__
    print_exception(exc, limit=1000, file=file, colorize=_colorize.can_colorize(file=file))
