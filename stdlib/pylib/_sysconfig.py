# _sysconfig: how the interpreter was built.


def config_vars():
    """Variables of sysconfig that only the interpreter knows."""
    return {"Py_GIL_DISABLED": 0, "Py_DEBUG": 0}
