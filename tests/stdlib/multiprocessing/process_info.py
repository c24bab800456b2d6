# Names, identities, parents, daemons.
import multiprocessing as mp
import os


def info():
    p = mp.current_process()
    print(p.name, p.daemon, p._identity, mp.parent_process().name, mp.parent_process().pid == os.getppid(), p.pid == os.getpid(), __name__)
    print(mp.active_children(), p is mp.current_process(), p.is_alive())


print(mp.current_process().name, mp.parent_process(), mp.active_children())
p = mp.Process(target=info)
print(p.name, p.daemon, p.is_alive(), p.pid)
p.start()
p.join()
p = mp.Process(target=info, name="special", daemon=True)
p.start()
p.join()
print(p.name, p.daemon, p.exitcode)
p.name = "other"
print(p.name)


class Mine(mp.Process):
    def __init__(self, x):
        super().__init__()
        self.x = x

    def run(self):
        print("run", self.x, self.name, type(self).__name__)


p = Mine([1, 2])
p.start()
p.join()
print(p.name, p.x)


def parent():
    c = mp.Process(target=info)
    c.start()
    c.join()
    print("grandchild", c.exitcode, c.name)


p = mp.Process(target=parent)
p.start()
p.join()


def daemonic():
    try:
        mp.Process(target=info).start()
    except AssertionError as e:
        print(e)


p = mp.Process(target=daemonic, daemon=True)
p.start()
p.join()
print(repr(mp.Process(target=info, name="n")).replace(str(os.getpid()), "PID"))
