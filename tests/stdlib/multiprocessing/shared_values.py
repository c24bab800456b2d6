# Value and Array.
import multiprocessing as mp

v = mp.Value("d", 1.5)
raw = mp.RawValue("i", 7)
a = mp.Array("i", range(5))
s = mp.Array("c", b"hello")
z = mp.Array("d", 3, lock=False)
r = mp.RawArray("h", [1, -2, 3])


def work():
    v.value *= 2
    raw.value = -1
    for i in range(len(a)):
        a[i] = -a[i]
    a[0] = 99
    s.value = b"bye"
    z[1] = 2.5
    r[:] = [7, 8, 9]


p = mp.Process(target=work)
p.start()
p.join()
print(v.value, raw.value, a[:], s.value, list(z), list(r), len(a), a[-1], a[1:3])
with v.get_lock():
    v.value += 1
print(v.value, v.get_obj().value)
for f in (lambda: a[9], lambda: mp.Value("i", "x"), lambda: mp.RawArray("d", -1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__)
n = mp.Value("i", 0)


def add():
    for _ in range(200):
        with n.get_lock():
            n.value += 1


ps = [mp.Process(target=add) for _ in range(3)]
for p in ps:
    p.start()
for p in ps:
    p.join()
print(n.value)
b = mp.Value("b", 127)
b.value += 1
print(b.value, mp.Value("B", 300).value, mp.Value("f", 0.1).value)
