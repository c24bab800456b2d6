"""Colors of what the library prints to terminals."""

import os
import sys

COLORIZE = True


class ANSIColors:
    """Escape sequences by their names."""

    RESET = "\x1b[0m"


def _define_colors():
    names = ("BLACK", "RED", "GREEN", "YELLOW", "BLUE", "MAGENTA", "CYAN", "WHITE")
    for code, name in enumerate(names):
        for form, prefix in (("", ""), ("1;", "BOLD_")):
            setattr(ANSIColors, prefix + name, f"\x1b[{form}{30 + code}m")
        setattr(ANSIColors, "BACKGROUND_" + name, f"\x1b[{40 + code}m")
        setattr(ANSIColors, "INTENSE_" + name, f"\x1b[{90 + code}m")
        setattr(ANSIColors, "INTENSE_BACKGROUND_" + name, f"\x1b[{100 + code}m")
    ANSIColors.BOLD = "\x1b[1m"
    ANSIColors.GREY = "\x1b[90m"


_define_colors()

NoColors = ANSIColors()
ColorCodes = set()


def _define_no_colors():
    for name, code in list(vars(ANSIColors).items()):
        if not name.startswith("__"):
            ColorCodes.add(code)
            setattr(NoColors, name, "")


_define_no_colors()


class ThemeSection:
    """The colors of one kind of text, as attributes and as items."""

    _colors = {}

    def __init__(self, **colors):
        unknown = colors.keys() - self._colors.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__}.__init__() got an unexpected "
                            f"keyword argument {min(unknown)!r}")
        self.__dict__.update(self._colors)
        self.__dict__.update(colors)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot assign to field {name!r}")

    def copy_with(self, **colors):
        return type(self)(**(self.__dict__ | colors))

    @classmethod
    def no_colors(cls):
        return cls(**dict.fromkeys(cls._colors, ""))

    def __getitem__(self, key):
        return self.__dict__[key]

    def __len__(self):
        return len(self.__dict__)

    def __iter__(self):
        return iter(self.__dict__)

    def __contains__(self, key):
        return key in self.__dict__

    def keys(self):
        return self.__dict__.keys()

    def values(self):
        return self.__dict__.values()

    def items(self):
        return self.__dict__.items()

    def get(self, key, default=None):
        return self.__dict__.get(key, default)

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(tuple(self.__dict__.values()))

    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items())
        return f"{type(self).__name__}({fields})"


def _colors(**names):
    colors = {key: getattr(ANSIColors, name) for key, name in names.items()}
    return colors | {"reset": ANSIColors.RESET}


class Argparse(ThemeSection):
    _colors = _colors(
        usage="BOLD_BLUE", prog="BOLD_MAGENTA", prog_extra="MAGENTA",
        heading="BOLD_BLUE", summary_long_option="CYAN",
        summary_short_option="GREEN", summary_label="YELLOW",
        summary_action="GREEN", long_option="BOLD_CYAN",
        short_option="BOLD_GREEN", label="BOLD_YELLOW", action="BOLD_GREEN")


class Syntax(ThemeSection):
    _colors = _colors(
        prompt="BOLD_MAGENTA", keyword="BOLD_BLUE", keyword_constant="BOLD_BLUE",
        builtin="CYAN", comment="RED", string="GREEN", number="YELLOW",
        op="RESET", definition="BOLD", soft_keyword="BOLD_BLUE")


class Traceback(ThemeSection):
    _colors = _colors(
        type="BOLD_MAGENTA", message="MAGENTA", filename="MAGENTA",
        line_no="MAGENTA", frame="MAGENTA", error_highlight="BOLD_RED",
        error_range="RED")


class Unittest(ThemeSection):
    _colors = _colors(passed="GREEN", warn="YELLOW", fail="RED", fail_info="BOLD_RED")


class Theme:
    """All sections."""

    _sections = {"argparse": Argparse, "syntax": Syntax, "traceback": Traceback,
                 "unittest": Unittest}

    def __init__(self, **sections):
        for name, cls in self._sections.items():
            self.__dict__[name] = sections.get(name) or cls()

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot assign to field {name!r}")

    def copy_with(self, **sections):
        given = {k: v for k, v in sections.items() if v is not None}
        return type(self)(**(self.__dict__ | given))

    @classmethod
    def no_colors(cls):
        return cls(**{name: s.no_colors() for name, s in cls._sections.items()})

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    __hash__ = None


def get_colors(colorize=False, *, file=None):
    """ANSIColors, or names without colors."""
    return ANSIColors() if colorize or can_colorize(file=file) else NoColors


def decolor(text):
    """text without the colors of this module."""
    for code in ColorCodes:
        text = text.replace(code, "")
    return text


def can_colorize(*, file=None):
    """Whether text for file, sys.stdout unless given, may have colors."""
    env = os.environ.get
    if not sys.flags.ignore_environment:
        if env("PYTHON_COLORS") in ("0", "1"):
            return env("PYTHON_COLORS") == "1"
    if env("NO_COLOR"):
        return False
    if not COLORIZE:
        return False
    if env("FORCE_COLOR"):
        return True
    if env("TERM") == "dumb":
        return False
    if file is None:
        file = sys.stdout
    if not hasattr(file, "fileno"):
        return False
    try:
        return os.isatty(file.fileno())
    except OSError:
        return hasattr(file, "isatty") and file.isatty()


default_theme = Theme()
theme_no_color = Theme.no_colors()
_theme = default_theme


def get_theme(*, tty_file=None, force_color=False, force_no_color=False):
    """The theme for a file: without colors unless it can show them."""
    if force_color or (not force_no_color and can_colorize(file=tty_file)):
        return _theme
    return theme_no_color


def _traceback_theme(file):
    return get_theme(tty_file=file).traceback


def set_theme(t):
    """Let get_theme return another theme."""
    global _theme
    if not isinstance(t, Theme):
        raise ValueError(f"Expected Theme object, found {t}")
    _theme = t
