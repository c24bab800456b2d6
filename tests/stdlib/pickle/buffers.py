# Buffers inside and outside the pickle.
import pickle


class Big:
    def __init__(self, data):
        self.data = data

    def __reduce_ex__(self, protocol):
        if protocol >= 5:
            return Big, (pickle.PickleBuffer(self.data),)
        return Big, (bytes(self.data),)


for data in (b"abc", bytearray(b"abc")):
    print(pickle.dumps(pickle.PickleBuffer(data), 5))
    got = []
    b = pickle.dumps(Big(data), 5, buffer_callback=got.append)
    print(b, len(got), bytes(got[0]), type(got[0]).__name__)
    x = pickle.loads(b, buffers=got)
    print(type(x.data).__name__, bytes(x.data), memoryview(x.data).readonly)
    b = pickle.dumps(Big(data), 5, buffer_callback=lambda x: True)
    print(b, pickle.loads(b).data)
    print(pickle.loads(pickle.dumps(Big(data), 4)).data)
pb = pickle.PickleBuffer(bytearray(b"xy"))
print(pb.raw().tobytes(), memoryview(pb).nbytes)
pb.release()
for f in (lambda: pb.raw(), lambda: pickle.dumps(pb, 5), lambda: pickle.dumps(pickle.PickleBuffer(b"a"), 4), lambda: pickle.PickleBuffer("s"),
          lambda: pickle.dumps(1, 4, buffer_callback=print), lambda: pickle.loads(b"\x80\x05\x97.", buffers=[])):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
