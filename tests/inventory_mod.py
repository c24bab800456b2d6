"""Prints each public name of the built-ins, with what it is: the kind of the
attribute and its signature."""
import builtins
import inspect
import types


def signature(obj):
    try:
        return str(inspect.signature(obj))
    except (ValueError, TypeError):
        return "-"


def describe(obj):
    kind = type(obj).__name__
    if kind == "type" or isinstance(obj, type):
        return "class " + signature(obj)
    if callable(obj):
        return kind + " " + signature(obj)
    return kind


def members(name, cls):
    print(f"{name}: bases {', '.join(b.__name__ for b in cls.__bases__)}")
    for attr, obj in sorted(vars(cls).items()):
        if attr in ("__doc__", "__module__", "__getattribute__", "__new__", "__hash__") or attr.startswith("_") and not attr.startswith("__"):
            continue
        print(f"{name}.{attr}: {describe(obj)}")


def main():
    for name, obj in sorted(vars(builtins).items()):
        if name.startswith("_") and name != "__import__" or name in ("copyright", "credits", "license", "exit", "quit", "help"):
            continue
        print(f"{name}: {describe(obj)}")
        if isinstance(obj, type) and obj.__name__ == name:
            members(name, obj)
    for name, cls in sorted(vars(types).items()):
        if isinstance(cls, type) and cls.__module__ == "builtins" and name not in ("CapsuleType",):
            members("types." + name, cls)


main()
