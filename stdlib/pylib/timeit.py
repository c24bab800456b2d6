# timeit: how long small pieces of code take.

import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_globals = globals

_TEMPLATE = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """src with more blanks at the start of its lines but the first."""
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Measures a statement, which is text or something to call."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        local_ns = {}
        global_ns = _globals() if globals is None else globals
        init = ""
        if isinstance(setup, str):
            compile(setup, dummy_src_name, "exec")      # a SyntaxError shows the text as it is
            prefix = setup + "\n"
            setup = reindent(setup, 4)
        elif callable(setup):
            local_ns["_setup"] = setup
            init += ", _setup=_setup"
            prefix, setup = "", "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(prefix + stmt, dummy_src_name, "exec")
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            local_ns["_stmt"] = stmt
            init += ", _stmt=_stmt"
            stmt = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = _TEMPLATE.format(stmt=stmt, setup=setup, init=init)
        exec(compile(self.src, dummy_src_name, "exec"), global_ns, local_ns)
        self.inner = local_ns["inner"]

    def print_exc(self, file=None):
        """Print the traceback of the exception being handled, with lines of the measured code."""
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = len(self.src), None, self.src.split("\n"), dummy_src_name
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The seconds that number executions take."""
        enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """The results of several calls of timeit()."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None, target_time=0.2):
        """A number of executions that take at least target_time, and what they took."""
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= target_time:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Measure a statement."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    """Measure a statement several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}

_HELP = """Tool for measuring execution time of small code snippets.

python -m timeit [-n N] [-r N] [-s S] [-p] [-u U] [-v] [-t T] [-h] [--] [statement]

  -n/--number N       how many times to execute the statement
  -r/--repeat N       how many times to repeat the timer (default 5)
  -s/--setup S        statement to be executed once initially (default 'pass')
  -p/--process        use time.process_time() instead of time.perf_counter()
  -t/--target-time T  if --number is 0 the code will run until it takes at
                      least this many seconds (default 0.2)
  -u/--unit U         unit of the output: nsec, usec, msec, or sec
  -v/--verbose        print raw timing results; repeat for more digits
  -h/--help           print this text and exit
"""


def main(args=None, *, _wrap_timer=None):
    """Measure what a command line says."""
    import getopt
    import os
    if args is None:
        args = sys.argv[1:]
    try:
        opts, args = getopt.getopt(args, "n:u:s:r:pt:vh", ["number=", "setup=", "repeat=", "process", "target-time=",
                                                           "verbose", "unit=", "help"])
    except getopt.error as err:
        print(err)
        print("use -h/--help for command line help")
        return 2
    timer, number, target_time, setup, repeat = default_timer, 0, 0.2, [], default_repeat
    verbose, unit, precision = 0, None, 3
    for o, a in opts:
        if o in ("-n", "--number"):
            number = int(a)
        elif o in ("-s", "--setup"):
            setup.append(a)
        elif o in ("-u", "--unit"):
            if a not in _UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = a
        elif o in ("-r", "--repeat"):
            repeat = max(int(a), 1)
        elif o in ("-p", "--process"):
            timer = time.process_time
        elif o in ("-t", "--target-time"):
            target_time = float(a)
        elif o in ("-v", "--verbose"):
            precision += verbose > 0
            verbose += 1
        elif o in ("-h", "--help"):
            print(_HELP, end="")
            return 0
    sys.path.insert(0, os.curdir)
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    t = Timer("\n".join(args) or "pass", "\n".join(setup) or "pass", timer)
    try:
        return _measure(t, number, target_time, repeat, verbose, unit, precision)
    except Exception:
        t.print_exc()
        return 1


def _measure(t, number, target_time, repeat, verbose, unit, precision):
    if number == 0:
        def progress(number, taken):
            plural = "loop" if number == 1 else "loops"
            print(f"{number} {plural} -> {taken:.{precision}g} secs")
        number, _ = t.autorange(progress if verbose else None, target_time)
        if verbose:
            print()

    def text(seconds):
        name = unit
        if name is None:
            name = next((n for n, scale in reversed(_UNITS.items()) if seconds >= scale), "nsec")
        return "%.*g %s" % (precision, seconds / _UNITS[name], name)

    raw = t.repeat(repeat, number)
    if verbose:
        print("raw times: %s" % ", ".join(map(text, raw)))
        print()
    timings = [taken / number for taken in raw]
    best, worst = min(timings), max(timings)
    print("%d loop%s, best of %d: %s per loop" % (number, "s" if number != 1 else "", repeat, text(best)))
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit("The test results are likely unreliable. The worst time (%s) was more than four times "
                               "slower than the best time (%s)." % (text(worst), text(best)), UserWarning, "", 0)
    return None


if __name__ == "__main__":
    sys.exit(main())
