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
