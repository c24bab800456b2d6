# shlex: words of shell-like languages.

__all__ = ["shlex", "split", "quote", "join"]

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_LATIN = "".join(chr(c) for c in range(0xC0, 0x100) if c not in (0xD7, 0xF7))


class shlex:
    """A lexer for simple languages with the shell's quoting.

    The state is " " between words, "a" in a word, "c" in a run of punctuation,
    the quote or escape character behind one, and None at the end.
    """

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        from collections import deque

        if instream is None:
            import sys

            self.instream, self.infile = sys.stdin, None
        else:
            self.instream, self.infile = _stream(instream), infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = _LETTERS + _LATIN if posix else _LETTERS
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        self._ahead = []
        if punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars or ""
        if punctuation_chars:
            words = self.wordchars + "~-./*?="
            self.wordchars = "".join(c for c in words if c not in punctuation_chars)

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def _log(self, level, text):
        if self.debug >= level:
            print("shlex: " + text)

    def push_token(self, tok):
        """Put a token back, to be the next one."""
        self._log(1, f"pushing token {tok!r}")
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Read from another stream up to its end, then go on with this one."""
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile = newfile
        self.instream = _stream(newstream)
        self.lineno = 1
        self._log(1, f"pushing to file {self.infile}" if newfile is not None else f"pushing to stream {self.instream}")

    def pop_source(self):
        """Go back to the stream before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self._log(1, f"popping to {self.instream}, line {self.lineno}")
        self.state = " "

    def get_token(self):
        """Return the next token, self.eof at the end."""
        if self.pushback:
            tok = self.pushback.popleft()
            self._log(1, f"popping token {tok!r}")
            return tok
        raw = self.read_token()
        if self.source is not None:
            while raw == self.source:
                if spec := self.sourcehook(self.read_token()):
                    newfile, newstream = spec
                    self.push_source(newstream, newfile)
                raw = self.get_token()
        while raw == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            raw = self.get_token()
        self._log(1, f"token={raw!r}" if raw != self.eof else "token=EOF")
        return raw

    def read_token(self):
        """Read a token from the stream, without regard to what was put back."""
        self._quoted = False
        self._return_to = " "
        while True:
            c = self._ahead.pop() if self._ahead else self.instream.read(1)
            if c == "\n":
                self.lineno += 1
            self._log(3, f"in state {self.state!r} I see character: {c!r}")
            if self._step(c):
                break
        result = self.token
        self.token = ""
        if self.posix and not self._quoted and result == "":
            result = None
        self._log(2, f"raw token={result!r}" if result else "raw token=EOF")
        return result

    def _step(self, c):
        """Take a character, "" for the end; return True when a token is complete."""
        state = self.state
        if state is None:
            self.token = ""
            return True
        if state == " ":
            return self._between(c)
        if state in self.quotes:
            return self._in_quotes(c)
        if state in self.escape:
            return self._escaped(c)
        return self._in_word(c)

    def _complete(self):
        return bool(self.token or self.posix and self._quoted)

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _between(self, c):
        if not c:
            self.state = None
            return True
        if c in self.whitespace:
            self._log(2, "I see whitespace in whitespace state")
            return self._complete()
        if c in self.commenters:
            self._skip_comment()
        elif self.posix and c in self.escape:
            self._return_to = "a"
            self.state = c
        elif c in self.wordchars:
            self.token, self.state = c, "a"
        elif c in self.punctuation_chars:
            self.token, self.state = c, "c"
        elif c in self.quotes:
            if not self.posix:
                self.token = c
            self.state = c
        else:
            self.token = c
            if not self.whitespace_split:
                return True
            self.state = "a"
        return False

    def _in_quotes(self, c):
        self._quoted = True
        if not c:
            self._log(2, "I see EOF in quotes state")
            raise ValueError("No closing quotation")
        if c == self.state:
            if not self.posix:
                self.token += c
                self.state = " "
                return True
            self.state = "a"
        elif self.posix and c in self.escape and self.state in self.escapedquotes:
            self._return_to = self.state
            self.state = c
        else:
            self.token += c
        return False

    def _escaped(self, c):
        if not c:
            self._log(2, "I see EOF in escape state")
            raise ValueError("No escaped character")
        # Within quotes the escape character stands for itself before others.
        if self._return_to in self.quotes and c not in (self.state, self._return_to):
            self.token += self.state
        self.token += c
        self.state = self._return_to
        return False

    def _in_word(self, c):
        if not c:
            self.state = None
            return True
        if c in self.whitespace:
            self._log(2, "I see whitespace in word state")
            self.state = " "
            return self._complete()
        if c in self.commenters:
            self._skip_comment()
            if not self.posix:
                return False
            self.state = " "
            return self._complete()
        if self.state == "c":
            if c in self.punctuation_chars:
                self.token += c
                return False
            self._ahead.append(c)
            self.state = " "
            return True
        if self.posix and c in self.quotes:
            self.state = c
        elif self.posix and c in self.escape:
            self._return_to = "a"
            self.state = c
        elif c in self.wordchars or c in self.quotes or self.whitespace_split and c not in self.punctuation_chars:
            self.token += c
        else:
            if self.punctuation_chars:
                self._ahead.append(c)
            else:
                self.pushback.appendleft(c)
            self._log(2, "I see punctuation in word state")
            self.state = " "
            return self._complete()
        return False

    def sourcehook(self, newfile):
        """Open the file that a source command names, relative to this one."""
        import os.path

        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        """Return the begin of a message about a place in a file."""
        if infile is None:
            infile = self.infile
        if lineno is None:
            lineno = self.lineno
        return f'"{infile}", line {lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def _stream(source):
    if isinstance(source, str):
        from io import StringIO

        return StringIO(source)
    return source


def split(s, comments=False, posix=True):
    """Split a command line into words as a shell does."""
    if s is None:
        raise ValueError("s argument must not be None")
    lex = shlex(s, posix=posix)
    lex.whitespace_split = True
    if not comments:
        lex.commenters = ""
    return list(lex)


def join(split_command):
    """Join words to a command line, the inverse of split()."""
    return " ".join(map(quote, split_command))


_safe = b"%+,-./0123456789:=@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"


def quote(s):
    """Return s so that a shell takes it as one word."""
    if not s:
        return "''"
    if not isinstance(s, str):
        raise TypeError(f"expected string object, got {type(s).__name__!r}")
    if s.isascii() and not s.encode().translate(None, delete=_safe):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
