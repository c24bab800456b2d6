# argparse: options and arguments of command lines.

import os
import sys
from gettext import gettext as _, ngettext

from _argparse_actions import (Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction, FileType, Namespace,
                               _AppendAction, _AppendConstAction, _AttributeHolder, _CountAction, _ExtendAction,
                               _HelpAction, _StoreAction, _StoreConstAction, _StoreFalseAction, _StoreTrueAction,
                               _SubParsersAction, _UNRECOGNIZED_ARGS_ATTR, _VersionAction, _get_action_name)
from _argparse_formatter import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, ONE_OR_MORE,
                                 OPTIONAL, PARSER, REMAINDER, RawDescriptionHelpFormatter, RawTextHelpFormatter,
                                 SUPPRESS, ZERO_OR_MORE)

__version__ = "1.1"
__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType",
           "HelpFormatter", "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]

_ACTIONS = {None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction,
            "store_true": _StoreTrueAction, "store_false": _StoreFalseAction, "append": _AppendAction,
            "append_const": _AppendConstAction, "count": _CountAction, "help": _HelpAction,
            "version": _VersionAction, "parsers": _SubParsersAction, "extend": _ExtendAction}


def _identity(value):
    return value


def _is_negative_number(string):
    """Whether string starts like a negative number."""
    rest = string[2:] if string.startswith("-.") else string[1:]
    return string.startswith("-") and rest[:1].isdecimal()


# Containers of actions

class _ActionsContainer:
    """What arguments can be added to: parsers and groups."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        super().__init__()
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {"action": dict(_ACTIONS)}
        self._get_handler()     # it must exist
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        """Let value stand for an object, such as an action class."""
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries[registry_name].get(value, default)

    def set_defaults(self, **kwargs):
        """Set defaults of attributes."""
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        """The default of an attribute."""
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_argument(self, *args, **kwargs):
        """Add an option or a positional argument."""
        if not args or len(args) == 1 and args[0][0] not in self.prefix_chars:
            if args and "dest" in kwargs:
                raise TypeError("dest supplied twice for positional argument, did you mean metavar?")
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if "default" not in kwargs:
            if kwargs["dest"] in self._defaults:
                kwargs["default"] = self._defaults[kwargs["dest"]]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        action_name = kwargs.get("action")
        action_class = self._pop_action_class(kwargs)
        if not callable(action_class):
            raise ValueError(f"unknown action {action_class!r}")
        action = action_class(**kwargs)
        if not action.option_strings and action.nargs == 0:
            raise ValueError(f"action {action_name!r} is not valid for positional arguments")
        type_func = self._registry_get("type", action.type, action.type)
        if not callable(type_func):
            raise TypeError(f"{type_func!r} is not callable")
        if type_func is FileType:
            raise TypeError(f"{type_func!r} is a FileType class object, instance of it must be passed")
        if hasattr(self, "_get_validation_formatter"):
            try:
                self._get_validation_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs")
        self._check_help(action)
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        """Add a group that is shown with a heading of its own."""
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        """Add a group of which one argument may be given only."""
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
            if _is_negative_number(option) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Take over the actions of a parent parser."""
        by_title = {}
        for group in self._action_groups:
            if group.title in by_title:
                raise ValueError(f"cannot merge actions - two groups are named {group.title!r}")
            by_title[group.title] = group
        home = {}
        for group in container._action_groups:
            if group.title not in by_title:
                by_title[group.title] = self.add_argument_group(title=group.title, description=group.description,
                                                                conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                home[action] = by_title[group.title]
        for group in container._mutually_exclusive_groups:
            outer = self if group._container is container else by_title[group._container.title]
            exclusive = outer.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                home[action] = exclusive
        for action in container._actions:
            home.get(action, self)._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs == 0:
            raise ValueError("nargs for positionals must be != 0")
        if nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS):
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        chars = self.prefix_chars
        for option in args:
            if option[0] not in chars:
                raise ValueError(f"invalid option string {option!r}: must start with a character {chars!r}")
        dest = kwargs.pop("dest", None)
        if dest is None:
            long = [o for o in args if len(o) > 1 and o[1] in chars]
            dest = (long or args)[0].lstrip(chars)
            if not dest:
                raise TypeError(f"dest= is required for options like {option!r}")
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _pop_action_class(self, kwargs, default=None):
        action = kwargs.pop("action", default)
        return self._registry_get("action", action, action)

    def _get_handler(self):
        try:
            return getattr(self, "_handle_conflict_%s" % self.conflict_handler)
        except AttributeError:
            raise ValueError(f"invalid conflict_resolution value: {self.conflict_handler!r}")

    def _check_conflict(self, action):
        known = self._option_string_actions
        conflicts = [(option, known[option]) for option in action.option_strings if option in known]
        if conflicts:
            self._get_handler()(action, conflicts)

    def _handle_conflict_error(self, action, conflicting_actions):
        message = ngettext("conflicting option string: %s", "conflicting option strings: %s",
                           len(conflicting_actions))
        raise ArgumentError(action, message % ", ".join(option for option, _ in conflicting_actions))

    def _handle_conflict_resolve(self, action, conflicting_actions):
        for option, old in conflicting_actions:
            old.option_strings.remove(option)
            self._option_string_actions.pop(option, None)
            if not old.option_strings:
                old.container._remove_action(old)

    def _check_help(self, action):
        if action.help and hasattr(self, "_get_validation_formatter"):
            try:
                self._get_validation_formatter()._expand_help(action)
            except (ValueError, TypeError, KeyError) as exc:
                raise ValueError("badly formed help string") from exc


