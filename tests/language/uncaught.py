# The traceback of an uncaught exception with a cause.
def inner(x):
    return x[0] + undefined


def outer():
    try:
        inner([])
    except IndexError as e:
        raise RuntimeError("wrapped") from e


outer()
