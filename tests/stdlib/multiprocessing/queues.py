# Queues of all kinds between processes.
import multiprocessing as mp
import queue


def worker(inp, out):
    for x in iter(inp.get, None):
        out.put((x, x * x))
    out.put("done")


inp, out = mp.Queue(), mp.Queue()
ps = [mp.Process(target=worker, args=(inp, out)) for _ in range(2)]
for p in ps:
    p.start()
for i in range(10):
    inp.put(i)
for _ in ps:
    inp.put(None)
got, done = [], 0
while done < 2:
    x = out.get()
    if x == "done":
        done += 1
    else:
        got.append(x)
print(sorted(got))
for p in ps:
    p.join()
print(out.empty(), inp.empty())
q = mp.Queue(2)
q.put(1)
q.put(2)
try:
    q.put(3, block=False)
except queue.Full:
    print("full", q.full(), q.qsize())
try:
    q.put(3, timeout=0.01)
except queue.Full:
    print("still full")
print(q.get(), q.get(timeout=5))
try:
    q.get_nowait()
except queue.Empty:
    print("empty")
try:
    q.get(timeout=0.01)
except queue.Empty:
    print("still empty")
q.close()
q.join_thread()
try:
    q.put(1)
except ValueError as e:
    print(type(e).__name__)

s = mp.SimpleQueue()
p = mp.Process(target=lambda: [s.put(i) for i in ("a", "b")])
p.start()
print(s.get(), s.get(), s.empty())
p.join()

j = mp.JoinableQueue()


def consumer():
    while True:
        x = j.get()
        if x is None:
            j.task_done()
            break
        total.value += x
        j.task_done()


total = mp.Value("i", 0)
p = mp.Process(target=consumer)
p.start()
for i in range(5):
    j.put(i)
j.put(None)
j.join()
print(total.value)
p.join()
try:
    j.task_done()
except ValueError as e:
    print(e)
for o in (mp.Lock(), mp.Queue(), mp.Event()):
    import pickle
    try:
        pickle.dumps(o)
    except RuntimeError as e:
        print(e)