class _ArgumentGroup(_ActionsContainer):
    """Arguments with a common heading."""

    def __init__(self, container, title=None, description=None, **kwargs):
        if "prefix_chars" in kwargs:
            import warnings
            warnings.warn("The use of the undocumented 'prefix_chars' parameter in "
                          "ArgumentParser.add_argument_group() is deprecated.", DeprecationWarning, stacklevel=3)
        for name in ("conflict_handler", "prefix_chars", "argument_default"):
            kwargs.setdefault(name, getattr(container, name))
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        for name in ("_registries", "_actions", "_option_string_actions", "_defaults",
                     "_has_negative_number_optionals", "_mutually_exclusive_groups"):
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        raise ValueError("argument groups cannot be nested")


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments that exclude each other."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, **kwargs):
        raise ValueError("mutually exclusive groups cannot be nested")


def _prog_name(prog=None):
    """The name of the program for messages."""
    if prog is not None:
        return prog
    arg0 = sys.argv[0]
    spec = getattr(sys.modules.get("__main__"), "__spec__", None)
    if spec is None or spec.name != "__main__" and arg0 != spec.origin:
        return os.path.basename(arg0)
    python = os.path.basename(sys.executable)
    if spec.name != "__main__":
        return f"{python} -m {spec.name.removesuffix('.__main__')}"
    return f"{python} {arg0}"


# Parsing

