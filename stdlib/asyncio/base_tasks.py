# asyncio.base_tasks: texts of tasks.

from asyncio import base_futures


def _coroutine_text(coro):
    if not hasattr(coro, "cr_code") and not hasattr(coro, "gi_code"):
        return f"<{type(coro).__name__} without __name__>()"
    code = getattr(coro, "cr_code", None) or coro.gi_code
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    name = f"{coro.__qualname__}()"
    if getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False):
        return f"{name} running at {code.co_filename}:{frame.f_lineno if frame else code.co_firstlineno}"
    if frame is not None:
        return f"{name} running at {code.co_filename}:{frame.f_lineno}"
    return f"{name} done, defined at {code.co_filename}:{code.co_firstlineno}"


def _task_repr(task):
    info = base_futures._future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = "cancelling"
    info.insert(1, "name=%r" % task.get_name())
    if task._fut_waiter is not None:
        info.insert(2, f"wait_for={task._fut_waiter!r}")
    if task._coro is not None:
        info.insert(2, f"coro=<{_coroutine_text(task._coro)}>")
    return f"<{task.__class__.__name__} {' '.join(info)}>"


def _task_get_stack(task, limit):
    """The frames of a suspended task, or of the traceback of a failed one."""
    coro = task.get_coro()
    for attr in ("cr_frame", "gi_frame", "ag_frame"):
        if hasattr(coro, attr):
            frame = getattr(coro, attr)
            break
    else:
        frame = None
    frames = []
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task.done() and not task.cancelled() and task.exception() is not None:
        tb = task.exception().__traceback__
        while tb is not None and (limit is None or len(frames) < limit):
            frames.append(tb.tb_frame)
            tb = tb.tb_next
    return frames


def _task_print_stack(task, limit, file):
    import linecache
    import traceback
    done = task.done() and not task.cancelled()
    exc = task.exception() if done else None
    if exc is not None:
        summary = traceback.extract_tb(exc.__traceback__, limit=limit)
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        frames = task.get_stack(limit=limit)
        if not frames:
            print(f"No stack for {task!r}", file=file)
            return
        print(f"Stack for {task!r} (most recent call last):", file=file)
        summary = []
        for frame in frames:
            code = frame.f_code
            line = linecache.getline(code.co_filename, frame.f_lineno, frame.f_globals)
            summary.append((code.co_filename, frame.f_lineno, code.co_name, line.strip() or None))
    traceback.print_list(summary, file=file)
    if exc is not None:
        for line in traceback.format_exception_only(exc):
            print(line, file=file, end="")
