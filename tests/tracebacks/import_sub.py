import os.nothing.here
