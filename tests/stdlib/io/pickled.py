# Streams in memory can be pickled from protocol 2 on, files cannot.
import io
import pickle


class Text(io.StringIO):
    pass


for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for cls in (io.StringIO, io.BytesIO):
        try:
            stream = pickle.loads(pickle.dumps(cls(), protocol))
            print(protocol, cls.__name__, stream.getvalue())
        except TypeError as e:
            print(protocol, cls.__name__, e)
for mode in ("r", "rb"):
    with open("/dev/null", mode) as f:
        for protocol in (0, 2):
            try:
                pickle.dumps(f, protocol)
            except TypeError as e:
                print(e)
stream = Text("a\nb")
stream.readline()
stream.x = 3
copied = pickle.loads(pickle.dumps(stream))
print(copied.read(), copied.x, type(copied).__name__)
