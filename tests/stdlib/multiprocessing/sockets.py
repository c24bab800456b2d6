# Sockets opened before the start are there in children.
import socket
from multiprocessing import Process
from multiprocessing.connection import Client, Listener

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()


def serve(n):
    conn, _ = server.accept()
    with conn:
        conn.sendall(b"child %d" % n)


for i in range(2):
    p = Process(target=serve, args=(i,))
    p.start()
    with socket.create_connection(server.getsockname()) as c:
        print(c.recv(100))
    p.join()
server.close()
a, b = socket.socketpair()
a.settimeout(5)


def echo():
    print(a.gettimeout(), b.gettimeout(), a.family == socket.AF_UNIX)
    b.sendall(b.recv(10).upper())


p = Process(target=echo)
p.start()
a.sendall(b"abc")
print(a.recv(10))
p.join()
with Listener(("localhost", 0), authkey=b"k") as listener:
    def client(address):
        with Client(address, authkey=b"k") as c:
            c.send("over the network")
    p = Process(target=client, args=(listener.address,))
    p.start()
    with listener.accept() as c:
        print(c.recv(), type(listener.last_accepted).__name__)
    p.join()
