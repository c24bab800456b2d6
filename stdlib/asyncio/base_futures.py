# asyncio.base_futures: texts of futures.

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"


def isfuture(obj):
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def _source(func):
    name = getattr(func, "__qualname__", None) or repr(func)
    code = getattr(func, "__code__", None)
    if code is None:
        return f"{name}()"
    return f"{name}() at {code.co_filename}:{code.co_firstlineno}"


def _callbacks_text(cbs):
    def text(cb):
        return _source(cb[0]) if hasattr(cb[0], "__code__") else repr(cb[0])
    if len(cbs) == 1:
        inner = text(cbs[0])
    elif len(cbs) == 2:
        inner = f"{text(cbs[0])}, {text(cbs[1])}"
    else:
        inner = f"{text(cbs[0])}, <{len(cbs) - 2} more>, {text(cbs[-1])}"
    return f"cb=[{inner}]"


def _future_repr_info(future):
    info = [future._state.lower()]
    if future._state == _FINISHED:
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            import reprlib
            info.append(f"result={reprlib.repr(future._result)}")
    if future._callbacks:
        info.append(_callbacks_text(future._callbacks))
    return info


def _future_repr(future):
    return f"<{future.__class__.__name__} {' '.join(_future_repr_info(future))}>"