class _Parse:
    """One run of a parser over a list of arguments."""

    def __init__(self, parser, args, namespace):
        self.parser = parser
        self.args = args
        self.namespace = namespace
        self.extras = []
        self.extras_pattern = []
        self.seen = set()
        self.seen_non_default = set()
        self.warned = set()
        self.positionals = parser._get_positional_actions()
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [a for a in group._group_actions if a is not action]
                self.conflicts.setdefault(action, []).extend(others)
        # What each argument looks like: O an option, A something else, - is --.
        self.options = {}
        pattern = []
        for i, arg in enumerate(args):
            if arg == "--":
                pattern.append("-" + "A" * (len(args) - i - 1))
                break
            tuples = parser._parse_optional(arg)
            if tuples is None:
                pattern.append("A")
            else:
                self.options[i] = tuples
                pattern.append("O")
        self.pattern = "".join(pattern)

    def take(self, action, args, option=None):
        """Carry out an action with its arguments."""
        self.seen.add(action)
        values = self.parser._get_values(action, args)
        if action.option_strings or args:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.seen_non_default:
                    raise ArgumentError(action, _("not allowed with argument %s") % _get_action_name(other))
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def warn(self, key, message):
        if key not in self.warned:
            self.parser._warning(message)
            self.warned.add(key)

    def optional(self, start):
        """Consume the option at start with its arguments; the result is where it ends."""
        tuples = self.options[start]
        if len(tuples) > 1:
            raise ArgumentError(None, _("ambiguous option: %(option)s could match %(matches)s") % {
                "option": self.args[start], "matches": ", ".join(t[1] for t in tuples)})
        action, option, sep, explicit = tuples[0]
        found = []
        stop = start + 1
        while True:
            if action is None:
                self.extra(self.args[start], "O")
                return stop
            if explicit is None:
                count = self.parser._match_argument(action, self.pattern[start + 1:])
                stop = start + 1 + count
                found.append((action, self.args[start + 1:stop], option))
                break
            count = self.parser._match_argument(action, "A")
            if count == 1:
                found.append((action, [explicit], option))
                break
            chars = self.parser.prefix_chars
            if count or option[1] in chars or explicit == "" or sep or explicit[0] in chars:
                raise ArgumentError(action, _("ignored explicit argument %r") % explicit)
            # Several single letters behind one dash.
            found.append((action, [], option))
            option = option[0] + explicit[0]
            if option not in self.parser._option_string_actions:
                self.extra(option[0] + explicit, "O")
                break
            action = self.parser._option_string_actions[option]
            explicit = explicit[1:]
            if not explicit:
                sep = explicit = None
            elif explicit[0] == "=":
                sep, explicit = "=", explicit[1:]
            else:
                sep = ""
        for action, args, option in found:
            if action.deprecated:
                self.warn(option, _("option '%(option)s' is deprecated") % {"option": option})
            self.take(action, args, option)
        return stop

    def extra(self, arg, kind):
        self.extras.append(arg)
        self.extras_pattern.append(kind)

    def consume_positionals(self, start):
        """Consume as many positional arguments as fit at start."""
        counts = self.parser._match_arguments_partial(self.positionals, self.pattern[start:])
        for action, count in zip(self.positionals, counts):
            args = self.args[start:start + count]
            if action.nargs == PARSER:
                if self.pattern[start] == "-":
                    args.remove("--")
            elif action.nargs != REMAINDER and "-" in self.pattern[start:start + count]:
                args.remove("--")
            start += count
            if args and action.deprecated:
                self.warn(action.dest, _("argument '%(argument_name)s' is deprecated")
                          % {"argument_name": action.dest})
            self.take(action, args)
        del self.positionals[:len(counts)]
        return start

    def run(self, intermixed):
        start = 0
        last = max(self.options, default=-1)
        while start <= last:
            following = next(i for i in range(start, last + 1) if i in self.options)
            if not intermixed and start != following:
                end = self.consume_positionals(start)
                if end > start:
                    start = end
                    continue
            if start not in self.options:
                for i in range(start, following):
                    self.extra(self.args[i], self.pattern[i])
                start = following
            start = self.optional(start)
        if not intermixed:
            stop = self.consume_positionals(start)
            self.extras += self.args[stop:]
            return
        for i in range(start, len(self.args)):
            self.extra(self.args[i], self.pattern[i])
        # What no option took is for the positionals, all in one go.
        kinds = self.extras_pattern
        all_extras = self.extras
        self.args = [s for s, c in zip(all_extras, kinds) if c != "O"]
        self.pattern = "".join(c for c in kinds if c != "O")
        stop = self.consume_positionals(0)
        self.extras = []
        for s, c in zip(all_extras, kinds):
            if c != "O" and stop:
                stop -= 1
            else:
                self.extras.append(s)

    def check_required(self):
        """Convert defaults that are strings; fail if something required is missing."""
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif (isinstance(action.default, str) and hasattr(self.namespace, action.dest)
                  and action.default is getattr(self.namespace, action.dest)):
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, _("the following arguments are required: %s") % ", ".join(missing))
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(a in self.seen_non_default for a in group._group_actions):
                names = [_get_action_name(a) for a in group._group_actions if a.help is not SUPPRESS]
                raise ArgumentError(None, _("one of the arguments %s is required") % " ".join(names))


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Turns command lines into objects with attributes."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True, *,
                 suggest_on_error=False, color=True):
        _ActionsContainer.__init__(self, description=description, prefix_chars=prefix_chars,
                                   argument_default=argument_default, conflict_handler=conflict_handler)
        self.prog = _prog_name(prog)
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self.suggest_on_error = suggest_on_error
        self.color = color
        self._cached_formatter = None
        self._positionals = self.add_argument_group(_("positional arguments"))
        self._optionals = self.add_argument_group(_("options"))
        self._subparsers = None
        self.register("type", None, _identity)
        prefix = "-" if "-" in prefix_chars else prefix_chars[0]
        if self.add_help:
            self.add_argument(prefix + "h", prefix * 2 + "help", action="help", default=SUPPRESS,
                              help=_("show this help message and exit"))
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError("parents must be a list of ArgumentParser")
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        """Add an argument that chooses a subcommand with a parser of its own."""
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            title = kwargs.pop("title", _("subcommands"))
            self._subparsers = self.add_argument_group(title, kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self.formatter_class(prog=self.prog)
            formatter._set_color(False)
            formatter.add_usage(None, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        action = self._pop_action_class(kwargs, "parsers")(option_strings=[], **kwargs)
        action._color = self.color
        self._check_help(action)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def _no_extras(self, args, extras):
        if extras:
            msg = _("unrecognized arguments: %s") % " ".join(extras)
            if not self.exit_on_error:
                raise ArgumentError(None, msg)
            self.error(msg)
        return args

    def parse_args(self, args=None, namespace=None):
        """Parse a command line, that of the program by default."""
        return self._no_extras(*self.parse_known_args(args, namespace))

    def parse_known_args(self, args=None, namespace=None):
        """parse_args() that returns arguments it does not know, too."""
        return self._parse_known_args2(args, namespace, intermixed=False)

    def parse_intermixed_args(self, args=None, namespace=None):
        """parse_args() that allows options between the values of one positional argument."""
        return self._no_extras(*self.parse_known_intermixed_args(args, namespace))

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """parse_intermixed_args() that returns arguments it does not know, too."""
        for action in self._get_positional_actions():
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError("parse_intermixed_args: positional arg with nargs=%s" % action.nargs)
        return self._parse_known_args2(args, namespace, intermixed=True)

    def _parse_known_args2(self, args, namespace, intermixed):
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if (action.dest is not SUPPRESS and not hasattr(namespace, action.dest)
                    and action.default is not SUPPRESS):
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        try:
            namespace, args = self._parse_known_args(args, namespace, intermixed)
        except ArgumentError as err:
            if not self.exit_on_error:
                raise
            self.error(str(err))
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            args.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, args

    def _parse_known_args(self, arg_strings, namespace, intermixed):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        run = _Parse(self, arg_strings, namespace)
        run.run(intermixed)
        run.check_required()
        return namespace, run.extras

    def _read_args_from_files(self, arg_strings):
        result = []
        for arg in arg_strings:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                result.append(arg)
                continue
            try:
                with open(arg[1:], encoding=sys.getfilesystemencoding(),
                          errors=sys.getfilesystemencodeerrors()) as file:
                    lines = file.read().splitlines()
                more = [a for line in lines for a in self.convert_arg_line_to_args(line)]
                result.extend(self._read_args_from_files(more))
            except OSError as err:
                raise ArgumentError(None, str(err))
        return result

    def convert_arg_line_to_args(self, arg_line):
        """The arguments in a line of a file."""
        return [arg_line]

    # How many arguments an action takes

    def _get_nargs_pattern(self, action):
        """A regular expression for the kinds of the arguments of an action."""
        nargs, option = action.nargs, action.option_strings
        patterns = {None: ("([A])", "(-*A-*)"), OPTIONAL: ("(A?)", "(-*A?-*)"), ZERO_OR_MORE: ("(A*)", "(-*[A-]*)"),
                    ONE_OR_MORE: ("(A+)", "(-*A[A-]*)"), REMAINDER: ("([AO]*)", "(.*)"),
                    PARSER: ("(A[AO]*)", "(-*A[-AO]*)"), SUPPRESS: ("()", "(-*)")}
        if nargs in patterns:
            return patterns[nargs][0 if option else 1]
        return ("([AO]{%d})" if option else "((?:-*A){%d}-*)") % nargs

    def _match_argument(self, action, arg_strings_pattern):
        import re
        match = re.match(self._get_nargs_pattern(action), arg_strings_pattern)
        if match is not None:
            return len(match.group(1))
        msg = {None: _("expected one argument"), OPTIONAL: _("expected at most one argument"),
               ONE_OR_MORE: _("expected at least one argument")}.get(action.nargs)
        if msg is None:
            msg = ngettext("expected %s argument", "expected %s arguments", action.nargs) % action.nargs
        raise ArgumentError(action, msg)

    def _match_arguments_partial(self, actions, arg_strings_pattern):
        """The numbers of arguments of as many actions as possible."""
        import re
        for i in range(len(actions), 0, -1):
            pattern = "".join(self._get_nargs_pattern(action) for action in actions[:i])
            match = re.match(pattern, arg_strings_pattern)
            if match is not None:
                counts = [len(s) for s in match.groups()]
                if arg_strings_pattern[match.end():match.end() + 1] == "O":
                    # Actions that take nothing here may get something after the option.
                    while counts and not counts[-1]:
                        del counts[-1]
                return counts
        return []

    # Options

    def _parse_optional(self, arg):
        """None if arg is no option, or a list of what it may mean."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        known = self._option_string_actions
        if arg in known:
            return [(known[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        option, sep, explicit = arg.partition("=")
        if sep and option in known:
            return [(known[option], option, sep, explicit)]
        tuples = self._get_option_tuples(arg)
        if tuples:
            return tuples
        if _is_negative_number(arg) and not self._has_negative_number_optionals:
            return None
        if " " in arg:
            return None
        return [(None, arg, None, None)]

    def _get_option_tuples(self, arg):
        """The options that arg may abbreviate."""
        chars = self.prefix_chars
        prefix, sep, explicit = arg.partition("=")
        if not sep:
            sep = explicit = None
        known = self._option_string_actions
        long = arg[1] in chars
        result = []
        for option, action in known.items():
            if not long and option == arg[:2]:
                result.append((action, option, "", arg[2:]))
            elif self.allow_abbrev and option.startswith(prefix):
                result.append((action, option, sep, explicit))
        return result

    # Values

    def _get_values(self, action, args):
        if not args and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
            return value
        if not args and action.nargs == ZERO_OR_MORE and not action.option_strings:
            return [] if action.default is None else action.default
        if len(args) == 1 and action.nargs in (None, OPTIONAL):
            value = self._get_value(action, args[0])
            self._check_value(action, value)
            return value
        if action.nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, v) for v in args]
        if action.nargs != REMAINDER:
            for v in values[:1] if action.nargs == PARSER else values:
                self._check_value(action, v)
        return values

    def _get_value(self, action, arg_string):
        type_func = self._registry_get("type", action.type, action.type)
        if not callable(type_func):
            raise TypeError(f"{type_func!r} is not callable")
        try:
            return type_func(arg_string)
        except ArgumentTypeError as err:
            raise ArgumentError(action, str(err))
        except (TypeError, ValueError):
            raise ArgumentError(action, _("invalid %(type)s value: %(value)r") % {
                "type": getattr(action.type, "__name__", repr(action.type)), "value": arg_string})

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None or value in (iter(choices) if isinstance(choices, str) else choices):
            return
        args = {"value": str(value), "choices": ", ".join(repr(str(c)) for c in choices)}
        msg = _("invalid choice: %(value)r (choose from %(choices)s)")
        if self.suggest_on_error and isinstance(value, str) and all(isinstance(c, str) for c in choices):
            import difflib
            close = difflib.get_close_matches(value, choices, 1)
            if close:
                args["closest"] = close[0]
                msg = _("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)")
        raise ArgumentError(action, msg % args)

    # Texts

    def format_usage(self):
        """The usage line."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        """The help text."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        formatter = self.formatter_class(prog=self.prog)
        formatter._set_color(self.color)
        return formatter

    def _get_validation_formatter(self):
        if self._cached_formatter is None:
            self._cached_formatter = self._get_formatter()
        return self._cached_formatter

    def print_usage(self, file=None):
        """Print the usage line."""
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        """Print the help text."""
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            try:
                (file or sys.stderr).write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        """End the program."""
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        """End the program because the command line is wrong."""
        self.print_usage(sys.stderr)
        self.exit(2, _("%(prog)s: error: %(message)s\n") % {"prog": self.prog, "message": message})

    def _warning(self, message):
        self._print_message(_("%(prog)s: warning: %(message)s\n") % {"prog": self.prog, "message": message},
                            sys.stderr)
