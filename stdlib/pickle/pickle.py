# pickle: the core is _pickle; here are the names around it.

from _pickle import (PickleBuffer, PickleError, PicklingError, UnpicklingError, Pickler, Unpickler, dump, dumps, load, loads)

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "PickleBuffer"]

format_version = "5.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 5
bytes_types = (bytes, bytearray)

_opcodes = (b"(MARK .STOP 0POP 1POP_MARK 2DUP FFLOAT IINT JBININT KBININT1 LLONG MBININT2 NNONE PPERSID QBINPERSID "
            b"RREDUCE SSTRING TBINSTRING USHORT_BINSTRING VUNICODE XBINUNICODE aAPPEND bBUILD cGLOBAL dDICT }EMPTY_DICT "
            b"eAPPENDS gGET hBINGET iINST jLONG_BINGET lLIST ]EMPTY_LIST oOBJ pPUT qBINPUT rLONG_BINPUT sSETITEM tTUPLE "
            b")EMPTY_TUPLE uSETITEMS GBINFLOAT \x80PROTO \x81NEWOBJ \x82EXT1 \x83EXT2 \x84EXT4 \x85TUPLE1 \x86TUPLE2 "
            b"\x87TUPLE3 \x88NEWTRUE \x89NEWFALSE \x8aLONG1 \x8bLONG4 BBINBYTES CSHORT_BINBYTES \x8cSHORT_BINUNICODE "
            b"\x8dBINUNICODE8 \x8eBINBYTES8 \x8fEMPTY_SET \x90ADDITEMS \x91FROZENSET \x92NEWOBJ_EX \x93STACK_GLOBAL "
            b"\x94MEMOIZE \x95FRAME \x96BYTEARRAY8 \x97NEXT_BUFFER \x98READONLY_BUFFER")
for _op in _opcodes.split():
    _name = _op[1:].decode()
    globals()[_name] = _op[:1]
    __all__.append(_name)
del _op, _name, _opcodes
TRUE = b"I01\n"
FALSE = b"I00\n"

_Pickler, _Unpickler = Pickler, Unpickler
_dump, _dumps, _load, _loads = dump, dumps, load, loads


def encode_long(x):
    """Little-endian two's complement of the least length; b'' for zero."""
    if x == 0:
        return b""
    n = (x.bit_length() >> 3) + 1
    b = x.to_bytes(n, "little", signed=True)
    if x < 0 and n > 1 and b[-1] == 0xff and b[-2] & 0x80:
        b = b[:-1]
    return b


def decode_long(data):
    """The int of which encode_long gave data."""
    return int.from_bytes(data, "little", signed=True)


def _getattribute(obj, dotted_path):
    for name in dotted_path:
        obj = getattr(obj, name)
    return obj


def whichmodule(obj, name):
    """The name of the module under which obj is found as name."""
    import sys
    path = name.split(".")
    module = getattr(obj, "__module__", None)
    if "<locals>" in path:
        raise PicklingError(f"Can't pickle local object {obj!r}")
    if module is None:
        for module, m in list(sys.modules.items()):
            if module in ("__main__", "__mp_main__") or m is None:
                continue
            try:
                if _getattribute(m, path) is obj:
                    return module
            except AttributeError:
                pass
        module = "__main__"
    try:
        __import__(module)
        m = sys.modules[module]
    except (ImportError, ValueError, KeyError) as e:
        raise PicklingError(f"Can't pickle {obj!r}: {e!s}")
    try:
        found = _getattribute(m, path)
    except AttributeError:
        raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module}.{name}")
    if found is not obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
    return module
