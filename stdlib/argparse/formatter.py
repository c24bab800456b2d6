# Help texts of argparse.

import os
import sys
from gettext import gettext as _

__name__ = "argparse"   # where the classes belong

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class _Theme:
    """Escape sequences of the parts of a help text."""

    def __init__(self, on):
        codes = {"usage": "1;34", "prog": "1;35", "prog_extra": "35", "heading": "1;34", "summary_long_option": "36",
                 "summary_short_option": "32", "summary_label": "33", "summary_action": "32", "long_option": "1;36",
                 "short_option": "1;32", "label": "1;33", "action": "1;32", "reset": "0"}
        self.codes = [f"\x1b[{code}m" for code in codes.values()]
        for name, code in codes.items():
            setattr(self, name, f"\x1b[{code}m" if on else "")

    def strip(self, text):
        """text without escape sequences."""
        if "\x1b" in text:
            for code in self.codes:
                text = text.replace(code, "")
        return text


def _can_colorize():
    env = os.environ
    if env.get("PYTHON_COLORS") in ("0", "1"):
        return env["PYTHON_COLORS"] == "1"
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR"):
        return True
    if env.get("TERM") == "dumb" or not hasattr(sys.stdout, "fileno"):
        return False
    try:
        return os.isatty(sys.stdout.fileno())
    except OSError:
        return hasattr(sys.stdout, "isatty") and sys.stdout.isatty()


