# textwrap: wrapping, filling and dedenting of text.

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

import re

_whitespace = "\t\n\x0b\x0c\r "

_patterns = None


def _splitters():
    """Return the patterns that split a text into chunks: at hyphens, at spaces only."""
    global _patterns
    if _patterns is None:
        ws = "[" + re.escape(_whitespace) + "]"
        no_ws = "[^" + ws[1:]
        punct = r"[\w!\"'&.,?]"
        letter = r"[^\d\W]"
        words = re.compile(rf"""
            ({ws}+                                              # whitespace
            |(?<={punct})-{{2,}}(?=\w)                          # a dash between words
            |{no_ws}+?(?:                                       # a word,
                -(?:(?<={letter}{{2}}-)|(?<={letter}-{letter}-))  # perhaps hyphenated,
                 (?={letter}-?{letter})
                |(?={ws}|\Z)                                    # up to its end
                |(?<={punct})(?=-{{2,}}\w)                      # or a dash
            ))""", re.VERBOSE)
        simple = re.compile(f"({ws}+)")
        end = re.compile(r"[a-z][.!?][\"']?\Z")
        _patterns = words, simple, end
    return _patterns


class TextWrapper:
    """Wraps and fills text; the constructor's arguments are attributes that
    may be changed at any time."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _whitespace), ord(" "))

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
                 *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        return text

    def _split(self, text):
        """Split text into chunks that stay together: words, parts of
        hyphenated words, dashes and whitespace."""
        words, simple, _ = _splitters()
        pattern = words if self.break_on_hyphens is True else simple
        return [c for c in pattern.split(text) if c]

    def _fix_sentence_endings(self, chunks):
        """Make the space after a sentence two spaces."""
        end = _splitters()[2]
        i = 0
        while i < len(chunks) - 1:
            if chunks[i + 1] == " " and end.search(chunks[i]):
                chunks[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Take from a chunk that is wider than a line as much as fits."""
        space_left = 1 if width < 1 else width - cur_len
        chunk = reversed_chunks[-1]
        if self.break_long_words and space_left > 0:
            end = space_left
            if self.break_on_hyphens and len(chunk) > space_left:
                hyphen = chunk.rfind("-", 0, space_left)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[-1].strip() == "":
                chunks.pop()
            line, used = [], 0
            while chunks and used + len(chunks[-1]) <= width:
                line.append(chunks.pop())
                used += len(line[-1])
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, used, width)
                used = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                used -= len(line.pop())
            if not line:
                continue
            rest = chunks and not (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or not rest and used <= width):
                lines.append(indent + "".join(line))
                continue
            self._truncate(lines, indent, line, used, width)
            break
        return lines

    def _truncate(self, lines, indent, line, used, width):
        """End the last line allowed with the placeholder."""
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            used -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """Return the lines of the wrapped text, without newlines."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """Return the wrapped text as one string."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """Wrap a paragraph of text; return a list of lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Wrap a paragraph of text; return a string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Collapse whitespace and cut the text to width, with a placeholder."""
    w = TextWrapper(width=width, max_lines=1, **kwargs)
    return w.fill(" ".join(text.strip().split()))


def dedent(text):
    """Remove the leading whitespace that all lines have in common."""
    try:
        lines = text.split("\n")
    except (AttributeError, TypeError):
        raise TypeError(f"expected str object, not {type(text).__qualname__!r}") from None
    # Lines of whitespace only do not count and become empty.
    full = [line for line in lines if line and not line.isspace()]
    low, high = min(full, default=""), max(full, default="")
    margin = 0
    for margin, c in enumerate(low):
        if c != high[margin] or c not in " \t":
            break
    return "\n".join([line[margin:] if not line.isspace() else "" for line in lines])


def indent(text, prefix, predicate=None):
    """Put prefix before the lines of text that are not only whitespace, or
    that predicate chooses."""
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
