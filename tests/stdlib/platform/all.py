import copy
import os
import platform
import sys

u = platform.uname()
print(type(u).__name__, u._fields, len(u), u.system == os.uname().sysname, u[0] == u.system, u[5] == u.processor, list(u)[:1] == [u.system], u == platform.uname())
print(platform.system() == u.system, platform.node() == u.node, platform.release() == u.release, platform.version() == u.version, platform.machine() == u.machine)
print(platform.architecture()[0], platform.python_version_tuple()[:2], platform.python_version().startswith("3.14"), isinstance(platform.python_compiler(), str), len(platform.python_build()))
print(platform.system() in platform.platform(), platform.platform(terse=True) in platform.platform(), platform.mac_ver() if sys.platform != "darwin" else ("", ("", "", ""), ""))
print(platform.system_alias("a", "b", "c"), platform.win32_ver() if sys.platform != "win32" else ("",) * 4, platform.win32_edition(), platform.win32_is_iot())
try:
    print("ID" in platform.freedesktop_os_release())
except OSError:
    print(True)
r = platform.uname_result("S", "N", "R", "V", "M")
print(r, r._replace(node="x")[:2], platform.uname_result._make(["a", "b", "c", "d", "e"]).node, r._asdict())
platform.invalidate_caches()
print(platform.python_branch(), platform.python_revision(), type(platform.libc_ver()))
