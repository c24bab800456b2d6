# Loggers keep their configuration in children.
import logging, sys
from multiprocessing import Process, Pool
logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(processName)s:%(message)s", stream=sys.stdout)
log = logging.getLogger("app.sub")
logging.getLogger("app").setLevel(logging.INFO)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("<%(message)s>"))
log.addHandler(h)
class F(logging.Filter):
    def filter(self, r): return "secret" not in r.msg
log.addFilter(F())
def work(n):
    log.debug("hidden"); log.info("info %d", n); log.info("secret"); logging.getLogger("other").debug("root level")
    logging.warning("root"); log.error("e")
work(0)
p = Process(target=work, args=(1,)); p.start(); p.join()
with Pool(1) as p: p.map(work, [2])