class _Section:
    """A part of a help text with a heading."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter = formatter
        self.parent = parent
        self.heading = heading
        self.items = []

    def format_help(self):
        f = self.formatter
        if self.parent is not None:
            f._indent()
        body = f._join_parts([func(*args) for func, args in self.items])
        if self.parent is not None:
            f._dedent()
        if not body:
            return ""
        heading = ""
        if self.heading is not SUPPRESS and self.heading is not None:
            text = _("%(heading)s:") % dict(heading=self.heading)
            heading = f"{' ' * f._current_indent}{f._theme.heading}{text}{f._theme.reset}\n"
        return f._join_parts(["\n", heading, body, "\n"])


class HelpFormatter:
    """Makes help texts; of its names only that of the class is public."""

    _Section = _Section

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None, color=True):
        if width is None:
            import shutil
            width = shutil.get_terminal_size().columns - 2
        self._set_color(color)
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = self._current_section = self._Section(self, None)

    def _set_color(self, color):
        self._theme = _Theme(bool(color) and _can_colorize())
        self._decolor = self._theme.strip

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        assert self._current_indent >= 0, "Indent decreased below 0."
        self._level -= 1

    # What the parser calls to lay out a text

    def _add_item(self, func, args):
        self._current_section.items.append((func, args))

    def start_section(self, heading):
        self._indent()
        section = self._Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return

        def length(action):
            return len(self._decolor(self._format_action_invocation(action))) + self._current_indent

        longest = max([length(action), *map(length, self._iter_indented_subactions(action))])
        self._action_max_length = max(self._action_max_length, longest)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text and text.strip("\n") + "\n"

    def _join_parts(self, part_strings):
        return "".join(part for part in part_strings if part and part is not SUPPRESS)

    # The usage line

    def _format_usage(self, usage, actions, groups, prefix):
        t = self._theme
        if prefix is None:
            prefix = _("usage: ")
        if usage is not None:
            usage = t.prog_extra + usage % {"prog": f"{t.prog}{self._prog}{t.reset}{t.prog_extra}"} + t.reset
        elif not actions:
            usage = f"{t.prog}{self._prog}{t.reset}"
        else:
            prog = self._prog
            parts, pos_start = self._get_actions_usage_parts(actions, groups)
            usage = " ".join(filter(None, [prog, *parts]))
            if len(prefix) + len(self._decolor(usage)) > self._width - self._current_indent:
                usage = "\n".join(self._wrapped_usage(prog, parts[:pos_start], parts[pos_start:], prefix))
            usage = f"{t.prog}{prog}{t.reset}{usage.removeprefix(prog)}"
        return f"{t.usage}{prefix}{t.reset}{usage}\n\n"

    def _usage_lines(self, parts, indent, prefix=None):
        """Spread parts over lines; the first one follows prefix, if it is given."""
        text_width = self._width - self._current_indent
        lines, line = [], []
        used = (len(indent) if prefix is None else len(prefix)) - 1
        for part in parts:
            size = len(self._decolor(part))
            if used + 1 + size > text_width and line:
                lines.append(indent + " ".join(line))
                line = []
                used = len(indent) - 1
            line.append(part)
            used += size + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _wrapped_usage(self, prog, optionals, positionals, prefix):
        text_width = self._width - self._current_indent
        size = len(prefix) + len(self._decolor(prog))
        if size > 0.75 * text_width:
            # The program's name takes a line of its own.
            indent = " " * len(prefix)
            lines = self._usage_lines(optionals + positionals, indent)
            if len(lines) > 1:
                lines = self._usage_lines(optionals, indent) + self._usage_lines(positionals, indent)
            return [prog] + lines
        indent = " " * (size + 1)
        if optionals:
            return self._usage_lines([prog] + optionals, indent, prefix) + self._usage_lines(positionals, indent)
        if positionals:
            return self._usage_lines([prog] + positionals, indent, prefix)
        return [prog]

    def _is_long_option(self, string):
        return len(string) > 2

    def _grouped(self, actions, groups):
        """Optional and positional actions as pairs of a group's required and its actions."""
        left = dict.fromkeys(a for a in actions if a.help is not SUPPRESS)
        order = list(left)
        for group in groups:
            for action in group._group_actions:
                if action in left:
                    left[action] = group
        positionals, optionals = [], []
        for action in order:
            if not action.option_strings:
                group = left.pop(action)
                others = self._take_group(group, left)
                positionals.append((group.required if group else None, others + [action]))
        for action in order:
            if action.option_strings and action in left:
                group = left.pop(action)
                others = self._take_group(group, left)
                optionals.append((group.required if group else None, [action] + others))
        return optionals, positionals

    def _take_group(self, group, left):
        if not group:
            return []
        return [a for a in group._group_actions if a.option_strings and left.pop(a, None)]

    def _get_actions_usage_parts(self, actions, groups):
        optionals, positionals = self._grouped(actions, groups)
        parts = []
        pos_start = None
        for i, (required, group) in enumerate(optionals + positionals):
            start = len(parts)
            if i == len(optionals):
                pos_start = start
            in_group = len(group) > 1
            parts += [self._usage_part(action, required, in_group) for action in group]
            if in_group:
                parts[start] = ("(" if required else "[") + parts[start]
                for k in range(start, len(parts) - 1):
                    parts[k] += " |"
                parts[-1] += ")" if required else "]"
        return parts, len(parts) if pos_start is None else pos_start

    def _usage_part(self, action, required, in_group):
        t = self._theme
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            if in_group and part[0] == "[" and part[-1] == "]":
                part = part[1:-1]
            return t.summary_action + part + t.reset
        option = action.option_strings[0]
        color = t.summary_long_option if self._is_long_option(option) else t.summary_short_option
        if action.nargs == 0:
            part = f"{color}{action.format_usage()}{t.reset}"
        else:
            args = self._format_args(action, self._get_default_metavar_for_optional(action))
            part = f"{color}{option} {t.summary_label}{args}{t.reset}"
        return part if action.required or required or in_group else f"[{part}]"

    # Texts and arguments

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        help_position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - self._current_indent - 2
        header = self._format_action_invocation(action)
        size = len(self._decolor(header))
        indent = " " * self._current_indent
        indent_first = help_position
        if action.help and size <= action_width:
            header = f"{indent}{header}{' ' * (action_width - size)}  "
            indent_first = 0
        else:
            header = f"{indent}{header}\n"
        parts = [header]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                first, *rest = self._split_lines(text, help_width)
                parts.append(f"{' ' * indent_first}{first}\n")
                parts += [f"{' ' * help_position}{line}\n" for line in rest]
        elif not header.endswith("\n"):
            parts.append("\n")
        for subaction in self._iter_indented_subactions(action):
            parts.append(self._format_action(subaction))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        t = self._theme
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return t.action + " ".join(self._metavar_formatter(action, default)(1)) + t.reset
        options = ", ".join(f"{t.long_option if self._is_long_option(s) else t.short_option}{s}{t.reset}"
                            for s in action.option_strings)
        if action.nargs == 0:
            return options
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{options} {t.label}{args}{t.reset}"

    def _metavar_formatter(self, action, default_metavar):
        result = default_metavar
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{%s}" % ",".join(map(str, action.choices))
        return lambda size: result if isinstance(result, tuple) else (result,) * size

    def _format_args(self, action, default_metavar):
        metavar = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return "%s" % metavar(1)
        if nargs == OPTIONAL:
            return "[%s]" % metavar(1)
        if nargs == ZERO_OR_MORE:
            names = metavar(1)
            return ("[%s [%s ...]]" if len(names) == 2 else "[%s ...]") % names
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % metavar(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % metavar(1)
        if nargs == SUPPRESS:
            return ""
        try:
            formats = ["%s" for _ in range(nargs)]
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return " ".join(formats) % metavar(nargs)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if "%" not in text:
            return text
        params = {k: getattr(v, "__name__", v) for k, v in dict(vars(action), prog=self._prog).items()
                  if v is not SUPPRESS}
        if params.get("choices") is not None:
            params["choices"] = ", ".join(map(str, params["choices"]))
        return text % params

    def _iter_indented_subactions(self, action):
        subactions = getattr(action, "_get_subactions", None)
        if subactions is not None:
            self._indent()
            yield from subactions()
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(_one_line(text), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(_one_line(text), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _one_line(text):
    """text with every run of white space as one space; no-break spaces stay."""
    for c in "\t\n\v\f\r":
        text = text.replace(c, " ")
    return " ".join(filter(None, text.split(" ")))


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Shows default values."""

    def _get_help_string(self, action):
        text = action.help or ""
        if ("%(default)" not in text and action.default is not SUPPRESS and not action.required
                and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE))):
            text += _(" (default: %(default)s)")
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the types of arguments instead of their names."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
