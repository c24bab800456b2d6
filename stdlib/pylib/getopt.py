# getopt: options of command lines as C's getopt() takes them.

import os
from gettext import gettext as _

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option is wrong."""

    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Parse options up to the first other argument."""
    opts = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _take(opts, args, shortopts, longopts)
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """Parse options that may stand among other arguments."""
    opts, prog_args = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    return_in_order = shortopts.startswith("-")
    if return_in_order:
        shortopts = shortopts[1:]
    all_first = not return_in_order and (shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT")))
    if shortopts.startswith("+"):
        shortopts = shortopts[1:]
    while args:
        arg = args[0]
        if arg == "--":
            prog_args += args[1:]
            break
        if arg.startswith("-") and arg != "-":
            if return_in_order and prog_args:
                opts.append((None, prog_args))
                prog_args = []
            args = _take(opts, args, shortopts, longopts)
        elif all_first:
            prog_args += args
            break
        else:
            prog_args.append(arg)
            args = args[1:]
    return opts, prog_args


def _take(opts, args, shortopts, longopts):
    """Parse the option in front of args; the result is the rest."""
    if args[0].startswith("--"):
        return do_longs(opts, args[0][2:], longopts, args[1:])[1]
    return do_shorts(opts, args[0][1:], shortopts, args[1:])[1]


def do_longs(opts, opt, longopts, args):
    opt, sep, optarg = opt.partition("=")
    optarg = optarg if sep else None
    has_arg, opt = long_has_args(opt, longopts)
    if has_arg:
        if optarg is None and has_arg != "?":
            if not args:
                raise GetoptError(_("option --%s requires argument") % opt, opt)
            optarg, args = args[0], args[1:]
    elif optarg is not None:
        raise GetoptError(_("option --%s must not have an argument") % opt, opt)
    opts.append(("--" + opt, optarg or ""))
    return opts, args


def long_has_args(opt, longopts):
    """Whether a long option takes an argument ("?" if it may), and its full name."""
    matches = [o for o in longopts if o.startswith(opt)]
    if not matches:
        raise GetoptError(_("option --%s not recognized") % opt, opt)
    for exact, has_arg in (opt, False), (opt + "=", True), (opt + "=?", "?"):
        if exact in matches:
            return has_arg, opt
    if len(matches) > 1:
        raise GetoptError(_("option --%s not a unique prefix; possible options: %s") % (opt, ", ".join(matches)), opt)
    match = matches[0]
    if match.endswith("=?"):
        return "?", match[:-2]
    return match.endswith("="), match.removesuffix("=")


def do_shorts(opts, optstring, shortopts, args):
    while optstring != "":
        opt, optstring = optstring[0], optstring[1:]
        has_arg = short_has_arg(opt, shortopts)
        if has_arg:
            if optstring == "" and has_arg != "?":
                if not args:
                    raise GetoptError(_("option -%s requires argument") % opt, opt)
                optstring, args = args[0], args[1:]
            optarg, optstring = optstring, ""
        else:
            optarg = ""
        opts.append(("-" + opt, optarg))
    return opts, args


def short_has_arg(opt, shortopts):
    for i in range(len(shortopts)):
        if opt == shortopts[i] != ":":
            if not shortopts.startswith(":", i + 1):
                return False
            return "?" if shortopts.startswith("::", i + 1) else True
    raise GetoptError(_("option -%s not recognized") % opt, opt)
