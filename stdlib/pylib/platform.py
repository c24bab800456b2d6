# platform: what the program runs on.

import os
import sys
from collections import namedtuple

__version__ = "1.1.0"


class uname_result(namedtuple("uname_result_base", "system node release version machine")):
    """The result of uname(); the processor is found when it is asked for."""

    _fields = ("system", "node", "release", "version", "machine", "processor")

    @property
    def processor(self):
        return _processor()

    def __iter__(self):
        return iter((*super().__iter__(), self.processor))

    def __len__(self):
        return 6

    def __getitem__(self, key):
        return tuple(self)[key]

    @classmethod
    def _make(cls, iterable):
        fields = list(iterable)
        if len(fields) not in (5, 6):
            raise TypeError(f"Expected 5 arguments, got {len(fields)}")
        return cls(*fields[:5])

    def __reduce__(self):
        return uname_result, tuple(self)[:5]


_uname_cache = None


def _processor():
    return "arm" if sys.platform == "darwin" and os.uname().machine == "arm64" else ""


def uname():
    """System, node, release, version, machine and processor."""
    global _uname_cache
    if _uname_cache is None:
        try:
            values = list(os.uname())
        except AttributeError:
            values = ["Windows" if sys.platform == "win32" else sys.platform, os.environ.get("COMPUTERNAME", ""), "",
                      "", os.environ.get("PROCESSOR_ARCHITECTURE", "")]
        _uname_cache = uname_result(*("" if v == "unknown" else v for v in values))
    return _uname_cache


def system():
    """The name of the system, such as Linux."""
    return uname().system


def node():
    """The computer's name in its network."""
    return uname().node


def release():
    """The release of the system."""
    return uname().release


def version():
    """The version of the system's release."""
    return uname().version


def machine():
    """The type of the machine, such as x86_64."""
    return uname().machine


def processor():
    """The name of the processor."""
    return uname().processor


def architecture(executable=sys.executable, bits="", linkage=""):
    """Bits and format of an executable."""
    if not bits:
        bits = "64bit" if sys.maxsize > 2**32 else "32bit"
    if not linkage and executable == sys.executable:
        linkage = {"win32": "WindowsPE", "linux": "ELF"}.get(sys.platform, "")
    return bits, linkage


def system_alias(system, release, version):
    """Names of a system as its makers use them."""
    return system, release, version


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """Name and version of the C library; this interpreter has none."""
    return lib, version


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    """Version of macOS."""
    if sys.platform != "darwin":
        return release, versioninfo, machine
    try:
        with open("/System/Library/CoreServices/SystemVersion.plist") as f:
            text = f.read()
        release = text.partition("<key>ProductVersion</key>")[2].partition("<string>")[2].partition("</string>")[0]
    except OSError:
        pass
    return release, versioninfo, os.uname().machine


IOSVersionInfo = namedtuple("IOSVersionInfo", ["system", "release", "model", "is_simulator"])
AndroidVer = namedtuple("AndroidVer", "release api_level manufacturer model device is_emulator")


def ios_ver(system="", release="", model="", is_simulator=False):
    return IOSVersionInfo(system, release, model, is_simulator)


def android_ver(release="", api_level=0, manufacturer="", model="", device="", is_emulator=False):
    return AndroidVer(release, api_level, manufacturer, model, device, is_emulator)


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def win32_edition():
    return None


def win32_is_iot():
    return False


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    import warnings
    warnings._deprecated("java_ver", remove=(3, 15))
    return release, vendor, vminfo, osinfo


def python_implementation():
    """The name of the interpreter."""
    return {"cpython": "CPython"}.get(sys.implementation.name, sys.implementation.name)


def python_version():
    """The version of Python as text."""
    return sys.version.split()[0].removesuffix("+")


def python_version_tuple():
    """The parts of python_version()."""
    return tuple(python_version().split("."))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    """Number and date of the build."""
    head = sys.version.partition("(")[2].partition(")")[0]
    number, _, date = head.partition(", ")
    return number, date


def python_compiler():
    """The compiler that the interpreter was made with."""
    return sys.version.partition("[")[2].partition("]")[0]


_platform_cache = {}


def platform(aliased=False, terse=False):
    """One line that says what the program runs on."""
    key = bool(aliased), bool(terse)
    if key not in _platform_cache:
        u = uname()
        name = u.system
        parts = [name, u.release]
        if name == "Darwin":
            mac = mac_ver()[0]
            if mac:
                parts = ["macOS", mac]
        if not terse:
            parts += [u.machine, u.processor]
            if name == "Darwin":
                parts.append(architecture()[0])
            elif name != "Linux":
                parts.insert(2, u.version)
        text = "-".join(p.strip() for p in parts if p.strip())
        for c in " _/\\:;\"()":
            text = text.replace(c, "-" if c != " " else "_")
        while "--" in text:
            text = text.replace("--", "-")
        _platform_cache[key] = text.strip("-")
    return _platform_cache[key]


def freedesktop_os_release():
    """The facts in /etc/os-release."""
    error = None
    for path in "/etc/os-release", "/usr/lib/os-release":
        try:
            with open(path, encoding="utf-8") as f:
                return _parse_os_release(f)
        except OSError as e:
            error = e
    raise OSError(error.errno, f"Unable to read files {', '.join(('/etc/os-release', '/usr/lib/os-release'))}")


def _parse_os_release(lines):
    info = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
    for line in lines:
        name, sep, value = line.strip().partition("=")
        if sep and name.replace("_", "a").isalnum() and not name.startswith("#"):
            if value[:1] in ("'", '"') and value[-1:] == value[:1]:
                value = value[1:-1]
            for escaped in "$\"'\\`":
                value = value.replace("\\" + escaped, escaped)
            info[name] = value
    return info


def invalidate_caches():
    """Forget what was found."""
    global _uname_cache
    _uname_cache = None
    _platform_cache.clear()


if __name__ == "__main__":
    print(platform("aliased" in sys.argv or "--aliased" in sys.argv, "terse" in sys.argv or "--terse" in sys.argv))
