import faulthandler
import os
import signal
import sys
import tempfile
import time

f = tempfile.TemporaryFile()


def text():
    f.flush()
    f.seek(0)
    out = f.read().decode()
    f.seek(0)
    f.truncate()
    return "\n".join(line.split(" [")[0].split(" 0x")[0].replace(os.path.dirname(__file__), "D") for line in out.splitlines())


def inner():
    faulthandler.dump_traceback(f, all_threads=False)


faulthandler.disable()
print(faulthandler.is_enabled(), faulthandler.disable())
faulthandler.enable(f)
print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.is_enabled())
inner()
print(text())
faulthandler.dump_traceback_later(0.05, file=f)
time.sleep(0.3)
print(text().splitlines()[0])
faulthandler.dump_traceback_later(5, file=f)
faulthandler.cancel_dump_traceback_later()
faulthandler.register(signal.SIGUSR1, f, all_threads=False)
os.kill(os.getpid(), signal.SIGUSR1)
print(text().splitlines()[0])
print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
for a in (0, -1):
    try:
        faulthandler.dump_traceback_later(a)
    except ValueError as e:
        print(e)
