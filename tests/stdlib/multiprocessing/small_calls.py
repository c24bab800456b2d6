import multiprocessing as mp
import sys
mp.freeze_support()
print(mp.allow_connection_pickling(), mp.set_executable(sys.executable), mp.set_forkserver_preload(["os"]), mp.get_logger().name, issubclass(mp.ProcessError, Exception), issubclass(mp.TimeoutError, mp.ProcessError), issubclass(mp.BufferTooShort, mp.ProcessError), issubclass(mp.AuthenticationError, mp.ProcessError))
log = mp.log_to_stderr(50)
print(log.level, log is mp.get_logger())
