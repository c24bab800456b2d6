# A child sees the globals as they were when it was started.
from multiprocessing import Process

counter = 0
items = []
table = {"a": 1}


def show(tag):
    print(tag, counter, items, sorted(table.items()))


def change():
    global counter
    counter += 100
    items.append("child")
    table["b"] = 2
    show("child")


for i in range(3):
    counter += 1
    items.append(i)
    p = Process(target=change)
    p.start()
    p.join()
show("parent")
